//! The fields of a thing's form, each read into what it means.

use jiff::civil::Date;

use super::draft::{self, Draft, FIELDS, IDENTIFIERS, LINKS, UNSEEN};
use crate::{
    access::Viewer,
    actions::household,
    domain::{
        category::CategoryId,
        dates::PartialDate,
        field::{Decimal, FieldValue, OwnField, WebAddress},
        identifier::{Identifier, IdentifierKind},
        invalid::Invalid,
        item::{
            Acquired, Acquisition, Archived, Condition, Departure, Ground, ItemLink, LinkKind,
            Location, Quantity, Separate, Share,
        },
        lang::Lang,
        money::{Currency, Money},
        person::PersonId,
        tag, text,
    },
    error::Result,
    store::Rows,
    web::page::{meant, refusals, wording::known},
};

/// A form on its way into a domain type: what could not be read is gathered, and the rest goes on.
pub(super) struct Reading<'a, R> {
    draft: &'a Draft,
    rows: &'a R,
    viewer: &'a Viewer,
    /// What could not be read.
    pub(super) invalid: Invalid,
}

impl<'a, R: Rows> Reading<'a, R> {
    /// Begins to read.
    pub(super) fn new(draft: &'a Draft, rows: &'a R, viewer: &'a Viewer) -> Self {
        Self {
            draft,
            rows,
            viewer,
            invalid: Invalid::default(),
        }
    }

    /// A line of text.
    pub(super) fn line(&self, name: &str) -> String {
        text::line(self.draft.get(name))
    }

    /// Running text.
    pub(super) fn prose(&self, name: &str) -> String {
        text::prose(self.draft.get(name))
    }

    /// How many.
    pub(super) fn quantity(&mut self) -> Quantity {
        let count = self.known("quantity", |text| {
            let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            digits
                .parse()
                .ok()
                .and_then(Quantity::new)
                .ok_or("error-quantity")
        });
        count.unwrap_or_default()
    }

    /// What sort of thing it is.
    pub(super) fn category(&mut self) -> Option<CategoryId> {
        self.known("category", |text| text.parse().map_err(|_| "error-gone"))
    }

    /// Where it is: in a place that was chosen or a thing that was named.
    pub(super) fn location(&mut self, present: Location) -> Result<Location> {
        let (place, inside) = (self.draft.get("place"), self.draft.get("inside"));
        Ok(match (place, inside) {
            ("", "") => Location::Unknown,
            (UNSEEN, "") => present,
            ("", inside) => match meant::thing(self.rows, self.viewer, inside)? {
                Ok(item) => Location::Inside(item),
                Err(why) => {
                    self.invalid.push("inside", why);
                    Location::Unknown
                }
            },
            (place, "") => {
                if let Ok(place) = place.parse() {
                    Location::Place(place)
                } else {
                    self.invalid.push("place", "error-place-gone");
                    Location::Unknown
                }
            }
            _ => {
                self.invalid.push("inside", "error-place-or-thing");
                Location::Unknown
            }
        })
    }

    /// Whose it is; those who own it already keep their order.
    pub(super) fn owners(&mut self, present: &[Share]) -> Vec<Share> {
        let mut owners = Vec::new();
        for (person, parts) in self.draft.beginning("parts.") {
            if parts.is_empty() || parts == "0" {
                continue;
            }
            match (person.parse::<PersonId>(), parts.parse()) {
                (Ok(person), Ok(parts)) => owners.push(Share { person, parts }),
                _ => self.invalid.push("owners", "error-share"),
            }
        }
        in_order(&mut owners, present, |share| share.person);
        owners
    }

    /// The guests who see it; those who see it already keep their order.
    pub(super) fn guests(&self, present: &[PersonId]) -> Vec<PersonId> {
        let mut guests: Vec<PersonId> = self
            .draft
            .beginning("guest.")
            .filter(|(_, ticked)| !ticked.is_empty())
            .filter_map(|(guest, _)| guest.parse().ok())
            .collect();
        in_order(&mut guests, present, |guest| *guest);
        guests
    }

    /// What is written on it.
    pub(super) fn identifiers(&mut self) -> Vec<Identifier> {
        let mut identifiers = Vec::new();
        for row in 0..self.draft.rows(IDENTIFIERS) {
            let field = IDENTIFIERS.field(row, "text");
            let written = self.draft.get(&field);
            if written.is_empty() {
                continue;
            }
            let kind = IdentifierKind::from_key(self.draft.get(&IDENTIFIERS.field(row, "kind")))
                .unwrap_or(IdentifierKind::Serial);
            match Identifier::parse(kind, written) {
                Ok(identifier) => identifiers.push(identifier),
                Err(why) => self.invalid.push(field, why.text()),
            }
        }
        identifiers
    }

    /// Why it is separate property; who says so in words of their own need choose nothing.
    pub(super) fn separate(&mut self) -> Option<Separate> {
        let why = self.known("separate", |key| {
            Ground::from_key(key).ok_or("error-choice")
        });
        let note = self.line("separate_note");
        let said = why.or_else(|| (!note.is_empty()).then_some(Ground::Other));
        said.map(|why| Separate { why, note })
    }

    /// How worn it is.
    pub(super) fn condition(&mut self) -> Option<Condition> {
        self.known("condition", |key| {
            Condition::from_key(key).ok_or("error-choice")
        })
    }

    /// How and when it came into the household.
    pub(super) fn acquired(&mut self) -> Result<Acquired> {
        Ok(Acquired {
            on: self.date("acquired_on"),
            how: self.known("acquired_how", |key| {
                Acquisition::from_key(key).ok_or("error-choice")
            }),
            from: self.line("acquired_from"),
            price: self.money("price")?,
        })
    }

    /// How and when it left the household.
    pub(super) fn archived(&mut self) -> Result<Archived> {
        let how = self.known("archived_how", |key| {
            Departure::from_key(key).ok_or("error-choice")
        });
        if !self.draft.has("archived_how") {
            self.invalid.push("archived_how", "error-choice");
        }
        Ok(Archived {
            how: how.unwrap_or(Departure::Sold),
            on: self.date("archived_on"),
            to: self.line("archived_to"),
            price: self.money("archived_price")?,
        })
    }

    /// An amount of money, with its currency beside it.
    pub(super) fn money(&mut self, name: &str) -> Result<Option<Money>> {
        let currency = match self.draft.get(&format!("{name}_currency")) {
            "" => Ok(self.currency()?),
            code => code.parse::<Currency>(),
        };
        Ok(self.known(name, |text| {
            Money::parse(text, currency.map_err(refusals::money)?).map_err(refusals::money)
        }))
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str) -> Option<Date> {
        self.known(name, |text| draft::day(text).ok_or("error-day"))
    }

    /// The names of the tags, each once.
    pub(super) fn tags(&mut self) -> Vec<String> {
        let names = tag::parse_many(self.draft.get("tags"));
        names.unwrap_or_else(|wrong| {
            self.invalid.push("tags", wrong);
            Vec::new()
        })
    }

    /// The household's own fields.
    pub(super) fn fields(&mut self) -> Result<Vec<OwnField>> {
        let household = self.currency()?;
        let mut fields = Vec::new();
        for row in 0..self.draft.rows(FIELDS) {
            let cell = |column| self.draft.get(&FIELDS.field(row, column));
            let (name, kind, value) = (cell("name"), cell("kind"), cell("value"));
            if name.is_empty() && value.is_empty() {
                continue;
            }
            if name.is_empty() {
                self.invalid
                    .push(FIELDS.field(row, "name"), "error-field-name");
            }
            match own_value(kind, value, household) {
                Ok(value) => fields.push(OwnField {
                    name: text::line(name),
                    value,
                }),
                Err(why) => self.invalid.push(FIELDS.field(row, "value"), why),
            }
        }
        fields.retain(|field| !field.name.is_empty());
        Ok(fields)
    }

    /// What other things it has to do with. Links to what the reader does not see stay as they are.
    pub(super) fn links(&mut self, present: &[ItemLink]) -> Result<Vec<ItemLink>> {
        let mut links = Vec::new();
        for row in 0..self.draft.rows(LINKS) {
            let field = LINKS.field(row, "to");
            let named = self.draft.get(&field);
            if named.is_empty() {
                continue;
            }
            let kind = LinkKind::from_key(self.draft.get(&LINKS.field(row, "kind")))
                .unwrap_or(LinkKind::Set);
            match meant::thing(self.rows, self.viewer, named)? {
                Ok(to) => links.push(ItemLink { kind, to }),
                Err(why) => self.invalid.push(field, why),
            }
        }
        for link in present {
            if known(self.viewer.item(self.rows, link.to))?.is_none() {
                links.push(*link);
            }
        }
        in_order(&mut links, present, |link| link.to);
        Ok(links)
    }

    fn currency(&self) -> Result<Currency> {
        Ok(household::current(self.rows)?.currency)
    }

    fn date(&mut self, name: &str) -> Option<PartialDate> {
        self.known(name, |text| text.parse().map_err(|_| "error-date"))
    }

    /// A field that may be empty.
    fn known<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let text = self.draft.get(name);
        if text.is_empty() {
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            Err(why) => {
                self.invalid.push(name, why);
                None
            }
        }
    }
}

/// Puts what was there already first, in the order that it had: a form that changed nothing changes nothing.
fn in_order<T, K: PartialEq>(list: &mut [T], present: &[T], key: impl Fn(&T) -> K) {
    let place = |entry: &T| {
        present
            .iter()
            .position(|other| key(other) == key(entry))
            .unwrap_or(usize::MAX)
    };
    list.sort_by_key(place);
}

/// Reads the value of an own field of this kind.
fn own_value(kind: &str, value: &str, household: Currency) -> Result<FieldValue, &'static str> {
    match kind {
        "number" => Decimal::parse(value)
            .map(FieldValue::Number)
            .ok_or("error-number"),
        "money" => draft::own_money(value, household)
            .map(FieldValue::Money)
            .ok_or("error-amount"),
        "date" => value
            .parse()
            .map(FieldValue::Date)
            .map_err(|_| "error-date"),
        "yes_no" => yes_no(value).map(FieldValue::YesNo).ok_or("error-yes-no"),
        "choice" => Ok(FieldValue::Choice(text::line(value))),
        "link" => WebAddress::parse(value)
            .map(FieldValue::Link)
            .ok_or("error-web-address"),
        _ => Ok(FieldValue::Text(text::prose(value))),
    }
}

/// Yes or no, in any of the product's languages.
fn yes_no(value: &str) -> Option<bool> {
    let says = |key: &str| {
        Lang::ALL
            .into_iter()
            .any(|lang| meant::same(value, &lang.text(key)))
    };
    if says("thing-yes") {
        Some(true)
    } else if says("thing-no") || value.is_empty() {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_field_is_read_by_its_kind() {
        let read = |kind, value| own_value(kind, value, Currency::SEK);
        assert_eq!(read("yes_no", "Ja"), Ok(FieldValue::YesNo(true)));
        assert_eq!(read("yes_no", "no"), Ok(FieldValue::YesNo(false)));
        assert_eq!(read("yes_no", "kanske"), Err("error-yes-no"));
        assert_eq!(read("link", "javascript:x"), Err("error-web-address"));
        assert_eq!(read("number", "tre"), Err("error-number"));
        assert_eq!(
            read("text", "hej\r\nhopp"),
            Ok(FieldValue::Text("hej\nhopp".into()))
        );
    }

    #[test]
    fn an_amount_of_an_own_field_keeps_its_currency() {
        let money = draft::own_money("1 200,50 EUR", Currency::SEK).unwrap();
        assert_eq!((money.minor, money.currency.code()), (120_050, "EUR"));
        let money = draft::own_money("1 200 kr", Currency::SEK).unwrap();
        assert_eq!((money.minor, money.currency), (120_000, Currency::SEK));
        assert_eq!(draft::own_money("mycket", Currency::SEK), None);
    }
}

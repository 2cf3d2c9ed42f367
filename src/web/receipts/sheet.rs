//! The form of a receipt, drawn: what it says, what it proves, and what it is kept for.

use maud::{Markup, html};

use super::draft::{Draft, cell};
use crate::{
    access::Editor,
    actions::{household, receipts},
    domain::{
        country::Country,
        invalid::Invalid,
        money::Currency,
        person::Role,
        receipt::{Aspect, Payment},
        rules::{Deal, Purpose},
    },
    error::Result,
    store::Reader,
    ui::{
        form::{Choice, Control, Field, Form, Part},
        icon::Icon,
        look::Look,
    },
    web::page::labels,
};

/// What a form for most receipts asks for; the rest is a tap further.
const USUAL: [Purpose; 5] = [
    Purpose::Complaint,
    Purpose::Guarantee,
    Purpose::Tax,
    Purpose::Improvement,
    Purpose::Valuable,
];

/// A form on its way to a page.
pub(super) struct Sheet<'a, 'b> {
    /// Who fills it in.
    pub(super) look: &'a Look,
    /// What there is to choose from.
    pub(super) rows: &'b Reader,
    /// As whom they choose.
    pub(super) editor: &'b Editor,
    /// What it holds.
    pub(super) draft: &'b Draft,
    /// What of it could not be taken.
    pub(super) invalid: &'b Invalid,
}

impl<'a> Sheet<'a, '_> {
    /// The whole form.
    pub(super) fn form(&self, action: &str, cancel: &str) -> Result<Form<'a>> {
        let currency = household::current(self.rows)?.currency;
        let fields = html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for more lines.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            (self.first(currency)?)
            (self.purposes())
            (self.part("receipts-part-lines", self.has("line."), self.lines(action)))
            (self.part("receipts-part-more", self.has_more(), self.more(currency)?))
        };
        Ok(Form::new(self.look, action, fields)
            .refused(self.invalid)
            .cancel(cancel))
    }

    fn part(&self, label: &str, open: bool, fields: Markup) -> Markup {
        let label = self.look.text(label);
        html! { (Part { label, open, fields }) }
    }

    /// Whether something stands in, or is wrong with, a field whose name begins so.
    fn has(&self, begins: &str) -> bool {
        let filled =
            |(name, text): (&str, &str)| name.starts_with(begins) && !text.trim().is_empty();
        self.draft.iter().any(filled)
            || self
                .invalid
                .iter()
                .any(|(name, _)| name.starts_with(begins))
            || self.draft.asks_for_more()
    }

    fn has_more(&self) -> bool {
        let rest = [
            "received", "vat", "payment", "number", "country", "only", "note",
        ];
        let is_unusual = self.draft.get("deal") != Deal::default().key();
        let filled = |(name, text): (&str, &str)| rest.contains(&name) && !text.trim().is_empty();
        (is_unusual && !self.draft.get("deal").is_empty())
            || self.draft.iter().any(filled)
            || self.invalid.iter().any(|(name, _)| rest.contains(&name))
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        self.named(
            aspect.key(),
            self.look.text(labels::receipt(aspect)),
            control,
        )
    }

    fn named(&self, name: impl Into<String>, label: impl Into<String>, control: Control) -> Field {
        let name = name.into();
        let text = self.draft.get(&name).to_owned();
        Field::new(name, label, control)
            .value(text)
            .refused(self.look.lang, self.invalid)
    }

    fn money(&self, aspect: Aspect, household: Currency) -> Field {
        let chosen = match self.draft.get(&format!("{}_currency", aspect.key())) {
            "" => household.code(),
            code => code,
        };
        let mut currencies: Vec<String> = Currency::common()
            .map(|one| one.code().to_owned())
            .collect();
        for code in [household.code(), chosen] {
            if !currencies.iter().any(|one| one == code) {
                currencies.insert(0, code.to_owned());
            }
        }
        let currency = chosen.to_owned();
        self.field(
            aspect,
            Control::Money {
                currency,
                currencies,
            },
        )
    }

    fn first(&self, currency: Currency) -> Result<Markup> {
        let shops = receipts::shops(self.rows, self.editor.viewer())?;
        Ok(html! {
            div.form-fields {
                (self.field(Aspect::Shop, Control::Suggest(shops)).half())
                (self.field(Aspect::On, Control::PartialDate).hint(self.look.text("receipts-on-hint")).half())
                (self.money(Aspect::Total, currency).half())
            }
        })
    }

    fn purposes(&self) -> Markup {
        let look = self.look;
        let chosen = self.draft.all("purposes");
        let is_chosen = |purpose: &Purpose| chosen.iter().any(|key| key == purpose.key());
        let tick = |purpose: Purpose| {
            html! {
                label.tick {
                    input type="checkbox" name="purposes" value=(purpose.key()) checked[is_chosen(&purpose)];
                    span { (look.text(labels::purpose(purpose))) }
                }
            }
        };
        let (usual, rest): (Vec<_>, Vec<_>) = Purpose::ALL
            .into_iter()
            .partition(|purpose| USUAL.contains(purpose));
        html! {
            fieldset.field aria-describedby="field-purposes-hint" {
                legend { (look.text("receipts-purposes")) }
                div.ticks { @for purpose in usual { (tick(purpose)) } }
                details.more-ticks open[rest.iter().any(is_chosen)] {
                    summary { (look.text("receipts-purposes-more")) (Icon::Down) }
                    div.ticks { @for purpose in rest { (tick(purpose)) } }
                }
                p.field-hint #field-purposes-hint { (look.text("receipts-purposes-hint")) }
            }
        }
    }

    fn lines(&self, action: &str) -> Markup {
        let look = self.look;
        let things = || Control::Lookup {
            from: "/suggest/things",
            words: Vec::new(),
        };
        let wrong = self.invalid.get("lines").map(|key| look.text(key));
        html! {
            div.form-fields #lines {
                @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
                @for at in 0..self.draft.lines() {
                    fieldset.receipt-line.form-fields {
                        legend.unseen { (look.text_with("receipts-line", "number", &(at + 1).to_string())) }
                        (self.named(cell(at, "text"), look.text("receipts-line-text"), Control::Text))
                        (self.named(cell(at, "price"), look.text("receipts-line-price"), Control::Text).half())
                        (self.named(cell(at, "item"), look.text("receipts-line-item"), things()).half())
                    }
                }
                div {
                    button.button.is-small type="submit" name="more" value="lines" hx-post=(action) hx-target="#lines"
                        hx-select="#lines" hx-swap="outerHTML" { (Icon::Plus) span { (look.text("receipts-line-more")) } }
                }
            }
        }
    }

    fn more(&self, currency: Currency) -> Result<Markup> {
        let look = self.look;
        let none = || Choice::new("", look.text("receipts-unsaid"));
        let payments = Payment::ALL
            .map(|payment| Choice::new(payment.key(), look.text(labels::payment(payment))));
        let deals = Deal::ALL.map(|deal| Choice::new(deal.key(), look.text(labels::deal(deal))));
        let home = look.text(labels::country(receipts::country(self.rows)?));
        let own = Choice::new("", look.text_with("receipts-country-own", "country", &home));
        let countries = Country::ALL
            .map(|country| Choice::new(country.key(), look.text(labels::country(country))));
        let with = |first: Choice, rest: Vec<Choice>| Control::Select([vec![first], rest].concat());
        Ok(html! {
            (self.field(Aspect::Received, Control::Date).hint(look.text("receipts-received-hint")).half())
            (self.money(Aspect::Vat, currency).half())
            (self.field(Aspect::Payment, with(none(), payments.into())).half())
            (self.field(Aspect::Number, Control::Text).half())
            (self.field(Aspect::Deal, Control::Select(deals.into())).half())
            (self.field(Aspect::Country, with(own, countries.into())).half())
            (self.only()?)
            (self.field(Aspect::Note, Control::Area(3)))
        })
    }

    /// Those of the household who alone see it.
    fn only(&self) -> Result<Markup> {
        let look = self.look;
        let chosen = self.draft.all("only");
        let people = household::people(self.rows)?;
        let members = people.iter().filter(|person| person.role != Role::Guest);
        let wrong = self.invalid.get("only").map(|key| look.text(key));
        Ok(html! {
            fieldset.field.is-wrong[wrong.is_some()] aria-describedby="field-only-hint" {
                legend { (look.text(labels::receipt(Aspect::Only))) }
                div.ticks {
                    @for person in members {
                        @let id = person.id.to_string();
                        label.tick {
                            input type="checkbox" name="only" value=(id) checked[chosen.contains(&id)];
                            span { (person.name) }
                        }
                    }
                }
                p.field-hint #field-only-hint { (look.text("receipts-only-hint")) }
                @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
            }
        })
    }
}

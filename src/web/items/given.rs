//! What a form gave for many things at once, as what is to be done to them.

use super::{bulk::Act, choosing::Choosing};
use crate::{
    actions::bulk::Operation,
    domain::{
        invalid::Invalid,
        item::{Archived, Departure, Location, Share},
        money::{Currency, Money},
        tag,
    },
};

/// The value that says "none" where an empty one says that nothing is chosen yet.
pub(super) const NONE: &str = "none";

/// What a form gave beside what is picked.
#[derive(Clone, Debug, Default)]
pub(super) struct Given(pub(super) Vec<(String, String)>);

impl Given {
    /// The last value of a field; empty when it was not given.
    pub(super) fn one(&self, field: &str) -> &str {
        let mut all = self.all(field);
        all.next_back().unwrap_or_default()
    }

    /// Every value of a field.
    pub(super) fn all(&self, field: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.0
            .iter()
            .filter_map(move |(name, value)| (name == field).then_some(value.trim()))
    }

    /// What is to be done; nothing yet while it has to be asked for.
    pub(super) fn decide(
        &self,
        act: Act,
        page: &Choosing<'_>,
    ) -> Option<Result<Operation, Invalid>> {
        let operation = match act {
            Act::Unarchive => Ok(Operation::Archive(None)),
            Act::Remove => Ok(Operation::Remove),
            Act::Restore => Ok(Operation::Restore),
            _ if !page.asked.chosen => return None,
            Act::Move => self.location().map(Operation::Move),
            Act::Tag => self.words().map(Operation::Name),
            Act::Untag => self.tags(),
            Act::Categorise => self.category(),
            Act::Give => self.shares().map(Operation::Give),
            Act::Archive => self
                .archived(page)
                .map(|archived| Operation::Archive(Some(archived))),
        };
        Some(operation)
    }

    fn location(&self) -> Result<Location, Invalid> {
        match self.one("location") {
            NONE => Ok(Location::Unknown),
            id => id
                .parse()
                .map(Location::Place)
                .map_err(|_| refused("location", "items-choose-place")),
        }
    }

    fn words(&self) -> Result<Vec<String>, Invalid> {
        let words = tag::parse_many(self.one("tags"));
        match words.map_err(|wrong| refused("tags", wrong))? {
            words if words.is_empty() => Err(refused("tags", "items-choose-tag")),
            words => Ok(words),
        }
    }

    fn tags(&self) -> Result<Operation, Invalid> {
        let remove: Vec<_> = self.all("tag").filter_map(|id| id.parse().ok()).collect();
        if remove.is_empty() {
            return Err(refused("tag", "items-choose-tag"));
        }
        let add = Vec::new();
        Ok(Operation::Tag { add, remove })
    }

    fn category(&self) -> Result<Operation, Invalid> {
        match self.one("category") {
            NONE => Ok(Operation::Categorise(None)),
            id => id
                .parse()
                .map(|id| Operation::Categorise(Some(id)))
                .map_err(|_| refused("category", "items-choose-category")),
        }
    }

    fn shares(&self) -> Result<Vec<Share>, Invalid> {
        self.all("owner")
            .map(|owner| {
                let person = owner.parse().map_err(|_| refused("owners", "error-gone"))?;
                let parts = match self.one(&format!("parts-{owner}")) {
                    "" => Ok(1),
                    parts => parts.parse().map_err(|_| refused("owners", "error-share")),
                };
                Ok(Share {
                    person,
                    parts: parts?,
                })
            })
            .collect()
    }

    fn archived(&self, page: &Choosing<'_>) -> Result<Archived, Invalid> {
        let mut invalid = Invalid::default();
        let how = Departure::from_key(self.one("how"));
        if how.is_none() {
            invalid.push("how", "items-choose-how");
        }
        let on = match self.one("on") {
            "" => None,
            text => text.parse().map_or_else(
                |_| {
                    invalid.push("on", "items-span-when");
                    None
                },
                Some,
            ),
        };
        let price = match self.one("archived_price") {
            "" => None,
            text => {
                let currency = self.one("archived_price_currency").parse();
                let currency = currency
                    .or_else(|_| page.currency())
                    .unwrap_or(Currency::SEK);
                let price = Money::parse(text, currency).ok();
                if price.is_none() {
                    invalid.push("archived_price", "items-span-worth");
                }
                price
            }
        };
        let to = self.one("archived_to").to_owned();
        match how {
            Some(how) if invalid.is_empty() => Ok(Archived { how, on, to, price }),
            _ => Err(invalid),
        }
    }
}

fn refused(field: &str, why: &'static str) -> Invalid {
    let mut invalid = Invalid::default();
    invalid.push(field, why);
    invalid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(fields: &[(&str, &str)]) -> Given {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Given(fields.collect())
    }

    const ID: &str = "01980000-0000-7000-8000-000000000001";

    #[test]
    fn nowhere_is_a_place_to_choose_and_nothing_chosen_is_not() {
        assert_eq!(
            given(&[("location", NONE)]).location(),
            Ok(Location::Unknown)
        );
        assert_eq!(
            given(&[("location", ID)]).location(),
            Ok(Location::Place(ID.parse().unwrap()))
        );
        assert!(given(&[("location", "")]).location().is_err());
        assert!(given(&[]).location().is_err());
    }

    #[test]
    fn tags_are_words_with_commas_between() {
        let words = given(&[("tags", " sommar, båt ,,")]).words().unwrap();
        assert_eq!(words, ["sommar", "båt"]);
        assert!(given(&[("tags", " , ")]).words().is_err());
    }

    #[test]
    fn an_owner_without_parts_has_one() {
        let parts = format!("parts-{ID}");
        let one = given(&[("owner", ID), (&parts, "")]).shares().unwrap();
        assert_eq!(one[0].parts, 1);
        let two = given(&[("owner", ID), (&parts, "2")]).shares().unwrap();
        assert_eq!(two[0].parts, 2);
        assert!(given(&[("owner", ID), (&parts, "half")]).shares().is_err());
        assert_eq!(
            given(&[(&parts, "2")]).shares().unwrap().len(),
            0,
            "parts of nobody"
        );
    }
}

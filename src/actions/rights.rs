//! The rights that the law gives whoever bought a thing, by what is known of its purchase.

use crate::{
    access::Viewer,
    actions::{household, receipts},
    domain::{
        country::Country,
        dates::PartialDate,
        item::{Acquisition, Item},
        rules::{self, Deal, Purchase, Purpose, Right},
    },
    error::Result,
    store::{Row, Rows},
};

/// What is known of how a thing was bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bought {
    /// The country whose law holds.
    pub country: Country,
    /// What was agreed on with whom.
    pub deal: Deal,
    /// When.
    pub purchase: Purchase,
    /// Whether the day is known; else it is the earliest that it can have been, so that no right is promised too long.
    pub is_exact: bool,
}

/// How a thing was bought: as its first receipt says that somebody sees, else as the thing does. None when it was not
/// bought, or nobody knows when.
pub fn bought(rows: &impl Rows, viewer: &Viewer, item: &Row<Item>) -> Result<Option<Bought>> {
    let home = household::current(rows)?.country;
    let receipts = receipts::of_item(rows, viewer, item.id)?;
    let dated = receipts
        .iter()
        .filter_map(|row| Some((row.details.on?, &row.details)));
    if let Some((on, details)) = dated.min_by_key(|(on, _)| on.first_day()) {
        return Ok(Some(Bought {
            country: details.country.unwrap_or(home),
            deal: details.deal,
            purchase: Purchase {
                on: on.first_day(),
                received: details.received,
            },
            is_exact: matches!(on, PartialDate::Day(_)),
        }));
    }
    let acquired = &item.details.acquired;
    let (Some(Acquisition::Bought), Some(on)) = (acquired.how, acquired.on) else {
        return Ok(None);
    };
    Ok(Some(Bought {
        country: home,
        deal: Deal::Goods,
        purchase: Purchase {
            on: on.first_day(),
            received: None,
        },
        is_exact: matches!(on, PartialDate::Day(_)),
    }))
}

impl Bought {
    /// The rights that it gives, the shortest first.
    #[must_use]
    pub fn rights(&self) -> Vec<Right> {
        let mut rights = rules::rights(self.country, self.deal, self.purchase);
        // A fortnight cannot be told from a month.
        rights.retain(|right| self.is_exact || right.rule.purpose != Purpose::Withdrawal);
        rights
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        actions::{items, receipts, tests::Home},
        domain::{
            item::{Acquired, Details, ItemId},
            person::Role,
            receipt::{Line, ReceiptDetails},
        },
    };

    fn kettle(home: &Home, how: Acquisition, on: &str) -> ItemId {
        let details = Details {
            acquired: Acquired {
                how: Some(how),
                on: on.parse().ok(),
                ..Acquired::default()
            },
            ..Details::named("Vattenkokare")
        };
        items::add(&home.store, &home.editor(), details)
            .unwrap()
            .value
            .id
    }

    fn told(
        home: &Home,
        who: &Viewer,
        item: ItemId,
    ) -> Vec<(&'static str, Option<jiff::civil::Date>)> {
        let rows = home.store.read().unwrap();
        let bought = bought(&rows, who, &rows.get(item).unwrap()).unwrap();
        let rights = bought.map(|bought| bought.rights()).unwrap_or_default();
        rights
            .iter()
            .map(|right| (right.rule.id.as_str(), right.until))
            .collect()
    }

    #[test]
    fn what_was_bought_has_rights_and_what_was_given_has_none() {
        let home = Home::new();
        let bought = kettle(&home, Acquisition::Bought, "2026-11-22");
        let expected = [
            ("se.withdrawal", Some(date(2026, 12, 6))),
            ("se.goods.complaint", Some(date(2029, 11, 22))),
        ];
        assert_eq!(told(&home, &home.anna, bought), expected);
        let given = kettle(&home, Acquisition::Gift, "2026-11-22");
        assert_eq!(told(&home, &home.anna, given), []);
    }

    #[test]
    fn where_the_day_is_not_known_nothing_is_promised_too_long() {
        let home = Home::new();
        let item = kettle(&home, Acquisition::Bought, "2025");
        let expected = [("se.goods.complaint", Some(date(2028, 1, 1)))];
        assert_eq!(told(&home, &home.anna, item), expected);
    }

    #[test]
    fn a_receipt_says_more_than_the_thing_and_only_to_those_who_see_it() {
        let home = Home::new();
        let gun = home.person("Gun", Role::Guest);
        let item = kettle(&home, Acquisition::Bought, "2025");
        let details = ReceiptDetails {
            on: "2025-03-01".parse().ok(),
            received: Some(date(2025, 3, 4)),
            country: Some(Country::No),
            deal: Deal::Durable,
            lines: vec![Line {
                item: Some(item),
                ..Line::default()
            }],
            ..ReceiptDetails::default()
        };
        receipts::add(&home.store, &home.editor(), details, Vec::new()).unwrap();
        let ends = told(&home, &home.anna, item);
        assert_eq!(
            ends.last(),
            Some(&("no.goods.durable", Some(date(2030, 3, 4))))
        );
        assert_eq!(
            told(&home, &gun, item),
            [("se.goods.complaint", Some(date(2028, 1, 1)))]
        );
    }
}

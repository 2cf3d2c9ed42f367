//! Saying yes to what was read of a receipt: it is filled in, and chosen lines become things.

use std::collections::BTreeMap;

use crate::{
    access::Editor,
    actions::items::{self, in_use},
    domain::{
        identifier::{Identifier, IdentifierKind},
        item::{Acquired, Acquisition, Details, Quantity, Share},
        money::Money,
        receipt::{Line, Receipt, ReceiptDetails, ReceiptId},
    },
    error::Result,
    store::{Expect, Row, Saved, Store},
};

/// What somebody says yes to.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// What is said about the receipt; what somebody has said already stays.
    pub details: ReceiptDetails,
    /// The lines among these, by their place, that become things.
    pub things: BTreeMap<usize, Bought>,
}

/// What a line tells of a thing besides its name.
#[derive(Clone, Debug, Default)]
pub struct Bought {
    /// How many.
    pub quantity: Quantity,
    /// What one costs.
    pub each: Option<Money>,
    /// The serial numbers.
    pub serials: Vec<String>,
}

/// Fills a receipt in, and makes things of chosen lines: all of it, or nothing.
///
/// # Errors
/// [`Error::Conflict`](crate::error::Error::Conflict) when somebody saved first; [`Error::Invalid`](crate::error::Error::Invalid)
/// by field.
pub fn accept(
    store: &Store,
    editor: &Editor,
    id: ReceiptId,
    seen: Expect,
    accepted: Accepted,
) -> Result<Saved<Row<Receipt>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "receipt-accept", |tx| {
        let present = editor.receipt(tx, id)?;
        in_use(&present)?;
        let Accepted {
            details: mut read,
            things,
        } = accepted;
        let mut details = present.details.clone();
        // The things come from where and when the receipt says in the end, whoever has said it.
        details.fill(ReceiptDetails {
            lines: Vec::new(),
            ..read.clone()
        });
        for (at, bought) in things {
            if let Some(line) = read.lines.get_mut(at) {
                let thing = thing(&details, line, bought);
                line.item = Some(items::insert(tx, editor, clock.id(), thing)?.id);
            }
        }
        details.fill(read);
        super::tidy(&mut details);
        super::check(tx, editor, &details, &present.details)?;
        tx.put(Receipt { id, details }, seen)
    })
}

/// The thing that a line of a receipt tells of. Whoever alone sees the receipt alone has the thing.
fn thing(receipt: &ReceiptDetails, line: &Line, bought: Bought) -> Details {
    let owner = |person| Share { person, parts: 1 };
    let serial = |text: String| Identifier::parse(IdentifierKind::Serial, &text).ok();
    Details {
        name: line.text.clone(),
        quantity: bought.quantity,
        owners: receipt.only.iter().copied().map(owner).collect(),
        private: !receipt.only.is_empty(),
        identifiers: bought.serials.into_iter().filter_map(serial).collect(),
        acquired: Acquired {
            on: receipt.on,
            how: Some(Acquisition::Bought),
            from: receipt.shop.clone(),
            price: bought
                .each
                .or_else(|| Some(each(line.price?, bought.quantity))),
        },
        ..Details::default()
    }
}

/// The price of one, where all of them cost so much, to the coin below.
fn each(price: Money, quantity: Quantity) -> Money {
    Money::new(price.minor / i64::from(quantity.get()), price.currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        actions::{
            history,
            receipts::{add, of_item},
            tests::Home,
        },
        domain::money::Currency,
        error::Error,
    };

    fn kettles() -> Accepted {
        let line = Line {
            text: "Vattenkokare".into(),
            price: Some(Money::new(99_900, Currency::SEK)),
            item: None,
        };
        let bought = Bought {
            quantity: Quantity::new(2).unwrap(),
            serials: vec!["A1".into(), " ".into(), "A2".into()],
            ..Bought::default()
        };
        Accepted {
            details: ReceiptDetails {
                shop: "ELHORNAN AB".into(),
                on: "2024-05-03".parse().ok(),
                lines: vec![line],
                ..ReceiptDetails::default()
            },
            things: BTreeMap::from([(0, bought)]),
        }
    }

    #[test]
    fn a_line_becomes_a_thing_that_knows_where_it_comes_from() {
        let home = Home::new();
        let said = ReceiptDetails {
            shop: "Elhörnan".into(),
            ..ReceiptDetails::default()
        };
        let receipt = add(&home.store, &home.editor(), said, Vec::new())
            .unwrap()
            .value;
        let seen = Expect::Revision(receipt.revision);
        let accept = || accept(&home.store, &home.editor(), receipt.id, seen, kettles());
        let saved = accept().unwrap();
        let [item] = saved.value.details.items()[..] else {
            panic!("one thing")
        };
        let kettle = home.now(item);
        let acquired = &kettle.details.acquired;
        assert_eq!(acquired.from, "Elhörnan", "what somebody said goes first");
        assert_eq!(acquired.on.unwrap().to_string(), "2024-05-03");
        let each = Money::new(49_950, Currency::SEK);
        assert_eq!(acquired.price, Some(each), "half of what two cost");
        let serials = kettle.details.identifiers.iter().map(Identifier::text);
        assert_eq!(serials.collect::<Vec<_>>(), ["A1", "A2"]);
        assert!(!kettle.details.private);
        assert!(matches!(accept(), Err(Error::Conflict)));
        history::undo(&home.store, &home.anna, saved.change).unwrap();
        assert!(home.now(item).binned.is_some(), "taken back with its thing");
    }

    #[test]
    fn what_a_receipt_of_ones_own_proves_is_ones_own() {
        let home = Home::new();
        let erik = home.person("Erik", crate::domain::person::Role::Adult);
        let said = ReceiptDetails {
            only: vec![home.editor().person()],
            ..ReceiptDetails::default()
        };
        let receipt = add(&home.store, &home.editor(), said, Vec::new())
            .unwrap()
            .value;
        let seen = Expect::Revision(receipt.revision);
        let saved = accept(&home.store, &home.editor(), receipt.id, seen, kettles()).unwrap();
        let item = saved.value.details.items()[0];
        let rows = home.store.read().unwrap();
        assert!(home.anna.item(&rows, item).is_ok());
        assert!(matches!(erik.item(&rows, item), Err(Error::NotFound)));
        assert!(of_item(&rows, &erik, item).unwrap().is_empty());
        let erik = erik.editor().unwrap();
        let strange = accept(&home.store, &erik, receipt.id, Expect::Any, kettles());
        assert!(matches!(strange, Err(Error::NotFound)));
    }
}

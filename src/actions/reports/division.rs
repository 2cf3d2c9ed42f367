//! What a report says of a division of property: what it is of, among whom, and whose each thing becomes.

use crate::{
    actions::divisions::Board,
    domain::{
        dates::PartialDate,
        division::{Division, Group, Lot},
        lang::Lang,
        report::{Entry, Fact, FactValue, Label, Party},
    },
    i18n::labels,
};

/// A division as its maker sees it.
pub(super) struct Told {
    /// The division.
    pub(super) division: Division,
    /// What they see of it.
    pub(super) board: Board,
}

impl Told {
    /// Among whom.
    pub(super) fn parties(&self) -> Vec<Party> {
        let parties = self.division.details.parties.iter();
        parties
            .map(|party| Party {
                name: party.name.clone(),
                parts: party.parts,
            })
            .collect()
    }

    /// The facts at its head.
    pub(super) fn head(&self, lang: Lang) -> Vec<Fact> {
        let details = &self.division.details;
        let text = |label, said: String| Fact {
            label,
            value: FactValue::Text(said),
        };
        let date = |label, on: jiff::civil::Date| Fact {
            label,
            value: FactValue::Date(PartialDate::Day(on)),
        };
        let occasion = lang.text(labels::occasion(details.occasion));
        let mut head = vec![
            text(Label::Division, details.name.clone()),
            text(Label::Occasion, occasion),
        ];
        head.extend(details.on.map(|on| date(Label::ValuedAt, on)));
        head.extend(self.division.settled.map(|on| date(Label::Settled, on)));
        head
    }

    /// What it says of a thing.
    pub(super) fn tell(&self, lang: Lang, lot: &Lot, entry: &mut Entry) {
        let owner = lot
            .owner()
            .and_then(|at| self.division.details.parties.get(at));
        entry.meant_for = owner.map(|party| party.name.clone()).unwrap_or_default();
        entry.personal = lot.group == Group::Personal;
        let why = entry.separate.take();
        entry.separate = (lot.group == Group::Separate).then(|| why.unwrap_or_default());
        entry.quantity = lot.quantity;
        entry.value = lot.value;
        entry.valued_on = None;
        if lot.in_use {
            entry.fate = lang.text("reports-in-use");
        }
    }

    /// Where a thing is listed: with those of its party, in their order; then what nobody has got, and what is apart.
    pub(super) fn place_of(&self, entry: &Entry) -> (u8, usize) {
        let parties = &self.division.details.parties;
        let at = parties.iter().position(|it| it.name == entry.meant_for);
        let at = at.unwrap_or(parties.len());
        let group = if entry.personal {
            1
        } else {
            u8::from(entry.separate.is_some()) * 2
        };
        (group, at)
    }
}

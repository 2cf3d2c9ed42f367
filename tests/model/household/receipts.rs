//! What is done with receipts, and who sees them.

use smartinventory::{
    domain::{
        item::{Item, ItemId},
        person::{Person, PersonId, Role},
        receipt::{Line, Receipt, ReceiptDetails, ReceiptId},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, editor, expect, in_use, invalid, permit};

impl Household {
    /// Whether somebody sees a version of a receipt: nobody does who does not see all that it proves.
    pub fn sees_receipt(&self, person: &Person, receipt: &Receipt) -> bool {
        let proved = receipt.details.lines.iter().filter_map(|line| line.item);
        let mut proved = proved.filter_map(|item| self.find::<Item>(item));
        person.role != Role::Guest
            && self.is_theirs(person, &receipt.details.only)
            && proved.all(|item| self.sees(person, item))
    }

    /// Whether somebody is among those whose own it is: everybody, when it is nobody's; the owners, when all have left.
    fn is_theirs(&self, person: &Person, only: &[PersonId]) -> bool {
        if only.is_empty() {
            return true;
        }
        let there = only.iter().filter(|id| self.is_live(**id)).count();
        if there == 0 {
            person.role == Role::Owner && self.is_live(person.id)
        } else {
            only.contains(&person.id) && self.is_live(person.id)
        }
    }

    pub fn seen_receipt(&self, person: &Person, id: ReceiptId) -> Result<Row<Receipt>, Refusal> {
        let row = self.get(id)?;
        if self.sees_receipt(person, &row) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// A receipt that somebody may change: a child only what it added itself.
    pub(super) fn own_receipt(
        &self,
        person: &Person,
        id: ReceiptId,
    ) -> Result<Row<Receipt>, Refusal> {
        let row = self.seen_receipt(person, id)?;
        permit(person.role != Role::Child || row.created.by == Some(person.id))?;
        editor(person)?;
        Ok(row)
    }

    pub(super) fn add_receipt(
        &mut self,
        by: &Person,
        details: ReceiptDetails,
    ) -> Result<ReceiptId, Refusal> {
        let id = self.id();
        self.check_receipt(by, &details, &ReceiptDetails::default())?;
        self.put(Receipt { id, details }, Expect::Any)?;
        Ok(id)
    }

    pub(super) fn change_receipt(
        &mut self,
        by: &Person,
        id: ReceiptId,
        seen: Expect,
        details: ReceiptDetails,
    ) -> Result<(), Refusal> {
        let present = self.own_receipt(by, id)?;
        in_use(&present)?;
        self.check_receipt(by, &details, &present.details)?;
        self.put(Receipt { id, details }, seen).map(drop)
    }

    fn check_receipt(
        &self,
        by: &Person,
        details: &ReceiptDetails,
        present: &ReceiptDetails,
    ) -> Result<(), Refusal> {
        let mut fields = Vec::new();
        let proved: Vec<_> = present.lines.iter().filter_map(|line| line.item).collect();
        let mut new = details.lines.iter().filter_map(|line| line.item);
        let is_there = |item: ItemId| {
            self.seen_thing(by, item)
                .is_ok_and(|row| row.binned.is_none())
        };
        if new.any(|item| !proved.contains(&item) && !is_there(item)) {
            fields.push("lines");
        }
        let is_member = |id: PersonId| {
            self.live::<Person>(id)
                .is_ok_and(|person| person.role != Role::Guest)
        };
        let mut people = details.only.iter();
        let strangers = people.any(|id| !present.only.contains(id) && !is_member(*id));
        let hides = !details.only.is_empty() && details.only != present.only;
        if strangers || (hides && !details.only.contains(&by.id)) {
            fields.push("only");
        }
        let mut refusals = fields.into_iter().map(invalid);
        let Some(first) = refusals.next() else {
            return Ok(());
        };
        Err(refusals.fold(first, Refusal::and))
    }

    pub(super) fn remove_receipt(
        &mut self,
        by: &Person,
        id: ReceiptId,
        seen: Expect,
    ) -> Result<(), Refusal> {
        expect(&self.own_receipt(by, id)?, seen)?;
        self.bin(id).map(drop)
    }

    pub(super) fn restore_receipt(&mut self, by: &Person, id: ReceiptId) -> Result<(), Refusal> {
        self.own_receipt(by, id)?;
        self.restore(id).map(drop)
    }

    /// No receipt speaks of a thing that goes for good.
    pub(super) fn unprove(&mut self, item: ItemId) {
        let tells = |line: &Line| line.item == Some(item);
        for id in self.which(|receipt: &Receipt| receipt.details.lines.iter().any(tells)) {
            self.correct(id, |receipt: &mut Receipt| {
                for line in receipt.details.lines.iter_mut().filter(|line| tells(line)) {
                    line.item = None;
                }
            });
        }
    }
}

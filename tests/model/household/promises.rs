//! What is promised and claimed about things, and who sees it.

use smartinventory::{
    domain::{
        claim::{Against, Claim, ClaimDetails, ClaimId},
        item::{Item, ItemId},
        person::{Person, Role},
        receipt::{Receipt, ReceiptId},
        warranty::{Warranty, WarrantyDetails, WarrantyId},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, editor, expect, in_use, invalid, upkeep::no_template};
use crate::{cast::Cast, deed::Deed};

impl Household {
    pub(super) fn do_with_promises(
        &mut self,
        by: &Person,
        deed: &Deed,
        cast: &Cast<'_>,
    ) -> Result<(), Refusal> {
        match deed {
            Deed::AddWarranty(thing, promise) => {
                let item = cast.thing(*thing);
                no_template(&self.thing_in_use(by, item)?.body)?;
                let id = self.id();
                let details = self.check_proof(by, cast.promise(promise), None)?;
                self.put(Warranty { id, item, details }, Expect::Any)
                    .map(drop)
            }
            Deed::ChangeWarranty(warranty, seen, promise) => {
                let id = cast.warranty(*warranty);
                let present = self.own_warranty(by, id)?;
                in_use(&present)?;
                let item = present.item;
                in_use(&self.get::<Item>(item)?)?;
                let proof = present.details.proof;
                let details = self.check_proof(by, cast.promise(promise), proof)?;
                let seen = cast.seen(id, *seen);
                self.put(Warranty { id, item, details }, seen).map(drop)
            }
            Deed::RemoveWarranty(warranty, seen) => {
                let id = cast.warranty(*warranty);
                expect(&self.own_warranty(by, id)?, cast.seen(id, *seen))?;
                self.bin(id).map(drop)
            }
            Deed::RestoreWarranty(warranty) => {
                let id = cast.warranty(*warranty);
                self.own_warranty(by, id)?;
                self.restore(id).map(drop)
            }
            Deed::AddClaim(thing, fault) => {
                let item = cast.thing(*thing);
                no_template(&self.thing_in_use(by, item)?.body)?;
                let id = self.id();
                let details = cast.fault(fault);
                self.check_against(by, item, &details, None)?;
                self.put(Claim { id, item, details }, Expect::Any).map(drop)
            }
            Deed::ChangeClaim(claim, seen, fault) => {
                let id = cast.claim(*claim);
                let present = self.own_claim(by, id)?;
                in_use(&present)?;
                let item = present.item;
                in_use(&self.get::<Item>(item)?)?;
                let details = cast.fault(fault);
                self.check_against(by, item, &details, Some(present.details.against))?;
                let seen = cast.seen(id, *seen);
                self.put(Claim { id, item, details }, seen).map(drop)
            }
            Deed::RemoveClaim(claim, seen) => {
                let id = cast.claim(*claim);
                expect(&self.own_claim(by, id)?, cast.seen(id, *seen))?;
                self.bin(id).map(drop)
            }
            Deed::RestoreClaim(claim) => {
                let id = cast.claim(*claim);
                self.own_claim(by, id)?;
                self.restore(id).map(drop)
            }
            other => unreachable!("{other:?} is done elsewhere"),
        }
    }

    /// Whether somebody sees what is promised and claimed about a thing: whoever sees it, but no guest.
    pub fn sees_promises(&self, person: &Person, item: ItemId) -> bool {
        person.role != Role::Guest && self.seen_thing(person, item).is_ok()
    }

    pub fn seen_warranty(&self, person: &Person, id: WarrantyId) -> Result<Row<Warranty>, Refusal> {
        let row = self.get(id)?;
        if self.sees_promises(person, row.item) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    pub fn seen_claim(&self, person: &Person, id: ClaimId) -> Result<Row<Claim>, Refusal> {
        let row = self.get(id)?;
        if self.sees_promises(person, row.item) {
            Ok(row)
        } else {
            Err(Refusal::NotFound)
        }
    }

    /// A warranty that somebody may change: one of a thing that they may change.
    pub(super) fn own_warranty(
        &self,
        person: &Person,
        id: WarrantyId,
    ) -> Result<Row<Warranty>, Refusal> {
        let row = self.seen_warranty(person, id)?;
        editor(person)?;
        self.own_thing(person, row.item)?;
        Ok(row)
    }

    /// A claim that somebody may change: one about a thing that they may change.
    pub(super) fn own_claim(&self, person: &Person, id: ClaimId) -> Result<Row<Claim>, Refusal> {
        let row = self.seen_claim(person, id)?;
        editor(person)?;
        self.own_thing(person, row.item)?;
        Ok(row)
    }

    /// A proof is there and seen; one that somebody does not see stays until they name another.
    fn check_proof(
        &self,
        by: &Person,
        mut details: WarrantyDetails,
        present: Option<ReceiptId>,
    ) -> Result<WarrantyDetails, Refusal> {
        let seen = |id| self.seen_receipt(by, id).ok();
        match (details.proof, present) {
            (None, Some(proof)) if seen(proof).is_none() => details.proof = present,
            (Some(proof), _) if details.proof != present => {
                let is_there = seen(proof).is_some_and(|row: Row<Receipt>| row.binned.is_none());
                if !is_there {
                    return Err(invalid("proof"));
                }
            }
            _ => {}
        }
        Ok(details)
    }

    /// What a claim is made by covers the same thing, and is there.
    fn check_against(
        &self,
        by: &Person,
        item: ItemId,
        details: &ClaimDetails,
        present: Option<Against>,
    ) -> Result<(), Refusal> {
        let Against::Warranty(warranty) = details.against else {
            return Ok(());
        };
        let warranty = self.seen_warranty(by, warranty);
        let covers = warranty.is_ok_and(|row| row.binned.is_none() && row.item == item);
        if covers || present == Some(details.against) {
            Ok(())
        } else {
            Err(invalid("warranty"))
        }
    }

    /// No warranty names a receipt that goes for good.
    pub(super) fn unprove_warranties(&mut self, receipt: ReceiptId) {
        for id in self.which(|warranty: &Warranty| warranty.details.proof == Some(receipt)) {
            self.correct(id, |warranty: &mut Warranty| warranty.details.proof = None);
        }
    }

    /// A warranty goes for good; what was claimed by it was claimed by something else.
    pub(super) fn purge_warranty(&mut self, id: WarrantyId) {
        let by = Against::Warranty(id);
        for claim in self.which(|claim: &Claim| claim.details.against == by) {
            self.correct(claim, |claim: &mut Claim| {
                claim.details.against = Against::Other;
            });
        }
        self.purge(id);
    }

    /// What an undo has brought back names nothing that is gone for good.
    pub(super) fn let_go_of_promises(&mut self, there: &Self, key: smartinventory::store::Key) {
        if let Some(row) = key.id().and_then(|id| there.find::<Warranty>(id)) {
            let proof = row.details.proof;
            if proof.is_some_and(|proof| there.find::<Receipt>(proof).is_none()) {
                self.correct(row.id, |warranty: &mut Warranty| {
                    warranty.details.proof = None;
                });
            }
        } else if let Some(row) = key.id().and_then(|id| there.find::<Claim>(id))
            && let Against::Warranty(warranty) = row.details.against
            && there.find::<Warranty>(warranty).is_none()
        {
            self.correct(row.id, |claim: &mut Claim| {
                claim.details.against = Against::Other;
            });
        }
    }
}

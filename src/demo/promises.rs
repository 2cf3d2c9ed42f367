//! The guarantees of the demo household on their way onto their things, and what the family has complained about.

use jiff::Span;

use super::{
    house::House,
    household::{self, Complaint, Lasting, Promise},
};
use crate::{
    actions::{belongings, receipts},
    domain::{
        claim::{Against, Claim, ClaimDetails, Ended},
        contact::Contact,
        length::{Length, Unit},
        receipt::ReceiptId,
        warranty::{Term, Warranty, WarrantyDetails},
    },
    error::Result,
};

impl House<'_> {
    /// Says of each thing what was promised about it, and what was wrong with it.
    pub(super) fn note_promises(&self) -> Result<()> {
        household::promises()
            .iter()
            .try_for_each(|promise| self.promise(promise))?;
        household::complaints()
            .iter()
            .try_for_each(|complaint| self.complain(complaint))
    }

    fn promise(&self, promise: &Promise) -> Result<()> {
        self.pause();
        let editor = self.editor("anna")?;
        let term = match promise.lasting {
            Lasting::Years(count) => {
                Length::new(count, Unit::Year).map_or(Term::Unknown, Term::For)
            }
            Lasting::Days(days) => Term::Until(self.today.saturating_add(Span::new().days(days))),
            Lasting::Life => Term::Lifetime,
        };
        let details = WarrantyDetails {
            kind: promise.kind,
            provider: promise.provider.get(self.lang).to_owned(),
            start: None,
            term,
            terms: promise.terms.get(self.lang).to_owned(),
            contact: promise.contact.get(self.lang).to_owned(),
            proof: self.numbered(promise.proof)?,
        };
        let thing = self.thing(promise.thing)?;
        belongings::add::<Warranty>(self.store, &editor, thing, details).map(drop)
    }

    /// The receipt with a number.
    fn numbered(&self, number: &str) -> Result<Option<ReceiptId>> {
        if number.is_empty() {
            return Ok(None);
        }
        let all = receipts::list(&self.store.read()?, self.editor("anna")?.viewer())?;
        let found = all.iter().find(|row| row.details.number == number);
        Ok(found.map(|row| row.id))
    }

    fn complain(&self, complaint: &Complaint) -> Result<()> {
        self.pause();
        let ago = |days: i32| self.today.saturating_sub(Span::new().days(days));
        let contacts = complaint.contacts.iter().map(|(days, with, said)| Contact {
            on: ago(*days),
            with: with.get(self.lang).to_owned(),
            said: said.get(self.lang).to_owned(),
        });
        let details = ClaimDetails {
            against: Against::Right,
            problem: complaint.problem.get(self.lang).to_owned(),
            contacts: contacts.collect(),
            ended: complaint
                .ended
                .map(|(how, days)| Ended { how, on: ago(days) }),
            ..ClaimDetails::opened_on(ago(complaint.days))
        };
        let thing = self.thing(complaint.thing)?;
        belongings::add::<Claim>(self.store, &self.editor("anna")?, thing, details).map(drop)
    }
}

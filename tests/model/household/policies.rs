//! What is done with the household's policies.

use smartinventory::{domain::policy::Policy, store::Expect};

use super::{Household, Refusal, expect, in_use, upkeep::refused};
use crate::{
    cast::{Cast, insured},
    deed::Insuring,
};

impl Household {
    pub(super) fn insure(&mut self, deed: &Insuring, cast: &Cast<'_>) -> Result<(), Refusal> {
        match deed {
            Insuring::Add(insurer) => {
                let id = self.id();
                self.put_policy(
                    Policy {
                        id,
                        details: insured(insurer),
                    },
                    Expect::Any,
                )
            }
            Insuring::Change(policy, seen, insurer) => {
                let id = cast.policy(*policy);
                in_use(&self.get::<Policy>(id)?)?;
                let details = insured(insurer);
                self.put_policy(Policy { id, details }, cast.seen(id, *seen))
            }
            Insuring::Remove(policy, seen) => {
                let id = cast.policy(*policy);
                expect(&self.get::<Policy>(id)?, cast.seen(id, *seen))?;
                self.bin(id).map(drop)
            }
            Insuring::Restore(policy) => self.restore(cast.policy(*policy)).map(drop),
        }
    }

    fn put_policy(&mut self, policy: Policy, seen: Expect) -> Result<(), Refusal> {
        refused([("insurer", policy.details.insurer.is_empty())])?;
        self.put(policy, seen).map(drop)
    }
}

/// What it is called in the log.
pub(super) const fn called(deed: &Insuring) -> &'static str {
    match deed {
        Insuring::Add(..) => "policy-add",
        Insuring::Change(..) => "policy-change",
        Insuring::Remove(..) => "policy-remove",
        Insuring::Restore(..) => "policy-restore",
    }
}

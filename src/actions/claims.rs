//! What people do with claims.

use super::belongings::{self, Actions, Belonging};
use crate::{
    access::Viewer,
    domain::{
        claim::{Against, Claim, ClaimDetails, ClaimId, Outcome},
        contact,
        invalid::Invalid,
        item::ItemId,
        text,
    },
    error::{Error, Result},
    store::{Row, Rows},
};

impl Belonging for Claim {
    type Details = ClaimDetails;

    const ACTIONS: Actions = Actions {
        add: "claim-add",
        change: "claim-change",
        remove: "claim-remove",
        restore: "claim-restore",
    };

    fn new(id: ClaimId, item: ItemId, details: ClaimDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &ClaimDetails {
        &self.details
    }

    fn tidy(details: &mut ClaimDetails) {
        details.problem = text::prose(&details.problem);
        contact::tidy(&mut details.contacts);
    }

    fn check(
        rows: &impl Rows,
        viewer: &Viewer,
        item: ItemId,
        details: &ClaimDetails,
        present: Option<&ClaimDetails>,
    ) -> Result<Invalid> {
        let mut invalid = details.check();
        let stays = present.is_some_and(|present| present.against == details.against);
        if let (Against::Warranty(warranty), false) = (details.against, stays) {
            let is_its = match viewer.of_thing(rows, warranty) {
                Ok(row) => row.binned.is_none() && row.item == item,
                Err(Error::NotFound) => false,
                Err(error) => return Err(error),
            };
            if !is_its {
                invalid.push("warranty", "error-gone");
            }
        }
        Ok(invalid)
    }
}

/// The claims about a thing that somebody sees, outside the bin: the open ones, then the latest.
pub fn of_item(rows: &impl Rows, viewer: &Viewer, item: ItemId) -> Result<Vec<Row<Claim>>> {
    let mut claims = belongings::seen_of_item(rows, viewer, item)?;
    sort(&mut claims);
    Ok(claims)
}

/// The claims that somebody sees about what is not in the bin, outside the bin themselves: the open ones, then the latest.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Claim>>> {
    let claims = belongings::all(rows, viewer)?.into_iter();
    let mut claims: Vec<_> = claims.map(|(claim, _)| claim).collect();
    sort(&mut claims);
    Ok(claims)
}

fn sort(claims: &mut [Row<Claim>]) {
    claims.sort_by_key(|row| {
        let details = &row.details;
        (
            details.ended.is_some(),
            std::cmp::Reverse((details.opened, row.id)),
        )
    });
}

/// How many of these ended with a repair: what would have been thrown away serves on.
#[must_use]
pub fn repaired(claims: &[Row<Claim>]) -> usize {
    let ended = claims.iter().filter_map(|row| row.details.ended);
    ended.filter(|ended| ended.how == Outcome::Repaired).count()
}

#[cfg(test)]
mod tests;

//! Who somebody would like a thing to go to: known to its writer, until they open it to the household.

use super::belongings::{self, Actions, Belonging};
use crate::{
    access::{Editor, Viewer},
    domain::{
        bequest::{Bequest, BequestDetails, BequestId},
        invalid::Invalid,
        item::ItemId,
        text,
    },
    error::Result,
    store::{Expect, Row, Rows, Saved, Store},
};

impl Belonging for Bequest {
    type Details = BequestDetails;

    const ACTIONS: Actions = Actions {
        add: "bequest-add",
        change: "bequest-change",
        remove: "bequest-remove",
        restore: "bequest-restore",
    };

    fn new(id: BequestId, item: ItemId, details: BequestDetails) -> Self {
        Self { id, item, details }
    }

    fn details(&self) -> &BequestDetails {
        &self.details
    }

    fn tidy(details: &mut BequestDetails) {
        details.to = text::line(&details.to);
        details.note = text::prose(&details.note);
    }

    fn check(
        _: &impl Rows,
        _: &Viewer,
        _: ItemId,
        details: &BequestDetails,
        _: Option<&BequestDetails>,
    ) -> Result<Invalid> {
        Ok(details.check())
    }
}

/// Opens a bequest to the household, or keeps it to oneself again.
///
/// # Errors
/// [`crate::error::Error::Denied`] for everybody but its writer; [`crate::error::Error::Conflict`] when it was changed
/// since.
pub fn open(
    store: &Store,
    editor: &Editor,
    id: BequestId,
    seen: Expect,
    open: bool,
) -> Result<Saved<Row<Bequest>>> {
    belongings::adjust(store, editor, id, seen, |bequest: &mut BequestDetails| {
        bequest.open = open;
        Ok(())
    })
}

#[cfg(test)]
mod tests;

//! The change log as a person sees it, piece by piece.

use super::sees;
use crate::{
    access::Viewer,
    error::Result,
    store::{Change, Rows},
};

/// How many rows of the log are looked at in one go: whoever sees little of it must not keep the server busy with all.
const LOOKED: usize = 5_000;

/// A piece of the log, as far as a person sees it.
pub struct Recent {
    /// The changes, the newest first, with only the rows that they see.
    pub changes: Vec<Change>,
    /// Before which change the next piece lies; none when there is no more.
    pub earlier: Option<u64>,
}

/// The changes before one that a person sees something of: at most so many, and fewer when they lie far apart.
pub fn recent(
    rows: &impl Rows,
    viewer: &Viewer,
    before: Option<u64>,
    most: usize,
) -> Result<Recent> {
    recent_within(rows, viewer, before, most, LOOKED)
}

pub(super) fn recent_within(
    rows: &impl Rows,
    viewer: &Viewer,
    before: Option<u64>,
    most: usize,
    mut looks: usize,
) -> Result<Recent> {
    let mut changes = Vec::new();
    let mut earlier = None;
    rows.each_change_before(before.unwrap_or(u64::MAX), |change| {
        let number = change.number;
        let touched = change.touched.len();
        if looks > 0
            && let Some(change) = seen(rows, viewer, change)?
        {
            if changes.len() < most {
                changes.push(change);
            } else {
                looks = 0;
            }
        }
        if looks == 0 {
            earlier = Some(number + 1);
            return Ok(false);
        }
        looks = looks.saturating_sub(touched);
        Ok(true)
    })?;
    Ok(Recent { changes, earlier })
}

/// A change with only the rows that a person sees; none when they see nothing of it.
pub fn seen(rows: &impl Rows, viewer: &Viewer, mut change: Change) -> Result<Option<Change>> {
    let mut visible = Vec::new();
    for touch in change.touched {
        // What is gone has no name to give away; that somebody emptied the bin is for those who could have.
        let sees = if touch.purged {
            viewer.manager().is_ok()
        } else {
            sees(rows, viewer, touch.key)?
        };
        if sees {
            visible.push(touch);
        }
    }
    change.touched = visible;
    Ok((!change.touched.is_empty()).then_some(change))
}

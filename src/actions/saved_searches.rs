//! What people do with saved searches.

use crate::{
    access::Viewer,
    domain::{
        saved_search::{SavedSearch, SavedSearchId},
        text,
    },
    error::{Error, Result},
    store::{Expect, Row, Rows, Saved, Store},
};

/// Saves a view under a name.
///
/// # Errors
/// [`Error::Invalid`] when the name is empty or too long.
pub fn save(
    store: &Store,
    viewer: &Viewer,
    name: &str,
    query: &str,
    shared: bool,
) -> Result<Saved<Row<SavedSearch>>> {
    let name = text::name(name, text::NAME).map_err(|why| Error::invalid("name", why))?;
    if !text::fits(query, 4_000) {
        return Err(Error::invalid("query", "error-too-long"));
    }
    if shared {
        viewer.editor()?;
    }
    let body = SavedSearch {
        id: store.clock().id(),
        person: viewer.person(),
        name,
        query: query.to_owned(),
        shared,
    };
    store.write(Some(viewer.person()), "search-add", |tx| {
        tx.put(body, Expect::Any)
    })
}

/// Removes a saved search of one's own.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's.
pub fn remove(
    store: &Store,
    viewer: &Viewer,
    id: SavedSearchId,
) -> Result<Saved<Row<SavedSearch>>> {
    store.write(Some(viewer.person()), "search-remove", |tx| {
        let present = tx.live::<SavedSearch>(id)?;
        if present.person != viewer.person() {
            return Err(Error::NotFound);
        }
        tx.bin(id)
    })
}

/// The saved searches that somebody has: their own, and those shared with the household.
pub fn list(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<SavedSearch>>> {
    let mut all = rows.all::<SavedSearch>()?;
    all.retain(|search| {
        search.person == viewer.person() || (search.shared && viewer.editor().is_ok())
    });
    all.sort_by_key(|search| search.name.to_lowercase());
    Ok(all)
}

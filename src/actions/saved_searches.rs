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
    let body = checked(viewer, store.clock().id(), name, query, shared)?;
    store.write(Some(viewer.person()), "search-add", |tx| {
        tx.put(body, Expect::Any)
    })
}

/// Changes a saved search of one's own: what it is called, what it shows, and to whom.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's; [`Error::Conflict`] when it was saved since; as [`save`].
pub fn change(
    store: &Store,
    viewer: &Viewer,
    id: SavedSearchId,
    seen: Expect,
    name: &str,
    query: &str,
    shared: bool,
) -> Result<Saved<Row<SavedSearch>>> {
    store.write(Some(viewer.person()), "search-change", |tx| {
        own(tx, viewer, id)?;
        tx.put(checked(viewer, id, name, query, shared)?, seen)
    })
}

fn checked(
    viewer: &Viewer,
    id: SavedSearchId,
    name: &str,
    query: &str,
    shared: bool,
) -> Result<SavedSearch> {
    let name = text::name(name, text::NAME).map_err(|why| Error::invalid("name", why))?;
    if !text::fits(query, 4_000) {
        return Err(Error::invalid("query", "error-too-long"));
    }
    if shared {
        viewer.editor()?;
    }
    Ok(SavedSearch {
        id,
        person: viewer.person(),
        name,
        query: query.to_owned(),
        shared,
    })
}

/// A saved search of one's own.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's.
pub fn own(rows: &impl Rows, viewer: &Viewer, id: SavedSearchId) -> Result<Row<SavedSearch>> {
    let present = rows.live::<SavedSearch>(id)?;
    if present.person == viewer.person() {
        Ok(present)
    } else {
        Err(Error::NotFound)
    }
}

/// Removes a saved search of one's own.
///
/// # Errors
/// [`Error::NotFound`] when it is somebody else's; [`Error::Conflict`] when it was saved since.
pub fn remove(
    store: &Store,
    viewer: &Viewer,
    id: SavedSearchId,
    seen: Expect,
) -> Result<Saved<Row<SavedSearch>>> {
    store.write(Some(viewer.person()), "search-remove", |tx| {
        super::items::expect(&own(tx, viewer, id)?, seen)?;
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

//! What the API does alike with what belongs to one thing: it is added, got, changed, removed, taken back, and told by its versions.

use std::sync::Arc;

use axum::http::StatusCode;
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    json::Patch,
    revision::{Created, Tagged, step, with_actions},
};
use crate::{
    access::{Editor, OfThing, Viewer},
    actions::belongings::{self, Belonging, in_use_with_thing},
    app::App,
    domain::{id::Id, item::ItemId},
    error::Result,
    http::Problem,
    store::{Expect, Reader, Row},
};

/// Adds one to a thing; `home` is where such are, beneath the root of the API.
pub(super) async fn add<T, B>(
    app: &Arc<App>,
    editor: Editor,
    item: ItemId,
    home: &str,
    details: T::Details,
) -> Result<Created<B>, Problem>
where
    T: Belonging + Send + 'static,
    T::Details: Send + 'static,
    B: for<'r> From<&'r Row<T>>,
{
    let change = move |store: &_| belongings::add::<T>(store, &editor, item, details);
    let row = app.change(change).await?.value;
    Ok(Created {
        at: format!("{home}/{}", row.id()),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Gets one that is in use, and its thing too.
pub(super) fn get<T, B>(rows: &Reader, viewer: &Viewer, id: Id<T>) -> Result<Tagged<B>, Problem>
where
    T: Belonging,
    B: for<'r> From<&'r Row<T>>,
{
    let (row, _) = in_use_with_thing(rows, viewer, id)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Changes one that is in use, and its thing too, by a patch of its fields; `read` makes of them, on a day, what they say.
pub(super) async fn change<T, F, B>(
    app: &Arc<App>,
    editor: Editor,
    id: Id<T>,
    seen: Expect,
    patch: Patch<F>,
    read: impl FnOnce(F, Date) -> Result<T::Details> + Send + 'static,
) -> Result<Tagged<B>, Problem>
where
    T: Belonging + Send + 'static,
    F: for<'d> From<&'d T::Details> + Serialize + DeserializeOwned + Send + 'static,
    B: for<'r> From<&'r Row<T>>,
{
    step(app, move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::adjust(store, &editor, id, seen, |details| {
            let fields = patch.onto(&(&*details).into())?;
            *details = read(fields, store.clock().today())?;
            Ok(())
        })
    })
    .await
}

/// Puts one that is in use, and its thing too, into the bin.
pub(super) async fn remove<T>(
    app: &Arc<App>,
    editor: Editor,
    id: Id<T>,
    seen: Expect,
) -> Result<StatusCode, Problem>
where
    T: Belonging + Send + 'static,
{
    app.change(move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes one out of the bin.
pub(super) async fn restore<T, B>(
    app: &Arc<App>,
    editor: Editor,
    id: Id<T>,
) -> Result<Tagged<B>, Problem>
where
    T: Belonging + Send + 'static,
    B: for<'r> From<&'r Row<T>>,
{
    step(app, move |store| belongings::restore(store, &editor, id)).await
}

/// The versions of one, each with the action that made it.
pub(super) fn versions<T: OfThing, V>(
    rows: &Reader,
    viewer: &Viewer,
    id: Id<T>,
    told: impl Fn(String, &Row<T>) -> V,
) -> Result<Vec<V>> {
    let versions = with_actions(rows, viewer.of_thing_versions(rows, id)?)?.into_iter();
    Ok(versions.map(|(action, row)| told(action, &row)).collect())
}

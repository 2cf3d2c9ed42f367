//! What one press of a button does with a thing, and the way from a label's number to it.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::Redirect,
    routing::{get, post},
};

use crate::{
    access::{Editor, Viewer},
    actions::{history, items},
    app::App,
    domain::{
        item::{Item, ItemId},
        number::Number,
        place::Place,
    },
    error::Error,
    http::{Done, Path, Problem, Snapshot},
    store::{Expect, Revision, Rows},
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items/{id}/copy", post(copy))
        .route("/items/{id}/remove", post(remove))
        .route("/items/{id}/restore", post(restore))
        .route("/items/{id}/versions/{revision}", post(bring_back))
        .route("/n/{number}", get(numbered))
}

async fn copy(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| items::copy(store, &editor, id))
        .await?;
    let to = format!("/items/{}/edit", saved.value.id);
    Ok(Done::new(&app, "item-copy", to).undo(saved.undo()))
}

async fn remove(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| items::remove(store, &editor, id, Expect::Any))
        .await?;
    let to = if saved.value.is_template() {
        "/templates"
    } else {
        "/items"
    };
    Ok(Done::new(&app, "item-remove", to).undo(saved.undo()))
}

async fn restore(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| items::restore(store, &editor, id))
        .await?;
    Ok(Done::new(&app, "item-restore", format!("/items/{id}")).undo(saved.undo()))
}

async fn bring_back(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Path((id, revision)): Path<(ItemId, u64)>,
) -> Result<Done, Problem> {
    let revision = Revision::new(revision);
    let saved = app
        .change(move |store| history::restore_item(store, &viewer, id, revision))
        .await?;
    Ok(Done::new(&app, "item-bring-back", format!("/items/{id}")).undo(saved.undo()))
}

async fn numbered(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(number): Path<String>,
) -> Result<Redirect, Problem> {
    let number: Number = number.parse().map_err(|_| Error::NotFound)?;
    let key = rows.numbered(number)?.ok_or(Error::NotFound)?;
    let to = if let Some(item) = key.id::<Item>() {
        format!("/items/{}", viewer.item(&rows, item)?.id)
    } else if let Some(place) = key.id::<Place>() {
        format!("/places/{}", viewer.place(&rows, place)?.id)
    } else {
        return Err(Error::NotFound.into());
    };
    Ok(Redirect::to(&to))
}

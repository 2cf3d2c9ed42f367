//! How dear a thing is: one press on its page.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    access::Editor,
    actions::memories,
    app::App,
    domain::item::{Affection, ItemId},
    error::Error,
    http::{Done, Form as Sent, Path, Problem},
    store::Expect,
};

/// What the press says.
#[derive(Deserialize)]
pub(super) struct Feeling {
    /// How dear; empty where nobody says any more.
    affection: String,
}

/// `POST /items/{id}/affection`.
pub(super) async fn feel(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ItemId>,
    Sent(feeling): Sent<Feeling>,
) -> Result<Response, Problem> {
    let affection = match feeling.affection.as_str() {
        "" => None,
        key => Some(
            Affection::from_key(key).ok_or_else(|| Error::invalid("affection", "error-choice"))?,
        ),
    };
    // A press says all there is to say: what else was changed meanwhile stays, and the last press holds.
    let saved = app
        .change(move |store| memories::feel(store, &editor, id, Expect::Any, affection))
        .await?;
    let done = Done::new(&app, "item-change", format!("/items/{id}")).undo(saved.undo());
    Ok(done.into_response())
}

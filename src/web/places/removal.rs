//! Putting a place into the bin and taking it out; what is in it stays in the house.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;

use crate::{
    access::Manager,
    actions::places,
    app::App,
    domain::place::PlaceId,
    http::{Done, Form, Path, Problem},
    store::{Expect, Revision},
};

/// The version of the place that the person saw.
#[derive(Deserialize)]
pub(super) struct Seen {
    revision: u64,
}

pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<PlaceId>,
    Form(seen): Form<Seen>,
) -> Result<Done, Problem> {
    let seen = Expect::Revision(Revision::new(seen.revision));
    let removed = app
        .change(move |store| places::remove(store, &manager, id, seen))
        .await?;
    let (told, to) = match removed.value.details.parent {
        Some(parent) => ("place-remove", format!("/places/{parent}")),
        None => ("place-remove-home", "/places".to_owned()),
    };
    Ok(Done::new(&app, told, to).undo(removed.undo()))
}

pub(super) async fn restore(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<PlaceId>,
) -> Result<Done, Problem> {
    let restored = app
        .change(move |store| places::restore(store, &manager, id))
        .await?;
    let to = format!("/places/{id}");
    Ok(Done::new(&app, "place-restore", to).undo(restored.undo()))
}

//! Inventory rounds: which there were, the walk through the rooms, and what each found.

mod form;
mod list;
mod result;
mod round;
mod stop;
mod thing;
mod walk;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{
    app::App,
    domain::round::Round,
    ui::{breadcrumb::Breadcrumb, look::Look},
    web::page::rounds as words,
};

/// Where rounds are.
const HERE: &str = "/rounds";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/rounds/new", get(form::blank).post(form::begin))
        .route("/rounds/{id}", get(round::show))
        .route("/rounds/{id}/edit", get(form::edit).post(form::save))
        .route("/rounds/{id}/end", post(round::end))
        .route("/rounds/{id}/resume", post(round::resume))
        .route("/rounds/{id}/remove", post(round::remove))
        .route("/rounds/{id}/restore", post(round::restore))
        .route("/rounds/{id}/rooms/{room}", get(walk::room))
        .route("/rounds/{id}/things/{item}", get(thing::show))
        .route("/rounds/{id}/sightings", post(stop::answer))
}

fn way(look: &Look) -> Breadcrumb {
    let title = look.text("rounds-title");
    Breadcrumb::new(title.as_str()).step(title, HERE)
}

/// From the list of rounds over this one.
fn way_to(look: &Look, round: &Round) -> Breadcrumb {
    way(look).step(words::name(look, round), format!("{HERE}/{}", round.id))
}

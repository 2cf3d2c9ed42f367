//! The registry's pages, for everybody and without a script: check a number, look at an entry, write to its owner, read the answer.

mod check;
mod entry;
mod prose;
mod reader;
mod thread;
mod tip;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use super::service::Registry;
use crate::protocol::entry::Colour;

pub use self::reader::Reader;

/// Every route of the pages.
pub fn routes() -> Router<Arc<Registry>> {
    Router::new()
        .route("/", get(check::ask))
        .route("/check", post(check::answer))
        .route("/entries/{id}", get(entry::show))
        .route("/entries/{id}/tip", get(tip::ask).post(tip::take))
        .route("/thread/{token}", get(thread::show).post(thread::reply))
        .route("/how", get(prose::how))
        .route("/privacy", get(prose::privacy))
        .route("/robots.txt", get(prose::robots))
        .route("/look", post(reader::change))
}

/// What a colour is called.
const fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Black => "registry-colour-black",
        Colour::White => "registry-colour-white",
        Colour::Grey => "registry-colour-grey",
        Colour::Silver => "registry-colour-silver",
        Colour::Gold => "registry-colour-gold",
        Colour::Red => "registry-colour-red",
        Colour::Orange => "registry-colour-orange",
        Colour::Yellow => "registry-colour-yellow",
        Colour::Green => "registry-colour-green",
        Colour::Blue => "registry-colour-blue",
        Colour::Purple => "registry-colour-purple",
        Colour::Pink => "registry-colour-pink",
        Colour::Brown => "registry-colour-brown",
        Colour::Beige => "registry-colour-beige",
        Colour::Multicoloured => "registry-colour-multicoloured",
        Colour::Transparent => "registry-colour-transparent",
    }
}

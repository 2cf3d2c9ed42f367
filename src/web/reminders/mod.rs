//! Reminders: what is due for a person, and how they answer it, signed in or by a link in a message.

mod calendar;
mod link;
mod list;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{app::App, domain::reminder::Occasion, ui::icon::Icon};

/// Where the list is.
const HERE: &str = "/reminders";

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/reminders/{cue}", post(list::answer))
        .route("/answers/{link}", get(link::show))
        .route(
            "/answers/{link}/{answer}",
            get(link::show_answer).post(link::answer),
        )
        .route("/calendar/{file}", get(calendar::show))
}

/// The drawing of an occasion.
const fn icon(occasion: Occasion) -> Icon {
    match occasion {
        Occasion::RightEnds | Occasion::WarrantyEnds => Icon::Shield,
        Occasion::UpkeepDue => Icon::Upkeep,
        Occasion::LoanDue => Icon::Person,
        Occasion::ReceiptMayGo => Icon::Receipt,
        Occasion::ValueOld => Icon::Tag,
        Occasion::PolicyRenews => Icon::Umbrella,
        Occasion::RoundDue => Icon::Round,
    }
}

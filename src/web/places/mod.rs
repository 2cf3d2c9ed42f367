//! Places: the tree of homes and everything beneath, and the page of each place.

mod conflict;
mod form;
mod home;
mod overview;
mod place;
mod relocation;
mod removal;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use maud::{Markup, html};

use crate::{
    access::Viewer,
    actions::places,
    app::App,
    domain::place::{PlaceId, PlaceKind},
    error::Result,
    store::Rows,
    ui::{breadcrumb::Breadcrumb, button::Button, form::Choice, icon::Icon, look::Look},
    web::page::choices,
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/places", get(overview::show))
        .route("/places/home", get(home::show).post(home::add))
        .route("/places/new", get(form::show_new).post(form::add))
        .route("/places/{id}", get(place::show))
        .route("/places/{id}/edit", get(form::show_edit).post(form::save))
        .route(
            "/places/{id}/move",
            get(relocation::show).post(relocation::relocate),
        )
        .route("/places/{id}/remove", post(removal::remove))
        .route("/places/{id}/restore", post(removal::restore))
}

/// The key of what a kind of place is called.
const fn kind_text(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::House => "places-kind-house",
        PlaceKind::Cottage => "places-kind-cottage",
        PlaceKind::Boat => "places-kind-boat",
        PlaceKind::Storage => "places-kind-storage",
        PlaceKind::Room => "places-kind-room",
        PlaceKind::Cupboard => "places-kind-cupboard",
        PlaceKind::Box => "places-kind-box",
        PlaceKind::Other => "places-kind-other",
    }
}

/// The way down to a place, itself left out; only over places that the reader sees.
fn way_to(rows: &impl Rows, viewer: &Viewer, look: &Look, place: PlaceId) -> Result<Breadcrumb> {
    let mut way = Breadcrumb::new(look.text("places-way")).step(look.text("ui-places"), "/places");
    for around in places::path(rows, place)? {
        if around.id != place && viewer.sees_place(rows, around.id)? {
            let href = format!("/places/{}", around.id);
            way = way.step(around.body.details.name, href);
        }
    }
    Ok(way)
}

/// The way to where the photos of a place are put in order, turned, named and removed.
fn arrange(look: &Look, place: PlaceId) -> Button {
    Button::link(
        look.text("photos-arrange"),
        format!("/places/{place}/photos"),
    )
    .icon(Icon::Photo)
    .small()
}

/// Every place that something may be put into, each set in beneath what it is in; never `without` and what is in that.
fn parents(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &Look,
    without: Option<PlaceId>,
) -> Result<Vec<Choice>> {
    let mut offered = vec![Choice::new("", look.text("places-parent-none"))];
    offered.extend(choices::places(rows, viewer, look.lang, without)?);
    Ok(offered)
}

/// Boxes to tick, several of few: what each sends, its words, and whether it is ticked.
fn ticks(legend: &str, name: &str, hint: &str, boxes: &[(String, String, bool)]) -> Markup {
    let hint_id = format!("field-{name}-hint");
    html! {
        fieldset.field aria-describedby=(hint_id) {
            legend { (legend) }
            div.ticks {
                @for (value, label, ticked) in boxes {
                    label.tick { input type="checkbox" name=(name) value=(value) checked[*ticked]; span { (label) } }
                }
            }
            p.field-hint id=(hint_id) { (hint) }
        }
    }
}

//! A home with its usual rooms, made in one tap: what a household without places begins with.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{kind_text, ticks};
use crate::{
    access::Editor,
    actions::places,
    app::App,
    domain::{
        invalid::Invalid,
        lang::Lang,
        place::{PlaceDetails, PlaceKind},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Problem},
    ui::{
        banner::Banner,
        form::Field,
        layout::Page,
        look::{Look, Section},
    },
    web::page::place_icon,
};

/// What can be a home, with the key of what it is called until somebody says better, and whether it has rooms.
const HOMES: [(PlaceKind, &str, bool); 4] = [
    (PlaceKind::House, "places-home-house", true),
    (PlaceKind::Cottage, "places-home-cottage", true),
    (PlaceKind::Boat, "places-home-boat", false),
    (PlaceKind::Storage, "places-home-storage", false),
];

/// The usual rooms: what the form calls them, the key of their name, and whether nearly every home has one.
const ROOMS: [(&str, &str, bool); 9] = [
    ("hall", "places-room-hall", true),
    ("kitchen", "places-room-kitchen", true),
    ("living", "places-room-living", true),
    ("bedroom", "places-room-bedroom", true),
    ("bathroom", "places-room-bathroom", true),
    ("cellar", "places-room-cellar", false),
    ("attic", "places-room-attic", false),
    ("store", "places-room-store", false),
    ("garage", "places-room-garage", false),
];

/// What the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct HomeForm {
    name: String,
    kind: String,
    rooms: Vec<String>,
}

impl HomeForm {
    /// As it is before anybody has touched it.
    pub(super) fn first() -> Self {
        let usual = ROOMS.iter().filter(|(_, _, usual)| *usual);
        Self {
            rooms: usual.map(|(room, _, _)| (*room).to_owned()).collect(),
            ..Self::default()
        }
    }

    /// The home, and what its rooms are called.
    fn parse(&self, lang: Lang) -> Result<(PlaceDetails, Vec<String>)> {
        let home = PlaceKind::from_key(&self.kind)
            .and_then(|kind| HOMES.iter().find(|(home, _, _)| *home == kind));
        let Some((kind, usual_name, has_rooms)) = home else {
            return Err(Error::invalid("kind", "error-place-kind"));
        };
        let mut details = PlaceDetails::named(&self.name, *kind, None);
        if details.name.is_empty() {
            details.name = lang.text(usual_name);
        }
        let wanted = |room: &&(&str, &str, bool)| *has_rooms && self.has(room.0);
        let rooms = ROOMS.iter().filter(wanted);
        Ok((details, rooms.map(|(_, name, _)| lang.text(name)).collect()))
    }

    fn has(&self, room: &str) -> bool {
        self.rooms.iter().any(|wanted| wanted == room)
    }
}

pub(super) async fn show(_: Editor, look: Look, Htmx(htmx): Htmx) -> Result<Markup, Problem> {
    let look = look.at(Section::Places);
    Ok(page(&look, &HomeForm::first(), &Invalid::default()).answer(htmx))
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Form(form): Form<HomeForm>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let (given, lang) = (form.clone(), look.lang);
    let added = app
        .change(move |store| {
            let (home, rooms) = given.parse(lang)?;
            places::add_home(store, &editor, home, &rooms)
        })
        .await;
    match added {
        Ok(added) => {
            let to = format!("/places/{}", added.value.id);
            Ok(Done::new(&app, "place-add", to)
                .undo(added.undo())
                .into_response())
        }
        Err(Error::Invalid(invalid)) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            page(&look, &form, &invalid).answer(htmx),
        )
            .into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The page that a household without places begins with.
pub(super) fn first_page(look: &Look) -> Page<'_> {
    let body = body(look, &HomeForm::first(), &Invalid::default());
    Page::new(look, look.text("places-first"), body)
        .lead(look.text("places-first-text"))
        .narrow()
}

fn page<'a>(look: &'a Look, form: &HomeForm, invalid: &Invalid) -> Page<'a> {
    Page::new(
        look,
        look.text("places-new-home"),
        body(look, form, invalid),
    )
    .lead(look.text("places-again-text"))
    .narrow()
}

fn body(look: &Look, form: &HomeForm, invalid: &Invalid) -> Markup {
    let rooms: Vec<_> = ROOMS
        .iter()
        .map(|(room, name, _)| ((*room).to_owned(), look.text(name), form.has(room)))
        .collect();
    html! {
        form.form method="post" action="/places/home" novalidate {
            @if let Some(wrong) = invalid.get("kind") { (Banner::error(look.text(wrong))) }
            (ticks(&look.text("places-rooms"), "rooms", &look.text("places-rooms-hint"), &rooms))
            (Field::text("name", look.text("places-home-name")).value(&form.name).hint(look.text("places-home-name-hint"))
                .refused(look.lang, invalid))
            fieldset.field {
                legend { (look.text("places-home-kind")) }
                div.kinds {
                    @for (kind, _, _) in HOMES {
                        button.kind type="submit" name="kind" value=(kind.key()) { (place_icon(kind)) span { (look.text(kind_text(kind))) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_comes_with_its_usual_rooms_and_a_name() {
        let form = HomeForm {
            kind: "house".into(),
            ..HomeForm::first()
        };
        let (home, rooms) = form.parse(Lang::Sv).unwrap();
        assert_eq!((home.name.as_str(), home.kind), ("Hemma", PlaceKind::House));
        assert_eq!(rooms, ["Hall", "Kök", "Vardagsrum", "Sovrum", "Badrum"]);
    }

    #[test]
    fn a_boat_has_no_kitchen_whatever_is_ticked() {
        let form = HomeForm {
            name: " Albertina ".into(),
            kind: "boat".into(),
            ..HomeForm::first()
        };
        let (home, rooms) = form.parse(Lang::Sv).unwrap();
        assert_eq!(home.name, "Albertina");
        assert_eq!(rooms, Vec::<String>::new());
    }

    #[test]
    fn a_box_is_no_home() {
        let form = HomeForm {
            kind: "box".into(),
            ..HomeForm::first()
        };
        assert!(matches!(form.parse(Lang::Sv), Err(Error::Invalid(_))));
    }
}

//! The page of quick add: camera, name, saved.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use serde::Deserialize;

use super::sticky::Sticky;
use crate::{
    access::Editor,
    app::App,
    error::{Error, Invalid, Result},
    http::{Htmx, Problem, Query},
    store::Reader,
    ui::{
        banner::Banner,
        button::Button,
        form::{Choice, Control, Field, Hidden, QuickAdd},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
    web::page::choices,
};

/// `GET /add`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Query(from): Query<From>,
) -> Result<Markup, Problem> {
    let rows = app.store.read()?;
    let remembered = Sticky::remembered(&rows, editor.viewer())?;
    let sticky = Sticky {
        place: from.place.parse().ok().or(remembered.place),
        round: from.round.parse().ok(),
        ..remembered
    };
    Ok(Sheet::new(sticky).page(&rows, &editor, look, htmx)?)
}

/// Where somebody comes from: a room on an inventory round.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    place: String,
    round: String,
}

/// What the form holds, and what was wrong with it.
pub(super) struct Sheet<'a> {
    pub(super) name: &'a str,
    pub(super) sticky: Sticky,
    pub(super) invalid: Invalid,
    pub(super) banner: Option<Banner>,
}

impl Sheet<'_> {
    /// An empty form with a place and an owner.
    pub(super) fn new(sticky: Sticky) -> Self {
        Self {
            name: "",
            sticky,
            invalid: Invalid::default(),
            banner: None,
        }
    }

    pub(super) fn page(
        self,
        rows: &Reader,
        editor: &Editor,
        look: Look,
        htmx: bool,
    ) -> Result<Markup> {
        let look = look.at(Section::Add);
        let sticky = html! {
            (self.field(&look, "place", "add-place", "add-place-none", choices::places(rows, editor.viewer(), look.lang, None)?))
            (self.field(&look, "owner", "add-owner", "add-owner-all", choices::owners(rows)?))
            @if let Some(round) = self.sticky.round { (Hidden("round", &round.to_string())) }
        };
        let form = QuickAdd {
            look: &look,
            action: "/add",
            tray: "/add/tray",
            name: self.name,
            sticky,
        };
        let page = Page::new(&look, look.text("ui-add"), html! { (form) })
            .actions(html! {
                @if let Some(room) = self.sticky.room() {
                    (Button::link(look.text("rounds-back"), room).icon(Icon::Round))
                }
                (Button::link(look.text("add-full"), "/items/new").icon(Icon::Edit).bare())
            })
            .narrow();
        let page = match self.banner {
            Some(banner) => page.banner(banner),
            None => page,
        };
        Ok(page.answer(htmx))
    }

    fn field(
        &self,
        look: &Look,
        name: &'static str,
        label: &str,
        none: &str,
        mut choices: Vec<Choice>,
    ) -> Field {
        let chosen = match name {
            "place" => self.sticky.place.map(|place| place.to_string()),
            _ => self.sticky.owner.map(|owner| owner.to_string()),
        };
        choices.insert(0, Choice::new("", look.text(none)));
        Field::new(name, look.text(label), Control::Select(choices))
            .value(chosen.unwrap_or_default())
            .refused(look.lang, &self.invalid)
    }
}

/// The fields of a thing, as this form calls them.
pub(super) fn as_called_here(error: Error) -> Result<Invalid> {
    let Error::Invalid(fields) = error else {
        return Err(error);
    };
    let mut invalid = Invalid::default();
    for (field, text) in fields.iter() {
        let here = match field {
            "location" => "place",
            "owners" => "owner",
            field => field,
        };
        invalid.push(here, text);
    }
    Ok(invalid)
}

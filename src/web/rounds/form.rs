//! The form of a round: beginning one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use super::{HERE, way, way_to};
use crate::{
    access::Manager,
    actions::rounds,
    app::App,
    domain::{
        invalid::Invalid,
        round::{Round, RoundDetails, RoundId},
    },
    error::{Error, Result},
    http::{Done, Form as Filled, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Row},
    ui::{
        form::{Choice, Control, Field, Form},
        layout::Page,
        look::{Look, Section},
    },
    web::page::{choices, rounds as words, typed::Typed},
};

/// `GET /rounds/new`.
pub(super) async fn blank(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Ready);
    let sheet = Sheet::of(&rows, &manager, &look);
    Ok(sheet
        .blank(&Typed::default(), &Invalid::default())?
        .answer(htmx))
}

/// `POST /rounds/new`.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Filled(typed): Filled<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Ready);
    let begun = match read(&typed) {
        Ok(details) => {
            let by = manager.clone();
            app.change(move |store| rounds::begin(store, &by, details))
                .await
        }
        Err(error) => Err(error),
    };
    match begun {
        Ok(begun) => {
            let done = Done::new(&app, "round-begin", format!("{HERE}/{}", begun.value.id));
            Ok(done.undo(begun.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = Sheet::of(&rows, &manager, &look).blank(&typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /rounds/{id}/edit`.
pub(super) async fn edit(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Ready);
    let round = present(&rows, &manager, id)?;
    let mut typed = Typed::default();
    typed.add("name", round.details.name.as_str());
    typed.add_known("place", round.details.place);
    typed.add("note", round.details.note.as_str());
    let typed = typed.filled_in_from(round.revision);
    let sheet = Sheet::of(&rows, &manager, &look);
    Ok(sheet
        .edit(&round, &typed, &Invalid::default())?
        .answer(htmx))
}

/// `POST /rounds/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
    Filled(typed): Filled<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Ready);
    let round = present(&rows, &manager, id)?;
    let saved = match read(&typed) {
        Ok(details) => {
            let (by, seen) = (manager.clone(), Expect::Revision(typed.seen()));
            let set = |present: &mut RoundDetails| {
                *present = details;
                Ok(())
            };
            app.change(move |store| rounds::adjust(store, &by, id, seen, set))
                .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, "round-change", format!("{HERE}/{id}"));
            Ok(done.undo(saved.undo()).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = Sheet::of(&rows, &manager, &look).edit(&round, &typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn present(rows: &Reader, manager: &Manager, id: RoundId) -> Result<Row<Round>> {
    let round = rounds::one(rows, manager.editor(), id)?;
    if round.binned.is_some() {
        return Err(Error::NotFound);
    }
    Ok(round)
}

fn read(typed: &Typed) -> Result<RoundDetails> {
    let mut invalid = Invalid::default();
    let place = match typed.get("place") {
        "" => None,
        place => {
            let place = place.parse().ok();
            if place.is_none() {
                invalid.push("place", "error-place-gone");
            }
            place
        }
    };
    let details = RoundDetails {
        name: typed.get("name").to_owned(),
        place,
        note: typed.get("note").to_owned(),
    };
    invalid.or(details).map_err(Error::from)
}

/// The form with what is typed into it.
struct Sheet<'a, 'b> {
    rows: &'b Reader,
    manager: &'b Manager,
    look: &'a Look,
}

impl<'a, 'b> Sheet<'a, 'b> {
    const fn of(rows: &'b Reader, manager: &'b Manager, look: &'a Look) -> Self {
        Self {
            rows,
            manager,
            look,
        }
    }

    fn blank(&self, typed: &Typed, invalid: &Invalid) -> Result<Page<'a>> {
        let look = self.look;
        let fields = self.fields(typed, invalid, false)?;
        let form = Form::new(look, format!("{HERE}/new"), fields)
            .refused(invalid)
            .save(look.text("rounds-begin"))
            .cancel(HERE);
        Ok(Page::new(look, look.text("rounds-new"), form.render())
            .breadcrumb(way(look))
            .lead(look.text("rounds-new-lead"))
            .narrow())
    }

    fn edit(&self, round: &Row<Round>, typed: &Typed, invalid: &Invalid) -> Result<Page<'a>> {
        let look = self.look;
        let own = format!("{HERE}/{}", round.id);
        let fields = self.fields(typed, invalid, true)?;
        let form = Form::new(look, format!("{own}/edit"), fields)
            .refused(invalid)
            .revision(typed.seen().get())
            .cancel(own);
        let title = look.text_with("rounds-edit", "name", &words::name(look, round));
        Ok(Page::new(look, title, form.render())
            .breadcrumb(way_to(look, round))
            .narrow())
    }

    fn fields(&self, typed: &Typed, invalid: &Invalid, with_note: bool) -> Result<Markup> {
        let look = self.look;
        let viewer = self.manager.viewer();
        let mut places = choices::places(self.rows, viewer, look.lang, None)?;
        places.insert(0, Choice::new("", look.text("rounds-everywhere")));
        let field = |name: &'static str, label: &str, control| {
            Field::new(name, look.text(label), control)
                .value(typed.get(name))
                .refused(look.lang, invalid)
        };
        let name = field("name", "rounds-name", Control::Text).hint(look.text("rounds-name-hint"));
        Ok(html! {
            (name)
            (field("place", "rounds-place", Control::Select(places)))
            @if with_note { (field("note", "rounds-note", Control::Area(3))) }
        })
    }
}

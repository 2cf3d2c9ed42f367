//! The form of a place: adding one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{arrange, conflict, kind_text, parents, relocation, ticks, way_to};
use crate::{
    access::{Editor, Viewer},
    actions::{household, places},
    app::App,
    domain::{
        invalid::Invalid,
        person::{PersonId, Role},
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Query},
    store::{Expect, Revision, Row, Rows},
    ui::{
        form::{Control, Field, Form as Fields},
        layout::Page,
        look::{Look, Section},
    },
    web::page::place_icon,
};

/// What the form holds, as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PlaceForm {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) parent: String,
    pub(super) note: String,
    pub(super) guests: Vec<String>,
    pub(super) revision: u64,
    #[serde(rename = "keep.name")]
    keep_name: Keep,
    #[serde(rename = "keep.kind")]
    keep_kind: Keep,
    #[serde(rename = "keep.parent")]
    keep_parent: Keep,
    #[serde(rename = "keep.note")]
    keep_note: Keep,
    #[serde(rename = "keep.guests")]
    keep_guests: Keep,
}

/// Whose version of a field is to hold, when two people saved at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Keep {
    #[default]
    Mine,
    Theirs,
}

impl PlaceForm {
    pub(super) fn of(details: &PlaceDetails) -> Self {
        Self {
            name: details.name.clone(),
            kind: details.kind.key().to_owned(),
            parent: details
                .parent
                .map(|parent| parent.to_string())
                .unwrap_or_default(),
            note: details.note.clone(),
            guests: details.guests.iter().map(ToString::to_string).collect(),
            ..Self::default()
        }
    }

    /// What the person says. A guest whom the form does not offer, because they have left, stays one of `present`.
    pub(super) fn parse(
        &self,
        offered: &[PersonId],
        present: Option<&PlaceDetails>,
    ) -> Result<PlaceDetails> {
        let Some(kind) = PlaceKind::from_key(&self.kind) else {
            return Err(Error::invalid("kind", "error-place-kind"));
        };
        let parent = relocation::parse(&self.parent)?;
        let mut details = PlaceDetails::named(&self.name, kind, parent);
        details.note.clone_from(&self.note);
        let chosen = self.guests.iter().filter_map(|guest| guest.parse().ok());
        details.guests = chosen.filter(|guest| offered.contains(guest)).collect();
        let Some(present) = present else {
            return Ok(details);
        };
        let left = present
            .guests
            .iter()
            .filter(|guest| !offered.contains(guest));
        details.guests.extend(left);
        Ok(self.choose(details, present))
    }

    fn choose(&self, mine: PlaceDetails, theirs: &PlaceDetails) -> PlaceDetails {
        fn pick<T>(keep: Keep, mine: T, theirs: T) -> T {
            match keep {
                Keep::Mine => mine,
                Keep::Theirs => theirs,
            }
        }
        PlaceDetails {
            name: pick(self.keep_name, mine.name, theirs.name.clone()),
            kind: pick(self.keep_kind, mine.kind, theirs.kind),
            parent: pick(self.keep_parent, mine.parent, theirs.parent),
            note: pick(self.keep_note, mine.note, theirs.note.clone()),
            guests: pick(self.keep_guests, mine.guests, theirs.guests.clone()),
        }
    }
}

/// The guests of the household: those whom a place can be shared with.
pub(super) fn guests(rows: &impl Rows) -> Result<Vec<(PersonId, String)>> {
    let people = household::people(rows)?;
    let guests = people
        .into_iter()
        .filter(|person| person.role == Role::Guest);
    Ok(guests.map(|person| (person.id, person.body.name)).collect())
}

fn ids(guests: &[(PersonId, String)]) -> Vec<PersonId> {
    guests.iter().map(|(id, _)| *id).collect()
}

/// What a form for a new place is asked for with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Start {
    r#in: Option<String>,
}

pub(super) async fn show_new(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Query(start): Query<Start>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Places);
    let rows = app.store.read()?;
    let viewer = editor.viewer();
    let around = match start.r#in.and_then(|around| around.parse().ok()) {
        Some(around) => Some(viewer.place(&rows, around)?),
        None => only_home(&rows, viewer, &look)?,
    };
    let kind = around
        .as_ref()
        .map_or(PlaceKind::House, |around| around.details.kind.usual_child());
    let details = PlaceDetails::named("", kind, around.map(|around| around.id));
    let form = PlaceForm::of(&details);
    Ok(new_page(&rows, viewer, &look, &form, &Invalid::default())?.answer(htmx))
}

/// What a new place most likely is in, when nobody has said.
fn only_home(rows: &impl Rows, viewer: &Viewer, look: &Look) -> Result<Option<Row<Place>>> {
    let mut homes = places::tree(rows, viewer, look.lang)?;
    Ok(if homes.len() == 1 {
        homes.pop().map(|home| home.place)
    } else {
        None
    })
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Form(form): Form<PlaceForm>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let (given, writer) = (form.clone(), editor.clone());
    let added = app
        .change(move |store| {
            let offered = ids(&guests(&store.read()?)?);
            places::add(store, &writer, given.parse(&offered, None)?)
        })
        .await;
    match added {
        Ok(added) => {
            let to = format!("/places/{}", added.value.id);
            let done = Done::new(&app, "place-add", to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let rows = app.store.read()?;
            let page = new_page(&rows, editor.viewer(), &look, &form, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_edit(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PlaceId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let rows = app.store.read()?;
    let place = editor.place(&rows, id)?;
    if place.binned.is_some() {
        return Ok(Redirect::to(&format!("/places/{id}")).into_response());
    }
    let form = PlaceForm {
        revision: place.revision.get(),
        ..PlaceForm::of(&place.details)
    };
    let page = edit_page(
        &rows,
        editor.viewer(),
        &look,
        &place,
        &form,
        &Invalid::default(),
    )?;
    Ok(page.answer(htmx).into_response())
}

pub(super) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<PlaceId>,
    Form(form): Form<PlaceForm>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Places);
    let (given, changer) = (form.clone(), editor.clone());
    let saved = app
        .change(move |store| {
            let rows = store.read()?;
            let present = changer.place(&rows, id)?;
            let details = given.parse(&ids(&guests(&rows)?), Some(&present.details))?;
            let seen = Expect::Revision(Revision::new(given.revision));
            places::change(store, &changer, id, seen, details)
        })
        .await;
    let rows = app.store.read()?;
    let (status, page) = match saved {
        Ok(saved) => {
            let to = format!("/places/{id}");
            let done = Done::new(&app, "place-change", to).undo(saved.undo());
            return Ok(done.into_response());
        }
        Err(Error::Invalid(invalid)) => {
            let place = editor.place(&rows, id)?;
            let page = edit_page(&rows, editor.viewer(), &look, &place, &form, &invalid)?;
            (StatusCode::UNPROCESSABLE_ENTITY, page)
        }
        Err(Error::Conflict) => {
            let place = editor.place(&rows, id)?;
            if place.binned.is_some() {
                return Err(Error::Conflict.into());
            }
            let mine = form.parse(&ids(&guests(&rows)?), Some(&place.details))?;
            let seen = Revision::new(form.revision);
            let page = conflict::page(&rows, &look, &place, seen, &mine)?;
            (StatusCode::PRECONDITION_FAILED, page)
        }
        Err(error) => return Err(error.into()),
    };
    Ok((status, page.answer(htmx)).into_response())
}

fn new_page<'a>(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &'a Look,
    form: &PlaceForm,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let back = if form.parent.is_empty() {
        "/places".to_owned()
    } else {
        format!("/places/{}", form.parent)
    };
    let fields = fields(rows, viewer, look, form, None, invalid)?;
    let form = Fields::new(look, "/places/new", fields)
        .refused(invalid)
        .cancel(back);
    Ok(Page::new(look, look.text("places-new-title"), form.render()).narrow())
}

fn edit_page<'a>(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &'a Look,
    place: &Row<Place>,
    form: &PlaceForm,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let id = place.id;
    let fields = fields(rows, viewer, look, form, Some(id), invalid)?;
    let form = Fields::new(look, format!("/places/{id}/edit"), fields)
        .revision(form.revision)
        .refused(invalid)
        .cancel(format!("/places/{id}"));
    let title = look.text_with("places-edit-title", "place", &place.details.name);
    let body = html! {
        (form)
        section.section {
            h2 { (look.text("places-photos")) }
            div.row { (arrange(look, id)) }
        }
    };
    Ok(Page::new(look, title, body)
        .breadcrumb(way_to(rows, viewer, look, id)?)
        .narrow())
}

fn fields(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &Look,
    form: &PlaceForm,
    own: Option<PlaceId>,
    invalid: &Invalid,
) -> Result<Markup> {
    let name = Field::text("name", look.text("places-name"))
        .value(&form.name)
        .hint(look.text("places-name-hint"))
        .refused(look.lang, invalid)
        .required();
    let parent = Field::new(
        "parent",
        look.text("places-parent"),
        Control::Select(parents(rows, viewer, look, own)?),
    )
    .value(&form.parent)
    .refused(look.lang, invalid);
    let note = Field::new("note", look.text("places-note"), Control::Area(3))
        .value(&form.note)
        .hint(look.text("places-note-hint"))
        .refused(look.lang, invalid);
    let guests: Vec<_> = guests(rows)?
        .into_iter()
        .map(|(id, name)| {
            let id = id.to_string();
            let ticked = form.guests.contains(&id);
            (id, name, ticked)
        })
        .collect();
    Ok(html! {
        (if own.is_none() { name.focus() } else { name })
        (kinds(look, &form.kind))
        (parent)
        (note)
        @if !guests.is_empty() {
            (ticks(&look.text("places-guests"), "guests", &look.text("places-guests-hint"), &guests))
        }
    })
}

fn kinds(look: &Look, chosen: &str) -> Markup {
    html! {
        fieldset.field {
            legend { (look.text("places-kind")) }
            div.kinds {
                @for kind in PlaceKind::ALL {
                    label.kind {
                        input.unseen type="radio" name="kind" value=(kind.key()) checked[kind.key() == chosen];
                        (place_icon(kind)) span { (look.text(kind_text(kind))) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::Id;

    fn person(number: u128) -> PersonId {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn shelf() -> PlaceDetails {
        let mut details = PlaceDetails::named("Hylla", PlaceKind::Cupboard, None);
        details.note = "Till vänster".into();
        details.guests = vec![person(1), person(2)];
        details
    }

    #[test]
    fn a_form_reads_back_as_the_place_that_it_shows() {
        let offered = [person(1), person(2)];
        let read = PlaceForm::of(&shelf()).parse(&offered, Some(&shelf()));
        assert_eq!(read.unwrap(), shelf());
    }

    #[test]
    fn a_guest_who_is_not_offered_is_neither_lost_nor_slipped_in() {
        let form = PlaceForm {
            guests: vec![person(1).to_string(), person(9).to_string()],
            ..PlaceForm::of(&shelf())
        };
        let read = form.parse(&[person(1)], Some(&shelf())).unwrap();
        assert_eq!(read.guests, [person(1), person(2)]);
    }

    #[test]
    fn each_field_is_kept_as_the_person_chose() {
        let form = PlaceForm {
            keep_name: Keep::Theirs,
            ..PlaceForm::of(&PlaceDetails::named("Bokhylla", PlaceKind::Box, None))
        };
        let read = form.parse(&[], Some(&shelf())).unwrap();
        assert_eq!((read.name.as_str(), read.kind), ("Hylla", PlaceKind::Box));
    }

    #[test]
    fn what_no_form_of_ours_sends_is_refused() {
        for form in [
            PlaceForm::default(),
            PlaceForm {
                parent: "vinden".into(),
                ..PlaceForm::of(&shelf())
            },
        ] {
            assert!(matches!(form.parse(&[], None), Err(Error::Invalid(_))));
        }
    }
}

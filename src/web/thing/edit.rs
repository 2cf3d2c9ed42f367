//! Adding and changing a thing.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    conflict::{self, Meeting},
    draft::{Draft, refused},
    sheet::Sheet,
};
use crate::{
    access::{Editor, Viewer},
    actions::items::{self, Wish},
    app::App,
    domain::{
        aspect::Side,
        invalid::Invalid,
        item::{Details, Item, ItemId, Location, aspect::Aspect},
        place::PlaceId,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Row, Saved},
    ui::{
        banner::Banner,
        button::Button,
        layout::Page,
        look::{Look, Section},
    },
    web::page::wording::known,
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items", post(add))
        .route("/items/new", get(blank))
        .route("/items/{id}/edit", get(edit))
        .route("/items/{id}", post(save))
}

/// What a new thing begins with.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Beginning {
    place: String,
    inside: String,
    template: String,
    name: String,
}

impl Beginning {
    fn details(&self, rows: &Reader, viewer: &Viewer) -> Result<Details> {
        let mut details = match self.template.parse::<ItemId>() {
            Ok(template) => known(viewer.item(rows, template))?
                .map(|row| row.body.details)
                .unwrap_or_default(),
            Err(_) => Details::default(),
        };
        if let Ok(place) = self.place.parse::<PlaceId>() {
            details.location = Location::Place(place);
        }
        if let Ok(inside) = self.inside.parse::<ItemId>() {
            details.location = Location::Inside(inside);
        }
        if !self.name.is_empty() {
            details.name.clone_from(&self.name);
        }
        Ok(details)
    }
}

async fn blank(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(beginning): Query<Beginning>,
) -> Result<Markup, Problem> {
    let details = beginning.details(&rows, editor.viewer())?;
    let draft = Draft::of(&details, &rows, editor.viewer(), look.lang)?;
    new_page(
        &look,
        &rows,
        editor.viewer(),
        &draft,
        &Invalid::default(),
        htmx,
    )
    .map_err(Problem::from)
}

async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    if draft.has("more") {
        let page = new_page(
            &look,
            &rows,
            editor.viewer(),
            &draft,
            &Invalid::default(),
            htmx,
        )?;
        return Ok(page.into_response());
    }
    let saved = match refused(draft.read(&rows, editor.viewer(), &Details::default()))? {
        Ok(wish) => {
            let by = editor.clone();
            let adding = app.change(move |store| items::add(store, &by, wish));
            refused(adding.await)?
        }
        Err(invalid) => Err(invalid),
    };
    match saved {
        Ok(saved) => Ok(told(&app, "item-add", &saved)),
        Err(invalid) => {
            let page = new_page(&look, &rows, editor.viewer(), &draft, &invalid, htmx)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn new_page(
    look: &Look,
    rows: &Reader,
    viewer: &Viewer,
    draft: &Draft,
    invalid: &Invalid,
    htmx: bool,
) -> Result<Markup> {
    let look = look.clone().at(Section::Add);
    let sheet = Sheet {
        look: &look,
        rows,
        viewer,
        draft,
        invalid,
        action: "/items".to_owned(),
        revision: None,
        cancel: "/items".to_owned(),
    };
    let templates = Button::link(look.text("thing-templates"), "/templates");
    Ok(Page::new(&look, look.text("thing-new"), sheet.markup()?)
        .actions(html! { (templates) })
        .narrow()
        .answer(htmx))
}

async fn edit(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let item = editor.item(&rows, id)?;
    let draft = Draft::of(&item.details, &rows, editor.viewer(), look.lang)?;
    let invalid = Invalid::default();
    let editing = Editing {
        look: &look,
        rows: &rows,
        viewer: editor.viewer(),
        item: &item,
        htmx,
    };
    editing.page(&draft, &invalid).map_err(Problem::from)
}

/// A thing that somebody changes.
struct Editing<'a> {
    look: &'a Look,
    rows: &'a Reader,
    viewer: &'a Viewer,
    item: &'a Row<Item>,
    htmx: bool,
}

impl Editing<'_> {
    fn page(&self, draft: &Draft, invalid: &Invalid) -> Result<Markup> {
        let look = self.look.clone().at(Section::Things);
        let id = self.item.id;
        let sheet = Sheet {
            look: &look,
            rows: self.rows,
            viewer: self.viewer,
            draft,
            invalid,
            action: format!("/items/{id}"),
            revision: Some(draft.revision("revision").unwrap_or(self.item.revision)),
            cancel: format!("/items/{id}"),
        };
        let title = match self.item.details.name.as_str() {
            "" => look.text("thing-edit-nameless"),
            name => look.text_with("thing-edit", "name", name),
        };
        let page = Page::new(&look, title, sheet.markup()?).narrow();
        let page = if self.item.binned.is_some() {
            let restore = Button::post(look.text("thing-restore"), format!("/items/{id}/restore"));
            page.banner(Banner::warning(look.text("thing-binned")).body(html! { (restore) }))
        } else {
            page
        };
        Ok(page.answer(self.htmx))
    }

    fn refused(&self, draft: &Draft, invalid: &Invalid) -> Result<Response> {
        let page = self.page(draft, invalid)?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    }
}

async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let item = editor.item(&rows, id)?;
    let editing = Editing {
        look: &look,
        rows: &rows,
        viewer: editor.viewer(),
        item: &item,
        htmx,
    };
    if draft.has("more") {
        return Ok(editing.page(&draft, &Invalid::default())?.into_response());
    }
    let wish = match refused(draft.read(&rows, editor.viewer(), &item.details))? {
        Ok(wish) => wish,
        Err(invalid) => return Ok(editing.refused(&draft, &invalid)?),
    };
    let seen = draft.revision("revision").unwrap_or(item.revision);
    let theirs = editor.viewer().version(&rows, id, seen)?;
    let side = |aspect| conflict::side(&draft, aspect);
    let mine = Wish {
        details: Details::joined(&wish.details, &theirs.details, side),
        tags: match side(Aspect::Tags) {
            Side::Mine => wish.tags,
            Side::Theirs => Vec::new(),
        },
    };
    let (by, wanted) = (editor.clone(), mine.clone());
    let saved = app
        .change(move |store| items::change(store, &by, id, Expect::Revision(seen), wanted))
        .await;
    match saved {
        Ok(saved) => Ok(told(&app, "item-change", &saved)),
        Err(Error::Invalid(invalid)) => Ok(editing.refused(&draft, &invalid)?),
        Err(Error::Conflict) => {
            let rows = app.store.read()?;
            let item = editor.item(&rows, id)?;
            if item.binned.is_some() {
                let editing = Editing {
                    look: &look,
                    rows: &rows,
                    viewer: editor.viewer(),
                    item: &item,
                    htmx,
                };
                let page = editing.page(&draft, &Invalid::default())?;
                return Ok((StatusCode::PRECONDITION_FAILED, page).into_response());
            }
            let meeting = Meeting {
                look: &look,
                rows: &rows,
                viewer: editor.viewer(),
                base: seen,
                theirs: &item,
                mine: &mine,
            };
            Ok((StatusCode::PRECONDITION_FAILED, meeting.page(htmx)?).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Goes to the thing, and tells what was done; a save that changed nothing has nothing to take back.
fn told(app: &App, action: &str, saved: &Saved<Row<Item>>) -> Response {
    let item = &saved.value;
    let done = Done::new(app, action, format!("/items/{}", item.id));
    done.undo(saved.undo()).into_response()
}

//! Adding, changing, removing and taking back what belongs to a thing.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{Formed, Ground, Sheet, Start, address, conflict, way};
use crate::{
    access::Editor,
    actions::{
        belongings::{self, in_use_with_thing},
        household,
    },
    app::App,
    domain::{
        id::Id,
        invalid::Invalid,
        item::{Item, ItemId},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Revision, Row},
    ui::{form::Form, layout::Page, look::Look},
    web::page::{self, typed::Typed},
};

fn ground<'a>(
    app: &App,
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    item: &'a Row<Item>,
) -> Result<Ground<'a>> {
    Ok(Ground {
        rows,
        editor,
        look,
        item,
        today: app.store.clock().today(),
        currency: household::current(rows)?.currency,
    })
}

/// `GET /items/{id}/…/new`.
pub async fn blank<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Query(start): Query<Start>,
) -> Result<Markup, Problem>
where
    T::Details: Send,
{
    let look = look.at(T::OVERVIEW.section);
    let item = page::receiving::<T>(&rows, &editor, id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
    let typed = T::start(&ground, &start)?;
    Ok(new_page::<T>(ground, &typed, &Invalid::default())?.answer(htmx))
}

/// `POST /items/{id}/…/new`.
pub async fn add<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem>
where
    T::Details: Send,
{
    let look = look.at(T::OVERVIEW.section);
    let item = page::receiving::<T>(&rows, &editor, id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
    if T::asks_for_more(&typed) {
        return Ok(new_page::<T>(ground, &typed, &Invalid::default())?
            .answer(htmx)
            .into_response());
    }
    let added = match T::read(&typed, &ground) {
        Ok(details) => {
            let by = editor.clone();
            app.change(move |store| belongings::add::<T>(store, &by, id, details))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let to = T::added(&added.value);
            let done = Done::new(&app, T::ACTIONS.add, to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = new_page::<T>(ground, &typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET …/{id}/edit`.
pub async fn edit<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<Id<T>>,
) -> Result<Response, Problem>
where
    T::Details: Send,
{
    let look = look.at(T::OVERVIEW.section);
    if editor.of_thing(&rows, id)?.binned.is_some() {
        return Ok(Redirect::to(&address(id)).into_response());
    }
    let (row, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
    let told = row.told(&rows, editor.viewer())?;
    let typed = T::typed(&told, &ground)?.filled_in_from(row.revision);
    Ok(edit_page::<T>(ground, id, &typed, &Invalid::default())?
        .answer(htmx)
        .into_response())
}

/// `POST …/{id}/edit`.
pub async fn save<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<Id<T>>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem>
where
    T::Details: Send,
{
    let look = look.at(T::OVERVIEW.section);
    editor.of_thing(&rows, id)?;
    let (_, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let on = ground(&app, &rows, &editor, &look, &item)?;
    if T::asks_for_more(&typed) {
        return Ok(edit_page::<T>(on, id, &typed, &Invalid::default())?
            .answer(htmx)
            .into_response());
    }
    let seen = typed.seen();
    let mut mine = None;
    let saved = match T::read(&typed, &on) {
        Ok(read) => {
            let theirs = editor.viewer().of_thing_version(&rows, id, seen)?;
            let theirs = theirs.told(&rows, editor.viewer())?;
            let joined = T::joined(&read, &theirs, |aspect| typed.side(aspect));
            mine = Some(joined.clone());
            let by = editor.clone();
            app.change(move |store| {
                belongings::change(store, &by, id, Expect::Revision(seen), joined)
            })
            .await
        }
        Err(error) => Err(error),
    };
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, T::ACTIONS.change, address(id)).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = edit_page::<T>(on, id, &typed, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let rows = app.store.read()?;
            let (theirs, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
            let mine = mine.ok_or(Error::Conflict)?;
            let on = ground(&app, &rows, &editor, &look, &item)?;
            let page = conflict::page(on, &theirs, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// What the button that removes one carries.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Removal {
    revision: u64,
}

impl Removal {
    /// The version that the page showed.
    pub const fn seen(&self) -> Expect {
        match self.revision {
            0 => Expect::Any,
            revision => Expect::Revision(Revision::new(revision)),
        }
    }
}

/// `POST …/{id}/remove`.
pub async fn remove<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<Id<T>>,
    Sent(removal): Sent<Removal>,
) -> Result<Response, Problem>
where
    T::Details: Send,
{
    let seen = removal.seen();
    let saved = app
        .change(move |store| belongings::remove(store, &editor, id, seen))
        .await?;
    let to = format!("/items/{}", saved.value.item());
    let done = Done::new(&app, T::ACTIONS.remove, to).undo(saved.undo());
    Ok(done.into_response())
}

/// `POST …/{id}/restore`.
pub async fn restore<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<Id<T>>,
) -> Result<Response, Problem>
where
    T::Details: Send,
{
    let saved = app
        .change(move |store| belongings::restore(store, &editor, id))
        .await?;
    let done = Done::new(&app, T::ACTIONS.restore, address(id)).undo(saved.undo());
    Ok(done.into_response())
}

fn new_page<'a, T: Formed>(
    ground: Ground<'a>,
    typed: &'a Typed,
    invalid: &'a Invalid,
) -> Result<Page<'a>>
where
    T::Details: Send,
{
    let thing = format!("/items/{}", ground.item.id);
    let action = format!("{thing}/{}", T::NEW);
    let name = page::name(ground.look, ground.item);
    let title = ground.look.text_with(T::TITLES.new, "name", &name);
    let form = form::<T>(ground, typed, invalid, action)?.cancel(thing);
    Ok(Page::new(ground.look, title, form.render())
        .breadcrumb(way::<T>(ground.look, ground.item))
        .narrow())
}

fn edit_page<'a, T: Formed>(
    ground: Ground<'a>,
    id: Id<T>,
    typed: &'a Typed,
    invalid: &'a Invalid,
) -> Result<Page<'a>>
where
    T::Details: Send,
{
    let own = address(id);
    let form = form::<T>(ground, typed, invalid, format!("{own}/edit"))?
        .revision(typed.seen().get())
        .cancel(own);
    let title = ground.look.text(T::TITLES.edit);
    Ok(Page::new(ground.look, title, form.render())
        .breadcrumb(way::<T>(ground.look, ground.item))
        .narrow())
}

fn form<'a, T: Formed>(
    ground: Ground<'a>,
    typed: &'a Typed,
    invalid: &'a Invalid,
    action: String,
) -> Result<Form<'a>>
where
    T::Details: Send,
{
    let sheet = Sheet {
        ground,
        typed,
        invalid,
        action: &action,
    };
    let fields = T::fields(&sheet)?;
    Ok(Form::new(ground.look, action, fields).refused(invalid))
}

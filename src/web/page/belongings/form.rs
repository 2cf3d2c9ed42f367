//! Adding, changing, removing and taking back what belongs to a thing: one way for all of it, and each noun says what its
//! form holds.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{
    conflict,
    sheet::{Ground, Sheet},
    typed::Typed,
};
use crate::{
    access::Editor,
    actions::{
        belongings::{self, Belonging, in_use_with_thing},
        household,
    },
    app::App,
    domain::{
        aspect::Side,
        id::Id,
        invalid::Invalid,
        item::{Item, ItemId},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Revision, Row},
    ui::{
        breadcrumb::Breadcrumb,
        form::Form,
        layout::Page,
        look::{Look, Section},
        versions::Difference,
    },
    web::page,
};

/// The keys of a form's texts.
#[derive(Clone, Copy)]
pub(in crate::web) struct Titles {
    /// Of a form for a new one, with the thing's `name`.
    pub(in crate::web) new: &'static str,
    /// Of a form for one that is there.
    pub(in crate::web) edit: &'static str,
    /// Of the page that two people's versions meet on.
    pub(in crate::web) conflict: &'static str,
}

/// A noun with a form.
pub(in crate::web) trait Formed: Belonging + Send + Sync + 'static
where
    Self::Details: Send + 'static,
{
    /// Where it is.
    const HOME: &'static str;
    /// Where a form for a new one is, beneath the address of its thing.
    const NEW: &'static str;
    /// The part of the site that it is in.
    const SECTION: Section = Section::Upkeep;
    /// What its forms are called.
    const TITLES: Titles;

    /// What a form for a new one begins with.
    fn start(ground: &Ground<'_>, start: &Start) -> Result<Typed>;

    /// The form of one as it is.
    fn typed(details: &Self::Details, ground: &Ground<'_>) -> Result<Typed>;

    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<Self::Details>;

    /// Its fields.
    fn fields(sheet: &Sheet<'_>) -> Result<Markup>;

    /// One version out of two.
    fn joined(
        mine: &Self::Details,
        theirs: &Self::Details,
        side: impl Fn(&str) -> Side,
    ) -> Self::Details;

    /// What two versions say differently, in the reader's words.
    fn differences(
        mine: &Self::Details,
        theirs: &Self::Details,
        base: &Self::Details,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>>;

    /// Where one goes when a new one is saved.
    fn added(row: &Row<Self>) -> String;
}

/// What a form for a new one is asked for with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Start {
    /// The plan that was carried out.
    pub(in crate::web) plan: String,
}

pub(in crate::web) fn address<T: Formed>(id: Id<T>) -> String
where
    T::Details: Send,
{
    format!("{}/{id}", T::HOME)
}

/// Who fills a form in, and on what.
pub(in crate::web) fn ground<'a>(
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

/// The thing that something new is for.
fn wanted(rows: &Reader, editor: &Editor, id: ItemId) -> Result<Row<Item>> {
    let item = editor.viewer().item(rows, id)?;
    if item.binned.is_some() || item.is_template() {
        return Err(Error::NotFound);
    }
    Ok(item)
}

/// `GET /items/{id}/…/new`.
pub(in crate::web) async fn blank<T: Formed>(
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
    let look = look.at(T::SECTION);
    let item = wanted(&rows, &editor, id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
    let typed = T::start(&ground, &start)?;
    Ok(new_page::<T>(ground, &typed, &Invalid::default())?.answer(htmx))
}

/// `POST /items/{id}/…/new`.
pub(in crate::web) async fn add<T: Formed>(
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
    let look = look.at(T::SECTION);
    let item = wanted(&rows, &editor, id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
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
pub(in crate::web) async fn edit<T: Formed>(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<Id<T>>,
) -> Result<Markup, Problem>
where
    T::Details: Send,
{
    let look = look.at(T::SECTION);
    editor.of_thing(&rows, id)?;
    let (row, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let ground = ground(&app, &rows, &editor, &look, &item)?;
    let typed = T::typed(row.details(), &ground)?.filled_in_from(row.revision);
    Ok(edit_page::<T>(ground, id, &typed, &Invalid::default())?.answer(htmx))
}

/// `POST …/{id}/edit`.
pub(in crate::web) async fn save<T: Formed>(
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
    let look = look.at(T::SECTION);
    editor.of_thing(&rows, id)?;
    let (_, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let on = ground(&app, &rows, &editor, &look, &item)?;
    let seen = typed.seen();
    let mut mine = None;
    let saved = match T::read(&typed, &on) {
        Ok(read) => {
            let theirs = editor.viewer().of_thing_version(&rows, id, seen)?;
            let joined = T::joined(&read, theirs.details(), |aspect| typed.side(aspect));
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
pub(in crate::web) struct Removal {
    revision: u64,
}

impl Removal {
    /// The version that the page showed.
    pub(in crate::web) const fn seen(&self) -> Expect {
        match self.revision {
            0 => Expect::Any,
            revision => Expect::Revision(Revision::new(revision)),
        }
    }
}

/// `POST …/{id}/remove`.
pub(in crate::web) async fn remove<T: Formed>(
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
pub(in crate::web) async fn restore<T: Formed>(
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
        .breadcrumb(way::<T>(&ground))
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
        .breadcrumb(way::<T>(&ground))
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
    };
    Ok(Form::new(ground.look, action, T::fields(&sheet)?).refused(invalid))
}

/// From the part of the site to the thing.
pub(in crate::web) fn way<T: Formed>(ground: &Ground<'_>) -> Breadcrumb
where
    T::Details: Send,
{
    let look = ground.look;
    let name = page::name(look, ground.item);
    let title = look.text(T::SECTION.text());
    Breadcrumb::new(title.as_str())
        .step(title, T::SECTION.href())
        .step(name, format!("/items/{}", ground.item.id))
}

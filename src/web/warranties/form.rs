//! The form of a warranty: adding one to a thing, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};

use super::{HERE, conflict, draft::Draft, sheet::Sheet};
use crate::{
    access::Editor,
    actions::warranties,
    app::App,
    domain::{
        invalid::Invalid,
        item::{Item, ItemId},
        warranty::{Warranty, WarrantyDetails, WarrantyId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Row},
    ui::{
        breadcrumb::Breadcrumb,
        layout::Page,
        look::{Look, Section},
    },
    web::page,
};

/// `GET /items/{id}/warranties/new`.
pub(super) async fn blank(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Warranties);
    let item = page::changeable(&rows, &editor, id)?;
    let draft = Draft::of(&WarrantyDetails::default());
    Ok(new_page(&rows, &editor, &look, &item, &draft, &Invalid::default())?.answer(htmx))
}

/// `POST /items/{id}/warranties/new`.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Warranties);
    let item = page::changeable(&rows, &editor, id)?;
    let added = match draft.read() {
        Ok(details) => {
            let by = editor.clone();
            app.change(move |store| warranties::add(store, &by, id, details))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let done = Done::new(&app, "warranty-add", format!("/items/{id}")).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = new_page(&rows, &editor, &look, &item, &draft, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /warranties/{id}/edit`.
pub(super) async fn edit(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<WarrantyId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Warranties);
    let warranty = editor.warranty(&rows, id)?;
    if warranty.binned.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let told = warranties::told(&rows, editor.viewer(), &warranty)?;
    let draft = Draft::of(&told).filled_in_from(warranty.revision);
    let page = edit_page(
        &rows,
        &editor,
        &look,
        &warranty,
        &draft,
        &Invalid::default(),
    )?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /warranties/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<WarrantyId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Warranties);
    editor.warranty(&rows, id)?;
    let seen = draft.seen();
    let mut mine = None;
    let saved = match draft.read() {
        Ok(typed) => {
            let theirs = version(&rows, &editor, id, seen)?;
            let joined = WarrantyDetails::joined(&typed, &theirs, |aspect| draft.side(aspect));
            mine = Some(joined.clone());
            let by = editor.clone();
            app.change(move |store| {
                warranties::change(store, &by, id, Expect::Revision(seen), joined)
            })
            .await
        }
        Err(error) => Err(error),
    };
    let rows = app.store.read()?;
    match saved {
        Ok(saved) => {
            let to = format!("{HERE}/{id}");
            let done = Done::new(&app, "warranty-change", to).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let warranty = editor.warranty(&rows, id)?;
            let page = edit_page(&rows, &editor, &look, &warranty, &draft, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let warranty = editor.warranty(&rows, id)?;
            let (Some(mine), None) = (mine, warranty.binned) else {
                return Err(Error::Conflict.into());
            };
            let page = conflict::page(&rows, editor.viewer(), &look, &warranty, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// What a version said, as far as the editor sees it.
fn version(
    rows: &Reader,
    editor: &Editor,
    id: WarrantyId,
    seen: crate::store::Revision,
) -> Result<WarrantyDetails> {
    let versions = editor.viewer().warranty_versions(rows, id)?;
    let row = versions.into_iter().find(|row| row.revision == seen);
    let row = row.ok_or(Error::NotFound)?;
    warranties::told(rows, editor.viewer(), &row)
}

fn new_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    item: &Row<Item>,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let own = format!("/items/{}", item.id);
    let sheet = Sheet {
        look,
        rows,
        editor,
        item: item.id,
        draft,
        invalid,
    };
    let form = sheet.form(&format!("{own}/warranties/new"), &own)?;
    let name = page::name(look, item);
    let way = Breadcrumb::new(name.as_str()).step(name, own);
    Ok(Page::new(look, look.text("warranties-new"), form.render())
        .breadcrumb(way)
        .narrow())
}

fn edit_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    warranty: &Row<Warranty>,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let own = format!("{HERE}/{}", warranty.id);
    let sheet = Sheet {
        look,
        rows,
        editor,
        item: warranty.item,
        draft,
        invalid,
    };
    let form = sheet
        .form(&format!("{own}/edit"), &own)?
        .revision(draft.seen().get());
    let title = look.text("warranties-edit");
    let item = editor.viewer().item(rows, warranty.item)?;
    let thing = page::name(look, &item);
    let way = Breadcrumb::new(thing.as_str()).step(thing, format!("/items/{}", item.id));
    Ok(Page::new(look, title, form.render())
        .breadcrumb(way)
        .narrow())
}

//! The form of a claim: making one about a thing, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{HERE, conflict, draft::Draft, sheet::Sheet};
use crate::{
    access::Editor,
    actions::claims,
    app::App,
    domain::{
        claim::{Against, Claim, ClaimDetails, ClaimId},
        invalid::Invalid,
        item::{Item, ItemId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Row},
    ui::{
        breadcrumb::Breadcrumb,
        layout::Page,
        look::{Look, Section},
    },
    web::page,
};

/// What a form for a new claim is asked for with: the warranty that it is made by.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Start {
    warranty: String,
}

/// `GET /items/{id}/claims/new`.
pub(super) async fn blank(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Query(start): Query<Start>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Warranties);
    let item = page::changeable(&rows, &editor, id)?;
    let mut details = ClaimDetails::opened_on(app.store.clock().today());
    if let Ok(warranty) = start.warranty.parse() {
        details.against = Against::Warranty(editor.viewer().warranty(&rows, warranty)?.id);
    }
    let filled = Filled {
        draft: &Draft::of(&details),
        invalid: &Invalid::default(),
    };
    Ok(new_page(&rows, &editor, &look, &item, filled)?.answer(htmx))
}

/// `POST /items/{id}/claims/new`.
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
    let filled = |invalid| Filled {
        draft: &draft,
        invalid,
    };
    if draft.asks_for_more() {
        let none = Invalid::default();
        let page = new_page(&rows, &editor, &look, &item, filled(&none))?;
        return Ok(page.answer(htmx).into_response());
    }
    let added = match draft.read(app.store.clock().today()) {
        Ok(details) => {
            let by = editor.clone();
            app.change(move |store| claims::add(store, &by, id, details))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let to = format!("{HERE}/{}", added.value.id);
            let done = Done::new(&app, "claim-add", to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = new_page(&rows, &editor, &look, &item, filled(&invalid))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /claims/{id}/edit`.
pub(super) async fn edit(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Warranties);
    let claim = editor.claim(&rows, id)?;
    if claim.binned.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let filled = Filled {
        draft: &Draft::of(&claim.details).filled_in_from(claim.revision),
        invalid: &Invalid::default(),
    };
    let page = edit_page(&rows, &editor, &look, &claim, filled)?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /claims/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Warranties);
    let claim = editor.claim(&rows, id)?;
    let filled = |invalid| Filled {
        draft: &draft,
        invalid,
    };
    if draft.asks_for_more() {
        let none = Invalid::default();
        let page = edit_page(&rows, &editor, &look, &claim, filled(&none))?;
        return Ok(page.answer(htmx).into_response());
    }
    let seen = draft.seen();
    let mut mine = None;
    let saved = match draft.read(app.store.clock().today()) {
        Ok(typed) => {
            let versions = editor.viewer().claim_versions(&rows, id)?;
            let theirs = versions.into_iter().find(|row| row.revision == seen);
            let theirs = theirs.ok_or(Error::NotFound)?;
            let joined = ClaimDetails::joined(&typed, &theirs.details, |it| draft.side(it));
            mine = Some(joined.clone());
            let by = editor.clone();
            app.change(move |store| claims::change(store, &by, id, Expect::Revision(seen), joined))
                .await
        }
        Err(error) => Err(error),
    };
    let rows = app.store.read()?;
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, "claim-change", format!("{HERE}/{id}")).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let claim = editor.claim(&rows, id)?;
            let page = edit_page(&rows, &editor, &look, &claim, filled(&invalid))?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let claim = editor.claim(&rows, id)?;
            let (Some(mine), None) = (mine, claim.binned) else {
                return Err(Error::Conflict.into());
            };
            let page = conflict::page(&rows, editor.viewer(), &look, &claim, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// A form as it was filled in, and what of it could not be taken.
#[derive(Clone, Copy)]
struct Filled<'b> {
    draft: &'b Draft,
    invalid: &'b Invalid,
}

fn new_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    item: &Row<Item>,
    filled: Filled<'_>,
) -> Result<Page<'a>> {
    let own = format!("/items/{}", item.id);
    let sheet = Sheet {
        look,
        rows,
        editor,
        item: item.id,
        draft: filled.draft,
        invalid: filled.invalid,
        present: Against::Right,
    };
    let form = sheet.form(&format!("{own}/claims/new"), &own)?;
    let name = page::name(look, item);
    let way = Breadcrumb::new(name.as_str()).step(name, own);
    Ok(Page::new(look, look.text("claims-new"), form.render())
        .breadcrumb(way)
        .narrow())
}

fn edit_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    claim: &Row<Claim>,
    filled: Filled<'_>,
) -> Result<Page<'a>> {
    let own = format!("{HERE}/{}", claim.id);
    let sheet = Sheet {
        look,
        rows,
        editor,
        item: claim.item,
        draft: filled.draft,
        invalid: filled.invalid,
        present: claim.details.against,
    };
    let form = sheet
        .form(&format!("{own}/edit"), &own)?
        .revision(filled.draft.seen().get());
    let title = look.text("claims-edit");
    let item = editor.viewer().item(rows, claim.item)?;
    let thing = page::name(look, &item);
    let way = Breadcrumb::new(thing.as_str()).step(thing, format!("/items/{}", item.id));
    Ok(Page::new(look, title, form.render())
        .breadcrumb(way)
        .narrow())
}

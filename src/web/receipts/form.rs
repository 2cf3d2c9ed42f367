//! The form of a receipt: adding one, and changing what is said about it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::{HERE, conflict, draft::Draft, list, sheet::Sheet};
use crate::{
    access::Editor,
    actions::{household, receipts},
    app::App,
    domain::{
        invalid::Invalid,
        item::ItemId,
        receipt::{Line, Receipt, ReceiptDetails, ReceiptId},
        rules::Purpose,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Query, Snapshot},
    store::{Expect, Reader, Row},
    ui::{
        breadcrumb::Breadcrumb,
        layout::Page,
        look::{Look, Section},
    },
};

/// What a form for a new receipt is asked for with: the thing that it proves.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Start {
    item: String,
}

impl Start {
    /// A receipt for a thing begins with what is known of its purchase.
    fn details(&self, rows: &Reader, editor: &Editor) -> Result<ReceiptDetails> {
        let mut details = ReceiptDetails {
            purposes: vec![Purpose::Complaint],
            ..ReceiptDetails::default()
        };
        if let Ok(id) = self.item.parse::<ItemId>() {
            let item = editor.viewer().item(rows, id)?;
            let acquired = &item.details.acquired;
            details.shop.clone_from(&acquired.from);
            details.on = acquired.on;
            details.total = acquired.price;
            details.lines.push(Line {
                text: item.details.name.clone(),
                price: acquired.price,
                item: Some(id),
            });
            if item.details.private {
                details.only = vec![editor.person()];
            }
        }
        Ok(details)
    }
}

/// `GET /receipts/new`.
pub(super) async fn blank(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(start): Query<Start>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Receipts);
    let details = start.details(&rows, &editor)?;
    let draft = Draft::of(&details, &rows, editor.viewer(), look.lang)?;
    Ok(new_page(&rows, &editor, &look, &draft, &Invalid::default())?.answer(htmx))
}

/// `POST /receipts/new`.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Receipts);
    if draft.asks_for_more() {
        let page = new_page(&rows, &editor, &look, &draft, &Invalid::default())?;
        return Ok(page.answer(htmx).into_response());
    }
    let currency = household::current(&rows)?.currency;
    let read = draft.read(&rows, editor.viewer(), currency, &ReceiptDetails::default());
    let added = match read {
        Ok(details) => {
            let by = editor.clone();
            app.change(move |store| receipts::add(store, &by, details, Vec::new()))
                .await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(added) => {
            let to = format!("{HERE}/{}", added.value.id);
            let done = Done::new(&app, "receipt-add", to).undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let page = new_page(&rows, &editor, &look, &draft, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// How a form for a receipt is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Filling {
    /// Whether what was read of it stands in the form where nobody has said anything.
    read: bool,
}

/// `GET /receipts/{id}/edit`.
pub(super) async fn edit(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
    Query(filling): Query<Filling>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Receipts);
    let receipt = editor.receipt(&rows, id)?;
    if receipt.binned.is_some() {
        return Ok(Redirect::to(&format!("{HERE}/{id}")).into_response());
    }
    let mut details = receipt.details.clone();
    if filling.read {
        details.fill(app.read_of(&rows, id)?.proposal.details());
    }
    let draft =
        Draft::of(&details, &rows, editor.viewer(), look.lang)?.filled_in_from(receipt.revision);
    let page = edit_page(&rows, &editor, &look, &receipt, &draft, &Invalid::default())?;
    Ok(page.answer(htmx).into_response())
}

/// `POST /receipts/{id}/edit`.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Receipts);
    let receipt = editor.receipt(&rows, id)?;
    if draft.asks_for_more() {
        let page = edit_page(&rows, &editor, &look, &receipt, &draft, &Invalid::default())?;
        return Ok(page.answer(htmx).into_response());
    }
    let currency = household::current(&rows)?.currency;
    let seen = draft.seen();
    let mut mine = None;
    let saved = match draft.read(&rows, editor.viewer(), currency, &receipt.details) {
        Ok(typed) => {
            let theirs = editor.viewer().receipt_version(&rows, id, seen)?;
            let joined =
                ReceiptDetails::joined(&typed, &theirs.details, |aspect| draft.side(aspect));
            mine = Some(joined.clone());
            let by = editor.clone();
            app.change(move |store| {
                receipts::change(store, &by, id, Expect::Revision(seen), joined)
            })
            .await
        }
        Err(error) => Err(error),
    };
    let rows = app.store.read()?;
    match saved {
        Ok(saved) => {
            let done = Done::new(&app, "receipt-change", format!("{HERE}/{id}")).undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let receipt = editor.receipt(&rows, id)?;
            let page = edit_page(&rows, &editor, &look, &receipt, &draft, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(Error::Conflict) => {
            let receipt = editor.receipt(&rows, id)?;
            let (Some(mine), None) = (mine, receipt.binned) else {
                return Err(Error::Conflict.into());
            };
            let page = conflict::page(&rows, editor.viewer(), &look, &receipt, seen, &mine)?;
            Ok((StatusCode::PRECONDITION_FAILED, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn new_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let sheet = Sheet {
        look,
        rows,
        editor,
        draft,
        invalid,
    };
    let form = sheet.form("/receipts/new", HERE)?;
    Ok(Page::new(look, look.text("receipts-new"), form.render())
        .breadcrumb(way(look))
        .narrow())
}

fn edit_page<'a>(
    rows: &Reader,
    editor: &Editor,
    look: &'a Look,
    receipt: &Row<Receipt>,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let own = format!("{HERE}/{}", receipt.id);
    let sheet = Sheet {
        look,
        rows,
        editor,
        draft,
        invalid,
    };
    let form = sheet
        .form(&format!("{own}/edit"), &own)?
        .revision(draft.seen().get());
    let title = look.text_with("receipts-edit", "name", &list::name(look, receipt));
    Ok(Page::new(look, title, form.render())
        .breadcrumb(way(look))
        .narrow())
}

fn way(look: &Look) -> Breadcrumb {
    let title = look.text("receipts-title");
    Breadcrumb::new(title.as_str()).step(title, HERE)
}

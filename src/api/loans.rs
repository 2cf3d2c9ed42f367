//! `/loans`: what is lent to whom, and comes back.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared,
    json::Patch,
    revision::{Created, Seen, Tagged, step, with_actions},
    upkeep::seen,
    wire::{Loan, LoanFields, LoanVersion},
};
use crate::{
    access::Editor,
    actions::{
        belongings::{self, in_use_with_thing},
        loans,
    },
    domain::{
        item::ItemId,
        loan::{self, LoanId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
    store::Row,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(of_item, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// Loans.
#[derive(Serialize, ToSchema)]
struct Loans {
    /// The loans: those that are out first.
    loans: Vec<Loan>,
}

/// List loans
///
/// Those that are out by the day they are due, then those that are back, the latest first.
#[utoipa::path(get, path = "/loans", tag = "loans",
    responses((status = OK, body = Loans, description = "The loans")))]
async fn list(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Loans>, Problem> {
    let loans = loans::all(&rows, editor.viewer())?;
    Ok(Sent(Loans {
        loans: loans.iter().map(|(loan, _)| loan.into()).collect(),
    }))
}

/// List the loans of a thing
#[utoipa::path(get, path = "/items/{id}/loans", tag = "loans",
    responses((status = OK, body = Loans, description = "The loans: the one that is out first, then the latest")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(item): Path<ItemId>,
) -> Result<Sent<Loans>, Problem> {
    seen(&rows, &editor, item)?;
    let loans = loans::of_item(&rows, item)?;
    Ok(Sent(Loans {
        loans: loans.iter().map(Into::into).collect(),
    }))
}

/// Lend a thing
///
/// To whom is enough: it is out from today.
#[utoipa::path(post, path = "/items/{id}/loans", tag = "loans", request_body = LoanFields,
    responses((status = CREATED, body = Loan, description = "The loan", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    Path(item): Path<ItemId>,
    fields: Patch<LoanFields>,
) -> Result<Created<Loan>, Problem> {
    let fields = fields.onto(&LoanFields::default())?;
    let details = fields.read(app.store.clock().today());
    let row: Row<loan::Loan> = app
        .change(move |store| belongings::add(store, &editor, item, details))
        .await?
        .value;
    Ok(Created {
        at: format!("/loans/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a loan
#[utoipa::path(get, path = "/loans/{id}", tag = "loans",
    responses((status = OK, body = Loan, description = "The loan", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<LoanId>,
) -> Result<Tagged<Loan>, Problem> {
    let (row, _) = in_use_with_thing(&rows, editor.viewer(), id)?;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Change a loan
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/loans/{id}", tag = "loans", params(Seen), request_body = LoanFields,
    responses((status = OK, body = Loan, description = "The loan as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LoanId>,
    Seen(seen): Seen,
    patch: Patch<LoanFields>,
) -> Result<Tagged<Loan>, Problem> {
    step(&app, move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::adjust(store, &editor, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read(store.clock().today());
            Ok(())
        })
    })
    .await
}

/// Remove a loan
///
/// Puts it into the bin.
#[utoipa::path(delete, path = "/loans/{id}", tag = "loans", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LoanId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        in_use_with_thing(&store.read()?, editor.viewer(), id)?;
        belongings::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a loan out of the bin
#[utoipa::path(post, path = "/loans/{id}/restore", tag = "loans",
    responses((status = OK, body = Loan, description = "The loan", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LoanId>,
) -> Result<Tagged<Loan>, Problem> {
    step(&app, move |store| belongings::restore(store, &editor, id)).await
}

/// What a loan has been.
#[derive(Serialize, ToSchema)]
struct LoanHistory {
    /// Every version, the newest first.
    versions: Vec<LoanVersion>,
}

/// List every version of a loan
#[utoipa::path(get, path = "/loans/{id}/history", tag = "loans",
    responses((status = OK, body = LoanHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<LoanId>,
) -> Result<Sent<LoanHistory>, Problem> {
    let versions = with_actions(&rows, editor.viewer().of_thing_versions(&rows, id)?)?.into_iter();
    let told = versions.map(|(action, row)| LoanVersion {
        action,
        loan: (&row).into(),
    });
    Ok(Sent(LoanHistory {
        versions: told.collect(),
    }))
}

//! `/loans`: what is lent to whom, and comes back.

use axum::{Json as Sent, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    Routes, Shared, belonging,
    json::Patch,
    revision::{Created, Seen, Tagged},
    upkeep::seen,
    wire::{Loan, LoanFields, LoanVersion},
};
use crate::{
    access::Editor,
    actions::loans,
    domain::{
        item::ItemId,
        loan::{self, LoanId},
    },
    error::Result,
    http::{Path, Problem, Snapshot},
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
    belonging::add::<loan::Loan, _>(&app, editor, item, "/loans", details).await
}

/// Get a loan
#[utoipa::path(get, path = "/loans/{id}", tag = "loans",
    responses((status = OK, body = Loan, description = "The loan", headers(("ETag")))))]
async fn show(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<LoanId>,
) -> Result<Tagged<Loan>, Problem> {
    belonging::get(&rows, editor.viewer(), id)
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
    belonging::change(&app, editor, id, seen, patch, |fields, today| {
        Ok(fields.read(today))
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
    belonging::remove(&app, editor, id, seen).await
}

/// Take a loan out of the bin
#[utoipa::path(post, path = "/loans/{id}/restore", tag = "loans",
    responses((status = OK, body = Loan, description = "The loan", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<LoanId>,
) -> Result<Tagged<Loan>, Problem> {
    belonging::restore(&app, editor, id).await
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
    let versions = belonging::versions(&rows, editor.viewer(), id, |action, row| LoanVersion {
        action,
        loan: row.into(),
    })?;
    Ok(Sent(LoanHistory { versions }))
}

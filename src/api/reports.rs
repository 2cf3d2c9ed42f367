//! `/reports`: what the archive said on a day, written down for others.

use axum::{
    Json as Sent,
    extract::{Request, State},
    http::StatusCode,
    response::Response,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::Json,
    revision::{Created, live},
    wire::{Report, ReportFields, ReportState},
};
use crate::{
    access::{Editor, Viewer},
    actions::reports,
    app::App,
    domain::report::ReportId,
    error::Result,
    http::{Path, Problem, Query, Snapshot, report_file},
    store::{Reader, Row},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, remove))
        .routes(routes!(restore))
        .routes(routes!(stop))
        .routes(routes!(again))
        .routes(routes!(file))
}

/// Reports.
#[derive(Serialize, ToSchema)]
struct Reports {
    /// The reports, the latest first.
    reports: Vec<Report>,
}

/// List reports
#[utoipa::path(get, path = "/reports", tag = "reports",
    responses((status = OK, body = Reports, description = "The reports")))]
async fn list(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Reports>, Problem> {
    let mut told = Vec::new();
    for row in reports::list(&rows, editor.viewer())? {
        told.push(Report::new(&row, app.stand_of(&row).into(), Vec::new()));
    }
    Ok(Sent(Reports { reports: told }))
}

/// Make a report
///
/// A snapshot of what you see of the archive now. It is printed beside the requests: `state` tells how far it is.
#[utoipa::path(post, path = "/reports", tag = "reports", request_body = ReportFields,
    responses((status = CREATED, body = Report, description = "The report", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Json(fields): Json<ReportFields>,
) -> Result<Created<Report>, Problem> {
    let details = fields.read(look.lang)?;
    let row = app.make_report(editor, details, look.lang).await?.value;
    Ok(Created {
        at: format!("/reports/{}", row.id),
        revision: row.revision,
        body: Report::new(&row, app.stand_of(&row).into(), Vec::new()),
    })
}

fn told(
    app: &std::sync::Arc<App>,
    rows: &Reader,
    viewer: &Viewer,
    row: &Row<crate::domain::report::Report>,
) -> Result<Report> {
    let changed = reports::changed_since(rows, viewer, &app.content_of(row)?)?;
    let changed: Vec<Uuid> = changed.iter().map(|item| item.id.uuid()).collect();
    Ok(Report::new(row, app.stand_of(row).into(), changed))
}

/// Get a report
///
/// With how far its printing is, and the things in it that have been changed since it was made.
#[utoipa::path(get, path = "/reports/{id}", tag = "reports",
    responses((status = OK, body = Report, description = "The report")))]
async fn show(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Sent<Report>, Problem> {
    let row = live(editor.viewer().report(&rows, id)?)?;
    Ok(Sent(told(&app, &rows, editor.viewer(), &row)?))
}

/// Remove a report
///
/// Puts it into the bin. A report never changes, so there is no version to have seen.
#[utoipa::path(delete, path = "/reports/{id}", tag = "reports",
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ReportId>,
) -> Result<StatusCode, Problem> {
    app.stop_printing(id);
    app.change(move |store| {
        live(editor.report(&store.read()?, id)?)?;
        reports::remove(store, &editor, id)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Take a report out of the bin
#[utoipa::path(post, path = "/reports/{id}/restore", tag = "reports",
    responses((status = OK, body = Report, description = "The report")))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ReportId>,
) -> Result<Sent<Report>, Problem> {
    let row = app
        .change(move |store| reports::restore(store, &editor, id))
        .await?
        .value;
    let state = app.stand_of(&row).into();
    Ok(Sent(Report::new(&row, state, Vec::new())))
}

/// Stop the printing of a report
#[utoipa::path(post, path = "/reports/{id}/stop", tag = "reports",
    responses((status = OK, body = ReportState, description = "How it stands")))]
async fn stop(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Sent<ReportState>, Problem> {
    let row = live(editor.viewer().report(&rows, id)?)?;
    app.stop_printing(id);
    Ok(Sent(app.stand_of(&row).into()))
}

/// Print a report again
///
/// After it was stopped, or could not be printed.
#[utoipa::path(post, path = "/reports/{id}/again", tag = "reports",
    responses((status = OK, body = ReportState, description = "How it stands")))]
async fn again(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Sent<ReportState>, Problem> {
    let row = live(editor.viewer().report(&rows, id)?)?;
    app.print(&row);
    Ok(Sent(app.stand_of(&row).into()))
}

/// Which form of a report.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// The form.
    #[param(inline)]
    format: report_file::Format,
}

/// Get a report's file
///
/// `pdf` and `zip` come as soon as it is printed. The same report gives the same bytes, whatever becomes of the archive.
#[utoipa::path(get, path = "/reports/{id}/file", tag = "reports", params(Asked),
    responses((status = OK, body = Vec<u8>, content_type = "*/*", description = "The file")))]
async fn file(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Result<Response, Problem> {
    let report = live(editor.viewer().report(&rows, id)?)?;
    drop(rows);
    report_file::send(&app, &report, asked.format, request).await
}

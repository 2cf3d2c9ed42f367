//! The files of a report: what is fetched, what is printed by the browser, and the pictures on it.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    response::Response,
};
use maud::{Markup, Render};
use serde::Deserialize;

use super::at_home;
use crate::{
    access::Editor,
    app::App,
    domain::report::ReportId,
    http::{Path, Problem, Query, Snapshot, report_file},
    reports::{page::Sheets, paper},
    ui::{layout::Bare, look::Look},
    web::page::reports as words,
};

/// Which form of it.
#[derive(Deserialize)]
pub(super) struct Asked {
    format: report_file::Format,
}

/// `GET /reports/{id}/file?format=…`.
pub(super) async fn fetch(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Result<Response, Problem> {
    let report = editor.viewer().report(&rows, id)?;
    drop(rows);
    report_file::send(&app, &report, asked.format, request).await
}

/// `GET /reports/{id}/print`: the report alone, as a browser prints it.
pub(super) async fn print(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Markup, Problem> {
    let report = editor.viewer().report(&rows, id)?;
    let content = app.content_of(&report)?;
    let lang = report.details.language;
    let address = at_home(&report);
    let sheets = Sheets {
        lang,
        address: &address,
        list: look.text("reports-list"),
        missing: lang.text("reports-picture-missing"),
    };
    let body = sheets.markup(&paper::blocks(&report, &content));
    Ok(Bare::new(&look, words::name(&look, &report), body).render())
}

/// `GET /reports/{id}/pictures/{key}`: one of the pictures that the report shows, and no other.
pub(super) async fn picture(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path((id, key)): Path<(ReportId, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let report = editor.viewer().report(&rows, id)?;
    report_file::picture(&app, &report, &key, request).await
}

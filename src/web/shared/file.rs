//! The files behind a share link: its reports in each form, and the pictures that they show.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use super::{opened, own};
use crate::{
    app::App,
    domain::report::ReportId,
    error::Error,
    http::{Path, Problem, Query, Visit, report_file},
};

/// Which form of it.
#[derive(Deserialize)]
pub(super) struct Asked {
    format: report_file::Format,
}

/// `GET /shared/{secret}/reports/{id}/file?format=…`. Who has waited so long that the passcode is asked for again is led to where it is.
pub(super) async fn fetch(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((secret, id)): Path<(String, ReportId)>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Result<Response, Problem> {
    let Some(opened) = opened(&app, &visit, &secret)? else {
        return Ok(Redirect::to(&own(&secret)).into_response());
    };
    let report = opened.report(id)?;
    report_file::send(&app, report, asked.format, request).await
}

/// `GET /shared/{secret}/reports/{id}/pictures/{key}`: one of the pictures that the report shows, and no other.
pub(super) async fn picture(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((secret, id, key)): Path<(String, ReportId, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let opened = opened(&app, &visit, &secret)?.ok_or(Error::NotFound)?;
    let report = opened.report(id)?;
    report_file::picture(&app, report, &key, request).await
}

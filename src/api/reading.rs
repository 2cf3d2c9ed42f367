//! The API's description, for programs and for people: `/api/v1/openapi.json` and the page `/api/v1/`.

mod example;
mod page;

use std::sync::Arc;

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{Markup, Render};
use serde_json::Value;
use utoipa::openapi::OpenApi;

use super::ROOT;
use crate::{
    app::App,
    http::{Htmx, Visit},
    ui::layout::{Bare, Page},
};

/// The routes of this file: the only ones that the document does not tell of, for they are the document.
pub(super) fn routes(document: OpenApi) -> Router<Arc<App>> {
    // The document is made of values that are JSON already.
    let document = Arc::new(serde_json::to_value(document).unwrap_or_default());
    let text: Arc<str> = format!("{document:#}").into();
    let read = move |visit: Visit, htmx: Htmx| {
        let document = Arc::clone(&document);
        async move { show(&document, &visit, htmx) }
    };
    Router::new()
        .route(ROOT, get(read.clone()))
        .route(&format!("{ROOT}/"), get(read))
        .route(
            &format!("{ROOT}/openapi.json"),
            get(async move || json(&text)),
        )
}

fn json(text: &str) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (kind, text.to_owned()).into_response()
}

/// The page, with the site around it for who is signed in; it tells nothing of the household.
fn show(document: &Value, visit: &Visit, Htmx(htmx): Htmx) -> Markup {
    let look = &visit.look;
    let body = page::body(document, look);
    let title = look.text("api-title");
    if visit.viewer.is_some() {
        Page::new(look, title, body)
            .lead(look.text("api-lead"))
            .answer(htmx)
    } else {
        Bare::new(look, title, body)
            .lead(look.text("api-lead"))
            .render()
    }
}

//! What goes back: what was done, and what went wrong as a page, a part of one, or problem+json (RFC 9457).

use std::sync::Arc;

use axum::{
    Json,
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render, html};
use serde_json::json;

use super::{cookie, identity::Visit, security};
use crate::{
    domain::lang::Lang,
    error::Error,
    ui::{
        button::Button,
        layout::{Bare, Page},
        look::Look,
    },
};

/// An error on its way out of a handler; the identity layer tells it in the reader's language.
#[derive(Debug)]
pub struct Problem(Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

#[derive(Clone)]
pub(super) struct Failure(pub(super) Arc<Error>);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(Failure(Arc::new(self.0)));
        response
    }
}

/// What went wrong in a handler, for whoever tells it in another way than the pages do.
pub fn failure(response: &Response) -> Option<Arc<Error>> {
    let failure = response.extensions().get::<Failure>()?;
    Some(Arc::clone(&failure.0))
}

/// The status for each error: the one mapping.
pub const fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::SignedOut => StatusCode::UNAUTHORIZED,
        Error::Denied => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict => StatusCode::PRECONDITION_FAILED,
        Error::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Error::SlowDown(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Error::Unavailable(_) | Error::Building => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The key of an error's title.
const fn text(error: &Error) -> &'static str {
    match error {
        Error::NotFound => "error-not-found",
        Error::SignedOut => "error-signed-out",
        Error::Denied => "error-denied",
        Error::Invalid(_) => "error-invalid",
        Error::Conflict => "error-conflict",
        Error::TooLarge { .. } => "error-too-large",
        Error::SlowDown(_) => "error-slow-down",
        Error::TooSlow => "error-too-slow",
        Error::Unavailable(_) => "error-unavailable",
        Error::Building => "error-building",
        Error::Internal(_) => "error-internal",
    }
}

/// An error in a sentence: what is wrong with the field, or what went wrong and what to do.
pub fn sentence(error: &Error, lang: Lang) -> String {
    let told = Told::of(error, lang);
    if told.fields.is_empty() {
        return told.what;
    }
    let texts: Vec<_> = told.fields.into_iter().map(|(_, text)| text).collect();
    texts.join(" ")
}

/// Tells an error as problem+json with a sentence of the caller's.
pub(super) fn problem_json(error: &Error, lang: Lang, sentence: String) -> Response {
    let mut told = Told::of(error, lang);
    told.what = sentence;
    told.fields.clear();
    told.json()
}

/// What went wrong and what to do, in the reader's language.
struct Told {
    status: StatusCode,
    title: String,
    what: String,
    fields: Vec<(String, String)>,
}

impl Told {
    fn of(error: &Error, lang: Lang) -> Self {
        let key = text(error);
        let what = match error {
            Error::TooLarge { limit, unit } => {
                let limit = if matches!(*unit, "bytes" | "form") {
                    lang.bytes(*limit).into()
                } else {
                    (*limit).into()
                };
                lang.text_with(&format!("error-too-large-{unit}"), &[("limit", limit)])
            }
            Error::SlowDown(seconds) => {
                lang.text_with("error-slow-down-what", &[("seconds", (*seconds).into())])
            }
            Error::Internal(cause) => {
                let operation = operation(cause);
                tracing::error!(%operation, %cause, "internal error");
                lang.text_with("error-internal-what", &[("operation", operation.into())])
            }
            Error::Unavailable(cause) => {
                tracing::warn!(%cause, "unavailable");
                lang.text("error-unavailable-what")
            }
            Error::Building => lang.text("error-building-what"),
            Error::TooSlow => lang.text("error-too-slow-what"),
            Error::NotFound => lang.text("error-not-found-what"),
            Error::SignedOut => lang.text("error-signed-out-what"),
            Error::Denied => lang.text("error-denied-what"),
            Error::Invalid(_) => lang.text("error-invalid-what"),
            Error::Conflict => lang.text("error-conflict-what"),
        };
        let fields = match error {
            Error::Invalid(invalid) => invalid
                .iter()
                .map(|(field, text)| (field.to_owned(), lang.text(text)))
                .collect(),
            _ => Vec::new(),
        };
        Self {
            status: status(error),
            title: lang.text(key),
            what,
            fields,
        }
    }

    fn json(&self) -> Response {
        let errors: serde_json::Map<_, _> = self
            .fields
            .iter()
            .map(|(field, text)| (field.clone(), json!(text)))
            .collect();
        let mut body = json!({
            "type": "about:blank",
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.what,
        });
        if !errors.is_empty() {
            body["errors"] = errors.into();
        }
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status, kind, Json(body).into_response().into_body()).into_response()
    }

    fn body(&self, look: &Look) -> Markup {
        html! {
            p { (self.what) }
            @if !self.fields.is_empty() {
                ul { @for (_, text) in &self.fields { li { (text) } } }
            }
            p { (Button::link(look.text("error-back"), "/").primary()) }
        }
    }
}

/// A short name for what happened, the same for the person and in the log.
fn operation(cause: &str) -> String {
    blake3::hash(cause.as_bytes())
        .to_hex()
        .chars()
        .take(8)
        .collect()
}

/// After how many seconds to ask again while the index is built: it takes seconds for tens of thousands of things.
const BUILDING: u64 = 2;

/// Tells an error as whoever asked can read it.
pub(super) fn tell(visit: &Visit, path: &str, error: &Error) -> Response {
    let look = &visit.look;
    if matches!(error, Error::SignedOut) && !visit.json && !visit.htmx {
        let next = if visit.method == Method::GET {
            path
        } else {
            "/"
        };
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("next", next)
            .finish();
        return Redirect::to(&format!("/sign-in?{query}")).into_response();
    }
    let told = Told::of(error, look.lang);
    let mut response = if visit.json {
        told.json()
    } else if security::is_shared(path) {
        // Nothing leads a stranger into the house, and they are told the same whoever else they are.
        let body = html! { p { (told.what) } };
        let bare = Bare::new(look, told.title.as_str(), body).sealed();
        (told.status, bare.render()).into_response()
    } else if visit.viewer.is_some() {
        let page = Page::new(look, told.title.as_str(), told.body(look)).narrow();
        (told.status, page.answer(visit.htmx)).into_response()
    } else {
        (
            told.status,
            Bare::new(look, told.title.as_str(), told.body(look)).render(),
        )
            .into_response()
    };
    match error {
        Error::SlowDown(seconds) => {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, (*seconds).into());
        }
        Error::Building => {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, BUILDING.into());
            // Whoever waits for a page gets it as soon as it is there, without a script too.
            headers.insert(header::REFRESH, BUILDING.into());
        }
        Error::SignedOut if visit.api => {
            response.headers_mut().insert(
                header::WWW_AUTHENTICATE,
                header::HeaderValue::from_static("Bearer"),
            );
        }
        _ => {}
    }
    response
}

/// Tells that the address is right and the method is not, with those that are.
pub(super) fn not_allowed(visit: &Visit, refused: &Response) -> Response {
    let lang = visit.look.lang;
    let told = Told {
        status: StatusCode::METHOD_NOT_ALLOWED,
        title: lang.text("error-method"),
        what: lang.text("error-method-what"),
        fields: Vec::new(),
    };
    let mut response = if visit.json {
        told.json()
    } else {
        (
            told.status,
            Bare::new(&visit.look, told.title.as_str(), told.body(&visit.look)).render(),
        )
            .into_response()
    };
    if let Some(allow) = refused.headers().get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow.clone());
    }
    response
}

/// Tells an error when not even the reader's language is known.
pub(super) fn bare(error: &Error) -> Response {
    Told::of(error, Lang::default()).json()
}

/// Something was done: the next page tells it, with an undo where there is one.
pub struct Done {
    to: String,
    port: u16,
    message: String,
}

impl Done {
    /// Goes on to a page of ours, which tells that this action was done.
    pub fn new(app: &crate::app::App, action: &str, to: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            port: app.port(),
            message: action.to_owned(),
        }
    }

    /// Offers to take the change back, if there was one: what [`Saved::undo`](crate::store::Saved::undo) says.
    #[must_use]
    pub fn undo(mut self, change: Option<u64>) -> Self {
        if let Some(change) = change {
            self.message = format!("{}.{change}", self.message);
        }
        self
    }
}

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        match cookie::toast_cookie(self.port, Some(&self.message)) {
            Ok(message) => cookie::set(&mut headers, message),
            Err(error) => return Problem::from(error).into_response(),
        }
        (headers, Redirect::to(&self.to)).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_told_in_a_unit_that_fits_it() {
        let told = |limit, unit| sentence(&Error::TooLarge { limit, unit }, Lang::Sv);
        assert!(
            told(5_000, "bytes").contains(" 5\u{a0}kB,"),
            "{}",
            told(5_000, "bytes")
        );
        assert!(told(1_500_000, "form").contains(" 1,5\u{a0}MB text,"));
        assert!(told(100, "items").contains(" 100 saker"));
    }
}

//! What goes back where something was not done: problem+json (RFC 9457) with a word for programs, and whether to ask again.

use std::fmt;

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use maud::html;
use serde_json::{Map, Value, json};

use crate::{
    domain::{invalid::Invalid, lang::Lang},
    error::Error,
    http::{failure, status},
    protocol::Flaw,
    registry::{pages::Reader, refusal::Refusal},
    ui::button::Button,
};

/// What a handler comes to.
pub type Reply<T> = Result<T, Problem>;

/// After how many seconds to ask again, where nothing says better.
const LATER: u64 = 5;

/// Why something was not done.
#[derive(Debug)]
pub enum Problem {
    /// The registry does not do it.
    Refused(Refusal),
    /// Something went wrong on the way.
    Failed(Error),
}

impl<R: Into<Refusal>> From<R> for Problem {
    fn from(refusal: R) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// It is told by [`tell`], which knows to whom.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let told = match self {
            Self::Refused(refusal) => refused(&refusal),
            Self::Failed(error) => failed(&error),
        };
        let mut response = told.status.into_response();
        response.extensions_mut().insert(told);
        response
    }
}

/// Tells what was not done: to programs as JSON, and to people as a page.
pub async fn tell(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let is_program = parts.uri.path().starts_with("/v1/");
    let reader = Reader::of(&parts);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let told = match (
        response.extensions_mut().remove::<Told>(),
        failure(&response),
    ) {
        (Some(told), _) => told,
        (None, Some(error)) => failed(&error),
        (None, None) if response.status() == StatusCode::METHOD_NOT_ALLOWED => {
            Told::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed")
        }
        (None, None) => return response,
    };
    let mut answer = if is_program {
        told.json()
    } else {
        told.page(&reader)
    };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if let Some(seconds) = told.retry {
        let headers = answer.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

#[derive(Clone)]
struct Told {
    status: StatusCode,
    code: &'static str,
    detail: Option<String>,
    members: Map<String, Value>,
    retry: Option<u64>,
}

impl Told {
    fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            detail: None,
            members: Map::new(),
            retry: None,
        }
    }

    fn detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    fn with(mut self, member: &str, value: impl Into<Value>) -> Self {
        self.members.insert(member.to_owned(), value.into());
        self
    }

    fn after(mut self, seconds: u64) -> Self {
        self.retry = Some(seconds);
        self
    }
}

impl Told {
    fn json(&self) -> Response {
        let mut body = json!({
            "type": "about:blank",
            "title": self.status.canonical_reason(),
            "status": self.status.as_u16(),
            "code": self.code,
            "retryable": self.retry.is_some(),
        });
        if let Some(detail) = &self.detail {
            body["detail"] = detail.as_str().into();
        }
        for (member, value) in &self.members {
            body[member] = value.clone();
        }
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (self.status, kind, body.to_string()).into_response()
    }

    fn page(&self, reader: &Reader) -> Response {
        let look = &reader.0;
        let (title, what) = match self.status {
            StatusCode::NOT_FOUND | StatusCode::GONE => {
                ("registry-gone", look.text("registry-gone-what"))
            }
            StatusCode::TOO_MANY_REQUESTS => {
                let minutes = self.retry.unwrap_or_default().div_ceil(60).to_string();
                let what = look.text_with("registry-slow-what", "minutes", &minutes);
                ("registry-slow", what)
            }
            status if status.is_server_error() => {
                ("registry-trouble", look.text("registry-trouble-what"))
            }
            _ => ("registry-refused", look.text("registry-refused-what")),
        };
        let body =
            html! { p { (what) } p { (Button::link(look.text("registry-check-link"), "/")) } };
        (self.status, reader.page(look.text(title), None, body)).into_response()
    }
}

/// The status and the word for each refusal: the one mapping.
fn refused(refusal: &Refusal) -> Told {
    match refusal {
        Refusal::Unsigned(flaw) => unsigned(*flaw),
        Refusal::KeyInUse => Told::new(StatusCode::CONFLICT, "key-in-use"),
        Refusal::Suspended => Told::new(StatusCode::FORBIDDEN, "suspended"),
        Refusal::LevelTooLow => Told::new(StatusCode::FORBIDDEN, "level-too-low"),
        Refusal::NotYours => Told::new(StatusCode::FORBIDDEN, "not-yours"),
        Refusal::Closed => Told::new(StatusCode::CONFLICT, "closed"),
        Refusal::NotFound => Told::new(StatusCode::NOT_FOUND, "not-found"),
        Refusal::RevisionConflict { current } => {
            Told::new(StatusCode::CONFLICT, "revision-conflict").with("current", *current)
        }
        Refusal::Erased => Told::new(StatusCode::GONE, "erased"),
        Refusal::Malformed(what) => Told::new(StatusCode::BAD_REQUEST, "malformed").detail(what),
        Refusal::Invalid(invalid) => {
            Told::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid").with("errors", fields(invalid))
        }
        Refusal::SlowDown(seconds) => {
            Told::new(StatusCode::TOO_MANY_REQUESTS, "slow-down").after(*seconds)
        }
    }
}

/// What is wrong with a signature is 401; what is too large or no message at all is so whoever sent it.
fn unsigned(flaw: Flaw) -> Told {
    let status = match flaw {
        Flaw::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNAUTHORIZED,
    };
    Told::new(status, flaw.code()).detail(flaw)
}

/// Each field that cannot be taken, and why.
fn fields(invalid: &Invalid) -> Map<String, Value> {
    invalid
        .iter()
        .map(|(field, text)| (field.to_owned(), Lang::En.text(text).into()))
        .collect()
}

/// What went wrong on our side, or before anything was looked at.
fn failed(error: &Error) -> Told {
    let told = Told::new(
        status(error),
        match error {
            Error::NotFound => "not-found",
            Error::SignedOut => "signed-out",
            Error::Denied => "denied",
            Error::Invalid(_) => "invalid",
            Error::Conflict => "conflict",
            Error::TooLarge { .. } => "too-large",
            Error::SlowDown(_) => "slow-down",
            Error::TooSlow => "too-slow",
            Error::Unavailable(_) | Error::Building => "unavailable",
            Error::Internal(_) => "internal",
        },
    );
    match error {
        Error::Internal(cause) => {
            tracing::error!(%cause, "internal error");
            told.after(LATER)
        }
        Error::Unavailable(cause) => {
            tracing::warn!(%cause, "unavailable");
            told.after(LATER)
        }
        Error::Building | Error::TooSlow => told.after(LATER),
        Error::SlowDown(seconds) => told.after(*seconds),
        Error::Invalid(invalid) => told.with("errors", fields(invalid)),
        _ => told,
    }
}

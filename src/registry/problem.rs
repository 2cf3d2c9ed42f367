//! What goes back where something was not done: problem+json (RFC 9457) with a word for programs, and whether to ask again.

use std::fmt;

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use crate::{
    domain::{invalid::Invalid, lang::Lang},
    error::Error,
    http::{failure, status},
    protocol::Flaw,
    registry::refusal::Refusal,
};

/// What a handler comes to.
pub(super) type Reply<T> = Result<T, Problem>;

/// After how many seconds to ask again, where nothing says better.
const LATER: u64 = 5;

/// Why something was not done.
#[derive(Debug)]
pub(super) enum Problem {
    Refused(Refusal),
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(refusal) => refused(&refusal).into_response(),
            Self::Failed(error) => failed(&error).into_response(),
        }
    }
}

/// Tells what went wrong before or beside a handler as the API tells everything.
pub async fn tell(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    match failure(&response) {
        Some(error) => failed(&error).into_response(),
        None if response.status() == StatusCode::METHOD_NOT_ALLOWED => {
            let mut told =
                Told::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed").into_response();
            if let Some(allow) = response.headers().get(header::ALLOW) {
                told.headers_mut().insert(header::ALLOW, allow.clone());
            }
            told
        }
        None => response,
    }
}

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

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": "about:blank",
            "title": self.status.canonical_reason(),
            "status": self.status.as_u16(),
            "code": self.code,
            "retryable": self.retry.is_some(),
        });
        if let Some(detail) = self.detail {
            body["detail"] = detail.into();
        }
        for (member, value) in self.members {
            body[member] = value;
        }
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (self.status, kind, body.to_string()).into_response();
        if let Some(seconds) = self.retry {
            let headers = response.headers_mut();
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
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

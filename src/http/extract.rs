//! What handlers ask for: who, in which view, from which snapshot, and what was sent, parsed.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, StatusCode, Uri, header, request::Parts, uri::Authority},
    response::IntoResponse,
};
use serde::de::DeserializeOwned;

use super::{identity::Visit, reply::Problem, server::FORM};
use crate::{
    access::{Editor, Head, Manager, Viewer},
    app::App,
    error::{Error, Result},
    store::Reader,
    ui::look::Look,
};

type Shared = Arc<App>;

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| {
            Error::Internal("a route outside of the identity layer".to_owned()).into()
        })
    }
}

impl<S: Sync> FromRequestParts<S> for Look {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Visit::from_request_parts(parts, state).await?.look)
    }
}

impl<S: Sync> FromRequestParts<S> for Viewer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let visit = Visit::from_request_parts(parts, state).await?;
        Ok(visit.viewer.ok_or(Error::SignedOut)?)
    }
}

impl<S: Sync> FromRequestParts<S> for Editor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Viewer::from_request_parts(parts, state).await?.editor()?)
    }
}

impl<S: Sync> FromRequestParts<S> for Manager {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Viewer::from_request_parts(parts, state).await?.manager()?)
    }
}

impl<S: Sync> FromRequestParts<S> for Head {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Viewer::from_request_parts(parts, state).await?.head()?)
    }
}

/// Whether htmx asks for the part of a page that changes.
#[derive(Clone, Copy, Debug)]
pub struct Htmx(pub bool);

impl<S: Sync> FromRequestParts<S> for Htmx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        Ok(Self(Visit::from_request_parts(parts, state).await?.htmx))
    }
}

/// The archive as it was when the request came.
pub struct Snapshot(pub Reader);

impl FromRequestParts<Shared> for Snapshot {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        Ok(Self(app.store.read()?))
    }
}

/// A part of the path; one that cannot be read names nothing, so it is not found.
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Path::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Error::NotFound.into()),
        }
    }
}

/// The query string; keys may repeat.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum_extra::extract::Query::from_request_parts(parts, state).await {
            Ok(axum_extra::extract::Query(value)) => Ok(Self(value)),
            Err(_) => Err(Error::invalid("query", "error-form").into()),
        }
    }
}

/// A form as browsers send it without files; keys may repeat.
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match axum_extra::extract::Form::from_request(request, state).await {
            Ok(axum_extra::extract::Form(value)) => Ok(Self(value)),
            Err(cause) => Err(unread(cause, FORM, "form", "error-form").into()),
        }
    }
}

/// Why a body could not be read: it is longer than `most`, or it is not what it should be.
pub fn unread(
    cause: impl IntoResponse,
    most: usize,
    field: &'static str,
    text: &'static str,
) -> Error {
    if cause.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge {
            limit: most as u64,
            unit: "form",
        }
    } else {
        Error::invalid(field, text)
    }
}

/// The page of ours that the request was sent from, as path and query; none when it does not say, or is another site's.
pub struct Back(pub Option<String>);

impl<S: Sync> FromRequestParts<S> for Back {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(back(&parts.headers)))
    }
}

fn back(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let from: Uri = text(header::REFERER)?.parse().ok()?;
    let ours = from.authority().map(Authority::as_str) == Some(text(header::HOST)?);
    let path = from.path_and_query()?.as_str();
    (ours && !path.starts_with("//")).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn from(referer: &'static str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_static("nas.local:8480"));
        headers.insert(header::REFERER, HeaderValue::from_static(referer));
        back(&headers)
    }

    #[test]
    fn one_goes_back_to_where_one_came_from_unless_that_is_elsewhere() {
        let ours = from("http://nas.local:8480/items?q=kajak&sort=name");
        assert_eq!(ours.as_deref(), Some("/items?q=kajak&sort=name"));
        for elsewhere in [
            "http://nas.local:8480//evil.example/",
            "http://nas.local/items",
            "https://evil.example/items",
            "/items",
            "oops",
        ] {
            assert_eq!(from(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(back(&HeaderMap::new()), None);
    }
}

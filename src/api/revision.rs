//! Revisions on the wire: `ETag`, `If-Match` and `If-None-Match` (RFC 9110, section 13.1).

use std::sync::Arc;

use axum::{
    Json,
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::{
    IntoParams,
    openapi::{
        Object, Required, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use crate::{
    app::App,
    error::{Error, Result},
    http::Problem,
    store::{Expect, Reader, Revision, Row, Rows as _, Saved, Store},
};

/// Which version a change has seen: what `If-Match` says, and any when it says nothing.
pub(super) struct Seen(pub Expect);

/// Which versions the asker has: what `If-None-Match` says.
pub(super) struct Known(Option<Vec<String>>);

impl<S: Sync> FromRequestParts<S> for Seen {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(match tags(&parts.headers, &header::IF_MATCH) {
            Some(tags) => expected(&tags)?,
            None => Expect::Any,
        }))
    }
}

impl<S: Sync> FromRequestParts<S> for Known {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(tags(&parts.headers, &header::IF_NONE_MATCH)))
    }
}

impl IntoParams for Seen {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter(
            "If-Match",
            "The `ETag` of the version that the change was made from. When somebody has saved since, nothing changes.",
        )]
    }
}

impl IntoParams for Known {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter(
            "If-None-Match",
            "The `ETag` of the version at hand. When it is still the newest, the answer is 304 without a body.",
        )]
    }
}

fn parameter(name: &str, description: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(Object::with_type(Type::String)))
        .build()
}

/// The entity tags of a header, without their quotes; `None` when it is not there.
fn tags(headers: &HeaderMap, name: &HeaderName) -> Option<Vec<String>> {
    let mut values = headers.get_all(name).iter().peekable();
    values.peek()?;
    let texts = values.filter_map(|value| value.to_str().ok());
    let tags = texts.flat_map(|text| text.split(','));
    Some(tags.map(|tag| tag.trim().to_owned()).collect())
}

/// The revision that a change must find. A row that the asker has seen at several revisions can only be at the newest
/// of them, or at one that they have not seen.
fn expected(tags: &[String]) -> Result<Expect> {
    if tags.iter().any(|tag| tag == "*") {
        return Ok(Expect::Any);
    }
    let seen = tags.iter().filter_map(|tag| {
        let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
        digits.parse().ok().map(Revision::new)
    });
    // A tag that was never ours matches nothing.
    let newest = seen.max().ok_or(Error::Conflict)?;
    Ok(Expect::Revision(newest))
}

impl Known {
    /// The record as it is now, made only when the asker does not have it.
    pub(super) fn answer<T: Serialize>(
        &self,
        revision: Revision,
        make: impl FnOnce() -> Result<T>,
    ) -> Result<Response> {
        let own = quoted(revision);
        // A cache on the way may have made the tag a weak one; for reading, that is as good.
        let known = self.0.iter().flatten().any(|tag| {
            let tag = tag.strip_prefix("W/").unwrap_or(tag);
            tag == "*" || tag == own
        });
        if known {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, own)]).into_response());
        }
        Ok(Tagged(revision, make()?).into_response())
    }
}

/// A record with its `ETag`.
pub(super) struct Tagged<T>(pub Revision, pub T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        ([(header::ETAG, quoted(self.0))], Json(self.1)).into_response()
    }
}

/// Changes a row, and answers with what it is then.
pub(super) async fn step<T: Send + 'static, B: for<'r> From<&'r Row<T>>>(
    app: &Arc<App>,
    change: impl FnOnce(&Store) -> Result<Saved<Row<T>>> + Send + 'static,
) -> Result<Tagged<B>, Problem> {
    let row = app.change(change).await?.value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Versions of a row, each with the action that made it.
pub(super) fn with_actions<T>(
    rows: &Reader,
    versions: Vec<Row<T>>,
) -> Result<Vec<(String, Row<T>)>> {
    let with_action = |version: Row<T>| {
        let change = rows.change(version.revision.get())?;
        Ok((
            change.map(|change| change.action).unwrap_or_default(),
            version,
        ))
    };
    versions.into_iter().map(with_action).collect()
}

/// A record that was made, with its `ETag` and where it is.
pub(super) struct Created<T> {
    /// Where it is, beneath the root of the API.
    pub at: String,
    /// Its revision.
    pub revision: Revision,
    /// What it is.
    pub body: T,
}

impl<T: Serialize> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        let at = [(header::LOCATION, format!("{}{}", super::ROOT, self.at))];
        (StatusCode::CREATED, at, Tagged(self.revision, self.body)).into_response()
    }
}

fn quoted(revision: Revision) -> String {
    format!("\"{}\"", revision.get())
}

/// A row that is not in the bin: beside the bin itself, what lies there is not found.
pub(super) fn live<T>(row: Row<T>) -> Result<Row<T>> {
    if row.binned.is_none() {
        Ok(row)
    } else {
        Err(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    #[test]
    fn a_change_names_the_version_that_it_has_seen() {
        let expects = |value| {
            let headers = headers(header::IF_MATCH, value);
            expected(&tags(&headers, &header::IF_MATCH).unwrap())
        };
        let seven = Expect::Revision(Revision::new(7));
        assert_eq!(expects("\"7\"").unwrap(), seven);
        assert_eq!(expects("\"3\", \"7\"").unwrap(), seven);
        assert_eq!(expects("*").unwrap(), Expect::Any);
        for never_ours in ["7", "\"abc\"", "W/\"7\"", "\"-1\"", ""] {
            assert!(
                matches!(expects(never_ours), Err(Error::Conflict)),
                "{never_ours}"
            );
        }
        assert_eq!(tags(&HeaderMap::new(), &header::IF_MATCH), None);
    }

    #[test]
    fn a_version_at_hand_is_not_sent_again() {
        let status = |value: &str| {
            let headers = headers(header::IF_NONE_MATCH, value);
            let known = Known(tags(&headers, &header::IF_NONE_MATCH));
            let answer = known.answer(Revision::new(7), || Ok("body")).unwrap();
            assert_eq!(answer.headers()[header::ETAG], "\"7\"");
            answer.status()
        };
        for at_hand in ["\"7\"", "W/\"7\"", "\"1\", \"7\"", "*"] {
            assert_eq!(status(at_hand), StatusCode::NOT_MODIFIED, "{at_hand}");
        }
        assert_eq!(status("\"8\""), StatusCode::OK);
    }
}

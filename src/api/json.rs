//! JSON that comes in: read strictly, and refused by the name of the field.

use std::marker::PhantomData;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{
    domain::invalid::Invalid,
    error::{Error, Result},
    http::{Problem, server::FORM, unread},
};

/// A body in JSON, whatever its `Content-Type` says; `MOST` is how many bytes its route takes.
pub(super) struct Json<T, const MOST: usize = FORM>(pub T);

impl<S: Send + Sync, T: DeserializeOwned, const MOST: usize> FromRequest<S> for Json<T, MOST> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        Ok(Self(read(body(request, state, MOST).await?)?))
    }
}

/// What changes in a `T`: a JSON merge patch (RFC 7396), in which what is absent stays and what is `null` is cleared.
pub(super) struct Patch<T>(Map<String, Value>, PhantomData<fn() -> T>);

impl<S: Send + Sync, T> FromRequest<S> for Patch<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match body(request, state, FORM).await? {
            Value::Object(fields) => Ok(Self(fields, PhantomData)),
            _ => Err(Error::invalid("body", "api-json").into()),
        }
    }
}

impl<T> Patch<T> {
    /// The patch that gives these fields these values.
    #[cfg(test)]
    pub(super) fn of(fields: Map<String, Value>) -> Self {
        Self(fields, PhantomData)
    }
}

impl<T: Serialize + DeserializeOwned> Patch<T> {
    /// What the patch makes of what is there.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields that there are not, or that cannot be so.
    pub(super) fn onto(&self, present: &T) -> Result<T> {
        let Value::Object(mut fields) = serde_json::to_value(present).map_err(Error::internal)?
        else {
            return Err(Error::Internal("only objects are patched".to_owned()));
        };
        let mut invalid = Invalid::default();
        merge(&mut fields, &self.0, "", &mut invalid);
        read(Value::Object(invalid.or(fields)?))
    }

    /// Whether the patch gives a field a value.
    pub(super) fn gives(&self, field: &str) -> bool {
        self.0.get(field).is_some_and(|value| !value.is_null())
    }
}

fn merge(
    present: &mut Map<String, Value>,
    patch: &Map<String, Value>,
    around: &str,
    invalid: &mut Invalid,
) {
    for (name, value) in patch {
        let field = format!("{around}{name}");
        match (present.get_mut(name), value) {
            (None, _) => invalid.push(field, "api-unknown"),
            // What is not said is as it is in a new one: that is what clearing means.
            (Some(_), Value::Null) => drop(present.remove(name)),
            (Some(Value::Object(present)), Value::Object(patch)) => {
                merge(present, patch, &format!("{field}."), invalid);
            }
            (Some(present), value) => present.clone_from(value),
        }
    }
}

async fn body<S: Send + Sync>(request: Request, state: &S, most: usize) -> Result<Value> {
    match Bytes::from_request(request, state).await {
        Ok(bytes) => parse(&bytes),
        Err(cause) => Err(unread(cause, most, "body", "api-json")),
    }
}

fn parse(bytes: &[u8]) -> Result<Value> {
    serde_json::from_slice(bytes).map_err(|_| Error::invalid("body", "api-json"))
}

/// Reads a value, and names the field that stood in the way.
fn read<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_path_to_error::deserialize(value).map_err(|refused| {
        let path = refused.path().to_string();
        let path = if path == "." { "" } else { &path };
        let told = refused.inner().to_string();
        let (name, text) = match named(&told) {
            Some(("unknown field", name)) => (name, "api-unknown"),
            Some(("missing field", name)) => (name, "api-missing"),
            _ => ("", "api-value"),
        };
        let mut invalid = Invalid::default();
        invalid.push(joined(path, name), text);
        Error::Invalid(invalid)
    })
}

/// What serde says of a field, and its name: ``unknown field `x`, expected …``.
fn named(told: &str) -> Option<(&str, &str)> {
    let (what, rest) = told.split_once(" `")?;
    Some((what, rest.split_once('`')?.0))
}

fn joined(path: &str, name: &str) -> String {
    match (path, name) {
        ("", "") => "body".to_owned(),
        ("", name) => name.to_owned(),
        (path, "") => path.to_owned(),
        (path, name) if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        (path, name) => format!("{path}.{name}"),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Lamp {
        name: String,
        watts: Option<u32>,
        shade: Shade,
        bulbs: Vec<Bulb>,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Shade {
        colour: String,
        cloth: bool,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Bulb {
        watts: u32,
    }

    fn patched(patch: &Value) -> Result<Lamp> {
        let lamp = Lamp {
            name: "Taklampa".to_owned(),
            watts: Some(40),
            shade: Shade {
                colour: "vit".to_owned(),
                cloth: true,
            },
            bulbs: vec![Bulb { watts: 4 }],
        };
        let patch = patch.as_object().unwrap().clone();
        Patch::of(patch).onto(&lamp)
    }

    fn refused(outcome: Result<Lamp>) -> Vec<(String, &'static str)> {
        match outcome {
            Err(Error::Invalid(invalid)) => {
                let fields = invalid.iter();
                fields
                    .map(|(field, text)| (field.to_owned(), text))
                    .collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_absent_stays_and_what_is_null_is_cleared() {
        let lamp = patched(&json!({"watts": null, "shade": {"colour": "röd"}})).unwrap();
        assert_eq!(lamp.name, "Taklampa");
        assert_eq!(lamp.watts, None);
        assert_eq!(
            (lamp.shade.colour.as_str(), lamp.shade.cloth),
            ("röd", true)
        );
        assert_eq!(patched(&json!({"name": null})).unwrap().name, "");
        assert_eq!(
            patched(&json!({"shade": null})).unwrap().shade,
            Shade::default()
        );
    }

    #[test]
    fn a_list_is_replaced_whole() {
        let lamp = patched(&json!({"bulbs": [{"watts": 7}, {"watts": 9}]})).unwrap();
        assert_eq!(lamp.bulbs.len(), 2);
        assert_eq!(patched(&json!({"bulbs": null})).unwrap().bulbs, []);
    }

    #[test]
    fn a_field_that_there_is_not_is_named_wherever_it_stands() {
        for (patch, field) in [
            (json!({"wats": 5}), "wats"),
            (json!({"wats": null}), "wats"),
            (json!({"shade": {"color": "röd"}}), "shade.color"),
            (json!({"bulbs": [{"watts": 5, "w": 1}]}), "bulbs[0].w"),
        ] {
            let expected = vec![(field.to_owned(), "api-unknown")];
            assert_eq!(refused(patched(&patch)), expected, "{patch}");
        }
    }

    #[test]
    fn a_field_that_cannot_be_so_is_named_wherever_it_stands() {
        for (patch, field, text) in [
            (json!({"watts": "många"}), "watts", "api-value"),
            (json!({"shade": {"cloth": 1}}), "shade.cloth", "api-value"),
            (
                json!({"bulbs": [{"watts": -1}]}),
                "bulbs[0].watts",
                "api-value",
            ),
            (json!({"bulbs": [{}]}), "bulbs[0].watts", "api-missing"),
            (json!({"shade": 1}), "shade", "api-value"),
        ] {
            assert_eq!(
                refused(patched(&patch)),
                vec![(field.to_owned(), text)],
                "{patch}"
            );
        }
    }

    #[test]
    fn a_body_that_is_no_json_is_refused() {
        for text in ["", "{", "{\"a\":}", "\u{0}", &"[".repeat(100_000)] {
            assert!(matches!(parse(text.as_bytes()), Err(Error::Invalid(_))));
        }
    }
}

//! Which things a list shows: the query string, as the pages' links have it.

use axum::{extract::FromRequestParts, http::request::Parts};
use utoipa::{
    IntoParams,
    openapi::{
        Array, KnownFormat, Object, RefOr, Required, Schema, SchemaFormat, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
        schema::{ArrayBuilder, ObjectBuilder},
    },
};

use crate::{
    domain::{
        invalid::Invalid,
        query::{ItemQuery, MAX_LIMIT, Refusal, SortBy, State},
    },
    error::{Error, Result},
    http::Problem,
};

/// A list of things, parsed; what cannot be read is refused by name.
pub(in crate::api) struct Filter(pub ItemQuery);

impl Filter {
    /// Reads a query string without its `?`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that there is not, or that cannot be so.
    pub(in crate::api) fn read(query: &str) -> Result<Self> {
        let (query, refused) = ItemQuery::parse(query);
        let mut invalid = Invalid::default();
        for refused in refused {
            let text = match refused.why {
                Refusal::Unknown => "api-unknown",
                Refusal::Value => "api-value",
                Refusal::TooLong => "error-too-long",
            };
            invalid.push(refused.field, text);
        }
        invalid.or(Self(query)).map_err(Error::from)
    }
}

impl<S: Sync> FromRequestParts<S> for Filter {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::read(parts.uri.query().unwrap_or_default())?)
    }
}

/// What a field of the query holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Id,
    Ids,
    Minor,
    Day,
    YesNo,
    State,
    Sort,
    Limit,
}

/// The fields of the query: name, what it holds, what it is for. How a page looks (`view`, `column`) is taken too, and
/// means nothing here.
const QUERY_FIELDS: [(&str, Kind, &str); 16] = [
    (
        "q",
        Kind::Text,
        "Words to search for, in every text, tag, place, identifier, own field and document.",
    ),
    ("place", Kind::Id, "In this place or anywhere beneath it."),
    ("category", Kind::Id, "Of this category or one beneath it."),
    (
        "tag",
        Kind::Ids,
        "With every one of these tags; may be repeated.",
    ),
    (
        "owner",
        Kind::Id,
        "Owned by this person, alone or with others.",
    ),
    (
        "value_from",
        Kind::Minor,
        "Worth at least this much, in minor units (öre) of the household's currency.",
    ),
    (
        "value_to",
        Kind::Minor,
        "Worth at most this much, in minor units (öre) of the household's currency.",
    ),
    ("acquired_from", Kind::Day, "Acquired on this day or later."),
    ("acquired_to", Kind::Day, "Acquired on this day or earlier."),
    ("photo", Kind::YesNo, "With a photo, or without."),
    ("document", Kind::YesNo, "With a document, or without."),
    ("insured", Kind::YesNo, "Insured, or not."),
    (
        "state",
        Kind::State,
        "In this state; `active` when nothing is said.",
    ),
    (
        "sort",
        Kind::Sort,
        "The order, with `-` for the other way round; best match first for a search, else `-added`.",
    ),
    (
        "limit",
        Kind::Limit,
        "At most so many things; 60 when nothing is said.",
    ),
    ("after", Kind::Text, "The `next` of the page before."),
];

impl IntoParams for Filter {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let fields = QUERY_FIELDS.into_iter();
        fields
            .map(|(name, kind, description)| {
                ParameterBuilder::new()
                    .name(name)
                    .parameter_in(ParameterIn::Query)
                    .required(Required::False)
                    .description(Some(description))
                    .schema(Some(schema(kind)))
                    .build()
            })
            .collect()
    }
}

fn schema(kind: Kind) -> RefOr<Schema> {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let id = || text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
    let whole = || ObjectBuilder::new().schema_type(Type::Integer);
    let object: Object = match kind {
        Kind::Text => text(),
        Kind::Id => id(),
        Kind::Ids => {
            let ids: Array = ArrayBuilder::new().items(id()).build();
            return ids.into();
        }
        Kind::Minor => whole().format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64))),
        Kind::Day => text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))),
        Kind::YesNo => text().enum_values(Some(["yes", "no"])),
        Kind::State => text().enum_values(Some(State::ALL.map(State::name))),
        Kind::Sort => {
            let names = SortBy::ALL.map(SortBy::name);
            let both = names
                .iter()
                .flat_map(|name| [(*name).to_owned(), format!("-{name}")]);
            text().enum_values(Some(both))
        }
        Kind::Limit => whole().minimum(Some(1)).maximum(Some(MAX_LIMIT)),
    }
    .build();
    object.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query::Cursor;

    #[test]
    fn every_documented_field_is_read() {
        let id = uuid::Uuid::from_u128(1);
        let after = Cursor::new(ItemQuery::default().order(), vec![1], id);
        for (name, kind, _) in QUERY_FIELDS {
            let value = match kind {
                Kind::Text if name == "after" => after.to_string(),
                Kind::Text => "cykel".to_owned(),
                Kind::Id | Kind::Ids => id.to_string(),
                Kind::Minor => "100".to_owned(),
                Kind::Day => "2024-05-03".to_owned(),
                Kind::YesNo => "yes".to_owned(),
                Kind::State => "archived".to_owned(),
                Kind::Sort => "-name".to_owned(),
                Kind::Limit => "5".to_owned(),
            };
            let query = format!("{name}={value}");
            let read = Filter::read(&query).unwrap_or_else(|error| panic!("{query}: {error}"));
            assert_ne!(read.0, ItemQuery::default(), "{query}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_name() {
        let Err(Error::Invalid(invalid)) = Filter::read("limit=0&colour=red&photo=maybe") else {
            panic!("it was taken");
        };
        let told: Vec<_> = invalid.iter().collect();
        let expected = [
            ("limit", "api-value"),
            ("colour", "api-unknown"),
            ("photo", "api-value"),
        ];
        assert_eq!(told, expected);
    }
}

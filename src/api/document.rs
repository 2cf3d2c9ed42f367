//! The OpenAPI document: what the routes do not say of themselves.

mod patches;

use std::collections::BTreeMap;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        Components, Content, KnownFormat, OpenApi, OpenApiBuilder, Ref, RefOr, Required, Response,
        SchemaFormat, SecurityRequirement, Type,
        info::{InfoBuilder, LicenseBuilder},
        path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem},
        response::ResponseBuilder,
        schema::ObjectBuilder,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
        tag::TagBuilder,
    },
};

/// The nouns, in the order in which they are read.
const TAGS: [(&str, &str); 31] = [
    ("items", "Things: what the household owns."),
    (
        "places",
        "Homes, and the rooms, cupboards and boxes in them.",
    ),
    ("photos", "Pictures of things, places, jobs and memories."),
    (
        "documents",
        "Manuals and other papers of things, places, claims and jobs, the pages of receipts, and what memories are told by.",
    ),
    (
        "receipts",
        "What was bought where, what it proves, and how long each receipt is kept.",
    ),
    (
        "policies",
        "The household's insurances, and what they do not cover.",
    ),
    (
        "warranties",
        "Guarantees and insurances of things, and what ends next.",
    ),
    (
        "claims",
        "What was wrong with things, who was asked to put it right, and what came of it.",
    ),
    (
        "upkeep",
        "What is to be done for things and when, and what upkeep costs.",
    ),
    (
        "jobs",
        "What was done for things, by whom and for how much, with papers and photos.",
    ),
    ("loans", "What is lent to whom, and comes back."),
    (
        "incidents",
        "What happened, with photos and papers: burglary, fire, water.",
    ),
    (
        "losses",
        "What incidents did to things, and how that was settled.",
    ),
    (
        "rounds",
        "Inventory rounds: once a year, room by room, whether everything is there.",
    ),
    (
        "sightings",
        "What rounds found out about things: seen, moved, gone or new.",
    ),
    (
        "memories",
        "The stories that go with things, and the life of each thing.",
    ),
    (
        "bequests",
        "Whom things are meant for: known to whoever says so, until they open it.",
    ),
    (
        "reminders",
        "What should not be forgotten, and how you want to hear of it.",
    ),
    (
        "reports",
        "What the archive said on a day, written down for others.",
    ),
    (
        "divisions",
        "Property divided among spouses, cohabitants or heirs, by turns or by wishes.",
    ),
    (
        "insights",
        "Where the value lies, what was spent, what repairs have given, and how ready you are.",
    ),
    (
        "shares",
        "Links that show reports of an incident to somebody outside the household.",
    ),
    ("tags", "Words put on things."),
    (
        "categories",
        "What sorts of things there are: a list of two levels.",
    ),
    ("searches", "Views of the things that somebody gave a name."),
    ("bin", "What was removed in the last thirty days."),
    ("changes", "What was done, and taking it back."),
    ("people", "Who belongs to the household."),
    ("household", "What everybody has in common."),
    ("me", "Whom your token speaks for, and how you sign in."),
    ("api", "This description."),
];

const DESCRIPTION: &str = "What a page of Smartinventory can do, this can.\n\n\
    **Who.** A request carries a token, `Authorization: Bearer smi_…`, which speaks for a person and may do what they \
    may. `smartinventory token create --person NAME` makes one, and so does the page of settings. A token can list and revoke \
    tokens, and make none. A browser's session does what a token does, with its `Origin`.\n\n\
    **Versions.** A record has an `ETag`. A change that sends it as `If-Match` is refused with 412 when somebody has \
    saved since. A reader that sends it as `If-None-Match` gets 304 while nothing is new.\n\n\
    **Changes.** `PATCH` takes a JSON merge patch: what is absent stays, what is `null` is cleared, a list is replaced \
    whole. `DELETE` puts into the bin, for thirty days. A `revision` is the number of the change that made it, which \
    `POST /changes/{number}/undo` takes back.\n\n\
    **Problems** are problem+json (RFC 9457), in the language that `Accept-Language` or the person asks for; `errors` names \
    each field that could not be taken.\n\n\
    **Forms of values.** Times are RFC 3339; dates ISO 8601, to the day, month or year; money is an amount in text and a \
    currency; ids are UUIDs.";

/// Why a request failed: a problem in the sense of RFC 9457.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it documents what `http::reply` writes")]
struct Problem {
    /// Always `about:blank`: the status says which problem it is.
    r#type: String,
    /// What went wrong, in a few words.
    title: String,
    /// The status.
    status: u16,
    /// What to do about it.
    detail: String,
    /// The fields that could not be taken, each with a sentence that says why.
    errors: Option<BTreeMap<String, String>>,
}

/// What no guest looks at.
const WITHHELD: [&str; 16] = [
    "receipts",
    "policies",
    "valuation",
    "warranties",
    "claims",
    "upkeep",
    "jobs",
    "loans",
    "incidents",
    "losses",
    "rounds",
    "sightings",
    "bequests",
    "reminders",
    "reports",
    "divisions",
];

/// A problem that an operation can end in: status, name in the document, and what it means.
type Ending = (&'static str, &'static str, &'static str);

const SIGNED_OUT: Ending = ("401", "SignedOut", "No token, or one that opens nothing");
const DENIED: Ending = ("403", "Denied", "Your role does not allow it");
const NOT_FOUND: Ending = ("404", "NotFound", "It does not exist, or not for your eyes");
const TOO_SLOW: Ending = ("408", "TooSlow", "What was sent came too slowly");
const CONFLICT: Ending = ("412", "Conflict", "Somebody has saved since");
const TOO_LARGE: Ending = (
    "413",
    "TooLarge",
    "More bytes or pixels than the server takes",
);
const INVALID: Ending = (
    "422",
    "Invalid",
    "Something in it cannot be taken: errors names each field",
);
const SLOW_DOWN: Ending = (
    "429",
    "SlowDown",
    "Too many wrong passwords: Retry-After says when to try again",
);
const UNAVAILABLE: Ending = (
    "503",
    "Unavailable",
    "The server cannot do it right now; nothing has changed",
);
const ENDINGS: [Ending; 9] = [
    SIGNED_OUT,
    DENIED,
    NOT_FOUND,
    TOO_SLOW,
    CONFLICT,
    TOO_LARGE,
    INVALID,
    SLOW_DOWN,
    UNAVAILABLE,
];

/// The document before any route is in it.
pub(super) fn start() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Smartinventory")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(LicenseBuilder::new().name("MIT").build()))
        .contact(None::<utoipa::openapi::Contact>);
    let tags = TAGS.into_iter();
    let tags = tags.map(|(name, about)| {
        TagBuilder::new()
            .name(name)
            .description(Some(about))
            .build()
    });
    let mut components = Components::new();
    components.add_security_scheme(
        "token",
        SecurityScheme::Http(
            HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .description(Some("A token of a person, which begins with `smi_`."))
                .build(),
        ),
    );
    components
        .schemas
        .insert("Problem".to_owned(), Problem::schema());
    for (_, name, meaning) in ENDINGS {
        components
            .responses
            .insert(name.to_owned(), problem(meaning).into());
    }
    OpenApiBuilder::new()
        .info(info.build())
        .tags(Some(tags))
        .components(Some(components))
        .security(Some([SecurityRequirement::new::<_, _, &str>("token", [])]))
        .build()
}

fn problem(meaning: &str) -> Response {
    ResponseBuilder::new()
        .description(meaning)
        .content(
            "application/problem+json",
            Content::new(Some(Ref::from_schema_name("Problem"))),
        )
        .build()
}

/// Adds to each operation what follows from its path and its method: the parts of the path, and how it can end.
pub(super) fn complete(document: &mut OpenApi) {
    patches::complete(document);
    for (path, item) in &mut document.paths.paths {
        let parts: Vec<&str> = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        for (changes, operation) in operations(item) {
            // A handler's name says what it does to its noun; the noun makes it one of its own.
            if let (Some(id), Some([noun, ..])) =
                (&operation.operation_id, operation.tags.as_deref())
            {
                operation.operation_id = Some(format!("{noun}_{id}"));
            }
            let parameters = operation.parameters.get_or_insert_default();
            for (at, part) in parts.iter().enumerate() {
                parameters.insert(at, RefOr::T(path_parameter(part)));
            }
            for (status, name, _) in endings(path, changes, operation) {
                let known = operation.responses.responses.entry(status.to_owned());
                known.or_insert_with(|| RefOr::Ref(Ref::from_response_name(name)));
            }
            if sends(operation, "If-None-Match") {
                let same = ResponseBuilder::new().description("It is still as you know it");
                let responses = &mut operation.responses.responses;
                responses.insert("304".to_owned(), same.build().into());
            }
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (bool, &mut Operation)> {
    let reading = item.get.iter_mut().map(|operation| (false, operation));
    let changing = [
        &mut item.post,
        &mut item.put,
        &mut item.patch,
        &mut item.delete,
    ];
    reading.chain(
        changing
            .into_iter()
            .flatten()
            .map(|operation| (true, operation)),
    )
}

/// Whether an operation takes a parameter of this name, wherever it is sent.
fn sends(operation: &Operation, name: &str) -> bool {
    let mut parameters = operation.parameters.iter().flatten();
    parameters.any(|parameter| matches!(parameter, RefOr::T(own) if own.name == name))
}

fn endings(path: &str, changes: bool, operation: &Operation) -> Vec<Ending> {
    let asks = operation.parameters.iter().flatten().any(
        |parameter| matches!(parameter, RefOr::T(own) if own.parameter_in == ParameterIn::Query),
    );
    // A photo belongs to a thing or a place, which the path or the query names.
    let belongs = path.ends_with("/photos") || path.ends_with("/documents");
    let names_one = path.contains('{') || belongs;
    let proves = path.ends_with("/me/password") || path.ends_with("/me/tokens");
    // Who the household is, what it calls things, told before, removed, bought, spent, was promised, does, wishes and should remember, and
    // where its papers come from: a guest may not even read it.
    let withheld = path.ends_with("/bin")
        || path.ends_with("/intake")
        || path.ends_with("/insights")
        || path.ends_with("/ready")
        || path.contains("/people/")
        || path.ends_with("/tags/{id}")
        || path.ends_with("/memories/{id}/history")
        || path.split('/').any(|part| WITHHELD.contains(&part));
    let body = operation.request_body.is_some();
    let mut endings = vec![SIGNED_OUT, UNAVAILABLE];
    if changes || withheld {
        endings.push(DENIED);
    }
    if names_one {
        endings.push(NOT_FOUND);
    }
    // What is taken back, out of the bin or out of the history may have been overtaken or have lost its name too.
    let takes_back = path.ends_with("/undo") || path.ends_with("/restore");
    // An answer names the one that it was given upon.
    let answers = ["/losses/{item}", "/sightings/{item}", "/moves"];
    let answers = answers.iter().any(|end| path.ends_with(end));
    if changes && (takes_back || answers || sends(operation, "If-Match")) {
        endings.push(CONFLICT);
    }
    if body {
        endings.extend([TOO_SLOW, TOO_LARGE]);
    }
    if changes || asks {
        endings.push(INVALID);
    }
    if changes && proves {
        endings.push(SLOW_DOWN);
    }
    endings
}

fn path_parameter(name: &str) -> Parameter {
    let schema = match name {
        "id" | "item" | "share" => ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
        // What a reminder is known by.
        "cue" => ObjectBuilder::new().schema_type(Type::String),
        _ => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64))),
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(schema))
        .build()
}

#[cfg(test)]
mod tests;

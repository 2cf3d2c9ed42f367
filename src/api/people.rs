//! `/people`: who belongs to the household.

use axum::{Json as Sent, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::{Json, Patch},
    revision::{Created, Known, Seen, Tagged},
    wire::Total,
};
use crate::{
    access::{Head, Viewer},
    actions::{people, totals},
    domain::person::{self, PersonId, Role},
    error::Result,
    http::{Path, Problem, Snapshot},
    store::{Row, Rows},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .routes(routes!(total))
        .routes(routes!(restore))
        .routes(routes!(reset_password))
}

/// A person of the household.
#[derive(Serialize, ToSchema)]
struct Person {
    /// Who.
    id: Uuid,
    /// The number of the change that made them what they are: their `ETag`.
    revision: u64,
    #[serde(flatten)]
    fields: PersonFields,
}

/// What is said about a person.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
struct PersonFields {
    /// What they are called, and what they sign in with; unique in the household, case ignored.
    name: String,
    /// What they may do.
    role: Role,
}

impl Default for PersonFields {
    fn default() -> Self {
        Self {
            name: String::new(),
            role: Role::Adult,
        }
    }
}

impl From<&person::Person> for PersonFields {
    fn from(person: &person::Person) -> Self {
        Self {
            name: person.name.clone(),
            role: person.role,
        }
    }
}

impl From<&Row<person::Person>> for Person {
    fn from(row: &Row<person::Person>) -> Self {
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            fields: (&row.body).into(),
        }
    }
}

/// People.
#[derive(Serialize, ToSchema)]
struct People {
    /// The people, owners first, then by name.
    people: Vec<Person>,
}

/// List the people of the household
///
/// A guest gets only themselves.
#[utoipa::path(get, path = "/people", tag = "people",
    responses((status = OK, body = People, description = "The people")))]
async fn list(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<People>, Problem> {
    let people = people::seen(&rows, &viewer)?;
    Ok(Sent(People {
        people: people.iter().map(Into::into).collect(),
    }))
}

/// A new person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPerson {
    /// What they are called, and what they sign in with.
    name: String,
    /// What they may do; `adult` when nothing is said.
    #[serde(default = "adult")]
    role: Role,
    /// What they sign in with, at least eight characters; without one they cannot.
    #[serde(default)]
    password: Option<String>,
}

const fn adult() -> Role {
    Role::Adult
}

/// Add a person
#[utoipa::path(post, path = "/people", tag = "people", request_body = NewPerson,
    responses((status = CREATED, body = Person, description = "The person", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    head: Head,
    Json(new): Json<NewPerson>,
) -> Result<Created<Person>, Problem> {
    let row = app
        .change(move |store| {
            people::add(store, &head, &new.name, new.role, new.password.as_deref())
        })
        .await?
        .value;
    Ok(Created {
        at: format!("/people/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// Get a person
#[utoipa::path(get, path = "/people/{id}", tag = "people", params(Known),
    responses((status = OK, body = Person, description = "The person", headers(("ETag")))))]
async fn show(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PersonId>,
    known: Known,
) -> Result<Response, Problem> {
    people::get(&rows, &viewer, id)?;
    let row = rows.live(id)?;
    Ok(known.answer(row.revision, || Ok(Person::from(&row)))?)
}

/// Change a person's name or role
#[utoipa::path(patch, path = "/people/{id}", tag = "people", params(Seen), request_body = PersonFields,
    responses((status = OK, body = Person, description = "The person as they are now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    head: Head,
    Path(id): Path<PersonId>,
    Seen(seen): Seen,
    patch: Patch<PersonFields>,
) -> Result<Tagged<Person>, Problem> {
    let row = app
        .change(move |store| {
            let present = store.read()?.live(id)?;
            let fields = patch.onto(&(&present.body).into())?;
            people::change(store, &head, id, seen, &fields.name, fields.role)
        })
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// Remove a person
///
/// They are signed out everywhere, their tokens end, and what they own stays.
#[utoipa::path(delete, path = "/people/{id}", tag = "people", params(Seen),
    responses((status = NO_CONTENT, description = "They are in the bin")))]
async fn remove(
    State(app): Shared,
    head: Head,
    Path(id): Path<PersonId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| people::remove(store, &head, id, seen))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Get how much belongs to a person
///
/// Of a thing that several own, each has their share of the value.
#[utoipa::path(get, path = "/people/{id}/total", tag = "people",
    responses((status = OK, body = Total, description = "How much")))]
async fn total(
    viewer: Viewer,
    Snapshot(rows): Snapshot,
    Path(id): Path<PersonId>,
) -> Result<Sent<Total>, Problem> {
    people::get(&rows, &viewer, id)?;
    rows.live(id)?;
    let totals = totals::of_people(&rows, &viewer)?;
    Ok(Sent((&totals.of(id)).into()))
}

/// Take a person back
///
/// They sign in with the password they had.
#[utoipa::path(post, path = "/people/{id}/restore", tag = "people",
    responses((status = OK, body = Person, description = "The person", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    head: Head,
    Path(id): Path<PersonId>,
) -> Result<Tagged<Person>, Problem> {
    let row = app
        .change(move |store| people::restore(store, &head, id))
        .await?
        .value;
    Ok(Tagged(row.revision, (&row).into()))
}

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPassword {
    /// At least eight characters.
    password: String,
}

/// Give another person a new password
///
/// Ends all their sessions. Your own is changed by `POST /me/password`, which takes the old one.
#[utoipa::path(post, path = "/people/{id}/password", tag = "people", request_body = NewPassword,
    responses((status = NO_CONTENT, description = "It is their password now")))]
async fn reset_password(
    State(app): Shared,
    head: Head,
    Path(id): Path<PersonId>,
    Json(NewPassword { password }): Json<NewPassword>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| people::reset_password(store, &head, id, &password))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

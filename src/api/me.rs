//! `/me`: whom a token or a session speaks for, and how they sign in.

use axum::{Json as Sent, extract::State, http::StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::{Json, Patch},
    wire::{Lang, Theme},
};
use crate::{
    access::{Viewer, session, token},
    actions::people,
    domain::{
        account::{self, SessionId, TokenId},
        person::Role,
    },
    error::{Error, Result},
    http::{Path, Problem, Snapshot, Visit},
    store::{Reader, Secrets},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(show, change))
        .routes(routes!(change_password))
        .routes(routes!(tokens, create_token))
        .routes(routes!(revoke_token))
        .routes(routes!(sessions, end_sessions))
        .routes(routes!(end_session))
}

/// Who you are.
#[derive(Serialize, ToSchema)]
struct Me {
    /// Which person.
    id: Uuid,
    /// What you are called.
    name: String,
    /// What you may do.
    role: Role,
    #[serde(flatten)]
    preferences: Preferences,
}

/// How you like the pages.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
struct Preferences {
    /// The language, also of what goes wrong; the household's when you have not chosen one.
    lang: Option<Lang>,
    /// Light or dark.
    theme: Theme,
}

impl From<&account::Account> for Preferences {
    fn from(account: &account::Account) -> Self {
        Self {
            lang: account.lang.map(Into::into),
            theme: account.theme.into(),
        }
    }
}

fn me(rows: &Reader, viewer: &Viewer) -> Result<Me> {
    let account = rows.account(viewer.person())?;
    Ok(Me {
        id: viewer.person().uuid(),
        name: viewer.name().to_owned(),
        role: viewer.role(),
        preferences: (&account).into(),
    })
}

/// Get who you are
#[utoipa::path(get, path = "/me", tag = "me",
    responses((status = OK, body = Me, description = "You")))]
async fn show(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Me>, Problem> {
    Ok(Sent(me(&rows, &viewer)?))
}

/// Change how you like the pages
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/me", tag = "me", request_body = Preferences,
    responses((status = OK, body = Me, description = "You")))]
async fn change(
    State(app): Shared,
    viewer: Viewer,
    patch: Patch<Preferences>,
) -> Result<Sent<Me>, Problem> {
    let me = app
        .change(move |store| {
            let present = store.read()?.account(viewer.person())?;
            let chosen = patch.onto(&(&present).into())?;
            people::prefer(store, &viewer, |account| {
                account.lang = chosen.lang.map(Into::into);
                account.theme = chosen.theme.into();
            })?;
            me(&store.read()?, &viewer)
        })
        .await?;
    Ok(Sent(me))
}

/// Your old password and your new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordChange {
    /// The one that you sign in with now.
    old: String,
    /// At least eight characters.
    password: String,
}

/// Change your password
///
/// Ends all your sessions but the one that asks; tokens stay.
#[utoipa::path(post, path = "/me/password", tag = "me", request_body = PasswordChange,
    responses((status = NO_CONTENT, description = "It is your password now")))]
async fn change_password(
    State(app): Shared,
    viewer: Viewer,
    visit: Visit,
    Json(change): Json<PasswordChange>,
) -> Result<StatusCode, Problem> {
    let name = viewer.name().to_owned();
    let this = visit.session;
    app.attempt(&name, visit.ip(), "old", move |store| {
        people::change_password(store, &viewer, this, &change.old, &change.password)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A token for the API.
#[derive(Serialize, ToSchema)]
struct Token {
    /// Which.
    id: Uuid,
    /// What you call it.
    name: String,
    /// When it was made.
    since: Timestamp,
}

impl From<account::Token> for Token {
    fn from(token: account::Token) -> Self {
        Self {
            id: token.id.uuid(),
            name: token.name,
            since: token.since,
        }
    }
}

/// Your tokens.
#[derive(Serialize, ToSchema)]
struct Tokens {
    /// The tokens, the newest first.
    tokens: Vec<Token>,
}

/// List your tokens
#[utoipa::path(get, path = "/me/tokens", tag = "me",
    responses((status = OK, body = Tokens, description = "The tokens, without their secrets")))]
async fn tokens(viewer: Viewer, Snapshot(rows): Snapshot) -> Result<Sent<Tokens>, Problem> {
    let tokens = token::of_person(&rows, viewer.person())?;
    Ok(Sent(Tokens {
        tokens: tokens.into_iter().map(Into::into).collect(),
    }))
}

/// What a new token is called, and the proof that it is you who makes it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewToken {
    /// What you call it: what it is for.
    name: String,
    /// The password that you sign in with.
    password: String,
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
struct MadeToken {
    /// What goes behind `Authorization: Bearer`. It is told only now.
    token: String,
}

/// Make a token
///
/// From a browser that you are signed in on. A token makes no token: one that was lost would outlive being revoked.
#[utoipa::path(post, path = "/me/tokens", tag = "me", request_body = NewToken,
    responses((status = CREATED, body = MadeToken, description = "The token")))]
async fn create_token(
    State(app): Shared,
    viewer: Viewer,
    visit: Visit,
    Json(NewToken { name, password }): Json<NewToken>,
) -> Result<(StatusCode, Sent<MadeToken>), Problem> {
    visit.session.ok_or(Error::Denied)?;
    let person = viewer.name().to_owned();
    let token = app
        .attempt(&person, visit.ip(), "password", move |store| {
            token::create_with_password(store, &viewer, &password, &name)
        })
        .await?;
    Ok((StatusCode::CREATED, Sent(MadeToken { token })))
}

/// Revoke a token
///
/// Also the one that this request carries.
#[utoipa::path(delete, path = "/me/tokens/{id}", tag = "me",
    responses((status = NO_CONTENT, description = "It opens nothing any more")))]
async fn revoke_token(
    State(app): Shared,
    viewer: Viewer,
    Path(id): Path<TokenId>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        let mut own = token::of_person(&store.read()?, viewer.person())?.into_iter();
        own.find(|token| token.id == id).ok_or(Error::NotFound)?;
        token::revoke(store, viewer.person(), |other| other == id)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A browser that you are signed in on.
#[derive(Serialize, ToSchema)]
struct Session {
    /// Which.
    id: Uuid,
    /// What the browser called itself.
    device: String,
    /// When you signed in.
    since: Timestamp,
    /// When it was last used, within the hour.
    used: Timestamp,
    /// Whether it stays signed in.
    stay: bool,
    /// Whether it is the one that asks.
    current: bool,
}

/// Your sessions.
#[derive(Serialize, ToSchema)]
struct Sessions {
    /// The sessions, the newest first.
    sessions: Vec<Session>,
}

/// List where you are signed in
#[utoipa::path(get, path = "/me/sessions", tag = "me",
    responses((status = OK, body = Sessions, description = "The sessions")))]
async fn sessions(
    State(app): Shared,
    viewer: Viewer,
    visit: Visit,
    Snapshot(rows): Snapshot,
) -> Result<Sent<Sessions>, Problem> {
    let sessions = session::of_person(&app.store, &rows, viewer.person())?.into_iter();
    let sessions = sessions.map(|session| Session {
        id: session.id.uuid(),
        current: visit.session == Some(session.id),
        device: session.device,
        since: session.since,
        used: session.used,
        stay: session.stay,
    });
    Ok(Sent(Sessions {
        sessions: sessions.collect(),
    }))
}

/// Sign out everywhere
///
/// On every browser but the one that asks, if one does.
#[utoipa::path(delete, path = "/me/sessions", tag = "me",
    responses((status = NO_CONTENT, description = "They are signed out")))]
async fn end_sessions(
    State(app): Shared,
    viewer: Viewer,
    visit: Visit,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        session::end(store, viewer.person(), |session| {
            Some(session) != visit.session
        })
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sign out on a browser
#[utoipa::path(delete, path = "/me/sessions/{id}", tag = "me",
    responses((status = NO_CONTENT, description = "It is signed out")))]
async fn end_session(
    State(app): Shared,
    viewer: Viewer,
    Path(id): Path<SessionId>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        let mut own = session::of_person(store, &store.read()?, viewer.person())?.into_iter();
        own.find(|session| session.id == id)
            .ok_or(Error::NotFound)?;
        session::end(store, viewer.person(), |other| other == id)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

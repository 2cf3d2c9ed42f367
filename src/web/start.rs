//! Setting up, signing in and out, and how pages look on this device.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::{
    access::{
        password::SHORTEST,
        session::{self, Attempt},
    },
    actions::{household::Claim, people},
    app::App,
    domain::{account::Theme, invalid::Invalid, lang::Lang},
    error::{Error, Result},
    http::{Form, Problem, Query, Visit, remember_look, session_cookie},
    store::Store,
    ui::{
        form::{Control, Field, Form as Fields, Hidden},
        layout::Bare,
        look::{Look, View},
    },
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/setup", get(show_setup).post(set_up))
        .route("/sign-in", get(show_sign_in).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/look", post(change_look))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Setup {
    code: String,
    household: String,
    name: String,
    password: String,
}

async fn show_setup(State(app): State<Arc<App>>, look: Look) -> Response {
    if !app.is_unclaimed() {
        return Redirect::to("/").into_response();
    }
    setup_page(&look, &Setup::default(), &Invalid::default()).into_response()
}

async fn set_up(
    State(app): State<Arc<App>>,
    visit: Visit,
    headers: HeaderMap,
    Form(setup): Form<Setup>,
) -> Result<Response, Problem> {
    if !app.is_unclaimed() {
        return Ok(Redirect::to("/").into_response());
    }
    let setup = Arc::new(setup);
    let (task, given, lang) = (Arc::clone(&app), Arc::clone(&setup), visit.look.lang);
    let device = device(&headers);
    let claim = move |store: &Store| {
        let claim = Claim {
            household: &given.household,
            name: &given.name,
            password: &given.password,
            lang,
        };
        let viewer = task.claim(&given.code, &claim)?.value;
        session::start(store, viewer.person(), true, &device)
    };
    match app.attempt("", visit.ip(), "code", claim).await {
        Ok(secret) => {
            let cookie = session_cookie(app.port(), visit.transport, Some((&secret, true)))?;
            Ok((
                AppendHeaders([(header::SET_COOKIE, cookie)]),
                Redirect::to("/"),
            )
                .into_response())
        }
        Err(Error::Invalid(invalid)) => {
            Ok(setup_page(&visit.look, &setup, &invalid).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn setup_page(look: &Look, setup: &Setup, invalid: &Invalid) -> Markup {
    let lang = look.lang;
    let fields = html! {
        (Field::text("code", look.text("start-code")).value(&setup.code).hint(look.text("start-code-hint"))
            .refused(lang, invalid).required().focus().autocomplete("one-time-code"))
        (Field::text("household", look.text("start-household")).value(&setup.household)
            .hint(look.text("start-household-hint")).refused(lang, invalid).required())
        (Field::text("name", look.text("start-name")).value(&setup.name).refused(lang, invalid).required()
            .autocomplete("username"))
        (Field::new("password", look.text("start-password"), Control::Password).hint(look.text("start-password-hint"))
            .refused(lang, invalid).required().autocomplete("new-password"))
    };
    let form = Fields::new(look, "/setup", fields)
        .refused(invalid)
        .save(look.text("start-setup-save"));
    Bare::new(look, look.text("start-setup"), form.render())
        .lead(look.text("start-setup-lead"))
        .render()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SignIn {
    name: String,
    password: String,
    stay: Option<String>,
    next: String,
}

async fn show_sign_in(visit: Visit, Query(sign_in): Query<SignIn>) -> Response {
    if visit.viewer.is_some() {
        return Redirect::to(local(&sign_in.next)).into_response();
    }
    sign_in_page(&visit.look, &sign_in, &Invalid::default()).into_response()
}

async fn sign_in(
    State(app): State<Arc<App>>,
    visit: Visit,
    headers: HeaderMap,
    Form(sign_in): Form<SignIn>,
) -> Result<Response, Problem> {
    let stay = sign_in.stay.is_some();
    let (name, password, device) = (
        sign_in.name.clone(),
        sign_in.password.clone(),
        device(&headers),
    );
    let signed_in = app
        .attempt(&sign_in.name, visit.ip(), "password", move |store| {
            session::sign_in(
                store,
                &Attempt {
                    name: &name,
                    password: &password,
                    stay,
                    device: &device,
                },
            )
        })
        .await;
    match signed_in {
        Ok(secret) => {
            let cookie = session_cookie(app.port(), visit.transport, Some((&secret, stay)))?;
            Ok((
                AppendHeaders([(header::SET_COOKIE, cookie)]),
                Redirect::to(local(&sign_in.next)),
            )
                .into_response())
        }
        Err(Error::Denied) => {
            let mut invalid = Invalid::default();
            invalid.push("password", "error-sign-in");
            Ok(sign_in_page(&visit.look, &sign_in, &invalid).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn sign_in_page(look: &Look, sign_in: &SignIn, invalid: &Invalid) -> Markup {
    let fields = html! {
        (Hidden("next", local(&sign_in.next)))
        (Field::text("name", look.text("start-sign-in-name")).value(&sign_in.name).required().focus().autocomplete("username"))
        (Field::new("password", look.text("start-password"), Control::Password).refused(look.lang, invalid).required()
            .autocomplete("current-password"))
        (Field::new("stay", look.text("start-stay"), Control::Check).hint(look.text("start-stay-hint"))
            .value(if sign_in.stay.is_some() { "1" } else { "" }))
    };
    let form = Fields::new(look, "/sign-in", fields).save(look.text("start-sign-in"));
    Bare::new(look, look.text("start-sign-in"), form.render()).render()
}

async fn sign_out(State(app): State<Arc<App>>, visit: Visit) -> Result<Response, Problem> {
    if let (Some(viewer), Some(session)) = (visit.viewer, visit.session) {
        app.change(move |store| session::end(store, viewer.person(), |other| other == session))
            .await?;
    }
    let cookie = session_cookie(app.port(), visit.transport, None)?;
    Ok((
        AppendHeaders([(header::SET_COOKIE, cookie)]),
        Redirect::to("/sign-in"),
    )
        .into_response())
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Wish {
    view: Option<String>,
    theme: Option<String>,
    lang: Option<String>,
    back: String,
}

/// Remembers a choice: the view and a stranger's choices on this device, a member's language and colours wherever they
/// sign in.
async fn change_look(
    State(app): State<Arc<App>>,
    visit: Visit,
    Form(wish): Form<Wish>,
) -> Result<Response, Problem> {
    let mut cookies = Vec::new();
    if let Some(view) = wish.view.as_deref().and_then(View::from_tag) {
        cookies.push((
            header::SET_COOKIE,
            remember_look(app.port(), "view", view.tag())?,
        ));
    }
    let theme = wish.theme.as_deref().and_then(Theme::from_tag);
    if let Some(theme) = theme {
        cookies.push((
            header::SET_COOKIE,
            remember_look(app.port(), "theme", theme.tag())?,
        ));
    }
    let lang = wish.lang.as_deref().and_then(Lang::from_tag);
    if let Some(lang) = lang {
        cookies.push((
            header::SET_COOKIE,
            remember_look(app.port(), "lang", lang.tag())?,
        ));
    }
    if let Some(viewer) = visit.viewer
        && (theme.is_some() || lang.is_some())
    {
        app.change(move |store| {
            people::prefer(store, &viewer, |account| {
                account.theme = theme.unwrap_or(account.theme);
                account.lang = lang.or(account.lang);
            })
        })
        .await?;
    }
    Ok((AppendHeaders(cookies), Redirect::to(local(&wish.back))).into_response())
}

/// A path of ours to go on to, and never another site's.
fn local(path: &str) -> &str {
    let plain = path
        .bytes()
        .all(|byte| !byte.is_ascii_control() && byte != b'\\');
    if plain && path.starts_with('/') && !path.starts_with("//") {
        path
    } else {
        "/"
    }
}

fn device(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    agent.unwrap_or_default().to_owned()
}

const _: () = assert!(SHORTEST == 8, "the hint start-password-hint says eight");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(local("/items?q=a"), "/items?q=a");
        for path in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "items",
            "/a\nb",
        ] {
            assert_eq!(local(path), "/", "{path}");
        }
    }
}

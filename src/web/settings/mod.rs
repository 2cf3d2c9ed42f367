//! A person's own settings on one page, and for its owners the household's.

mod account;
mod device;
mod devices;
mod household;
mod intake;
mod reminders;
mod tokens;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, Render, html};

use self::household::HouseholdForm;
use crate::{
    app::App,
    domain::{account::Theme, invalid::Invalid, lang::Lang},
    error::Result,
    http::{Problem, Visit},
    ui::{
        button::Button,
        facts::Facts,
        layout::Page,
        look::{Look, Section, View},
    },
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/settings", get(show))
        .route("/settings/password", post(account::change_password))
        .route("/settings/devices/end", post(devices::end))
        .route("/settings/tokens", post(tokens::create))
        .route("/settings/tokens/revoke", post(tokens::revoke))
        .route("/settings/household", post(household::save))
        .route("/settings/intake", get(intake::show))
        .route(
            "/settings/reminders",
            get(reminders::show).post(reminders::wishes::save),
        )
        .route(
            "/settings/reminders/channels",
            post(reminders::channels::add),
        )
        .route(
            "/settings/reminders/channels/{id}/remove",
            post(reminders::channels::remove),
        )
        .route(
            "/settings/reminders/channels/{id}/test",
            post(reminders::channels::test),
        )
        .route("/settings/reminders/calendar", post(reminders::calendar))
}

/// What the page shows beside what is stored: what was refused, what somebody typed, a token that is seen once.
#[derive(Default)]
struct Shown {
    password: Invalid,
    token: Invalid,
    token_name: String,
    secret: Option<String>,
    household: Option<HouseholdForm>,
    household_invalid: Invalid,
    household_overtaken: Option<String>,
}

async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Response, Problem> {
    Ok(answer(&app, &visit, StatusCode::OK, &Shown::default())?)
}

/// The whole page, with what somebody just did in it.
fn answer(app: &App, visit: &Visit, status: StatusCode, shown: &Shown) -> Result<Response> {
    let mut look = visit.look.clone().at(Section::Settings);
    // A page that answers a form is no place to come back to.
    "/settings".clone_into(&mut look.path);
    let page = page(app, visit, &look, shown)?;
    Ok((status, page.answer(visit.htmx)).into_response())
}

fn page<'a>(app: &App, visit: &Visit, look: &'a Look, shown: &Shown) -> Result<Page<'a>> {
    let viewer = visit.viewer()?;
    let rows = app.store.read()?;
    let sections = [
        ("settings-looks", looks(look)),
        (
            "settings-devices",
            devices::section(app, &rows, visit, look)?,
        ),
        ("settings-password", account::section(look, viewer, shown)),
        (
            "settings-tokens",
            tokens::section(&rows, look, viewer, shown)?,
        ),
    ];
    let household = viewer
        .head()
        .is_ok()
        .then(|| household::section(&rows, look, shown));
    let body = html! {
        @for (title, section) in sections { (titled(look, title, &section)) }
        @if let Some(section) = household { (titled(look, "settings-household", &section?)) }
        @if viewer.editor().is_ok() { (titled(look, "settings-reminders", &reminders::entry(look))) }
        @if viewer.head().is_ok() { (titled(look, "settings-intake", &intake::entry(app, look))) }
        (titled(look, "settings-about", &about(app, look, viewer.head().is_ok())))
    };
    Ok(Page::new(look, look.text("ui-settings"), body)
        .lead(viewer.name().to_owned())
        .narrow())
}

fn titled(look: &Look, title: &str, section: &Markup) -> Markup {
    html! { section.section.settings id=(title) { h2 { (look.text(title)) } (section) } }
}

/// Language and colours, which follow the person; and the view, which stays on this device.
fn looks(look: &Look) -> Markup {
    let choice = |label: String, what: &str, value: &str, chosen: bool| {
        Button::post(label, "/look")
            .with(what, value)
            .with("back", "/settings")
            .disabled(chosen)
    };
    let views = [
        (View::Auto, "settings-view-auto"),
        (View::Quick, "ui-view-quick"),
        (View::Full, "ui-view-full"),
    ];
    let themes = Theme::ALL.map(|theme| (theme, theme_text(theme)));
    html! {
        (choices(look, "ui-language", &html! {
            @for lang in Lang::ALL { (choice(lang.text("ui-language-own"), "lang", lang.tag(), lang == look.lang)) }
        }))
        (choices(look, "ui-theme", &html! {
            @for (theme, key) in themes { (choice(look.text(key), "theme", theme.tag(), theme == look.theme)) }
        }))
        (choices(look, "settings-view", &html! {
            @for (view, key) in views { (choice(look.text(key), "view", view.tag(), view == look.view)) }
        }))
        p.quiet { (look.text("settings-looks-hint")) }
    }
}

const fn theme_text(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "ui-theme-auto",
        Theme::Light => "ui-theme-light",
        Theme::Dark => "ui-theme-dark",
    }
}

fn choices(look: &Look, label: &str, buttons: &Markup) -> Markup {
    html! {
        div.field role="group" aria-label=(look.text(label)) {
            p.settings-label { (look.text(label)) }
            div.choice { (buttons) }
        }
    }
}

fn about(app: &App, look: &Look, owns: bool) -> Markup {
    let folder = owns.then(|| app.settings().data.display().to_string());
    Facts::new()
        .fact(look.text("settings-version"), env!("CARGO_PKG_VERSION"))
        .known(look.text("settings-folder"), folder)
        .render()
}

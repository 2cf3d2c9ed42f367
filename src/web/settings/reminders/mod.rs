//! How a person wants to be reminded: how long ahead, when, by which channels, and in which calendar.

pub(super) mod channels;
pub(super) mod wishes;

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::titled;
use crate::{
    access::Editor,
    actions::reminders::{self},
    app::App,
    domain::{invalid::Invalid, reminding::Reminding},
    error::{Error, Result},
    http::{Done, Form, Problem, Visit},
    store::Remindings as _,
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        form::{Control, Field},
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
};

/// Where this page is.
const HERE: &str = "/settings/reminders";

/// What the forms hold, by the names of their fields.
type Given = BTreeMap<String, String>;

/// What the page shows beside what is stored.
#[derive(Default)]
struct Shown {
    given: Option<Given>,
    invalid: Invalid,
}

/// The way to this page, on the page above it.
pub(super) fn entry(look: &Look) -> Markup {
    let row = Row::icon(Icon::Bell, look.text("reminders-settings"))
        .text(look.text("reminders-settings-text"))
        .href(HERE);
    List(vec![row]).render()
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    visit: Visit,
) -> Result<Response, Problem> {
    Ok(answer(
        &app,
        &editor,
        &visit,
        StatusCode::OK,
        &Shown::default(),
    )?)
}

fn answer(
    app: &App,
    editor: &Editor,
    visit: &Visit,
    status: StatusCode,
    shown: &Shown,
) -> Result<Response> {
    let mut look = visit.look.clone().at(Section::Settings);
    HERE.clone_into(&mut look.path);
    let reminding = app.store.read()?.reminding(editor.person())?;
    let page = Forms {
        look: &look,
        reminding: &reminding,
        shown,
    };
    let body = html! {
        (titled(&look, "reminders-when", &page.wishes()))
        (titled(&look, "reminders-channels", &page.channels(app.carrier().has_post())))
        (titled(&look, "reminders-calendar", &page.calendar(app)))
    };
    let above =
        Breadcrumb::new(look.text("ui-settings")).step(look.text("ui-settings"), "/settings");
    let page = Page::new(&look, look.text("reminders-settings"), body)
        .breadcrumb(above)
        .lead(look.text("reminders-settings-lead"))
        .narrow();
    // What lets others in is on this page.
    let never = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((status, never, page.answer(visit.htmx)).into_response())
}

/// The page's forms.
struct Forms<'a> {
    look: &'a Look,
    reminding: &'a Reminding,
    shown: &'a Shown,
}

impl Forms<'_> {
    /// What a field holds: what somebody just typed, else what is kept.
    fn value(&self, name: &str, kept: impl Into<String>) -> String {
        let given = self.shown.given.as_ref();
        let given = given.and_then(|given| given.get(name));
        given.map_or_else(|| kept.into(), Clone::clone)
    }

    fn field(&self, name: &str, key: &str, control: Control, kept: impl Into<String>) -> Field {
        Field::new(name, self.look.text(key), control)
            .value(self.value(name, kept))
            .refused(self.look.lang, &self.shown.invalid)
    }

    fn calendar(&self, app: &App) -> Markup {
        let look = self.look;
        let to = "/settings/reminders/calendar";
        let button =
            |key: &str, value: &str| Button::post(look.text(key), to).with("do", value).small();
        let address = self.reminding.calendar.as_ref().map(|secret| {
            let path = format!("calendar/{secret}.ics");
            app.address().map_or_else(
                || format!("/{path}"),
                |base| base.beneath(&path).to_string(),
            )
        });
        html! {
            p.quiet { (look.text("reminders-calendar-text")) }
            @if let Some(address) = address {
                input.input readonly value=(address) aria-label=(look.text("reminders-calendar"));
                div.row {
                    (button("reminders-calendar-new", "open"))
                    (button("reminders-calendar-close", "close").danger())
                }
            } @else {
                div.row { (button("reminders-calendar-open", "open")) }
            }
        }
    }
}

/// The page again, with what was wrong.
fn refused(
    app: &App,
    editor: &Editor,
    visit: &Visit,
    given: Given,
    error: Error,
) -> Result<Response> {
    let Error::Invalid(invalid) = error else {
        return Err(error);
    };
    let shown = Shown {
        given: Some(given),
        invalid,
    };
    answer(app, editor, visit, StatusCode::UNPROCESSABLE_ENTITY, &shown)
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    r#do: String,
}

pub(super) async fn calendar(
    State(app): State<Arc<App>>,
    editor: Editor,
    Form(wanted): Form<Wanted>,
) -> Result<Done, Problem> {
    app.change(move |store| match wanted.r#do.as_str() {
        "open" => reminders::open_calendar(store, &editor).map(drop),
        "close" => reminders::close_calendar(store, &editor),
        _ => Err(Error::invalid("do", "error-form")),
    })
    .await?;
    Ok(Done::new(&app, "reminder-calendar", HERE))
}

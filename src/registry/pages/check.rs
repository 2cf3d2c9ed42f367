//! The first page: a number is typed, and the page says whether it is reported stolen, and what to do then.

use std::sync::Arc;

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{entry, reader::Reader};
use crate::{
    domain::{category_list, identifier::IdentifierKind, text},
    error::Error,
    http::Form,
    i18n::labels,
    protocol::entry::MarkKind,
    registry::{
        client::Client,
        operations::checks::{Found, Match, Note, Outcome},
        problem::Problem,
        service::Registry,
    },
    ui::{
        banner::Banner,
        form::{Choice, Control, Field, Form as Fields},
        icon::{Icon, category_icon},
        list::{List, Row},
        look::Look,
    },
};

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    kind: String,
    value: String,
}

/// `GET /`.
pub(super) async fn ask(reader: Reader) -> Markup {
    page(&reader, &Typed::default(), None)
}

/// `POST /check`.
pub(super) async fn answer(
    State(registry): State<Arc<Registry>>,
    Client(from): Client,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    if !text::fits(&typed.value, text::NAME) {
        return Err(Error::invalid("value", "error-too-long").into());
    }
    let kind = MarkKind::from_key(&typed.kind).map_or(IdentifierKind::Serial, |kind| kind.0);
    let found = registry.check(from, kind, typed.value.clone()).await?;
    let page = page(&reader, &typed, Some(&found));
    Ok(([(header::CACHE_CONTROL, "no-store")], page).into_response())
}

fn page(reader: &Reader, typed: &Typed, found: Option<&Found>) -> Markup {
    let look = &reader.0;
    let body = html! {
        @if let Some(found) = found { (answered(look, typed, found)) }
        (form(look, typed))
        @if found.is_none() { (meaning(look)) }
    };
    let title = match found {
        None => look.text("registry-check"),
        Some(found) => look.text(title(found.result)),
    };
    let lead = found.is_none().then(|| look.text("registry-check-lead"));
    reader.page(title, lead, body)
}

const fn title(result: Outcome) -> &'static str {
    match result {
        Outcome::Reported => "registry-reported",
        Outcome::Near => "registry-near",
        Outcome::None => "registry-none",
    }
}

fn form(look: &Look, typed: &Typed) -> Markup {
    let kinds = IdentifierKind::ALL.map(|kind| {
        let label = look.text(labels::identifier(kind));
        Choice::new(MarkKind(kind).key(), label)
    });
    let kind = Field::new(
        "kind",
        look.text("registry-kind"),
        Control::Select(kinds.to_vec()),
    )
    .value(typed.kind.as_str());
    let value = Field::text("value", look.text("registry-value"))
        .value(typed.value.as_str())
        .hint(look.text("registry-value-hint"))
        .required()
        .autocomplete("off");
    let fields = html! { (value) (kind) };
    Fields::new(look, "/check", fields)
        .save(look.text("registry-check-do"))
        .render()
}

/// The answer: what is known, what it means, and what to do.
fn answered(look: &Look, typed: &Typed, found: &Found) -> Markup {
    let value = typed.value.as_str();
    let banner = match found.result {
        Outcome::Reported => {
            Banner::error(look.text_with("registry-reported-what", "value", value))
        }
        Outcome::Near => Banner::warning(look.text_with("registry-near-what", "value", value)),
        Outcome::None => Banner::notice(look.text_with("registry-none-what", "value", value)),
    };
    let next = match found.result {
        Outcome::Reported => "registry-reported-next",
        Outcome::Near => "registry-near-next",
        Outcome::None => "registry-none-next",
    };
    html! {
        (banner.body(html! { p { (look.text(next)) } }))
        @for note in &found.notes { p.quiet { (look.text(note_text(*note))) } }
        @if !found.matches.is_empty() {
            (List(found.matches.iter().map(|found| matched(look, found)).collect()))
        }
    }
}

const fn note_text(note: Note) -> &'static str {
    match note {
        Note::NoNumber => "registry-note-no-number",
        Note::CheckDigit => "registry-note-check-digit",
    }
}

fn matched(look: &Look, found: &Match) -> Row {
    let shown = &found.entry;
    let category = category_list::find(&shown.category);
    let icon = category.map_or(Icon::Box, |category| category_icon(category.icon));
    let kind = look.text(labels::identifier(found.kind.0));
    let told = [
        Some(kind),
        Some(entry::taken(look, shown)),
        entry::place(look, shown),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    Row::icon(icon, entry::title(look, shown))
        .href(format!("/entries/{}", shown.id))
        .text(told.join(" · "))
}

/// What the answers mean, before anybody has asked.
fn meaning(look: &Look) -> Markup {
    html! {
        section.stack {
            h2 { (look.text("registry-meaning")) }
            p { (look.text("registry-meaning-reported")) }
            p { (look.text("registry-meaning-near")) }
            p { (look.text("registry-meaning-none")) }
        }
    }
}

//! The page of an entry: what is told of a stolen thing, and the way to write to its owner.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use super::reader::Reader;
use crate::{
    domain::{category_list, county::County},
    http::Path,
    registry::{
        listing::{EntryId, State as Standing},
        operations::entries::Show,
        problem::Problem,
        publisher::Level,
        service::Registry,
        shown::Shown,
    },
    ui::{banner::Banner, button::Button, facts::Facts, look::Look},
};

/// `GET /entries/{id}`.
pub(super) async fn show(
    State(registry): State<Arc<Registry>>,
    reader: Reader,
    Path(id): Path<EntryId>,
) -> Result<Markup, Problem> {
    let shown = registry.store.read(Show { id }).await??;
    let look = &reader.0;
    let body = html! {
        (standing(look, &shown))
        (facts(look, &shown))
        @if shown.accepts_tips {
            p { (look.text("registry-tip-lead")) }
            div.row {
                (Button::link(look.text("registry-tip"), format!("/entries/{id}/tip")).primary())
            }
        }
        p.quiet { (look.text("registry-safety")) }
    };
    Ok(reader.page(title(look, &shown), None, body))
}

/// What a thing is called: in its publisher's words where those are shown, else by its category.
pub(super) fn title(look: &Look, shown: &Shown) -> String {
    match &shown.words {
        Some(words) => words.title.clone(),
        None => category(look, shown),
    }
}

fn category(look: &Look, shown: &Shown) -> String {
    let category = category_list::find(&shown.category);
    category.map_or_else(
        || shown.category.clone(),
        |category| category.name(look.lang).to_owned(),
    )
}

/// When it was taken.
pub(super) fn taken(look: &Look, shown: &Shown) -> String {
    let (from, to) = shown.taken;
    if from == to {
        look.lang.day(from)
    } else {
        format!("{} – {}", look.lang.day(from), look.lang.day(to))
    }
}

/// Where it was taken, as closely as everybody may know.
pub(super) fn place(look: &Look, shown: &Shown) -> Option<String> {
    let county = shown.county.as_deref().map(|code| {
        County::find(code).map_or_else(
            || code.to_owned(),
            |county| county.name(look.lang).to_owned(),
        )
    });
    let words = shown.words.as_ref();
    let parts = [words.and_then(|words| words.municipality.clone()), county];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn standing(look: &Look, shown: &Shown) -> Markup {
    let banner = match shown.state {
        Standing::Recovered => Banner::notice(look.text("registry-state-recovered")),
        Standing::Contested => Banner::warning(look.text("registry-state-contested")),
        _ => Banner::error(look.text("registry-state-stolen")),
    };
    let level = match shown.level {
        Level::Key => "registry-level-key",
        Level::Mail => "registry-level-mail",
        Level::Known => "registry-level-known",
        Level::Organisation => "registry-level-organisation",
    };
    html! { (banner.body(html! { p { (look.text(level)) } })) }
}

fn facts(look: &Look, shown: &Shown) -> Facts {
    let words = shown.words.as_ref();
    let said = |text: &String| (!text.is_empty()).then(|| text.clone());
    let colours = words
        .filter(|words| !words.colours.is_empty())
        .map(|words| {
            let names = words
                .colours
                .iter()
                .map(|colour| look.text(super::colour(*colour)));
            names.collect::<Vec<_>>().join(", ")
        });
    Facts::new()
        .known(
            look.text("registry-fact-category"),
            words.map(|_| category(look, shown)),
        )
        .known(
            look.text("registry-fact-make"),
            words.and_then(|words| said(&words.make)),
        )
        .known(
            look.text("registry-fact-model"),
            words.and_then(|words| said(&words.model)),
        )
        .known(look.text("registry-fact-colours"), colours)
        .fact(look.text("registry-fact-taken"), taken(look, shown))
        .known(look.text("registry-fact-place"), place(look, shown))
        .fact(look.text("registry-fact-since"), look.lang.day(shown.since))
}

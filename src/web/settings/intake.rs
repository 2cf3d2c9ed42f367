//! What comes into the register by itself, for the household's owners: from where, when last, and what stands in the way.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use crate::{
    access::Head,
    app::{App, intake::Way},
    error::Result,
    http::{Problem, Visit},
    ui::{
        banner::Banner,
        breadcrumb::Breadcrumb,
        facts::Facts,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
};

/// Where this page is.
const HERE: &str = "/settings/intake";

pub(super) async fn show(
    State(app): State<Arc<App>>,
    _: Head,
    visit: Visit,
) -> Result<Response, Problem> {
    let look = visit.look.clone().at(Section::Settings);
    let folder = app
        .consumed()
        .map(|(folder, way)| (folder.display().to_string(), way));
    let body = html! {
        (section(&look, &Words::FOLDER, folder))
        (section(&look, &Words::MAILBOX, app.mailed()))
    };
    let above =
        Breadcrumb::new(look.text("ui-settings")).step(look.text("ui-settings"), "/settings");
    let page = Page::new(&look, look.text("intake-title"), body)
        .breadcrumb(above)
        .lead(look.text("intake-lead"))
        .narrow();
    Ok(page.answer(visit.htmx).into_response())
}

/// The way to this page, on the page above it, with what an owner should know before going there.
pub(super) fn entry(app: &App, look: &Look) -> Markup {
    let ways = [
        app.consumed().map(|(_, way)| way),
        app.mailed().map(|(_, way)| way),
    ];
    let ways: Vec<Way> = ways.into_iter().flatten().collect();
    let key = if ways.is_empty() {
        "intake-entry-none"
    } else if ways.iter().any(|way| way.trouble.is_some()) {
        "intake-entry-trouble"
    } else {
        "intake-entry-well"
    };
    let row = Row::icon(Icon::Receipt, look.text("intake-title"))
        .text(look.text(key))
        .href(HERE);
    List(vec![row]).render()
}

/// What is said about one kind of way in.
struct Words {
    title: &'static str,
    none: &'static str,
    from: &'static str,
    refused: &'static str,
}

impl Words {
    const FOLDER: Self = Self {
        title: "intake-folder",
        none: "intake-folder-none",
        from: "intake-folder-from",
        refused: "intake-folder-refused",
    };
    const MAILBOX: Self = Self {
        title: "intake-mailbox",
        none: "intake-mailbox-none",
        from: "intake-mailbox-from",
        refused: "intake-mailbox-refused",
    };
}

fn section(look: &Look, words: &Words, way: Option<(String, Way)>) -> Markup {
    html! {
        section.section.settings {
            h2 { (look.text(words.title)) }
            @match way {
                None => p.quiet { (look.text(words.none)) },
                Some((from, way)) => (told(look, words, from, &way)),
            }
        }
    }
}

fn told(look: &Look, words: &Words, from: String, way: &Way) -> Markup {
    let looked = way.looked.map_or_else(
        || look.text("intake-not-yet"),
        |looked| look.lang.moment(looked),
    );
    let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let refused = (way.refused > 0).then(|| look.count(words.refused, count(way.refused)));
    html! {
        @if let Some(trouble) = &way.trouble {
            (Banner::warning(look.text(trouble.text())).body(html! {
                @if let Some(said) = trouble.said() { p { (look.text_with("intake-said", "said", said)) } }
            }))
        }
        (Facts::new()
            .fact(look.text(words.from), from)
            .fact(look.text("intake-looked"), looked)
            .fact(look.text("intake-taken"), look.count("intake-receipts", count(way.taken)))
            .known(look.text("intake-refused"), refused))
    }
}

//! The list of things, which is also the search: filters, sorting, many at once.

mod bulk;
mod choosing;
mod filters;
mod given;
mod names;
mod results;
mod searches;
mod spans;
mod tools;

use std::sync::Arc;

use axum::{
    Extension, Router,
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use self::{
    filters::{Filters, pairs, state_key},
    names::Known,
    results::{Shown, count, suggestion},
    spans::Typed,
};
use super::page::Cards;
use crate::{
    access::Viewer,
    actions::household,
    app::App,
    domain::{
        money::Money,
        query::{ItemQuery, Refusal, Refused, State as ItemState},
    },
    error::Result,
    http::{Htmx, Problem, Query, Snapshot},
    index::Results,
    ui::{
        banner::Banner,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
};

/// How many things a field that picks one suggests.
const SUGGESTED: u16 = 8;

/// The routes of this feature.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items", get(show))
        .route("/items/filter", get(filter))
        .route("/items/suggest", get(suggest))
        .route("/items/bulk", post(bulk::act))
        .layer(Extension(Known::default()))
        .merge(searches::routes())
}

/// The address of a view: the same view always has the same.
fn link(query: &ItemQuery) -> String {
    match query.to_query_string().as_str() {
        "" => Section::Things.href().to_owned(),
        query => format!("{}?{query}", Section::Things.href()),
    }
}

async fn show(
    State(app): State<Arc<App>>,
    Extension(known): Extension<Known>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let (query, refused) = ItemQuery::parse(raw.as_deref().unwrap_or_default());
    let wanted = Wanted {
        query: &query,
        typed: None,
        refused: &refused,
    };
    let page = list(&app, &known, &viewer, look, wanted, htmx).await?;
    if !htmx {
        return Ok(page.into_response());
    }
    // Only the first letter typed makes a new step in the browser's history.
    let step = if is_list(&headers) {
        "hx-replace-url"
    } else {
        "hx-push-url"
    };
    let address = HeaderValue::from_str(&link(&query)).map_err(crate::error::Error::internal)?;
    Ok(([(HeaderName::from_static(step), address)], page).into_response())
}

/// Whether the page that htmx asks from is already the list.
fn is_list(headers: &HeaderMap) -> bool {
    let from = headers
        .get("hx-current-url")
        .and_then(|address| address.to_str().ok());
    from.and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.split_once('/'))
        .is_some_and(|(_, path)| path.split(['?', '#']).next() == Some("items"))
}

/// What was typed as people write it leads to the view's own address.
async fn filter(
    State(app): State<Arc<App>>,
    Extension(known): Extension<Known>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let currency = household::current(&rows)?.currency;
    let (query, typed) = Typed::read(&asked, currency, look.lang);
    match typed {
        Ok(()) => Ok(Redirect::to(&link(&query)).into_response()),
        Err(typed) => {
            let wanted = Wanted {
                query: &query,
                typed: Some(typed),
                refused: &[],
            };
            let page = list(&app, &known, &viewer, look, wanted, htmx).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The view that is asked for, and what of it could not be read.
struct Wanted<'a> {
    query: &'a ItemQuery,
    typed: Option<Typed>,
    refused: &'a [Refused],
}

async fn list(
    app: &App,
    known: &Known,
    viewer: &Viewer,
    look: Look,
    wanted: Wanted<'_>,
    htmx: bool,
) -> Result<Markup> {
    let Wanted {
        query,
        typed,
        refused,
    } = wanted;
    let look = Look {
        query: query.text().to_owned(),
        narrowed: pairs(&query.clone().with_text("")),
        ..look.at(Section::Things)
    };
    let (rows, listing) = app.list(viewer, query, look.lang, true).await?;
    let currency = household::current(&rows)?.currency;
    let names = known.names(&rows, viewer, look.lang)?;
    let filters = Filters {
        look: &look,
        query,
        names: &names,
        currency,
    };
    let editor = viewer.editor().ok();
    let shown = Shown {
        rows: &rows,
        look: &look,
        viewer,
        query,
        names: &names,
        editor: editor.as_ref(),
        listing: &listing,
    };
    let results = &listing.results;
    let nothing_yet = results.total == 0 && query.text().is_empty() && !query.is_filtered();
    let typed = typed.unwrap_or_else(|| Typed::of(query, currency, look.lang));
    let counts = results.counts.clone().unwrap_or_default();
    let body = html! {
        @if nothing_yet && counts.states.len() < 2 { (first_steps(&look)) }
        @else {
            div.split.is-filtered {
                (filters.facets(&counts, &typed))
                div.stack {
                    (shown.tools())
                    (filters.chips())
                    @if results.total == 0 { (no_match(&look, query)) } @else { (shown.things()?) }
                }
            }
            (shown.bulk())
        }
    };
    let mut page = Page::new(&look, look.text("ui-things"), body).actions(
        html! { @if let Some(menu) = searches::menu(&rows, viewer, &look, query)? { (menu) } },
    );
    if !nothing_yet {
        page = page.lead(lead(&look, query, results, currency));
    }
    if refused.iter().any(|field| field.why != Refusal::Unknown) {
        page = page.banner(Banner::notice(look.text("items-refused")));
    }
    Ok(page.answer(htmx))
}

/// How many there are, and what they are worth together.
fn lead(
    look: &Look,
    query: &ItemQuery,
    results: &Results,
    currency: crate::domain::money::Currency,
) -> String {
    let lang = look.lang;
    let mut arguments = vec![
        ("count", count(results.total).into()),
        ("number", lang.number(results.total).into()),
    ];
    let many = if query.text().is_empty() {
        lang.text_with("items-count", &arguments)
    } else {
        arguments.push(("text", query.text().to_owned().into()));
        lang.text_with("items-hits", &arguments)
    };
    if results.value == 0 {
        return many;
    }
    format!(
        "{many} · {}",
        lang.money(Money::new(results.value, currency))
    )
}

fn first_steps(look: &Look) -> Empty {
    let empty = Empty::new(Icon::Camera, look.text("items-empty"));
    if !look.writes() {
        return empty.text(look.text("items-empty-guest"));
    }
    empty
        .text(look.text("items-empty-text"))
        .step(
            Button::link(look.text("items-empty-first"), Section::Add.href())
                .icon(Icon::Camera)
                .primary(),
        )
        .step(Button::link(look.text("items-empty-place"), "/places/new").icon(Icon::Place))
}

/// What was looked for in vain, and what one can do about it.
fn no_match(look: &Look, query: &ItemQuery) -> Empty {
    let text = query.text();
    let state = look.text(state_key(query.state));
    let title = match (text.is_empty(), query.state) {
        (false, _) => look.text_with("items-none-text", "text", text),
        (true, ItemState::Active) => look.text("items-none"),
        (true, _) => look.text_with("items-none-state", "state", &state),
    };
    let mut empty = Empty::new(Icon::Search, title);
    if query.is_filtered() {
        empty = empty.text(look.text("items-none-filtered")).step(
            Button::link(
                look.text("items-none-clear"),
                link(&query.clone().without_filters()),
            )
            .icon(Icon::Filter),
        );
    } else {
        empty = empty.text(look.text("items-none-hint"));
    }
    if !text.is_empty() {
        if look.writes() {
            let name = form_urlencoded::Serializer::new(String::new())
                .append_pair("name", text)
                .finish();
            let add = look.text_with("items-none-add", "name", text);
            empty = empty.step(Button::link(add, format!("/items/new?{name}")).icon(Icon::Plus));
        }
        empty = empty.step(
            Button::link(
                look.text("items-none-all"),
                link(&query.clone().without_filters().with_text("")),
            )
            .bare(),
        );
    }
    empty
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Words {
    q: String,
}

/// The things that match a few words, for a field that picks one of them.
async fn suggest(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Snapshot(rows): Snapshot,
    Query(words): Query<Words>,
) -> Result<Markup, Problem> {
    let items = app.suggest(&viewer, &words.q, look.lang, SUGGESTED).await?;
    let mut cards = Cards::new(&rows, &look, &viewer);
    let options = items.iter().map(|item| suggestion(item, &look, &mut cards));
    let options = options.collect::<Result<Vec<_>>>()?;
    Ok(html! { @for option in options { (option) } })
}

#[cfg(test)]
mod tests;

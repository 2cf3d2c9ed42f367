//! The start page: what needs attention, how much there is, what was added last.

use std::sync::Arc;

use axum::{Router, extract::State, routing::get};
use maud::{Markup, html};

use super::page::Cards as ItemCards;
use crate::{
    access::Viewer,
    actions::{household, saved_searches},
    app::{App, Listing},
    domain::{
        money::Money,
        query::{ItemQuery, Sort, SortBy, State as ItemState},
    },
    error::Result,
    http::{Htmx, Problem},
    store::{Noun, Reader, Rows},
    ui::{
        button::Button,
        card::Cards,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
        tile::{Tile, Tiles},
    },
};

/// How many of the last things are shown.
const LATEST: u16 = 12;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(show))
}

async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Home);
    let latest = ItemQuery::default().with_limit(LATEST);
    let (rows, listing) = app.list(&viewer, &latest, look.lang, true).await?;
    let nameless = ItemQuery::default()
        .with_state(ItemState::Nameless)
        .with_limit(1);
    let (_, tray) = app.list(&viewer, &nameless, look.lang, false).await?;
    let body = html! {
        @if look.writes() { (waiting(&look, tray.results.total)) }
        @if listing.results.total == 0 && tray.results.total == 0 { (first_steps(&look)) }
        @else { (overview(&rows, &viewer, &look, &listing)?) }
    };
    let household = look.lang.amid(&look.household);
    let title = look.text_with("home-title", "household", &household);
    Ok(Page::new(&look, title, body).answer(htmx))
}

/// What somebody should look at: pictures without a name, and what they should not forget.
fn waiting(look: &Look, nameless: u64) -> Markup {
    let nameless = usize::try_from(nameless).unwrap_or(usize::MAX);
    let rows = [
        (look.reminders, Icon::Bell, "home-reminders", "/reminders"),
        (nameless, Icon::Photo, "home-tray", "/tray"),
    ];
    let rows: Vec<Row> = rows
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, icon, key, href)| Row::icon(icon, look.count(key, count)).href(href).urgent())
        .collect();
    html! { @if !rows.is_empty() { (List(rows)) } }
}

fn first_steps(look: &Look) -> Markup {
    let empty = Empty::new(Icon::House, look.text("home-empty")).text(look.text("home-empty-text"));
    let empty = if look.writes() {
        empty
            .step(
                Button::link(look.text("home-first"), "/add")
                    .icon(Icon::Camera)
                    .primary(),
            )
            .step(Button::link(look.text("home-first-place"), "/places/new").icon(Icon::Place))
    } else {
        empty
    };
    html! { (empty) }
}

fn overview(rows: &Reader, viewer: &Viewer, look: &Look, listing: &Listing) -> Result<Markup> {
    let results = &listing.results;
    let currency = household::current(rows)?.currency;
    let by_value = ItemQuery::default().with_sort(Some(Sort {
        by: SortBy::Value,
        descending: true,
    }));
    let bare = ItemQuery::default().with_photo(Some(false));
    let without_photo = results.counts.as_ref().map_or(0, |counts| counts.photo.no);
    let places = match viewer.editor() {
        Ok(_) => rows.count(Noun::Place)?,
        Err(_) => 0,
    };
    let counted = [
        ("home-things", results.total, "/items".to_owned()),
        ("home-places", places, "/places".to_owned()),
        ("home-without-photo", without_photo.into(), link(&bare)),
    ];
    // What there is none of is no news.
    let mut tiles: Vec<_> = counted
        .into_iter()
        .filter(|(_, number, _)| *number > 0)
        .map(|(label, number, href)| Tile {
            label: look.count(label, usize::try_from(number).unwrap_or(usize::MAX)),
            number: look.lang.number(number),
            href,
        })
        .collect();
    if results.value > 0 {
        let value = Tile {
            label: look.text("home-value"),
            number: look.lang.money(Money::new(results.value, currency)),
            href: link(&by_value),
        };
        tiles.insert(tiles.len().min(2), value);
    }
    let mut cards = ItemCards::new(rows, look, viewer);
    let cards = listing
        .items
        .iter()
        .map(|item| cards.card(item))
        .collect::<Result<_>>()?;
    let searches = saved_searches::list(rows, viewer)?;
    Ok(html! {
        div.only-full { (Tiles(tiles)) }
        section.section {
            div.section-head { h2 { (look.text("home-latest")) } a href="/items" { (look.text("home-all")) } }
            (Cards(cards))
        }
        @if !searches.is_empty() {
            section.section {
                h2 { (look.text("home-searches")) }
                (List(searches.iter().map(|search| {
                    Row::icon(Icon::Search, search.name.as_str()).href(format!("/items?{}", search.query))
                }).collect()))
            }
        }
    })
}

fn link(query: &ItemQuery) -> String {
    format!("/items?{}", query.to_query_string())
}

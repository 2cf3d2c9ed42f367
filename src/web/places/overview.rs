//! The tree of homes and everything beneath, with how much lies where.

use axum::extract::State;
use maud::{Markup, Render, html};
use std::sync::Arc;

use super::home;
use crate::{
    access::Viewer,
    actions::{
        places::{self, Branch},
        totals::{self, Total, Totals},
    },
    app::App,
    domain::place::Place,
    error::Result,
    http::{Htmx, Problem},
    store::Rows,
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        tree::{Node, Tree},
    },
    web::page::place_icon,
};

/// As many places are all seen at once; of more, only the homes and what is directly in them.
const ALL_OPEN: usize = 40;

pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Places);
    let rows = app.store.read()?;
    let tree = places::tree(&rows, &viewer, look.lang)?;
    if tree.is_empty() {
        return Ok(if viewer.editor().is_ok() {
            home::first_page(&look).answer(htmx)
        } else {
            nothing_shared(&look, htmx)
        });
    }
    Ok(overview(&rows, &viewer, &look, &tree)?.answer(htmx))
}

fn nothing_shared(look: &Look, htmx: bool) -> Markup {
    let empty = Empty::new(Icon::Place, look.text("places-none-shared"))
        .text(look.text("places-none-shared-text"));
    Page::new(look, look.text("ui-places"), empty.render()).answer(htmx)
}

fn overview<'a>(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &'a Look,
    tree: &[Branch],
) -> Result<Page<'a>> {
    let totals = totals::of_places(rows, viewer)?;
    let count = tree.iter().map(size).sum();
    let roots = tree
        .iter()
        .map(|branch| node(look, &totals, branch, count <= ALL_OPEN, 0))
        .collect();
    let things = tree
        .iter()
        .map(|home| totals.of(home.place.id).things)
        .sum();
    let lead =
        html! { (look.count("ui-things-count", things)) " " (look.count("places-in", count)) };
    let page = Page::new(look, look.text("ui-places"), Tree { look, roots }.render()).lead(lead);
    Ok(if viewer.editor().is_ok() {
        page.actions(html! {
            (Button::link(look.text("places-new-home"), "/places/home").icon(Icon::House))
            (Button::link(look.text("places-new"), "/places/new").icon(Icon::Plus))
        })
    } else {
        page
    })
}

/// How many places a branch has.
pub(super) fn size(branch: &Branch) -> usize {
    1 + branch.inner.iter().map(size).sum::<usize>()
}

fn node(look: &Look, totals: &Totals<Place>, branch: &Branch, all: bool, depth: usize) -> Node {
    let place = &branch.place;
    let Total { things, value } = totals.of(place.id);
    Node {
        label: place.details.name.clone(),
        href: format!("/places/{}", place.id),
        icon: Some(place_icon(place.details.kind)),
        number: Some(place.number.to_string()),
        things,
        value: Some(look.lang.sums(&value)),
        open: all || depth == 0,
        children: branch
            .inner
            .iter()
            .map(|inner| node(look, totals, inner, all, depth + 1))
            .collect(),
    }
}

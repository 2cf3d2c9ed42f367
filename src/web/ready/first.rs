//! Where to begin: the things whose documenting raises the whole most, each with links to what it lacks.

use maud::{Markup, html};

use super::Said;
use crate::{
    access::Editor,
    domain::{
        attachment::Bearer,
        item::{Item, ItemId},
        readiness::{Evidence, Measured},
    },
    error::Result,
    store::{Reader, Row, Rows as _},
    ui::{
        icon::Icon,
        list::{List, Row as ListRow},
        look::Look,
    },
    web::page::{self, cover},
};

/// The things to begin with, the one that gives most first.
pub(super) fn list(rows: &Reader, editor: &Editor, said: &Said) -> Result<Markup> {
    let look = said.look;
    let first = &said.ready.readiness.first;
    let mut list = Vec::with_capacity(first.len());
    for thing in first {
        let item = rows.get(thing.id)?;
        list.push(row(rows, editor, look, &item, thing)?);
    }
    Ok(html! {
        section.section #first {
            @if list.is_empty() {
                h2 { (look.text("ready-first-none")) }
                p.quiet { (look.text("ready-first-none-text")) }
            } @else {
                h2 { (look.count("ready-first", list.len())) }
                p.quiet { (look.text("ready-first-text")) }
                (List(list))
            }
        }
    })
}

fn row(
    rows: &Reader,
    editor: &Editor,
    look: &Look,
    item: &Row<Item>,
    thing: &Measured<ItemId>,
) -> Result<ListRow> {
    let name = page::name(look, item);
    let may_change = editor.may_change(item);
    let missing = html! {
        div.row {
            @for evidence in thing.case.missing() {
                @let (icon, label, href) = way(item, evidence);
                @if may_change {
                    a.badge href=(href) { (icon) (look.text(label)) span.unseen { ": " (name) } }
                } @else {
                    span.badge { (icon) (look.text(label)) }
                }
            }
        }
    };
    let picture = cover(rows, Bearer::Item(item.id))?;
    let mut row = ListRow::photo(picture, Icon::Box, name.as_str())
        .href(format!("/items/{}", item.id))
        .more(missing);
    if let Some(worth) = thing.worth {
        row = row.text(look.lang.money(worth));
    }
    Ok(row)
}

/// What is missing, and where it is added.
fn way(item: &Item, evidence: Evidence) -> (Icon, &'static str, String) {
    let id = item.id;
    match evidence {
        Evidence::Photo => (
            Icon::Camera,
            "ready-add-photo",
            format!("/items/{id}/photos"),
        ),
        Evidence::Identifier => (
            Icon::Tag,
            "ready-add-identifier",
            format!("/items/{id}/edit#identifiers"),
        ),
        Evidence::Proof => (
            Icon::Receipt,
            "ready-add-proof",
            format!("/receipts/new?item={id}"),
        ),
        Evidence::Value => {
            let (label, field) = if item.details.value.is_some() {
                ("ready-add-look", "valued_on")
            } else {
                ("ready-add-value", "value")
            };
            (Icon::Edit, label, format!("/items/{id}/edit#field-{field}"))
        }
    }
}

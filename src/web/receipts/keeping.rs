//! How long a receipt is kept, in words, and the list of those that nothing speaks for keeping.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use std::sync::Arc;

use super::{HERE, list};
use crate::{
    access::Editor,
    actions::receipts,
    app::App,
    domain::rules::{Keep, Kept},
    error::Result,
    http::{Htmx, Problem, Snapshot},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::List,
        look::{Look, Section},
    },
    web::page::labels,
};

/// Until when, in words: a date, or what it waits for. What is open is never a date.
pub(super) fn until(look: &Look, keep: Keep) -> String {
    match keep {
        Keep::Until(day) => look.text_with("receipts-until", "day", &look.lang.day(day)),
        Keep::Open(open, None) => look.text(labels::open(open)),
        Keep::Open(open, Some(then)) => {
            let arguments = [
                ("what", look.text(labels::open(open)).into()),
                ("then", look.lang.length(then).into()),
            ];
            look.lang.text_with("receipts-open-then", &arguments)
        }
    }
}

/// The same as one line of a list: of several purposes the longest, which comes first.
pub(super) fn line(look: &Look, kept: &[Kept], today: Date) -> Option<String> {
    let longest = kept.first()?;
    Some(if longest.keep.is_over(today) {
        look.text("receipts-over")
    } else {
        look.text_with("receipts-keep", "until", &until(look, longest.keep))
    })
}

/// The rules that hold for a receipt, one by one: what for, until when, and where it is found.
pub(super) fn rules(look: &Look, kept: &[Kept], today: Date) -> Markup {
    html! {
        ul.rules {
            @for one in kept {
                li.rule.is-over[one.keep.is_over(today)] {
                    p.rule-name { (one.rule.name(look.lang)) }
                    p.rule-until { (until(look, one.keep)) }
                    @if let Some(note) = one.rule.note(look.lang) { p.quiet { (note) } }
                    p.quiet lang=(one.rule.country.lang()) { (one.rule.source) }
                }
            }
        }
    }
}

/// `GET /receipts/past`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Receipts);
    let today = app.store.clock().today();
    let past = receipts::past(&rows, editor.viewer(), today)?;
    let mut lines = Vec::new();
    for (row, kept) in &past {
        let line = list::row(&rows, &look, row)?;
        let until = format!("{}: {}", kept.rule.name(look.lang), until(&look, kept.keep));
        let remove = Button::post(
            look.text_with("receipts-discard", "name", &list::name(&look, row)),
            format!("{HERE}/{}/remove", row.id),
        )
        .with("revision", row.revision.get().to_string())
        .with("back", "past")
        .icon(Icon::Trash)
        .alone()
        .bare();
        let line = line.text(until);
        lines.push(if editor.may_change_receipt(row) {
            line.end(remove)
        } else {
            line
        });
    }
    let body = html! {
        @if lines.is_empty() {
            (Empty::new(Icon::Receipt, look.text("receipts-past-none")).text(look.text("receipts-past-none-text"))
                .step(Button::link(look.text("receipts-all"), HERE)))
        } @else { (List(lines)) }
    };
    Ok(Page::new(&look, look.text("receipts-past"), body)
        .breadcrumb(
            Breadcrumb::new(look.text("receipts-title")).step(look.text("receipts-title"), HERE),
        )
        .lead(look.text("receipts-past-lead"))
        .narrow()
        .answer(htmx))
}

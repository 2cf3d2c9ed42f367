//! The reports that were made, the latest first, and which can be made.

use maud::{Markup, html};

use super::HERE;
use crate::{
    access::Editor,
    actions::reports,
    domain::report::ReportKind,
    http::{Htmx, Problem, Snapshot},
    reports::facts,
    ui::{
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
    web::page::reports as words,
};

/// `GET /reports`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let made = reports::list(&rows, editor.viewer())?;
    let made: Vec<_> = made
        .iter()
        .map(|report| {
            Row::icon(words::icon(report.details.kind), words::name(&look, report))
                .href(format!("{HERE}/{}", report.id))
                .text(look.lang.day(report.day))
        })
        .collect();
    let divides = editor.viewer().manager().is_ok();
    let none = made.is_empty();
    let body = html! {
        section.section {
            h2 { (look.text("reports-make")) }
            div.kinds.is-roomy {
                @for kind in reports::OFFERED.into_iter().filter(|kind| divides || *kind != ReportKind::Division) {
                    a.kind href=(where_made(kind)) {
                        (words::icon(kind)) span { (facts::title(kind, look.lang)) }
                    }
                }
            }
        }
        section.section {
            h2 { (look.text("reports-made-before")) }
            @if none {
                (Empty::new(Icon::Document, look.text("reports-none")))
            } @else {
                (List(made))
            }
        }
    };
    let page = Page::new(&look, look.text("reports-title"), body).lead(look.text("reports-lead"));
    Ok(page.answer(htmx))
}

/// Where a kind is made: that of a division from its board.
fn where_made(kind: ReportKind) -> String {
    match kind {
        ReportKind::Division => "/divisions".to_owned(),
        kind => format!("{HERE}/new?kind={}", kind.key()),
    }
}

//! The rounds, the latest first.

use maud::{Markup, html};

use super::HERE;
use crate::{
    access::Editor,
    actions::rounds::{self, Outcome},
    domain::round::Round,
    error::Result,
    http::{Htmx, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{labels, rounds as words},
};

/// `GET /rounds`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Ready);
    let all = rounds::list(&rows, &editor)?;
    let open = all.iter().find(|round| round.is_open());
    let mut list = Vec::with_capacity(all.len());
    for round in &all {
        list.push(line(&rows, &editor, &look, round)?);
    }
    let may_begin = open.is_none() && editor.viewer().manager().is_ok();
    let begin = Button::link(look.text("rounds-begin"), format!("{HERE}/new")).icon(Icon::Plus);
    let body = html! {
        @if list.is_empty() {
            (Empty::new(Icon::Round, look.text("rounds-none")).text(look.text("rounds-none-what")))
        } @else {
            (List(list))
        }
    };
    let page = Page::new(&look, look.text("rounds-title"), body).lead(look.text("rounds-lead"));
    let page = if may_begin {
        page.actions(html! { (begin.primary()) })
    } else {
        page
    };
    Ok(page.answer(htmx))
}

fn line(rows: &Reader, editor: &Editor, look: &Look, round: &Row<Round>) -> Result<Line> {
    let outcome = Outcome::of(rows, editor, round.id)?;
    let mut said = vec![words::when(look, round)];
    for (finding, count) in outcome.counts() {
        if count > 0 {
            said.push(look.count(labels::finding_count(finding), count));
        }
    }
    let icon = if round.is_open() {
        Icon::Round
    } else {
        Icon::Check
    };
    Ok(Line::icon(icon, words::name(look, round))
        .href(format!("{HERE}/{}", round.id))
        .text(said.join(" · ")))
}

//! The incidents, the latest first.

use maud::{Markup, html};

use super::HERE;
use crate::{
    access::Editor,
    actions::{answers, incidents, losses},
    http::{Htmx, Problem, Snapshot},
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::{Look, Section},
    },
    web::page::incidents as words,
};

/// `GET /incidents`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let viewer = editor.viewer();
    let mut list = Vec::new();
    for incident in incidents::list(&rows, viewer)? {
        let toll = losses::Toll::of(&answers::seen_on_walk(&rows, viewer, incident.id)?);
        let icon = words::icon(incident.details.kind);
        let row = Row::icon(icon, words::name(&look, &incident))
            .href(format!("{HERE}/{}", incident.id))
            .text(words::stands(&look, &toll));
        list.push(row);
    }
    let report = Button::link(look.text("incidents-new"), format!("{HERE}/new")).icon(Icon::Plus);
    let none = list.is_empty();
    let body = html! {
        @if none {
            (Empty::new(Icon::Shield, look.text("incidents-none")).text(look.text("incidents-none-what")))
        } @else {
            (List(list))
        }
    };
    let page = Page::new(&look, look.text("incidents-title"), body)
        .lead(look.text("incidents-lead"))
        .actions(html! { (report.primary()) });
    Ok(page.answer(htmx))
}

//! What a thing's page tells of the incidents that it was in.

use maud::{Markup, html};

use super::around::Around;
use crate::{
    actions::losses,
    error::Result,
    ui::list::{List, Row as Line},
    web::page::incidents as words,
};

/// What happened to a thing, as somebody sees it.
pub(super) struct Happened<'a>(pub(super) Around<'a>);

impl Happened<'_> {
    /// Each incident, with what became of the thing and how that was settled.
    pub(super) fn section(&self) -> Result<Markup> {
        let Around {
            rows,
            viewer,
            look,
            item,
        } = self.0;
        let mut lines = Vec::new();
        for (loss, incident) in losses::of_item(rows, viewer, item.id)? {
            let kind = incident.details.kind;
            let mut said = vec![look.text(words::fate(kind, loss.details.fate))];
            let settled = loss.details.settled.as_ref();
            said.extend(settled.map(|settled| words::settled(look, settled)));
            let line = Line::icon(words::icon(kind), words::name(look, &incident));
            lines.push(
                line.href(format!("/losses/{}", loss.id))
                    .text(said.join(" · ")),
            );
        }
        Ok(html! {
            @if !lines.is_empty() {
                section.section { h2 { (look.text("losses-title")) } (List(lines)) }
            }
        })
    }
}

//! What a round found: what is gone and what to do about it, what was moved from where to where, and what is new.

use maud::{Markup, html};

use super::{HERE, stop::FIELD};
use crate::{
    access::Editor,
    actions::rounds::{self, Outcome},
    domain::{
        attachment::Bearer,
        item::{Item, Location},
        round::Round,
        sighting::{Finding, Sighting},
    },
    error::Result,
    store::{Reader, Row},
    ui::{
        button::Button,
        icon::Icon,
        list::{List, Row as Line},
        look::Look,
    },
    web::page::{Cards, cover, labels, name, rounds as words, wording::Wording},
};

/// What was found, for somebody.
pub(super) struct Found<'a> {
    pub(super) rows: &'a Reader,
    pub(super) editor: &'a Editor,
    pub(super) look: &'a Look,
    pub(super) round: &'a Row<Round>,
    pub(super) outcome: &'a Outcome,
}

impl Found<'_> {
    /// Each sort of finding under its heading.
    pub(super) fn markup(&self) -> Result<Markup> {
        let heaps = [
            (Finding::Gone, &self.outcome.gone),
            (Finding::Moved, &self.outcome.moved),
            (Finding::New, &self.outcome.new),
        ];
        let mut parts = Vec::with_capacity(heaps.len());
        for (finding, heap) in heaps {
            let lines: Result<Vec<_>> = heap.iter().map(|found| self.line(found)).collect();
            let lines = lines?;
            if !lines.is_empty() {
                parts.push((finding, lines));
            }
        }
        let look = self.look;
        Ok(html! {
            @for (finding, lines) in parts {
                section.section id=(finding.key()) {
                    h2 { (look.text(labels::finding_title(finding))) }
                    @if finding == Finding::Gone && self.round.binned.is_none() { p.quiet { (look.text("rounds-gone-what")) } }
                    (List(lines))
                }
            }
        })
    }

    fn line(&self, (sighting, item): &rounds::Found) -> Result<Line> {
        let look = self.look;
        let photo = cover(self.rows, Bearer::Item(item.id))?;
        let icon = Cards::new(self.rows, look, self.editor.viewer()).icon(item)?;
        let mut said = vec![self.lies(sighting, item)?];
        if !sighting.details.note.is_empty() {
            said.push(sighting.details.note.clone());
        }
        let line = Line::photo(photo, icon, name(look, item)).text(said.join(" · "));
        let is_missing = sighting.details.finding == Finding::Gone && item.archived.is_none();
        Ok(if is_missing && self.round.binned.is_none() {
            line.more(self.ways(sighting, item))
        } else {
            line.href(format!("/items/{}", item.id))
        })
    }

    /// Where it is, or was, or how it left.
    fn lies(&self, sighting: &Sighting, item: &Row<Item>) -> Result<String> {
        let (rows, viewer, look) = (self.rows, self.editor.viewer(), self.look);
        if let Some(archived) = &item.archived {
            return Ok(Wording::new(rows, viewer, look.lang).departure(archived));
        }
        let place = |location| words::place_name(rows, viewer, look, location);
        Ok(match sighting.details.moved {
            Some(moved) => {
                let (from, to) = (place(moved.from)?, place(Location::Place(moved.to))?);
                format!("{from} → {to}")
            }
            None => place(item.details.location)?,
        })
    }

    /// What can be done about a thing that is missing: it stays until somebody chooses.
    fn ways(&self, sighting: &Row<Sighting>, item: &Row<Item>) -> Markup {
        let look = self.look;
        let id = item.id;
        let found = Button::post(
            look.text("rounds-gone-found"),
            format!("{HERE}/{}/sightings", self.round.id),
        )
        .with("item", id.to_string())
        .with(FIELD, Finding::Seen.key())
        .with("known", sighting.revision.get().to_string());
        let archive = Button::link(
            look.text("rounds-gone-archive"),
            format!("/items/{id}/archive"),
        );
        let incident = Button::link(
            look.text("rounds-gone-incident"),
            format!("/incidents/new?item={id}"),
        );
        html! {
            div.row.walk-ways {
                (found.icon(Icon::Check).small())
                @if self.editor.may_change(item) { (archive.icon(Icon::Archive).small()) }
                (incident.icon(Icon::Siren).small())
            }
        }
    }
}

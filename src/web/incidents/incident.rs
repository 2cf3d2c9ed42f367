//! The page of one incident: what happened, what it did, who was told, and what there is to show for it.

use std::sync::Arc;

use axum::extract::State;
use jiff::Timestamp;
use maud::{Markup, html};

use super::{HERE, form::way, shares, walk};
use crate::{
    access::Editor,
    actions::{answers, attachments, incidents, losses::Toll, walk::along},
    app::App,
    domain::{
        attachment::{AttachmentKind, Bearer},
        incident::{Incident, IncidentDetails, IncidentId},
        item::Item,
        loss::Loss,
        report::ReportKind,
    },
    error::Result,
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        facts::Facts,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
        tile::{Tile, Tiles},
    },
    web::page::{self, Cards, belonging::Removal, contacts, incidents as words, labels, reports},
};

/// `GET /incidents/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let incident = editor.viewer().incident(&rows, id)?;
    let may_change = editor.may_change_incident(&incident);
    let shown = Shown {
        losses: answers::seen_on_walk(&rows, editor.viewer(), id)?,
        changes: may_change && incident.binned.is_none(),
        may_change,
        rows: &rows,
        editor: &editor,
        look: &look,
        incident: &incident,
        now: app.store.clock().now(),
    };
    Ok(shown.page()?.answer(htmx))
}

/// `POST /incidents/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<IncidentId>,
    Form(removal): Form<Removal>,
) -> Result<Done, Problem> {
    let seen = removal.seen();
    let saved = app
        .change(move |store| incidents::remove(store, &editor, id, seen))
        .await?;
    Ok(Done::new(&app, "incident-remove", HERE).undo(saved.undo()))
}

/// `POST /incidents/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<IncidentId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| incidents::restore(store, &editor, id))
        .await?;
    Ok(Done::new(&app, "incident-restore", format!("{HERE}/{id}")).undo(saved.undo()))
}

/// An incident on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    incident: &'a Row<Incident>,
    now: Timestamp,
    losses: Vec<(Row<Loss>, Row<Item>)>,
    /// Whether the reader may change the incident.
    may_change: bool,
    /// Whether they may change it now.
    changes: bool,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let details = &self.incident.details;
        let body = html! {
            (self.toll())
            (self.walk()?)
            (self.done()?)
            (self.reports())
            (self.shares()?)
            div.stack { (self.facts()) }
            (self.prose("incidents-story", &details.story))
            (self.prose("incidents-entry", &details.entry))
            (contacts::section(look, &details.contacts))
            (self.prose("incidents-people", &details.people))
            (self.files()?)
        };
        let page = Page::new(look, words::name(look, self.incident), body)
            .breadcrumb(way(look))
            .lead(self.lead())
            .narrow();
        Ok(match self.incident.binned {
            Some(since) => {
                let own = format!("{HERE}/{}", self.incident.id);
                let restore = Button::post(look.text("receipts-restore"), format!("{own}/restore"));
                let restore = self.may_change.then_some(restore);
                let banner: Banner = page::binned(look, "incidents-binned", since.at, restore);
                page.banner(banner)
            }
            None if self.changes => page.actions(self.actions()),
            None => page,
        })
    }

    /// "Inbrott · 26 november 2026 – 27 november 2026 kl. 18.30 · Björkvägen 4", without what the title says already.
    fn lead(&self) -> String {
        let (look, details) = (self.look, &self.incident.details);
        let kind = match details.title.as_str() {
            "" => String::new(),
            _ => look.text(labels::incident_kind(details.kind)),
        };
        let said = [kind, words::when(look, details), details.place.clone()];
        let said = said.into_iter().filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(" · ")
    }

    /// What it comes to, as numbers.
    fn toll(&self) -> Markup {
        let look = self.look;
        let toll = Toll::of(&self.losses);
        if toll.harmed() == 0 {
            return Markup::default();
        }
        let tile = |label: &str, number: String| Tile {
            label: look.text(label),
            number,
            href: "#losses".to_owned(),
        };
        let count = |count: usize| look.lang.number(count.try_into().unwrap_or(u64::MAX));
        let mut tiles = vec![
            tile("incidents-tile-gone", count(toll.gone)),
            tile("incidents-tile-damaged", count(toll.damaged)),
        ];
        if !toll.value.is_empty() {
            tiles.push(tile("incidents-tile-value", look.lang.sums(&toll.value)));
        }
        if !toll.paid.is_empty() {
            tiles.push(tile("incidents-tile-paid", look.lang.sums(&toll.paid)));
        }
        html! { (Tiles(tiles)) }
    }

    /// The way through the rooms, and how far it has been gone.
    fn walk(&self) -> Result<Markup> {
        let look = self.look;
        if self.incident.binned.is_some() {
            return Ok(Markup::default());
        }
        let viewer = self.editor.viewer();
        let path = walk::path(self.incident.id, look);
        let rooms = along(self.rows, viewer, &path, |_, _| false)?.rooms;
        let done = rooms.iter().filter(|room| room.is_done()).count();
        let arguments = [("done", done.into()), ("rooms", rooms.len().into())];
        let progress = look.lang.text_with("walk-progress", &arguments);
        let walk = Button::link(
            look.text("walk-begin"),
            format!("{HERE}/{}/walk", self.incident.id),
        );
        let walk = walk.icon(Icon::Room);
        let walk = if done < rooms.len() {
            walk.primary()
        } else {
            walk
        };
        Ok(html! {
            section.section.walk-way {
                h2 { (look.text("walk-title")) }
                p.quiet { (look.text("walk-lead")) " " (progress) }
                div.row { (walk) }
            }
        })
    }

    /// What is gone and what is damaged.
    fn done(&self) -> Result<Markup> {
        let look = self.look;
        let mut cards = Cards::new(self.rows, look, self.editor.viewer());
        let mut lines = Vec::new();
        for (loss, item) in &self.losses {
            if loss.details.is_harm() {
                let photo = page::cover(self.rows, Bearer::Item(item.id))?;
                let icon = cards.icon(item)?;
                lines.push(words::loss_row(
                    look,
                    self.incident,
                    loss,
                    item,
                    photo,
                    icon,
                ));
            }
        }
        Ok(html! {
            @if !lines.is_empty() {
                section.section #losses { h2 { (look.text("incidents-losses")) } (List(lines)) }
            }
        })
    }

    /// What others ask for, made with one tap each.
    fn reports(&self) -> Markup {
        let look = self.look;
        let is_harmed = self.losses.iter().any(|(loss, _)| loss.details.is_harm());
        if !is_harmed || self.incident.binned.is_some() {
            return Markup::default();
        }
        let kinds = [ReportKind::PoliceList, ReportKind::InsuranceClaim];
        let choose = format!(
            "/reports/new?kind=insurance_claim&incident={}",
            self.incident.id
        );
        html! {
            section.section {
                h2 { (look.text("incidents-reports")) }
                p.quiet { (look.text("incidents-reports-lead")) }
                div.row {
                    @for kind in kinds { (reports::of_incident(look, kind, self.incident.id)) }
                    (Button::link(look.text("incidents-reports-choose"), choose).bare())
                }
            }
        }
    }

    /// What is shared with the insurer, for those who may share it.
    fn shares(&self) -> Result<Markup> {
        match self.editor.viewer().manager() {
            Ok(manager) => shares::section(self.look, self.rows, &manager, self.incident, self.now),
            Err(_) => Ok(Markup::default()),
        }
    }

    fn facts(&self) -> Facts {
        let look = self.look;
        let IncidentDetails {
            police, insurance, ..
        } = &self.incident.details;
        let facts = [
            ("incidents-police-number", &police.number),
            ("incidents-authority", &police.authority),
            ("incidents-insurer", &insurance.insurer),
            ("incidents-policy", &insurance.policy),
            ("incidents-claim-number", &insurance.claim),
        ];
        let facts = facts.into_iter().filter(|(_, said)| !said.is_empty());
        facts.fold(Facts::new(), |facts, (label, said)| {
            facts.fact(look.text(label), html! { (said) })
        })
    }

    fn prose(&self, title: &str, prose: &str) -> Markup {
        html! {
            @if !prose.is_empty() {
                section.section { h2 { (self.look.text(title)) } div.prose { (markdown(prose)) } }
            }
        }
    }

    /// Photos of what it did, and what was written about it.
    fn files(&self) -> Result<Markup> {
        let (look, changes) = (self.look, self.changes);
        let own = format!("{HERE}/{}", self.incident.id);
        let all = attachments::list(self.rows, Bearer::Incident(self.incident.id))?;
        let (photos, papers): (Vec<_>, Vec<_>) = all
            .iter()
            .partition(|file| file.kind == AttachmentKind::Photo);
        let photos: Vec<Photo> = photos.into_iter().map(page::photo).collect();
        let papers: Vec<Line> = papers
            .into_iter()
            .map(|paper| page::paper(look, paper, page::picture(paper), changes))
            .collect();
        let arrange = Button::link(look.text("photos-arrange"), format!("{own}/photos"));
        let name = words::name(look, self.incident);
        Ok(html! {
            @if !photos.is_empty() || changes {
                section.section {
                    h2 { (look.text("incidents-photos")) }
                    div #gallery {
                        @if !photos.is_empty() { (Gallery { look, name: &name, photos: &photos, icon: Icon::Photo }) }
                    }
                    @if changes { (Upload::photos(look, format!("{own}/photos")).refresh("#gallery")) }
                    @if changes && !photos.is_empty() { div.row { (arrange.icon(Icon::Photo).small()) } }
                }
            }
            @if !papers.is_empty() || changes {
                section.section {
                    h2 { (look.text("incidents-papers")) }
                    div #papers { @if !papers.is_empty() { (List(papers)) } }
                    @if changes { (Upload::documents(look, format!("{own}/documents")).refresh("#papers")) }
                }
            }
        })
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let own = format!("{HERE}/{}", self.incident.id);
        let edit = Button::link(look.text("incidents-change"), format!("{own}/edit"));
        let remove = Button::post(look.text("incidents-remove"), format!("{own}/remove"))
            .with("revision", self.incident.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (edit.icon(Icon::Edit)) (Menu::new(look.text("ui-more")).last(remove)) }
    }
}

//! The page of one round: while it goes on, the rooms and how far each is; once it has ended, what it found.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{HERE, result::Found, way};
use crate::{
    access::{Editor, Manager},
    actions::{
        places,
        rounds::{self, Outcome},
        walk::{Path as Way, Room, along},
    },
    app::App,
    domain::{
        readiness::PerMille,
        round::{Round, RoundId},
        sighting::{Finding, Sighting},
    },
    error::Result,
    http::{Done, Form, Htmx, Path, Problem, Query, Snapshot},
    store::{Reader, Row, Rows},
    ui::{
        button::Button,
        empty::Empty,
        gauge::Gauge,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        tile::{Tile, Tiles},
    },
    web::page::{self, belonging::Removal, labels, rounds as words, walk},
};

/// `GET /rounds/{id}`. Asked with what it shows already, it answers only when there is something new.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<RoundId>,
    Query(since): Query<walk::Since>,
) -> Result<Response, Problem> {
    let newest = rows.newest_change()?;
    if since.seen == Some(newest) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let look = look.at(Section::Ready);
    let round = rounds::one(&rows, &editor, id)?;
    let shown = Shown {
        outcome: Outcome::of(&rows, &editor, id)?,
        manages: editor.viewer().manager().is_ok(),
        rows: &rows,
        editor: &editor,
        look: &look,
        round: &round,
        newest,
    };
    Ok(shown.page()?.answer(htmx).into_response())
}

/// `POST /rounds/{id}/end`.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| rounds::end(store, &manager, id))
        .await?;
    Ok(Done::new(&app, "round-end", format!("{HERE}/{id}")).undo(saved.undo()))
}

/// `POST /rounds/{id}/resume`.
pub(super) async fn resume(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| rounds::resume(store, &manager, id))
        .await?;
    Ok(Done::new(&app, "round-resume", format!("{HERE}/{id}")).undo(saved.undo()))
}

/// `POST /rounds/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<RoundId>,
    Form(removal): Form<Removal>,
) -> Result<Done, Problem> {
    let seen = removal.seen();
    let saved = app
        .change(move |store| rounds::remove(store, &manager, id, seen))
        .await?;
    Ok(Done::new(&app, "round-remove", HERE).undo(saved.undo()))
}

/// `POST /rounds/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<RoundId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| rounds::restore(store, &manager, id))
        .await?;
    Ok(Done::new(&app, "round-restore", format!("{HERE}/{id}")).undo(saved.undo()))
}

/// A round on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    round: &'a Row<Round>,
    outcome: Outcome,
    /// Whether the reader may begin, end and change rounds.
    manages: bool,
    newest: u64,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let own = self.own();
        let goes_on = self.round.is_open() && self.round.binned.is_none();
        let note = &self.round.details.note;
        let body = html! {
            @if goes_on {
                div #round.stack hx-get={ (own) "?seen=" (self.newest) } hx-trigger="every 4s" hx-select="#round"
                    hx-swap="outerHTML" hx-sync="this:abort" {
                    (self.rooms()?)
                    (self.tiles())
                    (self.found().markup()?)
                    (self.who()?)
                }
            } @else {
                (self.tiles())
                @if !note.is_empty() { div.prose { (markdown(note)) } }
                (self.found().markup()?)
                (self.who()?)
                (self.report())
            }
        };
        let page = Page::new(look, words::name(look, self.round), body)
            .breadcrumb(way(look))
            .lead(self.lead()?)
            .narrow();
        Ok(match self.round.binned {
            Some(since) => {
                let restore = Button::post(look.text("receipts-restore"), format!("{own}/restore"));
                let restore = self.manages.then_some(restore);
                page.banner(page::binned(look, "rounds-binned", since.at, restore))
            }
            None if self.manages => page.actions(self.actions()),
            None => page,
        })
    }

    fn own(&self) -> String {
        format!("{HERE}/{}", self.round.id)
    }

    /// "Hela hemmet · 12 november 2026 – 14 november 2026".
    fn lead(&self) -> Result<String> {
        let look = self.look;
        let place = match self.round.details.place {
            None => look.text("rounds-everywhere"),
            Some(place) => {
                let path = places::path(self.rows, place)?.into_iter();
                let path: Vec<_> = path.map(|row| row.body.details.name).collect();
                path.join(" › ")
            }
        };
        let said = [place, words::when(look, self.round)].into_iter();
        let said: Vec<_> = said.filter(|text| !text.is_empty()).collect();
        Ok(said.join(" · "))
    }

    /// The rooms, each with how far it is, and how far the whole is.
    fn rooms(&self) -> Result<Markup> {
        let look = self.look;
        let places = rounds::places(self.rows, self.round)?;
        let path = Way::<Sighting> {
            walk: self.round.id,
            places: places.as_ref(),
            lang: look.lang,
        };
        let rooms = along(self.rows, self.editor.viewer(), &path, |_, _| false)?.rooms;
        let address = format!("{}/rooms", self.own());
        let mut lines = Vec::with_capacity(rooms.len());
        let (mut things, mut answered) = (0, 0);
        for room in &rooms {
            things += room.things;
            answered += room.answered();
            lines.push(self.line(&address, room)?);
        }
        let done = rooms.iter().filter(|room| room.is_done()).count();
        let arguments = [("done", done.into()), ("rooms", rooms.len().into())];
        let progress = look.lang.text_with("walk-progress", &arguments);
        Ok(html! {
            @if lines.is_empty() {
                (Empty::new(Icon::Room, look.text("walk-nothing")))
            } @else {
                section.section.walk-way {
                    (Gauge::new(look, look.text("rounds-progress"), share(answered, things)).large())
                    p.quiet { (progress) " " (look.text("walk-rooms-lead")) }
                }
                div.walk-rooms { (List(lines)) }
            }
        })
    }

    fn line(&self, address: &str, room: &Room<Sighting>) -> Result<Line> {
        let look = self.look;
        let told = [Finding::Moved, Finding::Gone, Finding::New].into_iter();
        let told = told.map(|finding| (finding, room.said(finding)));
        let told = told.filter(|(_, count)| *count > 0);
        let told = told.map(|(finding, count)| look.count(labels::finding_count(finding), count));
        let line = walk::line(self.rows, look, address, room, told)?;
        let name = walk::room_name(look, room.place.as_ref());
        let label = look.text_with("rounds-progress-of", "room", &name);
        Ok(line.more(html! { (Gauge::new(look, label, share(room.answered(), room.things))) }))
    }

    /// What was found, as numbers.
    fn tiles(&self) -> Markup {
        let look = self.look;
        let number = |count: usize| look.lang.number(count.try_into().unwrap_or(u64::MAX));
        let tiles = self.outcome.counts().map(|(finding, count)| Tile {
            label: look.text(labels::finding_tile(finding)),
            number: number(count),
            href: match finding {
                Finding::Seen => "#who".to_owned(),
                other => format!("#{}", other.key()),
            },
        });
        html! { (Tiles(tiles.into())) }
    }

    /// Who answered for how many things.
    fn who(&self) -> Result<Markup> {
        let look = self.look;
        let mut lines = Vec::new();
        for (person, count) in &self.outcome.by {
            let name = match person {
                Some(person) => self.rows.find(*person)?.map(|row| row.body.name),
                None => None,
            };
            let name = name.unwrap_or_else(|| look.text("thing-somebody"));
            lines.push(Line::person(&name).text(look.count("rounds-answered", *count)));
        }
        let ended = match self.round.ended {
            Some(ended) => self.rows.find(ended.by)?.map(|row| row.body.name),
            None => None,
        };
        Ok(html! {
            @if !lines.is_empty() {
                section.section #who {
                    h2 { (look.text("rounds-who")) }
                    (List(lines))
                    @if let Some(ended) = ended { p.quiet { (look.text_with("rounds-ended-by", "name", &ended)) } }
                }
            }
        })
    }

    const fn found(&self) -> Found<'_> {
        Found {
            rows: self.rows,
            editor: self.editor,
            look: self.look,
            round: self.round,
            outcome: &self.outcome,
        }
    }

    /// What is handed to others.
    fn report(&self) -> Markup {
        let look = self.look;
        let make = Button::link(look.text("rounds-report"), "/reports/new?kind=inventory");
        html! {
            section.section {
                h2 { (look.text("rounds-report-title")) }
                p.quiet { (look.text("rounds-report-what")) }
                div.row { (make.icon(Icon::Document)) }
            }
        }
    }

    fn actions(&self) -> Markup {
        let (look, own) = (self.look, self.own());
        let edit = Button::link(look.text("rounds-change"), format!("{own}/edit")).icon(Icon::Edit);
        let remove = Button::post(look.text("rounds-remove"), format!("{own}/remove"))
            .with("revision", self.round.revision.get().to_string())
            .icon(Icon::Trash);
        let menu = Menu::new(look.text("ui-more")).row(edit);
        if self.round.is_open() {
            let end = Button::post(look.text("rounds-end"), format!("{own}/end"));
            html! { (end.icon(Icon::Check).primary()) (menu.last(remove)) }
        } else {
            let resume = Button::post(look.text("rounds-resume"), format!("{own}/resume"));
            html! { (menu.row(resume.icon(Icon::Undo)).last(remove)) }
        }
    }
}

fn share(part: usize, whole: usize) -> PerMille {
    let wide = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
    PerMille::of(wide(part), wide(whole))
}

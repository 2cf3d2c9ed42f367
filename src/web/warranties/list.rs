//! What ends next: the rights of the law and what was promised, of every thing; and what was claimed.

use std::sync::Arc;

use axum::extract::State;
use jiff::{Span as Days, civil::Date};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::HERE;
use crate::{
    access::Editor,
    actions::{
        claims,
        warranties::{self, Protection},
    },
    app::App,
    domain::{
        attachment::Bearer,
        claim::Claim,
        item::Item,
        warranty::{End, Standing},
    },
    error::Result,
    http::{Htmx, Problem, Query, Snapshot},
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        empty::Empty,
        form::Part,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{self, promises},
};

/// How many of what lasts a page lists, and of what has ended.
const PAGE: usize = 100;
const ENDED: usize = 50;

/// What ends within so many days is to be looked at.
const SOON: i64 = 60;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: usize,
}

/// `GET /warranties`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(asked): Query<Asked>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Warranties);
    let shown = Shown {
        rows: &rows,
        look: &look,
        today: app.store.clock().today(),
    };
    let protected = warranties::list(&rows, editor.viewer(), shown.today)?;
    let all = claims::list(&rows, editor.viewer())?;
    let lasting = &protected.lasting;
    let page: Vec<_> = lasting.iter().skip(asked.from).take(PAGE).collect();
    let next = lasting.len().saturating_sub(asked.from) > PAGE;
    let repaired = claims::repaired(&all);
    let (ended, open): (Vec<_>, Vec<_>) = all.iter().partition(|row| row.details.ended.is_some());
    let nothing = lasting.is_empty() && protected.over.is_empty() && all.is_empty();
    let mut groups = Vec::new();
    for same in page.chunk_by(|one, other| shown.group(&one.1) == shown.group(&other.1)) {
        groups.push((shown.group(&same[0].1), shown.lines(same.iter().copied())?));
    }
    let body = html! {
        @if nothing { (empty(&look)) }
        @if repaired > 0 { (Banner::notice(look.count("warranties-repaired", repaired))) }
        @if !open.is_empty() {
            section.section { h2 { (look.text("claims-open")) } (shown.claims(&open)?) }
        }
        @for (heading, list) in &groups {
            section.section { h2 { (heading) } (list) }
        }
        @if next {
            div.row { (Button::link(look.text("warranties-later"), format!("{HERE}?from={}", asked.from + PAGE))) }
        }
        (fold(look.text("warranties-over"), protected.over.is_empty(), &shown.lines(protected.over.iter().take(ENDED))?))
        (fold(look.text("claims-ended"), ended.is_empty(), &shown.claims(&ended)?))
    };
    Ok(Page::new(&look, look.text("ui-warranties"), body)
        .lead(look.text("warranties-lead"))
        .narrow()
        .answer(htmx))
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::Shield, look.text("warranties-empty"))
        .text(look.text("warranties-empty-text"))
        .step(Button::link(look.text("ui-things"), Section::Things.href()))
}

/// What is of use only to who asks for it.
fn fold(label: String, none: bool, list: &List) -> Markup {
    let fields = list.render();
    html! { @if !none { (Part { label, open: false, fields }) } }
}

/// The list on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    look: &'a Look,
    today: Date,
}

impl Shown<'_> {
    /// The heading that it stands under: soon, the year, or that it has no end.
    fn group(&self, one: &Protection) -> String {
        match one.span().end {
            End::On(day) if self.is_soon(day) => self.look.text("warranties-soon"),
            End::On(day) => day.year().to_string(),
            End::Never => self.look.text("warranties-endless"),
            End::Unknown => self.look.text("warranties-unclear"),
        }
    }

    fn is_soon(&self, day: Date) -> bool {
        let soon = self.today.saturating_add(Days::new().days(SOON));
        self.today <= day && day <= soon
    }

    fn lines<'b>(
        &self,
        all: impl IntoIterator<Item = &'b (Row<Item>, Protection)>,
    ) -> Result<List> {
        let lines = all.into_iter().map(|(item, one)| self.line(item, one));
        Ok(List(lines.collect::<Result<_>>()?))
    }

    fn line(&self, item: &Row<Item>, one: &Protection) -> Result<Line> {
        let look = self.look;
        let (what, end, href) = match one {
            Protection::Right(right) => (
                right.rule.name(look.lang).to_owned(),
                promises::right_end(look, right, self.today),
                format!("/items/{}", item.id),
            ),
            Protection::Warranty(row, span) => (
                promises::warranty(look, row),
                promises::end(look, *span, self.today),
                format!("/warranties/{}", row.id),
            ),
        };
        let photo = page::cover(self.rows, Bearer::Item(item.id))?;
        let line = Line::photo(photo, Icon::Shield, page::name(look, item))
            .href(href)
            .text(format!("{what} · {end}"));
        let soon = one.span().end.day().is_some_and(|day| self.is_soon(day));
        Ok(if soon && one.span().on(self.today) == Standing::Holds {
            line.urgent()
        } else {
            line
        })
    }

    fn claims(&self, claims: &[&Row<Claim>]) -> Result<List> {
        let look = self.look;
        let lines = claims.iter().map(|row| {
            let name = promises::of_thing(self.rows, look, promises::claim(row), row.item)?;
            let photo = page::cover(self.rows, Bearer::Item(row.item))?;
            Ok(Line::photo(photo, Icon::Tool, name)
                .href(format!("/claims/{}", row.id))
                .text(promises::claim_stands(look, row)))
        });
        Ok(List(lines.collect::<Result<_>>()?))
    }
}

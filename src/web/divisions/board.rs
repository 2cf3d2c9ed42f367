//! The board of a division: how each party stands, whose turn it is, and what there is to take, on each of several phones.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, lots::Lots, way, words};
use crate::{
    access::Manager,
    actions::divisions::{self, Board},
    domain::{
        division::{Division, DivisionId, Group, Lot, Method, Standing, Turn, payments},
        money::Money,
        report::ReportKind,
    },
    error::Result,
    http::{Htmx, Path, Problem, Query, Snapshot},
    store::{Reader, Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
    },
    web::page,
};

/// What a board that is open asks with: the newest change that it shows.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Since {
    seen: Option<u64>,
}

/// `GET /divisions/{id}`. Asked with what it shows already, it answers only when there is something new.
pub(super) async fn show(
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<DivisionId>,
    Query(since): Query<Since>,
) -> Result<Response, Problem> {
    if since.seen == Some(rows.newest_change()?) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let look = look.at(Section::Reports);
    let division = divisions::one(&rows, &manager, id)?;
    let board = Board::of(&rows, manager.viewer(), &division)?;
    let shown = Shown {
        rows: &rows,
        manager: &manager,
        look: &look,
        division: &division,
        board: &board,
        overtaken: false,
    };
    Ok(shown.page()?.answer(htmx).into_response())
}

/// A division on its way to its page.
pub(super) struct Shown<'a, 'b> {
    /// The archive.
    pub(super) rows: &'b Reader,
    /// Who looks.
    pub(super) manager: &'b Manager,
    /// In which language.
    pub(super) look: &'a Look,
    /// The division.
    pub(super) division: &'b Row<Division>,
    /// What they see of it.
    pub(super) board: &'b Board,
    /// Whether somebody else was first with what they wanted to do.
    pub(super) overtaken: bool,
}

impl<'a> Shown<'a, '_> {
    /// The page.
    pub(super) fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let details = &self.division.details;
        let page = Page::new(look, details.name.as_str(), self.body()?)
            .breadcrumb(way(look))
            .lead(words::stands(look, self.division, self.board));
        let own = self.own("");
        Ok(match self.division.binned {
            Some(since) => {
                let restore = Button::post(look.text("reports-restore"), format!("{own}/restore"));
                let restore = Some(restore);
                page.banner(page::binned(look, "divisions-binned", since.at, restore))
            }
            None => page.actions(self.actions()),
        })
    }

    fn own(&self, act: &str) -> String {
        let own = format!("{HERE}/{}", self.division.id);
        if act.is_empty() {
            own
        } else {
            format!("{own}/{act}")
        }
    }

    fn is_open(&self) -> bool {
        self.division.binned.is_none() && self.division.settled.is_none()
    }

    /// The list to sign first; everything else behind a menu.
    fn actions(&self) -> Markup {
        let look = self.look;
        let act = |label: &str, act: &str| {
            Button::post(look.text(label), self.own("moves")).with("do", act)
        };
        let list = Button::post(look.text("divisions-list"), "/reports/new")
            .with("kind", ReportKind::Division.key())
            .with("language", look.lang.tag())
            .with("division", self.division.id.to_string())
            .icon(Icon::Document);
        let has_private = self.board.lots.iter().any(|(_, item)| item.details.private);
        let list = if has_private {
            list.with("private", "1")
        } else {
            list
        };
        let menu = Menu::new(look.text("ui-more"));
        let menu = if self.is_open() {
            menu.row(Button::link(look.text("divisions-change"), self.own("edit")).icon(Icon::Edit))
                .row(
                    Button::link(look.text("divisions-fill-title"), self.own("things"))
                        .icon(Icon::Plus),
                )
                .row(act("divisions-settle", "settle").icon(Icon::Check))
        } else {
            menu.row(act("divisions-reopen", "reopen").icon(Icon::Undo))
        };
        let remove = Button::post(look.text("divisions-remove"), self.own("remove"))
            .with("revision", self.division.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (list.primary()) (menu.last(remove)) }
    }

    fn body(&self) -> Result<Markup> {
        let look = self.look;
        let details = &self.division.details;
        let newest = self.rows.newest_change()?;
        let own = self.own("");
        let polls = self.is_open();
        let lots = Lots {
            rows: self.rows,
            manager: self.manager,
            look,
            division: self.division,
            is_open: self.is_open(),
        };
        let of = |takes: &dyn Fn(&Lot) -> bool| {
            let some = self.board.lots.iter().filter(|(lot, _)| takes(lot));
            some.collect::<Vec<_>>()
        };
        let open = of(&Lot::is_open);
        let personal = of(&|lot| lot.group == Group::Personal);
        let separate = of(&|lot| lot.group == Group::Separate);
        let shares = details.parties.iter().enumerate();
        let shares = shares.map(|(at, party)| {
            let theirs = of(&|lot| lot.is_divided() && lot.owner() == Some(at));
            Ok((party.name.as_str(), lots.taken(&theirs)?))
        });
        let shares = shares.collect::<Result<Vec<_>>>()?;
        Ok(html! {
            div #board.board hx-get=[polls.then(|| format!("{own}?seen={newest}"))] hx-trigger=[polls.then_some("every 4s")]
                hx-select=[polls.then_some("#board")] hx-swap=[polls.then_some("outerHTML")] hx-sync=[polls.then_some("this:abort")] {
                @if self.overtaken { (Banner::warning(look.text("divisions-overtaken"))) }
                @if let Some(on) = self.division.settled {
                    (Banner::notice(look.text_with("divisions-settled", "day", &look.lang.day(on))))
                }
                (self.standings())
                (self.turn())
                @if self.board.lots.is_empty() {
                    (Empty::new(Icon::Box, look.text("divisions-empty")))
                }
                @if !open.is_empty() {
                    section.section {
                        div.section-head {
                            h2 { (look.text("divisions-open")) }
                            span.quiet.number { (words::sums(look, &self.board.undivided)) }
                        }
                        @if details.method == Method::Wishes { (self.wishes()) }
                        (lots.to_take(&open)?)
                    }
                }
                div.shares {
                    @for (name, lots) in &shares {
                        section.section { h2 { (look.text_with("divisions-share", "name", name)) } (lots) }
                    }
                }
                @for (key, apart) in [("divisions-apart-personal", &personal), ("divisions-apart-separate", &separate)] {
                    @if !apart.is_empty() {
                        section.section { h2 { (look.text(key)) } p.quiet { (look.text("divisions-apart-what")) } (lots.taken(apart)?) }
                    }
                }
                @if self.board.hidden > 0 { p.quiet { (Icon::Lock) " " (look.count("divisions-hidden", self.board.hidden)) } }
                @if !details.note.is_empty() {
                    section.section { h2 { (look.text("divisions-note")) } div.prose { (markdown(&details.note)) } }
                }
            }
        })
    }

    /// The parties beside each other, each with what they have got and what evens that out.
    fn standings(&self) -> Markup {
        let look = self.look;
        let next = self.division.turn().filter(|_| self.is_open());
        let parties = self.division.details.parties.iter().enumerate();
        let paid = payments(&self.board.standings);
        html! {
            ul.standings {
                @for ((at, party), standing) in parties.zip(&self.board.standings) {
                    @let is_next = next.is_some_and(|turn| usize::try_from(turn.party) == Ok(at));
                    li.standing.is-next[is_next] {
                        h2 { (party.name) }
                        p.standing-sum.number { (words::sums(look, &standing.got)) }
                        p.quiet { (look.count("divisions-things-count", standing.count)) }
                        @for even in self.evens(standing) { p.quiet.number { (even) } }
                    }
                }
            }
            @if !paid.is_empty() {
                ul.evening {
                    @for payment in &paid {
                        @let arguments = [
                            ("from", words::name(self.division, Some(payment.from)).to_owned().into()),
                            ("to", words::name(self.division, Some(payment.to)).to_owned().into()),
                            ("amount", look.lang.money(payment.amount).into()),
                        ];
                        li { (look.lang.text_with("divisions-pays", &arguments)) }
                    }
                }
            }
        }
    }

    /// Where somebody has more or less than is theirs.
    fn evens(&self, standing: &Standing) -> Vec<String> {
        let look = self.look;
        let away = standing.evened.iter().filter(|money| money.minor != 0);
        away.map(|money| {
            let amount = Money::new(money.minor.saturating_abs(), money.currency);
            let key = if money.minor > 0 {
                "divisions-under"
            } else {
                "divisions-over"
            };
            look.text_with(key, "amount", &look.lang.money(amount))
        })
        .collect()
    }

    /// Whose turn it is; they can also let it pass.
    fn turn(&self) -> Markup {
        let look = self.look;
        let Some(Turn { number, party }) = self.division.turn().filter(|_| self.is_open()) else {
            return Markup::default();
        };
        let name = words::name(self.division, usize::try_from(party).ok());
        let action = self.own("moves");
        html! {
            div.turn {
                p role="status" { (look.text_with("divisions-turn", "name", name)) }
                form method="post" action=(action) hx-post=(action) hx-target="#board" hx-select="#board" hx-swap="outerHTML"
                    hx-sync="#board:replace" {
                    input type="hidden" name="do" value="pass";
                    input type="hidden" name="turn" value=(number);
                    button #pass.button.is-small.is-bare type="submit" { (look.text("divisions-pass")) }
                }
            }
        }
    }

    /// What wishes mean, and the button that shares out what only one wishes for.
    fn wishes(&self) -> Markup {
        let look = self.look;
        let only = self.board.lots.iter().filter(|(lot, _)| lot.is_open());
        let only = only.filter(|(lot, _)| lot.only_wish().is_some()).count();
        html! {
            p.quiet { (look.text("divisions-wishes-what")) }
            @if only > 0 && self.is_open() {
                div.row {
                    (Button::post(look.count("divisions-deal", only), self.own("moves")).with("do", "deal").icon(Icon::Heart))
                }
            }
        }
    }
}

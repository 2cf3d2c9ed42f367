//! The page of one report: how far it is, its files, what has been changed since, and what it says.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{HERE, at_home};
use crate::{
    access::Editor,
    actions::reports,
    app::{App, printing::Stand},
    domain::{
        item::Item,
        report::{Content, Report, ReportId},
        share::Share,
    },
    error::Result,
    http::{Done, Htmx, Path, Problem, Snapshot},
    reports::{page::Sheets, paper},
    store::Row,
    ui::{
        banner::Banner,
        breadcrumb::Breadcrumb,
        button::Button,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        menu::Menu,
    },
    web::page::{self, reports as words},
};

/// How many changed things are named.
const NAMED: usize = 10;

/// `GET /reports/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Reports);
    let report = editor.viewer().report(&rows, id)?;
    let content = app.content_of(&report)?;
    let changed = reports::changed_since(&rows, editor.viewer(), &content)?;
    let shown = Shown {
        look: &look,
        editor: &editor,
        report: &report,
        content: &content,
        stand: app.stand_of(&report),
    };
    Ok(shown.page(&changed).answer(htmx))
}

/// `POST /reports/{id}/again`: printed again after it was stopped.
pub(super) async fn again(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Response, Problem> {
    let report = editor.viewer().report(&rows, id)?;
    app.print(&report);
    Ok(axum::response::Redirect::to(&format!("{HERE}/{id}")).into_response())
}

/// `POST /reports/{id}/stop`.
pub(super) async fn stop(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReportId>,
) -> Result<Response, Problem> {
    editor.viewer().report(&rows, id)?;
    app.stop_printing(id);
    Ok(axum::response::Redirect::to(&format!("{HERE}/{id}")).into_response())
}

/// `POST /reports/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ReportId>,
) -> Result<Done, Problem> {
    app.stop_printing(id);
    let saved = app
        .change(move |store| reports::remove(store, &editor, id))
        .await?;
    Ok(Done::new(&app, "report-remove", HERE).undo(saved.undo()))
}

/// `POST /reports/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ReportId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| reports::restore(store, &editor, id))
        .await?;
    Ok(Done::new(&app, "report-restore", format!("{HERE}/{id}")).undo(saved.undo()))
}

/// A report on its way to a page.
struct Shown<'a> {
    look: &'a Look,
    editor: &'a Editor,
    report: &'a Row<Report>,
    content: &'a Content,
    stand: Stand,
}

impl<'a> Shown<'a> {
    fn page(&self, changed: &[Row<Item>]) -> Page<'a> {
        let look = self.look;
        let lang = self.report.details.language;
        let address = at_home(self.report);
        let sheets = Sheets {
            lang,
            address: &address,
            list: look.text("reports-list"),
            missing: lang.text("reports-picture-missing"),
        };
        let body = html! {
            (self.stand())
            (self.changed(changed))
            (sheets.markup(&paper::blocks(self.report, self.content)))
        };
        let title = look.text("reports-title");
        let way = Breadcrumb::new(title.as_str()).step(title, HERE);
        let lead = look.text_with(
            "reports-made-on",
            "when",
            &look.lang.moment(self.report.made),
        );
        let page = Page::new(look, words::name(look, self.report), body)
            .breadcrumb(way)
            .lead(lead);
        let removes = self.editor.may_remove_report(self.report);
        let own = format!("{HERE}/{}", self.report.id);
        match self.report.binned {
            Some(since) => {
                let restore = Button::post(look.text("reports-restore"), format!("{own}/restore"));
                let restore = removes.then_some(restore);
                page.banner(page::binned(look, "reports-binned", since.at, restore))
            }
            None if removes => {
                let remove = Button::post(look.text("reports-remove"), format!("{own}/remove"))
                    .icon(Icon::Trash);
                page.actions(html! { (Menu::new(look.text("ui-more")).last(remove)) })
            }
            None => page,
        }
    }

    /// How far it is, asked again each second until it is there; and its files.
    fn stand(&self) -> Markup {
        let look = self.look;
        let own = format!("{HERE}/{}", self.report.id);
        let file = |format: &str, label: &str| {
            Button::link(look.text(label), format!("{own}/file?format={format}"))
                .icon(Icon::Download)
        };
        match self.stand {
            Stand::Working(done) => html! {
                section #stand.section hx-get=(own) hx-trigger="every 1s" hx-select="#stand" hx-swap="outerHTML" {
                    p role="status" { (look.text("reports-working")) }
                    progress max="1000" value=(done) aria-label=(look.text("reports-working")) {}
                    div.row { (Button::post(look.text("reports-stop"), format!("{own}/stop")).small()) }
                }
            },
            Stand::Ready => html! {
                section #stand.section {
                    div.row {
                        (file("pdf", "reports-pdf").primary())
                        (file("xlsx", "reports-xlsx"))
                        (file("csv", "reports-csv"))
                        (file("zip", "reports-zip"))
                        (Button::link(look.text("reports-page"), format!("{own}/print")).icon(Icon::Document))
                        @if let Some(share) = self.share() { (share) }
                    }
                }
            },
            Stand::Stopped | Stand::Failed => {
                let key = if self.stand == Stand::Stopped {
                    "reports-stopped"
                } else {
                    "reports-failed"
                };
                let again = Button::post(look.text("reports-again"), format!("{own}/again"));
                html! {
                    section #stand.section {
                        (Banner::warning(look.text(key)).body(html! { div.row { (again.small()) } }))
                        div.row { (file("xlsx", "reports-xlsx")) (file("csv", "reports-csv")) }
                    }
                }
            }
        }
    }

    /// The way to a link for the insurer, of what can be shared by who may.
    fn share(&self) -> Option<Button> {
        let incident = self.report.details.incident?;
        let may = self.editor.viewer().manager().is_ok() && self.report.binned.is_none();
        let may = may && Share::may_show(incident, self.report);
        let to = format!("/incidents/{incident}/shares?reports={}", self.report.id);
        let share = Button::link(self.look.text("shares-title"), to).icon(Icon::Key);
        may.then_some(share)
    }

    /// That things are not any more what the report says: it is a snapshot, and stays one.
    fn changed(&self, changed: &[Row<Item>]) -> Markup {
        let look = self.look;
        if changed.is_empty() {
            return Markup::default();
        }
        let rest = changed.len().saturating_sub(NAMED);
        let body = html! {
            p {
                @for (number, item) in changed.iter().take(NAMED).enumerate() {
                    @if number > 0 { ", " }
                    a href={ "/items/" (item.id) } { (page::name(look, item)) }
                }
                @if rest > 0 { " " (look.count("history-more", rest)) }
            }
        };
        html! { (Banner::notice(look.count("reports-changed", changed.len())).body(body)) }
    }
}

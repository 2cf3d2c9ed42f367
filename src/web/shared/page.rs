//! The page of a share link: what happened in a line, until when it is open, and each report with its files.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, Render, html};

use super::{locked, look, opened, own_report};
use crate::{
    access::share::{self, Opened},
    app::App,
    domain::{
        invalid::Invalid,
        report::{Content, FactValue, Label, Report},
    },
    error::Result,
    http::{Path, Problem, Visit},
    reports::{page::Sheets, paper},
    store::Row,
    ui::{button::Button, icon::Icon, layout::Bare, look::Look},
    web::page::reports as words,
};

/// `GET /shared/{secret}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(secret): Path<String>,
) -> Result<Markup, Problem> {
    if let Some(opened) = opened(&app, &visit, &secret)? {
        return Ok(page(&app, &visit, &opened, &secret)?);
    }
    let now = app.store.clock().now();
    let share = share::open(&app.store.read()?, &secret, now)?.share;
    Ok(locked::page(&visit, &share, &secret, &Invalid::default()))
}

/// A report with what it says.
type Told<'a> = (&'a Row<Report>, Content);

fn page(app: &App, visit: &Visit, opened: &Opened, secret: &str) -> Result<Markup> {
    let look = look(visit, &opened.share);
    let mut told: Vec<Told<'_>> = Vec::new();
    for report in &opened.reports {
        told.push((report, app.content_of(report)?));
    }
    let body = html! {
        @if told.len() > 1 { (contents(&look, &told)) }
        @for (report, content) in &told { (section(&look, report, content, secret)) }
    };
    let latest = told.last().map(|(_, content)| content);
    let title = latest.and_then(|content| happened(&look, content));
    let title = title.unwrap_or_else(|| look.text("shares-title"));
    let until = look.lang.moment(opened.share.expires);
    let until = look.text_with("shares-until", "when", &until);
    let lead = match latest {
        Some(content) => format!("{} · {until}", content.household),
        None => until,
    };
    Ok(Bare::new(&look, title, body).lead(lead).sealed().render())
}

/// What happened and when, as the report has it: what became of the incident since is nobody's business outside.
fn happened(look: &Look, content: &Content) -> Option<String> {
    let fact = |label: Label| {
        let fact = content.head.iter().find(|fact| fact.label == label)?;
        match &fact.value {
            FactValue::Text(text) => Some(text.clone()),
            FactValue::Date(date) => Some(look.lang.date(*date)),
            FactValue::Time(time) => Some(look.lang.day(time.date())),
            FactValue::Money(_) => None,
        }
    };
    let kind = fact(Label::Incident)?;
    let day = fact(Label::From).or_else(|| fact(Label::To));
    Some(day.map_or_else(|| kind.clone(), |day| format!("{kind} {day}")))
}

/// The reports, where there is more than one.
fn contents(look: &Look, told: &[Told<'_>]) -> Markup {
    html! {
        nav.row aria-label=(look.text("shares-reports")) {
            @for (report, _) in told {
                (Button::link(words::name(look, report), format!("#report-{}", report.number)).icon(Icon::Down).small())
            }
        }
    }
}

fn section(look: &Look, report: &Row<Report>, content: &Content, secret: &str) -> Markup {
    let lang = report.details.language;
    let own = own_report(secret, report.id);
    let address = |key: &str| format!("{own}/pictures/{key}");
    let sheets = Sheets {
        lang,
        address: &address,
        list: look.text("reports-list"),
        missing: lang.text("reports-picture-missing"),
    };
    let file = |format: &str, label: &str| {
        Button::link(look.text(label), format!("{own}/file?format={format}")).icon(Icon::Download)
    };
    html! {
        section.section id={ "report-" (report.number) } aria-label=(words::name(look, report)) {
            div.row {
                (file("pdf", "reports-pdf"))
                (file("xlsx", "reports-xlsx"))
                (file("csv", "reports-csv"))
                (file("zip", "reports-zip"))
            }
            (sheets.markup(&paper::blocks(report, content)))
        }
    }
}

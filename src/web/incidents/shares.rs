//! Share links of an incident: made for the insurer, shown once, looked after, and revoked.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use maud::{Markup, Render, html};

use super::{HERE, form::way};
use crate::{
    access::{
        Manager,
        share::{self, Made, Wanted},
    },
    app::App,
    domain::{
        incident::{Incident, IncidentId},
        invalid::Invalid,
        report::{Report, ReportId, ReportKind},
        share::{Share, ShareId},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Query, Snapshot},
    notify::web_address::WebAddress,
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        form::{Choice, Control, Field, Form},
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{incidents as words, reports, typed::Typed},
};

/// `GET /incidents/{id}/shares`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<IncidentId>,
    Query(asked): Query<Typed>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Incidents);
    let sheet = Sheet::of(&app, &look, &rows, &manager, id)?;
    let mut typed = Typed::default();
    typed.add("days", Share::OFFERED[1].to_string());
    let asked = asked.all("reports");
    let asked_for =
        |report: &&Row<Report>| asked.is_empty() || asked.contains(&report.id.to_string());
    for report in sheet.offered.iter().filter(asked_for) {
        typed.add("reports", report.id.to_string());
    }
    Ok(sheet.page(&typed, &Invalid::default(), None).answer(htmx))
}

/// `POST /incidents/{id}/shares`: the link and its passcode stand on this answer, and nowhere else.
pub(super) async fn make(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<IncidentId>,
    Sent(typed): Sent<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Incidents);
    let (wanted, maker) = (wanted(&typed), manager.clone());
    let made = app
        .change(move |store| share::make(store, &maker, id, &wanted))
        .await;
    let rows = app.store.read()?;
    let sheet = Sheet::of(&app, &look, &rows, &manager, id)?;
    let (status, page) = match made {
        Ok(made) => {
            let page = sheet.page(&Typed::default(), &Invalid::default(), Some(&made));
            (StatusCode::CREATED, page)
        }
        Err(Error::Invalid(invalid)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            sheet.page(&typed, &invalid, None),
        ),
        Err(error) => return Err(error.into()),
    };
    let never = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((status, never, page.answer(htmx)).into_response())
}

/// What the form asks for; what cannot be read is refused with the rest.
fn wanted(typed: &Typed) -> Wanted {
    let reports = typed.all("reports").iter();
    Wanted {
        // An id that is none names no report, so it is refused as one that is not there.
        reports: reports
            .map(|id| id.parse().unwrap_or(ReportId::from_bytes([0; 16])))
            .collect(),
        label: typed.get("label").to_owned(),
        days: typed.get("days").parse().unwrap_or(0),
    }
}

/// `POST /incidents/{id}/shares/{share}/revoke`.
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path((id, share)): Path<(IncidentId, ShareId)>,
) -> Result<Done, Problem> {
    app.change(move |store| share::revoke(store, &manager, id, share))
        .await?;
    Ok(Done::new(&app, "share-revoke", own(id)))
}

fn own(id: IncidentId) -> String {
    format!("{HERE}/{id}/shares")
}

/// What the page of an incident says of its links; nothing while there is nothing to share.
pub(super) fn section(
    look: &Look,
    rows: &Reader,
    manager: &Manager,
    incident: &Row<Incident>,
    now: Timestamp,
) -> Result<Markup> {
    if incident.binned.is_some() {
        return Ok(Markup::default());
    }
    let shares = share::of_incident(rows, manager, incident.id)?;
    if shares.is_empty() && share::offered(rows, manager.viewer(), incident.id)?.is_empty() {
        return Ok(Markup::default());
    }
    let make = Button::link(look.text("shares-make"), own(incident.id)).icon(Icon::Key);
    Ok(html! {
        section.section #shares {
            h2 { (look.text("shares-title")) }
            p.quiet { (look.text("shares-lead")) }
            (lines(look, &shares, now))
            div.row { (make) }
        }
    })
}

fn lines(look: &Look, shares: &[Share], now: Timestamp) -> Markup {
    let lines: Vec<_> = shares.iter().map(|share| line(look, share, now)).collect();
    html! { @if !lines.is_empty() { (List(lines)) } }
}

/// A link, how long it opens, and how it was looked at; revoked with one tap.
fn line(look: &Look, share: &Share, now: Timestamp) -> Line {
    let expires = look.lang.moment(share.expires);
    let key = if share.is_over(now) {
        "shares-over"
    } else {
        "shares-until"
    };
    let until = look.text_with(key, "when", &expires);
    let viewed = share.views.map_or_else(
        || look.text("shares-unseen"),
        |views| {
            let seen = look.count(
                "shares-seen",
                usize::try_from(views.count).unwrap_or(usize::MAX),
            );
            let last = look.text_with("shares-last", "when", &look.lang.moment(views.last));
            format!("{seen}, {last}")
        },
    );
    let to = format!("{}/{}/revoke", own(share.incident), share.id);
    let revoke = Button::post(look.text("shares-revoke"), to)
        .small()
        .danger();
    Line::icon(Icon::Key, share.label.as_str())
        .text(format!("{until} · {viewed}"))
        .end(revoke)
}

/// The page of an incident's links.
struct Sheet<'a> {
    app: &'a App,
    look: &'a Look,
    incident: Row<Incident>,
    shares: Vec<Share>,
    offered: Vec<Row<Report>>,
}

impl<'a> Sheet<'a> {
    fn of(
        app: &'a App,
        look: &'a Look,
        rows: &Reader,
        manager: &Manager,
        id: IncidentId,
    ) -> Result<Self> {
        Ok(Self {
            app,
            look,
            incident: manager.viewer().incident(rows, id)?,
            shares: share::of_incident(rows, manager, id)?,
            offered: share::offered(rows, manager.viewer(), id)?,
        })
    }

    fn page(&self, typed: &Typed, invalid: &Invalid, made: Option<&Made>) -> Page<'a> {
        let look = self.look;
        let name = words::name(look, &self.incident);
        let now = self.app.store.clock().now();
        let body = html! {
            @if let Some(made) = made { (self.once(made)) }
            (lines(look, &self.shares, now))
            @if made.is_some() {
                div.row { (Button::link(look.text("shares-another"), own(self.incident.id)).bare()) }
            } @else if self.offered.is_empty() {
                (self.nothing())
            } @else {
                (self.form(typed, invalid))
            }
        };
        Page::new(look, look.text("shares-title"), body)
            .breadcrumb(way(look).step(name, format!("{HERE}/{}", self.incident.id)))
            .lead(look.text("shares-lead"))
            .narrow()
    }

    /// The link and its passcode, which nobody sees again; and where the link works.
    fn once(&self, made: &Made) -> Markup {
        let look = self.look;
        let path = format!("shared/{}", made.secret.reveal());
        let base = self.app.address();
        let address = base.as_ref().map_or("", WebAddress::as_str);
        let address = address.trim_end_matches('/');
        let link = base.as_ref().map(|base| base.beneath(&path));
        let link = link.map_or(path, |link| link.as_str().to_owned());
        let works = if self.app.settings().address.is_some() {
            "shares-works"
        } else {
            "shares-works-at-home"
        };
        let shown = |label: &str, value: &str| {
            html! { label.quiet { (look.text(label)) input.input.number readonly value=(value); } }
        };
        let body = html! {
            (shown("shares-link", &link))
            (shown("shares-passcode", &made.passcode))
            p { (look.text("shares-apart")) }
            p.quiet { (look.text_with(works, "address", address)) }
        };
        html! { (Banner::notice(look.text("shares-once")).body(body)) }
    }

    /// A link shows reports: there has to be one.
    fn nothing(&self) -> Markup {
        let look = self.look;
        html! {
            p { (look.text("shares-nothing")) }
            div.row {
                (reports::of_incident(look, ReportKind::InsuranceClaim, self.incident.id).primary())
            }
        }
    }

    fn form(&self, typed: &Typed, invalid: &Invalid) -> Markup {
        let look = self.look;
        let label = Field::text("label", look.text("shares-label"))
            .value(typed.get("label"))
            .hint(look.text("shares-label-hint"))
            .autocomplete("off")
            .required()
            .refused(look.lang, invalid);
        let days = Share::OFFERED.map(|days| {
            let label = look.count("shares-days", usize::from(days));
            Choice::new(days.to_string(), label)
        });
        let days = Field::new(
            "days",
            look.text("shares-open-for"),
            Control::Radio(days.into()),
        )
        .value(typed.get("days"))
        .refused(look.lang, invalid);
        let fields = html! { (self.choices(typed, invalid)) (label) (days) };
        let form = Form::new(look, own(self.incident.id), fields);
        let form = form.refused(invalid).save(look.text("shares-make"));
        html! { section.section { h2 { (look.text("shares-new")) } (form.render()) } }
    }

    /// The reports to choose from.
    fn choices(&self, typed: &Typed, invalid: &Invalid) -> Markup {
        let look = self.look;
        let chosen = typed.all("reports");
        let wrong = invalid.get("reports").map(|key| look.text(key));
        html! {
            fieldset.field {
                legend { (look.text("shares-reports")) }
                div.ticks {
                    @for report in &self.offered {
                        label.tick {
                            input type="checkbox" name="reports" value=(report.id) checked[chosen.contains(&report.id.to_string())];
                            span { (reports::name(look, report)) ", " (look.lang.day(report.day)) }
                        }
                    }
                }
                @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
            }
        }
    }
}

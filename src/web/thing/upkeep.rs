//! What a thing's page tells of its upkeep: what is due, what was done and what it cost, and with whom it is.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use crate::{
    access::Viewer,
    actions::{jobs, loans, plans},
    domain::{item::Item, job::Job, loan::Loan},
    error::Result,
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        icon::Icon,
        list::{List, Row as Line},
        look::Look,
    },
    web::page::upkeep::{self as words, back_button, job_line, plan_line, years},
};

/// How many of the last jobs the page tells at once.
const JOBS: usize = 4;

/// The upkeep of a thing, as somebody sees it.
pub(super) struct Kept<'a> {
    pub(super) rows: &'a Reader,
    pub(super) viewer: &'a Viewer,
    pub(super) look: &'a Look,
    pub(super) item: &'a Row<Item>,
    pub(super) today: Date,
}

impl Kept<'_> {
    /// Whether there is nothing of it for the reader: guests are shown the thing, and a template is none.
    fn is_closed(&self) -> bool {
        self.viewer.editor().is_err() || self.item.is_template()
    }

    /// That the thing is with somebody else.
    pub(super) fn out(&self) -> Result<Option<Banner>> {
        if self.is_closed() {
            return Ok(None);
        }
        let loans = loans::of_item(self.rows, self.item.id)?;
        Ok(loans
            .first()
            .filter(|loan| loan.details.is_out())
            .map(|loan| self.banner(loan)))
    }

    fn banner(&self, loan: &Row<Loan>) -> Banner {
        let look = self.look;
        let details = &loan.details;
        let title = look.text_with("loans-to", "to", &details.to);
        let banner = if details.is_late(self.today) {
            Banner::warning(title)
        } else {
            Banner::notice(title)
        };
        let editor = self.viewer.editor().ok();
        let changes = self.item.binned.is_none()
            && editor.is_some_and(|editor| editor.may_change_of_thing(self.item, loan));
        let more = Button::link(
            look.text("upkeep-change"),
            format!("/loans/{}", loan.body.id),
        );
        banner.body(html! {
            p { (words::lent(look, details, self.today)) }
            @if changes { div.row { (back_button(look, loan)) (more.small().bare()) } }
        })
    }

    /// Its plans, the last of its log, what that cost, and earlier loans.
    pub(super) fn section(&self, adds: bool) -> Result<Markup> {
        if self.is_closed() {
            return Ok(PreEscaped(String::new()));
        }
        let look = self.look;
        let plans = plans::of_item(self.rows, self.item.id, self.today)?;
        let jobs = jobs::of_item(self.rows, self.item.id)?;
        let mut lent = loans::of_item(self.rows, self.item.id)?;
        lent.retain(|loan| !loan.details.is_out());
        let none = plans.is_empty() && jobs.is_empty();
        let planned = plans.iter().map(|planned| {
            let line = Line::icon(Icon::Upkeep, planned.plan.details.what.as_str());
            plan_line(look, planned, line.text(words::due(look, planned)), adds)
        });
        let (latest, earlier) = jobs.split_at(jobs.len().min(JOBS));
        let cost = jobs::years(jobs.iter().map(|job| &job.body));
        let costs = cost.iter().any(|year| !year.cost.is_empty());
        let act = |act: &str| format!("/items/{}/{act}", self.item.id);
        Ok(html! {
            @if !none || adds {
                section.section.only-full[none] #upkeep {
                    div.section-head {
                        h2 { (look.text("ui-upkeep")) }
                        @if adds { a href=(act("upkeep/new")) { (look.text("upkeep-plan")) } }
                    }
                    @if !plans.is_empty() { (List(planned.collect())) }
                    @if !latest.is_empty() { (self.log(latest)) }
                    @if !earlier.is_empty() {
                        details.more-ticks {
                            summary { (look.count("upkeep-all", jobs.len())) (Icon::Down) }
                            (self.log(earlier))
                        }
                    }
                    @if adds {
                        div.row { (Button::link(look.text("upkeep-add"), act("jobs/new")).icon(Icon::Plus).small()) }
                    }
                    @if costs { (years(look, &cost)) }
                }
            }
            @if !lent.is_empty() {
                section.section.only-full { h2 { (look.text("loans-earlier")) } (self.lent(&lent)) }
            }
        })
    }

    fn log(&self, jobs: &[Row<Job>]) -> List {
        List(jobs.iter().map(|job| job_line(self.look, job)).collect())
    }

    fn lent(&self, loans: &[Row<Loan>]) -> List {
        let line = |loan: &Row<Loan>| {
            Line::icon(Icon::Person, loan.details.to.as_str())
                .href(format!("/loans/{}", loan.body.id))
                .text(words::lent(self.look, &loan.details, self.today))
        };
        List(loans.iter().map(line).collect())
    }
}

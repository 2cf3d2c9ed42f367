//! All upkeep: what is due and what is out before what comes, and what each year has cost.

use std::sync::Arc;

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::{
        jobs, loans,
        plans::{self, Planned, Standing},
    },
    app::App,
    domain::{attachment::Bearer, item::Item, loan::Loan, person::Person},
    error::Result,
    http::{Htmx, Problem, Snapshot},
    store::{Reader, Row, Rows},
    ui::{
        empty::Empty,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{
        self,
        upkeep::{self as words, back_button, plan_line, years as table},
    },
};

/// `GET /upkeep`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Upkeep);
    let today = app.store.clock().today();
    let viewer = editor.viewer();
    let plans = plans::all(&rows, viewer, today)?;
    let (coming, due): (Vec<_>, Vec<_>) = plans
        .into_iter()
        .partition(|(planned, _)| planned.standing == Standing::Coming);
    let mut out = loans::all(&rows, viewer)?;
    out.retain(|(loan, _)| loan.details.is_out());
    let years = jobs::all_years(&rows, viewer)?;
    let shown = Shown {
        rows: &rows,
        editor: &editor,
        look: &look,
        today,
    };
    let nothing = coming.is_empty() && due.is_empty() && out.is_empty() && years.is_empty();
    let body = html! {
        @if nothing { (empty(&look)) }
        (shown.section("upkeep-now", shown.plans(&due, true)?))
        (shown.section("upkeep-out", shown.loans(&out)?))
        (shown.section("upkeep-coming", shown.plans(&coming, false)?))
        @if !years.is_empty() {
            section.section { h2 { (look.text("upkeep-cost")) } (table(&look, &years)) }
        }
    };
    Ok(Page::new(&look, look.text("upkeep-title"), body)
        .narrow()
        .answer(htmx))
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::Upkeep, look.text("upkeep-empty")).text(look.text("upkeep-empty-text"))
}

struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    today: Date,
}

impl Shown<'_> {
    fn section(&self, heading: &str, lines: Vec<Line>) -> Markup {
        html! {
            @if !lines.is_empty() {
                section.section { h2 { (self.look.text(heading)) } (List(lines)) }
            }
        }
    }

    /// "Byt filter", and beneath it the thing, when it is due and whose it is to do.
    fn plans(&self, plans: &[(Planned, Row<Item>)], acts: bool) -> Result<Vec<Line>> {
        let look = self.look;
        let line = |(planned, item): &(Planned, Row<Item>)| {
            let details = &planned.plan.details;
            let who = match details.who {
                Some(person) => self.rows.find::<Person>(person)?,
                None => None,
            };
            let parts = [
                Some(page::name(look, item)),
                Some(words::due(look, planned)),
                who.map(|row| row.body.name),
            ];
            let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let cover = page::cover(self.rows, Bearer::Item(item.id))?;
            let line = Line::photo(cover, Icon::Upkeep, details.what.as_str()).text(text);
            Ok(plan_line(look, planned, line, acts))
        };
        plans.iter().map(line).collect()
    }

    fn loans(&self, loans: &[(Row<Loan>, Row<Item>)]) -> Result<Vec<Line>> {
        let look = self.look;
        let line = |(loan, item): &(Row<Loan>, Row<Item>)| {
            let cover = page::cover(self.rows, Bearer::Item(item.id))?;
            let to = look.text_with("loans-to", "to", &loan.details.to);
            let told = words::lent(look, &loan.details, self.today);
            let mut line = Line::photo(cover, Icon::Box, page::name(look, item))
                .href(format!("/loans/{}", loan.body.id))
                .text(format!("{to} · {told}"));
            if self.editor.may_change_of_thing(item, loan) {
                line = line.end(back_button(look, loan));
            }
            if loan.details.is_late(self.today) {
                line = line.urgent();
            }
            Ok(line)
        };
        loans.iter().map(line).collect()
    }
}

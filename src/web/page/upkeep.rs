//! Upkeep and loans as the parts of a page show them: rhythms, what is due, what was done, in the reader's words.

use jiff::civil::Date;

use maud::html;

use crate::{
    actions::{
        jobs::Year,
        plans::{Planned, Standing},
    },
    domain::{
        job::{Job, JobDetails, Work},
        loan::{Loan, LoanDetails},
        plan::Plan,
        rhythm::{Beat, Due, Meter, Months, Rhythm, Season},
    },
    store::Row,
    ui::{
        button::Button,
        icon::Icon,
        list::Row as Line,
        look::Look,
        table::{Column, Line as TableLine, Table},
    },
};

/// How often: "var 3 månader efter senaste gången", "i april och oktober", "var 15 000 km".
pub fn rhythm(look: &Look, rhythm: &Rhythm) -> String {
    match rhythm {
        Rhythm::AfterDone(length) => {
            look.text_with("upkeep-after-done", "length", &look.lang.length(*length))
        }
        Rhythm::Fixed(length) => {
            look.text_with("upkeep-fixed", "length", &look.lang.length(*length))
        }
        Rhythm::Months(months) => look.text_with("upkeep-in", "months", &names(look, months)),
        Rhythm::Metered(meter) => look.text_with(
            "upkeep-metered",
            "much",
            &reading(look, meter.every(), meter),
        ),
    }
}

fn names(look: &Look, months: &Months) -> String {
    let mut names: Vec<_> = months.iter().map(|month| look.lang.month(month)).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() {
        last
    } else {
        let and = look.text("upkeep-and");
        format!("{} {and} {last}", names.join(", "))
    }
}

fn reading(look: &Look, much: u32, meter: &Meter) -> String {
    let number = look.lang.number(much.into());
    if meter.unit().is_empty() {
        number
    } else {
        format!("{number}\u{a0}{}", meter.unit())
    }
}

/// What a kind of rhythm is called in a form.
pub const fn beat(beat: Beat) -> &'static str {
    match beat {
        Beat::AfterDone => "upkeep-beat-after-done",
        Beat::Fixed => "upkeep-beat-fixed",
        Beat::Months => "upkeep-beat-months",
        Beat::Metered => "upkeep-beat-metered",
    }
}

/// What a kind of work is called.
pub const fn work(work: Work) -> &'static str {
    match work {
        Work::Care => "jobs-work-care",
        Work::Repair => "jobs-work-repair",
        Work::Improvement => "jobs-work-improvement",
    }
}

/// From which month to which: "maj–september".
pub fn season(look: &Look, season: Season) -> String {
    let [from, to] = [season.from(), season.to()].map(|month| look.lang.month(month));
    if from == to {
        from
    } else {
        format!("{from}–{to}")
    }
}

/// When a plan is due: "skulle ha gjorts 3 maj 2026", "i dag", "3 maj 2027", "vid 57 310 km".
pub fn due(look: &Look, planned: &Planned) -> String {
    match (planned.due, &planned.plan.details.rhythm) {
        (Due::On(day), _) => {
            let key = match planned.standing {
                Standing::Overdue => "upkeep-due-overdue",
                Standing::DueNow => return look.text("upkeep-due-today"),
                Standing::Coming => "upkeep-due-coming",
            };
            look.text_with(key, "day", &look.lang.day(day))
        }
        (Due::At(much), Rhythm::Metered(meter)) => {
            look.text_with("upkeep-due-at", "much", &reading(look, much, meter))
        }
        (Due::At(much), _) => {
            look.text_with("upkeep-due-at", "much", &look.lang.number(much.into()))
        }
    }
}

/// When something was done, by whom and for how much: "3 maj 2026 · Cykelverkstan · 895 kr".
pub fn done(look: &Look, job: &JobDetails) -> String {
    let parts = [
        Some(look.lang.day(job.on)),
        (!job.by.is_empty()).then(|| job.by.clone()),
        job.cost.map(|cost| look.lang.money(cost)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Since when a thing is lent, and when it is to be back or came back.
pub fn lent(look: &Look, loan: &LoanDetails, today: Date) -> String {
    let since = look.text_with("loans-lent-since", "day", &look.lang.day(loan.since));
    let end = match (loan.back, loan.due) {
        (Some(back), _) => Some(("loans-came-back", back)),
        (None, Some(due)) if loan.is_late(today) => Some(("loans-was-due", due)),
        (None, Some(due)) => Some(("loans-is-due", due)),
        (None, None) => None,
    };
    match end {
        Some((key, day)) => {
            let end = look.text_with(key, "day", &look.lang.day(day));
            format!("{since} · {end}")
        }
        None => since,
    }
}

/// The button that says that a plan was carried out; a meter has to be read for it.
pub fn done_button(look: &Look, plan: &Plan) -> Button {
    let label = look.text("upkeep-done");
    let button = match plan.details.rhythm {
        Rhythm::Metered(_) => Button::link(
            label,
            format!("/items/{}/jobs/new?plan={}", plan.item, plan.id),
        ),
        _ => Button::post(label, format!("/upkeep/{}/done", plan.id)),
    };
    button.icon(Icon::Check).small()
}

/// A plan in a list, which can be said to be done where the reader `acts`.
pub fn plan_line(look: &Look, planned: &Planned, line: Line, acts: bool) -> Line {
    let plan = &planned.plan;
    let mut line = line.href(format!("/upkeep/{}", plan.body.id));
    if acts {
        line = line.end(done_button(look, plan));
    }
    if planned.standing == Standing::Overdue {
        line.urgent()
    } else {
        line
    }
}

/// A job in a list: what, when, by whom and for how much.
pub fn job_line(look: &Look, job: &Job) -> Line {
    let icon = match job.details.work {
        Work::Care => Icon::Check,
        Work::Repair => Icon::Tool,
        Work::Improvement => Icon::Star,
    };
    Line::icon(icon, job.details.what.as_str())
        .href(format!("/jobs/{}", job.id))
        .text(done(look, &job.details))
}

/// The button that says that a thing is back.
pub fn back_button(look: &Look, loan: &Row<Loan>) -> Button {
    Button::post(
        look.text("loans-give-back"),
        format!("/loans/{}/back", loan.body.id),
    )
    .with("revision", loan.revision.get().to_string())
    .icon(Icon::Undo)
    .small()
}

/// What each year came to.
pub fn years<'a>(look: &'a Look, years: &[Year]) -> Table<'a> {
    let line = |year: &Year| TableLine {
        pick: None,
        cells: vec![
            html! { (year.year) },
            html! { (look.count("upkeep-times", year.jobs)) },
            html! { (look.lang.sums(&year.cost)) },
        ],
    };
    Table {
        look,
        caption: look.text("upkeep-cost"),
        columns: vec![
            Column::new(look.text("upkeep-year")),
            Column::new(look.text("upkeep-jobs")).number(),
            Column::new(look.text("jobs-cost")).number(),
        ],
        lines: years.iter().map(line).collect(),
    }
}

//! When a person wants to hear of things: how long ahead, on which days, at what time, and when not.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use super::{Forms, Given, HERE, refused};
use crate::{
    access::Editor,
    actions::reminders::{self, Wishes},
    app::App,
    domain::{
        invalid::Invalid,
        reminder::{Lead, Occasion},
        reminding::{Minute, Quiet},
    },
    error::Result,
    http::{Done, Form, Problem, Visit},
    ui::form::{Choice, Control, Field, Form as Fields},
};

/// The keys of the days of the week, from Monday.
const DAYS: [&str; 7] = [
    "reminders-monday",
    "reminders-tuesday",
    "reminders-wednesday",
    "reminders-thursday",
    "reminders-friday",
    "reminders-saturday",
    "reminders-sunday",
];

impl Forms<'_> {
    pub(super) fn wishes(&self) -> Markup {
        let look = self.look;
        let leads = Occasion::ALL.map(|occasion| self.lead(occasion));
        let days = DAYS.iter().enumerate();
        let mut week = vec![Choice::new("", look.text("reminders-daily"))];
        week.extend(days.map(|(day, key)| Choice::new(day.to_string(), look.text(key))));
        let weekday = self.reminding.weekday.map(|day| day.to_string());
        let weekday = weekday.unwrap_or_default();
        let at = self.reminding.at.to_string();
        let quiet = self.reminding.quiet;
        let quiet = |of: fn(Quiet) -> Minute| quiet.map(of).map(|at| at.to_string());
        let fields = html! {
            @for lead in &leads { (lead) }
            (self.field("weekday", "reminders-weekday", Control::Select(week), weekday).half())
            (self.field("at", "reminders-at", Control::Text, at).hint(look.text("reminders-at-hint")).half())
            (self.field("quiet_from", "reminders-quiet-from", Control::Text, quiet(|quiet| quiet.from).unwrap_or_default()).half())
            (self.field("quiet_until", "reminders-quiet-until", Control::Text, quiet(|quiet| quiet.until).unwrap_or_default())
                .hint(look.text("reminders-quiet-hint")).half())
        };
        Fields::new(look, HERE, fields)
            .refused(&self.shown.invalid)
            .render()
    }

    fn lead(&self, occasion: Occasion) -> Field {
        let look = self.look;
        let kept = self.reminding.lead(occasion).days();
        let mut offered = Lead::OFFERED.to_vec();
        offered.extend(kept.filter(|kept| !Lead::OFFERED.contains(kept)));
        offered.sort_unstable();
        let mut choices = vec![Choice::new("", look.text("reminders-never"))];
        choices.extend(offered.into_iter().map(|days| {
            let words = look.count("reminders-ahead", usize::from(days));
            Choice::new(days.to_string(), words)
        }));
        let kept = kept.map(|days| days.to_string()).unwrap_or_default();
        let name = format!("lead_{}", occasion.key());
        self.field(
            &name,
            occasion_text(occasion),
            Control::Select(choices),
            kept,
        )
    }
}

const fn occasion_text(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::RightEnds => "reminders-right",
        Occasion::WarrantyEnds => "reminders-warranty",
        Occasion::UpkeepDue => "reminders-upkeep",
        Occasion::LoanDue => "reminders-loan",
        Occasion::ReceiptMayGo => "reminders-receipt",
        Occasion::ValueOld => "reminders-value",
        Occasion::PolicyRenews => "reminders-policy",
        Occasion::RoundDue => "reminders-round",
    }
}

pub(in crate::web::settings) async fn save(
    State(app): State<Arc<App>>,
    editor: Editor,
    visit: Visit,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    let wishes = read(&given);
    let who = editor.clone();
    let saved = match wishes {
        Ok(wishes) => {
            app.change(move |store| reminders::wish(store, &who, wishes))
                .await
        }
        Err(invalid) => Err(invalid.into()),
    };
    match saved {
        Ok(()) => {
            app.recount_reminders(editor.viewer()).await?;
            Ok(Done::new(&app, "reminder-wish", HERE).into_response())
        }
        Err(error) => Ok(refused(&app, &editor, &visit, given, error)?),
    }
}

/// What the form says of when somebody wants to hear of things.
fn read(given: &Given) -> Result<Wishes, Invalid> {
    let mut invalid = Invalid::default();
    let held = |name: &str| given.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut leads = Vec::new();
    for (occasion, name) in Occasion::ALL.into_iter().zip(LEADS) {
        let lead = match held(name) {
            "" => Some(Lead::NEVER),
            days => days.parse().ok().and_then(Lead::of_days),
        };
        match lead {
            Some(lead) => leads.push((occasion, lead)),
            None => invalid.push(name, "error-form"),
        }
    }
    let weekday = match held("weekday") {
        "" => None,
        day => day.parse().map_or_else(
            |_| {
                invalid.push("weekday", "error-form");
                None
            },
            Some,
        ),
    };
    let mut minute = |name: &'static str| {
        let minute = Minute::read(held(name));
        if minute.is_none() {
            invalid.push(name, "error-time");
        }
        minute.unwrap_or(Minute::USUAL)
    };
    let at = minute("at");
    let quiet = match (held("quiet_from"), held("quiet_until")) {
        ("", "") => None,
        _ => Some(Quiet {
            from: minute("quiet_from"),
            until: minute("quiet_until"),
        }),
    };
    if quiet.is_some_and(|quiet| quiet.from == quiet.until) && invalid.get("quiet_from").is_none() {
        invalid.push("quiet_until", "error-quiet-hours");
    }
    invalid.or(Wishes {
        leads,
        at,
        weekday,
        quiet,
    })
}

/// The fields of the lead times, in the order of their occasions.
const LEADS: [&str; Occasion::ALL.len()] = [
    "lead_right",
    "lead_warranty",
    "lead_upkeep",
    "lead_loan",
    "lead_receipt",
    "lead_value",
    "lead_policy",
    "lead_round",
];

//! The five questions that a burglary asks, each with its answer, its share and a next step.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Said;
use crate::{
    domain::{
        query::{ItemQuery, Sort, SortBy},
        readiness::PerMille,
    },
    ui::{
        button::Button,
        gauge::Gauge,
        icon::Icon,
        look::{Look, Section},
    },
};

/// Where a policy is entered.
const POLICY: &str = "/insurance";

/// Where a list of all there is is made.
const LIST: &str = "/reports/new?kind=inventory";

/// A question, and what can be said to it today.
struct Question {
    asked: &'static str,
    share: PerMille,
    answer: String,
    step: Button,
}

/// All five, in the order in which they are asked.
pub(super) fn all(said: &Said, today: Date) -> Markup {
    let questions = [
        know(said),
        kept(said),
        policy(said),
        list(said, today),
        control(said),
    ];
    html! { @for question in questions { (card(said.look, &question)) } }
}

fn card(look: &Look, question: &Question) -> Markup {
    let asked = look.text(question.asked);
    html! {
        section.insight {
            h2 { (asked) }
            (Gauge::new(look, asked, question.share))
            p { (question.answer) }
            div.row { (question.step) }
        }
    }
}

fn know(said: &Said) -> Question {
    let shares = &said.ready.readiness.shares;
    let told = [("recognised", shares.recognised), ("value", shares.value)];
    Question {
        asked: "ready-know",
        share: shares.know,
        answer: said.shares("ready-know-answer", told),
        step: Button::link(
            said.look.text("ready-know-step"),
            things(&ItemQuery::default()),
        )
        .icon(Icon::Box),
    }
}

fn kept(said: &Said) -> Question {
    let shares = &said.ready.readiness.shares;
    let told = [("photo", shares.photo), ("proof", shares.proof)];
    let bare = ItemQuery::default().with_photo(Some(false));
    // Where all is in pictures, papers are what is left to add.
    let (step, href, icon) = if shares.photo == PerMille::ALL {
        let new = "/receipts/new".to_owned();
        ("ready-kept-proof", new, Icon::Receipt)
    } else {
        ("ready-kept-step", things(&bare), Icon::Camera)
    };
    Question {
        asked: "ready-kept",
        share: shares.kept,
        answer: said.shares("ready-kept-answer", told),
        step: Button::link(said.look.text(step), href).icon(icon),
    }
}

fn policy(said: &Said) -> Question {
    let policies = said.ready.besides.policies;
    let (answer, step) = if policies == 0 {
        (said.look.text("ready-policy-none"), "ready-policy-enter")
    } else {
        let answer = said.look.count("ready-policy-answer", policies);
        (answer, "ready-policy-step")
    };
    Question {
        asked: "ready-policy",
        share: said.ready.readiness.shares.policy,
        answer,
        step: Button::link(said.look.text(step), POLICY).icon(Icon::Shield),
    }
}

fn list(said: &Said, today: Date) -> Question {
    let look = said.look;
    let share = said.ready.readiness.shares.list;
    let answer = match &said.ready.list {
        None => look.text("ready-list-none"),
        Some(list) => {
            let days = list.day.until(today).map_or(0, |span| span.get_days());
            let days = usize::try_from(days).unwrap_or_default();
            let made = look.text_with("ready-list-answer", "day", &look.lang.day(list.day));
            let age = look.count("ready-list-age", days);
            let holds = said.shares("ready-list-holds", [("share", share)]);
            format!("{made} {age} {holds}")
        }
    };
    Question {
        asked: "ready-list",
        share,
        answer,
        step: Button::link(look.text("ready-list-step"), LIST).icon(Icon::Document),
    }
}

fn control(said: &Said) -> Question {
    let look = said.look;
    let shares = &said.ready.readiness.shares;
    let backup = look.text(if said.ready.besides.backup {
        "ready-control-backup"
    } else {
        "ready-control-alone"
    });
    let marked = said.shares("ready-control-answer", [("identifier", shares.identifier)]);
    Question {
        asked: "ready-control",
        share: shares.control,
        answer: format!("{backup} {marked}"),
        step: Button::link(look.text("ready-control-step"), "#first").icon(Icon::Tag),
    }
}

/// The list of these things, the dearest first.
fn things(query: &ItemQuery) -> String {
    let dearest = Sort {
        by: SortBy::Value,
        descending: true,
    };
    let query = query.clone().with_sort(Some(dearest));
    format!("{}?{}", Section::Things.href(), query.to_query_string())
}

//! The rights that a thing's purchase gives: a bar for each, until when, and who has to prove what.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::{
    actions::rights::Bought,
    domain::rules::{Burden, Purpose, Right},
    ui::look::Look,
    web::page::labels,
};

/// The rights that hold on a day, and those that have run out; nothing where there never were any.
pub(super) fn section(look: &Look, bought: &Bought, today: Date) -> Option<Markup> {
    let mut rights = bought.rights();
    // That one could have changed one's mind is of no use to anybody later.
    rights.retain(|right| right.rule.purpose != Purpose::Withdrawal || right.holds_on(today));
    if rights.is_empty() {
        return None;
    }
    Some(html! {
        section.section {
            h2 { (look.text("rights-title")) }
            ul.rights { @for right in &rights { (row(look, right, today)) } }
            @if !bought.is_exact { p.quiet { (look.text("rights-vague")) } }
        }
    })
}

fn row(look: &Look, right: &Right, today: Date) -> Markup {
    let rule = right.rule;
    let name = rule.name(look.lang);
    html! {
        li.right.is-over[!right.holds_on(today)] {
            p.right-head { strong { (name) } span { (end(look, right, today)) } }
            @if let Some(until) = right.until {
                progress max=(days(right.from, until)) value=(days(right.from, today.min(until))) aria-label=(name) {}
            }
            @for sentence in sentences(look, right, today) { p { (sentence) } }
            p.quiet lang=(rule.country.lang()) { (rule.source) }
        }
    }
}

/// "3 december 2029", or why there is no such day.
fn end(look: &Look, right: &Right, today: Date) -> String {
    match (right.until, right.open()) {
        (Some(until), _) if until < today => {
            look.text_with("rights-over", "day", &look.lang.day(until))
        }
        (Some(until), _) => look.text_with("receipts-until", "day", &look.lang.day(until)),
        (None, Some(open)) => look.text(labels::open(open)),
        (None, None) => String::new(),
    }
}

fn sentences(look: &Look, right: &Right, today: Date) -> Vec<String> {
    let mut told = Vec::new();
    match (right.burden_on(today), right.seller_proves_until) {
        (Some(Burden::Seller), Some(until)) => {
            told.push(look.text_with("rights-seller", "day", &look.lang.day(until)));
        }
        (Some(Burden::Buyer), _) => told.push(look.text("rights-buyer")),
        _ => {}
    }
    if right.holds_on(today) {
        let notice = right.rule.notice.map(|notice| look.lang.length(notice));
        told.extend(notice.map(|length| look.text_with("rights-notice", "length", &length)));
        if right.rule.purpose == Purpose::Withdrawal {
            told.push(look.text("rights-distance"));
        }
    }
    told.extend(right.rule.note(look.lang).map(str::to_owned));
    told
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days()).max(0)
}

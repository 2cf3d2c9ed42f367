//! What reminders say, in messages and on pages.

use jiff::civil::Date;

use crate::{
    access::cue_link,
    actions::reminders::{About, Found},
    domain::{
        lang::Lang,
        person::PersonId,
        reminder::{Answer, Occasion},
    },
    notify::{
        message::{Action, Line, Message, Press},
        web_address::WebAddress,
    },
};

/// How many reminders a message tells one by one: a longer one nobody reads.
const LINES: usize = 20;

/// What a message needs for its links.
pub(super) struct Links {
    /// Where the pages are.
    pub(super) base: Option<WebAddress>,
    /// Whose the links are.
    pub(super) person: PersonId,
    /// What they are signed with.
    pub(super) key: [u8; 32],
    /// The day on which they are written.
    pub(super) today: Date,
}

impl Links {
    fn page(&self, path: &str) -> Option<WebAddress> {
        Some(self.base.as_ref()?.beneath(path))
    }

    fn of(&self, found: &Found) -> Option<WebAddress> {
        let link = cue_link::write(&self.key, self.person, &found.reminder, self.today);
        self.page(&format!("answers/{link}"))
    }

    fn answer(&self, found: &Found, answer: Answer) -> Option<WebAddress> {
        let link = cue_link::write(&self.key, self.person, &found.reminder, self.today);
        self.page(&format!("answers/{link}/{}", answer.key()))
    }
}

/// What a reminder says.
#[must_use]
pub fn sentence(lang: Lang, found: &Found, today: Date) -> String {
    let on = found.reminder.on;
    let key = match found.reminder.cue.occasion {
        Occasion::RightEnds if on == today => "reminder-right-today",
        Occasion::RightEnds => "reminder-right",
        Occasion::WarrantyEnds if found.what.is_empty() => "reminder-warranty",
        Occasion::WarrantyEnds => "reminder-warranty-of",
        Occasion::UpkeepDue if on < today => "reminder-upkeep-overdue",
        Occasion::UpkeepDue => "reminder-upkeep",
        Occasion::LoanDue if on < today => "reminder-loan-late",
        Occasion::LoanDue => "reminder-loan",
        Occasion::ReceiptMayGo => "reminder-receipt",
        Occasion::ValueOld => "reminder-value",
        Occasion::PolicyRenews if on == today => "reminder-policy-today",
        Occasion::PolicyRenews => "reminder-policy",
        Occasion::RoundDue => "reminder-round",
    };
    let name = if found.name.is_empty() {
        lang.text("reminder-nameless")
    } else {
        found.name.clone()
    };
    let what = found.what.clone();
    lang.text_with(
        key,
        &[
            ("name", name.into()),
            ("what", what.into()),
            ("day", lang.day(on).into()),
        ],
    )
}

/// The page that a reminder is about, from the root.
#[must_use]
pub fn page(about: About) -> String {
    match about {
        About::Item(item) => format!("/items/{item}"),
        About::Warranty(warranty) => format!("/warranties/{warranty}"),
        About::Plan(plan) => format!("/upkeep/{plan}"),
        About::Loan(loan) => format!("/loans/{loan}"),
        About::Receipt(receipt) => format!("/receipts/{receipt}"),
        About::Policy(policy) => format!("/insurance/{policy}"),
        About::Round(_) => "/rounds".to_owned(),
    }
}

/// One message of all that is to be told.
pub(super) fn digest(lang: Lang, links: &Links, found: &[Found]) -> Message {
    let today = links.today;
    let one = if let [one] = found { Some(one) } else { None };
    let title = match one {
        Some(one) => sentence(lang, one, today),
        None => count(lang, "reminder-title", found.len()),
    };
    let mut told: Vec<Line> = found
        .iter()
        .take(LINES)
        .map(|found| Line {
            text: sentence(lang, found, today),
            link: links.of(found),
        })
        .collect();
    if found.len() > LINES {
        told.push(Line {
            text: count(lang, "reminder-more", found.len() - LINES),
            link: links.page("reminders"),
        });
    }
    let action = |label: &str, link, press| {
        let label = lang.text(label);
        Some(Action {
            label,
            link: link?,
            press,
        })
    };
    let actions = match one {
        Some(one) => vec![
            action(
                "reminder-done",
                links.answer(one, Answer::Done),
                Press::Posts,
            ),
            action(
                "reminder-later",
                links.answer(one, Answer::Later),
                Press::Posts,
            ),
            action(
                "reminder-mute",
                links.answer(one, Answer::Mute),
                Press::Posts,
            ),
        ],
        None => vec![action(
            "reminder-all",
            links.page("reminders"),
            Press::Opens,
        )],
    };
    Message {
        lang,
        title,
        lines: told,
        actions: actions.into_iter().flatten().collect(),
        page: one.map_or_else(|| links.page("reminders"), |one| links.of(one)),
        unsubscribe: None,
    }
}

/// A message that says how a reminder will look.
pub(super) fn specimen(lang: Lang, base: Option<&WebAddress>) -> Message {
    let page = base.map(|base| base.beneath("settings/reminders"));
    Message {
        lang,
        title: lang.text("reminder-test"),
        lines: vec![Line {
            text: lang.text("reminder-test-text"),
            link: page.clone(),
        }],
        actions: Vec::new(),
        page,
        unsubscribe: None,
    }
}

fn count(lang: Lang, key: &str, count: usize) -> String {
    lang.text_with(key, &[("count", count.into())])
}

//! When the rooms were last walked, and the way to walk them again.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Said;
use crate::{
    domain::round::Round,
    ui::{button::Button, icon::Icon},
    web::page::rounds,
};

/// The inventory round that goes on, or the last one, with the way to the next.
pub(super) fn card(said: &Said, today: Date, manages: bool) -> Markup {
    let look = said.look;
    let round = said.ready.round.as_deref();
    let told = match round {
        None => look.text("rounds-ready-never"),
        Some(round) => match round.ended {
            None => look.text_with("rounds-ready-open", "name", &rounds::name(look, round)),
            Some(ended) => look.text_with("rounds-ready-last", "day", &look.lang.day(ended.on)),
        },
    };
    let is_due = |round: &Round| round.next().is_some_and(|next| next <= today);
    let step = match round {
        Some(round) if round.is_open() => Some(("rounds-go-on", format!("/rounds/{}", round.id))),
        _ if manages => Some(("rounds-begin", "/rounds/new".to_owned())),
        _ => None,
    };
    let all = Button::link(look.text("rounds-all"), "/rounds").bare();
    html! {
        section.section #round {
            h2 { (look.text("rounds-title")) }
            p { (told) @if round.is_some_and(is_due) { " " (look.text("rounds-ready-due")) } }
            div.row {
                @if let Some((key, href)) = step { (Button::link(look.text(key), href).icon(Icon::Round)) }
                (all)
            }
        }
    }
}

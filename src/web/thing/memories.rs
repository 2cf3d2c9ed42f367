//! What a thing's page tells of its memories: how dear it is, from whom it was inherited, its stories, and whom it is meant for.

use maud::{Markup, PreEscaped, html};

use super::around::Around;
use crate::{
    actions::{belongings::seen_of_item, memories},
    domain::{bequest::Bequest, item::Affection, memory::Memory},
    error::Result,
    store::Row,
    ui::{
        button::Button,
        icon::Icon,
        list::{List, Row as Line},
    },
    web::page::{
        labels,
        memories::{Among, bequest_line, hearts, inherited, story, when_and_where},
    },
};

/// How many stories the page tells in full.
const STORIES: usize = 3;

/// The memories of a thing, as somebody sees it.
pub(super) struct Remembered<'a> {
    /// Which thing, and through whose eyes.
    pub(super) seen: Around<'a>,
    /// Whether the reader may change the thing.
    pub(super) changes: bool,
    /// Whether they may tell something.
    pub(super) adds: bool,
}

impl Remembered<'_> {
    /// Nothing where there is nothing to tell, and nobody who could.
    pub(super) fn section(&self) -> Result<Markup> {
        if self.seen.item.is_template() {
            return Ok(PreEscaped(String::new()));
        }
        let look = self.seen.look;
        let memories = memories::of_item(self.seen.rows, self.seen.item.id)?;
        let bequests =
            seen_of_item::<Bequest>(self.seen.rows, self.seen.viewer, self.seen.item.id)?;
        let affection = self.seen.item.details.affection;
        let none = memories.is_empty() && bequests.is_empty() && affection.is_none();
        if none && !self.adds {
            return Ok(PreEscaped(String::new()));
        }
        let (first, rest) = memories.split_at(memories.len().min(STORIES));
        let mut meant = Vec::with_capacity(bequests.len());
        for bequest in &bequests {
            meant.push(bequest_line(
                look,
                self.seen.rows,
                self.seen.viewer,
                bequest,
            )?);
        }
        let act = |act: &str| format!("/items/{}/{act}", self.seen.item.id);
        Ok(html! {
            section.section.only-full[none] #memories {
                div.section-head {
                    h2 { (look.text("memories-title")) }
                    a href=(act("life")) { (look.text("memories-life")) }
                }
                @if self.changes {
                    (self.feeling(affection))
                } @else if let Some(affection) = affection {
                    p.row { (hearts(look, affection)) }
                }
                @if let Some(inherited) = inherited(look, &self.seen.item.details.acquired) { p { (inherited) } }
                @for memory in first { (story(look, self.seen.rows, memory, Among::Stories)?) }
                @if !rest.is_empty() {
                    details.more-ticks {
                        summary { (look.count("memories-more", rest.len())) (Icon::Down) }
                        (self.lines(rest))
                    }
                }
                @if !meant.is_empty() { (List(meant)) }
                @if self.adds {
                    div.row {
                        (Button::link(look.text("memories-tell"), act("memories/new")).icon(Icon::Plus).small())
                        (Button::link(look.text("bequests-say"), act("bequests/new")).small().bare())
                    }
                }
            }
        })
    }

    /// One press says how dear it is, and one more that nobody says so any longer.
    fn feeling(&self, present: Option<Affection>) -> Markup {
        let look = self.seen.look;
        html! {
            form.feeling method="post" action={ "/items/" (self.seen.item.id) "/affection" } {
                fieldset {
                    legend { (look.text("memories-how-dear")) }
                    div.row {
                        @for affection in Affection::ALL {
                            @let pressed = present == Some(affection);
                            button.button.is-small type="submit" name="affection" aria-pressed=(pressed)
                                value=(if pressed { "" } else { affection.key() }) {
                                (Icon::Heart) span { (look.text(labels::affection(affection))) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn lines(&self, memories: &[Row<Memory>]) -> List {
        let line = |memory: &Row<Memory>| {
            Line::icon(Icon::Heart, memory.details.title.as_str())
                .href(format!("/memories/{}", memory.body.id))
                .text(when_and_where(self.seen.look, &memory.details))
        };
        List(memories.iter().map(line).collect())
    }
}

//! History: who changed what and when, with the way back.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, photo::Photo};

/// One field before and after.
#[derive(Clone, Debug)]
pub struct Change {
    /// The field, in the reader's words.
    pub label: String,
    /// What it said; nothing when it was empty.
    pub before: Option<String>,
    /// What it says; nothing when it became empty.
    pub after: Option<String>,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Event {
    /// When, for machines (RFC 3339).
    pub instant: String,
    /// When, for the reader.
    pub when: String,
    /// Who did what: "Maria flyttade kajaken".
    pub what: String,
    /// The fields that changed.
    pub changes: Vec<Change>,
    /// The photos that it was about.
    pub photos: Vec<Photo>,
    /// Puts things back as they were.
    pub restore: Option<Button>,
}

/// Entries, latest first.
#[derive(Clone, Debug)]
pub struct Timeline(pub Vec<Event>);

impl Render for Timeline {
    fn render(&self) -> Markup {
        html! {
            ol.timeline {
                @for event in &self.0 {
                    li {
                        p.timeline-what { (event.what) }
                        time.quiet datetime=(event.instant) { (event.when) }
                        @if !event.changes.is_empty() {
                            dl.timeline-changes {
                                @for change in &event.changes {
                                    dt { (change.label) }
                                    dd {
                                        @if let Some(before) = &change.before { del { (before) } }
                                        @if let Some(after) = &change.after { ins { (after) } }
                                    }
                                }
                            }
                        }
                        @if !event.photos.is_empty() {
                            div.timeline-photos { @for photo in &event.photos { (photo.picture("", "3rem", false)) } }
                        }
                        @if let Some(restore) = &event.restore { (restore) }
                    }
                }
            }
        }
    }
}

//! Something proposed: a tick, what it says, how sure that is, and where it stands.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, look::Look};

/// What is surer than this is ticked before anybody looks.
const SURE: f32 = 0.5;

/// One proposal of a form: ticked, the form says `name=value`.
#[derive(Clone, Debug)]
pub struct Proposed<'a> {
    look: &'a Look,
    name: String,
    value: String,
    says: String,
    label: Option<String>,
    more: Option<String>,
    end: Option<String>,
    place: Markup,
    ticked: bool,
    confidence: f32,
}

impl<'a> Proposed<'a> {
    /// What the form would say, and the same for people. `place` shows where it stands.
    pub fn new(
        look: &'a Look,
        name: impl Into<String>,
        value: impl Into<String>,
        says: impl Into<String>,
        confidence: f32,
        place: Markup,
    ) -> Self {
        Self {
            look,
            name: name.into(),
            value: value.into(),
            says: says.into(),
            label: None,
            more: None,
            end: None,
            place,
            ticked: confidence >= SURE,
            confidence,
        }
    }

    /// What it is.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// What else there is to say, beneath it.
    #[must_use]
    pub fn more(mut self, more: impl Into<String>) -> Self {
        self.more = Some(more.into());
        self
    }

    /// An amount at its end.
    #[must_use]
    pub fn end(mut self, end: Option<String>) -> Self {
        self.end = end;
        self
    }

    /// Not ticked, however sure it is: it does more than fill something in.
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.ticked = false;
        self
    }
}

impl Render for Proposed<'_> {
    fn render(&self) -> Markup {
        html! {
            label.tick.proposed {
                input type="checkbox" name=(self.name) value=(self.value) checked[self.ticked];
                span.proposed-says {
                    @if let Some(label) = &self.label { span.quiet { (label) } }
                    strong { (self.says) }
                    @if let Some(more) = &self.more { span.quiet { (more) } }
                    @if self.confidence < SURE {
                        span.badge.is-unsure { (Icon::Warning) (self.look.text("ui-unsure")) }
                    }
                }
                @if let Some(end) = &self.end { span.number { (end) } }
                (self.place)
            }
        }
    }
}

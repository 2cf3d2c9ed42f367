//! What an empty page says: what belongs there, and the first step.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, icon::Icon};

/// An empty list, shelf or bin.
#[derive(Clone, Debug)]
pub struct Empty {
    icon: Icon,
    title: String,
    text: Option<String>,
    steps: Vec<Button>,
}

impl Empty {
    /// Says what belongs here.
    pub fn new(icon: Icon, title: impl Into<String>) -> Self {
        Self {
            icon,
            title: title.into(),
            text: None,
            steps: Vec::new(),
        }
    }

    /// One sentence more.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// A way to begin; the first is the main one.
    #[must_use]
    pub fn step(mut self, step: Button) -> Self {
        self.steps.push(step);
        self
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                div.empty-drawing { (self.icon) }
                h2 { (self.title) }
                @if let Some(text) = &self.text { p { (text) } }
                @if !self.steps.is_empty() { div.row { @for step in &self.steps { (step) } } }
            }
        }
    }
}

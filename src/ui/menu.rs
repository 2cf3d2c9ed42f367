//! A button that opens a short list of things to do; a disclosure, so that it works without a script.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, icon::Icon};

/// A menu; rows are bare buttons.
#[derive(Clone, Debug)]
pub struct Menu {
    label: String,
    icon: Icon,
    words: bool,
    rows: Vec<Markup>,
}

impl Menu {
    /// A menu behind three dots, with what a screen reader calls it.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            icon: Icon::More,
            words: false,
            rows: Vec::new(),
        }
    }

    /// Another drawing on the button, and the label beside it.
    #[must_use]
    pub const fn named(mut self, icon: Icon) -> Self {
        self.icon = icon;
        self.words = true;
        self
    }

    /// One row.
    #[must_use]
    pub fn row(mut self, button: Button) -> Self {
        self.rows.push(button.bare().render());
        self
    }

    /// A part of its own, such as a small form.
    #[must_use]
    pub fn part(mut self, part: Markup) -> Self {
        self.rows.push(part);
        self
    }

    /// A row that removes something, set apart from the others.
    #[must_use]
    pub fn last(mut self, button: Button) -> Self {
        self.rows.push(html! { hr; (button.danger()) });
        self
    }
}

impl Render for Menu {
    fn render(&self) -> Markup {
        let title = (!self.words).then_some(&self.label);
        html! {
            details.menu name="menu" {
                summary.button.is-alone[!self.words].is-bare[!self.words] title=[title] aria-label=(self.label) {
                    (self.icon)
                    span.unseen[!self.words] { (self.label) }
                }
                div.menu-list { @for row in &self.rows { (row) } }
            }
        }
    }
}

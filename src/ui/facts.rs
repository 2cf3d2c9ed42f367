//! What is known about a thing: labels and values, the unknown left out.

use maud::{Markup, Render, html};

/// A list of labels and values.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    title: Option<String>,
    rows: Vec<(String, Markup)>,
}

impl Facts {
    /// No facts yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A heading over them.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// One fact.
    #[must_use]
    pub fn fact(mut self, label: impl Into<String>, value: impl Render) -> Self {
        self.rows.push((label.into(), value.render()));
        self
    }

    /// One fact, if it is known.
    #[must_use]
    pub fn known(self, label: impl Into<String>, value: Option<impl Render>) -> Self {
        match value {
            Some(value) => self.fact(label, value),
            None => self,
        }
    }
}

impl Render for Facts {
    fn render(&self) -> Markup {
        html! {
            @if !self.rows.is_empty() {
                section.facts {
                    @if let Some(title) = &self.title { h2 { (title) } }
                    dl { @for (label, value) in &self.rows { div { dt { (label) } dd { (value) } } } }
                }
            }
        }
    }
}

//! The path of places down to where one is.

use maud::{Markup, Render, html};

/// Links from the home down, outermost first.
#[derive(Clone, Debug)]
pub struct Breadcrumb {
    label: String,
    steps: Vec<(String, String)>,
}

impl Breadcrumb {
    /// An empty path, with what a screen reader calls it.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            steps: Vec::new(),
        }
    }

    /// One step further in.
    #[must_use]
    pub fn step(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.steps.push((label.into(), href.into()));
        self
    }
}

impl Render for Breadcrumb {
    fn render(&self) -> Markup {
        html! {
            nav.breadcrumb aria-label=(self.label) {
                ol { @for (label, href) in &self.steps { li { a href=(href) { (label) } } } }
            }
        }
    }
}

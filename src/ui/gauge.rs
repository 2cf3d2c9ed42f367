//! Gauges: a share of a whole, as a number and as a bar.

use maud::{Markup, Render, html};

use crate::{domain::readiness::PerMille, ui::look::Look};

/// How much of a whole there is.
#[derive(Clone, Debug)]
pub struct Gauge {
    share: PerMille,
    label: String,
    said: String,
    large: bool,
}

impl Gauge {
    /// A share; the label says of what, to whoever hears the page.
    pub fn new(look: &Look, label: impl Into<String>, share: PerMille) -> Self {
        Self {
            share,
            label: label.into(),
            said: look.lang.percent(share),
            large: false,
        }
    }

    /// The one that a page is about.
    #[must_use]
    pub const fn large(mut self) -> Self {
        self.large = true;
        self
    }
}

impl Render for Gauge {
    fn render(&self) -> Markup {
        html! {
            div.gauge.is-large[self.large] {
                span.gauge-number { (self.said) }
                meter min="0" max="100" value=(self.share.percent()) aria-label=(self.label) { (self.said) }
            }
        }
    }
}

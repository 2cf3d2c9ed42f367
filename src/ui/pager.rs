//! The way to the rest of a long list.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, icon::Icon, look::Look};

/// How much of a list is shown, and links to what comes before and after.
#[derive(Clone, Debug)]
pub struct Pager<'a> {
    look: &'a Look,
    skipped: u64,
    shown: u64,
    total: u64,
    before: Option<String>,
    after: Option<String>,
}

impl<'a> Pager<'a> {
    /// After so many, so many of so many are shown.
    pub const fn new(look: &'a Look, skipped: u64, shown: u64, total: u64) -> Self {
        Self {
            look,
            skipped,
            shown,
            total,
            before: None,
            after: None,
        }
    }

    /// The address of what comes before, if anything does.
    #[must_use]
    pub fn before(mut self, href: Option<String>) -> Self {
        self.before = href;
        self
    }

    /// The address of what comes after, if anything does.
    #[must_use]
    pub fn after(mut self, href: Option<String>) -> Self {
        self.after = href;
        self
    }
}

impl Render for Pager<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let number = |number| look.lang.number(number).into();
        let part = look.lang.text_with(
            "ui-pager-part",
            &[
                ("from", number(self.skipped + 1)),
                ("to", number(self.skipped + self.shown)),
                ("total", number(self.total)),
            ],
        );
        html! {
            @if self.before.is_some() || self.after.is_some() {
                nav.pager aria-label=(look.text("ui-pager")) {
                    @if let Some(href) = &self.before { (Button::link(look.text("ui-pager-before"), href).icon(Icon::Previous)) }
                    p.number { (part) }
                    @if let Some(href) = &self.after { (Button::link(look.text("ui-pager-after"), href).icon(Icon::Next).class("is-onward")) }
                }
            }
        }
    }
}

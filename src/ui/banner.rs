//! Messages: a banner stays in the page, a toast tells what just happened and takes it back.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, icon::Icon, look::Look};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Notice,
    Warning,
    Error,
}

/// A message in the page, next to what it is about.
#[derive(Clone, Debug)]
pub struct Banner {
    tone: Tone,
    title: String,
    body: Option<Markup>,
}

impl Banner {
    fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self {
            tone,
            title: title.into(),
            body: None,
        }
    }

    /// Something worth knowing.
    pub fn notice(title: impl Into<String>) -> Self {
        Self::new(Tone::Notice, title)
    }

    /// Something that needs a decision.
    pub fn warning(title: impl Into<String>) -> Self {
        Self::new(Tone::Warning, title)
    }

    /// Something that did not work, and what to do about it; read out at once.
    pub fn error(title: impl Into<String>) -> Self {
        Self::new(Tone::Error, title)
    }

    /// What follows the first sentence: more text, a list, buttons.
    #[must_use]
    pub fn body(mut self, body: Markup) -> Self {
        self.body = Some(body);
        self
    }
}

impl Render for Banner {
    fn render(&self) -> Markup {
        let (class, icon) = match self.tone {
            Tone::Notice => ("is-notice", Icon::Info),
            Tone::Warning => ("is-warning", Icon::Warning),
            Tone::Error => ("is-error", Icon::Warning),
        };
        html! {
            div.banner.(class) role=[(self.tone == Tone::Error).then_some("alert")] {
                (icon)
                div.banner-text {
                    p.banner-title { (self.title) }
                    @if let Some(body) = &self.body { (body) }
                }
            }
        }
    }
}

/// What just happened, with the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    text: String,
    undo: Option<String>,
}

impl Toast {
    /// Says what happened: "Kajaken flyttades till Båthuset".
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            undo: None,
        }
    }

    /// The address that takes it back when posted to.
    #[must_use]
    pub fn undo(mut self, action: impl Into<String>) -> Self {
        self.undo = Some(action.into());
        self
    }

    /// The toast for this reader.
    #[must_use]
    pub fn markup(&self, look: &Look) -> Markup {
        html! {
            div.toast data-toast {
                p.toast-text { (self.text) }
                @if let Some(action) = &self.undo {
                    (Button::post(look.text("ui-undo"), action).small())
                }
                button.button.is-bare.is-small type="button" hidden data-dismiss aria-label=(look.text("ui-close")) { (Icon::Close) }
            }
        }
    }

    /// The toast beside a fragment: htmx puts it where toasts belong.
    #[must_use]
    pub fn beside(&self, look: &Look) -> Markup {
        html! {
            div #toasts hx-swap-oob="innerHTML" { (self.markup(look)) }
        }
    }
}

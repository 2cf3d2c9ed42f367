//! Photos and files on their way in: many at a time, or camera → name → saved.

use maud::{Markup, Render, html};

use crate::{
    domain::text::NAME,
    ui::{button::Button, icon::Icon, look::Look},
};

/// What a picture field accepts: what phones make, and whatever else the server can say a sentence about.
const PICTURES: &str = "image/*,.heic,.heif,.avif";

/// What a field for sound and films accepts.
const RECORDINGS: &str = "audio/*,video/*";

/// Several files at once. Without a script the form sends them together; with one, each goes by itself (`Accept:
/// application/json`: 2xx, or problem+json whose `detail` is shown), and then `refresh` is fetched anew.
#[derive(Clone, Debug)]
pub struct Upload<'a> {
    look: &'a Look,
    action: String,
    label: String,
    accept: &'static str,
    refresh: Option<&'static str>,
    /// How many bytes a recording made here may have; none where nothing is recorded.
    records: Option<u64>,
}

impl<'a> Upload<'a> {
    /// Photos, sent as `file`.
    pub fn photos(look: &'a Look, action: impl Into<String>) -> Self {
        Self {
            look,
            action: action.into(),
            label: look.text("ui-upload-photos"),
            accept: PICTURES,
            refresh: None,
            records: None,
        }
    }

    /// Documents of any kind, sent as `file`.
    pub fn documents(look: &'a Look, action: impl Into<String>) -> Self {
        Self {
            label: look.text("ui-upload-documents"),
            accept: "",
            ..Self::photos(look, action)
        }
    }

    /// Receipts, sent as `file`, each of which becomes one.
    pub fn receipts(look: &'a Look, action: impl Into<String>) -> Self {
        Self {
            label: look.text("ui-upload-receipts"),
            ..Self::documents(look, action)
        }
    }

    /// The pages of one receipt, sent as `file`.
    pub fn pages(look: &'a Look, action: impl Into<String>) -> Self {
        Self {
            label: look.text("ui-upload-pages"),
            ..Self::documents(look, action)
        }
    }

    /// Sound and films, sent as `file`: chosen, or recorded here where the browser can, of at most so many bytes.
    pub fn recordings(look: &'a Look, action: impl Into<String>, most: u64) -> Self {
        Self {
            label: look.text("ui-upload-recordings"),
            accept: RECORDINGS,
            records: Some(most),
            ..Self::photos(look, action)
        }
    }

    /// The part of this page (a CSS selector) that shows what was sent.
    #[must_use]
    pub const fn refresh(mut self, selector: &'static str) -> Self {
        self.refresh = Some(selector);
        self
    }
}

impl Render for Upload<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            form.drop method="post" action=(self.action) enctype="multipart/form-data" data-upload data-refresh=[self.refresh] {
                label.drop-target {
                    (Icon::Upload)
                    span.drop-label { (self.label) }
                    span.quiet.only-script { (look.text("ui-upload-drop")) }
                    input type="file" name="file" accept=(self.accept) multiple required;
                }
                @if let Some(most) = self.records { (recorder(look, most)) }
                (Button::submit(look.text("ui-upload-send")).icon(Icon::Upload).class("only-plain"))
                (queue(look))
            }
        }
    }
}

/// What records sound or a film, and gives it to the form that it stands in as if it had been chosen. A script shows it
/// where the browser can record.
fn recorder(look: &Look, most: u64) -> Markup {
    let record = |what: &str, icon: Icon, text: &str| {
        html! {
            button.button.is-small type="button" data-record=(what) { (icon) span { (look.text(text)) } }
        }
    };
    html! {
        div.recorder data-recorder data-most=(most) data-name-audio=(look.text("ui-record-audio-name"))
            data-name-video=(look.text("ui-record-video-name")) data-denied=(look.text("ui-record-denied")) hidden {
            div.row {
                (record("audio", Icon::Sound, "ui-record-audio"))
                (record("video", Icon::Camera, "ui-record-video"))
            }
            div.recorder-live data-live hidden {
                video data-preview muted playsinline hidden {}
                p.number role="timer" data-clock {}
                div.row {
                    button.button.is-primary type="button" data-stop { (Icon::Check) span { (look.text("ui-record-stop")) } }
                    button.button.is-bare type="button" data-discard { span { (look.text("ui-record-discard")) } }
                }
            }
            p.field-error data-problem role="alert" hidden {}
        }
    }
}

/// Camera → name → saved. Posts `file`, `name` and whatever `sticky` holds; without a name the photo waits in the
/// tray. The server answers like an upload, with `name` and `href` in the JSON; place and owner stay for the next.
#[derive(Clone, Debug)]
pub struct QuickAdd<'a> {
    /// Who adds.
    pub look: &'a Look,
    /// Where one thing is posted to.
    pub action: &'a str,
    /// Where many photos without names are posted to.
    pub tray: &'a str,
    /// The name that was typed before.
    pub name: &'a str,
    /// Fields that keep their value from one thing to the next: place, owner. They go with photos for the tray, too.
    pub sticky: Markup,
}

impl Render for QuickAdd<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            div.quick-add {
                form method="post" action=(self.action) enctype="multipart/form-data" data-quick-add {
                        label.quick-add-camera {
                        canvas width="640" height="480" hidden {}
                        (Icon::Camera)
                        span { (look.text("ui-quick-camera")) }
                        input type="file" name="file" accept=(PICTURES) capture="environment";
                    }
                    div.field {
                        label for="quick-name" { (look.text("ui-quick-name")) }
                        input.input #quick-name name="name" value=(self.name) maxlength=(NAME) autocomplete="off" enterkeyhint="done";
                    }
                    div.quick-add-sticky { (self.sticky) }
                    (Button::submit(look.text("ui-quick-save")).primary().icon(Icon::Check))
                    (queue(look))
                }
                form.quick-add-many method="post" action=(self.tray) enctype="multipart/form-data" data-upload
                    data-with=".quick-add-sticky [name]" {
                        label.button { (Icon::Photo) span { (look.text("ui-quick-many")) }
                        input.unseen type="file" name="file" accept=(PICTURES) multiple required; }
                    (Button::submit(look.text("ui-upload-send")).icon(Icon::Upload).class("only-plain"))
                    p.quiet { (look.text("ui-quick-many-hint")) }
                    (queue(look))
                }
            }
        }
    }
}

/// Where the scripts list what is on its way; every sentence they may need is here, in the reader's language.
fn queue(look: &Look) -> Markup {
    html! {
        ul.queue data-queue aria-live="polite" data-waiting=(look.text("ui-upload-waiting")) data-done=(look.text("ui-upload-done"))
            data-failed=(look.text("ui-upload-failed")) data-offline=(look.text("ui-upload-offline")) {}
        template data-row {
            li.queue-row {
                canvas width="96" height="96" {}
                div.queue-text { p.queue-name {} p.quiet data-state {} progress max="1" value="0" {} }
                button.button.is-small type="button" data-retry hidden { (look.text("ui-upload-retry")) }
            }
        }
    }
}

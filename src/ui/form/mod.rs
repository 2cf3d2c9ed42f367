//! Forms: the frame with its revision, and what every field has around it.

mod control;
mod upload;

use maud::{Markup, Render, html};

pub use control::{Choice, Control};
pub use upload::{QuickAdd, Upload};

use crate::{
    domain::lang::Lang,
    error::Invalid,
    ui::{banner::Banner, button::Button, look::Look},
};

/// A form that changes something.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    look: &'a Look,
    action: String,
    revision: Option<u64>,
    files: bool,
    refused: usize,
    id: Option<String>,
    save: String,
    cancel: Option<String>,
    body: Markup,
}

impl<'a> Form<'a> {
    /// A form that posts these fields.
    pub fn new(look: &'a Look, action: impl Into<String>, body: Markup) -> Self {
        Self {
            look,
            action: action.into(),
            revision: None,
            files: false,
            refused: 0,
            id: None,
            save: look.text("ui-save"),
            cancel: None,
            body,
        }
    }

    /// The revision that the person saw; a later one on the server is a conflict.
    #[must_use]
    pub const fn revision(mut self, revision: u64) -> Self {
        self.revision = Some(revision);
        self
    }

    /// Carries files: sent as multipart.
    #[must_use]
    pub const fn files(mut self) -> Self {
        self.files = true;
        self
    }

    /// Says above the fields that some could not be taken.
    #[must_use]
    pub fn refused(mut self, invalid: &Invalid) -> Self {
        self.refused = invalid.iter().count();
        self
    }

    /// The id that buttons elsewhere refer to.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What the button says, when not "save".
    #[must_use]
    pub fn save(mut self, label: impl Into<String>) -> Self {
        self.save = label.into();
        self
    }

    /// Where giving up leads.
    #[must_use]
    pub fn cancel(mut self, href: impl Into<String>) -> Self {
        self.cancel = Some(href.into());
        self
    }
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            form.form id=[self.id.as_ref()] method="post" action=(self.action) novalidate
                enctype=[self.files.then_some("multipart/form-data")] {
                @if let Some(revision) = self.revision { (Hidden("revision", &revision.to_string())) }
                @if self.refused > 0 { (Banner::error(look.count("ui-form-refused", self.refused))) }
                (self.body)
                div.form-end {
                    (Button::submit(self.save.as_str()).primary())
                    @if let Some(href) = &self.cancel { (Button::link(look.text("ui-cancel"), href).bare()) }
                }
            }
        }
    }
}

/// A field that nobody sees.
#[derive(Clone, Copy, Debug)]
pub struct Hidden<'a>(pub &'a str, pub &'a str);

impl Render for Hidden<'_> {
    fn render(&self) -> Markup {
        html! { input type="hidden" name=(self.0) value=(self.1); }
    }
}

/// Fields that belong together, under a heading; `open` ones are seen at once.
#[derive(Clone, Debug)]
pub struct Part {
    /// The heading.
    pub label: String,
    /// Whether they are seen before anybody asks.
    pub open: bool,
    /// The fields.
    pub fields: Markup,
}

impl Render for Part {
    fn render(&self) -> Markup {
        html! {
            details.form-part open[self.open] {
                summary { h2 { (self.label) } (crate::ui::icon::Icon::Down) }
                div.form-fields { (self.fields) }
            }
        }
    }
}

/// One field: label, control, hint, and what was wrong with what it held.
#[derive(Clone, Debug)]
pub struct Field {
    name: String,
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    value: String,
    autocomplete: Option<&'static str>,
    required: bool,
    focus: bool,
    half: bool,
    class: Option<&'static str>,
    control: Control,
}

impl Field {
    /// A field of this kind.
    pub fn new(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        let name = name.into();
        Self {
            id: format!("field-{name}"),
            name,
            label: label.into(),
            hint: None,
            error: None,
            value: String::new(),
            autocomplete: None,
            required: false,
            focus: false,
            half: false,
            class: None,
            control,
        }
    }

    /// A line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Control::Text)
    }

    /// What it holds: the text of a line, the chosen value, the amount, `1` for a ticked box.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// How to fill it in, when the label does not say.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What was wrong with what it held.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// What was wrong with what it held, looked up under its name.
    #[must_use]
    pub fn refused(self, lang: Lang, invalid: &Invalid) -> Self {
        let error = invalid.get(&self.name).map(|key| lang.text(key));
        self.error(error)
    }

    /// Must be filled in.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Has the cursor when the page opens.
    #[must_use]
    pub const fn focus(mut self) -> Self {
        self.focus = true;
        self
    }

    /// Shares its line with the next on a wide screen.
    #[must_use]
    pub const fn half(mut self) -> Self {
        self.half = true;
        self
    }

    /// One more class, by which styles hide what another field has no use for.
    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = Some(class);
        self
    }

    /// What the browser may fill in (an HTML `autocomplete` value).
    #[must_use]
    pub const fn autocomplete(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = Some(autocomplete);
        self
    }

    fn classes(&self) -> String {
        let mut classes = String::from("field");
        for (wanted, class) in [(self.error.is_some(), " is-wrong"), (self.half, " is-half")] {
            if wanted {
                classes.push_str(class);
            }
        }
        if let Some(class) = self.class {
            classes.push(' ');
            classes.push_str(class);
        }
        classes
    }

    /// The ids of hint and error, for `aria-describedby`.
    fn described(&self) -> Option<String> {
        let parts = [
            self.error.as_ref().map(|_| format!("{}-error", self.id)),
            self.hint.as_ref().map(|_| format!("{}-hint", self.id)),
        ];
        let ids = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!ids.is_empty()).then_some(ids)
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        let notes = html! {
            @if let Some(hint) = &self.hint { p.field-hint id={ (self.id) "-hint" } { (hint) } }
            @if let Some(error) = &self.error {
                p.field-error id={ (self.id) "-error" } { (crate::ui::icon::Icon::Warning) (error) }
            }
        };
        let wrong = self.error.is_some();
        match &self.control {
            Control::Check => html! {
                div.field.is-wrong[wrong].is-half[self.half] { (self.check()) (notes) }
            },
            Control::Radio(choices) => html! {
                fieldset.field.is-wrong[wrong].is-half[self.half] aria-describedby=[self.described()] {
                    legend { (self.label) }
                    (self.radios(choices))
                    (notes)
                }
            },
            _ => html! {
                div class=(self.classes()) {
                    label for=(self.id) { (self.label) }
                    (self.control())
                    (notes)
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_field_keeps_its_value_and_says_why() {
        let mut invalid = Invalid::default();
        invalid.push("name", "ui-save");
        let html = Field::text("name", "Namn")
            .value("Kajak & paddel")
            .hint("Kort")
            .refused(Lang::Sv, &invalid)
            .render()
            .into_string();
        assert!(html.contains("value=\"Kajak &amp; paddel\""));
        assert!(html.contains("aria-describedby=\"field-name-error field-name-hint\""));
        assert!(html.contains("aria-invalid=\"true\""));
        assert!(html.contains("id=\"field-name-error\""));
    }

    #[test]
    fn a_form_carries_the_revision_that_was_seen() {
        let look = Look::default();
        let html = Form::new(&look, "/items/1", html! {})
            .revision(7)
            .render()
            .into_string();
        assert!(html.contains("name=\"revision\" value=\"7\""));
    }
}

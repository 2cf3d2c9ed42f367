//! The fields of an incident's form.

use maud::{Markup, Render, html};

use super::draft;
use crate::{
    domain::{
        incident::{Aspect, IncidentKind},
        invalid::Invalid,
    },
    ui::{
        form::{Control, Field, Form, Hidden, Part},
        icon::Icon,
        look::Look,
    },
    web::page::{contacts, incidents as words, labels, typed::Typed},
};

/// A form and what stands in it.
pub(super) struct Sheet<'a, 'b> {
    /// In which language.
    pub(super) look: &'a Look,
    /// What it holds.
    pub(super) typed: &'b Typed,
    /// What of it could not be taken.
    pub(super) invalid: &'b Invalid,
}

impl<'a> Sheet<'a, '_> {
    /// The whole form: a kind is enough; everything else can be said later.
    pub(super) fn form(&self, action: &str, cancel: &str) -> Form<'a> {
        let spoken = contacts::fields(self.look, self.typed, self.invalid, action);
        let are_told = contacts::are_told(self.typed, self.invalid);
        let fields = html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for more contacts.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            @for item in self.typed.all("items") { (Hidden("items", item)) }
            (self.kinds())
            div.form-fields {
                (self.moment("from", Aspect::From, "incidents-from-hint"))
                (self.moment("to", Aspect::To, "incidents-to-hint"))
                (self.field(Aspect::Place, Control::Text).hint(self.look.text("incidents-place-hint")))
                (self.field(Aspect::Story, Control::Area(3)).hint(self.look.text("incidents-story-hint")))
            }
            (self.part("incidents-part-police", &[Aspect::PoliceNumber, Aspect::Authority, Aspect::Entry], html! {
                (self.field(Aspect::PoliceNumber, Control::Text).hint(self.look.text("incidents-police-number-hint")).half())
                (self.field(Aspect::Authority, Control::Text).half())
                (self.field(Aspect::Entry, Control::Area(2)).hint(self.look.text("incidents-entry-hint")))
            }))
            (self.part("incidents-part-insurance", &[Aspect::Insurer, Aspect::Policy, Aspect::ClaimNumber], html! {
                (self.field(Aspect::Insurer, Control::Text).half())
                (self.field(Aspect::Policy, Control::Text).half())
                (self.field(Aspect::ClaimNumber, Control::Text).half())
            }))
            (Part { label: self.look.text("contacts-title"), open: are_told, fields: spoken })
            (self.part("incidents-part-more", &[Aspect::Title, Aspect::People], html! {
                (self.field(Aspect::Title, Control::Text).hint(self.look.text("incidents-name-hint")))
                (self.field(Aspect::People, Control::Area(2)).hint(self.look.text("incidents-people-hint")))
            }))
        };
        Form::new(self.look, action, fields)
            .refused(self.invalid)
            .cancel(cancel)
    }

    /// Fields under a heading, seen at once where one says something or is wrong.
    fn part(&self, label: &str, aspects: &[Aspect], fields: Markup) -> Markup {
        let is_told = |aspect: &Aspect| {
            !self.typed.get(aspect.key()).is_empty() || self.invalid.get(aspect.key()).is_some()
        };
        let open = aspects.iter().any(is_told);
        let label = self.look.text(label);
        Part {
            label,
            open,
            fields,
        }
        .render()
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        self.named(aspect.key(), labels::incident(aspect), control)
    }

    fn named(&self, name: &str, label: &str, control: Control) -> Field {
        Field::new(name, self.look.text(label), control)
            .value(self.typed.get(name))
            .refused(self.look.lang, self.invalid)
    }

    /// A day and a time beside it.
    fn moment(&self, name: &str, aspect: Aspect, hint: &str) -> Markup {
        let look = self.look;
        let time = self.named(&draft::time_of(name), "incidents-time", Control::Time);
        html! {
            div.moment {
                (self.field(aspect, Control::Date).hint(look.text(hint)))
                (time)
            }
        }
    }

    /// Each kind as a tile with its drawing.
    fn kinds(&self) -> Markup {
        let look = self.look;
        let chosen = self.typed.get("kind");
        let wrong = self.invalid.get("kind").map(|key| look.text(key));
        html! {
            fieldset.field.is-wrong[wrong.is_some()] {
                legend { (look.text("incidents-kind")) }
                div.kinds {
                    @for kind in IncidentKind::ALL {
                        label.kind {
                            input.unseen type="radio" name="kind" value=(kind.key()) checked[kind.key() == chosen];
                            (words::icon(kind))
                            span { (look.text(labels::incident_kind(kind))) }
                        }
                    }
                }
                @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
            }
        }
    }
}

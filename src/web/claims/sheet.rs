//! The form of a claim, drawn.

use maud::{Markup, html};

use super::draft::{Draft, cell};
use crate::{
    access::Editor,
    actions::warranties,
    domain::{
        claim::{Against, Aspect, Outcome},
        invalid::Invalid,
        item::ItemId,
    },
    error::Result,
    store::Reader,
    ui::{
        form::{Choice, Control, Field, Form, Part},
        icon::Icon,
        look::Look,
    },
    web::page::{labels, promises},
};

/// A form on its way to a page.
pub(super) struct Sheet<'a, 'b> {
    /// Who fills it in.
    pub(super) look: &'a Look,
    /// What there is to choose from.
    pub(super) rows: &'b Reader,
    /// As whom they choose.
    pub(super) editor: &'b Editor,
    /// The thing that it is about.
    pub(super) item: ItemId,
    /// What it holds.
    pub(super) draft: &'b Draft,
    /// What of it could not be taken.
    pub(super) invalid: &'b Invalid,
    /// By what right it is made already.
    pub(super) present: Against,
}

impl<'a> Sheet<'a, '_> {
    /// The whole form.
    pub(super) fn form(&self, action: &str, cancel: &str) -> Result<Form<'a>> {
        let look = self.look;
        let open = Choice::new("", look.text("claims-outcome-none"));
        let outcomes = Outcome::ALL
            .map(|outcome| Choice::new(outcome.key(), look.text(labels::outcome(outcome))));
        let outcomes = [vec![open], outcomes.into()].concat();
        let fields = html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for more contacts.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            div.form-fields {
                (self.field(Aspect::Problem, Control::Area(3)).hint(look.text("claims-problem-hint")).required())
                (self.against()?.half())
                (self.field(Aspect::Opened, Control::Date).half())
            }
            (Part { label: look.text(labels::claim(Aspect::Contacts)), open: self.has("contact") || self.draft.asks_for_more(), fields: self.contacts(action) })
            (Part { label: look.text(labels::claim(Aspect::Ended)), open: self.has("outcome") || self.has("closed"), fields: html! {
                (self.named("outcome", look.text("claims-result"), Control::Select(outcomes)).half())
                (self.named("closed", look.text("claims-closed"), Control::Date).hint(look.text("claims-closed-hint")).half())
            } })
        };
        Ok(Form::new(look, action, fields)
            .refused(self.invalid)
            .cancel(cancel))
    }

    /// Whether something stands in, or is wrong with, a field whose name begins so.
    fn has(&self, begins: &str) -> bool {
        let filled =
            |(name, text): (&str, &str)| name.starts_with(begins) && !text.trim().is_empty();
        let wrong = |(name, _): (&str, &str)| name.starts_with(begins);
        self.draft.iter().any(filled) || self.invalid.iter().any(wrong)
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        let label = self.look.text(labels::claim(aspect));
        self.named(aspect.key(), label, control)
    }

    fn named(&self, name: impl Into<String>, label: impl Into<String>, control: Control) -> Field {
        let name = name.into();
        let text = self.draft.get(&name).to_owned();
        Field::new(name, label, control)
            .value(text)
            .refused(self.look.lang, self.invalid)
    }

    /// The right of the law, each warranty of the thing, or something else. A warranty that is in the bin by now stays chosen.
    fn against(&self) -> Result<Field> {
        let look = self.look;
        let viewer = self.editor.viewer();
        let mut warranties = warranties::of_item(self.rows, viewer, self.item)?;
        if let Against::Warranty(present) = self.present
            && warranties.iter().all(|row| row.id != present)
        {
            warranties.push(viewer.warranty(self.rows, present)?);
        }
        let mut choices = vec![Choice::new("right", look.text("claims-against-right"))];
        for row in &warranties {
            choices.push(Choice::new(
                row.id.to_string(),
                promises::warranty(look, row),
            ));
        }
        choices.push(Choice::new("other", look.text("claims-against-other")));
        let wrong = self.invalid.get("warranty").map(|key| look.text(key));
        let field = self.field(Aspect::Against, Control::Select(choices));
        Ok(match wrong {
            Some(wrong) => field.error(Some(wrong)),
            None => field,
        })
    }

    fn contacts(&self, action: &str) -> Markup {
        let look = self.look;
        let wrong = self.invalid.get("contacts").map(|key| look.text(key));
        html! {
            div.form-fields #contacts {
                @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
                @for at in 0..self.draft.contacts() {
                    fieldset.receipt-line.form-fields {
                        legend.unseen { (look.text_with("claims-contact", "number", &(at + 1).to_string())) }
                        (self.named(cell(at, "on"), look.text("claims-contact-on"), Control::Date).half())
                        (self.named(cell(at, "with"), look.text("claims-contact-with"), Control::Text).half())
                        (self.named(cell(at, "said"), look.text("claims-contact-said"), Control::Area(2)))
                    }
                }
                div {
                    button.button.is-small type="submit" name="more" value="contacts" hx-post=(action) hx-target="#contacts"
                        hx-select="#contacts" hx-swap="outerHTML" { (Icon::Plus) span { (look.text("claims-contact-more")) } }
                }
            }
        }
    }
}

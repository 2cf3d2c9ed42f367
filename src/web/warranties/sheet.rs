//! The form of a warranty, drawn.

use maud::{Markup, html};

use super::draft::Draft;
use crate::{
    access::Editor,
    actions::warranties,
    domain::{
        invalid::Invalid,
        item::ItemId,
        length::Unit,
        warranty::{Aspect, WarrantyKind},
    },
    error::Result,
    store::Reader,
    ui::{
        form::{Choice, Control, Field, Form},
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
}

impl<'a> Sheet<'a, '_> {
    /// The whole form.
    pub(super) fn form(&self, action: &str, cancel: &str) -> Result<Form<'a>> {
        let look = self.look;
        let kinds = WarrantyKind::ALL
            .map(|kind| Choice::new(kind.key(), look.text(labels::warranty_kind(kind))));
        let fields = html! {
            div.form-fields {
                (self.field(Aspect::Kind, Control::Radio(kinds.into())))
                (self.field(Aspect::Provider, Control::Text).hint(look.text("warranties-provider-hint")).half())
                (self.field(Aspect::Start, Control::Date).hint(look.text("warranties-start-hint")).half())
                (self.length())
                (self.named("until", look.text("warranties-until"), Control::Date).half())
                (self.named("lifetime", look.text("warranties-for-life"), Control::Check))
                (self.proof()?)
                (self.field(Aspect::Contact, Control::Area(2)).hint(look.text("warranties-contact-hint")))
                (self.field(Aspect::Terms, Control::Area(4)).hint(look.text("warranties-terms-hint")))
            }
        };
        Ok(Form::new(look, action, fields)
            .refused(self.invalid)
            .cancel(cancel))
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        let label = self.look.text(labels::warranty(aspect));
        self.named(aspect.key(), label, control)
    }

    fn named(&self, name: &str, label: impl Into<String>, control: Control) -> Field {
        Field::new(name, label, control)
            .value(self.draft.get(name))
            .refused(self.look.lang, self.invalid)
    }

    /// A number and its unit, side by side like an amount and its currency.
    fn length(&self) -> Markup {
        let look = self.look;
        let wrong = self.invalid.get("count").map(|key| look.text(key));
        let chosen = Unit::from_key(self.draft.get("unit")).unwrap_or(Unit::Year);
        html! {
            div.field.is-half.is-wrong[wrong.is_some()] {
                label for="field-count" { (look.text("warranties-length")) }
                div.input-pair {
                    input.input #field-count name="count" inputmode="numeric" autocomplete="off" value=(self.draft.get("count"))
                        aria-invalid=[wrong.as_ref().map(|_| "true")] aria-describedby="field-count-hint";
                    select.input name="unit" aria-label=(look.text("warranties-unit")) {
                        @for unit in [Unit::Year, Unit::Month, Unit::Week, Unit::Day] {
                            option value=(unit.key()) selected[unit == chosen] { (look.text(unit_label(unit))) }
                        }
                    }
                }
                p.field-hint #field-count-hint { (look.text("warranties-length-hint")) }
                @if let Some(wrong) = &wrong { p.field-error { (Icon::Warning) (wrong) } }
            }
        }
    }

    /// The receipts of the thing.
    fn proof(&self) -> Result<Field> {
        let look = self.look;
        let present = self.draft.get("proof").parse().ok();
        let viewer = self.editor.viewer();
        let receipts = warranties::proofs(self.rows, viewer, self.item, present)?;
        let mut choices = vec![Choice::new("", look.text("warranties-proof-none"))];
        for receipt in &receipts {
            choices.push(Choice::new(
                receipt.id.to_string(),
                promises::receipt(look, receipt),
            ));
        }
        Ok(self
            .field(Aspect::Proof, Control::Select(choices))
            .hint(look.text("warranties-proof-hint")))
    }
}

const fn unit_label(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "warranties-unit-day",
        Unit::Week => "warranties-unit-week",
        Unit::Month => "warranties-unit-month",
        Unit::Year => "warranties-unit-year",
    }
}

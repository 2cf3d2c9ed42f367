//! What is known about a thing, as labels and values; what nobody has said is left out.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use crate::{
    access::Viewer,
    domain::{
        dates::PartialDate,
        field::{FieldValue, OwnField},
        item::{Item, aspect::Aspect},
        money::Money,
    },
    error::Result,
    store::{Reader, Row},
    ui::{facts::Facts, look::Look},
    web::page::{labels, wording::Wording},
};

/// Says what is known.
pub(super) struct Knowledge<'a> {
    /// To whom.
    pub(super) look: &'a Look,
    /// With which names.
    pub(super) words: Wording<'a, Reader>,
    /// As whom they look.
    pub(super) viewer: &'a Viewer,
    /// Of what.
    pub(super) item: &'a Row<Item>,
}

impl Knowledge<'_> {
    /// What one asks for standing before it.
    pub(super) fn first(&self) -> Result<Facts> {
        let details = &self.item.details;
        let value = details.value.map(|value| self.value(value));
        let number = self.item.number.map(|number| tabular(&number.to_string()));
        let counted = details.quantity.get() > 1 && details.value.is_none();
        let facts = Facts::new().known(self.label(Aspect::Value), value);
        let facts = self.said(facts, Aspect::Owners)?;
        let facts = self.said(facts, Aspect::Category)?;
        let facts = if counted {
            self.said(facts, Aspect::Quantity)?
        } else {
            facts
        };
        let mut facts = self.said(facts, Aspect::Condition)?;
        if self.viewer.editor().is_ok() {
            facts = self.said(facts, Aspect::Separate)?;
            facts = self.said(facts, Aspect::Guests)?;
        }
        Ok(facts.known(self.look.text("thing-number"), number))
    }

    /// Who made it, and what is written on it.
    pub(super) fn make(&self) -> Result<Facts> {
        let mut facts = Facts::new().title(self.look.text("thing-part-make"));
        for aspect in [Aspect::Maker, Aspect::Model, Aspect::Colour] {
            facts = self.said(facts, aspect)?;
        }
        for identifier in &self.item.details.identifiers {
            let label = self.look.text(labels::identifier(identifier.kind()));
            facts = facts.fact(label, tabular(identifier.text()));
        }
        Ok(facts)
    }

    /// How it came into the household.
    pub(super) fn acquired(&self) -> Result<Facts> {
        let mut facts = Facts::new().title(self.look.text("thing-acquired"));
        for aspect in [
            Aspect::AcquiredHow,
            Aspect::AcquiredOn,
            Aspect::AcquiredFrom,
            Aspect::Price,
        ] {
            facts = self.said(facts, aspect)?;
        }
        Ok(facts)
    }

    /// The household's own fields.
    pub(super) fn own(&self) -> Facts {
        let mut facts = Facts::new().title(self.look.text("thing-part-fields"));
        for field in &self.item.details.fields {
            facts = facts.fact(field.name.as_str(), self.field(field));
        }
        facts
    }

    fn field(&self, field: &OwnField) -> Markup {
        match &field.value {
            FieldValue::Link(address) => html! {
                a href=(address.as_str()) rel="noopener noreferrer" { (address.as_str()) }
            },
            value => html! { (self.words.value(value)) },
        }
    }

    /// What it is worth, all of it where there are many, and when somebody said so.
    fn value(&self, value: Money) -> Markup {
        let lang = self.look.lang;
        let count = self.item.details.quantity.get();
        let all = Money::new(value.minor.saturating_mul(i64::from(count)), value.currency);
        let valued_on = self.item.details.valued_on;
        html! {
            span.number { (lang.money(all)) }
            @if count > 1 {
                br;
                span.quiet.number { (lang.number(count.into())) " × " (lang.money(value)) }
            }
            @if let Some(on) = valued_on { br; span.quiet { (self.valued(on)) } }
        }
    }

    fn valued(&self, on: Date) -> String {
        let on = self.look.lang.date(PartialDate::Day(on));
        self.look.text_with("thing-valued", "on", &on)
    }

    fn said(&self, facts: Facts, aspect: Aspect) -> Result<Facts> {
        let said = self.words.said(aspect, &self.item.details)?;
        Ok(facts.known(self.label(aspect), (!said.is_empty()).then_some(said)))
    }

    fn label(&self, aspect: Aspect) -> String {
        self.look.text(labels::aspect(aspect))
    }
}

fn tabular(text: &str) -> Markup {
    html! { span.number { (text) } }.render()
}

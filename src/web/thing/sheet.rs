//! The form of a thing: every field in parts, the most important first.

use maud::{Markup, Render, html};

use super::{
    choices,
    draft::{Draft, FIELDS, IDENTIFIERS, LINKS, Series, UNSEEN},
};
use crate::{
    access::Viewer,
    actions::household,
    domain::{invalid::Invalid, item::aspect::Aspect, money::Currency},
    error::Result,
    store::{Reader, Revision},
    ui::{
        form::{Control, Field, Form, Part},
        icon::Icon,
        look::Look,
    },
    web::page::labels,
};

/// A form on its way to a page.
pub(super) struct Sheet<'a> {
    /// Who fills it in.
    pub(super) look: &'a Look,
    /// What there is to choose from.
    pub(super) rows: &'a Reader,
    /// As whom they choose.
    pub(super) viewer: &'a Viewer,
    /// What it holds.
    pub(super) draft: &'a Draft,
    /// What of it could not be taken.
    pub(super) invalid: &'a Invalid,
    /// Where it is sent to.
    pub(super) action: String,
    /// The version that it was filled in from.
    pub(super) revision: Option<Revision>,
    /// Where giving up leads.
    pub(super) cancel: String,
}

impl Sheet<'_> {
    /// The whole form.
    pub(super) fn markup(&self) -> Result<Markup> {
        let currency = household::current(self.rows)?.currency;
        let fields = html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for one more row.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            (self.part("thing-part-first", true, self.first()?))
            (self.part("thing-part-owners", self.has(&["parts.", "guest.", "private", "separate"]), self.owners()?))
            (self.part("thing-part-make", self.has(&["maker", "model", "identifier.", "colour", "condition"]), self.make()))
            (self.part("thing-part-value", self.has(&["acquired_", "price", "value", "new_price", "priced_", "insured"]), self.value(currency)))
            (self.part("thing-part-text", self.has(&["description", "notes"]), self.text()))
            (self.part("thing-part-fields", self.has(&["field."]), self.own_fields()))
            (self.part("thing-part-links", self.has(&["link."]), self.links()))
        };
        let form = Form::new(self.look, self.action.as_str(), fields)
            .refused(self.invalid)
            .cancel(self.cancel.as_str());
        Ok(match self.revision {
            Some(revision) => form.revision(revision.get()),
            None => form,
        }
        .render())
    }

    fn part(&self, label: &str, open: bool, fields: Markup) -> Markup {
        let label = self.look.text(label);
        html! { (Part { label, open, fields }) }
    }

    /// Whether something stands in, or is wrong with, one of the fields whose names begin so; or one asked for a row.
    fn has(&self, names: &[&str]) -> bool {
        let begins = |field: &str| names.iter().any(|name| field.starts_with(name));
        let filled = |(field, text): (&str, &str)| {
            let unasked = field.ends_with("kind") || field.ends_with("_currency");
            begins(field) && !unasked && !text.trim().is_empty()
        };
        self.draft.iter().any(filled)
            || self.invalid.iter().any(|(field, _)| begins(field))
            || begins(self.draft.get("more"))
    }

    fn first(&self) -> Result<Markup> {
        let new = self.revision.is_none();
        let name = self.field(Aspect::Name, Control::Text).required();
        let name = if new { name.focus() } else { name };
        let categories = choices::categories(self.rows, self.look.lang)?;
        let tags = Control::Lookup {
            from: "/suggest/tags",
            words: Vec::new(),
        };
        Ok(html! {
            (name)
            (location(self.look, self.rows, self.viewer, self.draft, self.invalid)?)
            (self.field(Aspect::Category, Control::Select(categories)).half())
            (self.field(Aspect::Quantity, Control::Number).half())
            (self.field(Aspect::Tags, tags).hint(self.look.text("thing-tags-hint")))
        })
    }

    fn owners(&self) -> Result<Markup> {
        let present: Vec<String> = self
            .draft
            .beginning("parts.")
            .map(|(person, _)| person.to_owned())
            .collect();
        let guests = choices::guests(self.rows)?;
        Ok(html! {
            p.field-hint { (self.look.text("thing-owners-hint")) }
            (self.wrong("owners"))
            @for person in choices::owners(self.rows, &present)? {
                (self.named(format!("parts.{}", person.id), person.name.clone(), Control::Number).half())
            }
            (self.field(Aspect::Separate, Control::Select(choices::grounds(self.look.lang))).half())
            (self.named("separate_note", self.look.text("thing-separate-note"), Control::Text).hint(self.look.text("thing-separate-hint")).half())
            (self.field(Aspect::Private, Control::Check).hint(self.look.text("thing-private-hint")))
            @if !guests.is_empty() {
                fieldset.field {
                    legend { (self.look.text("thing-guests")) }
                    div.ticks {
                        @for guest in guests { (self.named(format!("guest.{}", guest.id), guest.name.clone(), Control::Check)) }
                    }
                }
                (self.wrong("guests"))
            }
        })
    }

    fn make(&self) -> Markup {
        let lang = self.look.lang;
        html! {
            (self.field(Aspect::Maker, Control::Text).half())
            (self.field(Aspect::Model, Control::Text).half())
            (self.field(Aspect::Colour, Control::Text).half())
            (self.field(Aspect::Condition, Control::Select(choices::conditions(lang))).half())
            (self.series(IDENTIFIERS, "identifiers", "thing-identifier-more", |row| html! {
                (self.cell(IDENTIFIERS, row, "kind", "thing-identifier-kind", Control::Select(choices::identifiers(lang))))
                (self.cell(IDENTIFIERS, row, "text", "thing-identifier-text", Control::Text))
            }))
        }
    }

    fn value(&self, currency: Currency) -> Markup {
        let money = |name| choices::money(self.draft.get(name), currency);
        let how = choices::acquisitions(self.look.lang);
        html! {
            (self.field(Aspect::AcquiredHow, Control::Select(how)).half())
            (self.field(Aspect::AcquiredOn, Control::PartialDate).hint(self.look.text("thing-date-hint")).half())
            (self.field(Aspect::AcquiredFrom, Control::Text).half())
            (self.field(Aspect::Price, money("price_currency")).half())
            (self.field(Aspect::Value, money("value_currency")).half())
            (self.field(Aspect::ValuedOn, Control::Date).half())
            (self.field(Aspect::NewPrice, money("new_price_currency")).hint(self.look.text("thing-new-price-hint")).half())
            (self.field(Aspect::PricedOn, Control::Date).half())
            (self.field(Aspect::PricedAt, Control::Text))
            (self.field(Aspect::Insured, Control::Check))
        }
    }

    fn text(&self) -> Markup {
        html! {
            (self.field(Aspect::Description, Control::Area(3)).hint(self.look.text("thing-description-hint")))
            (self.field(Aspect::Notes, Control::Area(3)).hint(self.look.text("thing-notes-hint")))
        }
    }

    fn own_fields(&self) -> Markup {
        let lang = self.look.lang;
        html! {
            (self.series(FIELDS, "fields", "thing-field-more", |row| {
                let several_lines = self.draft.get(&FIELDS.field(row, "value")).contains('\n');
                let value = if several_lines { Control::Area(2) } else { Control::Text };
                html! {
                    (self.cell(FIELDS, row, "name", "thing-field-name", Control::Text))
                    (self.cell(FIELDS, row, "kind", "thing-field-kind", Control::Select(choices::field_kinds(lang))))
                    (self.wide(FIELDS, row, "value", "thing-field-value", value))
                }
            }))
        }
    }

    fn links(&self) -> Markup {
        let lang = self.look.lang;
        html! {
            (self.series(LINKS, "links", "thing-link-more", |row| html! {
                (self.cell(LINKS, row, "kind", "thing-link-kind", Control::Select(choices::links(lang))))
                (self.cell(LINKS, row, "to", "thing-link-to", things()))
            }))
        }
    }

    /// As many rows as are filled in, one empty one, and a button for another.
    fn series(
        &self,
        series: Series,
        id: &str,
        more: &str,
        row: impl Fn(usize) -> Markup,
    ) -> Markup {
        let there = self.draft.rows(series);
        let asked = self.draft.get("more") == id;
        let last_filled = there
            .checked_sub(1)
            .is_some_and(|last| self.is_filled(series, last));
        let spare = usize::from(there == 0 || last_filled || asked);
        html! {
            div.form-fields id=(id) {
                (self.wrong(id))
                @for number in 0..there + spare { (row(number)) }
                div {
                    button.button.is-small type="submit" name="more" value=(id) hx-post=(self.action) hx-target={ "#" (id) }
                        hx-select={ "#" (id) } hx-swap="outerHTML" { (Icon::Plus) span { (self.look.text(more)) } }
                }
            }
        }
    }

    fn is_filled(&self, series: Series, row: usize) -> bool {
        ["name", "text", "value", "to"]
            .iter()
            .any(|column| self.draft.has(&series.field(row, column)))
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        let label = self.look.text(labels::aspect(aspect));
        self.named(aspect.key(), label, control)
    }

    fn cell(
        &self,
        series: Series,
        row: usize,
        column: &str,
        label: &str,
        control: Control,
    ) -> Field {
        self.wide(series, row, column, label, control).half()
    }

    fn wide(
        &self,
        series: Series,
        row: usize,
        column: &str,
        label: &str,
        control: Control,
    ) -> Field {
        self.named(series.field(row, column), self.look.text(label), control)
    }

    fn named(&self, name: impl Into<String>, label: impl Into<String>, control: Control) -> Field {
        named(self.look, self.draft, self.invalid, name, label, control)
    }

    fn wrong(&self, name: &str) -> Markup {
        let error = self.invalid.get(name).map(|key| self.look.text(key));
        html! { @if let Some(error) = error { p.field-error { (Icon::Warning) (error) } } }
    }
}

/// Where a thing is: a place to choose, or the thing that it lies in.
pub(super) fn location(
    look: &Look,
    rows: &Reader,
    viewer: &Viewer,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Markup> {
    let places = choices::places(rows, viewer, look.lang, draft.get("place") == UNSEEN)?;
    let named = |name: &str, label: String, control| {
        let field = named(look, draft, invalid, name, label, control).half();
        match invalid.get(name).or_else(|| invalid.get("location")) {
            Some(key) => field.error(Some(look.text(key))),
            None => field,
        }
    };
    let place = named(
        "place",
        look.text("thing-location"),
        Control::Select(places),
    );
    let inside = named("inside", look.text("thing-inside"), things());
    Ok(html! { (place) (inside.hint(look.text("thing-inside-hint"))) })
}

/// A field that names a thing.
pub(super) const fn things() -> Control {
    Control::Lookup {
        from: "/suggest/things",
        words: Vec::new(),
    }
}

/// A field with what stands in it and what is wrong with that.
pub(super) fn named(
    look: &Look,
    draft: &Draft,
    invalid: &Invalid,
    name: impl Into<String>,
    label: impl Into<String>,
    control: Control,
) -> Field {
    let name = name.into();
    let text = draft.get(&name).to_owned();
    Field::new(name, label, control)
        .value(text)
        .refused(look.lang, invalid)
}

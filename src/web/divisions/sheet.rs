//! The form of a division on its way to a page: its parties, how they divide, and which things.

use maud::{Markup, html};

use super::{
    draft::{self, field},
    words,
};
use crate::{
    access::Manager,
    actions::household,
    domain::{
        division::{Aspect, DivisionDetails, Method, Occasion},
        invalid::Invalid,
        person::Person,
    },
    error::Result,
    i18n::labels,
    store::{Reader, Row},
    ui::{
        form::{Choice, Control, Field, Hidden, Part},
        icon::Icon,
        look::Look,
    },
    web::page::{choices, typed::Typed},
};

/// A form and what stands in it.
pub(super) struct Sheet<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// Who fills it in.
    pub(super) manager: &'a Manager,
    /// In which language.
    pub(super) look: &'a Look,
    /// What it holds.
    pub(super) typed: &'a Typed,
    /// What of it could not be taken.
    pub(super) invalid: &'a Invalid,
    /// Where it is sent to.
    pub(super) action: &'a str,
}

impl Sheet<'_> {
    /// What is said about a division.
    pub(super) fn details(&self) -> Result<Markup> {
        let look = self.look;
        let occasions =
            Occasion::ALL.map(|it| Choice::new(it.key(), look.text(labels::occasion(it))));
        let methods = Method::ALL.map(|it| Choice::new(it.key(), look.text(words::method(it))));
        Ok(html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for one more row.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            div.form-fields {
                (self.field(Aspect::Name, Control::Text).hint(look.text("divisions-name-hint")).required())
                (self.field(Aspect::Occasion, Control::Radio(occasions.into())))
                (self.field(Aspect::On, Control::Date).hint(look.text("divisions-on-hint")).half())
            }
            (self.parties()?)
            div.form-fields {
                (self.field(Aspect::Method, Control::Radio(methods.into())).hint(look.text("divisions-method-hint")))
                (self.field(Aspect::Note, Control::Area(2)).hint(look.text("divisions-note-hint")))
            }
        })
    }

    /// A row for each party, a spare one where there is room, and a button for another.
    fn parties(&self) -> Result<Markup> {
        let look = self.look;
        let there = draft::parties(self.typed);
        let asked = self.typed.get("more") == "parties";
        let rows = (there + usize::from(asked)).min(*DivisionDetails::PARTIES.end());
        let wrong = self.invalid.get("parties").map(|key| look.text(key));
        let nobody = Choice::new("", look.text("divisions-party-outside"));
        let people: Vec<Choice> = std::iter::once(nobody)
            .chain(choices::owners(self.rows)?)
            .collect();
        Ok(html! {
            fieldset.field.parties #parties.is-wrong[wrong.is_some()] {
                legend { (look.text("divisions-parties")) }
                p.field-hint { (look.text("divisions-parties-hint")) }
                @if let Some(wrong) = &wrong { p.field-error { (Icon::Warning) (wrong) } }
                @for at in 0..rows {
                    div.party-row {
                        (self.party(at, "name", "divisions-party-name", Control::Text))
                        (self.party(at, "person", "divisions-party-person", Control::Select(people.clone())))
                        (self.party(at, "parts", "divisions-party-parts", Control::Number))
                    }
                }
                @if rows < *DivisionDetails::PARTIES.end() {
                    div {
                        button.button.is-small type="submit" name="more" value="parties" hx-post=(self.action) hx-target="#parties"
                            hx-select="#parties" hx-swap="outerHTML" { (Icon::Plus) span { (look.text("divisions-party-more")) } }
                    }
                }
            }
        })
    }

    fn party(&self, at: usize, part: &str, label: &str, control: Control) -> Field {
        let number = (at + 1).to_string();
        let label = self.look.text_with(label, "number", &number);
        let name = field(at, part);
        let typed = self.typed.get(&name);
        let value = if part == "parts" && typed.is_empty() {
            "1"
        } else {
            typed
        };
        Field::new(name, label, control)
            .value(value)
            .refused(self.look.lang, self.invalid)
    }

    /// Which things are divided.
    pub(super) fn things(&self) -> Result<Markup> {
        let look = self.look;
        let any = || Choice::new("", look.text("reports-any"));
        let with_any = |choices: Vec<Choice>| {
            let all = std::iter::once(any()).chain(choices);
            Control::Select(all.collect())
        };
        let viewer = self.manager.viewer();
        let spots = with_any(choices::places(self.rows, viewer, look.lang, None)?);
        let people = with_any(choices::owners(self.rows)?);
        let categories = with_any(choices::categories(self.rows, look.lang)?);
        let search = self.typed.get("search");
        let wrong = self.invalid.get("items").map(|key| look.text(key));
        let private = self
            .named("private", "divisions-private", Control::Check)
            .hint(look.text("divisions-private-hint"));
        let fields = html! {
            @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
            (self.named("place", "reports-place", spots).half())
            (self.named("person", "reports-person", people).half())
            (self.named("category", "reports-category", categories).half())
            @if !search.is_empty() { (Hidden("search", search)) p { (look.text("divisions-of-search")) } }
            (private)
        };
        let label = look.text("divisions-things");
        Ok(html! { (Part { label, open: true, fields }) })
    }

    /// Those of the household, whom a form may name.
    pub(super) fn people(rows: &Reader) -> Result<Vec<Row<Person>>> {
        household::people(rows)
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        self.named(aspect.key(), words::label(aspect), control)
    }

    fn named(&self, name: &str, label: &str, control: Control) -> Field {
        Field::new(name, self.look.text(label), control)
            .value(self.typed.get(name))
            .refused(self.look.lang, self.invalid)
    }
}

//! Calls, letters and visits: as a page shows them, and as a form of a claim or an incident holds them.

use jiff::civil::Date;
use maud::{Markup, html};

use super::typed::Typed;
use crate::{
    domain::{
        contact::{self, Contact},
        invalid::Invalid,
        text,
    },
    ui::{
        form::{Control, Field},
        icon::Icon,
        look::Look,
        markdown::markdown,
    },
};

/// What each contact consists of: the fields `contact.<number>.<column>`.
const COLUMNS: [&str; 3] = ["on", "with", "said"];
/// How many empty contacts a form offers below those that say something, and when somebody asks for more.
const SPARE: usize = 1;
const MORE: usize = 3;

/// Puts contacts into their fields.
pub fn add(typed: &mut Typed, contacts: &[Contact]) {
    for (at, contact) in contacts.iter().enumerate() {
        typed.add(&cell(at, "on"), contact.on.to_string());
        typed.add(&cell(at, "with"), contact.with.as_str());
        typed.add(&cell(at, "said"), contact.said.as_str());
    }
}

/// Whether the person asks for more contacts instead of saving.
pub fn asks_for_more(typed: &Typed) -> bool {
    typed.has("more")
}

/// Whether the form says something of contacts, or is asked for more of them.
pub fn are_told(typed: &Typed, invalid: &Invalid) -> bool {
    asks_for_more(typed)
        || (0..sent(typed)).any(|at| is_told(typed, at))
        || invalid.iter().any(|(name, _)| name.starts_with("contact"))
}

/// Reads them; a day that nobody says is today.
pub fn read(typed: &Typed, today: Date, invalid: &mut Invalid) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for at in (0..sent(typed)).filter(|at| is_told(typed, *at)) {
        contacts.push(Contact {
            on: typed.day(&cell(at, "on"), invalid).unwrap_or(today),
            with: text::line(typed.get(&cell(at, "with"))),
            said: text::prose(typed.get(&cell(at, "said"))),
        });
    }
    contacts
}

/// How many contacts the form shows.
fn shown(typed: &Typed) -> usize {
    let spare = if asks_for_more(typed) { MORE } else { SPARE };
    let told = (0..sent(typed)).rfind(|at| is_told(typed, *at));
    told.map_or(0, |last| last + 1) + spare
}

fn is_told(typed: &Typed, at: usize) -> bool {
    COLUMNS
        .iter()
        .any(|column| !typed.get(&cell(at, column)).is_empty())
}

/// How many contacts came with the form, empty ones too.
fn sent(typed: &Typed) -> usize {
    let is_sent = |at: &usize| COLUMNS.iter().any(|column| typed.has(&cell(*at, column)));
    (0..=contact::MOST).take_while(is_sent).count()
}

/// The name of a field of a contact.
fn cell(contact: usize, column: &str) -> String {
    format!("contact.{contact}.{column}")
}

/// Their fields, in a form that is sent to `action`.
pub fn fields(look: &Look, typed: &Typed, invalid: &Invalid, action: &str) -> Markup {
    let wrong = invalid.get("contacts").map(|key| look.text(key));
    let field = |at, column, label, control| {
        let name = cell(at, column);
        let value = typed.get(&name).to_owned();
        Field::new(name, look.text(label), control)
            .value(value)
            .refused(look.lang, invalid)
    };
    html! {
        div.form-fields #contacts {
            @if let Some(wrong) = wrong { p.field-error { (Icon::Warning) (wrong) } }
            @for at in 0..shown(typed) {
                fieldset.receipt-line.form-fields {
                    legend.unseen { (look.text_with("contacts-nth", "number", &(at + 1).to_string())) }
                    (field(at, "on", "contacts-on", Control::Date).half())
                    (field(at, "with", "contacts-with", Control::Text).half())
                    (field(at, "said", "contacts-said", Control::Area(2)))
                }
            }
            div {
                button.button.is-small type="submit" name="more" value="contacts" hx-post=(action) hx-target="#contacts"
                    hx-select="#contacts" hx-swap="outerHTML" { (Icon::Plus) span { (look.text("contacts-more")) } }
            }
        }
    }
}

/// All of them in a line, where two versions are compared.
pub fn said(look: &Look, contacts: &[Contact]) -> String {
    let contacts = contacts.iter().map(|contact| {
        let day = look.lang.day(contact.on);
        let said = [day.as_str(), &contact.with, &contact.said];
        let said = said.into_iter().filter(|text| !text.is_empty());
        said.collect::<Vec<_>>().join(", ")
    });
    contacts.collect::<Vec<_>>().join("; ")
}

/// The part of a page that shows them.
pub fn section(look: &Look, contacts: &[Contact]) -> Markup {
    html! {
        @if !contacts.is_empty() {
            section.section {
                h2 { (look.text("contacts-title")) }
                ul.rules {
                    @for contact in contacts {
                        li.rule {
                            p.rule-name {
                                (look.lang.day(contact.on))
                                @if !contact.with.is_empty() { ", " (contact.with) }
                            }
                            @if !contact.said.is_empty() { div.prose { (markdown(&contact.said)) } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn a_contact_without_a_day_was_today_and_an_empty_one_is_none() {
        let mut draft = Typed::default();
        assert_eq!(shown(&draft), 1);
        draft.add(&cell(0, "on"), "");
        draft.add(&cell(1, "said"), "Ringde");
        let mut invalid = Invalid::default();
        let told = read(&draft, TODAY, &mut invalid);
        assert!(invalid.is_empty());
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].on, TODAY);
        assert_eq!(shown(&draft), 3);
    }

    #[test]
    fn a_form_reads_back_the_contacts_it_was_filled_with() {
        let contact = |day| Contact {
            on: date(2026, 11, day),
            with: "Bolaget".into(),
            said: "De ringer".into(),
        };
        let contacts = vec![contact(3), contact(9)];
        let mut draft = Typed::default();
        add(&mut draft, &contacts);
        assert_eq!(read(&draft, TODAY, &mut Invalid::default()), contacts);
        assert!(are_told(&draft, &Invalid::default()));
    }
}

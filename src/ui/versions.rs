//! Two people saved the same thing: both versions side by side, and a choice for each field.

use maud::{Markup, Render, html};

use crate::ui::look::Look;

/// One field that the two saved differently.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The field's name in the form; the choice is sent as `keep.<name>`, `theirs` or `mine`.
    pub name: String,
    /// The field, in the reader's words.
    pub label: String,
    /// What is saved now.
    pub theirs: String,
    /// What the reader wrote.
    pub mine: String,
    /// Whether the reader's own is chosen until they choose.
    pub keep_mine: bool,
}

/// Both versions; stands in a form that also carries the reader's whole version.
#[derive(Clone, Debug)]
pub struct Versions<'a> {
    /// Who chooses.
    pub look: &'a Look,
    /// Who saved first, and when: "Maria, 14:02".
    pub saved_by: String,
    /// The fields that differ.
    pub differences: Vec<Difference>,
}

impl Render for Versions<'_> {
    fn render(&self) -> Markup {
        html! {
            div.versions { @for difference in &self.differences { (self.difference(difference)) } }
        }
    }
}

impl Versions<'_> {
    fn difference(&self, difference: &Difference) -> Markup {
        let side = |value: &str, who: &str, said: &str, checked: bool| {
            html! {
                label.version {
                    input type="radio" name={ "keep." (difference.name) } value=(value) checked[checked];
                    span.quiet { (who) }
                    span.version-said { @if said.is_empty() { (self.look.text("ui-versions-empty")) } @else { (said) } }
                }
            }
        };
        html! {
            fieldset {
                legend { (difference.label) }
                (side("theirs", &self.saved_by, &difference.theirs, !difference.keep_mine))
                (side("mine", &self.look.text("ui-versions-mine"), &difference.mine, difference.keep_mine))
            }
        }
    }
}

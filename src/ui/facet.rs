//! Filters with counts: at the side of a wide screen, behind a button on a phone; the chosen ones as chips.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, look::Look};

/// How many choices of a group are seen before the rest is asked for.
const SEEN: usize = 6;
/// The deepest choices that still move inwards; there is no room for more.
const DEEPEST: usize = 4;

/// One choice of a group: following it turns it on or off.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is chosen.
    pub label: String,
    /// How many things it leaves.
    pub count: usize,
    /// The same list with this choice turned over.
    pub href: String,
    /// Whether it is on.
    pub on: bool,
    /// How deep it lies beneath the choice before it that lies less deep: 0 for one that lies beneath none.
    pub depth: usize,
}

/// Choices of one kind, or fields of the page's own (a span of dates or money).
#[derive(Clone, Debug)]
pub struct Group {
    label: String,
    choices: Vec<Choice>,
    fields: Option<Markup>,
}

impl Group {
    /// A group of choices.
    pub fn new(label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self {
            label: label.into(),
            choices,
            fields: None,
        }
    }

    /// A group with fields of the page's own: a small form that asks for the same list.
    pub fn fields(label: impl Into<String>, fields: Markup) -> Self {
        Self {
            label: label.into(),
            choices: Vec::new(),
            fields: Some(fields),
        }
    }

    /// The same group with fields beneath its choices.
    #[must_use]
    pub fn with(mut self, fields: Option<Markup>) -> Self {
        self.fields = fields;
        self
    }
}

impl Group {
    fn markup(&self, look: &Look) -> Markup {
        let (seen, rest) = self.choices.split_at(self.choices.len().min(SEEN));
        html! {
            section.facet {
                h2 { (self.label) }
                @if !seen.is_empty() { (choices(look, seen)) }
                @if !rest.is_empty() {
                    details open[rest.iter().any(|choice| choice.on)] {
                        summary { (look.count("ui-facet-rest", rest.len())) }
                        (choices(look, rest))
                    }
                }
                @if let Some(fields) = &self.fields { (fields) }
            }
        }
    }
}

fn choices(look: &Look, choices: &[Choice]) -> Markup {
    html! {
        ul {
            @for choice in choices {
                li {
                    a.facet-choice href=(choice.href) data-depth=[(choice.depth > 0).then_some(choice.depth.min(DEEPEST))] aria-current=[choice.on.then_some("true")] {
                        span.facet-box { @if choice.on { (Icon::Check) } }
                        span { (choice.label) }
                        span.facet-count { (look.lang.number(choice.count.try_into().unwrap_or(u64::MAX))) }
                    }
                }
            }
        }
    }
}

/// All filters of a list.
#[derive(Clone, Debug)]
pub struct Facets<'a> {
    /// Who filters.
    pub look: &'a Look,
    /// The groups, most used first; empty ones are left out.
    pub groups: Vec<Group>,
    /// How many choices are on.
    pub on: usize,
}

impl Render for Facets<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            details.facets {
                summary.button { (Icon::Filter) span { (look.text("ui-filter")) } @if self.on > 0 { span.badge { (self.on) } } }
                div.facets-list {
                    @for group in &self.groups {
                        @if !group.choices.is_empty() || group.fields.is_some() { (group.markup(look)) }
                    }
                }
            }
        }
    }
}

/// The filters that are on, each with the way out of it.
#[derive(Clone, Debug)]
pub struct Chips<'a> {
    /// Who filters.
    pub look: &'a Look,
    /// What each says, and the list without it.
    pub chips: Vec<(String, String)>,
    /// The list without any.
    pub clear: String,
}

impl Render for Chips<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            @if !self.chips.is_empty() {
                ul.chips {
                    @for (label, href) in &self.chips {
                        li { a.chip href=(href) { span.unseen { (look.text("ui-filter-without")) } (label) (Icon::Close) } }
                    }
                    @if self.chips.len() > 1 { li { a.chip.is-bare href=(self.clear) { (look.text("ui-filter-clear")) } } }
                }
            }
        }
    }
}

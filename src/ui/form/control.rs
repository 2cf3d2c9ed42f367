//! What one fills in: lines, areas, amounts, dates, choices and files.

use maud::{Markup, html};

use super::Field;

/// One value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
    /// The heading that it stands under in a list, together with the choices beside it.
    pub group: Option<String>,
}

impl Choice {
    /// A value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            group: None,
        }
    }

    /// Under a heading.
    #[must_use]
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }
}

/// The kind of a field.
#[derive(Clone, Debug)]
pub enum Control {
    /// A line of text.
    Text,
    /// A secret line.
    Password,
    /// An e-mail address.
    Email,
    /// A web address.
    Link,
    /// Several lines, so many seen at first; grows while one writes.
    Area(u8),
    /// A whole number, not negative.
    Number,
    /// A number with decimals.
    Decimal,
    /// An amount, and beside it its currency under `<name>_currency`: the chosen code and every code offered.
    Money {
        /// ISO 4217 code chosen.
        currency: String,
        /// ISO 4217 codes offered.
        currencies: Vec<String>,
    },
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day, a month or a year: `2024-06-01`, `2024-06` or `2024`.
    PartialDate,
    /// One of many, from a list; an empty value first where none is fine.
    Select(Vec<Choice>),
    /// One of few, all seen.
    Radio(Vec<Choice>),
    /// Yes or no.
    Check,
    /// Free text with suggestions.
    Suggest(Vec<String>),
    /// Free text with suggestions that are fetched while one types: `<option>`s, from this address with the text under
    /// the field's name.
    Lookup {
        /// Where the suggestions come from.
        from: &'static str,
        /// Those that are there from the start.
        words: Vec<String>,
    },
    /// One or several files of these types (an HTML `accept` value).
    File {
        /// What may be chosen.
        accept: &'static str,
        /// Whether several may.
        many: bool,
    },
}

impl Field {
    pub(super) fn control(&self) -> Markup {
        match &self.control {
            Control::Text | Control::PartialDate => self.line("text", None),
            Control::Password => self.line("password", None),
            Control::Email => self.line("email", None),
            Control::Link => self.line("url", None),
            Control::Number => self.line("text", Some("numeric")),
            Control::Decimal => self.line("text", Some("decimal")),
            Control::Date => self.line("date", None),
            Control::Time => self.line("time", None),
            Control::Area(rows) => html! {
                textarea.input id=(self.id) name=(self.name) rows=(rows) required[self.required] autofocus[self.focus]
                    aria-describedby=[self.described()] aria-invalid=[self.invalid()] { (self.value) }
            },
            Control::Money {
                currency,
                currencies,
            } => html! {
                div.input-pair {
                    (self.line("text", Some("decimal")))
                    select.input name={ (self.name) "_currency" } aria-label=(self.label) {
                        @for code in currencies { option value=(code) selected[code == currency] { (code) } }
                    }
                }
            },
            Control::Select(choices) => html! {
                select.input id=(self.id) name=(self.name) required[self.required] autofocus[self.focus]
                    aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                    @for group in choices.chunk_by(|one, other| one.group == other.group) { (self.options(group)) }
                }
            },
            Control::Lookup { from, words } => html! {
                input.input id=(self.id) name=(self.name) value=(self.value) list={ (self.id) "-list" } autocomplete="off"
                    hx-get=(from) hx-trigger="input changed delay:200ms" hx-target="next datalist" hx-sync="this:replace"
                    required[self.required] autofocus[self.focus] aria-describedby=[self.described()] aria-invalid=[self.invalid()];
                datalist id={ (self.id) "-list" } { @for word in words { option value=(word); } }
            },
            Control::Suggest(words) => html! {
                input.input id=(self.id) name=(self.name) value=(self.value) list={ (self.id) "-list" } autocomplete="off"
                    required[self.required] autofocus[self.focus] aria-describedby=[self.described()] aria-invalid=[self.invalid()];
                datalist id={ (self.id) "-list" } { @for word in words { option value=(word); } }
            },
            Control::File { accept, many } => html! {
                input.input id=(self.id) name=(self.name) type="file" accept=(accept) multiple[*many] required[self.required]
                    aria-describedby=[self.described()] aria-invalid=[self.invalid()];
            },
            Control::Check => self.check(),
            Control::Radio(choices) => self.radios(choices),
        }
    }

    /// The choices of one group; a select without groups is one group without a heading.
    fn options(&self, group: &[Choice]) -> Markup {
        let options = html! {
            @for choice in group { option value=(choice.value) selected[choice.value == self.value] { (choice.label) } }
        };
        match group.first().and_then(|choice| choice.group.as_ref()) {
            Some(heading) => html! { optgroup label=(heading) { (options) } },
            None => options,
        }
    }

    fn line(&self, kind: &str, inputmode: Option<&str>) -> Markup {
        html! {
            input.input id=(self.id) name=(self.name) type=(kind) value=(self.value) inputmode=[inputmode]
                autocomplete=[self.autocomplete] required[self.required] autofocus[self.focus]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        }
    }

    pub(super) fn check(&self) -> Markup {
        html! {
            label.tick {
                input id=(self.id) type="checkbox" name=(self.name) value="1" checked[self.value == "1"]
                    aria-describedby=[self.described()] aria-invalid=[self.invalid()];
                span { (self.label) }
            }
        }
    }

    pub(super) fn radios(&self, choices: &[Choice]) -> Markup {
        html! {
            div.ticks {
                @for choice in choices {
                    label.tick {
                        input type="radio" name=(self.name) value=(choice.value) checked[choice.value == self.value] required[self.required];
                        span { (choice.label) }
                    }
                }
            }
        }
    }

    const fn invalid(&self) -> Option<&'static str> {
        if self.error.is_some() {
            Some("true")
        } else {
            None
        }
    }
}

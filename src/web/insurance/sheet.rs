//! The form of a policy, drawn: its amounts, and what it pays by age, row by row.

use maud::{Markup, html};

use super::{
    draft::{OWN, TYPICAL, field, step, steps},
    said,
};
use crate::{
    actions::valuation::Holdings,
    domain::{
        country::Country,
        deduction::{Basis, Kind, Row, typical},
        invalid::Invalid,
        money::Currency,
        policy::Aspect,
    },
    ui::{
        form::{Choice, Control, Field, Form, Part},
        icon::Icon,
        look::Look,
    },
    web::page::{deductions, typed::Typed},
};

/// How many steps a row has room for that has none yet.
const FEW: usize = 3;

/// A form on its way to a page.
pub(super) struct Sheet<'a, 'b> {
    /// Who fills it in.
    pub(super) look: &'a Look,
    /// What it holds.
    pub(super) typed: &'b Typed,
    /// What of it could not be taken.
    pub(super) invalid: &'b Invalid,
    /// The household's currency.
    pub(super) currency: Currency,
    /// Where the household is at home.
    pub(super) home: Country,
    /// What it owns, as far as the reader sees.
    pub(super) holdings: &'b Holdings,
}

impl<'a> Sheet<'a, '_> {
    /// The whole form.
    pub(super) fn form(&self, action: &str, cancel: &str) -> Form<'a> {
        let what = Part {
            label: self.look.text("insurance-part-what"),
            open: true,
            fields: self.what(),
        };
        let table = Part {
            label: self.look.text("insurance-table"),
            open: self.is_own()
                || self
                    .invalid
                    .iter()
                    .any(|(name, _)| name.starts_with("table")),
            fields: self.table(action),
        };
        let fields = html! {
            // Enter in a field presses the first button of a form: it is to save, not to ask for more steps.
            button.unseen type="submit" tabindex="-1" aria-hidden="true" {}
            (what)
            (table)
        };
        Form::new(self.look, action, fields)
            .refused(self.invalid)
            .cancel(cancel)
    }

    fn is_own(&self) -> bool {
        self.typed.get("table") == OWN
    }

    fn named(&self, name: impl Into<String>, label: &str, control: Control) -> Field {
        let name = name.into();
        let value = self.typed.get(&name).to_owned();
        Field::new(name, self.look.text(label), control)
            .value(value)
            .refused(self.look.lang, self.invalid)
    }

    fn field(&self, aspect: Aspect, control: Control) -> Field {
        self.named(aspect.key(), said::label(aspect), control)
    }

    fn what(&self) -> Markup {
        let look = self.look;
        let total = self.holdings.total();
        let sum = self.field(Aspect::SumInsured, self.money()).required();
        let sum = if total.is_empty() {
            sum
        } else {
            let total = look.lang.sums(&total);
            sum.hint(look.text_with("insurance-sum-hint", "total", &total))
        };
        // The other amounts are in the currency of the first.
        let amount = |aspect| self.field(aspect, Control::Number).half();
        html! {
            (self.field(Aspect::Insurer, Control::Text).required().half())
            (self.field(Aspect::Number, Control::Text).half())
            (sum.half())
            (amount(Aspect::Deductible).hint(look.text("insurance-deductible-hint")))
            (amount(Aspect::SingleLimit).hint(look.text("insurance-single-hint")))
            (amount(Aspect::ValuablesLimit).hint(look.text("insurance-valuables-hint")))
            (self.field(Aspect::RenewsOn, Control::Date).hint(look.text("insurance-renews-hint")).half())
            (self.field(Aspect::Contact, Control::Area(2)).hint(look.text("insurance-contact-hint")))
        }
    }

    fn money(&self) -> Control {
        let household = self.currency.code();
        let chosen = match self.typed.get("sum_insured_currency") {
            "" => household,
            code => code,
        };
        let mut currencies: Vec<String> = Currency::common()
            .map(|one| one.code().to_owned())
            .collect();
        for code in [household, chosen] {
            if !currencies.iter().any(|one| one == code) {
                currencies.insert(0, code.to_owned());
            }
        }
        Control::Money {
            currency: chosen.to_owned(),
            currencies,
        }
    }

    fn table(&self, action: &str) -> Markup {
        let look = self.look;
        let choices = vec![
            Choice::new(TYPICAL, look.text("insurance-choose-typical")),
            Choice::new(OWN, look.text("insurance-choose-own")),
        ];
        let typical = typical(self.home);
        let rows_wrong = self.invalid.get("table.rows").map(|key| look.text(key));
        html! {
            (self.named("table", "insurance-table-which", Control::Radio(choices)))
            div.table-typical {
                @match typical {
                    Some(typical) => {
                        p { (typical.name(look.lang)) ". " (typical.note(look.lang)) }
                        p.quiet { (look.text_with("insurance-source", "source", typical.source(look.lang))) }
                    }
                    None => { p { (look.text("insurance-table-nothing")) } }
                }
            }
            div.table-own {
                p.quiet { (look.text("insurance-own-hint")) }
                div.form-fields {
                    (self.named("table.version", "insurance-version", Control::Date).half())
                    (self.named("table.source", "insurance-where", Control::Text).hint(look.text("insurance-where-hint")).half())
                }
                @if let Some(wrong) = rows_wrong { p.field-error { (Icon::Warning) (wrong) } }
                @for kind in Kind::ALL { (self.row(kind, action)) }
            }
        }
    }

    /// What the terms say of one kind: closed until somebody looks, with how much it says.
    fn row(&self, kind: Kind, action: &str) -> Markup {
        let look = self.look;
        let name = look.text(deductions::kind(kind));
        let prefix = field(kind, "");
        let wrong = self
            .invalid
            .iter()
            .any(|(field, _)| field.starts_with(&prefix));
        let asked = self.typed.get("more") == kind.key();
        let id = format!("row-{}", kind.key());
        let mut bases = vec![Choice::new("", look.text("insurance-row-none"))];
        bases.extend(
            Basis::ALL.map(|basis| Choice::new(basis.key(), look.text(deductions::basis(basis)))),
        );
        let share = |column: &str, label: &str| {
            self.named(field(kind, column), label, Control::Number)
                .half()
        };
        html! {
            details.table-row id=(id) open[wrong || asked] {
                summary {
                    h3 { (name) }
                    span.quiet { (self.summary(kind)) }
                    (Icon::Down)
                }
                div.form-fields {
                    (self.named(field(kind, "basis"), "insurance-basis", Control::Select(bases)))
                    (self.steps(kind, &id, asked, action))
                    (share("then", "insurance-then"))
                    (share("floor", "insurance-floor"))
                    (share("cap", "insurance-cap"))
                }
            }
        }
    }

    /// What stands in the fields of a row, in short: "100–20 %".
    fn summary(&self, kind: Kind) -> String {
        let look = self.look;
        if self.typed.get(&field(kind, "basis")).is_empty() {
            return look.text("insurance-row-empty");
        }
        let then = self.typed.get(&field(kind, "then"));
        let first = self.typed.get(&step(kind, 0, "percent"));
        if first.is_empty() || first == then {
            format!("{then}\u{a0}%")
        } else {
            format!("{first}–{then}\u{a0}%")
        }
    }

    /// Pairs of an age and what is paid up to it, and a button for more of them.
    fn steps(&self, kind: Kind, id: &str, asked: bool, action: &str) -> Markup {
        let look = self.look;
        let there = steps(self.typed, kind);
        let spare = match (there, asked) {
            (0, _) | (_, true) => FEW,
            _ => 1,
        };
        let last = (there + spare).min(Row::STEPS);
        let wrong = self
            .invalid
            .get(&field(kind, "steps"))
            .map(|key| look.text(key));
        let cell = |number: usize, part: &str, label: &str| {
            let name = step(kind, number, part);
            let label = look.text_with(label, "number", &(number + 1).to_string());
            html! {
                input.input name=(name) value=(self.typed.get(&name)) inputmode="numeric" autocomplete="off" aria-label=(label)
                    aria-invalid=[wrong.as_ref().map(|_| "true")];
            }
        };
        html! {
            fieldset.steps.field.is-wrong[wrong.is_some()] {
                legend { (look.text("insurance-steps")) }
                div.step.quiet aria-hidden="true" {
                    span { (look.text("insurance-step-months")) }
                    span { (look.text("insurance-step-percent")) }
                }
                @for number in 0..last {
                    div.step {
                        (cell(number, "months", "insurance-step-months-of"))
                        (cell(number, "percent", "insurance-step-percent-of"))
                    }
                }
                @if let Some(wrong) = &wrong { p.field-error { (Icon::Warning) (wrong) } }
                div {
                    button.button.is-small type="submit" name="more" value=(kind.key()) hx-post=(action) hx-target={ "#" (id) }
                        hx-select={ "#" (id) } hx-swap="outerHTML" { (Icon::Plus) span { (look.text("insurance-step-more")) } }
                }
            }
        }
    }
}

//! What a thing is worth, in three senses side by side, each with its reason: what was paid, what the same costs new today, and
//! what an insurer would pay for it now.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};

use super::around::Around;
use crate::{
    actions::valuation::{self, Terms},
    domain::{
        dates::PartialDate,
        deduction::{Deducted, Payout, Typical},
        exact::ExactSums,
        item::Acquisition,
        money::Money,
    },
    error::Result,
    web::page::{deductions, labels},
};

/// What a thing is worth, on its way to its page.
pub(super) struct Worth<'a> {
    /// The thing, and whoever looks at it.
    pub(super) seen: Around<'a>,
    /// Today.
    pub(super) today: Date,
    /// Whether they may say more of it.
    pub(super) changes: bool,
}

impl Worth<'_> {
    /// The three, for the household as long as it has the thing: what it is insured for is no guest's business.
    pub(super) fn section(&self) -> Result<Markup> {
        let is_theirs = !self.seen.item.is_template() && self.seen.item.archived.is_none();
        let (Ok(editor), true) = (self.seen.viewer.editor(), is_theirs) else {
            return Ok(PreEscaped(String::new()));
        };
        let look = self.seen.look;
        let details = &self.seen.item.details;
        let prices = valuation::prices(details);
        let none = prices.paid.is_none() && prices.new_price.is_none() && prices.market.is_none();
        if none && !self.changes {
            return Ok(PreEscaped(String::new()));
        }
        let terms = Terms::of_household(self.seen.rows, &editor)?;
        let edit = format!("/items/{}/edit#field-new_price", self.seen.item.id);
        Ok(html! {
            section.section.only-full[none] {
                div.section-head {
                    h2 { (look.text("worth-title")) }
                    @if self.changes { a href=(edit) { (look.text("worth-say")) } }
                }
                ul.worths {
                    li.worth { (self.paid()) }
                    li.worth { (self.new_price()) }
                    li.worth { (self.deducted(terms.as_ref())?) }
                }
                @if let Some(Terms::Typical(typical)) = &terms { (self.whence(typical)) }
            }
        })
    }

    fn paid(&self) -> Markup {
        let look = self.seen.look;
        let acquired = &self.seen.item.details.acquired;
        let on = acquired.on.map(|on| look.lang.date(on));
        // What was given or found has no price, and that is said.
        let how = acquired.how.filter(|how| *how != Acquisition::Bought);
        let how = how.map(|how| look.text(labels::acquisition(how)));
        let none = acquired.price.is_none() && how.is_none();
        html! {
            (self.head("worth-paid", acquired.price))
            @if none { p.quiet { (look.text("worth-paid-none")) } }
            (lines([how, on, known(&acquired.from)]))
        }
    }

    fn new_price(&self) -> Markup {
        let look = self.seen.look;
        let details = &self.seen.item.details;
        let on = details.priced_on.map(|on| {
            let day = look.lang.date(PartialDate::Day(on));
            look.text_with("worth-new-when", "when", &day)
        });
        html! {
            (self.head("worth-new", details.new_price))
            @match details.new_price {
                Some(_) => { (lines([on, known(&details.priced_at)])) }
                None => { p.quiet { (look.text("worth-new-none")) } }
            }
        }
    }

    fn deducted(&self, terms: Option<&Terms>) -> Result<Markup> {
        let look = self.seen.look;
        let told = match terms {
            Some(terms) => valuation::deducted(self.seen.rows, terms, self.seen.item, self.today)?,
            None => None,
        };
        Ok(match (terms, told) {
            (Some(terms), Some(Deducted::Pays(payout))) => html! {
                (self.amount("worth-deducted", Some(self.all(&payout)), Some(payout.amount())))
                (lines(deductions::reasons(look, &payout).into_iter().map(Some)))
                (self.word(terms))
            },
            (Some(terms), Some(Deducted::Unknown(why))) => html! {
                (self.head("worth-deducted", None))
                p.quiet { (deductions::unknown(look, why)) }
                (self.word(terms))
            },
            _ => html! {
                (self.head("worth-deducted", None))
                p.quiet { (look.text("worth-nothing")) }
                p { a href="/insurance" { (look.text("worth-own-terms")) } }
            },
        })
    }

    /// What is paid for all of them, rounded once.
    fn all(&self, payout: &Payout) -> Money {
        let mut sums = ExactSums::default();
        sums.add(payout.exact(), self.seen.item.details.quantity.get());
        let all = sums.rounded().iter().next();
        all.unwrap_or_else(|| payout.amount())
    }

    /// By whose word so much is paid.
    fn word(&self, terms: &Terms) -> Markup {
        let look = self.seen.look;
        match terms {
            Terms::Policy(policy) => {
                let insurer = look.text_with("worth-by-policy", "insurer", &policy.details.insurer);
                let deductible = policy.details.deductible.map(|deductible| {
                    let deductible = look.lang.money(deductible);
                    look.text_with("worth-deductible", "deductible", &deductible)
                });
                html! {
                    p.worth-whence { a href={ "/insurance/" (policy.id) } { (insurer) } }
                    @if let Some(deductible) = deductible { p.quiet { (deductible) } }
                }
            }
            Terms::Typical(_) => html! { p { span.badge { (look.text("worth-estimate")) } } },
        }
    }

    /// How far an estimate is to be trusted, and where it is from.
    fn whence(&self, typical: &Typical) -> Markup {
        let look = self.seen.look;
        html! {
            details.worth-whence {
                summary { (look.text("worth-whence")) }
                p { (typical.name(look.lang)) ". " (typical.note(look.lang)) }
                p.quiet { (look.text_with("insurance-source", "source", typical.source(look.lang))) }
                p { a href="/insurance" { (look.text("worth-own-terms")) } }
            }
        }
    }

    /// A kind of value and how much it is, of all of them where there are several.
    fn head(&self, label: &str, each: Option<Money>) -> Markup {
        let count = i64::from(self.seen.item.details.quantity.get());
        let all = each.map(|each| Money::new(each.minor.saturating_mul(count), each.currency));
        self.amount(label, all, each)
    }

    fn amount(&self, label: &str, all: Option<Money>, each: Option<Money>) -> Markup {
        let look = self.seen.look;
        let count = self.seen.item.details.quantity.get();
        let pieces = each.filter(|_| count > 1).map(|each| {
            let arguments = [
                ("count", look.lang.number(count.into()).into()),
                ("each", look.lang.money(each).into()),
            ];
            look.lang.text_with("worth-each", &arguments)
        });
        html! {
            h3.quiet { (look.text(label)) }
            @match all {
                Some(all) => { p.worth-amount { (look.lang.money(all)) } }
                None => { p.worth-amount.quiet { "–" } }
            }
            @if let Some(pieces) = pieces { p.quiet.number { (pieces) } }
        }
    }
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn lines(told: impl IntoIterator<Item = Option<String>>) -> Markup {
    html! { @for line in told.into_iter().flatten() { p.quiet { (line) } } }
}

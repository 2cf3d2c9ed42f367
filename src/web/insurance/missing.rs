//! What a policy does not cover, pointed out before anything happens: why, by how much, and which things.

use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::valuation::Holdings,
    domain::{
        attachment::Bearer,
        item::{Item, ItemId},
        money::Money,
        policy::{Excess, PolicyDetails, Shortfalls},
    },
    error::Result,
    store::Reader,
    ui::{
        banner::Banner,
        icon::Icon,
        list::{List, Row as Line},
        look::Look,
    },
    web::page::{self, Cards},
};

/// How many things are told by name, of those that are too dear.
const NAMES: usize = 12;
/// How many of the valuables are.
const DEAREST: usize = 5;

/// What the household owns, held against a policy for one reader.
pub(super) struct Missing<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// As whom somebody looks.
    pub(super) editor: &'a Editor,
    /// How it looks to them.
    pub(super) look: &'a Look,
    /// What they see of what there is.
    pub(super) holdings: &'a Holdings,
}

impl Missing<'_> {
    /// Everything that the policy does not pay for, or that it pays for all of it.
    pub(super) fn markup(&self, policy: &PolicyDetails) -> Result<Markup> {
        let look = self.look;
        let told = self.holdings.against(policy);
        let single = told.single.iter().take(NAMES).map(|(id, excess)| {
            let limit = look.lang.money(excess.limit);
            let why = look.text_with("insurance-single-why", "limit", &limit);
            self.thing(*id, excess.worth, Some(why))
        });
        let single = single.collect::<Result<Vec<_>>>()?;
        Ok(html! {
            @if told.is_empty() && !self.holdings.priced.is_empty() {
                p.covered { (Icon::Check) span { (look.text("insurance-enough")) } }
            }
            @if let Some(excess) = told.all { (self.warning("insurance-all", "insurance-all-why", excess)) }
            @if let Some(excess) = told.valuables {
                (self.warning("insurance-valuables", "insurance-valuables-why", excess))
                (self.valuables(policy)?)
            }
            @if !single.is_empty() {
                (Banner::warning(look.count("insurance-single", told.single.len())))
                (List(single))
                (self.rest(told.single.len(), NAMES))
            }
            (self.notes(&told))
        })
    }

    fn warning(&self, what: &str, why: &str, excess: Excess) -> Banner {
        let lang = self.look.lang;
        let arguments = [
            ("worth", lang.money(excess.worth).into()),
            ("limit", lang.money(excess.limit).into()),
            ("over", lang.money(excess.over()).into()),
        ];
        let why = lang.text_with(why, &arguments);
        Banner::warning(lang.text_with(what, &arguments)).body(html! { p { (why) } })
    }

    /// The dearest of the valuables that the policy's limit is for.
    fn valuables(&self, policy: &PolicyDetails) -> Result<Markup> {
        let currency = policy.sum_insured.currency;
        let mut counted = self.holdings.valuables();
        counted.retain(|one| one.each.currency == currency);
        let dearest = counted.iter().take(DEAREST).map(|one| {
            let pieces = i64::from(one.quantity.get());
            let worth = Money::new(one.each.minor.saturating_mul(pieces), currency);
            self.thing(one.id, worth, None)
        });
        let dearest = List(dearest.collect::<Result<_>>()?);
        Ok(html! { (dearest) (self.rest(counted.len(), DEAREST)) })
    }

    /// How many more there are than those that are told by name.
    fn rest(&self, all: usize, told: usize) -> Markup {
        let rest = all.saturating_sub(told);
        html! { @if rest > 0 { p.quiet { (self.look.count("insurance-more", rest)) } } }
    }

    fn thing(&self, id: ItemId, worth: Money, why: Option<String>) -> Result<Line> {
        let item = self.editor.viewer().item(self.rows, id)?;
        let item: &Item = &item;
        let icon = Cards::new(self.rows, self.look, self.editor.viewer()).icon(item)?;
        let photo = page::cover(self.rows, Bearer::Item(id))?;
        let line = Line::photo(photo, icon, page::name(self.look, item))
            .href(format!("/items/{id}"))
            .end(html! { span.number { (self.look.lang.money(worth)) } });
        Ok(match why {
            Some(why) => line.text(why),
            None => line,
        })
    }

    /// How it was counted, and what was not.
    fn notes(&self, told: &Shortfalls<ItemId>) -> Markup {
        let look = self.look;
        let total = self.holdings.total();
        let unpriced = self.holdings.unpriced;
        html! {
            div.notes.quiet {
                @if !total.is_empty() {
                    p { (look.text_with("insurance-counted", "total", &look.lang.sums(&total))) }
                }
                @if unpriced > 0 { p { (look.count("insurance-unpriced", unpriced)) } }
                @if self.holdings.elsewhere > 0 { p { (look.count("insurance-elsewhere", self.holdings.elsewhere)) } }
                @if !told.apart.is_empty() {
                    p { (look.text_with("insurance-apart", "sums", &look.lang.sums(&told.apart))) }
                }
            }
        }
    }
}

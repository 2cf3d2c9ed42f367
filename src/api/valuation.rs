//! `/items/{id}/valuation`: what a thing is worth, in three senses, each with its reason.

use axum::{Json as Sent, extract::State};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{Routes, Shared, revision::live, wire::Money};
use crate::{
    access::Editor,
    actions::valuation::{self, Terms},
    domain::{
        deduction::{self, Basis, Deducted, Kind, Reason, Unknown},
        item::ItemId,
        percent::Percent,
    },
    error::Result,
    http::{Path, Problem, Snapshot},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(worth))
}

/// What a thing is worth, each.
#[derive(Serialize, ToSchema)]
struct Valuation {
    /// What was paid.
    paid: Option<Money>,
    /// What the same or its like costs new today.
    new_price: Option<Money>,
    /// What it is worth today.
    value: Option<Money>,
    /// By whose terms age is deducted; `null` where the household has none and nothing is known of what is usual in its country.
    terms: Option<TermsTold>,
    /// What they pay for it; `null` where there is no saying.
    deducted: Option<Payout>,
    /// Why there is no saying: `no_kind`, `no_row`, `no_date`, `no_price`, `no_date_nor_price`, `not_yet` or `cap_currency`.
    #[schema(examples("no_date"))]
    unknown: Option<&'static str>,
}

/// By whose word age is deducted.
#[derive(Serialize, ToSchema)]
#[schema(as = ValuationTerms)]
struct TermsTold {
    /// The policy whose table it is; `null` for what is usual in the country.
    policy: Option<Uuid>,
    /// The day of the version of the terms.
    #[schema(value_type = String, format = Date)]
    version: Date,
    /// Where they are found.
    source: String,
    /// Whether it is an estimate, which no insurer has promised.
    is_estimate: bool,
}

/// What is paid for a thing, before the deductible.
#[derive(Serialize, ToSchema)]
#[schema(as = ValuationPayout)]
struct Payout {
    /// How much.
    amount: Money,
    /// The kind of thing whose row it is by.
    kind: Kind,
    /// Which price it is a part of.
    basis: Basis,
    /// How much of that price, in percent.
    #[schema(maximum = 100)]
    percent: u8,
    /// How old the thing is at most, in whole months; `null` where the row does not ask.
    months: Option<u32>,
    /// Which part of the row says so: `up_to`, `over`, `any_age` or `floor`.
    #[schema(examples("up_to"))]
    reason: &'static str,
    /// How much of the price it would be were the thing as young as its date allows, where that is more.
    #[schema(maximum = 100)]
    at_best: Option<u8>,
    /// Whether it is the most that is paid for one thing.
    capped: bool,
}

impl From<&deduction::Payout> for Payout {
    fn from(payout: &deduction::Payout) -> Self {
        Self {
            amount: payout.amount().into(),
            kind: payout.kind,
            basis: payout.basis,
            percent: payout.percent.get(),
            months: payout.age.map(|age| age.months),
            reason: match payout.reason {
                Reason::UpTo(_) => "up_to",
                Reason::Over(_) => "over",
                Reason::AnyAge => "any_age",
                Reason::Floor => "floor",
            },
            at_best: payout.at_best.map(Percent::get),
            capped: payout.capped.is_some(),
        }
    }
}

const fn unknown(why: Unknown) -> &'static str {
    match why {
        Unknown::NoKind => "no_kind",
        Unknown::NoRow(_) => "no_row",
        Unknown::NoDate => "no_date",
        Unknown::NoPrice(_) => "no_price",
        Unknown::NoDateNorPrice(_) => "no_date_nor_price",
        Unknown::NotYet => "not_yet",
        Unknown::CapCurrency => "cap_currency",
    }
}

/// Get what a thing is worth
///
/// What was paid, what the same costs new today, and what is left of it after age deduction, by the household's own policy or by what
/// is usual.
#[utoipa::path(get, path = "/items/{id}/valuation", tag = "policies",
    responses((status = OK, body = Valuation, description = "The values")))]
async fn worth(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Valuation>, Problem> {
    let item = live(editor.viewer().item(&rows, id)?)?;
    let terms = Terms::of_household(&rows, &editor)?;
    let today = app.store.clock().today();
    let told = match &terms {
        Some(terms) => valuation::deducted(&rows, terms, &item, today)?,
        None => None,
    };
    let (deducted, unknown) = match told {
        Some(Deducted::Pays(payout)) => (Some((&payout).into()), None),
        Some(Deducted::Unknown(why)) => (None, Some(unknown(why))),
        None => (None, None),
    };
    let prices = valuation::prices(&item.details);
    let terms = terms.as_ref().and_then(|terms| {
        let table = terms.table()?;
        Some(TermsTold {
            policy: match terms {
                Terms::Policy(policy) => Some(policy.id.uuid()),
                Terms::Typical(_) => None,
            },
            version: table.version,
            source: table.source.clone(),
            is_estimate: table.is_estimate,
        })
    });
    Ok(Sent(Valuation {
        paid: prices.paid.map(Into::into),
        new_price: prices.new_price.map(Into::into),
        value: prices.market.map(Into::into),
        terms,
        deducted,
        unknown,
    }))
}

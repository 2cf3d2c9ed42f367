//! `/items/{id}/rights`: what the law gives whoever bought a thing.

use axum::{Json as Sent, extract::State};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Routes, Shared, revision::live};
use crate::{
    access::Viewer,
    actions::rights,
    domain::{
        item::ItemId,
        lang::Lang,
        rules::{self, Burden},
    },
    http::{Path, Problem, Snapshot},
    ui::look::Look,
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new().routes(routes!(given))
}

/// The rights that a purchase gives.
#[derive(Serialize, ToSchema)]
struct Rights {
    /// The rights, the shortest first; none of what was not bought, or nobody knows when.
    rights: Vec<Right>,
}

/// A right that the law gives whoever bought something.
#[derive(Serialize, ToSchema)]
pub(super) struct Right {
    /// The rule's name among all countries' rules.
    #[schema(examples("se.goods.complaint"))]
    rule: String,
    /// What it is called, in the reader's language.
    name: String,
    /// What it is about: `complaint` or `withdrawal`.
    purpose: &'static str,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    from: Date,
    /// Its last day; `null` where the law names none.
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Whether it holds today.
    holds: bool,
    /// Until when the seller has to prove that a fault was not there from the beginning.
    #[schema(value_type = Option<String>, format = Date)]
    seller_proves_until: Option<Date>,
    /// Who has to prove how a fault came about, today: `seller` or `buyer`.
    burden: Option<&'static str>,
    /// How soon after finding a fault it is always in time to complain: an ISO 8601 duration.
    #[schema(examples("P2M"))]
    notice: Option<String>,
    /// Where the rule is found.
    source: String,
    /// The edition of the country's rules.
    #[schema(value_type = String, format = Date)]
    edition: Date,
}

impl Right {
    /// A right as it stands on a day, in a language.
    pub(super) fn new(right: &rules::Right, lang: Lang, today: Date) -> Self {
        let rule = right.rule;
        Self {
            rule: rule.id.clone(),
            name: rule.name(lang).to_owned(),
            purpose: rule.purpose.key(),
            from: right.from,
            until: right.until,
            holds: right.holds_on(today),
            seller_proves_until: right.seller_proves_until,
            burden: right.burden_on(today).map(|burden| match burden {
                Burden::Seller => "seller",
                Burden::Buyer => "buyer",
            }),
            notice: rule.notice.map(|notice| notice.to_string()),
            source: rule.source.clone(),
            edition: rule.edition,
        }
    }
}

/// Get the rights that a thing's purchase gives
///
/// By its first receipt that you see, else by what the thing says, as the law was on that day. Where the day is not known, they
/// are counted from the earliest that it can have been.
#[utoipa::path(get, path = "/items/{id}/rights", tag = "receipts",
    responses((status = OK, body = Rights, description = "The rights")))]
async fn given(
    State(app): Shared,
    viewer: Viewer,
    look: Look,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Rights>, Problem> {
    let item = live(viewer.item(&rows, id)?)?;
    let bought = rights::bought(&rows, &viewer, &item)?;
    let today = app.store.clock().today();
    let rights = bought.map(|bought| bought.rights()).unwrap_or_default();
    Ok(Sent(Rights {
        rights: rights
            .iter()
            .map(|right| Right::new(right, look.lang, today))
            .collect(),
    }))
}

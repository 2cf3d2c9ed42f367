//! What warranties and claims are called.

use jiff::civil::Date;

use crate::{
    domain::{
        claim::Claim,
        item::{Item, ItemId},
        receipt::Receipt,
        rules::Right,
        warranty::{End, Span, Standing, Warranty},
    },
    error::Result,
    store::{Row, Rows},
    ui::{icon::Icon, list, look::Look},
    web::page::{self, labels, receipt_name},
};

/// The longest name that a claim gets from its problem, in characters.
const LONGEST: usize = 60;

/// What a warranty is called: its kind, and whose it is where somebody has said.
pub fn warranty(look: &Look, warranty: &Warranty) -> String {
    let details = &warranty.details;
    let kind = look.text(labels::warranty_kind(details.kind));
    if details.provider.is_empty() {
        return kind;
    }
    let arguments = [
        ("kind", kind.into()),
        ("provider", details.provider.clone().into()),
    ];
    look.lang.text_with("warranties-from", &arguments)
}

/// What a claim is called: the first words of what was wrong.
pub fn claim(claim: &Claim) -> String {
    let first = claim.details.problem.lines().next().unwrap_or_default();
    if first.chars().count() <= LONGEST {
        return first.to_owned();
    }
    let cut: String = first.chars().take(LONGEST).collect();
    let whole_words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(begin, _)| begin);
    format!("{whole_words} …")
}

/// How a claim stands: since when it is open, or what came of it when.
pub fn claim_stands(look: &Look, claim: &Claim) -> String {
    let details = &claim.details;
    match details.ended {
        Some(ended) => format!(
            "{}, {}",
            look.text(labels::outcome(ended.how)),
            look.lang.day(ended.on)
        ),
        None => look.text_with("claims-open-since", "day", &look.lang.day(details.opened)),
    }
}

/// A claim in a list: its name, and how it stands.
pub fn claim_row(look: &Look, row: &Row<Claim>) -> list::Row {
    list::Row::icon(Icon::Tool, claim(row))
        .href(format!("/claims/{}", row.id))
        .text(claim_stands(look, row))
}

/// Until when a right of the law holds, seen from a day, or why there is no such day.
pub fn right_end(look: &Look, right: &Right, today: Date) -> String {
    match (right.until, right.open()) {
        (Some(until), _) if until < today => {
            look.text_with("rights-over", "day", &look.lang.day(until))
        }
        (Some(until), _) => look.text_with("receipts-until", "day", &look.lang.day(until)),
        (None, Some(open)) => look.text(labels::open(open)),
        (None, None) => String::new(),
    }
}

/// Until when a warranty holds, seen from a day.
pub fn end(look: &Look, span: Span, today: Date) -> String {
    match (span.end, span.on(today), span.from) {
        (End::On(day), Standing::Over, _) => {
            look.text_with("rights-over", "day", &look.lang.day(day))
        }
        (_, Standing::Ahead, Some(from)) => {
            look.text_with("warranties-ahead", "day", &look.lang.day(from))
        }
        (End::On(day), ..) => look.text_with("receipts-until", "day", &look.lang.day(day)),
        (End::Never, ..) => look.text("warranties-lifetime"),
        (End::Unknown, ..) => look.text("warranties-unknown"),
    }
}

/// A receipt among which a proof is chosen: shop and day.
pub fn receipt(look: &Look, receipt: &Receipt) -> String {
    let name = receipt_name(look, receipt);
    match receipt.details.on {
        Some(on) => format!("{name}, {}", look.lang.date(on)),
        None => name,
    }
}

/// What something is called together with the thing that it is about, for lists of many kinds.
pub fn of_thing(rows: &impl Rows, look: &Look, what: String, item: ItemId) -> Result<String> {
    let item: Option<Row<Item>> = rows.find(item)?;
    let Some(item) = item else {
        return Ok(what);
    };
    let arguments = [
        ("what", what.into()),
        ("thing", page::name(look, &item).into()),
    ];
    Ok(look.lang.text_with("warranties-of", &arguments))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{claim::ClaimDetails, id::Id};

    #[test]
    fn a_claim_is_called_by_its_first_words() {
        let called = |problem: &str| {
            claim(&Claim {
                id: Id::from_uuid(uuid::Uuid::nil()),
                item: Id::from_uuid(uuid::Uuid::nil()),
                details: ClaimDetails {
                    problem: problem.to_owned(),
                    ..ClaimDetails::opened_on(date(2026, 1, 1))
                },
            })
        };
        assert_eq!(called("Läcker\nRinner nedtill."), "Läcker");
        let long = called(&"Läcker vatten ".repeat(9));
        assert!(
            long.ends_with("vatten …") || long.ends_with("Läcker …"),
            "{long}"
        );
        assert!(long.chars().count() <= LONGEST + 2);
        assert_eq!(called(&"x".repeat(99)).chars().count(), LONGEST + 2);
    }
}

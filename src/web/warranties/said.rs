//! What a warranty says, in words: for how long, until when, and where that is proved.

use crate::{
    access::Viewer,
    actions::warranties,
    domain::{
        receipt::Receipt,
        warranty::{Aspect, Term, Warranty, WarrantyDetails},
    },
    error::Result,
    store::{Reader, Row},
    ui::look::Look,
    web::page::{belonging::Ground, labels, promises, receipt_name},
};

/// For how long: "2 år", "till och med 3 maj 2026", "så länge saken håller".
pub(super) fn term(look: &Look, term: Term) -> String {
    match term {
        Term::Unknown => String::new(),
        Term::For(length) => look.lang.length(length),
        Term::Until(day) => look.text_with("receipts-until", "day", &look.lang.day(day)),
        Term::Lifetime => look.text("warranties-lifetime"),
    }
}

/// The receipt that proves a warranty, in words, as far as somebody sees it.
pub(super) fn proof(
    rows: &Reader,
    viewer: &Viewer,
    look: &Look,
    warranty: &Warranty,
) -> Result<Option<(Row<Receipt>, String)>> {
    let proof = warranties::proof(rows, viewer, warranty)?;
    Ok(proof.map(|row| {
        let said = promises::receipt(look, &row);
        (row, said)
    }))
}

/// What a warranty says of one aspect; empty where it says nothing.
pub(super) fn aspect(
    aspect: Aspect,
    details: &WarrantyDetails,
    ground: &Ground<'_>,
) -> Result<String> {
    let look = ground.look;
    Ok(match aspect {
        Aspect::Kind => look.text(labels::warranty_kind(details.kind)),
        Aspect::Provider => details.provider.clone(),
        Aspect::Start => details
            .start
            .map(|day| look.lang.day(day))
            .unwrap_or_default(),
        Aspect::Term => term(look, details.term),
        Aspect::Contact => details.contact.clone(),
        Aspect::Terms => details.terms.clone(),
        Aspect::Proof => match details.proof {
            Some(proof) => {
                let receipt = ground.editor.viewer().receipt(ground.rows, proof)?;
                receipt_name(look, &receipt)
            }
            None => String::new(),
        },
    })
}

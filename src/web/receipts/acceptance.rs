//! Saying yes to what was read of a receipt.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    HERE,
    draft::{Draft, cell, line_price},
};
use crate::{
    access::{Editor, Viewer},
    actions::{
        household,
        receipts::{self, Accepted, Bought},
    },
    app::App,
    domain::{
        item::Quantity,
        money::Currency,
        receipt::{ReceiptDetails, ReceiptId},
    },
    error::{Error, Result},
    http::{Done, Form, Path, Problem, Snapshot},
    store::{Expect, Rows},
};

/// `POST /receipts/{id}/accept`.
pub(super) async fn accept(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let currency = household::current(&rows)?.currency;
    let accepted = accepted(&draft, &rows, editor.viewer(), currency)?;
    let seen = Expect::Revision(draft.seen());
    let to = format!("{HERE}/{id}");
    let saved = app.change(move |store| receipts::accept(store, &editor, id, seen, accepted));
    match saved.await {
        Ok(saved) => {
            let done = Done::new(&app, "receipt-accept", to).undo(saved.undo());
            Ok(done.into_response())
        }
        // Somebody was quicker, or pressed twice: the page says what is still open.
        Err(Error::Conflict) => Ok(Redirect::to(&to).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// What is ticked in the form. A line is wanted for itself, or for its thing.
fn accepted(
    draft: &Draft,
    rows: &impl Rows,
    viewer: &Viewer,
    currency: Currency,
) -> Result<Accepted> {
    let mut details = draft.read(rows, viewer, currency, &ReceiptDetails::default())?;
    let lines = std::mem::take(&mut details.lines);
    let mut accepted = Accepted {
        details,
        ..Accepted::default()
    };
    for (at, line) in lines.into_iter().enumerate() {
        let becomes_thing = !draft.get(&cell(at, "thing")).is_empty();
        if becomes_thing {
            let place = accepted.details.lines.len();
            accepted.things.insert(place, bought(draft, at, currency));
        }
        if becomes_thing || !draft.get("lines").is_empty() {
            accepted.details.lines.push(line);
        }
    }
    Ok(accepted)
}

fn bought(draft: &Draft, at: usize, currency: Currency) -> Bought {
    let quantity = draft.get(&cell(at, "quantity")).parse().ok();
    Bought {
        quantity: quantity.and_then(Quantity::new).unwrap_or_default(),
        each: line_price(draft.get(&cell(at, "each")), currency).ok(),
        serials: draft.all(&cell(at, "serial")).to_vec(),
    }
}

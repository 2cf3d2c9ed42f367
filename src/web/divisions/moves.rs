//! The moves in a division, as buttons and forms send them.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{HERE, board::Shown};
use crate::{
    access::Manager,
    actions::{
        divisions::{self, Board},
        household,
    },
    app::App,
    domain::{
        division::{DivisionId, Group, Move, Rank},
        invalid::Invalid,
        money::Currency,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    ui::look::{Look, Section},
    web::page::typed::Typed,
};

/// `POST /divisions/{id}/moves`. Where somebody else was first, the board is shown as it is now, and says so.
pub(super) async fn play(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<DivisionId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Reports);
    let currency = household::current(&rows)?.currency;
    let made = read(&typed, currency)?;
    let by = manager.clone();
    let played = app
        .change(move |store| divisions::play(store, &by, id, &made))
        .await;
    match played {
        Ok(saved) => {
            let done = Done::new(&app, divisions::action(&made), format!("{HERE}/{id}"));
            Ok(done.undo(saved.undo()).into_response())
        }
        Err(Error::Conflict) => {
            let rows = app.store.read()?;
            let division = divisions::one(&rows, &manager, id)?;
            let board = Board::of(&rows, manager.viewer(), &division)?;
            let shown = Shown {
                rows: &rows,
                manager: &manager,
                look: &look,
                division: &division,
                board: &board,
                overtaken: true,
            };
            let page = shown.page()?.answer(htmx);
            let status = if htmx {
                StatusCode::OK
            } else {
                StatusCode::PRECONDITION_FAILED
            };
            Ok((status, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads a move.
fn read(typed: &Typed, currency: Currency) -> Result<Move> {
    let mut invalid = Invalid::default();
    let lot = || typed.get("lot").parse().map_err(|_| Error::NotFound);
    let known = typed.get("known").parse().unwrap_or_default();
    let turn = typed.number("turn", &mut invalid).unwrap_or(u32::MAX);
    let made = match typed.get("do") {
        "take" => Move::Take { lot: lot()?, turn },
        "pass" => Move::Pass { turn },
        "give" => Move::Give {
            lot: lot()?,
            to: typed.number("to", &mut invalid),
            known,
        },
        "wish" => Move::Wish {
            lot: lot()?,
            party: typed.number("party", &mut invalid).unwrap_or(u32::MAX),
            rank: typed.known("rank", &mut invalid, |key| {
                Rank::from_key(key).ok_or("error-choice")
            }),
        },
        "deal" => Move::Deal,
        "say" => Move::Say {
            lot: lot()?,
            group: typed
                .known("group", &mut invalid, |key| {
                    Group::from_key(key).ok_or("error-choice")
                })
                .unwrap_or_default(),
            value: typed.money("value", currency, &mut invalid),
            in_use: typed.get("in_use") == "1",
            known,
        },
        "drop" => Move::Drop { lot: lot()?, known },
        "settle" => Move::Settle,
        "reopen" => Move::Reopen,
        _ => return Err(Error::invalid("do", "error-choice")),
    };
    invalid.or(made).map_err(Error::from)
}

//! How a thing left the household: sold, given away, thrown out; and back again.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, Render, html};

use super::{
    choices,
    draft::{Draft, refused},
    reading::Reading,
    sheet::named,
};
use crate::{
    access::Editor,
    actions::{household, items},
    app::App,
    domain::{
        invalid::Invalid,
        item::{Archived, Departure, Item, ItemId},
    },
    error::{Error, Result},
    http::{Done, Form as Sent, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Row},
    ui::{
        form::{Control, Form},
        layout::Page,
        look::Look,
    },
    web::page::wording::labelled,
};

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/items/{id}/archive", get(ask).post(archive))
        .route("/items/{id}/unarchive", post(unarchive))
}

async fn ask(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let item = editor.item(&rows, id)?;
    let mut draft = Draft::default();
    if let Some(archived) = &item.archived {
        draft.set("archived_how", archived.how.key());
        draft.set("archived_to", &archived.to);
        if let Some(on) = archived.on {
            draft.set("archived_on", &on.to_string());
        }
        if let Some(price) = archived.price {
            draft.set("archived_price", &look.lang.money_field(price));
            draft.set("archived_price_currency", price.currency.code());
        }
    } else {
        let today = app.store.clock().today();
        draft.set("archived_how", Departure::Sold.key());
        draft.set("archived_on", &today.to_string());
    }
    Ok(page(&look, &rows, &item, &draft, &Invalid::default())?.answer(htmx))
}

async fn archive(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
    Sent(draft): Sent<Draft>,
) -> Result<Response, Problem> {
    let item = editor.item(&rows, id)?;
    let saved = match refused(read(&draft, &rows, &editor))? {
        Ok(archived) => {
            let archiving = app.change(move |store| {
                items::archive(store, &editor, id, Expect::Any, Some(archived))
            });
            refused(archiving.await)?
        }
        Err(invalid) => Err(invalid),
    };
    Ok(match saved {
        Ok(saved) => Done::new(&app, "item-archive", format!("/items/{id}"))
            .undo(saved.undo())
            .into_response(),
        Err(invalid) => {
            let page = page(&look, &rows, &item, &draft, &invalid)?.answer(htmx);
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

fn read(draft: &Draft, rows: &Reader, editor: &Editor) -> Result<Archived> {
    let mut reading = Reading::new(draft, rows, editor.viewer());
    let archived = reading.archived()?;
    reading.invalid.or(archived).map_err(Error::from)
}

async fn unarchive(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ItemId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| items::archive(store, &editor, id, Expect::Any, None))
        .await?;
    Ok(Done::new(&app, "item-unarchive", format!("/items/{id}")).undo(saved.undo()))
}

fn page<'a>(
    look: &'a Look,
    rows: &Reader,
    item: &Row<Item>,
    draft: &Draft,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let field = |name: &str, label: &str, control| {
        named(look, draft, invalid, name, look.text(label), control)
    };
    let currency = household::current(rows)?.currency;
    let money = choices::money(draft.get("archived_price_currency"), currency);
    let fields = html! {
        (field("archived_how", "thing-left-how", Control::Radio(choices::departures(look.lang))))
        (field("archived_on", "thing-left-on", Control::PartialDate).hint(look.text("thing-date-hint")).half())
        (field("archived_price", "thing-left-price", money).half())
        (field("archived_to", "thing-left-whom", Control::Text))
    };
    let action = format!("/items/{}/archive", item.id);
    let form = Form::new(look, action, fields)
        .refused(invalid)
        .save(look.text("thing-archive-save"))
        .cancel(format!("/items/{}", item.id));
    Ok(Page::new(
        look,
        look.text_with("thing-archive-title", "name", &labelled(item)),
        form.render(),
    )
    .lead(look.text("thing-archive-lead"))
    .narrow())
}

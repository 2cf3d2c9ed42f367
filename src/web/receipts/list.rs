//! The register as a list, and files on their way into it: each becomes a receipt.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;

use super::{HERE, keeping};
use crate::{
    access::Editor,
    actions::receipts::{self, is_bare},
    app::App,
    domain::receipt::Receipt,
    error::{Error, Result},
    http::{
        Done, Htmx, Problem, Query, Snapshot, Visit,
        upload::{Uploads, Wanted, refuse},
    },
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        empty::Empty,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
    },
    web::page::{first_page, receipt_name, refusals::refusals},
};

/// How many receipts a page lists.
const PAGE: usize = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    from: usize,
}

/// What a receipt is called.
pub(super) fn name(look: &Look, receipt: &Receipt) -> String {
    receipt_name(look, receipt)
}

/// `GET /receipts`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Query(asked): Query<Asked>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Receipts);
    let today = app.store.clock().today();
    let words = asked.q.trim();
    let all = app.receipts_saying(&rows, editor.viewer(), words)?;
    let none = all.is_empty() && receipts::list(&rows, editor.viewer())?.is_empty();
    let past = receipts::past(&rows, editor.viewer(), today)?.len();
    let next = all.len().saturating_sub(asked.from) > PAGE;
    let shown: Vec<_> = all.iter().skip(asked.from).take(PAGE).collect();
    let (bare, told): (Vec<&Row<Receipt>>, Vec<_>) =
        shown.into_iter().partition(|row| is_bare(row));
    let listed = |receipts: &[&Row<Receipt>]| -> Result<List> {
        let lines = receipts
            .iter()
            .map(|row| kept_row(&rows, &look, row, today));
        Ok(List(lines.collect::<Result<_>>()?))
    };
    let mut years = Vec::new();
    for same in told.chunk_by(|one, next| year(one) == year(next)) {
        years.push((year(same[0]), listed(same)?));
    }
    let body = html! {
        (Upload::receipts(&look, HERE).refresh("#receipts"))
        @if !none {
            form.row method="get" action=(HERE) role="search" {
                input.input type="search" name="q" value=(asked.q) autocomplete="off" aria-label=(look.text("receipts-search"))
                    placeholder=(look.text("receipts-search")) hx-get=(HERE) hx-trigger="input changed delay:200ms"
                    hx-target="#receipts" hx-select="#receipts" hx-swap="outerHTML" hx-sync="this:replace";
                (Button::submit(look.text("ui-search")).icon(Icon::Search).class("only-plain"))
            }
        }
        div #receipts.stack aria-live="polite" {
            @if past > 0 && words.is_empty() {
                (Banner::notice(look.count("receipts-past-some", past)).body(html! {
                    div.row { (Button::link(look.text("receipts-past-look"), "/receipts/past").small()) }
                }))
            }
            @if none { (empty(&look)) }
            @else if all.is_empty() { p.quiet { (look.text("receipts-search-none")) } }
            @if !bare.is_empty() { section.section { h2 { (look.text("receipts-bare")) } (listed(&bare)?) } }
            @for (year, list) in &years {
                section.section { h2 { (year) } (list) }
            }
            @if next {
                div.row { (Button::link(look.text("receipts-older"), older(&asked))) }
            }
        }
    };
    let new = Button::link(look.text("receipts-new"), "/receipts/new").icon(Icon::Plus);
    Ok(Page::new(&look, look.text("receipts-title"), body)
        .actions(html! { (new) })
        .narrow()
        .answer(htmx))
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::Receipt, look.text("receipts-empty")).text(look.text("receipts-empty-text"))
}

fn older(asked: &Asked) -> String {
    let from = (asked.from + PAGE).to_string();
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !asked.q.is_empty() {
        query.append_pair("q", &asked.q);
    }
    format!("{HERE}?{}", query.append_pair("from", &from).finish())
}

fn year(receipt: &Receipt) -> String {
    let year = receipt
        .details
        .on
        .map(crate::domain::dates::PartialDate::year);
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// A receipt in a list: shop, day, what it proves, what was paid.
pub(super) fn row(rows: &Reader, look: &Look, receipt: &Row<Receipt>) -> Result<Line> {
    let picture = first_page(rows, receipt.id)?;
    let line = Line::photo(picture, Icon::Receipt, name(look, receipt))
        .href(format!("{HERE}/{}", receipt.id));
    Ok(line)
}

fn kept_row(rows: &Reader, look: &Look, receipt: &Row<Receipt>, today: Date) -> Result<Line> {
    let details = &receipt.details;
    let things = details.items().len();
    let kept = receipts::keep(rows, receipt)?;
    let parts = [
        details.on.map(|on| look.lang.date(on)),
        (things > 0).then(|| look.count("ui-things-count", things)),
        keeping::line(look, &kept, today),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let line = row(rows, look, receipt)?.text(text);
    Ok(match details.total {
        Some(total) => line.end(html! { span.number { (look.lang.money(total)) } }),
        None => line,
    })
}

/// `POST /receipts`: each file becomes a receipt of its own.
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    editor: Editor,
    visit: Visit,
    request: Request,
) -> Result<Response, Problem> {
    let uploads = Uploads::receive(&app.media, request, Wanted::Documents).await?;
    let (kept, refused) = Uploads::sort(uploads.files);
    if kept.is_empty() && refused.is_empty() {
        return Err(Error::invalid("file", "error-no-file").into());
    }
    let count = kept.len();
    let saved = app
        .change(move |store| receipts::add_many(store, &editor, kept))
        .await?;
    if !refused.is_empty() {
        return Ok(if visit.json {
            refuse(&refused, visit.look.lang)
        } else {
            refusals(&visit.look, count, &refused, HERE)
        });
    }
    if visit.json {
        let receipts: Vec<_> = saved
            .value
            .iter()
            .map(|row| json!({ "id": row.id, "href": format!("{HERE}/{}", row.id) }))
            .collect();
        return Ok((StatusCode::CREATED, Json(json!({ "receipts": receipts }))).into_response());
    }
    let to = match saved.value.as_slice() {
        [one] => format!("{HERE}/{}/edit", one.id),
        _ => HERE.to_owned(),
    };
    let done = Done::new(&app, "receipt-add", to).undo(saved.undo());
    Ok(done.into_response())
}

//! `/receipts`: what was bought where, what it proves, and how long each receipt is kept.

use axum::{
    Json as Sent,
    extract::{Request, State},
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};
use uuid::Uuid;

use super::{
    DefaultBodyLimit, MOST, Routes, Shared, USUAL_LIMIT, arrival,
    attachments::{self, Attachments, Files, Uploaded},
    json::Patch,
    revision::{Created, Seen, Tagged, live, step, with_actions},
    wire::{Kept, Receipt, ReceiptFields, ReceiptRead, ReceiptVersion},
};
use crate::{
    access::Editor,
    actions::receipts,
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::ItemId,
        receipt::{ReceiptDetails, ReceiptId},
    },
    error::Result,
    http::{
        Path, Problem, Query, Snapshot,
        upload::{Uploads, Wanted},
    },
    store::Reader,
    ui::look::Look,
};

/// The routes of this file. An upload is as long as its files, each of which has a limit of its own.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(DefaultBodyLimit::disable()))
        .routes(routes!(past))
        .routes(routes!(show, change, remove))
        .routes(routes!(keep))
        .routes(routes!(restore))
        .routes(routes!(versions))
        .routes(routes!(pages, add_pages).layer(DefaultBodyLimit::disable()))
        .routes(routes!(of_item))
}

/// Receipts.
#[derive(Serialize, ToSchema)]
struct Receipts {
    /// The receipts.
    receipts: Vec<Receipt>,
    /// What `after` says to get the next page; `null` on the last.
    next: Option<Uuid>,
}

/// Which receipts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Listed {
    /// Words, or parts of words, that each must say: what is written about it, or what was read on its pages.
    q: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// The receipt after which the page begins: `next` of the page before.
    after: Option<Uuid>,
}

/// List receipts
///
/// The newest purchase first; before all others those that nobody has dated.
#[utoipa::path(get, path = "/receipts", tag = "receipts", params(Listed),
    responses((status = OK, body = Receipts, description = "The receipts")))]
async fn list(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Query(listed): Query<Listed>,
) -> Result<Sent<Receipts>, Problem> {
    let words = listed.q.as_deref().unwrap_or_default();
    let all = app.receipts_saying(&rows, editor.viewer(), words)?;
    let limit = listed.limit.unwrap_or(USUAL_LIMIT).clamp(1, MOST);
    let after = listed
        .after
        .and_then(|after| all.iter().position(|row| row.id.uuid() == after));
    let begin = after.map_or(0, |at| at + 1);
    let page: Vec<_> = all.iter().skip(begin).take(limit).collect();
    let has_more = all.len() > begin + page.len();
    Ok(Sent(Receipts {
        next: page.last().filter(|_| has_more).map(|row| row.id.uuid()),
        receipts: page.into_iter().map(Into::into).collect(),
    }))
}

/// Add a receipt
///
/// The files are its pages, in their order; a picture that cannot be read is kept as it is, and without any file it has no pages
/// yet. What is said about it, a `PATCH` says.
#[utoipa::path(post, path = "/receipts", tag = "receipts",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Receipt, description = "The receipt", headers(("Location"), ("ETag")))))]
async fn create(
    State(app): Shared,
    editor: Editor,
    request: Request,
) -> Result<Created<Receipt>, Problem> {
    let uploads = Uploads::receive(&app.media, request, Wanted::Documents).await?;
    let (kept, refused) = Uploads::sort(uploads.files);
    if kept.is_empty() && !refused.is_empty() {
        return Err(arrival::all_refused(refused).into());
    }
    let row = app
        .change(move |store| receipts::add(store, &editor, ReceiptDetails::default(), kept))
        .await?
        .value;
    Ok(Created {
        at: format!("/receipts/{}", row.id),
        revision: row.revision,
        body: (&row).into(),
    })
}

/// A receipt that nothing speaks for keeping any more.
#[derive(Serialize, ToSchema)]
struct Past {
    /// The rule that held longest.
    kept: Kept,
    /// The receipt.
    #[serde(flatten)]
    receipt: Receipt,
}

/// Receipts that nothing speaks for keeping any more.
#[derive(Serialize, ToSchema)]
struct PastReceipts {
    /// The receipts, those that ended first first. They stay until somebody removes them.
    receipts: Vec<Past>,
}

/// List the receipts that may go
#[utoipa::path(get, path = "/receipts/past", tag = "receipts",
    responses((status = OK, body = PastReceipts, description = "The receipts")))]
async fn past(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
) -> Result<Sent<PastReceipts>, Problem> {
    let past = receipts::past(&rows, editor.viewer(), app.store.clock().today())?;
    let receipts = past.iter().map(|(row, kept)| Past {
        kept: Kept::new(kept, look.lang),
        receipt: row.into(),
    });
    Ok(Sent(PastReceipts {
        receipts: receipts.collect(),
    }))
}

/// Get a receipt
///
/// With what was read of its pages, on this machine alone. That comes in the background, and is no change of the receipt.
#[utoipa::path(get, path = "/receipts/{id}", tag = "receipts",
    responses((status = OK, body = ReceiptRead, description = "The receipt", headers(("ETag")))))]
async fn show(
    State(app): Shared,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
) -> Result<Tagged<ReceiptRead>, Problem> {
    let row = live(editor.viewer().receipt(&rows, id)?)?;
    let read = app.read_of(&rows, id)?;
    Ok(Tagged(row.revision, ReceiptRead::new(&row, &read)))
}

/// Change a receipt
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/receipts/{id}", tag = "receipts", params(Seen), request_body = ReceiptFields,
    responses((status = OK, body = Receipt, description = "The receipt as it is now", headers(("ETag")))))]
async fn change(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ReceiptId>,
    Seen(seen): Seen,
    patch: Patch<ReceiptFields>,
) -> Result<Tagged<Receipt>, Problem> {
    step(&app, move |store| {
        receipts::adjust(store, &editor, id, seen, |details| {
            *details = patch.onto(&(&*details).into())?.read()?;
            Ok(())
        })
    })
    .await
}

/// Remove a receipt
///
/// Puts it into the bin, its pages with it.
#[utoipa::path(delete, path = "/receipts/{id}", tag = "receipts", params(Seen),
    responses((status = NO_CONTENT, description = "It is in the bin")))]
async fn remove(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ReceiptId>,
    Seen(seen): Seen,
) -> Result<StatusCode, Problem> {
    app.change(move |store| {
        live(editor.receipt(&store.read()?, id)?)?;
        receipts::remove(store, &editor, id, seen)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How long a receipt is kept.
#[derive(Serialize, ToSchema)]
struct Keeping {
    /// What each rule says, the longest first. Empty while nobody has said when it was bought and what it is kept for.
    rules: Vec<Kept>,
}

/// Get how long a receipt is kept
///
/// By each of its purposes, as the law was on the day of the purchase.
#[utoipa::path(get, path = "/receipts/{id}/keep", tag = "receipts",
    responses((status = OK, body = Keeping, description = "What the rules say")))]
async fn keep(
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
) -> Result<Sent<Keeping>, Problem> {
    let row = live(editor.viewer().receipt(&rows, id)?)?;
    let kept = receipts::keep(&rows, &row)?;
    Ok(Sent(Keeping {
        rules: kept.iter().map(|kept| Kept::new(kept, look.lang)).collect(),
    }))
}

/// Take a receipt out of the bin
#[utoipa::path(post, path = "/receipts/{id}/restore", tag = "receipts",
    responses((status = OK, body = Receipt, description = "The receipt", headers(("ETag")))))]
async fn restore(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ReceiptId>,
) -> Result<Tagged<Receipt>, Problem> {
    step(&app, move |store| receipts::restore(store, &editor, id)).await
}

/// What a receipt has been.
#[derive(Serialize, ToSchema)]
struct ReceiptHistory {
    /// Every version, the newest first.
    versions: Vec<ReceiptVersion>,
}

/// List every version of a receipt
#[utoipa::path(get, path = "/receipts/{id}/history", tag = "receipts",
    responses((status = OK, body = ReceiptHistory, description = "The versions")))]
async fn versions(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
) -> Result<Sent<ReceiptHistory>, Problem> {
    let versions = with_actions(&rows, editor.viewer().receipt_versions(&rows, id)?)?.into_iter();
    let told = versions.map(|(action, row)| ReceiptVersion {
        action,
        receipt: (&row).into(),
    });
    Ok(Sent(ReceiptHistory {
        versions: told.collect(),
    }))
}

/// List a receipt's pages
///
/// They are documents: `/documents/{id}/content` has the file.
#[utoipa::path(get, path = "/receipts/{id}/documents", tag = "receipts",
    responses((status = OK, body = Attachments, description = "The pages, in their order")))]
async fn pages(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
) -> Result<Sent<Attachments>, Problem> {
    let (viewer, of) = (editor.viewer(), Bearer::Receipt(id));
    Ok(Sent(attachments::of_bearer(
        &rows,
        viewer,
        AttachmentKind::Document,
        of,
    )?))
}

/// Add pages to a receipt
///
/// After those that are there. A file that is refused does not hold back the others.
#[utoipa::path(post, path = "/receipts/{id}/documents", tag = "receipts",
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = CREATED, body = Uploaded, description = "What came of it")))]
async fn add_pages(
    State(app): Shared,
    editor: Editor,
    look: Look,
    Path(id): Path<ReceiptId>,
    request: Request,
) -> Result<(StatusCode, Sent<Uploaded>), Problem> {
    let of = Bearer::Receipt(id);
    Ok(arrival::receive(&app, editor, &look, of, AttachmentKind::Document, request).await?)
}

/// List the receipts that prove a thing
#[utoipa::path(get, path = "/items/{id}/receipts", tag = "receipts",
    responses((status = OK, body = Receipts, description = "The receipts, the newest purchase first")))]
async fn of_item(
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Sent<Receipts>, Problem> {
    live(editor.viewer().item(&rows, id)?)?;
    Ok(Sent(proving(&rows, &editor, id)?))
}

fn proving(rows: &Reader, editor: &Editor, id: ItemId) -> Result<Receipts> {
    let receipts = receipts::of_item(rows, editor.viewer(), id)?;
    Ok(Receipts {
        receipts: receipts.iter().map(Into::into).collect(),
        next: None,
    })
}

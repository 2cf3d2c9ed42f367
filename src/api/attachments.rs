//! What photos and documents have in common: listed, changed and sent the same way.

use std::sync::Arc;

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    MOST, USUAL_LIMIT,
    json::Patch,
    revision::{Known, Tagged, live},
    wire,
};
use crate::{
    access::{Editor, Viewer},
    actions::{
        attachments::{self, Arrangement},
        belongings::in_use_with_thing,
    },
    app::App,
    domain::{
        attachment::{Attachment, AttachmentId, AttachmentKind, Bearer},
        id::Id,
    },
    error::{Error, Result},
    http::files::Download,
    media::Size,
    store::{Expect, Reader, Row, Rows},
};

/// Which photos or documents are listed.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Listed {
    /// Only those of this thing.
    item: Option<Uuid>,
    /// Only those of this place.
    place: Option<Uuid>,
    /// The `next` of the page before.
    after: Option<Uuid>,
    /// At most so many; 60 when nothing is said, 200 at most.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// What an upload belongs to: a thing or a place.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Of {
    /// The thing.
    item: Option<Uuid>,
    /// The place.
    place: Option<Uuid>,
}

/// A form with files, as a browser sends it.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "it documents what `Uploads` reads from the stream"
)]
pub(super) struct Files {
    /// One or several files.
    #[schema(format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<Vec<u8>>,
}

/// Photos or documents.
#[derive(Serialize, ToSchema)]
pub(super) struct Attachments {
    /// The photos or documents.
    pub attachments: Vec<wire::Attachment>,
    /// What `after` says to get the next page; `null` on the last.
    pub next: Option<Uuid>,
}

/// What came of an upload.
#[derive(Serialize, ToSchema)]
pub(super) struct Uploaded {
    /// What was added, in the order in which it was sent.
    pub attachments: Vec<wire::Attachment>,
    /// The files that were not taken; when none is, the answer is a problem that names them.
    pub refused: Vec<wire::Refused>,
    /// The number of the change, which `POST /changes/{number}/undo` takes back.
    pub change: u64,
}

/// How large a picture is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wants {
    /// `small` or `large`: a picture that fits a screen, turned as people turned it. Else the original, byte for byte.
    size: Option<String>,
}

/// What a photo or document is moved to: a thing or a place.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Goal {
    /// The thing.
    item: Option<Uuid>,
    /// The place.
    place: Option<Uuid>,
}

impl Of {
    pub(super) fn bearer(&self) -> Result<Bearer> {
        bearer(self.item, self.place)?.ok_or_else(|| Error::invalid("item", "api-no-bearer"))
    }
}

fn bearer(item: Option<Uuid>, place: Option<Uuid>) -> Result<Option<Bearer>> {
    match (item, place) {
        (None, None) => Ok(None),
        (Some(item), None) => Ok(Some(Bearer::Item(Id::from_uuid(item)))),
        (None, Some(place)) => Ok(Some(Bearer::Place(Id::from_uuid(place)))),
        (Some(_), Some(_)) => Err(Error::invalid("place", "api-no-bearer")),
    }
}

/// The photos or documents of one thing or place, or of all that somebody sees, in the order in which they were added.
pub(super) fn list(
    rows: &Reader,
    viewer: &Viewer,
    kind: AttachmentKind,
    listed: &Listed,
) -> Result<Attachments> {
    if let Some(of) = bearer(listed.item, listed.place)? {
        return of_bearer(rows, viewer, kind, of);
    }
    let most = listed.limit.unwrap_or(USUAL_LIMIT);
    if most == 0 || most > MOST {
        return Err(Error::invalid("limit", "api-value"));
    }
    let mut found = Vec::new();
    rows.each(listed.after.map(Id::from_uuid), |row: Row<Attachment>| {
        if row.kind == kind && row.binned.is_none() && sees(rows, viewer, row.of)? {
            found.push(row);
        }
        Ok(found.len() <= most)
    })?;
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|row| row.id.uuid());
    let attachments = found.iter().map(|row| on_wire(rows, row));
    Ok(Attachments {
        attachments: attachments.collect::<Result<_>>()?,
        next,
    })
}

/// The photos or documents of one thing or place, in their order.
pub(super) fn of_bearer(
    rows: &Reader,
    viewer: &Viewer,
    kind: AttachmentKind,
    of: Bearer,
) -> Result<Attachments> {
    if !sees(rows, viewer, of)? {
        return Err(Error::NotFound);
    }
    let all = attachments::list(rows, of)?;
    let own = all.iter().filter(|row| row.kind == kind).enumerate();
    Ok(Attachments {
        attachments: own
            .map(|(position, row)| wire::Attachment::new(row, position))
            .collect(),
        next: None,
    })
}

/// Whether somebody sees what an attachment belongs to, and it is not in the bin.
pub(super) fn sees(rows: &Reader, viewer: &Viewer, of: Bearer) -> Result<bool> {
    let seen = match of {
        Bearer::Item(item) => viewer.item(rows, item).and_then(live).map(drop),
        Bearer::Place(place) => viewer.place(rows, place).and_then(live).map(drop),
        Bearer::Receipt(receipt) => viewer.receipt(rows, receipt).and_then(live).map(drop),
        Bearer::Claim(claim) => viewer.of_thing(rows, claim).and_then(live).map(drop),
        Bearer::Job(job) => in_use_with_thing(rows, viewer, job).map(drop),
        Bearer::Memory(memory) => in_use_with_thing(rows, viewer, memory).map(drop),
        Bearer::Incident(incident) => viewer.incident(rows, incident).and_then(live).map(drop),
    };
    match seen {
        Ok(()) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A photo or document with its place among its siblings; one in the bin has none, and says the first.
pub(super) fn on_wire(rows: &impl Rows, row: &Row<Attachment>) -> Result<wire::Attachment> {
    let siblings = attachments::list(rows, row.of)?;
    let mut own = siblings.iter().filter(|sibling| sibling.kind == row.kind);
    let position = own.position(|sibling| sibling.id == row.id);
    Ok(wire::Attachment::new(row, position.unwrap_or_default()))
}

/// A photo or document that somebody sees, not in the bin.
pub(super) fn seen(
    rows: &Reader,
    viewer: &Viewer,
    kind: AttachmentKind,
    id: AttachmentId,
) -> Result<Row<Attachment>> {
    let row = live(viewer.attachment(rows, id)?)?;
    if row.kind == kind && sees(rows, viewer, row.of)? {
        Ok(row)
    } else {
        Err(Error::NotFound)
    }
}

pub(super) fn show(
    rows: &Reader,
    viewer: &Viewer,
    kind: AttachmentKind,
    id: AttachmentId,
    known: &Known,
) -> Result<Response> {
    let row = seen(rows, viewer, kind, id)?;
    known.answer(row.revision, || on_wire(rows, &row))
}

pub(super) async fn change(
    app: &Arc<App>,
    editor: Editor,
    kind: AttachmentKind,
    id: AttachmentId,
    seen_at: Expect,
    patch: Patch<wire::AttachmentFields>,
) -> Result<Tagged<wire::Attachment>> {
    app.change(move |store| {
        seen(&store.read()?, editor.viewer(), kind, id)?;
        let row = attachments::adjust(store, &editor, id, seen_at, |arrangement| {
            let present = wire::AttachmentFields {
                caption: arrangement.caption.clone(),
                rotation: arrangement.rotation,
                position: arrangement.position,
            };
            let fields = patch.onto(&present)?;
            *arrangement = Arrangement {
                caption: fields.caption,
                rotation: fields.rotation,
                position: fields.position,
            };
            Ok(())
        })?
        .value;
        Ok(Tagged(row.revision, on_wire(&store.read()?, &row)?))
    })
    .await
}

pub(super) async fn move_to(
    app: &Arc<App>,
    editor: Editor,
    kind: AttachmentKind,
    id: AttachmentId,
    seen_at: Expect,
    goal: &Goal,
) -> Result<Tagged<wire::Attachment>> {
    let of = bearer(goal.item, goal.place)?;
    let of = of.ok_or_else(|| Error::invalid("item", "api-no-bearer"))?;
    app.change(move |store| {
        let rows = store.read()?;
        seen(&rows, editor.viewer(), kind, id)?;
        if !sees(&rows, editor.viewer(), of)? {
            return Err(Error::invalid("item", "error-gone"));
        }
        let row = attachments::give(store, &editor, id, seen_at, of)?.value;
        Ok(Tagged(row.revision, on_wire(&store.read()?, &row)?))
    })
    .await
}

pub(super) async fn remove(
    app: &Arc<App>,
    editor: Editor,
    kind: AttachmentKind,
    id: AttachmentId,
    seen_at: Expect,
) -> Result<StatusCode> {
    app.change(move |store| {
        seen(&store.read()?, editor.viewer(), kind, id)?;
        attachments::remove(store, &editor, id, seen_at)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn restore(
    app: &Arc<App>,
    editor: Editor,
    kind: AttachmentKind,
    id: AttachmentId,
) -> Result<Tagged<wire::Attachment>> {
    app.change(move |store| {
        if editor.attachment(&store.read()?, id)?.kind != kind {
            return Err(Error::NotFound);
        }
        let row = attachments::restore(store, &editor, id)?.value;
        Ok(Tagged(row.revision, on_wire(&store.read()?, &row)?))
    })
    .await
}

/// The file itself: the original to keep, or a picture of it to look at.
pub(super) async fn content(
    app: &App,
    row: Row<Attachment>,
    wants: &Wants,
    request: Request,
) -> Result<Response, crate::http::Problem> {
    let size = match wants.size.as_deref() {
        None => {
            let attachment = row.body;
            let download = Download {
                path: app.media.blobs().path(attachment.blob),
                media_type: attachment.media_type,
                save_as: Some(attachment.file_name),
            };
            return download.send(request).await;
        }
        Some("small") => Size::Small,
        Some("large") => Size::Large,
        Some(_) => return Err(Error::invalid("size", "api-value").into()),
    };
    let shown = app.media.picture(row.blob, row.rotation, size).await?;
    let download = Download {
        path: shown.path,
        media_type: shown.media_type.to_owned(),
        save_as: None,
    };
    let mut response = download.send(request).await?;
    // Unlike a page's, this address stays the same when somebody turns the photo.
    let cache = HeaderValue::from_static("private, no-cache");
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    Ok(response)
}

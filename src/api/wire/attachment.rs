//! A photo or a document on the wire.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Stamp;
use crate::{
    domain::{
        attachment::{self, Bearer},
        rotation::Rotation,
    },
    store::Row,
};

/// A photo or a document.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Attachment {
    /// Which.
    pub id: Uuid,
    /// The number of the change that made it what it is: its `ETag`.
    pub revision: u64,
    /// Photo or document.
    pub kind: AttachmentKind,
    /// The thing that it belongs to.
    pub item: Option<Uuid>,
    /// The place that it belongs to.
    pub place: Option<Uuid>,
    /// The receipt that it is a page of.
    pub receipt: Option<Uuid>,
    /// The claim that it is a paper of.
    pub claim: Option<Uuid>,
    /// The job that it tells of.
    pub job: Option<Uuid>,
    /// The memory that it tells of.
    pub memory: Option<Uuid>,
    /// The incident that it belongs to.
    pub incident: Option<Uuid>,
    /// The file's name as it came.
    pub file_name: String,
    /// What its bytes are: an IANA media type.
    #[schema(examples("image/jpeg"))]
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub hash: String,
    /// Width in pixels, right side up, before `rotation`; for pictures.
    pub width: Option<u32>,
    /// Height in pixels, right side up, before `rotation`; for pictures.
    pub height: Option<u32>,
    /// When it was taken, by the camera's own clock.
    #[schema(value_type = Option<String>, examples("2024-05-03T14:12:00"))]
    pub taken: Option<DateTime>,
    /// When it was added, and by whom.
    pub created: Stamp,
    /// When it was last changed, and by whom.
    pub changed: Stamp,
    /// When it was put into the bin, while it lies there.
    pub binned: Option<Stamp>,
    /// What a person can change of it.
    #[serde(flatten)]
    pub fields: AttachmentFields,
}

/// Photo or document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum AttachmentKind {
    /// Among the pictures.
    Photo,
    /// Among the papers.
    Document,
}

/// What a person can change of a photo or a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct AttachmentFields {
    /// The words under it.
    pub caption: String,
    /// How far a person turned it, in degrees clockwise: 0, 90, 180 or 270.
    #[schema(value_type = u16, examples(90))]
    pub rotation: Rotation,
    /// Its place among the photos or documents of the same thing or place, from 0; the first photo is the cover.
    pub position: usize,
}

/// A file that was not taken.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(in crate::api) struct Refused {
    /// What its sender calls it.
    pub name: String,
    /// Why, in the reader's language.
    pub why: String,
}

impl Attachment {
    /// A photo or document that stands at this place among its siblings.
    pub(in crate::api) fn new(row: &Row<attachment::Attachment>, position: usize) -> Self {
        let (mut item, mut place, mut receipt) = (None, None, None);
        let (mut claim, mut job, mut memory, mut incident) = (None, None, None, None);
        match row.of {
            Bearer::Item(id) => item = Some(id.uuid()),
            Bearer::Place(id) => place = Some(id.uuid()),
            Bearer::Receipt(id) => receipt = Some(id.uuid()),
            Bearer::Claim(id) => claim = Some(id.uuid()),
            Bearer::Job(id) => job = Some(id.uuid()),
            Bearer::Memory(id) => memory = Some(id.uuid()),
            Bearer::Incident(id) => incident = Some(id.uuid()),
        }
        Self {
            id: row.id.uuid(),
            revision: row.revision.get(),
            kind: row.kind.into(),
            item,
            place,
            receipt,
            claim,
            job,
            memory,
            incident,
            file_name: row.file_name.clone(),
            media_type: row.media_type.clone(),
            size: row.size,
            hash: row.blob.to_string(),
            width: row.pixels.map(|(width, _)| width),
            height: row.pixels.map(|(_, height)| height),
            taken: row.taken,
            created: row.created.into(),
            changed: row.changed.into(),
            binned: row.binned.map(Into::into),
            fields: AttachmentFields {
                caption: row.caption.clone(),
                rotation: row.rotation,
                position,
            },
        }
    }
}

impl From<attachment::AttachmentKind> for AttachmentKind {
    fn from(kind: attachment::AttachmentKind) -> Self {
        match kind {
            attachment::AttachmentKind::Photo => Self::Photo,
            attachment::AttachmentKind::Document => Self::Document,
        }
    }
}

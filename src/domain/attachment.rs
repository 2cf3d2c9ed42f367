//! A photo, a document or a recording that belongs to a thing or a place, or to what is said of one.

use jiff::civil::DateTime;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{
    blob::BlobHash, claim::ClaimId, id::Id, incident::IncidentId, item::ItemId, job::JobId,
    memory::MemoryId, place::PlaceId, receipt::ReceiptId, rotation::Rotation,
};

/// The id of an attachment.
pub type AttachmentId = Id<Attachment>;

/// What an attachment belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Bearer {
    /// A thing.
    #[n(0)]
    Item(#[n(0)] ItemId),
    /// A place.
    #[n(1)]
    Place(#[n(0)] PlaceId),
    /// A receipt, as one of its pages.
    #[n(2)]
    Receipt(#[n(0)] ReceiptId),
    /// A claim, as one of its papers.
    #[n(3)]
    Claim(#[n(0)] ClaimId),
    /// A job: something that was done for a thing.
    #[n(4)]
    Job(#[n(0)] JobId),
    /// A memory: a story that goes with a thing.
    #[n(5)]
    Memory(#[n(0)] MemoryId),
    /// An incident: what it did, and what was written about it.
    #[n(6)]
    Incident(#[n(0)] IncidentId),
}

impl Bearer {
    /// Its id, whatever it is.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Item(item) => item.uuid(),
            Self::Place(place) => place.uuid(),
            Self::Receipt(receipt) => receipt.uuid(),
            Self::Claim(claim) => claim.uuid(),
            Self::Job(job) => job.uuid(),
            Self::Memory(memory) => memory.uuid(),
            Self::Incident(incident) => incident.uuid(),
        }
    }
}

/// How it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum AttachmentKind {
    /// Among the pictures.
    #[n(0)]
    Photo,
    /// Among the papers; sound and films, too.
    #[n(1)]
    Document,
}

/// A file that somebody gave, kept byte for byte, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Attachment {
    /// Which.
    #[n(0)]
    pub id: AttachmentId,
    /// What it belongs to.
    #[n(1)]
    pub of: Bearer,
    /// Photo or document.
    #[n(2)]
    pub kind: AttachmentKind,
    /// The bytes, by their hash.
    #[n(3)]
    pub blob: BlobHash,
    /// How many bytes.
    #[n(4)]
    pub size: u64,
    /// What the bytes are, by themselves and not by their name: an IANA media type.
    #[n(5)]
    pub media_type: String,
    /// The file's name as it came.
    #[n(6)]
    pub file_name: String,
    /// What a person wrote under it.
    #[n(7)]
    pub caption: String,
    /// Its place among its siblings; the first photo is the cover.
    #[n(8)]
    pub position: u32,
    /// How a person turned it.
    #[n(9)]
    pub rotation: Rotation,
    /// Width and height in pixels, right side up, before `rotation`.
    #[n(10)]
    pub pixels: Option<(u32, u32)>,
    /// When it was taken, by the camera's own clock.
    #[cbor(n(11), with = "super::dates::iso")]
    pub taken: Option<DateTime>,
    /// What it has belonged to before, each once: what its history is told in, too.
    #[n(12)]
    #[cbor(default)]
    pub left: Vec<Bearer>,
}

impl Attachment {
    /// Width and height as shown, after `rotation`.
    #[must_use]
    pub fn shown_pixels(&self) -> Option<(u32, u32)> {
        let (width, height) = self.pixels?;
        Some(
            if matches!(self.rotation, Rotation::Quarter | Rotation::ThreeQuarters) {
                (height, width)
            } else {
                (width, height)
            },
        )
    }
}

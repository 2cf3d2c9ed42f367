//! What a report shows and carries along beside its words: pictures, papers, and what is told of a thing.

use minicbor::{Decode, Encode};

use crate::domain::{
    blob::BlobHash, dates::PartialDate, item::ItemId, keyed::keyed, rotation::Rotation,
};

/// A file of the archive, with what a report needs to know to show it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Exhibit {
    /// Its bytes, by their hash.
    #[n(0)]
    pub blob: BlobHash,
    /// How many bytes.
    #[n(1)]
    pub size: u64,
    /// What the bytes are: an IANA media type.
    #[n(2)]
    pub media_type: String,
    /// What stands beneath it.
    #[n(3)]
    pub caption: String,
    /// How a person turned it.
    #[n(4)]
    pub rotation: Rotation,
    /// Width and height in pixels, right side up, before `rotation`.
    #[n(5)]
    pub pixels: Option<(u32, u32)>,
}

impl Exhibit {
    /// Whether it can be shown as a page: a picture, or the first page of a PDF.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.pixels.is_some() || self.is_pdf()
    }

    /// Whether it may have more pages than the first.
    #[must_use]
    pub fn is_pdf(&self) -> bool {
        self.media_type == "application/pdf"
    }
}

/// A receipt, a guarantee or another proof, as pages at the end of a report.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Paper {
    /// The file.
    #[n(0)]
    pub exhibit: Exhibit,
    /// The things that it is about.
    #[n(1)]
    pub items: Vec<ItemId>,
}

/// Something that is told: what was done for a thing, what is remembered of it, what was said after an incident.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Passage {
    /// What it is about.
    #[n(0)]
    pub subject: Subject,
    /// When it was.
    #[n(1)]
    pub on: Option<PartialDate>,
    /// Its heading; may be empty.
    #[n(2)]
    pub title: String,
    /// What is told, in Markdown.
    #[n(3)]
    pub text: String,
    /// The pictures that go with it.
    #[n(4)]
    pub photos: Vec<Exhibit>,
}

/// What a passage is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Subject {
    /// What was done for a thing.
    #[n(0)]
    Upkeep,
    /// What is remembered of it.
    #[n(1)]
    Memory,
    /// A call, a letter or a visit.
    #[n(2)]
    Contact,
    /// What an incident did, to be seen on pictures.
    #[n(3)]
    Damage,
}

keyed!(Subject {
    Upkeep => "upkeep",
    Memory => "memory",
    Contact => "contact",
    Damage => "damage",
});

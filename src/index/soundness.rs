//! Whether the index can be trusted: what is found of it on disk, and which things it knows.

use std::{collections::HashSet, path::Path};

use uuid::Uuid;

use super::{Index, directory::Folder, read_payload};

/// What is found in an index's folder.
pub enum Found {
    /// An index that was closed in order, whole to the last byte.
    Whole(Box<Index>),
    /// None, or one that was not closed in order or is of another version: the next start builds it.
    Unfinished,
    /// One that was closed in order, and is damaged.
    Damaged,
}

impl Index {
    /// Looks at the index in this folder without changing anything; nobody may have it open.
    #[must_use]
    pub fn look(path: &Path) -> Found {
        let mark = Folder::read_mark(path);
        if mark.is_none_or(|mark| read_payload(&mark).is_none()) {
            return Found::Unfinished;
        }
        Self::resume(path).map_or(Found::Damaged, |index| Found::Whole(Box::new(index)))
    }

    /// Whether the files on disk are as they were written.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let damaged = self.tantivy.validate_checksum();
        damaged.is_ok_and(|damaged| damaged.is_empty())
    }

    /// Every thing that it knows, templates and the bin included.
    #[must_use]
    pub fn things(&self) -> HashSet<Uuid> {
        let snapshot = self.snapshot();
        let alive = snapshot.segments.iter().flat_map(|segment| {
            let alive = segment.reader.doc_ids_alive();
            alive.filter_map(|doc| segment.rows.ids.get(doc as usize).copied())
        });
        alive.collect()
    }
}

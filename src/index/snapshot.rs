//! The index as it stands at one moment: what a search reads, whatever is written meanwhile.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use tantivy::{DocId, SegmentReader, directory::META_LOCK, fastfield::AliveBitSet};

use super::{
    Results,
    fields::{Facet, Fields},
    listing::Counting,
    rows::Rows,
};
use crate::{
    domain::sight::Sight,
    error::{Error, Result},
};

/// Every segment as of the last commit.
#[derive(Default)]
pub(super) struct Snapshot {
    pub(super) segments: Vec<Segment>,
    /// What was counted lately, the newest last: a list is paged through, sorted and come back to.
    counted: Mutex<VecDeque<(Counting, Results)>>,
}

/// How many lists are remembered with their counts.
const COUNTED: usize = 32;

/// A segment: its words on disk and its columns in memory.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) reader: SegmentReader,
    pub(super) rows: Arc<Rows>,
}

impl Snapshot {
    /// Opens what was committed last. Segments that were open before are not read again.
    pub(super) fn open(index: &tantivy::Index, fields: &Fields, before: &Self) -> Result<Self> {
        // While it is held, no merge throws away the files that are about to be opened.
        let _lock = tantivy::Directory::acquire_lock(index.directory(), &META_LOCK)
            .map_err(Error::internal)?;
        let segments = index.searchable_segments().map_err(Error::internal)?;
        let segments = segments.iter().map(|segment| {
            let known = before
                .segments
                .iter()
                .find(|known| known.reader.segment_id() == segment.id());
            if let Some(known) = known
                && known.reader.delete_opstamp() == segment.meta().delete_opstamp()
            {
                return Ok(known.clone());
            }
            let reader = SegmentReader::open(segment).map_err(Error::internal)?;
            let rows = match known {
                Some(known) => Arc::clone(&known.rows),
                None => Arc::new(Rows::read(&reader, fields)?),
            };
            Ok(Segment { reader, rows })
        });
        Ok(Self {
            segments: segments.collect::<Result<_>>()?,
            counted: Mutex::default(),
        })
    }

    /// The counts and sums of a list without its page, if they were made lately.
    pub(super) fn known(&self, counting: &Counting) -> Option<Results> {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let known = counted.iter().rev().find(|(known, _)| known == counting);
        known.map(|(_, results)| results.clone())
    }

    /// Remembers the counts and sums of a list.
    pub(super) fn keep(&self, counting: Counting, results: Results) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= COUNTED {
            counted.pop_front();
        }
        counted.push_back((counting, results));
    }
}

impl Segment {
    /// How many things it holds, removed ones included.
    pub(super) fn len(&self) -> usize {
        self.rows.ids.len()
    }

    /// Who sees what in this segment.
    pub(super) fn eyes(&self, sight: Sight) -> Eyes<'_> {
        let audiences = sight.audiences().map(|audience| {
            let ord = audience.and_then(|audience| self.rows.ord(Facet::Shown(audience)));
            ord.unwrap_or(u32::MAX)
        });
        Eyes {
            alive: self.reader.alive_bitset(),
            audiences,
        }
    }
}

/// The things of a segment that somebody sees.
#[derive(Clone)]
pub(super) struct Eyes<'a> {
    alive: Option<&'a AliveBitSet>,
    /// The ordinals of the audiences that they belong to; one that no thing is shown to is `u32::MAX`.
    audiences: [u32; 2],
}

impl Eyes<'_> {
    /// Whether the thing, which has these facets, is still there and shown to them.
    pub(super) fn see(&self, doc: DocId, facets: &[u32]) -> bool {
        facets.iter().any(|facet| self.audiences.contains(facet))
            && self.alive.is_none_or(|alive| alive.is_alive(doc))
    }
}

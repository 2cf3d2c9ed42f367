//! The index as it stands at one moment: what a search reads, whatever is written meanwhile.

use std::{
    collections::VecDeque,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use tantivy::{DocId, SegmentReader, directory::META_LOCK, fastfield::AliveBitSet};
use uuid::Uuid;

use super::{
    Results,
    fields::{Facet, Fields},
    listing::Counting,
    rows::Rows,
};
use crate::{
    domain::sight::{Audience, Sight},
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
        let audiences = sight.audiences().map(|audiences| {
            audiences.map(|audience| {
                let ord = audience.and_then(|audience| self.rows.ord(Facet::Shown(audience)));
                ord.unwrap_or(u32::MAX)
            })
        });
        let guest = Facet::Shown(Audience::Guest(Uuid::nil()));
        let guests = self.rows.ords(guest, Facet::Category(Uuid::nil()));
        Eyes {
            alive: self.reader.alive_bitset(),
            audiences,
            guests,
        }
    }
}

/// The things of a segment that somebody sees.
#[derive(Clone)]
pub(super) struct Eyes<'a> {
    alive: Option<&'a AliveBitSet>,
    /// The ordinals of the audiences that they belong to; one that no thing is shown to is `u32::MAX`.
    audiences: Option<[u32; 2]>,
    /// The ordinals of guests.
    guests: Range<u32>,
}

impl Eyes<'_> {
    /// Whether the thing, which has these facets, is still there and shown to them.
    pub(super) fn see(&self, doc: DocId, facets: &[u32]) -> bool {
        let seen = match self.audiences {
            Some(audiences) => facets.iter().any(|facet| audiences.contains(facet)),
            // Who sees all sees each thing once: what is shown to guests alone is a glimpse of it.
            None => facets
                .first()
                .is_none_or(|first| !self.guests.contains(first)),
        };
        seen && self.alive.is_none_or(|alive| alive.is_alive(doc))
    }
}

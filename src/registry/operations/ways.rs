//! The ways from identifiers to entries: hashes that are looked up, exactly and as identifiers may be misread.

use std::collections::BTreeSet;

use crate::{
    domain::identifier::Key,
    protocol::entry::{Entry, Mark},
    registry::{
        listing::EntryId,
        store::{Table, Tx},
    },
};

/// How much of a hash a way begins with: what is found is looked at before it is told.
const EXACT: usize = 16;
const VARIANT: usize = 8;

/// How many entries are looked at that one way leads to: more of one thing is somebody's game.
pub(super) const MANY: usize = 50;

/// The beginning of the ways by which a key is found exactly.
pub(super) fn exact(key: &Key) -> Vec<u8> {
    hash(&key.exact(), EXACT)
}

/// The beginnings of the ways by which a key, or what it may be misread as, is found.
pub(super) fn variants(key: &Key) -> impl Iterator<Item = Vec<u8>> {
    key.variants()
        .into_iter()
        .map(|variant| hash(&variant, VARIANT))
}

/// The keys that an entry is found by.
pub(super) fn keys(entry: &Entry) -> Vec<(&Mark, Key)> {
    let marks = entry.identifiers.iter();
    marks
        .flat_map(|mark| {
            let keys = mark.identifier().map(|identifier| identifier.keys());
            keys.unwrap_or_default()
                .into_iter()
                .map(move |key| (mark, key))
        })
        .collect()
}

/// The entry that a way leads to: its last sixteen bytes.
pub(super) fn end(way: &[u8]) -> Option<EntryId> {
    way.last_chunk().map(|id| EntryId::from_bytes(*id))
}

/// All ways to an entry.
fn all(id: EntryId, entry: Option<&Entry>) -> BTreeSet<(Table, Vec<u8>)> {
    let to = |mut beginning: Vec<u8>| {
        beginning.extend(id.bytes());
        beginning
    };
    let keys = entry.map(keys).unwrap_or_default();
    let mut ways = BTreeSet::new();
    for (_, key) in keys {
        ways.insert((Table::Exact, to(exact(&key))));
        ways.extend(variants(&key).map(|way| (Table::Variants, to(way))));
    }
    ways
}

/// Makes the ways lead to what an entry says now, and no longer to what it said.
pub(super) fn lay(tx: &mut Tx<'_>, id: EntryId, before: Option<&Entry>, now: Option<&Entry>) {
    let (before, now) = (all(id, before), all(id, now));
    for (table, way) in before.difference(&now) {
        tx.remove(*table, way.clone());
    }
    for (table, way) in now.difference(&before) {
        tx.put(*table, way.clone(), Vec::new());
    }
}

/// A moment as keys have it, so that they lie in its order.
pub(super) fn moment(at: jiff::Timestamp) -> [u8; 8] {
    let millis = u64::try_from(at.as_millisecond());
    millis.unwrap_or_default().to_be_bytes()
}

fn hash(text: &str, length: usize) -> Vec<u8> {
    blake3::hash(text.as_bytes()).as_bytes()[..length].to_vec()
}

//! The order of a list: sort keys, the best of a segment, and where a page ends.

use tantivy::DocId;
use uuid::Uuid;

use super::{fields::Traits, matching::Scores, rows::Rows};
use crate::domain::{
    lang::Lang,
    query::{Cursor, Order, Sort, SortBy},
};

/// A thing of a page and what it is sorted by.
pub(super) struct Hit {
    pub(super) id: Uuid,
    /// A name's sort key, or the eight bytes of a number that is smaller the earlier the thing comes.
    pub(super) key: Vec<u8>,
}

/// Puts the hits of all segments in order.
pub(super) fn sort(hits: &mut [Hit], order: Order) {
    let (names, descending) = direction(order);
    hits.sort_unstable_by(|a, b| {
        let keys = a.key.cmp(&b.key);
        let ids = a.id.cmp(&b.id);
        let keys = if names && descending {
            keys.reverse()
        } else {
            keys
        };
        keys.then(if descending { ids.reverse() } else { ids })
    });
}

/// Whether it is by name, and whether it is descending.
const fn direction(order: Order) -> (bool, bool) {
    match order {
        Order::Relevance => (false, true),
        Order::By(Sort { by, descending }) => (matches!(by, SortBy::Name), descending),
    }
}

/// Where a thing comes: smaller is earlier. Ties are broken by the id.
type Rank = (u64, u128);

/// The first of many ranks, however many there are.
struct First {
    wanted: usize,
    ranks: Vec<Rank>,
    /// The worst rank that is still of interest.
    worst: Option<Rank>,
}

impl First {
    const fn new(wanted: usize) -> Self {
        Self {
            wanted,
            ranks: Vec::new(),
            worst: None,
        }
    }

    fn offer(&mut self, rank: Rank) {
        if self.worst.is_some_and(|worst| rank >= worst) {
            return;
        }
        self.ranks.push(rank);
        if self.ranks.len() >= 2 * self.wanted {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.ranks.len() > self.wanted {
            let (_, worst, _) = self.ranks.select_nth_unstable(self.wanted - 1);
            self.worst = Some(*worst);
            self.ranks.truncate(self.wanted);
        }
    }
}

/// The rank that comes as late as another comes early.
const fn mirrored((key, tie): Rank) -> Rank {
    (!key, !tie)
}

/// The first things of a segment after a cursor, and the last before it, gathered while walking through it.
pub(super) struct Best<'a> {
    rows: &'a Rows,
    scores: Option<&'a Scores>,
    lang: Lang,
    order: Order,
    descending: bool,
    after: Option<Rank>,
    first: First,
    /// The last before the cursor, each mirrored.
    passed: First,
    skipped: u64,
}

impl<'a> Best<'a> {
    /// Looks for the first `wanted` after the cursor, and for as many before it.
    pub(super) fn new(
        rows: &'a Rows,
        scores: Option<&'a Scores>,
        lang: Lang,
        order: Order,
        after: Option<&Cursor>,
        wanted: usize,
    ) -> Self {
        let (_, descending) = direction(order);
        let mut best = Self {
            rows,
            scores,
            lang,
            order,
            descending,
            after: None,
            first: First::new(wanted),
            passed: First::new(wanted),
            skipped: 0,
        };
        best.after = after.and_then(|after| best.rank_of(after));
        best
    }

    /// Takes in a thing.
    pub(super) fn offer(&mut self, doc: DocId) {
        let key = self.key(doc);
        if self.first.worst.is_some_and(|(worst, _)| key > worst) {
            return;
        }
        let rank = (key, self.tie(self.rows.ids[doc as usize]));
        if self.after.is_none_or(|after| rank > after) {
            self.first.offer(rank);
        } else {
            self.skipped += 1;
            self.passed.offer(mirrored(rank));
        }
    }

    /// How many things come before the cursor, itself among them.
    pub(super) const fn skipped(&self) -> u64 {
        self.skipped
    }

    /// The last things before the cursor and the first after it, both in no order.
    pub(super) fn hits(mut self) -> (Vec<Hit>, Vec<Hit>) {
        self.first.cut();
        self.passed.cut();
        let passed = self.passed.ranks.iter().map(|rank| mirrored(*rank));
        let passed = passed.map(|rank| self.hit(rank)).collect();
        let first = self.first.ranks.iter().map(|rank| self.hit(*rank));
        (passed, first.collect())
    }

    fn hit(&self, (key, tie): Rank) -> Hit {
        Hit {
            id: Uuid::from_u128(if self.descending { !tie } else { tie }),
            key: self.key_bytes(key),
        }
    }

    fn tie(&self, id: Uuid) -> u128 {
        if self.descending {
            !id.as_u128()
        } else {
            id.as_u128()
        }
    }

    fn key(&self, doc: DocId) -> u64 {
        let at = doc as usize;
        let key = match self.order {
            Order::Relevance => Some(self.relevance(at)),
            Order::By(sort) => match sort.by {
                SortBy::Added => Some(ascending(self.rows.added[at])),
                SortBy::Changed => Some(ascending(self.rows.changed[at])),
                SortBy::Name => Some(between(self.rows.name_keys(self.lang).ord(doc)) + 1),
                SortBy::Value => self.rows.values[at].map(ascending),
                SortBy::Acquired => self.rows.acquired[at].map(|day| ascending(day.days.into())),
                SortBy::Number => Some(self.rows.numbers[at].into()),
            },
        };
        // What lacks the key comes last either way, after the extremes of what has it.
        key.map_or(u64::MAX, |key| {
            let key = if self.descending { !key } else { key };
            key.min(u64::MAX - 1)
        })
    }

    /// The score, and among equals the shorter name: *Hjälm* before *Hjälm till dockan*.
    fn relevance(&self, at: usize) -> u64 {
        let score = self.scores.map_or(0, |scores| scores[at]);
        let brevity = Traits::MAX_NAME_WORDS - self.rows.traits[at].name_words();
        u64::from(score) << 4 | u64::from(brevity)
    }

    fn key_bytes(&self, key: u64) -> Vec<u8> {
        if !self.is_by_name() {
            return key.to_be_bytes().to_vec();
        }
        let place = if self.descending { !key } else { key };
        let ord = usize::try_from(place / 2).unwrap_or_default();
        self.rows.name_keys(self.lang).key(ord).to_vec()
    }

    /// The rank of the thing that a page ended with, which may be gone or in another segment.
    fn rank_of(&self, cursor: &Cursor) -> Option<Rank> {
        let key = if self.is_by_name() {
            let place = match self.rows.name_keys(self.lang).find(cursor.key()) {
                Ok(ord) => between(u32::try_from(ord).ok()?) + 1,
                Err(ord) => between(u32::try_from(ord).ok()?),
            };
            if self.descending { !place } else { place }
        } else {
            u64::from_be_bytes(cursor.key().try_into().ok()?)
        };
        Some((key, self.tie(cursor.id())))
    }

    const fn is_by_name(&self) -> bool {
        direction(self.order).0
    }
}

/// The place just before the key with this ordinal; the key itself is one further.
fn between(ord: u32) -> u64 {
    2 * u64::from(ord)
}

/// A number that sorts among unsigned ones as it does among signed ones.
const fn ascending(number: i64) -> u64 {
    number.cast_unsigned() ^ 1 << 63
}

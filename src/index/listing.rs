//! One walk through the things: filtered, counted and sorted at once.

use std::ops::Range;

use tantivy::DocId;
use uuid::Uuid;

use super::{
    fields::Facet,
    matching::Scores,
    order::{self, Best},
    results::{Counts, Results, VALUE_STEPS, value_spans},
    rows::{Day, Rows},
    snapshot::{Eyes, Segment, Snapshot},
};
use crate::domain::{
    lang::Lang,
    query::{Cursor, DEFAULT_LIMIT, ItemQuery, Span, State, View},
    sight::Sight,
};

/// What is walked through, and what for.
pub(super) struct Walk<'a> {
    pub(super) query: &'a ItemQuery,
    pub(super) sight: Sight,
    pub(super) lang: Lang,
    /// How well each thing matches what was searched for; `None` when nothing was.
    pub(super) scores: Option<Vec<Scores>>,
    /// At most so many things.
    pub(super) limit: usize,
    /// Whether filters are counted.
    pub(super) counted: bool,
}

impl Walk<'_> {
    /// Walks through the whole snapshot.
    pub(super) fn through(&self, snapshot: &Snapshot) -> Results {
        let order = self.query.order();
        let after = self.query.after().filter(|after| after.order() == order);
        let counting = self.counted.then(|| Counting::new(self.query, self.sight));
        let known = counting
            .as_ref()
            .and_then(|counting| snapshot.known(counting));
        let mut results = known.unwrap_or_default();
        let mut tally = (self.counted && results.counts.is_none()).then(Tally::new);
        let (mut hits, mut passed, mut skipped) = (Vec::new(), Vec::new(), 0);
        for (at, segment) in snapshot.segments.iter().enumerate() {
            let scores = self.scores.as_ref().map(|scores| &scores[at]);
            let mut best = Best::new(
                &segment.rows,
                scores,
                self.lang,
                order,
                after,
                // One more tells whether there is a next page.
                self.limit + 1,
            );
            if results.counts.is_some() {
                self.page_of_segment(segment, scores, &mut best);
            } else {
                self.through_segment(segment, scores, &mut best, &mut results, tally.as_mut());
            }
            skipped += best.skipped();
            let (before, after) = best.hits();
            passed.extend(before);
            hits.extend(after);
        }
        if let (Some(counting), Some(tally)) = (counting, tally) {
            results.counts = Some(tally.counts());
            snapshot.keep(counting, results.clone());
        }
        results.skipped = skipped;
        order::sort(&mut passed, order);
        // The page before begins after the thing that stands a whole page before its end.
        let start = passed.len().checked_sub(self.limit + 1);
        if let Some(last) = start.map(|start| passed.swap_remove(start)) {
            results.previous = Some(Cursor::new(order, last.key, last.id));
        }
        order::sort(&mut hits, order);
        let more = hits.len() > self.limit;
        hits.truncate(self.limit);
        if more && let Some(last) = hits.last() {
            results.next = Some(Cursor::new(order, last.key.clone(), last.id));
        }
        results.ids = hits.into_iter().map(|hit| hit.id).collect();
        results
    }

    /// Only what the page shows, where the whole has been counted before.
    fn page_of_segment(&self, segment: &Segment, scores: Option<&Scores>, best: &mut Best<'_>) {
        let Some(sieve) = Sieve::new(self.query, segment, self.sight) else {
            return;
        };
        for doc in (0..segment.reader.max_doc()).rev() {
            if scores.is_none_or(|scores| scores[doc as usize] > 0)
                && sieve.missed(doc, segment.rows.facets_of(doc)) == Some(0)
            {
                best.offer(doc);
            }
        }
    }

    fn through_segment(
        &self,
        segment: &Segment,
        scores: Option<&Scores>,
        best: &mut Best<'_>,
        results: &mut Results,
        mut tally: Option<&mut Tally>,
    ) {
        let rows = &*segment.rows;
        let Some(sieve) = Sieve::new(self.query, segment, self.sight) else {
            return;
        };
        let mut facet_counts = vec![0; rows.facets.len()];
        // From the last written on, so that the usual list, newest first, has its page at once.
        for doc in (0..segment.reader.max_doc()).rev() {
            let at = doc as usize;
            if scores.is_some_and(|scores| scores[at] == 0) {
                continue;
            }
            let facets = rows.facets_of(doc);
            let Some(missed) = sieve.missed(doc, facets) else {
                continue;
            };
            if missed == 0 {
                results.total += 1;
                results.pieces += u64::from(rows.quantities[at]);
                results.value = results.value.saturating_add(rows.values[at].unwrap_or(0));
                best.offer(doc);
            }
            if let Some(tally) = tally.as_mut()
                && (missed == 0 || missed.is_power_of_two())
            {
                tally.count(rows, doc, missed);
                sieve.count(facets, missed, &mut facet_counts);
            }
        }
        if let Some(tally) = tally {
            tally.add(rows, &facet_counts);
        }
    }
}

/// What decides the counts and sums of a list, whatever its order, page and looks.
#[derive(PartialEq)]
pub(super) struct Counting {
    query: ItemQuery,
    sight: Sight,
}

impl Counting {
    fn new(query: &ItemQuery, sight: Sight) -> Self {
        let mut query = query.clone().with_sort(None).with_limit(DEFAULT_LIMIT);
        query.view = View::default();
        query.columns.clear();
        Self { query, sight }
    }
}

/// A filter that a thing can miss. Their bits are added up.
mod side {
    pub(super) const PLACE: u16 = 1;
    pub(super) const CATEGORY: u16 = 1 << 1;
    pub(super) const OWNER: u16 = 1 << 2;
    pub(super) const VALUE: u16 = 1 << 3;
    pub(super) const ACQUIRED: u16 = 1 << 4;
    pub(super) const PHOTO: u16 = 1 << 5;
    pub(super) const DOCUMENT: u16 = 1 << 6;
    pub(super) const INSURED: u16 = 1 << 7;
    pub(super) const STATE: u16 = 1 << 8;
}

/// The query's filters, as a segment's numbers.
struct Sieve<'a> {
    rows: &'a Rows,
    eyes: Eyes<'a>,
    query: &'a ItemQuery,
    tags: Vec<u32>,
    /// Each filter on a facet: its side, and its ordinal, `u32::MAX` when nothing here has it.
    facets: Vec<(u16, u32)>,
    /// The ordinals of each kind.
    categories: Range<u32>,
    owners: Range<u32>,
    places: Range<u32>,
    acquired: Span<i32>,
    state: usize,
    /// Whether anything but the state is asked for.
    narrow: bool,
}

impl<'a> Sieve<'a> {
    /// `None` when nothing in the segment can pass.
    fn new(query: &'a ItemQuery, segment: &'a Segment, sight: Sight) -> Option<Self> {
        let rows = &*segment.rows;
        let tags = query.tags.iter().map(|tag| rows.ord(Facet::Tag(*tag)));
        let facets = [
            (side::PLACE, query.place.map(Facet::Place)),
            (side::CATEGORY, query.category.map(Facet::Category)),
            (side::OWNER, query.owner.map(Facet::Owner)),
        ];
        let facets = facets
            .into_iter()
            .filter_map(|(side, facet)| Some((side, rows.ord(facet?).unwrap_or(u32::MAX))));
        let [category, owner, place, tag] =
            [Facet::Category, Facet::Owner, Facet::Place, Facet::Tag].map(|kind| kind(Uuid::nil()));
        Some(Self {
            rows,
            eyes: segment.eyes(sight),
            query,
            tags: tags.collect::<Option<_>>()?,
            facets: facets.collect(),
            categories: rows.ords(category, owner),
            owners: rows.ords(owner, place),
            places: rows.ords(place, tag),
            acquired: Span {
                from: query.acquired.from.map(Day::count),
                to: query.acquired.to.map(Day::count),
            },
            state: query.state as usize,
            narrow: query.clone().with_state(State::default()).is_filtered(),
        })
    }

    /// The filters that a thing misses; `None` when it is out whatever the filters.
    fn missed(&self, doc: DocId, facets: &[u32]) -> Option<u16> {
        if !self.eyes.see(doc, facets) {
            return None;
        }
        let (rows, query, at) = (self.rows, self.query, doc as usize);
        let traits = rows.traits[at];
        if !self.narrow {
            let is = self.state == traits.state();
            return Some(if is { 0 } else { side::STATE });
        }
        if !self.tags.iter().all(|tag| facets.contains(tag)) {
            return None;
        }
        let mut missed = 0;
        for (side, ord) in &self.facets {
            if !facets.contains(ord) {
                missed |= side;
            }
        }
        let mut need = |holds: bool, side| {
            if !holds {
                missed |= side;
            }
        };
        let day = rows.acquired[at].map(|day| day.days);
        need(query.value.holds(rows.values[at].as_ref()), side::VALUE);
        need(self.acquired.holds(day.as_ref()), side::ACQUIRED);
        need(
            query.photo.is_none_or(|is| is == traits.has_photo()),
            side::PHOTO,
        );
        need(
            query.document.is_none_or(|is| is == traits.has_document()),
            side::DOCUMENT,
        );
        need(
            query.insured.is_none_or(|is| is == traits.insured()),
            side::INSURED,
        );
        need(self.state == traits.state(), side::STATE);
        Some(missed)
    }

    /// Counts the facets of a thing that misses nothing, or of the one kind that it misses.
    fn count(&self, facets: &[u32], missed: u16, counts: &mut [u32]) {
        let kind = match missed {
            0 => {
                for ord in facets {
                    counts[*ord as usize] += 1;
                }
                return;
            }
            side::PLACE => self.places.clone(),
            side::CATEGORY => self.categories.clone(),
            side::OWNER => self.owners.clone(),
            _ => return,
        };
        for ord in facets {
            if kind.contains(ord) {
                counts[*ord as usize] += 1;
            }
        }
    }
}

/// The counts while they are made.
struct Tally {
    counts: Counts,
    states: [u32; State::ALL.len()],
    values: [u32; VALUE_STEPS.len() + 1],
    /// By year, from 0 to 9999.
    years: Vec<u32>,
}

impl Tally {
    fn new() -> Self {
        Self {
            counts: Counts::default(),
            states: [0; State::ALL.len()],
            values: [0; VALUE_STEPS.len() + 1],
            years: vec![0; 10_000],
        }
    }

    /// Counts a thing on every side, or on the one side that it misses.
    fn count(&mut self, rows: &Rows, doc: DocId, missed: u16) {
        let at = doc as usize;
        let on = |side| missed == 0 || missed == side;
        let traits = rows.traits[at];
        if on(side::PHOTO) {
            self.counts.photo.add(traits.has_photo());
        }
        if on(side::DOCUMENT) {
            self.counts.document.add(traits.has_document());
        }
        if on(side::INSURED) {
            self.counts.insured.add(traits.insured());
        }
        if on(side::STATE)
            && let Some(state) = self.states.get_mut(traits.state())
        {
            *state += 1;
        }
        if on(side::VALUE) {
            match rows.values[at] {
                Some(value) => {
                    // Compared with every step, for no processor guesses the way of a binary search.
                    let steps = VALUE_STEPS.iter().filter(|step| **step <= value);
                    self.values[steps.count()] += 1;
                }
                None => self.counts.unvalued += 1,
            }
        }
        if on(side::ACQUIRED) {
            match rows.acquired[at] {
                Some(day) => {
                    let year = usize::try_from(day.year).unwrap_or_default();
                    self.years[year] += 1;
                }
                None => self.counts.undated += 1,
            }
        }
    }

    /// Adds what a segment counted for its facets.
    fn add(&mut self, rows: &Rows, counts: &[u32]) {
        for (facet, count) in rows.facets.iter().zip(counts) {
            if *count == 0 {
                continue;
            }
            let (of, id) = match facet {
                Facet::Shown(_) => continue,
                Facet::Category(id) => (&mut self.counts.categories, id),
                Facet::Owner(id) => (&mut self.counts.owners, id),
                Facet::Place(id) => (&mut self.counts.places, id),
                Facet::Tag(id) => (&mut self.counts.tags, id),
            };
            *of.entry(*id).or_default() += count;
        }
    }

    fn counts(self) -> Counts {
        let filled = |(_, count): &(_, u32)| *count > 0;
        let states = State::ALL.into_iter().zip(self.states);
        let years = (0..).zip(self.years);
        Counts {
            states: states.filter(|(_, count)| *count > 0).collect(),
            values: value_spans().zip(self.values).filter(filled).collect(),
            years: years.filter(|(_, count)| *count > 0).collect(),
            ..self.counts
        }
    }
}

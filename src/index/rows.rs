//! The columns of a segment in memory: what filters, sorts and counts read, thing after thing.

use std::{ops::Range, str};

use jiff::{
    Span,
    civil::{Date, date},
};
use tantivy::{
    DocId, SegmentReader,
    columnar::{BytesColumn, Column},
    schema::Field,
};
use uuid::Uuid;

use super::{
    fields::{Facet, Fields, Traits, Zone, column},
    vocabulary::Vocabulary,
};
use crate::{
    domain::lang::Lang,
    error::{Error, Result},
};

/// What a segment knows about each of its things beside their words. A segment never changes, so this is read once.
///
/// Memory: about 140 bytes a thing.
pub(super) struct Rows {
    pub(super) ids: Vec<Uuid>,
    pub(super) traits: Vec<Traits>,
    pub(super) numbers: Vec<u32>,
    pub(super) quantities: Vec<u32>,
    pub(super) values: Vec<Option<i64>>,
    pub(super) acquired: Vec<Option<Day>>,
    pub(super) added: Vec<i64>,
    pub(super) changed: Vec<i64>,
    name_keys: [Keys; 2],
    facet_starts: Vec<u32>,
    facet_ords: Vec<u32>,
    /// The facets in order; a facet's place here is its ordinal.
    pub(super) facets: Vec<Facet>,
    /// The words of the short zones, for finding parts of them.
    pub(super) vocabularies: [Vocabulary; 2],
}

impl Rows {
    /// The zones whose words are also found by their parts.
    pub(super) const PART_ZONES: [Zone; 2] = [Zone::Name, Zone::Label];

    /// Reads the columns of a segment.
    pub(super) fn read(reader: &SegmentReader, fields: &Fields) -> Result<Self> {
        let sorted_ids = Keys::read(reader, column::ID)?;
        let ids = (0..reader.max_doc())
            .map(|doc| Uuid::from_slice(sorted_ids.of(doc)).map_err(Error::internal))
            .collect::<Result<_>>()?;
        let traits = read_u64(reader, column::TRAITS)?;
        let traits = traits.into_iter().map(Traits::from_column).collect();
        let acquired = read_i64(reader, column::ACQUIRED)?;
        let acquired = acquired
            .into_iter()
            .map(|days| Day::new(i32::try_from(days?).ok()?));
        let (facets, facet_starts, facet_ords) = read_facets(reader)?;
        let [sv, en] = column::NAME_KEYS.map(|name| Keys::read(reader, name));
        let [name, label] =
            Self::PART_ZONES.map(|zone| read_words(reader, fields.zone(zone).folded));
        Ok(Self {
            ids,
            traits,
            numbers: narrow(read_u64(reader, column::NUMBER)?),
            quantities: narrow(read_u64(reader, column::QUANTITY)?),
            values: read_i64(reader, column::VALUE)?,
            acquired: acquired.collect(),
            added: always(read_i64(reader, column::ADDED)?),
            changed: always(read_i64(reader, column::CHANGED)?),
            name_keys: [sv?, en?],
            facet_starts,
            facet_ords,
            facets,
            vocabularies: [name?, label?],
        })
    }

    /// The names' sort keys in this language.
    pub(super) const fn name_keys(&self, lang: Lang) -> &Keys {
        match lang {
            Lang::Sv => &self.name_keys[0],
            Lang::En => &self.name_keys[1],
        }
    }

    /// The ordinals of a thing's facets, ascending.
    pub(super) fn facets_of(&self, doc: DocId) -> &[u32] {
        let doc = doc as usize;
        &self.facet_ords[self.facet_starts[doc] as usize..self.facet_starts[doc + 1] as usize]
    }

    /// The ordinal of a facet, if any thing here has it.
    pub(super) fn ord(&self, facet: Facet) -> Option<u32> {
        let ord = self.facets.binary_search(&facet).ok()?;
        u32::try_from(ord).ok()
    }

    /// The ordinals of the facets between two, the second not included.
    pub(super) fn ords(&self, from: Facet, to: Facet) -> Range<u32> {
        let ord = |facet| {
            let ord = self.facets.partition_point(|other| *other < facet);
            u32::try_from(ord).unwrap_or(u32::MAX)
        };
        ord(from)..ord(to)
    }
}

/// A day, and the year it is in.
#[derive(Clone, Copy)]
pub(super) struct Day {
    /// Days since 1970.
    pub(super) days: i32,
    pub(super) year: i16,
}

const EPOCH: Date = date(1970, 1, 1);

impl Day {
    fn new(days: i32) -> Option<Self> {
        let date = EPOCH.checked_add(Span::new().try_days(days).ok()?).ok()?;
        Some(Self {
            days,
            year: date.year(),
        })
    }

    /// The days since 1970 of a date.
    pub(super) fn count(date: Date) -> i32 {
        EPOCH.until(date).map_or(0, |span| span.get_days())
    }
}

/// A byte string for each thing, kept sorted: comparing two of them is comparing two numbers.
pub(super) struct Keys {
    ords: Vec<u32>,
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Keys {
    fn read(reader: &SegmentReader, name: &str) -> Result<Self> {
        let column = bytes_column(reader, name)?;
        let (bytes, ends) = read_dictionary(&column)?;
        let ords = (0..reader.max_doc())
            .map(|doc| column.ords().first(doc).unwrap_or_default())
            .collect();
        let ords = narrow(ords);
        if ends.is_empty() && !ords.is_empty() {
            return Err(Error::Internal(format!("index: column {name} is empty")));
        }
        Ok(Self { ords, bytes, ends })
    }

    /// The place of a thing's key among the sorted keys.
    pub(super) fn ord(&self, doc: DocId) -> u32 {
        self.ords[doc as usize]
    }

    /// A thing's key.
    pub(super) fn of(&self, doc: DocId) -> &[u8] {
        self.key(self.ord(doc) as usize)
    }

    /// The key at this place.
    pub(super) fn key(&self, ord: usize) -> &[u8] {
        let start = ord.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..self.ends[ord] as usize]
    }

    /// Where a key is among the sorted keys, or where it would be.
    pub(super) fn find(&self, key: &[u8]) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.key(middle).cmp(key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }
}

fn bytes_column(reader: &SegmentReader, name: &str) -> Result<BytesColumn> {
    let column = reader.fast_fields().bytes(name).map_err(Error::internal)?;
    Ok(column.unwrap_or_else(|| BytesColumn::empty(reader.max_doc())))
}

/// The sorted byte strings of a column, one after another, and where each ends.
fn read_dictionary(column: &BytesColumn) -> Result<(Vec<u8>, Vec<u32>)> {
    let mut bytes = Vec::new();
    let mut ends = Vec::with_capacity(column.num_terms());
    let mut terms = column.dictionary().stream().map_err(Error::internal)?;
    while terms.advance() {
        bytes.extend_from_slice(terms.key());
        ends.push(u32::try_from(bytes.len()).map_err(Error::internal)?);
    }
    Ok((bytes, ends))
}

fn read_facets(reader: &SegmentReader) -> Result<(Vec<Facet>, Vec<u32>, Vec<u32>)> {
    let column = bytes_column(reader, column::FACETS)?;
    let mut facets = Vec::with_capacity(column.num_terms());
    let mut terms = column.dictionary().stream().map_err(Error::internal)?;
    while terms.advance() {
        let facet = Facet::from_bytes(terms.key());
        facets.push(facet.ok_or_else(|| Error::Internal("index: unknown facet".to_owned()))?);
    }
    let mut starts = vec![0];
    let mut ords = Vec::new();
    for doc in 0..reader.max_doc() {
        ords.extend(column.term_ords(doc));
        starts.push(ords.len() as u64);
    }
    Ok((facets, narrow(starts), narrow(ords)))
}

fn read_words(reader: &SegmentReader, field: Field) -> Result<Vocabulary> {
    let index = reader.inverted_index(field).map_err(Error::internal)?;
    let mut words = Vocabulary::default();
    let mut terms = index.terms().stream().map_err(Error::internal)?;
    while terms.advance() {
        words.push(str::from_utf8(terms.key()).map_err(Error::internal)?);
    }
    Ok(words)
}

fn read_u64(reader: &SegmentReader, name: &str) -> Result<Vec<u64>> {
    let column: Option<Column<u64>> = reader
        .fast_fields()
        .column_opt(name)
        .map_err(Error::internal)?;
    let value = |doc| column.as_ref().and_then(|column| column.first(doc));
    Ok((0..reader.max_doc())
        .map(|doc| value(doc).unwrap_or_default())
        .collect())
}

fn read_i64(reader: &SegmentReader, name: &str) -> Result<Vec<Option<i64>>> {
    let column: Option<Column<i64>> = reader
        .fast_fields()
        .column_opt(name)
        .map_err(Error::internal)?;
    let value = |doc| column.as_ref().and_then(|column| column.first(doc));
    Ok((0..reader.max_doc()).map(value).collect())
}

fn narrow(wide: Vec<u64>) -> Vec<u32> {
    wide.into_iter()
        .map(|number| u32::try_from(number).unwrap_or(u32::MAX))
        .collect()
}

fn always(values: Vec<Option<i64>>) -> Vec<i64> {
    values.into_iter().map(Option::unwrap_or_default).collect()
}

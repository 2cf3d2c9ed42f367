//! The fields of the index, and a thing written out in them.

use tantivy::{
    TantivyDocument,
    schema::{
        BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, SchemaBuilder,
        TextFieldIndexing, TextOptions,
    },
};
use uuid::Uuid;

use super::{Entry, collation::name_sort_key, rows::Day, words, words::Known};
use crate::domain::{lang::Lang, query::State, sight::Audience};

/// How much of a document's text is searched, in bytes.
const MAX_DOCUMENT: usize = 1 << 20;

/// Where in a thing a word was found, from the most telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Its name.
    Name,
    /// Its short texts: tags, category, maker, place, owner.
    Label,
    /// What somebody wrote about it.
    Text,
    /// What its documents say.
    Document,
}

impl Zone {
    pub(super) const ALL: [Self; 4] = [Self::Name, Self::Label, Self::Text, Self::Document];
}

/// The fields that the words of a zone are kept in.
#[derive(Clone, Copy, Debug)]
pub(super) struct ZoneFields {
    /// The words with their accents; the short zones only, for they decide what comes first.
    pub(super) exact: Option<Field>,
    /// The words without accents, with their positions.
    pub(super) folded: Field,
    /// The stems that differ from the folded words.
    pub(super) stems: Field,
}

/// Every field of the index. The columns are read whole by [`super::rows::Rows`], by name.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    zones: [ZoneFields; 4],
    /// Serial numbers and models, letters and digits only.
    pub(super) identifier: Field,
    pub(super) id: Field,
    traits: Field,
    number: Field,
    quantity: Field,
    value: Field,
    acquired: Field,
    added: Field,
    changed: Field,
    name_keys: [Field; 2],
    facets: Field,
}

/// The names of the columns.
pub(super) mod column {
    pub(in crate::index) const ID: &str = "id";
    pub(in crate::index) const TRAITS: &str = "traits";
    pub(in crate::index) const NUMBER: &str = "number";
    pub(in crate::index) const QUANTITY: &str = "quantity";
    pub(in crate::index) const VALUE: &str = "value";
    pub(in crate::index) const ACQUIRED: &str = "acquired";
    pub(in crate::index) const ADDED: &str = "added";
    pub(in crate::index) const CHANGED: &str = "changed";
    pub(in crate::index) const NAME_KEYS: [&str; 2] = ["name_key_sv", "name_key_en"];
    pub(in crate::index) const FACETS: &str = "facets";
}

impl Fields {
    /// The schema and its fields.
    pub(super) fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let column = NumericOptions::default().set_fast();
        let bytes = BytesOptions::default().set_fast();
        let fields = Self {
            zones: Zone::ALL.map(|zone| add_zone(&mut schema, zone)),
            identifier: schema.add_text_field("identifier", text(IndexRecordOption::Basic)),
            id: schema.add_bytes_field(column::ID, bytes.clone().set_indexed()),
            traits: schema.add_u64_field(column::TRAITS, column.clone()),
            number: schema.add_u64_field(column::NUMBER, column.clone()),
            quantity: schema.add_u64_field(column::QUANTITY, column.clone()),
            value: schema.add_i64_field(column::VALUE, column.clone()),
            acquired: schema.add_i64_field(column::ACQUIRED, column.clone()),
            added: schema.add_i64_field(column::ADDED, column.clone()),
            changed: schema.add_i64_field(column::CHANGED, column),
            name_keys: column::NAME_KEYS.map(|name| schema.add_bytes_field(name, bytes.clone())),
            facets: schema.add_bytes_field(column::FACETS, bytes),
        };
        (schema.build(), fields)
    }

    /// The fields of a zone.
    pub(super) const fn zone(&self, zone: Zone) -> ZoneFields {
        self.zones[zone as usize]
    }

    /// A thing as a document.
    pub(super) fn document(&self, entry: &Entry, known: &mut Known) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        self.put_words(&mut document, known, Zone::Name, [entry.name.as_str()]);
        let labels = [&entry.maker, &entry.model, &entry.colour, &entry.from_whom];
        let named = entry.tags.iter().chain(&entry.owners).map(|(_, name)| name);
        let labels = labels
            .into_iter()
            .chain(named)
            .chain(&entry.category_names)
            .chain(&entry.place_names)
            .chain(&entry.container_names)
            .chain(&entry.identifiers);
        self.put_words(
            &mut document,
            known,
            Zone::Label,
            labels.map(String::as_str),
        );
        let texts = [&entry.description, &entry.notes];
        let texts = texts
            .into_iter()
            .chain(&entry.own_fields)
            .chain(&entry.stories)
            .chain(&entry.log);
        self.put_words(&mut document, known, Zone::Text, texts.map(String::as_str));
        let documents = entry.documents.iter().chain(&entry.receipts);
        let documents = documents.map(|text| &text[..text.floor_char_boundary(MAX_DOCUMENT)]);
        self.put_words(&mut document, known, Zone::Document, documents);

        for text in entry.identifiers.iter().chain([&entry.model]) {
            let identifier = words::identifier(text);
            if !identifier.is_empty() {
                document.add_text(self.identifier, identifier);
            }
        }
        self.put_columns(&mut document, entry);
        document
    }

    fn put_words<'a>(
        &self,
        document: &mut TantivyDocument,
        known: &mut Known,
        zone: Zone,
        texts: impl IntoIterator<Item = &'a str>,
    ) {
        let fields = self.zone(zone);
        let mut stems = String::new();
        // Each text is a value of its own, so that no phrase reaches from one into the next.
        for text in texts {
            let exact = words::spaced(text);
            if exact.is_empty() {
                continue;
            }
            let mut folded = String::with_capacity(exact.len());
            for word in exact.split(' ') {
                let Some(forms) = known.forms(word) else {
                    continue;
                };
                folded.push_str(&forms.folded);
                folded.push(' ');
                for stem in &forms.stems {
                    stems.push_str(stem);
                    stems.push(' ');
                }
            }
            document.add_text(fields.folded, folded);
            if let Some(field) = fields.exact {
                document.add_text(field, exact);
            }
        }
        if !stems.is_empty() {
            document.add_text(fields.stems, stems);
        }
    }

    fn put_columns(&self, document: &mut TantivyDocument, entry: &Entry) {
        document.add_bytes(self.id, entry.id.as_bytes());
        document.add_u64(self.traits, Traits::of(entry).0.into());
        document.add_u64(self.number, entry.number.into());
        document.add_u64(self.quantity, entry.quantity.into());
        if let Some(value) = entry.value {
            document.add_i64(self.value, value);
        }
        if let Some(date) = entry.acquired {
            document.add_i64(self.acquired, Day::count(date).into());
        }
        document.add_i64(self.added, entry.added.as_microsecond());
        document.add_i64(self.changed, entry.changed.as_microsecond());
        for (field, lang) in self.name_keys.into_iter().zip(Lang::ALL) {
            document.add_bytes(field, &name_sort_key(lang, &entry.name));
        }
        for facet in Facet::of(entry) {
            document.add_bytes(self.facets, &facet.to_bytes());
        }
    }
}

fn add_zone(schema: &mut SchemaBuilder, zone: Zone) -> ZoneFields {
    let mut add = |layer: &str, option| {
        let name = format!("{zone:?}_{layer}").to_lowercase();
        schema.add_text_field(&name, text(option))
    };
    ZoneFields {
        exact: matches!(zone, Zone::Name | Zone::Label)
            .then(|| add("exact", IndexRecordOption::Basic)),
        folded: add("folded", IndexRecordOption::WithFreqsAndPositions),
        stems: add("stems", IndexRecordOption::Basic),
    }
}

fn text(option: IndexRecordOption) -> TextOptions {
    let words = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_fieldnorms(false)
        .set_index_option(option);
    TextOptions::default().set_indexing_options(words)
}

/// The yes-or-no sides of a thing, its state and how many words its name has, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u16);

impl Traits {
    /// Name lengths from here on are taken for the same.
    pub(super) const MAX_NAME_WORDS: u16 = 15;

    fn of(entry: &Entry) -> Self {
        let name_words = words::spaced(&entry.name).split_whitespace().count();
        let name_words = u16::try_from(name_words).unwrap_or(Self::MAX_NAME_WORDS);
        Self(
            u16::from(entry.has_photo)
                | u16::from(entry.has_document) << 1
                | u16::from(entry.insured) << 2
                | (entry.state as u16) << 3
                | name_words.min(Self::MAX_NAME_WORDS) << 6,
        )
    }

    /// Reads what [`Fields::document`] wrote.
    pub(super) fn from_column(number: u64) -> Self {
        Self(u16::try_from(number).unwrap_or_default())
    }

    pub(super) const fn has_photo(self) -> bool {
        self.0 & 1 != 0
    }

    pub(super) const fn has_document(self) -> bool {
        self.0 & 1 << 1 != 0
    }

    pub(super) const fn insured(self) -> bool {
        self.0 & 1 << 2 != 0
    }

    /// The state, as its place in [`State::ALL`].
    pub(super) const fn state(self) -> usize {
        (self.0 >> 3 & 0b111) as usize
    }

    pub(super) const fn name_words(self) -> u16 {
        self.0 >> 6
    }
}

const _: () = assert!(State::ALL.len() <= 8, "a state takes three bits");

/// Something that many things share, that they are filtered by and counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Facet {
    Shown(Audience),
    Category(Uuid),
    Owner(Uuid),
    Place(Uuid),
    Tag(Uuid),
}

impl Facet {
    fn of(entry: &Entry) -> Vec<Self> {
        let shown_to = entry.shown_to.iter().copied();
        let categories = entry.categories.iter().copied();
        let places = entry.places.iter().copied();
        let mut facets: Vec<_> = shown_to
            .map(Self::Shown)
            .chain(categories.map(Self::Category))
            .chain(entry.owners.iter().map(|(owner, _)| Self::Owner(*owner)))
            .chain(places.map(Self::Place))
            .chain(entry.tags.iter().map(|(tag, _)| Self::Tag(*tag)))
            .collect();
        facets.sort_unstable();
        facets.dedup();
        facets
    }

    /// Bytes that sort by kind first.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let (kind, id) = match self {
            Self::Shown(Audience::Household) => (0, None),
            Self::Shown(Audience::Person(id)) => (1, Some(id)),
            Self::Shown(Audience::Guest(id)) => (2, Some(id)),
            Self::Category(id) => (3, Some(id)),
            Self::Owner(id) => (4, Some(id)),
            Self::Place(id) => (5, Some(id)),
            Self::Tag(id) => (6, Some(id)),
        };
        let mut bytes = vec![kind];
        bytes.extend(id.iter().flat_map(Uuid::as_bytes));
        bytes
    }

    /// Reads what [`Facet::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (kind, id) = bytes.split_first()?;
        let id = Uuid::from_slice(id);
        Some(match kind {
            0 => Self::Shown(Audience::Household),
            1 => Self::Shown(Audience::Person(id.ok()?)),
            2 => Self::Shown(Audience::Guest(id.ok()?)),
            3 => Self::Category(id.ok()?),
            4 => Self::Owner(id.ok()?),
            5 => Self::Place(id.ok()?),
            6 => Self::Tag(id.ok()?),
            _ => return None,
        })
    }
}

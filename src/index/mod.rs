//! Mechanism: the full-text index, derived from the store and rebuilt at will.
//!
//! The store is the truth. A follower of its change log calls [`Index::apply`] on its own thread with what changed and
//! the number of the last change; that number is kept in the same commit, so the index always knows how far it has
//! come. A handler that has just written calls [`Index::wait_for`] before it lists.
//!
//! Words are looked up in tantivy; everything else about a thing, its *row*, is kept in memory by
//! segment, where one walk filters, counts and sorts. That is what keeps a list of 100 000 things within milliseconds.

mod asked;
mod collation;
mod directory;
mod entry;
mod fields;
mod grades;
mod listing;
mod lists;
mod matching;
mod order;
mod results;
mod rows;
mod snapshot;
mod soundness;
mod vocabulary;
mod words;

use std::{
    collections::HashSet,
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Duration,
};

use tantivy::{IndexWriter, Term, indexer::IndexWriterOptions, indexer::LogMergePolicy};
use tokio::sync::watch;
use uuid::Uuid;

use self::{
    asked::Asked, directory::Folder, fields::Fields, listing::Walk, snapshot::Snapshot,
    words::Known,
};
pub use self::{
    collation::name_sort_key,
    entry::{Change, Entry, Glimpse},
    results::{Counts, Results, YesNo, value_spans},
    soundness::Found,
};
use crate::{
    domain::{lang::Lang, query::ItemQuery, sight::Sight},
    error::{Error, Result},
};

/// Moves when fields, words or sort keys are made differently; an index of another version is built again.
const VERSION: u32 = 3;

/// How many ids [`Index::ids`] gives at most.
pub const MAX_IDS: usize = 100_000;

/// How long a handler waits for its own write to be searchable before it answers without.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// What the writer holds before it writes a segment out, in bytes: the least that tantivy takes, and as much as it takes to
/// build the whole in a third less time.
const WRITER_MEMORY: usize = 15_000_000;
const BUILDER_MEMORY: usize = 30_000_000;

/// The index. Searching takes `&self` from any thread and never waits for writing.
pub struct Index {
    tantivy: tantivy::Index,
    folder: Folder,
    fields: Fields,
    /// The writer, while there is something to write.
    writer: Mutex<Option<IndexWriter>>,
    snapshot: RwLock<Arc<Snapshot>>,
    indexed: watch::Sender<u64>,
}

impl Index {
    /// Opens the index in this folder, which belongs to it alone. One that was not closed in order, is damaged or of
    /// another version is thrown away, and begins anew at change 0; [`Index::indexed`] tells what to follow from.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be written.
    pub fn open(path: &Path) -> Result<Self> {
        if let Some(index) = Self::resume(path) {
            return Ok(index);
        }
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(unavailable(error));
            }
            _ => fs::create_dir_all(path).map_err(unavailable)?,
        }
        let folder = Folder::open(path).map_err(unavailable)?;
        let (schema, fields) = Fields::new();
        let tantivy =
            tantivy::Index::create(folder.clone(), schema, tantivy::IndexSettings::default())
                .map_err(unavailable)?;
        Ok(Self {
            tantivy,
            folder,
            fields,
            writer: Mutex::default(),
            snapshot: RwLock::default(),
            indexed: watch::Sender::new(0),
        })
    }

    /// The index as it was closed; `None` when it cannot be trusted to the last byte.
    fn resume(path: &Path) -> Option<Self> {
        let mark = Folder::read_mark(path)?;
        let indexed = read_payload(&mark)?;
        let folder = Folder::open(path).ok()?;
        let (schema, fields) = Fields::new();
        let tantivy = tantivy::Index::open(folder.clone()).ok()?;
        let whole = tantivy.schema() == schema
            && tantivy.load_metas().ok()?.payload? == mark
            && tantivy.validate_checksum().ok()?.is_empty();
        let snapshot =
            whole.then(|| Snapshot::open(&tantivy, &fields, &Snapshot::default()).ok())??;
        Some(Self {
            tantivy,
            folder,
            fields,
            writer: Mutex::default(),
            snapshot: RwLock::new(Arc::new(snapshot)),
            indexed: watch::Sender::new(indexed),
        })
    }

    /// The number of the last change that is searchable; 0 when everything is to be followed from the beginning.
    pub fn indexed(&self) -> u64 {
        *self.indexed.borrow()
    }

    /// Writes changes, the later of two about the same thing winning, and makes them searchable. Blocks for some
    /// milliseconds, or a second and more for a hundred thousand: call it off the async threads, and with everything
    /// that waits at once, for a commit costs the same for one as for many.
    ///
    /// After an error nothing of it is searchable, and the same changes can be given again.
    ///
    /// # Errors
    /// What a change could not be told for; [`Error::Unavailable`] when the disk is full or broken.
    pub fn apply(
        &self,
        changes: impl IntoIterator<Item = Result<Change>>,
        upto: u64,
    ) -> Result<()> {
        let mut writing = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = match writing.take() {
            Some(writer) => writer,
            None => self.begin()?,
        };
        let mut known = Known::default();
        let mut told = HashSet::new();
        let is_new = self.snapshot().segments.is_empty();
        for change in changes {
            let change = change?;
            let id = match &change {
                Change::Put(entry) => entry.id,
                Change::Remove(id) => *id,
            };
            // Every removal is looked up in every segment, which a new index can do without.
            if !told.insert(id) || !is_new {
                writer.delete_term(Term::from_field_bytes(self.fields.id, id.as_bytes()));
            }
            if let Change::Put(entry) = change {
                for entry in entry.by_audience() {
                    let document = self.fields.document(&entry, &mut known);
                    writer.add_document(document).map_err(unavailable)?;
                }
            }
        }
        commit(&mut writer, upto)?;
        self.refresh()?;
        *writing = Some(writer);
        self.indexed.send_replace(upto);
        Ok(())
    }

    /// Forgets everything, for a follower that has to begin at change 0: the store was restored from a backup.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk is full or broken.
    pub fn clear(&self) -> Result<()> {
        let mut writing = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = match writing.take() {
            Some(writer) => writer,
            None => self.begin()?,
        };
        writer.delete_all_documents().map_err(unavailable)?;
        commit(&mut writer, 0)?;
        self.refresh()?;
        *writing = Some(writer);
        self.indexed.send_replace(0);
        Ok(())
    }

    /// Gives back the writer's memory, waits until all is on disk, and marks the folder as whole. The follower calls it
    /// when it has had nothing to do for a while, and at the end; without it the next start builds the index again.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk is full or broken.
    pub fn rest(&self) -> Result<()> {
        let mut writing = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(writer) = writing.take() {
            writer.wait_merging_threads().map_err(unavailable)?;
            self.refresh()?;
            self.folder
                .set_mark(&payload(self.indexed()))
                .map_err(unavailable)?;
        }
        Ok(())
    }

    /// Waits until a change is searchable, at most [`PATIENCE`]; tells whether it is.
    pub async fn wait_for(&self, change: u64) -> bool {
        let mut indexed = self.indexed.subscribe();
        let reached = indexed.wait_for(|indexed| *indexed >= change);
        matches!(tokio::time::timeout(PATIENCE, reached).await, Ok(Ok(_)))
    }

    /// Whether nothing has been put into it yet: it is being built from nothing, unless the archive is empty too.
    pub fn is_unbuilt(&self) -> bool {
        self.indexed() == 0
    }

    /// A page of a list, with its counts. Names sort as in `lang`.
    ///
    /// # Errors
    /// [`Error::Internal`] when the index files are broken.
    pub fn search(&self, query: &ItemQuery, sight: Sight, lang: Lang) -> Result<Results> {
        self.walk(query, sight, lang, query.limit().into(), true)
    }

    /// A page of a list without the filters' counts: for a list that changes with every letter.
    ///
    /// # Errors
    /// [`Error::Internal`] when the index files are broken.
    pub fn search_uncounted(&self, query: &ItemQuery, sight: Sight, lang: Lang) -> Result<Results> {
        self.walk(query, sight, lang, query.limit().into(), false)
    }

    /// Everything in a list, page or not, at most [`MAX_IDS`]: what "select all" selects.
    ///
    /// # Errors
    /// [`Error::Internal`] when the index files are broken.
    pub fn ids(&self, query: &ItemQuery, sight: Sight, lang: Lang) -> Result<Vec<Uuid>> {
        let query = query.clone().first_page();
        let results = self.walk(&query, sight, lang, MAX_IDS, false)?;
        Ok(results.ids)
    }

    /// The things in use that match best: what a field that picks a thing suggests.
    ///
    /// # Errors
    /// [`Error::Internal`] when the index files are broken.
    pub fn suggest(&self, text: &str, sight: Sight, lang: Lang, limit: u16) -> Result<Vec<Uuid>> {
        let query = ItemQuery::default().with_text(text);
        let results = self.walk(&query, sight, lang, limit.into(), false)?;
        Ok(results.ids)
    }

    fn walk(
        &self,
        query: &ItemQuery,
        sight: Sight,
        lang: Lang,
        limit: usize,
        counted: bool,
    ) -> Result<Results> {
        let snapshot = self.snapshot();
        let asked = Asked::parse(query.text());
        let scores = matching::find(&snapshot, &self.fields, &asked, sight)?;
        let walk = Walk {
            query,
            sight,
            lang,
            scores,
            limit: limit.max(1),
            counted,
        };
        Ok(walk.through(&snapshot))
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        let snapshot = self.snapshot.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&snapshot)
    }

    fn refresh(&self) -> Result<()> {
        let snapshot = Snapshot::open(&self.tantivy, &self.fields, &self.snapshot())?;
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        Ok(())
    }

    fn begin(&self) -> Result<IndexWriter> {
        self.folder.remove_mark().map_err(unavailable)?;
        let memory = if self.indexed() == 0 {
            BUILDER_MEMORY
        } else {
            WRITER_MEMORY
        };
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(memory)
            .build();
        let writer = self
            .tantivy
            .writer_with_options(options)
            .map_err(unavailable)?;
        let mut merging = LogMergePolicy::default();
        // Each edit is a segment of its own: they are gathered among themselves, not into the big one every time.
        merging.set_min_layer_size(1_000);
        merging.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(merging));
        Ok(writer)
    }
}

fn commit(writer: &mut IndexWriter, upto: u64) -> Result<()> {
    let mut commit = writer.prepare_commit().map_err(unavailable)?;
    commit.set_payload(&payload(upto));
    commit.commit().map_err(unavailable)?;
    Ok(())
}

/// What a commit says about itself: how it was made, and up to which change.
fn payload(indexed: u64) -> String {
    format!("{VERSION} {indexed}")
}

fn read_payload(payload: &str) -> Option<u64> {
    let (version, indexed) = payload.split_once(' ')?;
    (version.parse() == Ok(VERSION)).then(|| indexed.parse().ok())?
}

fn unavailable(cause: impl std::fmt::Display) -> Error {
    Error::Unavailable(format!("the search index: {cause}"))
}

#[cfg(test)]
mod tests;

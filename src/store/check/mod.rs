//! Whether what the tables hold is whole: each row, version, change and way back, and how they hang together.

mod facts;
mod flaw;
mod log;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::RangeInclusive,
};

use redb::{ReadableTable, ReadableTableMetadata};

use self::facts::meant;
pub(super) use self::facts::{Facts, source};
pub use self::flaw::Flaw;
use super::{
    fault::refused,
    reader::{Reader, Rows, versions_of},
    record::{Key, Relation},
    tables,
    writer::link_key,
};
use crate::{
    domain::{
        account::{Account, Session, Token},
        blob::BlobHash,
        share::Share,
    },
    error::Result,
};

/// What a check tells while it goes on.
pub enum Progress {
    /// How much of a table it has read.
    Read {
        /// Which table.
        table: &'static str,
        /// How many values so far.
        done: u64,
        /// How many there are.
        of: u64,
    },
    /// Something is wrong.
    Found(Flaw),
}

/// What a check has read.
#[derive(Debug, Default)]
pub struct Checked {
    /// How many rows.
    pub rows: u64,
    /// How many earlier versions.
    pub versions: u64,
    /// How many changes.
    pub changes: u64,
    /// The rows that hold each file.
    pub held: BTreeMap<BlobHash, Vec<Key>>,
}

impl Reader {
    /// Reads everything that the archive holds, and tells what is wrong with it.
    ///
    /// # Errors
    /// What `tell` fails with, and [`crate::error::Error::Unavailable`] when the disk cannot be read.
    pub fn check(&self, tell: &mut dyn FnMut(Progress) -> Result<()>) -> Result<Checked> {
        let mut walk = Walk {
            reader: self,
            tell,
            checked: Checked::default(),
            newest: self.newest_change()?,
            touched: Vec::new(),
            purged: HashSet::new(),
            unlogged: Vec::new(),
            missed: HashSet::new(),
            unreadable: HashSet::new(),
            numbers: HashMap::new(),
            highest: 0,
            links: 0,
        };
        walk.log()?;
        walk.rows()?;
        walk.history()?;
        walk.links()?;
        walk.counters()?;
        walk.secrets()?;
        Ok(walk.checked)
    }

    /// How to speak of a row, there or not: its noun, its id, and what it was called last.
    pub fn describe(&self, key: Key) -> Result<String> {
        let named = format!("{} {}", key.noun.key(), key.uuid());
        let Some(facts) = self.last_facts(key)? else {
            return Ok(named);
        };
        let mut text = match (facts.name.as_str(), facts.number()) {
            ("", None) => named,
            ("", Some(number)) => format!("{named} ({number:04})"),
            (name, None) => format!("{named} “{name}”"),
            (name, Some(number)) => format!("{named} “{name}” ({number:04})"),
        };
        for reference in &facts.references {
            if reference.0 == Relation::AttachedTo {
                for bearer in meant(reference) {
                    if self.exists(bearer)? {
                        text = format!("{text} of {}", self.describe(bearer)?);
                    }
                }
            }
        }
        Ok(text)
    }

    /// The newest version of a row that can be read.
    fn last_facts(&self, key: Key) -> Result<Option<Facts>> {
        if let Some(bytes) = self.rows().get(key.bytes().as_slice()).map_err(refused)?
            && let Ok(facts) = Facts::read(key.noun, bytes.value())
        {
            return Ok(Some(facts));
        }
        let (start, end) = versions_of(key);
        let versions = self
            .history()
            .range::<&[u8]>(start.as_slice()..=end.as_slice())
            .map_err(refused)?;
        for version in versions.rev() {
            let (_, bytes) = version.map_err(refused)?;
            if let Ok(facts) = Facts::read(key.noun, bytes.value()) {
                return Ok(Some(facts));
            }
        }
        Ok(None)
    }
}

/// A check on its way through the tables.
struct Walk<'a> {
    reader: &'a Reader,
    tell: &'a mut dyn FnMut(Progress) -> Result<()>,
    checked: Checked,
    newest: u64,
    /// Which change made a version of what; sorted once the log is read.
    touched: Vec<(Key, u64)>,
    purged: HashSet<Key>,
    unlogged: Vec<RangeInclusive<u64>>,
    /// The rows that are gone, and the versions that are, so that each is told once.
    missed: HashSet<(Key, Option<u64>)>,
    unreadable: HashSet<Key>,
    numbers: HashMap<u32, Key>,
    highest: u32,
    /// How many links the rows that can be read ought to have and have.
    links: u64,
}

impl Walk<'_> {
    fn found(&mut self, flaw: Flaw) -> Result<()> {
        (self.tell)(Progress::Found(flaw))
    }

    fn read(&mut self, table: &'static str, done: u64, of: u64) -> Result<()> {
        (self.tell)(Progress::Read { table, done, of })
    }

    fn describe(&self, key: Key) -> Result<String> {
        self.reader.describe(key)
    }

    fn rows(&mut self) -> Result<()> {
        let rows = self.reader.rows();
        let of = rows.len().map_err(refused)?;
        for entry in rows.iter().map_err(refused)? {
            let (key, bytes) = entry.map_err(refused)?;
            match Key::from_slice(key.value()) {
                Some(key) => self.row(key, bytes.value())?,
                None => self.found(Flaw::Unreadable {
                    what: "a row".to_owned(),
                    cause: "its key is malformed".to_owned(),
                })?,
            }
            self.checked.rows += 1;
            self.read("rows", self.checked.rows, of)?;
        }
        Ok(())
    }

    fn row(&mut self, key: Key, bytes: &[u8]) -> Result<()> {
        let facts = match Facts::read(key.noun, bytes) {
            Ok(facts) if facts.key == key => facts,
            other => {
                self.unreadable.insert(key);
                let cause = other.err().map_or_else(
                    || "it says that it is another".to_owned(),
                    |cause| cause.to_string(),
                );
                let what = self.describe(key)?;
                return self.found(Flaw::Unreadable { what, cause });
            }
        };
        self.claimed(key, facts.revision)?;
        if let Some(number) = facts.number() {
            self.highest = self.highest.max(number);
            if let Some(other) = self.numbers.insert(number, key) {
                let (row, other) = (self.describe(key)?, self.describe(other)?);
                self.found(Flaw::Doubled { row, other })?;
            }
        }
        for reference in &facts.references {
            let link = link_key(reference, key);
            let links = self.reader.links();
            if links.get(link.as_slice()).map_err(refused)?.is_some() {
                self.links += 1;
            } else {
                let row = self.describe(key)?;
                self.found(Flaw::OneWay { row })?;
            }
            if reference.0 == Relation::Holds
                && let Ok(hash) = reference.1.as_slice().try_into()
            {
                let hash = BlobHash::from_bytes(hash);
                self.checked.held.entry(hash).or_default().push(key);
            }
            self.target(key, &meant(reference))?;
        }
        Ok(())
    }

    /// That one of the rows which a reference may mean is there.
    fn target(&mut self, key: Key, meant: &[Key]) -> Result<()> {
        let Some(last) = meant.last() else {
            return Ok(());
        };
        let mut known = *last;
        for target in meant {
            if self.reader.exists(*target)? {
                return Ok(());
            }
            if self.reader.last_facts(*target)?.is_some() {
                known = *target;
            }
        }
        let (row, target) = (self.describe(key)?, self.describe(known)?);
        self.found(Flaw::Dangling { row, target })
    }

    /// That the change which made a version says so.
    fn claimed(&mut self, key: Key, change: u64) -> Result<()> {
        if change > self.newest {
            // The newest changes are missing; what they did tells how many.
            let from = self.newest + 1;
            self.newest = change;
            return self.unlogged(from, change);
        }
        let unlogged = self.unlogged.iter().any(|range| range.contains(&change));
        let told = self.touched.binary_search(&(key, change)).is_ok();
        if unlogged || told || self.purged.contains(&key) {
            return Ok(());
        }
        let row = self.describe(key)?;
        self.found(Flaw::Unclaimed { row, change })
    }

    fn history(&mut self) -> Result<()> {
        let history = self.reader.history();
        let of = history.len().map_err(refused)?;
        for entry in history.iter().map_err(refused)? {
            let (at, bytes) = entry.map_err(refused)?;
            let split = at.value().split_last_chunk::<8>();
            match split.and_then(|(key, change)| Some((Key::from_slice(key)?, change))) {
                Some((key, change)) => {
                    self.earlier(key, u64::from_be_bytes(*change), bytes.value())?;
                }
                None => self.found(Flaw::Unreadable {
                    what: "an earlier version".to_owned(),
                    cause: "its key is malformed".to_owned(),
                })?,
            }
            self.checked.versions += 1;
            self.read("history", self.checked.versions, of)?;
        }
        Ok(())
    }

    fn earlier(&mut self, key: Key, change: u64, bytes: &[u8]) -> Result<()> {
        let cause = match Facts::read(key.noun, bytes) {
            Ok(facts) if facts.key == key && facts.revision == change => {
                self.highest = self.highest.max(facts.number().unwrap_or_default());
                return self.claimed(key, change);
            }
            Ok(_) => "it says that it is another".to_owned(),
            Err(cause) => cause.to_string(),
        };
        let what = format!("the version of change {change} of {}", self.describe(key)?);
        self.found(Flaw::Unreadable { what, cause })
    }

    fn links(&mut self) -> Result<()> {
        let links = self.reader.links();
        let of = links.len().map_err(refused)?;
        self.read("links", of, of)?;
        if of == self.links {
            return Ok(());
        }
        for entry in links.iter().map_err(refused)? {
            let (link, _) = entry.map_err(refused)?;
            let Some(key) = source(link.value()) else {
                self.found(Flaw::Astray {
                    row: "no row".to_owned(),
                })?;
                continue;
            };
            if !self.unreadable.contains(&key) && !self.reader.refers(key, link.value())? {
                let row = self.describe(key)?;
                self.found(Flaw::Astray { row })?;
            }
        }
        Ok(())
    }

    fn counters(&mut self) -> Result<()> {
        let given = self.reader.last_number()?;
        if given < u64::from(self.highest) {
            self.found(Flaw::Behind {
                next: given + 1,
                highest: self.highest,
            })?;
        }
        Ok(())
    }

    fn secrets(&mut self) -> Result<()> {
        fn fails<T: for<'b> minicbor::Decode<'b, ()>>(bytes: &[u8]) -> Option<String> {
            let read = minicbor::decode::<T>(bytes);
            read.err().map(|cause| cause.to_string())
        }
        type Fails = fn(&[u8]) -> Option<String>;
        let tables: [(_, _, Fails); 4] = [
            ("an account", &self.reader.accounts, fails::<Account>),
            ("a session", &self.reader.sessions, fails::<Session>),
            ("a token", &self.reader.tokens, fails::<Token>),
            ("a share link", &self.reader.shares, fails::<Share>),
        ];
        for (what, table, fails) in tables {
            for entry in table.iter().map_err(refused)? {
                let (_, bytes) = entry.map_err(refused)?;
                if let Some(cause) = fails(bytes.value()) {
                    let what = what.to_owned();
                    self.found(Flaw::Unreadable { what, cause })?;
                }
            }
        }
        Ok(())
    }
}

impl Reader {
    /// Whether a row refers to what a link says it does.
    fn refers(&self, key: Key, link: &[u8]) -> Result<bool> {
        let Some(bytes) = self.rows().get(key.bytes().as_slice()).map_err(refused)? else {
            return Ok(false);
        };
        Ok(refers(key, bytes.value(), link))
    }

    /// The label number that was given last.
    fn last_number(&self) -> Result<u64> {
        let number = self.counters.get(tables::NUMBER).map_err(refused)?;
        Ok(number.map_or(0, |number| number.value()))
    }
}

/// Whether a row refers to what a link says it does; so it may be while the row cannot be read.
pub(super) fn refers(key: Key, row: &[u8], link: &[u8]) -> bool {
    Facts::read(key.noun, row).map_or(true, |facts| {
        facts
            .references
            .iter()
            .any(|reference| link_key(reference, key) == link)
    })
}

//! Changing rows: every put, bin and purge enters the history and the change log by itself.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redb::{ReadableTable, Table, WriteTransaction};

use super::{
    change::{Change, Touch},
    fault::refused,
    reader::{Rows, decode, version_key, versions_of},
    record::{Key, Record, Reference, Revision, Row, Stamp},
    tables,
};
use crate::{
    domain::{id::Id, number::Number},
    error::{Error, Result},
};

type ByteTable<'t> = Table<'t, &'static [u8], &'static [u8]>;

/// A change on its way: sees its own puts.
pub struct Writer<'t> {
    rows: ByteTable<'t>,
    history: ByteTable<'t>,
    links: ByteTable<'t>,
    log: Table<'t, u64, &'static [u8]>,
    counters: Table<'t, &'static str, u64>,
    pub(super) days: Table<'t, u64, (i64, u64)>,
    pub(super) accounts: ByteTable<'t>,
    pub(super) sessions: ByteTable<'t>,
    pub(super) tokens: ByteTable<'t>,
    pub(super) shares: ByteTable<'t>,
    pub(super) mails: Table<'t, &'static [u8], i64>,
    pub(super) reminding: ByteTable<'t>,
    pub(super) memos: ByteTable<'t>,
    pub(super) dirty: bool,
    number: u64,
    stamp: Stamp,
    today: Date,
    touched: BTreeMap<Key, Touch>,
    undoes: Option<u64>,
}

/// Which version a save has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Exactly this one: what a form or an `If-Match` carries.
    Revision(Revision),
    /// Whatever is there: the caller read it inside the same change.
    Any,
}

/// What a finished change came to.
pub(super) struct Written {
    pub(super) newest: u64,
    pub(super) dirty: bool,
    /// The entry in the log; none when no row was touched.
    pub(super) change: Option<Change>,
}

impl Rows for Writer<'_> {
    fn rows(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.rows
    }

    fn history(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.history
    }

    fn links(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.links
    }

    fn log(&self) -> &impl ReadableTable<u64, &'static [u8]> {
        &self.log
    }
}

impl<'t> Writer<'t> {
    pub(super) fn begin(
        transaction: &'t WriteTransaction,
        stamp: Stamp,
        today: Date,
    ) -> Result<Self> {
        let open = |table| transaction.open_table(table).map_err(refused);
        let log = transaction.open_table(tables::LOG).map_err(refused)?;
        let number = log
            .last()
            .map_err(refused)?
            .map_or(0, |(number, _)| number.value())
            + 1;
        Ok(Self {
            rows: open(tables::ROWS)?,
            history: open(tables::HISTORY)?,
            links: open(tables::LINKS)?,
            log,
            counters: transaction.open_table(tables::COUNTERS).map_err(refused)?,
            days: transaction.open_table(tables::DAYS).map_err(refused)?,
            accounts: open(tables::ACCOUNTS)?,
            sessions: open(tables::SESSIONS)?,
            tokens: open(tables::TOKENS)?,
            shares: open(tables::SHARES)?,
            mails: transaction.open_table(tables::MAILS).map_err(refused)?,
            reminding: open(tables::REMINDING)?,
            memos: open(tables::MEMOS)?,
            dirty: false,
            number,
            stamp,
            today,
            touched: BTreeMap::new(),
            undoes: None,
        })
    }

    /// Enters the change in the log, if it touched a row.
    pub(super) fn finish(mut self, action: &str) -> Result<Written> {
        if self.touched.is_empty() {
            return Ok(Written {
                newest: self.number - 1,
                dirty: self.dirty,
                change: None,
            });
        }
        let change = Change {
            number: self.number,
            at: self.stamp.at,
            by: self.stamp.by,
            action: action.to_owned(),
            touched: self.touched.into_values().collect(),
            undoes: self.undoes,
        };
        let bytes = minicbor::to_vec(&change).map_err(Error::internal)?;
        self.log
            .insert(self.number, bytes.as_slice())
            .map_err(refused)?;
        Ok(Written {
            newest: self.number,
            dirty: true,
            change: Some(change),
        })
    }

    /// The number of the newest change before this one.
    pub(super) const fn newest(&self) -> u64 {
        self.number - 1
    }

    /// When this change happens, and who does it.
    pub const fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The revision that this change gives to what it touches.
    pub const fn revision(&self) -> Revision {
        Revision::new(self.number)
    }

    /// The day of this change where the household lives.
    pub const fn today(&self) -> Date {
        self.today
    }

    /// Says that this change takes back an earlier one.
    pub const fn set_undoes(&mut self, change: u64) {
        self.undoes = Some(change);
    }

    /// The next label number: given once, also when what bears it is gone.
    pub fn next_number(&mut self) -> Result<Number> {
        self.count(tables::NUMBER).map(Number::new)
    }

    /// The next number of a report: given once, also when that is gone.
    pub fn next_report(&mut self) -> Result<u32> {
        self.count(tables::REPORT)
    }

    fn count(&mut self, counter: &'static str) -> Result<u32> {
        let last = self
            .counters
            .get(counter)
            .map_err(refused)?
            .map_or(0, |number| number.value());
        let next = u32::try_from(last + 1).map_err(Error::internal)?;
        self.counters
            .insert(counter, u64::from(next))
            .map_err(refused)?;
        Ok(next)
    }

    /// Puts a new record, or a new version of one. A version that says nothing new is no version.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the row is not at the expected revision, or is gone or in the bin, which only
    /// [`Self::restore`] takes it out of.
    pub fn put<T: Record>(&mut self, body: T, expect: Expect) -> Result<Row<T>> {
        let present = self.find(body.id())?;
        match (&present, expect) {
            (Some(row), _) if row.binned.is_some() => return Err(Error::Conflict),
            (Some(row), Expect::Revision(seen)) if row.revision != seen => {
                return Err(Error::Conflict);
            }
            (None, Expect::Revision(_)) => return Err(Error::Conflict),
            _ => {}
        }
        if let Some(row) = &present
            && row.body == body
        {
            return Ok(row.clone());
        }
        let created = present.as_ref().map_or(self.stamp, |row| row.created);
        self.replace(
            present.as_ref(),
            Row {
                created,
                ..self.fresh(body)
            },
        )
    }

    /// Puts a row into the bin; one that lies there already stays as it is.
    pub fn bin<T: Record>(&mut self, id: Id<T>) -> Result<Row<T>> {
        let present = self.get(id)?;
        if present.binned.is_some() {
            return Ok(present);
        }
        let row = Row {
            created: present.created,
            binned: Some(self.stamp),
            ..self.fresh(present.body.clone())
        };
        self.replace(Some(&present), row)
    }

    /// Takes a row out of the bin.
    pub fn restore<T: Record>(&mut self, id: Id<T>) -> Result<Row<T>> {
        let present = self.get(id)?;
        if present.binned.is_none() {
            return Ok(present);
        }
        let row = Row {
            created: present.created,
            ..self.fresh(present.body.clone())
        };
        self.replace(Some(&present), row)
    }

    /// Makes a row what it was at an earlier version, in the bin or out of it.
    pub fn bring_back<T: Record>(&mut self, version: Row<T>) -> Result<Row<T>> {
        let present = self.find(version.body.id())?;
        let row = Row {
            created: version.created,
            binned: version.binned,
            ..self.fresh(version.body)
        };
        self.replace(present.as_ref(), row)
    }

    /// Removes a row and every version of it for good.
    pub fn purge<T: Record>(&mut self, id: Id<T>) -> Result<()> {
        let row = self.get(id)?;
        let key = Key::of(id);
        self.unlink(key, &row.body.references())?;
        self.rows.remove(key.bytes().as_slice()).map_err(refused)?;
        let (start, end) = versions_of(key);
        self.history
            .retain_in::<&[u8], _>(start.as_slice()..=end.as_slice(), |_, _| false)
            .map_err(refused)?;
        // What this change made of the row first is no version that there was before it.
        let earlier = self.touched.get(&key);
        let before = earlier.map_or(Some(row.revision), |touch| touch.before);
        self.touched.insert(
            key,
            Touch {
                key,
                before,
                purged: true,
            },
        );
        Ok(())
    }

    fn fresh<T>(&self, body: T) -> Row<T> {
        Row {
            revision: Revision::new(self.number),
            created: self.stamp,
            changed: self.stamp,
            binned: None,
            body,
        }
    }

    fn replace<T: Record>(&mut self, present: Option<&Row<T>>, row: Row<T>) -> Result<Row<T>> {
        let key = Key::of(row.body.id());
        if let Some(present) = present {
            // A row that this change has put already keeps the version from before the change.
            if present.revision != row.revision {
                let bytes = minicbor::to_vec(present).map_err(Error::internal)?;
                let at = version_key(key, present.revision);
                self.history
                    .insert(at.as_slice(), bytes.as_slice())
                    .map_err(refused)?;
            }
        }
        let before = present.map_or_else(Vec::new, |present| present.body.references());
        let after = row.body.references();
        // Most of what a row refers to stays when it changes, and each link is a place in the file.
        self.unlink(key, before.iter().filter(|link| !after.contains(link)))?;
        let bytes = minicbor::to_vec(&row).map_err(Error::internal)?;
        debug_assert!(
            decode::<T>(&bytes).is_ok_and(|read| read == row),
            "a row must read back as it was written"
        );
        self.rows
            .insert(key.bytes().as_slice(), bytes.as_slice())
            .map_err(refused)?;
        for reference in after.iter().filter(|link| !before.contains(link)) {
            self.links
                .insert(link_key(reference, key).as_slice(), [].as_slice())
                .map_err(refused)?;
        }
        let before = present.map(|present| present.revision);
        self.touched.entry(key).or_insert(Touch {
            key,
            before,
            purged: false,
        });
        Ok(row)
    }

    fn unlink<'r>(
        &mut self,
        key: Key,
        references: impl IntoIterator<Item = &'r Reference>,
    ) -> Result<()> {
        for reference in references {
            self.links
                .remove(link_key(reference, key).as_slice())
                .map_err(refused)?;
        }
        Ok(())
    }
}

pub(super) fn link_key((relation, target): &Reference, source: Key) -> Vec<u8> {
    let mut key = vec![*relation as u8];
    key.extend_from_slice(target);
    key.extend_from_slice(&source.bytes());
    key
}

//! Looking after the archive's file: how much is in it, mending what is derived in it, giving back room, and its own check.

use std::time::Duration;

use jiff::Timestamp;
use redb::{CompactionError, Database, DatabaseError, ReadableTable, ReadableTableMetadata};

use super::{
    Store,
    archive::file_in,
    check::{Facts, refers, source},
    disk,
    fault::refused,
    reader::{Head, Reader, Rows},
    record::{Key, Noun},
    tables,
    writer::link_key,
};
use crate::error::{Error, Result};

/// How often to look whether nobody reads or writes.
const LOOK: Duration = Duration::from_millis(20);
/// How many times: for half a minute.
const LOOKS: u32 = 1_500;

/// How much an archive holds.
#[derive(Debug)]
pub struct Tally {
    /// Of each noun: how many rows in use, and how many in the bin.
    pub rows: Vec<(Noun, u64, u64)>,
    /// Earlier versions.
    pub versions: u64,
    /// References, each with its way back.
    pub links: u64,
    /// Changes in the log.
    pub changes: u64,
    /// When the oldest and the newest change were made.
    pub span: Option<(Timestamp, Timestamp)>,
}

impl Reader {
    /// How much there is of everything.
    pub fn tally(&self) -> Result<Tally> {
        let mut rows: Vec<_> = Noun::ALL.into_iter().map(|noun| (noun, 0, 0)).collect();
        for entry in self.rows().iter().map_err(refused)? {
            let (key, bytes) = entry.map_err(refused)?;
            let noun = Key::from_slice(key.value()).map(|key| key.noun);
            let Some((_, used, binned)) = rows.iter_mut().find(|(of, ..)| Some(*of) == noun) else {
                continue;
            };
            // One that cannot be read counts too: `check` is what tells of it.
            match minicbor::decode::<Head>(bytes.value()) {
                Ok(head) if head.binned.is_some() => *binned += 1,
                _ => *used += 1,
            }
        }
        let first = self.changes_after(0, 1)?.first().map(|change| change.at);
        let last = self.change(self.newest_change()?)?.map(|change| change.at);
        Ok(Tally {
            rows,
            versions: self.history().len().map_err(refused)?,
            links: self.links().len().map_err(refused)?,
            changes: self.log().len().map_err(refused)?,
            span: first.zip(last),
        })
    }
}

impl Store {
    /// Makes again what is derived in the archive: the ways back along references, and the counter of label numbers
    /// where it has fallen behind. Of a row that cannot be read, the ways back stay as they are.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk is full or broken; nothing is changed then.
    pub fn mend(&self) -> Result<()> {
        disk::check_room(&self.folder)?;
        let archive = self.writable()?;
        let transaction = archive.database()?.begin_write().map_err(refused)?;
        {
            let rows = transaction.open_table(tables::ROWS).map_err(refused)?;
            let history = transaction.open_table(tables::HISTORY).map_err(refused)?;
            let mut links = transaction.open_table(tables::LINKS).map_err(refused)?;
            let mut counters = transaction.open_table(tables::COUNTERS).map_err(refused)?;
            let leads = |link: &[u8]| -> Result<bool> {
                let Some(key) = source(link) else {
                    return Ok(false);
                };
                let row = rows.get(key.bytes().as_slice()).map_err(refused)?;
                Ok(row.is_some_and(|row| refers(key, row.value(), link)))
            };
            links
                // What cannot be looked up is kept.
                .retain(|link, _| leads(link).unwrap_or(true))
                .map_err(refused)?;
            let mut highest = 0;
            for entry in rows.iter().map_err(refused)? {
                let (key, bytes) = entry.map_err(refused)?;
                let Some((key, facts)) = read(key.value(), bytes.value()) else {
                    continue;
                };
                highest = highest.max(facts.number().unwrap_or_default());
                for reference in &facts.references {
                    links
                        .insert(link_key(reference, key).as_slice(), [].as_slice())
                        .map_err(refused)?;
                }
            }
            for entry in history.iter().map_err(refused)? {
                let (at, bytes) = entry.map_err(refused)?;
                let key = at.value().split_last_chunk::<8>().map(|(key, _)| key);
                let version = key.and_then(|key| read(key, bytes.value()));
                highest = highest.max(version.and_then(|(_, facts)| facts.number()).unwrap_or(0));
            }
            let given = counters.get(tables::NUMBER).map_err(refused)?;
            let given = given.map_or(0, |number| number.value());
            if given < u64::from(highest) {
                counters
                    .insert(tables::NUMBER, u64::from(highest))
                    .map_err(refused)?;
            }
        }
        transaction.commit().map_err(refused)
    }

    /// Gives back to the disk the room that the archive's file does not use. Waits for a moment in which nobody reads
    /// or writes, and has everybody wait until it is done: call it off the async threads. Returns the size of the file
    /// in bytes, before and after.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when there was no such moment for half a minute, or the disk is full or broken.
    pub fn compact(&self) -> Result<(u64, u64)> {
        disk::check_room(&self.folder)?;
        let before = self.size()?;
        self.alone(|database| match database.compact() {
            Ok(_) => Ok(Some(())),
            Err(CompactionError::TransactionInProgress) => Ok(None),
            Err(cause) => Err(refused(cause)),
        })?;
        Ok((before, self.size()?))
    }

    /// Checks the file by the checksums in it; a last change that the disk has not kept whole is taken back. Returns
    /// whether all was well.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it is damaged, with a sentence, or when somebody else reads or writes all the time.
    pub fn verify(&self) -> Result<bool> {
        self.alone(|database| match database.check_integrity() {
            Ok(well) => Ok(Some(well)),
            Err(DatabaseError::TransactionInProgress) => Ok(None),
            Err(cause) => Err(Error::Unavailable(format!(
                "archive.redb is damaged and cannot be read any more, restore a backup: {cause}"
            ))),
        })
    }

    /// The size of the archive's file in bytes.
    pub fn size(&self) -> Result<u64> {
        let file = file_in(&self.folder).metadata();
        file.map(|file| file.len()).map_err(Error::internal)
    }

    /// Does something that needs the database to itself, as soon as nobody reads or writes; `work` returns none when
    /// somebody does after all. Whoever comes meanwhile waits, but not while this does: else a reader that needs one
    /// more snapshot before it lets go of its first would never come to an end.
    fn alone<T>(&self, mut work: impl FnMut(&mut Database) -> Result<Option<T>>) -> Result<T> {
        for _ in 0..LOOKS {
            if let Ok(mut archive) = self.archive.try_write()
                && let Some(archive) = archive.as_mut()
                && let Some(done) = work(&mut archive.database)?
            {
                return Ok(done);
            }
            std::thread::sleep(LOOK);
        }
        Err(Error::Unavailable(
            "the archive was in use all the time; try again when it is quiet, or stop the server first"
                .to_owned(),
        ))
    }
}

fn read(key: &[u8], bytes: &[u8]) -> Option<(Key, Facts)> {
    let key = Key::from_slice(key)?;
    let facts = Facts::read(key.noun, bytes).ok()?;
    (facts.key == key).then_some((key, facts))
}

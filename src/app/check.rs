//! Whether everything is whole: the tables, each original, what is derived from them, and the index; and making again
//! what is derived.

use std::collections::{BTreeSet, HashSet};

use super::{
    indexer::Follower,
    order::{Pace, Say, Verdict, Word, columns, row},
    premises::Premises,
};
use crate::{
    domain::{blob::BlobHash, item::Item},
    error::{Error, Result},
    index::{Found, Index},
    store::{Checked, Flaw, Progress, Reader, Row, Rows},
};

/// Looks at everything, says what is wrong, and how much was looked at.
pub(super) fn run(premises: &Premises, repair: bool, say: &mut Say<'_>) -> Result<Verdict> {
    let mut inspection = Inspection {
        premises,
        repair,
        say,
        lost: 0,
        broken: 0,
        mended: 0,
    };
    // Beside a running server the file is never still for long enough.
    if premises.running.is_none() {
        inspection.file()?;
    }
    let (checked, relinked) = inspection.tables()?;
    let originals = inspection.originals(&checked)?;
    inspection.derived()?;
    inspection.index(relinked)?;
    inspection.sum_up(&checked, originals)
}

struct Inspection<'a, 's> {
    premises: &'a Premises,
    repair: bool,
    say: &'a mut Say<'s>,
    lost: u64,
    broken: u64,
    mended: u64,
}

impl Inspection<'_, '_> {
    fn line(&mut self, word: &str, sentence: &str) -> Result<()> {
        (self.say)(Word::Line(format!("{word:<6}  {sentence}")))
    }

    /// Tells of what nothing here can bring back.
    fn lost(&mut self, sentence: &str) -> Result<()> {
        self.lost += 1;
        self.line("lost", sentence)
    }

    /// Tells of what can be made again, and is if it was asked for.
    fn mendable(&mut self, sentence: &str) -> Result<()> {
        if self.repair {
            self.mended += 1;
            self.line("mended", sentence)
        } else {
            self.broken += 1;
            self.line("broken", sentence)
        }
    }

    /// The archive's file, by its checksums.
    fn file(&mut self) -> Result<()> {
        (self.say)(Word::Progress("archive.redb".to_owned()))?;
        if self.premises.store.verify()? {
            return Ok(());
        }
        self.lost("archive.redb did not hold its last changes whole, and is as it was before them")
    }

    /// Everything in the tables. Returns too whether ways back were made again.
    fn tables(&mut self) -> Result<(Checked, bool)> {
        let store = &self.premises.store;
        let mut flaws = Vec::new();
        let mut pace = Pace::new("");
        let mut reading = "";
        let say = &mut *self.say;
        let checked = store.read()?.check(&mut |progress| match progress {
            Progress::Read { table, done, of } => {
                if reading != table {
                    reading = table;
                    pace = Pace::new(table);
                }
                pace.tell(done, of, say)
            }
            Progress::Found(flaw) => {
                flaws.push(flaw);
                Ok(())
            }
        })?;
        let (mendable, lost): (Vec<_>, Vec<_>) = flaws.into_iter().partition(Flaw::is_mendable);
        for flaw in lost {
            self.lost(&flaw.to_string())?;
        }
        let relinks = self.repair && !mendable.is_empty();
        if relinks {
            store.mend()?;
        }
        for flaw in mendable {
            self.mendable(&flaw.to_string())?;
        }
        Ok((checked, relinks))
    }

    /// Every original: those that something holds are there, and each is what its name says. Returns how many there are.
    fn originals(&mut self, checked: &Checked) -> Result<u64> {
        let blobs = self.premises.media.blobs();
        let mut all: BTreeSet<BlobHash> = blobs.hashes()?.collect::<Result<_>>()?;
        all.extend(checked.held.keys());
        let (mut pace, mut there) = (Pace::new("originals"), 0);
        for (done, hash) in (1..).zip(&all) {
            match blobs.is_sound(*hash) {
                Ok(true) => there += 1,
                Ok(false) => {
                    there += 1;
                    let whose = self.whose(*hash, checked)?;
                    self.lost(&format!(
                        "the file of {whose} is not what it was: {}",
                        blobs.path(*hash).display()
                    ))?;
                }
                Err(Error::NotFound) => self.missing(*hash, checked)?,
                Err(error) => return Err(error),
            }
            pace.tell(done, all.len() as u64, self.say)?;
        }
        Ok(there)
    }

    fn missing(&mut self, hash: BlobHash, checked: &Checked) -> Result<()> {
        if self.is_let_go(hash, checked)? {
            return Ok(());
        }
        let whose = self.whose(hash, checked)?;
        let path = self.premises.media.blobs().path(hash);
        self.lost(&format!("the file of {whose} is gone: {}", path.display()))
    }

    /// Whether nothing holds a file any more: the bin may have been emptied since the tables were read.
    fn is_let_go(&self, hash: BlobHash, checked: &Checked) -> Result<bool> {
        let reader = self.premises.store.read()?;
        for key in checked.held.get(&hash).into_iter().flatten() {
            if reader.exists(*key)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn whose(&self, hash: BlobHash, checked: &Checked) -> Result<String> {
        let reader = self.premises.store.read()?;
        let holders = checked.held.get(&hash).into_iter().flatten();
        let names: Vec<_> = holders
            .map(|key| reader.describe(*key))
            .collect::<Result<_>>()?;
        Ok(if names.is_empty() {
            "nothing that is left".to_owned()
        } else {
            names.join(" and ")
        })
    }

    /// What was made of originals: thrown away where it is broken off, for it is made again when somebody looks.
    fn derived(&mut self) -> Result<()> {
        let media = &self.premises.media;
        (self.say)(Word::Progress("derived".to_owned()))?;
        for hash in media.broken_off()? {
            if self.repair {
                media.forget_derived(hash)?;
            }
            self.mendable(&format!(
                "what was made of {} is broken off",
                media.blobs().path(hash).display()
            ))?;
        }
        Ok(())
    }

    /// The index: its files, and that it knows the things that there are. It is built again when ways back were, for
    /// it was told by them.
    fn index(&mut self, relinked: bool) -> Result<()> {
        (self.say)(Word::Progress("index".to_owned()))?;
        let wrong = match self.premises.running.clone() {
            Some(follower) => self.running_index(&follower)?,
            None => match Index::look(&self.premises.index_folder()) {
                Found::Unfinished => None,
                Found::Damaged => Some("the files of the search index are damaged".to_owned()),
                Found::Whole(index) => {
                    let reader = self.premises.store.read()?;
                    let follows = index.indexed() == reader.newest_change()?;
                    follows.then(|| differs(&index, &reader)).flatten()
                }
            },
        };
        if (wrong.is_some() || relinked) && self.repair {
            let (mut pace, say) = (Pace::new("things"), &mut *self.say);
            self.premises.reindex(&mut |done, of| {
                let _ = pace.tell(done as u64, of as u64, say);
            })?;
        }
        match wrong {
            Some(wrong) => self.mendable(&wrong),
            None => Ok(()),
        }
    }

    fn running_index(&self, follower: &Follower) -> Result<Option<String>> {
        // Nobody else takes the index further while it is compared.
        let turn = follower.turn();
        follower.catch_up(&turn, &self.premises.runtime, &mut |_, _| {})?;
        if !follower.index.is_sound() {
            return Ok(Some("the files of the search index are damaged".to_owned()));
        }
        let reader = self.premises.store.read()?;
        // A change may have come in between; the next check will tell.
        if follower.index.indexed() != reader.newest_change()? {
            return Ok(None);
        }
        Ok(differs(&follower.index, &reader))
    }

    fn sum_up(&mut self, checked: &Checked, originals: u64) -> Result<Verdict> {
        let read = format!(
            "{} rows, {} earlier versions, {} changes, {originals} originals",
            checked.rows, checked.versions, checked.changes
        );
        let found = format!(
            "{} lost, {} broken, {} mended",
            self.lost, self.broken, self.mended
        );
        let well = self.lost + self.broken == 0;
        let word = if well { "sound" } else { "wrong" };
        columns(&[row([&word, &read, &found])], self.say)?;
        if self.lost > 0 {
            (self.say)(Word::Progress(
                "what is lost is left as it is; a backup may have it".to_owned(),
            ))?;
        }
        if self.broken > 0 {
            (self.say)(Word::Progress(
                "what is broken is made again by smartinventory check --repair".to_owned(),
            ))?;
        }
        Ok(if well { Verdict::Well } else { Verdict::Wrong })
    }
}

/// How the things in an index differ from those in the archive that it follows.
fn differs(index: &Index, reader: &Reader) -> Option<String> {
    let mut there = HashSet::new();
    let read = reader.each(None, |item: Row<Item>| {
        there.insert(item.id.uuid());
        Ok(true)
    });
    // A thing that cannot be read is told with the tables.
    read.ok()?;
    let known = index.things();
    let unknown = there.difference(&known).count();
    let gone = known.difference(&there).count();
    (unknown + gone > 0).then(|| {
        format!("the search index lacks {unknown} things, and knows {gone} that are not there")
    })
}

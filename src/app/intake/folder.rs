//! What lies in a folder that others write into, and which of it lies still.

use std::{
    collections::HashMap,
    ffi::{OsStr, OsString},
    fs::{self, File, Metadata, OpenOptions},
    io,
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::Path,
    time::Duration,
};

use rustix::fs::OFlags;

/// How long a file has to lie still before it is whole: programs that write into a share make pauses.
pub(super) const SETTLED: Duration = Duration::from_secs(5);
/// How long an empty one: some scanners make a file before they scan.
const SETTLED_EMPTY: Duration = Duration::from_mins(1);
/// How long a file that could not be taken is left alone.
const LATER: Duration = Duration::from_mins(1);

/// How programs call what they have not written to its end.
const UNFINISHED: [&str; 7] = [
    ".part",
    ".partial",
    ".filepart",
    ".tmp",
    ".temp",
    ".crdownload",
    ".download",
];
/// What file managers leave behind.
const LEFTOVERS: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// By what it is told that a file has changed. Not by its number: some network shares give it another each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) size: u64,
    modified: (i64, i64),
}

impl Mark {
    pub(super) fn of(file: &Metadata) -> Self {
        Self {
            size: file.size(),
            modified: (file.mtime(), file.mtime_nsec()),
        }
    }
}

/// What was seen of a file, and since when.
#[derive(Debug)]
struct Seen {
    mark: Mark,
    since: Duration,
    /// Not before then: it could not be taken.
    later: Option<Duration>,
}

/// The files of a folder, as they were seen so far.
#[derive(Debug, Default)]
pub(super) struct Watch(HashMap<OsString, Seen>);

impl Watch {
    /// Compares what lies there `now`, by a clock that only runs, with what lay there before, and gives what lies still: the
    /// oldest first.
    pub(super) fn settled(
        &mut self,
        files: Vec<(OsString, Mark)>,
        now: Duration,
    ) -> Vec<(OsString, Mark)> {
        let mut before = std::mem::take(&mut self.0);
        let mut settled = Vec::new();
        for (name, mark) in files {
            let seen = before.remove(&name).filter(|seen| seen.mark == mark);
            let seen = seen.unwrap_or(Seen {
                mark,
                since: now,
                later: None,
            });
            let patience = if mark.size == 0 {
                SETTLED_EMPTY
            } else {
                SETTLED
            };
            let is_still = now.saturating_sub(seen.since) >= patience;
            if is_still && seen.later.is_none_or(|later| now >= later) {
                settled.push((name.clone(), mark));
            }
            self.0.insert(name, seen);
        }
        settled.sort_by(|(a, one), (b, other)| (one.modified, a).cmp(&(other.modified, b)));
        settled
    }

    /// Leaves a file alone for a while. Whether it is the first time that it could not be taken.
    pub(super) fn postpone(&mut self, name: &OsStr, now: Duration) -> bool {
        let Some(seen) = self.0.get_mut(name) else {
            return true;
        };
        seen.later.replace(now + LATER).is_none()
    }

    /// Looks at a file anew: it was not what it had been.
    pub(super) fn forget(&mut self, name: &OsStr) {
        self.0.remove(name);
    }
}

/// The files in a folder that may be papers: nothing in folders within, nothing hidden, nothing unfinished.
pub(super) fn list(folder: &Path) -> io::Result<Vec<(OsString, Mark)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !may_be_paper(&name) {
            continue;
        }
        match entry.metadata() {
            Ok(file) if file.is_file() => files.push((name, Mark::of(&file))),
            Ok(_) => {}
            // Whoever put it there has taken it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(files)
}

fn may_be_paper(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let is_hidden = name.starts_with(['.', '~']);
    let is_unfinished = UNFINISHED.iter().any(|ending| name.ends_with(ending));
    !is_hidden && !is_unfinished && !LEFTOVERS.contains(&name.as_str())
}

/// Opens a file of the folder, and no other that something there points at.
pub(super) fn open(path: &Path) -> io::Result<File> {
    // Whoever has put a pipe in its place keeps nobody waiting.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).unwrap_or_default();
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(flags)
        .open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn file(name: &str, size: u64, modified: i64) -> (OsString, Mark) {
        let mark = Mark {
            size,
            modified: (modified, 0),
        };
        (name.into(), mark)
    }

    fn names(files: Vec<(OsString, Mark)>) -> Vec<String> {
        let names = files.into_iter().map(|(name, _)| name.into_string());
        names.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_file_is_taken_once_it_lies_still() {
        let mut watch = Watch::default();
        let scan = |size| vec![file("scan.pdf", size, 1)];
        assert_eq!(watch.settled(scan(1), SECOND), []);
        assert_eq!(watch.settled(scan(2), SECOND * 8), [], "it has grown");
        assert_eq!(watch.settled(scan(2), SECOND * 12), []);
        assert_eq!(names(watch.settled(scan(2), SECOND * 13)), ["scan.pdf"]);
    }

    #[test]
    fn a_file_that_goes_and_comes_again_begins_anew() {
        let mut watch = Watch::default();
        let scan = || vec![file("scan.pdf", 1, 1)];
        watch.settled(scan(), SECOND);
        watch.settled(Vec::new(), SECOND * 4);
        assert_eq!(watch.settled(scan(), SECOND * 7), []);
    }

    #[test]
    fn an_empty_file_has_more_time_to_be_filled() {
        let mut watch = Watch::default();
        let scan = || vec![file("scan.pdf", 0, 1)];
        watch.settled(scan(), SECOND);
        assert_eq!(watch.settled(scan(), SECOND * 30), []);
        assert_eq!(names(watch.settled(scan(), SECOND * 61)), ["scan.pdf"]);
    }

    #[test]
    fn the_oldest_comes_first() {
        let mut watch = Watch::default();
        let files = || {
            let unordered = [("b.pdf", 2), ("c.pdf", 1), ("a.pdf", 2)];
            unordered.map(|(name, at)| file(name, 1, at)).to_vec()
        };
        watch.settled(files(), SECOND);
        assert_eq!(
            names(watch.settled(files(), SECOND * 9)),
            ["c.pdf", "a.pdf", "b.pdf"]
        );
    }

    #[test]
    fn what_could_not_be_taken_is_tried_again_later_and_said_once() {
        let mut watch = Watch::default();
        let scan = |size| vec![file("scan.pdf", size, 1)];
        watch.settled(scan(1), SECOND);
        assert!(watch.postpone(OsStr::new("scan.pdf"), SECOND * 10));
        assert_eq!(watch.settled(scan(1), SECOND * 20), []);
        assert_eq!(names(watch.settled(scan(1), SECOND * 70)), ["scan.pdf"]);
        assert!(!watch.postpone(OsStr::new("scan.pdf"), SECOND * 70));
        watch.settled(scan(2), SECOND * 71);
        assert!(
            watch.postpone(OsStr::new("scan.pdf"), SECOND * 80),
            "another file"
        );
    }

    #[test]
    fn only_whole_files_that_people_put_there_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [
            "scan.pdf",
            "Kvitto utan ändelse",
            "scan.pdf.part",
            "SCAN.TMP",
            ".hidden.pdf",
            "~$lock.docx",
            "Thumbs.db",
        ] {
            fs::write(at(name), "x").unwrap();
        }
        fs::create_dir(at("consumed")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", at("link.pdf")).unwrap();
        let mut listed = names(list(folder.path()).unwrap());
        listed.sort();
        assert_eq!(listed, ["Kvitto utan ändelse", "scan.pdf"]);
        assert!(open(&at("link.pdf")).is_err() && open(&at("consumed")).is_err());
        assert!(open(&at("scan.pdf")).is_ok());
    }
}

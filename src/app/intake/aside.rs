//! Moving files aside: under a name that nothing has, and back again if it was another file.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use rustix::{
    fs::{Access, CWD, RenameFlags, access, renameat_with},
    io::Errno,
};

use super::folder::Mark;

/// Where files go that have become receipts.
pub(super) const CONSUMED: &str = "consumed";
/// Where files go that cannot be kept.
pub(super) const REFUSED: &str = "refused";

/// Sees to it that files can be moved aside before any is taken in: what cannot be moved would come again and again.
pub(super) fn prepare(folder: &Path) -> io::Result<()> {
    let consumed = folder.join(CONSUMED);
    make(&consumed)?;
    for folder in [folder, &consumed] {
        access(folder, Access::WRITE_OK | Access::EXEC_OK)?;
    }
    Ok(())
}

/// Moves a file of the folder into one within it. Whether it was the file that has this mark: another that somebody put
/// in its place at that moment is put back.
pub(super) fn put(folder: &Path, name: &OsStr, mark: Mark, into: &str) -> io::Result<bool> {
    let aside = folder.join(into);
    make(&aside)?;
    let moved = move_to(&folder.join(name), &aside, name)?;
    if Mark::of(&moved.symlink_metadata()?) == mark {
        return Ok(true);
    }
    move_to(&moved, folder, name)?;
    Ok(false)
}

/// How many files lie aside that could not be kept.
pub(super) fn refused(folder: &Path) -> u64 {
    let files = fs::read_dir(folder.join(REFUSED));
    files.map_or(0, |files| files.count().try_into().unwrap_or(u64::MAX))
}

fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Moves a file into a folder of the same disk, under its name or, where that is taken, one with a number.
fn move_to(from: &Path, folder: &Path, name: &OsStr) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let to = folder.join(numbered(name, number));
        match rename(from, &to) {
            Ok(()) => return Ok(to),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// `scan.pdf`, `scan (2).pdf`, `scan (3).pdf` …
fn numbered(name: &OsStr, number: u32) -> OsString {
    if number == 1 {
        return name.to_owned();
    }
    let path = Path::new(name);
    let mut numbered = path.file_stem().unwrap_or(name).to_owned();
    numbered.push(format!(" ({number})"));
    if let Some(ending) = path.extension() {
        numbered.push(".");
        numbered.push(ending);
    }
    numbered
}

/// Renames a file, and never over another.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Network shares often cannot. Nobody but this program has business among what lies aside.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => match to.symlink_metadata() {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(from, to),
        },
        renamed => Ok(renamed?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(path: &Path) -> Mark {
        Mark::of(&path.metadata().unwrap())
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["one", "two", "three"] {
            let file = folder.path().join("scan.pdf");
            fs::write(&file, text).unwrap();
            assert!(put(folder.path(), "scan.pdf".as_ref(), mark(&file), CONSUMED).unwrap());
            assert!(!file.exists());
        }
        for (name, text) in [
            ("scan.pdf", "one"),
            ("scan (2).pdf", "two"),
            ("scan (3).pdf", "three"),
        ] {
            let file = folder.path().join(CONSUMED).join(name);
            assert_eq!(fs::read_to_string(file).unwrap(), text);
        }
        assert_eq!(numbered("kvitto".as_ref(), 2), "kvitto (2)");
    }

    #[test]
    fn another_file_of_the_same_name_stays_where_it_was_put() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("scan.pdf");
        fs::write(&file, "taken in").unwrap();
        let seen = mark(&file);
        fs::write(&file, "put there meanwhile").unwrap();
        assert!(!put(folder.path(), "scan.pdf".as_ref(), seen, CONSUMED).unwrap());
        assert_eq!(fs::read_to_string(&file).unwrap(), "put there meanwhile");
        assert_eq!(
            fs::read_dir(folder.path().join(CONSUMED)).unwrap().count(),
            0
        );
    }

    #[test]
    fn a_folder_that_is_missing_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("not mounted");
        assert_eq!(
            prepare(&missing).unwrap_err().kind(),
            io::ErrorKind::NotFound
        );
        assert!(!missing.exists());
    }
}

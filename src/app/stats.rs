//! Numbers about an archive: how much there is of everything, and how much room it takes.

use std::{fs, io, path::Path};

use super::{
    order::{moment, row},
    premises::Premises,
};
use crate::error::{Error, Result};

/// A name and a number on each line: rows of each noun, the log, and sizes in bytes.
pub(super) fn rows(premises: &Premises) -> Result<Vec<Vec<String>>> {
    let tally = premises.store.read()?.tally()?;
    let mut rows = Vec::new();
    for (noun, used, binned) in &tally.rows {
        rows.push(row([&noun.key(), used]));
        if *binned > 0 {
            rows.push(row([&format!("{}-binned", noun.key()), binned]));
        }
    }
    let blobs = weigh(&premises.folder.join("blobs"))?;
    let derived = weigh(&premises.folder.join("derived"))?;
    let index = weigh(&premises.index_folder())?;
    rows.extend([
        row([&"versions", &tally.versions]),
        row([&"links", &tally.links]),
        row([&"changes", &tally.changes]),
    ]);
    if let Some((oldest, newest)) = tally.span {
        rows.push(row([&"oldest-change", &moment(&oldest)]));
        rows.push(row([&"newest-change", &moment(&newest)]));
    }
    rows.extend([
        row([&"blobs", &blobs.files]),
        row([&"archive-bytes", &premises.store.size()?]),
        row([&"blobs-bytes", &blobs.bytes]),
        row([&"derived-bytes", &derived.bytes]),
        row([&"index-bytes", &index.bytes]),
    ]);
    Ok(rows)
}

#[derive(Default)]
struct Weight {
    files: u64,
    bytes: u64,
}

/// What a folder holds; a file that goes meanwhile weighs nothing.
fn weigh(folder: &Path) -> Result<Weight> {
    let mut weight = Weight::default();
    match add(folder, &mut weight) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::internal(cause)),
        _ => Ok(weight),
    }
}

fn add(folder: &Path, weight: &mut Weight) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let weighed = entry.metadata().and_then(|data| {
            if data.is_dir() {
                return add(&entry.path(), weight);
            }
            weight.files += 1;
            weight.bytes += data.len();
            Ok(())
        });
        match weighed {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause),
            _ => {}
        }
    }
    Ok(())
}

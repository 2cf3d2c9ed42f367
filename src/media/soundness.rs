//! Whether what is on disk is what it ought to be: originals by the hash in their name, derived files by how they end.

use std::{fs, io::Read, path::Path};

use super::{
    Media,
    blobs::{BlobStore, disk},
    derived::DerivedStore,
    worker,
};
use crate::{
    domain::blob::BlobHash,
    error::{Error, Result},
};

impl BlobStore {
    /// Whether an original's bytes are still those that it is named after.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such original; what the disk reports.
    pub fn is_sound(&self, hash: BlobHash) -> Result<bool> {
        let mut file = self.open_read(hash)?;
        let mut hasher = blake3::Hasher::new();
        let mut buffer = vec![0; 256 << 10];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => hasher.update(&buffer[..read]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(disk(error)),
            };
        }
        Ok(BlobHash::from_bytes(*hasher.finalize().as_bytes()) == hash)
    }
}

impl Media {
    /// The originals of which something derived is broken off or empty, each once.
    ///
    /// # Errors
    /// What the disk reports; what goes while it is looked at is no error.
    pub fn broken_off(&self) -> Result<Vec<BlobHash>> {
        let mut broken = Vec::new();
        for hash in self.derived.hashes()? {
            let mut whole = true;
            for file in listed(&self.derived.folder(hash))? {
                whole &= is_whole(&file)?;
            }
            if !whole {
                broken.push(hash);
            }
        }
        Ok(broken)
    }

    /// Removes what was made of an original; it is made again when somebody looks at it.
    pub fn forget_derived(&self, hash: BlobHash) -> Result<()> {
        self.derived.remove(hash)
    }
}

impl DerivedStore {
    /// The originals of which something was made.
    fn hashes(&self) -> Result<Vec<BlobHash>> {
        let mut hashes = Vec::new();
        for folder in listed(&self.root)? {
            let prefix = folder.file_name().unwrap_or_default().to_string_lossy();
            if prefix.len() != 2 {
                continue;
            }
            for inner in listed(&folder)? {
                let rest = inner.file_name().unwrap_or_default().to_string_lossy();
                hashes.extend(format!("{prefix}{rest}").parse::<BlobHash>());
            }
        }
        hashes.sort_unstable();
        Ok(hashes)
    }
}

/// What lies in a folder; nothing where there is none.
fn listed(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(disk)?,
    };
    entries
        .map(|entry| entry.map(|entry| entry.path()).map_err(disk))
        .collect()
}

/// Whether a derived file begins and ends as its kind does.
fn is_whole(path: &Path) -> Result<bool> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = match fs::read(path).map_err(disk) {
        Err(Error::NotFound) => return Ok(true),
        bytes => bytes?,
    };
    Ok(
        if name.ends_with(worker::SMALL) || name.ends_with(worker::LARGE) {
            // ITU-T T.81, table B.1: the markers around an image.
            bytes.starts_with(&[0xFF, 0xD8]) && bytes.ends_with(&[0xFF, 0xD9])
        } else {
            std::str::from_utf8(&bytes).is_ok()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::Limits;

    #[test]
    fn an_original_that_changed_is_told_from_one_that_did_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = BlobStore::open(folder.path()).unwrap();
        let hash = store.store_bytes(b"kvitto").unwrap().hash();
        assert!(store.is_sound(hash).unwrap());
        fs::write(store.path(hash), b"kvitt").unwrap();
        assert!(!store.is_sound(hash).unwrap());
        fs::remove_file(store.path(hash)).unwrap();
        assert!(matches!(store.is_sound(hash), Err(Error::NotFound)));
    }

    #[test]
    fn a_derived_picture_that_is_broken_off_is_found_and_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let media = Media::open(folder.path(), "unused".into(), Limits::default()).unwrap();
        let (kept, _) = media.keep_drawing(8, 8, vec![90; 8 * 8 * 3]).unwrap();
        assert_eq!(media.broken_off().unwrap(), []);
        let small = media.derived.folder(kept.hash()).join("0-small.jpg");
        let bytes = fs::read(&small).unwrap();
        fs::write(&small, &bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(media.broken_off().unwrap(), [kept.hash()]);
        media.forget_derived(kept.hash()).unwrap();
        assert!(!small.exists());
        assert_eq!(media.broken_off().unwrap(), []);
    }
}

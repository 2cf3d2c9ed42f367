//! A report as a package: a ZIP file with its documents, photos and papers, and the checksums of all of them.

mod names;
mod zip;

use std::{
    fmt::Write as _,
    io::{self, Cursor, Read, Seek, Write},
};

use jiff::Timestamp;

pub use self::names::{Document, Planned, Source, file_name, plan};

/// The file of checksums, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";

/// A file on its way into a package.
#[derive(Clone, Debug)]
pub struct Piece<S> {
    /// Its name in the package, folders before it: one that [`plan`] gave.
    pub name: String,
    /// Its bytes. They are read twice, for what a package says of a file stands before it.
    pub source: S,
}

/// Writes a package, file by file: memory does not grow with it. Nothing is compressed, for photos and documents are already; every
/// time in it is that at which the report was made, so that the same files give the same bytes.
///
/// # Errors
/// Whatever the pieces, their sources and the writer fail with, at once. What was written until then is no package: nothing opens it.
pub fn write<S: Read + Seek>(
    to: impl Write,
    made: Timestamp,
    pieces: impl IntoIterator<Item = io::Result<Piece<S>>>,
) -> io::Result<()> {
    let mut archive = zip::Archive::new(to, made);
    let mut sums = String::new();
    for piece in pieces {
        let Piece { name, mut source } = piece?;
        let hash = archive.add(&name, &mut source)?;
        for byte in hash {
            let _ = write!(sums, "{byte:02x}");
        }
        let _ = writeln!(sums, "  {name}");
    }
    archive.add(SUMS, &mut Cursor::new(sums))?;
    archive.finish()
}

/// How many bytes a package has with files of these names and sizes: known before any is read.
#[must_use]
pub fn length<'a>(pieces: impl IntoIterator<Item = (&'a str, u64)>) -> u64 {
    let mut length = zip::Length::default();
    let mut sums = 0;
    for (name, size) in pieces {
        length.add(name, size);
        // Sixty-four digits, two blanks, the name and the end of the line.
        sums += 64 + 2 + name.len() as u64 + 1;
    }
    length.add(SUMS, sums);
    length.whole()
}

#[cfg(test)]
mod tests;

//! The ZIP format (PKWARE APPNOTE 6.3.10) as far as a package needs it: files stored as they are, one after the other, of any size.
//!
//! Each file is read twice, once for its checksums and once for its bytes. So its head is whole, and what reads the package as a
//! stream knows where a file ends; in a head that was written before the file was read, it would have to guess.

use std::io::{self, Read, Seek, SeekFrom, Write};

use jiff::{Timestamp, tz::TimeZone};
use sha2::{Digest, Sha256};

/// What stands in fields of 32 bits for what is larger, and told behind them.
const LARGE: u32 = u32::MAX;
/// The version of the format that knows such sizes, and the one that all know.
const VERSIONS: (u16, u16) = (45, 10);
/// Made by Unix, which says how the file's rights are to be read: its owner writes, everybody reads.
const MADE_BY: u16 = 3 * 256 + 45;
const RIGHTS: u32 = 0o100_644 << 16;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// How much is read at once.
const CHUNK: usize = 128 * 1024;

/// A ZIP file that is being written.
pub(super) struct Archive<W> {
    to: W,
    at: u64,
    time: (u16, u16),
    files: Vec<File>,
    chunk: Vec<u8>,
}

/// A file that is in it.
struct File {
    name: String,
    crc: u32,
    size: u64,
    at: u64,
}

impl<W: Write> Archive<W> {
    /// A ZIP file whose files all have this time.
    pub(super) fn new(to: W, time: Timestamp) -> Self {
        Self {
            to,
            at: 0,
            time: dos(time),
            files: Vec::new(),
            chunk: vec![0; CHUNK],
        }
    }

    /// Adds a file, and gives its SHA-256.
    pub(super) fn add(
        &mut self,
        name: &str,
        source: &mut (impl Read + Seek),
    ) -> io::Result<[u8; 32]> {
        let (mut crc, mut hash, mut size) = (crc32fast::Hasher::new(), Sha256::new(), 0);
        self.each_chunk(source, |_, bytes| {
            crc.update(bytes);
            hash.update(bytes);
            size += bytes.len() as u64;
            Ok(())
        })?;
        let file = File {
            name: name.to_owned(),
            crc: crc.finalize(),
            size,
            at: self.at,
        };
        self.put(&file.head(self.time))?;
        let begin = self.at;
        self.each_chunk(source, Self::put)?;
        if self.at - begin != size {
            let changed = format!("{name} changed while it was packed");
            return Err(io::Error::new(io::ErrorKind::InvalidData, changed));
        }
        self.files.push(file);
        Ok(hash.finalize().into())
    }

    /// Writes what stands at the end of a ZIP file: without it, nothing opens it.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let begin = self.at;
        for file in std::mem::take(&mut self.files) {
            self.put(&file.entry(self.time))?;
            self.files.push(file);
        }
        let end = end(self.files.len() as u64, begin, self.at);
        self.put(&end)?;
        self.to.flush()
    }

    fn each_chunk(
        &mut self,
        source: &mut (impl Read + Seek),
        mut take: impl FnMut(&mut Self, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        source.seek(SeekFrom::Start(0))?;
        let mut chunk = std::mem::take(&mut self.chunk);
        loop {
            match source.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => take(self, &chunk[..read])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.chunk = chunk;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

impl File {
    /// What stands before the file.
    fn head(&self, time: (u16, u16)) -> Vec<u8> {
        let mut large = Large::default();
        let size = large.if_needed(self.size);
        if size == LARGE {
            // Both sizes, always: neither may be there alone.
            large.0.push(self.size);
        }
        let mut bytes = Bytes::of(0x0403_4b50);
        bytes.u16(large.version());
        self.tell(&mut bytes, time, size, &large);
        bytes.0.extend_from_slice(self.name.as_bytes());
        large.tell(&mut bytes);
        bytes.0
    }

    /// What stands of the file in the directory at the end.
    fn entry(&self, time: (u16, u16)) -> Vec<u8> {
        let mut large = Large::default();
        let size = large.if_needed(self.size);
        if size == LARGE {
            large.0.push(self.size);
        }
        let at = large.if_needed(self.at);
        let mut bytes = Bytes::of(0x0201_4b50);
        bytes.u16(MADE_BY);
        bytes.u16(large.version());
        self.tell(&mut bytes, time, size, &large);
        // No comment, on the first disk, nothing known of what kind of bytes they are.
        bytes.u16(0);
        bytes.u16(0);
        bytes.u16(0);
        bytes.u32(RIGHTS);
        bytes.u32(at);
        bytes.0.extend_from_slice(self.name.as_bytes());
        large.tell(&mut bytes);
        bytes.0
    }

    /// What stands in both: from the flags to the length of what is told behind the name.
    fn tell(&self, bytes: &mut Bytes, (time, day): (u16, u16), size: u32, large: &Large) {
        bytes.u16(FLAGS);
        // Stored as it is.
        bytes.u16(0);
        bytes.u16(time);
        bytes.u16(day);
        bytes.u32(self.crc);
        bytes.u32(size);
        bytes.u32(size);
        bytes.u16(u16::try_from(self.name.len()).unwrap_or(u16::MAX));
        bytes.u16(large.length());
    }
}

/// What is too large for 32 bits, told behind a name.
#[derive(Default)]
struct Large(Vec<u64>);

impl Large {
    /// What stands in the field of 32 bits.
    fn if_needed(&mut self, number: u64) -> u32 {
        small(number).unwrap_or_else(|| {
            self.0.push(number);
            LARGE
        })
    }

    const fn version(&self) -> u16 {
        let (large, small) = VERSIONS;
        if self.0.is_empty() { small } else { large }
    }

    const fn length(&self) -> u16 {
        match self.0.len() {
            0 => 0,
            1 => 4 + 8,
            2 => 4 + 16,
            _ => 4 + 24,
        }
    }

    fn tell(&self, bytes: &mut Bytes) {
        if self.0.is_empty() {
            return;
        }
        bytes.u16(1);
        bytes.u16(self.length() - 4);
        for number in &self.0 {
            bytes.u64(*number);
        }
    }
}

/// What stands at the very end: where the directory is, twice where a number in it is large.
fn end(files: u64, begin: u64, end: u64) -> Vec<u8> {
    let size = end - begin;
    let count = u16::try_from(files).ok().filter(|count| *count < u16::MAX);
    let is_large = count.is_none() || small(size).is_none() || small(begin).is_none();
    let mut bytes = Bytes(Vec::new());
    if is_large {
        bytes.u32(0x0606_4b50);
        bytes.u64(44);
        bytes.u16(MADE_BY);
        bytes.u16(VERSIONS.0);
        bytes.u32(0);
        bytes.u32(0);
        bytes.u64(files);
        bytes.u64(files);
        bytes.u64(size);
        bytes.u64(begin);
        bytes.u32(0x0706_4b50);
        bytes.u32(0);
        bytes.u64(end);
        bytes.u32(1);
    }
    bytes.u32(0x0605_4b50);
    bytes.u32(0);
    bytes.u16(count.unwrap_or(u16::MAX));
    bytes.u16(count.unwrap_or(u16::MAX));
    bytes.u32(small(size).unwrap_or(LARGE));
    bytes.u32(small(begin).unwrap_or(LARGE));
    bytes.u16(0);
    bytes.0
}

/// A number that a field of 32 bits can hold.
fn small(number: u64) -> Option<u32> {
    u32::try_from(number).ok().filter(|small| *small < LARGE)
}

/// How long a ZIP file is going to be.
#[derive(Default)]
pub(super) struct Length {
    at: u64,
    files: u64,
    directory: u64,
}

impl Length {
    /// Counts a file.
    pub(super) fn add(&mut self, name: &str, size: u64) {
        let file = File {
            name: name.to_owned(),
            crc: 0,
            size,
            at: self.at,
        };
        self.at += file.head((0, 0)).len() as u64 + size;
        self.directory += file.entry((0, 0)).len() as u64;
        self.files += 1;
    }

    /// All of it.
    pub(super) fn whole(&self) -> u64 {
        let directory = self.at + self.directory;
        directory + end(self.files, self.at, directory).len() as u64
    }
}

/// Numbers as the format has them, the smallest part first.
struct Bytes(Vec<u8>);

impl Bytes {
    fn of(signature: u32) -> Self {
        Self(signature.to_le_bytes().to_vec())
    }

    fn u16(&mut self, number: u16) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn u32(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn u64(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }
}

/// A time and a day as MS-DOS had them: in steps of two seconds from 1980 on, in UTC, which is the same everywhere.
fn dos(at: Timestamp) -> (u16, u16) {
    let at = at.to_zoned(TimeZone::UTC).datetime();
    let part = |part: i8| u16::from(part.unsigned_abs());
    let years = u16::try_from(at.year() - 1980).unwrap_or(0).min(127);
    let time = (part(at.hour()) << 11) | (part(at.minute()) << 5) | (part(at.second()) / 2);
    let day = (years << 9) | (part(at.month()) << 5) | part(at.day());
    (time, day)
}

//! Packages, opened by what everybody has.

use std::{
    collections::BTreeSet,
    fs,
    io::{Seek, SeekFrom},
    process::Command,
};

use proptest::prelude::*;

use super::*;
use crate::domain::{
    lang::Lang,
    report::{
        ReportKind,
        specimen::{burglary, contents, report},
    },
};

fn made() -> Timestamp {
    report(ReportKind::Item, Lang::Sv).made
}

fn piece(name: &str, bytes: &[u8]) -> Piece<Cursor<Vec<u8>>> {
    Piece {
        name: name.to_owned(),
        source: Cursor::new(bytes.to_vec()),
    }
}

fn packed(pieces: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pieces = pieces.iter().map(|(name, bytes)| Ok(piece(name, bytes)));
    write(&mut bytes, made(), pieces).unwrap();
    bytes
}

/// Runs a program in a folder, and gives what it says where it succeeds.
fn run(folder: &std::path::Path, program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    let command = command
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C");
    let done = command
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let trouble = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program}: {said}{trouble}");
    said
}

#[test]
fn a_package_unpacks_and_its_checksums_are_right() {
    let folder = tempfile::tempdir().unwrap();
    let large = vec![0xd8; 3 * 128 * 1024 + 1];
    let pieces: [(&str, &[u8]); 4] = [
        ("skadeanmalan-7.csv", b"Nr;Antal\r\n"),
        ("bilder/00001-elcykel-01.jpg", &large),
        ("bilder/00002-tom-01.jpg", b""),
        ("handlingar/00001-kvitto.pdf", b"%PDF-1.7"),
    ];
    let bytes = packed(&pieces);
    fs::write(folder.path().join("paket.zip"), &bytes).unwrap();
    run(folder.path(), "unzip", &["-t", "paket.zip"]);
    run(folder.path(), "unzip", &["-q", "paket.zip"]);
    let checked = run(
        folder.path(),
        "sha256sum",
        &["--check", "--strict", "SHA256SUMS"],
    );
    assert_eq!(
        checked
            .lines()
            .filter(|line| line.ends_with(": OK"))
            .count(),
        4
    );
    for (name, bytes) in pieces {
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), bytes, "{name}");
    }
    let listed = run(folder.path(), "unzip", &["-v", "paket.zip"]);
    assert!(
        listed.contains("Stored") && listed.contains("2026-11-28 10:40"),
        "{listed}"
    );
}

#[test]
fn the_same_files_make_the_same_bytes_of_a_length_that_is_known_before() {
    let pieces: [(&str, &[u8]); 2] = [("a.csv", b"a"), ("bilder/b.jpg", b"bb")];
    let bytes = packed(&pieces);
    assert_eq!(bytes, packed(&pieces));
    let sizes = pieces.map(|(name, bytes)| (name, bytes.len() as u64));
    assert_eq!(length(sizes), bytes.len() as u64);
    assert_eq!(length([]), packed(&[]).len() as u64);
}

/// What reads zeros until its end.
struct Zeros {
    at: u64,
    size: u64,
}

impl Read for Zeros {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.size - self.at).unwrap_or(usize::MAX);
        let read = left.min(bytes.len());
        bytes[..read].fill(0);
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Zeros {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        assert_eq!(to, SeekFrom::Start(0));
        self.at = 0;
        Ok(0)
    }
}

#[test]
fn what_is_larger_than_four_gigabytes_is_told_in_numbers_of_64_bits() {
    let four = 1_u64 << 32;
    let large = [("film.mp4", four), ("b.jpg", 7)];
    let whole = length(large);
    assert!(whole > four + 7 && whole < four + 1_000);
    let plain = length([("film.mp4", four - 2), ("b.jpg", 7)]);
    // Two bytes more, and both of its sizes behind its name, before it and in the directory.
    assert_eq!(whole - plain, 2 + 2 * (4 + 16));
}

#[test]
fn a_reader_who_leaves_and_a_file_that_is_missing_end_it_at_once() {
    struct Leaves(usize);
    impl Write for Leaves {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let left = self.0.min(bytes.len());
            self.0 -= left;
            if left == 0 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            Ok(left)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let endless = (0..).map(|number| {
        assert!(number < 10, "nothing is read for nobody");
        Ok(Piece {
            name: format!("{number}.jpg"),
            source: Zeros { at: 0, size: 1_000 },
        })
    });
    let left = write(Leaves(3_000), made(), endless).unwrap_err();
    assert_eq!(left.kind(), io::ErrorKind::BrokenPipe);
    let mut bytes = Vec::new();
    let pieces = [
        Ok(piece("a.jpg", b"a")),
        Err(io::ErrorKind::NotFound.into()),
    ];
    let missing = write(&mut bytes, made(), pieces).unwrap_err();
    assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    assert!(
        !bytes.windows(4).any(|part| part == b"PK\x05\x06"),
        "no end"
    );
}

#[test]
fn a_file_that_changes_while_it_is_packed_is_told() {
    struct Grows(Cursor<Vec<u8>>);
    impl Read for Grows {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            self.0.read(bytes)
        }
    }
    impl Seek for Grows {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.get_mut().push(1);
            self.0.seek(to)
        }
    }
    let grows = Piece {
        name: "a.jpg".to_owned(),
        source: Grows(Cursor::new(Vec::new())),
    };
    let told = write(io::sink(), made(), [Ok(grows)]).unwrap_err();
    assert_eq!(told.kind(), io::ErrorKind::InvalidData);
}

#[test]
fn files_are_named_by_the_report_the_row_and_what_they_show() {
    let names = |lang| {
        let planned = plan(&report(ReportKind::InsuranceClaim, lang), &burglary());
        planned
            .into_iter()
            .map(|file| file.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(Lang::Sv),
        [
            "bilder/00001-elcykel-01.jpg",
            "bilder/00001-elcykel-02.jpg",
            "bilder/00003-ring-fran-oster-angermanland-01.jpg",
            "handlingar/00001-kvitto-cykelkraft-2023.pdf",
            "skadeanmalan-7.csv",
            "skadeanmalan-7.pdf",
            "skadeanmalan-7.xlsx",
        ]
    );
    assert!(names(Lang::En).contains(&"insurance-claim-7.pdf".to_owned()));
}

/// What Windows keeps for its devices, whatever follows the point.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

proptest! {
    #[test]
    fn every_system_takes_every_name(content in contents(), kind in prop::sample::select(ReportKind::ALL.to_vec())) {
        let planned = plan(&report(kind, Lang::Sv), &content);
        let names: BTreeSet<&str> = planned.iter().map(|file| file.name.as_str()).collect();
        prop_assert_eq!(names.len(), planned.len(), "each name once, whatever the case");
        prop_assert!(planned.is_sorted_by(|one, other| one.name < other.name));
        for name in names {
            prop_assert!(name.len() <= 100, "{name}");
            let is_plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '-');
            for part in name.split('/') {
                let stem = part.split('.').next().unwrap();
                prop_assert!(!stem.is_empty() && stem.chars().all(is_plain), "{name}");
                prop_assert!(part.split('.').all(|end| end.chars().all(is_plain)), "{name}");
                let device = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
                prop_assert!(!RESERVED.contains(&device), "{name}");
            }
        }
    }

    #[test]
    fn a_length_is_known_whatever_is_packed(files in prop::collection::vec(("[a-zåäö]{1,20}", prop::collection::vec(any::<u8>(), 0..300)), 0..8)) {
        let named = files.iter().enumerate();
        let named: Vec<_> = named.map(|(at, (name, bytes))| (format!("{at}-{name}"), bytes)).collect();
        let pieces: Vec<(&str, &[u8])> = named.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let sizes = pieces.iter().map(|(name, bytes)| (*name, bytes.len() as u64));
        prop_assert_eq!(length(sizes), packed(&pieces).len() as u64);
    }
}

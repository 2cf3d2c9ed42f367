//! The folder that a scanner writes into: each file becomes a receipt once, whatever happens, and is never lost.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde_json::json;
use tempfile::TempDir;

use crate::{
    fixtures,
    register::{files, pages, receipts, until},
    server::{OWNER, Server, client::Program},
};

/// A household with a folder that papers are put into.
struct Home {
    data: TempDir,
    scans: TempDir,
    token: String,
}

impl Home {
    fn new() -> Self {
        let (data, scans) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut home = Self {
            data,
            scans,
            token: String::new(),
        };
        let server = home.open();
        server.command(
            &[
                "person",
                "add",
                OWNER.0,
                "--role",
                "owner",
                "--password-stdin",
            ],
            OWNER.1,
        );
        let token = server.command(&["token", "create", "--person", OWNER.0], "");
        token.trim().clone_into(&mut home.token);
        server.stop();
        home
    }

    fn open(&self) -> Server {
        self.open_with(&self.scans())
    }

    fn open_with(&self, scans: &Path) -> Server {
        let variables = [
            ("SMARTINVENTORY_CONSUME", scans.as_os_str()),
            ("SMARTINVENTORY_MAX_UPLOAD", OsStr::new("100000")),
            ("SMARTINVENTORY_LOG", OsStr::new("info")),
        ];
        Server::open(self.data.path(), &variables)
    }

    fn program(&self, server: &Server) -> Program {
        server.program_with(&self.token)
    }

    fn scans(&self) -> PathBuf {
        self.scans.path().to_owned()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.scans().join(name), bytes).unwrap();
    }

    /// The names of the files that lie in the folder, or in one within it.
    fn lying(&self, within: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.scans().join(within)) else {
            return Vec::new();
        };
        let files = entries.map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().unwrap().is_file());
        let mut names: Vec<_> = files
            .map(|file| file.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn scans_become_receipts_that_are_read_and_lie_aside() {
    let home = Home::new();
    let server = home.open();
    let program = home.program(&server);
    let slip = ["Elbyn AB", "Kvitto", "2024-03-14", "Att betala   657,00 kr"];
    home.put("scan.pdf", &fixtures::pdf(&slip, ""));
    home.put("bild.jpg", &fixtures::photo(6));
    fs::create_dir(home.scans().join("egna")).unwrap();
    home.put("egna/annat.pdf", b"%PDF-1.4");
    home.put("hel.pdf.part", b"%PDF-1.4");
    home.put("stor.bin", &vec![7; 100_001]);
    until("all is taken", || {
        (home.lying("consumed").len() == 2 && home.lying("refused").len() == 1).then_some(())
    });
    assert_eq!(home.lying("consumed"), ["bild.jpg", "scan.pdf"]);
    assert_eq!(home.lying("refused"), ["stor.bin"]);
    assert_eq!(home.lying(""), ["hel.pdf.part"]);
    assert_eq!(home.lying("egna"), ["annat.pdf"]);
    let scan = receipts(&program)
        .into_iter()
        .find(|receipt| pages(&program, receipt)[0].name == "scan.pdf")
        .unwrap();
    assert_eq!(scan["created"]["by"], json!(null));
    assert_eq!(receipts(&program).len(), 2);
    let path = format!("/api/v1/receipts/{}", scan["id"].as_str().unwrap());
    let read = until("it is read", || {
        let told = program.get(&path).json();
        (told["reading"] == "done").then_some(told)
    });
    assert_eq!(read["proposed"]["shop"], "Elbyn AB");
    // The same name again is another paper.
    home.put("scan.pdf", &fixtures::pdf(&["Järnboden AB"], ""));
    until("the other is taken", || {
        (home.lying("consumed").len() == 3).then_some(())
    });
    assert!(home.lying("consumed").contains(&"scan (2).pdf".to_owned()));
    assert_eq!(receipts(&program).len(), 3);
    let log = server.log();
    assert!(
        log.contains("stor.bin") && log.contains("too large"),
        "{log}"
    );
}

#[test]
fn a_file_that_grows_is_taken_when_it_is_whole() {
    let home = Home::new();
    let server = home.open();
    let program = home.program(&server);
    let path = home.scans().join("lång.txt");
    for line in 0..5 {
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .unwrap();
        writeln!(file, "rad {line}").unwrap();
        thread::sleep(Duration::from_secs(3));
        assert_eq!(receipts(&program).len(), 0, "taken at line {line}");
    }
    until("it is taken", || {
        (home.lying("consumed").len() == 1).then_some(())
    });
    let all = receipts(&program);
    assert_eq!(all.len(), 1);
    assert_eq!(pages(&program, &all[0])[0].size, 30);
}

#[test]
fn a_program_killed_at_any_step_has_lost_nothing_and_taken_nothing_twice() {
    const FILES: usize = 24;
    let home = Home::new();
    let name = |number: usize| format!("{number:03}.pdf");
    for number in 0..FILES {
        let paper = fixtures::pdf(&[&format!("Kvitto {number}")], "");
        home.put(&name(number), &paper);
    }
    let mut kills = 0;
    // Each time a few files further, and a little later after the last of them.
    for enough in [1, 6, 12, 18] {
        let server = home.open();
        until("some are taken", || {
            (home.lying("consumed").len() >= enough).then_some(())
        });
        thread::sleep(Duration::from_millis(7 * enough as u64 % 50));
        server.kill();
        if home.lying("consumed").len() < FILES {
            kills += 1;
        }
    }
    assert!(kills >= 3, "it was over after {kills} kills");
    // What a kill between the two last steps leaves: the receipt is there, and the file where it was.
    let taken = home.lying("consumed")[0].clone();
    let aside = home.scans().join("consumed").join(&taken);
    fs::rename(aside, home.scans().join(&taken)).unwrap();
    let server = home.open();
    let program = home.program(&server);
    until("all is taken", || home.lying("").is_empty().then_some(()));
    let wanted: BTreeMap<_, _> = (0..FILES).map(|number| (name(number), 1)).collect();
    assert_eq!(files(&program), wanted);
    assert_eq!(
        home.lying("consumed"),
        wanted.into_keys().collect::<Vec<_>>()
    );
    server.stop();
}

#[test]
fn a_folder_that_is_not_there_is_said_once_and_taken_from_once_it_is() {
    let home = Home::new();
    let scans = home.scans().join("share");
    let server = home.open_with(&scans);
    let program = home.program(&server);
    thread::sleep(Duration::from_secs(7));
    assert!(!scans.exists(), "where nothing is mounted nothing is made");
    fs::create_dir(&scans).unwrap();
    fs::write(scans.join("scan.txt"), "Kvitto").unwrap();
    until("it is taken", || {
        scans.join("consumed/scan.txt").exists().then_some(())
    });
    assert_eq!(receipts(&program).len(), 1);
    let log = server.log();
    let told = log.matches("papers cannot be taken in").count();
    assert_eq!(told, 1, "{log}");
    assert!(log.contains("papers are taken in"), "{log}");
}

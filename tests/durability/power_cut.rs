//! A power cut at every moment at which something became durable, and what is there when the power comes back.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, mpsc},
    thread,
};

use crate::{
    disk::{Cut, Disk},
    recording::{Deed, Recorder},
    server::{Server, client::Client},
    whole::{self, History},
    workload::{self, Witness},
};

/// What the program has promised, each promise with how much was recorded by then.
struct Promises<'a> {
    recorder: &'a Recorder,
    changes: Vec<(u64, u64)>,
    secrets: Vec<(u64, String)>,
}

impl Witness for Promises<'_> {
    fn done(&mut self, client: &Client) {
        let position = self.recorder.position();
        self.changes.push((position, workload::newest(client)));
    }

    fn signed_in(&mut self, secret: &str) {
        self.secrets
            .push((self.recorder.position(), secret.to_owned()));
    }
}

/// A folder as a power cut left it, and what must be in it.
struct Ruin {
    folder: PathBuf,
    what: String,
    least: u64,
    secrets: Vec<String>,
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_that_was_promised() {
    let room = tempfile::tempdir().unwrap();
    let data = room.path().join("data");
    fs::create_dir(&data).unwrap();
    let recorder = Recorder::new(&data, room.path());
    let variables = recorder.variables();
    let variables = variables
        .each_ref()
        .map(|(name, value)| (*name, OsStr::new(value)));
    let mut promises = Promises {
        recorder: &recorder,
        changes: Vec::new(),
        secrets: Vec::new(),
    };
    let server = Server::open(&data, &variables);
    let token = workload::begin(&server);
    workload::morning(&server, &server.program_with(&token), &mut promises);
    server.stop();
    let server = Server::open(&data, &variables);
    workload::evening(&server.program_with(&token), &mut promises);
    server.stop();

    let deeds = recorder.deeds();
    assert_recorded(&deeds, &data, &room.path().join("copy"));
    let app = whole::open(&data);
    let history = History::of(&app.store.read().unwrap());
    drop(app);
    let failures = Mutex::new(Vec::new());
    let (send, ruins) = mpsc::sync_channel(4);
    let ruins = Arc::new(Mutex::new(ruins));
    let mut syncs = 0;
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            let (ruins, failures, history) = (Arc::clone(&ruins), &failures, &history);
            scope.spawn(move || {
                loop {
                    let ruin: Result<Ruin, _> = ruins.lock().unwrap().recv();
                    let Ok(ruin) = ruin else { break };
                    let examined =
                        thread::scope(|scope| scope.spawn(|| examine(&ruin, history)).join());
                    if let Err(why) = examined {
                        let why = said(&*why);
                        failures
                            .lock()
                            .unwrap()
                            .push(format!("{}: {why}", ruin.what));
                    }
                    fs::remove_dir_all(&ruin.folder).unwrap();
                }
            });
        }
        let mut disk = Disk::new();
        let mut reached = 0;
        for (after, deed) in &deeds {
            if deed.is_sync() {
                syncs += 1;
                for cut in [Cut::Bare, Cut::Kind, Cut::Torn(syncs), Cut::Torn(!syncs)] {
                    let folder = room.path().join(format!("{syncs}-{cut:?}"));
                    disk.leave(cut, &folder);
                    let kept = |position: &u64| *position <= reached;
                    let told = promises.changes.iter().filter(|(at, _)| kept(at));
                    let signed_in = promises.secrets.iter().filter(|(at, _)| kept(at));
                    let ruin = Ruin {
                        what: format!("{cut:?} before sync {syncs}, {deed:?}"),
                        least: told.map(|(_, change)| *change).max().unwrap_or(0),
                        secrets: signed_in.map(|(_, secret)| secret.clone()).collect(),
                        folder,
                    };
                    send.send(ruin).unwrap();
                }
            }
            disk.follow(deed);
            reached = *after;
        }
        drop(send);
    });
    let failures = failures.into_inner().unwrap();
    println!("{syncs} syncs, {} changes", history.newest());
    assert!(syncs > 60, "{syncs} syncs are fewer than the day takes");
    assert!(
        failures.is_empty(),
        "{} ruins of {}:\n{}",
        failures.len(),
        syncs * 4,
        failures.join("\n")
    );
}

/// Holds the recorder to missing nothing: done again, the deeds make the same folder.
fn assert_recorded(deeds: &[(u64, Deed)], data: &Path, copy: &Path) {
    let mut disk = Disk::new();
    for (_, deed) in deeds {
        disk.follow(deed);
    }
    disk.leave(Cut::Kind, copy);
    let contents = |folder: &Path| {
        let mut files: Vec<_> = whole::files_beneath(folder)
            .into_iter()
            .map(|path| {
                (
                    path.strip_prefix(folder).unwrap().to_owned(),
                    fs::read(&path),
                )
            })
            .filter_map(|(path, bytes)| Some((path, bytes.ok()?)))
            .collect();
        files.sort_unstable();
        files
    };
    let (recorded, real) = (contents(copy), contents(data));
    let names =
        |files: &[(PathBuf, Vec<u8>)]| files.iter().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&recorded), names(&real), "the recorder missed a name");
    for (recorded, real) in recorded.iter().zip(&real) {
        assert!(
            recorded.1 == real.1,
            "the recorder missed bytes of {}",
            real.0.display()
        );
    }
}

/// What a failed check said.
fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it said nothing")
}

/// Opens a ruin as the program does, and looks everywhere.
fn examine(ruin: &Ruin, whole: &History) {
    let app = whole::open(&ruin.folder);
    let rows = app.store.read().unwrap();
    let history = History::of(&rows);
    assert!(
        history.newest() >= ruin.least,
        "{} of {} changes",
        history.newest(),
        ruin.least
    );
    history.assert_begins(whole);
    whole::assert_files(&app, &rows, &ruin.folder);
    for secret in &ruin.secrets {
        whole::assert_signed_in(&app, &rows, secret);
    }
    whole::assert_search(&app, &rows);
}

//! A household in a folder, the command line on it, and a server beside it.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use redb::{Database, TableDefinition, WriteTransaction};
use rustix::process::{Pid, Signal, kill_process};
use smartinventory::{
    actions::{
        attachments::{self, NewAttachment},
        household::{Claim, claim},
        items, people, places, tags,
    },
    clock::Clock,
    domain::{
        attachment::{AttachmentKind, Bearer},
        blob::BlobHash,
        item::{Details, ItemId, Location},
        lang::Lang,
        person::Role,
        place::{PlaceDetails, PlaceKind},
    },
    media::{Kind, Limits, Media},
    store::{Expect, Store},
};
use tempfile::TempDir;

pub type Bytes = TableDefinition<'static, &'static [u8], &'static [u8]>;
pub const ROWS: Bytes = TableDefinition::new("rows");
pub const HISTORY: Bytes = TableDefinition::new("history");
pub const LINKS: Bytes = TableDefinition::new("links");
pub const LOG: TableDefinition<'static, u64, &'static [u8]> = TableDefinition::new("log");
pub const COUNTERS: TableDefinition<'static, &'static str, u64> = TableDefinition::new("counters");

/// The first byte of a thing's key.
const ITEM: u8 = 4;

/// How long a server may take to start or stop: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A household of Astrid, its owner, and Maja, a child: a cordless drill with a photo in a garage, renamed once, and a
/// box of bits.
pub struct Household {
    folder: TempDir,
    pub drill: ItemId,
    pub photo: BlobHash,
}

/// What came of a command.
#[derive(Debug)]
pub struct Outcome {
    pub code: Option<i32>,
    /// The lines of its answer.
    pub lines: Vec<String>,
    /// What it said beside.
    pub said: String,
}

impl Outcome {
    /// The values in the columns of the answer.
    pub fn columns(&self) -> Vec<Vec<&str>> {
        let columns = |line| {
            str::split(line, "  ")
                .map(str::trim)
                .filter(|value| !value.is_empty())
                .collect()
        };
        self.lines.iter().map(|line| columns(line)).collect()
    }

    /// The one line that holds a text.
    pub fn line(&self, text: &str) -> &str {
        let found: Vec<_> = self
            .lines
            .iter()
            .filter(|line| line.contains(text))
            .collect();
        assert_eq!(found.len(), 1, "{text}: {self:?}");
        found[0]
    }
}

impl Household {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Clock::system()).unwrap();
        let media = Media::open(folder.path(), "unused".into(), Limits::default()).unwrap();
        let claimed = Claim {
            household: "Familjen Ekström",
            name: "Astrid Ek",
            password: "tolv sorters kakor",
            lang: Lang::Sv,
        };
        let astrid = claim(&store, &claimed).unwrap().value;
        let editor = astrid.editor().unwrap();
        people::add(&store, &astrid.head().unwrap(), "Maja", Role::Child, None).unwrap();
        let garage = PlaceDetails::named("Garaget", PlaceKind::Storage, None);
        let garage = places::add(&store, &editor, garage).unwrap().value.id;
        let tag = tags::add(&store, &editor, "verktyg").unwrap().value.id;
        let details = Details {
            name: "Borrmaskin".to_owned(),
            location: Location::Place(garage),
            tags: vec![tag],
            ..Details::default()
        };
        let row = items::add(&store, &editor, details.clone()).unwrap().value;
        let drill = row.body.id;
        let details = Details {
            name: "Skruvdragare".to_owned(),
            ..details
        };
        items::change(&store, &editor, drill, Expect::Any, details).unwrap();
        let bits = Details {
            name: "Bits".to_owned(),
            location: Location::Inside(drill),
            ..Details::default()
        };
        items::add(&store, &editor, bits).unwrap();
        let (blob, size) = media.keep_drawing(8, 8, vec![90; 8 * 8 * 3]).unwrap();
        let photo = blob.hash();
        let attachment = NewAttachment {
            kind: AttachmentKind::Photo,
            blob,
            size,
            media_type: Kind::Jpeg.media_type(None).to_owned(),
            file_name: "bild.jpg".to_owned(),
            pixels: Some((8, 8)),
            taken: None,
        };
        attachments::add(&store, &editor, Bearer::Item(drill), attachment).unwrap();
        Self {
            folder,
            drill,
            photo,
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where the photo's file lies.
    pub fn original(&self) -> PathBuf {
        self.beneath("blobs")
    }

    /// The picture made of it for lists.
    pub fn small(&self) -> PathBuf {
        self.beneath("derived").join("0-small.jpg")
    }

    fn beneath(&self, folder: &str) -> PathBuf {
        let name = self.photo.to_string();
        self.path().join(folder).join(&name[..2]).join(&name[2..])
    }

    /// The key of the drill's row.
    pub fn key(&self) -> Vec<u8> {
        [&[ITEM], self.drill.bytes().as_slice()].concat()
    }

    /// Changes the tables behind the program's back.
    pub fn plant(&self, damage: impl FnOnce(&WriteTransaction)) {
        let database = Database::open(self.path().join("archive.redb")).unwrap();
        let transaction = database.begin_write().unwrap();
        damage(&transaction);
        transaction.commit().unwrap();
    }

    /// Changes one byte in the middle of the largest of the files that hold the words of the search index.
    pub fn damage_index(&self) {
        let files = fs::read_dir(self.path().join("index")).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let files = files.filter(|file| file.extension().is_some_and(|kind| kind != "json"));
        let largest = files.max_by_key(|file| fs::metadata(file).unwrap().len());
        flip(&largest.unwrap(), |bytes| bytes.len() / 2);
    }

    /// Runs a command, and gives what came of it.
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_with(arguments, "")
    }

    /// Runs a command that reads this.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Outcome {
        run(self.path(), arguments, input)
    }

    /// Starts a server on the folder.
    pub fn serve(&self) -> Serving {
        Serving::start(self.path())
    }
}

/// Changes one byte of a file where it lies.
pub fn flip(path: &Path, at: impl FnOnce(&[u8]) -> usize) {
    use std::os::unix::fs::FileExt;
    let bytes = fs::read(path).unwrap();
    let at = at(&bytes);
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_at(&[!bytes[at]], at as u64).unwrap();
}

/// Runs a command on a folder.
pub fn run(folder: &Path, arguments: &[&str], input: &str) -> Outcome {
    let mut process = program(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone already.
    let _ = process.stdin.take().unwrap().write_all(input.as_bytes());
    let output = process.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Outcome {
        code: output.status.code(),
        lines: text(output.stdout).lines().map(str::to_owned).collect(),
        said: text(output.stderr),
    }
}

/// A server that runs until it is dropped.
pub struct Serving(Child);

impl Serving {
    /// Starts one, and waits until it serves.
    pub fn start(folder: &Path) -> Self {
        let mut process = program(folder)
            .args(["--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap()).lines();
        let serving = Self(process);
        assert!(
            output.any(|line| line.is_ok_and(|line| line.contains("Open http"))),
            "the server starts"
        );
        // Whatever else it says may not stop it.
        thread::spawn(move || output.for_each(drop));
        serving
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.0.kill().unwrap();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if self.0.try_wait().unwrap().is_none() {
            kill_process(Pid::from_child(&self.0), Signal::TERM).unwrap();
        }
        for _ in 0..PATIENCE.as_millis() / 10 {
            if self.0.try_wait().unwrap().is_some() {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smartinventory"));
    command
        .env_clear()
        .env("TZ", "Europe/Stockholm")
        .arg("--data")
        .arg(folder);
    command
}

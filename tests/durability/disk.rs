//! A disk that keeps no more than it must: what was not synced may be there after a power cut, or not, or in part.
//!
//! A file's bytes and its name are kept apart, as POSIX does: syncing a file says nothing of its name, and a name is
//! durable once its folder is synced.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};

use crate::{dice::Dice, recording::Deed};

/// What a disk writes at once, in bytes: a page of the cache, or a sector of the disk.
const PIECES: [usize; 2] = [4096, 512];

/// How the power is cut.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Nothing is there but what was synced.
    Bare,
    /// Everything is there.
    Kind,
    /// Of what was not synced some is there, picked by this seed, piece by piece.
    Torn(u64),
}

/// The disk of a folder.
pub struct Disk {
    files: Vec<File>,
    folders: Vec<Folder>,
    /// Which file the system's number stands for now: it uses them again.
    numbers: HashMap<u64, usize>,
}

#[derive(Default)]
struct File {
    durable: Vec<u8>,
    waiting: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Resize(usize),
}

#[derive(Default)]
struct Folder {
    durable: BTreeMap<String, Node>,
    waiting: Vec<(String, Option<Node>)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Node {
    File(usize),
    Folder(usize),
}

impl Disk {
    /// An empty folder.
    pub fn new() -> Self {
        Self {
            files: Vec::new(),
            folders: vec![Folder::default()],
            numbers: HashMap::new(),
        }
    }

    /// Does what a program did.
    pub fn follow(&mut self, deed: &Deed) {
        match deed {
            Deed::Create { file, path } => {
                let node = self.make_file(*file);
                self.set(path, Some(node));
            }
            Deed::Write { file, at, bytes } => {
                let change = Change::Write(*at, bytes.clone());
                self.file(*file).waiting.push(change);
            }
            Deed::Resize { file, length } => {
                self.file(*file).waiting.push(Change::Resize(*length));
            }
            Deed::Foreign { file, path, bytes } => {
                let (folder, name) = self.parent(path);
                let known = self.numbers.get(file).map(|file| Node::File(*file));
                if known.is_none() || self.folders[folder].now().get(name) != known.as_ref() {
                    let node = self.make_file(*file);
                    self.set(path, Some(node));
                    self.file(*file)
                        .waiting
                        .push(Change::Write(0, bytes.clone()));
                }
            }
            Deed::SyncFile { file } => self.file(*file).sync(),
            Deed::SyncFolder { path } => {
                let folder = self.folder(path);
                let folder = &mut self.folders[folder];
                folder.durable = folder.now();
                folder.waiting.clear();
            }
            Deed::Rename { file, from, to } => {
                let node = Node::File(self.numbers[file]);
                self.set(to, Some(node));
                self.set(from, None);
            }
            Deed::Remove { path } => self.set(path, None),
            Deed::MakeFolder { path } => {
                self.folders.push(Folder::default());
                let node = Node::Folder(self.folders.len() - 1);
                self.set(path, Some(node));
            }
        }
    }

    /// Writes what is there after a power cut into an empty folder.
    pub fn leave(&self, cut: Cut, at: &Path) {
        let mut fate = Fate::of(cut);
        self.leave_folder(0, &mut fate, at);
    }

    fn leave_folder(&self, folder: usize, fate: &mut Fate, at: &Path) {
        fs::create_dir_all(at).unwrap();
        for (name, node) in self.folders[folder].after(fate) {
            match node {
                Node::File(file) => {
                    fs::write(at.join(name), self.files[file].after(fate)).unwrap();
                }
                Node::Folder(folder) => self.leave_folder(folder, fate, &at.join(name)),
            }
        }
    }

    fn make_file(&mut self, number: u64) -> Node {
        self.files.push(File::default());
        self.numbers.insert(number, self.files.len() - 1);
        Node::File(self.files.len() - 1)
    }

    fn file(&mut self, number: u64) -> &mut File {
        &mut self.files[self.numbers[&number]]
    }

    fn set(&mut self, path: &str, node: Option<Node>) {
        let (folder, name) = self.parent(path);
        self.folders[folder].waiting.push((name.to_owned(), node));
    }

    fn parent<'a>(&self, path: &'a str) -> (usize, &'a str) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        (self.folder(folder), name)
    }

    fn folder(&self, path: &str) -> usize {
        let names = path.split('/').filter(|name| !name.is_empty());
        names.fold(0, |folder, name| {
            match self.folders[folder].now().get(name) {
                Some(Node::Folder(folder)) => *folder,
                other => panic!("{path} is no folder: {other:?}"),
            }
        })
    }
}

impl File {
    fn sync(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        for change in waiting {
            change.apply(&mut self.durable);
        }
    }

    fn after(&self, fate: &mut Fate) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        for change in &self.waiting {
            match change {
                Change::Write(at, written) => {
                    let piece = fate.piece();
                    let mut start = 0;
                    while start < written.len() {
                        let end = ((at + start) / piece + 1) * piece - at;
                        let end = end.min(written.len());
                        if fate.keeps() {
                            write(&mut bytes, at + start, &written[start..end]);
                        }
                        start = end;
                    }
                }
                Change::Resize(length) => {
                    if fate.keeps() {
                        bytes.resize(*length, 0);
                    }
                }
            }
        }
        bytes
    }
}

impl Change {
    fn apply(self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write(at, written) => write(bytes, at, &written),
            Self::Resize(length) => bytes.resize(length, 0),
        }
    }
}

fn write(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(written);
}

impl Folder {
    /// What the running program sees.
    fn now(&self) -> BTreeMap<String, Node> {
        self.after(&mut Fate::of(Cut::Kind))
    }

    fn after(&self, fate: &mut Fate) -> BTreeMap<String, Node> {
        let mut names = self.durable.clone();
        for (name, node) in &self.waiting {
            if fate.keeps() {
                match node {
                    Some(node) => names.insert(name.clone(), *node),
                    None => names.remove(name),
                };
            }
        }
        names
    }
}

/// Decides what of the unsynced is there.
struct Fate {
    cut: Cut,
    dice: Dice,
}

impl Fate {
    const fn of(cut: Cut) -> Self {
        let seed = match cut {
            Cut::Torn(seed) => seed,
            Cut::Bare | Cut::Kind => 0,
        };
        let dice = Dice::new(seed);
        Self { cut, dice }
    }

    fn keeps(&mut self) -> bool {
        match self.cut {
            Cut::Bare => false,
            Cut::Kind => true,
            Cut::Torn(_) => self.dice.below(2) == 0,
        }
    }

    fn piece(&mut self) -> usize {
        PIECES[usize::from(self.dice.below(2) == 0)]
    }
}

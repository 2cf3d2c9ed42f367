//! What a program does to the files of a folder, written down as it happens by `recorder.c`.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use crate::preload;

/// One thing done to a file or a folder. Paths are from the recorded folder; files go by the number the system gives.
#[derive(Debug)]
pub enum Deed {
    /// A file was made.
    Create {
        /// The file.
        file: u64,
        /// Where.
        path: String,
    },
    /// Bytes were written.
    Write {
        /// The file.
        file: u64,
        /// Where in it.
        at: usize,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A file got another length.
    Resize {
        /// The file.
        file: u64,
        /// Its length now.
        length: usize,
    },
    /// A file that another process has written is seen for the first time.
    Foreign {
        /// The file.
        file: u64,
        /// Where it lies.
        path: String,
        /// All it holds.
        bytes: Vec<u8>,
    },
    /// A file was synced.
    SyncFile {
        /// The file.
        file: u64,
    },
    /// A folder was synced.
    SyncFolder {
        /// The folder.
        path: String,
    },
    /// A file was renamed.
    Rename {
        /// The file.
        file: u64,
        /// Its path before.
        from: String,
        /// Its path now.
        to: String,
    },
    /// A file or an empty folder was removed.
    Remove {
        /// Its path.
        path: String,
    },
    /// A folder was made.
    MakeFolder {
        /// Its path.
        path: String,
    },
}

impl Deed {
    /// Whether it makes something durable.
    pub const fn is_sync(&self) -> bool {
        matches!(self, Self::SyncFile { .. } | Self::SyncFolder { .. })
    }
}

/// A recorder for one folder.
pub struct Recorder {
    root: PathBuf,
    log: PathBuf,
    library: PathBuf,
}

impl Recorder {
    /// Builds a recorder of `root`, which keeps what it needs in another folder.
    pub fn new(root: &Path, beside: &Path) -> Self {
        let library = preload::build("recorder.c", beside);
        let log = beside.join("records");
        fs::write(&log, []).unwrap();
        Self {
            root: root.to_owned(),
            log,
            library,
        }
    }

    /// What a program's environment must say so that it is recorded.
    pub fn variables(&self) -> [(&'static str, OsString); 3] {
        [
            ("LD_PRELOAD", self.library.clone().into()),
            ("RECORDER_ROOT", self.root.clone().into()),
            ("RECORDER_LOG", self.log.clone().into()),
        ]
    }

    /// How much has been written down so far: what has happened, has happened before this.
    pub fn position(&self) -> u64 {
        fs::metadata(&self.log).unwrap().len()
    }

    /// All that was done, each with the position right behind it.
    pub fn deeds(&self) -> Vec<(u64, Deed)> {
        let log = fs::read(&self.log).unwrap();
        let mut deeds = Vec::new();
        let mut at = 0;
        while at < log.len() {
            deeds.push(read(&log, &mut at));
        }
        assert!(!deeds.is_empty(), "nothing was recorded");
        deeds
    }
}

fn read(log: &[u8], at: &mut usize) -> (u64, Deed) {
    let mut number = || {
        let bytes = log[*at..*at + 8].try_into().unwrap();
        *at += 8;
        u64::from_ne_bytes(bytes)
    };
    let what = char::from(u8::try_from(number()).unwrap());
    let [file, of] = [number(), number()];
    let lengths = [number(), number()].map(|length| usize::try_from(length).unwrap());
    let [first, second] = lengths.map(|length| {
        *at += length;
        log[*at - length..*at].to_vec()
    });
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let of = usize::try_from(of).unwrap();
    let deed = match what {
        'C' => Deed::Create {
            file,
            path: text(first),
        },
        'W' => Deed::Write {
            file,
            at: of,
            bytes: second,
        },
        'L' => Deed::Resize { file, length: of },
        'F' => Deed::Foreign {
            file,
            path: text(first),
            bytes: second,
        },
        'S' => Deed::SyncFile { file },
        'D' => Deed::SyncFolder { path: text(first) },
        'R' => Deed::Rename {
            file,
            from: text(first),
            to: text(second),
        },
        'U' => Deed::Remove { path: text(first) },
        'M' => Deed::MakeFolder { path: text(first) },
        other => panic!("the recorder wrote {other:?}"),
    };
    (u64::try_from(*at).unwrap(), deed)
}

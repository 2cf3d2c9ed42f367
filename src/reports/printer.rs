//! The printer: a process of our own that prints one report, so that whatever memory that takes is given back when it is done.
//!
//! It is told what to print, and says how far it is and which picture it needs next; each is a line of JSON.

use std::{
    cell::RefCell,
    fs::{self, File},
    io::{self, BufRead, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::ExitCode,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::paper;
use crate::{
    domain::report::{Content, Report},
    error::{Error, Result},
    press::{Pictures, Progress, press},
};

/// The first argument that makes this program a printer.
pub const COMMAND: &str = "report-printer";

/// What is to be printed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Job {
    /// The report, as the archive has it.
    report: String,
    /// The file with what it says.
    content: PathBuf,
    /// The file that it is printed into: there whole, or not at all.
    to: PathBuf,
}

/// What a printer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// So many pages of all have been drawn.
    Drawn {
        /// How many.
        page: usize,
        /// Of how many.
        pages: usize,
    },
    /// It waits for the picture with this key: for the path of a JPEG, or for nothing where there is none.
    Needs(String),
}

impl Job {
    /// To print a report that says what a file holds.
    ///
    /// # Errors
    /// [`Error::Internal`] for a defect.
    pub fn new(report: &Report, content: PathBuf, to: PathBuf) -> Result<Self> {
        let report = minicbor::to_vec(report).map_err(Error::internal)?;
        let report = STANDARD.encode(report);
        Ok(Self {
            report,
            content,
            to,
        })
    }
}

/// Is a printer, on standard input and output.
pub fn run() -> ExitCode {
    let printed = print(io::stdin().lock(), io::stdout().lock());
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when even this fails.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(from: impl BufRead, to: impl Write) -> Result<()> {
    let mut talk = Talk { from, to };
    let job: Job = talk.hear()?;
    let report = STANDARD.decode(&job.report).map_err(Error::internal)?;
    let report: Report = minicbor::decode(&report).map_err(Error::internal)?;
    let content = fs::read(&job.content).map_err(Error::internal)?;
    let content = Content::read(&content).map_err(Error::internal)?;
    let document = paper::document(&report, &content)?;
    let talk = RefCell::new(talk);
    let mut tell = |progress| match progress {
        Progress::Set { .. } => ControlFlow::Continue(()),
        Progress::Drawn { page, pages } => {
            match talk.borrow_mut().say(&Said::Drawn { page, pages }) {
                Ok(()) => ControlFlow::Continue(()),
                // Nobody waits for it any more.
                Err(_) => ControlFlow::Break(()),
            }
        }
    };
    match press(&document, &mut Asking(&talk), &mut tell)? {
        Some(bytes) => keep(&job.to, &bytes).map_err(|cause| Error::Unavailable(cause.to_string())),
        None => Err(Error::Unavailable("nobody waits for it".to_owned())),
    }
}

/// Writes a file that is there whole or not at all.
fn keep(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = to.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, to)
}

/// Lines that go to and fro.
struct Talk<R, W> {
    from: R,
    to: W,
}

impl<R: BufRead, W: Write> Talk<R, W> {
    fn hear<T: DeserializeOwned>(&mut self) -> Result<T> {
        let mut line = String::new();
        self.from.read_line(&mut line).map_err(Error::internal)?;
        serde_json::from_str(&line).map_err(Error::internal)
    }

    fn say(&mut self, said: &Said) -> Result<()> {
        let line = serde_json::to_string(said).map_err(Error::internal)?;
        let sent = writeln!(self.to, "{line}").and_then(|()| self.to.flush());
        sent.map_err(Error::internal)
    }
}

/// Pictures that are asked for one by one, as they are drawn.
struct Asking<'a, R, W>(&'a RefCell<Talk<R, W>>);

impl<R: BufRead, W: Write> Pictures for Asking<'_, R, W> {
    fn jpeg(&mut self, key: &str) -> Result<Option<Vec<u8>>> {
        let mut talk = self.0.borrow_mut();
        talk.say(&Said::Needs(key.to_owned()))?;
        let path: Option<PathBuf> = talk.hear()?;
        path.map(|path| fs::read(path).map_err(Error::internal))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        lang::Lang,
        report::{
            ReportKind,
            specimen::{burglary, report},
        },
    };

    #[test]
    fn it_asks_for_each_picture_says_how_far_it_is_and_leaves_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let (content, to) = (folder.path().join("content"), folder.path().join("a.pdf"));
        fs::write(&content, burglary().stored().unwrap()).unwrap();
        let report = report(ReportKind::PoliceList, Lang::Sv);
        let job = Job::new(&report, content, to.clone()).unwrap();
        let job = serde_json::to_string(&job).unwrap();
        let answers = format!("{job}\n{}", "null\n".repeat(9));
        let mut said = Vec::new();
        print(answers.as_bytes(), &mut said).unwrap();
        assert!(fs::read(&to).unwrap().starts_with(b"%PDF"));
        let said = String::from_utf8(said).unwrap();
        let said: Vec<Said> = said
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert!(said.iter().any(|said| matches!(said, Said::Needs(_))));
        assert!(
            said.contains(&Said::Drawn { page: 1, pages: 2 }),
            "{said:?}"
        );
    }

    #[test]
    fn it_ends_without_a_file_when_nobody_answers() {
        let folder = tempfile::tempdir().unwrap();
        let (content, to) = (folder.path().join("content"), folder.path().join("a.pdf"));
        fs::write(&content, burglary().stored().unwrap()).unwrap();
        let report = report(ReportKind::PoliceList, Lang::Sv);
        let job = Job::new(&report, content, to.clone()).unwrap();
        let job = serde_json::to_string(&job).unwrap();
        assert!(print(format!("{job}\n").as_bytes(), Vec::new()).is_err());
        assert!(!to.exists());
    }
}

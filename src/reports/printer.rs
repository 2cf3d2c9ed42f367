//! The printer: a process of our own that prints one report, so that whatever memory that takes is given back when it is done.
//!
//! It is told what to print, and says how far it is and which picture it needs next; each is a line of JSON. Behind the last of
//! them comes what it printed: whoever asked for it writes it down, for nothing in the data folder has two writers.

use std::{
    cell::RefCell,
    fs,
    io::{self, BufRead, Write},
    ops::ControlFlow,
    path::PathBuf,
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
    /// So many bytes of a PDF follow, and nothing after them.
    Printed(u64),
}

impl Job {
    /// To print a report that says what a file holds.
    ///
    /// # Errors
    /// [`Error::Internal`] for a defect.
    pub fn new(report: &Report, content: PathBuf) -> Result<Self> {
        let report = minicbor::to_vec(report).map_err(Error::internal)?;
        let report = STANDARD.encode(report);
        Ok(Self { report, content })
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
    let printed = press(&document, &mut Asking(&talk), &mut tell)?;
    let bytes = printed.ok_or_else(|| Error::internal("nobody waits for it"))?;
    let mut talk = talk.into_inner();
    talk.say(&Said::Printed(bytes.len() as u64))?;
    let sent = talk.to.write_all(&bytes).and_then(|()| talk.to.flush());
    sent.map_err(Error::internal)
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

    /// What a printer says when nobody has a picture, and what it prints then.
    fn printed(answers: usize) -> Result<(Vec<Said>, Vec<u8>)> {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::write(&content, burglary().stored().unwrap()).unwrap();
        let job = Job::new(&report(ReportKind::PoliceList, Lang::Sv), content)?;
        let job = serde_json::to_string(&job).unwrap();
        let answers = format!("{job}\n{}", "null\n".repeat(answers));
        let mut out = Vec::new();
        print(answers.as_bytes(), &mut out)?;
        let mut rest = out.as_slice();
        let mut said = Vec::new();
        while !matches!(said.last(), Some(Said::Printed(_))) {
            let mut line = String::new();
            rest.read_line(&mut line).unwrap();
            said.push(serde_json::from_str(&line).unwrap());
        }
        Ok((said, rest.to_vec()))
    }

    #[test]
    fn it_asks_for_each_picture_and_says_how_far_it_is_before_what_it_printed() {
        let (said, pdf) = printed(9).unwrap();
        assert!(said.iter().any(|said| matches!(said, Said::Needs(_))));
        assert!(
            said.contains(&Said::Drawn { page: 1, pages: 2 }),
            "{said:?}"
        );
        assert_eq!(said.last(), Some(&Said::Printed(pdf.len() as u64)));
        assert!(pdf.starts_with(b"%PDF"));
    }

    #[test]
    fn it_prints_nothing_when_nobody_answers() {
        assert!(printed(0).is_err());
    }
}

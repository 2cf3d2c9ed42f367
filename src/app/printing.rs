//! Reports on their way to paper: printed beside the requests, one after the other, told how far they are, stopped on demand,
//! and printed again when what was printed is gone.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    process::Stdio,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU16, Ordering},
    },
};

use serde::Serialize;
use tokio::{
    fs::File,
    io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    process::{ChildStdin, Command},
    sync::{Semaphore, watch},
};

use super::App;
use crate::{
    access::Editor,
    actions::reports,
    domain::{
        blob::BlobHash,
        lang::Lang,
        report::{Content, Report, ReportDetails, ReportId},
        rotation::Rotation,
    },
    error::{Error, Result},
    media::{Media, Shown, Size},
    reports::printer::{self, Said},
    store::{Row, Rows as _, Saved},
};

/// The folder with what was printed, inside the data folder. It may be deleted at any time.
const FOLDER: &str = "printed";
/// All of a report, in thousandths.
const ALL: u16 = 1000;

/// How a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is being printed, so many thousandths of it.
    Working(u16),
    /// It can be fetched.
    Ready,
    /// It was stopped.
    Stopped,
    /// It could not be printed; the log says why.
    Failed,
}

/// The reports in hand, and those that came to no good since the start.
pub(super) struct Printer {
    program: PathBuf,
    jobs: Mutex<HashMap<ReportId, Job>>,
    /// One at a time: each may need some hundred megabytes.
    press: Semaphore,
}

impl Printer {
    /// One whose printers are this program, started anew.
    pub(super) fn new(program: PathBuf) -> Self {
        Self {
            program,
            jobs: Mutex::default(),
            press: Semaphore::new(1),
        }
    }

    fn jobs(&self) -> MutexGuard<'_, HashMap<ReportId, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A report in hand.
#[derive(Clone)]
struct Job {
    done: Arc<AtomicU16>,
    stopped: Arc<AtomicBool>,
    /// How it ended; none while it is printed.
    ended: watch::Receiver<Option<Stand>>,
}

impl App {
    /// Makes a report of what the archive says now: keeps all that it says, and has it printed. A search in it is that of a list
    /// in the language of its maker.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    pub async fn make_report(
        self: &Arc<Self>,
        editor: Editor,
        details: ReportDetails,
        lang: Lang,
    ) -> Result<Saved<Row<Report>>> {
        let found = self.found(editor.viewer(), &details.search, lang).await?;
        let media = self.media.clone();
        let saved = self
            .change(move |store| {
                let today = store.clock().today();
                let rows = store.read()?;
                let content = reports::gather(&rows, &editor, &details, found.as_deref(), today)?;
                drop(rows);
                let kept = media.blobs().store_bytes(&content.stored()?)?;
                reports::keep(store, &editor, details, &content, &kept)
            })
            .await?;
        self.print(&saved.value);
        Ok(saved)
    }

    /// What a report says, from the file that it was kept in.
    ///
    /// # Errors
    /// [`Error::Internal`] when that is broken.
    pub fn content_of(&self, report: &Report) -> Result<Content> {
        content(&self.media, report)
    }

    /// A folder for what is written on the way to a report.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk refuses it.
    pub fn scratch(&self) -> Result<PathBuf> {
        let folder = self.settings().data.join(FOLDER);
        fs::create_dir_all(&folder).map_err(|cause| Error::Unavailable(cause.to_string()))?;
        Ok(folder)
    }

    /// Where a printed report lies.
    fn printed_at(&self, id: ReportId) -> PathBuf {
        self.settings().data.join(FOLDER).join(format!("{id}.pdf"))
    }

    /// Removes what was printed of reports that are not there any more.
    ///
    /// # Errors
    /// Those of the disk and the store.
    pub(super) fn tidy_printed(&self) -> Result<()> {
        for file in fs::read_dir(self.scratch()?).map_err(Error::internal)? {
            let path = file.map_err(Error::internal)?.path();
            let name = path.file_stem().and_then(|name| name.to_str());
            let Some(id) = name.and_then(|name| name.parse::<ReportId>().ok()) else {
                continue;
            };
            if self.store.read()?.find::<Report>(id)?.is_none() {
                fs::remove_file(&path).map_err(Error::internal)?;
            }
        }
        Ok(())
    }

    /// Has a report printed, unless it is or is in hand already.
    pub fn print(self: &Arc<Self>, report: &Report) {
        let id = report.id;
        let mut jobs = self.printer.jobs();
        let in_hand = jobs
            .get(&id)
            .is_some_and(|job| job.ended.borrow().is_none());
        if in_hand || self.printed_at(id).exists() {
            return;
        }
        let (end, ended) = watch::channel(None);
        let job = Job {
            done: Arc::default(),
            stopped: Arc::default(),
            ended,
        };
        jobs.insert(id, job.clone());
        drop(jobs);
        let (app, report) = (Arc::clone(self), report.clone());
        tokio::spawn(async move {
            let stand = app.press_report(report, job).await;
            if stand == Stand::Ready {
                app.printer.jobs().remove(&id);
            }
            // Nobody may be waiting any more.
            let _ = end.send(Some(stand));
        });
    }

    async fn press_report(&self, report: Report, job: Job) -> Stand {
        let Ok(_turn) = self.printer.press.acquire().await else {
            return Stand::Failed;
        };
        match self.print_now(&report, &job).await {
            Ok(true) => Stand::Ready,
            Ok(false) => Stand::Stopped,
            Err(error) => {
                tracing::error!(id = %report.id, %error, "a report was not printed");
                Stand::Failed
            }
        }
    }

    /// Has a process of its own print a report; no when it was stopped.
    async fn print_now(&self, report: &Report, job: &Job) -> Result<bool> {
        self.scratch()?;
        let content = self.media.blobs().path(report.content);
        let asked = printer::Job::new(report, content)?;
        let mut process = Command::new(&self.printer.program)
            .arg(printer::COMMAND)
            .env_clear()
            .env("MALLOC_ARENA_MAX", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(Error::internal)?;
        let (Some(mut to), Some(from)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(Error::internal("a printer without pipes"));
        };
        say(&mut to, &asked).await?;
        let mut from = BufReader::new(from);
        let mut line = String::new();
        loop {
            line.clear();
            if from.read_line(&mut line).await.map_err(Error::internal)? == 0 {
                let status = process.wait().await.map_err(Error::internal)?;
                return Err(Error::internal(format!("the printer ended with {status}")));
            }
            if job.stopped.load(Ordering::Relaxed) {
                process.kill().await.map_err(Error::internal)?;
                return Ok(false);
            }
            match serde_json::from_str(&line).map_err(Error::internal)? {
                Said::Drawn { page, pages } => {
                    let done = page * usize::from(ALL) / pages.max(1);
                    let done = u16::try_from(done).unwrap_or(ALL).min(ALL);
                    job.done.store(done, Ordering::Relaxed);
                }
                Said::Needs(key) => {
                    let shown = shown(&self.media, &key).await?;
                    // What no picture can be made of is told in words.
                    let shown = shown.filter(|shown| shown.media_type == "image/jpeg");
                    say(&mut to, &shown.map(|shown| shown.path)).await?;
                }
                Said::Printed(length) => {
                    let to = self.printed_at(report.id);
                    let kept = keep(from.take(length), length, &to).await;
                    kept.map_err(|cause| Error::Unavailable(cause.to_string()))?;
                    process.wait().await.map_err(Error::internal)?;
                    return Ok(true);
                }
            }
        }
    }

    /// How a report stands. One that is not printed and not in hand, since the program was started anew or somebody emptied
    /// the folder, is put in hand.
    pub fn stand_of(self: &Arc<Self>, report: &Report) -> Stand {
        if self.printed_at(report.id).exists() {
            return Stand::Ready;
        }
        if let Some(job) = self.printer.jobs().get(&report.id) {
            let ended = *job.ended.borrow();
            return ended.unwrap_or_else(|| Stand::Working(job.done.load(Ordering::Relaxed)));
        }
        self.print(report);
        Stand::Working(0)
    }

    /// Stops the printing of a report.
    pub fn stop_printing(&self, id: ReportId) {
        if let Some(job) = self.printer.jobs().get(&id) {
            job.stopped.store(true, Ordering::Relaxed);
        }
    }

    /// The printed report, as soon as it is there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it was stopped or could not be printed.
    pub async fn printed(self: &Arc<Self>, report: &Report) -> Result<PathBuf> {
        if self.stand_of(report) != Stand::Ready {
            let job = self.printer.jobs().get(&report.id).cloned();
            if let Some(mut job) = job {
                // However it ended, what counts is whether the file is there.
                let _ = job.ended.wait_for(Option::is_some).await;
            }
        }
        let path = self.printed_at(report.id);
        if path.exists() {
            Ok(path)
        } else {
            Err(Error::Unavailable("the report is not printed".to_owned()))
        }
    }
}

fn content(media: &Media, report: &Report) -> Result<Content> {
    let bytes = fs::read(media.blobs().path(report.content)).map_err(Error::internal)?;
    Content::read(&bytes).map_err(Error::internal)
}

/// Writes a file of so many bytes, which is there whole or not at all.
async fn keep(mut from: impl AsyncRead + Unpin, length: u64, to: &Path) -> io::Result<()> {
    let part = to.with_extension("part");
    let mut file = File::create(&part).await?;
    if tokio::io::copy(&mut from, &mut file).await? < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    file.sync_all().await?;
    tokio::fs::rename(part, to).await
}

/// Says something to a printer.
async fn say(to: &mut ChildStdin, what: &impl Serialize) -> Result<()> {
    let mut line = serde_json::to_vec(what).map_err(Error::internal)?;
    line.push(b'\n');
    to.write_all(&line).await.map_err(Error::internal)
}

/// A picture that a report shows, by its key, made if need be; none of what no picture can be made of.
///
/// # Errors
/// Those of making it.
pub async fn shown(media: &Media, key: &str) -> Result<Option<Shown>> {
    let Some((hash, rotation, size)) = picture(key) else {
        return Ok(None);
    };
    match media.picture(hash, rotation, size).await {
        Ok(shown) => Ok(Some(shown)),
        Err(Error::NotFound | Error::Invalid(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What the key of a picture on paper means.
pub fn picture(key: &str) -> Option<(BlobHash, Rotation, Size)> {
    let mut parts = key.split('.');
    let (hash, degrees, size) = (parts.next()?, parts.next()?, parts.next()?);
    let size = match size {
        "small" => Size::Small,
        "large" => Size::Large,
        _ => return None,
    };
    let rotation = Rotation::from_degrees(degrees.parse().ok()?)?;
    parts
        .next()
        .is_none()
        .then_some((hash.parse().ok()?, rotation, size))
}

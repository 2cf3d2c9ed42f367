//! Reports on their way to paper: printed beside the requests, one after the other, told how far they are, stopped on demand,
//! and printed again when what was printed is gone.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{self, Write},
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU16, Ordering},
    },
};

use tokio::{runtime::Handle, sync::Semaphore, sync::watch};

use super::App;
use crate::{
    access::Editor,
    actions::reports,
    domain::{
        blob::BlobHash,
        lang::Lang,
        query::ItemQuery,
        report::{Content, Report, ReportDetails, ReportId},
        rotation::Rotation,
    },
    error::{Error, Result},
    media::{Media, Shown, Size},
    press::{Pictures, Progress, press},
    reports::paper,
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
    jobs: Mutex<HashMap<ReportId, Job>>,
    /// One at a time: each may need some hundred megabytes.
    press: Semaphore,
}

impl Default for Printer {
    fn default() -> Self {
        Self {
            jobs: Mutex::default(),
            press: Semaphore::new(1),
        }
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

impl Printer {
    fn jobs(&self) -> MutexGuard<'_, HashMap<ReportId, Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
        let found = if details.search.is_empty() {
            None
        } else {
            let query = ItemQuery::parse(&details.search).0;
            Some(self.list_ids(editor.viewer(), &query, lang).await?)
        };
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

    async fn press_report(self: &Arc<Self>, report: Report, job: Job) -> Stand {
        let Ok(_turn) = self.printer.press.acquire().await else {
            return Stand::Failed;
        };
        let (app, handle) = (Arc::clone(self), Handle::current());
        let id = report.id;
        let printing =
            tokio::task::spawn_blocking(move || app.print_now(&report, &job, handle)).await;
        match printing.map_err(Error::internal) {
            Ok(Ok(true)) => Stand::Ready,
            Ok(Ok(false)) => Stand::Stopped,
            Ok(Err(error)) | Err(error) => {
                tracing::error!(%id, %error, "a report was not printed");
                Stand::Failed
            }
        }
    }

    /// Prints a report; no when it was stopped.
    fn print_now(&self, report: &Report, job: &Job, handle: Handle) -> Result<bool> {
        let document = paper::document(report, &content(&self.media, report)?)?;
        let mut pictures = Album {
            media: &self.media,
            handle,
        };
        let mut tell = |progress: Progress| {
            if let Progress::Drawn { page, pages } = progress {
                let done = page * usize::from(ALL) / pages.max(1);
                let done = u16::try_from(done).unwrap_or(ALL).min(ALL);
                job.done.store(done, Ordering::Relaxed);
            }
            if job.stopped.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let Some(bytes) = press(&document, &mut pictures, &mut tell)? else {
            return Ok(false);
        };
        let to = self.printed_at(report.id);
        keep(&to, &bytes).map_err(|cause| Error::Unavailable(cause.to_string()))?;
        Ok(true)
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

/// Writes a file that is there whole or not at all.
fn keep(to: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
    let part = to.with_extension("part");
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, to)
}

/// The pictures of the archive, fetched one by one as they are drawn.
struct Album<'a> {
    media: &'a Media,
    handle: Handle,
}

impl Pictures for Album<'_> {
    fn jpeg(&mut self, key: &str) -> Result<Option<Vec<u8>>> {
        let shown = shown(self.media, &self.handle, key)?;
        // What no picture can be made of is told in words.
        let shown = shown.filter(|shown| shown.media_type == "image/jpeg");
        let read = shown.map(|shown| fs::read(shown.path).map_err(Error::internal));
        read.transpose()
    }
}

/// A picture that a report shows, by its key, made if need be; none of what no picture can be made of. To be called where a
/// thread may wait.
pub fn shown(media: &Media, handle: &Handle, key: &str) -> Result<Option<Shown>> {
    let Some((hash, rotation, size)) = picture(key) else {
        return Ok(None);
    };
    match handle.block_on(media.picture(hash, rotation, size)) {
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

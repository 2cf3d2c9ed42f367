//! The worker: a process of our own that reads a stranger's bytes, so that whatever they do, they do it there.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read, Write},
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{ExitCode, ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};

use jiff::civil::DateTime;
use rustix::process::{Resource, Rlimit, Signal, nice, setrlimit};
use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    process::Command,
    sync::Semaphore,
};

use super::{
    blobs::disk,
    heic,
    kind::Kind,
    limits::{Limits, PATIENCE},
    pdf, picture,
    reading::{self, Gaze},
    refusal::Refusal,
};
use crate::{
    domain::rotation::Rotation,
    error::{Error, Result},
};

/// The first argument that makes this program a worker.
pub const COMMAND: &str = "media-worker";

/// The files that a worker leaves in its folder.
pub(super) const LARGE: &str = "large.jpg";
pub(super) const SMALL: &str = "small.jpg";
pub(super) const TEXT: &str = "text.txt";
pub(super) const READING: &str = "reading.json";

/// How far a reader steps back behind whoever waits for a page: half of the way that there is.
const PATIENT: i32 = 10;

/// What a worker ends with when it is the disk that fails, not the file: `EX_TEMPFAIL` of sysexits.h.
const DISK: u8 = 75;

/// How many workers run at once: each may take the memory that the limits allow.
const AT_ONCE: usize = 2;

/// What a worker is to do with the file on its standard input; what it makes goes to the folder it stands in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Job {
    kind: Kind,
    task: Task,
    limits: Limits,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Task {
    /// To make what shows it, turned by this once it is upright.
    Show(Rotation),
    /// To read what stands on it, with the networks of a folder where there is one.
    Read(Option<PathBuf>, Gaze),
}

impl Job {
    /// To make what shows a file, turned by this once it is upright.
    pub(super) const fn show(kind: Kind, rotation: Rotation, limits: Limits) -> Self {
        Self {
            kind,
            task: Task::Show(rotation),
            limits,
        }
    }

    /// To read what stands on a file, with the networks of a folder where there is one.
    pub(super) const fn read(kind: Kind, eye: Option<PathBuf>, gaze: Gaze, limits: Limits) -> Self {
        Self {
            kind,
            task: Task::Read(eye, gaze),
            limits,
        }
    }
}

/// What a worker found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Width and height of the upright original, in pixels; for pictures.
    pub size: Option<(u32, u32)>,
    /// When it was taken, by the camera's clock.
    pub taken: Option<DateTime>,
    /// Whether it says where it was taken.
    pub has_gps: bool,
    /// How many pages it has; for documents.
    pub pages: Option<u32>,
}

type Answer = Result<Report, Refusal>;

/// Starts workers, few at once, and ends them when they take too long.
#[derive(Clone, Debug)]
pub(super) struct Workers {
    program: PathBuf,
    arguments: Vec<String>,
    limits: Limits,
    free: Arc<Semaphore>,
}

impl Workers {
    /// Workers that are this program, started anew.
    pub(super) fn new(program: PathBuf, limits: Limits) -> Self {
        Self {
            program,
            arguments: vec![COMMAND.to_owned()],
            limits,
            free: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Lets a worker read a file and leave its derivatives in a folder.
    ///
    /// # Errors
    /// [`Error`] when no worker can be started; that the file is at fault is a [`Refusal`].
    pub(super) async fn read(&self, input: File, job: Job, folder: &Path) -> Result<Answer> {
        let job = serde_json::to_string(&job).map_err(Error::internal)?;
        let _place = self.free.acquire().await.map_err(Error::internal)?;
        let mut worker = Command::new(&self.program)
            .args(&self.arguments)
            .arg(job)
            .env_clear()
            // Every further malloc arena would reserve 64 MB of the address space that the worker is held to.
            .env("MALLOC_ARENA_MAX", "1")
            .current_dir(folder)
            .stdin(Stdio::from(input))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(Error::internal)?;
        let (answer, complaint) = (worker.stdout.take(), worker.stderr.take());
        let finished = async { tokio::join!(worker.wait(), start_of(answer), start_of(complaint)) };
        let patience = Duration::from_secs(self.limits.seconds) * PATIENCE;
        let Ok((status, answer, complaint)) = tokio::time::timeout(patience, finished).await else {
            // Dropping the worker would end it too, and leave a zombie until somebody looks.
            worker.kill().await.map_err(Error::internal)?;
            return Ok(Err(Refusal::TooSlow));
        };
        let status = status.map_err(Error::internal)?;
        if status.success() {
            return serde_json::from_slice(&answer).map_err(Error::internal);
        }
        let complaint = String::from_utf8_lossy(&complaint);
        if status.code() == Some(DISK.into()) {
            return Err(Error::Unavailable(complaint.trim().to_owned()));
        }
        tracing::warn!(%status, complaint = complaint.trim(), "a media worker died of a file");
        Ok(Err(cause_of_death(status, &complaint)))
    }
}

/// What a worker printed, as far as anybody wants to read it.
async fn start_of(pipe: Option<impl AsyncRead + Unpin>) -> Vec<u8> {
    let mut printed = Vec::new();
    if let Some(pipe) = pipe {
        // What was read before an error is still worth having.
        let _ = pipe.take(64 << 10).read_to_end(&mut printed).await;
    }
    printed
}

fn cause_of_death(status: ExitStatus, complaint: &str) -> Refusal {
    if complaint.contains("memory allocation of") || complaint.contains("capacity overflow") {
        return Refusal::TooMuchMemory;
    }
    match status.signal().and_then(Signal::from_named_raw) {
        Some(Signal::XCPU | Signal::KILL) => Refusal::TooSlow,
        _ => Refusal::Broken,
    }
}

/// Is a worker: reads one file from standard input as the job in the one argument says, prints one line of JSON.
pub fn run_worker(mut arguments: impl Iterator<Item = String>) -> ExitCode {
    let job = arguments.next().unwrap_or_default();
    match serde_json::from_str(&job) {
        Ok(job) => match work(job) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => complain(&error),
        },
        Err(error) => complain(&Error::internal(error)),
    }
}

fn complain(error: &Error) -> ExitCode {
    // Nobody is left to tell when even this fails.
    let _ = writeln!(std::io::stderr(), "{error}");
    match error {
        Error::Unavailable(_) => ExitCode::from(DISK),
        _ => ExitCode::FAILURE,
    }
}

fn work(job: Job) -> Result<()> {
    confine(&job.limits)?;
    if matches!(job.task, Task::Read(..)) {
        // Nobody waits for it; somebody may for a page. Where that is forbidden, it is read all the same.
        let _ = nice(PATIENT);
    }
    let mut file = Vec::new();
    let answer = match std::io::stdin().lock().read_to_end(&mut file) {
        Err(error) if error.kind() == ErrorKind::OutOfMemory => Err(Refusal::TooMuchMemory),
        Err(error) => return Err(Error::internal(error)),
        Ok(_) => {
            let _turn = turn(&file, job.kind);
            read(file, job, Path::new(""))?
        }
    };
    let line = serde_json::to_string(&answer).map_err(Error::internal)?;
    writeln!(std::io::stdout(), "{line}").map_err(Error::internal)
}

/// Waits until no other worker reads what takes much memory, where this file does: two at once are more than a small
/// machine has to spare. The turn is the folder in which all workers stand; it is over when the worker is.
fn turn(file: &[u8], kind: Kind) -> Option<File> {
    if kind != Kind::Heic || !heic::is_one_large_piece(file) {
        return None;
    }
    let desks = File::open("..").ok()?;
    // On a disk without locks nobody waits.
    desks.lock().ok()?;
    Some(desks)
}

/// Gives up what reading one file does not take.
fn confine(limits: &Limits) -> Result<()> {
    let bounds = [
        (Resource::As, limits.memory),
        (Resource::Cpu, limits.seconds),
        (Resource::Fsize, 64 << 20),
        (Resource::Core, 0),
    ];
    for (resource, most) in bounds {
        let bound = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, bound).map_err(Error::internal)?;
    }
    Ok(())
}

/// Reads a file as a worker does, in whatever process it is called in, and leaves its derivatives in a folder: for those
/// who try out what a stranger's bytes can do to it.
///
/// # Errors
/// [`Error::Unavailable`] when the folder cannot be written; that the file is at fault is a [`Refusal`].
pub fn read_unguarded(
    file: Vec<u8>,
    kind: Kind,
    limits: Limits,
    folder: &Path,
) -> Result<Result<Report, Refusal>> {
    read(file, Job::show(kind, Rotation::None, limits), folder)
}

/// Reads what stands on a file as a worker without an eye does, in whatever process it is called in: for the same.
///
/// # Errors
/// None of its own: that the file is at fault is a [`Refusal`].
pub fn look_unguarded(file: Vec<u8>, kind: Kind, limits: &Limits) -> Result<reading::Outcome> {
    reading::read(file, kind, None, Gaze::Paper, limits)
}

fn read(file: Vec<u8>, job: Job, folder: &Path) -> Result<Answer> {
    match (job.task, job.kind) {
        (Task::Show(rotation), Kind::Pdf) => Ok(Ok(show_pdf(file, rotation, &job.limits, folder)?)),
        (Task::Show(rotation), kind) => show_picture(&file, kind, rotation, &job.limits, folder),
        (Task::Read(eye, gaze), kind) => {
            let outcome = reading::read(file, kind, eye.as_ref(), gaze, &job.limits)?;
            let bytes = serde_json::to_vec(&outcome).map_err(Error::internal)?;
            fs::write(folder.join(READING), bytes).map_err(disk)?;
            Ok(Ok(Report::default()))
        }
    }
}

fn show_picture(
    file: &[u8],
    kind: Kind,
    rotation: Rotation,
    limits: &Limits,
    folder: &Path,
) -> Result<Answer> {
    let read = match picture::read(file, kind, rotation, limits) {
        Ok(read) => read,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(derived) = &read.derived {
        leave(folder, derived)?;
    }
    Ok(Ok(Report {
        size: Some((read.width, read.height)),
        taken: read.taken,
        has_gps: read.has_gps,
        pages: None,
    }))
}

/// A PDF is kept whatever is in it; what can be had of it is left in this order, so that a page which cannot be drawn
/// still leaves its text.
fn show_pdf(file: Vec<u8>, rotation: Rotation, limits: &Limits, folder: &Path) -> Result<Report> {
    let Some(document) = pdf::open(file) else {
        return Ok(Report::default());
    };
    fs::write(folder.join(TEXT), pdf::text(&document, limits)).map_err(disk)?;
    if let Some(page) = pdf::preview(&document)
        && let Ok(derived) = picture::derive(page.oriented(rotation.into()))
    {
        leave(folder, &derived)?;
    }
    Ok(Report {
        pages: u32::try_from(document.pages().len()).ok(),
        ..Report::default()
    })
}

/// Leaves the pictures made of an original in a folder.
pub(super) fn leave(folder: &Path, derived: &picture::Derived) -> Result<()> {
    fs::write(folder.join(LARGE), &derived.large)
        .and_then(|()| fs::write(folder.join(SMALL), &derived.small))
        .map_err(disk)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a worker that is this shell script.
    async fn fate(script: &str) -> Answer {
        let folder = tempfile::tempdir().unwrap();
        let limits = Limits {
            seconds: 1,
            ..Limits::default()
        };
        let workers = Workers {
            arguments: vec!["-c".to_owned(), script.to_owned()],
            ..Workers::new("/bin/sh".into(), limits)
        };
        let job = Job::show(Kind::Jpeg, Rotation::None, limits);
        let nothing = File::open("/dev/null").unwrap();
        workers.read(nothing, job, folder.path()).await.unwrap()
    }

    #[tokio::test]
    async fn what_a_worker_says_is_what_the_file_is() {
        let report = r#"echo '{"Ok":{"size":[4,3],"taken":"2024-02-29T08:15:30","has_gps":true,"pages":null}}'"#;
        let report = fate(report).await.unwrap();
        assert_eq!(report.size, Some((4, 3)));
        assert!(report.has_gps && report.taken.is_some());
        let refusal = r#"echo '{"Err":{"too-many-pixels":{"limit":9}}}'"#;
        assert_eq!(
            fate(refusal).await,
            Err(Refusal::TooManyPixels { limit: 9 })
        );
    }

    #[tokio::test]
    async fn a_worker_that_dies_has_met_a_broken_file() {
        assert_eq!(fate("exit 101").await, Err(Refusal::Broken));
        assert_eq!(fate("kill -SEGV $$").await, Err(Refusal::Broken));
    }

    #[tokio::test]
    async fn a_worker_that_takes_too_long_is_ended() {
        assert_eq!(fate("while :; do :; done").await, Err(Refusal::TooSlow));
        assert_eq!(fate("kill -XCPU $$").await, Err(Refusal::TooSlow));
    }

    #[tokio::test]
    async fn a_worker_that_wants_too_much_memory_has_met_too_large_a_file() {
        let script = "echo memory allocation of 9 bytes failed >&2; kill -ABRT $$";
        assert_eq!(fate(script).await, Err(Refusal::TooMuchMemory));
    }

    #[tokio::test]
    async fn a_worker_whose_disk_is_full_says_nothing_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let workers = Workers {
            arguments: vec!["-c".to_owned(), "echo full >&2; exit 75".to_owned()],
            ..Workers::new("/bin/sh".into(), Limits::default())
        };
        let job = Job::show(Kind::Jpeg, Rotation::None, Limits::default());
        let nothing = File::open("/dev/null").unwrap();
        let result = workers.read(nothing, job, folder.path()).await;
        assert!(matches!(result, Err(Error::Unavailable(why)) if why == "full"));
    }

    #[tokio::test]
    async fn a_worker_that_talks_nonsense_is_our_defect() {
        let folder = tempfile::tempdir().unwrap();
        let workers = Workers::new("/bin/true".into(), Limits::default());
        let job = Job::show(Kind::Jpeg, Rotation::None, Limits::default());
        let nothing = File::open("/dev/null").unwrap();
        let result = workers.read(nothing, job, folder.path()).await;
        assert!(matches!(result, Err(Error::Internal(_))));
    }
}

//! The follower that reads receipts: each page once, one after the other, beside whatever else is done.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    actions::{attachments, household},
    domain::{
        attachment::{Attachment, Bearer},
        blob::BlobHash,
        reading::{Proposal, page::Page},
        receipt::ReceiptId,
    },
    error::{Error, Result},
    media::{Gaze, Outcome, Reading},
    store::{Reader as Archive, Row, Rows},
};

/// How far the reading of a receipt has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// None of its pages says anything that can be read.
    Failed,
    /// All that can be read was read.
    Done,
    /// Some of its pages have not had their turn.
    Waiting,
    /// One of its pages is being read.
    Running,
}

impl Progress {
    /// The word that the API uses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Done => "done",
            Self::Waiting => "waiting",
            Self::Running => "running",
        }
    }
}

/// What was read of a receipt so far.
pub struct Read {
    /// How far it has come.
    pub progress: Progress,
    /// Its pages: each with what became of reading it; none where that is still to come.
    pub pages: Vec<(Row<Attachment>, Option<Outcome>)>,
    /// What the papers seem to say. The page of a find counts through all files.
    pub proposal: Proposal,
}

impl Read {
    /// Whether some of it takes an eye to read, and there was none.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        let outcomes = self
            .pages
            .iter()
            .filter_map(|(_, outcome)| outcome.as_ref());
        outcomes.flatten().any(|reading| reading.blind)
    }

    /// All that was read, one page after the other.
    fn sheets(&self) -> Vec<Page> {
        let outcomes = self.pages.iter().map(|(_, outcome)| outcome.as_ref());
        outcomes.flat_map(readings).cloned().collect()
    }

    /// A page as it was read, counted through all files.
    #[must_use]
    pub fn page(&self, page: usize) -> Option<&Page> {
        let outcomes = self.pages.iter().map(|(_, outcome)| outcome.as_ref());
        outcomes.flat_map(readings).nth(page)
    }

    /// The file that a page is in, and which of its pages that is, counted from 0.
    #[must_use]
    pub fn find(&self, page: usize) -> Option<(&Row<Attachment>, usize)> {
        let mut before = 0;
        for (file, outcome) in &self.pages {
            let count = readings(outcome.as_ref()).count();
            if page < before + count {
                return Some((file, page - before));
            }
            before += count;
        }
        None
    }
}

fn readings(outcome: Option<&Outcome>) -> impl Iterator<Item = &Page> {
    let reading: Option<&Reading> = outcome.and_then(|outcome| outcome.as_ref().ok());
    reading.into_iter().flat_map(|reading| &reading.pages)
}

/// Which file is being read now.
#[derive(Debug, Default)]
pub(super) struct Desk(Mutex<Option<BlobHash>>);

impl Desk {
    fn put(&self, file: Option<BlobHash>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = file;
    }

    fn has(&self, file: BlobHash) -> bool {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) == Some(file)
    }
}

/// How long to wait after the disk or the archive has failed, before trying again.
const RETRY: Duration = Duration::from_mins(1);

/// Reads what comes until told to stop.
pub(super) async fn follow(app: Arc<App>, stop: CancellationToken) {
    let mut newest = app.store.follow();
    let (mut upto, mut waiting) = (None, Vec::new());
    loop {
        let latest = *newest.borrow_and_update();
        let unread = app.store.read().and_then(|rows| match upto {
            None => every_page(&rows),
            Some(from) => pages_since(&rows, from),
        });
        match unread {
            Ok(files) => {
                upto = Some(latest);
                waiting.extend(files);
            }
            Err(error) => tracing::warn!(%error, "the receipts could not be looked for"),
        }
        let mut failed = Vec::new();
        for file in waiting.drain(..) {
            if stop.is_cancelled() {
                return;
            }
            if !app.read_one(file).await {
                failed.push(file);
            }
        }
        waiting = failed;
        let again = !waiting.is_empty() || upto != Some(latest);
        tokio::select! {
            () = stop.cancelled() => break,
            _ = newest.changed() => {}
            () = tokio::time::sleep(RETRY), if again => {}
        }
    }
}

/// The files of every receipt that is not in the bin, the newest first.
fn every_page(rows: &Archive) -> Result<Vec<BlobHash>> {
    let mut files = Vec::new();
    rows.each(None, |row: Row<Attachment>| {
        if is_page(&row) {
            files.push(row.blob);
        }
        Ok(true)
    })?;
    files.reverse();
    Ok(files)
}

/// The files of receipts that have come since a change.
fn pages_since(rows: &Archive, change: u64) -> Result<Vec<BlobHash>> {
    let mut files = Vec::new();
    for change in rows.changes_after(change, usize::MAX)? {
        for touch in change.touched {
            if let Some(id) = touch.key.id::<Attachment>()
                && let Some(row) = rows.find(id)?
                && is_page(&row)
            {
                files.push(row.blob);
            }
        }
    }
    Ok(files)
}

fn is_page(row: &Row<Attachment>) -> bool {
    row.binned.is_none() && matches!(row.of, Bearer::Receipt(_))
}

impl App {
    /// Reads one file. Whether it has had its turn: what goes wrong on our side is told in the log and tried again, and
    /// never stands in the way of the next.
    async fn read_one(self: &Arc<Self>, file: BlobHash) -> bool {
        let known = self.media.reading(file, Gaze::Paper);
        if matches!(known, Ok(Some(_))) {
            return true;
        }
        self.desk.put(Some(file));
        let read = self.media.read(file, Gaze::Paper).await;
        if matches!(read, Ok(Ok(_))) {
            self.tell_of(file).await;
        }
        self.desk.put(None);
        match read {
            // An original may have gone for good meanwhile.
            Ok(Ok(_)) | Err(Error::NotFound) => true,
            Ok(Err(refusal)) => {
                tracing::info!(hash = %file, %refusal, "a page could not be read");
                true
            }
            Err(error) => {
                tracing::warn!(hash = %file, %error, "a page was not read; trying again");
                false
            }
        }
    }

    /// Lets what the receipt of a page proves be found by what was read.
    async fn tell_of(self: &Arc<Self>, page: BlobHash) {
        let (follower, handle) = (self.follower(), Handle::current());
        let told = tokio::task::spawn_blocking(move || follower.retell(&handle, page)).await;
        let told = told.map_err(Error::internal).and_then(|told| told);
        if let Err(error) = told {
            tracing::warn!(hash = %page, %error, "a thing is not found by what was read until something changes about it");
        }
    }

    /// What was read of a receipt so far, and what that seems to say.
    ///
    /// # Errors
    /// Those of reading.
    pub fn read_of(&self, rows: &Archive, receipt: ReceiptId) -> Result<Read> {
        let mut pages = Vec::new();
        for page in attachments::list(rows, Bearer::Receipt(receipt))? {
            let outcome = self.media.reading(page.blob, Gaze::Paper)?;
            pages.push((page, outcome));
        }
        let progress = self.progress(&pages);
        let mut read = Read {
            progress,
            pages,
            proposal: Proposal::default(),
        };
        // What half a receipt says would be taken back a moment later.
        if !matches!(progress, Progress::Waiting | Progress::Running) {
            let currency = household::current(rows)?.currency;
            let today = self.store.clock().today();
            read.proposal = Proposal::read(&read.sheets(), today, currency);
        }
        Ok(read)
    }

    fn progress(&self, pages: &[(Row<Attachment>, Option<Outcome>)]) -> Progress {
        // A page is on the desk until what was read of it can be searched for.
        let each = pages.iter().map(|(page, outcome)| match outcome {
            _ if self.desk.has(page.blob) => Progress::Running,
            None => Progress::Waiting,
            Some(Ok(reading)) if reading.says_something() => Progress::Done,
            Some(_) => Progress::Failed,
        });
        each.max().unwrap_or(Progress::Done)
    }
}

//! What the server does by itself: lets go of what has lain in the bin, or belonged to nothing, for thirty days, and of what was printed
//! of reports that are gone.

use std::{collections::HashSet, sync::Arc, time::Duration};

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    actions::bin,
    domain::blob::BlobHash,
    error::{Error, Result},
};

/// How often.
const EVERY: Duration = Duration::from_hours(1);

/// Tidies until told to stop.
pub(super) async fn tidy(app: Arc<App>, stop: CancellationToken) {
    let mut hours = tokio::time::interval(EVERY);
    let mut loose = HashSet::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = hours.tick() => {}
        }
        match sweep(&app, &loose).await {
            Ok(found) => loose = found,
            Err(error) => {
                tracing::warn!(%error, "the bin could not be swept; trying again in an hour");
            }
        }
    }
}

/// Sweeps the bin, and lets go of originals that were `loose` an hour ago and are now: the clock may have been wrong at
/// either time. Gives those that are loose for the first time.
async fn sweep(app: &Arc<App>, loose: &HashSet<BlobHash>) -> Result<HashSet<BlobHash>> {
    let swept = app.change(bin::sweep).await?;
    app.forget(swept.value).await?;
    let task = Arc::clone(app);
    let found = tokio::task::spawn_blocking(move || {
        task.tidy_printed()?;
        task.loose_blobs()
    })
    .await
    .map_err(Error::internal)??;
    let (again, first): (Vec<_>, Vec<_>) = found.into_iter().partition(|blob| loose.contains(blob));
    app.forget(again).await?;
    Ok(first.into_iter().collect())
}

impl App {
    /// Originals that nothing has held for thirty days: from uploads that a crash or a refusal cut off before they
    /// belonged to anything.
    fn loose_blobs(&self) -> Result<Vec<BlobHash>> {
        let now = self.store.clock().now();
        let mut loose = Vec::new();
        for hash in self.media.blobs().hashes()? {
            let hash = hash?;
            let kept = self
                .media
                .blobs()
                .open_read(hash)?
                .metadata()
                .and_then(|file| file.modified());
            let kept = kept
                .map_err(Error::internal)
                .and_then(|kept| Timestamp::try_from(kept).map_err(Error::internal))?;
            if now.duration_since(kept) > bin::KEPT && !bin::is_held(&self.store.read()?, hash)? {
                loose.push(hash);
            }
        }
        Ok(loose)
    }

    /// Removes files that nothing holds any more, once the change that let go of them is durable. One that something
    /// has come to hold since, or is about to, stays.
    pub async fn forget(self: &Arc<Self>, blobs: Vec<BlobHash>) -> Result<()> {
        if blobs.is_empty() {
            return Ok(());
        }
        let media = self.media.clone();
        self.change(move |store| {
            // Inside a change: what is about to hold one of them may have let go of it, and wait to be written.
            let forgotten = store.write(None, "forget", |tx| {
                let mut blobs = blobs.into_iter();
                blobs.try_for_each(|blob| media.remove(blob, || bin::is_held(tx, blob)))
            });
            forgotten.map(|_| ())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Clock, config::Settings, domain::report::Report};

    #[test]
    fn a_file_that_nothing_has_held_for_thirty_days_is_let_go_of() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(Clock::system().now());
        let settings = Settings {
            data: folder.path().to_owned(),
            ..Settings::default()
        };
        let app = App::open(settings, clock.clone(), "unused".into()).unwrap();
        let loose = app.media.blobs().store_bytes(b"cut off").unwrap().hash();
        assert_eq!(app.loose_blobs().unwrap(), []);
        clock.advance(31 * 24 * 60 * 60);
        assert_eq!(app.loose_blobs().unwrap(), [loose]);
    }

    #[tokio::test]
    async fn a_wrong_clock_lets_go_of_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(Clock::system().now());
        let settings = Settings {
            data: folder.path().to_owned(),
            ..Settings::default()
        };
        let app = App::open(settings, clock.clone(), "unused".into()).unwrap();
        let loose = app.media.blobs().store_bytes(b"just now").unwrap().hash();
        let years = 12 * 365 * 24 * 60 * 60;
        clock.put(years);
        let seen = sweep(&app, &HashSet::new()).await.unwrap();
        clock.put(-years);
        let seen = sweep(&app, &seen).await.unwrap();
        assert!(app.media.blobs().contains(loose));
        clock.advance(31 * 24 * 60 * 60);
        let seen = sweep(&app, &seen).await.unwrap();
        assert!(app.media.blobs().contains(loose));
        sweep(&app, &seen).await.unwrap();
        assert!(!app.media.blobs().contains(loose));
    }

    #[test]
    fn what_was_printed_of_reports_that_are_gone_is_let_go_of() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(Clock::system().now());
        let settings = Settings {
            data: folder.path().to_owned(),
            ..Settings::default()
        };
        let app = App::open(settings, clock.clone(), "unused".into()).unwrap();
        let printed = app.scratch().unwrap();
        let gone = printed.join(format!("{}.pdf", clock.id::<Report>()));
        let other = printed.join("notes.txt");
        for file in [&gone, &other] {
            std::fs::write(file, b"ink").unwrap();
        }
        app.tidy_printed().unwrap();
        assert!(!gone.exists() && other.exists());
    }
}

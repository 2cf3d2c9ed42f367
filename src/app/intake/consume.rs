//! The follower of the folder that a scanner puts papers into: each becomes a receipt once, and is moved aside.
//!
//! A file is kept, entered and moved in this order. Whatever ends the program in between, the file is still there, and
//! its bytes tell that its receipt is too. Nothing is ever removed.

use std::{
    ffi::{OsStr, OsString},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{task::spawn_blocking, time::MissedTickBehavior};
use tokio_util::sync::CancellationToken;

use super::{
    Trouble, aside,
    folder::{self, Mark, Watch},
};
use crate::{
    actions::{attachments::NewAttachment, receipts},
    app::App,
    domain::attachment::AttachmentKind,
    error::{Error, Result},
    media::Staged,
};

/// How often the folder is looked into. Nothing tells of what others write into a network share.
const EVERY: Duration = Duration::from_secs(2);

/// What became of a file.
enum Fate {
    /// It is a receipt now, and lies aside.
    Taken,
    /// It lies aside: it was a receipt already.
    Known,
    /// It lies aside: it cannot be kept.
    Refused(&'static str),
    /// It is not what it was a moment ago, and is looked at anew.
    Changed,
}

/// Looks into the folder until told to stop.
pub(super) async fn follow(app: Arc<App>, folder: PathBuf, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = Watch::default();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = ticks.tick() => {}
        }
        // Until there is a household, there is nobody whose papers they would be.
        if app.is_unclaimed() {
            continue;
        }
        let trouble = look(&app, &folder, &mut watch, &stop).await.err();
        let refused = beside(&folder, |folder| Ok(aside::refused(folder))).await;
        let now = app.store.clock().now();
        app.consuming.note(|way| {
            if way.trouble != trouble {
                tell(&folder, trouble.as_ref());
            }
            way.looked = Some(now);
            way.trouble = trouble;
            way.refused = refused.unwrap_or_default();
        });
    }
}

fn tell(folder: &Path, trouble: Option<&Trouble>) {
    let folder = folder.display();
    if let Some(trouble) = trouble {
        tracing::warn!(%folder, %trouble, "papers cannot be taken in; trying on");
    } else {
        tracing::info!(%folder, "papers are taken in");
    }
}

/// Takes in what lies still.
async fn look(
    app: &Arc<App>,
    folder: &Path,
    watch: &mut Watch,
    stop: &CancellationToken,
) -> Result<(), Trouble> {
    let files = beside(folder, folder::list)
        .await
        .map_err(|error| Trouble::from(&error))?;
    let now = app.store.clock().run();
    let settled = watch.settled(files, now);
    if settled.is_empty() {
        return Ok(());
    }
    beside(folder, aside::prepare)
        .await
        .map_err(|error| Trouble::from(&error))?;
    for (name, mark) in settled {
        if stop.is_cancelled() {
            break;
        }
        match take(app, folder, &name, mark).await {
            Ok(Fate::Taken) => {}
            Ok(Fate::Known) => {
                tracing::info!(file = %name.display(), "a paper is in the register already");
            }
            Ok(Fate::Refused(why)) => {
                tracing::warn!(file = %name.display(), why, "a file cannot be kept, and lies aside");
            }
            Ok(Fate::Changed) => watch.forget(&name),
            Err(Failure::Archive(error)) => {
                // Whatever it is about this file, the others come first the next time.
                if watch.postpone(&name, now) {
                    tracing::warn!(file = %name.display(), %error, "a file was not taken in; trying on");
                }
                if matches!(error, Error::Unavailable(_)) {
                    return Err(Trouble::Archive);
                }
            }
            Err(Failure::File(error)) => {
                if watch.postpone(&name, now) {
                    tracing::warn!(file = %name.display(), %error, "a file could not be taken in; trying on");
                }
            }
        }
    }
    Ok(())
}

/// Why a file was not taken in.
enum Failure {
    /// It cannot be read or moved; others may.
    File(io::Error),
    /// The archive keeps nothing now.
    Archive(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Archive(error)
    }
}

async fn take(app: &Arc<App>, folder: &Path, name: &OsString, mark: Mark) -> Result<Fate, Failure> {
    if mark.size > app.media.limits().bytes {
        return put_aside(folder, name, mark, Fate::Refused("it is too large")).await;
    }
    let Some(staged) = read(app, folder, name, mark).await? else {
        return Ok(Fate::Changed);
    };
    let called = name.to_string_lossy();
    let kind = AttachmentKind::Document;
    let fate = match NewAttachment::arrived(&app.media, staged, &called, kind).await? {
        Ok(paper) => {
            let taken = app.change(|store| receipts::take_in_file(store, paper));
            match taken.await?.value {
                Some(_) => {
                    app.consuming.note(|way| way.taken += 1);
                    Fate::Taken
                }
                None => Fate::Known,
            }
        }
        Err(refusal) => Fate::Refused(refusal.text()),
    };
    put_aside(folder, name, mark, fate).await
}

/// Reads a file into the archive's folder; none when it is another than it was, or still grows.
async fn read(
    app: &App,
    folder: &Path,
    name: &OsStr,
    mark: Mark,
) -> Result<Option<Staged>, Failure> {
    let path = folder.join(name);
    let media = app.media.clone();
    let limit = media.limits().bytes;
    let read = move || {
        let file = match folder::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::File(error)),
        };
        let is_same = || Ok(Mark::of(&file.metadata()?) == mark);
        if !is_same().map_err(Failure::File)? {
            return Ok(None);
        }
        let staged = match media.blobs().stage(&file, limit) {
            Ok(staged) => staged,
            Err(Error::TooLarge { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let is_whole = staged.size() == mark.size && is_same().map_err(Failure::File)?;
        Ok(is_whole.then_some(staged))
    };
    spawn_blocking(read)
        .await
        .map_err(|cause| Failure::Archive(Error::internal(cause)))?
}

/// Moves a file to where its fate belongs.
async fn put_aside(folder: &Path, name: &OsStr, mark: Mark, fate: Fate) -> Result<Fate, Failure> {
    let into = match fate {
        Fate::Taken | Fate::Known => aside::CONSUMED,
        Fate::Refused(_) => aside::REFUSED,
        Fate::Changed => return Ok(fate),
    };
    let name = name.to_owned();
    let moved = beside(folder, move |folder| aside::put(folder, &name, mark, into)).await;
    match moved {
        Ok(true) => Ok(fate),
        Ok(false) => Ok(Fate::Changed),
        // Whoever put it there has taken it away.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(fate),
        Err(error) => Err(Failure::File(error)),
    }
}

/// Does something in the folder off the async threads: a share may let one wait.
async fn beside<T: Send + 'static>(
    folder: &Path,
    work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let folder = folder.to_owned();
    spawn_blocking(move || work(&folder))
        .await
        .unwrap_or_else(|cause| Err(io::Error::other(cause)))
}

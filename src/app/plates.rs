//! The follower that reads rating plates and boxes: photos that somebody wants read, one after the other.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::{App, reader::Progress};
use crate::{
    domain::{attachment::Attachment, blob::BlobHash, reading::plate::Plate},
    error::Result,
    media::{Gaze, Outcome},
};

/// The photos that wait to be read; the first is being read. After a restart nobody waits any more, and may ask again.
#[derive(Debug, Default)]
pub(super) struct Queue {
    photos: Mutex<VecDeque<BlobHash>>,
    more: Notify,
}

impl Queue {
    fn photos(&self) -> MutexGuard<'_, VecDeque<BlobHash>> {
        self.photos.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was read of a photo of a thing.
pub struct PlateRead {
    /// How far it has come; none where nobody has asked for it.
    pub progress: Option<Progress>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What it says of the thing.
    pub plate: Plate,
}

/// Reads what is asked for until told to stop.
pub(super) async fn follow(app: Arc<App>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let first = app.plates.photos().front().copied();
        if let Some(photo) = first {
            if let Err(error) = app.media.read(photo, Gaze::Plate).await {
                tracing::warn!(hash = %photo, %error, "a photo was not read");
            }
            app.plates.photos().pop_front();
        } else {
            tokio::select! {
                () = stop.cancelled() => {}
                () = app.plates.more.notified() => {}
            }
        }
    }
}

impl App {
    /// Has a photo read as soon as those before it are.
    pub fn ask_for_plate(&self, photo: &Attachment) {
        let mut photos = self.plates.photos();
        if !photos.contains(&photo.blob) {
            photos.push_back(photo.blob);
        }
        self.plates.more.notify_one();
    }

    /// What was read of a photo so far, and what that says of the thing on it.
    ///
    /// # Errors
    /// Those of reading.
    pub fn plate_of(&self, photo: &Attachment) -> Result<PlateRead> {
        let outcome = self.media.reading(photo.blob, Gaze::Plate)?;
        let turn = self
            .plates
            .photos()
            .iter()
            .position(|one| *one == photo.blob);
        let progress = match (&outcome, turn) {
            (Some(Ok(reading)), _) if reading.says_something() => Some(Progress::Done),
            (Some(_), _) => Some(Progress::Failed),
            (None, turn) => turn.map(|turn| match turn {
                0 => Progress::Running,
                _ => Progress::Waiting,
            }),
        };
        let plate = match &outcome {
            Some(Ok(reading)) => {
                let codes: Vec<_> = reading.codes.iter().cloned().collect();
                Plate::read(&reading.pages, &codes)
            }
            _ => Plate::default(),
        };
        Ok(PlateRead {
            progress,
            outcome,
            plate,
        })
    }
}

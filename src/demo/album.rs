//! The photos of the demo household: each drawn once, on every core, and kept.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use super::{
    drawings::{Drawing, Shot},
    household,
};
use crate::{
    actions::attachments::NewAttachment,
    domain::attachment::AttachmentKind,
    error::{Error, Result},
    media::{Kept, Kind, Media},
};

/// The photos by what is on them.
pub(super) struct Album(HashMap<Shot, Print>);

/// A picture that has been kept.
struct Print {
    blob: Kept,
    size: u64,
    pixels: (u32, u32),
}

impl Album {
    /// Draws every picture of the household. Tells how many are done, of how many.
    pub(super) fn draw(
        media: &Media,
        draw: impl Fn(Shot) -> Result<Drawing> + Sync,
        tell: impl Fn(usize, usize) + Sync,
    ) -> Result<Self> {
        let shots = shots();
        let prints = Mutex::new(HashMap::with_capacity(shots.len()));
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = || -> Result<()> {
            while let Some(shot) = shots.get(next.fetch_add(1, Ordering::Relaxed)) {
                let Drawing { width, height, rgb } = draw(*shot)?;
                let (blob, size) = media.keep_drawing(width, height, rgb)?;
                let print = Print {
                    blob,
                    size,
                    pixels: (width, height),
                };
                prints
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(*shot, print);
                tell(done.fetch_add(1, Ordering::Relaxed) + 1, shots.len());
            }
            Ok(())
        };
        let cores = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            let hands: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            hands.into_iter().try_for_each(|hand| {
                hand.join()
                    .unwrap_or_else(|_| Err(Error::internal("a drawing hand let go of its pen")))
            })
        })?;
        Ok(Self(
            prints.into_inner().unwrap_or_else(PoisonError::into_inner),
        ))
    }

    /// The file of a picture, as the family's `number`th.
    pub(super) fn photo(&self, shot: Shot, number: usize) -> Result<NewAttachment> {
        let print = self.0.get(&shot).ok_or(Error::NotFound)?;
        Ok(NewAttachment {
            kind: AttachmentKind::Photo,
            blob: print.blob.clone(),
            size: print.size,
            media_type: Kind::Jpeg.media_type(None).to_owned(),
            file_name: format!("IMG_{number:04}.jpg"),
            pixels: Some(print.pixels),
            taken: None,
        })
    }
}

/// Every picture of the household, each once.
fn shots() -> Vec<Shot> {
    let of_things = household::things().flat_map(|thing| thing.photos);
    let of_places = household::places()
        .iter()
        .filter_map(|place| place.photo.as_ref());
    let mut seen = HashSet::new();
    of_things
        .chain(of_places)
        .map(household::Photo::shot)
        .filter(|shot| seen.insert(*shot))
        .collect()
}

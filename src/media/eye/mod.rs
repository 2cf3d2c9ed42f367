//! The eye: finds text in pictures and reads it, with two networks that are kept in a folder.

pub mod barcode;
mod bearing;
mod detector;
mod enclosure;
mod reader;
mod region;
mod sheet;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use rten::{RunOptions, ThreadPool};

pub use self::sheet::Sheet;
use self::{bearing::Bearing, detector::Detector, reader::Reader};
use crate::domain::{
    reading::page::{Line, Page, Point, Quad, Rect},
    rotation::Rotation,
};

/// The networks' files: PP-OCRv6 small, as the `PyPI` package `rapidocr` has them.
const DETECTOR: &str = "PP-OCRv6_det_small.onnx";
const READER: &str = "PP-OCRv6_rec_small.onnx";

/// Lines read with less confidence than this are smudges, folds and drawings.
const LEGIBLE: f32 = 0.5;

/// Why the eye cannot see.
#[derive(Debug, thiserror::Error)]
pub enum Blindness {
    /// A network's file is missing or cannot be read.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// A file is not the network that it should be.
    #[error("{0}: {1}")]
    Network(&'static str, String),
}

impl Blindness {
    fn network(name: &'static str) -> impl Fn(&dyn std::fmt::Display) -> Self {
        move |why| Self::Network(name, why.to_string())
    }
}

/// What one look may cost.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// When to stop reading; the networks end what they are at, some tenths of a second.
    pub until: Instant,
    /// The most lines that are read.
    pub lines: usize,
}

/// What one look found.
#[derive(Clone, Debug)]
pub struct Look {
    /// The lines that can be read.
    pub page: Page,
    /// Whether all of the page was read, and nothing left out to stay within the bounds.
    pub whole: bool,
}

/// Both networks, ready to look at pictures.
#[derive(Debug)]
pub struct Eye {
    detector: Detector,
    reader: Reader,
}

impl Eye {
    /// Whether a folder has the networks' files; what is in them shows when they are opened.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        [DETECTOR, READER]
            .iter()
            .all(|name| folder.join(name).is_file())
    }

    /// Opens the networks of a folder, to run on so many threads.
    ///
    /// # Errors
    /// [`Blindness`] when a file is missing or is something else.
    pub fn open(folder: &Path, threads: usize) -> Result<Self, Blindness> {
        let load = |name: &'static str| {
            let path = folder.join(name);
            std::fs::read(&path).map_err(|error| Blindness::File(path, error))
        };
        let pool = Arc::new(ThreadPool::with_num_threads(threads.max(1)));
        let options = RunOptions::default().with_thread_pool(Some(pool));
        Ok(Self {
            detector: Detector::new(load(DETECTOR)?, options.clone())
                .map_err(|why| Blindness::network(DETECTOR)(&why))?,
            reader: Reader::new(load(READER)?, options)
                .map_err(|why| Blindness::network(READER)(&why))?,
        })
    }

    /// Looks at a picture of a page, whichever way it lies, but for the places in fractions of the page where it is known
    /// what stands; where there are any, the page is upright.
    ///
    /// # Errors
    /// [`Blindness`] when a network does not do what it should: never because of the picture.
    pub fn look(
        &self,
        sheet: &Sheet<'_>,
        known: &[Rect],
        bounds: Bounds,
    ) -> Result<Look, Blindness> {
        let mut quads = self
            .detector
            .find(sheet)
            .map_err(|why| Blindness::network(DETECTOR)(&why))?;
        let read = |quad: &Quad| self.reader.read(sheet, quad);
        let blind = |why: reader::Fault| Blindness::network(READER)(&why);
        let rotation = if known.is_empty() {
            Bearing::of(&quads).rotation(read).map_err(blind)?
        } else {
            quads.retain(|quad| {
                let place = on_upright_page(quad, sheet, Rotation::None).bounds();
                !known.iter().any(|known| place.overlaps(*known))
            });
            Rotation::None
        };
        let mut look = Look {
            page: Page {
                rotation,
                ratio: ratio(sheet, rotation),
                lines: Vec::new(),
            },
            whole: true,
        };
        for quad in quads {
            if look.page.lines.len() >= bounds.lines || Instant::now() >= bounds.until {
                look.whole = false;
                break;
            }
            let quad = quad.turned(rotation);
            let read = read(&quad).map_err(blind)?;
            if read.confidence >= LEGIBLE && !read.text.trim().is_empty() {
                look.page.lines.push(Line {
                    text: read.text.trim().to_owned(),
                    confidence: read.confidence,
                    place: on_upright_page(&quad, sheet, rotation),
                });
            }
        }
        Ok(look)
    }
}

/// The width of a sheet by its height, once it is upright.
fn ratio(sheet: &Sheet<'_>, rotation: Rotation) -> f32 {
    let (width, height) = sheet.extent();
    match rotation {
        Rotation::None | Rotation::Half => width / height,
        Rotation::Quarter | Rotation::ThreeQuarters => height / width,
    }
}

/// Where a quad of a picture's pixels stands once the picture is upright, in fractions of that page.
fn on_upright_page(quad: &Quad, sheet: &Sheet<'_>, rotation: Rotation) -> Quad {
    let (width, height) = sheet.extent();
    Quad(quad.0.map(|corner| {
        let (x, y) = (corner.x / width, corner.y / height);
        match rotation {
            Rotation::None => Point::new(x, y),
            Rotation::Quarter => Point::new(1.0 - y, x),
            Rotation::Half => Point::new(1.0 - x, 1.0 - y),
            Rotation::ThreeQuarters => Point::new(y, 1.0 - x),
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_its_networks_it_is_blind_and_says_which_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!Eye::is_in(folder.path()));
        let blindness = Eye::open(folder.path(), 1).unwrap_err();
        assert!(matches!(blindness, Blindness::File(path, _) if path.ends_with(DETECTOR)));
    }

    #[test]
    fn a_file_that_is_no_network_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        for name in [DETECTOR, READER] {
            std::fs::write(folder.path().join(name), b"no network").unwrap();
        }
        assert!(Eye::is_in(folder.path()));
        let blindness = Eye::open(folder.path(), 1).unwrap_err();
        assert!(matches!(blindness, Blindness::Network(DETECTOR, _)));
    }

    #[test]
    fn places_are_told_on_the_upright_page() {
        let pixels = vec![0; 200 * 100 * 3];
        let sheet = Sheet::new(200, 100, &pixels).unwrap();
        let corner = Quad::upright(Rect {
            right: 20.0,
            bottom: 20.0,
            ..Rect::default()
        });
        let place = |rotation| on_upright_page(&corner.turned(rotation), &sheet, rotation);
        // The top left of the picture is at the top right of the page once it is turned clockwise, and so on around.
        for (rotation, left, top, right, bottom) in [
            (Rotation::None, 0.0, 0.0, 0.1, 0.2),
            (Rotation::Quarter, 0.8, 0.0, 1.0, 0.1),
            (Rotation::Half, 0.9, 0.8, 1.0, 1.0),
            (Rotation::ThreeQuarters, 0.0, 0.9, 0.2, 1.0),
        ] {
            let bounds = place(rotation).bounds();
            let expected = Rect {
                left,
                top,
                right,
                bottom,
            };
            let near = |one: f32, other: f32| (one - other).abs() < 1e-6;
            assert!(
                near(bounds.left, expected.left)
                    && near(bounds.top, expected.top)
                    && near(bounds.right, expected.right)
                    && near(bounds.bottom, expected.bottom),
                "{rotation:?}: {bounds:?}"
            );
            let first = place(rotation).0[0];
            assert!(
                near(first.x, expected.left) && near(first.y, expected.top),
                "text begins at its top left"
            );
        }
    }
}

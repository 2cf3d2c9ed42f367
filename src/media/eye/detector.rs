//! The detector: where on a sheet text stands, by a network that says of each pixel how likely it is text.

use rten::{Model, RunOptions};
use rten_tensor::{NdTensor, prelude::*};

use super::{
    enclosure::{enclosure, grown},
    region::{Region, regions},
    sheet::{Sheet, float},
};
use crate::domain::reading::page::{Point, Quad};

/// The most pixels that the network looks at: its memory and time go by them.
const PIXELS: f32 = 720_000.0;
/// Both sides are whole multiples of this, as the network is made.
const STEP: f32 = 32.0;
/// The most by which a small sheet is enlarged.
const ENLARGED: f32 = 1.5;
/// A pixel is text when it is at least this likely to be.
const PIXEL: f32 = 0.3;
/// A region is text when its pixels are, on average, at least this likely to be.
const REGION: f32 = 0.5;
/// The least height of a region, in the pixels that the network looked at.
const LEAST: f32 = 3.0;
/// The network marks the core of a text: how much of it lies around that, as its area to its girth.
const MARGIN: f32 = 1.6;
/// The most regions looked into: a page of small print has 200.
const MOST: usize = 1000;

/// What a network may complain of.
pub(super) type Fault = Box<dyn std::error::Error>;

/// The network that finds text.
#[derive(Debug)]
pub(super) struct Detector {
    model: Model,
    options: RunOptions,
}

impl Detector {
    /// The network of a file.
    pub(super) fn new(file: Vec<u8>, options: RunOptions) -> Result<Self, Fault> {
        let model = Model::load(file)?;
        Ok(Self { model, options })
    }

    /// The places of text, in pixels of the sheet, as if all text were nearly level and upright.
    pub(super) fn find(&self, sheet: &Sheet<'_>) -> Result<Vec<Quad>, Fault> {
        let (width, height) = sheet.extent();
        let (columns, rows) = looked_at(width, height);
        let Some(seen) = sheet.scaled(columns, rows) else {
            return Ok(Vec::new());
        };
        let map: NdTensor<f32, 4> = self
            .model
            .run_one(seen.into(), Some(self.options.clone()))?
            .try_into()?;
        if map.shape() != [1, 1, rows, columns] {
            return Err(format!("a map of {:?}", map.shape()).into());
        }
        let scale = (width / float(columns), height / float(rows));
        let mut found = regions(&map.to_vec(), columns, PIXEL);
        found.truncate(MOST);
        Ok(found
            .iter()
            .filter_map(|region| place(region, scale))
            .collect())
    }
}

/// The columns and rows that the network looks at.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Both are between 1 and 100 steps.
fn looked_at(width: f32, height: f32) -> (usize, usize) {
    let scale = (PIXELS / (width * height)).sqrt().min(ENLARGED);
    let side = |length: f32| ((length * scale / STEP).round().clamp(1.0, 100.0) * STEP) as usize;
    (side(width), side(height))
}

/// Where the text of a region stands on the sheet, if it is text.
fn place(region: &Region, (across, down): (f32, f32)) -> Option<Quad> {
    if region.sum / float(region.area) < REGION {
        return None;
    }
    let core = enclosure(&region.ends)?;
    let (width, height) = (core.width(), core.height());
    if width.min(height) < LEAST {
        return None;
    }
    let margin = width * height * MARGIN / (2.0 * (width + height));
    let scaled = |corner: Point| Point::new(corner.x * across, corner.y * down);
    Some(Quad(grown(&core, margin).0.map(scaled)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_bounded_whatever_the_sheet() {
        for (width, height) in [(1.0, 1.0), (600.0, 1200.0), (8192.0, 8192.0), (8192.0, 1.0)] {
            let (columns, rows) = looked_at(width, height);
            assert!(columns % 32 == 0 && rows % 32 == 0 && columns * rows > 0);
            assert!(columns * rows <= 820_000, "{columns} × {rows}");
        }
    }

    #[test]
    fn a_region_is_text_when_it_is_likely_and_large_enough() {
        let region = |width: f32, height: f32, likelihood: f32| {
            let ends = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)];
            Region {
                ends: ends.map(|(x, y)| Point::new(10.0 + x, 10.0 + y)).to_vec(),
                area: 100,
                sum: 100.0 * likelihood,
            }
        };
        assert!(
            place(&region(40.0, 8.0, 0.4), (1.0, 1.0)).is_none(),
            "unlikely"
        );
        assert!(
            place(&region(40.0, 2.0, 0.9), (1.0, 1.0)).is_none(),
            "too thin"
        );
        let quad = place(&region(40.0, 8.0, 0.9), (2.0, 2.0)).unwrap();
        // Around 40 × 8 lie 40 · 8 · 1.6 / 96 on each side, and the sheet is twice as large.
        assert!((quad.height() - 2.0 * (8.0 + 2.0 * 16.0 / 3.0)).abs() < 1e-3);
    }
}

//! Bearings: which way the text of a sheet stands, and so how it is turned upright.

use super::reader::{Fault, Reading};
use crate::domain::{reading::page::Quad, rotation::Rotation};

/// How many lines are tried, the longest ones: they say most.
const TRIED: usize = 5;
/// Lines that are read with this confidence stand as they were read.
const SURE: f32 = 0.9;

/// What the places of text tell of how it stands.
#[derive(Debug)]
pub(super) struct Bearing {
    /// Whether lines go up and down rather than across.
    on_its_side: bool,
    /// The places to try.
    tried: Vec<Quad>,
}

impl Bearing {
    /// The bearing of text that stands in these places.
    pub(super) fn of(quads: &[Quad]) -> Self {
        // A lone letter is as high as it is wide, and says nothing.
        let lying: f32 = lengths(quads, |quad| quad.width() > quad.height() * 1.5);
        let standing: f32 = lengths(quads, |quad| quad.height() > quad.width() * 1.5);
        let mut tried = quads.to_vec();
        let length = |quad: &Quad| quad.width().max(quad.height());
        tried.sort_by(|a, b| length(b).total_cmp(&length(a)));
        tried.truncate(TRIED);
        Self {
            on_its_side: standing > lying,
            tried,
        }
    }

    /// What turns the text upright, found by reading some of it one way and, unless that goes well, the other way.
    pub(super) fn rotation(
        &self,
        read: impl Fn(&Quad) -> Result<Reading, Fault>,
    ) -> Result<Rotation, Fault> {
        let (likely, other) = if self.on_its_side {
            (Rotation::Quarter, Rotation::ThreeQuarters)
        } else {
            (Rotation::None, Rotation::Half)
        };
        let confidence = |rotation| {
            let each = self.tried.iter().map(|quad| read(&quad.turned(rotation)));
            let sum: Result<f32, Fault> = each.map(|read| Ok(read?.confidence)).sum();
            sum.map(|sum| sum / super::sheet::float(self.tried.len().max(1)))
        };
        let first = confidence(likely)?;
        Ok(if first >= SURE || confidence(other)? <= first {
            likely
        } else {
            other
        })
    }
}

/// How long the text is, all in all, that stands in places of a kind.
fn lengths(quads: &[Quad], kind: impl Fn(&Quad) -> bool) -> f32 {
    quads
        .iter()
        .filter(|quad| kind(quad))
        .map(|quad| quad.width().max(quad.height()))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::page::{Point, Rect};

    /// Lines across a page of 300 × 400, upright.
    fn upright() -> Vec<Quad> {
        let line = |number: u8| Rect {
            left: 20.0,
            top: 30.0 * f32::from(number),
            right: 200.0 + 10.0 * f32::from(number % 3),
            bottom: 30.0 * f32::from(number) + 14.0,
        };
        (0..8).map(line).map(Quad::upright).collect()
    }

    /// The places of upright lines as they are found on a page that this turn makes upright.
    fn found(rotation: Rotation) -> Vec<Quad> {
        let back = |corner: Point| match rotation {
            Rotation::None => corner,
            Rotation::Quarter => Point::new(corner.y, 300.0 - corner.x),
            Rotation::Half => Point::new(300.0 - corner.x, 400.0 - corner.y),
            Rotation::ThreeQuarters => Point::new(400.0 - corner.y, corner.x),
        };
        let level = |quad: Quad| Quad::upright(Quad(quad.0.map(back)).bounds());
        upright().into_iter().map(level).collect()
    }

    #[test]
    fn each_way_of_lying_is_noticed() {
        for rotation in Rotation::ALL {
            let quads = found(rotation);
            // Reads well what begins where the text of the page begins.
            let right = quads
                .iter()
                .map(|quad| quad.turned(rotation))
                .collect::<Vec<_>>();
            let read = |quad: &Quad| {
                let confidence = if right.contains(quad) { 0.95 } else { 0.4 };
                Ok(Reading {
                    text: String::new(),
                    confidence,
                })
            };
            assert_eq!(Bearing::of(&quads).rotation(read).unwrap(), rotation);
        }
    }

    #[test]
    fn an_empty_page_is_upright() {
        let read = |_: &Quad| Ok(Reading::default());
        assert_eq!(Bearing::of(&[]).rotation(read).unwrap(), Rotation::None);
    }
}

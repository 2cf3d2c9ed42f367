//! A page: lines of text with the places where they stand, whoever read them.

use serde::{Deserialize, Serialize};

use crate::domain::rotation::Rotation;

/// A point on a page: across and down, each 0 at the top left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// How far across.
    pub x: f32,
    /// How far down.
    pub y: f32,
}

impl Point {
    /// The point so far across and down.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// How far another point is.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (other.x - self.x).hypot(other.y - self.y)
    }

    /// The point so much of the way to another: 0 is here, 1 is there.
    #[must_use]
    pub fn towards(self, other: Self, part: f32) -> Self {
        Self {
            x: self.x + (other.x - self.x) * part,
            y: self.y + (other.y - self.y) * part,
        }
    }
}

/// An upright rectangle, in fractions of the page's width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Its left side.
    pub left: f32,
    /// Its upper side.
    pub top: f32,
    /// Its right side.
    pub right: f32,
    /// Its lower side.
    pub bottom: f32,
}

impl Rect {
    /// The rectangle that is only a point.
    #[must_use]
    pub const fn at(point: Point) -> Self {
        Self {
            left: point.x,
            top: point.y,
            right: point.x,
            bottom: point.y,
        }
    }

    /// The smallest rectangle around this one and another.
    #[must_use]
    pub const fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether some of it is in another, too; a shared edge is not.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Four corners, clockwise from the top left of the text that stands between them; the text may be tilted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [Point; 4]);

impl Quad {
    /// The quad of text that is not tilted.
    #[must_use]
    pub const fn upright(rect: Rect) -> Self {
        Self([
            Point::new(rect.left, rect.top),
            Point::new(rect.right, rect.top),
            Point::new(rect.right, rect.bottom),
            Point::new(rect.left, rect.bottom),
        ])
    }

    /// How long the text is.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.0[0].distance(self.0[1])
    }

    /// How high the text is.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.0[0].distance(self.0[3])
    }

    /// The middle of its left side, where the text begins.
    #[must_use]
    pub fn start(&self) -> Point {
        self.0[0].towards(self.0[3], 0.5)
    }

    /// The middle of its right side, where the text ends.
    #[must_use]
    pub fn end(&self) -> Point {
        self.0[1].towards(self.0[2], 0.5)
    }

    /// The smallest upright rectangle around it.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let [first, rest @ ..] = self.0;
        rest.into_iter()
            .map(Rect::at)
            .fold(Rect::at(first), Rect::around)
    }

    /// The same place with the text turned this far on, clockwise: the corner that comes first is another one.
    #[must_use]
    pub const fn turned(&self, rotation: Rotation) -> Self {
        let [a, b, c, d] = self.0;
        Self(match rotation {
            Rotation::None => [a, b, c, d],
            Rotation::Quarter => [d, a, b, c],
            Rotation::Half => [c, d, a, b],
            Rotation::ThreeQuarters => [b, c, d, a],
        })
    }
}

/// A piece of text that stands on one line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// How sure its reader was, from 0 to 1; the text layer of a PDF is sure.
    pub confidence: f32,
    /// Where it stands, in fractions of the width and height of the upright page.
    pub place: Quad,
}

/// A page as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// What makes the picture that was read upright: places are those on the picture after this turn.
    pub rotation: Rotation,
    /// The width of the upright page by its height; 0 where it has none.
    pub ratio: f32,
    /// Its lines, in the order in which the reader came upon them.
    pub lines: Vec<Line>,
}

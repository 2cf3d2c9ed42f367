//! Colours, and inks that catch the light.

use tiny_skia::{
    Color, GradientStop, LinearGradient, Point, RadialGradient, Rect, Shader, SpreadMode, Transform,
};

/// A colour with transparency; each part 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour {
    red: f32,
    green: f32,
    blue: f32,
    alpha: f32,
}

/// The opaque colour that designers write as `#rrggbb`.
pub(super) const fn rgb(hex: u32) -> Colour {
    let [_, red, green, blue] = hex.to_be_bytes();
    Colour {
        red: red as f32 / 255.,
        green: green as f32 / 255.,
        blue: blue as f32 / 255.,
        alpha: 1.,
    }
}

pub(super) const WHITE: Colour = rgb(0xffffff);
pub(super) const BLACK: Colour = rgb(0x000000);
/// Near black, for what is dark but has a shape.
pub(super) const COAL: Colour = rgb(0x24262b);
pub(super) const STEEL: Colour = rgb(0xb9bec4);
pub(super) const BRASS: Colour = rgb(0xc9a050);
pub(super) const OAK: Colour = rgb(0xc69a66);
pub(super) const WALNUT: Colour = rgb(0x7a5236);
pub(super) const PAPER: Colour = rgb(0xf5f0e6);

impl Colour {
    /// So much of the way (0–1) towards another colour; transparency stays.
    pub(super) fn towards(self, other: Self, share: f32) -> Self {
        let mix = |from: f32, to: f32| (to - from).mul_add(share, from);
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
            alpha: self.alpha,
        }
    }

    pub(super) fn lighter(self, share: f32) -> Self {
        self.towards(WHITE, share)
    }

    /// Towards a warm near-black, as shade is in a lit room.
    pub(super) fn darker(self, share: f32) -> Self {
        self.towards(rgb(0x1c1a22), share)
    }

    pub(super) fn faint(self, alpha: f32) -> Self {
        Self { alpha, ..self }
    }

    pub(super) fn paint(self) -> Color {
        Color::from_rgba(self.red, self.green, self.blue, self.alpha).unwrap_or(Color::BLACK)
    }
}

/// What a shape is filled or drawn with; gradients span the shape's own box.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ink {
    Flat(Colour),
    /// A matt body lit from the upper left.
    Lit(Colour),
    /// From the top to the bottom.
    Down(Colour, Colour),
    /// From the left to the right.
    Across(Colour, Colour),
    /// A polished upright cylinder: bright and dark bands side by side.
    Metal(Colour),
    /// From the middle outwards.
    Glow(Colour, Colour),
}

impl From<Colour> for Ink {
    fn from(colour: Colour) -> Self {
        Self::Lit(colour)
    }
}

impl Ink {
    /// The shader for a shape with this box.
    pub(super) fn shader(self, area: Rect) -> Shader<'static> {
        let (left, top, right, bottom) = (area.left(), area.top(), area.right(), area.bottom());
        let linear = |to: (f32, f32), stops: &[(f32, Colour)]| {
            LinearGradient::new(
                Point::from_xy(left, top),
                Point::from_xy(to.0, to.1),
                gradient(stops),
                SpreadMode::Pad,
                Transform::identity(),
            )
            .unwrap_or_else(|| {
                Shader::SolidColor(stops.first().map_or(Color::BLACK, |stop| stop.1.paint()))
            })
        };
        match self {
            Self::Flat(colour) => Shader::SolidColor(colour.paint()),
            Self::Lit(colour) => linear(
                (left + area.width() * 0.55, bottom),
                &[
                    (0., colour.lighter(0.18)),
                    (0.45, colour),
                    (1., colour.darker(0.26)),
                ],
            ),
            Self::Down(from, to) => linear((left, bottom), &[(0., from), (1., to)]),
            Self::Across(from, to) => linear((right, top), &[(0., from), (1., to)]),
            Self::Metal(colour) => linear(
                (right, top),
                &[
                    (0., colour.darker(0.45)),
                    (0.18, colour.lighter(0.15)),
                    (0.3, colour.lighter(0.7)),
                    (0.5, colour),
                    (0.82, colour.darker(0.4)),
                    (1., colour.darker(0.1)),
                ],
            ),
            Self::Glow(from, to) => radial(
                Transform::from_row(
                    area.width() / 2.,
                    0.,
                    0.,
                    area.height() / 2.,
                    f32::midpoint(left, right),
                    f32::midpoint(top, bottom),
                ),
                &[(0., from), (1., to)],
            ),
        }
    }
}

fn gradient(stops: &[(f32, Colour)]) -> Vec<GradientStop> {
    stops
        .iter()
        .map(|(at, colour)| GradientStop::new(*at, colour.paint()))
        .collect()
}

/// A round gradient in the unit circle, laid out by `place`.
pub(super) fn radial(place: Transform, stops: &[(f32, Colour)]) -> Shader<'static> {
    let middle = Point::from_xy(0., 0.);
    RadialGradient::new(
        middle,
        0.,
        middle,
        1.,
        gradient(stops),
        SpreadMode::Pad,
        place,
    )
    .unwrap_or(Shader::SolidColor(Color::TRANSPARENT))
}

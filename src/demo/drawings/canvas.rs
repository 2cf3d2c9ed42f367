//! The canvas that drawings are made on: shapes, inks that catch the light, and soft shadows.

use tiny_skia::{
    BlendMode, Color, FillRule, FilterQuality, GradientStop, LineCap, LineJoin, LinearGradient,
    Mask, Paint, Path, PathBuilder, Pattern, Pixmap, Point, RadialGradient, Rect, Shader,
    SpreadMode, Stroke, Transform,
};

use super::dice::Dice;
use crate::error::{Error, Result};

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

    fn paint(self) -> Color {
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
    fn shader(self, area: Rect) -> Shader<'static> {
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
fn radial(place: Transform, stops: &[(f32, Colour)]) -> Shader<'static> {
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

/// An outline in the units of its drawing. An outline without any extent is legal, and draws nothing.
#[derive(Clone, Debug)]
pub(super) struct Shape(Option<Path>);

/// The outline that path data describes: absolute `M L H V C Q Z`, everything parted by spaces.
pub(super) fn outline(data: &str) -> Shape {
    let mut path = PathBuilder::new();
    let mut command = 'M';
    let mut numbers = Vec::with_capacity(6);
    for token in data.split_whitespace() {
        let number = if let Some(letter) = token.chars().next().filter(char::is_ascii_alphabetic) {
            command = letter;
            &token[1..]
        } else {
            token
        };
        if command == 'Z' {
            path.close();
            continue;
        }
        numbers.extend(number.parse::<f32>());
        let last = path.last_point().unwrap_or_default();
        match (command, numbers.as_slice()) {
            ('M', &[x, y]) => {
                path.move_to(x, y);
                command = 'L';
            }
            ('L', &[x, y]) => path.line_to(x, y),
            ('H', &[x]) => path.line_to(x, last.y),
            ('V', &[y]) => path.line_to(last.x, y),
            ('Q', &[a, b, x, y]) => path.quad_to(a, b, x, y),
            ('C', &[a, b, c, d, x, y]) => path.cubic_to(a, b, c, d, x, y),
            _ => continue,
        }
        numbers.clear();
    }
    Shape(path.finish())
}

/// A box with round corners.
pub(super) fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Shape {
    let radius = radius.min(width / 2.).min(height / 2.);
    let (right, bottom) = (x + width, y + height);
    // Where the handles of a cubic lie that follows a quarter of a circle.
    let handle = radius * 0.447_7;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.cubic_to(right - handle, y, right, y + handle, right, y + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(
        right,
        bottom - handle,
        right - handle,
        bottom,
        right - radius,
        bottom,
    );
    path.line_to(x + radius, bottom);
    path.cubic_to(x + handle, bottom, x, bottom - handle, x, bottom - radius);
    path.line_to(x, y + radius);
    path.cubic_to(x, y + handle, x + handle, y, x + radius, y);
    path.close();
    Shape(path.finish())
}

/// An ellipse by its middle and radii.
pub(super) fn oval(x: f32, y: f32, across: f32, down: f32) -> Shape {
    Shape(
        Rect::from_ltrb(x - across, y - down, x + across, y + down).and_then(PathBuilder::from_oval),
    )
}

/// Pixels under way to a drawing.
pub(super) struct Canvas {
    pixmap: Pixmap,
    view: Transform,
    mask: Option<Mask>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Result<Self> {
        let pixmap = Pixmap::new(width, height)
            .ok_or_else(|| Error::internal("a drawing without any extent"))?;
        Ok(Self {
            pixmap,
            view: Transform::identity(),
            mask: None,
        })
    }

    /// The drawing's extent in its own units, before any view.
    pub(super) fn size(&self) -> (f32, f32) {
        let side = |pixels: u32| u16::try_from(pixels).map_or(f32::MAX, f32::from);
        (side(self.pixmap.width()), side(self.pixmap.height()))
    }

    pub(super) fn fill(&mut self, shape: &Shape, ink: impl Into<Ink>) {
        let Some(path) = &shape.0 else { return };
        let paint = paint(ink.into().shader(path.bounds()), BlendMode::SourceOver);
        self.pixmap.fill_path(
            path,
            &paint,
            FillRule::Winding,
            self.view,
            self.mask.as_ref(),
        );
    }

    pub(super) fn draw(&mut self, shape: &Shape, width: f32, ink: impl Into<Ink>) {
        let Some(path) = &shape.0 else { return };
        let paint = paint(ink.into().shader(path.bounds()), BlendMode::SourceOver);
        self.stroke(path, width, &paint, self.view);
    }

    fn stroke(&mut self, path: &Path, width: f32, paint: &Paint, view: Transform) {
        let stroke = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        self.pixmap
            .stroke_path(path, paint, &stroke, view, self.mask.as_ref());
    }

    pub(super) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, ink: impl Into<Ink>) {
        let shape = Shape(Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect));
        self.fill(&shape, ink);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a box with corners has this many measures"
    )]
    pub(super) fn rounded(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        ink: impl Into<Ink>,
    ) {
        self.fill(&rounded(x, y, width, height, radius), ink);
    }

    pub(super) fn oval(&mut self, x: f32, y: f32, across: f32, down: f32, ink: impl Into<Ink>) {
        self.fill(&oval(x, y, across, down), ink);
    }

    pub(super) fn disc(&mut self, x: f32, y: f32, radius: f32, ink: impl Into<Ink>) {
        self.oval(x, y, radius, radius, ink);
    }

    pub(super) fn ring(&mut self, x: f32, y: f32, radius: f32, width: f32, ink: impl Into<Ink>) {
        self.draw(&oval(x, y, radius, radius), width, ink);
    }

    /// Fills path data, as [`outline`] reads it.
    pub(super) fn path(&mut self, data: &str, ink: impl Into<Ink>) {
        self.fill(&outline(data), ink);
    }

    /// Draws along path data.
    pub(super) fn line(&mut self, data: &str, width: f32, ink: impl Into<Ink>) {
        self.draw(&outline(data), width, ink);
    }

    /// A soft round shadow, such as lies under what stands on a table.
    pub(super) fn shadow(&mut self, x: f32, y: f32, across: f32, down: f32, strength: f32) {
        let dark = rgb(0x1a1420);
        let shader = radial(
            Transform::from_row(across, 0., 0., down, x, y),
            &[
                (0., dark.faint(strength)),
                (0.45, dark.faint(strength * 0.62)),
                (0.75, dark.faint(strength * 0.18)),
                (1., dark.faint(0.)),
            ],
        );
        if let Some(path) = &oval(x, y, across, down).0 {
            let paint = paint(shader, BlendMode::SourceOver);
            self.pixmap.fill_path(
                path,
                &paint,
                FillRule::Winding,
                self.view,
                self.mask.as_ref(),
            );
        }
    }

    /// The soft shadow of a shape on a wall or cloth close behind it.
    pub(super) fn cast(&mut self, shape: &Shape, away: f32, blur: f32) {
        let Some(path) = &shape.0 else { return };
        let paint = paint(
            Shader::SolidColor(rgb(0x1a1420).faint(0.055).paint()),
            BlendMode::SourceOver,
        );
        let view = self.view.pre_translate(away * 0.7, away);
        for step in [0.1, 0.3, 0.5, 0.75, 1.] {
            self.stroke(path, blur * step * 2., &paint, view);
        }
        for _ in 0..3 {
            self.pixmap.fill_path(
                path,
                &paint,
                FillRule::Winding,
                view,
                self.mask.as_ref(),
            );
        }
    }

    /// Light falling on everything in an ellipse.
    pub(super) fn light(&mut self, x: f32, y: f32, across: f32, down: f32, colour: Colour) {
        let shader = radial(
            Transform::from_row(across, 0., 0., down, x, y),
            &[(0., colour), (1., colour.faint(0.))],
        );
        if let Some(path) = &oval(x, y, across, down).0 {
            let paint = paint(shader, BlendMode::SoftLight);
            self.pixmap.fill_path(
                path,
                &paint,
                FillRule::Winding,
                self.view,
                self.mask.as_ref(),
            );
        }
    }

    /// Draws with the origin moved to (x, y), then turned by degrees clockwise, then scaled.
    pub(super) fn at(
        &mut self,
        (x, y): (f32, f32),
        degrees: f32,
        (across, down): (f32, f32),
        draw: impl FnOnce(&mut Self),
    ) {
        let before = self.view;
        self.view = before
            .pre_translate(x, y)
            .pre_rotate(degrees)
            .pre_scale(across, down);
        draw(self);
        self.view = before;
    }

    /// Draws only what falls inside a shape.
    pub(super) fn inside(&mut self, shape: &Shape, draw: impl FnOnce(&mut Self)) {
        let Some(path) = &shape.0 else { return };
        let before = self.mask.take();
        self.mask = before.clone().map_or_else(
            || {
                let mut mask = Mask::new(self.pixmap.width(), self.pixmap.height())?;
                mask.fill_path(path, FillRule::Winding, true, self.view);
                Some(mask)
            },
            |mut mask| {
                mask.intersect_path(path, FillRule::Winding, true, self.view);
                Some(mask)
            },
        );
        draw(self);
        self.mask = before;
    }

    /// What makes it a photo: a key light, dark corners and a little grain. Gives the pixels, three bytes each.
    pub(super) fn develop(mut self, dice: &mut Dice) -> Result<(u32, u32, Vec<u8>)> {
        self.view = Transform::identity();
        self.mask = None;
        let (width, height) = self.size();
        let frame = Shape(Rect::from_xywh(0., 0., width, height).map(PathBuilder::from_rect));
        self.light(
            width * 0.22,
            height * 0.1,
            width * 0.95,
            height * 1.05,
            rgb(0xfff1d8).faint(0.55),
        );
        let corners = radial(
            Transform::from_row(width * 0.78, 0., 0., height * 0.82, width * 0.48, height * 0.48),
            &[
                (0., rgb(0x14101c).faint(0.)),
                (0.55, rgb(0x14101c).faint(0.)),
                (1., rgb(0x14101c).faint(0.34)),
            ],
        );
        let grain = grain(dice).ok_or_else(|| Error::internal("no grain"))?;
        let grain = Pattern::new(
            grain.as_ref(),
            SpreadMode::Repeat,
            FilterQuality::Nearest,
            1.,
            Transform::identity(),
        );
        if let Some(path) = &frame.0 {
            for paint in [
                paint(corners, BlendMode::SourceOver),
                paint(grain, BlendMode::SourceOver),
            ] {
                self.pixmap
                    .fill_path(path, &paint, FillRule::Winding, Transform::identity(), None);
            }
        }
        let pixels = self
            .pixmap
            .data()
            .chunks_exact(4)
            .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok((self.pixmap.width(), self.pixmap.height(), pixels))
    }
}

fn paint(shader: Shader<'_>, blend_mode: BlendMode) -> Paint<'_> {
    Paint {
        shader,
        blend_mode,
        anti_alias: true,
        ..Paint::default()
    }
}

/// A tile of faint light and dark specks, large enough that nobody sees it repeat.
fn grain(dice: &mut Dice) -> Option<Pixmap> {
    let mut tile = Pixmap::new(192, 192)?;
    for pixel in tile.pixels_mut() {
        let speck = dice.roll(-1., 1.);
        let tone = if speck > 0. { WHITE } else { BLACK };
        *pixel = tone
            .faint(speck.abs() * 0.035)
            .paint()
            .premultiply()
            .to_color_u8();
    }
    Some(tile)
}

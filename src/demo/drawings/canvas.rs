//! The canvas that drawings are made on: shapes, light and soft shadows.

use tiny_skia::{
    BlendMode, FillRule, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, Rect, Shader,
    Stroke, Transform,
};

use super::{
    dice::Dice,
    ink::{Colour, Ink, radial, rgb},
};
use crate::error::{Error, Result};

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
            ('Q', &[bend_x, bend_y, x, y]) => path.quad_to(bend_x, bend_y, x, y),
            ('C', &[from_x, from_y, to_x, to_y, x, y]) => {
                path.cubic_to(from_x, from_y, to_x, to_y, x, y);
            }
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
        Rect::from_ltrb(x - across, y - down, x + across, y + down)
            .and_then(PathBuilder::from_oval),
    )
}

/// Pixels under way to a drawing.
pub(super) struct Canvas {
    pixmap: Pixmap,
    /// Pixels to a unit.
    scale: f32,
    view: Transform,
    mask: Option<Mask>,
}

impl Canvas {
    /// An empty canvas of so many pixels, `scale` of them to a unit.
    pub(super) fn new(width: u32, height: u32, scale: f32) -> Result<Self> {
        let pixmap = Pixmap::new(width, height)
            .ok_or_else(|| Error::internal("a drawing without any extent"))?;
        Ok(Self {
            pixmap,
            scale,
            view: Transform::from_scale(scale, scale),
            mask: None,
        })
    }

    /// The drawing's extent in units, before any view.
    pub(super) fn size(&self) -> (f32, f32) {
        let side = |pixels: u32| u16::try_from(pixels).map_or(f32::MAX, f32::from) / self.scale;
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
            self.pixmap
                .fill_path(path, &paint, FillRule::Winding, view, self.mask.as_ref());
        }
    }

    /// Light falling on everything in an ellipse.
    pub(super) fn light(&mut self, x: f32, y: f32, across: f32, down: f32, colour: Colour) {
        let shader = radial(
            Transform::from_row(across, 0., 0., down, x, y),
            &[(0., colour), (1., colour.faint(0.))],
        );
        if let Some(path) = &oval(x, y, across, down).0 {
            // Overlay is the gentle one of those that tiny-skia blends in whole numbers, several times as fast.
            let paint = paint(shader, BlendMode::Overlay);
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
    pub(super) fn develop(mut self, dice: &mut Dice) -> (u32, u32, Vec<u8>) {
        self.view = Transform::from_scale(self.scale, self.scale);
        self.mask = None;
        let (width, height) = self.size();
        let frame = Shape(Rect::from_xywh(0., 0., width, height).map(PathBuilder::from_rect));
        self.light(
            width * 0.22,
            height * 0.1,
            width * 0.95,
            height * 1.05,
            rgb(0xfff1d8).faint(0.3),
        );
        let corners = radial(
            Transform::from_row(
                width * 0.78,
                0.,
                0.,
                height * 0.82,
                width * 0.48,
                height * 0.48,
            ),
            &[
                (0., rgb(0x14101c).faint(0.)),
                (0.4, rgb(0x14101c).faint(0.01)),
                (0.6, rgb(0x14101c).faint(0.05)),
                (0.8, rgb(0x14101c).faint(0.14)),
                (1., rgb(0x14101c).faint(0.3)),
            ],
        );
        if let Some(path) = &frame.0 {
            let paint = paint(corners, BlendMode::SourceOver);
            self.pixmap
                .fill_path(path, &paint, FillRule::Winding, self.view, None);
        }
        // A prime, so that the grain of one row never lies above the same grain of the next.
        let grain: Vec<i8> = (0..24_593).map(|_| dice.speck()).collect();
        let rgba = self.pixmap.data();
        let mut pixels = vec![0; rgba.len() / 4 * 3];
        let each = pixels.chunks_exact_mut(3).zip(rgba.chunks_exact(4));
        for ((pixel, rgba), speck) in each.zip(grain.iter().cycle()) {
            for (to, from) in pixel.iter_mut().zip(rgba) {
                *to = from.saturating_add_signed(*speck);
            }
        }
        (self.pixmap.width(), self.pixmap.height(), pixels)
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

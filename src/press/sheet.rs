//! A page that is being drawn.

use krilla::{
    Data,
    geom::{Path, PathBuilder, Point, Rect, Size, Transform},
    image::Image,
    num::NormalizedF32,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag},
    text::{Glyph, GlyphId},
};

use super::{
    Pictures,
    document::Picture,
    flow::{Fit, Ink, Mark},
    fonts::{Fonts, Letter},
    jpeg::is_sound,
    look::{CAPTION, Colour, FOOT, FOOTER, HAIR, LINE, SIDE, SUNKEN, Style},
    setting::{Line, lines, one_line},
    structure::Part,
};
use crate::error::Result;

/// How round the corners of pictures are.
const ROUND: f32 = 2.5;

/// A page, and what it takes to draw on it.
pub(super) struct Sheet<'a, 'p> {
    surface: Surface<'p>,
    fonts: &'a Fonts,
    pictures: &'a mut dyn Pictures,
    /// What stands where a picture should have been.
    missing: &'a str,
    /// What is being drawn.
    open: Open,
}

/// What is being drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    /// Something that only adorns.
    Adornment,
    Part(Part),
}

/// A box: left, top, width, height.
type Frame = (f32, f32, f32, f32);

impl<'a, 'p> Sheet<'a, 'p> {
    pub fn new(
        surface: Surface<'p>,
        fonts: &'a Fonts,
        pictures: &'a mut dyn Pictures,
        missing: &'a str,
    ) -> Self {
        Self {
            surface,
            fonts,
            pictures,
            missing,
            open: Open::Nothing,
        }
    }

    /// Draws a mark as a part of what it means.
    pub fn mark(&mut self, mark: Mark, drawn: &mut Vec<(Part, Identifier)>) -> Result<()> {
        if self.open != mark.part.map_or(Open::Adornment, Open::Part) {
            self.end();
            match mark.part {
                Some(part) => {
                    let tag = match mark.ink {
                        Ink::Line { .. } => ContentTag::Span(SpanTag::empty()),
                        _ => ContentTag::Other,
                    };
                    drawn.push((part, self.surface.start_tagged(tag)));
                }
                None => self.begin(Artifact::with_kind(ArtifactType::Layout)),
            }
            self.open = mark.part.map_or(Open::Adornment, Open::Part);
        }
        match mark.ink {
            Ink::Line { line, baseline } => self.line(&line, mark.left, mark.top + baseline),
            Ink::Area { width, colour } => {
                self.area((mark.left, mark.top, width, mark.height), colour, 0.0);
            }
            Ink::Picture {
                picture,
                width,
                fit,
            } => {
                self.picture(picture, (mark.left, mark.top, width, mark.height), fit)?;
            }
            Ink::Blank => {}
        }
        Ok(())
    }

    /// Begins something that is no part of what is read.
    pub fn begin(&mut self, artifact: Artifact) {
        self.end();
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        self.open = Open::Adornment;
    }

    /// Ends what was begun.
    pub fn end(&mut self) {
        if std::mem::replace(&mut self.open, Open::Nothing) != Open::Nothing {
            self.surface.end_tagged();
        }
    }

    /// The foot of a page.
    pub fn foot(&mut self, (width, height): (f32, f32), words: &str, number: &str) -> Result<()> {
        let top = height - FOOT - FOOTER.leading;
        let wide = width - 2.0 * SIDE;
        self.area((SIDE, top - 5.0, wide, HAIR), LINE, 0.0);
        let number = one_line(self.fonts, number, FOOTER, wide)?;
        let words = one_line(self.fonts, words, FOOTER, wide - number.width - 20.0)?;
        let baseline = top + FOOTER.baseline();
        self.line(&words, SIDE, baseline);
        self.line(&number, SIDE + wide - number.width, baseline);
        Ok(())
    }

    fn line(&mut self, line: &Line, left: f32, baseline: f32) {
        let mut left = left;
        for run in &line.runs {
            let Style {
                face, size, colour, ..
            } = run.style;
            self.surface.set_fill(Some(fill(colour)));
            let at = Point::from_xy(left, baseline);
            let font = self.fonts.drawn(face);
            self.surface
                .draw_glyphs(at, &run.letters, font, &run.text, size, false);
            left += run.width;
        }
    }

    fn area(&mut self, frame: Frame, colour: Colour, round: f32) {
        if let Some(path) = rounded(frame, round) {
            self.surface.set_fill(Some(fill(colour)));
            self.surface.draw_path(&path);
        }
    }

    fn picture(&mut self, picture: &Picture, frame: Frame, fit: Fit) -> Result<()> {
        let bytes = self.pictures.jpeg(&picture.key)?;
        let sound = bytes.filter(|bytes| is_sound(bytes));
        let image = sound.and_then(|bytes| Image::from_jpeg(Data::from(bytes), false).ok());
        let Some(image) = image else {
            return self.missing(frame);
        };
        let (left, top, width, height) = frame;
        let (across, down) = image.size();
        let length = |pixels: u32| f32::from(u16::try_from(pixels).unwrap_or(u16::MAX)).max(1.0);
        let (across, down) = (length(across), length(down));
        let scale = match fit {
            Fit::Cover => (width / across).max(height / down),
            Fit::Contain => (width / across).min(height / down),
        };
        let (wide, high) = (across * scale, down * scale);
        let corner = (left + (width - wide) / 2.0, top + (height - high) / 2.0);
        let clip = match fit {
            Fit::Cover => frame,
            Fit::Contain => {
                // A picture that leaves much of its box free lies on a ground, so that a row of them looks even.
                if height < width {
                    self.area(frame, SUNKEN, ROUND);
                }
                (corner.0, corner.1, wide, high)
            }
        };
        let (Some(clip), Some(size)) = (rounded(clip, ROUND), Size::from_wh(wide, high)) else {
            return Ok(());
        };
        self.surface.push_clip_path(&clip, &FillRule::NonZero);
        self.surface
            .push_transform(&Transform::from_translate(corner.0, corner.1));
        self.surface.draw_image(image, size);
        self.surface.pop();
        self.surface.pop();
        Ok(())
    }

    fn missing(&mut self, frame: Frame) -> Result<()> {
        self.area(frame, SUNKEN, ROUND);
        let (left, top, width, height) = frame;
        let room = width - 6.0;
        let size = if width < 80.0 { 6.0 } else { CAPTION.size };
        let style = Style {
            size,
            leading: size * 1.25,
            ..CAPTION
        };
        let mut lines = lines(self.fonts, &[(self.missing, style)], room)?;
        let mut at = top + height / 2.0;
        while f32::from(u16::try_from(lines.len()).unwrap_or(u16::MAX)) * style.leading > height
            && !lines.is_empty()
        {
            lines.pop();
        }
        for _ in &lines {
            at -= style.leading / 2.0;
        }
        for line in lines {
            self.line(
                &line,
                left + (width - line.width) / 2.0,
                at + style.baseline(),
            );
            at += style.leading;
        }
        Ok(())
    }
}

impl Drop for Sheet<'_, '_> {
    fn drop(&mut self) {
        // A page that is given up halfway must not leave anything open.
        self.end();
    }
}

impl Glyph for Letter {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.glyph.into())
    }

    fn text_range(&self) -> std::ops::Range<usize> {
        let start = usize::try_from(self.start).unwrap_or_default();
        start..start + usize::from(self.length)
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.width(size)
    }

    fn x_offset(&self, size: f32) -> f32 {
        f32::from(self.right) * size / 1000.0
    }

    fn y_offset(&self, size: f32) -> f32 {
        f32::from(self.up) * size / 1000.0
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<krilla::surface::Location> {
        None
    }
}

fn fill(Colour(red, green, blue): Colour) -> Fill {
    Fill {
        paint: krilla::color::rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

/// A box with round corners.
fn rounded((left, top, width, height): Frame, round: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    if round == 0.0 {
        path.push_rect(Rect::from_xywh(left, top, width, height)?);
        return path.finish();
    }
    let round = round.min(width / 2.0).min(height / 2.0);
    // How far the handles of a quarter of a circle are from where it ends.
    let near = round * 0.448;
    let (right, bottom) = (left + width, top + height);
    path.move_to(left + round, top);
    path.line_to(right - round, top);
    path.cubic_to(right - near, top, right, top + near, right, top + round);
    path.line_to(right, bottom - round);
    path.cubic_to(
        right,
        bottom - near,
        right - near,
        bottom,
        right - round,
        bottom,
    );
    path.line_to(left + round, bottom);
    path.cubic_to(
        left + near,
        bottom,
        left,
        bottom - near,
        left,
        bottom - round,
    );
    path.line_to(left, top + round);
    path.cubic_to(left, top + near, left + near, top, left + round, top);
    path.close();
    path.finish()
}

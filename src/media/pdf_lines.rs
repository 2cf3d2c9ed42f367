//! The text layer of a PDF as lines with places, and a picture of each page that has none.

use std::time::Instant;

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
        InterpreterCache, InterpreterSettings, SoftMask, TransformExt,
        font::{Glyph, GlyphRun},
        hayro_cmap::BfString,
        hayro_syntax::{Pdf, page::Page as Sheet},
        interpret_page,
    },
    kurbo::{Affine, BezPath, Point, Rect as Bounds},
    vello_cpu::color::palette::css::WHITE,
};

use crate::domain::reading::page::{Line, Page, Quad, Rect};

/// The most lines that are taken from a page.
const MOST: usize = 4000;

/// What a page's text layer says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// Its lines; none when the page is only a picture.
    pub page: Page,
    /// Whether there are also pictures on it, which may say more: a logo, a scan.
    pub has_pictures: bool,
}

impl Layer {
    /// Where its lines stand: there is nothing to be seen there that they do not say.
    #[must_use]
    pub fn places(&self) -> Vec<Rect> {
        let lines = self.page.lines.iter();
        lines.map(|line| line.place.bounds()).collect()
    }

    /// The page with what was seen on its picture besides.
    #[must_use]
    pub fn with(self, seen: Page) -> Page {
        if self.page.lines.is_empty() {
            return seen;
        }
        let mut page = self.page;
        page.lines.extend(seen.lines);
        page
    }
}

/// The text of the pages of a PDF, in order, until the time is up.
pub fn layers(pdf: &Pdf, most: usize, until: Instant) -> Vec<Layer> {
    let cache = InterpreterCache::new();
    let mut layers = Vec::new();
    for sheet in pdf.pages().iter().take(most) {
        if Instant::now() >= until {
            break;
        }
        let (width, height) = sheet.render_dimensions();
        let mut context = Context::new(
            sheet.initial_transform(true).to_kurbo(),
            Bounds::new(0.0, 0.0, width.into(), height.into()),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        let mut letters = Letters::default();
        interpret_page(sheet, &mut context, &mut letters);
        layers.push(Layer {
            has_pictures: letters.has_pictures,
            page: Page {
                ratio: width / height,
                lines: letters.lines(width, height),
                ..Page::default()
            },
        });
    }
    layers
}

/// A page drawn on white, so many pixels on its longest side: its width, its height, and red, green and blue of each pixel.
pub fn picture(sheet: &Sheet<'_>, longest: u16) -> Option<(u16, u16, Vec<u8>)> {
    let (width, height) = sheet.render_dimensions();
    let scale = f32::from(longest) / width.max(height);
    if !scale.is_finite() || width.min(height) * scale < 1.0 {
        return None;
    }
    let pixmap = hayro::render(
        sheet,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        },
    );
    // On a white ground nothing is left of alpha.
    let pixels = pixmap.data_as_u8_slice().chunks_exact(4);
    let pixels = pixels.flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    Some((pixmap.width(), pixmap.height(), pixels.collect()))
}

/// A stretch of letters that were set one after the other.
#[derive(Debug)]
struct Stretch {
    left: f64,
    /// Where the next letter would stand.
    right: f64,
    baseline: f64,
    /// The height of a letter, about.
    size: f64,
    text: String,
}

/// A page on which only letters are set, and pictures counted. A PDF says where each letter goes and not where words end.
#[derive(Debug, Default)]
struct Letters {
    stretches: Vec<Stretch>,
    has_pictures: bool,
}

impl Letters {
    fn set(&mut self, letters: &str, at: Point, advance: f64, size: f64) {
        if let Some(last) = self.stretches.last_mut() {
            let same_line = (last.baseline - at.y).abs() < size * 0.3;
            let gap = at.x - last.right;
            if same_line && gap > -size * 0.5 && gap < size * 0.9 {
                if gap > size * 0.15 && !last.text.ends_with(' ') && letters != " " {
                    last.text.push(' ');
                }
                last.text.push_str(letters);
                last.right = at.x + advance;
                return;
            }
        }
        if self.stretches.len() < MOST {
            self.stretches.push(Stretch {
                left: at.x,
                right: at.x + advance,
                baseline: at.y,
                size,
                text: letters.to_owned(),
            });
        }
    }

    /// The stretches on a page of this size, each piece apart where its letters were set apart by several spaces.
    fn lines(self, width: f32, height: f32) -> Vec<Line> {
        let stretches = self
            .stretches
            .into_iter()
            .filter(|stretch| !stretch.text.trim().is_empty());
        stretches
            .map(|stretch| Line {
                place: stretch.place(width.into(), height.into()),
                text: stretch.text.trim().to_owned(),
                confidence: 1.0,
            })
            .collect()
    }
}

impl Stretch {
    /// Where it stands: letters go up from the baseline by three quarters of their size, and down by a quarter.
    fn place(&self, width: f64, height: f64) -> Quad {
        #[expect(clippy::cast_possible_truncation)] // A fraction of a page needs no more.
        let part = |length: f64, whole: f64| (length / whole) as f32;
        Quad::upright(Rect {
            left: part(self.left, width),
            top: part(self.baseline - self.size * 0.75, height),
            right: part(self.right, width),
            bottom: part(self.baseline + self.size * 0.25, height),
        })
    }
}

/// The advance of a glyph in thousandths of the font's size, as PDF counts.
fn advance(glyph: &Glyph<'_>) -> Option<f32> {
    match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    }
}

impl Device<'_> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, mode: &DrawMode) {
        // A letter that is filled and stroked comes twice.
        if matches!(mode, DrawMode::Stroke(_)) {
            return;
        }
        for glyph in run.glyphs() {
            let transform: Affine = props.transform * glyph.transform();
            let [a, b, c, d, ..] = transform.as_coeffs();
            let letters = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => continue,
            };
            // Control characters and private code points are a font's own business.
            let foreign =
                |letter: char| letter.is_control() || ('\u{E000}'..='\u{F8FF}').contains(&letter);
            if letters.is_empty() || letters.chars().any(foreign) {
                continue;
            }
            let size = c.hypot(d) * 1000.0;
            let advance = advance(glyph).map_or(0.5, |advance| f64::from(advance) / 1000.0);
            let at = transform * Point::ZERO;
            self.set(&letters, at, advance * a.hypot(b) * 1000.0, size);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.has_pictures = true;
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_lines_that_know_where_they_stand() {
        let mut letters = Letters::default();
        letters.set("2", Point::new(300.0, 100.0), 6.0, 10.0);
        letters.set("49", Point::new(306.0, 100.0), 12.0, 10.0);
        letters.set("Att", Point::new(50.0, 100.5), 14.0, 10.0);
        letters.set("betala", Point::new(67.0, 100.5), 30.0, 10.0);
        let lines = letters.lines(400.0, 200.0);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["249", "Att betala"]);
        let place = lines[0].place.bounds();
        assert!((place.left - 0.75).abs() < 1e-6 && (place.right - 0.795).abs() < 1e-6);
        assert!((place.top - 0.4625).abs() < 1e-6 && (place.bottom - 0.5125).abs() < 1e-6);
    }
}

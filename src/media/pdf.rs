//! PDF: how many pages, what they say, and what the first one looks like.

use std::time::{Duration, Instant};

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
        InterpreterCache, InterpreterSettings, SoftMask, TransformExt,
        font::{Glyph, GlyphRun},
        hayro_cmap::BfString,
        hayro_syntax::{Pdf, page::Page},
        interpret_page,
    },
    kurbo::{Affine, BezPath, Point, Rect},
    vello_cpu::color::palette::css::WHITE,
};

use super::{
    limits::Limits,
    picture::LARGE,
    raster::{Channels, Raster},
};

/// Opens a PDF; one that is broken or wants a password does not open.
pub(super) fn open(file: Vec<u8>) -> Option<Pdf> {
    Pdf::new(file).ok().filter(|pdf| !pdf.pages().is_empty())
}

/// The text of all pages, one line a row, pages apart by a form feed: as much as the limits give room and half the time
/// for.
pub(super) fn text(pdf: &Pdf, limits: &Limits) -> String {
    let room = usize::try_from(limits.text).unwrap_or(usize::MAX);
    let started = Instant::now();
    let half = Duration::from_secs(limits.seconds) / 2;
    let cache = InterpreterCache::new();
    let mut text = String::new();
    for page in pdf.pages().iter() {
        if text.len() >= room || started.elapsed() > half {
            break;
        }
        let mut lines = Lines::default();
        let (width, height) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, width.into(), height.into()),
            &cache,
            pdf.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(page, &mut context, &mut lines);
        if !text.is_empty() {
            text.push('\u{C}');
        }
        lines.write(&mut text);
    }
    text.truncate(text.floor_char_boundary(room));
    text
}

/// The first page, upright, drawn to fill the large derivative.
pub(super) fn preview(pdf: &Pdf) -> Option<Raster> {
    let page: &Page<'_> = pdf.pages().first()?;
    let (width, height) = page.render_dimensions();
    let side = f32::from(u16::try_from(LARGE).ok()?);
    let scale = side / width.max(height);
    if !scale.is_finite() || width.min(height) * scale < 1.0 {
        return None;
    }
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        },
    );
    let (width, height) = (pixmap.width(), pixmap.height());
    // On a white ground nothing is left of alpha.
    let pixels = pixmap.data_as_u8_slice().chunks_exact(4);
    let pixels = pixels.flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    Raster::new(width.into(), height.into(), Channels::Rgb, pixels.collect()).ok()
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

/// A page on which only letters are set, to be read line by line. A PDF says where each letter goes and not where words
/// end, nor in which order to read.
#[derive(Debug, Default)]
struct Lines(Vec<Stretch>);

impl Lines {
    fn set(&mut self, letters: &str, at: Point, advance: f64, size: f64) {
        if let Some(last) = self.0.last_mut() {
            let same_line = (last.baseline - at.y).abs() < size * 0.3;
            let gap = at.x - last.right;
            if same_line && gap > -size * 0.5 && gap < size * 1.5 {
                if gap > size * 0.15 && !last.text.ends_with(' ') && letters != " " {
                    last.text.push(' ');
                }
                last.text.push_str(letters);
                last.right = at.x + advance;
                return;
            }
        }
        self.0.push(Stretch {
            left: at.x,
            right: at.x + advance,
            baseline: at.y,
            size,
            text: letters.to_owned(),
        });
    }

    /// Writes the stretches from the top down, and what stands on one line from left to right.
    fn write(mut self, text: &mut String) {
        self.0.retain(|stretch| !stretch.text.trim().is_empty());
        self.0.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        let mut rest = self.0.as_mut_slice();
        while let Some(first) = rest.first() {
            let (top, size) = (first.baseline, first.size);
            let length = rest.partition_point(|stretch| stretch.baseline - top < size * 0.4);
            let (line, below) = rest.split_at_mut(length.max(1));
            line.sort_by(|a, b| a.left.total_cmp(&b.left));
            for (number, stretch) in line.iter().enumerate() {
                if number > 0 {
                    text.push_str("  ");
                }
                text.push_str(stretch.text.trim());
            }
            text.push('\n');
            rest = below;
        }
    }
}

/// The advance of a glyph in thousandths of the font's size, as PDF counts.
fn advance(glyph: &Glyph<'_>) -> Option<f32> {
    match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    }
}

impl Device<'_> for Lines {
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
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn letters_become_words_and_lines_by_where_they_stand() {
        let mut lines = Lines::default();
        // A total at the right is set before the words at its left, and the heading last of all.
        lines.set("2", at(300.0, 100.0), 6.0, 10.0);
        lines.set("49", at(306.0, 100.0), 12.0, 10.0);
        lines.set("A", at(50.0, 100.5), 6.0, 10.0);
        lines.set("tt", at(56.0, 100.5), 8.0, 10.0);
        lines.set("bet", at(67.0, 100.5), 16.0, 10.0);
        lines.set("Kvitto", at(50.0, 20.0), 60.0, 20.0);
        let mut text = String::new();
        lines.write(&mut text);
        assert_eq!(text, "Kvitto\nAtt bet  249\n");
    }
}

//! The font, embedded whole: what shapes text with it and what draws it.

use harfrust::{
    Buffer, ClusterLevel, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag,
    shape,
};

use super::{
    clean::STAND_IN,
    look::{Face, Style},
};
use crate::error::{Error, Result};

const REGULAR: &[u8] = include_bytes!("../../assets/vendor/source-sans/SourceSans3-Regular.otf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/vendor/source-sans/SourceSans3-Semibold.otf");
const ITALIC: &[u8] = include_bytes!("../../assets/vendor/source-sans/SourceSans3-It.otf");

/// Figures of one width.
const TABULAR: Tag = Tag::new(b"tnum");

/// The faces of the font.
pub(super) struct Fonts {
    regular: Typeface,
    semibold: Typeface,
    italic: Typeface,
}

/// One face.
pub(super) struct Typeface {
    shaped: harfrust::Font,
    plain: ShapePlan,
    tabular: ShapePlan,
    drawn: krilla::text::Font,
    /// The glyph that stands for letters that the face does not have, and its width.
    stand_in: (u16, i16),
}

/// A glyph and the letters that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub glyph: u16,
    /// From here to the next glyph, and from here to where it is drawn, in thousandths of the size.
    pub advance: i16,
    pub right: i16,
    pub up: i16,
    /// Where in the text its letters start, in bytes, and how many bytes they are.
    pub start: u32,
    pub length: u16,
}

impl Letter {
    /// How wide it is at a size.
    pub fn width(self, size: f32) -> f32 {
        f32::from(self.advance) * size / 1000.0
    }
}

impl Fonts {
    /// Reads the font.
    pub fn read() -> Result<Self> {
        Ok(Self {
            regular: Typeface::read(REGULAR)?,
            semibold: Typeface::read(SEMIBOLD)?,
            italic: Typeface::read(ITALIC)?,
        })
    }

    fn face(&self, face: Face) -> &Typeface {
        match face {
            Face::Regular => &self.regular,
            Face::Semibold => &self.semibold,
            Face::Italic => &self.italic,
        }
    }

    /// What draws a face.
    pub fn drawn(&self, face: Face) -> krilla::text::Font {
        self.face(face).drawn.clone()
    }

    /// The glyphs of a text without line feeds, from left to right. `start` is where it stands in a longer one.
    pub fn shape(
        &self,
        text: &str,
        style: Style,
        start: u32,
        letters: &mut Vec<Letter>,
    ) -> Result<()> {
        self.face(style.face)
            .shape(text, style.tabular, start, letters)
    }
}

impl Typeface {
    fn read(bytes: &'static [u8]) -> Result<Self> {
        let broken = || Error::internal("the embedded font cannot be read");
        let shaped = harfrust::Font::new(bytes, 0).ok_or_else(broken)?;
        let drawn = krilla::text::Font::new(bytes.into(), 0).ok_or_else(broken)?;
        let queried = ShaperFont::new(&shaped);
        let glyph = [STAND_IN, '?']
            .into_iter()
            .find_map(|letter| queried.nominal_glyph(letter.into()))
            .ok_or_else(broken)?;
        let stand_in = (
            u16::try_from(glyph.to_u32()).map_err(Error::internal)?,
            i16::try_from(queried.glyph_h_advance(glyph)).map_err(Error::internal)?,
        );
        if shaped.units_per_em() != 1000 {
            return Err(broken());
        }
        let plan = |features: &[Feature]| {
            let latin = Some(Script::LATIN);
            ShapePlan::new(&shaped, Direction::LeftToRight, latin, None, features)
        };
        Ok(Self {
            plain: plan(&[]),
            tabular: plan(&[Feature::new(TABULAR, 1, ..)]),
            drawn,
            stand_in,
            shaped,
        })
    }

    fn shape(
        &self,
        text: &str,
        tabular: bool,
        start: u32,
        letters: &mut Vec<Letter>,
    ) -> Result<()> {
        let mut buffer = Buffer::new();
        // A letter by itself wherever that is possible, so that what one glyph stands for stays short.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        let features = [Feature::new(TABULAR, 1, ..)];
        let (plan, features) = if tabular {
            (&self.tabular, features.as_slice())
        } else {
            (&self.plain, [].as_slice())
        };
        let options = ShapeOptions::new().plan(Some(plan)).features(features);
        shape(&ShaperFont::new(&self.shaped), &mut buffer, options).map_err(Error::internal)?;
        let glyphs = buffer.glyph_infos();
        let mut end = text.len();
        let first = letters.len();
        for (at, glyph) in glyphs.iter().enumerate().rev() {
            let from = usize::try_from(glyph.cluster).map_err(Error::internal)?;
            let follows = glyphs
                .get(at + 1)
                .is_some_and(|next| next.cluster != glyph.cluster);
            if follows {
                end = usize::try_from(glyphs[at + 1].cluster).map_err(Error::internal)?;
            }
            let position = buffer
                .glyph_positions()
                .get(at)
                .copied()
                .unwrap_or_default();
            let narrow = |value: i32| i16::try_from(value).unwrap_or_default();
            let mut letter = Letter {
                glyph: u16::try_from(glyph.glyph_id).map_err(Error::internal)?,
                advance: narrow(position.x_advance),
                right: narrow(position.x_offset),
                up: narrow(position.y_offset),
                start: start + glyph.cluster,
                length: u16::try_from(end.saturating_sub(from)).map_err(Error::internal)?,
            };
            if letter.glyph == 0 {
                (letter.glyph, letter.advance) = self.stand_in;
                (letter.right, letter.up) = (0, 0);
            }
            letters.push(letter);
        }
        letters[first..].reverse();
        Ok(())
    }
}

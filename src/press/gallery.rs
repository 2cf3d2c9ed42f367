//! Pictures with words beneath: several beside each other, or one that fills a page.

use super::{
    clean::property,
    composer::{Composer, Spot},
    document::{Figure, Paper},
    flow::{Fit, Ink, Mark, Slab},
    look::{CAPTION, HEADINGS, SIDE},
    structure::{Part, Role},
};
use crate::error::Result;

/// The room between two pictures.
const BETWEEN: f32 = 12.0;

impl<'a> Composer<'a, '_> {
    pub(super) fn gallery(&mut self, figures: &'a [Figure]) -> Result<()> {
        let wide = self.flow.width();
        let columns: u8 = match (figures.len(), self.paper()) {
            (0..=2, _) => 2,
            (_, Paper::Portrait) => 3,
            (_, Paper::Landscape) => 4,
        };
        let width = (wide - BETWEEN * f32::from(columns - 1)) / f32::from(columns);
        let height = width * 0.75;
        for row in figures.chunks(usize::from(columns)) {
            let (mut marks, mut words) = (Vec::new(), 0.0_f32);
            let mut left = SIDE;
            for figure in row {
                let part = self.figure(figure);
                marks.push(picture(figure, part, (left, 0.0), (width, height)));
                words = words.max(self.caption(
                    figure,
                    part,
                    (left, height + 4.0),
                    width,
                    &mut marks,
                )?);
                left += width + BETWEEN;
            }
            self.flow.put(Slab {
                height: height + if words > 0.0 { words + 4.0 } else { 0.0 },
                gap: BETWEEN,
                marks,
                ..Slab::default()
            });
        }
        Ok(())
    }

    pub(super) fn sheet(&mut self, figure: &'a Figure) -> Result<()> {
        let held = self.flow.held();
        if held == 0.0 {
            self.flow.break_page();
        }
        let wide = self.flow.width();
        let part = self.figure(figure);
        let mut marks = Vec::new();
        let mut top = 0.0;
        if !figure.caption.is_empty() {
            let part = match part {
                Some(part) => self.structure.add(Some(part), Role::Caption),
                None => self.structure.add(None, Role::Paragraph),
            };
            let style = HEADINGS[2];
            self.set_one(&figure.caption, style, Spot::new(part, wide), &mut marks)?;
            top = style.leading + 6.0;
        }
        let gap = if held == 0.0 { 0.0 } else { 8.0 };
        let height = (self.flow.height() - held - gap).max(wide / 2.0);
        marks.push(picture(figure, part, (SIDE, top), (wide, height - top)));
        let entry = (!figure.caption.is_empty()).then(|| (u16::MAX, figure.caption.clone()));
        self.flow.put(Slab {
            height,
            gap,
            marks,
            entry,
            ..Slab::default()
        });
        Ok(())
    }

    fn paper(&self) -> Paper {
        if self.flow.size.0 > self.flow.size.1 {
            Paper::Landscape
        } else {
            Paper::Portrait
        }
    }

    /// The part that a picture is, unless nothing is known of what is to be seen on it.
    fn figure(&mut self, figure: &Figure) -> Option<Part> {
        let described = [&figure.picture.description, &figure.caption];
        let mut described = described.map(|words| property(words)).into_iter();
        let seen = described.find(|words| !words.is_empty())?;
        Some(self.structure.add(None, Role::Figure(seen)))
    }

    fn caption(
        &mut self,
        figure: &Figure,
        part: Option<Part>,
        (left, top): (f32, f32),
        width: f32,
        marks: &mut Vec<Mark<'a>>,
    ) -> Result<f32> {
        if figure.caption.is_empty() {
            return Ok(0.0);
        }
        let part = self.structure.add(part, Role::Caption);
        let spot = Spot::new(part, width).at(left, top);
        self.set(&[(&figure.caption, CAPTION)], spot, marks)
    }
}

fn picture(
    figure: &Figure,
    part: Option<Part>,
    (left, top): (f32, f32),
    (width, height): (f32, f32),
) -> Mark<'_> {
    Mark {
        part,
        left,
        top,
        height,
        ink: Ink::Picture {
            picture: &figure.picture,
            width,
            fit: Fit::Contain,
        },
    }
}

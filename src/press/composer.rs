//! What turns the blocks of a document into pages of marks.

use std::ops::ControlFlow;

use super::{
    Progress,
    document::{Align, Block, Document, Text, Voice},
    flow::{Flow, Ink, Mark, Slab},
    fonts::Fonts,
    look::{
        BODY, CAPTION, Colour, Face, HAIR, HEADINGS, INK, LEAD, LINE, MM, PINE, QUIET, SIDE, Style,
        TITLE,
    },
    setting::{Line, balanced, lines, one_line},
    structure::{Part, Role, Structure},
};
use crate::error::Result;

/// The document while it is being set.
pub(super) struct Composer<'a, 'p> {
    pub fonts: &'p Fonts,
    pub flow: Flow<'a>,
    pub structure: Structure,
    /// How deep the last heading lies, so that none skips a depth.
    depth: u16,
    /// Whether there has been a title, which headings lie beneath.
    titled: bool,
    progress: &'p mut dyn FnMut(Progress) -> ControlFlow<()>,
}

/// Where text is put within a slab.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub part: Option<Part>,
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub align: Align,
}

impl<'a, 'p> Composer<'a, 'p> {
    /// Sets a document; nothing when its reader has had enough.
    pub fn compose(
        fonts: &'p Fonts,
        document: &'a Document,
        progress: &'p mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Option<(Flow<'a>, Structure)>> {
        let mut composer = Self {
            fonts,
            flow: Flow::new(document.paper),
            structure: Structure::default(),
            depth: 0,
            titled: false,
            progress,
        };
        for block in &document.blocks {
            if composer.block(block)?.is_break() || composer.told().is_break() {
                return Ok(None);
            }
        }
        composer.flow.release();
        Ok(Some((composer.flow, composer.structure)))
    }

    /// Tells how far it is; asks whether to go on.
    pub fn told(&mut self) -> ControlFlow<()> {
        (self.progress)(Progress::Set {
            pages: self.flow.pages.len(),
        })
    }

    fn block(&mut self, block: &'a Block) -> Result<ControlFlow<()>> {
        match block {
            Block::Title { text, lead } => self.title(text, lead)?,
            Block::Heading { level, text } => self.heading(*level, text)?,
            Block::Paragraph(text) => self.paragraph(text)?,
            Block::Facts(facts) => self.facts(facts)?,
            Block::Table(table) => return self.table(table),
            Block::Gallery(figures) => self.gallery(figures)?,
            Block::Sums(sums) => self.sums(sums)?,
            Block::Sheet(figure) => self.sheet(figure)?,
            Block::Signatures(words) => self.signatures(words)?,
            Block::Rule => self.flow.put(Slab {
                gap: 14.0,
                keeps: true,
                marks: vec![rule(SIDE, 0.0, self.flow.width(), HAIR, LINE)],
                ..Slab::default()
            }),
            Block::Space => self.flow.put(Slab {
                gap: 14.0,
                keeps: true,
                ..Slab::default()
            }),
            Block::PageBreak => self.flow.break_page(),
        }
        Ok(ControlFlow::Continue(()))
    }

    fn title(&mut self, text: &str, lead: &str) -> Result<()> {
        self.titled = true;
        self.depth = 1;
        let width = self.flow.width();
        let bar = 2.5;
        let part = self.structure.add(None, Role::Heading(1, text.to_owned()));
        let mut marks = vec![rule(SIDE, 0.0, 14.0 * MM, bar, PINE)];
        let spot = Spot::new(part, width).at(SIDE, bar + 9.0);
        let mut bottom = spot.top + self.set_balanced(text, TITLE, spot, &mut marks)?;
        if !lead.is_empty() {
            let part = self.structure.add(None, Role::Paragraph);
            let spot = Spot::new(part, width.min(150.0 * MM)).at(SIDE, bottom + 4.0);
            bottom = spot.top + self.set_balanced(lead, LEAD, spot, &mut marks)?;
        }
        self.flow.put(Slab {
            height: bottom + 8.0,
            gap: 30.0,
            keeps: true,
            marks,
            entry: Some((0, text.to_owned())),
            ..Slab::default()
        });
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<()> {
        let level = level.clamp(1, 3);
        let style = HEADINGS[usize::from(level - 1)];
        let depth = u16::from(level) + u16::from(self.titled);
        self.depth = depth.min(self.depth + 1);
        let part = self
            .structure
            .add(None, Role::Heading(self.depth, text.to_owned()));
        let mut marks = Vec::new();
        let spot = Spot::new(part, self.flow.width());
        let height = self.set_balanced(text, style, spot, &mut marks)?;
        self.flow.put(Slab {
            height: height + if level == 1 { 3.0 } else { 1.0 },
            gap: [22.0, 16.0, 12.0][usize::from(level - 1)],
            keeps: true,
            marks,
            entry: Some((self.depth, text.to_owned())),
            ..Slab::default()
        });
        Ok(())
    }

    /// Line for line, so that a page may end within; but no line stands alone at the end or the beginning of one.
    fn paragraph(&mut self, text: &Text) -> Result<()> {
        let part = self.structure.add(None, Role::Paragraph);
        let width = self.flow.width().min(160.0 * MM);
        let lines = lines(self.fonts, &voiced(text, BODY), width)?;
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let spot = Spot::new(part, width);
            self.flow.put(Slab {
                height: BODY.leading,
                gap: if at == 0 { 6.0 } else { 0.0 },
                keeps: count > 1 && (at == 0 || at + 2 == count),
                marks: vec![spot.mark(line, BODY, 0.0)],
                ..Slab::default()
            });
        }
        Ok(())
    }

    fn signatures(&mut self, words: &[String]) -> Result<()> {
        let between = 28.0;
        let wide = (self.flow.width() - between) / 2.0;
        let rows = words.len().div_ceil(2);
        for (at, pair) in words.chunks(2).enumerate() {
            let (mut marks, mut height) = (Vec::new(), 0.0_f32);
            let mut left = SIDE;
            for word in pair {
                let part = self.structure.add(None, Role::Paragraph);
                marks.push(rule(left, 0.0, wide, HAIR, QUIET));
                let spot = Spot::new(part, wide).at(left, 4.0);
                height = height.max(self.set(&[(word, CAPTION)], spot, &mut marks)?);
                left += wide + between;
            }
            self.flow.put(Slab {
                height: height + 6.0,
                gap: 42.0,
                keeps: at + 1 < rows,
                marks,
                ..Slab::default()
            });
        }
        Ok(())
    }

    /// Sets text at a spot, and tells how high it became.
    pub fn set(
        &mut self,
        spans: &[(&str, Style)],
        spot: Spot,
        marks: &mut Vec<Mark<'a>>,
    ) -> Result<f32> {
        let Some((_, style)) = spans.first() else {
            return Ok(0.0);
        };
        let mut top = 0.0;
        for line in lines(self.fonts, spans, spot.width)? {
            marks.push(spot.mark(line, *style, top));
            top += style.leading;
        }
        Ok(top)
    }

    /// Sets what stands by itself: a title, the head of a column.
    pub fn set_balanced(
        &mut self,
        text: &str,
        style: Style,
        spot: Spot,
        marks: &mut Vec<Mark<'a>>,
    ) -> Result<f32> {
        let mut top = 0.0;
        for line in balanced(self.fonts, &[(text, style)], spot.width)? {
            marks.push(spot.mark(line, style, top));
            top += style.leading;
        }
        Ok(top)
    }

    /// One line at a spot, cut when it does not fit.
    pub fn set_one(
        &mut self,
        text: &str,
        style: Style,
        spot: Spot,
        marks: &mut Vec<Mark<'a>>,
    ) -> Result<()> {
        let line = one_line(self.fonts, text, style, spot.width)?;
        marks.push(spot.mark(line, style, 0.0));
        Ok(())
    }
}

impl Spot {
    /// Where the text of a part starts at the left margin.
    pub const fn new(part: Part, width: f32) -> Self {
        Self {
            part: Some(part),
            left: SIDE,
            top: 0.0,
            width,
            align: Align::Left,
        }
    }

    pub const fn at(self, left: f32, top: f32) -> Self {
        Self { left, top, ..self }
    }

    pub const fn right(self) -> Self {
        Self {
            align: Align::Right,
            ..self
        }
    }

    fn mark<'a>(self, line: Line, style: Style, top: f32) -> Mark<'a> {
        let left = match self.align {
            Align::Left => self.left,
            Align::Right => self.left + self.width - line.width,
        };
        Mark {
            part: self.part,
            left,
            top: self.top + top,
            height: style.leading,
            ink: Ink::Line {
                line,
                baseline: style.baseline(),
            },
        }
    }
}

/// A line across, or any other area that only adorns.
pub(super) fn rule<'a>(left: f32, top: f32, width: f32, height: f32, colour: Colour) -> Mark<'a> {
    Mark {
        part: None,
        left,
        top,
        height,
        ink: Ink::Area { width, colour },
    }
}

/// The words of a text, each in its voice.
pub(super) fn voiced(text: &Text, style: Style) -> Vec<(&str, Style)> {
    let voice = |voice| match voice {
        Voice::Plain => style,
        Voice::Strong => style.strong(),
        Voice::Slanted => Style {
            face: Face::Italic,
            ..style
        },
        Voice::Quiet => Style {
            colour: if style.colour == INK {
                QUIET
            } else {
                style.colour
            },
            ..style
        },
    };
    let spans = text.0.iter();
    spans
        .map(|span| (span.words.as_str(), voice(span.voice)))
        .collect()
}

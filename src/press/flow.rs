//! How parts run down one page after the other: what is kept together, what stands again, and what has to be cut.

use super::{
    document::{Paper, Picture},
    look::{A4, BOTTOM, Colour, SIDE, TOP},
    setting::Line,
    structure::Part,
};

/// With less of a page left than this, what has to be cut starts on the next.
const LITTLE: f32 = 80.0;

/// Something to draw at a place.
#[derive(Clone, Debug)]
pub(super) struct Mark<'a> {
    /// What it means; nothing for what only adorns.
    pub part: Option<Part>,
    pub left: f32,
    pub top: f32,
    pub height: f32,
    pub ink: Ink<'a>,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) enum Ink<'a> {
    /// Text whose letters stand so far beneath the top.
    Line { line: Line, baseline: f32 },
    /// An area of this width.
    Area { width: f32, colour: Colour },
    /// A picture in a box of this width.
    Picture {
        picture: &'a Picture,
        width: f32,
        fit: Fit,
    },
    /// Nothing, for a part that has to be there all the same.
    Blank,
}

/// How a picture lies in its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// All of the box is covered, and what stands out is cut off.
    Cover,
    /// All of the picture is seen.
    Contain,
}

/// A piece of the document that stays whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Slab<'a> {
    pub height: f32,
    /// What is left free above, but not at the top of a page, where what has no height has nothing to separate.
    pub gap: f32,
    /// Whether it is kept together with the next.
    pub keeps: bool,
    pub marks: Vec<Mark<'a>>,
    /// Whether it is the head of a table, and stands again on the pages that the table goes on to.
    pub is_head: bool,
    /// What the outline calls it, and how deep it lies there.
    pub entry: Option<(u16, String)>,
}

/// What the outline names, and where it is.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub depth: u16,
    pub text: String,
    pub page: usize,
    pub top: f32,
}

/// A page being filled.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    pub size: (f32, f32),
    pub pages: Vec<Vec<Mark<'a>>>,
    pub outline: Vec<Entry>,
    /// How far the page is filled.
    at: f32,
    /// What waits for what it is kept together with.
    held: Vec<Slab<'a>>,
    /// The head of the table that is being set.
    head: Option<(f32, Vec<Mark<'a>>)>,
}

impl<'a> Flow<'a> {
    pub fn new(paper: Paper) -> Self {
        let (long, short) = A4;
        Self {
            size: match paper {
                Paper::Portrait => (short, long),
                Paper::Landscape => (long, short),
            },
            pages: vec![Vec::new()],
            outline: Vec::new(),
            at: TOP,
            held: Vec::new(),
            head: None,
        }
    }

    /// How wide what is set is.
    pub fn width(&self) -> f32 {
        self.size.0 - 2.0 * SIDE
    }

    /// How much of a page can be filled.
    pub fn height(&self) -> f32 {
        self.size.1 - TOP - BOTTOM
    }

    /// How high what waits is.
    pub fn held(&self) -> f32 {
        total(&self.held)
    }

    /// Puts a piece beneath the last one.
    pub fn put(&mut self, slab: Slab<'a>) {
        let waits = slab.keeps;
        self.held.push(slab);
        if !waits {
            self.release();
        }
    }

    /// Starts a new page, unless nothing stands on this one.
    pub fn break_page(&mut self) {
        self.release();
        self.turn_used();
    }

    /// The table has ended: its head stands no more.
    pub fn end_table(&mut self) {
        self.release();
        self.head = None;
    }

    /// Puts what waits, together if a page has room for it.
    pub fn release(&mut self) {
        let waiting = std::mem::take(&mut self.held);
        let head = self.head.as_ref().map_or(0.0, |(height, _)| *height);
        let whole = total(&waiting);
        if whole <= self.height() - head && self.at + whole > self.bottom() && !self.is_fresh() {
            self.turn();
        }
        for slab in waiting {
            self.place(slab);
        }
    }

    fn bottom(&self) -> f32 {
        // Sums of many small heights are not exact.
        self.size.1 - BOTTOM + 0.01
    }

    fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.at = TOP;
        if let Some((height, marks)) = &self.head {
            let page = self.pages.last_mut();
            if let Some(page) = page {
                // It was read once; here it only helps the eye.
                page.extend(marks.iter().map(|mark| Mark {
                    part: None,
                    top: mark.top + TOP,
                    ..mark.clone()
                }));
            }
            self.at += height;
        }
    }

    fn place(&mut self, slab: Slab<'a>) {
        if self.is_fresh() && slab.height == 0.0 {
            return;
        }
        let gap = if self.is_fresh() { 0.0 } else { slab.gap };
        if self.at + gap + slab.height <= self.bottom() {
            return self.lay(slab, gap);
        }
        let head = self.head.as_ref().map_or(0.0, |(height, _)| *height);
        let page = self.height() - head;
        if slab.height <= page {
            self.turn_used();
            return self.lay(slab, 0.0);
        }
        if self.bottom() - self.at < LITTLE {
            self.turn_used();
        }
        let room = self.bottom() - self.at;
        for (at, part) in slab.cut(room, page).into_iter().enumerate() {
            if at > 0 {
                self.turn();
            }
            self.lay(part, 0.0);
        }
    }

    fn turn_used(&mut self) {
        if !self.is_fresh() {
            self.turn();
        }
    }

    fn lay(&mut self, slab: Slab<'a>, gap: f32) {
        let top = self.at + gap;
        self.at = top + slab.height;
        if let Some((depth, text)) = slab.entry {
            self.outline.push(Entry {
                depth,
                text,
                page: self.pages.len().saturating_sub(1),
                top,
            });
        }
        if slab.is_head && slab.height < self.height() / 4.0 {
            self.head = Some((slab.height, slab.marks.clone()));
        }
        if let Some(page) = self.pages.last_mut() {
            page.extend(slab.marks.into_iter().map(|mark| Mark {
                top: mark.top + top,
                ..mark
            }));
        }
    }
}

impl Slab<'_> {
    /// Pieces of which the first is no higher than `room`, and no other than `page`. A line of text is in one of them.
    fn cut(mut self, room: f32, page: f32) -> Vec<Self> {
        self.marks
            .sort_by(|one, other| one.top.total_cmp(&other.top));
        let mut pieces = vec![Self {
            entry: self.entry.take(),
            gap: self.gap,
            ..Self::default()
        }];
        let (mut offset, mut room) = (0.0, room);
        for mark in self.marks {
            let ends = mark.top + mark.height - offset;
            if matches!(mark.ink, Ink::Line { .. }) && ends > room && mark.top > offset {
                if let Some(piece) = pieces.last_mut() {
                    piece.height = mark.top - offset;
                }
                pieces.push(Self::default());
                (offset, room) = (mark.top, page);
            }
            if let Some(piece) = pieces.last_mut() {
                piece.marks.push(Mark {
                    top: mark.top - offset,
                    height: mark.height.min(room),
                    ..mark
                });
            }
        }
        if let Some(piece) = pieces.last_mut() {
            piece.height = self.height - offset;
        }
        pieces
    }
}

fn total(slabs: &[Slab]) -> f32 {
    slabs.iter().map(|slab| slab.gap + slab.height).sum()
}

//! Rows: pieces of text that stand beside each other, read from left to right as a person does.

use super::{
    page::{Line, Page, Rect},
    word::folded,
};

/// A piece of a row, apart from the next by a gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) place: Rect,
    pub(super) confidence: f32,
}

/// What stands on one line of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// The page, counted from 0.
    pub(super) page: usize,
    /// Its pieces, from left to right.
    pub(super) cells: Vec<Cell>,
    /// What it says, two spaces between its pieces.
    pub(super) text: String,
    /// What it says in small letters without accents, one space between words.
    pub(super) folded: String,
    /// How far down its middle is.
    pub(super) middle: f32,
    /// The height of its letters, in heights of the page.
    pub(super) height: f32,
}

impl Row {
    /// The rectangle around all of it.
    pub(super) fn place(&self) -> Rect {
        let places = self.cells.iter().map(|cell| cell.place);
        places.reduce(Rect::around).unwrap_or_default()
    }

    /// The least confidence of its pieces.
    pub(super) fn confidence(&self) -> f32 {
        let each = self.cells.iter().map(|cell| cell.confidence);
        each.fold(1.0, f32::min)
    }

    /// The piece that has the byte of `text` at this offset.
    pub(super) fn cell_at(&self, offset: usize) -> Option<&Cell> {
        let mut end = 0;
        self.cells.iter().find(|cell| {
            end += cell.text.len() + GAP.len();
            offset < end
        })
    }
}

/// The most pieces of a row: a wide table has twenty.
const MOST: usize = 40;

/// The most letters of a piece: a line of small print has a hundred and fifty.
const LONGEST: usize = 200;

/// What stands between two pieces in the text of a row.
pub(super) const GAP: &str = "  ";

/// All rows of all pages, from the top of the first to the bottom of the last.
pub(super) fn rows(pages: &[Page]) -> Vec<Row> {
    let each = pages.iter().enumerate();
    each.flat_map(|(number, page)| rows_of(number, page))
        .collect()
}

fn rows_of(number: usize, page: &Page) -> Vec<Row> {
    let tilt = tilt(page);
    // How far down a line would begin if the page were level.
    let level = |line: &Line| {
        let (start, end) = (line.place.start(), line.place.end());
        f32::midpoint(start.y, end.y) - tilt * f32::midpoint(start.x, end.x)
    };
    let mut lines: Vec<(f32, &Line)> = page
        .lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| (level(line), line))
        .filter(|(middle, _)| middle.is_finite())
        .collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rows: Vec<Vec<(f32, &Line)>> = Vec::new();
    for (middle, line) in lines {
        match rows.last_mut() {
            Some(row) if belongs(row, middle, line) => row.push((middle, line)),
            _ => rows.push(vec![(middle, line)]),
        }
    }
    rows.into_iter().map(|lines| row(number, lines)).collect()
}

/// How much lines go down on their way across, the middle one of the longer ones.
fn tilt(page: &Page) -> f32 {
    let mut slopes: Vec<f32> = page
        .lines
        .iter()
        .map(|line| (line.place.start(), line.place.end()))
        .filter(|(start, end)| end.x - start.x > 0.2)
        .map(|(start, end)| (end.y - start.y) / (end.x - start.x))
        .collect();
    slopes.sort_by(f32::total_cmp);
    slopes.get(slopes.len() / 2).copied().unwrap_or_default()
}

/// Whether a line stands beside the lines of a row, and not beneath them.
fn belongs(row: &[(f32, &Line)], middle: f32, line: &Line) -> bool {
    let (first, _) = row[0];
    let heights = row.iter().map(|(_, line)| line.place.height());
    let height = heights.fold(line.place.height(), f32::min);
    let beside = |(_, other): &(f32, &Line)| {
        let (one, other) = (line.place.bounds(), other.place.bounds());
        let both = one.right.min(other.right) - one.left.max(other.left);
        both < 0.5 * (one.right - one.left).min(other.right - other.left)
    };
    middle - first < height * 0.5 && row.iter().all(beside)
}

fn row(page: usize, mut lines: Vec<(f32, &Line)>) -> Row {
    lines.truncate(MOST);
    lines.sort_by(|a, b| a.1.place.start().x.total_cmp(&b.1.place.start().x));
    let cells: Vec<Cell> = lines
        .iter()
        .map(|(_, line)| Cell {
            text: line.text.trim().chars().take(LONGEST).collect(),
            place: line.place.bounds(),
            confidence: line.confidence,
        })
        .collect();
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    let text = texts.join(GAP);
    let count = crate::domain::reading::word::float(lines.len());
    let heights = lines.iter().map(|(_, line)| line.place.height());
    Row {
        page,
        folded: folded(&text),
        text,
        middle: lines.iter().map(|(middle, _)| middle).sum::<f32>() / count,
        height: heights.fold(0.0, f32::max),
        cells,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::page::{Point, Quad};

    fn line(text: &str, x: f32, y: f32, tilt: f32) -> Line {
        let corner = |x: f32, y: f32| Point::new(x, y + x * tilt);
        Line {
            text: text.to_owned(),
            confidence: 0.9,
            place: Quad([
                corner(x, y),
                corner(x + 0.25, y),
                corner(x + 0.25, y + 0.02),
                corner(x, y + 0.02),
            ]),
        }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        let page = Page {
            lines,
            ..Page::default()
        };
        rows(&[page]).into_iter().map(|row| row.text).collect()
    }

    #[test]
    fn what_stands_beside_each_other_is_a_row() {
        let lines = vec![
            line("49,00", 0.7, 0.2, 0.0),
            line("Kvitto", 0.4, 0.1, 0.0),
            line("Kaffe", 0.1, 0.203, 0.0),
            line("Moms", 0.1, 0.222, 0.0),
        ];
        assert_eq!(texts(lines), ["Kvitto", "Kaffe  49,00", "Moms"]);
    }

    #[test]
    fn a_tilted_page_has_level_rows() {
        let lines = vec![
            line("Kaffe", 0.05, 0.20, 0.06),
            line("49,00", 0.7, 0.20, 0.06),
            line("Te", 0.05, 0.225, 0.06),
            line("35,00", 0.7, 0.225, 0.06),
        ];
        assert_eq!(texts(lines), ["Kaffe  49,00", "Te  35,00"]);
    }

    #[test]
    fn an_offset_leads_to_its_piece() {
        let lines = vec![line("Kaffe", 0.1, 0.2, 0.0), line("49,00", 0.7, 0.2, 0.0)];
        let page = Page {
            lines,
            ..Page::default()
        };
        let row = &rows(&[page])[0];
        assert_eq!(row.cell_at(0).unwrap().text, "Kaffe");
        assert_eq!(row.cell_at(7).unwrap().text, "49,00");
        assert_eq!(row.cell_at(99), None);
    }
}

//! Specimens: pages that tests write down, row by row.

use super::page::{Line, Page, Quad, Rect};

/// A page of rows, `|` between what stands apart in one; a row that begins with `#` is of large letters.
pub(super) fn page(rows: &[&str]) -> Page {
    let mut lines = Vec::new();
    let mut top = 0.02;
    for row in rows {
        let (height, row) = match row.strip_prefix('#') {
            Some(large) => (0.02, large),
            None => (0.01, *row),
        };
        let cells: Vec<&str> = row.split('|').collect();
        for (number, cell) in cells.iter().enumerate() {
            let width = 0.8 / super::word::float(cells.len());
            let left = 0.1 + width * super::word::float(number);
            let rect = Rect {
                left,
                top,
                right: left + width * 0.9,
                bottom: top + height,
            };
            if !cell.trim().is_empty() {
                lines.push(Line {
                    text: cell.trim().to_owned(),
                    confidence: 0.95,
                    place: Quad::upright(rect),
                });
            }
        }
        top += height * 1.5;
    }
    Page {
        lines,
        ..Page::default()
    }
}

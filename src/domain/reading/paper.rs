//! A paper: all rows of a receipt or an invoice with what each is about, to be looked at from several sides.

use super::{
    amount::{Amount, amounts},
    currency::Votes,
    label::Label,
    page::{Page, Rect},
    row::{Row, rows},
    word::folded,
};

/// A row and what it is about.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) row: Row,
    /// What its words say that its figures are.
    pub(super) label: Option<Label>,
    /// What each of its pieces says, where it is the head of a column.
    heads: Vec<Option<Label>>,
    /// Its amounts, whole numbers too.
    pub(super) amounts: Vec<Amount>,
}

impl Entry {
    /// Its amounts that are money for certain.
    pub(super) fn money(&self) -> impl DoubleEndedIterator<Item = &Amount> {
        self.amounts.iter().filter(|amount| amount.is_money())
    }

    /// Where a piece of its text stands, as nearly as its pieces tell.
    pub(super) fn place(&self, from: usize) -> Rect {
        let cell = self.row.cell_at(from);
        cell.map_or_else(|| self.row.place(), |cell| cell.place)
    }

    /// How sure its reader was of a piece of its text.
    pub(super) fn confidence(&self, from: usize) -> f32 {
        let cell = self.row.cell_at(from);
        cell.map_or_else(|| self.row.confidence(), |cell| cell.confidence)
    }
}

/// The most rows that are looked at, and the most letters on them: a long invoice has some hundreds and twenty thousand, and
/// each is held against the others.
const MOST: usize = 1000;
const LETTERS: usize = 60_000;

/// A receipt or an invoice.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) entries: Vec<Entry>,
    /// How likely each currency is.
    pub(super) votes: Votes,
    /// The height of most letters.
    pub(super) letters: f32,
    /// How far apart most rows are.
    pub(super) pitch: f32,
}

impl Paper {
    /// What some pages say.
    pub(super) fn new(pages: &[Page]) -> Self {
        let rows = bounded(rows(pages));
        let votes = Votes::count(&rows);
        let letters = middle(rows.iter().map(|row| row.height));
        let steps = rows.windows(2).filter(|two| two[0].page == two[1].page);
        let pitch = middle(steps.map(|two| two[1].middle - two[0].middle));
        let entry = |row: Row| Entry {
            label: Label::of(&row.folded),
            heads: row
                .cells
                .iter()
                .map(|cell| Label::of(&folded(&cell.text)))
                .collect(),
            amounts: amounts(&row.text),
            row,
        };
        Self {
            entries: rows.into_iter().map(entry).collect(),
            votes,
            letters,
            pitch,
        }
    }

    /// Whether a row stands apart from the one above it.
    pub(super) fn is_apart(&self, entry: usize) -> bool {
        let Some(above) = entry.checked_sub(1) else {
            return true;
        };
        let (above, row) = (&self.entries[above].row, &self.entries[entry].row);
        above.page != row.page || row.middle - above.middle > self.pitch * 1.6
    }

    /// What a heading above an amount says that it is: the label of a piece that stands over it, few rows up.
    pub(super) fn heading(&self, entry: usize, from: usize) -> Option<Label> {
        const ROWS: usize = 3;
        let place = self.entries[entry].place(from);
        let page = self.entries[entry].row.page;
        let above = self.entries[..entry].iter().rev().take(ROWS);
        // Heads of columns have no amounts beside them.
        let above = above.filter(|other| other.row.page == page && other.money().next().is_none());
        let cells = above.flat_map(|other| other.row.cells.iter().zip(&other.heads));
        let mut over = cells.filter(|(cell, _)| {
            cell.place.right.min(place.right) > cell.place.left.max(place.left)
        });
        over.find_map(|(_, head)| *head)
    }
}

/// As many rows as are looked at: those that a paper begins with, and those that it ends with, where its sums stand.
fn bounded(mut rows: Vec<Row>) -> Vec<Row> {
    let rest = rows.split_off(fitting(rows.iter()));
    let last = rest.len() - fitting(rest.iter().rev());
    rows.extend(rest.into_iter().skip(last));
    rows
}

/// How many of these rows are half of what is looked at.
fn fitting<'a>(rows: impl Iterator<Item = &'a Row>) -> usize {
    let mut letters = 0;
    let fits = rows.take(MOST / 2).take_while(|row| {
        letters += row.text.len();
        letters <= LETTERS / 2
    });
    fits.count()
}

/// The middle one of some lengths by size; 0 when there are none.
fn middle(lengths: impl Iterator<Item = f32>) -> f32 {
    let mut lengths: Vec<f32> = lengths.collect();
    lengths.sort_by(f32::total_cmp);
    lengths.get(lengths.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reading::specimen::page;

    #[test]
    fn of_a_paper_without_an_end_the_beginning_and_the_end_are_looked_at() {
        let rows: Vec<String> = (0..3 * MOST)
            .map(|number| format!("Rad {number}"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let paper = Paper::new(&[page(&rows)]);
        let text = |at: usize| paper.entries[at].row.text.as_str();
        assert_eq!(paper.entries.len(), MOST);
        assert_eq!((text(0), text(MOST - 1)), ("Rad 0", "Rad 2999"));
        assert_eq!(text(MOST / 2), "Rad 2500");
    }

    #[test]
    fn long_rows_count_by_their_letters() {
        let long = "9 999,99 ".repeat(20);
        let paper = Paper::new(&[page(&vec![&*long; 900])]);
        let letters: usize = paper.entries.iter().map(|entry| entry.row.text.len()).sum();
        assert!((LETTERS / 2..=LETTERS).contains(&letters), "{letters}");
    }
}

//! Tables: columns of the widths that were asked for, rows that stay whole, and a head that stands again on each page.

use std::ops::ControlFlow;

use super::{
    clean::property,
    composer::{Composer, Spot, rule, voiced},
    document::{Align, Cell, Column, Row, Table, Width},
    flow::{Fit, Ink, Mark, Slab},
    look::{CELL, FIRM, HAIR, HEAD, LINE, MM, PINE, SIDE, Style, UNDER, WASH},
    structure::{Part, Role},
};
use crate::error::Result;

/// What is left free above and beneath a cell.
const PAD: f32 = 4.5;
/// The room between two columns, where there is enough.
const BETWEEN: f32 = 10.0;
/// The widest that a column gives its picture.
const PICTURE: f32 = 17.0 * MM;
/// After how many rows its reader is asked whether to go on.
const ROUND: usize = 200;

/// A column as it stands on the page.
struct Place {
    left: f32,
    width: f32,
    align: Align,
}

impl<'a> Composer<'a, '_> {
    pub(super) fn table(&mut self, table: &'a Table) -> Result<ControlFlow<()>> {
        if table.columns.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let places = places(&table.columns, self.flow.width());
        let part = self.structure.add(None, Role::Table);
        self.head(table, &places, part)?;
        let body = self.structure.add(Some(part), Role::TableBody);
        for (at, row) in table.rows.iter().enumerate() {
            let is_last = at + 1 == table.rows.len();
            let mut slab = self.row(row, &places, body, CELL)?;
            slab.keeps = match row {
                Row::Group(_) => !is_last,
                // The sums stand with something that they sum up.
                Row::Cells(_) => is_last && !table.foot.is_empty(),
            };
            self.flow.put(slab);
            if at % ROUND == 0 && self.told().is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        let foot = self.structure.add(Some(part), Role::TableFoot);
        for (at, row) in table.foot.iter().enumerate() {
            let mut slab = self.row(row, &places, foot, CELL.strong())?;
            if at == 0 {
                slab.marks
                    .push(rule(SIDE, -FIRM, self.flow.width(), FIRM, PINE));
            }
            slab.keeps = at + 1 < table.foot.len();
            self.flow.put(slab);
        }
        self.flow.end_table();
        Ok(ControlFlow::Continue(()))
    }

    fn head(&mut self, table: &Table, places: &[Place], part: Part) -> Result<()> {
        if table.columns.iter().all(|column| column.title.is_empty()) {
            return Ok(());
        }
        let head = self.structure.add(Some(part), Role::TableHead);
        let row = self.structure.add(Some(head), Role::Row);
        let (mut cells, mut height) = (Vec::new(), HEAD.leading);
        for (column, place) in table.columns.iter().zip(places) {
            let cell = self.structure.add(Some(row), Role::ColumnHead);
            let mut marks = Vec::new();
            let high = self.set_balanced(&column.title, HEAD, place.spot(cell, PAD), &mut marks)?;
            if marks.is_empty() {
                marks.push(blank(cell));
            }
            height = height.max(high);
            cells.push((high, marks));
        }
        // Titles of different heights stand on one line with their last words.
        let mut marks: Vec<Mark> = Vec::new();
        for (high, cell) in cells {
            marks.extend(cell.into_iter().map(|mark| Mark {
                top: mark.top + height - high,
                ..mark
            }));
        }
        let whole = PAD + height + PAD;
        marks.push(rule(SIDE, whole - FIRM, self.flow.width(), FIRM, PINE));
        self.flow.put(Slab {
            height: whole,
            gap: 8.0,
            keeps: true,
            is_head: true,
            marks,
            ..Slab::default()
        });
        Ok(())
    }

    fn row(
        &mut self,
        row: &'a Row,
        places: &[Place],
        within: Part,
        style: Style,
    ) -> Result<Slab<'a>> {
        let part = self.structure.add(Some(within), Role::Row);
        let wide = self.flow.width();
        let (mut marks, mut height) = (Vec::new(), style.leading);
        match row {
            Row::Group(words) => {
                let columns = u32::try_from(places.len()).unwrap_or(1);
                let cell = self.structure.add(Some(part), Role::RowHead(columns));
                let ground = marks.len();
                let spot = Spot::new(cell, wide - 12.0).at(SIDE + 6.0, PAD);
                height = height.max(self.set(&[(words, style.strong())], spot, &mut marks)?);
                marks.insert(ground, rule(SIDE, 0.0, wide, height + 2.0 * PAD, WASH));
                if marks.len() == 1 {
                    marks.push(blank(cell));
                }
            }
            Row::Cells(cells) => {
                for (at, place) in places.iter().enumerate() {
                    let part = self.structure.add(Some(part), Role::Cell);
                    let before = marks.len();
                    if let Some(cell) = cells.get(at) {
                        height = height.max(self.cell(cell, place, part, style, &mut marks)?);
                    }
                    if marks.len() == before {
                        marks.push(blank(part));
                    }
                }
                marks.push(rule(SIDE, height + 2.0 * PAD - HAIR, wide, HAIR, LINE));
            }
        }
        Ok(Slab {
            height: height + 2.0 * PAD,
            marks,
            ..Slab::default()
        })
    }

    fn cell(
        &mut self,
        cell: &'a Cell,
        place: &Place,
        part: Part,
        style: Style,
        marks: &mut Vec<Mark<'a>>,
    ) -> Result<f32> {
        match cell {
            Cell::Words { text, under } => {
                let style = match place.align {
                    Align::Left => style,
                    Align::Right => style.tabular(),
                };
                let high = self.set(&voiced(text, style), place.spot(part, PAD), marks)?;
                let tabular = Style {
                    tabular: style.tabular,
                    ..UNDER
                };
                let spot = place.spot(part, PAD + high);
                Ok(high + self.set(&[(under, tabular)], spot, marks)?)
            }
            Cell::Picture(picture) => {
                let side = place.width.min(PICTURE);
                let seen = property(&picture.description);
                let part = if seen.is_empty() {
                    marks.push(blank(part));
                    None
                } else {
                    Some(self.structure.add(Some(part), Role::Figure(seen)))
                };
                marks.push(Mark {
                    part,
                    left: place.left,
                    top: PAD,
                    height: side,
                    ink: Ink::Picture {
                        picture,
                        width: side,
                        fit: Fit::Cover,
                    },
                });
                Ok(side)
            }
        }
    }
}

impl Place {
    const fn spot(&self, part: Part, top: f32) -> Spot {
        Spot {
            part: Some(part),
            left: self.left,
            top,
            width: self.width,
            align: self.align,
        }
    }
}

/// A cell that says nothing is there all the same, for the columns to be counted by.
const fn blank<'a>(part: Part) -> Mark<'a> {
    Mark {
        part: Some(part),
        left: SIDE,
        top: 0.0,
        height: 0.0,
        ink: Ink::Blank,
    }
}

/// Where each column stands. Whatever was asked for, all of them together are as wide as the page.
fn places(columns: &[Column], wide: f32) -> Vec<Place> {
    let many = f32::from(u16::try_from(columns.len()).unwrap_or(u16::MAX));
    let between = BETWEEN.min(wide / many / 3.0);
    let room = wide - between * (many - 1.0);
    let sound = |width: f32| {
        if width.is_finite() && width > 0.0 {
            width
        } else {
            1.0
        }
    };
    let (mut fixed, mut shares) = (0.0, 0.0);
    for column in columns {
        match column.width {
            Width::Fixed(width) => fixed += sound(width) * MM,
            Width::Share(share) => shares += sound(share),
        }
    }
    let most = if shares > 0.0 { room * 0.75 } else { room };
    let scale = if fixed > most || shares == 0.0 {
        most / fixed
    } else {
        1.0
    };
    let share = (room - fixed * scale) / shares;
    let mut left = SIDE;
    let place = |column: &Column| {
        let width = match column.width {
            Width::Fixed(width) => sound(width) * MM * scale,
            Width::Share(weight) => sound(weight) * share,
        };
        let place = Place {
            left,
            width,
            align: column.align,
        };
        left += width + between;
        place
    };
    columns.iter().map(place).collect()
}

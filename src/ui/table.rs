//! Tables: chosen columns, sortable; on a phone each row becomes a block with its labels.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, look::Look};

/// The order that a column stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest first.
    Rising,
    /// Largest first.
    Falling,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    href: Option<String>,
    order: Option<Order>,
    number: bool,
}

impl Column {
    /// A column with this heading.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
            order: None,
            number: false,
        }
    }

    /// Can be sorted by following this address; `order` is the one it stands in now.
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, order: Option<Order>) -> Self {
        self.href = Some(href.into());
        self.order = order;
        self
    }

    /// Holds numbers, which stand at the end of their column.
    #[must_use]
    pub const fn number(mut self) -> Self {
        self.number = true;
        self
    }
}

/// One line of a table.
#[derive(Clone, Debug)]
pub struct Line {
    /// The thing's id and what a screen reader calls its box, when lines can be picked.
    pub pick: Option<(String, String)>,
    /// One cell per column; the first holds the link to the thing.
    pub cells: Vec<Markup>,
}

/// A table of things.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// Who reads it.
    pub look: &'a Look,
    /// What it lists, for a screen reader.
    pub caption: String,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The lines, in order.
    pub lines: Vec<Line>,
}

impl Render for Table<'_> {
    fn render(&self) -> Markup {
        let picks = self.lines.iter().any(|line| line.pick.is_some());
        html! {
            div.table-frame {
                table.table {
                    caption.unseen { (self.caption) }
                    thead { tr {
                        @if picks { th.table-pick scope="col" { span.unseen { (self.look.text("ui-pick")) } } }
                        @for column in &self.columns { (heading(column)) }
                    } }
                    tbody { @for line in &self.lines { (self.line(line, picks)) } }
                }
            }
        }
    }
}

impl Table<'_> {
    fn line(&self, line: &Line, picks: bool) -> Markup {
        html! {
            tr {
                @if picks { td.table-pick {
                    @if let Some((id, label)) = &line.pick {
                        label { input type="checkbox" name="id" value=(id) form="bulk" data-pick aria-label=(label); }
                    }
                } }
                @for (number, (column, cell)) in self.columns.iter().zip(&line.cells).enumerate() {
                    @if number == 0 { th scope="row" { (cell) } }
                    @else { td.number[column.number] data-label=(column.label) { (cell) } }
                }
            }
        }
    }
}

fn heading(column: &Column) -> Markup {
    let sorted = column.order.map(|order| match order {
        Order::Rising => "ascending",
        Order::Falling => "descending",
    });
    html! {
        th.number[column.number] scope="col" aria-sort=[sorted] {
            @if let Some(href) = &column.href {
                a href=(href) {
                    (column.label)
                    @match column.order {
                        Some(Order::Rising) => (Icon::Up),
                        Some(Order::Falling) => (Icon::Down),
                        None => {},
                    }
                }
            } @else { (column.label) }
        }
    }
}

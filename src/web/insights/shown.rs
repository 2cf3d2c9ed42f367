//! An insight on its way to the page: a heading, a chart, and beneath it the table that says the same.

use jiff::civil::Date;
use maud::{Markup, Render, html};

use crate::{
    actions::totals::Total,
    domain::money::{Currency, Sums},
    store::Reader,
    ui::{
        form::Part,
        look::Look,
        table::{Column, Line, Table},
    },
};

/// How many bars a chart has.
pub(super) const BARS: usize = 8;

/// What every insight is shown with.
pub(super) struct Shown<'a> {
    pub rows: &'a Reader,
    pub look: &'a Look,
    pub today: Date,
    /// What the charts count in; sums in other currencies stand in the tables.
    pub home: Currency,
}

impl Shown<'_> {
    /// How much it is, in words.
    pub(super) fn total(&self, total: &Total) -> String {
        let things = self.look.count("ui-things-count", total.things);
        if total.value.is_empty() {
            return things;
        }
        format!("{things} · {}", self.look.lang.sums(&total.value))
    }

    /// A sum in the household's currency, in its whole units.
    pub(super) fn amount(&self, sums: &Sums) -> f64 {
        let own = sums.iter().find(|sum| sum.currency == self.home);
        own.and_then(|own| own.decimal().parse().ok())
            .unwrap_or_default()
    }

    pub(super) fn label(&self, title: &str) -> String {
        let title = self.look.text(title);
        self.look.text_with("insights-chart", "title", &title)
    }

    /// A table whose last columns, so many as `numbers` says, hold numbers.
    pub(super) fn table<const N: usize>(
        &self,
        title: &str,
        columns: [&str; N],
        numbers: usize,
        lines: Vec<Line>,
    ) -> Markup {
        let columns = columns.into_iter().enumerate().map(|(at, key)| {
            let column = Column::new(self.look.text(key));
            if at + numbers < N {
                column
            } else {
                column.number()
            }
        });
        let table = Table {
            look: self.look,
            caption: self.look.text(title),
            columns: columns.collect(),
            lines,
        };
        table.render()
    }

    pub(super) fn insight(
        &self,
        title: &str,
        lead: Option<String>,
        chart: &impl Render,
        table: Markup,
    ) -> Markup {
        let part = Part {
            label: self.look.text("insights-as-table"),
            open: false,
            fields: table,
        };
        html! {
            section.insight {
                h2 { (self.look.text(title)) }
                @if let Some(lead) = lead.filter(|lead| !lead.is_empty()) { p.quiet { (lead) } }
                (chart)
                (part)
            }
        }
    }
}

/// A line of a table.
pub(super) fn line<const N: usize>(name: Markup, cells: [String; N]) -> Line {
    let cells = cells.into_iter().map(|cell| html! { (cell) });
    Line {
        pick: None,
        cells: [name].into_iter().chain(cells).collect(),
    }
}

/// A name, which leads somewhere where it can.
pub(super) fn link(name: &str, href: Option<&str>) -> Markup {
    html! {
        @if let Some(href) = href { a href=(href) { (name) } } @else { (name) }
    }
}

/// How many, as a length.
pub(super) fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::from(u32::MAX), f64::from)
}

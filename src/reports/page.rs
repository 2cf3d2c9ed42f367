//! The blocks of a report as a page: the same that is printed, on the screen and on the paper of a browser.

use maud::{Markup, html};

use crate::{
    domain::lang::Lang,
    press::{Align, Block, Cell, Figure, Picture, Row, Table, Text, Voice},
};

/// Shows blocks, with pictures where `address` says that they are.
pub struct Sheets<'a> {
    /// In which language.
    pub lang: Lang,
    /// Where a picture with a key is.
    pub address: &'a (dyn Fn(&str) -> String + Sync),
    /// What the list is called by who reads the page.
    pub list: String,
    /// The words where a picture is missing.
    pub missing: String,
}

impl Sheets<'_> {
    /// The report.
    #[must_use]
    pub fn markup(&self, blocks: &[Block]) -> Markup {
        // One list is called what it is; of several, each what stands above it.
        let is_table = |block: &&Block| matches!(block, Block::Table(_));
        let several = blocks.iter().filter(is_table).count() > 1;
        let mut name = self.list.as_str();
        let blocks = blocks.iter().map(|block| {
            if let Block::Heading { text, .. } = block
                && several
            {
                name = text;
            }
            self.block(block, name)
        });
        let blocks: Vec<Markup> = blocks.collect();
        html! {
            article.report lang=(self.lang.tag()) { @for block in &blocks { (block) } }
        }
    }

    fn block(&self, block: &Block, name: &str) -> Markup {
        match block {
            Block::Title { text, lead } => html! {
                header.report-title { h2 { (text) } @if !lead.is_empty() { p.quiet { (lead) } } }
            },
            Block::Heading { text, .. } => html! { h3 { (text) } },
            Block::Paragraph(text) => html! { p { (words(text)) } },
            Block::Facts(facts) => html! {
                dl.report-facts {
                    @for (label, text) in facts { div { dt { (label) } dd { (words(text)) } } }
                }
            },
            Block::Table(table) => self.table(table, name),
            Block::Gallery(figures) => html! {
                div.report-gallery { @for figure in figures { (self.figure(figure)) } }
            },
            Block::Sheet(figure) => html! { div.report-sheet { (self.figure(figure)) } },
            Block::Sums(sums) => html! {
                dl.report-sums {
                    @for sum in sums { div.is-strong[sum.strong] { dt { (sum.label) } dd { (sum.amount) } } }
                }
            },
            Block::Signatures(lines) => html! {
                div.report-signatures { @for line in lines { p { (line) } } }
            },
            Block::Rule => html! { hr; },
            Block::Space | Block::PageBreak => html! {},
        }
    }

    fn table(&self, table: &Table, name: &str) -> Markup {
        let ends: Vec<bool> = table
            .columns
            .iter()
            .map(|column| column.align == Align::Right)
            .collect();
        html! {
            div.report-scroll tabindex="0" role="region" aria-label=(name) {
                table.report-table {
                    thead {
                        tr { @for (column, end) in table.columns.iter().zip(&ends) { th.is-end[*end] scope="col" { (column.title) } } }
                    }
                    tbody { @for row in &table.rows { (self.row(row, &ends)) } }
                }
            }
        }
    }

    fn row(&self, row: &Row, ends: &[bool]) -> Markup {
        match row {
            Row::Group(name) => html! {
                tr.report-group { th scope="rowgroup" colspan=(ends.len()) { (name) } }
            },
            Row::Cells(cells) => html! {
                tr { @for (cell, end) in cells.iter().zip(ends) { td.is-end[*end] { (self.cell(cell)) } } }
            },
        }
    }

    fn cell(&self, cell: &Cell) -> Markup {
        match cell {
            Cell::Words { text, under } => html! {
                (words(text))
                @if !under.is_empty() { div.quiet { (under) } }
            },
            Cell::Picture(picture) if picture.key.is_empty() => html! {},
            Cell::Picture(picture) => html! { div.report-thumb { (self.picture(picture)) } },
        }
    }

    fn figure(&self, figure: &Figure) -> Markup {
        html! {
            figure {
                (self.picture(&figure.picture))
                @if !figure.caption.is_empty() { figcaption.quiet { (figure.caption) } }
            }
        }
    }

    fn picture(&self, picture: &Picture) -> Markup {
        let alt = if picture.description.is_empty() {
            &self.missing
        } else {
            &picture.description
        };
        html! { img src=((self.address)(&picture.key)) alt=(alt) loading="lazy" decoding="async"; }
    }
}

fn words(text: &Text) -> Markup {
    html! {
        @for span in &text.0 {
            @match span.voice {
                Voice::Plain => (span.words),
                Voice::Strong => strong { (span.words) },
                Voice::Slanted => em { (span.words) },
                Voice::Quiet => span.quiet { (span.words) },
            }
        }
    }
}

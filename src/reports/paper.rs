//! A report on paper: its content as the blocks that are printed, and that a page of the same report shows.

mod division;
mod list;
mod told;

use jiff::tz::TimeZone;

use super::{
    columns, csv,
    facts::{self, Line},
    package::Document as Form,
    prose,
    table::Cell,
};
use crate::{
    domain::{
        lang::Lang,
        report::{Content, Exhibit, Report, ReportKind},
    },
    error::Result,
    press::{Attachment, Block, Document, Figure, Paper, Picture, Sum, Text},
};

/// A picture by what it is fetched by: the file, how far it is turned, and how large it is shown.
#[must_use]
pub fn key(exhibit: &Exhibit, large: bool) -> String {
    let size = if large { "large" } else { "small" };
    format!("{}.{}.{size}", exhibit.blob, exhibit.rotation.degrees())
}

/// A report as it is printed. Its list comes along inside of it, for machines.
///
/// # Errors
/// Those of writing the list.
pub fn document(report: &Report, content: &Content) -> Result<Document> {
    let lang = report.details.language;
    let at = report.made.to_zoned(TimeZone::UTC);
    let mut list = Vec::new();
    csv::write(&columns::table(&report.details, content), lang, &mut list)?;
    let title = facts::title(report.details.kind, lang);
    Ok(Document {
        title: format!("{title} {}", report.number),
        author: content.household.clone(),
        lang,
        date: at.clone(),
        paper: match report.details.kind {
            ReportKind::InsuranceClaim => Paper::Landscape,
            _ => Paper::Portrait,
        },
        footer: foot(report, content),
        missing: lang.text("reports-picture-missing"),
        blocks: blocks(report, content),
        attachments: vec![Attachment {
            name: Form::Csv.name(report),
            media_type: "text/csv".to_owned(),
            description: lang.text("reports-attached-list"),
            bytes: list,
            at,
        }],
    })
}

/// What stands at the foot of each page: whose it is, which report, and of when.
fn foot(report: &Report, content: &Content) -> String {
    let lang = report.details.language;
    let title = facts::title(report.details.kind, lang);
    let said = [
        content.household.clone(),
        format!("{title} {}", report.number),
        lang.day(report.day),
    ];
    let said = said.into_iter().filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// What a report says, block by block.
#[must_use]
pub fn blocks(report: &Report, content: &Content) -> Vec<Block> {
    let lang = report.details.language;
    let kind = report.details.kind;
    let mut blocks = Vec::new();
    if kind.needs_item() {
        told::sheet(report, content, &mut blocks);
    } else {
        blocks.push(Block::Title {
            text: facts::title(kind, lang),
            lead: content.household.clone(),
        });
        blocks.push(Block::Facts(lines(lang, facts::head(report, content))));
        if !content.story.is_empty() {
            let key = match kind {
                ReportKind::Division => "reports-agreed",
                _ => "reports-story",
            };
            blocks.push(heading(lang.text(key)));
            blocks.extend(prose::blocks(&content.story));
        }
        if kind == ReportKind::Division {
            division::blocks(report, content, &mut blocks);
            papers(lang, content, &mut blocks);
            return blocks;
        }
        told::damage(lang, content, &mut blocks);
        blocks.push(heading(lang.text("reports-list")));
        blocks.push(Block::Table(list::table(report, content)));
        let sums = sums(lang, facts::summary(report, content));
        if !sums.is_empty() {
            blocks.push(Block::Sums(sums));
        }
        if kind == ReportKind::InsuranceClaim {
            told::more_pictures(lang, content, &mut blocks);
        }
        told::contacts(lang, content, &mut blocks);
        if kind == ReportKind::Estate {
            let sign = ["reports-sign-place", "reports-sign-name"];
            blocks.push(Block::Signatures(sign.map(|key| lang.text(key)).into()));
        }
    }
    papers(lang, content, &mut blocks);
    blocks
}

fn heading(text: String) -> Block {
    Block::Heading { level: 1, text }
}

fn lines(lang: Lang, lines: Vec<Line>) -> Vec<(String, Text)> {
    let lines = lines.into_iter();
    lines
        .map(|line| (line.label, words(lang, &line.value).into()))
        .collect()
}

/// A value as a reader of the language writes it.
fn words(lang: Lang, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => lang.number(*number),
        Cell::Money(money) => lang.money(*money),
        Cell::Date(date) => lang.date(*date),
        Cell::Time(at) => lang.when(crate::domain::moment::Moment::at(at.date(), at.time())),
        Cell::Empty => String::new(),
    }
}

fn sums(lang: Lang, lines: Vec<Line>) -> Vec<Sum> {
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(at, line)| Sum {
            amount: words(lang, &line.value),
            label: line.label,
            strong: at == last,
        })
        .collect()
}

/// Pictures beside each other, each with its words.
fn gallery(name: &str, photos: &[Exhibit]) -> Block {
    let figures = photos.iter().map(|photo| {
        let words = if photo.caption.is_empty() {
            name
        } else {
            &photo.caption
        };
        figure(photo, true, words, &photo.caption)
    });
    Block::Gallery(figures.collect())
}

fn figure(photo: &Exhibit, large: bool, description: &str, caption: &str) -> Figure {
    Figure {
        picture: Picture {
            key: key(photo, large),
            description: description.to_owned(),
        },
        caption: caption.to_owned(),
    }
}

/// The receipts and guarantees, a page each. What cannot be shown comes along in the package, as do all pages of a PDF.
fn papers(lang: Lang, content: &Content, blocks: &mut Vec<Block>) {
    let shown = content
        .papers
        .iter()
        .filter(|paper| paper.exhibit.is_page());
    for (paper, number) in shown.zip(1_u64..) {
        let arguments = [
            ("number", number.into()),
            ("what", paper.exhibit.caption.clone().into()),
        ];
        let key = if paper.exhibit.is_pdf() {
            "reports-paper-first"
        } else {
            "reports-paper"
        };
        let caption = lang.text_with(key, &arguments);
        blocks.push(Block::Sheet(Figure {
            picture: Picture {
                key: self::key(&paper.exhibit, true),
                description: caption.clone(),
            },
            caption,
        }));
    }
}

#[cfg(test)]
mod tests;

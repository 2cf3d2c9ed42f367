//! A division of property on paper: a list for each party, what is apart, who pays whom, and lines for all to sign.

use super::{heading, list, sums};
use crate::{
    domain::{
        lang::Lang,
        report::{Content, Entry, Part, Report},
    },
    press::{Block, Text},
    reports::facts,
};

/// Which things a list takes.
type Takes<'a> = &'a dyn Fn(&Entry) -> bool;

/// What follows the head of the report.
pub(super) fn blocks(report: &Report, content: &Content, blocks: &mut Vec<Block>) {
    let lang = report.details.language;
    let with_sums = report.details.shows(Part::Prices);
    for lot in content.lots() {
        let theirs = |entry: &Entry| entry.is_divided() && entry.meant_for == lot.name;
        blocks.push(heading(said(lang, "reports-lot-of", &lot.name)));
        if content.entries.iter().any(theirs) {
            blocks.push(Block::Table(list::some(report, content, theirs)));
        } else {
            blocks.push(Block::Paragraph(lang.text("reports-lot-nothing").into()));
        }
        let got = facts::amounts_of(lang, "reports-lot-sum", &lot.name, &lot.got);
        if with_sums && !got.is_empty() {
            blocks.push(Block::Sums(sums(lang, got)));
        }
    }
    let is_open = |entry: &Entry| {
        entry.is_divided() && content.parties.iter().all(|it| it.name != entry.meant_for)
    };
    let is_personal = |entry: &Entry| entry.personal;
    let is_separate = |entry: &Entry| !entry.personal && entry.separate.is_some();
    let apart: [(&str, Takes<'_>); 3] = [
        ("reports-lot-open", &is_open),
        ("reports-lot-personal", &is_personal),
        ("reports-lot-separate", &is_separate),
    ];
    for (key, is_of) in apart {
        if content.entries.iter().any(is_of) {
            blocks.push(heading(lang.text(key)));
            blocks.push(Block::Table(list::some(report, content, is_of)));
        }
    }
    if with_sums {
        even(lang, content, blocks);
    }
    blocks.push(heading(lang.text("reports-signatures")));
    let names = content.parties.iter().map(|party| &party.name);
    let lines = names.flat_map(|name| [lang.text("reports-sign-place"), name.clone()]);
    blocks.push(Block::Signatures(lines.collect()));
}

/// What each has got and has a right to, and who pays whom.
fn even(lang: Lang, content: &Content, blocks: &mut Vec<Block>) {
    blocks.push(heading(lang.text("reports-evening")));
    blocks.push(Block::Sums(sums(lang, facts::evening(lang, content))));
    if content.payments().is_empty() {
        let even: Text = lang.text("reports-even").into();
        blocks.push(Block::Paragraph(even));
    }
}

fn said(lang: Lang, key: &str, name: &str) -> String {
    lang.text_with(key, &[("name", name.to_owned().into())])
}

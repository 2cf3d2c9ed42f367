//! What a report tells beside its list: one thing on a sheet of its own, what an incident did, whom was spoken with.

use super::{figure, gallery, heading, list};
use crate::{
    domain::{
        lang::Lang,
        report::{Content, Part, Passage, Report, ReportKind, Subject},
    },
    press::{Block, Text, Voice},
    reports::{facts, prose},
};

/// One thing: its name, its pictures, its facts, and what there is to tell.
pub(super) fn sheet(report: &Report, content: &Content, blocks: &mut Vec<Block>) {
    let details = &report.details;
    let lang = details.language;
    for entry in &content.entries {
        let lead = if details.kind == ReportKind::Sale {
            facts::title(details.kind, lang)
        } else {
            content.household.clone()
        };
        blocks.push(Block::Title {
            text: entry.name.clone(),
            lead,
        });
        if !entry.photos.is_empty() {
            blocks.push(gallery(&entry.name, &entry.photos));
        }
        blocks.push(Block::Facts(list::facts(report, content)));
        for (key, text) in [
            ("reports-column-description", &entry.description),
            ("reports-column-notes", &entry.notes),
        ] {
            if !text.is_empty() {
                blocks.push(heading(lang.text(key)));
                blocks.extend(prose::blocks(text));
            }
        }
    }
    for subject in [Subject::Upkeep, Subject::Memory] {
        let mut told = passages(content, subject).peekable();
        if told.peek().is_some() {
            blocks.push(heading(facts::subject(subject, lang)));
        }
        for passage in told {
            tell(lang, passage, blocks);
            if !passage.photos.is_empty() && details.shows(Part::Pictures) {
                blocks.push(gallery(&passage.title, &passage.photos));
            }
        }
    }
}

/// What an incident did, on pictures.
pub(super) fn damage(lang: Lang, content: &Content, blocks: &mut Vec<Block>) {
    let photos: Vec<_> = passages(content, Subject::Damage)
        .flat_map(|passage| passage.photos.clone())
        .collect();
    if !photos.is_empty() {
        let title = facts::subject(Subject::Damage, lang);
        blocks.push(heading(title.clone()));
        blocks.push(gallery(&title, &photos));
    }
}

/// The most pictures that are shown as large as they are kept: a thousand of them would fill the memory.
const CLOSE: usize = 60;

/// The pictures of things beside the one in the list, each with the name of its thing.
pub(super) fn more_pictures(lang: Lang, content: &Content, blocks: &mut Vec<Block>) {
    let entries = content.entries.iter();
    let more: Vec<_> = entries
        .flat_map(|entry| entry.photos.iter().skip(1).map(move |photo| (entry, photo)))
        .collect();
    if more.is_empty() {
        return;
    }
    let large = more.len() <= CLOSE;
    let figures = more.into_iter().map(|(entry, photo)| {
        let words = if photo.caption.is_empty() {
            entry.name.clone()
        } else {
            format!("{}: {}", entry.name, photo.caption)
        };
        figure(photo, large, &words, &words)
    });
    blocks.push(heading(lang.text("reports-more-pictures")));
    blocks.push(Block::Gallery(figures.collect()));
}

/// Calls and letters, in the order of their days.
pub(super) fn contacts(lang: Lang, content: &Content, blocks: &mut Vec<Block>) {
    let mut told = passages(content, Subject::Contact).peekable();
    if told.peek().is_some() {
        blocks.push(heading(facts::subject(Subject::Contact, lang)));
    }
    for passage in told {
        tell(lang, passage, blocks);
    }
}

fn passages(content: &Content, subject: Subject) -> impl Iterator<Item = &Passage> {
    let passages = content.passages.iter();
    passages.filter(move |passage| passage.subject == subject)
}

fn tell(lang: Lang, passage: &Passage, blocks: &mut Vec<Block>) {
    let day = passage.on.map(|on| lang.date(on)).unwrap_or_default();
    let head = Text::default().and(day, Voice::Quiet);
    let head = if passage.title.is_empty() {
        head
    } else {
        head.and("  ", Voice::Plain)
            .and(passage.title.as_str(), Voice::Strong)
    };
    blocks.push(Block::Paragraph(head));
    blocks.extend(prose::blocks(&passage.text));
}

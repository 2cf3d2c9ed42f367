//! What a report tells beside its list: one thing on a sheet of its own, what an incident did, whom was spoken with.

use super::{gallery, heading, list};
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

//! What draws pages of marks, and makes a file of them.

use std::{collections::BTreeSet, ops::ControlFlow};

use jiff::Zoned;
use krilla::{
    Document as File, SerializeSettings,
    configure::{Archival, ConfigurationBuilder},
    embed::{AssociationKind, EmbeddedFile, MimeType},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{Artifact, ArtifactType, Identifier},
};

use super::{
    Pictures, Progress,
    clean::property,
    document::{Attachment, Document},
    flow::{Entry, Flow},
    fonts::Fonts,
    sheet::Sheet,
    structure::{Part, Structure},
};
use crate::error::{Error, Result};

/// Draws all pages; nothing when its reader has had enough.
pub(super) fn draw(
    fonts: &Fonts,
    document: &Document,
    (flow, structure): (Flow, Structure),
    pictures: &mut dyn Pictures,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<Vec<u8>>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .finish()
        .map_err(|error| Error::Internal(format!("no such kind of file: {error:?}")))?;
    let mut file = File::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut drawn: Vec<(Part, Identifier)> = Vec::new();
    let (width, height) = flow.size;
    let pages = flow.pages.len();
    for (at, marks) in flow.pages.into_iter().enumerate() {
        if progress(Progress::Drawn { page: at, pages }).is_break() {
            return Ok(None);
        }
        let settings = PageSettings::from_wh(width, height);
        let settings = settings.ok_or_else(|| Error::internal("a page has no size"))?;
        let mut page = file.start_page_with(settings);
        let mut sheet = Sheet::new(page.surface(), fonts, pictures, &document.missing);
        for mark in marks {
            sheet.mark(mark, &mut drawn)?;
        }
        sheet.begin(Artifact::with_kind(ArtifactType::Footer));
        sheet.foot(
            flow.size,
            &document.footer,
            &format!("{} ({pages})", at + 1),
        )?;
        sheet.end();
    }
    file.set_outline(outline(&flow.outline));
    file.set_tag_tree(structure.tags(document.lang, drawn));
    file.set_metadata(metadata(document));
    attach(&mut file, &document.attachments);
    let written = file.finish();
    written
        .map(Some)
        .map_err(|error| Error::Internal(format!("the document could not be written: {error:?}")))
}

fn metadata(document: &Document) -> Metadata {
    let title = property(&document.title);
    Metadata::new()
        .document_id(format!("{title} {}", document.date))
        .title(title)
        .authors(vec![property(&document.author)])
        .language(document.lang.tag().to_owned())
        .creator("Smartinventory".to_owned())
        .creation_date(date(&document.date))
}

fn date(at: &Zoned) -> DateTime {
    let number = |value: i8| u8::try_from(value).unwrap_or_default();
    let offset = at.offset().seconds() / 60;
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(number(at.month()))
        .day(number(at.day()))
        .hour(number(at.hour()))
        .minute(number(at.minute()))
        .second(number(at.second()))
        .utc_offset_hour(i8::try_from(offset / 60).unwrap_or_default())
        .utc_offset_minute(u8::try_from(offset.abs() % 60).unwrap_or_default())
}

/// The headings, each beneath the last one that is less deep.
fn outline(entries: &[Entry]) -> Outline {
    let mut outline = Outline::new();
    for (entry, beneath) in siblings(entries) {
        outline.push_child(node(entry, beneath));
    }
    outline
}

fn node(entry: &Entry, beneath: &[Entry]) -> OutlineNode {
    let place = krilla::geom::Point::from_xy(0.0, (entry.top - 12.0).max(0.0));
    let place = krilla::destination::XyzDestination::new(entry.page, place);
    let mut node = OutlineNode::new(property(&entry.text), place).with_open(entry.depth == 0);
    for (entry, beneath) in siblings(beneath) {
        node.push_child(self::node(entry, beneath));
    }
    node
}

/// The first entry and whatever follows as deep as it, each with those beneath it.
fn siblings(entries: &[Entry]) -> impl Iterator<Item = (&Entry, &[Entry])> {
    let mut rest = entries;
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        let end = after.iter().position(|entry| entry.depth <= first.depth);
        let (beneath, next) = after.split_at(end.unwrap_or(after.len()));
        rest = next;
        Some((first, beneath))
    })
}

fn attach(file: &mut File, attachments: &[Attachment]) {
    let mut names = BTreeSet::new();
    for attachment in attachments {
        let given = property(&attachment.name);
        let mut name = given.clone();
        let mut number = 1;
        while name.is_empty() || !names.insert(name.clone()) {
            number += 1;
            name = match given.rsplit_once('.') {
                Some((stem, ending)) => format!("{stem} ({number}).{ending}"),
                None => format!("{given} ({number})"),
            };
        }
        let media_type = Some(attachment.media_type.as_str()).filter(|name| name.len() <= 100);
        let unknown = || MimeType::new("application/octet-stream");
        // Only a name that is there already is refused.
        let _ = file.embed_file(EmbeddedFile {
            path: name,
            mime_type: media_type.and_then(MimeType::new).or_else(unknown),
            description: Some(property(&attachment.description)),
            association_kind: AssociationKind::Supplement,
            data: attachment.bytes.clone().into(),
            modification_date: Some(date(&attachment.at)),
            compress: None,
            location: None,
        });
    }
}

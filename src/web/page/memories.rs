//! Memories, recordings and bequests as the parts of a page show them.

use maud::{Markup, html};

use crate::{
    access::Viewer,
    actions::attachments,
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        bequest::Bequest,
        item::{Acquired, Acquisition, Affection},
        memory::{Memory, MemoryDetails},
        person::Person,
    },
    error::Result,
    media::Kind,
    store::{Row, Rows},
    ui::{button::Button, icon::Icon, list::Row as Line, look::Look, markdown::markdown},
    web::page::{labels, photo},
};

/// When and where it happened, and who was there: "juni 1954 · Smögen · Elsa, Gustav".
pub fn when_and_where(look: &Look, details: &MemoryDetails) -> String {
    let on = details.on.map(|on| look.lang.date(on)).unwrap_or_default();
    joined([on, scene(details)])
}

/// Where it happened, and who was there: "Smögen · Elsa, Gustav".
fn scene(details: &MemoryDetails) -> String {
    joined([details.place.clone(), details.people.join(", ")])
}

fn joined(parts: [String; 2]) -> String {
    let [first, second] = parts;
    if first.is_empty() || second.is_empty() {
        first + &second
    } else {
        format!("{first} · {second}")
    }
}

/// Whether a file is sound or a film, which a page can play.
pub fn plays(file: &Attachment) -> bool {
    Kind::is_sound_type(&file.media_type) || Kind::is_film_type(&file.media_type)
}

/// Sound or a film, to be played where it stands; nothing is fetched before somebody wants to hear it.
pub fn recording(look: &Look, file: &Row<Attachment>, changes: bool) -> Markup {
    let address = format!("/files/{}", file.id);
    let said = if file.caption.is_empty() {
        &file.file_name
    } else {
        &file.caption
    };
    let download = Button::link(
        look.text_with("memories-download", "name", said),
        format!("{address}/download"),
    );
    let remove = Button::post(
        look.text_with("receipts-page-remove", "name", said),
        format!("/photos/{}/remove", file.id),
    );
    html! {
        figure.recording {
            @if Kind::is_film_type(&file.media_type) {
                video controls preload="none" playsinline src=(address) aria-label=(said) {}
            } @else {
                audio controls preload="none" src=(address) aria-label=(said) {}
            }
            figcaption {
                span.quiet { (said) " · " (look.lang.bytes(file.size)) }
                span.row {
                    (download.icon(Icon::Download).alone().bare())
                    @if changes { (remove.icon(Icon::Trash).alone().bare()) }
                }
            }
        }
    }
}

/// Where a memory is told: that decides its heading, and whether its day stands there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// In a part of a page.
    Stories,
    /// In the life of a thing.
    Life,
}

/// A memory told in full, beneath a heading of its own.
pub fn story(look: &Look, rows: &impl Rows, memory: &Row<Memory>, among: Among) -> Result<Markup> {
    let details = &memory.details;
    let files = attachments::list(rows, Bearer::Memory(memory.body.id))?;
    let photos: Vec<_> = files
        .iter()
        .filter(|file| file.kind == AttachmentKind::Photo)
        .map(photo)
        .collect();
    let scene = match among {
        Among::Stories => when_and_where(look, details),
        Among::Life => scene(details),
    };
    let title = html! { a href={ "/memories/" (memory.body.id) } { (details.title) } };
    Ok(html! {
        article.story {
            @if among == Among::Stories { h3.story-title { (title) } } @else { h2.story-title { (title) } }
            @if !scene.is_empty() { p.quiet { (scene) } }
            @if !details.text.is_empty() { div.prose { (markdown(&details.text)) } }
            @for file in files.iter().filter(|file| plays(file)) { (recording(look, file, false)) }
            @if !photos.is_empty() {
                div.story-photos {
                    @for photo in &photos { (photo.picture(photo.caption.as_deref().unwrap_or_default(), "8rem", false)) }
                }
            }
        }
    })
}

/// How dear a thing is, in hearts and words.
pub fn hearts(look: &Look, affection: Affection) -> Markup {
    let count = 1 + Affection::ALL
        .into_iter()
        .take_while(|other| *other != affection)
        .count();
    html! {
        span.hearts { @for _ in 0..count { (Icon::Heart) } }
        span { (look.text(labels::affection(affection))) }
    }
}

/// From whom a thing was inherited, and when: "Ärvd efter farfar, 1974".
pub fn inherited(look: &Look, acquired: &Acquired) -> Option<String> {
    if acquired.how != Some(Acquisition::Inherited) {
        return None;
    }
    let mut said = if acquired.from.is_empty() {
        look.text("memories-inherited")
    } else {
        look.text_with("memories-inherited-from", "from", &acquired.from)
    };
    if let Some(on) = acquired.on {
        said = format!("{said}, {}", look.lang.date(on));
    }
    Some(said)
}

/// Who wrote a bequest.
pub fn writer(rows: &impl Rows, look: &Look, bequest: &Row<Bequest>) -> Result<String> {
    let writer = match bequest.created.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    Ok(writer.unwrap_or_else(|| look.text("thing-somebody")))
}

/// Who knows of a bequest, as its reader is told.
pub fn who_knows(look: &Look, viewer: &Viewer, bequest: &Row<Bequest>) -> String {
    look.text(if bequest.details.open {
        "bequests-known"
    } else if bequest.created.by == Some(viewer.person()) {
        "bequests-secret"
    } else {
        "bequests-left"
    })
}

/// Whom a thing is meant for, as a row.
pub fn bequest_line(
    look: &Look,
    rows: &impl Rows,
    viewer: &Viewer,
    bequest: &Row<Bequest>,
) -> Result<Line> {
    let by = writer(rows, look, bequest)?;
    let icon = if bequest.details.open {
        Icon::Person
    } else {
        Icon::Lock
    };
    let title = look.text_with("bequests-for", "to", &bequest.details.to);
    Ok(Line::icon(icon, title)
        .href(format!("/bequests/{}", bequest.body.id))
        .text(format!("{by} · {}", who_knows(look, viewer, bequest))))
}

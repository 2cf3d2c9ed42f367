//! What happened to a thing: each version, what it changed, what became of its photos, and the way back.

use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

use axum::{Router, routing::get};
use maud::{Markup, Render};

use super::files::{self, Deeds};
use crate::{
    access::{Editor, Viewer},
    app::App,
    domain::item::{Item, ItemId},
    error::{Error, Result},
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row, Rows, Stamp},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        timeline::{Change, Event, Timeline},
    },
    web::page::{self, wording::Wording},
};

/// How much of a long text a history shows, in characters.
const EXCERPT: usize = 200;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/items/{id}/history", get(whole))
}

async fn whole(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Things);
    let item = editor.viewer().item(&rows, id)?;
    let name = page::name(&look, &item);
    let past = Past::of(&rows, editor.viewer(), &look, &item)?;
    let events = past.events(usize::MAX)?;
    let title = look.text_with("thing-history-of", "name", &name);
    let way = Breadcrumb::new(look.text("thing-location")).step(name, format!("/items/{id}"));
    Ok(Page::new(&look, title, Timeline(events).render())
        .breadcrumb(way)
        .narrow()
        .answer(htmx))
}

/// The versions of a thing that somebody may see.
pub(super) struct Past<'a> {
    rows: &'a Reader,
    viewer: &'a Viewer,
    look: &'a Look,
    present: &'a Row<Item>,
    versions: Vec<Row<Item>>,
    /// What each change did to its photos and documents.
    files: BTreeMap<u64, Deeds>,
}

impl<'a> Past<'a> {
    /// Those that the reader sees: what was private to others when it was written stays so.
    pub(super) fn of(
        rows: &'a Reader,
        viewer: &'a Viewer,
        look: &'a Look,
        present: &'a Row<Item>,
    ) -> Result<Self> {
        let mut files = files::deeds(rows, present.id)?;
        let mut versions = Vec::new();
        let mut until = u64::MAX;
        for version in rows.versions(present.id)? {
            let from = version.revision.get();
            if viewer.sees(rows, &version)? {
                versions.push(version);
            } else {
                files.retain(|change, _| *change < from || *change >= until);
            }
            until = from;
        }
        Ok(Self {
            rows,
            viewer,
            look,
            present,
            versions,
            files,
        })
    }

    /// The changes that are told, the newest first, each with the version that it made of the thing, if it made one.
    fn changes(&self) -> BTreeMap<Reverse<u64>, Option<usize>> {
        let files = self.files.keys().map(|change| (Reverse(*change), None));
        let versions = self.versions.iter().enumerate();
        let versions = versions.map(|(at, row)| (Reverse(row.revision.get()), Some(at)));
        files.chain(versions).collect()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.changes().len()
    }

    /// The last ones, the newest first.
    pub(super) fn events(&self, most: usize) -> Result<Vec<Event>> {
        let changes = self.changes().into_iter().take(most);
        changes
            .map(|(Reverse(change), version)| {
                let deeds = self.files.get(&change);
                match (version, deeds) {
                    (Some(at), deeds) => {
                        let mut event =
                            self.event(&self.versions[at], self.versions.get(at + 1))?;
                        event.photos = deeds.map(Deeds::pictures).unwrap_or_default();
                        Ok(event)
                    }
                    (None, Some(deeds)) => self.filed(change, deeds),
                    (None, None) => Err(Error::NotFound),
                }
            })
            .collect()
    }

    /// What was done to photos and documents alone.
    fn filed(&self, change: u64, deeds: &Deeds) -> Result<Event> {
        Ok(Event {
            instant: deeds.stamp.at.to_string(),
            when: self.look.lang.moment(deeds.stamp.at),
            what: deeds.sentence(self.look, self.who(deeds.stamp)?),
            changes: deeds.changes(self.look),
            photos: deeds.pictures(),
            restore: files::undo(self.rows, self.viewer, self.look, change)?,
        })
    }

    fn who(&self, stamp: Stamp) -> Result<String> {
        match stamp.by {
            Some(person) => Wording::new(self.rows, self.viewer, self.look.lang).person(person),
            None => Ok(self.look.text("thing-somebody")),
        }
    }

    fn event(&self, version: &Row<Item>, before: Option<&Row<Item>>) -> Result<Event> {
        let words = Wording::new(self.rows, self.viewer, self.look.lang);
        let mut changes = Vec::new();
        if let Some(before) = before {
            for difference in words.differences(&before.details, &version.details)? {
                changes.push(Change {
                    label: difference.label,
                    before: excerpt(&difference.before),
                    after: excerpt(&difference.after),
                });
            }
            if before.archived != version.archived {
                let said = |version: &Row<Item>| {
                    let archived = version.archived.as_ref();
                    archived.map(|archived| words.departure(archived))
                };
                changes.push(Change {
                    label: self.look.text("thing-archived"),
                    before: said(before),
                    after: said(version),
                });
            }
        }
        let at = version.changed.at;
        let who = self.who(version.changed)?;
        Ok(Event {
            instant: at.to_string(),
            when: self.look.lang.moment(at),
            what: self.look.text_with(did(version, before), "who", &who),
            changes,
            photos: Vec::new(),
            restore: self.restore(version),
        })
    }

    fn restore(&self, version: &Row<Item>) -> Option<Button> {
        let changes = self
            .viewer
            .editor()
            .is_ok_and(|editor| editor.may_change(self.present));
        let other = version.details != self.present.details && self.present.binned.is_none();
        let action = format!("/items/{}/versions/{}", version.id, version.revision.get());
        (changes && other).then(|| {
            Button::post(self.look.text("thing-bring-back"), action)
                .icon(Icon::Undo)
                .small()
        })
    }
}

/// What somebody did to make a version of the one before it.
fn did(version: &Row<Item>, before: Option<&Row<Item>>) -> &'static str {
    let Some(before) = before else {
        // The versions before it may be hidden, so that the first one seen is not always the first one made.
        return if version.created == version.changed {
            "thing-did-add"
        } else {
            "thing-did-change"
        };
    };
    match (before.binned.is_some(), version.binned.is_some()) {
        (false, true) => "thing-did-remove",
        (true, false) => "thing-did-restore",
        _ => match (&before.archived, &version.archived) {
            (None, Some(_)) => "thing-did-archive",
            (Some(_), None) => "thing-did-unarchive",
            _ => "thing-did-change",
        },
    }
}

/// The beginning of a text; nothing where it is empty.
fn excerpt(text: &str) -> Option<String> {
    let short = match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    };
    (!short.is_empty()).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(excerpt(""), None);
        assert_eq!(excerpt("kort"), Some("kort".to_owned()));
        let long = excerpt(&"å".repeat(500)).unwrap();
        assert_eq!(long.chars().count(), EXCERPT + 1);
    }
}

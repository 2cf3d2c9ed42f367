//! What people do with things.

mod prices;

use self::prices::date_prices;
mod archiving;

pub use self::archiving::archive;
pub(super) use self::archiving::depart;
use super::{
    attachments::{self, NewAttachment},
    references, sightings, tags,
};
use crate::{
    access::Editor,
    clock::Clock,
    domain::{
        attachment::{Attachment, AttachmentId, Bearer},
        id::Id,
        item::{Details, Item, ItemId, Share},
        round::RoundId,
        text,
    },
    error::{Error, Result, take_each},
    store::{Expect, Relation, Row, Rows, Saved, Store, Writer},
};

/// What a form asks for: details, and further tags by name, which are made where there are none.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What is said, with tags that there are.
    pub details: Details,
    /// The names of further tags.
    pub tags: Vec<String>,
}

impl From<Details> for Wish {
    fn from(details: Details) -> Self {
        Self {
            details,
            tags: Vec::new(),
        }
    }
}

impl Wish {
    fn granted(self, tx: &mut Writer<'_>, clock: &Clock) -> Result<Details> {
        let mut details = self.details;
        details.tags.extend(tags::called(tx, clock, &self.tags)?);
        Ok(details)
    }
}

/// Adds a thing. A name is not needed: without one it waits in the tray.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add(store: &Store, editor: &Editor, wish: impl Into<Wish>) -> Result<Saved<Row<Item>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "item-add", |tx| {
        let details = wish.into().granted(tx, clock)?;
        insert(tx, editor, clock.id(), details)
    })
}

/// Adds many things in one change: all of them, or none.
///
/// # Errors
/// [`Error::Invalid`] by thing and field (`items[3].name`), with all that cannot be taken.
pub fn add_many(
    store: &Store,
    editor: &Editor,
    all: Vec<Details>,
) -> Result<Saved<Vec<Row<Item>>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "item-add", |tx| {
        take_each("items", all, |details| {
            insert(tx, editor, clock.id(), details)
        })
    })
}

/// Adds things with their photos in one change: all of them, or none.
///
/// # Errors
/// [`Error::Invalid`] by field.
pub fn add_with_photos(
    store: &Store,
    editor: &Editor,
    all: Vec<(Details, Vec<NewAttachment>)>,
) -> Result<Saved<Vec<Row<Item>>>> {
    add_on_round(store, editor, None, all)
}

/// The same, on an inventory round where it is one: what nobody had entered is new there.
///
/// # Errors
/// As [`add_with_photos`]; [`Error::NotFound`] when there is no such round.
pub fn add_on_round(
    store: &Store,
    editor: &Editor,
    round: Option<RoundId>,
    all: Vec<(Details, Vec<NewAttachment>)>,
) -> Result<Saved<Vec<Row<Item>>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), "item-add", |tx| {
        all.into_iter()
            .map(|(details, photos)| {
                let item = insert(tx, editor, clock.id(), details)?;
                for photo in photos {
                    attachments::insert(tx, clock, Bearer::Item(item.id), photo)?;
                }
                if let Some(round) = round {
                    sightings::enter(tx, clock, editor, round, item.id)?;
                }
                Ok(item)
            })
            .collect()
    })
}

pub(super) fn insert(
    tx: &mut Writer<'_>,
    editor: &Editor,
    id: ItemId,
    mut details: Details,
) -> Result<Row<Item>> {
    tidy(&mut details, editor);
    date_prices(&mut details, &Details::default(), tx.today());
    references::check(tx, editor, id, &details, None)?;
    let number = Some(tx.next_number()?);
    tx.put(
        Item {
            id,
            number,
            details,
            archived: None,
        },
        Expect::Any,
    )
}

/// Changes what is said about a thing.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] by field.
pub fn change(
    store: &Store,
    editor: &Editor,
    id: ItemId,
    seen: Expect,
    wish: impl Into<Wish>,
) -> Result<Saved<Row<Item>>> {
    store.write(Some(editor.person()), "item-change", |tx| {
        let present = editor.item(tx, id)?;
        in_use(&present)?;
        let details = wish.into().granted(tx, store.clock())?;
        update(tx, editor, &present, seen, details)
    })
}

/// Changes a thing by a function of what it is: for what is said in parts, like a `PATCH` or one field of a page.
///
/// # Errors
/// As [`change`], and whatever `with` fails with.
pub fn adjust(
    store: &Store,
    editor: &Editor,
    id: ItemId,
    seen: Expect,
    with: impl FnOnce(&mut Details) -> Result<()>,
) -> Result<Saved<Row<Item>>> {
    store.write(Some(editor.person()), "item-change", |tx| {
        let present = editor.item(tx, id)?;
        in_use(&present)?;
        let mut details = present.details.clone();
        with(&mut details)?;
        update(tx, editor, &present, seen, details)
    })
}

pub(super) fn update(
    tx: &mut Writer<'_>,
    editor: &Editor,
    present: &Row<Item>,
    seen: Expect,
    mut details: Details,
) -> Result<Row<Item>> {
    tidy(&mut details, editor);
    date_prices(&mut details, &present.details, tx.today());
    references::check(tx, editor, present.id, &details, Some(&present.details))?;
    tx.put(
        Item {
            details,
            ..present.body.clone()
        },
        seen,
    )
}

/// What every form would have to do otherwise: texts trimmed, lists without repeats, a private thing owned by somebody.
fn tidy(details: &mut Details, editor: &Editor) {
    for line in [
        &mut details.name,
        &mut details.maker,
        &mut details.model,
        &mut details.colour,
        &mut details.acquired.from,
        &mut details.priced_at,
    ] {
        *line = text::line(line);
    }
    if let Some(separate) = &mut details.separate {
        separate.note = text::line(&separate.note);
    }
    for prose in [&mut details.description, &mut details.notes] {
        *prose = text::prose(prose);
    }
    for field in &mut details.fields {
        field.name = text::line(&field.name);
    }
    keep_first(&mut details.tags, |tag| *tag);
    keep_first(&mut details.guests, |guest| *guest);
    keep_first(&mut details.owners, |share| share.person);
    keep_first(&mut details.links, |link| (link.to, link.kind.key()));
    keep_first(&mut details.identifiers, Clone::clone);
    if details.private && details.owners.is_empty() {
        details.owners.push(Share {
            person: editor.person(),
            parts: 1,
        });
    }
}

fn keep_first<T, K: PartialEq>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let mut seen = Vec::new();
    list.retain(|entry| {
        let key = key(entry);
        let new = !seen.contains(&key);
        if new {
            seen.push(key);
        }
        new
    });
}

/// Puts a thing into the bin, with everything attached.
pub fn remove(
    store: &Store,
    editor: &Editor,
    id: ItemId,
    seen: Expect,
) -> Result<Saved<Row<Item>>> {
    store.write(Some(editor.person()), "item-remove", |tx| {
        let present = editor.item(tx, id)?;
        expect(&present, seen)?;
        tx.bin(id)
    })
}

/// Takes a thing out of the bin.
pub fn restore(store: &Store, editor: &Editor, id: ItemId) -> Result<Saved<Row<Item>>> {
    store.write(Some(editor.person()), "item-restore", |tx| {
        editor.item(tx, id)?;
        tx.restore(id)
    })
}

/// Copies a thing with its photos; what tells one specimen from another (identifiers) stays behind.
pub fn copy(store: &Store, editor: &Editor, id: ItemId) -> Result<Saved<Row<Item>>> {
    let copy = store.clock().id();
    store.write(Some(editor.person()), "item-copy", |tx| {
        let original = editor.viewer().item(tx, id)?;
        let mut details = original.body.details.clone();
        details.identifiers.clear();
        details.affection = None;
        details.separate = None;
        let row = insert(tx, editor, copy, details)?;
        for attachment in tx.referring_to::<Attachment, _>(Relation::AttachedTo, id)? {
            let original = tx.get(attachment)?;
            let is_photo = original.kind == crate::domain::attachment::AttachmentKind::Photo;
            if is_photo && original.binned.is_none() {
                let id: AttachmentId = store.clock().id();
                let of = Bearer::Item(copy);
                tx.put(
                    Attachment {
                        id,
                        of,
                        left: Vec::new(),
                        ..original.body
                    },
                    Expect::Any,
                )?;
            }
        }
        Ok(row)
    })
}

/// Keeps a thing's details as a template for new ones, without what belongs to one specimen or one purchase.
///
/// # Errors
/// [`Error::Invalid`] without a name.
pub fn save_as_template(
    store: &Store,
    editor: &Editor,
    id: ItemId,
    name: &str,
) -> Result<Saved<Row<Item>>> {
    let template = store.clock().id();
    store.write(Some(editor.person()), "template-add", |tx| {
        let original = editor.viewer().item(tx, id)?;
        let mut details = original.body.details.clone();
        details.name = text::line(name);
        details.identifiers.clear();
        details.links.clear();
        details.affection = None;
        details.separate = None;
        details.acquired.on = None;
        if details.name.is_empty() {
            return Err(Error::invalid("name", "error-name-empty"));
        }
        references::check(tx, editor, template, &details, Some(&original.details))?;
        tx.put(
            Item {
                id: template,
                number: None,
                details,
                archived: None,
            },
            Expect::Any,
        )
    })
}

/// The templates that somebody sees, by name.
pub fn templates(rows: &impl Rows, viewer: &crate::access::Viewer) -> Result<Vec<Row<Item>>> {
    let mut templates = Vec::new();
    rows.each(None, |row: Row<Item>| {
        if row.is_template() && row.binned.is_none() && viewer.sees(rows, &row)? {
            templates.push(row);
        }
        Ok(true)
    })?;
    templates.sort_by_key(|row| row.details.name.to_lowercase());
    Ok(templates)
}

pub(super) fn expect<T>(row: &Row<T>, seen: Expect) -> Result<()> {
    match seen {
        Expect::Revision(revision) if row.revision != revision => Err(Error::Conflict),
        _ => Ok(()),
    }
}

/// That a row is not in the bin, which only a restore takes anything out of.
pub(super) fn in_use<T>(row: &Row<T>) -> Result<()> {
    if row.binned.is_none() {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// The things that lie in a place or thing itself, not deeper, in the order they were made.
pub fn within<T>(rows: &impl Rows, around: Id<T>) -> Result<Vec<ItemId>> {
    rows.referring_to::<Item, _>(Relation::In, around)
}

#[cfg(test)]
mod tests;

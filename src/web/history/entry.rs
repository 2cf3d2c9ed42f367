//! What happened, put together so that it reads as somebody would tell it.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::{
    access::Viewer,
    actions::history::is_undoable,
    domain::{
        attachment::{Attachment, AttachmentKind},
        person::PersonId,
    },
    error::{Error, Result},
    store::{Change, Key, Noun, Rows},
};

/// A change, or some that belong together: a thing and the photos that were taken of it, one photo after the other.
pub(super) struct Entry {
    /// When the last of it happened.
    pub(super) at: Timestamp,
    /// Who did it; nobody when the program did.
    pub(super) by: Option<PersonId>,
    /// What was done: the key of a text, without its prefix `action-`.
    pub(super) action: String,
    /// What it was done to, each once; photos and documents count as what they belong to.
    pub(super) subjects: Vec<Key>,
    /// How many photos were among it.
    pub(super) photos: usize,
    /// How many documents were among it.
    pub(super) documents: usize,
    /// The change that it took back.
    pub(super) undoes: Option<u64>,
    changes: Vec<u64>,
}

impl Entry {
    fn of(rows: &impl Rows, change: &Change) -> Result<Self> {
        let mut entry = Self {
            at: change.at,
            by: change.by,
            action: change.action.clone(),
            subjects: Vec::new(),
            photos: 0,
            documents: 0,
            undoes: change.undoes,
            changes: vec![change.number],
        };
        let told = match change.undoes {
            Some(number) => rows.change(number)?.map(|undone| undone.action),
            None => None,
        };
        let noun = noun(told.as_deref().unwrap_or(&change.action));
        let of_noun = |key: &Key| noun.is_none_or(|noun| key.noun == noun);
        let keys = || change.touched.iter().map(|touch| touch.key);
        if !keys().any(|key| of_noun(&key)) {
            // What it was done to is hidden from the reader; what it did to what they see is a change.
            "item-change".clone_into(&mut entry.action);
        }
        for key in keys() {
            entry.count(rows, key)?;
        }
        let hidden = entry.action != change.action;
        let mut known = HashSet::new();
        for key in keys().filter(|key| hidden || of_noun(key)) {
            let subject = bearer(rows, key)?;
            if known.insert(subject) {
                entry.subjects.push(subject);
            }
        }
        Ok(entry)
    }

    fn count(&mut self, rows: &impl Rows, key: Key) -> Result<()> {
        if let Some(id) = key.id::<Attachment>()
            && let Some(row) = rows.find(id)?
        {
            match row.kind {
                AttachmentKind::Photo => self.photos += 1,
                AttachmentKind::Document => self.documents += 1,
            }
        }
        Ok(())
    }

    /// Takes in the change before it, when the two are one in the telling.
    fn join(&mut self, earlier: &Self) -> bool {
        let same = self.by == earlier.by && self.subjects == earlier.subjects;
        let adds = matches!(
            earlier.action.as_str(),
            "attachment-add" | "item-add" | "place-add" | "receipt-add" | "job-add" | "memory-add"
        );
        let about_photos = matches!(
            self.action.as_str(),
            "attachment-add" | "attachment-change" | "attachment-rotate" | "attachment-reorder"
        );
        let soon = self.at.duration_since(earlier.at).as_hours() < 1;
        if !(same && adds && about_photos && soon && self.subjects.len() == 1) {
            return false;
        }
        // Words written under a photo are no further photo.
        let more = self.action == "attachment-add";
        self.photos = earlier.photos + if more { self.photos } else { 0 };
        self.documents = earlier.documents + if more { self.documents } else { 0 };
        self.action.clone_from(&earlier.action);
        self.changes.extend(&earlier.changes);
        true
    }

    /// The changes that it tells, the newest first.
    pub(super) fn changes(&self) -> &[u64] {
        &self.changes
    }

    /// The change that takes all of it back, where the person can do that.
    pub(super) fn undo(&self, rows: &impl Rows, viewer: &Viewer) -> Result<Option<u64>> {
        // A thing is taken back with its photos; of several photos none stands for the others.
        let number = match self.changes.as_slice() {
            [only] => *only,
            [.., first] if self.action != "attachment-add" => *first,
            _ => return Ok(None),
        };
        let Some(change) = rows.change(number)? else {
            return Ok(None);
        };
        Ok(is_undoable(rows, viewer, &change)?.then_some(number))
    }
}

/// Entries of changes, the newest first.
pub(super) fn entries(rows: &impl Rows, changes: &[Change]) -> Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    for change in changes {
        let entry = Entry::of(rows, change)?;
        if !entries.last_mut().is_some_and(|last| last.join(&entry)) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// What an action is done to; whatever it touched, for those that are done to anything.
fn noun(action: &str) -> Option<Noun> {
    if action == "household-claim" {
        return Some(Noun::Person);
    }
    match action.split_once('-')?.0 {
        "item" | "template" => Some(Noun::Item),
        "place" => Some(Noun::Place),
        "attachment" => Some(Noun::Attachment),
        "person" => Some(Noun::Person),
        "tag" => Some(Noun::Tag),
        "category" => Some(Noun::Category),
        "search" => Some(Noun::SavedSearch),
        "receipt" => Some(Noun::Receipt),
        "warranty" => Some(Noun::Warranty),
        "claim" => Some(Noun::Claim),
        "plan" => Some(Noun::Plan),
        "job" => Some(Noun::Job),
        "loan" => Some(Noun::Loan),
        "memory" => Some(Noun::Memory),
        "bequest" => Some(Noun::Bequest),
        "incident" => Some(Noun::Incident),
        "loss" => Some(Noun::Loss),
        "report" => Some(Noun::Report),
        "round" => Some(Noun::Round),
        "sighting" => Some(Noun::Sighting),
        "policy" => Some(Noun::Policy),
        "division" => Some(Noun::Division),
        "household" => Some(Noun::Household),
        _ => None,
    }
}

/// What a photo or document belongs to; everything else stands for itself.
pub(super) fn bearer(rows: &impl Rows, key: Key) -> Result<Key> {
    let Some(id) = key.id::<Attachment>() else {
        return Ok(key);
    };
    Ok(match rows.get(id) {
        Ok(row) => Key::bearing(row.of),
        Err(Error::NotFound) => key,
        Err(error) => return Err(error),
    })
}

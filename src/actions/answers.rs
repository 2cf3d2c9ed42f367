//! What people answer on a walk through the rooms: of each thing one answer at most, on however many phones it is given.

use std::{fmt::Debug, hash::Hash};

use super::{
    belongings::{self, Belonging},
    items::in_use,
};
use crate::{
    access::{Editor, Viewer},
    domain::{
        id::Id,
        item::{Item, ItemId},
    },
    error::{Error, Result},
    store::{Expect, Key, Record, Relation, Revision, Row, Rows, Saved, Store, Writer},
};

/// A noun that is what somebody answered for a thing. Of each thing, a walk has one outside the bin.
pub trait Answered: Belonging {
    /// What is walked for.
    type Walk: Record;
    /// What is answered.
    type Said;
    /// Which sort of answer it is: what is counted.
    type Kind: Copy + Debug + Eq + Hash;

    /// How an answer refers to what is walked for.
    const OF: Relation;
    /// The name of answering, in the change log.
    const MARK: &'static str;

    /// What is walked for.
    fn walk(&self) -> Id<Self::Walk>;

    /// Which sort of answer it is.
    fn kind(&self) -> Self::Kind;

    /// Whether it says this already.
    fn says(&self, said: &Self::Said) -> bool;

    /// That somebody may answer on this walk.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not for their eyes, or in the bin.
    fn check_walk(rows: &impl Rows, editor: &Editor, walk: Id<Self::Walk>) -> Result<()>;

    /// What is said of a thing from now on, where `present` was said before.
    ///
    /// # Errors
    /// [`Error::Invalid`] by field.
    fn answered(
        rows: &impl Rows,
        editor: &Editor,
        answer: Answer<Self>,
        item: &Item,
        present: Option<Self::Details>,
    ) -> Result<Self::Details>;

    /// What else has to change with an answer, where `before` was answered, in the same change.
    ///
    /// # Errors
    /// Those of writing.
    fn follow_answer(tx: &mut Writer<'_>, before: Option<&Self>, row: &Row<Self>) -> Result<()>;
}

/// What somebody answers for a thing.
#[derive(Clone, Debug)]
pub struct Answer<T: Answered> {
    /// On which walk.
    pub walk: Id<T::Walk>,
    /// Of which thing.
    pub item: ItemId,
    /// What.
    pub said: T::Said,
    /// The answer that they saw when they gave theirs; none where nobody had answered.
    pub known: Option<Revision>,
}

/// Takes an answer, however often it is sent. One that says what is there already changes nothing.
///
/// # Errors
/// [`Error::Conflict`] when somebody else has answered otherwise since, so that nobody's answer is ever lost unseen;
/// [`Error::Denied`] for a child, of what somebody else answered.
pub fn mark<T: Answered>(
    store: &Store,
    editor: &Editor,
    answer: Answer<T>,
) -> Result<Saved<Row<T>>> {
    let clock = store.clock();
    store.write(Some(editor.person()), T::MARK, |tx| {
        T::check_walk(tx, editor, answer.walk)?;
        let id = answer.item;
        let item = editor.item_for::<T>(tx, id)?;
        in_use(&item)?;
        if item.is_template() {
            return Err(Error::invalid("item", "error-is-template"));
        }
        let before = of_both::<T>(tx, answer.walk, id)?;
        let (row, present) = match &before {
            None => (clock.id(), None),
            Some(said) if said.says(&answer.said) => return Ok(said.clone()),
            Some(said) => {
                if answer.known != Some(said.revision) {
                    return Err(Error::Conflict);
                }
                editor.of_thing(tx, said.id())?;
                (said.id(), Some(said.details().clone()))
            }
        };
        let details = T::answered(tx, editor, answer, &item, present)?;
        let row = tx.put(T::new(row, id, details), Expect::Any)?;
        T::follow_answer(tx, before.as_deref(), &row)?;
        Ok(row)
    })
}

/// What somebody has answered for a thing on a walk.
pub fn of_both<T: Answered>(
    rows: &impl Rows,
    walk: Id<T::Walk>,
    item: ItemId,
) -> Result<Option<Row<T>>> {
    let mut all = belongings::of_item::<T>(rows, item)?;
    all.retain(|said| said.walk() == walk);
    Ok(all.pop())
}

/// Everything that was answered on a walk, in the order it was said, in the bin or not.
pub(super) fn on_walk<T: Answered>(rows: &impl Rows, walk: Id<T::Walk>) -> Result<Vec<Row<T>>> {
    let ids = rows.referring_to::<T, _>(T::OF, walk)?.into_iter();
    ids.map(|id| rows.get(id)).collect()
}

/// What was answered on a walk for the things that somebody sees and that are not in the bin, in the order it was said.
pub fn seen_on_walk<T: Answered>(
    rows: &impl Rows,
    viewer: &Viewer,
    walk: Id<T::Walk>,
) -> Result<Vec<(Row<T>, Row<Item>)>> {
    let mut seen = Vec::new();
    for said in on_walk::<T>(rows, walk)? {
        if said.binned.is_none()
            && let Some(item) = rows.find(said.item())?
            && item.binned.is_none()
            && viewer.sees_with_thing(rows, &said, &item)?
        {
            seen.push((said, item));
        }
    }
    Ok(seen)
}

/// Whether there is another answer, outside the bin, for the same thing on the same walk.
pub(super) fn is_twice<T: Answered>(rows: &impl Rows, said: &T) -> Result<bool> {
    let all = belongings::of_item::<T>(rows, said.item())?;
    let same = |other: &Row<T>| other.id() != said.id() && other.walk() == said.walk();
    Ok(all.iter().any(same))
}

/// That an answer may become again what it was: its walk is not gone for good, and has no other of the thing by now.
///
/// # Errors
/// [`Error::Conflict`] otherwise.
pub(super) fn may_stand<T: Answered>(rows: &impl Rows, version: &Row<T>) -> Result<()> {
    let is_there = rows.exists(Key::of(version.walk()))?;
    if is_there && (version.binned.is_some() || !is_twice::<T>(rows, version)?) {
        Ok(())
    } else {
        Err(Error::Conflict)
    }
}

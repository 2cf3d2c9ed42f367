//! What a list of things shows: the parsed form of a view's link.

mod choice;
mod cursor;
mod link;

use std::collections::BTreeSet;

use jiff::civil::Date;
use uuid::Uuid;

pub use self::{
    choice::{Column, Order, Sort, SortBy, State, View},
    cursor::{Cursor, MAX_CURSOR_KEY},
    link::{Refusal, Refused},
};

/// A list of things: what is searched for, which filters are set, how it is sorted and shown.
///
/// Every filter must hold. The default is the plain list: everything in use, newest first, as cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemQuery {
    /// The words searched for, as [`ItemQuery::with_text`] keeps them.
    text: String,
    /// In this place or anywhere beneath it.
    pub place: Option<Uuid>,
    /// Of this category or one of its children.
    pub category: Option<Uuid>,
    /// With every one of these tags.
    pub tags: BTreeSet<Uuid>,
    /// Owned by this person, alone or with others.
    pub owner: Option<Uuid>,
    /// Worth this much, in minor units of the household's currency. A thing without a value is in no span.
    pub value: Span<i64>,
    /// Acquired then. A thing without a date is in no span.
    pub acquired: Span<Date>,
    /// With a photo, or without.
    pub photo: Option<bool>,
    /// With a document, or without.
    pub document: Option<bool>,
    /// Insured, or not.
    pub insured: Option<bool>,
    /// In this state.
    pub state: State,
    /// The chosen order; without one, best match first for a search, else newest first.
    pub sort: Option<Sort>,
    /// Only what comes after this page's last thing.
    after: Option<Cursor>,
    /// At most so many things, from 1 to [`MAX_LIMIT`].
    limit: u16,
    /// Cards or a table.
    pub view: View,
    /// The table's chosen columns beside photo and name; none means the usual ones.
    pub columns: BTreeSet<Column>,
}

/// How many characters of a search are read; the rest is left out.
pub const MAX_TEXT: usize = 200;
/// How many things a page holds when nobody says.
pub const DEFAULT_LIMIT: u16 = 60;
/// How many things a page holds at most.
pub const MAX_LIMIT: u16 = 200;

impl Default for ItemQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            place: None,
            category: None,
            tags: BTreeSet::new(),
            owner: None,
            value: Span::default(),
            acquired: Span::default(),
            photo: None,
            document: None,
            insured: None,
            state: State::default(),
            sort: None,
            after: None,
            limit: DEFAULT_LIMIT,
            view: View::default(),
            columns: BTreeSet::new(),
        }
    }
}

impl ItemQuery {
    /// The words searched for: trimmed, single spaces, at most [`MAX_TEXT`] characters; empty when nothing is.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Only what comes after this, when it is not the first page.
    #[must_use]
    pub const fn after(&self) -> Option<&Cursor> {
        self.after.as_ref()
    }

    /// At most so many things on a page.
    #[must_use]
    pub const fn limit(&self) -> u16 {
        self.limit
    }

    /// The order that the list comes in: the chosen one, or what suits the search.
    #[must_use]
    pub fn order(&self) -> Order {
        match self.sort {
            Some(sort) => Order::By(sort),
            None if self.text.is_empty() => Order::By(Sort::NEWEST),
            None => Order::Relevance,
        }
    }

    /// Whether anything beside the search narrows the list: what "clear all filters" would clear.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        let shown = Self {
            text: self.text.clone(),
            sort: self.sort,
            after: self.after.clone(),
            limit: self.limit,
            view: self.view,
            columns: self.columns.clone(),
            ..Self::default()
        };
        *self != shown
    }

    /// The same view without any filter: what "clear all filters" links to.
    #[must_use]
    pub fn without_filters(self) -> Self {
        Self {
            text: self.text,
            sort: self.sort,
            limit: self.limit,
            view: self.view,
            columns: self.columns,
            ..Self::default()
        }
    }

    /// Searches for these words instead.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        self.text = link::clean(text).0;
        self.first_page()
    }

    /// In this place and everything beneath, or anywhere.
    #[must_use]
    pub fn with_place(mut self, place: Option<Uuid>) -> Self {
        self.place = place;
        self.first_page()
    }

    /// Of this category and its children, or of any.
    #[must_use]
    pub fn with_category(mut self, category: Option<Uuid>) -> Self {
        self.category = category;
        self.first_page()
    }

    /// With this tag, too.
    #[must_use]
    pub fn with_tag(mut self, tag: Uuid) -> Self {
        self.tags.insert(tag);
        self.first_page()
    }

    /// Whether it has this tag or not.
    #[must_use]
    pub fn without_tag(mut self, tag: Uuid) -> Self {
        self.tags.remove(&tag);
        self.first_page()
    }

    /// Owned by this person, or by anybody.
    #[must_use]
    pub fn with_owner(mut self, owner: Option<Uuid>) -> Self {
        self.owner = owner;
        self.first_page()
    }

    /// Worth this much: minor units of the household's currency.
    #[must_use]
    pub fn with_value(mut self, value: Span<i64>) -> Self {
        self.value = value;
        self.first_page()
    }

    /// Acquired then.
    #[must_use]
    pub fn with_acquired(mut self, acquired: Span<Date>) -> Self {
        self.acquired = acquired;
        self.first_page()
    }

    /// With or without a photo, or either.
    #[must_use]
    pub fn with_photo(mut self, photo: Option<bool>) -> Self {
        self.photo = photo;
        self.first_page()
    }

    /// With or without a document, or either.
    #[must_use]
    pub fn with_document(mut self, document: Option<bool>) -> Self {
        self.document = document;
        self.first_page()
    }

    /// Insured or not, or either.
    #[must_use]
    pub fn with_insured(mut self, insured: Option<bool>) -> Self {
        self.insured = insured;
        self.first_page()
    }

    /// In this state.
    #[must_use]
    pub fn with_state(mut self, state: State) -> Self {
        self.state = state;
        self.first_page()
    }

    /// In this order, or in the one that suits.
    #[must_use]
    pub fn with_sort(mut self, sort: Option<Sort>) -> Self {
        self.sort = sort;
        self.first_page()
    }

    /// As cards or as a table.
    #[must_use]
    pub fn with_view(mut self, view: View) -> Self {
        self.view = view;
        self
    }

    /// At most so many things, kept between 1 and [`MAX_LIMIT`].
    #[must_use]
    pub fn with_limit(mut self, limit: u16) -> Self {
        self.limit = limit.clamp(1, MAX_LIMIT);
        self
    }

    /// From the beginning.
    #[must_use]
    pub fn first_page(mut self) -> Self {
        self.after = None;
        self
    }

    /// The page after this. A cursor of another order is no place in this list: then it starts from the beginning.
    #[must_use]
    pub fn with_after(mut self, after: Cursor) -> Self {
        self.after = (after.order() == self.order()).then_some(after);
        self
    }
}

/// From here to there, both included; an end left out is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The least that is in it.
    pub from: Option<T>,
    /// The most that is in it.
    pub to: Option<T>,
}

impl<T> Default for Span<T> {
    fn default() -> Self {
        Self {
            from: None,
            to: None,
        }
    }
}

impl<T: PartialOrd> Span<T> {
    /// Whether both ends are open, so that it filters nothing.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a value is in it; what has no value is in the open span only.
    #[must_use]
    pub fn holds(&self, value: Option<&T>) -> bool {
        match value {
            None => self.is_open(),
            Some(value) => {
                self.from.as_ref().is_none_or(|from| from <= value)
                    && self.to.as_ref().is_none_or(|to| value <= to)
            }
        }
    }
}

#[cfg(test)]
mod tests;

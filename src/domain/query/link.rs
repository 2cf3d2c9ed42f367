//! A list as a link's query string, and back.

use std::{fmt::Display, str::FromStr};

use uuid::Uuid;

use super::{Column, DEFAULT_LIMIT, ItemQuery, MAX_LIMIT, MAX_TEXT, Order, Sort, State, View};

/// A field of a query string that could not be read. A page goes on without it; the API says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The field's name, as it was written.
    pub field: String,
    /// What is wrong with it.
    pub why: Refusal,
}

/// What is wrong with a field of a query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such field.
    Unknown,
    /// The field cannot have this value.
    Value,
    /// The text is longer than [`MAX_TEXT`] characters; its beginning was taken.
    TooLong,
}

impl ItemQuery {
    /// Reads a query string without its `?`, and tells which fields could not be read. A field left empty, as a form
    /// sends it, is a field left out; of a field given twice the last counts, except tags and columns.
    #[must_use]
    pub fn parse(query: &str) -> (Self, Vec<Refused>) {
        let mut parsed = Self::default();
        let mut refused = Vec::new();
        for (field, value) in form_urlencoded::parse(query.as_bytes()) {
            if let Err(why) = parsed.take(&field, value.trim()) {
                let field = field.into_owned();
                refused.push(Refused { field, why });
            }
        }
        // Only now is the order known that the cursor must be a place in.
        if let Some(after) = parsed.after.take() {
            parsed = parsed.with_after(after);
            if parsed.after.is_none() {
                refused.push(Refused {
                    field: "after".to_owned(),
                    why: Refusal::Value,
                });
            }
        }
        (parsed, refused)
    }

    /// The query string without its `?`, defaults left out: the same list gives the same string.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut link = Link::default();
        link.put("q", (!self.text.is_empty()).then_some(&self.text));
        link.put("place", self.place);
        link.put("category", self.category);
        for tag in &self.tags {
            link.put("tag", Some(tag));
        }
        link.put("owner", self.owner);
        link.put("value_from", self.value.from);
        link.put("value_to", self.value.to);
        link.put("acquired_from", self.acquired.from);
        link.put("acquired_to", self.acquired.to);
        link.put("photo", self.photo.map(yes_or_no));
        link.put("document", self.document.map(yes_or_no));
        link.put("insured", self.insured.map(yes_or_no));
        let state = (self.state != State::default()).then(|| self.state.name());
        link.put("state", state);
        link.put("sort", self.sort);
        let view = (self.view != View::default()).then(|| self.view.name());
        link.put("view", view);
        for column in &self.columns {
            link.put("column", Some(column.name()));
        }
        link.put("limit", (self.limit != DEFAULT_LIMIT).then_some(self.limit));
        link.put("after", self.after.as_ref());
        link.0.finish()
    }

    fn take(&mut self, field: &str, value: &str) -> Result<(), Refusal> {
        match field {
            "q" => {
                let (text, whole) = clean(value);
                self.text = text;
                return if whole { Ok(()) } else { Err(Refusal::TooLong) };
            }
            "place" => self.place = read(value)?,
            "category" => self.category = read(value)?,
            "tag" => self.tags.extend(read::<Uuid>(value)?),
            "owner" => self.owner = read(value)?,
            "value_from" => self.value.from = read(value)?,
            "value_to" => self.value.to = read(value)?,
            "acquired_from" => self.acquired.from = read(value)?,
            "acquired_to" => self.acquired.to = read(value)?,
            "photo" => self.photo = choose(value, &[true, false], yes_or_no)?,
            "document" => self.document = choose(value, &[true, false], yes_or_no)?,
            "insured" => self.insured = choose(value, &[true, false], yes_or_no)?,
            "state" => self.state = choose(value, &State::ALL, State::name)?.unwrap_or_default(),
            "sort" => self.sort = read_order(value)?,
            "view" => self.view = choose(value, &View::ALL, View::name)?.unwrap_or_default(),
            "column" => self
                .columns
                .extend(choose(value, &Column::ALL, Column::name)?),
            "limit" => {
                self.limit = match read(value)?.unwrap_or(DEFAULT_LIMIT) {
                    limit @ 1..=MAX_LIMIT => limit,
                    _ => return Err(Refusal::Value),
                }
            }
            "after" => self.after = read(value)?,
            _ => return Err(Refusal::Unknown),
        }
        Ok(())
    }
}

/// A search without control characters and needless spaces, and whether all of it could be kept.
pub(super) fn clean(text: &str) -> (String, bool) {
    let spaced = text.replace(char::is_control, " ");
    let spaced = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    match spaced.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => (spaced[..end].trim_end().to_owned(), false),
        None => (spaced, true),
    }
}

fn read<T: FromStr>(value: &str) -> Result<Option<T>, Refusal> {
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| Refusal::Value)
}

fn read_order(value: &str) -> Result<Option<Sort>, Refusal> {
    match value {
        "" => Ok(None),
        name => match Order::from_name(name).ok_or(Refusal::Value)? {
            // What suits a search anyway, and means nothing without one.
            Order::Relevance => Ok(None),
            Order::By(sort) => Ok(Some(sort)),
        },
    }
}

fn choose<T: Copy>(
    value: &str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<Option<T>, Refusal> {
    if value.is_empty() {
        return Ok(None);
    }
    let chosen = all.iter().copied().find(|choice| name(*choice) == value);
    chosen.map(Some).ok_or(Refusal::Value)
}

const fn yes_or_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

struct Link(form_urlencoded::Serializer<'static, String>);

impl Default for Link {
    fn default() -> Self {
        Self(form_urlencoded::Serializer::new(String::new()))
    }
}

impl Link {
    fn put(&mut self, field: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.0.append_pair(field, &value.to_string());
        }
    }
}

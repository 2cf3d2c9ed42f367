//! The place in a list where the next page starts.

use std::{fmt, fmt::Write as _, str::FromStr};

use uuid::Uuid;

use super::{Order, Sort, SortBy};

/// The last thing of a page: what it is sorted by, and its id. Opaque to everybody but the index.
///
/// Because it names a thing and not a position, pages neither repeat nor skip when things are added between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    order: Order,
    key: Vec<u8>,
    id: Uuid,
}

/// How long a cursor's key can be, in bytes.
pub const MAX_CURSOR_KEY: usize = 96;

impl Cursor {
    /// The place after the thing with this id and this sort key, in this order. A longer key is cut.
    #[must_use]
    pub fn new(order: Order, mut key: Vec<u8>, id: Uuid) -> Self {
        key.truncate(MAX_CURSOR_KEY);
        Self { order, key, id }
    }

    /// The order in which it is a place.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// What the thing is sorted by, as the index wrote it.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// The thing itself, which breaks ties.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.order)?;
        for byte in &self.key {
            write!(f, "{byte:02x}")?;
        }
        f.write_char('.')?;
        write!(f, "{}", self.id.simple())
    }
}

/// The text is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCursor;

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let mut parts = text.split('.');
        let (Some(order), Some(key), Some(id), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NoCursor);
        };
        if key.len() > 2 * MAX_CURSOR_KEY || key.len() % 2 != 0 {
            return Err(NoCursor);
        }
        let key = key
            .as_bytes()
            .chunks_exact(2)
            .map(|digits| {
                let digits = str::from_utf8(digits).ok()?;
                let hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                hex.then(|| u8::from_str_radix(digits, 16).ok())?
            })
            .collect::<Option<Vec<_>>>()
            .ok_or(NoCursor)?;
        Ok(Self {
            order: Order::from_name(order).ok_or(NoCursor)?,
            key,
            id: Uuid::try_parse(id).map_err(|_| NoCursor)?,
        })
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relevance => f.write_str("relevance"),
            Self::By(sort) => sort.fmt(f),
        }
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.descending { "-" } else { "" };
        write!(f, "{minus}{}", self.by.name())
    }
}

impl Order {
    /// The order that a link calls so: `relevance`, `name`, `-name`.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        if name == "relevance" {
            return Some(Self::Relevance);
        }
        let (descending, name) = name
            .strip_prefix('-')
            .map_or((false, name), |rest| (true, rest));
        let by = SortBy::ALL.into_iter().find(|by| by.name() == name)?;
        Some(Self::By(Sort { by, descending }))
    }
}

//! Runs of neighbouring keys, and which way they are gone through.

use super::KEY_LIMIT;

/// The way through a run of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the first key on.
    Forwards,
    /// From the last key back.
    Backwards,
}

/// A run of keys: its first key, and the first behind it.
///
/// Every run has an end, beyond all keys there can be if need be, so that one statement asks for any of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    from: Vec<u8>,
    to: Vec<u8>,
}

impl Span {
    /// All keys.
    #[must_use]
    pub fn all() -> Self {
        Self::prefix(&[])
    }

    /// The keys that begin so.
    #[must_use]
    pub fn prefix(prefix: &[u8]) -> Self {
        let to = match prefix.iter().rposition(|byte| *byte < u8::MAX) {
            Some(last) => {
                let mut to = prefix[..=last].to_vec();
                to[last] += 1;
                to
            }
            None => vec![u8::MAX; KEY_LIMIT + 1],
        };
        let from = prefix.to_vec();
        Self { from, to }
    }

    /// The keys from one on, to before another.
    #[must_use]
    pub fn between(from: &[u8], to: &[u8]) -> Self {
        Self {
            from: from.to_vec(),
            to: to.to_vec(),
        }
    }

    /// Those of them behind a key, as the next page of a list begins.
    #[must_use]
    pub fn after(mut self, key: &[u8]) -> Self {
        let next = [key, &[0]].concat();
        self.from = self.from.max(next);
        self
    }

    /// Those of them before a key, as the next page of a list begins that goes backwards.
    #[must_use]
    pub fn before(mut self, key: &[u8]) -> Self {
        if key < self.to.as_slice() {
            self.to = key.to_vec();
        }
        self
    }

    /// Its first key, in it.
    pub(super) fn from(&self) -> &[u8] {
        &self.from
    }

    /// The first key behind it.
    pub(super) fn to(&self) -> &[u8] {
        &self.to
    }

    /// Whether no key can be in it.
    pub(super) fn is_empty(&self) -> bool {
        self.from >= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(span: &Span, key: &[u8]) -> bool {
        span.from() <= key && key < span.to()
    }

    #[test]
    fn a_prefix_has_what_begins_so_and_nothing_else() {
        let span = Span::prefix(&[1, 255]);
        for (key, inside) in [
            (&[1, 254, 255][..], false),
            (&[1, 255], true),
            (&[1, 255, 255, 255], true),
            (&[2], false),
        ] {
            assert_eq!(has(&span, key), inside, "{key:?}");
        }
        assert!(has(&Span::prefix(&[255]), &[255; KEY_LIMIT]));
        assert!(has(&Span::all(), &[]));
    }

    #[test]
    fn a_page_goes_on_where_the_last_one_ended() {
        let span = Span::prefix(b"a").after(b"ab");
        assert!(!has(&span, b"ab") && has(&span, b"ab\0") && has(&span, b"ac"));
        assert!(Span::prefix(b"a").after(b"b").is_empty());
        let span = Span::prefix(b"a").before(b"ab");
        assert!(!has(&span, b"ab") && has(&span, b"aa\xff"));
        assert_eq!(Span::prefix(b"a").before(b"c"), Span::prefix(b"a"));
        assert!(Span::prefix(b"b").before(b"a").is_empty());
    }
}

//! Choices that have a word each, which forms, links, the command line and the API use.

/// Gives an enumeration its words: `ALL` in the order in which they are offered, `key` and `from_key`.
macro_rules! keyed {
    ($choice:ident { $($variant:ident => $key:literal,)+ }) => {
        impl $choice {
            /// Every one, in the order in which they are offered.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// The word that forms, links, the command line and the API use.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            /// The one with this word.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|choice| choice.key() == key)
            }
        }
    };
}

pub(crate) use keyed;

//! What the details of a noun consist of, aspect by aspect: how two versions differ, and how they are joined.

/// Whose version an aspect is taken from, when two people changed the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// That of whoever saved first.
    Theirs,
    /// That of whoever saves now.
    Mine,
}

/// Lists the aspects of a noun's details once, so that none can be compared and forgotten in the joining.
macro_rules! aspects {
    ($details:ident { $($(#[$doc:meta])* $name:ident = $key:literal at $first:ident $(. $rest:ident)?;)+ }) => {
        /// One of the things that a person says about it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Aspect { $($(#[$doc])* $name,)+ }

        impl Aspect {
            /// Every aspect, in the order in which they are read.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word that forms use.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// Whether two versions say different things here.
            #[must_use]
            pub fn differs(self, one: &$details, other: &$details) -> bool {
                match self { $(Self::$name => one.$first$(.$rest)? != other.$first$(.$rest)?,)+ }
            }

            /// Makes one version say what another says here.
            pub fn copy(self, from: &$details, to: &mut $details) {
                match self { $(Self::$name => to.$first$(.$rest)?.clone_from(&from.$first$(.$rest)?),)+ }
            }

            /// Whose version to propose: mine where I changed what both started from, else theirs.
            #[must_use]
            pub fn proposed(self, base: &$details, mine: &$details) -> $crate::domain::aspect::Side {
                if self.differs(base, mine) {
                    $crate::domain::aspect::Side::Mine
                } else {
                    $crate::domain::aspect::Side::Theirs
                }
            }
        }

        impl $details {
            /// What two versions differ in.
            pub fn differences(&self, other: &Self) -> impl Iterator<Item = Aspect> {
                Aspect::ALL
                    .iter()
                    .copied()
                    .filter(|aspect| aspect.differs(self, other))
            }

            /// One version out of two: mine, with theirs where `side` says so.
            #[must_use]
            pub fn joined(
                mine: &Self,
                theirs: &Self,
                side: impl Fn(Aspect) -> $crate::domain::aspect::Side,
            ) -> Self {
                let mut joined = mine.clone();
                for aspect in mine.differences(theirs) {
                    if side(aspect) == $crate::domain::aspect::Side::Theirs {
                        aspect.copy(theirs, &mut joined);
                    }
                }
                joined
            }
        }
    };
}

pub(crate) use aspects;

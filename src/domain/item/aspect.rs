//! What a thing's details consist of, aspect by aspect: how two versions differ, and how they are joined.

use super::Details;

/// Lists the aspects once, so that none can be compared and forgotten in the joining.
macro_rules! aspects {
    ($($(#[$doc:meta])* $name:ident = $key:literal at $first:ident $(. $rest:ident)?;)+) => {
        /// One of the things that a person says about a thing.
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
            pub fn differs(self, one: &Details, other: &Details) -> bool {
                match self { $(Self::$name => one.$first$(.$rest)? != other.$first$(.$rest)?,)+ }
            }

            /// Makes one version say what another says here.
            pub fn copy(self, from: &Details, to: &mut Details) {
                match self { $(Self::$name => to.$first$(.$rest)?.clone_from(&from.$first$(.$rest)?),)+ }
            }
        }
    };
}

aspects! {
    /// Its name.
    Name = "name" at name;
    /// Where it is.
    Location = "location" at location;
    /// What sort of thing it is.
    Category = "category" at category;
    /// The words put on it.
    Tags = "tags" at tags;
    /// How many.
    Quantity = "quantity" at quantity;
    /// Whose it is.
    Owners = "owners" at owners;
    /// Whether only its owners see it.
    Private = "private" at private;
    /// The guests who see it.
    Guests = "guests" at guests;
    /// Who made it.
    Maker = "maker" at maker;
    /// Which of the maker's models.
    Model = "model" at model;
    /// What is written on it.
    Identifiers = "identifiers" at identifiers;
    /// Its colour.
    Colour = "colour" at colour;
    /// How worn it is.
    Condition = "condition" at condition;
    /// How it came into the household.
    AcquiredHow = "acquired_how" at acquired.how;
    /// When it came into the household.
    AcquiredOn = "acquired_on" at acquired.on;
    /// From whom.
    AcquiredFrom = "acquired_from" at acquired.from;
    /// What was paid.
    Price = "price" at acquired.price;
    /// What it is worth.
    Value = "value" at value;
    /// When somebody last said what it is worth.
    ValuedOn = "valued_on" at valued_on;
    /// Whether it is insured.
    Insured = "insured" at insured;
    /// More about it.
    Description = "description" at description;
    /// Notes.
    Notes = "notes" at notes;
    /// The household's own fields.
    Fields = "fields" at fields;
    /// What other things it has to do with.
    Links = "links" at links;
}

/// Whose version an aspect is taken from, when two people changed the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// That of whoever saved first.
    Theirs,
    /// That of whoever saves now.
    Mine,
}

impl Aspect {
    /// Whose version to propose: mine where I changed what both started from, else theirs.
    #[must_use]
    pub fn proposed(self, base: &Details, mine: &Details) -> Side {
        if self.differs(base, mine) {
            Side::Mine
        } else {
            Side::Theirs
        }
    }
}

impl Details {
    /// What two versions differ in.
    pub fn differences(&self, other: &Self) -> impl Iterator<Item = Aspect> {
        Aspect::ALL
            .iter()
            .copied()
            .filter(|aspect| aspect.differs(self, other))
    }

    /// One version out of two: mine, with theirs where `side` says so.
    #[must_use]
    pub fn joined(mine: &Self, theirs: &Self, side: impl Fn(Aspect) -> Side) -> Self {
        let mut joined = mine.clone();
        for aspect in mine.differences(theirs) {
            if side(aspect) == Side::Theirs {
                aspect.copy(theirs, &mut joined);
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copying_every_aspect_copies_the_whole_thing() {
        let mut full = Details::named("Kajak");
        full.maker = "Point 65".into();
        full.acquired.from = "Kanotcentrum".into();
        full.insured = true;
        full.private = true;
        full.notes = "Spricka".into();
        let mut copy = Details::default();
        for aspect in Aspect::ALL {
            aspect.copy(&full, &mut copy);
        }
        assert_eq!(copy, full);
        assert_eq!(full.differences(&Details::default()).count(), 6);
    }

    #[test]
    fn two_people_who_change_different_things_both_get_their_way() {
        let base = Details::named("Kajak");
        let theirs = Details {
            colour: "Röd".into(),
            ..base.clone()
        };
        let mine = Details {
            maker: "Point 65".into(),
            ..base.clone()
        };
        let joined = Details::joined(&mine, &theirs, |aspect| aspect.proposed(&base, &mine));
        assert_eq!(joined.colour, "Röd");
        assert_eq!(joined.maker, "Point 65");
    }

    #[test]
    fn where_both_changed_the_same_the_one_who_saves_now_is_proposed() {
        let base = Details::named("Kajak");
        let mine = Details::named("Havskajak");
        assert_eq!(Aspect::Name.proposed(&base, &mine), Side::Mine);
    }
}

//! Who a thing is shown to, and through whose eyes somebody looks.

use uuid::Uuid;

/// Somebody a thing is shown to. A thing with an empty list is seen by nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody in the household; a guest is not.
    Household,
    /// One member of the household.
    Person(Uuid),
    /// One guest: nobody, as long as that person belongs to the household.
    Guest(Uuid),
}

/// Through whose eyes a search or a list looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sight {
    /// A member of the household: what the household sees, and what is theirs alone.
    Member(Uuid),
    /// A guest: only what was shared with them by name.
    Guest(Uuid),
}

impl Sight {
    /// Whether something shown to these is seen.
    #[must_use]
    pub fn sees(self, shown_to: &[Audience]) -> bool {
        let seen_as = self.audiences();
        shown_to
            .iter()
            .any(|audience| seen_as.iter().flatten().any(|seen| seen == audience))
    }

    /// The audiences that this looker belongs to.
    #[must_use]
    pub const fn audiences(self) -> [Option<Audience>; 2] {
        match self {
            Self::Member(person) => [Some(Audience::Household), Some(Audience::Person(person))],
            Self::Guest(person) => [Some(Audience::Guest(person)), None],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: Uuid = Uuid::from_u128(1);
    const BO: Uuid = Uuid::from_u128(2);

    #[test]
    fn a_member_sees_what_the_household_sees_and_what_is_theirs() {
        assert!(Sight::Member(ANNA).sees(&[Audience::Household]));
        assert!(Sight::Member(ANNA).sees(&[Audience::Person(ANNA)]));
        assert!(!Sight::Member(ANNA).sees(&[Audience::Person(BO)]));
    }

    #[test]
    fn a_guest_sees_only_what_is_shared_by_name() {
        assert!(!Sight::Guest(ANNA).sees(&[Audience::Household]));
        assert!(Sight::Guest(ANNA).sees(&[Audience::Household, Audience::Guest(ANNA)]));
        assert!(!Sight::Guest(ANNA).sees(&[Audience::Household, Audience::Guest(BO)]));
    }

    #[test]
    fn what_is_shown_to_nobody_is_seen_by_nobody() {
        assert!(!Sight::Member(ANNA).sees(&[]));
        assert!(!Sight::Guest(ANNA).sees(&[]));
    }
}

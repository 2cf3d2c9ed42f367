//! A bequest: who somebody would like a thing to go to one day, which is a wish and no will.

use minicbor::{Decode, Encode};

use super::{aspect::aspects, id::Id, invalid::Invalid, item::ItemId, text};

/// The id of a bequest.
pub type BequestId = Id<Bequest>;

/// Who somebody would like a thing to go to. It is the word of whoever entered it, and nobody else's to change.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Bequest {
    /// Which.
    #[n(0)]
    pub id: BequestId,
    /// Of which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is said.
    #[n(2)]
    pub details: BequestDetails,
}

/// What a person says: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BequestDetails {
    /// Whom the thing is meant for, by name: of the household or not.
    #[n(0)]
    pub to: String,
    /// Why, and what else there is to say, in Markdown.
    #[n(1)]
    pub note: String,
    /// Whether the household may know. Until then only its writer does.
    #[n(2)]
    pub open: bool,
}

aspects!(BequestDetails {
    /// Whom the thing is meant for.
    To = "to" at to;
    /// Why.
    Note = "note" at note;
    /// Whether the household may know.
    Open = "open" at open;
});

impl BequestDetails {
    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.to, text::LINE) {
            invalid.push("to", why);
        }
        if !text::fits(&self.note, text::PROSE) {
            invalid.push("note", "error-too-long");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bequest_is_its_writers_own_until_it_is_opened() {
        assert!(!BequestDetails::default().open);
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let bequest = BequestDetails {
            note: "x".repeat(text::PROSE + 1),
            ..BequestDetails::default()
        };
        let invalid = bequest.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["to", "note"]);
    }
}

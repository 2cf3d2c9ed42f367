//! What a thing's details consist of, aspect by aspect.

use super::Details;
use crate::domain::aspect::aspects;

aspects!(Details {
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
    /// Whether it is their separate property.
    Separate = "separate" at separate;
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
    /// How dear it is.
    Affection = "affection" at affection;
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
    /// What the same costs new.
    NewPrice = "new_price" at new_price;
    /// When somebody last looked that up.
    PricedOn = "priced_on" at priced_on;
    /// Where they saw it.
    PricedAt = "priced_at" at priced_at;
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
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::aspect::Side;

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

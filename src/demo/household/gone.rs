//! What the family has sold, given away or worn out.

use super::{Acquired, At, Gone, NONE, Photo, Subject, THING, Text, Thing, Tint, View, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, Departure},
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const THINGS: &[Thing] = &[
    Thing {
        key: "old-coffee", name: Some(Text("Gamla kaffebryggaren", "Old coffee maker")), category: Some("kitchen.coffee"), at: At::Place("villa.kitchen"),
        about: Text("Femton års morgnar.", "Fifteen years of mornings."),
        made: ("Brahe", "Brygg 10"),
        colour: Text("Mörkblå", "Dark blue"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(17), NONE, Some(899))), value: Some(0),
        gone: Some(Gone(Departure::GivenAway, When::Days(630), Text("Studentkorridoren på Bäckby", "The student corridor at Bäckby"), None)),
        photos: &[Photo(Subject::CoffeeMaker, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "old-washer", name: Some(Text("Gamla tvättmaskinen", "Old washing machine")), category: Some("home.laundry"), at: At::Place("villa.laundry"),
        made: ("Skarvik", "Pure 5"),
        identifiers: &[(IdentifierKind::Serial, "SKP5-1120498")], colour: Text("Vit", "White"), condition: Some(Condition::Broken),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(12), NONE, Some(4_990))), value: Some(0),
        notes: Text("Lagret gick. Återvinningen på Stenby.", "The bearing went. Recycled at Stenby."),
        gone: Some(Gone(Departure::ThrownOut, When::Days(433), NONE, None)),
        photos: &[Photo(Subject::WashingMachine, Tint::Cream, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "old-mower", name: Some(Text("Bensinklipparen", "Petrol mower")), category: Some("garden.machines"), at: At::Place("villa.shed"),
        tags: &[Text("trädgård", "garden")], made: ("Grönvall", "B 40"),
        colour: Text("Röd", "Red"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(10), Text("Stod kvar i huset", "Came with the house"), None)), value: Some(0),
        gone: Some(Gone(Departure::Sold, When::Months(25), Text("Kollegan Pär", "Pär from work"), Some(600))),
        photos: &[Photo(Subject::Lawnmower, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "pram", name: Some(Text("Barnvagnen", "Pram")), category: Some("children.prams"), at: At::Place("villa.attic.baby"),
        about: Text("Maja sov bäst i den på kullersten.", "Maja slept best in it on cobblestones."),
        tags: &[Text("minne", "keepsake")], made: ("Bro", "Klassik"),
        colour: Text("Marinblå", "Navy"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(12), NONE, Some(6_900))), value: Some(0),
        gone: Some(Gone(Departure::Sold, When::Years(7), Text("Radannons, en familj i Hallstahammar", "Classified ad, a family in Hallstahammar"), Some(2_500))),
        photos: &[Photo(Subject::Pram, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "golf", name: Some(Text("Golfbagen", "Golf bag")), category: Some("sport.golf"), at: At::Place("villa.garage"),
        about: Text("Köptes i ett ögonblick av övermod.", "Bought in a moment of overconfidence."),
        owners: &[("erik", 100)], made: ("Fairlie", "Start"),
        colour: Text("Grön", "Green"), condition: Some(Condition::New),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(6), NONE, Some(4_500))), value: Some(0),
        gone: Some(Gone(Departure::Sold, When::Months(15), Text("Svåger Henrik", "Brother-in-law Henrik"), Some(2_200))),
        photos: &[Photo(Subject::GolfBag, Tint::Green, View::Whole, NONE)],
        ..THING
    },
];

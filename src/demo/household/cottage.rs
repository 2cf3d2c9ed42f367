//! What the family has on Gräsö and in its boat.

use super::{Acquired, At, Field, NONE, Photo, Subject, THING, Text, Thing, Tint, View, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, LinkKind},
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const THINGS: &[Thing] = &[
    Thing {
        key: "motor-boat", name: Some(Text("Motorbåten Måsen", "The motor boat Måsen")), category: Some("boating.boats"), at: At::Place("boat"),
        about: Text("Snipa i plast och teak från 1987, totalrenoverad. Bottenmålas i april.", "A launch in fibreglass and teak from 1987, fully restored. Antifouled in April."),
        tags: &[Text("båt", "boat")], owners: &[("erik", 60), ("anna", 40)], made: ("Roslagsvarvet", "Snipa 24"),
        identifiers: &[(IdentifierKind::Registration, "ÖRG-4417"), (IdentifierKind::Serial, "RV24-087")], colour: Text("Vit och blå", "White and blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(5), Text("Familjen Ek i Öregrund", "The Ek family in Öregrund"), Some(165_000))), value: Some(148_000), insured: true,
        fields: &[(Text("Djupgående (cm)", "Draught (cm)"), Field::Number(70)), (Text("Förtöjning", "Mooring"), Field::Choice(Text("Boj", "Buoy")))],
        photos: &[
            Photo(Subject::MotorBoat, Tint::Navy, View::Whole, NONE),
            Photo(Subject::MotorBoat, Tint::Navy, View::Turned, Text("På väg till Örskär", "On the way to Örskär")),
        ],
        ..THING
    },
    Thing {
        key: "outboard", name: Some(Text("Utombordaren", "Outboard motor")), category: Some("boating.engines"), at: At::Place("cottage.boathouse"),
        about: Text("4 hk till ekan. Startar på tredje rycket.", "4 hp for the rowing boat. Starts on the third pull."),
        tags: &[Text("båt", "boat")], owners: &[("erik", 100)], made: ("Marin Nord", "4T"),
        identifiers: &[(IdentifierKind::Serial, "MN4T-33107")], colour: Text("Grön", "Green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(62), Text("Öregrunds Marin", "Öregrunds Marin"), Some(9_800))), value: Some(6_500), insured: true,
        ties: &[(LinkKind::Accessory, "rowing-boat")],
        photos: &[Photo(Subject::OutboardMotor, Tint::Green, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "rowing-boat", name: Some(Text("Ekan", "Rowing boat")), category: Some("boating.boats"), at: At::Place("cottage.boathouse"),
        about: Text("Klinkbyggd av farfar vintern 1964. Tjäras till midsommar.", "Clinker built by grandfather in the winter of 1964. Tarred for Midsummer."),
        tags: &[Text("båt", "boat"), Text("arvegods", "heirloom")], owners: &[("erik", 100)], made: ("Karl-Johan Lindqvist", ""),
        colour: Text("Tjärad furu", "Tarred pine"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(13), Text("Farfar Karl-Johan", "Grandfather Karl-Johan"), None)), value: Some(12_000), insured: true,
        photos: &[Photo(Subject::RowingBoat, Tint::Oak, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "kayak", name: Some(Text("Havskajaken", "Sea kayak")), category: Some("boating.kayaks"), at: At::Place("cottage.boathouse.wall"),
        tags: &[Text("båt", "boat")], owners: &[("anna", 100)], made: ("Skärlund", "Ejder 520"),
        identifiers: &[(IdentifierKind::Serial, "SK520E118")], colour: Text("Gul", "Yellow"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(38), Text("Kajakcentrum", "Kajakcentrum"), Some(18_900))), value: Some(13_500), insured: true,
        photos: &[Photo(Subject::Kayak, Tint::Yellow, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "life-jackets", name: Some(Text("Flytvästarna", "Life jackets")), category: Some("boating.lifejackets"), at: At::Place("boat.cabin.locker"),
        about: Text("Kontrolleras varje vår: band, spännen, flytförmåga.", "Checked each spring: straps, buckles, buoyancy."),
        quantity: 4, tags: &[Text("båt", "boat")], made: ("Skyddo", "Hav"),
        colour: Text("Orange", "Orange"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(28), Text("Öregrunds Marin", "Öregrunds Marin"), Some(900))), value: Some(550),
        photos: &[Photo(Subject::LifeJacket, Tint::Orange, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "fishing", name: Some(Text("Kastspöet", "Spinning rod")), category: Some("boating.fishing"), at: At::Place("cottage.boathouse.wall"),
        about: Text("Största gädda: 6,2 kg, augusti. Vittne: bara måsarna.", "Largest pike: 6.2 kg, in August. Witnesses: only the gulls."),
        tags: &[Text("fiske", "fishing")], owners: &[("erik", 100)], made: ("Napp", "Kust 9"),
        colour: Text("Kolfiber", "Carbon"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Months(35), Text("Maja", "Maja"), None)), value: Some(1_400),
        photos: &[Photo(Subject::FishingRod, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "chest-quilt", name: Some(Text("Lapptäcket", "Patchwork quilt")), category: Some("textiles.bedding"), at: At::Place("cottage.room.chest"),
        about: Text("Sytt av bitar ur familjens skjortor. Den rutiga är farfars.", "Sewn from the family's shirts. The checked one is grandfather's."),
        tags: &[Text("minne", "keepsake")],
        condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Made, When::Years(9), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(1_500),
        photos: &[Photo(Subject::Quilt, Tint::Falun, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "cottage-coffee", name: Some(Text("Kaffebryggaren i stugan", "Cottage coffee maker")), category: Some("kitchen.coffee"), at: At::Place("cottage.kitchen"),
        made: ("Brahe", "Brygg 8"),
        colour: Text("Svart", "Black"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Found, When::Years(4), Text("Stod kvar när vi köpte stugan", "Came with the cottage"), None)), value: Some(200),
        photos: &[Photo(Subject::CoffeeMaker, Tint::Black, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "games", name: Some(Text("Sällskapsspelen", "Board games")), category: Some("media.boardgames"), at: At::Place("cottage.loft"),
        about: Text("Nio spel. Reglerna för kasinot är husets egna och sitter i locket.", "Nine games. The rules for casino are our own, and are inside the lid."),
        tags: &[Text("stugan", "cottage")],
        condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(4), NONE, None)), value: Some(900),
        photos: &[Photo(Subject::BoardGame, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "books", name: Some(Text("Stugböckerna", "Cottage books")), category: Some("media.books"), at: At::Place("cottage.room"),
        about: Text("85 böcker: hela *Bröderna Karlsson*-serien, fågelböcker och tre exemplar av samma deckare.", "85 books: all of the *Karlsson Brothers*, bird books and three copies of the same whodunit."),
        tags: &[Text("stugan", "cottage")],
        condition: Some(Condition::Worn),
        value: Some(2_500),
        photos: &[Photo(Subject::Books, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "chainsaw", name: Some(Text("Motorsågen", "Chainsaw")), category: Some("tools.saws"), at: At::Place("cottage.boathouse"),
        about: Text("Skyddsbyxor och visir hänger bredvid. Alltid båda.", "Trousers and visor hang beside it. Always both."),
        tags: &[Text("verktyg", "tools")], owners: &[("erik", 100)], made: ("Vargön", "MS 35"),
        identifiers: &[(IdentifierKind::Serial, "VMS35-40912")], colour: Text("Orange", "Orange"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(19), Text("Lantboden i Hallsta", "The farm shop in Hallsta"), Some(4_290))), value: Some(3_100),
        photos: &[Photo(Subject::Chainsaw, Tint::Orange, View::Whole, NONE)],
        ..THING
    },
];

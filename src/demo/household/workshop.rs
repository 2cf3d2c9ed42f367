//! What stands in garage, shed and cellar, and two finds that wait for a name.

use super::{Acquired, At, Field, NONE, Photo, Subject, THING, Text, Thing, Tint, View, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, LinkKind},
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const THINGS: &[Thing] = &[
    Thing {
        key: "car", name: Some(Text("Familjebilen", "Family car")), category: Some("vehicles.cars"), at: At::Place("villa.garage"),
        about: Text("Elbil, 520 km på sommaren och 380 i januari. Vinterhjulen hos däckfirman.", "Electric, 520 km in summer and 380 in January. The tyre shop keeps the winter wheels."),
        tags: &[Text("fordon", "vehicle")], owners: &[("anna", 50), ("erik", 50)], made: ("Norden", "EV Kombi"),
        identifiers: &[(IdentifierKind::Registration, "LDQ 17K"), (IdentifierKind::Vin, "YN1EK4A25PE104417")], colour: Text("Mörkblå", "Dark blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(935), Text("Mälarbil, Västerås", "Mälarbil, Västerås"), Some(399_000))), value: Some(245_000), insured: true,
        fields: &[(Text("Mätarställning (mil)", "Odometer (10 km)"), Field::Number(4_120)), (Text("Nästa besiktning", "Next inspection"), Field::Text(Text("Mars", "March")))],
        photos: &[Photo(Subject::Car, Tint::Navy, View::Whole, Text("Laddar hemma", "Charging at home"))],
        ..THING
    },
    Thing {
        key: "trailer", name: Some(Text("Släpkärran", "Car trailer")), category: Some("vehicles.trailers"), at: At::Place("villa.shed"),
        about: Text("Totalvikt 750 kg. Kulhandskens lås hänger på tavlan i garaget.", "750 kg gross. The coupling lock hangs on the tool board in the garage."),
        tags: &[Text("fordon", "vehicle")], owners: &[("erik", 50), ("anna", 50)], made: ("Lindfors", "F 750"),
        identifiers: &[(IdentifierKind::Registration, "KWR 482"), (IdentifierKind::Vin, "YF9F75003N1002386")], colour: Text("Galvad", "Galvanised"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(58), Text("Släpvagnscentrum", "Släpvagnscentrum"), Some(11_900))), value: Some(8_500), insured: true,
        photos: &[Photo(Subject::Trailer, Tint::Cardboard, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "ebike", name: Some(Text("Annas elcykel", "Anna's e-bike")), category: Some("vehicles.electric"), at: At::Place("villa.garage"),
        about: Text("Batteriet tas in över vintern. Extranyckel i kassaskåpet.", "The battery comes indoors for the winter. Spare key in the safe."),
        tags: &[Text("cykel", "bicycle")], owners: &[("anna", 100)], made: ("Svalan", "City E"),
        identifiers: &[(IdentifierKind::Frame, "SVC22E04417"), (IdentifierKind::Marking, "88213")], colour: Text("Gräddvit", "Cream"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(880), Text("Cykelverkstan på Kopparbergsvägen", "Cykelverkstan, Kopparbergsvägen"), Some(28_900))), value: Some(19_500), insured: true,
        fields: &[(Text("Låskod till korgen", "Basket lock code"), Field::Text(Text("Fråga Anna", "Ask Anna")))],
        photos: &[
            Photo(Subject::CityBicycle, Tint::Cream, View::Whole, NONE),
            Photo(Subject::CityBicycle, Tint::Cream, View::Close, Text("Ramnumret sitter under vevlagret", "The frame number is under the crank")),
        ],
        ..THING
    },
    Thing {
        key: "mtb", name: Some(Text("Eriks terrängcykel", "Erik's mountain bike")), category: Some("vehicles.bicycles"), at: At::Place("villa.garage"),
        tags: &[Text("cykel", "bicycle")], owners: &[("erik", 100)], made: ("Fjällbo", "Trail 29"),
        identifiers: &[(IdentifierKind::Frame, "FB29T1187340")], colour: Text("Blå", "Blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(31), Text("Cykelverkstan på Kopparbergsvägen", "Cykelverkstan, Kopparbergsvägen"), Some(16_900))), value: Some(10_500), insured: true,
        photos: &[Photo(Subject::MountainBicycle, Tint::Blue, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "bike-maja", name: Some(Text("Majas cykel", "Maja's bicycle")), category: Some("vehicles.bicycles"), at: At::Place("villa.garage"),
        about: Text("Börjar bli för liten. Kusin Olle står på tur.", "Getting too small. Cousin Olle is next."),
        tags: &[Text("cykel", "bicycle")], owners: &[("maja", 100)], made: ("Svalan", "Pling 20"),
        identifiers: &[(IdentifierKind::Frame, "SVP20B55102")], colour: Text("Röd", "Red"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(4), Text("Farmor Ingrid", "Grandmother Ingrid"), Some(2_900))), value: Some(900),
        photos: &[Photo(Subject::ChildBicycle, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "helmets", name: Some(Text("Cykelhjälmar", "Bicycle helmets")), category: Some("sport.protection"), at: At::Place("villa.hall.wardrobe"),
        quantity: 3, tags: &[Text("cykel", "bicycle")], made: ("Skyddo", "Air"),
        colour: Text("Blandat", "Assorted"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(13), NONE, Some(700))), value: Some(400),
        notes: Text("Byts efter varje smäll, annars vart femte år.", "Replace after any knock, otherwise every five years."),
        photos: &[Photo(Subject::Helmet, Tint::Teal, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "toolbox", name: Some(Text("Verktygslådan", "Toolbox")), category: Some("tools.hand"), at: At::Place("villa.garage.bench"),
        about: Text("Den röda som får följa med till stugan.", "The red one that comes along to the cottage."),
        tags: &[Text("verktyg", "tools")], owners: &[("erik", 100)], made: ("Järnet", "Klassisk 50"),
        colour: Text("Röd", "Red"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(15), NONE, Some(690))), value: Some(500),
        photos: &[Photo(Subject::Toolbox, Tint::Red, View::Whole, Text("Allt på sin plats, för en gångs skull", "Everything in place, for once"))],
        ..THING
    },
    Thing {
        key: "drill", name: Some(Text("Skruvdragaren", "Cordless drill")), category: Some("tools.power"), at: At::Inside("toolbox"),
        about: Text("18 V, två batterier. Laddaren sitter på verktygstavlan.", "18 V, two batteries. The charger is on the tool board."),
        tags: &[Text("verktyg", "tools")], owners: &[("erik", 100)], made: ("Vargön", "VD 18"),
        identifiers: &[(IdentifierKind::Serial, "VD18-5540231")], colour: Text("Gul", "Yellow"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(1011), Text("Bygghallen", "Bygghallen"), Some(2_495))), value: Some(1_500),
        documents: &["drill-warranty"],
        photos: &[Photo(Subject::Drill, Tint::Yellow, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "spanner-set", name: Some(Text("Hylsnyckelsatsen", "Socket set")), category: Some("tools.hand"), at: At::Inside("toolbox"),
        about: Text("46 delar. 10 mm saknas, som alltid.", "46 pieces. The 10 mm is missing, as always."),
        tags: &[Text("verktyg", "tools")], owners: &[("erik", 100)], made: ("Järnet", "Hyls 46"),
        condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(9), Text("Svärfar", "Father-in-law"), None)), value: Some(700),
        photos: &[Photo(Subject::SocketSet, Tint::Graphite, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "saw", name: Some(Text("Cirkelsågen", "Circular saw")), category: Some("tools.saws"), at: At::Place("villa.garage.bench.wall"),
        tags: &[Text("verktyg", "tools")], owners: &[("erik", 100)], made: ("Vargön", "VC 190"),
        identifiers: &[(IdentifierKind::Serial, "VC190-118820")], colour: Text("Blå", "Blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(44), Text("Bygghallen", "Bygghallen"), Some(3_290))), value: Some(2_100),
        photos: &[Photo(Subject::CircularSaw, Tint::Blue, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "ladder", name: Some(Text("Trappstegen", "Stepladder")), category: Some("tools.ladders"), at: At::Place("villa.garage"),
        about: Text("Utlånad till Birgitta varje november: stjärnan i fönstret.", "Lent to Birgitta each November for the star in her window."),
        colour: Text("Aluminium", "Aluminium"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(9), Text("Bygghallen", "Bygghallen"), Some(1_290))), value: Some(800),
        photos: &[Photo(Subject::Ladder, Tint::Silver, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "mower", name: Some(Text("Gräsklipparen", "Lawnmower")), category: Some("garden.machines"), at: At::Place("villa.shed"),
        about: Text("Batteridriven. Kniven slipades i april.", "Battery powered. The blade was sharpened in April."),
        tags: &[Text("trädgård", "garden")], made: ("Grönvall", "G 42"),
        identifiers: &[(IdentifierKind::Serial, "G42-70551")], colour: Text("Grön", "Green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(25), Text("Lantboden i Hallsta", "The farm shop in Hallsta"), Some(5_490))), value: Some(3_800),
        ties: &[(LinkKind::Replaces, "old-mower")],
        photos: &[Photo(Subject::Lawnmower, Tint::Green, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "grill", name: Some(Text("Klotgrillen", "Kettle grill")), category: Some("garden.grills"), at: At::Place("villa.shed"),
        tags: &[Text("trädgård", "garden")], made: ("Glöd", "57"),
        colour: Text("Röd", "Red"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(6), NONE, Some(2_190))), value: Some(800),
        photos: &[Photo(Subject::Grill, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "skis", name: Some(Text("Längdskidorna", "Cross-country skis")), category: Some("sport.winter"), at: At::Place("villa.cellar.shelf"),
        about: Text("Erik 205, Anna 190. Vallas enligt etiketten på burken, inte enligt känsla.", "Erik 205, Anna 190. Wax by the label on the tin, not by feeling."),
        quantity: 2, tags: &[Text("vinter", "winter")], owners: &[("anna", 50), ("erik", 50)], made: ("Fjällbo", "Spår"),
        colour: Text("Blå", "Blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(47), NONE, Some(3_200))), value: Some(1_800),
        photos: &[Photo(Subject::Skis, Tint::Blue, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "snowboard", name: Some(Text("Snowboarden", "Snowboard")), category: Some("sport.winter"), at: At::Place("villa.cellar.shelf"),
        tags: &[Text("vinter", "winter")], owners: &[("maja", 100)], made: ("Drift", "Mini 138"),
        identifiers: &[(IdentifierKind::Serial, "DM138-2201")], colour: Text("Turkos", "Turquoise"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Months(9), Text("Mamma och pappa", "Mum and dad"), Some(3_690))), value: Some(2_900),
        photos: &[Photo(Subject::Snowboard, Tint::Teal, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "skates", name: Some(Text("Skridskorna", "Skates")), category: Some("sport.winter"), at: At::Place("villa.cellar.shelf"),
        quantity: 3, tags: &[Text("vinter", "winter")],
        colour: Text("Vita och svarta", "White and black"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(3), NONE, Some(600))), value: Some(240),
        photos: &[Photo(Subject::Skates, Tint::White, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "tent", name: Some(Text("Tältet", "Tent")), category: Some("sport.camping"), at: At::Place("villa.cellar.shelf"),
        about: Text("Fyra personer om alla är vänner. Räkna pinnarna: **fjorton**.", "Sleeps four if all are friends. Count the pegs: **fourteen**."),
        tags: &[Text("friluft", "outdoors")], made: ("Tranan", "Vidd 4"),
        colour: Text("Orange", "Orange"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(39), NONE, Some(5_900))), value: Some(3_900),
        photos: &[Photo(Subject::Tent, Tint::Orange, View::Whole, Text("Kebnekaise, dagen med regn", "Kebnekaise, the day it rained"))],
        ..THING
    },
    Thing {
        key: "sledge", name: Some(Text("Kälken", "Sledge")), category: Some("children.winter"), at: At::Place("villa.attic.baby"),
        about: Text("Samma kälke som farfar åkte på.", "The same sledge that grandfather rode."),
        tags: &[Text("vinter", "winter"), Text("minne", "keepsake")],
        colour: Text("Rött och furu", "Red and pine"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(13), Text("Farfar Karl-Johan", "Grandfather Karl-Johan"), None)), value: Some(900),
        photos: &[Photo(Subject::Sledge, Tint::Falun, View::Whole, NONE)],
        ..THING
    },
];

#[rustfmt::skip]
pub(super) const NAMELESS: &[Thing] = &[
    Thing {
        key: "tray-1", at: At::Place("villa.garage.corner"),
        photos: &[Photo(Subject::MovingBox, Tint::Cardboard, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "tray-2", at: At::Place("cottage.room.chest"),
        photos: &[Photo(Subject::TableLamp, Tint::Blue, View::Whole, NONE)],
        ..THING
    },
];

//! What the family has in the rooms of its villa.

use super::{Acquired, At, Field, NONE, Photo, Subject, THING, Text, Thing, Tint, View, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, LinkKind},
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const THINGS: &[Thing] = &[
    Thing {
        key: "tv", name: Some(Text("TV:n i vardagsrummet", "Living-room TV")), category: Some("electronics.tv"), at: At::Place("villa.living"),
        about: Text("65 tum. Väggfästet köptes aldrig, den står stadigt på bänken.", "65 inches. We never did buy the wall mount; it stands well on the bench."),
        tags: &[Text("vardagsrum", "living room")], made: ("Norrsken", "Vista 65"),
        identifiers: &[(IdentifierKind::Serial, "NV65-2208-41907")], colour: Text("Svart", "Black"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(812), Text("Elcentralen i Västerås", "Elcentralen, Västerås"), Some(14_990))), value: Some(9_500), insured: true,
        ties: &[(LinkKind::Set, "soundbar")], documents: &["tv-warranty"],
        photos: &[
            Photo(Subject::Television, Tint::Black, View::Whole, NONE),
            Photo(Subject::Television, Tint::Black, View::Close, Text("Fjärrkontrollen bor i den översta lådan", "The remote lives in the top drawer")),
        ],
        ..THING
    },
    Thing {
        key: "soundbar", name: Some(Text("Golvhögtalare", "Floor-standing speakers")), category: Some("electronics.audio"), at: At::Place("villa.living"),
        about: Text("Eriks studentköp som aldrig har blivit omodernt. Nya baselement 2019.", "Bought by Erik as a student, and never out of date. New woofers in 2019."),
        quantity: 2, owners: &[("erik", 100)], made: ("Halden Audio", "M-80"),
        identifiers: &[(IdentifierKind::Serial, "HM80-11873"), (IdentifierKind::Serial, "HM80-11874")], colour: Text("Valnöt", "Walnut"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(24), Text("Radiohuset, Uppsala", "Radiohuset, Uppsala"), Some(4_200))), value: Some(3_000), insured: true,
        photos: &[Photo(Subject::Speaker, Tint::Walnut, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "turntable", name: Some(Text("Skivspelaren", "Record player")), category: Some("electronics.audio"), at: At::Place("villa.living"),
        about: Text("Ny nål behövs när *cymbalerna* börjar väsa.", "Needs a new stylus when the *cymbals* start to hiss."),
        tags: &[Text("musik", "music")], owners: &[("erik", 100)], made: ("Halden Audio", "TT-2"),
        identifiers: &[(IdentifierKind::Serial, "TT2-004512")], colour: Text("Svart", "Black"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Months(40), Text("Anna, till 45-årsdagen", "Anna, for his 45th birthday"), None)), value: Some(4_200),
        ties: &[(LinkKind::Set, "soundbar")],
        photos: &[Photo(Subject::Turntable, Tint::Graphite, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "records", name: Some(Text("LP-samlingen", "LP collection")), category: Some("media.records"), at: At::Place("villa.living.bookcase"),
        about: Text("140 skivor, mest 70-tal. Katalog i Eriks anteckningsbok.", "140 records, mostly the seventies. Catalogued in Erik's notebook."),
        tags: &[Text("musik", "music"), Text("samling", "collection")], owners: &[("erik", 100)],
        condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(30), NONE, None)), value: Some(11_000), insured: true,
        fields: &[(Text("Antal hyllmeter", "Shelf metres"), Field::Number(2)), (Text("Katalogiserad", "Catalogued"), Field::Flag(true))],
        photos: &[Photo(Subject::Records, Tint::Orange, View::Whole, Text("Söndagsmusik", "Sunday music"))],
        ..THING
    },
    Thing {
        key: "sofa", name: Some(Text("Soffan", "Sofa")), category: Some("furniture.sofas"), at: At::Place("villa.living"),
        about: Text("Tresits med avtagbar klädsel: **40 grader, häng på tork**.", "Three-seater with loose covers: **wash at 40, hang to dry**."),
        tags: &[Text("vardagsrum", "living room")], made: ("Tärna Möbler", "Lovö 3"),
        colour: Text("Grönblå", "Teal"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(29), Text("Tärna Möbler, Enköping", "Tärna Möbler, Enköping"), Some(24_900))), value: Some(17_000), insured: true,
        photos: &[
            Photo(Subject::Sofa, Tint::Teal, View::Whole, NONE),
            Photo(Subject::Sofa, Tint::Teal, View::Turned, Text("Innan mattan kom på plats", "Before the rug arrived")),
        ],
        ..THING
    },
    Thing {
        key: "armchair", name: Some(Text("Läsfåtöljen", "Reading chair")), category: Some("furniture.chairs"), at: At::Place("villa.living"),
        about: Text("Omklädd hos tapetseraren i Sala. Annas plats vid fönstret.", "Reupholstered in Sala. Anna's seat by the window."),
        tags: &[Text("arvegods", "heirloom")], owners: &[("anna", 100)],
        colour: Text("Rostbrun", "Rust"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(11), Text("Moster Karin", "Aunt Karin"), None)), value: Some(7_500), insured: true,
        fields: &[(Text("Omklädd", "Reupholstered"), Field::Date(When::Months(50))), (Text("Tapetserarens pris", "The upholsterer's price"), Field::Money(6_800))],
        photos: &[Photo(Subject::Armchair, Tint::Orange, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "table", name: Some(Text("Matbordet", "Dining table")), category: Some("furniture.tables"), at: At::Place("villa.living"),
        about: Text("Plats för åtta, tolv med iläggsskivorna i källaren.", "Seats eight, twelve with the leaves in the cellar."),
        owners: &[("anna", 50), ("erik", 50)], made: ("Erik Lindqvist", ""),
        colour: Text("Ek", "Oak"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Made, When::Years(9), Text("Eriks snickeri", "Erik's workshop"), None)), value: Some(15_000), insured: true,
        notes: Text("Oljas varje höst med kallpressad linolja.", "Oil every autumn with cold-pressed linseed oil."),
        ties: &[(LinkKind::Set, "chairs")],
        photos: &[Photo(Subject::DiningTable, Tint::Oak, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "chairs", name: Some(Text("Pinnstolar", "Spindle-back chairs")), category: Some("furniture.chairs"), at: At::Place("villa.living"),
        about: Text("En av dem har en lagad pinne: hitta den om du kan.", "One has a mended spindle: find it if you can."),
        quantity: 6,
        colour: Text("Mörkblå", "Dark blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(8), Text("Auktion i Kolbäck", "Auction in Kolbäck"), Some(700))), value: Some(1_200), insured: true,
        photos: &[Photo(Subject::Chair, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "bookcase", name: Some(Text("Bokhyllan i ek", "Oak bookcase")), category: Some("furniture.shelves"), at: At::Place("villa.living"),
        made: ("Tärna Möbler", "Arkiv 5"),
        colour: Text("Ek", "Oak"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(64), Text("Tärna Möbler, Enköping", "Tärna Möbler, Enköping"), Some(6_900))), value: Some(3_500),
        photos: &[Photo(Subject::Bookshelf, Tint::Oak, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "lamp", name: Some(Text("Golvlampan", "Floor lamp")), category: Some("textiles.lamps"), at: At::Place("villa.living"),
        about: Text("Mässing med dragsnöre. Tål högst 40 W.", "Brass with a pull cord. No more than 40 W."),
        tags: &[Text("loppis", "flea market")],
        colour: Text("Mässing och grönt", "Brass and green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(18), Text("Loppis i Ramnäs", "Flea market in Ramnäs"), Some(450))), value: Some(1_200),
        photos: &[Photo(Subject::FloorLamp, Tint::Sage, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "rug", name: Some(Text("Röllakansmattan", "Flat-weave rug")), category: Some("textiles.rugs"), at: At::Place("villa.living"),
        about: Text("Vävd av farmors syster Märta vintern 1961.", "Woven by grandmother's sister Märta in the winter of 1961."),
        tags: &[Text("arvegods", "heirloom")], owners: &[("erik", 100)],
        colour: Text("Rött och guld", "Red and gold"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(6), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(9_000), insured: true,
        photos: &[Photo(Subject::Rug, Tint::Falun, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "piano", name: Some(Text("Pianot", "Piano")), category: Some("instruments.keys"), at: At::Place("villa.living"),
        about: Text("Stämt på 440 Hz. Stämmaren heter Åke och kommer i september.", "Tuned to 440 Hz. The tuner is called Åke and comes in September."),
        tags: &[Text("musik", "music")], owners: &[("anna", 50), ("maja", 50)], made: ("Almsjö & Berg", "Konsert 122"),
        identifiers: &[(IdentifierKind::Serial, "38114")], colour: Text("Mahogny", "Mahogany"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(10), Text("Pianomagasinet, Västerås", "Pianomagasinet, Västerås"), Some(42_000))), value: Some(34_000), insured: true,
        fields: &[(Text("Senast stämt", "Last tuned"), Field::Date(When::Months(7))), (Text("Tangenter", "Keys"), Field::Number(88))],
        photos: &[
            Photo(Subject::Piano, Tint::Mahogany, View::Whole, NONE),
            Photo(Subject::Piano, Tint::Mahogany, View::Close, Text("Repan på locket fanns där från början", "The scratch on the lid came with it")),
        ],
        ..THING
    },
    Thing {
        key: "washer", name: Some(Text("Tvättmaskinen", "Washing machine")), category: Some("home.laundry"), at: At::Place("villa.laundry"),
        about: Text("8 kg. Luddfiltret sitter bakom luckan nere till höger.", "8 kg. The lint filter is behind the flap at the lower right."),
        made: ("Skarvik", "Pure 8"),
        identifiers: &[(IdentifierKind::Serial, "SKP8-77120934")], colour: Text("Vit", "White"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(433), Text("Vitvaruhallen", "Vitvaruhallen"), Some(7_990))), value: Some(5_900), insured: true,
        ties: &[(LinkKind::Replaces, "old-washer")], documents: &["washer-manual"],
        photos: &[Photo(Subject::WashingMachine, Tint::White, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "fridge", name: Some(Text("Kyl och frys", "Fridge freezer")), category: Some("kitchen.appliances"), at: At::Place("villa.kitchen"),
        about: Text("Teckningen på dörren är Majas hajdiagram.", "The drawing on the door is Maja's chart of sharks."),
        made: ("Skarvik", "Nordic 370"),
        identifiers: &[(IdentifierKind::Serial, "SKN370-5518207")], colour: Text("Gräddvit", "Cream"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(1190), Text("Vitvaruhallen", "Vitvaruhallen"), Some(11_490))), value: Some(7_000), insured: true,
        photos: &[Photo(Subject::Refrigerator, Tint::Cream, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "espresso", name: Some(Text("Espressomaskinen", "Espresso machine")), category: Some("kitchen.coffee"), at: At::Place("villa.kitchen"),
        about: Text("Avkalkas första söndagen varje månad. *Ja, Erik, varje.*", "Descale on the first Sunday of every month. *Yes, Erik, every month.*"),
        owners: &[("anna", 50), ("erik", 50)], made: ("Bellano", "Duetto"),
        identifiers: &[(IdentifierKind::Serial, "BD-20-44871")], colour: Text("Röd", "Red"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(640), Text("Kaffekompaniet på nätet", "Kaffekompaniet, online"), Some(12_900))), value: Some(9_200), insured: true,
        ties: &[(LinkKind::Replaces, "old-coffee")],
        photos: &[
            Photo(Subject::EspressoMachine, Tint::Red, View::Whole, NONE),
            Photo(Subject::EspressoMachine, Tint::Red, View::Close, NONE),
        ],
        ..THING
    },
    Thing {
        key: "mixer", name: Some(Text("Köksassistenten", "Stand mixer")), category: Some("kitchen.machines"), at: At::Place("villa.kitchen"),
        about: Text("Degkroken och vispen ligger i översta lådan.", "The dough hook and the whisk are in the top drawer."),
        made: ("Brahe", "Deg 6"),
        identifiers: &[(IdentifierKind::Serial, "BD6-901773")], colour: Text("Ljusgrön", "Pale green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(14), Text("Bröllopspresent av Annas kollegor", "Wedding gift from Anna's colleagues"), None)), value: Some(4_500),
        photos: &[Photo(Subject::StandMixer, Tint::Sage, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "knives", name: Some(Text("Köksknivarna", "Kitchen knives")), category: Some("kitchen.knives"), at: At::Place("villa.kitchen"),
        about: Text("Slipas för hand. Får **inte** gå i diskmaskinen.", "Sharpened by hand. **Never** in the dishwasher."),
        quantity: 6, made: ("Ekeby Smide", "Kolstål"),
        condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(33), Text("Slöjdmässan i Eskilstuna", "Craft fair in Eskilstuna"), Some(900))), value: Some(720),
        photos: &[Photo(Subject::Knives, Tint::Walnut, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "pots", name: Some(Text("Kastrullerna", "Saucepans")), category: Some("kitchen.pots"), at: At::Place("villa.kitchen.upper"),
        quantity: 5,
        colour: Text("Koppar och emalj", "Copper and enamel"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(14), Text("Bröllopspresent", "Wedding gift"), None)), value: Some(480),
        photos: &[Photo(Subject::Pots, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "vacuum", name: Some(Text("Dammsugaren", "Vacuum cleaner")), category: Some("home.vacuums"), at: At::Place("villa.hall.wardrobe"),
        about: Text("Påsar finns på översta hyllan, typ S.", "Bags are on the top shelf, type S."),
        made: ("Skarvik", "Tyst 3"),
        identifiers: &[(IdentifierKind::Serial, "SKT3-338401")], colour: Text("Grön", "Green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(300), Text("Elcentralen i Västerås", "Elcentralen, Västerås"), Some(2_790))), value: Some(2_200),
        photos: &[Photo(Subject::VacuumCleaner, Tint::Green, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "sewing", name: Some(Text("Symaskinen", "Sewing machine")), category: Some("home.sewing"), at: At::Place("villa.study"),
        about: Text("Har sytt gardinerna, luciakläderna och en halv sjörövare.", "Has sewn the curtains, the Lucia gowns and half a pirate."),
        owners: &[("anna", 100)], made: ("Vasa Symaskin", "Fin 40"),
        identifiers: &[(IdentifierKind::Serial, "VF40-220981")], colour: Text("Ljusblå", "Light blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(19), Text("Mamma", "Anna's mother"), None)), value: Some(2_800),
        photos: &[Photo(Subject::SewingMachine, Tint::Sky, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "laptop", name: Some(Text("Annas dator", "Anna's laptop")), category: Some("electronics.computers"), at: At::Place("villa.study"),
        about: Text("Familjens papper ligger i mappen *Hemma*.", "The family's papers are in the folder *Home*."),
        tags: &[Text("teknik", "tech")], owners: &[("anna", 100)], made: ("Kestrel", "Book 14"),
        identifiers: &[(IdentifierKind::Serial, "KB14-7F2Q-0093"), (IdentifierKind::Marking, "Lindqvist 0042")], colour: Text("Silver", "Silver"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(505), Text("Datorbutiken", "Datorbutiken"), Some(17_490))), value: Some(11_500), insured: true,
        fields: &[(Text("Minne", "Memory"), Field::Text(Text("32 GB", "32 GB"))), (Text("Stöldmärkt", "Security marked"), Field::Flag(true)), (Text("Stöd", "Support"), Field::Link("https://kestrel.example/support"))],
        photos: &[
            Photo(Subject::Laptop, Tint::Silver, View::Whole, NONE),
            Photo(Subject::Laptop, Tint::Silver, View::Turned, Text("Vid köksbordet, som vanligt", "At the kitchen table, as usual")),
        ],
        ..THING
    },
    Thing {
        key: "phone-anna", name: Some(Text("Annas telefon", "Anna's phone")), category: Some("electronics.phones"), at: At::Place("villa.hall"),
        tags: &[Text("teknik", "tech")], owners: &[("anna", 100)], made: ("Lumi", "X5"),
        identifiers: &[(IdentifierKind::Imei, "356741081234519"), (IdentifierKind::Serial, "LX5-90QR-1182")], colour: Text("Mörkblå", "Dark blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(210), Text("Telebutiken, Erikslund", "Telebutiken, Erikslund"), Some(10_990))), value: Some(8_000), insured: true,
        photos: &[Photo(Subject::Phone, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "phone-maja", name: Some(Text("Majas telefon", "Maja's phone")), category: Some("electronics.phones"), at: At::Place("villa.maja"),
        about: Text("Skalet har överlevt två trappor och en brygga.", "The case has survived two flights of stairs and a jetty."),
        tags: &[Text("teknik", "tech")], owners: &[("maja", 100)], made: ("Lumi", "S2"),
        identifiers: &[(IdentifierKind::Imei, "359012337044665")], colour: Text("Rosa", "Pink"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Gift, When::Days(390), Text("Mamma och pappa", "Mum and dad"), Some(3_490))), value: Some(1_800),
        photos: &[Photo(Subject::Phone, Tint::Pink, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "tablet", name: Some(Text("Surfplattan", "Tablet")), category: Some("electronics.tablets"), at: At::Place("villa.living.bookcase"),
        about: Text("Delas av alla. Laddaren sitter i köket.", "Shared by everybody. The charger is in the kitchen."),
        tags: &[Text("teknik", "tech")], made: ("Kestrel", "Slate 11"),
        identifiers: &[(IdentifierKind::Serial, "KS11-55D0-7712")], colour: Text("Grafit", "Graphite"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(22), Text("Datorbutiken", "Datorbutiken"), Some(5_990))), value: Some(3_600),
        photos: &[Photo(Subject::Tablet, Tint::Graphite, View::Whole, Text("Majas hus, ritat i väntrummet", "Maja's house, drawn in the waiting room"))],
        ..THING
    },
    Thing {
        key: "console", name: Some(Text("Spelkonsolen", "Games console")), category: Some("electronics.consoles"), at: At::Place("villa.maja"),
        about: Text("Två handkontroller, den gröna fastnar ibland.", "Two controllers; the green one sometimes sticks."),
        owners: &[("maja", 100)], made: ("Orbit", "One"),
        identifiers: &[(IdentifierKind::Serial, "OR1-4471-882")], colour: Text("Vit", "White"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Months(11), Text("Farmor Ingrid", "Grandmother Ingrid"), Some(4_490))), value: Some(3_200),
        photos: &[Photo(Subject::Console, Tint::Green, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "printer", name: Some(Text("Skrivaren", "Printer")), category: Some("electronics.network"), at: At::Place("villa.study"),
        made: ("Pappla", "Duo 210"),
        identifiers: &[(IdentifierKind::Serial, "PD210-66310")], colour: Text("Vit", "White"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(5), Text("Elcentralen i Västerås", "Elcentralen, Västerås"), Some(1_490))), value: Some(500),
        notes: Text("Patroner: 210 svart, 211 färg.", "Cartridges: 210 black, 211 colour."),
        photos: &[Photo(Subject::Printer, Tint::White, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "desk", name: Some(Text("Skrivbordet", "Desk")), category: Some("furniture.desks"), at: At::Place("villa.study"),
        made: ("Tärna Möbler", "Syssla"),
        colour: Text("Björk", "Birch"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(51), Text("Tärna Möbler, Enköping", "Tärna Möbler, Enköping"), Some(3_900))), value: Some(2_000),
        photos: &[Photo(Subject::Desk, Tint::Oak, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "bed", name: Some(Text("Dubbelsängen", "Double bed")), category: Some("furniture.beds"), at: At::Place("villa.bedroom"),
        about: Text("180 cm, fasta och mjuka sidan är **olika**: Annas till vänster.", "180 cm; the two sides **differ** in firmness: Anna's is on the left."),
        made: ("Hargs Sängar", "Stilla 180"),
        colour: Text("Ljusgrå", "Light grey"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(37), Text("Hargs Sängar", "Hargs Sängar"), Some(28_900))), value: Some(16_000), insured: true,
        photos: &[Photo(Subject::Bed, Tint::Sky, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "drawers", name: Some(Text("Byrån", "Chest of drawers")), category: Some("furniture.cupboards"), at: At::Place("villa.bedroom"),
        about: Text("Köpt omålad, strök tre gånger med linoljefärg.", "Bought bare, three coats of linseed paint."),
        colour: Text("Grågrön", "Grey-green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(7), Text("Auktion i Kolbäck", "Auction in Kolbäck"), Some(1_800))), value: Some(3_500),
        photos: &[Photo(Subject::ChestOfDrawers, Tint::Sage, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "coat", name: Some(Text("Kamelhårskappan", "Camel-hair coat")), category: Some("clothes.outerwear"), at: At::Place("villa.bedroom.wardrobe"),
        tags: &[Text("kläder", "clothes")], owners: &[("anna", 100)], made: ("Ateljé Lind", "Astrid"),
        colour: Text("Kamel", "Camel"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(14), Text("Ateljé Lind, Stockholm", "Ateljé Lind, Stockholm"), Some(5_900))), value: Some(4_200),
        photos: &[Photo(Subject::Coat, Tint::Beige, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "suitcase", name: Some(Text("Stora resväskan", "Large suitcase")), category: Some("clothes.suitcases"), at: At::Place("villa.attic"),
        about: Text("Kodlåset är Majas födelsedag, dag och månad.", "The code is Maja's birthday, day and month."),
        made: ("Voyana", "Hard 75"),
        colour: Text("Mörkblå", "Dark blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(20), NONE, Some(2_290))), value: Some(1_500),
        photos: &[Photo(Subject::Suitcase, Tint::Navy, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "doll-house", name: Some(Text("Dockskåpet", "Doll's house")), category: Some("children.dolls"), at: At::Place("villa.attic.baby"),
        about: Text("Byggt av Erik, tapetserat med rester från vardagsrummet.", "Built by Erik, papered with scraps from the living room."),
        tags: &[Text("minne", "keepsake")], owners: &[("maja", 100)], made: ("Erik Lindqvist", ""),
        colour: Text("Rosa", "Pink"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Made, When::Years(8), Text("Pappa, till fyraårsdagen", "Dad, for her fourth birthday"), None)), value: Some(3_000),
        photos: &[Photo(Subject::DollHouse, Tint::Pink, View::Whole, Text("Lampan i köket lyser på riktigt", "The kitchen lamp really works"))],
        ..THING
    },
    Thing {
        key: "violin", name: Some(Text("Fiolen", "Violin")), category: Some("instruments.strings"), at: At::Place("villa.maja"),
        about: Text("Trekvartsfiol. Byts mot helfiol när armarna hunnit ikapp.", "Three-quarter size. To be exchanged when her arms have caught up."),
        tags: &[Text("musik", "music")], owners: &[("maja", 100)], made: ("Holms Ateljé", "Nr 214"),
        identifiers: &[(IdentifierKind::Marking, "Holm 214")], colour: Text("Bärnsten", "Amber"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(16), Text("Holms Ateljé, Västerås", "Holms Ateljé, Västerås"), Some(13_500))), value: Some(12_500), insured: true,
        fields: &[(Text("Storlek", "Size"), Field::Choice(Text("3/4", "3/4"))), (Text("Hyrs ut till kusinen sedan", "To be lent to her cousin"), Field::Flag(false))],
        photos: &[
            Photo(Subject::Violin, Tint::Mahogany, View::Whole, NONE),
            Photo(Subject::Violin, Tint::Mahogany, View::Close, NONE),
        ],
        ..THING
    },
    Thing {
        key: "guitar", name: Some(Text("Gitarren", "Guitar")), category: Some("instruments.strings"), at: At::Place("villa.study"),
        tags: &[Text("musik", "music")], owners: &[("erik", 100)], made: ("Lövgren", "Visa 12"),
        identifiers: &[(IdentifierKind::Serial, "LV12-0773")], colour: Text("Gran", "Spruce"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(21), NONE, Some(6_200))), value: Some(4_800),
        photos: &[Photo(Subject::Guitar, Tint::Oak, View::Whole, NONE)],
        ..THING
    },
];

//! Jewellery, silver, art, papers and cameras: what the family would miss most.

use super::{Acquired, At, Field, NONE, Photo, Subject, THING, Text, Thing, Tint, View, When};
use crate::domain::{
    identifier::IdentifierKind,
    item::{Acquisition, Condition, LinkKind},
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const THINGS: &[Thing] = &[
    Thing {
        key: "ring", name: Some(Text("Förlovningsringen", "Engagement ring")), category: Some("jewellery.rings"), at: At::Place("villa.bedroom.wardrobe.casket"),
        about: Text("18 karat med en diamant på **0,42 ct**. Klorna kontrollerade hos guldsmeden i våras.", "18 carat with a **0.42 ct** diamond. The goldsmith checked the claws this spring."),
        tags: &[Text("smycken", "jewellery")], owners: &[("anna", 100)], made: ("Guldsmed Wester", ""),
        identifiers: &[(IdentifierKind::Engraving, "Erik 24/8")], colour: Text("Guld", "Gold"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(16), Text("Erik", "Erik"), None)), value: Some(36_000), insured: true, private: true,
        fields: &[(Text("Värderingsdatum", "Valued on"), Field::Date(When::Months(9))), (Text("Karat", "Carat"), Field::Number(18))],
        documents: &["ring-valuation"],
        photos: &[
            Photo(Subject::Ring, Tint::Gold, View::Whole, NONE),
            Photo(Subject::Ring, Tint::Gold, View::Close, Text("Klorna efter rengöringen", "The claws after cleaning")),
        ],
        ..THING
    },
    Thing {
        key: "pearls", name: Some(Text("Farmors pärlor", "Grandmother's pearls")), category: Some("jewellery.necklaces"), at: At::Place("villa.bedroom.wardrobe.casket"),
        about: Text("Odlade pärlor, omträdda på silke. Burna vid alla dop sedan 1958.", "Cultured pearls, restrung on silk. Worn at every christening since 1958."),
        tags: &[Text("smycken", "jewellery"), Text("arvegods", "heirloom")], owners: &[("anna", 100)],
        colour: Text("Pärlvit", "Pearl white"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(12), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(9_500), insured: true,
        photos: &[Photo(Subject::Pearls, Tint::Pearl, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "necklace", name: Some(Text("Halsbandet med granat", "Garnet necklace")), category: Some("jewellery.necklaces"), at: At::Place("villa.bedroom.wardrobe.casket"),
        tags: &[Text("smycken", "jewellery")], owners: &[("anna", 100)], made: ("Guldsmed Wester", ""),
        colour: Text("Guld", "Gold"), condition: Some(Condition::New),
        acquired: Some(Acquired(Acquisition::Gift, When::Days(155), Text("Erik, på bröllopsdagen", "Erik, on our wedding day"), Some(6_400))), value: Some(6_400), insured: true, private: true,
        photos: &[Photo(Subject::Necklace, Tint::Gold, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "brooch", name: Some(Text("Bröllopssöljan", "Wedding brooch")), category: Some("jewellery.silver"), at: At::Place("villa.bedroom.wardrobe.casket"),
        about: Text("Norsk sölja efter mormors mor från Trysil. Hängena klingar när man dansar.", "A Norwegian sölje from great-grandmother of Trysil. It rings when one dances."),
        tags: &[Text("smycken", "jewellery"), Text("arvegods", "heirloom")], owners: &[("anna", 100)],
        identifiers: &[(IdentifierKind::Marking, "830 S")], colour: Text("Silver", "Silver"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(18), Text("Mormor", "Anna's grandmother"), None)), value: Some(5_200), insured: true,
        photos: &[Photo(Subject::Brooch, Tint::Silver, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "watch", name: Some(Text("Armbandsuret", "Wristwatch")), category: Some("jewellery.watches"), at: At::Place("villa.bedroom"),
        about: Text("Går fyra sekunder för fort i veckan, vilket Erik berättar om man frågar.", "Gains four seconds a week, as Erik will tell anyone who asks."),
        owners: &[("erik", 100)], made: ("Ravn & Søn", "Skipper"),
        identifiers: &[(IdentifierKind::Serial, "RS-S-20418"), (IdentifierKind::Engraving, "E.L. 40 år")], colour: Text("Stål med blå tavla", "Steel with a blue dial"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(7), Text("Familjen, till fyrtioårsdagen", "The family, for his fortieth"), Some(24_500))), value: Some(27_000), insured: true,
        photos: &[
            Photo(Subject::Wristwatch, Tint::Navy, View::Whole, NONE),
            Photo(Subject::Wristwatch, Tint::Navy, View::Close, NONE),
        ],
        ..THING
    },
    Thing {
        key: "pocket-watch", name: Some(Text("Farfars fickur", "Grandfather's pocket watch")), category: Some("jewellery.watches"), at: At::Place("villa.study.safe"),
        about: Text("Fickuret han fick efter 25 år på järnvägen. Det går, men helst inte på måndagar.", "Given to him after 25 years on the railway. It runs, though preferably not on Mondays."),
        tags: &[Text("arvegods", "heirloom")], owners: &[("erik", 100)],
        identifiers: &[(IdentifierKind::Engraving, "K. J. Lindqvist 1958–1983")], colour: Text("Guld", "Gold"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(13), Text("Farfar Karl-Johan", "Grandfather Karl-Johan"), None)), value: Some(8_500), insured: true,
        photos: &[Photo(Subject::PocketWatch, Tint::Gold, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "coins", name: Some(Text("Myntsamlingen", "Coin collection")), category: Some("art.coins"), at: At::Place("villa.study.safe"),
        about: Text("Femton fack, fjorton mynt: 1 öre 1927 saknas fortfarande.", "Fifteen slots, fourteen coins: the 1927 one-öre is still missing."),
        quantity: 14, tags: &[Text("samling", "collection"), Text("arvegods", "heirloom")], owners: &[("erik", 100)],
        condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(13), Text("Farfar Karl-Johan", "Grandfather Karl-Johan"), None)), value: Some(920), insured: true,
        photos: &[Photo(Subject::Coins, Tint::Gold, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "candlesticks", name: Some(Text("Silverljusstakarna", "Silver candlesticks")), category: Some("jewellery.silver"), at: At::Place("villa.living.cabinet"),
        about: Text("Putsas till första advent. Aldrig i maskin.", "Polished for the first Sunday in Advent. Never in a machine."),
        quantity: 2, tags: &[Text("arvegods", "heirloom")], owners: &[("anna", 50), ("erik", 50)],
        identifiers: &[(IdentifierKind::Marking, "Kattfot, S8")], colour: Text("Silver", "Silver"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(6), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(7_250), insured: true,
        photos: &[Photo(Subject::Candlesticks, Tint::Silver, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "cutlery", name: Some(Text("Silverbesticken", "Silver cutlery")), category: Some("kitchen.cutlery"), at: At::Place("villa.living.cabinet.lower"),
        about: Text("Tolv av varje. En sked fick en bula i ett familjegräl 1974.", "Twelve of each. One spoon was dented in a family quarrel in 1974."),
        tags: &[Text("arvegods", "heirloom")],
        identifiers: &[(IdentifierKind::Engraving, "I & K")], colour: Text("Silver", "Silver"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(6), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(18_500), insured: true,
        ties: &[(LinkKind::Set, "candlesticks")],
        photos: &[Photo(Subject::Cutlery, Tint::Silver, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "china", name: Some(Text("Kaffeservisen", "Coffee service")), category: Some("kitchen.china"), at: At::Place("villa.living.cabinet"),
        about: Text("Tolv koppar, elva fat. Vi talar inte om det tolfte fatet.", "Twelve cups, eleven saucers. We do not speak of the twelfth."),
        tags: &[Text("arvegods", "heirloom")], made: ("Porslinsbruket Ahlby", "Blåklint"),
        colour: Text("Vitt och blått", "White and blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(6), Text("Farmor Ingrid", "Grandmother Ingrid"), None)), value: Some(5_800), insured: true,
        photos: &[
            Photo(Subject::Porcelain, Tint::Blue, View::Whole, NONE),
            Photo(Subject::Porcelain, Tint::Blue, View::Close, NONE),
        ],
        ..THING
    },
    Thing {
        key: "glasses", name: Some(Text("Kristallglasen", "Crystal glasses")), category: Some("kitchen.glass"), at: At::Place("villa.living.cabinet.lower"),
        quantity: 11, made: ("Hyttan", "Emma"),
        condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(14), Text("Bröllopspresent", "Wedding gift"), None)), value: Some(300),
        photos: &[Photo(Subject::Glassware, Tint::Sky, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "painting", name: Some(Text("Havstavlan", "The sea painting")), category: Some("art.paintings"), at: At::Place("villa.living"),
        about: Text("Olja på duk, signerad *E. Hallberg 1948*. Båthuset till vänster är vårt.", "Oil on canvas, signed *E. Hallberg 1948*. The boathouse on the left is ours."),
        tags: &[Text("konst", "art")], owners: &[("anna", 50), ("erik", 50)],
        identifiers: &[(IdentifierKind::Marking, "E. Hallberg 1948")], condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(4), Text("Auktionshuset Fyris", "Auktionshuset Fyris"), Some(31_000))), value: Some(42_000), insured: true,
        fields: &[(Text("Mått", "Size"), Field::Text(Text("82 × 64 cm med ram", "82 × 64 cm framed"))), (Text("Värdering", "Valuation"), Field::Money(42_000))],
        photos: &[
            Photo(Subject::Painting, Tint::Gold, View::Whole, NONE),
            Photo(Subject::Painting, Tint::Gold, View::Close, Text("Signaturen sitter nere till höger", "The signature is at the lower right")),
        ],
        ..THING
    },
    Thing {
        key: "clock", name: Some(Text("Moraklockan", "Mora clock")), category: Some("art.antiques"), at: At::Place("villa.hall"),
        about: Text("Urverk märkt *A A S Mora*. Dras upp på söndagar, helst av Maja.", "Movement marked *A A S Mora*. Wound on Sundays, preferably by Maja."),
        tags: &[Text("arvegods", "heirloom")], owners: &[("erik", 100)],
        identifiers: &[(IdentifierKind::Marking, "A A S Mora")], colour: Text("Gråblå", "Grey-blue"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Inherited, When::Years(13), Text("Farfar Karl-Johan", "Grandfather Karl-Johan"), None)), value: Some(16_500), insured: true,
        photos: &[Photo(Subject::LongCaseClock, Tint::Sky, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "mirror", name: Some(Text("Hallspegeln", "Hall mirror")), category: Some("furniture.mirrors"), at: At::Place("villa.hall"),
        tags: &[Text("loppis", "flea market")],
        colour: Text("Förgylld", "Gilt"), condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Bought, When::Years(5), Text("Loppis i Ramnäs", "Flea market in Ramnäs"), Some(600))), value: Some(2_500),
        photos: &[Photo(Subject::Mirror, Tint::Gold, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "vase", name: Some(Text("Vasen från Hyttan", "Vase from Hyttan")), category: Some("art.ceramics"), at: At::Place("villa.living.bookcase"),
        about: Text("Andra sortering, därav bubblan.", "A second, hence the bubble."),
        made: ("Hyttan", "Sjö"),
        colour: Text("Blågrön", "Blue-green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(3), Text("Grannen Birgitta", "Birgitta next door"), None)), value: Some(1_600),
        photos: &[Photo(Subject::Vase, Tint::Teal, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "album", name: Some(Text("Fotoalbum 1931–1958", "Photo album 1931–1958")), category: Some("documents.albums"), at: At::Place("villa.study.safe"),
        about: Text("Namnen på baksidorna är skrivna av farmor. Ska skannas i vinter.", "The names on the backs are in grandmother's hand. To be scanned this winter."),
        quantity: 3, tags: &[Text("minne", "keepsake")],
        condition: Some(Condition::Worn),
        acquired: Some(Acquired(Acquisition::Gift, When::Years(6), Text("Farmor Ingrid", "Grandmother Ingrid"), None)),
        fields: &[(Text("Skannat", "Scanned"), Field::Flag(false))],
        photos: &[Photo(Subject::Album, Tint::Mahogany, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "deed", name: Some(Text("Husets papper", "House papers")), category: Some("documents.property"), at: At::Place("villa.study.safe"),
        owners: &[("anna", 50), ("erik", 50)],
        condition: Some(Condition::Good),
        private: true,
        notes: Text("Lagfart, ritningar och besiktning. Kopior hos banken.", "Title, drawings and survey. Copies at the bank."),
        photos: &[Photo(Subject::Folder, Tint::Red, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "camera-bag", name: Some(Text("Kameraväskan", "Camera bag")), category: Some("photo.bags"), at: At::Place("villa.study"),
        about: Text("Alltid packad. Regnskyddet ligger i bottenfacket.", "Always packed. The rain cover is in the bottom pocket."),
        tags: &[Text("foto", "photo")], owners: &[("erik", 100)], made: ("Tranan", "Fält 30"),
        colour: Text("Olivgrön", "Olive"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(26), NONE, Some(1_490))), value: Some(900),
        photos: &[Photo(Subject::Backpack, Tint::Green, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "camera", name: Some(Text("Kameran", "Camera")), category: Some("photo.cameras"), at: At::Inside("camera-bag"),
        about: Text("Systemkamera. Batterierna är märkta A och B: **A först**.", "Mirrorless. The batteries are marked A and B: **A first**."),
        tags: &[Text("foto", "photo"), Text("teknik", "tech")], owners: &[("erik", 100)], made: ("Optima", "F7 II"),
        identifiers: &[(IdentifierKind::Serial, "OF7-3310872"), (IdentifierKind::Marking, "Lindqvist 0017")], colour: Text("Svart", "Black"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(701), Text("Fotohörnan, Västerås", "Fotohörnan, Västerås"), Some(24_900))), value: Some(18_500), insured: true,
        photos: &[
            Photo(Subject::Camera, Tint::Graphite, View::Whole, NONE),
            Photo(Subject::Camera, Tint::Graphite, View::Close, Text("Serienumret sitter under displayen", "The serial number is beneath the screen")),
        ],
        ..THING
    },
    Thing {
        key: "lens", name: Some(Text("Teleobjektivet", "Telephoto lens")), category: Some("photo.lenses"), at: At::Inside("camera-bag"),
        about: Text("100–400 mm, köpt för havsörnarna på Gräsö.", "100–400 mm, bought for the sea eagles of Gräsö."),
        tags: &[Text("foto", "photo")], owners: &[("erik", 100)], made: ("Optima", "100–400"),
        identifiers: &[(IdentifierKind::Serial, "OL4-0098814")], colour: Text("Svart", "Black"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(498), Text("Fotohörnan, Västerås", "Fotohörnan, Västerås"), Some(15_900))), value: Some(12_500), insured: true,
        ties: &[(LinkKind::Accessory, "camera")],
        photos: &[Photo(Subject::Lens, Tint::Graphite, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "lens-small", name: Some(Text("Det lilla objektivet", "The small lens")), category: Some("photo.lenses"), at: At::Inside("camera-bag"),
        tags: &[Text("foto", "photo")], owners: &[("erik", 100)], made: ("Optima", "35/1.8"),
        identifiers: &[(IdentifierKind::Serial, "OL1-0443107")], colour: Text("Svart", "Black"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Days(701), Text("Fotohörnan, Västerås", "Fotohörnan, Västerås"), Some(4_900))), value: Some(3_600), insured: true,
        ties: &[(LinkKind::Accessory, "camera")],
        photos: &[Photo(Subject::Lens, Tint::Black, View::Turned, NONE)],
        ..THING
    },
    Thing {
        key: "headphones", name: Some(Text("Hörlurarna", "Headphones")), category: Some("electronics.headphones"), at: At::Place("villa.study"),
        tags: &[Text("teknik", "tech")], owners: &[("erik", 100)], made: ("Halden Audio", "Rum"),
        identifiers: &[(IdentifierKind::Serial, "HR-77-10442")], colour: Text("Beige", "Beige"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Gift, When::Months(8), Text("Anna", "Anna"), Some(2_990))), value: Some(2_300),
        photos: &[Photo(Subject::Headphones, Tint::Beige, View::Whole, NONE)],
        ..THING
    },
    Thing {
        key: "handbag", name: Some(Text("Läderväskan", "Leather handbag")), category: Some("clothes.bags"), at: At::Place("villa.bedroom.wardrobe"),
        owners: &[("anna", 100)], made: ("Ateljé Lind", "Vera"),
        colour: Text("Flaskgrön", "Bottle green"), condition: Some(Condition::Good),
        acquired: Some(Acquired(Acquisition::Bought, When::Months(10), Text("Ateljé Lind, Stockholm", "Ateljé Lind, Stockholm"), Some(3_800))), value: Some(2_900),
        photos: &[Photo(Subject::Handbag, Tint::Green, View::Whole, NONE)],
        ..THING
    },
];

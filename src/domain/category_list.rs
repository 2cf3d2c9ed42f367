//! The categories that the product ships with: two levels, in every language, for a household to start from and change.

use super::lang::Lang;

/// A shipped category on the first level, with those beneath it.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The category itself; its key has no dot.
    pub category: Shipped,
    /// What it divides into; each key is `<group>.<word>`.
    pub children: &'static [Shipped],
}

/// A shipped category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// What it is called in files and links: never changed, never reused.
    pub key: &'static str,
    /// The word for the picture that stands for it, as the pages' icon set names it.
    pub icon: &'static str,
    sv: &'static str,
    en: &'static str,
}

impl Shipped {
    const fn new(
        key: &'static str,
        icon: &'static str,
        sv: &'static str,
        en: &'static str,
    ) -> Self {
        Self { key, icon, sv, en }
    }

    /// Its name, as a person reads it.
    #[must_use]
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
    }
}

/// Every shipped category, in the order in which lists show them.
#[must_use]
pub const fn shipped() -> &'static [Group] {
    GROUPS
}

/// The shipped category with this key, on either level.
#[must_use]
pub fn find(key: &str) -> Option<&'static Shipped> {
    GROUPS
        .iter()
        .flat_map(|group| std::iter::once(&group.category).chain(group.children))
        .find(|category| category.key == key)
}

#[rustfmt::skip] // a table: one row a line
const GROUPS: &[Group] = &[
    Group { category: Shipped::new("furniture", "sofa", "Möbler", "Furniture"), children: &[
        Shipped::new("furniture.sofas", "sofa", "Soffor", "Sofas"),
        Shipped::new("furniture.chairs", "armchair", "Stolar & fåtöljer", "Chairs & armchairs"),
        Shipped::new("furniture.tables", "table", "Bord", "Tables"),
        Shipped::new("furniture.beds", "bed", "Sängar", "Beds"),
        Shipped::new("furniture.shelves", "bookshelf", "Hyllor & bokhyllor", "Shelves & bookcases"),
        Shipped::new("furniture.cupboards", "cupboard", "Skåp & byråer", "Cupboards & chests of drawers"),
        Shipped::new("furniture.desks", "desk", "Skrivbord", "Desks"),
        Shipped::new("furniture.mirrors", "mirror", "Speglar", "Mirrors"),
    ] },
    Group { category: Shipped::new("electronics", "tv", "Hemelektronik", "Electronics"), children: &[
        Shipped::new("electronics.tv", "tv", "TV & projektorer", "TVs & projectors"),
        Shipped::new("electronics.audio", "speaker", "Ljud & högtalare", "Audio & speakers"),
        Shipped::new("electronics.headphones", "headphones", "Hörlurar", "Headphones"),
        Shipped::new("electronics.computers", "laptop", "Datorer", "Computers"),
        Shipped::new("electronics.tablets", "tablet", "Surfplattor", "Tablets"),
        Shipped::new("electronics.phones", "phone", "Telefoner", "Phones"),
        Shipped::new("electronics.watches", "smartwatch", "Smartklockor", "Smart watches"),
        Shipped::new("electronics.consoles", "gamepad", "Spelkonsoler", "Games consoles"),
        Shipped::new("electronics.network", "router", "Nätverk & skrivare", "Network & printers"),
        Shipped::new("electronics.accessories", "cable", "Tillbehör & kablar", "Accessories & cables"),
    ] },
    Group { category: Shipped::new("kitchen", "pot", "Kök & vitvaror", "Kitchen & appliances"), children: &[
        Shipped::new("kitchen.appliances", "fridge", "Vitvaror", "White goods"),
        Shipped::new("kitchen.machines", "mixer", "Köksmaskiner", "Kitchen machines"),
        Shipped::new("kitchen.coffee", "coffee", "Kaffe & te", "Coffee & tea"),
        Shipped::new("kitchen.pots", "pot", "Kastruller & stekpannor", "Pots & pans"),
        Shipped::new("kitchen.knives", "knife", "Knivar & redskap", "Knives & utensils"),
        Shipped::new("kitchen.china", "plate", "Porslin", "China"),
        Shipped::new("kitchen.glass", "glass", "Glas", "Glassware"),
        Shipped::new("kitchen.cutlery", "cutlery", "Bestick", "Cutlery"),
    ] },
    Group { category: Shipped::new("home", "vacuum", "Städ & tvätt", "Cleaning & laundry"), children: &[
        Shipped::new("home.vacuums", "vacuum", "Dammsugare", "Vacuum cleaners"),
        Shipped::new("home.laundry", "washer", "Tvätt & tork", "Washing & drying"),
        Shipped::new("home.ironing", "iron", "Strykning", "Ironing"),
        Shipped::new("home.sewing", "sewing", "Symaskiner & sömnad", "Sewing"),
        Shipped::new("home.climate", "fan", "Värme & luft", "Heating & air"),
    ] },
    Group { category: Shipped::new("textiles", "rug", "Textil & inredning", "Textiles & decoration"), children: &[
        Shipped::new("textiles.rugs", "rug", "Mattor", "Rugs"),
        Shipped::new("textiles.curtains", "curtain", "Gardiner", "Curtains"),
        Shipped::new("textiles.bedding", "pillow", "Sängkläder", "Bedding"),
        Shipped::new("textiles.linen", "cloth", "Dukar & handdukar", "Linen & towels"),
        Shipped::new("textiles.lamps", "lamp", "Lampor", "Lamps"),
        Shipped::new("textiles.ornaments", "vase", "Vaser & prydnader", "Vases & ornaments"),
        Shipped::new("textiles.clocks", "clock", "Väggur & bordsur", "Clocks"),
        Shipped::new("textiles.seasonal", "star", "Jul & högtid", "Christmas & seasons"),
    ] },
    Group { category: Shipped::new("tools", "drill", "Verktyg", "Tools"), children: &[
        Shipped::new("tools.power", "drill", "Elverktyg", "Power tools"),
        Shipped::new("tools.hand", "hammer", "Handverktyg", "Hand tools"),
        Shipped::new("tools.saws", "saw", "Sågar", "Saws"),
        Shipped::new("tools.measuring", "ruler", "Mätverktyg", "Measuring tools"),
        Shipped::new("tools.ladders", "ladder", "Stegar & ställningar", "Ladders & scaffolds"),
        Shipped::new("tools.paint", "brush", "Måleri", "Painting"),
        Shipped::new("tools.fasteners", "screw", "Skruv & beslag", "Screws & fittings"),
    ] },
    Group { category: Shipped::new("vehicles", "bicycle", "Cyklar & fordon", "Bicycles & vehicles"), children: &[
        Shipped::new("vehicles.bicycles", "bicycle", "Cyklar", "Bicycles"),
        Shipped::new("vehicles.electric", "ebike", "Elcyklar & elsparkcyklar", "E-bikes & scooters"),
        Shipped::new("vehicles.cars", "car", "Bilar", "Cars"),
        Shipped::new("vehicles.motorcycles", "motorcycle", "Motorcyklar & mopeder", "Motorcycles & mopeds"),
        Shipped::new("vehicles.trailers", "trailer", "Släp & husvagnar", "Trailers & caravans"),
        Shipped::new("vehicles.parts", "wheel", "Däck & reservdelar", "Tyres & spare parts"),
        Shipped::new("vehicles.carriers", "roofbox", "Takboxar & hållare", "Roof boxes & carriers"),
    ] },
    Group { category: Shipped::new("sport", "skis", "Sport & friluft", "Sport & outdoors"), children: &[
        Shipped::new("sport.winter", "skis", "Skidor & skridskor", "Skis & skates"),
        Shipped::new("sport.camping", "tent", "Tält & camping", "Tents & camping"),
        Shipped::new("sport.packs", "backpack", "Ryggsäckar & väskor", "Backpacks & bags"),
        Shipped::new("sport.ball", "ball", "Boll & racket", "Ball & racket sports"),
        Shipped::new("sport.golf", "golf", "Golf", "Golf"),
        Shipped::new("sport.fitness", "dumbbell", "Träning", "Fitness"),
        Shipped::new("sport.climbing", "rope", "Klättring", "Climbing"),
        Shipped::new("sport.protection", "helmet", "Hjälmar & skydd", "Helmets & protection"),
        Shipped::new("sport.riding", "horse", "Ridsport", "Riding"),
    ] },
    Group { category: Shipped::new("boating", "boat", "Båt & fiske", "Boating & fishing"), children: &[
        Shipped::new("boating.boats", "boat", "Båtar", "Boats"),
        Shipped::new("boating.engines", "outboard", "Båtmotorer", "Boat engines"),
        Shipped::new("boating.kayaks", "kayak", "Kajaker & kanoter", "Kayaks & canoes"),
        Shipped::new("boating.equipment", "anchor", "Båttillbehör", "Boat equipment"),
        Shipped::new("boating.lifejackets", "lifejacket", "Flytvästar", "Life jackets"),
        Shipped::new("boating.fishing", "fishing", "Fiske", "Fishing"),
    ] },
    Group { category: Shipped::new("garden", "mower", "Trädgård & utemöbler", "Garden & outdoor furniture"), children: &[
        Shipped::new("garden.machines", "mower", "Trädgårdsmaskiner", "Garden machines"),
        Shipped::new("garden.tools", "spade", "Trädgårdsredskap", "Garden tools"),
        Shipped::new("garden.furniture", "bench", "Utemöbler", "Outdoor furniture"),
        Shipped::new("garden.grills", "grill", "Grillar", "Grills"),
        Shipped::new("garden.pots", "plant", "Krukor & växter", "Pots & plants"),
        Shipped::new("garden.play", "swing", "Lek i trädgården", "Garden play"),
        Shipped::new("garden.snow", "shovel", "Snöröjning", "Snow clearing"),
    ] },
    Group { category: Shipped::new("clothes", "coat", "Kläder & accessoarer", "Clothes & accessories"), children: &[
        Shipped::new("clothes.outerwear", "coat", "Jackor & kappor", "Jackets & coats"),
        Shipped::new("clothes.suits", "suit", "Kostymer & klänningar", "Suits & dresses"),
        Shipped::new("clothes.shoes", "shoe", "Skor", "Shoes"),
        Shipped::new("clothes.bags", "handbag", "Väskor", "Bags"),
        Shipped::new("clothes.suitcases", "suitcase", "Resväskor", "Suitcases"),
        Shipped::new("clothes.furs", "fur", "Päls & skinn", "Furs & leather"),
        Shipped::new("clothes.costume", "folkdress", "Folkdräkter", "National costumes"),
        Shipped::new("clothes.accessories", "glasses", "Glasögon & accessoarer", "Glasses & accessories"),
    ] },
    Group { category: Shipped::new("jewellery", "ring", "Smycken & klockor", "Jewellery & watches"), children: &[
        Shipped::new("jewellery.rings", "ring", "Ringar", "Rings"),
        Shipped::new("jewellery.necklaces", "necklace", "Halsband", "Necklaces"),
        Shipped::new("jewellery.bracelets", "bracelet", "Armband & örhängen", "Bracelets & earrings"),
        Shipped::new("jewellery.watches", "watch", "Armbandsur", "Wristwatches"),
        Shipped::new("jewellery.silver", "candlestick", "Silver", "Silver"),
        Shipped::new("jewellery.gold", "gold", "Guld & ädelstenar", "Gold & gems"),
    ] },
    Group { category: Shipped::new("art", "painting", "Konst & antikt", "Art & antiques"), children: &[
        Shipped::new("art.paintings", "painting", "Målningar", "Paintings"),
        Shipped::new("art.prints", "print", "Grafik & affischer", "Prints & posters"),
        Shipped::new("art.sculptures", "sculpture", "Skulptur", "Sculpture"),
        Shipped::new("art.ceramics", "vase", "Konstglas & keramik", "Art glass & ceramics"),
        Shipped::new("art.antiques", "antique", "Antikviteter", "Antiques"),
        Shipped::new("art.coins", "coin", "Mynt & frimärken", "Coins & stamps"),
        Shipped::new("art.collections", "collection", "Samlingar", "Collections"),
    ] },
    Group { category: Shipped::new("media", "book", "Böcker, musik & spel", "Books, music & games"), children: &[
        Shipped::new("media.books", "book", "Böcker", "Books"),
        Shipped::new("media.records", "record", "Skivor", "Records"),
        Shipped::new("media.films", "film", "Film", "Films"),
        Shipped::new("media.boardgames", "dice", "Sällskapsspel", "Board games"),
        Shipped::new("media.videogames", "gamepad", "Datorspel", "Video games"),
        Shipped::new("media.comics", "comic", "Serier & tidningar", "Comics & magazines"),
    ] },
    Group { category: Shipped::new("instruments", "guitar", "Musikinstrument", "Musical instruments"), children: &[
        Shipped::new("instruments.strings", "guitar", "Gitarrer & stråkar", "Guitars & strings"),
        Shipped::new("instruments.keys", "piano", "Piano & klaviatur", "Pianos & keyboards"),
        Shipped::new("instruments.wind", "trumpet", "Blåsinstrument", "Wind instruments"),
        Shipped::new("instruments.drums", "drum", "Trummor & slagverk", "Drums & percussion"),
        Shipped::new("instruments.amplifiers", "amplifier", "Förstärkare", "Amplifiers"),
        Shipped::new("instruments.accessories", "note", "Noter & tillbehör", "Sheet music & accessories"),
    ] },
    Group { category: Shipped::new("photo", "camera", "Foto", "Photography"), children: &[
        Shipped::new("photo.cameras", "camera", "Kameror", "Cameras"),
        Shipped::new("photo.lenses", "lens", "Objektiv", "Lenses"),
        Shipped::new("photo.tripods", "tripod", "Stativ", "Tripods"),
        Shipped::new("photo.bags", "camerabag", "Kameraväskor", "Camera bags"),
        Shipped::new("photo.lighting", "flash", "Blixtar & ljus", "Flashes & lighting"),
        Shipped::new("photo.drones", "drone", "Drönare", "Drones"),
        Shipped::new("photo.optics", "binoculars", "Kikare & optik", "Binoculars & optics"),
    ] },
    Group { category: Shipped::new("children", "teddy", "Barn", "Children"), children: &[
        Shipped::new("children.prams", "pram", "Barnvagnar", "Prams"),
        Shipped::new("children.seats", "carseat", "Bilbarnstolar", "Car seats"),
        Shipped::new("children.toys", "teddy", "Leksaker", "Toys"),
        Shipped::new("children.building", "blocks", "Bygg & konstruktion", "Building toys"),
        Shipped::new("children.dolls", "dollhouse", "Dockor & dockskåp", "Dolls & doll houses"),
        Shipped::new("children.winter", "sledge", "Pulkor & snölek", "Sledges & snow play"),
        Shipped::new("children.clothes", "romper", "Barnkläder", "Children's clothes"),
        Shipped::new("children.furniture", "crib", "Barnmöbler", "Children's furniture"),
    ] },
    Group { category: Shipped::new("pets", "paw", "Husdjur", "Pets"), children: &[
        Shipped::new("pets.dogs", "dog", "Hund", "Dogs"),
        Shipped::new("pets.cats", "cat", "Katt", "Cats"),
        Shipped::new("pets.aquariums", "fish", "Akvarium", "Aquariums"),
        Shipped::new("pets.cages", "cage", "Burar & transport", "Cages & carriers"),
    ] },
    Group { category: Shipped::new("security", "lock", "Säkerhet", "Safety & security"), children: &[
        Shipped::new("security.fire", "extinguisher", "Brandskydd", "Fire safety"),
        Shipped::new("security.alarms", "alarm", "Larm & kameror", "Alarms & cameras"),
        Shipped::new("security.safes", "safe", "Kassaskåp & lås", "Safes & locks"),
        Shipped::new("security.firstaid", "firstaid", "Första hjälpen", "First aid"),
        Shipped::new("security.preparedness", "torch", "Beredskap", "Preparedness"),
    ] },
    Group { category: Shipped::new("documents", "document", "Handlingar", "Documents"), children: &[
        Shipped::new("documents.identity", "passport", "Pass & id", "Passports & ID"),
        Shipped::new("documents.property", "deed", "Hus & fastighet", "House & property"),
        Shipped::new("documents.insurance", "shield", "Försäkringar", "Insurance"),
        Shipped::new("documents.certificates", "certificate", "Intyg & betyg", "Certificates"),
        Shipped::new("documents.wills", "seal", "Testamenten & avtal", "Wills & contracts"),
        Shipped::new("documents.albums", "album", "Album & brev", "Albums & letters"),
    ] },
    Group { category: Shipped::new("other", "box", "Övrigt", "Other"), children: &[
        Shipped::new("other.office", "pen", "Kontor & papper", "Office & paper"),
        Shipped::new("other.health", "heart", "Hälsa & hjälpmedel", "Health & aids"),
        Shipped::new("other.hobby", "palette", "Hobby & hantverk", "Hobby & crafts"),
        Shipped::new("other.storage", "box", "Lådor & förvaring", "Boxes & storage"),
        Shipped::new("other.keys", "key", "Nycklar", "Keys"),
    ] },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn every() -> impl Iterator<Item = &'static Shipped> {
        shipped()
            .iter()
            .flat_map(|group| std::iter::once(&group.category).chain(group.children))
    }

    #[test]
    fn no_key_stands_for_two_categories() {
        let mut seen = HashSet::new();
        for category in every() {
            assert!(seen.insert(category.key), "{} twice", category.key);
        }
    }

    #[test]
    fn every_category_has_a_name_in_each_language() {
        for category in every() {
            for lang in Lang::ALL {
                assert!(!category.name(lang).trim().is_empty(), "{}", category.key);
            }
            assert!(!category.icon.is_empty(), "{}", category.key);
        }
    }

    #[test]
    fn no_group_has_two_children_of_one_name() {
        for group in shipped() {
            for lang in Lang::ALL {
                let names: HashSet<_> = group.children.iter().map(|c| c.name(lang)).collect();
                assert_eq!(names.len(), group.children.len(), "{}", group.category.key);
            }
        }
    }

    #[test]
    fn the_list_has_two_levels_and_keys_tell_which() {
        for group in shipped() {
            assert!(!group.category.key.contains('.'));
            assert!(
                group.children.len() >= 4,
                "{} hardly divides",
                group.category.key
            );
            for child in group.children {
                let (parent, word) = child.key.split_once('.').unwrap();
                assert_eq!(parent, group.category.key);
                assert!(!word.is_empty() && !word.contains('.'));
            }
        }
    }

    #[test]
    fn a_category_is_found_by_its_key() {
        assert_eq!(
            find("electronics.tv").unwrap().name(Lang::Sv),
            "TV & projektorer"
        );
        assert_eq!(find("furniture").unwrap().name(Lang::En), "Furniture");
        assert_eq!(find("electronics.none"), None);
    }
}

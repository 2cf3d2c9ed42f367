//! Believable belongings, with names and texts of Swedish compounds; the same number gives the same one.
//!
//! What measures inside the program reads this file too: there is one household that things are measured on.

const ROOMS: [&str; 16] = [
    "kök",
    "garage",
    "trädgård",
    "badrum",
    "källare",
    "vind",
    "hall",
    "sovrum",
    "barn",
    "gäst",
    "kontor",
    "matsal",
    "tvättstuga",
    "båt",
    "stuga",
    "sommar",
];
/// With a room before it, each is a compound: `kök` + `s` + `lampa`.
const THINGS: [&str; 36] = [
    "lampa",
    "stol",
    "bord",
    "hylla",
    "låda",
    "matta",
    "klocka",
    "fläkt",
    "skåp",
    "spegel",
    "krok",
    "kudde",
    "filt",
    "gardin",
    "vas",
    "kanna",
    "skål",
    "bricka",
    "termometer",
    "högtalare",
    "laddare",
    "kamera",
    "kniv",
    "sax",
    "tång",
    "hammare",
    "borr",
    "såg",
    "stege",
    "slang",
    "kratta",
    "spade",
    "hink",
    "borste",
    "pump",
    "nyckel",
];
const WHOLE: [&str; 24] = [
    "Cykelhjälm",
    "Kaffebryggare",
    "Skruvdragare",
    "Symaskin",
    "Cykellås",
    "Förvaringslåda",
    "Fåtölj",
    "Gräsklippare",
    "Verktygslåda",
    "Resväska",
    "Längdskidor",
    "Flytväst",
    "Dammsugare",
    "Diskmaskin",
    "Brödrost",
    "Vattenkokare",
    "Hörlurar",
    "Kräftskål",
    "Julgransfot",
    "Ljusstake",
    "Schackspel",
    "Stavmixer",
    "Tältsäng",
    "Öronskydd",
];
const MAKERS: [&str; 12] = [
    "Bosch",
    "Ikea",
    "Husqvarna",
    "Canon",
    "Makita",
    "Biltema",
    "Sony",
    "Jula",
    "Electrolux",
    "Hövding",
    "Fjällräven",
    "Åhléns",
];
const WORDS: [&str; 30] = [
    "köpt",
    "begagnad",
    "fin",
    "repa",
    "garanti",
    "laddare",
    "saknas",
    "ärvd",
    "källaren",
    "reserv",
    "present",
    "original",
    "höstrean",
    "loppis",
    "bruksanvisning",
    "förpackning",
    "reservdelar",
    "mormors",
    "sommarstugan",
    "påsk",
    "lånad",
    "grannen",
    "renoverad",
    "nyslipad",
    "fläck",
    "baksidan",
    "tvättad",
    "försäkrad",
    "kvitto",
    "blå",
];

/// A thing, with the numbers of what it refers to.
pub struct Belonging {
    /// What it is called.
    pub name: String,
    /// Who made it.
    pub maker: &'static str,
    /// Which of the maker's models.
    pub model: String,
    /// Its serial number.
    pub serial: String,
    /// A dozen words about it.
    pub description: String,
    /// The text of its papers, for every tenth: 200 words.
    pub paper: Option<String>,
    /// Which of 600 shelves it lies on, ten to each of 60 rooms.
    pub shelf: usize,
    /// Which of 80 categories it belongs to.
    pub category: usize,
    /// Which of 40 tags it has, none to three.
    pub tags: Vec<usize>,
    /// Which of four people own it.
    pub owner: usize,
    /// What it is worth, in whole kronor.
    pub value: Option<i64>,
    /// The year in which it was acquired.
    pub year: Option<i16>,
    /// Whether it has a photo.
    pub has_photo: bool,
}

/// A number under `of`, the same each time for the same two.
fn pick(number: u32, salt: usize, of: usize) -> usize {
    let salt = u32::try_from(salt).unwrap_or_default();
    let mixed = (number ^ salt.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    (mixed >> 8) as usize % of
}

/// The belonging of this number.
pub fn believable(number: u32) -> Belonging {
    let pick = |salt, of| pick(number, salt, of);
    let maker = MAKERS[pick(1, MAKERS.len())];
    let words = |first: usize, count: usize| -> Vec<&str> {
        (0..count)
            .map(|word| WORDS[pick(first + word, WORDS.len())])
            .collect()
    };
    let paper = number.is_multiple_of(10).then(|| {
        let words = words(40, 200).into_iter().enumerate();
        let numbered = words.map(|(at, word)| format!("{word}{}", pick(300 + at, 400)));
        numbered.collect::<Vec<_>>().join(" ")
    });
    Belonging {
        name: format!("{} {maker} {}", kind(number), pick(3, 5_000)),
        maker,
        model: format!("M{}-{}", pick(4, 900), pick(5, 90)),
        serial: format!("SN {:06}-{number}", pick(6, 1_000_000)),
        description: words(20, 12).join(" "),
        paper,
        shelf: pick(7, 60) * 10 + pick(8, 10),
        category: pick(9, 80),
        tags: (0..pick(10, 4)).map(|tag| pick(11 + tag, 40)).collect(),
        owner: pick(15, 4),
        value: (!number.is_multiple_of(3))
            .then(|| i64::try_from(pick(16, 20_000)).unwrap_or_default()),
        year: (!number.is_multiple_of(4))
            .then(|| 1990 + i16::try_from(pick(17, 35)).unwrap_or_default()),
        has_photo: number.is_multiple_of(2),
    }
}

/// What sort of thing it is: one word, every second of them made up of a room and a thing.
fn kind(number: u32) -> String {
    if number.is_multiple_of(2) {
        return WHOLE[pick(number, 2, WHOLE.len())].to_owned();
    }
    let (room, thing) = (
        ROOMS[pick(number, 2, ROOMS.len())],
        THINGS[pick(number, 18, THINGS.len())],
    );
    let joint = if room.ends_with(['k', 'd', 'm']) {
        "s"
    } else {
        ""
    };
    let compound = format!("{room}{joint}{thing}");
    let mut letters = compound.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

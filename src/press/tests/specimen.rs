//! Documents as a household prints them, with drawn pictures.

use jiff::Zoned;

use crate::press::*;

/// Draws whatever it is asked for: the same picture for the same key.
pub struct Drawn;

impl Pictures for Drawn {
    fn jpeg(&mut self, key: &str) -> Result<Option<Vec<u8>>> {
        Ok(match key {
            "missing" => None,
            "broken" => Some(b"\xff\xd8 no picture \xff\xd9".to_vec()),
            _ => Some(picture(key, 160)),
        })
    }
}

/// A picture of about the size and weight of a real small one.
pub fn picture(key: &str, side: u16) -> Vec<u8> {
    let seed = key.bytes().fold(7_u32, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(byte.into())
    });
    let (wide, high) = match seed % 3 {
        0 => (side, side),
        1 => (side, side / 4 * 3),
        _ => (side / 4 * 3, side),
    };
    if key.starts_with("receipt") {
        return receipt(side);
    }
    let ground = [
        seed.to_le_bytes()[0] / 2 + 90,
        seed.to_le_bytes()[1] / 2 + 90,
        seed.to_le_bytes()[2] / 2 + 90,
    ];
    let mut pixels = Vec::with_capacity(usize::from(wide) * usize::from(high) * 3);
    for y in 0..i32::from(high) {
        for x in 0..i32::from(wide) {
            let (middle, foot) = (i32::from(wide) / 2, i32::from(high) * 3 / 4);
            let (dx, dy) = (x - middle, y - i32::from(high) / 2);
            let shade = if y > foot { 40 } else { 0 };
            let body = dx * dx + dy * dy < i32::from(side).pow(2) / 16;
            let grain = u8::try_from((x * 7 + y * 13 + x * y) % 11).unwrap();
            for channel in ground {
                let lit = if body {
                    255 - channel / 2
                } else {
                    channel - shade
                };
                pixels.push(lit.saturating_sub(grain));
            }
        }
    }
    encode(&pixels, wide, high)
}

fn receipt(side: u16) -> Vec<u8> {
    let (wide, high) = (side * 2, side * 3);
    let mut pixels = vec![250_u8; usize::from(wide) * usize::from(high) * 3];
    for line in (60..usize::from(high) - 80).step_by(36) {
        for y in line..line + 12 {
            for x in 60..usize::from(wide) - 60 - (line * 37) % 220 {
                if x % 17 < 13 {
                    let at = (y * usize::from(wide) + x) * 3;
                    pixels[at..at + 3].fill(60);
                }
            }
        }
    }
    encode(&pixels, wide, high)
}

fn encode(pixels: &[u8], wide: u16, high: u16) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 82);
    encoder
        .encode(pixels, wide, high, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    jpeg
}

pub fn date() -> Zoned {
    "2026-11-28T14:05:00+01:00[Europe/Stockholm]"
        .parse()
        .unwrap()
}

/// A document that says what it is given.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Stöldlista".to_owned(),
        author: "Familjen Åkerström".to_owned(),
        lang: crate::domain::lang::Lang::Sv,
        date: date(),
        paper: Paper::Portrait,
        footer: "Stöldlista nr 12 · 2026-11-28".to_owned(),
        missing: "Bilden saknas".to_owned(),
        blocks,
        attachments: Vec::new(),
    }
}

fn column(title: &str, width: Width, align: Align) -> Column {
    Column {
        title: title.to_owned(),
        width,
        align,
    }
}

fn words(text: &str, under: &str) -> Cell {
    Cell::Words {
        text: text.into(),
        under: under.to_owned(),
    }
}

fn shown(key: &str, description: &str) -> Picture {
    Picture {
        key: key.to_owned(),
        description: description.to_owned(),
    }
}

const THINGS: [(&str, &str, &str, &str); 8] = [
    (
        "Trek FX 3 Disc, 2023",
        "Cykel · mattgrå, ram 58 cm, svart pakethållare",
        "WTU287CK0412V",
        "12 995,00",
    ),
    (
        "MacBook Air 13″ M3",
        "Dator · midnatt, repa i locket",
        "C02ZK1XJQ6L4",
        "15 495,00",
    ),
    (
        "Sony A7 IV",
        "Kamera · med rem från Peak Design",
        "4 812 377",
        "27 990,00",
    ),
    (
        "Vigselring",
        "Smycke · 18 k guld, gravyr ”Åsa 12/6 1998”",
        "",
        "8 400,00",
    ),
    (
        "Dammsugare Miele Complete C3",
        "Hushåll · röd",
        "71/104288215",
        "4 290,00",
    ),
    (
        "Festool TS 55 FEBQ-Plus",
        "Verktyg · sänksåg med skena 1 400 mm",
        "576703-10448",
        "7 245,00",
    ),
    (
        "Omega Seamaster 300",
        "Klocka · stålboett, blå tavla, mycket sliten länk, köpt på auktion hos Bukowskis",
        "81 204 776",
        "32 000,00",
    ),
    (
        "Bose QuietComfort Ultra",
        "Hörlurar · vita",
        "078231Z91340021AE",
        "4 799,00",
    ),
];

/// The rows of a list of things.
pub fn rows(count: usize, pictured: bool) -> Vec<Row> {
    let row = |at: usize| {
        let (name, kind, serial, amount) = THINGS[at % THINGS.len()];
        let mut cells = vec![Cell::from((at + 1).to_string())];
        if pictured {
            cells.push(Cell::Picture(shown(&format!("thing {at}"), name)));
        }
        cells.extend([
            words(name, kind),
            words(serial, ""),
            words("2023-04-18", "Kvitto finns"),
            Cell::from(amount),
        ]);
        Row::Cells(cells)
    };
    (0..count).map(row).collect()
}

/// The columns of a list of things.
pub fn columns(pictured: bool) -> Vec<Column> {
    let mut columns = vec![column("Nr", Width::Fixed(7.0), Align::Left)];
    if pictured {
        columns.push(column("", Width::Fixed(15.0), Align::Left));
    }
    columns.extend([
        column("Föremål", Width::Share(5.0), Align::Left),
        column("Serienummer", Width::Share(2.6), Align::Left),
        column("Köpt", Width::Fixed(19.0), Align::Left),
        column("Pris, kr", Width::Fixed(20.0), Align::Right),
    ]);
    columns
}

/// What the police are given after a burglary.
pub fn police_list(count: usize) -> Document {
    let mut rows = rows(count, true);
    rows.insert(0, Row::Group("Hallen och källarförrådet".to_owned()));
    if count > 6 {
        rows.insert(6, Row::Group("Sovrummet".to_owned()));
    }
    let foot = vec![Row::Cells(vec![
        "".into(),
        "".into(),
        "Summa".into(),
        "".into(),
        "".into(),
        "113 214,00".into(),
    ])];
    document(vec![
        Block::Title {
            text: "Stöldlista".to_owned(),
            lead: "Föremål som saknas efter inbrottet på Björkvägen 4 i Örebro natten till den 27 november 2026.".to_owned(),
        },
        Block::Facts(vec![
            ("Ärende".to_owned(), "5000-K1418832-26".into()),
            ("Upptäckt".to_owned(), "2026-11-27 kl. 06.40".into()),
            ("Anmält av".to_owned(), "Åsa Åkerström".into()),
            ("Telefon".to_owned(), "070-123 45 67".into()),
            ("Försäkring".to_owned(), "Hem Stor, nr 8841-22".into()),
            ("Antal föremål".to_owned(), Text::default().and("8", Voice::Strong).and(" av 412", Voice::Quiet)),
        ]),
        Block::Heading { level: 1, text: "Vad som saknas".to_owned() },
        Block::Paragraph("Serienumren är avskrivna från föremålens märkskyltar eller kvitton. Där inget nummer står har föremålet inget, eller så är det okänt. Bilderna är tagna före stölden.".into()),
        Block::Table(Table { columns: columns(true), rows, foot }),
        Block::Heading { level: 1, text: "Kännetecken".to_owned() },
        Block::Gallery(vec![
            Figure { picture: shown("mark 1", ""), caption: "Repan i locket på datorn, från vänstra gångjärnet".to_owned() },
            Figure { picture: shown("mark 2", "Gravyren"), caption: "Gravyren i ringen".to_owned() },
            Figure { picture: shown("missing", ""), caption: "Cykelns ramnummer".to_owned() },
            Figure { picture: shown("mark 4", ""), caption: "Klockans länk".to_owned() },
        ]),
        Block::Heading { level: 2, text: "Försäkran".to_owned() },
        Block::Paragraph(Text::from("Jag försäkrar att uppgifterna är riktiga. ").and("Den som lämnar oriktiga uppgifter kan dömas till ansvar.", Voice::Slanted)),
        Block::Signatures(["Ort och datum", "Namnteckning", "Namnförtydligande"].map(str::to_owned).to_vec()),
    ])
}

/// What an insurer is given.
pub fn claim() -> Document {
    let sum = |label: &str, amount: &str, strong| Sum {
        label: label.to_owned(),
        amount: amount.to_owned(),
        strong,
    };
    let row = |name: &str, under: &str, age: &str, price: &str, share: &str, value: &str| {
        Row::Cells(vec![
            words(name, under),
            age.into(),
            price.into(),
            share.into(),
            value.into(),
        ])
    };
    let mut claim = document(vec![
        Block::Title {
            text: "Skadeanmälan".to_owned(),
            lead: "Vattenskada i köket den 3 oktober 2026. Underlag till ersättning enligt hemförsäkring 8841-22.".to_owned(),
        },
        Block::Facts(vec![
            ("Försäkringstagare".to_owned(), "Åsa och Örjan Åkerström, Björkvägen 4, 702 30 Örebro".into()),
            ("Skadedag".to_owned(), "3 oktober 2026, upptäckt samma kväll".into()),
            ("Vad som hände".to_owned(), "Slangen till diskmaskinen lossnade medan ingen var hemma. Vattnet stod omkring två centimeter högt i köket och rann ner i källaren genom bjälklaget.".into()),
        ]),
        Block::Heading { level: 1, text: "Skadade föremål".to_owned() },
        Block::Table(Table {
            columns: vec![
                column("Föremål", Width::Share(4.0), Align::Left),
                column("Ålder", Width::Fixed(16.0), Align::Left),
                column("Nypris i handeln, kr", Width::Fixed(22.0), Align::Right),
                column("Avdrag", Width::Fixed(15.0), Align::Right),
                column("Begärt, kr", Width::Fixed(22.0), Align::Right),
            ],
            rows: vec![
                row("Diskmaskin Bosch Serie 6", "SMV6ECX51E · köpt hos Elon 2022", "4 år", "9 990,00", "40 %", "5 994,00"),
                row("Köksmatta, ull", "Handvävd, 140 × 200 cm", "11 år", "6 200,00", "60 %", "2 480,00"),
                row("Brödrost Dualit Classic 2", "", "1 år", "2 895,00", "0 %", "2 895,00"),
                row("Kokböcker, 14 st", "Förteckning i bilaga 2", "blandat", "4 130,00", "–", "4 130,00"),
            ],
            foot: vec![Row::Cells(vec!["Summa".into(), "".into(), "23 215,00".into(), "".into(), "15 499,00".into()])],
        }),
        Block::Sums(vec![
            sum("Begärd ersättning", "15 499,00 kr", false),
            sum("Självrisk", "−1 800,00 kr", false),
            sum("Att betala ut", "13 699,00 kr", true),
        ]),
        Block::Heading { level: 1, text: "Så har avdragen räknats".to_owned() },
        Block::Paragraph("Avdraget följer bolagets tabell för åldersavdrag: vitvaror tio procent om året efter de första två åren, textilier tio procent om året, böcker inget avdrag. Åldern är räknad från kvittots dag till skadedagen.".into()),
        Block::Rule,
        Block::Heading { level: 3, text: "Bilder från skadan".to_owned() },
        Block::Gallery(vec![
            Figure { picture: shown("flood 1", ""), caption: "Köket från dörren".to_owned() },
            Figure { picture: shown("flood 9", ""), caption: "Slangen som lossnade".to_owned() },
        ]),
        Block::Space,
        Block::Signatures(["Ort och datum", "Namnteckning"].map(str::to_owned).to_vec()),
        Block::Heading { level: 1, text: "Kvitton".to_owned() },
        Block::Sheet(Figure { picture: shown("receipt 1", ""), caption: "Bilaga 1: Elon, diskmaskin, 14 maj 2022".to_owned() }),
        Block::Sheet(Figure { picture: shown("receipt 2", ""), caption: "Bilaga 2: Adlibris, kokböcker".to_owned() }),
    ]);
    claim.title = "Skadeanmälan".to_owned();
    claim.footer = "Skadeanmälan · Familjen Åkerström · 2026-11-28".to_owned();
    claim.attachments = vec![Attachment {
        name: "skador.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        description: "Tabellen som kalkylblad".to_owned(),
        bytes: "Föremål;Begärt\nDiskmaskin;5994,00\n".into(),
        at: date(),
    }];
    claim
}

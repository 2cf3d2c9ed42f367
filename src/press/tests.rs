//! What comes out of the press, as other programs read it.

mod specimen;

use std::{cell::Cell as Count, ops::ControlFlow, path::PathBuf, process::Command};

use proptest::prelude::*;

use super::*;
use specimen::{Drawn, claim, columns, document, police_list, rows};

fn printed(document: &Document) -> Vec<u8> {
    let progress = &mut |_| ControlFlow::Continue(());
    press(document, &mut Drawn, progress).unwrap().unwrap()
}

/// What a program says of a PDF; `FILE` among its arguments is the file.
fn told(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    let arguments = arguments.iter().map(|argument| match *argument {
        "FILE" => path.clone(),
        argument => PathBuf::from(argument),
    });
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {said}{complaint}");
    said
}

/// The text of each page, as it is read.
fn pages(pdf: &[u8]) -> Vec<String> {
    let text = told("pdftotext", &["FILE", "-"], pdf);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

fn check(pdf: &[u8]) {
    told("qpdf", &["--check", "FILE"], pdf);
    let fonts = told("pdffonts", &["FILE"], pdf);
    for font in fonts.lines().skip(2) {
        assert!(font.contains(" yes yes yes "), "{font}");
    }
}

fn words(text: &str) -> Block {
    Block::Paragraph(text.into())
}

#[test]
fn what_households_print_is_sound() {
    let mut wide = document(vec![Block::Table(Table {
        columns: columns(false),
        rows: rows(90, false),
        foot: Vec::new(),
    })]);
    wide.paper = Paper::Landscape;
    for document in [police_list(24), claim(), wide, document(Vec::new())] {
        check(&printed(&document));
    }
}

#[test]
fn it_is_an_archive_file_that_says_what_it_is() {
    let pdf = printed(&claim());
    let info = told("pdfinfo", &["FILE"], &pdf);
    for line in [
        "Skadeanmälan",
        "Familjen Åkerström",
        "Tagged:          yes",
        "A4",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    let properties = told("pdfinfo", &["-meta", "FILE"], &pdf);
    assert!(
        properties.contains("<pdfaid:part>3</pdfaid:part>"),
        "{properties}"
    );
    assert!(properties.contains("<pdfaid:conformance>A</pdfaid:conformance>"));
    let plain = String::from_utf8_lossy(&pdf);
    for key in ["/Lang", "/Outlines", "/AFRelationship", "/OutputIntents"] {
        assert!(plain.contains(key), "{key}");
    }
    let attached = told("pdfdetach", &["-list", "FILE"], &pdf);
    assert!(attached.contains("1: skador.csv"), "{attached}");
}

#[test]
fn attachments_of_one_name_are_all_there() {
    let mut document = claim();
    let again = document.attachments[0].clone();
    document.attachments.push(again.clone());
    document.attachments.push(Attachment {
        name: "\0".to_owned(),
        media_type: "nothing/at all".to_owned(),
        description: String::new(),
        ..again
    });
    let pdf = printed(&document);
    check(&pdf);
    let attached = told("pdfdetach", &["-list", "FILE"], &pdf);
    assert!(attached.contains("2: skador (2).csv"), "{attached}");
    assert!(attached.contains("3 embedded files"), "{attached}");
}

#[test]
fn it_is_read_in_order_and_letter_for_letter() {
    let text = pages(&printed(&police_list(24)))
        .concat()
        .replace('\n', " ");
    let mut after = 0;
    for words in [
        "Stöldlista",
        "Björkvägen 4 i Örebro",
        "Anmält av",
        "Vad som saknas",
        "Serienumren är avskrivna från föremålens märkskyltar eller kvitton. Där inget",
        "Trek FX 3 Disc, 2023",
        "Vigselring",
        "Kännetecken",
        "från vänstra gångjärnet",
        "oriktiga uppgifter kan dömas",
        "Namnteckning",
    ] {
        let at = text[after..].find(words);
        after += at.unwrap_or_else(|| panic!("{words} after {after} in {text}"));
    }
}

#[test]
fn its_parts_say_what_they_are() {
    let said = told(
        "pdfinfo",
        &["-struct-text", "FILE"],
        &printed(&police_list(3)),
    );
    for part in [
        "H1",
        "H2",
        "P (block)",
        "L (block)",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TH",
        "TBody",
        "TFoot",
        "Figure",
        "Caption",
    ] {
        assert!(said.contains(&format!("  {part}")), "{part} in {said}");
    }
    assert!(
        said.contains("\"Vigselring\"") || said.contains("Sony A7 IV"),
        "{said}"
    );
    // What adorns and what is repeated is no part of it.
    assert!(!said.contains("1 (1)") && !said.contains("nr 12"), "{said}");
    let many = told(
        "pdfinfo",
        &["-struct-text", "FILE"],
        &printed(&police_list(40)),
    );
    assert_eq!(many.matches("Serienummer\"").count(), 1, "{many}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(printed(&police_list(12)) == printed(&police_list(12)));
    assert!(printed(&claim()) == printed(&claim()));
}

#[test]
fn each_page_of_a_table_has_its_head_and_whole_rows() {
    let long = "ett mellan två ord som bryts på flera rader ".repeat(6);
    let row = |at: usize| {
        let text = format!(
            "börjar{at:03} {}slutar{at:03}",
            &long[..long.len() / (1 + at % 5)]
        );
        Row::Cells(vec![at.to_string().into(), text.into()])
    };
    let mut columns = columns(false);
    columns.truncate(2);
    let table = Table {
        columns,
        rows: (0..150).map(row).collect(),
        foot: vec![Row::Cells(vec!["".into(), "alla150".into()])],
    };
    let pages = pages(&printed(&document(vec![Block::Table(table)])));
    assert!(pages.len() > 5, "{}", pages.len());
    for (number, page) in pages.iter().enumerate() {
        assert!(page.starts_with("Nr\n"), "{page}");
        let foot = format!("{} ({})", number + 1, pages.len());
        assert!(page.contains(&foot), "{foot} in {page}");
        for at in 0..150 {
            let (first, last) = (format!("börjar{at:03}"), format!("slutar{at:03}"));
            assert_eq!(
                page.contains(&first),
                page.contains(&last),
                "{at} on {number}"
            );
        }
    }
    let last = pages.last().unwrap();
    assert!(
        last.contains("alla150") && last.contains("slutar149"),
        "{last}"
    );
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_on_the_next() {
    let long = (0..3000)
        .map(|at| format!("ord{at}"))
        .collect::<Vec<_>>()
        .join(" ");
    let mut columns = columns(false);
    columns.truncate(2);
    let rows = vec![Row::Cells(vec!["1".into(), long.as_str().into()])];
    let table = Table {
        columns,
        rows,
        foot: Vec::new(),
    };
    let pdf = printed(&document(vec![Block::Table(table)]));
    check(&pdf);
    let text = pages(&pdf).concat();
    assert!((0..3000).all(|at| text.contains(&format!("ord{at}"))));
}

#[test]
fn a_heading_stands_with_what_it_heads() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|_| words("Rad.")).collect();
        let heading = Block::Heading {
            level: 1,
            text: "Rubriken".to_owned(),
        };
        blocks.extend([heading, words("Det som följer.")]);
        let pages = pages(&printed(&document(blocks)));
        let page = pages.iter().find(|page| page.contains("Rubriken")).unwrap();
        assert!(page.contains("Det som följer."), "{lines}");
    }
}

#[test]
fn a_sheet_has_a_page_of_its_own() {
    let pages = pages(&printed(&claim()));
    assert_eq!(pages.len(), 4);
    assert!(
        pages[2].starts_with("Kvitton\n") && pages[2].contains("Bilaga 1"),
        "{}",
        pages[2]
    );
    assert!(pages[3].starts_with("Bilaga 2"), "{}", pages[3]);
}

#[test]
fn who_has_had_enough_is_obeyed_at_once() {
    let document = police_list(30);
    let all = Count::new(0);
    let count = &mut |_| {
        all.set(all.get() + 1);
        ControlFlow::Continue(())
    };
    press(&document, &mut Drawn, count).unwrap().unwrap();
    for enough in 0..all.get() {
        let told = Count::new(0);
        let progress = &mut |_| {
            told.set(told.get() + 1);
            if told.get() > enough {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        assert!(press(&document, &mut Blank, progress).unwrap().is_none());
        assert_eq!(told.get(), enough + 1);
    }
}

/// Has no pictures.
struct Blank;

impl Pictures for Blank {
    fn jpeg(&mut self, _: &str) -> Result<Option<Vec<u8>>> {
        Ok(None)
    }
}

/// Cannot be asked.
struct Burnt;

impl Pictures for Burnt {
    fn jpeg(&mut self, _: &str) -> Result<Option<Vec<u8>>> {
        Err(crate::error::Error::Unavailable("no disk".to_owned()))
    }
}

#[test]
fn words_stand_where_a_picture_is_missing_or_broken() {
    for key in ["missing", "broken"] {
        let picture = Picture {
            key: key.to_owned(),
            description: "Något".to_owned(),
        };
        let figure = Figure {
            picture: picture.clone(),
            caption: String::new(),
        };
        let row = Row::Cells(vec!["1".into(), Cell::Picture(picture)]);
        let table = Table {
            columns: columns(true),
            rows: vec![row],
            foot: Vec::new(),
        };
        let pdf = printed(&document(vec![
            Block::Table(table),
            Block::Gallery(vec![figure.clone()]),
            Block::Sheet(figure),
        ]));
        check(&pdf);
        let text = pages(&pdf).concat().replace('\n', " ");
        assert_eq!(text.matches("Bilden saknas").count(), 3, "{text}");
    }
    let progress = &mut |_| ControlFlow::Continue(());
    assert!(press(&police_list(1), &mut Burnt, progress).is_err());
}

#[test]
fn no_text_stops_the_press() {
    let hostile = [
        String::new(),
        " \n\t\r\n ".to_owned(),
        "ö".repeat(10_000),
        "a\u{301}".repeat(3000),
        format!("a{}", "\u{301}".repeat(9000)),
        (0..0x1000_u32).filter_map(char::from_u32).collect(),
        (0xf000..0x1_1000_u32).filter_map(char::from_u32).collect(),
        "שלום עולם مرحبا بالعالم".to_owned(),
        "Familjen 👨\u{200d}👩\u{200d}👧\u{200d}👦 åker 🚲 till 東京 \u{202e}nogard\u{202c}"
            .to_owned(),
        "\u{fffe}\u{ffff}\u{e000}\u{10ffff}\u{feff}\u{fffd}".to_owned(),
        "fi ffl ½ ⅓ 10⁻³ Å Ω ŧ ŋ ǿ ẞ".to_owned(),
        "ett\n\n\n\ntvå\n\n".to_owned(),
    ];
    for text in &hostile {
        check(&printed(&document(vec![words(text)])));
        let start: String = text.chars().take(300).collect();
        check(&printed(&everywhere(&start)));
    }
    let text = pages(&printed(&document(vec![words(&hostile[8])]))).concat();
    assert!(text.contains("Familjen") && text.contains("åker"), "{text}");
}

#[test]
fn no_measure_stops_the_press() {
    let width = [0.0, -1.0, f32::NAN, f32::INFINITY, 1e30, 1e-30, 5000.0];
    let column = |width| Column {
        title: "Rubrik".to_owned(),
        width,
        align: Align::Right,
    };
    for width in width {
        for columns in [
            vec![column(Width::Fixed(width)); 3],
            vec![column(Width::Share(width)), column(Width::Fixed(width))],
            vec![column(Width::Share(width)); 400],
        ] {
            let rows = vec![
                Row::Cells(vec!["Ett ord".into(); 500]),
                Row::Group("alla".to_owned()),
                Row::Cells(Vec::new()),
            ];
            let table = Table {
                columns,
                foot: rows.clone(),
                rows,
            };
            check(&printed(&document(vec![Block::Table(table)])));
        }
    }
}

/// A document that says the same wherever something can be said.
fn everywhere(text: &str) -> Document {
    let own = || text.to_owned();
    let figure = Figure {
        picture: Picture {
            key: own(),
            description: own(),
        },
        caption: own(),
    };
    let cells = Row::Cells(vec![
        Cell::Words {
            text: text.into(),
            under: own(),
        },
        Cell::Picture(figure.picture.clone()),
        text.into(),
        text.into(),
    ]);
    let column = |width| Column {
        title: own(),
        width,
        align: Align::Right,
    };
    let mut document = document(vec![
        Block::Title {
            text: own(),
            lead: own(),
        },
        Block::Heading {
            level: 3,
            text: own(),
        },
        Block::Paragraph(
            Text::from(text)
                .and(text, Voice::Strong)
                .and(text, Voice::Slanted)
                .and(text, Voice::Quiet),
        ),
        Block::Facts(vec![(own(), text.into()); 5]),
        Block::Heading {
            level: 0,
            text: own(),
        },
        Block::Table(Table {
            columns: vec![
                column(Width::Share(1.0)),
                column(Width::Fixed(15.0)),
                column(Width::Share(2.0)),
                column(Width::Fixed(8.0)),
            ],
            rows: vec![Row::Group(own()), cells.clone()],
            foot: vec![cells],
        }),
        Block::Gallery(vec![figure.clone(); 2]),
        Block::Sums(vec![
            Sum {
                label: own(),
                amount: own(),
                strong: true
            };
            2
        ]),
        Block::Signatures(vec![own(); 3]),
        Block::Heading {
            level: 200,
            text: own(),
        },
        Block::Sheet(figure),
        Block::Rule,
        Block::Space,
        Block::PageBreak,
    ]);
    document.title = own();
    document.author = own();
    document.footer = own();
    document.missing = own();
    document
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_text_is_printed(text in "(?s).{0,200}") {
        let progress = &mut |_| ControlFlow::Continue(());
        prop_assert!(press(&everywhere(&text), &mut Blank, progress).unwrap().is_some());
    }
}

#[test]
#[ignore = "writes documents for somebody to look at"]
fn specimens() {
    let folder = std::env::temp_dir().join("press");
    std::fs::create_dir_all(&folder).unwrap();
    let mut wide = document(vec![
        Block::Title {
            text: "Inventarieförteckning".to_owned(),
            lead: String::new(),
        },
        Block::Table(Table {
            columns: columns(false),
            rows: rows(60, false),
            foot: Vec::new(),
        }),
    ]);
    wide.paper = Paper::Landscape;
    let odd = everywhere(
        "Familjen 👨\u{200d}👩\u{200d}👧\u{200d}👦 åker till 東京 med Ωmega och ett flygbullermätningsinstrument",
    );
    for (name, document) in [
        ("police", police_list(24)),
        ("claim", claim()),
        ("wide", wide),
        ("odd", odd),
    ] {
        let path = folder.join(name).with_extension("pdf");
        std::fs::write(&path, printed(&document)).unwrap();
        let picture = folder.join(name);
        told(
            "pdftoppm",
            &["-r", "80", "-png", "FILE", picture.to_str().unwrap()],
            &std::fs::read(&path).unwrap(),
        );
    }
}

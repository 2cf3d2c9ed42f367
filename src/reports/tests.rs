//! Tables, and the files that are made of them.

use std::{fs, path::Path, process::Command, time::Instant};

use proptest::prelude::*;

use super::{
    columns::table,
    csv, facts,
    table::{Cell, ColumnKind, Table},
    xlsx,
};
use crate::domain::{
    item::Quantity,
    lang::Lang,
    money::{Currency, Money},
    report::{
        Content, Entry, Label, Part, ReportDetails, ReportKind, Subject,
        specimen::{burglary, contents, item, report},
    },
};

fn of(kind: ReportKind, lang: Lang, leave_out: &[Part]) -> ReportDetails {
    ReportDetails {
        leave_out: leave_out.iter().copied().collect(),
        ..ReportDetails::of(kind, lang)
    }
}

fn keys(table: &Table) -> Vec<&'static str> {
    table.columns.iter().map(|column| column.key).collect()
}

fn cell<'a>(table: &'a Table, row: usize, key: &str) -> &'a Cell {
    let at = keys(table).iter().position(|one| *one == key).unwrap();
    &table.rows[row][at]
}

fn text(table: &Table, row: usize, key: &str) -> String {
    match cell(table, row, key) {
        Cell::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

fn as_csv(table: &Table, lang: Lang) -> String {
    let mut bytes = Vec::new();
    csv::write(table, lang, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn as_xlsx(kind: ReportKind, lang: Lang, content: &Content) -> Vec<u8> {
    let scratch = tempfile::tempdir().unwrap();
    let report = report(kind, lang);
    let table = table(&report.details, content);
    let mut bytes = Vec::new();
    xlsx::write(&report, content, &table, scratch.path(), &mut bytes).unwrap();
    let left = fs::read_dir(scratch.path()).unwrap().count();
    assert_eq!(left, 0, "nothing is left behind");
    bytes
}

#[test]
fn the_police_are_told_what_they_ask_for() {
    let table = table(&of(ReportKind::PoliceList, Lang::Sv, &[]), &burglary());
    let titles: Vec<_> = table
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Nr",
            "Antal",
            "Föremål",
            "Slag",
            "Märke",
            "Modell",
            "Tillverkningsnummer m.m.",
            "Färg",
            "Kännetecken, gravyr",
            "Ägare",
            "Marknadsvärde, alla",
        ]
    );
    assert_eq!(text(&table, 0, "identifiers"), "Ramnummer: SE-0042-Å");
    assert_eq!(text(&table, 0, "marks"), "Repa på ramen; Gravyr: Holm");
    assert_eq!(text(&table, 1, "owners"), "Anna 2/3, Johan 1/3");
    assert_eq!(
        *cell(&table, 1, "value"),
        Cell::Money(Money::new(10_004, Currency::SEK))
    );
    assert_eq!(table.sums.len(), 2, "one for each currency");
}

#[test]
fn the_insurer_is_told_why_so_much_is_claimed() {
    let table_in = |lang| table(&of(ReportKind::InsuranceClaim, lang, &[]), &burglary());
    let sv = table_in(Lang::Sv);
    assert_eq!(
        text(&sv, 0, "deduction"),
        "55 % av nypriset (högst 4 år gammal)"
    );
    assert_eq!(
        *cell(&sv, 0, "claimed"),
        Cell::Money(Money::new(495_000, Currency::SEK))
    );
    assert_eq!(text(&sv, 0, "proofs"), "Kvitto 2023-05-28; Foto");
    let en = table_in(Lang::En);
    assert_eq!(
        text(&en, 0, "deduction"),
        "55 % of the price new (at most 4 years old)"
    );
    assert_eq!(
        keys(&sv),
        keys(&en),
        "machines know a column by the same word"
    );
}

#[test]
fn what_is_left_out_has_no_column() {
    for kind in ReportKind::ALL {
        let all = keys(&table(&of(kind, Lang::Sv, &[]), &burglary()));
        assert!(
            all.contains(&"name") && all.contains(&"quantity"),
            "{kind:?}"
        );
        let few = table(&of(kind, Lang::Sv, &Part::ALL), &burglary());
        assert!(
            few.columns
                .iter()
                .all(|column| column.kind != ColumnKind::Money)
        );
        for key in [
            "identifiers",
            "owners",
            "separate",
            "place",
            "notes",
            "deduction",
        ] {
            assert!(!keys(&few).contains(&key), "{kind:?} {key}");
        }
        assert!(few.sums.is_empty());
    }
    let police = table(
        &of(ReportKind::PoliceList, Lang::Sv, &[Part::Serials]),
        &burglary(),
    );
    assert_eq!(text(&police, 0, "marks"), "Repa på ramen");
    let notes = |kind| keys(&table(&of(kind, Lang::Sv, &[]), &burglary())).contains(&"notes");
    assert_eq!(
        ReportKind::ALL.map(notes),
        [false, false, false, false, false, false, true, false]
    );
}

#[test]
fn columns_in_which_nothing_stands_can_be_left_out() {
    let narrow = table(&of(ReportKind::InsuranceClaim, Lang::Sv, &[]), &burglary());
    let narrow = narrow.without_empty_columns();
    assert!(!keys(&narrow).contains(&"settled"));
    assert!(
        narrow
            .rows
            .iter()
            .chain(&narrow.sums)
            .all(|row| row.len() == narrow.columns.len())
    );
}

#[test]
fn every_word_of_a_report_is_there_in_each_language() {
    for lang in Lang::ALL {
        let mut said: Vec<String> = Vec::new();
        said.extend(Part::ALL.map(|part| facts::part(part, lang)));
        said.extend(Subject::ALL.map(|subject| facts::subject(subject, lang)));
        said.extend(Label::ALL.map(|label| lang.text(&format!("reports-fact-{}", label.key()))));
        for kind in ReportKind::ALL {
            let report = report(kind, lang);
            said.push(facts::title(kind, lang));
            let table = table(&report.details, &burglary());
            said.extend(table.columns.into_iter().map(|column| column.title));
            let lines = facts::summary(&report, &burglary());
            said.extend(lines.into_iter().map(|line| line.label));
        }
        let missing: Vec<_> = said.iter().filter(|text| text.contains('[')).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn a_claim_tells_what_is_left_after_the_deductible() {
    let report = report(ReportKind::InsuranceClaim, Lang::Sv);
    let lines = facts::summary(&report, &burglary());
    let lines: Vec<_> = lines
        .iter()
        .map(|line| match &line.value {
            Cell::Money(money) => format!("{}: {}", line.label, money.decimal()),
            other => format!("{}: {other:?}", line.label),
        })
        .collect();
    assert_eq!(
        lines,
        [
            "Rader: Number(3)",
            "Föremål: Number(6)",
            "Inköpspris, summa: 6133.32",
            "Nypris, summa: 9000.00",
            "Yrkat belopp, summa: 17050.04",
            "Självrisk: 1500.00",
            "Kvar efter självrisk: 15550.04",
        ]
    );
    let head = facts::head(&report, &burglary());
    let labels: Vec<_> = head.iter().map(|line| line.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Rapport nr",
            "Upprättad",
            "Hushåll",
            "Från",
            "Polisens K-nummer"
        ]
    );
}

#[test]
fn csv_opens_as_the_readers_country_has_it() {
    let of_kind = |lang| {
        as_csv(
            &table(&of(ReportKind::PoliceList, lang, &[]), &burglary()),
            lang,
        )
    };
    let sv = of_kind(Lang::Sv);
    let mut lines = sv.split("\r\n");
    assert_eq!(
        lines.next(),
        Some(
            "\u{feff}Nr;Antal;Föremål;Slag;Märke;Modell;Tillverkningsnummer m.m.;Färg;Kännetecken, gravyr;Ägare;\
             Marknadsvärde, alla;Valuta"
        )
    );
    assert_eq!(
        lines.next(),
        Some(
            "1;1;Elcykel;Cyklar;Crescent;Elda;Ramnummer: SE-0042-Å;Röd;\"Repa på ramen; Gravyr: Holm\";Anna;\
             2000,00;SEK"
        )
    );
    let en = of_kind(Lang::En);
    assert!(
        en.contains(",2000.00,SEK\r\n") && en.contains(",1234.56,EUR\r\n"),
        "{en}"
    );
    let mut one = burglary();
    one.entries.truncate(2);
    let one = as_csv(
        &table(&of(ReportKind::PoliceList, Lang::Sv, &[]), &one),
        Lang::Sv,
    );
    assert!(
        one.contains("alla (SEK)\r\n") && one.ends_with("100,04\r\n"),
        "{one}"
    );
}

#[test]
fn a_text_is_never_a_formula() {
    for text in [
        "=1+1", "+46 70", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1",
    ] {
        let content = Content {
            entries: vec![Entry::named(item(1), 1, text)],
            ..Content::default()
        };
        let csv = as_csv(
            &table(&of(ReportKind::Sale, Lang::En, &[]), &content),
            Lang::En,
        );
        assert!(csv.contains(&format!("'{text}")), "{csv:?}");
    }
}

/// The sheets of a spreadsheet as LibreOffice reads them, each as rows of plain values.
fn opened(bytes: &[u8]) -> Vec<Vec<Vec<String>>> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.xlsx"), bytes).unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    // Fields between commas, quoted where needed, UTF-8, all sheets, values as they are and not as they are shown.
    let to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1";
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "report.xlsx"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let read = |path: &Path| {
        let reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_path(path);
        let rows = reader.unwrap().into_records().map(Result::unwrap);
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    };
    let mut sheets: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "csv"))
        .collect();
    // Facts (Uppgifter) before the list (Lista, List).
    sheets.sort_by_key(|path| path.to_string_lossy().contains("-List"));
    sheets.iter().map(|path| read(path)).collect()
}

/// What LibreOffice says of a cell.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Money(money) => {
            let decimal = money.decimal();
            let decimal = decimal.trim_end_matches('0');
            decimal.trim_end_matches('.').to_owned()
        }
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
    }
}

#[test]
fn libreoffice_reads_from_a_spreadsheet_what_was_written() {
    for (kind, lang) in [
        (ReportKind::InsuranceClaim, Lang::Sv),
        (ReportKind::Item, Lang::En),
    ] {
        let sheets = opened(&as_xlsx(kind, lang, &burglary()));
        let [head, list] = sheets.as_slice() else {
            panic!("two sheets: {sheets:?}");
        };
        assert_eq!(head[0][0], facts::title(kind, lang));
        assert!(head.iter().flatten().any(|cell| cell == "5000-K123456-26"));
        let table = table(&report(kind, lang).details, &burglary());
        let titles: Vec<_> = table
            .columns
            .iter()
            .map(|column| column.title.clone())
            .collect();
        assert_eq!(list[0], titles);
        for (row, cells) in table.rows.iter().enumerate() {
            let expected: Vec<String> = cells.iter().map(plain).collect();
            assert_eq!(list[row + 1], expected);
        }
        let sums: Vec<String> = table.sums[0].iter().map(plain).collect();
        let found = list.get(table.rows.len() + 2).unwrap();
        let label = Lang::text(lang, "reports-sum");
        for (found, sum) in found.iter().zip(&sums) {
            assert!(found == sum || *found == label, "{found} {sum}");
        }
        assert!(found.contains(&label));
    }
}

#[test]
fn the_same_report_makes_the_same_spreadsheet() {
    let once = as_xlsx(ReportKind::Inventory, Lang::En, &burglary());
    assert_eq!(once, as_xlsx(ReportKind::Inventory, Lang::En, &burglary()));
}

#[test]
fn a_text_longer_than_a_cell_is_told_to_go_on() {
    let mut content = burglary();
    content.entries[0].notes = "å😀".repeat(20_000);
    content.story = "x".repeat(40_000);
    let sheets = opened(&as_xlsx(ReportKind::Item, Lang::Sv, &content));
    let notes = sheets[1][1].last().unwrap();
    assert!(notes.ends_with(" …") && notes.encode_utf16().count() < 32_767);
}

#[test]
fn ten_thousand_rows_take_seconds() {
    let burglary = burglary();
    let entries = burglary.entries.iter().cycle().take(10_000);
    let content = Content {
        entries: entries.cloned().collect(),
        ..burglary
    };
    let begun = Instant::now();
    let bytes = as_xlsx(ReportKind::Inventory, Lang::Sv, &content);
    assert!(bytes.len() < 4_000_000, "{}", bytes.len());
    // A build for tests on a machine that does much else; a release takes less than one.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn a_table_is_as_wide_everywhere(content in contents(), kind in prop::sample::select(ReportKind::ALL.to_vec())) {
        let table = table(&of(kind, Lang::Sv, &[]), &content);
        let width = table.columns.len();
        prop_assert_eq!(table.rows.len(), content.entries.len());
        prop_assert!(table.rows.iter().chain(&table.sums).all(|row| row.len() == width));
        for row in table.rows.iter().chain(&table.sums) {
            for (cell, column) in row.iter().zip(&table.columns) {
                let kind = match cell {
                    Cell::Text(_) => ColumnKind::Text,
                    Cell::Number(_) => ColumnKind::Number,
                    Cell::Money(_) => ColumnKind::Money,
                    Cell::Date(_) => ColumnKind::Date,
                    Cell::Time(_) | Cell::Empty => column.kind,
                };
                prop_assert_eq!(kind, column.kind);
            }
        }
    }

    #[test]
    fn a_column_of_prices_adds_up_to_its_sum(content in contents()) {
        let table = table(&of(ReportKind::Inventory, Lang::Sv, &[]), &content);
        for at in (0..table.columns.len()).filter(|at| table.columns[*at].kind == ColumnKind::Money) {
            for currency in table.currencies(at) {
                let money = |row: &Vec<Cell>| match row[at] {
                    Cell::Money(money) if money.currency == currency => Some(i128::from(money.minor)),
                    _ => None,
                };
                let rows: i128 = table.rows.iter().filter_map(money).sum();
                let sums: Vec<i128> = table.sums.iter().filter_map(money).collect();
                prop_assert_eq!(sums, [rows]);
            }
        }
    }

    #[test]
    fn csv_reads_back_with_its_texts_whole(content in contents(), lang in prop::sample::select(Lang::ALL.to_vec())) {
        let table = table(&of(ReportKind::Item, lang, &[]), &content);
        let text = as_csv(&table, lang);
        let delimiter = if lang == Lang::Sv { b';' } else { b',' };
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let name = table.columns.iter().position(|column| column.key == "name").unwrap();
        for (read, row) in reader.records().zip(&table.rows) {
            let read = read.unwrap();
            let begins = read[name].strip_prefix('\'').unwrap_or(&read[name]);
            let name = match &row[name] {
                Cell::Text(text) => text.strip_prefix('\'').unwrap_or(text),
                _ => "",
            };
            prop_assert_eq!(begins, name);
            prop_assert!(read.iter().all(|field| !field.starts_with(['=', '@', '+', '\t', '\r'])));
        }
    }
}

#[test]
fn so_many_pieces_are_counted_as_there_are() {
    let mut content = burglary();
    content.entries[0].quantity = Quantity::new(Quantity::MOST).unwrap();
    let lines = facts::summary(&report(ReportKind::Moving, Lang::En), &content);
    assert_eq!(lines[1].value, Cell::Number(1_000_005));
}

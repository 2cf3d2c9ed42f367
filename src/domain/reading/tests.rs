//! What a paper says when several figures, days and names are on it.

use jiff::civil::date;
use proptest::prelude::*;

use super::{specimen::page, *};

mod papers;

const TODAY: Date = date(2026, 11, 27);

fn read(rows: &[&str]) -> Proposal {
    Proposal::read(&[page(rows)], TODAY, Currency::SEK)
}

#[test]
fn what_was_paid_is_what_cash_less_change_comes_to() {
    let rows = [
        "#KIOSK ETT",
        "Summa före rabatt|55,00",
        "T0TALT|50,00",
        "Kontant|100,00",
        "Tillbaka|50,00",
    ];
    // Change and total are alike here: only the words tell.
    assert_eq!(read(&rows).total[0].value.minor, 5_000);
    let rows = [
        "#KIOSK ETT",
        "Varor|62,00",
        "BONUS 12|12,00",
        "49,50",
        "Kontant SEK|100,00",
        "Växel|50,50",
    ];
    assert_eq!(read(&rows).total[0].value.minor, 4_950);
}

#[test]
fn a_rounded_total_is_what_was_paid() {
    let rows = [
        "#Butik X AB",
        "Totalt|99,60 kr",
        "Öresavrundning|0,40",
        "Att betala|100,00 kr",
        "Kontant|200,00 kr",
        "Växel|100,00 kr",
    ];
    let proposal = read(&rows);
    assert_eq!(proposal.total[0].value.minor, 10_000);
}

#[test]
fn how_many_and_how_much_was_saved_are_no_totals() {
    let rows = [
        "#Butik Y AB",
        "TOTAL QTY|12,00",
        "TOTAL|30,00 kr",
        "Du sparade totalt|90,00 kr",
    ];
    assert_eq!(read(&rows).total[0].value.minor, 3_000);
}

#[test]
fn less_than_a_currency_has_coins_for_is_no_total() {
    assert_eq!(read(&["Total|0,05 ¥"]).total, []);
    let value = read(&["Total|0,05 ¥", "Card|12 ¥"]).total[0].value;
    assert_eq!(value, Money::new(12, "JPY".parse().unwrap()));
}

#[test]
fn totals_stand_under_many_words() {
    // Rows with ` / ` between them.
    let cases = [
        (
            "Kopi|2.00 / Roti|3.10 / Sub Total|5.10 / GST 0%|0.00 / Rounding|0.00 / Total|5.10 / Cash|50.10 / \
             Change|45.00",
            510,
        ),
        (
            "1 Pen|9.00 / TOTAL (RM):|9.00 / Cash:|10.00 / Change:|1.00",
            900,
        ),
        (
            "Total Sales (Inclusive GST @6%) RM|31.80 / CASH RM|51.80 / Change RM|20.00 / GST Summary|Amount \
             (RM)|Tax (RM) / S= 6%|30.00|1.80",
            3_180,
        ),
        (
            "Item A|12.35 / Item B|7.64 / Total|19.99 / Rounding Adjustment|0.01 / Rounded Total (RM)|20.00 / \
             VISA CARD|20.00",
            2_000,
        ),
        ("TOTAL: RM6.70 (incl GST) / GST Inclusive 6%|0.38", 670),
        (
            "Amount|12.00 / Discount|-2.00 / Net Total|10.00 / Tender|20.00 / Change|10.00",
            1_000,
        ),
        ("T0TAL|88.10 / MASTER CARD|88.10", 8_810),
        (
            "Total Excluding GST|50.00 / GST Payable|3.00 / Total Inclusive of GST|53.00 / Total Amount \
             Tendered|60.00 / Change|7.00",
            5_300,
        ),
        (
            "SUMMA|1 249,00 / VARAV MOMS|249,80 / KONTOKORT|1 249,00",
            124_900,
        ),
        (
            "Att betala|249,00 / Mottaget kontant|500,00 / Åter kontant|251,00",
            24_900,
        ),
        (
            "Zwischensumme|19,98 / SUMME EUR|19,98 / Gegeben BAR|20,00 / Rückgeld|0,02",
            1_998,
        ),
        ("Totaal|45,95 / Waarvan BTW 21%|7,97 / PIN|45,95", 4_595),
        (
            "TOTAL TTC|12,50 € / dont TVA 10%|1,14 € / CB|12,50 €",
            1_250,
        ),
    ];
    for (rows, total) in cases {
        let rows: Vec<&str> = rows.split(" / ").collect();
        let found = read(&rows).total.first().map(|found| found.value.minor);
        assert_eq!(found, Some(total), "{rows:?}");
    }
}

#[test]
fn shops_of_many_kinds_are_named() {
    for (rows, shop) in [
        (
            &[
                "tan ah meng",
                "",
                "#PERNIAGAAN CONTOH JAYA",
                "(CO. REG. 000123-X)",
                "NO 12, JALAN CONTOH 3",
                "TEL: 03-1234567",
                "TAX INVOICE",
            ][..],
            "PERNIAGAAN CONTOH JAYA",
        ),
        (
            &[
                "A PIE STALL",
                "EXEMPLAR KITCHEN SDN BHD (1234567-M)",
                "NO. 1, JALAN SATU",
                "GST REG NO: 001234567890",
                "TABLE 4",
            ][..],
            "EXEMPLAR KITCHEN SDN BHD",
        ),
        (
            &[
                "KVITTO",
                "Skogsbergs Livs",
                "Byvägen 2",
                "Org nr 559999-0009",
                "Ost|89,00",
            ][..],
            "Skogsbergs Livs",
        ),
        (
            &[
                "Välkommen till",
                "Café Linden",
                "Lindvägen 1, 123 45 Lund",
                "Org.nr 559999-0010",
            ][..],
            "Café Linden",
        ),
        (
            &[
                "RECEIPT",
                "Quillfeather & Thread Ltd",
                "4 High Street, Anytown",
                "VAT Reg No GB 999 9999 73",
            ][..],
            "Quillfeather & Thread Ltd",
        ),
        (
            &[
                "#Bäckerei Mustermann",
                "Inh. Max Mustermann",
                "Dorfstraße 1, 12345 Musterdorf",
                "Steuernr. 12/345/67890",
                "Brot|3,20",
            ][..],
            "Bäckerei Mustermann",
        ),
    ] {
        let read = read(rows);
        let found = read.shop.first().map(|found| found.value.as_str());
        assert_eq!(found, Some(shop), "{rows:?}");
    }
}

#[test]
fn a_due_date_is_not_the_date() {
    let proposal = read(&["Förfallodatum 2024-03-13", "Fakturadatum 2024-02-12"]);
    assert_eq!(proposal.date[0].value, date(2024, 2, 12));
    assert!(read(&["Bäst före 2024-03-13"]).date.is_empty());
}

#[test]
fn where_the_year_comes_first_is_told_by_the_country() {
    let swedish = read(&[
        "KVITTO",
        "Org.nr 559999-0001",
        "24-05-03 12:01",
        "Att betala|10,00",
    ]);
    assert_eq!(swedish.date[0].value, date(2024, 5, 3));
    let british = read(&[
        "RECEIPT",
        "VAT Reg GB 999 9999 73",
        "12-05-03 12:01",
        "Total|£10.00",
    ]);
    assert_eq!(british.date[0].value, date(2003, 5, 12));
}

#[test]
fn where_the_month_comes_first_another_date_tells() {
    let rows = [
        "Order date 03/28/2024",
        "Invoice date 04/02/2024",
        "Total|$10.00",
    ];
    assert_eq!(read(&rows).date[0].value, date(2024, 4, 2));
}

#[test]
fn the_buyer_is_not_the_shop() {
    let rows = [
        "FAKTURA",
        "Kund:",
        "Exempel Bygg AB",
        "Säljvägen 2",
        "123 45 Exempelstad",
        "",
        "Att betala|10,00 kr",
        "",
        "Leverantör Nord AB",
        "Org.nr 556999-0005",
        "www.leverantornord.se",
    ];
    assert_eq!(read(&rows).shop[0].value, "Leverantör Nord AB");
}

#[test]
fn every_find_says_where_it_stands() {
    let pages = [
        page(&["#Butik Z AB"]),
        page(&["Datum 2024-05-03", "Att betala|10,00 kr"]),
    ];
    let proposal = Proposal::read(&pages, TODAY, Currency::SEK);
    assert_eq!(
        (
            proposal.shop[0].page,
            proposal.date[0].page,
            proposal.total[0].page
        ),
        (0, 1, 1)
    );
    let total = proposal.total[0].place;
    assert_eq!(total, pages[1].lines[2].place.bounds());
}

#[test]
fn a_page_of_nothing_says_nothing() {
    assert_eq!(
        Proposal::read(&[], TODAY, Currency::SEK),
        Proposal::default()
    );
    assert_eq!(read(&["", "- - -"]), Proposal::default());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_or_foresee(
        rows in prop::collection::vec(
            "\\PC{0,40}|(Total|Summa|Datum|Moms|S/N|Att betala|Kund:)?[ |]{0,2}[0-9.,:/ kr€¥-]{0,20}", 0..12),
    ) {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let proposal = read(&rows);
        for found in &proposal.date {
            prop_assert!(found.value <= TODAY);
        }
        for found in &proposal.total {
            prop_assert!(found.value.minor > 0);
            prop_assert!((0.0..=1.0).contains(&found.confidence));
        }
        prop_assert!(proposal.shop.len() <= 3 && proposal.date.len() <= 3 && proposal.total.len() <= 3);
    }

    #[test]
    fn places_of_any_kind_make_no_difference(corners in prop::collection::vec(prop::num::f32::ANY, 8), text in "(Total )?[0-9]{1,3},[0-9]{2}") {
        let mut page = page(&["Butik AB", "Summa|10,00"]);
        let [a, b, c, d, e, f, g, h] = corners[..] else { unreachable!() };
        page.lines.push(page::Line {
            text,
            confidence: 0.5,
            place: page::Quad([page::Point::new(a, b), page::Point::new(c, d), page::Point::new(e, f), page::Point::new(g, h)]),
        });
        let _ = Proposal::read(&[page], TODAY, Currency::SEK);
    }
}

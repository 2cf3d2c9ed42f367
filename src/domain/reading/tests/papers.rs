//! Whole papers, as shops print them, with names that no shop has.

use super::{super::*, read};

/// Shop, date and total, as far as they were found.
fn told(proposal: &Proposal) -> (String, String, String) {
    let total = proposal.total.first().map(|found| {
        let money = found.value;
        format!("{} {}", money.decimal(), money.currency)
    });
    (
        proposal
            .shop
            .first()
            .map(|found| found.value.clone())
            .unwrap_or_default(),
        proposal
            .date
            .first()
            .map(|found| found.value.to_string())
            .unwrap_or_default(),
        total.unwrap_or_default(),
    )
}

fn expect(rows: &[&str], shop: &str, date: &str, total: &str) -> Proposal {
    let proposal = read(rows);
    assert_eq!(
        told(&proposal),
        (shop.to_owned(), date.to_owned(), total.to_owned())
    );
    proposal
}

#[test]
fn a_grocer_in_sweden() {
    let rows = [
        "#Smultronlivs Granby",
        "Granby torg 4, 754 60 Granby",
        "Tel 018-12 34 56",
        "Org.nr 559999-0001",
        "Kassa 3|Kvitto 48213",
        "Datum 2024-05-03|Tid 17:42",
        "MELLANMJÖLK 1,5L|18,95",
        "KAFFE MÖRKROST 450G|64,90",
        "2st*12,50 GURKA|25,00",
        "TOMAT LÖSVIKT|31,20",
        "0,624kg*49,90kr/kg",
        "Rabatt kaffe|-10,00",
        "Pant 2*1,00|2,00",
        "Totalt 7 varor",
        "Att betala|132,05 SEK",
        "Kontokort|132,05",
        "Moms%|Moms|Netto|Brutto",
        "12,00|14,15|117,90|132,05",
        "Debit Mastercard ************4821",
        "Köp|132,05",
        "Spara kvittot. Öppet kop 30 dagar",
        "Välkommen åter!",
    ];
    let proposal = expect(&rows, "Smultronlivs Granby", "2024-05-03", "132.05 SEK");
    assert_eq!(proposal.payment.unwrap().value, Payment::Card);
    assert_eq!(proposal.number.unwrap().value, "48213");
    let names: Vec<&str> = proposal
        .lines
        .iter()
        .map(|line| line.name.value.as_str())
        .collect();
    assert!(names.contains(&"KAFFE MÖRKROST 450G"), "{names:?}");
}

#[test]
fn an_electronics_store_in_sweden() {
    let rows = [
        "#STRÖMLOFTET",
        "Strömloftet Norden AB",
        "Storgatan 12",
        "123 45 Mellanstad",
        "Org.nr: 556999-0002",
        "KASSAKVITTO",
        "Kvittonr: 1402-331-88213",
        "2023-11-24 12:08:31",
        "Säljare: 4411",
        "Artikel|Antal|Pris|Belopp",
        "STJÄRNA 55\" 4K SMART-TV|1|7 990,00|7 990,00",
        "Serienr: STJ55A0012345",
        "HDMI-KABEL 2M|2|199,00|398,00",
        "Delsumma|8 388,00",
        "Moms 25%|1 677,60",
        "TOTALT SEK|8 388,00",
        "Kontant|8 500,00",
        "Växel|112,00",
        "Öppet köp t.o.m. 2024-01-08",
    ];
    let proposal = expect(&rows, "Strömloftet Norden AB", "2023-11-24", "8388.00 SEK");
    assert_eq!(proposal.payment.unwrap().value, Payment::Cash);
    assert_eq!(proposal.vat.unwrap().value.minor, 167_760);
    assert_eq!(proposal.number.unwrap().value, "1402-331-88213");
    assert_eq!(proposal.lines.len(), 2);
    let [set, cables] = &proposal.lines[..] else {
        panic!("two lines");
    };
    assert_eq!(set.serials[0].value, "STJ55A0012345");
    assert_eq!(cables.quantity.as_ref().unwrap().value, 2);
    assert_eq!(cables.unit_price.as_ref().unwrap().value.minor, 19_900);
}

#[test]
fn a_hardware_store_in_sweden() {
    let rows = [
        "#Järn & Jord",
        "Kungsgatan 8, Lillköping",
        "Tel: 0771-00 00 00",
        "www.jarnochjord.se",
        "Jarn & Jord AB  Org nr 556999-0003",
        "KVITTO",
        "38-4411|Skruvdragare 18V|1 299:-",
        "40-0123|Bits 32-pack|99:-",
        "SUMMA|1 398:-",
        "Varav moms 25%|279,60",
        "Swish|1 398,00",
        "3 maj 2024 kl 18:03|Kassa 2",
        "Du fick 139 poäng",
    ];
    let proposal = expect(&rows, "Järn & Jord", "2024-05-03", "1398.00 SEK");
    assert_eq!(proposal.payment.unwrap().value, Payment::Mobile);
    assert_eq!(proposal.vat.unwrap().value.minor, 27_960);
}

#[test]
fn an_invoice_in_sweden() {
    let rows = [
        "#Frostvik Vitvaror AB|FAKTURA",
        "Fakturadatum|2024-02-12",
        "Fakturanummer|240117",
        "Förfallodatum|2024-03-13",
        "Leveransadress:|Fakturaadress:",
        "Anna Exempel|Anna Exempel",
        "Björkvägen 3|Björkvägen 3",
        "943 31 Norrby|943 31 Norrby",
        "Artnr|Benämning|Antal|À-pris|Belopp",
        "88123|Diskmaskin DM 60|1|5\u{a0}592,00|5\u{a0}592,00",
        "Serienummer: DM60-2210-00871",
        "Frakt|1|400,00|400,00",
        "Summa exkl. moms|5\u{a0}992,00",
        "Moms 25 %|1\u{a0}498,00",
        "Öresavrundning|0,00",
        "Att betala SEK|7\u{a0}490,00",
        "Bankgiro 123-4567|Org.nr 556999-0004|Godkänd för F-skatt",
    ];
    let proposal = expect(&rows, "Frostvik Vitvaror AB", "2024-02-12", "7490.00 SEK");
    assert_eq!(proposal.vat.unwrap().value.minor, 149_800);
    assert_eq!(proposal.number.unwrap().value, "240117");
    assert_eq!(proposal.lines[0].serials[0].value, "DM60-2210-00871");
    assert_eq!(proposal.payment.unwrap().value, Payment::Invoice);
}

#[test]
fn an_order_from_the_web_in_sweden() {
    let rows = [
        "Orderbekräftelse",
        "",
        "Anna Exempel",
        "Björkvägen 3",
        "943 31 Norrby",
        "",
        "Ordernummer|100200300",
        "Orderdatum|2025-01-07",
        "Betalsätt|Kort",
        "",
        "Produkt|Antal|Pris|Summa",
        "Trådlösa hörlurar HX 5|1|1 290 kr|1 290 kr",
        "Laddkabel 1 m|2|99 kr|198 kr",
        "Frakt|49 kr",
        "Totalt inkl. moms|1 537 kr",
        "Varav moms 25 %|307,40 kr",
        "",
        "",
        "Klangskafferiet i Norrby AB",
        "Industrigatan 4, 943 31 Norrby",
        "Org.nr 556999-0006|Momsreg.nr SE556999000601",
        "kundtjanst@klangskafferiet.example|www.klangskafferiet.se",
    ];
    let proposal = expect(
        &rows,
        "Klangskafferiet i Norrby AB",
        "2025-01-07",
        "1537.00 SEK",
    );
    assert_eq!(proposal.payment.unwrap().value, Payment::Card);
    assert_eq!(proposal.number.unwrap().value, "100200300");
    let cable = &proposal.lines[1];
    assert_eq!(cable.name.value, "Laddkabel 1 m");
    assert_eq!(cable.quantity.as_ref().unwrap().value, 2);
    assert_eq!(cable.unit_price.as_ref().unwrap().value.minor, 9_900);
}

#[test]
fn a_shop_in_norway() {
    let rows = [
        "#Trollheim Bua AS",
        "Storgata 9, 7030 Trondheim",
        "Foretaksregisteret 999 888 777 MVA",
        "Salgskvittering 10233",
        "Dato 14.08.2023 11:20",
        "Sovepose|1 499,00",
        "Sum|1 499,00",
        "Å betale|1 499,00",
        "MVA 25%|299,80",
        "Bankkort|1 499,00",
    ];
    expect(&rows, "Trollheim Bua AS", "2023-08-14", "1499.00 NOK");
}

#[test]
fn a_shop_in_germany() {
    let rows = [
        "#Werkzeug Muster GmbH",
        "Hauptstraße 5",
        "10115 Berlin",
        "USt-IdNr. DE999999999",
        "Rechnung Nr. 2023-0815",
        "Rechnungsdatum: 7. März 2023",
        "Bohrhammer|1|249,00|249,00",
        "Zwischensumme|209,24",
        "MwSt. 19 %|39,76",
        "Gesamtbetrag|249,00 €",
        "Zahlbar bis 21.03.2023",
    ];
    let proposal = expect(&rows, "Werkzeug Muster GmbH", "2023-03-07", "249.00 EUR");
    assert_eq!(proposal.number.unwrap().value, "2023-0815");
}

#[test]
fn a_shop_in_france() {
    let rows = [
        "#Librairie du Pont",
        "12 rue des Lilas, 69001 Lyon",
        "SIRET 999 999 999 00011",
        "Facture n° 20211",
        "le 3 août 2022",
        "Atlas du monde|45,00",
        "Total HT|42,65",
        "TVA 5,5 %|2,35",
        "Total TTC|45,00 €",
        "Carte bancaire|45,00",
    ];
    expect(&rows, "Librairie du Pont", "2022-08-03", "45.00 EUR");
}

#[test]
fn a_shop_in_denmark() {
    let rows = [
        "#Pedalkrogen ApS",
        "Nørregade 3, 8000 Aarhus",
        "CVR 99999999",
        "Kvittering 5512",
        "Dato: 03-10-2022 15:01",
        "Lygtesæt|349,00",
        "I alt DKK|349,00",
        "Heraf moms|69,80",
        "Dankort|349,00",
    ];
    expect(&rows, "Pedalkrogen ApS", "2022-10-03", "349.00 DKK");
}

#[test]
fn a_shop_in_finland() {
    let rows = [
        "#Kajavan Kone Oy",
        "Kauppakatu 3, 00100 Helsinki",
        "Y-tunnus 9999999-9",
        "Kuitti 778",
        "12.1.2024 16:44",
        "Kahvinkeitin|79,90",
        "YHTEENSÄ|79,90",
        "ALV 24%|15,46",
        "Pankkikortti|79,90",
    ];
    expect(&rows, "Kajavan Kone Oy", "2024-01-12", "79.90 EUR");
}

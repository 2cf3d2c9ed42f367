//! Plates: what a rating plate, a label or a phone's box says of the thing itself.

use super::{
    Found,
    barcode::{Barcode, Symbology, gtin, imei},
    page::{Page, Rect},
    row::{Row, rows},
    serial::{Announced, announced, is_serial},
    word::{Phrases, folded, words},
};

/// What a plate or a box seems to say. Identifiers have passed their check digits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plate {
    /// Who made it.
    pub maker: Option<Found<String>>,
    /// What it is called, as its maker does.
    pub model: Option<Found<String>>,
    /// Its own number; several when a set has one each.
    pub serials: Vec<Found<String>>,
    /// A phone's numbers: two at most, one for each card that it takes.
    pub imeis: Vec<Found<String>>,
    /// The number of its kind in shops: EAN or another GTIN.
    pub gtin: Option<Found<String>>,
}

/// Words before a model.
const MODELS: Phrases = Phrases(
    "model, model no, model nr, model number, model name, modell, modellnr, modell nr, modell nummer, modele, \
     mod, mod no, m n, type, typ, type no, typ nr, type nr, typenr, e nr, p n, part no, part number, product, \
     product name, produkt, art nr, malli, cat no, ref",
);

/// Words before a maker.
const MAKERS: Phrases = Phrases(
    "brand, manufacturer, manufactured by, made by, maker, tillverkare, fabrikat, marke, hersteller, marque, \
     fabricant, fabrikant, merk, valmistaja, mfr, mfd by, producent, designed by",
);

/// The forms of companies that end a maker's name.
const FORMS: Phrases = Phrases(
    "ab, gmbh, inc, ltd, co ltd, corp, corporation, b v, bv, as, a s, oy, kg, ag, s p a, spa, s a, sa, llc, \
     electronics, appliances, group, limited",
);

/// Words on plates that are no names: volts, warnings, places.
const NO_NAMES: Phrases = Phrases(
    "made in, volt, watt, hz, warning, caution, varning, input, output, rating, power, class, serial, serienr, \
     imei, fcc, ce, ean, upc, designed by, assembled in, patent, date, ip, max, do not, indoor use, double \
     insulated, www, model, modell, type, typ",
);

impl Plate {
    /// Reads the pages and barcodes of a picture or several.
    #[must_use]
    pub fn read(pages: &[Page], barcodes: &[Vec<Barcode>]) -> Self {
        let rows = rows(pages);
        let mut plate = Self {
            maker: maker(&rows),
            model: after(&rows, MODELS).next(),
            ..Self::default()
        };
        plate.take_codes(barcodes);
        plate.take_rows(&rows);
        plate
    }

    /// Takes what is coded: read with check digits, it is surer than letters.
    fn take_codes(&mut self, barcodes: &[Vec<Barcode>]) {
        for (page, codes) in barcodes.iter().enumerate() {
            for code in codes {
                let found = |value: String| Found {
                    value,
                    page,
                    place: code.place.bounds(),
                    confidence: 0.95,
                };
                if let Some(imei) = imei(&code.text) {
                    self.add_imei(found(imei));
                } else if code.symbology == Symbology::Ean
                    && let Some(gtin) = gtin(&code.text)
                {
                    self.gtin.get_or_insert(found(gtin.to_owned()));
                } else if let Announced::Here(serials) = announced(&code.text) {
                    for serial in serials {
                        self.add_serial(found(serial.text));
                    }
                }
            }
        }
    }

    fn take_rows(&mut self, rows: &[Row]) {
        for (number, row) in rows.iter().enumerate() {
            let found = |value: String, from: usize| Found {
                value,
                page: row.page,
                place: place(row, from),
                confidence: row.confidence(),
            };
            for (from, imei) in imeis(&row.text) {
                self.add_imei(found(imei, from));
            }
            if self.gtin.is_none()
                && let Some((from, text)) = words(&row.text, &[' ', ':', ',']).find(|(_, word)| {
                    word.len() >= 12 && gtin(word).is_some() && imei(word).is_none()
                })
            {
                self.gtin = Some(found(text.to_owned(), from));
            }
            match announced(&row.text) {
                Announced::Here(mut codes) => {
                    // Digits after the word IMEI are that or nothing.
                    let phone = row.folded.contains("imei");
                    codes.retain(|code| !(phone && code.text.bytes().all(|b| b.is_ascii_digit())));
                    for code in codes {
                        self.add_serial(found(code.text, code.from));
                    }
                }
                Announced::Elsewhere => {
                    if let Some(below) = rows.get(number + 1).filter(|below| is_serial(&below.text))
                    {
                        self.add_serial(Found {
                            value: below.text.clone(),
                            page: below.page,
                            place: below.place(),
                            confidence: 0.9 * below.confidence(),
                        });
                    }
                }
                Announced::Nothing => {}
            }
        }
    }

    fn add_imei(&mut self, imei: Found<String>) {
        let known = self.imeis.iter().any(|other| other.value == imei.value);
        if !known && self.imeis.len() < 2 {
            self.imeis.push(imei);
        }
    }

    fn add_serial(&mut self, serial: Found<String>) {
        let known = self.serials.iter().any(|other| other.value == serial.value);
        let digits = serial.value.bytes().all(|b| b.is_ascii_digit());
        // An IMEI is announced as a serial number is; one that was misread is neither.
        let misread = digits && matches!(serial.value.len(), 14..=16);
        if !known && !misread {
            self.serials.push(serial);
        }
    }
}

/// The piece of a row at an offset.
fn place(row: &Row, from: usize) -> Rect {
    row.cell_at(from)
        .map_or_else(|| row.place(), |cell| cell.place)
}

/// The IMEIs of a text, whose digits may stand in groups, and where they begin.
fn imeis(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let digit = |c: char| c.is_ascii_digit();
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '/');
    let mut from = 0;
    while let Some(start) = text[from..].find(digit).map(|at| from + at) {
        let end = text[start..]
            .find(|c| !part(c))
            .map_or(text.len(), |at| start + at);
        let groups: Vec<(usize, char)> = text[start..end].char_indices().collect();
        // Begin at each group: a "1" of "IMEI 1" may stand before it.
        let begins = groups
            .iter()
            .enumerate()
            .filter(|(number, (_, c))| digit(*c) && (*number == 0 || !digit(groups[number - 1].1)));
        for (_, (at, _)) in begins {
            let digits: String = text[start + at..end]
                .chars()
                .filter(|c| digit(*c))
                .take(15)
                .collect();
            if let Some(imei) = imei(&digits) {
                found.push((start + at, imei));
                break;
            }
        }
        from = end;
    }
    found
}

/// What stands after one of some words, beside it or beneath.
fn after(rows: &[Row], labels: Phrases) -> impl Iterator<Item = Found<String>> {
    rows.iter().enumerate().filter_map(move |(number, row)| {
        let (from, value) = value_after(&row.text, labels)?;
        if !value.is_empty() {
            return Some(Found {
                value: value.to_owned(),
                page: row.page,
                place: place(row, from),
                confidence: 0.9 * row.confidence(),
            });
        }
        let below = rows
            .get(number + 1)
            .filter(|below| below.page == row.page)?;
        let fits = below.text.chars().count() <= 40 && !NO_NAMES.are_in(&below.folded);
        fits.then(|| Found {
            value: below.text.clone(),
            page: below.page,
            place: below.place(),
            confidence: 0.6 * below.confidence(),
        })
    })
}

/// The words that a label at the beginning of a piece of text announces, and where they begin.
fn value_after(text: &str, labels: Phrases) -> Option<(usize, &str)> {
    let mut from = 0;
    for cell in text.split("  ") {
        let ends = cell.char_indices().map(|(at, c)| at + c.len_utf8());
        let label = ends
            .filter(|end| *end <= 24 && !cell[*end..].starts_with(char::is_alphanumeric))
            .rfind(|end| labels.contains(&folded(&cell[..*end])));
        if let Some(end) = label {
            let rest = cell[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
            if rest.is_empty() {
                // In the next piece, or beneath.
                let next = from + cell.len() + 2;
                let beside = text.get(next..).and_then(|rest| rest.split("  ").next());
                return Some((next.min(text.len()), beside.unwrap_or_default()));
            }
            return Some((from + cell.len() - rest.len(), until_label(rest)));
        }
        from += cell.len() + 2;
    }
    None
}

/// A value up to the word that announces the next one.
fn until_label(text: &str) -> &str {
    let stops = [
        " S/N", " SN:", " SN ", " Serial", " Serie", " IMEI", " Type", " Typ:", ", ", "; ",
    ];
    let end = stops.iter().filter_map(|stop| text.find(stop)).min();
    text[..end.unwrap_or(text.len())].trim()
}

/// Who made it: whom a word announces, else a company's name, else the largest letters.
fn maker(rows: &[Row]) -> Option<Found<String>> {
    let found = |row: &Row, confidence: f32| Found {
        value: row.cells[0].text.clone(),
        page: row.page,
        place: row.cells[0].place,
        confidence: confidence * row.confidence(),
    };
    let announced = after(rows, MAKERS).next();
    let company = || {
        let with_form = rows.iter().find(|row| {
            let cell = folded(&row.cells[0].text);
            FORMS.iter().any(|form| cell.ends_with(&format!(" {form}")))
        });
        with_form.map(|row| found(row, 0.7))
    };
    let largest = || {
        let named = rows.iter().filter(|row| is_name(&row.cells[0].text));
        let largest = named.max_by(|a, b| a.height.total_cmp(&b.height))?;
        let mut heights: Vec<f32> = rows.iter().map(|row| row.height).collect();
        heights.sort_by(f32::total_cmp);
        let usual = heights[heights.len() / 2];
        (largest.height > usual * 1.3).then(|| found(largest, 0.5))
    };
    announced.or_else(company).or_else(largest)
}

/// Whether a text can be a maker's name: few words, nearly all letters.
fn is_name(text: &str) -> bool {
    let words = folded(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text
        .chars()
        .filter(|c| !c.is_alphabetic() && *c != ' ')
        .count();
    letters >= 2 && others <= 1 && words.split(' ').count() <= 3 && !NO_NAMES.are_in(&words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::reading::{page::Quad, specimen::page};

    fn value(found: Option<&Found<String>>) -> Option<&str> {
        found.map(|found| found.value.as_str())
    }

    fn values(found: &[Found<String>]) -> Vec<&str> {
        found.iter().map(|found| found.value.as_str()).collect()
    }

    #[test]
    fn a_rating_plate_tells_maker_model_and_serial_number() {
        let rows = [
            "#NORDVIND",
            "Modell: TD-300 X",
            "230 V ~ 50 Hz 2200 W",
            "Serienr: NV24-00017",
            "Made in Sweden",
        ];
        let plate = Plate::read(&[page(&rows)], &[]);
        assert_eq!(value(plate.maker.as_ref()), Some("NORDVIND"));
        assert_eq!(value(plate.model.as_ref()), Some("TD-300 X"));
        assert_eq!(values(&plate.serials), ["NV24-00017"]);
    }

    #[test]
    fn what_is_announced_may_stand_beside_or_beneath() {
        let rows = [
            "Type|KV 12/2",
            "Serial No.",
            "4711-0815-22",
            "Manufacturer: Beispiel Werke GmbH",
        ];
        let plate = Plate::read(&[page(&rows)], &[]);
        assert_eq!(value(plate.model.as_ref()), Some("KV 12/2"));
        assert_eq!(values(&plate.serials), ["4711-0815-22"]);
        assert_eq!(value(plate.maker.as_ref()), Some("Beispiel Werke GmbH"));
    }

    #[test]
    fn a_phone_has_two_numbers_and_each_is_checked() {
        let rows = [
            "IMEI 1: 49 015420 323751 8",
            "IMEI 2: 356938035643809",
            "IMEI: 356938035643808",
            "S/N: R5CT10ABCDE",
        ];
        let plate = Plate::read(&[page(&rows)], &[]);
        assert_eq!(values(&plate.imeis), ["490154203237518", "356938035643809"]);
        assert_eq!(
            values(&plate.serials),
            ["R5CT10ABCDE"],
            "a misread IMEI is no serial number"
        );
    }

    #[test]
    fn what_is_coded_is_taken_when_its_check_digit_holds() {
        let code = |symbology, text: &str| Barcode {
            symbology,
            text: text.to_owned(),
            place: Quad::default(),
        };
        let codes = vec![
            code(Symbology::Ean, "4006381333931"),
            code(Symbology::Code128, "490154203237518"),
            code(Symbology::Qr, "https://example.com/490"),
        ];
        let plate = Plate::read(&[], &[codes]);
        assert_eq!(value(plate.gtin.as_ref()), Some("4006381333931"));
        assert_eq!(values(&plate.imeis), ["490154203237518"]);
        assert_eq!(plate.serials, []);
    }

    #[test]
    fn an_empty_picture_says_nothing() {
        assert_eq!(Plate::read(&[], &[]), Plate::default());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(rows in prop::collection::vec("\\PC{0,40}|(IMEI|S/N|Model|Type|Brand)[ :]{0,2}[0-9A-Z /-]{0,24}", 0..8)) {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let plate = Plate::read(&[page(&rows)], &[]);
            for found in &plate.imeis {
                prop_assert!(imei(&found.value).is_some());
            }
            prop_assert!(plate.imeis.len() <= 2);
        }
    }
}

//! What keys have to hold.

use proptest::prelude::*;

use super::*;

fn serial(text: &str) -> Key {
    let mut keys = Key::of(IdentifierKind::Serial, text);
    assert!(!keys.is_empty(), "{text} has a key");
    keys.remove(0)
}

/// Whether what somebody types finds what is listed as what it may be, by one variant at least.
fn finds(typed: (IdentifierKind, &str), listed: (IdentifierKind, &str)) -> bool {
    let listed = Key::of(listed.0, listed.1);
    let typed = Key::of(typed.0, typed.1);
    typed.iter().any(|typed| {
        let variants = typed.variants();
        listed.iter().any(|listed| {
            typed == listed || !variants.is_disjoint(&listed.variants()) && typed.is_near(listed)
        })
    })
}

#[test]
fn separators_case_and_width_do_not_matter() {
    let key = serial("WTU 123-45.6/x");
    for same in [
        "wtu123456X",
        " WTU_123 456:X",
        "ＷＴＵ１２３４５６Ｘ",
        "wtu\u{200b}123456x",
    ] {
        assert_eq!(serial(same), key, "{same}");
    }
    assert_ne!(serial("WTU123457X"), key);
}

#[test]
fn swedish_letters_survive() {
    assert_eq!(serial("gås-ö-ä").exact(), "nGÅSÖÄ");
    assert_eq!(serial("ga\u{30a}s"), serial("GÅS"));
    assert_ne!(serial("GÅS"), serial("GAS"));
    assert_eq!(serial("GÅS").folded(), "GÅ5");
}

#[test]
fn what_says_that_there_is_no_number_has_no_key() {
    for none in [
        "unknown", "Saknas", "vet ej", "N/A", "none", "n.a.", "OKÄND", "okänt", "-", "", " / ",
    ] {
        assert_eq!(Key::of(IdentifierKind::Serial, none), [], "{none}");
    }
    // Only the whole of it says so.
    assert_eq!(serial("NA7").exact(), "nNA7");
    assert_eq!(serial("unknown soldier 1").exact(), "nUNKNOWNSOLDIER1");
}

#[test]
fn filler_is_told_from_a_number() {
    assert!(serial("0000000").is_filler());
    assert!(serial("xxx-xxx").is_filler());
    assert!(!serial("0000001").is_filler());
}

#[test]
fn what_looks_alike_is_near_and_not_the_same() {
    let (listed, typed) = (serial("SB1O-0Z"), serial("581 00 2"));
    assert_ne!(listed, typed);
    assert_eq!(listed.folded(), typed.folded());
    assert!(listed.is_near(&typed));
    assert!(serial("B|L4").is_near(&serial("8114")));
    assert!(
        serial("0012345").is_near(&serial("12345")),
        "zeros in front"
    );
}

#[test]
fn two_edits_are_not_near() {
    assert!(!serial("WTU123456").is_near(&serial("WTU123465X")));
    assert!(!serial("WTU123456").is_near(&serial("WTU12")));
}

#[test]
fn a_phone_is_known_by_fourteen_digits() {
    use IdentifierKind::{Imei, Serial};
    let listed = (Imei, "490154203237518");
    for typed in [
        (Imei, "49-015420-323751-8"),
        (Imei, "49015420323751"),
        (Imei, "4901542032375101"),
        (Serial, "490154203237518"),
    ] {
        let keys = Key::of(typed.0, typed.1);
        assert!(keys.contains(&Key::of(listed.0, listed.1)[0]), "{typed:?}");
    }
    assert!(
        finds((Imei, "49015403237518"), listed),
        "a digit is missing"
    );
    assert!(finds((Imei, "490154203277518"), listed), "a digit is wrong");
    // A serial number of fifteen digits is none that shares fourteen with another.
    let one = Key::of(Serial, "490154203237518");
    let other = Key::of(Serial, "490154203237519");
    assert!(one.iter().all(|key| !other.contains(key)));
}

#[test]
fn numbers_go_by_many_names_and_engravings_by_their_own() {
    use IdentifierKind::{Engraving, Frame, Registration, Serial};
    assert_eq!(Key::of(Frame, "WTU 1"), Key::of(Serial, "wtu1"));
    assert_ne!(Key::of(Engraving, "ANNA"), Key::of(Serial, "ANNA"));
    assert_ne!(Key::of(Registration, "ABC123"), Key::of(Serial, "ABC123"));
    assert!(!finds((Engraving, "ANNAB"), (Serial, "ANNAC")));
}

/// One character typed wrong, too many, missing, or in its neighbour's place.
fn one_edit(text: &str, how: u8, at: usize, c: char) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = at % chars.len();
    match how {
        0 => chars[at] = c,
        1 => chars.insert(at, c),
        2 => drop(chars.remove(at)),
        3 => chars.push(c),
        _ => {
            let next = (at + 1) % chars.len();
            if next > 0 {
                chars.swap(at, next);
            }
        }
    }
    chars.into_iter().collect()
}

proptest! {
    #[test]
    fn the_exact_form_of_an_exact_form_is_itself(text in any::<String>()) {
        let once = exact(&text);
        prop_assert_eq!(exact(&once), once);
    }

    #[test]
    fn the_folded_form_of_a_folded_form_is_itself(text in "\\PC{1,40}") {
        for key in Key::of(IdentifierKind::Serial, &text) {
            let folded = key.folded();
            if let Some(again) = Key::of(IdentifierKind::Serial, &folded).first() {
                prop_assert_eq!(again.folded(), folded.clone());
            }
        }
    }

    #[test]
    fn equal_exact_forms_fold_equal(text in "[A-Za-zÅÄÖåäö0-9|]{1,30}", separators in "[-_./ :]{0,30}") {
        let mut parted = String::new();
        let mut between = separators.chars().chain(std::iter::repeat(' '));
        for c in text.chars() {
            parted.extend([c, between.next().unwrap_or_default()]);
        }
        let (one, other) = (Key::of(IdentifierKind::Serial, &text), Key::of(IdentifierKind::Serial, &parted));
        prop_assert_eq!(&one, &other);
        for (one, other) in one.iter().zip(&other) {
            prop_assert_eq!(one.folded(), other.folded());
        }
    }

    #[test]
    fn every_edit_of_one_character_is_found(
        text in "[A-ZÅÄÖ0-9]{5,30}",
        how in 0u8..5,
        at in any::<prop::sample::Index>(),
        c in prop::char::ranges(vec!['0'..='9', 'A'..='Z'].into()),
    ) {
        let typed = one_edit(&text, how, at.index(text.chars().count()), c);
        let kind = IdentifierKind::Serial;
        prop_assume!(!Key::of(kind, &typed).is_empty() && !Key::of(kind, &text).is_empty());
        prop_assert!(finds((kind, &typed), (kind, &text)), "{} is one edit from {}", typed, text);
    }

    #[test]
    fn every_misread_digit_of_a_phone_is_found(
        digits in "[0-9]{14}",
        how in 0u8..5,
        at in 0usize..15,
        c in prop::char::range('0', '9'),
    ) {
        let check = (0..10).find(|c| luhn(&format!("{digits}{c}"))).unwrap();
        let imei = format!("{digits}{check}");
        let typed = one_edit(&imei, how, at, c);
        let kind = IdentifierKind::Imei;
        prop_assert!(finds((kind, &typed), (kind, &imei)), "{} is one edit from {}", typed, imei);
    }
}

//! What is found for what is typed, and what comes first.

use super::*;

#[test]
fn accents_do_not_matter_for_finding() {
    let shelf = Shelf::of([thing(1, "Cykelhjälm"), thing(2, "Kaffebryggare")]);
    assert_eq!(shelf.find("cykelhjalm"), [1]);
    assert_eq!(shelf.find("CYKELHJÄLM"), [1]);
    assert_eq!(shelf.find("cykel hjalm"), [1]);
}

#[test]
fn accents_matter_for_the_order() {
    let shelf = Shelf::of([thing(1, "Lada"), thing(2, "Låda"), thing(3, "Lada")]);
    assert_eq!(shelf.find("låda"), [2, 3, 1]);
    assert_eq!(shelf.find("lada"), [3, 1, 2]);
    assert_eq!(shelf.find("låd"), [2, 3, 1]);
}

#[test]
fn forms_of_a_word_are_found_in_both_languages() {
    let shelf = Shelf::of([
        thing(1, "Skruvdragare"),
        thing(2, "Två hjälmar"),
        thing(3, "Sewing machines"),
        thing(4, "Lampor"),
    ]);
    assert_eq!(shelf.find("skruvdragaren"), [1]);
    assert_eq!(shelf.find("hjälm"), [2]);
    assert_eq!(shelf.find("hjälmarna två"), [2]);
    assert_eq!(shelf.find("machine sewing"), [3]);
    assert_eq!(shelf.find("lampa"), [4]);
}

#[test]
fn the_last_word_may_still_be_growing() {
    let shelf = Shelf::of([thing(1, "Symaskin Husqvarna"), thing(2, "Synål")]);
    assert_eq!(shelf.find("s"), [2, 1]);
    assert_eq!(shelf.find("sym"), [1]);
    assert_eq!(shelf.find("symaskin hus"), [1]);
    assert_eq!(shelf.find("sym husqvarna"), [1]);
}

#[test]
fn parts_of_compounds_are_found() {
    let shelf = Shelf::of([
        thing(1, "Cykelhjälm"),
        thing(2, "Hjälm"),
        thing(3, "Cykellås"),
        thing(4, "Flaska"),
    ]);
    assert_eq!(shelf.find("hjälm"), [2, 1]);
    assert_eq!(shelf.find("hjälmar"), [2, 1]);
    assert_eq!(shelf.find("lås"), [3]);
    assert_eq!(shelf.find("ask"), [0; 0]);
}

#[test]
fn a_compound_finds_its_halves_apart() {
    let shelf = Shelf::of([
        thing(1, "Hjälm för cykel"),
        thing(2, "Bord till arbete"),
        thing(3, "Cykel"),
    ]);
    assert_eq!(shelf.find("cykelhjälm"), [1]);
}

#[test]
fn a_typo_is_forgiven_and_comes_last() {
    let shelf = Shelf::of([
        thing(1, "Kaffebryggare"),
        thing(2, "Lanpa"),
        thing(3, "Lampa"),
        thing(4, "Lås"),
    ]);
    assert_eq!(shelf.find("kafebrygare"), [1]);
    assert_eq!(shelf.find("lampa"), [3, 2]);
    assert_eq!(shelf.find("lampq"), [3]);
    assert_eq!(shelf.find("lös"), [0; 0], "a short word is taken as it is");
}

#[test]
fn a_word_that_finds_enough_is_not_taken_for_a_typo() {
    let chairs = (1..=20).map(|number| thing(number, "Stol"));
    let shelf = Shelf::of(chairs.chain([thing(21, "Stål")]));
    assert_eq!(shelf.find("stol").len(), 20);
    assert_eq!(
        shelf.find("stål"),
        [21].into_iter().chain((1..=20).rev()).collect::<Vec<_>>()
    );
}

#[test]
fn every_word_must_be_there_but_anywhere() {
    let mut drill = thing(1, "Borrmaskin");
    drill.maker = "Bosch".to_owned();
    drill.notes = "Lånad av grannen".to_owned();
    let mut other = thing(2, "Borrmaskin");
    other.maker = "Makita".to_owned();
    let shelf = Shelf::of([drill, other]);
    assert_eq!(shelf.find("borrmaskin bosch"), [1]);
    assert_eq!(shelf.find("grannen bosch"), [1]);
    assert_eq!(shelf.find("borrmaskin bosch makita"), [0; 0]);
}

#[test]
fn a_name_comes_before_a_tag_before_a_note_before_a_document() {
    let mut read = thing(4, "Sak");
    read.documents = vec!["Garanti för kamera".to_owned()];
    let mut noted = thing(3, "Sak");
    noted.description = "Passar till en kamera".to_owned();
    let mut tagged = thing(2, "Sak");
    tagged.tags = vec![(id(99), "Kamera".to_owned())];
    let named = thing(1, "Kamera");
    let part = thing(5, "Systemkamera");
    let shelf = Shelf::of([read, noted, tagged, named, part]);
    assert_eq!(shelf.find("kamera"), [1, 5, 2, 3, 4]);
}

#[test]
fn among_equals_the_shorter_name_comes_first() {
    let shelf = Shelf::of([thing(2, "Hjälm till dockan"), thing(1, "Hjälm")]);
    assert_eq!(shelf.find("hjälm"), [1, 2]);
}

#[test]
fn every_text_of_a_thing_is_searched() {
    let mut all = thing(1, "Namn");
    all.description = "beskrivning".to_owned();
    all.notes = "anteckning".to_owned();
    all.maker = "tillverkare".to_owned();
    all.model = "modellen".to_owned();
    all.colour = "turkos".to_owned();
    all.from_whom = "mormor".to_owned();
    all.identifiers = vec!["SN-1".to_owned()];
    all.own_fields = vec!["glödlampssockel".to_owned()];
    all.tags = vec![(id(2), "märkning".to_owned())];
    all.category_names = vec!["Verktyg".to_owned(), "Tools".to_owned()];
    all.place_names = vec!["Garaget".to_owned()];
    all.container_names = vec!["Verktygslådan".to_owned()];
    all.owners = vec![(id(3), "Anna".to_owned())];
    all.documents = vec!["kvittotext".to_owned()];
    let shelf = Shelf::of([all]);
    for word in [
        "beskrivning",
        "anteckning",
        "tillverkare",
        "modellen",
        "turkos",
        "mormor",
        "sn1",
        "glödlampssockel",
        "märkning",
        "verktyg",
        "tools",
        "garaget",
        "verktygslådan",
        "anna",
        "kvittotext",
    ] {
        assert_eq!(shelf.find(word), [1], "{word}");
    }
}

#[test]
fn an_identifier_is_found_with_and_without_its_dashes() {
    let mut drill = thing(1, "Skruvdragare Bosch");
    drill.identifiers = vec!["3601-A12 300".to_owned()];
    drill.model = "GSR 12V-15".to_owned();
    let shelf = Shelf::of([drill, thing(2, "Hammare")]);
    for text in [
        "3601A12300",
        "3601-a12-300",
        "3601 A12 300",
        "3601A",
        "360",
        "bosch 3601-A12",
        "3601a12300 skruvdragare",
        "gsr12v15",
        "gsr-12v",
        "A12",
    ] {
        assert_eq!(shelf.find(text), [1], "{text}");
    }
    assert_eq!(shelf.find("3601A12301"), [0; 0]);
    assert_eq!(shelf.find("hammare 3601A12300"), [0; 0]);
}

#[test]
fn a_short_number_is_found_with_and_without_zeros() {
    let shelf = Shelf::of([thing(42, "Lampa"), thing(421, "Stol"), thing(7, "42 gem")]);
    assert_eq!(shelf.find("0042"), [42]);
    assert_eq!(shelf.find("42"), [42, 7]);
    assert_eq!(shelf.find("lampa 42"), [42]);
}

#[test]
fn words_in_quotes_follow_each_other() {
    let mut split = thing(3, "Röd");
    split.tags = vec![(id(9), "Låda".to_owned())];
    let shelf = Shelf::of([thing(1, "Röd låda"), thing(2, "Låda, röd"), split]);
    assert_eq!(shelf.find("\"röd låda\""), [1]);
    assert_eq!(shelf.find("\"rod lada\""), [1]);
    assert_eq!(shelf.find("röd låda"), [2, 1, 3]);
    assert_eq!(
        shelf.find("\"lådan\""),
        [0; 0],
        "a word in quotes is taken as it is"
    );
}

#[test]
fn a_phrase_stays_within_one_text() {
    let mut thing = thing(1, "Sak");
    thing.tags = vec![(id(8), "röd".to_owned()), (id(9), "låda".to_owned())];
    assert_eq!(Shelf::of([thing]).find("\"röd låda\""), [0; 0]);
}

#[test]
fn a_word_with_a_minus_is_left_out() {
    let shelf = Shelf::of([
        thing(1, "Låda av plast"),
        thing(2, "Låda av trä"),
        thing(3, "Trähäst"),
    ]);
    assert_eq!(shelf.find("låda -plast"), [2]);
    assert_eq!(shelf.find("-plast -\"av trä\""), [3]);
}

#[test]
fn any_script_and_emoji_are_searched() {
    let shelf = Shelf::of([
        thing(1, "自転車ヘルメット"),
        thing(2, "🚲 Crescent"),
        thing(3, "Шлем"),
    ]);
    assert_eq!(shelf.find("自転"), [1]);
    assert_eq!(shelf.find("ヘルメット"), [1]);
    assert_eq!(shelf.find("🚲"), [2]);
    assert_eq!(shelf.find("шле"), [3]);
}

#[test]
fn marks_alone_ask_for_nothing_and_break_nothing() {
    let shelf = Shelf::of([thing(1, "Lampa")]);
    for text in [
        "\"",
        "-",
        "*",
        "(",
        "name:",
        "\\",
        "^~",
        "' OR 1=1 --",
        "\u{200b}",
    ] {
        let query = ItemQuery::default().with_text(text);
        let results = shelf.index.search(&query, MEMBER, Lang::Sv);
        assert!(results.is_ok(), "{text}");
    }
    assert_eq!(shelf.find("!?"), [1]);
}

#[test]
fn an_endless_search_is_cut() {
    let shelf = Shelf::of([thing(1, "Lampa")]);
    shelf.find(&"lampa ".repeat(10_000));
    shelf.find(&"ö".repeat(10_000));
}

#[test]
fn a_suggestion_is_the_best_few() {
    let shelf = Shelf::of([thing(1, "Lampa"), thing(2, "Lampskärm")]);
    let found = shelf
        .index
        .suggest("lampa", MEMBER, Lang::Sv, 1)
        .expect("suggested");
    assert_eq!(numbers(&found), [1]);
}

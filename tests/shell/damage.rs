//! `check`: each kind of damage, planted behind the program's back, is found; what is derived is made again, and what is
//! lost is named and left alone.

use std::fs;

use redb::{ReadableTable, WriteTransaction};

use crate::household::{COUNTERS, HISTORY, Household, LINKS, LOG, Outcome, ROWS, flip};

/// What the drill is called.
const NAME: &[u8] = b"Skruvdragare";

/// Checks, on the folder and beside a server started on it; the two must agree.
fn check(household: &Household) -> Outcome {
    let alone = household.run(&["check"]);
    let serving = household.serve();
    let beside = household.run(&["check"]);
    drop(serving);
    assert_eq!((alone.code, &alone.lines), (beside.code, &beside.lines));
    alone
}

fn repair(household: &Household) -> Outcome {
    household.run(&["check", "--repair"])
}

/// Plants something in the tables that can only be named: repairing says the same and changes nothing.
fn is_lost(damage: impl FnOnce(&Household, &WriteTransaction), sentence: &str) -> Outcome {
    let household = Household::new();
    household.plant(|tx| damage(&household, tx));
    let found = check(&household);
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.line(sentence).starts_with("lost "), "{found:?}");
    let repaired = repair(&household);
    assert_eq!(repaired.code, Some(1), "{repaired:?}");
    assert!(repaired.line(sentence).starts_with("lost "), "{repaired:?}");
    found
}

/// Plants something in the tables that can be made again, and is.
fn is_mended(damage: impl FnOnce(&Household, &WriteTransaction), sentence: &str) -> Household {
    let household = Household::new();
    household.plant(|tx| damage(&household, tx));
    mends(&household, sentence);
    household
}

fn mends(household: &Household, sentence: &str) {
    let found = check(household);
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.line(sentence).starts_with("broken "), "{found:?}");
    let repaired = repair(household);
    assert_eq!(repaired.code, Some(0), "{repaired:?}");
    assert!(
        repaired.line(sentence).starts_with("mended "),
        "{repaired:?}"
    );
    is_sound(household);
}

fn is_sound(household: &Household) {
    let sound = check(household);
    assert_eq!((sound.code, sound.lines.len()), (Some(0), 1), "{sound:?}");
    assert!(sound.lines[0].starts_with("sound "), "{sound:?}");
}

#[test]
fn a_whole_archive_is_sound_and_says_how_much_it_is() {
    let household = Household::new();
    let sound = check(&household);
    let [columns] = &sound.columns()[..] else {
        panic!("{sound:?}");
    };
    assert!(columns[1].contains("8 changes, 1 originals"), "{sound:?}");
    assert_eq!(columns[2], "0 lost, 0 broken, 0 mended");
    assert!(sound.said.contains("rows: 1 of "), "{sound:?}");
}

#[test]
fn a_row_that_is_gone_is_named_by_what_it_was_called() {
    let found = is_lost(
        |household, tx| {
            let mut rows = tx.open_table(ROWS).unwrap();
            rows.remove(household.key().as_slice()).unwrap().unwrap();
        },
        "is gone, though change",
    );
    // The newest version left is the one from before it was renamed.
    assert!(
        found
            .line("is gone, though change")
            .contains("“Borrmaskin” (0002)")
    );
    assert!(
        found.line("attachment ").contains("refers to item"),
        "{found:?}"
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_left() {
    let household = Household::new();
    household.plant(|tx| {
        let mut rows = tx.open_table(ROWS).unwrap();
        rows.insert(household.key().as_slice(), [0xFF].as_slice())
            .unwrap();
    });
    for found in [household.run(&["check"]), repair(&household)] {
        assert_eq!(found.code, Some(1));
        let line = found.line("cannot be read");
        assert!(line.contains(&household.drill.to_string()) && line.contains("“Borrmaskin”"));
    }
    household.plant(|tx| {
        let rows = tx.open_table(ROWS).unwrap();
        let row = rows.get(household.key().as_slice()).unwrap().unwrap();
        assert_eq!(row.value(), [0xFF]);
    });
}

#[test]
fn a_version_that_is_gone_is_named() {
    is_lost(
        |_, tx| {
            let mut history = tx.open_table(HISTORY).unwrap();
            history.pop_first().unwrap().unwrap();
        },
        "has lost its version of change",
    );
}

#[test]
fn a_gap_in_the_log_is_named() {
    let gap = |number| {
        move |_: &Household, tx: &WriteTransaction| {
            let mut log = tx.open_table(LOG).unwrap();
            log.remove(number).unwrap().unwrap();
        }
    };
    is_lost(gap(1), "the log has lost change 1:");
    is_lost(gap(3), "the log has lost change 3:");
    is_lost(gap(8), "the log has lost change 8:");
}

#[test]
fn a_change_that_says_nothing_of_a_version_is_named() {
    is_lost(
        |household, tx| {
            let mut log = tx.open_table(LOG).unwrap();
            let mut change: smartinventory::store::Change = {
                let bytes = log.get(5).unwrap().unwrap();
                minicbor::decode(bytes.value()).unwrap()
            };
            change
                .touched
                .retain(|touch| touch.key.uuid() != household.drill.uuid());
            let bytes = minicbor::to_vec(&change).unwrap();
            log.insert(5, bytes.as_slice()).unwrap();
        },
        "which says nothing of it",
    );
}

#[test]
fn a_way_back_that_is_missing_is_made_again() {
    is_mended(
        |household, tx| {
            let mut links = tx.open_table(LINKS).unwrap();
            let key = household.key();
            let mut left = 1;
            let removed = links.extract_if(|link, _| {
                let found = left > 0 && link.ends_with(&key);
                left -= usize::from(found);
                found
            });
            assert_eq!(removed.unwrap().count(), 1);
        },
        "the way back to item",
    );
}

#[test]
fn a_way_back_that_nothing_made_is_removed() {
    is_mended(
        |household, tx| {
            let mut links = tx.open_table(LINKS).unwrap();
            let link = [&[3], [7; 16].as_slice(), &household.key()].concat();
            links.insert(link.as_slice(), [].as_slice()).unwrap();
        },
        "a way back leads to item",
    );
}

#[test]
fn numbers_that_would_be_given_twice_are_not() {
    let household = is_mended(
        |_, tx| {
            let mut counters = tx.open_table(COUNTERS).unwrap();
            counters.insert("number", 1).unwrap();
        },
        "the next label number would be 2, and 3 has been given",
    );
    household.plant(|tx| {
        let counters = tx.open_table(COUNTERS).unwrap();
        assert_eq!(counters.get("number").unwrap().unwrap().value(), 3);
    });
}

#[test]
fn an_original_that_has_changed_or_gone_is_named_and_left() {
    let household = Household::new();
    let original = household.original();
    let bytes = fs::read(&original).unwrap();
    fs::write(&original, &bytes[..bytes.len() / 2]).unwrap();
    let found = check(&household);
    let line = found.line("is not what it was");
    assert!(line.contains("“bild.jpg” of item"), "{found:?}");
    assert!(line.contains("“Skruvdragare” (0002)"), "{found:?}");
    assert_eq!(repair(&household).code, Some(1));
    assert_eq!(fs::read(&original).unwrap().len(), bytes.len() / 2);
    fs::remove_file(&original).unwrap();
    let found = check(&household);
    assert_eq!(found.code, Some(1));
    assert!(
        found.line("“bild.jpg” of item").contains("is gone: "),
        "{found:?}"
    );
    fs::write(&original, &bytes).unwrap();
    is_sound(&household);
}

#[test]
fn a_derived_picture_that_is_broken_off_is_thrown_away() {
    let household = Household::new();
    let bytes = fs::read(household.small()).unwrap();
    fs::write(household.small(), &bytes[..bytes.len() / 2]).unwrap();
    mends(&household, "is broken off");
    assert!(!household.small().exists());
    assert!(household.original().exists());
}

#[test]
fn a_damaged_index_is_built_again_on_the_folder() {
    let household = Household::new();
    household.run(&["reindex"]);
    is_sound(&household);
    household.damage_index();
    let found = household.run(&["check"]);
    assert_eq!(found.code, Some(1), "{found:?}");
    let sentence = "the files of the search index are damaged";
    assert!(found.line(sentence).starts_with("broken "));
    let again = household.run(&["check"]);
    assert_eq!(again.lines, found.lines, "to look changes nothing");
    let repaired = repair(&household);
    assert_eq!(repaired.code, Some(0), "{repaired:?}");
    is_sound(&household);
}

#[test]
fn a_damaged_index_is_built_again_beside_a_running_server() {
    let household = Household::new();
    let _serving = household.serve();
    assert_eq!(household.run(&["check"]).code, Some(0));
    household.damage_index();
    let found = household.run(&["check"]);
    assert_eq!(found.code, Some(1), "{found:?}");
    let repaired = repair(&household);
    assert_eq!(repaired.code, Some(0), "{repaired:?}");
    let sound = household.run(&["check"]);
    assert_eq!(sound.code, Some(0), "{sound:?}");
}

#[test]
fn a_byte_that_has_changed_in_the_archive_is_found_by_its_checksum() {
    let household = Household::new();
    let file = household.path().join("archive.redb");
    // Wherever it stands: redb writes beside what it replaces.
    while fs::read(&file)
        .unwrap()
        .windows(NAME.len())
        .any(|found| found == NAME)
    {
        flip(&file, |bytes| {
            bytes
                .windows(NAME.len())
                .position(|found| found == NAME)
                .unwrap()
        });
    }
    let found = household.run(&["check"]);
    assert_eq!(found.code, Some(1), "{found:?}");
    assert!(found.said.contains("archive.redb is damaged"), "{found:?}");
}

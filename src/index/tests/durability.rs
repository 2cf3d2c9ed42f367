//! What survives a close, a crash and a broken disk.

use std::fs;

use super::*;

fn filled() -> Shelf {
    Shelf::of([thing(1, "Lampa"), thing(2, "Stol")])
}

#[test]
fn an_index_closed_in_order_goes_on_where_it_was() {
    let shelf = filled().reopened();
    assert_eq!(shelf.index.indexed(), 1);
    assert_eq!(shelf.find("lampa"), [1]);
    shelf.put([thing(3, "Bord")]);
    let shelf = shelf.reopened().reopened();
    assert_eq!(shelf.index.indexed(), 2);
    assert_eq!(shelf.find("bord"), [3]);
}

#[test]
fn an_index_left_in_a_crash_begins_anew() {
    let shelf = filled().dropped();
    assert_eq!(shelf.index.indexed(), 0);
    assert_eq!(shelf.find("lampa"), [0; 0]);
    shelf.put([thing(1, "Lampa")]);
    assert_eq!(shelf.find("lampa"), [1]);
}

#[test]
fn a_write_after_a_rest_counts_as_unclean_again() {
    let shelf = filled();
    shelf.index.rest().expect("rested");
    shelf.put([thing(3, "Bord")]);
    assert_eq!(shelf.dropped().index.indexed(), 0);
}

#[test]
fn a_rest_leaves_a_whole_index_behind_even_for_a_crash() {
    let shelf = filled();
    shelf.index.rest().expect("rested");
    assert_eq!(shelf.dropped().index.indexed(), 1);
}

#[test]
fn a_damaged_index_begins_anew() {
    for damage in ["cut", "flip", "remove"] {
        let shelf = filled();
        shelf.index.rest().expect("rested");
        for file in fs::read_dir(shelf.folder.path()).expect("a folder") {
            let path = file.expect("a file").path();
            let is_data = path.extension().is_some_and(|extension| {
                ["fast", "term", "idx"]
                    .iter()
                    .any(|data| extension == *data)
            });
            if !is_data {
                continue;
            }
            let mut bytes = fs::read(&path).expect("bytes");
            match damage {
                "cut" => bytes.truncate(bytes.len() / 2),
                "flip" => bytes[3] ^= 1,
                _ => {}
            }
            fs::remove_file(&path).expect("removed");
            if damage != "remove" {
                fs::write(&path, bytes).expect("written");
            }
        }
        let shelf = shelf.dropped();
        assert_eq!(shelf.index.indexed(), 0, "{damage}");
        shelf.put([thing(1, "Lampa")]);
        assert_eq!(shelf.find("lampa"), [1]);
    }
}

#[test]
fn an_index_of_another_version_begins_anew() {
    let shelf = filled();
    shelf.index.rest().expect("rested");
    fs::write(shelf.folder.path().join("clean"), "0 1").expect("written");
    assert_eq!(shelf.dropped().index.indexed(), 0);
}

#[test]
fn a_folder_of_something_else_begins_anew() {
    let shelf = filled();
    shelf.index.rest().expect("rested");
    fs::write(shelf.folder.path().join("meta.json"), "{}").expect("written");
    assert_eq!(shelf.dropped().index.indexed(), 0);
}

#[test]
fn a_cleared_index_is_empty_and_follows_from_the_beginning() {
    let shelf = filled();
    shelf.index.clear().expect("cleared");
    assert_eq!(shelf.index.indexed(), 0);
    assert_eq!(shelf.search(&ItemQuery::default()).total, 0);
    shelf.put([thing(1, "Lampa")]);
    assert_eq!(shelf.reopened().find("lampa"), [1]);
}

#[test]
fn edits_one_by_one_are_gathered() {
    let shelf = filled();
    for round in 0..40 {
        shelf.put([thing(1, &format!("Lampa {round}"))]);
    }
    shelf.index.rest().expect("rested");
    assert_eq!(shelf.search(&ItemQuery::default()).total, 2);
    assert_eq!(shelf.find("lampa 39"), [1]);
    assert!(shelf.index.snapshot().segments.len() < 12);
}

#[tokio::test]
async fn a_reader_waits_for_its_own_write() {
    let shelf = filled();
    assert!(shelf.index.wait_for(1).await);
    let index = &shelf.index;
    let (reached, ()) = tokio::join!(index.wait_for(2), async {
        shelf.put([thing(3, "Bord")]);
    });
    assert!(reached);
}

#[tokio::test]
async fn a_reader_does_not_wait_for_ever() {
    assert!(!filled().index.wait_for(99).await);
}

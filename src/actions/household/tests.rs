//! What claiming a household and owning it promise.

use std::collections::HashSet;

use crate::{
    access::Viewer,
    actions::{
        categories, history, household, people,
        tests::{Home, refused},
    },
    clock::Clock,
    domain::{household::Household, lang::Lang, person::Role},
    error::Error,
    store::{Expect, Rows, Store},
};

#[test]
fn an_archive_is_claimed_once() {
    let home = Home::new();
    let claim = household::Claim {
        household: "Tjuv",
        name: "Tjuv",
        password: "hemligt123",
        lang: Lang::Sv,
    };
    assert!(matches!(
        household::claim(&home.store, &claim),
        Err(Error::Denied)
    ));
    let reader = home.store.read().unwrap();
    assert_eq!(reader.get(Household::ID).unwrap().name, "Holm");
    assert!(
        categories::ordered(&reader).unwrap().len() > 100,
        "the shipped categories are there"
    );
}

#[test]
fn a_household_stays_claimed_and_owned_whatever_is_taken_back() {
    let home = Home::new();
    let claimed = home.store.read().unwrap().change(1).unwrap().unwrap();
    assert!(!history::is_undoable(&home.store.read().unwrap(), &home.anna, &claimed).unwrap());
    assert!(matches!(
        history::undo(&home.store, &home.anna, 1),
        Err(Error::Denied)
    ));
    let head = home.anna.head().unwrap();
    let erik = home.person("Erik", Role::Adult);
    let any = Expect::Any;
    let raised =
        people::change(&home.store, &head, erik.person(), any, "Erik", Role::Owner).unwrap();
    let anna = home.anna.person();
    people::change(&home.store, &head, anna, any, "Anna", Role::Adult).unwrap();
    let erik = Viewer::of(raised.value.body);
    assert!(matches!(
        history::undo(&home.store, &erik, raised.change),
        Err(Error::Conflict)
    ));
}

#[test]
fn a_first_person_who_is_refused_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Clock::system()).unwrap();
    let add = |password| people::add_from_folder(&store, "Anna", Role::Owner, Some(password));
    add("kort").unwrap_err();
    assert_eq!(store.read().unwrap().find(Household::ID).unwrap(), None);
    add("hemligt123").unwrap();
    let reader = store.read().unwrap();
    assert_eq!(reader.get(Household::ID).unwrap().name, "Anna");
    let keys: Vec<_> = categories::ordered(&reader)
        .unwrap()
        .into_iter()
        .map(|category| category.body.key)
        .collect();
    let each: HashSet<_> = keys.iter().collect();
    assert!(keys.len() > 100 && each.len() == keys.len());
}

#[test]
fn the_first_person_is_an_owner() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Clock::system()).unwrap();
    let add = |name, role| people::add_from_folder(&store, name, role, Some("hemligt123"));
    for role in [Role::Adult, Role::Child, Role::Guest] {
        assert_eq!(refused(add("Maja", role), "role"), "error-first-owner");
        assert!(household::is_unclaimed(&store.read().unwrap()).unwrap());
    }
    add("Anna", Role::Owner).unwrap();
    add("Maja", Role::Child).unwrap();
}

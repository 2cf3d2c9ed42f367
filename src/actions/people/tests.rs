//! What people, their roles and their sessions promise.

use crate::{
    access::{
        session::{self, Proof},
        token,
    },
    actions::{
        history, people,
        tests::{Home, refused},
    },
    domain::person::Role,
    error::Error,
    store::Expect,
};

#[test]
fn a_role_gives_its_permission_and_no_more() {
    let home = Home::new();
    let may = |role: Role| {
        let viewer = home.person(role.key(), role);
        (
            viewer.editor().is_ok(),
            viewer.manager().is_ok(),
            viewer.head().is_ok(),
        )
    };
    assert_eq!(may(Role::Owner), (true, true, true));
    assert_eq!(may(Role::Adult), (true, true, false));
    assert_eq!(may(Role::Child), (true, false, false));
    assert_eq!(may(Role::Guest), (false, false, false));
}

#[test]
fn the_household_keeps_an_owner() {
    let home = Home::new();
    let head = home.anna.head().unwrap();
    let outcome = people::remove(&home.store, &head, home.anna.person(), Expect::Any);
    assert_eq!(refused(outcome, "role"), "error-last-owner");
    let demoted = people::change(
        &home.store,
        &head,
        home.anna.person(),
        Expect::Any,
        "Anna",
        Role::Adult,
    );
    assert_eq!(refused(demoted, "role"), "error-last-owner");
}

#[test]
fn a_name_is_somebody_s_alone() {
    let home = Home::new();
    let outcome = people::add(
        &home.store,
        &home.anna.head().unwrap(),
        "ANNA",
        Role::Adult,
        None,
    );
    assert_eq!(refused(outcome, "name"), "error-name-taken");
}

#[test]
fn a_removed_person_is_signed_out_at_once() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = session::start(&home.store, erik.person(), true, "telefon").unwrap();
    let signed_in = || {
        session::viewer(&home.store, &home.store.read().unwrap(), secret.reveal())
            .unwrap()
            .is_some()
    };
    assert!(signed_in());
    people::remove(
        &home.store,
        &home.anna.head().unwrap(),
        erik.person(),
        Expect::Any,
    )
    .unwrap();
    assert!(!signed_in());
}

#[test]
fn a_session_ends_when_nobody_has_used_it() {
    let home = Home::new();
    let start = |stay| session::start(&home.store, home.anna.person(), stay, "").unwrap();
    let (private, shared) = (start(true), start(false));
    let signed_in = |secret: &session::Secret| {
        session::viewer(&home.store, &home.store.read().unwrap(), secret.reveal())
            .unwrap()
            .is_some()
    };
    home.store.clock().advance(13 * 60 * 60);
    assert!(signed_in(&private));
    assert!(!signed_in(&shared));
    home.store.clock().advance(89 * 24 * 60 * 60);
    assert!(signed_in(&private), "each use keeps it");
    home.store.clock().advance(91 * 24 * 60 * 60);
    assert!(!signed_in(&private));
}

#[test]
fn a_session_that_is_ended_while_it_is_used_stays_ended() {
    let home = Home::new();
    let anna = home.anna.person();
    let secret = session::start(&home.store, anna, true, "telefon").unwrap();
    home.store.clock().advance(2 * 60 * 60);
    let before = home.store.read().unwrap();
    session::end(&home.store, anna, |_| true).unwrap();
    session::viewer(&home.store, &before, secret.reveal()).unwrap();
    let now = home.store.read().unwrap();
    assert!(
        session::viewer(&home.store, &now, secret.reveal())
            .unwrap()
            .is_none(),
        "noting its last use brought it back"
    );
}

#[test]
fn a_clock_that_is_put_back_keeps_nobody_signed_in_for_longer() {
    let home = Home::new();
    let secret = session::start(&home.store, home.anna.person(), false, "").unwrap();
    let signed_in = || {
        session::viewer(&home.store, &home.store.read().unwrap(), secret.reveal())
            .unwrap()
            .is_some()
    };
    home.store.clock().advance(-2 * 60 * 60);
    assert!(signed_in());
    home.store.clock().advance(12 * 60 * 60 + 60);
    assert!(!signed_in());
}

#[test]
fn somebody_whose_adding_is_taken_back_is_signed_out_for_good() {
    let home = Home::new();
    let head = home.anna.head().unwrap();
    let added = people::add(&home.store, &head, "Erik", Role::Adult, None).unwrap();
    let erik = added.value.id;
    let secret = session::start(&home.store, erik, true, "telefon").unwrap();
    let token = token::create(&home.store, erik, "skript").unwrap();
    history::undo(&home.store, &home.anna, added.change).unwrap();
    people::restore(&home.store, &head, erik).unwrap();
    let reader = home.store.read().unwrap();
    assert!(
        session::viewer(&home.store, &reader, secret.reveal())
            .unwrap()
            .is_none()
    );
    assert!(token::viewer(&reader, &token).unwrap().is_none());
}

#[test]
fn a_password_that_is_reset_while_somebody_proves_the_old_one_wins() {
    let home = Home::new();
    let head = home.anna.head().unwrap();
    let old = "gammalt lösenord";
    let erik = people::add(&home.store, &head, "Erik", Role::Adult, Some(old)).unwrap();
    let erik = erik.value.id;
    let prove = |password| Proof::of(&home.store, Some(erik), password).unwrap();
    let proof = prove(old).unwrap();
    people::reset_password(&home.store, &head, erik, "nytt lösenord").unwrap();
    assert!(matches!(
        session::start_with(&home.store, &proof, true, "telefon"),
        Err(Error::Denied)
    ));
    let changed = people::replace_password(&home.store, &proof, None, "tjuvens lösenord");
    assert_eq!(refused(changed, "old"), "error-password-wrong");
    let reader = home.store.read().unwrap();
    assert_eq!(session::of_person(&home.store, &reader, erik).unwrap(), []);
    assert!(prove("nytt lösenord").is_some());
    assert!(prove(old).is_none());
}

#[test]
fn a_password_proves_nothing_of_somebody_who_has_left() {
    let home = Home::new();
    let head = home.anna.head().unwrap();
    let password = "ett bra lösenord";
    let erik = people::add(&home.store, &head, "Erik", Role::Adult, Some(password)).unwrap();
    let erik = erik.value.id;
    let proof = Proof::of(&home.store, Some(erik), password)
        .unwrap()
        .unwrap();
    people::remove(&home.store, &head, erik, Expect::Any).unwrap();
    assert!(matches!(
        session::start_with(&home.store, &proof, true, "telefon"),
        Err(Error::Denied)
    ));
}

#[test]
fn a_changed_password_ends_every_session_but_the_one_that_asks() {
    let home = Home::new();
    let anna = home.anna.person();
    let here = session::start(&home.store, anna, true, "här").unwrap();
    session::start(&home.store, anna, true, "där").unwrap();
    let reader = home.store.read().unwrap();
    let (_, this) = session::viewer(&home.store, &reader, here.reveal())
        .unwrap()
        .unwrap();
    let new = "mycket hemligare";
    people::change_password(&home.store, &home.anna, Some(this.id), "hemligt123", new).unwrap();
    let reader = home.store.read().unwrap();
    assert_eq!(
        session::of_person(&home.store, &reader, anna).unwrap(),
        [this]
    );
}

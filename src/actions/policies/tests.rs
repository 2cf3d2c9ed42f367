//! What the household's policies promise: the whole household sees them, the grown-ups change them, and nothing is lost.

use jiff::civil::date;

use super::*;
use crate::{
    access::Viewer,
    actions::{
        bin::{self, Binned},
        history, reminders,
        tests::{Home, refused},
    },
    domain::{
        money::{Currency, Money},
        person::Role,
        reminder::Occasion,
    },
    store::Key,
};

fn insured(insurer: &str, kronor: i64) -> PolicyDetails {
    PolicyDetails {
        insurer: insurer.to_owned(),
        ..PolicyDetails::of_sum(Money::new(kronor * 100, Currency::SEK))
    }
}

fn add_by(home: &Home, details: PolicyDetails) -> Row<Policy> {
    add(&home.store, &home.manager(), details).unwrap().value
}

fn listed(home: &Home) -> Vec<String> {
    let policies = list(&home.store.read().unwrap(), &home.editor()).unwrap();
    let names = policies.into_iter().map(|row| row.body.details.insurer);
    names.collect()
}

#[test]
fn policies_are_listed_by_their_insurers_with_texts_tidied() {
    let home = Home::new();
    let svalan = add_by(&home, insured("  svalan ", 1_000_000));
    add_by(&home, insured("Bolaget", 500_000));
    assert_eq!(svalan.details.insurer, "svalan");
    assert_eq!(listed(&home), ["Bolaget", "svalan"]);
    let nameless = add(&home.store, &home.manager(), insured(" ", 1));
    assert_eq!(refused(nameless, "insurer"), "error-name-empty");
}

#[test]
fn a_save_over_what_somebody_else_saved_is_a_conflict() {
    let home = Home::new();
    let first = add_by(&home, insured("Svalan", 1_000_000));
    let seen = Expect::Revision(first.revision);
    let more = insured("Svalan", 1_200_000);
    let store = &home.store;
    change(store, &home.manager(), first.id, seen, more.clone()).unwrap();
    let late = change(store, &home.manager(), first.id, seen, insured("Svan", 1));
    assert!(matches!(late, Err(Error::Conflict)));
    let rows = store.read().unwrap();
    assert_eq!(one(&rows, &home.editor(), first.id).unwrap().details, more);
    let versions = versions(&rows, &home.editor(), first.id).unwrap();
    assert_eq!(versions.len(), 2);
}

#[test]
fn a_policy_comes_back_from_the_bin_and_goes_for_good_after_thirty_days() {
    let home = Home::new();
    let policy = add_by(&home, insured("Svalan", 1_000_000));
    let store = &home.store;
    let gone = || remove(store, &home.manager(), policy.id, Expect::Any).unwrap();
    gone();
    assert!(listed(&home).is_empty());
    restore(store, &home.manager(), policy.id).unwrap();
    let removed = gone();
    history::undo(store, &home.anna, removed.change).unwrap();
    assert_eq!(listed(&home), ["Svalan"]);
    gone();
    let picked = [Binned::Policy(policy.id)];
    assert_eq!(
        bin::restore(store, &home.editor(), &picked).unwrap().value,
        1
    );
    gone();
    home.live(32);
    let rows = store.read().unwrap();
    assert!(matches!(
        one(&rows, &home.editor(), policy.id),
        Err(Error::NotFound)
    ));
}

#[test]
fn a_child_sees_a_policy_and_changes_nothing_and_a_guest_sees_none() {
    let home = Home::new();
    let saved = add(&home.store, &home.manager(), insured("Svalan", 1_000_000)).unwrap();
    let (lisa, gun) = (
        home.person("Lisa", Role::Child),
        home.person("Gun", Role::Guest),
    );
    let rows = home.store.read().unwrap();
    let sees = |who: &Viewer| history::sees(&rows, who, Key::of(saved.value.id)).unwrap();
    assert!(sees(&lisa) && !sees(&gun));
    let undone = |who: &Viewer| history::undo(&home.store, who, saved.change);
    assert!(matches!(undone(&lisa), Err(Error::Denied)));
    assert!(matches!(undone(&gun), Err(Error::NotFound)));
    remove(&home.store, &home.manager(), saved.value.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let lying = |who: &Viewer| bin::contents(&rows, who).unwrap();
    assert_eq!(lying(&lisa).policies.len(), 1);
    assert_eq!(lying(&gun).policies.len(), 0);
    let child = lisa.editor().unwrap();
    let free = lying(&lisa).only_restorable(&rows, &child).unwrap();
    assert!(free.is_empty());
    let picked = [Binned::Policy(saved.value.id)];
    assert!(matches!(
        bin::restore(&home.store, &child, &picked),
        Err(Error::Denied)
    ));
}

#[test]
fn everybody_is_reminded_before_a_renewal_and_nobody_after_it() {
    let home = Home::new();
    let lisa = home.person("Lisa", Role::Child);
    let details = PolicyDetails {
        renews_on: Some(date(2026, 12, 10)),
        ..insured("Svalan", 1_000_000)
    };
    let policy = add_by(&home, details);
    let rows = home.store.read().unwrap();
    let told = |who: &Viewer, today| {
        let found = reminders::upcoming(&rows, who, today, date(2027, 1, 31)).unwrap();
        let told = found
            .into_iter()
            .map(|found| (found.reminder.cue.occasion, found.name));
        told.collect::<Vec<_>>()
    };
    let renewal = [(Occasion::PolicyRenews, "Svalan".to_owned())];
    assert_eq!(told(&home.anna, date(2026, 11, 22)), renewal);
    assert_eq!(told(&lisa, date(2026, 12, 10)), renewal);
    assert_eq!(told(&home.anna, date(2026, 12, 11)), []);
    remove(&home.store, &home.manager(), policy.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let found = reminders::upcoming(&rows, &home.anna, date(2026, 11, 22), date(2027, 1, 31));
    assert_eq!(found.unwrap(), []);
}

//! What a round promises: one goes on at a time, and it is due again a year after it ended.

use super::*;
use crate::{
    actions::{
        answers::{Answer, mark},
        bin::{self, Binned},
        history, places as tree, reminders,
        sightings::Found,
        tests::Home,
    },
    domain::{item::Location, person::Role, reminder::Occasion},
};

impl Home {
    fn round(&self) -> RoundId {
        let begun = begin(&self.store, &self.manager(), RoundDetails::default());
        begun.unwrap().value.id
    }
}

fn is_open_error<T: std::fmt::Debug>(outcome: Result<T>) -> bool {
    matches!(outcome.unwrap_err(), Error::Invalid(invalid) if invalid.get("round") == Some("error-round-open"))
}

#[test]
fn one_round_goes_on_at_a_time() {
    let home = Home::new();
    let (store, manager) = (&home.store, home.manager());
    let first = home.round();
    assert!(is_open_error(begin(
        store,
        &manager,
        RoundDetails::default()
    )));
    let ended = end(store, &manager, first).unwrap();
    assert!(!ended.value.is_open());
    let again = end(store, &manager, first).unwrap();
    assert_eq!(again.value.revision, ended.value.revision, "ended is ended");
    let second = home.round();
    assert!(is_open_error(resume(store, &manager, first)));
    let undone = history::undo(store, &home.anna, ended.undo().unwrap());
    assert!(matches!(undone, Err(Error::Conflict)));
    remove(store, &manager, second, Expect::Any).unwrap();
    resume(store, &manager, first).unwrap();
    assert!(is_open_error(restore(store, &manager, second)));
    end(store, &manager, first).unwrap();
    let picked = [Binned::Round(second)];
    bin::restore(store, &home.editor(), &picked).unwrap();
    let rows = store.read().unwrap();
    assert_eq!(open(&rows).unwrap().map(|row| row.id), Some(second));
}

#[test]
fn a_place_that_is_not_there_is_not_walked() {
    let home = Home::new();
    let hall = home.place("Hall", None).id;
    let details = RoundDetails {
        place: Some(hall),
        ..RoundDetails::default()
    };
    let begun = begin(&home.store, &home.manager(), details.clone()).unwrap();
    let rows = home.store.read().unwrap();
    let walked = places(&rows, &begun.value).unwrap();
    assert_eq!(walked, Some(HashSet::from([hall])));
    drop(rows);
    let (store, manager) = (&home.store, home.manager());
    tree::remove(store, &manager, hall, Expect::Any).unwrap();
    let note = |details: &mut RoundDetails| {
        details.note = "Klar".into();
        Ok(())
    };
    adjust(store, &manager, begun.value.id, Expect::Any, note).unwrap();
    end(store, &manager, begun.value.id).unwrap();
    let refused = begin(store, &manager, details).unwrap_err();
    assert!(matches!(refused, Error::Invalid(invalid) if invalid.get("place").is_some()));
}

#[test]
fn a_round_goes_for_good_with_what_it_found() {
    let home = Home::new();
    let lamp = home.item("Lampa", Location::Unknown).id;
    let round = home.round();
    let answer = Answer::<Sighting> {
        walk: round,
        item: lamp,
        said: Found::of(Finding::Seen),
        known: None,
    };
    mark(&home.store, &home.editor(), answer).unwrap();
    let rows = home.store.read().unwrap();
    let outcome = Outcome::of(&rows, &home.editor(), round).unwrap();
    assert_eq!(outcome.seen, 1);
    assert_eq!(outcome.by.get(&Some(home.anna.person())), Some(&1));
    drop(rows);
    remove(&home.store, &home.manager(), round, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let contents = bin::contents(&rows, &home.anna).unwrap();
    assert_eq!((contents.rounds.len(), contents.sightings.len()), (1, 0));
    drop(rows);
    bin::purge(&home.store, &home.manager(), &[Binned::Round(round)]).unwrap();
    let rows = home.store.read().unwrap();
    assert!(rows.all::<Sighting>().unwrap().is_empty());
    assert!(rows.find::<Item>(lamp).unwrap().is_some());
}

#[test]
fn owners_are_reminded_a_year_after_the_last_round_ended() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let round = home.round();
    let far = jiff::civil::date(2099, 1, 1);
    let due = |viewer: &Viewer| {
        let rows = home.store.read().unwrap();
        let today = home.store.clock().today();
        let found = reminders::upcoming(&rows, viewer, today, far).unwrap();
        let rounds = found
            .into_iter()
            .filter(|found| found.reminder.cue.occasion == Occasion::RoundDue);
        rounds.map(|found| found.reminder.on).collect::<Vec<_>>()
    };
    assert_eq!(due(&home.anna), [], "it goes on");
    let ended = end(&home.store, &home.manager(), round).unwrap();
    let next = ended.value.next().unwrap();
    assert_eq!(due(&home.anna), [next]);
    assert_eq!(due(&bo), []);
    home.round();
    assert_eq!(due(&home.anna), [], "another goes on");
}

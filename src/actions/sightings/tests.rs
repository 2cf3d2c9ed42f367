//! What a sighting promises: nobody's answer is undone unseen, and what was moved lies where it was found until that is taken back.

use super::*;
use crate::{
    actions::{
        answers::mark,
        bin::{self, Binned},
        history, items, rounds,
        tests::Home,
    },
    domain::{item::Details, person::Role, round::RoundDetails},
};

struct Scene {
    home: Home,
    round: RoundId,
    kitchen: PlaceId,
    hall: PlaceId,
    lamp: ItemId,
}

impl Scene {
    fn new() -> Self {
        let home = Home::new();
        let kitchen = home.place("Kök", None).id;
        let hall = home.place("Hall", None).id;
        let lamp = home.item("Lampa", Location::Place(kitchen)).id;
        let manager = home.anna.manager().unwrap();
        let round = rounds::begin(&home.store, &manager, RoundDetails::default());
        let round = round.unwrap().value.id;
        Self {
            home,
            round,
            kitchen,
            hall,
            lamp,
        }
    }

    fn says(
        &self,
        who: &Viewer,
        said: Found,
        known: Option<Revision>,
    ) -> Result<Saved<Row<Sighting>>> {
        let answer = Answer {
            walk: self.round,
            item: self.lamp,
            said,
            known,
        };
        mark(&self.home.store, &who.editor().unwrap(), answer)
    }

    fn takes_back(&self, who: &Viewer, known: Option<Revision>) -> Result<Saved<()>> {
        let editor = who.editor().unwrap();
        take_back(&self.home.store, &editor, self.round, self.lamp, known)
    }

    fn lies(&self) -> Location {
        self.home.now(self.lamp).details.location
    }
}

/// That it is somewhere else.
fn moved_to(to: PlaceId) -> Found {
    Found {
        to: Some(to),
        ..Found::of(Finding::Moved)
    }
}

#[test]
fn two_phones_do_not_undo_each_other() {
    let scene = Scene::new();
    let bo = scene.home.person("Bo", Role::Adult);
    let anna = &scene.home.anna;
    let first = scene
        .says(anna, Found::of(Finding::Gone), None)
        .unwrap()
        .value;
    let again = scene
        .says(anna, Found::of(Finding::Gone), None)
        .unwrap()
        .value;
    assert_eq!(again.revision, first.revision, "sent twice, and given once");
    let unseen = scene.says(&bo, Found::of(Finding::Seen), None);
    assert!(matches!(unseen, Err(Error::Conflict)));
    assert!(matches!(scene.takes_back(&bo, None), Err(Error::Conflict)));
    let seen = scene.says(&bo, Found::of(Finding::Seen), Some(first.revision));
    assert_eq!(seen.unwrap().value.details.finding, Finding::Seen);
    let maja = scene.home.person("Maja", Role::Child);
    let rows = scene.home.store.read().unwrap();
    let said = of_both::<Sighting>(&rows, scene.round, scene.lamp)
        .unwrap()
        .unwrap();
    drop(rows);
    let by_child = scene.says(&maja, Found::of(Finding::Gone), Some(said.revision));
    assert!(matches!(by_child, Err(Error::Denied)), "it is another's");
}

#[test]
fn what_was_moved_lies_there_until_that_is_taken_back() {
    let scene = Scene::new();
    let anna = &scene.home.anna;
    let moved = scene.says(anna, moved_to(scene.hall), None).unwrap();
    assert_eq!(scene.lies(), Location::Place(scene.hall));
    let from = moved.value.details.moved.map(|moved| moved.from);
    assert_eq!(from, Some(Location::Place(scene.kitchen)));
    let seen = scene.says(anna, Found::of(Finding::Seen), None).unwrap();
    assert_eq!(
        seen.value.revision, moved.value.revision,
        "it is seen there"
    );
    let gone = scene.says(anna, Found::of(Finding::Gone), Some(moved.value.revision));
    assert_eq!(
        scene.lies(),
        Location::Place(scene.kitchen),
        "it was never there"
    );
    let gone = gone.unwrap().value;
    let again = scene
        .says(anna, moved_to(scene.hall), Some(gone.revision))
        .unwrap()
        .value;
    let back = scene.takes_back(anna, Some(again.revision)).unwrap();
    assert_eq!(scene.lies(), Location::Place(scene.kitchen));
    scene.takes_back(anna, None).unwrap();
    history::undo(&scene.home.store, anna, back.undo().unwrap()).unwrap();
    assert_eq!(
        scene.lies(),
        Location::Place(scene.hall),
        "the undo is one change, too"
    );
    let same = scene.says(anna, moved_to(scene.hall), None).unwrap().value;
    assert_eq!(same.id, again.id);
}

#[test]
fn an_undo_puts_a_thing_back_and_takes_the_answer_with_it() {
    let scene = Scene::new();
    let anna = &scene.home.anna;
    let moved = scene.says(anna, moved_to(scene.hall), None).unwrap();
    history::undo(&scene.home.store, anna, moved.undo().unwrap()).unwrap();
    assert_eq!(scene.lies(), Location::Place(scene.kitchen));
    scene.says(anna, Found::of(Finding::Seen), None).unwrap();
    let picked = [Binned::Sighting(moved.value.id)];
    let twice = bin::restore(&scene.home.store, &scene.home.editor(), &picked);
    assert!(
        matches!(twice, Err(Error::Invalid(_))),
        "one answer for each thing"
    );
}

#[test]
fn what_somebody_moved_elsewhere_since_stays_there() {
    let scene = Scene::new();
    let anna = &scene.home.anna;
    let moved = scene.says(anna, moved_to(scene.hall), None).unwrap().value;
    let loft = scene.home.place("Vind", None).id;
    let mut details = scene.home.now(scene.lamp).details.clone();
    details.location = Location::Place(loft);
    let editor = scene.home.editor();
    items::change(&scene.home.store, &editor, scene.lamp, Expect::Any, details).unwrap();
    scene.takes_back(anna, Some(moved.revision)).unwrap();
    assert_eq!(scene.lies(), Location::Place(loft));
}

#[test]
fn what_is_moved_needs_a_place_and_where_it_lies_is_no_move() {
    let scene = Scene::new();
    let anna = &scene.home.anna;
    let nowhere = scene
        .says(anna, Found::of(Finding::Moved), None)
        .unwrap_err();
    assert!(matches!(nowhere, Error::Invalid(invalid) if invalid.get("to").is_some()));
    let here = scene
        .says(anna, moved_to(scene.kitchen), None)
        .unwrap()
        .value;
    assert_eq!(here.details.finding, Finding::Seen);
}

#[test]
fn a_thing_that_is_entered_on_a_round_is_new_and_was_seen() {
    let scene = Scene::new();
    let home = &scene.home;
    let all = vec![(Details::named("Vas"), Vec::new())];
    let added = items::add_on_round(&home.store, &home.editor(), Some(scene.round), all).unwrap();
    let vase = added.value[0].id;
    let rows = home.store.read().unwrap();
    let (sighting, round) = last_seen(&rows, &home.anna, vase).unwrap().unwrap();
    assert_eq!(
        (sighting.details.finding, round.id),
        (Finding::New, scene.round)
    );
    assert!(last_seen(&rows, &home.anna, scene.lamp).unwrap().is_none());
    drop(rows);
    scene
        .says(&home.anna, Found::of(Finding::Gone), None)
        .unwrap();
    let rows = home.store.read().unwrap();
    assert!(
        last_seen(&rows, &home.anna, scene.lamp).unwrap().is_none(),
        "nobody saw it"
    );
}

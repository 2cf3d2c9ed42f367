//! What a loss promises: nobody's answer is undone unseen, and a thing is away exactly as long as one of its losses says so.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        answers::{self, mark},
        bin::{self, Binned},
        history, incidents, items,
        tests::{Home, refused},
    },
    domain::{
        incident::IncidentKind,
        item::{Departure, Location},
        money::{Currency, Money},
        person::Role,
    },
    store::{Revision, Saved},
};

struct Scene {
    home: Home,
    incident: IncidentId,
    bike: ItemId,
}

impl Scene {
    fn new() -> Self {
        let home = Home::new();
        let bike = home.item("Cykel", Location::Unknown).id;
        let details = IncidentDetails::of(IncidentKind::Theft);
        let incident = incidents::add(&home.store, &home.editor(), details, &[]);
        let incident = incident.unwrap().value.id;
        Self {
            home,
            incident,
            bike,
        }
    }

    fn answer(&self, fate: Fate, known: Option<Revision>) -> Answer<Loss> {
        Answer {
            walk: self.incident,
            item: self.bike,
            said: fate,
            known,
        }
    }

    fn says(&self, who: &Viewer, fate: Fate, known: Option<Revision>) -> Result<Saved<Row<Loss>>> {
        let editor = who.editor().unwrap();
        mark(&self.home.store, &editor, self.answer(fate, known))
    }

    fn is_away(&self) -> bool {
        self.home.now(self.bike).archived.is_some()
    }
}

#[test]
fn an_answer_can_be_sent_twice_and_is_given_once() {
    let scene = Scene::new();
    let anna = &scene.home.anna;
    let first = scene.says(anna, Fate::Gone, None).unwrap();
    let again = scene.says(anna, Fate::Gone, None).unwrap();
    assert_eq!(
        again.value.revision, first.value.revision,
        "nothing has changed"
    );
    assert_eq!(again.value.id, first.value.id);
    assert!(scene.is_away());
}

#[test]
fn two_phones_do_not_undo_each_other() {
    let scene = Scene::new();
    let bo = scene.home.person("Bo", Role::Adult);
    let gone = scene
        .says(&scene.home.anna, Fate::Gone, None)
        .unwrap()
        .value;
    let unseen = scene.says(&bo, Fate::Fine, None);
    assert!(
        matches!(unseen, Err(Error::Conflict)),
        "Bo has not seen Anna's answer"
    );
    assert!(scene.is_away());
    scene.says(&bo, Fate::Fine, Some(gone.revision)).unwrap();
    assert!(!scene.is_away(), "Bo has seen it, and means what he says");
}

#[test]
fn a_child_answers_and_does_not_change_what_others_answered() {
    let scene = Scene::new();
    let maja = scene.home.person("Maja", Role::Child);
    let own = scene.says(&maja, Fate::Damaged, None).unwrap().value;
    let anna = &scene.home.anna;
    let now = scene
        .says(anna, Fate::Gone, Some(own.revision))
        .unwrap()
        .value;
    scene.says(&maja, Fate::Fine, Some(now.revision)).unwrap();
    let other = scene.home.item("Skidor", Location::Unknown).id;
    let answer = Answer {
        item: other,
        ..scene.answer(Fate::Gone, None)
    };
    let by_anna = mark(&scene.home.store, &scene.home.editor(), answer).unwrap();
    let answer = Answer {
        item: other,
        ..scene.answer(Fate::Fine, Some(by_anna.value.revision))
    };
    let child = maja.editor().unwrap();
    assert!(matches!(
        mark(&scene.home.store, &child, answer),
        Err(Error::Denied)
    ));
}

#[test]
fn what_came_back_is_in_use_again_and_what_was_paid_for_is_not() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value;
    let settle = |how| {
        let settled = Some(Settled {
            how,
            on: date(2026, 12, 1),
            amount: Some(Money::new(500_000, Currency::SEK)),
            by: "Bolaget".into(),
        });
        let set = |details: &mut LossDetails| {
            details.settled = settled;
            Ok(())
        };
        belongings::adjust::<Loss>(&home.store, &editor, loss.id, Expect::Any, set).unwrap();
    };
    settle(Settlement::Paid);
    assert!(scene.is_away());
    settle(Settlement::Recovered);
    assert!(!scene.is_away());
    let rows = home.store.read().unwrap();
    let toll = Toll::of(&answers::seen_on_walk(&rows, &home.anna, scene.incident).unwrap());
    assert_eq!((toll.gone, toll.settled, toll.harmed()), (1, 1, 1));
    assert_eq!(
        toll.paid.iter().next().map(|paid| paid.minor),
        Some(500_000)
    );
}

#[test]
fn whoever_takes_a_stolen_thing_back_has_recovered_it() {
    let scene = Scene::new();
    let home = &scene.home;
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value.id;
    let how = home.now(scene.bike).archived.clone().map(|left| left.how);
    assert_eq!(how, Some(Departure::Stolen));
    let back = items::archive(&home.store, &home.editor(), scene.bike, Expect::Any, None);
    assert!(!scene.is_away());
    let rows = home.store.read().unwrap();
    let settled = rows.get(loss).unwrap().body.details.settled.unwrap();
    assert_eq!(settled.how, Settlement::Recovered);
    assert_eq!(settled.on, date(2026, 11, 22));
    history::undo(&home.store, &home.anna, back.unwrap().change).unwrap();
    assert!(scene.is_away());
    let rows = home.store.read().unwrap();
    assert_eq!(rows.get(loss).unwrap().details.settled, None);
}

#[test]
fn what_happened_is_not_chosen_and_what_was_chosen_stays() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let left = |how| {
        Some(Archived {
            how,
            on: None,
            to: String::new(),
            price: None,
        })
    };
    let archive = |how| items::archive(&home.store, &editor, scene.bike, Expect::Any, left(how));
    assert_eq!(
        refused(archive(Departure::Stolen), "how"),
        "error-departure-happened"
    );
    archive(Departure::Sold).unwrap();
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value.id;
    let how = || home.now(scene.bike).archived.clone().map(|left| left.how);
    assert_eq!(how(), Some(Departure::Sold));
    belongings::remove::<Loss>(&home.store, &editor, loss, Expect::Any).unwrap();
    assert_eq!(how(), Some(Departure::Sold));
}

#[test]
fn of_one_thing_an_incident_has_one_loss() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value.id;
    let details = LossDetails::of(scene.incident, Fate::Damaged);
    let twice = belongings::add::<Loss>(&home.store, &editor, scene.bike, details);
    assert_eq!(refused(twice, "incident"), "error-loss-twice");
    belongings::remove::<Loss>(&home.store, &editor, loss, Expect::Any).unwrap();
    assert!(!scene.is_away());
    scene.says(&home.anna, Fate::Damaged, None).unwrap();
    let back = belongings::restore::<Loss>(&home.store, &editor, loss);
    assert_eq!(refused(back, "incident"), "error-loss-twice");
}

#[test]
fn a_thing_that_two_incidents_took_is_away_until_it_is_back_from_both() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value.id;
    let fire = IncidentDetails::of(IncidentKind::Fire);
    incidents::add(&home.store, &editor, fire, &[scene.bike]).unwrap();
    belongings::remove::<Loss>(&home.store, &editor, loss, Expect::Any).unwrap();
    let how = home.now(scene.bike).archived.clone().map(|left| left.how);
    assert_eq!(how, Some(Departure::Destroyed));
}

#[test]
fn what_happened_to_a_private_thing_is_its_owners_business() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let bo = home.person("Bo", Role::Adult);
    scene.says(&home.anna, Fate::Gone, None).unwrap();
    let mut details = home.now(scene.bike).details.clone();
    details.private = true;
    items::change(&home.store, &editor, scene.bike, Expect::Any, details).unwrap();
    let rows = home.store.read().unwrap();
    let seen = answers::seen_on_walk::<Loss>(&rows, &bo, scene.incident);
    assert_eq!(seen.unwrap(), []);
    assert_eq!(
        answers::seen_on_walk::<Loss>(&rows, &home.anna, scene.incident)
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn an_incident_that_is_taken_back_has_taken_nothing() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let theft = IncidentDetails::of(IncidentKind::Theft);
    let added = incidents::add(&home.store, &home.editor(), theft, &[]).unwrap();
    let scene = Scene {
        incident: added.value.id,
        home,
        bike,
    };
    scene.says(&scene.home.anna, Fate::Gone, None).unwrap();
    history::undo(&scene.home.store, &scene.home.anna, added.change).unwrap();
    assert!(!scene.is_away());
}

#[test]
fn an_undo_leaves_nothing_away_whose_loss_went_since() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Gone, None).unwrap().value.id;
    let removed = incidents::remove(&home.store, &editor, scene.incident, Expect::Any).unwrap();
    belongings::remove::<Loss>(&home.store, &editor, loss, Expect::Any).unwrap();
    history::undo(&home.store, &home.anna, removed.change).unwrap();
    assert!(!scene.is_away());
}

#[test]
fn an_undo_brings_back_no_second_loss() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Damaged, None).unwrap().value;
    let removed = belongings::remove::<Loss>(&home.store, &editor, loss.id, Expect::Any).unwrap();
    scene.says(&home.anna, Fate::Fine, None).unwrap();
    let undone = history::undo(&home.store, &home.anna, removed.change);
    assert!(matches!(undone, Err(Error::Conflict)));
}

#[test]
fn a_loss_is_taken_back_to_no_incident_that_is_gone_for_good() {
    let scene = Scene::new();
    let (home, editor) = (&scene.home, scene.home.editor());
    let loss = scene.says(&home.anna, Fate::Damaged, None).unwrap().value;
    let fire = IncidentDetails::of(IncidentKind::Fire);
    let fire = incidents::add(&home.store, &editor, fire, &[])
        .unwrap()
        .value
        .id;
    let moved = LossDetails::of(fire, Fate::Damaged);
    let moved = belongings::change::<Loss>(&home.store, &editor, loss.id, Expect::Any, moved);
    incidents::remove(&home.store, &editor, scene.incident, Expect::Any).unwrap();
    let manager = home.anna.manager().unwrap();
    bin::purge(&home.store, &manager, &[Binned::Incident(scene.incident)]).unwrap();
    let undone = history::undo(&home.store, &home.anna, moved.unwrap().change);
    assert!(matches!(undone, Err(Error::Conflict)));
}

//! What an incident promises: what it took is gone as long as it is there, and it is the household's alone.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        answers,
        bin::{self, Binned},
        history,
        tests::{Home, refused},
    },
    domain::{
        dates::PartialDate,
        incident::IncidentKind,
        item::{Departure, Location},
        loss::Loss,
        moment::Moment,
        person::Role,
    },
    error::Error,
};

fn burglary() -> IncidentDetails {
    IncidentDetails {
        from: Some(Moment::on(date(2026, 11, 20))),
        ..IncidentDetails::of(IncidentKind::Burglary)
    }
}

impl Home {
    fn burgled(&self, gone: &[ItemId]) -> Row<Incident> {
        add(&self.store, &self.editor(), burglary(), gone)
            .unwrap()
            .value
    }

    fn left(&self, item: ItemId) -> Option<(Departure, Option<PartialDate>)> {
        self.now(item)
            .archived
            .clone()
            .map(|left| (left.how, left.on))
    }
}

#[test]
fn what_is_named_with_it_is_gone_as_its_kind_says() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let incident = home.burgled(&[bike, bike]);
    let day = PartialDate::Day(date(2026, 11, 20));
    assert_eq!(home.left(bike), Some((Departure::Stolen, Some(day))));
    let rows = home.store.read().unwrap();
    let losses = answers::seen_on_walk::<Loss>(&rows, &home.anna, incident.id).unwrap();
    assert_eq!(losses.len(), 1, "named twice, it was taken once");
    let fire = |details: &mut IncidentDetails| {
        details.kind = IncidentKind::Fire;
        details.from = None;
        Ok(())
    };
    let seen = Expect::Revision(incident.revision);
    adjust(&home.store, &home.editor(), incident.id, seen, fire).unwrap();
    assert_eq!(home.left(bike), Some((Departure::Destroyed, None)));
}

#[test]
fn in_the_bin_it_has_taken_nothing_and_out_of_it_it_has_again() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let incident = home.burgled(&[bike]).id;
    remove(&home.store, &home.editor(), incident, Expect::Any).unwrap();
    assert_eq!(home.left(bike), None);
    restore(&home.store, &home.editor(), incident).unwrap();
    assert!(home.left(bike).is_some());
    let removed = remove(&home.store, &home.editor(), incident, Expect::Any).unwrap();
    history::undo(&home.store, &home.anna, removed.change).unwrap();
    assert!(home.left(bike).is_some());
    remove(&home.store, &home.editor(), incident, Expect::Any).unwrap();
    let picked = [Binned::Incident(incident)];
    bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert!(home.left(bike).is_some());
    remove(&home.store, &home.editor(), incident, Expect::Any).unwrap();
    bin::purge(&home.store, &home.manager(), &picked).unwrap();
    assert_eq!(home.left(bike), None);
    let rows = home.store.read().unwrap();
    assert!(rows.all::<Loss>().unwrap().is_empty());
}

#[test]
fn taking_it_back_brings_back_what_it_took() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let added = add(&home.store, &home.editor(), burglary(), &[bike]).unwrap();
    history::undo(&home.store, &home.anna, added.change).unwrap();
    assert_eq!(home.left(bike), None);
    let rows = home.store.read().unwrap();
    assert!(list(&rows, &home.anna).unwrap().is_empty());
}

#[test]
fn a_guest_is_told_nothing_and_a_child_changes_its_own() {
    let home = Home::new();
    let (guest, child) = (
        home.person("Gäst", Role::Guest),
        home.person("Maja", Role::Child),
    );
    let incident = home.burgled(&[]).id;
    let rows = home.store.read().unwrap();
    assert!(matches!(
        guest.incident(&rows, incident),
        Err(Error::NotFound)
    ));
    assert!(list(&rows, &guest).unwrap().is_empty());
    assert_eq!(list(&rows, &child).unwrap().len(), 1);
    let maja = child.editor().unwrap();
    assert!(matches!(
        remove(&home.store, &maja, incident, Expect::Any),
        Err(Error::Denied)
    ));
    let own = add(&home.store, &maja, burglary(), &[]).unwrap().value.id;
    remove(&home.store, &maja, own, Expect::Any).unwrap();
}

#[test]
fn it_takes_only_what_the_person_sees() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Adult);
    let secret = home.item("Present", Location::Unknown);
    let mut details = secret.details.clone();
    details.private = true;
    let editor = home.editor();
    crate::actions::items::change(&home.store, &editor, secret.id, Expect::Any, details).unwrap();
    let taken = add(&home.store, &bo.editor().unwrap(), burglary(), &[secret.id]);
    assert_eq!(refused(taken, "items"), "error-link-gone");
}

#[test]
fn the_latest_comes_first() {
    let home = Home::new();
    let on = |day| {
        let details = IncidentDetails {
            from: Some(Moment::on(date(2026, 11, day))),
            ..burglary()
        };
        let added = add(&home.store, &home.editor(), details, &[]).unwrap();
        added.value.id
    };
    let (third, ninth) = (on(3), on(9));
    let unknown = IncidentDetails::of(IncidentKind::Water);
    let unknown = add(&home.store, &home.editor(), unknown, &[]).unwrap();
    let rows = home.store.read().unwrap();
    let order: Vec<_> = list(&rows, &home.anna).unwrap();
    let order: Vec<_> = order.iter().map(|row| row.id).collect();
    assert_eq!(order, [unknown.value.id, ninth, third]);
}

//! Whether incidents, and what they did, are what they are in plain maps, whoever looks.

use std::cmp::Reverse;

use jiff::tz::TimeZone;
use smartinventory::{
    access::Viewer,
    actions::{answers, incidents, losses},
    domain::{
        attachment::Bearer,
        incident::{Incident, IncidentId},
        item::{Item, ItemId},
        loss::{Fate, Loss},
        person::{Person, Role},
    },
    store::{Reader, Row},
};

use super::assert_same_files;
use crate::household::{Household, Kept};

/// Holds incidents to being every member's and no guest's, and what they did to being seen with the things.
pub fn assert_same_incidents(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    let name = &person.name;
    let is_told = person.role != Role::Guest;
    for id in &Incident::shelf(household).known {
        let expected = household.find(*id).filter(|_| is_told);
        let found = viewer.incident(rows, *id).ok();
        assert_eq!(found.as_ref(), expected, "{name} and the incident {id}");
        let versions = viewer.incident_versions(rows, *id).unwrap_or_default();
        let expected = household.versions(*id).iter().rev().filter(|_| is_told);
        let expected: Vec<_> = expected.cloned().collect();
        assert_eq!(
            versions, expected,
            "what {name} sees of the history of {id}"
        );
        assert_same_files(rows, household, &viewer, Bearer::Incident(*id));
        assert_same_losses(rows, household, &viewer, *id);
    }
    let mut expected: Vec<_> = household.all::<Incident>().filter(|_| is_told).collect();
    expected.sort_by_key(|row| {
        let when = row.details.from.or(row.details.to);
        let entered = row.created.at.to_zoned(TimeZone::UTC).date();
        let day = when.map_or(entered, |when| when.day);
        Reverse((day, when.and_then(|when| when.time), row.id))
    });
    let listed = incidents::list(rows, &viewer).unwrap();
    let listed: Vec<_> = listed.iter().collect();
    assert_eq!(listed, expected, "the incidents that {name} finds");
    for id in &Item::shelf(household).known {
        assert_same_fates(rows, household, &viewer, *id);
    }
}

fn assert_same_losses(rows: &Reader, household: &Household, viewer: &Viewer, id: IncidentId) {
    let person = household.find(viewer.person()).unwrap();
    let listed = answers::seen_on_walk::<Loss>(rows, viewer, id).unwrap();
    let seen = household.all::<Loss>().filter(|loss| {
        let thing = household.find::<Item>(loss.item);
        loss.details.incident == id
            && household.sees_of_thing(person, loss)
            && thing.is_some_and(|thing| thing.binned.is_none())
    });
    let expected: Vec<_> = seen
        .map(|loss| (loss.clone(), household.find(loss.item).unwrap().clone()))
        .collect();
    assert_eq!(listed, expected, "what {} sees of {id}", person.name);
}

fn assert_same_fates(rows: &Reader, household: &Household, viewer: &Viewer, id: ItemId) {
    let person = household.find(viewer.person()).unwrap();
    let listed = losses::of_item(rows, viewer, id).unwrap();
    let mut expected: Vec<(Row<Loss>, Row<Incident>)> = Vec::new();
    for loss in household.all::<Loss>().filter(|loss| loss.item == id) {
        let incident = household.find(loss.details.incident).unwrap();
        let is_harm = loss.details.fate != Fate::Fine;
        if is_harm && incident.binned.is_none() && household.sees_of_thing(person, loss) {
            expected.insert(0, (loss.clone(), incident.clone()));
        }
    }
    assert_eq!(
        listed, expected,
        "what {} knows became of {id}",
        person.name
    );
}

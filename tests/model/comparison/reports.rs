//! Whether reports are what they are in plain maps, whoever looks.

use std::cmp::Reverse;

use smartinventory::{
    access::Viewer,
    actions::reports,
    domain::{person::Person, report::Report},
    store::Reader,
};

use crate::household::{Household, Kept, sees_report};

/// Holds reports to being every member's, but for what only its maker may have seen, and no guest's.
pub fn assert_same_reports(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    let name = &person.name;
    for id in &Report::shelf(household).known {
        let expected = household.find(*id).filter(|row| sees_report(person, row));
        let found = viewer.report(rows, *id).ok();
        assert_eq!(found.as_ref(), expected, "{name} and the report {id}");
    }
    let mut expected: Vec<_> = household.all::<Report>().collect();
    expected.retain(|row| sees_report(person, row));
    expected.sort_by_key(|row| Reverse(row.number));
    let listed = reports::list(rows, &viewer).unwrap();
    let listed: Vec<_> = listed.iter().collect();
    assert_eq!(listed, expected, "the reports that {name} finds");
}

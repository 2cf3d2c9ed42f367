//! Whether an archive is what the household in plain maps is.

mod incidents;
mod reports;

use std::{collections::BTreeSet, fmt::Debug};

use smartinventory::{
    access::Viewer,
    actions::{
        attachments,
        belongings::{self, Belonging},
        bin, history, receipts, totals,
    },
    domain::{
        attachment::{Attachment, Bearer},
        bequest::Bequest,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household as Home,
        incident::Incident,
        item::Item,
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::Person,
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        saved_search::SavedSearch,
        tag::Tag,
        warranty::Warranty,
    },
    store::{Change, Progress, Reader, Row, Rows},
};

use crate::household::{Household, Kept, Total};

/// Holds an archive to being the same as the household, whoever looks.
pub fn assert_same(rows: &Reader, household: &Household) {
    let log = rows.changes_after(0, usize::MAX).unwrap();
    assert_eq!(log, household.log, "the change log");
    assert_same_rows::<Home>(rows, household);
    assert_same_rows::<Person>(rows, household);
    assert_same_rows::<Place>(rows, household);
    assert_same_rows::<Item>(rows, household);
    assert_same_rows::<Attachment>(rows, household);
    assert_same_rows::<Tag>(rows, household);
    assert_same_rows::<Category>(rows, household);
    assert_same_rows::<SavedSearch>(rows, household);
    assert_same_rows::<Receipt>(rows, household);
    assert_same_rows::<Warranty>(rows, household);
    assert_same_rows::<Claim>(rows, household);
    assert_same_rows::<Plan>(rows, household);
    assert_same_rows::<Job>(rows, household);
    assert_same_rows::<Loan>(rows, household);
    assert_same_rows::<Memory>(rows, household);
    assert_same_rows::<Bequest>(rows, household);
    assert_same_rows::<Incident>(rows, household);
    assert_same_rows::<Loss>(rows, household);
    assert_same_rows::<Policy>(rows, household);
    assert_same_rows::<Division>(rows, household);
    assert_same_rows::<Report>(rows, household);
    assert_same_ways_back(rows, household);
    for person in household.all::<Person>() {
        assert_same_sight(rows, household, &person.body);
    }
    let checked = rows.check(&mut |progress| match progress {
        Progress::Found(flaw) => panic!("the check finds that {flaw}"),
        Progress::Read { .. } => Ok(()),
    });
    checked.unwrap();
}

fn assert_same_rows<T: Kept>(rows: &Reader, household: &Household) {
    let mut all: Vec<Row<T>> = Vec::new();
    rows.each(None, |row| {
        all.push(row);
        Ok(true)
    })
    .unwrap();
    let expected: Vec<_> = household.every::<T>().cloned().collect();
    assert_eq!(all, expected, "the rows of {:?}", T::NOUN);
    assert_eq!(
        rows.count(T::NOUN).unwrap(),
        household.all::<T>().count() as u64
    );
    for id in &T::shelf(household).known {
        let versions: Vec<_> = household.versions(*id).iter().rev().cloned().collect();
        assert_eq!(
            rows.versions(*id).unwrap(),
            versions,
            "the history of {:?} {id}",
            T::NOUN
        );
    }
}

/// Holds the ways back to being those that the rows ask for, also to what is gone.
fn assert_same_ways_back(rows: &Reader, household: &Household) {
    let references = household.references();
    for (relation, target) in household.targets() {
        let sources = rows.referring(relation, &target).unwrap();
        let sources: BTreeSet<_> = sources.into_iter().collect();
        let expected = references.get(&(relation as u8, target.clone()));
        let expected = expected.cloned().unwrap_or_default();
        assert_eq!(sources, expected, "{relation:?} {target:?}");
    }
}

fn assert_same_sight(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    let name = &person.name;
    for id in &Item::shelf(household).known {
        let versions = household.versions(*id).iter().rev();
        let seen = household
            .find(*id)
            .is_some_and(|row| household.sees(person, row));
        let item = viewer.item(rows, *id).ok().map(|row| row.revision);
        let expected = household.find(*id).map(|row: &Row<Item>| row.revision);
        assert_eq!(item, expected.filter(|_| seen), "{name} and the thing {id}");
        let told = viewer.versions(rows, *id).unwrap_or_default();
        let expected: Vec<_> = versions
            .filter(|row| seen && household.sees(person, row))
            .cloned()
            .collect();
        assert_eq!(told, expected, "what {name} sees of the history of {id}");
        assert_same_files(rows, household, &viewer, Bearer::Item(*id));
    }
    for id in &Place::shelf(household).known {
        let seen = household.find(*id).is_some() && household.sees_place(person, *id);
        assert_eq!(
            viewer.place(rows, *id).is_ok(),
            seen,
            "{name} and the place {id}"
        );
        assert_same_files(rows, household, &viewer, Bearer::Place(*id));
    }
    for row in household.every::<Receipt>() {
        let seen = household.sees_receipt(person, row);
        let receipt = viewer.receipt(rows, row.id);
        assert_eq!(receipt.is_ok(), seen, "{name} and the receipt {}", row.id);
        assert_same_files(rows, household, &viewer, Bearer::Receipt(row.id));
    }
    let listed = receipts::list(rows, &viewer).unwrap();
    let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
    let expected = household.all::<Receipt>();
    let expected = expected.filter(|row| household.sees_receipt(person, row));
    let expected: BTreeSet<_> = expected.map(|row| row.id).collect();
    assert_eq!(listed, expected, "the register of {name}");
    assert_same_belongings(rows, household, person);
    incidents::assert_same_incidents(rows, household, person);
    reports::assert_same_reports(rows, household, person);
    for row in household.every::<Attachment>() {
        let seen = household.sees_bearer(person, row.of);
        let attachment = viewer.attachment(rows, row.id);
        assert_eq!(attachment.is_ok(), seen, "{name} and the file {}", row.id);
    }
    let told = history::recent(rows, &viewer, None, usize::MAX).unwrap();
    let expected: Vec<Change> = household
        .log
        .iter()
        .rev()
        .filter_map(|change| household.told(person, change))
        .collect();
    assert_eq!(told.changes, expected, "what {name} is told of");
    assert_same_bin(rows, household, person);
    assert_same_totals(rows, household, person);
}

/// What was promised, claimed, planned, done and lent is seen with its thing.
fn assert_same_belongings(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    assert_same_of_things::<Warranty>(rows, household, person);
    assert_same_of_things::<Claim>(rows, household, person);
    assert_same_of_things::<Plan>(rows, household, person);
    assert_same_of_things::<Job>(rows, household, person);
    assert_same_of_things::<Loan>(rows, household, person);
    assert_same_of_things::<Memory>(rows, household, person);
    assert_same_of_things::<Bequest>(rows, household, person);
    assert_same_of_things::<Loss>(rows, household, person);
    for row in household.every::<Memory>() {
        assert_same_files(rows, household, &viewer, Bearer::Memory(row.id));
    }
    for row in household.every::<Claim>() {
        assert_same_files(rows, household, &viewer, Bearer::Claim(row.id));
    }
    for row in household.every::<Job>() {
        assert_same_files(rows, household, &viewer, Bearer::Job(row.id));
    }
}

fn assert_same_bin(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    let name = &person.name;
    let contents = bin::contents(rows, &viewer).unwrap();
    let expected = household.contents(person);
    assert_eq!(
        contents.items, expected.things,
        "the things {name} finds in the bin"
    );
    assert_eq!(
        contents.places, expected.places,
        "the places {name} finds in the bin"
    );
    assert_eq!(
        contents.attachments, expected.attachments,
        "the files {name} finds in the bin"
    );
    assert_eq!(
        contents.receipts, expected.receipts,
        "the receipts {name} finds in the bin"
    );
    assert_eq!(
        contents.policies, expected.policies,
        "the policies in {name}'s bin"
    );
    assert_eq!(
        contents.divisions, expected.divisions,
        "the divisions in {name}'s bin"
    );
    assert_eq!(
        contents.warranties, expected.warranties,
        "the warranties {name} finds in the bin"
    );
    assert_eq!(
        contents.claims, expected.claims,
        "the claims {name} finds in the bin"
    );
    assert_eq!(contents.plans, expected.plans, "the plans in {name}'s bin");
    assert_eq!(contents.jobs, expected.jobs, "the jobs in {name}'s bin");
    assert_eq!(contents.loans, expected.loans, "the loans in {name}'s bin");
    assert_eq!(
        contents.memories, expected.memories,
        "the memories in {name}'s bin"
    );
    assert_eq!(
        contents.bequests, expected.bequests,
        "the bequests in {name}'s bin"
    );
    assert_eq!(
        contents.incidents, expected.incidents,
        "the incidents in {name}'s bin"
    );
    assert_eq!(
        contents.losses, expected.losses,
        "the losses in {name}'s bin"
    );
    assert_eq!(
        contents.reports, expected.reports,
        "the reports in {name}'s bin"
    );
}

/// What belongs to things is seen with them, as it is and as it was while they were seen, and listed while they are in use.
fn assert_same_of_things<T: Kept + Belonging>(
    rows: &Reader,
    household: &Household,
    person: &Person,
) {
    let viewer = Viewer::of(person.clone());
    for row in household.every::<T>() {
        let (name, id) = (&person.name, row.body.id());
        let seen = household.sees_of_thing(person, row);
        let found = viewer.of_thing(rows, id).ok();
        assert_eq!(
            found.as_ref(),
            Some(row).filter(|_| seen),
            "{name} and {id}"
        );
        let things = household.versions(row.body.item());
        let was_seen = |version: &&Row<T>| {
            let then = things
                .iter()
                .rev()
                .find(|it| it.revision <= version.revision);
            let was_seen = then.is_some_and(|thing| household.sees(person, thing));
            let is_told = was_seen || version.revision == row.revision;
            seen && is_told && !household.is_kept_from(person, version)
        };
        let versions = household.versions(id).iter().rev();
        let expected: Vec<_> = versions.filter(was_seen).cloned().collect();
        let told = viewer.of_thing_versions(rows, id).unwrap_or_default();
        assert_eq!(told, expected, "what {name} sees of the history of {id}");
    }
    let listed = belongings::all::<T>(rows, &viewer).unwrap();
    let listed: BTreeSet<_> = listed.into_iter().map(|(row, _)| row.body.id()).collect();
    let is_listed = |row: &&Row<T>| {
        let thing = household.find::<Item>(row.body.item());
        household.sees_of_thing(person, row) && thing.is_some_and(|thing| thing.binned.is_none())
    };
    let expected: BTreeSet<_> = household
        .all::<T>()
        .filter(is_listed)
        .map(|row| row.body.id())
        .collect();
    assert_eq!(
        listed,
        expected,
        "what {} finds of {:?}",
        person.name,
        T::NOUN
    );
}

fn assert_same_files(rows: &Reader, household: &Household, viewer: &Viewer, of: Bearer) {
    let listed = attachments::list(rows, of).unwrap();
    assert_eq!(
        listed,
        household.attached(of),
        "{} and {of:?}",
        viewer.name()
    );
}

fn assert_same_totals(rows: &Reader, household: &Household, person: &Person) {
    let viewer = Viewer::of(person.clone());
    let places = totals::of_places(rows, &viewer).unwrap();
    let expected = household.total_of_places(person);
    for place in household.every::<Place>() {
        let total = expected.get(&place.id).cloned().unwrap_or_default();
        assert_same_total(&places.of(place.id), &total, &place.id);
    }
    let people = totals::of_people(rows, &viewer).unwrap();
    let expected = household.total_of_people(person);
    for owner in household.every::<Person>() {
        let total = expected.get(&owner.id).cloned().unwrap_or_default();
        assert_same_total(&people.of(owner.id), &total, &owner.id);
    }
}

fn assert_same_total(total: &totals::Total, expected: &Total, of: &impl Debug) {
    let value = total.value.iter();
    let value = value
        .map(|sum| (sum.currency.to_string(), sum.minor))
        .collect();
    let total = Total {
        things: total.things,
        value,
    };
    assert_eq!(&total, expected, "the total of {of:?}");
}

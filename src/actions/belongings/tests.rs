//! What plans, jobs and loans promise alike and each on its own: seen by the household where the thing is, due when they
//! say, lost to nobody.

use jiff::civil::{Date, date};

use super::*;
use crate::{
    actions::{
        attachments, bin, history, items, jobs, loans, people,
        plans::{self, Standing},
        tests::{Home, new_photo, refused},
    },
    domain::{
        attachment::Bearer,
        item::{Details, Location, Share},
        job::{Job, JobDetails},
        loan::{Loan, LoanDetails},
        money::{Currency, Money},
        person::Role,
        plan::{Plan, PlanDetails},
        rhythm::{Due, Meter, Rhythm},
    },
};

/// The day on which the tests live.
const TODAY: Date = date(2026, 11, 22);

fn monthly(what: &str, first: Date) -> PlanDetails {
    PlanDetails {
        what: what.into(),
        note: String::new(),
        rhythm: Rhythm::AfterDone("P1M".parse().unwrap()),
        first,
        season: None,
        who: None,
    }
}

fn metered() -> PlanDetails {
    PlanDetails {
        rhythm: Rhythm::Metered(Meter::new(15_000, 0, "km".into()).unwrap()),
        ..monthly("Service", TODAY)
    }
}

fn plan(home: &Home, who: &Viewer, item: ItemId, details: PlanDetails) -> Row<Plan> {
    add(&home.store, &who.editor().unwrap(), item, details)
        .unwrap()
        .value
}

fn job(home: &Home, who: &Viewer, item: ItemId, details: JobDetails) -> Row<Job> {
    add(&home.store, &who.editor().unwrap(), item, details)
        .unwrap()
        .value
}

fn loan(home: &Home, who: &Viewer, item: ItemId) -> Row<Loan> {
    let details = LoanDetails::since(TODAY, "Kalle".into());
    add(&home.store, &who.editor().unwrap(), item, details)
        .unwrap()
        .value
}

fn done(on: Date, plan: &Row<Plan>) -> JobDetails {
    JobDetails {
        plan: Some(plan.id),
        ..JobDetails::on(on, plan.details.what.clone())
    }
}

fn ring(home: &Home) -> ItemId {
    let mut ring = Details::named("Ring");
    ring.private = true;
    ring.owners = vec![Share {
        person: home.anna.person(),
        parts: 1,
    }];
    items::add(&home.store, &home.editor(), ring)
        .unwrap()
        .value
        .id
}

/// How many plans, jobs and loans somebody sees.
fn counts(home: &Home, who: &Viewer) -> [usize; 3] {
    let rows = home.store.read().unwrap();
    [
        all::<Plan>(&rows, who).unwrap().len(),
        all::<Job>(&rows, who).unwrap().len(),
        all::<Loan>(&rows, who).unwrap().len(),
    ]
}

#[test]
fn what_is_done_plans_the_next() {
    let home = Home::new();
    let machine = home.item("Diskmaskin", Location::Unknown).id;
    let filter = plan(
        &home,
        &home.anna,
        machine,
        monthly("Rensa filtret", date(2026, 11, 1)),
    );
    let due = || {
        let rows = home.store.read().unwrap();
        let planned = plans::of_item(&rows, machine, TODAY).unwrap();
        (planned[0].due, planned[0].standing)
    };
    assert_eq!(due(), (Due::On(date(2026, 11, 1)), Standing::Overdue));
    let job = jobs::done(&home.store, &home.editor(), filter.id)
        .unwrap()
        .value;
    assert_eq!((job.details.on, job.details.by.as_str()), (TODAY, "Anna"));
    assert_eq!(
        (job.item, job.details.what.as_str()),
        (machine, "Rensa filtret")
    );
    assert_eq!(due(), (Due::On(date(2026, 12, 22)), Standing::Coming));
    remove(&home.store, &home.editor(), job.id, Expect::Any).unwrap();
    assert_eq!(
        due(),
        (Due::On(date(2026, 11, 1)), Standing::Overdue),
        "what was not done is due"
    );
}

#[test]
fn a_meter_is_due_by_what_it_was_last_read_to_say() {
    let home = Home::new();
    let car = home.item("Bil", Location::Unknown).id;
    let service = plan(&home, &home.anna, car, metered());
    let without = jobs::done(&home.store, &home.editor(), service.id);
    assert_eq!(refused(without, "meter"), "error-meter");
    let due = || {
        let rows = home.store.read().unwrap();
        let planned = plans::of_item(&rows, car, TODAY).unwrap();
        (planned[0].due, planned[0].standing)
    };
    let read = |reading, plan: Option<&Row<Plan>>| {
        let details = plan.map_or_else(
            || JobDetails::on(TODAY, "Däckbyte".into()),
            |plan| done(TODAY, plan),
        );
        job(
            &home,
            &home.anna,
            car,
            JobDetails {
                meter: Some(reading),
                ..details
            },
        );
    };
    assert_eq!(due(), (Due::At(15_000), Standing::Coming));
    read(14_900, None);
    assert_eq!(due(), (Due::At(15_000), Standing::Coming));
    read(15_400, None);
    assert_eq!(due(), (Due::At(15_000), Standing::Overdue));
    read(15_500, Some(&service));
    assert_eq!(due(), (Due::At(30_500), Standing::Coming));
}

#[test]
fn what_is_overdue_comes_first_and_what_has_left_needs_nothing() {
    let home = Home::new();
    let mower = home.item("Gräsklippare", Location::Unknown).id;
    let names = || {
        let rows = home.store.read().unwrap();
        let all = plans::all(&rows, &home.anna, TODAY).unwrap().into_iter();
        all.map(|(planned, _)| planned.plan.body.details.what)
            .collect::<Vec<_>>()
    };
    for (what, first) in [
        ("Vässa", date(2026, 12, 1)),
        ("Tvätta", TODAY),
        ("Töm tanken", date(2026, 10, 1)),
    ] {
        plan(&home, &home.anna, mower, monthly(what, first));
    }
    assert_eq!(names(), ["Töm tanken", "Tvätta", "Vässa"]);
    let sold = crate::domain::item::Archived {
        how: crate::domain::item::Departure::Sold,
        on: None,
        to: String::new(),
        price: None,
    };
    items::archive(&home.store, &home.editor(), mower, Expect::Any, Some(sold)).unwrap();
    assert_eq!(names(), [""; 0]);
}

#[test]
fn guests_see_none_of_it_and_children_change_only_their_own() {
    let home = Home::new();
    let (bo, gun) = (
        home.person("Bo", Role::Child),
        home.person("Gun", Role::Guest),
    );
    let mut shared = Details::named("Cykel");
    shared.guests = vec![gun.person()];
    let bike = items::add(&home.store, &home.editor(), shared)
        .unwrap()
        .value
        .id;
    let annas = plan(&home, &home.anna, bike, monthly("Olja kedjan", TODAY));
    let bos = job(&home, &bo, bike, done(TODAY, &annas));
    loan(&home, &home.anna, bike);
    assert_eq!(counts(&home, &gun), [0; 3]);
    assert_eq!(counts(&home, &bo), [1; 3]);
    let rows = home.store.read().unwrap();
    assert!(gun.item(&rows, bike).is_ok(), "the thing itself is shared");
    assert!(matches!(
        gun.of_thing(&rows, annas.id),
        Err(Error::NotFound)
    ));
    let child = bo.editor().unwrap();
    assert!(matches!(
        child.of_thing(&rows, annas.id),
        Err(Error::Denied)
    ));
    assert!(child.of_thing(&rows, bos.id).is_ok());
}

#[test]
fn what_is_done_for_a_private_thing_is_as_private_as_that() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
    let ring = ring(&home);
    let polish = plan(&home, &home.anna, ring, monthly("Putsa", TODAY));
    let polished = job(&home, &home.anna, ring, done(TODAY, &polish));
    loan(&home, &home.anna, ring);
    let of = Bearer::Job(polished.id);
    let photo = attachments::add(&home.store, &home.editor(), of, new_photo(b"ring"))
        .unwrap()
        .value;
    assert_eq!(
        (counts(&home, &home.anna), counts(&home, &eva)),
        ([1; 3], [0; 3])
    );
    let rows = home.store.read().unwrap();
    assert!(matches!(
        eva.attachment(&rows, photo.id),
        Err(Error::NotFound)
    ));
    let seen = history::recent(&rows, &eva, None, 9).unwrap().changes;
    let is_hidden = |key: crate::store::Key| {
        [polish.id.uuid(), polished.id.uuid(), photo.id.uuid()].contains(&key.uuid())
    };
    assert!(
        seen.iter()
            .all(|change| change.touched.iter().all(|touch| !is_hidden(touch.key)))
    );
    let outcome = add::<Plan>(
        &home.store,
        &eva.editor().unwrap(),
        ring,
        monthly("Putsa", TODAY),
    );
    assert!(matches!(outcome, Err(Error::NotFound)));
}

#[test]
fn a_save_upon_an_older_version_is_a_conflict_and_an_undo_takes_a_change_back() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let first = plan(&home, &home.anna, bike, monthly("Olja kedjan", TODAY));
    let seen = Expect::Revision(first.revision);
    let say = |what: &str| {
        change(
            &home.store,
            &home.editor(),
            first.id,
            seen,
            monthly(what, TODAY),
        )
    };
    let saved = say("Smörj kedjan").unwrap();
    assert!(matches!(say("Byt kedja"), Err(Error::Conflict)));
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now: Row<Plan> = home.store.read().unwrap().get(first.id).unwrap();
    assert_eq!(now.details.what, "Olja kedjan");
    let versions = home
        .anna
        .of_thing_versions(&home.store.read().unwrap(), first.id)
        .unwrap();
    assert_eq!(versions.len(), 3);
}

#[test]
fn the_bin_keeps_each_with_what_is_attached_and_then_lets_go_of_both() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let oil = plan(&home, &home.anna, bike, monthly("Olja kedjan", TODAY));
    let oiled = job(&home, &home.anna, bike, done(TODAY, &oil));
    let lent = loan(&home, &home.anna, bike);
    let photo = attachments::add(
        &home.store,
        &home.editor(),
        Bearer::Job(oiled.id),
        new_photo(b"olja"),
    );
    let photo = photo.unwrap().value;
    let take_away = || {
        remove(&home.store, &home.editor(), oil.id, Expect::Any).unwrap();
        remove(&home.store, &home.editor(), oiled.id, Expect::Any).unwrap();
        remove(&home.store, &home.editor(), lent.id, Expect::Any).unwrap();
    };
    take_away();
    assert_eq!(counts(&home, &home.anna), [0; 3]);
    let lie = bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(
        (lie.len(), lie.attachments.len()),
        (3, 0),
        "photos lie with the job"
    );
    let picked = [
        bin::Binned::Plan(oil.id),
        bin::Binned::Job(oiled.id),
        bin::Binned::Loan(lent.id),
    ];
    assert_eq!(
        bin::restore(&home.store, &home.editor(), &picked)
            .unwrap()
            .value,
        3
    );
    assert_eq!(counts(&home, &home.anna), [1; 3]);
    take_away();
    assert_eq!(home.live(32), [photo.blob]);
    let rows = home.store.read().unwrap();
    assert!(rows.find(oil.id).unwrap().is_none() && rows.find(oiled.id).unwrap().is_none());
    assert!(rows.find(lent.id).unwrap().is_none() && rows.find(photo.id).unwrap().is_none());
}

#[test]
fn all_of_it_lies_in_the_bin_with_its_thing_and_goes_with_it() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let oil = plan(&home, &home.anna, bike, monthly("Olja kedjan", TODAY));
    let oiled = job(&home, &home.anna, bike, done(TODAY, &oil));
    loan(&home, &home.anna, bike);
    let photo = attachments::add(
        &home.store,
        &home.editor(),
        Bearer::Job(oiled.id),
        new_photo(b"olja"),
    );
    items::remove(&home.store, &home.editor(), bike, Expect::Any).unwrap();
    assert_eq!(counts(&home, &home.anna), [0; 3]);
    let lie = bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(lie.len(), 1);
    items::restore(&home.store, &home.editor(), bike).unwrap();
    assert_eq!(counts(&home, &home.anna), [1; 3]);
    items::remove(&home.store, &home.editor(), bike, Expect::Any).unwrap();
    let loose = bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(bike)])
        .unwrap()
        .value;
    assert_eq!(loose, [photo.unwrap().value.blob]);
    let rows = home.store.read().unwrap();
    assert!(rows.find(oil.id).unwrap().is_none() && rows.find(oiled.id).unwrap().is_none());
}

#[test]
fn what_was_done_stays_when_its_plan_has_gone_for_good_also_after_an_undo() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown).id;
    let oil = plan(&home, &home.anna, bike, monthly("Olja kedjan", TODAY));
    let oiled = job(&home, &home.anna, bike, done(TODAY, &oil));
    let alone = JobDetails::on(TODAY, "Oljade".into());
    let saved = change(&home.store, &home.editor(), oiled.id, Expect::Any, alone).unwrap();
    remove(&home.store, &home.editor(), oil.id, Expect::Any).unwrap();
    bin::purge(&home.store, &home.manager(), &[bin::Binned::Plan(oil.id)]).unwrap();
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now: Row<Job> = home.store.read().unwrap().get(oiled.id).unwrap();
    assert_eq!(
        (now.details.what.as_str(), now.details.plan),
        ("Olja kedjan", None)
    );
}

#[test]
fn what_is_referred_to_is_there_and_of_the_same_thing() {
    let home = Home::new();
    let [bike, car] = ["Cykel", "Bil"].map(|name| home.item(name, Location::Unknown).id);
    let service = plan(&home, &home.anna, car, metered());
    let outcome = add::<Job>(&home.store, &home.editor(), bike, done(TODAY, &service));
    assert_eq!(refused(outcome, "plan"), "error-gone");
    let guest = home.person("Gun", Role::Guest);
    let by_guest = PlanDetails {
        who: Some(guest.person()),
        ..metered()
    };
    assert_eq!(
        refused(
            add::<Plan>(&home.store, &home.editor(), car, by_guest),
            "who"
        ),
        "error-gone"
    );
    let eva = home.person("Eva", Role::Adult);
    let evas = plan(
        &home,
        &home.anna,
        car,
        PlanDetails {
            who: Some(eva.person()),
            ..metered()
        },
    );
    people::remove(
        &home.store,
        &home.anna.head().unwrap(),
        eva.person(),
        Expect::Any,
    )
    .unwrap();
    let renamed = PlanDetails {
        what: "Byt olja".into(),
        ..evas.details.clone()
    };
    assert!(
        change(&home.store, &home.editor(), evas.id, Expect::Any, renamed).is_ok(),
        "who has left may stay"
    );
    items::remove(&home.store, &home.editor(), bike, Expect::Any).unwrap();
    let outcome = add::<Loan>(
        &home.store,
        &home.editor(),
        bike,
        LoanDetails::since(TODAY, "Kalle".into()),
    );
    assert!(matches!(outcome, Err(Error::NotFound)));
}

#[test]
fn cost_is_told_by_year_and_currency() {
    let home = Home::new();
    let car = home.item("Bil", Location::Unknown).id;
    let paid = |on, minor, currency: &str| {
        let cost = Some(Money::new(minor, currency.parse().unwrap()));
        job(
            &home,
            &home.anna,
            car,
            JobDetails {
                cost,
                ..JobDetails::on(on, "Service".into())
            },
        );
    };
    paid(date(2025, 3, 1), 100_000, "SEK");
    paid(date(2026, 1, 1), 50_000, "SEK");
    paid(date(2026, 12, 31), 25_000, "SEK");
    paid(date(2026, 7, 1), 900, "EUR");
    job(
        &home,
        &home.anna,
        car,
        JobDetails::on(date(2026, 8, 1), "Tvätt".into()),
    );
    let years = jobs::all_years(&home.store.read().unwrap(), &home.anna).unwrap();
    let told: Vec<_> = years
        .iter()
        .map(|year| (year.year, year.jobs, year.cost.iter().collect::<Vec<_>>()))
        .collect();
    let sek = |minor| Money::new(minor, Currency::SEK);
    let euro = Money::new(900, "EUR".parse().unwrap());
    assert_eq!(
        told,
        [
            (2026, 4, vec![sek(75_000), euro]),
            (2025, 1, vec![sek(100_000)])
        ]
    );
}

#[test]
fn a_loan_is_out_until_it_is_back_and_those_due_come_first() {
    let home = Home::new();
    let saw = home.item("Såg", Location::Unknown).id;
    let due = |day: Option<Date>, to: &str| {
        let details = LoanDetails {
            due: day,
            ..LoanDetails::since(date(2026, 11, 1), to.into())
        };
        add::<Loan>(&home.store, &home.editor(), saw, details)
            .unwrap()
            .value
    };
    due(None, "Eva");
    due(Some(date(2026, 12, 1)), "Kalle");
    let late = due(Some(date(2026, 11, 10)), "Lisa");
    let order = || {
        let rows = home.store.read().unwrap();
        let all = loans::all(&rows, &home.anna).unwrap().into_iter();
        all.map(|(loan, _)| loan.body.details.to)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(), ["Lisa", "Kalle", "Eva"]);
    let back = loans::give_back(&home.store, &home.editor(), late.id, Expect::Any)
        .unwrap()
        .value;
    assert_eq!(back.details.back, Some(TODAY));
    assert_eq!(order(), ["Kalle", "Eva", "Lisa"]);
    let again = loans::give_back(
        &home.store,
        &home.editor(),
        late.id,
        Expect::Revision(late.revision),
    );
    assert!(matches!(again, Err(Error::Conflict)));
}

//! What the life of a thing promises: all of it, in order, and to each what they may know.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        belongings::add,
        items,
        tests::{Home, new_photo},
    },
    domain::{
        item::{Acquisition, Departure, Details},
        job::JobDetails,
        loan::LoanDetails,
        memory::MemoryDetails,
        person::Role,
    },
    store::Expect,
};

fn names(life: &[Event]) -> Vec<String> {
    let name = |event: &Event| match &event.what {
        What::Came(acquired) => format!("came from {}", acquired.from),
        What::Entered => "entered".into(),
        What::Photos(photos) => format!("{} photos", photos.len()),
        What::Memory(memory) => memory.details.title.clone(),
        What::Moved(_) => "moved".into(),
        What::Job(job) => job.details.what.clone(),
        What::Claim(claim) => claim.details.problem.clone(),
        What::Lent(loan) => format!("lent to {}", loan.details.to),
        What::Back(loan) => format!("back from {}", loan.details.to),
        What::Left(archived) => format!("left to {}", archived.to),
    };
    life.iter().map(name).collect()
}

/// A clock that came from grandfather at a time that is known or not, shared with a guest, with something of everything.
fn clock(home: &Home, came: &str, gun: &Viewer) -> Row<Item> {
    let mut details = Details::named("Golvur");
    details.guests = vec![gun.person()];
    details.acquired = Acquired {
        on: came.parse().ok(),
        how: Some(Acquisition::Inherited),
        from: "farfar".into(),
        price: None,
    };
    let (store, editor) = (&home.store, &home.editor());
    let id = items::add(store, editor, details).unwrap().value.id;
    for (title, on) in [("Bröllopet", "1954"), ("Sägnen", "")] {
        let memory = MemoryDetails {
            on: on.parse().ok(),
            ..MemoryDetails::of(title)
        };
        add::<Memory>(store, editor, id, memory).unwrap();
    }
    let oiled = JobDetails::on(date(1990, 5, 3), "Oljat".into());
    add::<Job>(store, editor, id, oiled).unwrap();
    let mut lent = LoanDetails::since(date(2001, 1, 1), "museet".into());
    lent.back = Some(date(2001, 9, 1));
    add::<Loan>(store, editor, id, lent).unwrap();
    let taken = |day| attachments::NewAttachment {
        taken: Some(date(2010, 6, day).at(12, 0, 0, 0)),
        ..new_photo(&[1, day.unsigned_abs()])
    };
    for photo in [
        taken(1),
        taken(1),
        taken(2),
        new_photo(b"nobody knows when"),
    ] {
        attachments::add(store, editor, Bearer::Item(id), photo).unwrap();
    }
    let hall = home.place("Hallen", None).id;
    items::adjust(store, editor, id, Expect::Any, |details| {
        details.location = Location::Place(hall);
        Ok(())
    })
    .unwrap();
    let gone = Archived {
        how: Departure::GivenAway,
        on: Some(PartialDate::Year(2100)),
        to: "Maja".into(),
        price: None,
    };
    items::archive(store, editor, id, Expect::Any, Some(gone))
        .unwrap()
        .value
}

#[test]
fn a_life_is_told_from_its_beginning_to_its_end() {
    let home = Home::new();
    let gun = home.person("Gun", Role::Guest);
    let item = clock(&home, "1921", &gun);
    let rows = home.store.read().unwrap();
    let life = of_item(&rows, &home.anna, home.store.clock(), &item).unwrap();
    assert_eq!(
        names(&life),
        [
            "came from farfar",
            "Bröllopet",
            "Oljat",
            "lent to museet",
            "back from museet",
            "2 photos",
            "1 photos",
            "entered",
            "moved",
            "left to Maja",
            "Sägnen",
        ]
    );
}

#[test]
fn what_nobody_can_date_began_it_or_comes_last() {
    let home = Home::new();
    let gun = home.person("Gun", Role::Guest);
    let item = clock(&home, "", &gun);
    let rows = home.store.read().unwrap();
    let life = of_item(&rows, &home.anna, home.store.clock(), &item).unwrap();
    let names = names(&life);
    assert_eq!(names.first().unwrap(), "came from farfar");
    assert_eq!(names.last().unwrap(), "Sägnen");
}

#[test]
fn a_guest_is_told_of_the_thing_and_not_of_what_was_done_with_it() {
    let home = Home::new();
    let gun = home.person("Gun", Role::Guest);
    let item = clock(&home, "1921", &gun);
    let rows = home.store.read().unwrap();
    let life = of_item(&rows, &gun, home.store.clock(), &item).unwrap();
    assert_eq!(
        names(&life),
        [
            "came from farfar",
            "Bröllopet",
            "2 photos",
            "1 photos",
            "left to Maja",
            "Sägnen",
        ]
    );
}

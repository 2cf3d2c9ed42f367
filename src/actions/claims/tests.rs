//! What a claim promises: it stays with its thing, by a warranty of that thing, with its papers, and counts what it came to.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        attachments, bin, history, items,
        tests::{Home, new_photo, refused},
    },
    domain::{
        attachment::Bearer,
        claim::Ended,
        contact::Contact,
        item::Location,
        person::Role,
        warranty::{Warranty, WarrantyDetails},
    },
    store::Expect,
};

fn leaks() -> ClaimDetails {
    ClaimDetails {
        problem: " Läcker ".into(),
        ..ClaimDetails::opened_on(date(2026, 11, 1))
    }
}

fn ended(how: Outcome) -> ClaimDetails {
    ClaimDetails {
        ended: Some(Ended {
            how,
            on: date(2026, 11, 20),
        }),
        ..leaks()
    }
}

fn claim(home: &Home, item: ItemId, details: ClaimDetails) -> Row<Claim> {
    belongings::add::<Claim>(&home.store, &home.editor(), item, details)
        .unwrap()
        .value
}

#[test]
fn a_claim_is_found_from_its_thing_with_its_contacts_in_order() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let contact = |day| Contact {
        on: date(2026, 11, day),
        with: " Elhörnan ".into(),
        said: String::new(),
    };
    let details = ClaimDetails {
        contacts: vec![contact(9), contact(3)],
        ..leaks()
    };
    let row = claim(&home, kettle, details);
    assert_eq!(row.details.problem, "Läcker");
    let days: Vec<_> = row.details.contacts.iter().map(|it| it.on.day()).collect();
    assert_eq!(days, [3, 9]);
    assert_eq!(row.details.contacts[0].with, "Elhörnan");
    let rows = home.store.read().unwrap();
    assert_eq!(of_item(&rows, &home.anna, kettle).unwrap(), [row]);
}

#[test]
fn it_is_made_by_a_warranty_of_its_own_thing() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let iron = home.item("Strykjärn", Location::Unknown).id;
    let promise = |item| {
        let added = belongings::add::<Warranty>(
            &home.store,
            &home.editor(),
            item,
            WarrantyDetails::default(),
        );
        added.unwrap().value.id
    };
    let by = |warranty| ClaimDetails {
        against: Against::Warranty(warranty),
        ..leaks()
    };
    let own = promise(kettle);
    let row = claim(&home, kettle, by(own));
    let others = belongings::add::<Claim>(&home.store, &home.editor(), kettle, by(promise(iron)));
    assert_eq!(refused(others, "warranty"), "error-gone");
    belongings::remove(&home.store, &home.editor(), own, Expect::Any).unwrap();
    let again = belongings::add::<Claim>(&home.store, &home.editor(), kettle, by(own));
    assert_eq!(refused(again, "warranty"), "error-gone");
    let stays = belongings::change(&home.store, &home.editor(), row.id, Expect::Any, by(own));
    assert_eq!(stays.unwrap().value.details.against, Against::Warranty(own));
}

#[test]
fn guests_see_none_and_children_change_those_of_their_own_things() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Child);
    let gun = home.person("Gun", Role::Guest);
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    items::adjust(
        &home.store,
        &home.editor(),
        kettle,
        Expect::Any,
        |details| {
            details.guests = vec![gun.person()];
            Ok(())
        },
    )
    .unwrap();
    let row = claim(&home, kettle, leaks());
    let of = Bearer::Claim(row.id);
    let paper = attachments::add(&home.store, &home.editor(), of, new_photo(b"mail")).unwrap();
    let rows = home.store.read().unwrap();
    assert!(matches!(gun.of_thing(&rows, row.id), Err(Error::NotFound)));
    let paper = paper.value.id;
    assert!(matches!(gun.attachment(&rows, paper), Err(Error::NotFound)));
    assert_eq!(list(&rows, &gun).unwrap(), []);
    assert!(bo.attachment(&rows, paper).is_ok());
    let child = bo.editor().unwrap();
    assert!(matches!(child.of_thing(&rows, row.id), Err(Error::Denied)));
    assert!(matches!(child.attachment(&rows, paper), Err(Error::Denied)));
}

#[test]
fn a_save_upon_an_older_version_is_a_conflict_and_an_undo_takes_a_change_back() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let row = claim(&home, kettle, leaks());
    let seen = Expect::Revision(row.revision);
    let end = |how| belongings::change(&home.store, &home.editor(), row.id, seen, ended(how));
    let saved = end(Outcome::Repaired).unwrap();
    assert!(matches!(end(Outcome::Refused), Err(Error::Conflict)));
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now = home.store.read().unwrap().get(row.id).unwrap();
    assert_eq!(now.details, row.details);
}

#[test]
fn the_bin_keeps_a_claim_with_its_papers_and_then_lets_go_of_both() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let row = claim(&home, kettle, leaks());
    let of = Bearer::Claim(row.id);
    let paper = attachments::add(&home.store, &home.editor(), of, new_photo(b"mail")).unwrap();
    belongings::remove(&home.store, &home.editor(), row.id, Expect::Any).unwrap();
    let lie = || bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!((lie().claims.len(), lie().attachments.len()), (1, 0));
    let picked = [bin::Binned::Claim(row.id)];
    bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!(
        list(&home.store.read().unwrap(), &home.anna).unwrap().len(),
        1
    );
    belongings::remove(&home.store, &home.editor(), row.id, Expect::Any).unwrap();
    assert_eq!(home.live(32), [paper.value.blob]);
    assert!(home.store.read().unwrap().find(row.id).unwrap().is_none());
}

#[test]
fn a_thing_that_is_gone_for_good_takes_its_claims_and_their_papers_with_it() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let row = claim(&home, kettle, leaks());
    let of = Bearer::Claim(row.id);
    let paper = attachments::add(&home.store, &home.editor(), of, new_photo(b"mail")).unwrap();
    items::remove(&home.store, &home.editor(), kettle, Expect::Any).unwrap();
    assert_eq!(list(&home.store.read().unwrap(), &home.anna).unwrap(), []);
    let purged = bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(kettle)]).unwrap();
    assert_eq!(purged.value, [paper.value.blob]);
    assert!(home.store.read().unwrap().find(row.id).unwrap().is_none());
}

#[test]
fn the_open_ones_come_first_and_repairs_are_counted() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let mended = claim(&home, kettle, ended(Outcome::Repaired)).id;
    let open = claim(&home, kettle, leaks()).id;
    let swapped = claim(&home, kettle, ended(Outcome::Replaced)).id;
    let listed = list(&home.store.read().unwrap(), &home.anna).unwrap();
    let ids: Vec<_> = listed.iter().map(|row| row.id).collect();
    assert_eq!(ids, [open, swapped, mended]);
    assert_eq!(repaired(&listed), 1);
}

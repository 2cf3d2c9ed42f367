//! What a guarantee promises: it is seen with its thing, counts from the purchase, keeps its receipt, and is lost to nobody.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        bin, history, items,
        tests::{Home, refused},
    },
    domain::{
        claim::ClaimDetails,
        item::{Acquired, Acquisition, Archived, Departure, Details, Location, Share},
        person::Role,
        receipt::{Line, ReceiptDetails},
        rules::Keep,
        warranty::{Term, WarrantyKind},
    },
    store::Expect,
};

fn two_years() -> WarrantyDetails {
    WarrantyDetails {
        provider: " Skarvik ".into(),
        term: Term::For("P2Y".parse().unwrap()),
        ..WarrantyDetails::default()
    }
}

fn until(day: Date) -> WarrantyDetails {
    WarrantyDetails {
        term: Term::Until(day),
        ..WarrantyDetails::default()
    }
}

fn give(home: &Home, item: ItemId, details: WarrantyDetails) -> Row<Warranty> {
    belongings::add::<Warranty>(&home.store, &home.editor(), item, details)
        .unwrap()
        .value
}

fn bought(home: &Home, name: &str, on: &str) -> ItemId {
    let details = Details {
        acquired: Acquired {
            how: Some(Acquisition::Bought),
            on: on.parse().ok(),
            ..Acquired::default()
        },
        ..Details::named(name)
    };
    let added = items::add(&home.store, &home.editor(), details).unwrap();
    added.value.id
}

fn hidden(home: &Home, name: &str) -> ItemId {
    let details = Details {
        private: true,
        owners: vec![Share {
            person: home.anna.person(),
            parts: 1,
        }],
        ..Details::named(name)
    };
    let added = items::add(&home.store, &home.editor(), details).unwrap();
    added.value.id
}

fn receipt(home: &Home, on: &str, items: &[ItemId], purposes: &[Purpose]) -> ReceiptId {
    let line = |item: &ItemId| Line {
        item: Some(*item),
        ..Line::default()
    };
    let details = ReceiptDetails {
        on: on.parse().ok(),
        lines: items.iter().map(line).collect(),
        purposes: purposes.to_vec(),
        ..ReceiptDetails::default()
    };
    let added = receipts::add(&home.store, &home.editor(), details, Vec::new()).unwrap();
    added.value.id
}

fn end(home: &Home, who: &Viewer, id: WarrantyId) -> End {
    let rows = home.store.read().unwrap();
    let row = rows.get(id).unwrap();
    let item = rows.get(row.item).unwrap();
    span(&rows, who, &item, &row).unwrap().end
}

fn names(list: &[(Row<Item>, Protection)]) -> Vec<(String, Option<Date>)> {
    list.iter()
        .map(|(item, one)| (item.details.name.clone(), one.span().end.day()))
        .collect()
}

#[test]
fn a_warranty_is_found_from_its_thing_and_its_words_are_tidy() {
    let home = Home::new();
    let kettle = bought(&home, "Vattenkokare", "2026-03-01");
    let row = give(&home, kettle, two_years());
    assert_eq!(row.details.provider, "Skarvik");
    let rows = home.store.read().unwrap();
    assert_eq!(
        belongings::seen_of_item::<Warranty>(&rows, &home.anna, kettle).unwrap(),
        [row]
    );
}

#[test]
fn it_counts_from_its_own_day_else_from_its_proof_else_from_the_purchase() {
    let home = Home::new();
    let kettle = bought(&home, "Vattenkokare", "2024-02-29");
    let plain = give(&home, kettle, two_years()).id;
    assert_eq!(end(&home, &home.anna, plain), End::On(date(2026, 2, 28)));
    let paper = receipt(&home, "2024-05-03", &[], &[]);
    let proved = WarrantyDetails {
        proof: Some(paper),
        ..two_years()
    };
    let proved = give(&home, kettle, proved).id;
    assert_eq!(end(&home, &home.anna, proved), End::On(date(2026, 5, 3)));
    let dated = WarrantyDetails {
        start: Some(date(2025, 1, 31)),
        proof: Some(paper),
        ..two_years()
    };
    let dated = give(&home, kettle, dated).id;
    assert_eq!(end(&home, &home.anna, dated), End::On(date(2027, 1, 31)));
    let undated = home.item("Strykjärn", Location::Unknown).id;
    let undated = give(&home, undated, two_years()).id;
    assert_eq!(end(&home, &home.anna, undated), End::Unknown);
}

#[test]
fn who_sees_the_thing_sees_its_warranty_except_guests_and_children_change_their_own() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
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
    let shown = give(&home, kettle, two_years()).id;
    let ring = hidden(&home, "Ring");
    let secret = give(&home, ring, two_years()).id;
    let rows = home.store.read().unwrap();
    assert!(gun.item(&rows, kettle).is_ok(), "the thing is shared");
    assert!(matches!(gun.of_thing(&rows, shown), Err(Error::NotFound)));
    assert_eq!(
        belongings::seen_of_item::<Warranty>(&rows, &gun, kettle).unwrap(),
        []
    );
    assert!(eva.of_thing(&rows, shown).is_ok());
    assert!(matches!(eva.of_thing(&rows, secret), Err(Error::NotFound)));
    let recent = history::recent(&rows, &eva, None, 99).unwrap();
    let touched = recent.changes.iter().flat_map(|change| &change.touched);
    let touched: Vec<_> = touched.map(|touch| touch.key.uuid()).collect();
    assert!(touched.contains(&shown.uuid()) && !touched.contains(&secret.uuid()));
    let child = bo.editor().unwrap();
    assert!(matches!(child.of_thing(&rows, shown), Err(Error::Denied)));
    let refused = belongings::add::<Warranty>(&home.store, &child, kettle, two_years());
    assert!(matches!(refused, Err(Error::Denied)));
    let toy = items::add(&home.store, &child, Details::named("Robot")).unwrap();
    assert!(belongings::add::<Warranty>(&home.store, &child, toy.value.id, two_years()).is_ok());
}

#[test]
fn a_proof_that_one_does_not_see_is_not_told_and_not_lost() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let ring = hidden(&home, "Ring");
    let paper = receipt(&home, "2024-05-03", &[kettle, ring], &[]);
    let proved = WarrantyDetails {
        proof: Some(paper),
        ..two_years()
    };
    let row = give(&home, kettle, proved.clone());
    let rows = home.store.read().unwrap();
    assert_eq!(row.told(&rows, &eva).unwrap().proof, None);
    assert_eq!(end(&home, &eva, row.id), End::Unknown);
    assert_eq!(end(&home, &home.anna, row.id), End::On(date(2026, 5, 3)));
    let others = belongings::add::<Warranty>(&home.store, &eva.editor().unwrap(), kettle, proved);
    assert_eq!(refused(others, "proof"), "error-gone");
    let typed = WarrantyDetails {
        contact: "08-123".into(),
        ..two_years()
    };
    let seen = Expect::Revision(row.revision);
    let saved =
        belongings::change(&home.store, &eva.editor().unwrap(), row.id, seen, typed).unwrap();
    assert_eq!(saved.value.details.proof, Some(paper));
    assert_eq!(saved.value.details.contact, "08-123");
    let none = belongings::change(
        &home.store,
        &home.editor(),
        row.id,
        Expect::Any,
        two_years(),
    )
    .unwrap();
    assert_eq!(none.value.details.proof, None, "who sees it takes it away");
}

#[test]
fn what_was_written_while_the_thing_was_private_stays_so() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
    let ring = hidden(&home, "Ring");
    let row = give(&home, ring, two_years());
    items::adjust(&home.store, &home.editor(), ring, Expect::Any, |details| {
        details.private = false;
        Ok(())
    })
    .unwrap();
    let versions = |who: &Viewer| {
        let rows = home.store.read().unwrap();
        who.of_thing_versions(&rows, row.id).unwrap().len()
    };
    let present = (versions(&home.anna), versions(&eva));
    assert_eq!(present, (1, 1), "what it says now is for both");
    belongings::change(
        &home.store,
        &home.editor(),
        row.id,
        Expect::Any,
        until(date(2027, 1, 1)),
    )
    .unwrap();
    assert_eq!((versions(&home.anna), versions(&eva)), (2, 1));
}

#[test]
fn a_save_upon_an_older_version_is_a_conflict_and_an_undo_takes_a_change_back() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let row = give(&home, kettle, two_years());
    let seen = Expect::Revision(row.revision);
    let say = |day| until(date(2027, 1, day));
    let saved = belongings::change(&home.store, &home.editor(), row.id, seen, say(1)).unwrap();
    let late = belongings::change(&home.store, &home.editor(), row.id, seen, say(2));
    assert!(matches!(late, Err(Error::Conflict)));
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now = home.store.read().unwrap().get(row.id).unwrap();
    assert_eq!(now.details, row.details);
}

#[test]
fn the_bin_keeps_a_warranty_as_long_as_its_thing_is_not_there_too() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let row = give(&home, kettle, two_years());
    belongings::remove(&home.store, &home.editor(), row.id, Expect::Any).unwrap();
    let rows = || home.store.read().unwrap();
    let lie = || bin::contents(&rows(), &home.anna).unwrap().warranties.len();
    assert_eq!(lie(), 1);
    assert_eq!(
        belongings::seen_of_item::<Warranty>(&rows(), &home.anna, kettle).unwrap(),
        []
    );
    let late = belongings::change(
        &home.store,
        &home.editor(),
        row.id,
        Expect::Any,
        two_years(),
    );
    assert!(matches!(late, Err(Error::NotFound)));
    items::remove(&home.store, &home.editor(), kettle, Expect::Any).unwrap();
    assert_eq!(lie(), 0, "it lies with its thing");
    items::restore(&home.store, &home.editor(), kettle).unwrap();
    let picked = [bin::Binned::Warranty(row.id)];
    bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!(
        belongings::seen_of_item::<Warranty>(&rows(), &home.anna, kettle)
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_thing_that_is_gone_for_good_takes_its_warranties_with_it() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let kept = give(&home, kettle, two_years()).id;
    let binned = give(&home, kettle, two_years()).id;
    belongings::remove(&home.store, &home.editor(), binned, Expect::Any).unwrap();
    items::remove(&home.store, &home.editor(), kettle, Expect::Any).unwrap();
    home.live(32);
    let rows = home.store.read().unwrap();
    for id in [kept, binned] {
        assert!(rows.find(id).unwrap().is_none());
    }
}

#[test]
fn a_receipt_or_warranty_that_is_gone_for_good_is_let_go_of() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let paper = receipt(&home, "2024-05-03", &[], &[]);
    let proved = WarrantyDetails {
        proof: Some(paper),
        ..two_years()
    };
    let row = give(&home, kettle, proved);
    let asked = ClaimDetails {
        problem: "Läcker".into(),
        against: Against::Warranty(row.id),
        ..ClaimDetails::opened_on(date(2026, 11, 1))
    };
    let claim = belongings::add::<Claim>(&home.store, &home.editor(), kettle, asked)
        .unwrap()
        .value;
    let bare = belongings::change(
        &home.store,
        &home.editor(),
        row.id,
        Expect::Any,
        two_years(),
    )
    .unwrap();
    receipts::remove(&home.store, &home.editor(), paper, Expect::Any).unwrap();
    bin::purge(&home.store, &home.manager(), &[bin::Binned::Receipt(paper)]).unwrap();
    history::undo(&home.store, &home.anna, bare.change).unwrap();
    let now = home.store.read().unwrap().get(row.id).unwrap();
    assert_eq!(now.details.proof, None, "an undo brings back no dead proof");
    belongings::remove(&home.store, &home.editor(), row.id, Expect::Any).unwrap();
    bin::purge(
        &home.store,
        &home.manager(),
        &[bin::Binned::Warranty(row.id)],
    )
    .unwrap();
    let now = home.store.read().unwrap().get(claim.id).unwrap();
    assert_eq!(now.details.against, Against::Other);
}

#[test]
fn what_ends_next_comes_first_and_what_has_ended_stands_apart() {
    let home = Home::new();
    let kettle = bought(&home, "Vattenkokare", "2026-11-20");
    give(&home, kettle, until(date(2027, 1, 1)));
    let lamp = home.item("Lampa", Location::Unknown).id;
    let forever = WarrantyDetails {
        kind: WarrantyKind::Insurance,
        term: Term::Lifetime,
        ..WarrantyDetails::default()
    };
    give(&home, lamp, forever);
    give(&home, lamp, WarrantyDetails::default());
    give(&home, lamp, until(date(2026, 11, 21)));
    let rows = home.store.read().unwrap();
    let today = home.store.clock().today();
    let protected = list(&rows, &home.anna, today).unwrap();
    let expected = [
        ("Vattenkokare".to_owned(), Some(date(2026, 12, 4))),
        ("Vattenkokare".to_owned(), Some(date(2027, 1, 1))),
        ("Vattenkokare".to_owned(), Some(date(2029, 11, 20))),
        ("Lampa".to_owned(), None),
        ("Lampa".to_owned(), None),
    ];
    assert_eq!(names(&protected.lasting), expected);
    assert_eq!(protected.lasting[3].1.span().end, End::Unknown);
    let over = [("Lampa".to_owned(), Some(date(2026, 11, 21)))];
    assert_eq!(names(&protected.over), over);
    let gun = home.person("Gun", Role::Guest);
    assert!(list(&rows, &gun, today).unwrap().lasting.is_empty());
}

#[test]
fn what_has_left_the_household_is_not_listed() {
    let home = Home::new();
    let sold = home.item("Lampa", Location::Unknown).id;
    let thrown = home.item("Vas", Location::Unknown).id;
    for item in [sold, thrown] {
        give(&home, item, until(date(2027, 1, 1)));
    }
    let today = home.store.clock().today();
    let listed = || {
        let rows = home.store.read().unwrap();
        names(&list(&rows, &home.anna, today).unwrap().lasting).len()
    };
    assert_eq!(listed(), 2);
    let left = Archived {
        how: Departure::Sold,
        on: None,
        to: String::new(),
        price: None,
    };
    items::archive(&home.store, &home.editor(), sold, Expect::Any, Some(left)).unwrap();
    items::remove(&home.store, &home.editor(), thrown, Expect::Any).unwrap();
    assert_eq!(listed(), 0);
}

#[test]
fn a_receipt_is_kept_as_long_as_the_guarantee_that_it_proves() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let paper = receipt(&home, "2024-05-03", &[kettle], &[Purpose::Guarantee]);
    let kept = || {
        let rows = home.store.read().unwrap();
        let kept = receipts::keep(&rows, &rows.get(paper).unwrap()).unwrap();
        kept[0].keep
    };
    assert!(
        matches!(kept(), Keep::Open(..)),
        "nobody knows of a guarantee"
    );
    let proved = |details| WarrantyDetails {
        proof: Some(paper),
        ..details
    };
    give(&home, kettle, proved(two_years()));
    assert_eq!(kept(), Keep::Until(date(2026, 5, 3)));
    give(&home, kettle, proved(until(date(2029, 5, 3))));
    assert_eq!(kept(), Keep::Until(date(2029, 5, 3)), "the longest decides");
    let unknown = give(&home, kettle, proved(WarrantyDetails::default())).id;
    assert!(matches!(kept(), Keep::Open(..)));
    belongings::remove(&home.store, &home.editor(), unknown, Expect::Any).unwrap();
    assert_eq!(kept(), Keep::Until(date(2029, 5, 3)));
}

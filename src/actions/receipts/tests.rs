//! What the register promises: a receipt proves its things to those who see them, is kept as long as a rule says, and is
//! lost to nobody.

use jiff::civil::date;

use super::*;
use crate::{
    access::Viewer,
    actions::{
        bin, history, items,
        tests::{Home, new_photo, refused},
    },
    domain::{
        item::{Details, Location, Share},
        money::{Currency, Money},
        person::Role,
    },
};

fn proving(items: &[ItemId]) -> ReceiptDetails {
    ReceiptDetails {
        shop: "Elhörnan".into(),
        on: "2024-05-03".parse().ok(),
        total: Some(Money::new(49_900, Currency::SEK)),
        purposes: vec![Purpose::Complaint],
        lines: items
            .iter()
            .map(|item| Line {
                item: Some(*item),
                ..Line::default()
            })
            .collect(),
        ..ReceiptDetails::default()
    }
}

fn add_by(home: &Home, who: &Viewer, details: ReceiptDetails) -> Row<Receipt> {
    let editor = who.editor().unwrap();
    let pages = vec![new_photo(b"page")];
    add(&home.store, &editor, details, pages).unwrap().value
}

fn listed(home: &Home, who: &Viewer) -> Vec<ReceiptId> {
    let rows = home.store.read().unwrap();
    let receipts = list(&rows, who).unwrap();
    receipts.iter().map(|row| row.id).collect()
}

#[test]
fn a_receipt_is_found_from_each_thing_that_it_proves() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let iron = home.item("Strykjärn", Location::Unknown).id;
    let receipt = add_by(&home, &home.anna, proving(&[kettle, iron]));
    let rows = home.store.read().unwrap();
    for item in [kettle, iron] {
        let receipts = of_item(&rows, &home.anna, item).unwrap();
        assert_eq!(
            receipts.iter().map(|row| row.id).collect::<Vec<_>>(),
            [receipt.id]
        );
    }
    let pages = attachments::list(&rows, Bearer::Receipt(receipt.id)).unwrap();
    assert_eq!(pages.len(), 1);
}

#[test]
fn each_of_several_files_becomes_a_receipt_that_somebody_has_yet_to_look_at() {
    let home = Home::new();
    let files = vec![new_photo(b"one"), new_photo(b"two")];
    let saved = add_many(&home.store, &home.editor(), files).unwrap();
    assert!(saved.value.iter().all(|row| is_bare(row)));
    let dated = add_by(&home, &home.anna, proving(&[]));
    assert!(!is_bare(&dated));
    let ids: Vec<_> = saved.value.iter().rev().map(|row| row.id).collect();
    assert_eq!(
        listed(&home, &home.anna),
        [ids[0], ids[1], dated.id],
        "the undated come first"
    );
}

#[test]
fn guests_see_no_receipts_and_children_change_only_their_own() {
    let home = Home::new();
    let (bo, gun) = (
        home.person("Bo", Role::Child),
        home.person("Gun", Role::Guest),
    );
    let annas = add_by(&home, &home.anna, proving(&[]));
    let bos = add_by(&home, &bo, proving(&[]));
    assert_eq!(listed(&home, &gun), []);
    assert_eq!(listed(&home, &bo).len(), 2);
    let rows = home.store.read().unwrap();
    assert!(matches!(gun.receipt(&rows, annas.id), Err(Error::NotFound)));
    let child = bo.editor().unwrap();
    assert!(matches!(child.receipt(&rows, annas.id), Err(Error::Denied)));
    assert!(child.receipt(&rows, bos.id).is_ok());
}

#[test]
fn who_does_not_see_a_present_does_not_see_what_it_cost() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
    let mut ring = Details::named("Ring");
    ring.private = true;
    ring.owners = vec![Share {
        person: home.anna.person(),
        parts: 1,
    }];
    let ring = items::add(&home.store, &home.editor(), ring)
        .unwrap()
        .value
        .id;
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let receipt = add_by(&home, &home.anna, proving(&[kettle, ring]));
    assert_eq!(listed(&home, &eva), []);
    assert_eq!(listed(&home, &home.anna), [receipt.id]);
    let rows = home.store.read().unwrap();
    assert_eq!(of_item(&rows, &eva, kettle).unwrap(), []);
    assert_eq!(open_to_all(&rows, kettle).unwrap(), []);
    let page = attachments::list(&rows, Bearer::Receipt(receipt.id)).unwrap()[0].id;
    assert!(matches!(eva.attachment(&rows, page), Err(Error::NotFound)));
    assert!(
        history::recent(&rows, &eva, None, 9)
            .unwrap()
            .changes
            .iter()
            .all(|change| {
                change.touched.iter().all(|touch| {
                    touch.key.uuid() != receipt.id.uuid() && touch.key.uuid() != page.uuid()
                })
            })
    );
}

#[test]
fn a_receipt_of_ones_own_is_seen_by_nobody_else_and_is_not_lost_with_its_person() {
    let home = Home::new();
    let eva = home.person("Eva", Role::Adult);
    let own = ReceiptDetails {
        only: vec![eva.person()],
        ..proving(&[])
    };
    let refused_to = add(&home.store, &home.editor(), own.clone(), Vec::new());
    assert_eq!(refused(refused_to, "only"), "error-private-not-owner");
    let receipt = add_by(&home, &eva, own);
    assert_eq!(listed(&home, &home.anna), []);
    let head = home.anna.head().unwrap();
    people::remove(&home.store, &head, eva.person(), Expect::Any).unwrap();
    assert_eq!(listed(&home, &home.anna), [receipt.id]);
}

#[test]
fn what_a_receipt_refers_to_is_there_and_seen_by_whom_says_so() {
    let home = Home::new();
    let gone = home.item("Borta", Location::Unknown).id;
    items::remove(&home.store, &home.editor(), gone, Expect::Any).unwrap();
    let outcome = add(&home.store, &home.editor(), proving(&[gone]), Vec::new());
    assert_eq!(refused(outcome, "lines"), "error-link-gone");
    let guest = home.person("Gun", Role::Guest);
    let details = ReceiptDetails {
        only: vec![home.anna.person(), guest.person()],
        ..proving(&[])
    };
    let outcome = add(&home.store, &home.editor(), details, Vec::new());
    assert_eq!(refused(outcome, "only"), "error-gone");
}

#[test]
fn a_save_upon_an_older_version_is_a_conflict_and_an_undo_takes_a_change_back() {
    let home = Home::new();
    let receipt = add_by(&home, &home.anna, proving(&[]));
    let seen = Expect::Revision(receipt.revision);
    let say = |shop: &str| ReceiptDetails {
        shop: shop.into(),
        ..proving(&[])
    };
    let saved = change(
        &home.store,
        &home.editor(),
        receipt.id,
        seen,
        say("Elgården"),
    )
    .unwrap();
    let late = change(&home.store, &home.editor(), receipt.id, seen, say("Elbyn"));
    assert!(matches!(late, Err(Error::Conflict)));
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now = home.store.read().unwrap().get(receipt.id).unwrap();
    assert_eq!(now.details.shop, "Elhörnan");
}

#[test]
fn the_bin_keeps_a_receipt_with_its_pages_and_then_lets_go_of_both() {
    let home = Home::new();
    let receipt = add_by(&home, &home.anna, proving(&[]));
    let page = attachments::list(&home.store.read().unwrap(), Bearer::Receipt(receipt.id)).unwrap();
    remove(&home.store, &home.editor(), receipt.id, Expect::Any).unwrap();
    assert_eq!(listed(&home, &home.anna), []);
    let lie = || bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(
        (lie().receipts.len(), lie().attachments.len()),
        (1, 0),
        "pages lie with it"
    );
    let picked = [bin::Binned::Receipt(receipt.id)];
    assert_eq!(
        bin::restore(&home.store, &home.editor(), &picked)
            .unwrap()
            .value,
        1
    );
    assert_eq!(listed(&home, &home.anna), [receipt.id]);
    remove(&home.store, &home.editor(), receipt.id, Expect::Any).unwrap();
    assert_eq!(home.live(32), [page[0].blob]);
    let rows = home.store.read().unwrap();
    assert!(rows.find(receipt.id).unwrap().is_none() && rows.find(page[0].id).unwrap().is_none());
}

#[test]
fn a_thing_that_is_gone_for_good_leaves_the_line_that_told_of_it() {
    let home = Home::new();
    let kettle = home.item("Vattenkokare", Location::Unknown).id;
    let receipt = add_by(&home, &home.anna, proving(&[kettle]));
    items::remove(&home.store, &home.editor(), kettle, Expect::Any).unwrap();
    bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(kettle)]).unwrap();
    let now = home.store.read().unwrap().get(receipt.id).unwrap();
    assert_eq!(now.details.items(), []);
    assert_eq!(now.details.lines.len(), 1);
}

#[test]
fn what_nothing_speaks_for_keeping_is_proposed_and_nothing_else() {
    let home = Home::new();
    let with = |on: Option<&str>, purposes: &[Purpose]| {
        let details = ReceiptDetails {
            on: on.and_then(|on| on.parse().ok()),
            purposes: purposes.to_vec(),
            ..proving(&[])
        };
        add_by(&home, &home.anna, details).id
    };
    let over = with(Some("2019-03-01"), &[Purpose::Complaint]);
    with(Some("2019-03-01"), &[Purpose::Complaint, Purpose::Valuable]);
    with(Some("2024-05-03"), &[Purpose::Complaint]);
    with(Some("2019-03-01"), &[]);
    with(None, &[Purpose::Complaint]);
    with(Some("1998-03-01"), &[Purpose::Complaint]);
    let rows = home.store.read().unwrap();
    let today = home.store.clock().today();
    let told = past(&rows, &home.anna, today).unwrap();
    let told: Vec<_> = told.iter().map(|(row, kept)| (row.id, kept.keep)).collect();
    assert_eq!(told, [(over, Keep::Until(date(2022, 3, 1)))]);
    assert_eq!(
        past(&rows, &home.anna, date(2022, 3, 1)).unwrap(),
        [],
        "the last day counts"
    );
}

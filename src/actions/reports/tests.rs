//! What a report promises: it says what its maker sees, keeps what it shows, and stays as it was made.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        answers::{self, Answer},
        attachments, belongings,
        bin::{self, Binned},
        incidents, items, places, receipts,
        tests::{Home, new_photo},
    },
    domain::{
        attachment::{AttachmentKind, Bearer},
        incident::{IncidentDetails, IncidentId, IncidentKind},
        item::{Details, Location},
        lang::Lang,
        loss::{Fate, Loss},
        money::{Currency, Money},
        person::Role,
        place::{PlaceDetails, PlaceKind},
        receipt::{Line, ReceiptDetails},
        report::{FactValue, Label, Part},
        warranty::{Term, Warranty, WarrantyDetails},
    },
    media::Kept,
};

const TODAY: Date = date(2026, 11, 22);

impl Home {
    fn told(&self, details: &ReportDetails) -> Content {
        let rows = self.store.read().unwrap();
        gather(&rows, &self.editor(), details, None, TODAY).unwrap()
    }

    fn made(&self, details: ReportDetails) -> Row<Report> {
        let content = self.told(&details);
        let kept = Kept::imagined(&content.stored().unwrap());
        keep(&self.store, &self.editor(), details, &content, &kept)
            .unwrap()
            .value
    }

    fn worth(&self, name: &str, kronor: i64) -> ItemId {
        let mut details = Details::named(name);
        details.value = Some(Money::new(kronor * 100, Currency::SEK));
        let added = items::add(&self.store, &self.editor(), details);
        added.unwrap().value.id
    }

    fn hide(&self, id: ItemId) {
        let mut details = self.now(id).details.clone();
        details.private = true;
        items::change(&self.store, &self.editor(), id, Expect::Any, details).unwrap();
    }

    fn burglary(&self, gone: &[ItemId]) -> IncidentId {
        let mut details = IncidentDetails::of(IncidentKind::Burglary);
        details.police.number = "5000-K1".into();
        details.from = Some("2026-11-20T08:00".parse().unwrap());
        details.story = "Vi var **borta**.".into();
        let added = incidents::add(&self.store, &self.editor(), details, gone);
        added.unwrap().value.id
    }
}

fn names(content: &Content) -> Vec<&str> {
    let entries = content.entries.iter();
    entries.map(|entry| entry.name.as_str()).collect()
}

fn inventory() -> ReportDetails {
    ReportDetails::of(ReportKind::Inventory, Lang::Sv)
}

#[test]
fn an_inventory_lists_what_is_in_use_by_place_and_name() {
    let home = Home::new();
    let hall = home.place("Hall", None).id;
    let attic = home.place("Arbetsrum", None).id;
    home.item("Spegel", Location::Place(hall));
    home.item("Krok", Location::Place(hall));
    home.item("Lampa", Location::Place(attic));
    let binned = home.item("Skräp", Location::Unknown).id;
    items::remove(&home.store, &home.editor(), binned, Expect::Any).unwrap();
    assert_eq!(names(&home.told(&inventory())), ["Lampa", "Krok", "Spegel"]);
    let here = ReportDetails {
        place: Some(hall),
        ..inventory()
    };
    assert_eq!(names(&home.told(&here)), ["Krok", "Spegel"]);
}

#[test]
fn what_is_private_is_in_it_only_where_its_maker_says_so() {
    let home = Home::new();
    let open = home.worth("Soffa", 1000);
    let secret = home.worth("Present", 500);
    home.hide(secret);
    assert_eq!(names(&home.told(&inventory())), ["Soffa"]);
    let with = ReportDetails {
        include_private: true,
        ..inventory()
    };
    assert_eq!(names(&home.told(&with)), ["Present", "Soffa"]);
    let bo = home.person("Bo", Role::Adult);
    let rows = home.store.read().unwrap();
    let of_bo = gather(&rows, &bo.editor().unwrap(), &with, None, TODAY).unwrap();
    assert_eq!(
        names(&of_bo),
        ["Soffa"],
        "Bo does not see it, whatever he says"
    );
    drop(rows);
    let report = home.made(with);
    let rows = home.store.read().unwrap();
    assert!(matches!(bo.report(&rows, report.id), Err(Error::NotFound)));
    assert!(list(&rows, &bo).unwrap().is_empty());
    assert_eq!(list(&rows, &home.anna).unwrap().len(), 1);
    assert_eq!(home.now(open).details.name, "Soffa");
}

#[test]
fn the_police_get_what_is_gone_with_the_facts_above() {
    let home = Home::new();
    let bike = home.worth("Cykel", 8000);
    let sofa = home.worth("Soffa", 1000);
    let incident = home.burglary(&[bike]);
    let answer = Answer::<Loss> {
        walk: incident,
        item: sofa,
        said: Fate::Damaged,
        known: None,
    };
    answers::mark(&home.store, &home.editor(), answer).unwrap();
    let of = |kind| ReportDetails {
        incident: Some(incident),
        ..ReportDetails::of(kind, Lang::Sv)
    };
    let police = home.told(&of(ReportKind::PoliceList));
    assert_eq!(names(&police), ["Cykel"]);
    let fact = |label| police.head.iter().find(|fact| fact.label == label);
    let number = FactValue::Text("5000-K1".into());
    assert_eq!(
        fact(Label::PoliceReport).map(|fact| &fact.value),
        Some(&number)
    );
    assert_eq!(police.story, "Vi var **borta**.");
    let claim = home.told(&of(ReportKind::InsuranceClaim));
    assert_eq!(names(&claim), ["Cykel", "Soffa"]);
    assert_eq!(claim.entries[0].fate, "Stulen");
    assert_eq!(claim.entries[1].fate, "Skadad");
}

#[test]
fn receipts_are_appended_to_a_claim_once_each_and_to_no_other_report() {
    let home = Home::new();
    let (bike, lock) = (home.worth("Cykel", 8000), home.worth("Lås", 900));
    let line = |item| Line {
        item: Some(item),
        ..Line::default()
    };
    let details = ReceiptDetails {
        shop: "Cykelboden".into(),
        lines: vec![line(bike), line(lock)],
        ..ReceiptDetails::default()
    };
    receipts::add(
        &home.store,
        &home.editor(),
        details,
        vec![new_photo(b"slip")],
    )
    .unwrap();
    let incident = home.burglary(&[bike, lock]);
    let of = |kind| ReportDetails {
        incident: Some(incident),
        ..ReportDetails::of(kind, Lang::Sv)
    };
    let claim = home.told(&of(ReportKind::InsuranceClaim));
    assert_eq!(claim.papers.len(), 1);
    assert_eq!(claim.papers[0].items, [bike, lock]);
    assert_eq!(claim.entries[0].proofs, ["Kvitto: Cykelboden"]);
    assert!(home.told(&of(ReportKind::PoliceList)).papers.is_empty());
    let mut without = of(ReportKind::InsuranceClaim);
    without.leave_out.insert(Part::Papers);
    assert!(home.told(&without).papers.is_empty());
}

#[test]
fn guarantees_and_a_things_own_papers_prove_it_too() {
    let home = Home::new();
    let bike = home.worth("Cykel", 8000);
    let details = ReceiptDetails {
        shop: "Försäkra".into(),
        ..ReceiptDetails::default()
    };
    let pages = vec![new_photo(b"policy")];
    let receipt = receipts::add(&home.store, &home.editor(), details, pages).unwrap();
    let warranty = WarrantyDetails {
        provider: "Cykelboden".into(),
        term: Term::Until(date(2028, 5, 3)),
        proof: Some(receipt.value.id),
        ..WarrantyDetails::default()
    };
    belongings::add::<Warranty>(&home.store, &home.editor(), bike, warranty).unwrap();
    let certificate = attachments::NewAttachment {
        kind: AttachmentKind::Document,
        file_name: "Ägarbevis.jpg".into(),
        ..new_photo(b"certificate")
    };
    attachments::add(&home.store, &home.editor(), Bearer::Item(bike), certificate).unwrap();
    let claim = home.told(&ReportDetails {
        incident: Some(home.burglary(&[bike])),
        ..ReportDetails::of(ReportKind::InsuranceClaim, Lang::Sv)
    });
    let guarantee = "Garanti, Cykelboden, till och med 3 maj 2028";
    assert_eq!(
        claim.entries[0].proofs,
        [guarantee, "Papper: Ägarbevis.jpg"]
    );
    let captions = claim.papers.iter().map(|paper| &paper.exhibit.caption);
    assert_eq!(captions.collect::<Vec<_>>(), [guarantee, "Ägarbevis.jpg"]);
}

#[test]
fn what_is_for_sale_tells_a_buyer_nothing_of_the_household() {
    let home = Home::new();
    let mut details = Details::named("Kajak");
    details.notes = "hemligt".into();
    details.acquired.price = Some(Money::new(5_000_000, Currency::SEK));
    details.location = Location::Place(home.place("Båthuset", None).id);
    let kayak = items::add(&home.store, &home.editor(), details).unwrap();
    let sale = ReportDetails {
        item: Some(kayak.value.id),
        ..ReportDetails::of(ReportKind::Sale, Lang::Sv)
    };
    let told = format!("{:?}", home.told(&sale));
    for word in ["hemligt", "5000000", "Båthuset", "Holm", "Anna"] {
        assert!(!told.contains(word), "{word} in {told}");
    }
    assert!(told.contains("Kajak"));
}

#[test]
fn a_moving_list_goes_box_by_box() {
    let home = Home::new();
    let hall = home.place("Hall", None).id;
    let carton = PlaceDetails::named("Böcker", PlaceKind::Box, Some(hall));
    let carton = places::add(&home.store, &home.editor(), carton).unwrap();
    home.item("Spegel", Location::Place(hall));
    home.item("Roman", Location::Place(carton.value.id));
    let moving = home.told(&ReportDetails::of(ReportKind::Moving, Lang::Sv));
    assert_eq!(names(&moving), ["Roman", "Spegel"]);
    assert_eq!(moving.cartons.len(), 1);
    assert_eq!(moving.cartons[0].room, "Hall");
    assert_eq!(moving.entries[0].carton, Some(0));
    assert_eq!(moving.entries[1].carton, None);
}

#[test]
fn a_report_keeps_its_number_and_what_it_shows() {
    let home = Home::new();
    let bike = home.worth("Cykel", 8000);
    let blob = home.photo(bike, b"cykel");
    let first = home.made(inventory());
    assert_eq!(
        (first.number, first.files.as_slice()),
        (1, [blob].as_slice())
    );
    items::remove(&home.store, &home.editor(), bike, Expect::Any).unwrap();
    let purged = bin::purge(&home.store, &home.manager(), &[Binned::Item(bike)]).unwrap();
    assert_eq!(purged.value, [], "the report still shows it");
    remove(&home.store, &home.editor(), first.id).unwrap();
    restore(&home.store, &home.editor(), first.id).unwrap();
    remove(&home.store, &home.editor(), first.id).unwrap();
    let picked = [Binned::Report(first.id)];
    let purged = bin::purge(&home.store, &home.manager(), &picked).unwrap();
    assert!(purged.value.contains(&blob) && purged.value.contains(&first.content));
    assert_eq!(home.made(inventory()).number, 2, "a number is given once");
}

#[test]
fn what_has_been_changed_since_is_told() {
    let home = Home::new();
    let (bike, sofa) = (home.worth("Cykel", 8000), home.worth("Soffa", 1000));
    let content = home.told(&inventory());
    let changed = |home: &Home| {
        let rows = home.store.read().unwrap();
        let changed = changed_since(&rows, &home.anna, &content).unwrap();
        changed.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(changed(&home), []);
    let mut details = home.now(sofa).details.clone();
    details.colour = "röd".into();
    items::change(&home.store, &home.editor(), sofa, Expect::Any, details).unwrap();
    attachments::add(
        &home.store,
        &home.editor(),
        Bearer::Item(bike),
        new_photo(b"ny"),
    )
    .unwrap();
    assert_eq!(changed(&home), [sofa]);
}

#[test]
fn what_it_is_about_has_to_be_there() {
    let home = Home::new();
    let rows = home.store.read().unwrap();
    let refused = |details: ReportDetails, field: &str| {
        let told = gather(&rows, &home.editor(), &details, None, TODAY);
        crate::actions::tests::refused(told, field)
    };
    let police = ReportDetails::of(ReportKind::PoliceList, Lang::Sv);
    assert_eq!(refused(police, "incident"), "error-report-incident");
    let gone = ReportDetails {
        item: Some(home.store.clock().id()),
        ..ReportDetails::of(ReportKind::Item, Lang::Sv)
    };
    assert_eq!(refused(gone, "item"), "error-gone");
    let division = ReportDetails::of(ReportKind::Division, Lang::Sv);
    assert_eq!(refused(division, "division"), "error-report-division");
}

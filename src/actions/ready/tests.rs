//! What speaks for a thing, and for whom.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{
        attachments::{self, NewAttachment},
        belongings, items,
        tests::{Home, new_photo},
    },
    domain::{
        identifier::{Identifier, IdentifierKind},
        item::{Acquired, Details, Quantity, Share},
        lang::Lang,
        money::Currency,
        person::Role,
        readiness::PerMille,
        receipt::{Line, ReceiptDetails},
        report::{Content, ReportDetails},
        warranty::WarrantyDetails,
    },
    media::Kept,
    store::Expect,
};

const TODAY: Date = date(2026, 11, 22);

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

impl Home {
    fn kept(&self, with: impl FnOnce(&mut Details)) -> ItemId {
        let mut details = Details::named("Sak");
        details.value = Some(kr(100));
        details.valued_on = Some(date(2020, 1, 1));
        with(&mut details);
        items::add(&self.store, &self.editor(), details)
            .unwrap()
            .value
            .id
    }

    fn receipt(
        &self,
        only: Vec<crate::domain::person::PersonId>,
        item: Option<ItemId>,
    ) -> crate::domain::receipt::ReceiptId {
        let line = Line {
            text: "Rad".to_owned(),
            price: None,
            item,
        };
        let details = ReceiptDetails {
            lines: vec![line],
            only,
            ..ReceiptDetails::default()
        };
        receipts::add(&self.store, &self.editor(), details, Vec::new())
            .unwrap()
            .value
            .id
    }

    fn paper(&self, of: ItemId, media_type: &str) {
        let paper = NewAttachment {
            kind: AttachmentKind::Document,
            media_type: media_type.to_owned(),
            pixels: None,
            ..new_photo(media_type.as_bytes())
        };
        attachments::add(&self.store, &self.editor(), Bearer::Item(of), paper).unwrap();
    }

    fn list(&self, with: impl FnOnce(&mut ReportDetails)) {
        let mut details = ReportDetails::of(ReportKind::Inventory, Lang::Sv);
        with(&mut details);
        let editor = self.editor();
        let content = {
            let rows = self.store.read().unwrap();
            reports::gather(&rows, &editor, &details, None, TODAY).unwrap()
        };
        let kept = Kept::imagined(b"lista");
        let content: Content = content;
        reports::keep(&self.store, &editor, details, &content, &kept).unwrap();
    }

    fn ready(&self, viewer: &Viewer) -> Ready {
        of(&self.store.read().unwrap(), viewer, TODAY).unwrap()
    }

    fn case(&self, viewer: &Viewer, item: ItemId) -> Vec<Evidence> {
        let rows = self.store.read().unwrap();
        let things = things(&rows, viewer, None, TODAY).unwrap();
        let found = things.iter().find(|thing| thing.id == item).unwrap();
        let all = Evidence::ALL.into_iter();
        all.filter(|one| found.case.has(*one)).collect()
    }
}

#[test]
fn each_kind_of_evidence_speaks_for_its_thing_alone() {
    let home = Home::new();
    let bare = home.kept(|_| {});
    let pictured = home.kept(|_| {});
    home.photo(pictured, b"bild");
    let marked = home.kept(|bike| {
        let frame = Identifier::parse(IdentifierKind::Frame, "WTU 12").unwrap();
        bike.identifiers = vec![frame];
    });
    let papered = home.kept(|_| {});
    home.paper(papered, "application/pdf");
    let sung = home.kept(|_| {});
    home.paper(sung, "audio/mp4");
    let looked_at = home.kept(|thing| thing.valued_on = Some(date(2024, 11, 23)));
    let too_old = home.kept(|thing| thing.valued_on = Some(date(2024, 11, 22)));
    let case = |item| home.case(&home.anna, item);
    assert_eq!(case(bare), []);
    assert_eq!(case(pictured), [Evidence::Photo]);
    assert_eq!(case(marked), [Evidence::Identifier]);
    assert_eq!(case(papered), [Evidence::Proof]);
    assert_eq!(case(sung), [], "a song proves nothing");
    assert_eq!(case(looked_at), [Evidence::Value]);
    assert_eq!(case(too_old), []);
}

#[test]
fn a_receipt_proves_for_those_who_see_it_also_through_a_guarantee() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let open = home.kept(|_| {});
    home.receipt(Vec::new(), Some(open));
    let own = home.kept(|_| {});
    home.receipt(vec![home.anna.person()], Some(own));
    let promised = home.kept(|_| {});
    let proof = home.receipt(Vec::new(), None);
    let details = WarrantyDetails {
        provider: "Elbyn".to_owned(),
        proof: Some(proof),
        ..WarrantyDetails::default()
    };
    belongings::add::<Warranty>(&home.store, &home.editor(), promised, details).unwrap();
    let binned = home.kept(|_| {});
    let gone = home.receipt(Vec::new(), Some(binned));
    receipts::remove(&home.store, &home.editor(), gone, Expect::Any).unwrap();
    let proved = |viewer: &Viewer, item| !home.case(viewer, item).is_empty();
    assert_eq!(
        [open, own, promised, binned].map(|item| proved(&home.anna, item)),
        [true, true, true, false]
    );
    assert_eq!(
        [open, own, promised, binned].map(|item| proved(&erik, item)),
        [true, false, true, false]
    );
}

#[test]
fn a_thing_is_worth_its_pieces_by_value_or_else_by_price() {
    let home = Home::new();
    home.kept(|chairs| chairs.quantity = Quantity::new(4).unwrap());
    home.kept(|lamp| {
        lamp.value = None;
        lamp.valued_on = None;
        lamp.quantity = Quantity::new(2).unwrap();
        lamp.acquired = Acquired {
            price: Some(kr(30)),
            ..Acquired::default()
        };
    });
    home.kept(|stone| stone.value = None);
    let ready = home.ready(&home.anna);
    assert_eq!(ready.readiness.worth, Some(kr(460)));
    assert_eq!(ready.readiness.valueless, 1);
}

#[test]
fn guests_see_nothing_and_private_things_count_for_their_owners_alone() {
    let home = Home::new();
    let (erik, guest) = (
        home.person("Erik", Role::Adult),
        home.person("Ingrid", Role::Guest),
    );
    home.kept(|sofa| sofa.guests = vec![guest.person()]);
    let secret = home.kept(|ring| {
        ring.private = true;
        ring.value = Some(kr(900));
        ring.owners = vec![Share {
            person: home.anna.person(),
            parts: 1,
        }];
    });
    let told = home.ready(&home.anna).readiness;
    assert_eq!((told.things, told.worth), (2, Some(kr(1000))));
    assert_eq!(told.first[0].id, secret);
    let told = home.ready(&erik).readiness;
    assert_eq!((told.things, told.worth), (1, Some(kr(100))));
    let told = home.ready(&guest).readiness;
    assert_eq!((told.things, told.worth), (0, None));
    assert!(told.first.is_empty());
}

#[test]
fn the_latest_whole_list_tells_what_nobody_has_changed_since() {
    let home = Home::new();
    let same = home.kept(|thing| thing.value = Some(kr(300)));
    let changed = home.kept(|_| {});
    assert!(home.ready(&home.anna).list.is_none());
    home.list(|_| {});
    home.list(|asked| asked.person = Some(home.anna.person()));
    home.store.clock().advance(60);
    let ready = home.ready(&home.anna);
    assert_eq!(ready.list.unwrap().number, 1, "the second is of some alone");
    assert_eq!(ready.readiness.shares.list, PerMille::ALL);
    items::adjust(
        &home.store,
        &home.editor(),
        changed,
        Expect::Any,
        |details| {
            details.notes = "Repa".to_owned();
            Ok(())
        },
    )
    .unwrap();
    let ready = home.ready(&home.anna);
    assert_eq!(ready.readiness.shares.list.get(), 750);
    assert_ne!(same, changed);
}

#[test]
fn no_policy_and_no_backup_is_what_is_said_of_what_is_not_kept() {
    let home = Home::new();
    home.kept(|_| {});
    let ready = home.ready(&home.anna);
    assert_eq!(ready.besides, Besides::default());
    let shares = ready.readiness.shares;
    assert_eq!(
        [shares.policy, shares.backup, shares.control],
        [PerMille::NONE; 3]
    );
}

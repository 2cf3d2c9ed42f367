//! What the actions promise, told as what a household does.

use super::{
    attachments, bin, bulk, categories, history, household, items, people, places, tags, tray,
};
use crate::{
    access::{Editor, Manager, Viewer, session},
    clock::Clock,
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        blob::BlobHash,
        category::Category,
        household::Household,
        item::{Archived, Departure, Details, Item, ItemId, ItemLink, LinkKind, Location, Share},
        lang::Lang,
        money::{Currency, Money},
        person::Role,
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
        tag::Tag,
    },
    error::{Error, Result},
    media::Kept,
    store::{Expect, Row, Rows, Store},
};

/// A claimed archive with its first owner.
pub(super) struct Home {
    _folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) anna: Viewer,
}

impl Home {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-11-22T12:00:00Z".parse().unwrap());
        let store = Store::open(folder.path(), clock).unwrap();
        let claim = household::Claim {
            household: "Holm",
            name: "Anna",
            password: "hemligt123",
            lang: Lang::Sv,
        };
        let anna = household::claim(&store, &claim).unwrap().value;
        Self {
            _folder: folder,
            store,
            anna,
        }
    }

    pub(super) fn person(&self, name: &str, role: Role) -> Viewer {
        let head = self.anna.head().unwrap();
        Viewer::of(
            people::add(&self.store, &head, name, role, None)
                .unwrap()
                .value
                .body,
        )
    }

    pub(super) fn editor(&self) -> Editor {
        self.anna.editor().unwrap()
    }

    fn manager(&self) -> Manager {
        self.anna.manager().unwrap()
    }

    fn item(&self, name: &str, location: Location) -> Row<Item> {
        let details = Details {
            location,
            ..Details::named(name)
        };
        items::add(&self.store, &self.editor(), details)
            .unwrap()
            .value
    }

    pub(super) fn place(&self, name: &str, parent: Option<PlaceId>) -> Row<Place> {
        places::add(
            &self.store,
            &self.editor(),
            PlaceDetails::named(name, PlaceKind::Room, parent),
        )
        .unwrap()
        .value
    }

    fn now(&self, id: ItemId) -> Row<Item> {
        self.store.read().unwrap().get(id).unwrap()
    }

    fn photo(&self, of: ItemId, blob: &[u8]) -> BlobHash {
        let new = new_photo(blob);
        let blob = new.blob.hash();
        attachments::add(&self.store, &self.editor(), Bearer::Item(of), new).unwrap();
        blob
    }
}

fn new_photo(blob: &[u8]) -> attachments::NewAttachment {
    attachments::NewAttachment {
        kind: AttachmentKind::Photo,
        blob: Kept::imagined(blob),
        size: blob.len() as u64,
        media_type: "image/jpeg".into(),
        file_name: "bild.jpg".into(),
        pixels: Some((4, 3)),
        taken: None,
    }
}

fn refused<T: std::fmt::Debug>(outcome: Result<T>, field: &str) -> &'static str {
    match outcome {
        Err(Error::Invalid(invalid)) => invalid
            .get(field)
            .unwrap_or_else(|| panic!("{field} is not among {invalid}")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_archive_is_claimed_once() {
    let home = Home::new();
    let claim = household::Claim {
        household: "Tjuv",
        name: "Tjuv",
        password: "hemligt123",
        lang: Lang::Sv,
    };
    assert!(matches!(
        household::claim(&home.store, &claim),
        Err(Error::Denied)
    ));
    let reader = home.store.read().unwrap();
    assert_eq!(reader.get(Household::ID).unwrap().name, "Holm");
    assert!(
        categories::ordered(&reader).unwrap().len() > 100,
        "the shipped categories are there"
    );
}

#[test]
fn a_role_gives_its_permission_and_no_more() {
    let home = Home::new();
    let may = |role| {
        let viewer = home.person(role_name(role), role);
        (
            viewer.editor().is_ok(),
            viewer.manager().is_ok(),
            viewer.head().is_ok(),
        )
    };
    assert_eq!(may(Role::Owner), (true, true, true));
    assert_eq!(may(Role::Adult), (true, true, false));
    assert_eq!(may(Role::Child), (true, false, false));
    assert_eq!(may(Role::Guest), (false, false, false));
}

fn role_name(role: Role) -> &'static str {
    role.key()
}

#[test]
fn a_child_changes_only_what_it_owns_or_added() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let child = maja.editor().unwrap();
    let drill = home.item("Borrmaskin", Location::Unknown);
    let denied = items::remove(&home.store, &child, drill.id, Expect::Any);
    assert!(matches!(denied, Err(Error::Denied)));
    let own = items::add(&home.store, &child, Details::named("Skateboard"))
        .unwrap()
        .value;
    items::remove(&home.store, &child, own.id, Expect::Any).unwrap();
    let mut given = Details::named("Cykel");
    given.owners = vec![Share {
        person: maja.person(),
        parts: 1,
    }];
    let given = items::add(&home.store, &home.editor(), given)
        .unwrap()
        .value;
    items::adjust(&home.store, &child, given.id, Expect::Any, |details| {
        details.colour = "röd".into();
        Ok(())
    })
    .unwrap();
}

#[test]
fn what_is_private_is_not_found_by_others() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Owner);
    let diary = Details {
        private: true,
        ..Details::named("Dagbok")
    };
    let diary = items::add(&home.store, &home.editor(), diary)
        .unwrap()
        .value;
    assert_eq!(
        diary.details.owners[0].person,
        home.anna.person(),
        "it is hers without saying so"
    );
    let reader = home.store.read().unwrap();
    assert!(home.anna.item(&reader, diary.id).is_ok());
    assert!(matches!(erik.item(&reader, diary.id), Err(Error::NotFound)));
    let hers = Details {
        private: true,
        owners: diary.details.owners.clone(),
        ..Details::named("Gåva")
    };
    let outcome = items::add(&home.store, &erik.editor().unwrap(), hers);
    assert_eq!(refused(outcome, "private"), "error-private-not-owner");
}

#[test]
fn what_is_private_to_one_who_left_is_seen_by_the_owners() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let letter = Details {
        private: true,
        ..Details::named("Brev")
    };
    let letter = items::add(&home.store, &erik.editor().unwrap(), letter)
        .unwrap()
        .value;
    assert!(
        home.anna
            .item(&home.store.read().unwrap(), letter.id)
            .is_err()
    );
    people::remove(&home.store, &home.anna.head().unwrap(), erik.person()).unwrap();
    assert!(
        home.anna
            .item(&home.store.read().unwrap(), letter.id)
            .is_ok()
    );
}

#[test]
fn a_guest_sees_what_is_shared_and_what_lies_in_it() {
    let home = Home::new();
    let ingrid = home.person("Ingrid", Role::Guest);
    let house = home.place("Stugan", None);
    let shelf = home.place("Hylla", Some(house.id));
    let book = home.item("Kokbok", Location::Place(shelf.id));
    let other = home.item("Kikare", Location::Unknown);
    let share = |details: &mut PlaceDetails| {
        details.guests = vec![ingrid.person()];
        Ok(())
    };
    assert!(ingrid.item(&home.store.read().unwrap(), book.id).is_err());
    places::adjust(&home.store, &home.editor(), house.id, Expect::Any, share).unwrap();
    let reader = home.store.read().unwrap();
    assert!(ingrid.item(&reader, book.id).is_ok());
    assert!(ingrid.place(&reader, shelf.id).is_ok());
    assert!(ingrid.item(&reader, other.id).is_err());
}

#[test]
fn removing_a_place_keeps_what_is_in_it() {
    let home = Home::new();
    let attic = home.place("Vind", None);
    let shelf = home.place("Hylla", Some(attic.id));
    let inner = home.place("Låda", Some(shelf.id));
    let skis = home.item("Skidor", Location::Place(shelf.id));
    let gone = home.item("Pulka", Location::Place(shelf.id));
    items::remove(&home.store, &home.editor(), gone.id, Expect::Any).unwrap();
    let removed = places::remove(&home.store, &home.manager(), shelf.id, Expect::Any).unwrap();
    let reader = home.store.read().unwrap();
    assert_eq!(reader.get(inner.id).unwrap().details.parent, Some(attic.id));
    assert_eq!(
        home.now(skis.id).details.location,
        Location::Place(attic.id)
    );
    assert_eq!(
        home.now(gone.id).details.location,
        Location::Place(attic.id),
        "also what lies in the bin"
    );
    assert!(home.now(gone.id).binned.is_some());
    history::undo(&home.store, &home.anna, removed.change).unwrap();
    assert_eq!(
        home.now(skis.id).details.location,
        Location::Place(shelf.id)
    );
    assert!(home.store.read().unwrap().live(shelf.id).is_ok());
}

#[test]
fn a_branch_moves_whole_and_never_into_itself() {
    let home = Home::new();
    let house = home.place("Hus", None);
    let cellar = home.place("Källare", Some(house.id));
    let shelf = home.place("Hylla", Some(cellar.id));
    let into = |place: PlaceId, parent| {
        places::adjust(&home.store, &home.editor(), place, Expect::Any, |details| {
            details.parent = Some(parent);
            Ok(())
        })
    };
    assert_eq!(
        refused(into(house.id, shelf.id), "parent"),
        "error-inside-itself"
    );
    assert_eq!(
        refused(into(house.id, house.id), "parent"),
        "error-inside-itself"
    );
    let cottage = home.place("Stuga", None);
    into(cellar.id, cottage.id).unwrap();
    let reader = home.store.read().unwrap();
    let path: Vec<_> = places::path(&reader, shelf.id)
        .unwrap()
        .iter()
        .map(|place| place.details.name.clone())
        .collect();
    assert_eq!(path, ["Stuga", "Källare", "Hylla"]);
    assert_eq!(places::branch(&reader, cottage.id).unwrap().len(), 3);
}

#[test]
fn a_thing_never_lies_in_itself() {
    let home = Home::new();
    let bag = home.item("Väska", Location::Unknown);
    let case = home.item("Fodral", Location::Inside(bag.id));
    let into = items::adjust(
        &home.store,
        &home.editor(),
        bag.id,
        Expect::Any,
        |details| {
            details.location = Location::Inside(case.id);
            Ok(())
        },
    );
    assert_eq!(refused(into, "location"), "error-inside-itself");
}

#[test]
fn many_are_changed_in_one_change_with_one_undo() {
    let home = Home::new();
    let attic = home.place("Vind", None);
    let all: Vec<_> = (0..20)
        .map(|number| home.item(&format!("Sak {number}"), Location::Unknown).id)
        .collect();
    let moved = bulk::apply(
        &home.store,
        &home.editor(),
        &all,
        &bulk::Operation::Move(Location::Place(attic.id)),
    )
    .unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Place(attic.id))
    );
    let change = home
        .store
        .read()
        .unwrap()
        .change(moved.change)
        .unwrap()
        .unwrap();
    assert_eq!(change.touched.len(), 20);
    let undone = history::undo(&home.store, &home.anna, moved.change).unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Unknown)
    );
    history::undo(&home.store, &home.anna, undone.change).unwrap();
    assert!(
        all.iter()
            .all(|id| home.now(*id).details.location == Location::Place(attic.id)),
        "undoing the undo"
    );
}

#[test]
fn one_refusal_among_many_changes_nothing() {
    let home = Home::new();
    let child = home.person("Maja", Role::Child).editor().unwrap();
    let own = items::add(&home.store, &child, Details::named("Boll"))
        .unwrap()
        .value
        .id;
    let other = home.item("Vas", Location::Unknown).id;
    let outcome = bulk::apply(&home.store, &child, &[own, other], &bulk::Operation::Remove);
    assert!(matches!(outcome, Err(Error::Denied)));
    assert!(home.now(own).binned.is_none());
}

#[test]
fn an_undo_that_would_overwrite_somebody_is_refused() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let rename = |name: &str| {
        items::adjust(
            &home.store,
            &home.editor(),
            vase.id,
            Expect::Any,
            |details| {
                details.name = name.into();
                Ok(())
            },
        )
        .unwrap()
        .change
    };
    let first = rename("Glasvas");
    rename("Farmors vas");
    assert!(matches!(
        history::undo(&home.store, &home.anna, first),
        Err(Error::Conflict)
    ));
    assert_eq!(home.now(vase.id).details.name, "Farmors vas");
}

#[test]
fn an_earlier_version_comes_back_as_a_new_one() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    items::adjust(
        &home.store,
        &home.editor(),
        vase.id,
        Expect::Any,
        |details| {
            details.name = "Kruka".into();
            Ok(())
        },
    )
    .unwrap();
    history::restore_item(&home.store, &home.anna, vase.id, vase.revision).unwrap();
    assert_eq!(home.now(vase.id).details.name, "Vas");
    assert_eq!(
        home.store.read().unwrap().versions(vase.id).unwrap().len(),
        3
    );
}

#[test]
fn the_bin_keeps_for_thirty_days_and_then_lets_go() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let flower = home.item("Tulpan", Location::Inside(vase.id));
    let blob = home.photo(vase.id, b"only here");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    home.store.clock().advance(29 * 24 * 60 * 60);
    assert_eq!(bin::sweep(&home.store).unwrap().value, []);
    assert_eq!(
        bin::contents(&home.store.read().unwrap(), &home.anna)
            .unwrap()
            .items
            .len(),
        1
    );
    home.store.clock().advance(2 * 24 * 60 * 60);
    assert_eq!(bin::sweep(&home.store).unwrap().value, [blob]);
    assert_eq!(home.store.read().unwrap().find(vase.id).unwrap(), None);
    assert_eq!(
        home.now(flower.id).details.location,
        Location::Unknown,
        "what lay in it is not lost"
    );
}

#[test]
fn a_file_that_another_thing_holds_is_not_let_go_of() {
    let home = Home::new();
    let first = home.item("Stol", Location::Unknown);
    home.photo(first.id, b"shared");
    let copy = items::copy(&home.store, &home.editor(), first.id)
        .unwrap()
        .value;
    let photos = attachments::list(&home.store.read().unwrap(), Bearer::Item(copy.id)).unwrap();
    assert_eq!(photos.len(), 1, "a copy has the photos");
    items::remove(&home.store, &home.editor(), first.id, Expect::Any).unwrap();
    assert_eq!(
        bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(first.id)])
            .unwrap()
            .value,
        []
    );
}

#[test]
fn photos_are_ordered_and_the_first_is_the_cover() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    for bytes in [b"a", b"b", b"c"] {
        home.photo(vase.id, bytes);
    }
    let of = Bearer::Item(vase.id);
    let list = || attachments::list(&home.store.read().unwrap(), of).unwrap();
    let ids: Vec<_> = list().iter().map(|photo| photo.id).collect();
    attachments::cover(&home.store, &home.editor(), ids[2]).unwrap();
    assert_eq!(
        list().iter().map(|photo| photo.id).collect::<Vec<_>>(),
        [ids[2], ids[0], ids[1]]
    );
    attachments::reorder(&home.store, &home.editor(), of, &[ids[1], ids[2], ids[0]]).unwrap();
    assert_eq!(
        attachments::cover_of(&home.store.read().unwrap(), of)
            .unwrap()
            .unwrap()
            .id,
        ids[1]
    );
    attachments::remove(&home.store, &home.editor(), ids[1], Expect::Any).unwrap();
    assert_eq!(
        attachments::cover_of(&home.store.read().unwrap(), of)
            .unwrap()
            .unwrap()
            .id,
        ids[2]
    );
}

#[test]
fn a_photo_goes_one_step_and_never_past_the_end() {
    let home = Home::new();
    let item = home.item("Kajak", Location::Unknown).id;
    for blob in [b"a", b"b", b"c"] {
        home.photo(item, blob);
    }
    let photos = || {
        let rows = home.store.read().unwrap();
        attachments::list(&rows, Bearer::Item(item)).unwrap()
    };
    let names = || -> Vec<_> {
        let blobs = [b"a", b"b", b"c"].map(|bytes| BlobHash::of(bytes));
        let name = |photo: &Row<Attachment>| blobs.iter().position(|blob| *blob == photo.blob);
        photos().iter().filter_map(name).collect()
    };
    let step = |at: usize, step| {
        attachments::step(&home.store, &home.editor(), photos()[at].id, step).unwrap()
    };
    step(0, attachments::Step::Earlier);
    step(2, attachments::Step::Later);
    assert_eq!(names(), [0, 1, 2]);
    step(0, attachments::Step::Later);
    assert_eq!(names(), [1, 0, 2]);
    let change = step(2, attachments::Step::First).change;
    assert_eq!(names(), [2, 1, 0]);
    history::undo(&home.store, &home.anna, change).unwrap();
    assert_eq!(names(), [1, 0, 2]);
}

#[test]
fn a_thing_and_its_photos_come_and_go_together() {
    let home = Home::new();
    let all = vec![
        (Details::default(), vec![new_photo(b"a"), new_photo(b"b")]),
        (Details::default(), vec![new_photo(b"c")]),
    ];
    let added = items::add_with_photos(&home.store, &home.editor(), all).unwrap();
    let count = |item: &Row<Item>| {
        let rows = home.store.read().unwrap();
        attachments::list(&rows, Bearer::Item(item.id))
            .unwrap()
            .len()
    };
    assert_eq!(added.value.iter().map(count).collect::<Vec<_>>(), [2, 1]);
    history::undo(&home.store, &home.anna, added.change).unwrap();
    assert!(home.now(added.value[0].id).binned.is_some());
    assert_eq!(added.value.iter().map(count).collect::<Vec<_>>(), [0, 0]);
}

#[test]
fn the_tray_is_sorted_out_in_one_change() {
    let home = Home::new();
    let place = home.place("Garaget", None).id;
    let [a, b, c, d] = [b"a", b"b", b"c", b"d"].map(|blob| {
        let item = home.item("", Location::Unknown).id;
        home.photo(item, blob);
        item
    });
    let sorting = tray::Sorting {
        names: vec![
            (a, String::new()),
            (b, " Cykel ".into()),
            (d, "Skräp".into()),
        ],
        place: Some(place),
        same: vec![a, b],
        remove: vec![d],
    };
    let change = tray::sort(&home.store, &home.editor(), &sorting)
        .unwrap()
        .change;
    let kept = home.now(a);
    assert_eq!(kept.details.name, "Cykel");
    assert_eq!(kept.details.location, Location::Place(place));
    let rows = home.store.read().unwrap();
    assert_eq!(attachments::list(&rows, Bearer::Item(a)).unwrap().len(), 2);
    assert!(home.now(b).binned.is_some() && home.now(d).binned.is_some());
    assert!(home.now(c).is_nameless(), "the others wait on");
    history::undo(&home.store, &home.anna, change).unwrap();
    assert!(
        [a, b, c, d]
            .map(|id| home.now(id))
            .iter()
            .all(|row| { row.is_nameless() && row.binned.is_none() })
    );
}

#[test]
fn the_tray_loses_no_name_that_somebody_else_gave() {
    let home = Home::new();
    let [a, b] = [(), ()].map(|()| home.item("", Location::Unknown).id);
    let name = |id, name: &str| {
        let names = vec![(id, name.to_owned())];
        let sorting = tray::Sorting {
            names,
            ..tray::Sorting::default()
        };
        tray::sort(&home.store, &home.editor(), &sorting)
    };
    name(a, "Moras klocka").unwrap();
    assert!(matches!(name(a, "Golvur"), Err(Error::Conflict)));
    assert_eq!(home.now(a).details.name, "Moras klocka");
    let field = format!("name.{b}");
    assert_eq!(refused(name(b, &"x".repeat(201)), &field), "error-too-long");
}

#[test]
fn a_tag_is_one_word_however_it_is_written() {
    let home = Home::new();
    let summer = tags::add(&home.store, &home.editor(), "#Sommar")
        .unwrap()
        .value;
    assert_eq!(
        tags::add(&home.store, &home.editor(), " sommar ")
            .unwrap()
            .value
            .id,
        summer.id
    );
    let beach = tags::add(&home.store, &home.editor(), "strand")
        .unwrap()
        .value;
    let details = Details {
        tags: vec![summer.id, beach.id, summer.id],
        ..Details::named("Parasoll")
    };
    let parasol = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    assert_eq!(parasol.details.tags, [summer.id, beach.id]);
    tags::rename(
        &home.store,
        &home.manager(),
        beach.id,
        Expect::Any,
        "Sommar",
    )
    .unwrap();
    assert_eq!(
        home.now(parasol.id).details.tags,
        [summer.id],
        "two tags became one"
    );
    tags::remove(&home.store, &home.manager(), summer.id, Expect::Any).unwrap();
    assert_eq!(home.now(parasol.id).details.tags, []);
}

#[test]
fn removing_a_category_moves_its_things_up() {
    let home = Home::new();
    let reader = home.store.read().unwrap();
    let inner = categories::ordered(&reader)
        .unwrap()
        .into_iter()
        .find(|category| category.parent.is_some())
        .unwrap();
    let details = Details {
        category: Some(inner.id),
        ..Details::named("Soffa")
    };
    let sofa = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    categories::remove(&home.store, &home.manager(), inner.id, Expect::Any).unwrap();
    assert_eq!(home.now(sofa.id).details.category, inner.parent);
}

#[test]
fn a_value_remembers_when_somebody_said_it() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let worth = |kronor: i64| {
        items::adjust(
            &home.store,
            &home.editor(),
            vase.id,
            Expect::Any,
            |details| {
                details.value = Some(Money::new(kronor * 100, Currency::SEK));
                Ok(())
            },
        )
        .unwrap()
        .value
        .body
        .details
        .valued_on
    };
    assert_eq!(worth(100).unwrap().to_string(), "2026-11-22");
    home.store.clock().advance(400 * 24 * 60 * 60);
    assert_eq!(
        worth(100).unwrap().to_string(),
        "2026-11-22",
        "saying the same is not looking again"
    );
    assert_eq!(worth(90).unwrap().to_string(), "2027-12-27");
}

#[test]
fn an_archived_thing_says_how_it_left() {
    let home = Home::new();
    let bike = home.item("Cykel", Location::Unknown);
    let sold = Archived {
        how: Departure::Sold,
        on: Some("2026-05".parse().unwrap()),
        to: " Grannen  ".into(),
        price: Some(Money::new(50_000, Currency::SEK)),
    };
    let row = items::archive(
        &home.store,
        &home.editor(),
        bike.id,
        Expect::Any,
        Some(sold),
    )
    .unwrap()
    .value;
    assert_eq!(row.archived.as_ref().unwrap().to, "Grannen");
    let stale = items::archive(
        &home.store,
        &home.editor(),
        bike.id,
        Expect::Revision(bike.revision),
        None,
    );
    assert!(matches!(stale, Err(Error::Conflict)));
}

#[test]
fn a_template_keeps_what_new_things_share() {
    let home = Home::new();
    let other = home.item("Hjälm", Location::Unknown);
    let mut details = Details::named("Cykel");
    details.maker = "Nord".into();
    details.links = vec![ItemLink {
        kind: LinkKind::Set,
        to: other.id,
    }];
    let bike = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    let template = items::save_as_template(&home.store, &home.editor(), bike.id, "Cykel (mall)")
        .unwrap()
        .value;
    assert!(template.is_template());
    assert_eq!(template.details.maker, "Nord");
    assert_eq!(template.details.links, []);
    let names: Vec<_> = items::templates(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(names.len(), 1);
}

#[test]
fn the_household_keeps_an_owner() {
    let home = Home::new();
    let head = home.anna.head().unwrap();
    let outcome = people::remove(&home.store, &head, home.anna.person());
    assert_eq!(refused(outcome, "role"), "error-last-owner");
    let demoted = people::change(
        &home.store,
        &head,
        home.anna.person(),
        Expect::Any,
        "Anna",
        Role::Adult,
    );
    assert_eq!(refused(demoted, "role"), "error-last-owner");
}

#[test]
fn a_name_is_somebody_s_alone() {
    let home = Home::new();
    let outcome = people::add(
        &home.store,
        &home.anna.head().unwrap(),
        "ANNA",
        Role::Adult,
        None,
    );
    assert_eq!(refused(outcome, "name"), "error-name-taken");
}

#[test]
fn a_removed_person_is_signed_out_at_once() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = session::start(&home.store, erik.person(), true, "telefon").unwrap();
    let signed_in = || {
        session::viewer(&home.store, &home.store.read().unwrap(), secret.reveal())
            .unwrap()
            .is_some()
    };
    assert!(signed_in());
    people::remove(&home.store, &home.anna.head().unwrap(), erik.person()).unwrap();
    assert!(!signed_in());
}

#[test]
fn a_session_ends_when_nobody_has_used_it() {
    let home = Home::new();
    let start = |stay| session::start(&home.store, home.anna.person(), stay, "").unwrap();
    let (private, shared) = (start(true), start(false));
    let signed_in = |secret: &session::Secret| {
        session::viewer(&home.store, &home.store.read().unwrap(), secret.reveal())
            .unwrap()
            .is_some()
    };
    home.store.clock().advance(13 * 60 * 60);
    assert!(signed_in(&private));
    assert!(!signed_in(&shared));
    home.store.clock().advance(89 * 24 * 60 * 60);
    assert!(signed_in(&private), "each use keeps it");
    home.store.clock().advance(91 * 24 * 60 * 60);
    assert!(!signed_in(&private));
}

#[test]
fn a_household_stays_claimed_and_owned_whatever_is_taken_back() {
    let home = Home::new();
    let claimed = home.store.read().unwrap().change(1).unwrap().unwrap();
    assert!(!history::is_undoable(&home.store.read().unwrap(), &home.anna, &claimed).unwrap());
    assert!(matches!(
        history::undo(&home.store, &home.anna, 1),
        Err(Error::Denied)
    ));
    let head = home.anna.head().unwrap();
    let erik = home.person("Erik", Role::Adult);
    let any = Expect::Any;
    let raised =
        people::change(&home.store, &head, erik.person(), any, "Erik", Role::Owner).unwrap();
    let anna = home.anna.person();
    people::change(&home.store, &head, anna, any, "Anna", Role::Adult).unwrap();
    let erik = Viewer::of(raised.value.body);
    assert!(matches!(
        history::undo(&home.store, &erik, raised.change),
        Err(Error::Conflict)
    ));
}

#[test]
fn nobody_takes_back_what_would_hide_a_thing_from_themselves() {
    let home = Home::new();
    let erik = home.person("Erik", Role::Adult);
    let secret = Details {
        private: true,
        ..Details::named("Present")
    };
    let present = items::add(&home.store, &home.editor(), secret)
        .unwrap()
        .value;
    let shared = items::adjust(
        &home.store,
        &home.editor(),
        present.id,
        Expect::Any,
        |details| {
            details.private = false;
            Ok(())
        },
    )
    .unwrap();
    assert!(matches!(
        history::undo(&home.store, &erik, shared.change),
        Err(Error::Denied)
    ));
    history::undo(&home.store, &home.anna, shared.change).unwrap();
    assert!(home.now(present.id).details.private);
}

#[test]
fn an_undo_that_comes_too_late_says_which_things_have_changed_since() {
    let home = Home::new();
    let (cup, saucer) = (
        home.item("Kopp", Location::Unknown),
        home.item("Fat", Location::Unknown),
    );
    let moved = bulk::apply(
        &home.store,
        &home.editor(),
        &[cup.id, saucer.id],
        &bulk::Operation::Move(Location::Place(home.place("Skåp", None).id)),
    )
    .unwrap();
    items::remove(&home.store, &home.editor(), saucer.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let since = history::overtaken(&rows, &home.anna, moved.change).unwrap();
    assert_eq!(since, [crate::store::Key::of(saucer.id)]);
}

#[test]
fn many_come_out_of_the_bin_in_one_change_with_one_undo() {
    let home = Home::new();
    let shelf = home.place("Hylla", None);
    let vase = home.item("Vas", Location::Unknown);
    let chair = home.item("Stol", Location::Unknown);
    home.photo(chair.id, b"chair");
    let photo =
        attachments::list(&home.store.read().unwrap(), Bearer::Item(chair.id)).unwrap()[0].id;
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    places::remove(&home.store, &home.manager(), shelf.id, Expect::Any).unwrap();
    attachments::remove(&home.store, &home.editor(), photo, Expect::Any).unwrap();
    let lie = || {
        bin::contents(&home.store.read().unwrap(), &home.anna)
            .unwrap()
            .len()
    };
    assert_eq!(lie(), 3);
    let picked = [
        bin::Binned::Item(vase.id),
        bin::Binned::Place(shelf.id),
        bin::Binned::Attachment(photo),
        bin::Binned::Item(chair.id),
    ];
    let restored = bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!((restored.value, lie()), (3, 0), "the chair was never in it");
    history::undo(&home.store, &home.anna, restored.change).unwrap();
    assert_eq!(lie(), 3);
}

#[test]
fn a_child_takes_out_only_what_is_its_own() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let vase = home.item("Vas", Location::Unknown);
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let editor = maja.editor().unwrap();
    let picked = [bin::Binned::Item(vase.id)];
    assert!(matches!(
        bin::restore(&home.store, &editor, &picked),
        Err(Error::Denied)
    ));
    let rows = home.store.read().unwrap();
    let contents = bin::contents(&rows, &maja).unwrap();
    assert_eq!(contents.len(), 1);
    assert!(contents.only_restorable(&rows, &editor).unwrap().is_empty());
}

#[test]
fn what_is_removed_for_good_takes_its_photos_and_its_past_with_it() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    let chair = home.item("Stol", Location::Unknown);
    let blob = home.photo(vase.id, b"vase");
    home.photo(chair.id, b"chair");
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let picked = [bin::Binned::Item(vase.id), bin::Binned::Item(chair.id)];
    let purged = bin::purge(&home.store, &home.manager(), &picked).unwrap();
    assert_eq!(purged.value, [blob]);
    let rows = home.store.read().unwrap();
    assert_eq!(rows.find(vase.id).unwrap(), None);
    assert_eq!(rows.versions(vase.id).unwrap(), []);
    assert!(
        rows.find(chair.id).unwrap().is_some(),
        "it was not in the bin"
    );
}

#[test]
fn that_somebody_emptied_the_bin_is_told_to_those_who_could_have() {
    let home = Home::new();
    let maja = home.person("Maja", Role::Child);
    let vase = home.item("Vas", Location::Unknown);
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    bin::empty(&home.store, &home.manager()).unwrap();
    let rows = home.store.read().unwrap();
    let newest = |viewer: &Viewer| {
        history::recent(&rows, viewer, None, 1).unwrap()[0]
            .action
            .clone()
    };
    assert_eq!(newest(&home.anna), "bin-empty");
    assert_ne!(newest(&maja), "bin-empty");
}

#[test]
fn a_photo_of_a_thing_in_the_bin_lies_there_with_its_thing() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    home.photo(vase.id, b"vase");
    let rows = home.store.read().unwrap();
    let photo = attachments::list(&rows, Bearer::Item(vase.id)).unwrap()[0].id;
    attachments::remove(&home.store, &home.editor(), photo, Expect::Any).unwrap();
    items::remove(&home.store, &home.editor(), vase.id, Expect::Any).unwrap();
    let rows = home.store.read().unwrap();
    let contents = bin::contents(&rows, &home.anna).unwrap();
    assert_eq!((contents.items.len(), contents.attachments.len()), (1, 0));
}

#[test]
fn the_making_of_a_place_that_holds_something_by_now_is_not_taken_back() {
    let home = Home::new();
    let details = PlaceDetails::named("Bod", PlaceKind::Storage, None);
    let shed = places::add(&home.store, &home.editor(), details).unwrap();
    let rake = home.item("Kratta", Location::Place(shed.value.id));
    assert!(matches!(
        history::undo(&home.store, &home.anna, shed.change),
        Err(Error::Conflict)
    ));
    let rows = home.store.read().unwrap();
    let since = history::overtaken(&rows, &home.anna, shed.change).unwrap();
    assert_eq!(since, [crate::store::Key::of(rake.id)]);
    let tag = tags::add(&home.store, &home.editor(), "trädgård").unwrap();
    let rows = home.store.read().unwrap();
    let change = rows.change(tag.change).unwrap().unwrap();
    assert!(history::is_undoable(&rows, &home.anna, &change).unwrap());
}

/// What tags the household has.
fn tag_names(home: &Home) -> Vec<String> {
    let tags = home.store.read().unwrap().all::<Tag>().unwrap();
    tags.into_iter().map(|tag| tag.body.name).collect()
}

#[test]
fn a_tag_that_came_with_a_change_goes_with_it() {
    let home = Home::new();
    let child = home.person("Stina", Role::Child).editor().unwrap();
    let skates = items::add(&home.store, &child, Details::named("Skridskor")).unwrap();
    let tag = bulk::Operation::Name(vec!["vinter".into()]);
    let tagged = bulk::apply(&home.store, &child, &[skates.value.id], &tag).unwrap();
    assert_eq!(tag_names(&home), ["vinter"]);
    let undone = history::undo(&home.store, child.viewer(), tagged.change).unwrap();
    assert!(tag_names(&home).is_empty());
    assert!(home.now(skates.value.id).details.tags.is_empty());
    history::undo(&home.store, child.viewer(), undone.change).unwrap();
    assert_eq!(tag_names(&home), ["vinter"], "undoing the undo");
    assert_eq!(home.now(skates.value.id).details.tags.len(), 1);
}

#[test]
fn a_tag_that_others_use_by_now_stays_when_the_change_it_came_with_goes() {
    let home = Home::new();
    let named = |name: &str| items::Wish {
        details: Details::named(name),
        tags: vec!["vinter".into()],
    };
    let skates = items::add(&home.store, &home.editor(), named("Skridskor")).unwrap();
    let sledge = items::add(&home.store, &home.editor(), named("Kälke")).unwrap();
    assert_eq!(tag_names(&home), ["vinter"], "one tag for both");
    history::undo(&home.store, &home.anna, skates.change).unwrap();
    assert!(home.now(skates.value.id).binned.is_some());
    assert_eq!(tag_names(&home), ["vinter"]);
    assert_eq!(home.now(sledge.value.id).details.tags.len(), 1);
}

#[test]
fn removed_categories_are_shown_again_as_they_came_and_what_was_renamed_stays() {
    let home = Home::new();
    let all = || categories::ordered(&home.store.read().unwrap()).unwrap();
    let before = all();
    let group = before[0].id;
    let inner = before[1].clone();
    let draft = categories::CategoryDraft {
        sv: "Soffor och schäslonger".into(),
        en: "Sofas".into(),
        parent: inner.parent,
    };
    categories::change(&home.store, &home.manager(), inner.id, Expect::Any, &draft).unwrap();
    categories::remove(&home.store, &home.manager(), before[2].id, Expect::Any).unwrap();
    categories::remove(&home.store, &home.manager(), group, Expect::Any).unwrap();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 2);
    let shown = categories::show_shipped(&home.store, &home.manager()).unwrap();
    let after = all();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 0);
    let ids = |rows: &[Row<Category>]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before), "in their places");
    assert_eq!(after[1].sv, "Soffor och schäslonger");
    history::undo(&home.store, &home.anna, shown.change).unwrap();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 2);
}

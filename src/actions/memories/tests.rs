//! What memories promise: told to whoever sees the thing, in the order of what happened, and lost to nobody.

use super::*;
use crate::{
    actions::{
        attachments,
        belongings::{add, change, remove},
        bin, history, items,
        tests::{Home, new_photo, refused},
    },
    domain::{
        attachment::Bearer,
        item::{Details, Location, Share},
        person::Role,
    },
    error::Error,
    store::Key,
};

fn told(home: &Home, who: &Viewer, item: ItemId, details: MemoryDetails) -> Row<Memory> {
    add(&home.store, &who.editor().unwrap(), item, details)
        .unwrap()
        .value
}

fn when(title: &str, on: &str) -> MemoryDetails {
    MemoryDetails {
        on: on.parse().ok(),
        ..MemoryDetails::of(title)
    }
}

fn titles(home: &Home, who: &Viewer) -> Vec<String> {
    let all = all(&home.store.read().unwrap(), who).unwrap().into_iter();
    all.map(|(memory, _)| memory.body.details.title).collect()
}

#[test]
fn a_life_is_told_from_its_beginning_and_what_has_no_day_comes_last() {
    let home = Home::new();
    let clock = home.item("Golvur", Location::Unknown).id;
    for (title, on) in [
        ("Oklart", ""),
        ("Flytten", "1954-06"),
        ("Köpet", "1921"),
        ("Midsommar", "1954-06-25"),
    ] {
        told(&home, &home.anna, clock, when(title, on));
    }
    let rows = home.store.read().unwrap();
    let memories = of_item(&rows, clock).unwrap().into_iter();
    let titles: Vec<_> = memories.map(|row| row.body.details.title).collect();
    assert_eq!(titles, ["Köpet", "Flytten", "Midsommar", "Oklart"]);
}

#[test]
fn guests_who_are_shown_a_thing_are_told_its_stories_and_write_none() {
    let home = Home::new();
    let gun = home.person("Gun", Role::Guest);
    let mut shared = Details::named("Golvur");
    shared.guests = vec![gun.person()];
    let clock = items::add(&home.store, &home.editor(), shared)
        .unwrap()
        .value
        .id;
    let vase = home.item("Vas", Location::Unknown).id;
    let of_clock = told(&home, &home.anna, clock, MemoryDetails::of("Farfars ur"));
    let of_vase = told(&home, &home.anna, vase, MemoryDetails::of("Loppisfyndet"));
    let of = Bearer::Memory(of_clock.id);
    let sound = attachments::add(&home.store, &home.editor(), of, new_photo(b"slag"))
        .unwrap()
        .value;
    assert_eq!(titles(&home, &gun), ["Farfars ur"]);
    let rows = home.store.read().unwrap();
    assert!(gun.attachment(&rows, sound.id).is_ok());
    assert!(matches!(
        gun.of_thing(&rows, of_vase.id),
        Err(Error::NotFound)
    ));
    assert!(gun.editor().is_err());
}

#[test]
fn a_child_tells_and_changes_only_what_it_told() {
    let home = Home::new();
    let bo = home.person("Bo", Role::Child);
    let clock = home.item("Golvur", Location::Unknown).id;
    let annas = told(&home, &home.anna, clock, MemoryDetails::of("Farfars ur"));
    let bos = told(&home, &bo, clock, MemoryDetails::of("När det föll"));
    let child = bo.editor().unwrap();
    let say = |id| change::<Memory>(&home.store, &child, id, Expect::Any, when("Nytt", "2020"));
    assert!(matches!(say(annas.id), Err(Error::Denied)));
    assert!(say(bos.id).is_ok());
    let dear = feel(
        &home.store,
        &child,
        clock,
        Expect::Any,
        Some(Affection::Dear),
    );
    assert!(matches!(dear, Err(Error::Denied)), "the clock is Anna's");
}

#[test]
fn the_stories_of_a_private_thing_are_as_private_as_that() {
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
    let story = told(&home, &home.anna, ring, MemoryDetails::of("Frieriet"));
    assert_eq!(titles(&home, &home.anna), ["Frieriet"]);
    assert_eq!(titles(&home, &eva), [""; 0]);
    let rows = home.store.read().unwrap();
    let seen = history::recent(&rows, &eva, None, 9).unwrap().changes;
    let mut keys = seen
        .iter()
        .flat_map(|change| change.touched.iter().map(|touch| touch.key));
    assert!(!keys.any(|key| key == Key::of(story.id)));
    let outcome = add::<Memory>(
        &home.store,
        &eva.editor().unwrap(),
        ring,
        MemoryDetails::of("Ring"),
    );
    assert!(matches!(outcome, Err(Error::NotFound)));
}

#[test]
fn a_save_upon_an_older_version_is_a_conflict_and_an_undo_takes_a_change_back() {
    let home = Home::new();
    let clock = home.item("Golvur", Location::Unknown).id;
    let first = told(&home, &home.anna, clock, MemoryDetails::of("Farfars ur"));
    let seen = Expect::Revision(first.revision);
    let say = |title| change(&home.store, &home.editor(), first.id, seen, when(title, ""));
    let saved = say("Farmors ur").unwrap();
    assert!(matches!(say("Mormors ur"), Err(Error::Conflict)));
    history::undo(&home.store, &home.anna, saved.change).unwrap();
    let now: Row<Memory> = home.store.read().unwrap().get(first.id).unwrap();
    assert_eq!(now.details.title, "Farfars ur");
    let nameless = add::<Memory>(&home.store, &home.editor(), clock, MemoryDetails::of(" "));
    assert_eq!(refused(nameless, "title"), "error-name-empty");
}

#[test]
fn the_bin_keeps_a_story_with_its_files_and_then_lets_go_of_both() {
    let home = Home::new();
    let clock = home.item("Golvur", Location::Unknown).id;
    let story = told(&home, &home.anna, clock, MemoryDetails::of("Farfars ur"));
    let of = Bearer::Memory(story.id);
    let photo = attachments::add(&home.store, &home.editor(), of, new_photo(b"farfar"))
        .unwrap()
        .value;
    let take_away = || remove(&home.store, &home.editor(), story.id, Expect::Any).unwrap();
    take_away();
    assert_eq!(titles(&home, &home.anna), [""; 0]);
    let lie = bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!((lie.memories.len(), lie.len()), (1, 1));
    let picked = [bin::Binned::Memory(story.id)];
    let restored = bin::restore(&home.store, &home.editor(), &picked).unwrap();
    assert_eq!(restored.value, 1);
    assert_eq!(titles(&home, &home.anna), ["Farfars ur"]);
    take_away();
    assert_eq!(home.live(32), [photo.blob]);
    let rows = home.store.read().unwrap();
    assert!(rows.find(story.id).unwrap().is_none() && rows.find(photo.id).unwrap().is_none());
}

#[test]
fn a_story_goes_for_good_with_its_thing() {
    let home = Home::new();
    let clock = home.item("Golvur", Location::Unknown).id;
    let story = told(&home, &home.anna, clock, MemoryDetails::of("Farfars ur"));
    let of = Bearer::Memory(story.id);
    let photo = attachments::add(&home.store, &home.editor(), of, new_photo(b"farfar"))
        .unwrap()
        .value;
    items::remove(&home.store, &home.editor(), clock, Expect::Any).unwrap();
    assert_eq!(titles(&home, &home.anna), [""; 0]);
    let lie = bin::contents(&home.store.read().unwrap(), &home.anna).unwrap();
    assert_eq!(lie.len(), 1, "it lies there with its thing");
    let purged = bin::purge(&home.store, &home.manager(), &[bin::Binned::Item(clock)]);
    assert_eq!(purged.unwrap().value, [photo.blob]);
    assert!(home.store.read().unwrap().find(story.id).unwrap().is_none());
}

#[test]
fn how_dear_a_thing_is_stays_with_that_one_thing() {
    let home = Home::new();
    let clock = home.item("Golvur", Location::Unknown);
    let dear = feel(
        &home.store,
        &home.editor(),
        clock.id,
        Expect::Revision(clock.revision),
        Some(Affection::Irreplaceable),
    )
    .unwrap();
    assert_eq!(dear.value.details.affection, Some(Affection::Irreplaceable));
    let copy = items::copy(&home.store, &home.editor(), clock.id).unwrap();
    assert_eq!(
        copy.value.details.affection, None,
        "another clock is not it"
    );
    let template = items::save_as_template(&home.store, &home.editor(), clock.id, "Ur").unwrap();
    assert_eq!(template.value.details.affection, None);
    history::undo(&home.store, &home.anna, dear.change).unwrap();
    assert_eq!(home.now(clock.id).details.affection, None);
}

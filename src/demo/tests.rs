//! The demo household moves into an archive, and everything is there.

use jiff::civil::date;

use super::*;
use crate::{
    access::{Viewer, session},
    actions::{
        answers, attachments, belongings, bin, claims, history, incidents, jobs, loans, memories,
        plans::{self, Standing},
        policies, receipts, rounds,
        valuation::Holdings,
        warranties::{self, Protection},
    },
    clock::Clock,
    domain::{
        attachment::Bearer,
        bequest::Bequest,
        division::Division,
        item::{Item, Location},
        loss::{Fate, Loss},
        person::{Person, Role},
        place::{Place, PlaceKind},
        sighting::{Finding, Sighting},
        warranty::End,
    },
    media::Limits,
    store::{Change, Noun, Reader, Row},
};

struct Demo {
    _folder: tempfile::TempDir,
    store: Store,
    media: Media,
}

const WISH: Wish<'static> = Wish {
    lang: Lang::Sv,
    today: date(2026, 11, 22),
    password: "hemligt123",
};

/// Pictures of a few pixels, each its own.
fn dot(shot: Shot) -> Drawing {
    let byte = |number: usize| u8::try_from(number % 251).unwrap();
    let name = format!("{shot:?}");
    let rgb = (0..4 * 3 * 3)
        .map(|at| byte(at * 7 + name.bytes().map(usize::from).sum::<usize>() + name.len()))
        .collect();
    Drawing {
        width: 4,
        height: 3,
        rgb,
    }
}

impl Demo {
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-08-01T06:00:00Z".parse().unwrap());
        Self {
            store: Store::open(folder.path(), clock).unwrap(),
            media: Media::open(folder.path(), "/bin/false".into(), Limits::default()).unwrap(),
            _folder: folder,
        }
    }

    fn fill(&self) -> Result<()> {
        fill(
            &self.store,
            &self.media,
            WISH,
            |shot| Ok(dot(shot)),
            |_, _| {},
        )
    }

    fn filled() -> Self {
        let demo = Self::empty();
        demo.fill().unwrap();
        demo
    }

    fn rows(&self) -> Reader {
        self.store.read().unwrap()
    }

    fn viewer(&self, name: &str) -> Viewer {
        Viewer::of(
            session::person_named(&self.rows(), name)
                .unwrap()
                .unwrap()
                .body,
        )
    }

    fn things(&self) -> Vec<Row<Item>> {
        let mut things = self.rows().all::<Item>().unwrap();
        things.retain(|thing| !thing.is_template());
        things
    }

    fn changes(&self) -> Vec<Change> {
        self.rows().changes_after(0, usize::MAX).unwrap()
    }
}

#[test]
fn it_has_two_homes_a_boat_and_sixty_things_each_with_a_photo() {
    let demo = Demo::filled();
    let rows = demo.rows();
    let mut homes: Vec<_> = rows.all::<Place>().unwrap();
    homes.retain(|place| place.details.parent.is_none());
    let kinds: Vec<_> = homes.iter().map(|home| home.details.kind).collect();
    assert_eq!(
        kinds,
        [PlaceKind::House, PlaceKind::Cottage, PlaceKind::Boat]
    );
    let things = demo.things();
    assert!(things.len() >= 60);
    for thing in &things {
        let cover = attachments::cover_of(&rows, Bearer::Item(thing.id)).unwrap();
        let cover = cover.unwrap_or_else(|| panic!("{} has no photo", thing.details.name));
        assert!(demo.media.blobs().contains(cover.blob));
    }
}

#[tokio::test]
async fn its_pictures_are_there_without_anybody_making_them() {
    let demo = Demo::filled();
    let thing = &demo.things()[0];
    let cover = attachments::cover_of(&demo.rows(), Bearer::Item(thing.id))
        .unwrap()
        .unwrap();
    for size in [crate::media::Size::Small, crate::media::Size::Large] {
        let shown = demo
            .media
            .picture(cover.blob, cover.rotation, size)
            .await
            .unwrap();
        assert_eq!(shown.media_type, "image/jpeg");
    }
}

#[test]
fn everything_that_a_thing_can_be_is_among_its_things() {
    let demo = Demo::filled();
    let things = demo.things();
    let any = |what: &str, is: &dyn Fn(&Row<Item>) -> bool| {
        assert!(things.iter().any(is), "no thing {what}");
    };
    any("in another", &|thing| {
        matches!(thing.details.location, Location::Inside(_))
    });
    any("private", &|thing| thing.details.private);
    any("archived", &|thing| thing.archived.is_some());
    any("nameless", &|thing| thing.is_nameless());
    any("shared by two", &|thing| thing.details.owners.len() == 2);
    any("linked", &|thing| !thing.details.links.is_empty());
    any("tagged", &|thing| !thing.details.tags.is_empty());
    any("with own fields", &|thing| !thing.details.fields.is_empty());
    any("with a number to look for", &|thing| {
        !thing.details.identifiers.is_empty()
    });
    let rows = demo.rows();
    let templates = rows
        .all::<Item>()
        .unwrap()
        .into_iter()
        .filter(|row| row.is_template());
    assert_eq!(templates.count(), 1);
    assert_eq!(rows.count(Noun::SavedSearch).unwrap(), 2);
}

#[test]
fn the_register_has_a_receipt_of_every_sort() {
    let demo = Demo::filled();
    let (rows, anna) = (demo.rows(), demo.viewer("Anna"));
    let all = receipts::list(&rows, &anna).unwrap();
    assert!(receipts::is_bare(&all[0]), "one waits to be looked at");
    assert!(all.iter().any(|row| !row.details.items().is_empty()));
    let past = receipts::past(&rows, &anna, WISH.today).unwrap();
    assert_eq!(past.len(), 1, "one may go");
    for row in &all {
        let pages = attachments::list(&rows, Bearer::Receipt(row.id)).unwrap();
        assert_eq!(pages.len(), 1);
        let lines: i64 = row
            .details
            .lines
            .iter()
            .filter_map(|line| line.price)
            .map(|price| price.minor)
            .sum();
        assert_eq!(lines, row.details.total.map_or(0, |total| total.minor));
    }
}

#[test]
fn its_things_are_protected_and_one_was_repaired_instead_of_replaced() {
    let demo = Demo::filled();
    let (rows, anna) = (demo.rows(), demo.viewer("Anna"));
    let protected = warranties::list(&rows, &anna, WISH.today).unwrap();
    let promised: Vec<_> = protected
        .lasting
        .iter()
        .filter(|(_, one)| matches!(one, Protection::Warranty(..)))
        .map(|(_, one)| one.span().end)
        .collect();
    assert_eq!(promised.len(), 5);
    assert!(promised.contains(&End::Never), "one lasts for life");
    assert!(
        promised.len() < protected.lasting.len(),
        "rights beside them"
    );
    let claims = claims::list(&rows, &anna).unwrap();
    assert!(claims[0].details.ended.is_none(), "one is open");
    assert_eq!(claims::repaired(&claims), 1);
}

#[test]
fn upkeep_is_overdue_and_due_and_coming_and_something_is_with_the_neighbours() {
    let demo = Demo::filled();
    let (rows, anna) = (demo.rows(), demo.viewer("Anna"));
    let plans = plans::all(&rows, &anna, WISH.today).unwrap();
    for standing in [Standing::Overdue, Standing::DueNow, Standing::Coming] {
        let any = plans
            .iter()
            .any(|(planned, _)| planned.standing == standing);
        assert!(any, "{standing:?}");
    }
    let years = jobs::all_years(&rows, &anna).unwrap();
    assert!(years.len() > 1 && years.iter().all(|year| !year.cost.is_empty()));
    let loans = loans::all(&rows, &anna).unwrap();
    assert!(loans[0].0.details.is_late(WISH.today), "one is late");
    assert!(loans.iter().any(|(loan, _)| !loan.details.is_out()));
}

#[test]
fn the_family_remembers_and_one_wish_is_a_secret() {
    let demo = Demo::filled();
    let rows = demo.rows();
    let (anna, erik) = (demo.viewer("Anna"), demo.viewer("Erik"));
    let told = memories::all(&rows, &anna).unwrap();
    assert!(told.iter().any(|(memory, _)| memory.details.on.is_some()));
    assert!(told.len() >= 5);
    let wishes = |who| belongings::all::<Bequest>(&rows, who).unwrap().len();
    assert_eq!((wishes(&anna), wishes(&erik)), (2, 1));
    let things = demo.things();
    let dear = things
        .iter()
        .filter(|thing| thing.details.affection.is_some());
    assert_eq!(dear.count(), 4);
}

#[test]
fn the_family_is_insured_and_not_for_all() {
    let demo = Demo::filled();
    let rows = demo.rows();
    let anna = demo.viewer("Anna").editor().unwrap();
    let policies = policies::list(&rows, &anna).unwrap();
    let holdings = Holdings::of(&rows, &anna).unwrap();
    let missing = holdings.against(&policies[0].details);
    assert_eq!(missing.all, None);
    assert!(missing.valuables.is_some() && !missing.single.is_empty());
    let things = demo.things();
    let dated = |thing: &&Row<Item>| thing.details.priced_on.is_some();
    assert_eq!(
        things.iter().filter(dated).count(),
        household::new_prices().len()
    );
}

#[test]
fn the_boathouse_was_broken_into_and_it_is_known_what_became_of_what_was_in_it() {
    let demo = Demo::filled();
    let rows = demo.rows();
    let anna = demo.viewer("Anna");
    let incidents = incidents::list(&rows, &anna).unwrap();
    assert_eq!(incidents.len(), 1);
    assert!(!incidents[0].details.police.number.is_empty());
    let losses = answers::seen_on_walk::<Loss>(&rows, &anna, incidents[0].id).unwrap();
    let fates = |fate| {
        losses
            .iter()
            .filter(move |(loss, _)| loss.details.fate == fate)
    };
    assert_eq!(fates(Fate::Gone).count(), 2);
    assert_eq!(fates(Fate::Damaged).count(), 1);
    assert!(fates(Fate::Gone).all(|(_, item)| item.archived.is_some()));
    let of = Bearer::Incident(incidents[0].id);
    assert_eq!(attachments::list(&rows, of).unwrap().len(), 1);
}

#[test]
fn a_round_goes_on_and_an_estate_is_being_divided() {
    let demo = Demo::filled();
    let rows = demo.rows();
    let anna = demo.viewer("Anna");
    let rounds = rounds::list(&rows, &anna.editor().unwrap()).unwrap();
    assert!(rounds.len() == 1 && rounds[0].is_open());
    let seen = answers::seen_on_walk::<Sighting>(&rows, &anna, rounds[0].id).unwrap();
    for finding in [Finding::Seen, Finding::Moved, Finding::Gone] {
        assert!(seen.iter().any(|(row, _)| row.details.finding == finding));
    }
    let divisions: Vec<Row<Division>> = rows.all().unwrap();
    let taken = divisions[0].lots.iter().filter(|lot| lot.to.is_some());
    assert_eq!(taken.count(), household::heirs().taken.len());
}

#[test]
fn everybody_signs_in_and_sees_what_their_role_does() {
    let demo = Demo::filled();
    for person in demo.rows().all::<Person>().unwrap() {
        let attempt = session::Attempt {
            name: &person.name,
            password: WISH.password,
            stay: false,
            device: "",
        };
        assert!(
            session::sign_in(&demo.store, &attempt).is_ok(),
            "{}",
            person.name
        );
    }
    let ingrid = demo.viewer("Ingrid");
    assert_eq!(ingrid.role(), Role::Guest);
    let rows = demo.rows();
    let seen = demo
        .things()
        .iter()
        .filter(|thing| ingrid.sees(&rows, thing).unwrap())
        .count();
    assert!(
        (5..30).contains(&seen),
        "a guest sees the cottage's things: {seen}"
    );
}

#[test]
fn its_history_has_happened_over_months_and_its_bin_is_not_empty() {
    let demo = Demo::filled();
    let changes = demo.changes();
    let days: std::collections::BTreeSet<_> = changes
        .iter()
        .map(|change| change.at.to_zoned(jiff::tz::TimeZone::system()).date())
        .collect();
    assert!(days.len() > 20, "{} days", days.len());
    assert!(days.last() < Some(&WISH.today));
    assert!(changes.is_sorted_by_key(|change| change.at));
    let anna = demo.viewer("Anna");
    let newest = history::recent(&demo.rows(), &anna, None, 1).unwrap();
    assert!(history::is_undoable(&demo.rows(), &anna, &newest.changes[0]).unwrap());
    let binned = bin::contents(&demo.rows(), &anna).unwrap();
    let counts = (
        binned.items.len(),
        binned.places.len(),
        binned.attachments.len(),
    );
    assert_eq!(counts, (1, 1, 1));
}

#[test]
fn nobody_moves_into_an_archive_that_is_not_empty() {
    let demo = Demo::filled();
    let before = demo.changes();
    let Err(Error::Unavailable(sentence)) = demo.fill() else {
        panic!("moved in twice")
    };
    assert!(sentence.contains("not empty"));
    assert_eq!(demo.changes(), before);
}

#[test]
fn it_is_the_same_each_time() {
    let (one, other) = (Demo::filled(), Demo::filled());
    assert_eq!(one.changes(), other.changes());
    assert_eq!(one.things(), other.things());
}

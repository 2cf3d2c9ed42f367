//! Stories: what people do one after another, the archive closed and opened again in between.

use std::{env, fmt, path::Path, sync::LazyLock};

use jiff::Timestamp;
use proptest::{collection::vec, prelude::*};
use smartinventory::{
    clock::Clock,
    domain::{
        country::Country,
        household::Household as Home,
        lang::Lang,
        money::Currency,
        person::{Person, Role},
    },
    media::{Limits, Media},
    store::Rows,
};
use tempfile::TempDir;

use crate::{
    archive::{Archive, made_since, open},
    cast::Cast,
    chance::{acts, beginnings, troubles},
    comparison::assert_same,
    deed::{Act, Deed},
    household::{Household, Moment},
};

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// What happens next.
#[derive(Clone)]
pub enum Event {
    /// Somebody does something.
    Act(Box<Act>),
    /// The archive is closed and opened again.
    Reopen,
}

impl Event {
    fn of(act: Act) -> Self {
        Self::Act(Box::new(act))
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Act(act) => act.fmt(f),
            Self::Reopen => f.write_str("reopen"),
        }
    }
}

/// Stories of at most so many events, each of which is one of these, and what they begin with.
fn stories(most: usize, acts: impl Strategy<Value = Act>) -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![30 => acts.prop_map(Event::of), 1 => Just(Event::Reopen)];
    (beginnings(), vec(event, 1..most)).prop_map(|(beginning, story)| {
        let beginning = beginning.into_iter().map(Event::of);
        beginning.chain(story).collect()
    })
}

/// The household that every story begins with.
pub fn home() -> Home {
    Home {
        name: "Familjen Holm".to_owned(),
        lang: Lang::Sv,
        currency: Currency::SEK,
        country: Country::Se,
    }
}

/// The people that every story begins with, in the order in which they came.
pub fn people(clock: &Clock) -> Vec<Person> {
    let people = [
        ("Anna", Role::Owner),
        ("Erik", Role::Adult),
        ("Maja", Role::Child),
        ("Gunnel", Role::Guest),
    ];
    let people = people.map(|(name, role)| Person {
        id: clock.id(),
        name: name.to_owned(),
        role,
    });
    people.into()
}

/// How many stories are told: as many as `PROPTEST_CASES` says, else so many.
pub fn cases(usual: u32) -> u32 {
    let asked = env::var("PROPTEST_CASES").ok();
    asked.map_or(usual, |cases| cases.parse().unwrap())
}

/// When every story begins.
pub fn clock() -> Clock {
    Clock::set_to("2026-11-22T12:00:00Z".parse::<Timestamp>().unwrap())
}

pub fn moment(clock: &Clock) -> Moment {
    Moment {
        now: clock.now(),
        today: clock.today(),
        run: clock.run(),
    }
}

/// Does it in both, and holds what came of it to being the same.
pub fn perform(archive: &Archive<'_>, household: &mut Household, act: &Act) {
    let clock = archive.store.clock();
    if let Deed::Days(days) = act.deed {
        for _ in 0..days {
            clock.advance(DAY);
            let swept = archive.sweep_bin();
            assert_eq!(swept, household.sweep_bin(moment(clock)), "a day passes");
        }
        return;
    }
    clock.advance(60);
    let before = household.clone();
    let cast = Cast(&before);
    let outcome = archive.perform(act, &cast);
    let rows = archive.store.read().unwrap();
    household.expect_ids(made_since(&rows, &cast));
    let expected = household.perform(act, moment(clock));
    assert_eq!(outcome, expected, "{act:?}");
    let newest = rows.change(household.newest()).unwrap();
    assert_eq!(newest.as_ref(), household.log.last(), "{act:?}");
    assert_eq!(household.ids_left(), 0, "rows were made by {act:?}");
}

/// Tells a story to an archive in a folder, and holds it to ending as it does in plain maps.
fn tell(events: &[Event], folder: &Path) {
    static MEDIA: LazyLock<(TempDir, Media)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let media = Media::open(folder.path(), "unused".into(), Limits::default()).unwrap();
        (folder, media)
    });
    let clock = clock();
    let people = people(&clock);
    let mut store = open(folder, &clock);
    let media = &MEDIA.1;
    let mut household = Household::begin(home(), people.clone(), moment(&clock));
    Archive {
        store: &store,
        media,
    }
    .begin(home(), people);
    for event in events {
        match event {
            Event::Act(act) => {
                perform(
                    &Archive {
                        store: &store,
                        media,
                    },
                    &mut household,
                    act,
                );
            }
            Event::Reopen => {
                drop(store);
                store = open(folder, &clock);
                household.reopen();
                assert_same(&store.read().unwrap(), &household);
            }
        }
    }
    assert_same(&store.read().unwrap(), &household);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(120), failure_persistence: None, max_shrink_iters: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn an_archive_is_what_people_made_of_it(story in stories(60, acts())) {
        let folder = tempfile::tempdir().unwrap();
        tell(&story, folder.path());
    }

    #[test]
    fn what_is_away_is_what_incidents_took(story in stories(50, troubles())) {
        let folder = tempfile::tempdir().unwrap();
        tell(&story, folder.path());
    }
}

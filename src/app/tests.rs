//! What a search tells somebody depends on what that person may see, and on nothing else.

use std::{path::PathBuf, sync::Arc};

use proptest::{prelude::*, sample::Index as Pick, test_runner::TestRunner};
use tokio::{runtime::Runtime, task::JoinSet};
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    access::{Editor, Viewer},
    actions::{
        household::{self, Claim},
        items, people, places,
    },
    clock::Clock,
    config::Settings,
    domain::{
        id::Id,
        item::{Details, Item, ItemId, Location, Share},
        lang::Lang,
        person::Role,
        place::{Place, PlaceDetails, PlaceId, PlaceKind},
        query::{ItemQuery, Sort, SortBy},
    },
    error::Error,
    index::Results,
    store::{Expect, Rows},
};

/// A place or a thing of a made-up household, in one that was made before it.
#[derive(Clone, Debug)]
struct Made {
    within: Option<Pick>,
    is_place: bool,
    private: bool,
    /// With which of the two guests it is shared.
    shared: [bool; 2],
}

fn made() -> impl Strategy<Value = Made> {
    let within = prop::option::weighted(0.8, any::<Pick>());
    let shared = [prop::bool::weighted(0.2), prop::bool::weighted(0.2)];
    (within, any::<bool>(), prop::bool::weighted(0.2), shared).prop_map(
        |(within, is_place, private, shared)| Made {
            within,
            is_place,
            private,
            shared,
        },
    )
}

#[derive(Clone, Copy)]
enum Added {
    Place(PlaceId),
    Thing(ItemId),
}

/// A running server, and the people who look.
struct House {
    app: Arc<App>,
    runtime: Runtime,
    stop: CancellationToken,
    running: JoinSet<()>,
    editor: Editor,
    /// A member of the household who owns nothing, and two guests, of whom one owns what is private.
    lookers: Vec<Viewer>,
    added: Vec<Added>,
    _folder: tempfile::TempDir,
}

impl House {
    fn build(plan: &[Made]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            data: folder.path().to_owned(),
            ..Settings::default()
        };
        let app = App::open(settings, Clock::system(), PathBuf::new()).unwrap();
        let runtime = Runtime::new().unwrap();
        let stop = CancellationToken::new();
        let running = runtime.block_on(async { app.start(&stop).unwrap() });
        let claim = Claim {
            household: "Holm",
            name: "Anna",
            password: "hemligt123",
            lang: Lang::Sv,
        };
        let anna = household::claim(&app.store, &claim).unwrap().value;
        let person = |(name, role)| {
            let head = anna.head().unwrap();
            let added = people::add(&app.store, &head, name, role, None).unwrap();
            Viewer::of(added.value.body)
        };
        let people = [
            ("Erik", Role::Adult),
            ("Ingrid", Role::Guest),
            ("Göran", Role::Guest),
        ];
        let lookers = people.map(person).into();
        let mut house = Self {
            editor: anna.editor().unwrap(),
            app,
            runtime,
            stop,
            running,
            lookers,
            added: Vec::new(),
            _folder: folder,
        };
        for (at, made) in plan.iter().enumerate() {
            house.add(&name("forst", at), made);
        }
        house
    }

    fn add(&mut self, name: &str, made: &Made) {
        let within = made.within.filter(|_| !self.added.is_empty());
        let within = within.map(|pick| *pick.get(&self.added));
        let guests = self.lookers[1..].iter().zip(made.shared);
        let guests: Vec<_> = guests
            .filter(|(_, shared)| *shared)
            .map(|(guest, _)| guest.person())
            .collect();
        let (store, editor) = (&self.app.store, &self.editor);
        let added = if made.is_place {
            let parent = match within {
                Some(Added::Place(place)) => Some(place),
                _ => None,
            };
            let mut details = PlaceDetails::named(name, PlaceKind::Room, parent);
            details.guests = guests;
            Added::Place(places::add(store, editor, details).unwrap().value.id)
        } else {
            let mut details = Details::named(name);
            details.guests = guests;
            details.private = made.private;
            details.location = match within {
                None => Location::Unknown,
                Some(Added::Place(place)) => Location::Place(place),
                Some(Added::Thing(thing)) => Location::Inside(thing),
            };
            let owners = [editor.person(), self.lookers[2].person()];
            details.owners = owners.map(|person| Share { person, parts: 1 }).into();
            Added::Thing(items::add(store, editor, details).unwrap().value.id)
        };
        self.added.push(added);
    }

    fn sees(&self, looker: &Viewer, added: Added) -> bool {
        let rows = self.app.store.read().unwrap();
        match added {
            Added::Place(place) => looker.place(&rows, place).is_ok(),
            Added::Thing(thing) => looker.item(&rows, thing).is_ok(),
        }
    }

    fn rename(&self, added: Added, name: &str) {
        let (store, editor) = (&self.app.store, &self.editor);
        match added {
            Added::Place(place) => {
                let rename = |details: &mut PlaceDetails| {
                    name.clone_into(&mut details.name);
                    Ok(())
                };
                places::adjust(store, editor, place, Expect::Any, rename).unwrap();
            }
            Added::Thing(thing) => {
                let rename = |details: &mut Details| {
                    name.clone_into(&mut details.name);
                    Ok(())
                };
                items::adjust(store, editor, thing, Expect::Any, rename).unwrap();
            }
        }
    }

    fn search(&self, looker: &Viewer, query: &ItemQuery) -> Results {
        let listing = self.app.list(looker, query, Lang::Sv, true);
        let (_, listing) = self.runtime.block_on(listing).unwrap();
        let shown: Vec<_> = listing.items.iter().map(|item| item.id.uuid()).collect();
        assert_eq!(shown, listing.results.ids, "found what they do not see");
        listing.results
    }

    /// All that searches tell somebody: by every name there is or will be, in every order, in every place.
    fn told(&self, looker: &Viewer) -> Vec<String> {
        let names = (0..self.added.len()).flat_map(|at| [name("forst", at), name("sedan", at)]);
        let names = names.chain(["forst", "sedan", "-forst0x"].map(str::to_owned));
        let mut queries: Vec<_> = names
            .map(|name| ItemQuery::default().with_text(&name))
            .collect();
        for by in [SortBy::Name, SortBy::Added, SortBy::Changed] {
            let descending = false;
            queries.push(ItemQuery::default().with_sort(Some(Sort { by, descending })));
        }
        for added in &self.added {
            if let Added::Place(place) = added {
                queries.push(ItemQuery::default().with_place(Some(place.uuid())));
            }
        }
        let mut told = Vec::new();
        for query in queries {
            let found = self.search(looker, &query);
            let counts = found.counts.unwrap();
            for place in counts.places.keys() {
                let place: PlaceId = Id::from_uuid(*place);
                assert!(
                    self.sees(looker, Added::Place(place)),
                    "{query:?} tells of a place"
                );
            }
            let mut places: Vec<_> = counts.places.into_iter().collect();
            places.sort_unstable();
            told.push(format!(
                "{query:?} {:?} {} {places:?}",
                found.ids, found.total
            ));
        }
        for added in 0..self.added.len() {
            let name = name("forst", added);
            let suggested = self.app.suggest(looker, &name, Lang::Sv, 9);
            let suggested = self.runtime.block_on(suggested).unwrap();
            let suggested: Vec<_> = suggested.iter().map(|item| item.id).collect();
            told.push(format!("{suggested:?}"));
        }
        told
    }

    /// What somebody sees, and where, they find by the names around it that they see.
    fn finds_by_what_is_seen(&self, looker: &Viewer) {
        let rows = self.app.store.read().unwrap();
        for added in &self.added {
            let Added::Thing(thing) = added else { continue };
            let item = rows.get::<Item>(*thing).unwrap();
            let Location::Place(place) = item.details.location else {
                continue;
            };
            if !self.sees(looker, *added) || !self.sees(looker, Added::Place(place)) {
                continue;
            }
            let place = rows.get::<Place>(place).unwrap();
            let query = ItemQuery::default().with_text(&place.details.name);
            let found = self.search(looker, &query).ids;
            assert!(found.contains(&thing.uuid()), "{query:?} of {found:?}");
        }
    }

    fn close(mut self) {
        self.stop.cancel();
        self.runtime
            .block_on(async { while self.running.join_next().await.is_some() {} });
    }
}

/// A name of one word, unlike the others.
fn name(word: &str, number: usize) -> String {
    format!("{word}{number}x")
}

#[test]
fn what_nobody_showed_them_changes_nothing_that_a_search_tells_them() {
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 6,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let plans = prop::collection::vec(made(), 6..11);
    let outcome = runner.run(&plans, |plan| {
        let house = House::build(&plan);
        for looker in &house.lookers {
            house.finds_by_what_is_seen(looker);
            let before = house.told(looker);
            let hidden: Vec<_> = (0..house.added.len())
                .filter(|at| !house.sees(looker, house.added[*at]))
                .collect();
            for at in &hidden {
                house.rename(house.added[*at], &name("sedan", *at));
            }
            prop_assert_eq!(house.told(looker), before);
            for at in hidden {
                house.rename(house.added[at], &name("forst", at));
            }
        }
        house.close();
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn nobody_is_told_that_there_is_nothing_while_the_index_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        data: folder.path().to_owned(),
        ..Settings::default()
    };
    let app = App::open(settings, Clock::system(), PathBuf::from("unused")).unwrap();
    let claim = Claim {
        household: "Familjen Ek",
        name: "Anna",
        password: "ett gott lösenord",
        lang: Lang::Sv,
    };
    let anna = household::claim(&app.store, &claim).unwrap().value;
    // Nobody follows the log here, so that the index stays as it is.
    let listed = app
        .list(&anna, &ItemQuery::default(), Lang::Sv, false)
        .await;
    assert!(matches!(listed, Err(Error::Building)));
}

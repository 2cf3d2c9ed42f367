//! That lists and searches hold what looking at every thing there is would give, for whoever asks.

mod filter;
mod question;
mod shown;
mod words;

use std::{
    collections::BTreeSet,
    fmt, fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use proptest::{collection::vec, prelude::*};
use smartinventory::{
    access::Viewer,
    app::{App, reader::Progress},
    clock::Clock,
    config::Settings,
    domain::{
        attachment::AttachmentKind,
        item::ItemId,
        query::{ItemQuery, Sort},
        receipt::Receipt,
    },
    index::{PATIENCE, Results},
    store::Rows as _,
};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use self::{
    question::{Question, Text, questions},
    shown::{Shown, everything},
    words::{Finding, finding},
};
use crate::{
    archive::Archive,
    cast::Cast,
    chance::{acts, beginnings},
    deed::{Act, Deed, Edit, Ground, Holder, Seen, Sketch, Spot},
    household::Household,
    story::{cases, clock, home, moment, people, perform},
};

/// What happens next.
#[derive(Clone)]
pub enum Event {
    Act(Act),
    Ask(Question),
    /// The program is ended, in order or not, and started again.
    Restart {
        in_order: bool,
    },
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Act(act) => act.fmt(f),
            Self::Ask(question) => question.fmt(f),
            Self::Restart { in_order: true } => f.write_str("restart"),
            Self::Restart { in_order: false } => f.write_str("restart after a crash"),
        }
    }
}

fn stories(most: usize) -> impl Strategy<Value = Vec<Event>> {
    let restart = any::<bool>().prop_map(|in_order| Event::Restart { in_order });
    let event = prop_oneof![
        40 => acts().prop_map(Event::Act).boxed(),
        20 => questions().prop_map(Event::Ask).boxed(),
        1 => restart.boxed(),
    ];
    (beginnings(), vec(event, 1..most)).prop_map(|(beginning, story)| {
        let beginning = beginning.into_iter().map(Event::Act);
        beginning.chain(story).collect()
    })
}

/// The program, following what is done.
struct Program {
    app: Arc<App>,
    running: JoinSet<()>,
    stop: CancellationToken,
}

impl Program {
    fn start(folder: &Path, clock: &Clock) -> Self {
        let settings = Settings {
            data: folder.to_owned(),
            ..Settings::default()
        };
        let program = env!("CARGO_BIN_EXE_smartinventory").into();
        let app = App::open(settings, clock.clone(), program).unwrap();
        let stop = CancellationToken::new();
        let running = app.start(&stop).unwrap();
        Self { app, running, stop }
    }

    async fn end(self) {
        self.stop.cancel();
        self.running.join_all().await;
    }

    /// Waits until the index has followed, on a machine however busy: a list gives up waiting at some time.
    async fn catch_up(&self, viewer: &Viewer, question: &Question) {
        for _ in 0..30 {
            let asked = Instant::now();
            let all = self
                .app
                .list_ids(viewer, &ItemQuery::default(), question.lang)
                .await;
            if all.is_ok() && asked.elapsed() < PATIENCE {
                return;
            }
        }
        panic!("the index does not follow");
    }

    /// Waits until every page of every receipt has been read.
    async fn read_up(&self) {
        let begun = Instant::now();
        while self.is_reading() {
            assert!(begun.elapsed() < Duration::from_mins(1), "nobody reads");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    fn is_reading(&self) -> bool {
        let rows = self.app.store.read().unwrap();
        let receipts = rows.all::<Receipt>().unwrap().into_iter();
        let mut progress = receipts.map(|row| self.app.read_of(&rows, row.id).unwrap().progress);
        progress.any(|progress| matches!(progress, Progress::Waiting | Progress::Running))
    }
}

/// Tells a story to the program, and holds its lists to what is there.
async fn tell(story: &[Event], folder: &Path) {
    let clock = clock();
    let people = people(&clock);
    let mut program = Program::start(folder, &clock);
    let mut household = Household::begin(home(), people.clone(), moment(&clock));
    archive(&program).begin(home(), people);
    for event in story {
        match event {
            // The program counts days by itself.
            Event::Act(act) if matches!(act.deed, Deed::Days(_)) => {}
            Event::Act(act) => perform(&archive(&program), &mut household, act),
            Event::Ask(question) => ask(&program, &household, question).await,
            Event::Restart { in_order } => {
                program.end().await;
                if !in_order {
                    fs::remove_dir_all(folder.join("index")).unwrap();
                }
                program = Program::start(folder, &clock);
            }
        }
    }
    program.end().await;
}

fn archive(program: &Program) -> Archive<'_> {
    Archive {
        store: &program.app.store,
        media: &program.app.media,
    }
}

async fn ask(program: &Program, household: &Household, question: &Question) {
    let cast = Cast(household);
    let person = cast.actor(question.by);
    let viewer = Viewer::of(person.clone());
    let query = question.query(&cast);
    program.read_up().await;
    program.catch_up(&viewer, question).await;

    let all = everything(household, &person);
    let number = match question.text {
        Text::Number(nth) => cast.number(nth),
        _ => 0,
    };
    let say = |shown: &Shown| finding(question.text, shown, number);
    let may: Vec<_> = all
        .iter()
        .filter(|shown| say(shown) != Finding::Never)
        .collect();
    let is_exact = may.iter().all(|shown| say(shown) == Finding::Must);
    let passing = may
        .iter()
        .copied()
        .filter(|shown| filter::passes(&query, shown, None));
    let mut passing: Vec<_> = passing.collect();

    let pages = pages(program, &viewer, &query, question).await;
    let first = &pages[0];
    let found: Vec<_> = pages.iter().flat_map(|page| page.ids.clone()).collect();
    let distinct: BTreeSet<_> = found.iter().copied().collect();
    assert_eq!(distinct.len(), found.len(), "none twice");
    let ids = program
        .app
        .list_ids(&viewer, &query, question.lang)
        .await
        .unwrap();
    let ids: Vec<_> = ids.iter().map(|id: &ItemId| id.uuid()).collect();
    assert_eq!(ids, found, "all at once, and page by page");

    if !is_exact {
        let must = passing.iter().filter(|shown| say(shown) == Finding::Must);
        for shown in must {
            assert!(
                distinct.contains(&shown.id.uuid()),
                "{} is not found",
                shown.name
            );
        }
        let may: BTreeSet<_> = passing.iter().map(|shown| shown.id.uuid()).collect();
        assert!(
            distinct.is_subset(&may),
            "no more than the filters let pass"
        );
        passing.retain(|shown| distinct.contains(&shown.id.uuid()));
    }
    let by = question
        .sort
        .or((query.text().is_empty()).then_some(Sort::NEWEST));
    if let Some(by) = by {
        filter::sort(&mut passing, by, question.lang);
        let expected: Vec<_> = passing.iter().map(|shown| shown.id.uuid()).collect();
        assert_eq!(found, expected, "what is listed, in order");
    } else {
        let expected: BTreeSet<_> = passing.iter().map(|shown| shown.id.uuid()).collect();
        assert_eq!(distinct, expected, "what is listed");
    }
    for page in &pages {
        assert_eq!(page.total, found.len() as u64, "the total");
        assert_eq!(
            page.pieces,
            passing
                .iter()
                .map(|shown| u64::from(shown.quantity))
                .sum::<u64>()
        );
        assert_eq!(
            page.value,
            passing.iter().filter_map(|shown| shown.value).sum::<i64>()
        );
    }
    if is_exact {
        assert_eq!(
            first.counts,
            Some(filter::counts(&query, &may)),
            "the counts"
        );
    }
}

/// Every page of a list, each led to by the one before; each leads back, and says where it stands.
async fn pages(
    program: &Program,
    viewer: &Viewer,
    query: &ItemQuery,
    question: &Question,
) -> Vec<Results> {
    let mut pages: Vec<Results> = Vec::new();
    let mut asked = vec![query.clone()];
    loop {
        let query = asked.last().unwrap();
        let listed = program.app.list(viewer, query, question.lang, true).await;
        let (_, listing) = listed.unwrap();
        let rows: Vec<_> = listing.items.iter().map(|row| row.id.uuid()).collect();
        assert_eq!(rows, listing.results.ids, "the rows of a page");
        let page = listing.results;
        let skipped: usize = pages.iter().map(|page| page.ids.len()).sum();
        assert_eq!(page.skipped, skipped as u64, "where the page stands");
        if let [.., before, _] = asked.as_slice() {
            let back = match page.previous.clone() {
                Some(previous) => query.clone().with_after(previous),
                None => query.clone().first_page(),
            };
            assert_eq!(&back, before, "the way back");
        }
        let next = page.next.clone();
        pages.push(page);
        let Some(next) = next else {
            return pages;
        };
        let link = next.to_string().parse().unwrap();
        asked.push(asked[0].clone().with_after(link));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(100), failure_persistence: None, max_shrink_iters: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_list_is_what_looking_at_everything_would_give(story in stories(80)) {
        let folder = tempfile::tempdir().unwrap();
        run(tell(&story, folder.path()));
    }
}

fn run(told: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.unwrap().block_on(told);
}

#[test]
fn what_lies_in_a_thing_goes_where_it_goes_right_after_a_photo_of_it_came() {
    let act = |deed| Event::Act(Act { by: 0, deed });
    let ask = |place| {
        Event::Ask(Question {
            place,
            ..Question::of_all()
        })
    };
    let thing = |at| Deed::AddThing(Sketch::named("Låda 2", at), Vec::new());
    let story = [
        act(Deed::AddPlace(Ground {
            name: "Villan",
            parent: None,
            guests: Vec::new(),
        })),
        act(thing(Spot::Place(0))),
        act(thing(Spot::Thing(0))),
        ask(Some(0)),
        act(Deed::Attach(
            Holder::Thing(1),
            vec![(AttachmentKind::Photo, 0)],
        )),
        act(Deed::EditThing(1, Seen::Any, Edit::Move(Spot::Nowhere))),
        ask(Some(0)),
        ask(None),
    ];
    let folder = tempfile::tempdir().unwrap();
    run(tell(&story, folder.path()));
}

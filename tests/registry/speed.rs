//! How much a store does in a second: `cargo test --release --test registry speed -- --ignored --nocapture --test-threads 1`.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use smartinventory::{
    error::Result,
    registry::store::{Operation, Store, Table, Tx},
};
use tokio::task::JoinSet;

use crate::{
    place::Place,
    steps::{Step, Steps},
};

const CLIENTS: u64 = 32;
const TIME: Duration = Duration::from_secs(5);

/// What it takes to enter one thing: a look, a row, and the ways to it.
struct Enter(u64);

impl Operation for Enter {
    type Output = ();

    async fn run(&self, tx: &mut Tx<'_>) -> Result<()> {
        let key = key(self.0, 0);
        let there = tx.get(Table::Entries, &key).await?;
        assert!(there.is_none());
        tx.put(Table::Entries, key.clone(), vec![7; 500]);
        for way in 1..15 {
            tx.put(Table::Variants, self::key(self.0, way), key.clone());
        }
        Ok(())
    }
}

/// A key like those that are drawn by chance.
fn key(entry: u64, way: u64) -> Vec<u8> {
    let mixed = (entry * 16 + way).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    [mixed.to_be_bytes(), entry.to_be_bytes()].concat()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures, and proves nothing"]
async fn of_one_file() {
    measure("embedded", Place::folder()).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it measures, and proves nothing"]
async fn of_postgres() {
    measure("PostgreSQL", Place::database().await).await;
}

async fn measure(name: &str, place: Place) {
    let store = Arc::new(place.open().await);
    let before = store.commits();
    let written = clients(&store, |store, entry| async move {
        store.write(Enter(entry)).await.is_ok()
    })
    .await;
    tell(name, "writes of 1 get and 15 puts", &written);
    let commits = store.commits() - before;
    println!("{name}: {commits} commits");
    let read = clients(&store, |store, entry| async move {
        let get = Step::Get(Table::Entries, key(entry, 0));
        store.read(Steps(vec![get])).await.is_ok()
    })
    .await;
    tell(name, "reads of 1 get", &read);
}

/// What everybody's requests took, and how many failed.
struct Took(Vec<Duration>, usize);

async fn clients<F: Future<Output = bool> + Send>(
    store: &Arc<Store>,
    ask: impl Fn(Arc<Store>, u64) -> F + Copy + Send + 'static,
) -> Took {
    let mut people = JoinSet::new();
    for client in 0..CLIENTS {
        let store = store.clone();
        people.spawn(async move {
            let mut took = Took(Vec::new(), 0);
            let since = Instant::now();
            let mut count = 0;
            while since.elapsed() < TIME {
                let asked = Instant::now();
                if ask(store.clone(), client << 32 | count).await {
                    took.0.push(asked.elapsed());
                } else {
                    took.1 += 1;
                }
                count += 1;
            }
            took
        });
    }
    let each = people.join_all().await;
    let failed = each.iter().map(|took| took.1).sum();
    let mut all: Vec<Duration> = each.into_iter().flat_map(|took| took.0).collect();
    all.sort_unstable();
    Took(all, failed)
}

fn tell(name: &str, what: &str, Took(took, failed): &Took) {
    let rate = took.len() as u64 / TIME.as_secs();
    let at = |share: usize| took[(took.len() - 1) * share / 100];
    println!(
        "{name}: {rate} {what} a second, median {:?}, p99 {:?}, {failed} refused",
        at(50),
        at(99)
    );
}

//! The store in one file: its contract, and what one thread that writes for all promises besides.

use std::{
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use smartinventory::{
    error::{Error, Result},
    registry::store::{Operation, Store, Table, Tx},
};
use tokio::task::{JoinSet, yield_now};

use crate::{
    contract, model,
    place::Place,
    steps::{Increment, Step, Steps, all, counted, row, write},
};

contract::tests!(Place::folder());

#[test]
fn it_is_what_plain_maps_are() {
    model::tell(&Place::folder());
}

/// Keeps the writer from going on until it is told to.
struct Hold(Mutex<(mpsc::Sender<()>, mpsc::Receiver<()>)>);

impl Operation for Hold {
    type Output = ();

    async fn run(&self, _: &mut Tx<'_>) -> Result<()> {
        let hold = self.0.lock().unwrap();
        hold.0.send(()).unwrap();
        hold.1.recv_timeout(Duration::from_secs(30)).unwrap();
        Ok(())
    }
}

/// Has the writer of a store wait until the sender is told or gone.
fn hold(store: &Arc<Store>) -> mpsc::Sender<()> {
    let (holds, held) = mpsc::channel();
    let (go, going) = mpsc::channel();
    let store = store.clone();
    tokio::spawn(async move { store.write(Hold(Mutex::new((holds, going)))).await.unwrap() });
    tokio::task::block_in_place(|| held.recv().unwrap());
    go
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn those_who_wait_share_a_commit() {
    let folder = Place::folder();
    let store = Arc::new(folder.open().await);
    let before = store.commits();
    let go = hold(&store);
    let mut people = JoinSet::new();
    for _ in 0..200 {
        let store = store.clone();
        people.spawn(async move { store.write(Increment(b"n")).await.unwrap() });
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    go.send(()).unwrap();
    let mut numbers = people.join_all().await;
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=200).collect::<Vec<u64>>());
    assert_eq!(counted(&store, b"n").await, 200);
    let commits = store.commits() - before;
    assert!(
        (1..=20).contains(&commits),
        "{commits} commits of 200 writes"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_finds_too_many_waiting_is_told_at_once() {
    let folder = Place::folder();
    let store = Arc::new(folder.open().await);
    let go = hold(&store);
    let mut people = JoinSet::new();
    for _ in 0..5_000 {
        let store = store.clone();
        people.spawn(async move { store.write(Increment(b"n")).await });
    }
    let mut refused = 0;
    while refused < 5_000 - 4_096 {
        let told = people.join_next().await.unwrap().unwrap();
        assert!(matches!(told, Err(Error::Unavailable(_))), "{told:?}");
        refused += 1;
    }
    go.send(()).unwrap();
    let rest = people.join_all().await;
    assert!(rest.iter().all(Result::is_ok));
    assert_eq!(counted(&store, b"n").await, 4_096);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_nobody_waits_for_any_more_is_left() {
    let folder = Place::folder();
    let store = Arc::new(folder.open().await);
    let go = hold(&store);
    let gone = tokio::time::timeout(Duration::from_millis(50), store.write(Increment(b"n")));
    assert!(gone.await.is_err());
    go.send(()).unwrap();
    write(&store, [Step::Put(Table::Jobs, vec![1], vec![1])]).await;
    assert_eq!(counted(&store, b"n").await, 0);
}

/// Does what an operation must not.
enum Rude {
    Waits,
    BreaksOff,
}

impl Operation for Rude {
    type Output = ();

    async fn run(&self, tx: &mut Tx<'_>) -> Result<()> {
        tx.put(Table::Exact, vec![1], vec![1]);
        match self {
            Self::Waits => yield_now().await,
            Self::BreaksOff => panic!("on purpose"),
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_operation_that_waits_or_breaks_off_takes_no_other_along() {
    let folder = Place::folder();
    let store = Arc::new(folder.open().await);
    let go = hold(&store);
    let mut people = JoinSet::new();
    for n in 0..20 {
        let store = store.clone();
        people.spawn(async move {
            match n % 4 {
                0 => assert!(matches!(
                    store.write(Rude::Waits).await,
                    Err(Error::Internal(_))
                )),
                1 => assert!(matches!(
                    store.write(Rude::BreaksOff).await,
                    Err(Error::Internal(_))
                )),
                2 => assert!(matches!(
                    store.read(Rude::Waits).await,
                    Err(Error::Internal(_))
                )),
                _ => assert!(store.write(Increment(b"n")).await.is_ok()),
            }
        });
    }
    go.send(()).unwrap();
    people.join_all().await;
    assert_eq!(counted(&store, b"n").await, 5);
    assert_eq!(all(&store, Table::Exact).await, []);
}

#[tokio::test]
async fn one_process_has_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::embedded(folder.path()).unwrap();
    let second = Store::embedded(folder.path());
    assert!(matches!(second, Err(Error::Unavailable(_))));
    drop(store);
    assert!(Store::embedded(folder.path()).is_ok());
}

#[tokio::test]
async fn what_was_half_made_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("registry.redb.new"), b"half").unwrap();
    let store = Store::embedded(folder.path()).unwrap();
    write(&store, [Step::Put(Table::Jobs, vec![1], vec![1])]).await;
    assert_eq!(all(&store, Table::Jobs).await, [row(&[1], &[1])]);
    let nothing = store.write(Steps(Vec::new())).await;
    assert!(nothing.is_ok());
}

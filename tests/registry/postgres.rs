//! The store in a database that nodes share: its contract, and what becomes of it when the database or a node goes.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use smartinventory::{
    clock::Clock,
    error::{Error, Result},
    notify::trust::Trust,
    registry::store::{FORMAT_VERSION, Operation, Store, Table, Tx},
};
use tokio::{
    task::{JoinSet, block_in_place, spawn_blocking},
    time::sleep,
};

use crate::{
    cluster::Cluster,
    contract, model,
    place::{Place, node},
    steps::{Increment, Step, Steps, all, counted, row, write},
};

contract::tests!(Place::database().await);

#[test]
fn it_is_what_plain_maps_are() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    model::tell(&runtime.block_on(Place::database()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_nodes_start_at_once() {
    let database = Cluster::shared().database().await;
    let mut nodes = JoinSet::new();
    for _ in 0..12 {
        let database = database.clone();
        nodes.spawn(async move { node(&database).await.unwrap() });
    }
    let nodes = nodes.join_all().await;
    write(&nodes[0], [Step::Put(Table::Jobs, vec![1], vec![1])]).await;
    assert_eq!(all(&nodes[11], Table::Jobs).await, [row(&[1], &[1])]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nodes_lose_no_increment_of_one_another() {
    let database = Place::database().await;
    let nodes = [
        Arc::new(database.open().await),
        Arc::new(database.open().await),
    ];
    let mut people = JoinSet::new();
    for person in 0..8 {
        let node = nodes[person % 2].clone();
        people.spawn(async move {
            let mut done = 0;
            for _ in 0..20 {
                done += u64::from(node.write(Increment(b"n")).await.is_ok());
            }
            done
        });
    }
    let done: u64 = people.join_all().await.into_iter().sum();
    assert_eq!(counted(&nodes[0], b"n").await, done);
    assert!(done > 100, "only {done} of 160 were done");
}

#[tokio::test]
async fn tables_of_a_newer_version_are_left() {
    let database = Cluster::shared().database().await;
    drop(node(&database).await.unwrap());
    let (client, connection) = tokio_postgres::connect(&database, tokio_postgres::NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    let newer = format!(
        "update registry_schema set version = {}",
        FORMAT_VERSION + 1
    );
    client.batch_execute(&newer).await.unwrap();
    let refused = node(&database).await.err();
    assert!(
        matches!(refused, Some(Error::Unavailable(_))),
        "{refused:?}"
    );
}

/// Counts, and lets somebody cut its connection in between, the first time.
struct Cut {
    tries: Arc<AtomicU32>,
    first: AtomicBool,
    go: Mutex<(mpsc::Sender<()>, mpsc::Receiver<()>)>,
}

impl Operation for Cut {
    type Output = ();

    async fn run(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.tries.fetch_add(1, Ordering::SeqCst);
        tx.get(Table::Counters, b"n").await?;
        if self.first.swap(false, Ordering::SeqCst) {
            let go = self.go.lock().unwrap();
            go.0.send(()).unwrap();
            block_in_place(|| go.1.recv_timeout(Duration::from_secs(30)).unwrap());
        }
        Increment(b"n").run(tx).await.map(|_| ())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_connection_that_is_cut_is_made_again() {
    let database = Cluster::shared().database().await;
    let store = Arc::new(node(&database).await.unwrap());
    let name = database
        .rsplit('/')
        .next()
        .unwrap()
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let (begun, has_begun) = mpsc::channel();
    let (go, going) = mpsc::channel();
    let tries = Arc::new(AtomicU32::new(0));
    let cut = Cut {
        tries: tries.clone(),
        first: AtomicBool::new(true),
        go: Mutex::new((begun, going)),
    };
    let writing = tokio::spawn({
        let store = store.clone();
        async move { store.write(cut).await }
    });
    spawn_blocking(move || has_begun.recv().unwrap())
        .await
        .unwrap();
    let administrator = Cluster::shared().administrator().await;
    let ended = administrator
        .query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
            &[&name],
        )
        .await
        .unwrap();
    assert!(!ended.is_empty());
    go.send(()).unwrap();
    writing.await.unwrap().unwrap();
    assert_eq!(tries.load(Ordering::SeqCst), 2);
    assert_eq!(counted(&store, b"n").await, 1);
}

/// What one client was told while the server came and went.
#[derive(Default)]
struct Told {
    done: u64,
    unknown: u64,
    after: u64,
}

const COUNTS: [&[u8]; 6] = [b"0", b"1", b"2", b"3", b"4", b"5"];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_was_promised_outlives_a_server_that_is_killed() {
    let mut cluster = spawn_blocking(Cluster::start).await.unwrap();
    let database = cluster.database().await;
    let store = Arc::new(node(&database).await.unwrap());
    let (over, back) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicBool::new(false)),
    );
    let mut people = JoinSet::new();
    for count in COUNTS {
        let (store, over, back) = (store.clone(), over.clone(), back.clone());
        people.spawn(async move {
            let mut told = Told::default();
            while !over.load(Ordering::SeqCst) {
                let is_back = back.load(Ordering::SeqCst);
                match store.write(Increment(count)).await {
                    Ok(_) => {
                        told.done += 1;
                        told.after += u64::from(is_back);
                    }
                    Err(Error::Unavailable(_)) => told.unknown += 1,
                    Err(error) => panic!("{error}"),
                }
            }
            (count, told)
        });
    }
    for _ in 0..2 {
        sleep(Duration::from_millis(700)).await;
        cluster = spawn_blocking(move || {
            cluster.kill();
            cluster.revive();
            cluster
        })
        .await
        .unwrap();
    }
    back.store(true, Ordering::SeqCst);
    sleep(Duration::from_secs(1)).await;
    over.store(true, Ordering::SeqCst);
    for (count, told) in people.join_all().await {
        let there = counted(&store, count).await;
        let Told {
            done,
            unknown,
            after,
        } = told;
        assert!(
            (done..=done + unknown).contains(&there),
            "{there} of {done} and {unknown}"
        );
        assert!(after > 0, "it did not come back by itself");
    }
    // And a database that stays away is told of, in time.
    let cluster = spawn_blocking(move || {
        cluster.kill();
        cluster
    });
    let cluster = cluster.await.unwrap();
    let since = Instant::now();
    let away = store.write(Increment(COUNTS[0])).await;
    assert!(matches!(away, Err(Error::Unavailable(_))), "{away:?}");
    assert!(
        since.elapsed() < Duration::from_secs(20),
        "{:?}",
        since.elapsed()
    );
    drop(cluster);
}

#[tokio::test]
async fn only_whom_one_trusts_is_spoken_to() {
    let cluster = Cluster::shared();
    let database = cluster.encrypted(&cluster.database().await);
    let refused = node(&database).await.err();
    assert!(
        matches!(refused, Some(Error::Unavailable(_))),
        "{refused:?}"
    );
    let trust = Trust::of_this_machine().unwrap();
    let trust = trust.and(cluster.certificate()).unwrap();
    let store = Store::postgres(&database, &trust, Clock::system())
        .await
        .unwrap();
    store
        .write(Steps(vec![Step::Put(Table::Jobs, vec![1], vec![1])]))
        .await
        .unwrap();
    assert_eq!(all(&store, Table::Jobs).await, [row(&[1], &[1])]);
    let administrator = cluster.administrator().await;
    let encrypted = administrator
        .query("select 1 from pg_stat_ssl natural join pg_stat_activity where ssl and application_name like 'smart%'", &[])
        .await
        .unwrap();
    assert!(!encrypted.is_empty());
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    for url in [
        "",
        "sqlite:///nowhere",
        "postgres://somebody:secret@127.0.0.1:port/",
    ] {
        let refused = node(url).await.err();
        let Some(Error::Unavailable(cause)) = refused else {
            panic!("{url}: {refused:?}");
        };
        assert!(!cause.contains("secret"), "{cause}");
    }
}

//! What every store promises, whatever it keeps its tables in.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::Duration,
};

use smartinventory::{
    error::{Error, Result},
    registry::store::{Direction, KEY_LIMIT, Operation, Table, Tx},
};
use tokio::task::{JoinSet, block_in_place};

use crate::{
    place::Place,
    steps::{Increment, Run, RunKind, Step, Steps, all, counted, row, write},
};

/// Each promise as a test of its own, in the place that is given.
macro_rules! tests {
    ($place:expr) => {
        crate::contract::tests!($place;
            keys_are_in_the_order_of_their_bytes,
            a_transaction_sees_what_it_has_written,
            a_failure_leaves_nothing,
            no_increment_is_lost,
            neither_of_two_writes_what_the_other_has_read,
            a_snapshot_stands_still,
            who_reads_may_not_write,
            a_key_that_is_too_long_is_refused,
            all_is_there_when_it_is_opened_again,
            what_is_large_is_kept,
            much_is_read_and_written_at_once);
    };
    ($place:expr; $($name:ident),*) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                crate::contract::$name($place).await;
            }
        )*
    };
}
pub(crate) use tests;

const TABLE: Table = Table::Exact;

fn put(key: &[u8], value: &[u8]) -> Step {
    Step::Put(TABLE, key.to_vec(), value.to_vec())
}

fn range(run: Run, limit: usize, direction: Direction) -> Step {
    Step::Range(TABLE, run, limit, direction)
}

pub async fn keys_are_in_the_order_of_their_bytes(place: Place) {
    let store = place.open().await;
    let keys: [&[u8]; 6] = [&[], &[0], &[0, 0], &[0x7f, 0xff], &[0x80], &[0xff, 0xff]];
    let puts: Vec<Step> = keys.iter().rev().map(|key| put(key, key)).collect();
    write(&store, puts).await;
    let rows: Vec<_> = keys.iter().map(|key| row(key, key)).collect();
    assert_eq!(all(&store, TABLE).await, rows);
    assert_eq!(all(&store, Table::Variants).await, []);
    let backwards = range(Run::ALL, 2, Direction::Backwards);
    let prefix = Run {
        kind: RunKind::Prefix(vec![0]),
        ..Run::ALL
    };
    let found = store
        .read(Steps(vec![
            backwards,
            range(prefix, 9, Direction::Forwards),
            Step::Ranges(TABLE, vec![vec![0xff], vec![9], vec![0], vec![]], 1),
            Step::GetMany(TABLE, vec![vec![0x80], vec![5], vec![], vec![0x80]]),
        ]))
        .await
        .unwrap();
    let expected = [
        vec![rows[5].clone(), rows[4].clone()],
        vec![rows[1].clone(), rows[2].clone()],
        vec![rows[5].clone(), rows[1].clone(), rows[0].clone()],
        vec![rows[0].clone(), rows[4].clone()],
    ];
    assert_eq!(found, expected);
}

pub async fn a_transaction_sees_what_it_has_written(place: Place) {
    let store = place.open().await;
    write(&store, [put(b"a", b"1"), put(b"b", b"2"), put(b"c", b"3")]).await;
    let found = write(
        &store,
        [
            Step::Remove(TABLE, b"a".to_vec()),
            put(b"b", b"new"),
            put(b"d", b"4"),
            Step::Get(TABLE, b"a".to_vec()),
            Step::Get(TABLE, b"b".to_vec()),
            Step::GetMany(TABLE, vec![b"d".to_vec(), b"c".to_vec(), b"a".to_vec()]),
            range(Run::ALL, 2, Direction::Forwards),
            range(Run::ALL, 2, Direction::Backwards),
            Step::Ranges(TABLE, vec![b"a".to_vec(), b"b".to_vec(), b"d".to_vec()], 1),
        ],
    )
    .await;
    let (b, c, d) = (row(b"b", b"new"), row(b"c", b"3"), row(b"d", b"4"));
    let expected = [
        vec![],
        vec![b.clone()],
        vec![c.clone(), d.clone()],
        vec![b.clone(), c.clone()],
        vec![d.clone(), c.clone()],
        vec![b.clone(), d.clone()],
    ];
    assert_eq!(found[3..], expected);
    assert_eq!(all(&store, TABLE).await, [b, c, d]);
}

pub async fn a_failure_leaves_nothing(place: Place) {
    let store = place.open().await;
    write(&store, [put(b"a", b"1")]).await;
    let failing = vec![
        put(b"a", b"2"),
        put(b"b", b"2"),
        Step::Put(Table::Jobs, vec![1], vec![1]),
        Step::Fail,
    ];
    let failed = store.write(Steps(failing)).await;
    assert!(matches!(failed, Err(Error::Conflict)), "{failed:?}");
    assert_eq!(all(&store, TABLE).await, [row(b"a", b"1")]);
    assert_eq!(all(&store, Table::Jobs).await, []);
}

pub async fn no_increment_is_lost(place: Place) {
    let store = Arc::new(place.open().await);
    let mut people = JoinSet::new();
    for _ in 0..16 {
        let store = store.clone();
        people.spawn(async move {
            let mut done = Vec::new();
            for _ in 0..25 {
                match store.write(Increment(b"n")).await {
                    Ok(number) => done.push(number),
                    Err(Error::Unavailable(_)) => {} // Too many at once: then nothing has happened.
                    Err(error) => panic!("{error}"),
                }
            }
            done
        });
    }
    let mut done: Vec<u64> = people.join_all().await.concat();
    done.sort_unstable();
    let all: Vec<u64> = (1..=counted(&store, b"n").await).collect();
    assert_eq!(done, all);
    assert!(done.len() > 300, "only {} of 400 were done", done.len());
}

/// Goes off duty, if somebody else stays.
struct GoOff(&'static [u8]);

impl Operation for GoOff {
    type Output = ();

    async fn run(&self, tx: &mut Tx<'_>) -> Result<()> {
        let mut on = Vec::new();
        for _ in 0..5 {
            on = tx.get_many(TABLE, &[b"a".to_vec(), b"b".to_vec()]).await?;
        }
        if on.iter().filter(|(_, duty)| duty == b"on").count() == 2 {
            tx.put(TABLE, self.0.to_vec(), b"off".to_vec());
        }
        Ok(())
    }
}

pub async fn neither_of_two_writes_what_the_other_has_read(place: Place) {
    let store = place.open().await;
    for round in 0..40 {
        write(&store, [put(b"a", b"on"), put(b"b", b"on")]).await;
        let (a, b) = tokio::join!(store.write(GoOff(b"a")), store.write(GoOff(b"b")));
        a.and(b).unwrap();
        let left = all(&store, TABLE).await;
        let on = left.iter().filter(|(_, duty)| duty == b"on").count();
        assert_eq!(on, 1, "round {round}: {left:?}");
    }
}

/// Reads twice, and lets others write in between.
struct Twice {
    first: AtomicBool,
    go: Mutex<(mpsc::Sender<()>, mpsc::Receiver<()>)>,
}

impl Operation for Twice {
    type Output = [Option<Vec<u8>>; 2];

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        let before = tx.get(TABLE, b"a").await?;
        if self.first.swap(false, Ordering::SeqCst) {
            let go = self.go.lock().unwrap();
            go.0.send(()).unwrap();
            block_in_place(|| go.1.recv_timeout(Duration::from_secs(30)).unwrap());
        }
        Ok([before, tx.get(TABLE, b"a").await?])
    }
}

pub async fn a_snapshot_stands_still(place: Place) {
    let store = Arc::new(place.open().await);
    write(&store, [put(b"a", b"1")]).await;
    let (has_read, is_read) = mpsc::channel();
    let (has_written, is_written) = mpsc::channel();
    let twice = Twice {
        first: AtomicBool::new(true),
        go: Mutex::new((has_read, is_written)),
    };
    let reading = tokio::spawn({
        let store = store.clone();
        async move { store.read(twice).await }
    });
    tokio::task::spawn_blocking(move || is_read.recv().unwrap())
        .await
        .unwrap();
    write(&store, [put(b"a", b"2")]).await;
    has_written.send(()).unwrap();
    let [before, after] = reading.await.unwrap().unwrap();
    assert_eq!(before.as_deref(), Some(&b"1"[..]));
    assert_eq!(after, before);
    assert_eq!(all(&store, TABLE).await, [row(b"a", b"2")]);
}

pub async fn who_reads_may_not_write(place: Place) {
    let store = place.open().await;
    for step in [put(b"a", b"1"), Step::Remove(TABLE, b"a".to_vec())] {
        let refused = store.read(Steps(vec![step])).await;
        assert!(matches!(refused, Err(Error::Internal(_))), "{refused:?}");
    }
    assert_eq!(all(&store, TABLE).await, []);
}

pub async fn a_key_that_is_too_long_is_refused(place: Place) {
    let store = place.open().await;
    let longest = vec![0xff; KEY_LIMIT];
    write(&store, [put(&longest, b"1")]).await;
    assert_eq!(all(&store, TABLE).await, [row(&longest, b"1")]);
    let refused = store
        .write(Steps(vec![put(&[0; KEY_LIMIT + 1], b"1"), put(b"a", b"1")]))
        .await;
    assert!(matches!(refused, Err(Error::Internal(_))), "{refused:?}");
    assert_eq!(all(&store, TABLE).await, [row(&longest, b"1")]);
}

pub async fn all_is_there_when_it_is_opened_again(place: Place) {
    for number in 1..=3_u8 {
        let store = place.open().await;
        for table in Table::ALL {
            write(&store, [Step::Put(table, vec![number], vec![number])]).await;
            assert_eq!(all(&store, table).await.len(), usize::from(number));
        }
    }
}

pub async fn what_is_large_is_kept(place: Place) {
    let store = place.open().await;
    let large: Vec<u8> = (0..1_048_576_u32).map(|n| (n % 251) as u8).collect();
    write(&store, [put(b"large", &large), put(b"empty", b"")]).await;
    let found = all(&store, TABLE).await;
    assert!(found == [row(b"empty", b""), row(b"large", &large)]);
}

pub async fn much_is_read_and_written_at_once(place: Place) {
    let store = place.open().await;
    let keys: Vec<Vec<u8>> = (0..5_000_u16).map(|n| n.to_be_bytes().to_vec()).collect();
    let puts: Vec<Step> = keys.iter().map(|key| put(key, key)).collect();
    write(&store, puts).await;
    let steps = vec![
        Step::GetMany(TABLE, keys.clone()),
        Step::Ranges(TABLE, (0..19).map(|n| vec![n]).collect(), 100),
    ];
    let found = store.read(Steps(steps)).await.unwrap();
    assert_eq!(found[0].len(), 5_000);
    assert_eq!(found[1].len(), 1_900);
    let removals: Vec<Step> = keys
        .iter()
        .map(|key| Step::Remove(TABLE, key.clone()))
        .collect();
    write(&store, removals).await;
    assert_eq!(all(&store, TABLE).await, []);
}

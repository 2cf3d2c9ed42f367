//! That a store is what two plain maps are: whatever transactions are told to both, they answer alike.

use std::collections::BTreeMap;

use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use smartinventory::registry::store::{Direction, Row, Store, Table};
use tokio::runtime::Runtime;

use crate::{
    place::Place,
    steps::{Run, RunKind, Step, Steps, all, write},
};

const TABLES: [Table; 2] = [Table::Entries, Table::Keys];

type Model = BTreeMap<Table, BTreeMap<Vec<u8>, Vec<u8>>>;

/// Tells stories by chance to the store of a place and to a model.
pub fn tell(place: &Place) {
    let runtime = Runtime::new().unwrap();
    let store = runtime.block_on(place.open());
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        // Each transaction is synced.
        cases: Config::default().cases / 4,
        ..Config::default()
    });
    let outcome = runner.run(&vec(vec(step(), 1..12), 1..8), |story| {
        runtime.block_on(compare(&store, story));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

async fn compare(store: &Store, told: Vec<Vec<Step>>) {
    for table in TABLES {
        let left = all(store, table).await;
        let removals: Vec<Step> = left
            .into_iter()
            .map(|(key, _)| Step::Remove(table, key))
            .collect();
        write(store, removals).await;
    }
    let mut model = Model::default();
    for steps in told {
        let mut after = model.clone();
        let expected: Option<Vec<Vec<Row>>> =
            steps.iter().map(|step| apply(&mut after, step)).collect();
        if expected.is_some() {
            model = after;
        }
        let found = store.write(Steps(steps.clone())).await.ok();
        assert_eq!(found, expected, "{steps:?}");
        for table in TABLES {
            let rows: Vec<Row> = model
                .get(&table)
                .cloned()
                .unwrap_or_default()
                .into_iter()
                .collect();
            assert_eq!(all(store, table).await, rows, "after {steps:?}");
        }
    }
}

/// What a step comes upon in the model; none where it fails.
fn apply(model: &mut Model, step: &Step) -> Option<Vec<Row>> {
    let mut table = |table: &Table| model.entry(*table).or_default().clone();
    let rows = |rows: Vec<(&Vec<u8>, &Vec<u8>)>| {
        let rows = rows.into_iter();
        rows.map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    };
    Some(match step {
        Step::Put(table, key, value) => {
            model
                .entry(*table)
                .or_default()
                .insert(key.clone(), value.clone());
            Vec::new()
        }
        Step::Remove(table, key) => {
            model.entry(*table).or_default().remove(key);
            Vec::new()
        }
        Step::Get(of, key) => rows(
            table(of)
                .iter()
                .filter(|(other, _)| *other == key)
                .collect(),
        ),
        Step::GetMany(of, keys) => rows(
            table(of)
                .iter()
                .filter(|(key, _)| keys.contains(key))
                .collect(),
        ),
        Step::Range(of, run, limit, direction) => {
            let table = table(of);
            let mut found: Vec<_> = table.iter().filter(|(key, _)| run.has(key)).collect();
            if *direction == Direction::Backwards {
                found.reverse();
            }
            found.truncate(*limit);
            rows(found)
        }
        Step::Ranges(of, prefixes, limit) => {
            let table = table(of);
            let each = prefixes.iter().flat_map(|prefix| {
                table
                    .iter()
                    .filter(move |(key, _)| key.starts_with(prefix))
                    .take(*limit)
            });
            rows(each.collect())
        }
        Step::Fail => return None,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let table = || proptest::sample::select(TABLES.to_vec());
    let direction = proptest::sample::select(vec![Direction::Forwards, Direction::Backwards]);
    prop_oneof![
        8 => (table(), key(), vec(any::<u8>(), 0..3)).prop_map(|(table, key, value)| Step::Put(table, key, value)),
        4 => (table(), key()).prop_map(|(table, key)| Step::Remove(table, key)),
        2 => (table(), key()).prop_map(|(table, key)| Step::Get(table, key)),
        2 => (table(), vec(key(), 0..5)).prop_map(|(table, keys)| Step::GetMany(table, keys)),
        6 => (table(), run(), 0..5_usize, direction)
            .prop_map(|(table, run, limit, direction)| Step::Range(table, run, limit, direction)),
        3 => (table(), vec(key(), 0..4), 0..4_usize)
            .prop_map(|(table, prefixes, limit)| Step::Ranges(table, prefixes, limit)),
        1 => Just(Step::Fail),
    ]
}

/// Few bytes, so that keys meet.
fn key() -> impl Strategy<Value = Vec<u8>> {
    vec(
        proptest::sample::select(vec![0, 1, 0x61, 0xfe, 0xff_u8]),
        0..4,
    )
}

fn run() -> impl Strategy<Value = Run> {
    let kind = prop_oneof![
        Just(RunKind::All),
        key().prop_map(RunKind::Prefix),
        (key(), key()).prop_map(|(from, to)| RunKind::Between(from, to)),
    ];
    let maybe = || proptest::option::weighted(0.3, key());
    (kind, maybe(), maybe()).prop_map(|(kind, after, before)| Run {
        kind,
        after,
        before,
    })
}

//! Writing: what is saved is on the disk and found, beside the bare disk; and very much at once.

use std::{
    ffi::OsStr,
    fs::OpenOptions,
    io::Write,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    Bench,
    household::Served,
    load::run,
    preload,
    table::{Row, Sample, count, milliseconds, short},
    wire::Connection,
};

/// How long a sync takes on a slow disk, in milliseconds: a memory card in a Raspberry Pi.
const SLOW: u64 = 50;
/// How many things are imported and moved at once.
const MANY: usize = 10_000;

/// Measures single changes on each household, and on a slow disk.
pub fn create(bench: &mut Bench) {
    let rounds = if bench.quick { 50 } else { 300 };
    for size in bench.sizes.clone() {
        let served = bench.household(size).serve();
        for row in durable(&served, size, rounds) {
            bench.tell(row);
        }
        served.server.stop();
    }
    let size = bench.usual();
    let library = preload::build("faults.c", &bench.room);
    let (folder, delay) = (bench.household(size).folder.clone(), SLOW.to_string());
    let variables: [(&str, &OsStr); 3] = [
        ("LD_PRELOAD", library.as_os_str()),
        ("FAULTS_ROOT", folder.as_os_str()),
        ("FAULTS_SYNC", OsStr::new(&delay)),
    ];
    let served = bench.household(size).serve_with(&variables);
    let (saved, found) = run(saved_and_found(&served, rounds.min(50)));
    assert!(
        saved.median() >= milliseconds(Duration::from_millis(SLOW)),
        "the disk is not slow"
    );
    let seen = format!(
        "saved in median {} ms; then found in median {} ms, at most {} ms, by the next request",
        short(saved.median()),
        short(found.median()),
        short(found.worst())
    );
    let row = Row::new(
        format!("create and search, {SLOW} ms a sync"),
        count(size),
        seen,
    );
    bench.tell(row.most("ms later", found.worst(), 50.0));
    served.server.stop();
}

/// Adds things and asks for each at once; the answer must have it. How long the two took.
async fn saved_and_found(served: &Served, rounds: usize) -> (Sample, Sample) {
    let mut connection = Connection::open(served.server.address())
        .await
        .expect("the server listens");
    let (mut saved, mut found) = (Sample::default(), Sample::default());
    for round in 0..rounds {
        let name = format!("Ettöring{}x{round}", std::process::id());
        let add = served.call("POST", "/api/v1/items", &json!({ "name": name }));
        let started = Instant::now();
        let status = connection.receive(&add).await.ok();
        saved.add(started.elapsed());
        assert_eq!(status, Some(201));
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &name)
            .finish();
        let search = served.call("GET", &format!("/api/v1/items?{query}"), &json!(null));
        let started = Instant::now();
        let answer = connection.ask(&search).await.expect("the server answers");
        found.add(started.elapsed());
        assert!(
            answer.text().contains(&name),
            "the next request does not have {name}: {}",
            answer.text()
        );
    }
    (saved, found)
}

/// A thing by the API, one by the page, and the same bytes on the bare disk, in turns.
fn durable(served: &Served, size: usize, rounds: usize) -> Vec<Row> {
    let path = served.server.folder().join("bare");
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .expect("there is room");
    let (mut api, mut page, mut disk) = (Sample::default(), Sample::default(), Sample::default());
    run(async {
        let mut connection = Connection::open(served.server.address())
            .await
            .expect("the server listens");
        for round in 0..rounds + 10 {
            let name = format!("Sparbössa {round}");
            let body = json!({"name": name, "maker": "Gefle", "description": "ärvd av mormor"});
            let requests = [
                (served.call("POST", "/api/v1/items", &body), 201, &mut api),
                (
                    served.form("/items", &[("name", &name), ("maker", "Gefle")]),
                    303,
                    &mut page,
                ),
            ];
            for (request, expected, sample) in requests {
                let started = Instant::now();
                let status = connection.receive(&request).await.ok();
                let took = started.elapsed();
                assert_eq!(status, Some(expected));
                if round >= 10 {
                    sample.add(took);
                }
            }
            let bytes = body.to_string();
            let started = Instant::now();
            file.write_all(bytes.as_bytes())
                .and_then(|()| file.sync_data())
                .expect("the disk is well");
            if round >= 10 {
                disk.add(started.elapsed());
            }
        }
    });
    std::fs::remove_file(path).expect("it was written");
    let (_, found) = run(saved_and_found(served, rounds));
    let row = |work: &str, sample: &Sample| {
        let share = sample.median() / disk.median();
        let seen = format!(
            "median {} ms, p99 {} ms; {} × the bare fdatasync, {} and {} ms",
            short(sample.median()),
            short(sample.p99()),
            short(share),
            short(disk.median()),
            short(disk.p99())
        );
        Row::new(work, count(size), seen).most("× fdatasync", share, 2.0)
    };
    let seen = format!(
        "always; answered in median {} ms, p99 {} ms",
        short(found.median()),
        short(found.p99())
    );
    vec![
        row("durable create, API", &api),
        row("durable create, page", &page),
        Row::new("the next request finds it", count(size), seen),
    ]
}

/// Measures what is brought in and moved in one go.
pub fn bulk(bench: &mut Bench) {
    for size in bench.sizes.clone() {
        let household = bench.household(size);
        let moved = size.min(MANY);
        let (answered, whole): (Vec<Duration>, Vec<Duration>) =
            household.imports.iter().copied().unzip();
        let worst =
            |times: &[Duration]| milliseconds(*times.iter().max().expect("it was imported"));
        let (answered, whole) = (worst(&answered), worst(&whole));
        let mut rows = Vec::new();
        let seen = format!(
            "{} ms until answered, {} ms until the list has all",
            short(answered),
            short(whole)
        );
        let row = Row::new(
            format!("import of {} in one go", count(moved)),
            count(size),
            seen,
        );
        rows.push(if moved == MANY {
            row.most("ms", whole, 3000.0)
        } else {
            row
        });
        let served = household.serve();
        let mut times = Sample::default();
        for shelf in household.shelves.iter().take(5) {
            let ids = &household.ids[..moved];
            let body = json!({"ids": ids, "operation": {"do": "move", "place": shelf}});
            let call = served.call("POST", "/api/v1/items/bulk", &body);
            times.add(run(async {
                let mut connection = Connection::open(served.server.address())
                    .await
                    .expect("the server listens");
                let started = Instant::now();
                let answer = connection.ask(&call).await.expect("the server answers");
                assert_eq!(answer.status, 200, "{}", answer.text());
                started.elapsed()
            }));
        }
        let seen = format!(
            "median {} ms, at most {} ms of 5",
            short(times.median()),
            short(times.worst())
        );
        let row = Row::new(
            format!("move of {} in one go", count(moved)),
            count(size),
            seen,
        );
        rows.push(if moved == MANY {
            row.most("ms", times.median(), 1000.0)
        } else {
            row
        });
        served.server.stop();
        for row in rows {
            bench.tell(row);
        }
    }
}

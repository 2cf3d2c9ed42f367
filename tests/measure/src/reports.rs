//! Reports: how long one is printed, and in how much memory, beside two programs that print its page; and all of it in one file.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    Bench,
    belongings::believable,
    household::{Household, Served},
    picture::{self, path, tool},
    server::client::Part,
    table::{Row, Sample, count, milliseconds, short},
};

/// How many things a claim is about.
const CLAIMED: usize = 300;
/// How many things the largest claim is about; each second has two pictures.
const LARGEST: usize = 2_000;
/// How many things the longest inventory has.
const LISTED: usize = 10_000;
/// How long memory may take to be given back.
const GIVEN_BACK: Duration = Duration::from_secs(5);

/// Measures claims with pictures, long lists without, and a package.
pub fn measure(bench: &mut Bench) {
    let room = bench.room.join("reports");
    fs::create_dir_all(&room).expect("there is room");
    let small = if bench.quick { 10 } else { 1 };
    claim(bench, &room, CLAIMED / small);
    largest(bench, &room, LARGEST / small);
    long(bench, &room);
}

/// A claim about things with a photo of 12 megapixels each, whose small pictures are there; and its package.
fn claim(bench: &mut Bench, room: &Path, things: usize) {
    let household = Household::make(bench.room.join("claim"), 1);
    let served = household.serve();
    let [jpeg, _] = picture::large(room);
    let photo = fs::read(jpeg).expect("it was drawn");
    let items = belongings(&served, things);
    for (number, item) in (0..).zip(&items) {
        hang(&served, item, &picture::another(&photo, number));
    }
    let claim = claimed(&served, &items);
    let size = format!("{}, a photo each", count(things));
    let rounds = if bench.quick { 2 } else { 5 };
    let mut ours = Sample::default();
    let mut peak = 0.0_f64;
    let idle = idle(&served);
    let mut report = String::new();
    for _ in 0..rounds {
        let watch = served.process().watch();
        let started = Instant::now();
        report = made(&served, &claim);
        fetch(&served, &report, "pdf", &room.join("claim.pdf"));
        ours.add(started.elapsed());
        peak = peak.max(watch.peak());
    }
    let after = self::idle(&served);
    let page = room.join("claim.html");
    fetch(&served, &report, "html", &page);
    let others = [("WeasyPrint", weasyprint as Print), ("Chromium", chromium)];
    let others = others.map(|(name, print)| {
        let mut theirs = Sample::default();
        for _ in 0..rounds.min(3) {
            let started = Instant::now();
            print(&page, &room.join("other.pdf"));
            theirs.add(started.elapsed());
        }
        let median = theirs.median();
        let share = short(ours.median() / median);
        format!(
            "{name} prints the same page in {} ms: {share} × that",
            short(median)
        )
    });
    let seen = format!(
        "from the request to the file in median {} ms; {}; {:.1} MB; memory {} MB before, {} MB at most, {} MB after 5 s",
        short(ours.median()),
        others.join("; "),
        megabytes(&room.join("claim.pdf")),
        short(idle),
        short(peak),
        short(after)
    );
    let row = Row::new("insurance claim as PDF", size.as_str(), seen)
        .most("ms", ours.median(), 500.0)
        .most("MB above idle", peak - idle, 80.0)
        .most("MB kept", after - idle, 10.0);
    bench.tell(row);
    package(bench, &served, &report, room, &size);
    served.server.stop();
}

/// All of a report in one file, beside copying the same photos as one.
fn package(bench: &mut Bench, served: &Served, report: &str, room: &Path, size: &str) {
    let (mut ours, mut bare) = (Sample::default(), Sample::default());
    let idle = idle(served);
    let mut peak = 0.0_f64;
    let to = room.join("claim.zip");
    for _ in 0..3 {
        let watch = served.process().watch();
        let started = Instant::now();
        fetch(served, report, "zip", &to);
        ours.add(started.elapsed());
        peak = peak.max(watch.peak());
        let started = Instant::now();
        let mut copy = File::create(room.join("copy")).expect("there is room");
        for original in files(&served.server.folder().join("blobs")) {
            io::copy(&mut File::open(original).expect("it is there"), &mut copy).expect("room");
        }
        copy.sync_all().expect("the disk is well");
        bare.add(started.elapsed());
    }
    let share = ours.median() / bare.median();
    let seen = format!(
        "{:.0} MB, on the disk in median {} ms, {} × copying the photos there as one file, {} ms; memory {} MB before, {} MB at most",
        megabytes(&to),
        short(ours.median()),
        short(share),
        short(bare.median()),
        short(idle),
        short(peak)
    );
    let row = Row::new("package of a claim", size, seen).most("MB above idle", peak - idle, 30.0);
    bench.tell(row);
    for file in [to, room.join("copy")] {
        fs::remove_file(file).expect("it was written");
    }
}

/// As many pictures as a report may ever have.
fn largest(bench: &mut Bench, room: &Path, things: usize) {
    let household = Household::make(bench.room.join("largest"), 1);
    let served = household.serve();
    let photo = picture::small(1);
    let items = belongings(&served, things);
    let pictures = items.iter().chain(items.iter().step_by(2));
    for (number, item) in (0..).zip(pictures) {
        hang(&served, item, &picture::another(&photo, number));
    }
    let claim = claimed(&served, &items);
    let idle = idle(&served);
    let watch = served.process().watch();
    let started = Instant::now();
    let report = made(&served, &claim);
    let to = room.join("largest.pdf");
    fetch(&served, &report, "pdf", &to);
    let took = milliseconds(started.elapsed());
    let peak = watch.peak();
    let after = self::idle(&served);
    let seen = format!(
        "{} ms; {:.1} MB; memory {} MB before, {} MB at most, {} MB after 5 s",
        short(took),
        megabytes(&to),
        short(idle),
        short(peak),
        short(after)
    );
    let size = format!("{}, {} pictures", count(things), count(things * 3 / 2));
    let row = Row::new("insurance claim as PDF, with every picture", size, seen)
        .most("MB above idle", peak - idle, 300.0)
        .most("MB kept", after - idle, 10.0);
    bench.tell(row);
    served.server.stop();
}

/// Long lists without pictures.
fn long(bench: &mut Bench, room: &Path) {
    let served = bench.household(LISTED).serve();
    let idle = idle(&served);
    let inventory = json!({"kind": "inventory", "leave_out": ["pictures"]});
    for (format, name) in [("pdf", "inventory as PDF"), ("xlsx", "inventory as XLSX")] {
        let to = room.join("inventory");
        let watch = served.process().watch();
        let started = Instant::now();
        let report = made(&served, &inventory);
        fetch(&served, &report, format, &to);
        let took = milliseconds(started.elapsed());
        let peak = watch.peak();
        let after = self::idle(&served);
        let seen = format!(
            "{} ms; {:.1} MB; memory {} MB before, {} MB at most, {} MB after 5 s",
            short(took),
            megabytes(&to),
            short(idle),
            short(peak),
            short(after)
        );
        bench.tell(Row::new(name, count(LISTED), seen));
    }
    served.server.stop();
}

/// Things with what a claim tells of each.
fn belongings(served: &Served, things: usize) -> Vec<String> {
    let items = (1..=u32::try_from(things).expect("few")).map(|number| {
        let thing = believable(number);
        let price = i64::from(number % 90) * 100 + 495;
        let money = |amount: i64| json!({"amount": amount.to_string(), "currency": "SEK"});
        json!({
            "name": thing.name,
            "maker": thing.maker,
            "model": thing.model,
            "identifiers": [{"kind": "serial", "text": thing.serial}],
            "acquired": {"on": "2023-05-03", "price": money(price), "from": "Varuhuset"},
            "new_price": money(price * 5 / 4),
        })
    });
    let items: Vec<Value> = items.collect();
    let reply = served
        .program
        .json("POST", "/api/v1/items/many", &json!({ "items": items }));
    assert_eq!(reply.status, 201, "{reply}");
    let ids = reply.json();
    let ids = ids["ids"].as_array().expect("a list").iter();
    ids.map(|id| id.as_str().expect("an id").to_owned())
        .collect()
}

/// Gives a thing a photo, and has its sizes made.
fn hang(served: &Served, item: &str, photo: &[u8]) {
    let path = format!("/api/v1/items/{item}/photos");
    let reply = served
        .program
        .upload(&path, &[Part::File("bild.jpg", photo)]);
    assert_eq!(reply.status, 201, "{reply}");
    let id = reply.json()["attachments"][0]["id"].clone();
    let id = id.as_str().expect("an id");
    let shown = served.owner.get(&format!("/photos/{id}/small"));
    assert_eq!(shown.status, 200, "{shown}");
}

/// A claim about a burglary that took all of these.
fn claimed(served: &Served, items: &[String]) -> Value {
    let burglary = json!({"kind": "burglary", "from": "2026-11-20T08:00", "items": items});
    let reply = served.program.json("POST", "/api/v1/incidents", &burglary);
    assert_eq!(reply.status, 201, "{reply}");
    json!({"kind": "insurance_claim", "incident": reply.json()["id"], "language": "sv"})
}

fn made(served: &Served, asked: &Value) -> String {
    let reply = served.program.json("POST", "/api/v1/reports", asked);
    assert_eq!(reply.status, 201, "{reply}");
    reply.json()["id"].as_str().expect("an id").to_owned()
}

/// Writes a form of a report to the disk, a piece at a time.
fn fetch(served: &Served, report: &str, format: &str, to: &Path) {
    let path = format!("/api/v1/reports/{report}/file?format={format}");
    let request = served.call("GET", &path, &Value::Null);
    let mut stream = TcpStream::connect(served.server.address()).expect("the server listens");
    stream.write_all(&request).expect("it reads");
    let mut answer = BufReader::with_capacity(1 << 20, stream);
    let (mut head, mut length) = (String::new(), None);
    while !head.ends_with("\r\n\r\n") {
        let from = head.len();
        assert_ne!(
            answer.read_line(&mut head).expect("it answers"),
            0,
            "{head}"
        );
        let line = head[from..].trim_end();
        length = line
            .strip_prefix("content-length: ")
            .and_then(|text| text.parse().ok())
            .or(length);
    }
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let length = length.unwrap_or_else(|| panic!("no length: {head}"));
    let mut file = File::create(to).expect("there is room");
    let got = io::copy(&mut answer.take(length), &mut file).expect("it is sent");
    assert_eq!(got, length);
    file.sync_all().expect("the disk is well");
}

/// What the server holds once it has had time to give back what it does not need.
fn idle(served: &Served) -> f64 {
    thread::sleep(GIVEN_BACK);
    served.process().memory_of_all()
}

/// A program that prints a page into a file.
type Print = fn(&Path, &Path);

fn weasyprint(page: &Path, to: &Path) {
    let program = std::env::var("WEASYPRINT").expect("tests/bench has fetched it");
    tool(&program, &[path(page), path(to)]);
}

fn chromium(page: &Path, to: &Path) {
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .arg(format!("--print-to-pdf={}", to.display()))
        .arg(page)
        .output()
        .expect("tests/bench has asked for it");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn megabytes(file: &Path) -> f64 {
    fs::metadata(file).expect("it was written").len() as f64 / 1e6
}

/// Every file beneath a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("it is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

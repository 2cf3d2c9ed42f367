//! Reading: what is proposed of real receipts beside what they say, and beside what it would be with Tesseract's eyes.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    Bench,
    household::{Household, Served},
    picture::{self, path, tool},
    server::client::Part,
    table::{Row, Sample, short},
    truth::{Tally, told},
};

/// What is to be right of photos: shop, date, total.
const OF_PHOTOS: [f64; 3] = [0.75, 0.88, 0.9];
/// What is to be right of PDFs.
const OF_PDFS: [f64; 3] = [1.0, 1.0, 1.0];

/// Reads the receipts and invoices that `SMARTINVENTORY_SAMPLES` has, with what they say beside them.
pub fn measure(bench: &mut Bench) {
    let Some(samples) = env::var_os("SMARTINVENTORY_SAMPLES").map(PathBuf::from) else {
        eprintln!("nothing to read: SMARTINVENTORY_SAMPLES names no folder");
        return;
    };
    let photos = told(&samples.join("receipts"), "jpg");
    let pdfs = told(&samples.join("documents"), "pdf");
    let models = env::var_os("SMARTINVENTORY_MODELS").expect("tests/bench has fetched them");
    let household = bench.household(bench.sizes[0]);
    let seeing = household.serve_with(&[("SMARTINVENTORY_MODELS", &models)]);
    let rows = [
        read(&seeing, "receipt photos", &photos, OF_PHOTOS),
        read(&seeing, "PDF invoices", &pdfs, OF_PDFS),
    ];
    seeing.server.stop();
    // Without networks it reads the text layer, which is Tesseract's then: the same rules, other eyes.
    let blind = household.serve();
    let other = tesseract(&blind, &photos);
    blind.server.stop();
    let papers = [photos, pdfs].concat();
    let many = if bench.quick { 10 } else { 100 };
    let scanned = consume(bench.household(bench.sizes[0]), &models, &papers, many);
    rows.into_iter()
        .chain([other, scanned])
        .for_each(|row| bench.tell(row));
}

/// So many papers put into the folder that a scanner writes into, at once: until all of them lie aside, and until all have
/// been read.
fn consume(household: &Household, models: &OsStr, papers: &[PathBuf], many: usize) -> Row {
    let scans = tempfile::tempdir().expect("there is room");
    let variables = [
        ("SMARTINVENTORY_MODELS", models),
        ("SMARTINVENTORY_CONSUME", scans.path().as_os_str()),
    ];
    let served = household.serve_with(&variables);
    let known = receipts(&served).len();
    let started = Instant::now();
    for (number, paper) in papers.iter().cycle().take(many).enumerate() {
        let bytes = fs::read(paper).expect("it is there");
        let number = u32::try_from(number).expect("few");
        let name = paper.file_name().expect("a file").to_string_lossy();
        let file = scans.path().join(format!("{number}-{name}"));
        fs::write(file, picture::another(&bytes, number)).expect("there is room");
    }
    let aside = scans.path().join("consumed");
    let lie_aside = || fs::read_dir(&aside).map_or(0, Iterator::count);
    while lie_aside() < many {
        thread::sleep(Duration::from_millis(50));
    }
    let taken = started.elapsed();
    let all = receipts(&served);
    assert_eq!(all.len(), known + many, "each is a receipt of its own");
    for receipt in &all {
        let id = receipt["id"].as_str().expect("an id");
        let told = settled(&served, &format!("/api/v1/receipts/{id}"));
        assert_ne!(told["reading"], "failed", "{id}");
    }
    let read = started.elapsed();
    served.server.stop();
    let each = read.as_secs_f64() / many as f64;
    let seen = format!(
        "all lie aside after {} s, all are read after {} s; {} s each",
        short(taken.as_secs_f64()),
        short(read.as_secs_f64()),
        short(each),
    );
    Row::new("receipts from a scanner's folder, all at once", many, seen).most("s each", each, 3.0)
}

fn receipts(served: &Served) -> Vec<Value> {
    let told = served.program.get("/api/v1/receipts?limit=200").json();
    assert_eq!(told["next"], Value::Null, "more than a page");
    told["receipts"].as_array().expect("a list").clone()
}

fn read(served: &Served, what: &str, receipts: &[PathBuf], least: [f64; 3]) -> Row {
    let (mut tally, mut took, mut peak) = (Tally::default(), Sample::default(), 0.0_f64);
    for receipt in receipts {
        let before = served.process().memory_of_all();
        let watch = served.process().watch();
        let started = Instant::now();
        let proposed = propose(served, receipt);
        took.add(started.elapsed());
        peak = peak.max(watch.peak() - before);
        tally.add(receipt, &proposed);
    }
    for miss in &tally.misses {
        eprintln!("  {miss}");
    }
    let before = served.process().memory_of_all();
    thread::sleep(Duration::from_secs(5));
    let kept = served.process().memory_of_all() - before;
    let seen = format!(
        "{}; median {} s, at most {} s; a reader takes {} MB at most",
        tally.words(),
        short(took.median() / 1000.0),
        short(took.worst() / 1000.0),
        short(peak),
    );
    let fields = crate::truth::FIELDS.iter().zip(least).enumerate();
    fields
        .fold(
            Row::new(format!("{what}: proposed right"), receipts.len(), seen),
            |row, (at, (field, least))| row.least(field, tally.share(at), least),
        )
        .most("s each", took.worst() / 1000.0, 3.0)
        .most("MB", peak, 200.0)
        .most("MB kept", kept.max(0.0), 10.0)
}

/// The photos as PDFs with Tesseract's words behind them, in Swedish and English.
fn tesseract(served: &Served, photos: &[PathBuf]) -> Row {
    let room = tempfile::tempdir().expect("there is room");
    let (mut tally, mut took) = (Tally::default(), Sample::default());
    for photo in photos {
        let seen = room.path().join("seen");
        let started = Instant::now();
        tool(
            "tesseract",
            &[
                path(photo),
                path(&seen),
                "-l",
                "swe+eng",
                "--psm",
                "4",
                "pdf",
            ],
        );
        took.add(started.elapsed());
        let proposed = propose(served, &seen.with_extension("pdf"));
        tally.add(photo, &proposed);
    }
    let seen = format!(
        "{}; median {} s, at most {} s",
        tally.words(),
        short(took.median() / 1000.0),
        short(took.worst() / 1000.0),
    );
    Row::new(
        "receipt photos by Tesseract: proposed right",
        photos.len(),
        seen,
    )
}

/// What is proposed of a paper once it has been read.
fn propose(served: &Served, paper: &Path) -> Value {
    let bytes = fs::read(paper).expect("it is there");
    let reply = served
        .program
        .upload("/api/v1/receipts", &[Part::File("paper", &bytes)]);
    assert_eq!(reply.status, 201, "{reply}");
    let receipt = reply.header("location").to_owned();
    settled(served, &receipt)["proposed"].clone()
}

/// A receipt, once it has been read or could not be.
fn settled(served: &Served, receipt: &str) -> Value {
    loop {
        let told = served.program.get(receipt).json();
        match told["reading"].as_str() {
            Some("waiting" | "running") => thread::sleep(Duration::from_millis(5)),
            _ => return told,
        }
    }
}

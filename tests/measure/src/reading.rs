//! Reading: what is proposed of real receipts beside what they say, and beside what it would be with Tesseract's eyes.

use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    Bench,
    household::Served,
    picture::{path, tool},
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
    rows.into_iter()
        .chain([other])
        .for_each(|row| bench.tell(row));
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
    loop {
        let told = served.program.get(&receipt).json();
        match told["reading"].as_str() {
            Some("waiting" | "running") => thread::sleep(Duration::from_millis(5)),
            _ => return told["proposed"].clone(),
        }
    }
}

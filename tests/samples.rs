//! Real files, where there are any: all of them go through the media store and through the server, and none may harm
//! either.
//!
//! They lie in `../shared/samples`, or where `SMARTINVENTORY_SAMPLES` says; the project stands without them.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
mod server;
#[path = "fixtures/truth.rs"]
mod truth;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use server::{
    Server,
    client::{Part, SignedIn},
    paper::{models, read},
};
use smartinventory::{
    domain::rotation::Rotation,
    media::{Inspected, Kind, LARGE, Limits, Media, Refusal, Size},
};
use truth::Tally;

fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("SMARTINVENTORY_SAMPLES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples"),
        PathBuf::from,
    );
    if folder.is_dir() {
        return Some(folder);
    }
    println!("no samples in {}: nothing was fed", folder.display());
    None
}

fn files(folder: &Path, ending: Option<&str>) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| ending.is_none_or(|ending| path.extension().is_some_and(|is| is == ending)))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// Width and height of the photos whose files lie about it, or say it in a way of their own: seen with the eye.
fn upright_size(path: &Path) -> Option<(u32, u32)> {
    match &*file_name(path) {
        "nokia-8.heif" => Some((4608, 3456)),
        "iphone-13.heic" => Some((3024, 4032)),
        _ => None,
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

struct House {
    _folder: tempfile::TempDir,
    media: Media,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_smartinventory").into();
        let media = Media::open(folder.path(), program, Limits::default()).unwrap();
        Self {
            _folder: folder,
            media,
        }
    }

    /// Feeds a file, keeps it if it is taken, and prints a line about it.
    async fn feed(&self, path: &Path) -> Result<(Inspected, Option<PathBuf>), Refusal> {
        let started = Instant::now();
        let file = fs::File::open(path).unwrap();
        let staged = self.media.blobs().stage(file, u64::MAX).unwrap();
        let name = file_name(path);
        let inspected = self.media.inspect(&staged, Some(&name)).await.unwrap();
        let took = started.elapsed();
        let line = match &inspected {
            Ok(found) => format!(
                "{:?} {:?} taken {:?} gps {} pages {:?} picture {}",
                found.kind, found.size, found.taken, found.has_gps, found.pages, found.has_picture
            ),
            Err(refusal) => format!("refused: {refusal}"),
        };
        println!("{:5} ms  {name}: {line}", took.as_millis());
        assert!(took.as_secs() <= self.media.limits().seconds * 2, "{name}");
        let found = inspected?;
        let hash = staged.keep().unwrap().hash();
        assert_eq!(
            fs::read(path).unwrap(),
            fs::read(self.media.blobs().path(hash)).unwrap()
        );
        let shown = self
            .media
            .picture(hash, Rotation::None, Size::Small)
            .await
            .ok();
        assert_eq!(shown.is_some(), found.has_picture, "{name}");
        Ok((found, shown.map(|shown| shown.path)))
    }
}

/// Width, height and RGB pixels of a JPEG.
type Pixels = (u16, u16, Vec<u8>);

fn unpack(path: &Path) -> Pixels {
    unpack_jpeg(&fs::read(path).unwrap())
}

fn unpack_jpeg(file: &[u8]) -> Pixels {
    let mut decoder = jpeg_decoder::Decoder::new(file);
    let pixels = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    (info.width, info.height, pixels)
}

#[tokio::test]
async fn every_photo_and_receipt_is_taken() {
    let Some(samples) = samples() else { return };
    let house = House::new();
    let photos = files(&samples.join("photos"), None);
    for path in photos
        .iter()
        .chain(&files(&samples.join("receipts"), Some("jpg")))
    {
        let (found, small) = house.feed(path).await.expect("a real picture is taken");
        assert!(found.kind.is_picture());
        let (width, height, _) = unpack(&small.unwrap());
        let (full_width, full_height) = found.size.unwrap();
        assert!(width.max(height) <= 400);
        assert_eq!(
            width > height,
            full_width > full_height,
            "{} lies on its side",
            path.display()
        );
        if let Some((width, height)) = upright_size(path) {
            assert_eq!(found.size, Some((width, height)), "{}", path.display());
        }
        if path.to_string_lossy().contains("gps-") {
            assert!(found.has_gps && found.taken.is_some());
        }
    }
}

#[tokio::test]
async fn every_orientation_looks_the_same() {
    let Some(samples) = samples() else { return };
    let house = House::new();
    let mut pictures = Vec::new();
    for path in files(&samples.join("orientation"), Some("jpg")) {
        let (_, small) = house.feed(&path).await.unwrap();
        pictures.push((path, unpack(&small.unwrap())));
    }
    assert_alike(&pictures);
}

/// Each has its number painted in the middle and was compressed on its own, so they are close and not equal.
fn assert_alike(pictures: &[(PathBuf, Pixels)]) {
    let (_, (width, height, first)) = &pictures[0];
    for (path, (w, h, pixels)) in pictures {
        assert_eq!((w, h), (width, height), "{}", path.display());
        let off: u64 = pixels
            .iter()
            .zip(first)
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        let mean = off / pixels.len() as u64;
        assert!(mean < 12, "{} differs by {mean} on average", path.display());
    }
}

/// Every string and number in a JSON file.
fn facts(json: &serde_json::Value, into: &mut Vec<String>) {
    match json {
        serde_json::Value::String(text) => into.push(text.clone()),
        serde_json::Value::Number(number) => into.push(number.to_string()),
        serde_json::Value::Array(list) => list.iter().for_each(|value| facts(value, into)),
        serde_json::Value::Object(map) => map.values().for_each(|value| facts(value, into)),
        _ => {}
    }
}

#[tokio::test]
async fn the_text_of_every_document_is_read() {
    let Some(samples) = samples() else { return };
    let house = House::new();
    for path in files(&samples.join("documents"), Some("pdf")) {
        let (found, _) = house.feed(&path).await.unwrap();
        assert!(found.kind == Kind::Pdf && found.has_picture && found.pages.is_some());
        let hash = smartinventory::domain::blob::BlobHash::of(&fs::read(&path).unwrap());
        let text = house.media.text(hash).await.unwrap();
        let json = fs::read_to_string(path.with_extension("json")).unwrap();
        let mut known = Vec::new();
        facts(&serde_json::from_str(&json).unwrap(), &mut known);
        // As it was printed: without spaces, and with a decimal comma.
        let bare = |text: &str| {
            text.split_whitespace()
                .collect::<String>()
                .replace(',', ".")
        };
        let text = bare(&text);
        let found: BTreeMap<_, _> = known
            .iter()
            .map(|fact| (fact, text.contains(&bare(fact))))
            .collect();
        let hits = found.values().filter(|hit| **hit).count();
        println!("          {hits} of {} facts are in its text", found.len());
        let missing: Vec<_> = found
            .iter()
            .filter(|(_, hit)| !**hit)
            .map(|(fact, _)| fact)
            .collect();
        println!("          missing: {missing:?}");
        // The rest is dates written otherwise, and what stands in pictures.
        assert!(hits * 5 > found.len() * 2, "{}", path.display());
    }
}

#[tokio::test]
async fn hostile_files_cost_nothing_but_themselves() {
    let Some(samples) = samples() else { return };
    let house = House::new();
    for path in files(&samples.join("hostile"), None) {
        let result = house.feed(&path).await;
        match &*file_name(&path) {
            // It has a hole in the middle, and its end is there.
            "truncated.jpg" => assert_eq!(result.unwrap_err(), Refusal::Broken),
            "invalid-exif.jpg" => assert!(result.is_ok(), "only its EXIF is bad"),
            _ => {}
        }
    }
    let good = files(&samples.join("receipts"), Some("jpg"));
    house.feed(&good[0]).await.expect("the house still stands");
}

/// What the server may hold after all of it, in MiB: what a photo takes to read is held by a worker that ends.
const MOST_MEMORY: u64 = 300;

/// Sends a photo as a thing called so, and gives the address of the thing.
fn add(owner: &SignedIn, path: &Path, name: &str) -> String {
    let file = fs::read(path).unwrap();
    let parts = [Part::Field("name", name), Part::File(name, &file)];
    let reply = owner.upload_for_json("/add", &parts);
    assert_eq!(reply.status, 201, "{name}: {reply}");
    let answer = reply.json();
    assert!(answer["refused"].is_null(), "{answer}");
    answer["href"].as_str().unwrap().to_owned()
}

/// The large picture of the first photo that a thing's page shows.
fn large_picture(owner: &SignedIn, thing: &str) -> Pixels {
    let page = owner.get(&format!("{thing}/photos")).text();
    let (_, rest) = page.split_once("data-id=\"").unwrap();
    let (id, _) = rest.split_once('"').unwrap();
    let picture = owner.get(&format!("/photos/{id}/large"));
    assert_eq!(picture.status, 200, "{thing}");
    assert_eq!(picture.header("content-type"), "image/jpeg");
    unpack_jpeg(&picture.body)
}

/// Whether a search finds a thing.
fn finds(owner: &SignedIn, words: &str, thing: &str) -> bool {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", words)
        .finish();
    let page = owner.get(&format!("/items?{query}"));
    assert_eq!(page.status, 200, "{words}");
    page.text().contains(thing)
}

#[test]
fn the_server_takes_every_photo_finds_it_by_name_and_shows_it_upright() {
    let Some(samples) = samples() else { return };
    let (server, owner) = Server::claimed();
    let photos = files(&samples.join("photos"), None);
    let receipts = files(&samples.join("receipts"), Some("jpg"));
    for path in photos.iter().chain(&receipts) {
        let name = file_name(path);
        let thing = add(&owner, path, &name);
        assert!(finds(&owner, &name, &thing), "{name} is not found");
        let (width, height, _) = large_picture(&owner, &thing);
        assert!(u32::from(width.max(height)) <= LARGE, "{name}");
        if let Some((full_width, full_height)) = upright_size(path) {
            assert_eq!(width > height, full_width > full_height, "{name}");
        }
    }
    let orientations = files(&samples.join("orientation"), Some("jpg"));
    let shown: Vec<_> = orientations
        .into_iter()
        .map(|path| {
            let thing = add(&owner, &path, &file_name(&path));
            (path, large_picture(&owner, &thing))
        })
        .collect();
    assert_alike(&shown);
    let memory = server.memory();
    println!("{memory:?}");
    assert!(memory.peak < MOST_MEMORY, "{memory:?}");
    server.stop();
}

#[test]
fn the_server_finds_a_thing_by_what_its_papers_say() {
    let Some(samples) = samples() else { return };
    let (server, owner) = Server::claimed();
    for path in files(&samples.join("documents"), Some("pdf")) {
        let name = file_name(&path);
        let reply = owner.upload_for_json("/add", &[Part::Field("name", "En sak")]);
        let thing = reply.json()["href"].as_str().unwrap().to_owned();
        let file = fs::read(&path).unwrap();
        let documents = format!("{thing}/documents");
        let reply = owner.upload_for_json(&documents, &[Part::File(&name, &file)]);
        assert_eq!(reply.status, 201, "{name}: {reply}");
        let json = fs::read_to_string(path.with_extension("json")).unwrap();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let number = &json[0]["invoice_number"];
        let number = number
            .as_str()
            .map_or_else(|| number.to_string(), str::to_owned);
        assert!(
            finds(&owner, &number, &thing),
            "{name}: {number} is not found"
        );
    }
    server.stop();
}

#[test]
fn hostile_files_cost_the_server_nothing() {
    let Some(samples) = samples() else { return };
    let (server, owner) = Server::claimed();
    let hostile = files(&samples.join("hostile"), None);
    let bytes: Vec<_> = hostile.iter().map(|path| fs::read(path).unwrap()).collect();
    for (path, bytes) in hostile.iter().zip(&bytes) {
        let name = file_name(path);
        let reply = owner.upload_for_json("/add/tray", &[Part::File(&name, bytes)]);
        match reply.status.as_u16() {
            201 => {}
            413 | 422 => {
                let sentence = reply.json()["detail"].as_str().unwrap().to_owned();
                assert!(sentence.starts_with(&format!("{name}: ")), "{sentence}");
            }
            status => panic!("{name}: {status}: {reply}"),
        }
        assert_eq!(server.anonymous().get("/healthz").status, 200, "{name}");
    }
    // All at once, with a good one among them: that one is kept, and every other is told by name.
    let names: Vec<_> = hostile.iter().map(|path| file_name(path)).collect();
    let mut parts: Vec<_> = names
        .iter()
        .zip(&bytes)
        .map(|(name, bytes)| Part::File(name, bytes))
        .collect();
    let good = fs::read(samples.join("photos/jolla.jpg")).unwrap();
    parts.push(Part::File("blad.jpg", &good));
    let page = owner.upload("/add/tray", &parts).text();
    assert!(page.contains("truncated.jpg") && !page.contains("blad.jpg"));
    let memory = server.memory();
    println!("{memory:?}");
    assert!(memory.peak < MOST_MEMORY, "{memory:?}");
    server.stop();
}

/// How much of real receipts is to be proposed right: shop, date and total.
const OF_PHOTOS: [f64; 3] = [0.75, 0.88, 0.9];

#[test]
fn the_server_reads_what_real_receipts_say() {
    let Some(samples) = samples() else { return };
    let models = models();
    let server = Server::start(&["--models", &models]);
    server.claim();
    let program = server.program(server::OWNER.0);
    let mut tallies = [("receipts", "jpg"), ("documents", "pdf")].map(|(folder, ending)| {
        let files = truth::told(&samples.join(folder), ending);
        let sent: Vec<_> = files
            .into_iter()
            .map(|file| {
                let bytes = fs::read(&file).unwrap();
                let reply = program.upload("/api/v1/receipts", &[Part::File("papper", &bytes)]);
                assert_eq!(reply.status, 201, "{}: {reply}", file.display());
                (file, reply.header("location").to_owned())
            })
            .collect();
        let mut tally = Tally::default();
        for (file, receipt) in sent {
            let told = read(&program, &receipt);
            assert_eq!(told["reading"], "done", "{}", file.display());
            tally.add(&file, &told["proposed"]);
        }
        println!("{folder}: {}\n{}", tally.words(), tally.misses.join("\n"));
        tally
    });
    let [photos, invoices] = &mut tallies;
    for (field, least) in OF_PHOTOS.into_iter().enumerate() {
        assert!(photos.share(field) >= least, "{:?}", photos.misses);
    }
    assert!(invoices.misses.is_empty(), "{:?}", invoices.misses);
    server.stop();
}

#[test]
fn the_ipad_of_the_invoice_has_its_serial_number() {
    let Some(samples) = samples() else { return };
    let (server, _) = Server::claimed();
    let program = server.program(server::OWNER.0);
    let file = fs::read(samples.join("documents/coolblue1.pdf")).unwrap();
    let reply = program.upload("/api/v1/receipts", &[Part::File("faktura.pdf", &file)]);
    let told = read(&program, reply.header("location"));
    let lines = told["proposed"]["lines"].as_array().unwrap();
    let ipad = lines
        .iter()
        .find(|line| line["text"] == "Apple iPad Air Wifi 16 GB Zilver")
        .unwrap();
    assert_eq!(ipad["serials"], serde_json::json!(["SDMPP373MPP15"]));
    assert_eq!(ipad["price"]["amount"], "399.00");
    server.stop();
}

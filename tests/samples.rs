//! Real files, where there are any: all of them go through the media store, and none may harm it.
//!
//! They lie in `../shared/samples`, or where `SMARTINVENTORY_SAMPLES` says; the project stands without them.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use smartinventory::{
    domain::rotation::Rotation,
    media::{Inspected, Kind, Limits, Media, Refusal, Size},
};

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
        let name = path.file_name().unwrap().to_string_lossy();
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
        let hash = staged.keep().unwrap();
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
fn unpack(path: &Path) -> (u16, u16, Vec<u8>) {
    let mut decoder = jpeg_decoder::Decoder::new(fs::File::open(path).unwrap());
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
    // Each has its number painted in the middle and was compressed on its own, so they are close and not equal.
    let (_, (width, height, first)) = &pictures[0];
    for (path, (w, h, pixels)) in &pictures {
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
        let name = path.file_name().unwrap().to_string_lossy();
        match &*name {
            // It has a hole in the middle, and its end is there.
            "truncated.jpg" => assert_eq!(result.unwrap_err(), Refusal::Broken),
            "invalid-exif.jpg" => assert!(result.is_ok(), "only its EXIF is bad"),
            _ => {}
        }
    }
    let good = files(&samples.join("receipts"), Some("jpg"));
    house.feed(&good[0]).await.expect("the house still stands");
}

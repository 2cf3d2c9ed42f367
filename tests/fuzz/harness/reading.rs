//! Files read as a worker reads them, and what must hold for whatever came of it.

use std::{cell::LazyCell, fs, path::Path};

use jiff::civil::Date;
use smartinventory::{
    domain::{money::Currency, reading::Proposal},
    media::{Kind, LARGE, Limits, Report, look_unguarded, read_unguarded},
};
use tempfile::TempDir;

thread_local! {
    static FOLDER: LazyCell<TempDir> = LazyCell::new(|| tempfile::tempdir().unwrap());
}

/// What a file is by its beginning, as the server looks at it.
pub fn kind(file: &[u8]) -> Kind {
    Kind::of(&file[..file.len().min(4096)])
}

/// Reads a file as a worker does; `None` when it is refused.
pub fn read(file: &[u8], kind: Kind) -> Option<Report> {
    FOLDER.with(|folder| {
        let limits = Limits::default();
        let report = read_unguarded(file.to_vec(), kind, limits, folder.path())
            .unwrap()
            .ok();
        if let Some((width, height)) = report.as_ref().and_then(|report| report.size) {
            assert!(u64::from(width) * u64::from(height) <= limits.pixels || kind == Kind::Avif);
        }
        let derived = take(folder.path(), report.as_ref());
        let pictured = !matches!(kind, Kind::Pdf | Kind::Avif) && report.is_some();
        assert!(!pictured || derived == 2, "a picture has two derivatives");
        report
    })
}

/// Reads what a PDF says, and what it says of a purchase; whatever that is, it stands on one of its pages.
pub fn paper(file: &[u8]) {
    let looked = look_unguarded(file.to_vec(), Kind::Pdf, &Limits::default()).unwrap();
    let Ok(reading) = looked else { return };
    let today = Date::constant(2026, 11, 27);
    let proposal = Proposal::read(&reading.pages, today, Currency::SEK);
    assert!(proposal.date.iter().all(|found| found.value <= today));
    let places = proposal.shop.iter().map(|found| found.page);
    let lines = proposal.lines.iter().map(|line| line.name.page);
    assert!(places.chain(lines).all(|page| page < reading.pages.len()));
}

/// Looks at everything that was derived, and removes it; tells how many pictures there were.
fn take(folder: &Path, report: Option<&Report>) -> usize {
    let mut pictures = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        if path.extension().is_some_and(|ending| ending == "jpg") {
            pictures += 1;
            picture(&bytes, report.and_then(|report| report.size));
        } else {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.len() as u64 <= Limits::default().text);
        }
        fs::remove_file(path).unwrap();
    }
    pictures
}

/// What is derived is a JPEG that fits, upright like what it was made of.
fn picture(bytes: &[u8], original: Option<(u32, u32)>) {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.read_info().unwrap();
    let info = decoder.info().unwrap();
    let (width, height) = (u64::from(info.width), u64::from(info.height));
    assert!(width.max(height) <= LARGE.into());
    if let Some((wide, high)) = original {
        let (wide, high) = (u64::from(wide), u64::from(high));
        // Off by the rounding of one side, twice: once where a HEIC is halved, once where it is made to fit.
        let off = (width * high).abs_diff(height * wide);
        assert!(
            off <= 2 * wide.max(high),
            "{width} × {height} of {wide} × {high}"
        );
    }
}

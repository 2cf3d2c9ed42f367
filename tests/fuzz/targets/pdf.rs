//! PDF: its pages, its text, a picture of the first page, and what it says of a purchase.
#![no_main]

use harness::reading;
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::media::Kind;

fuzz_target!(init: harness::confine(), |file: &[u8]| -> Corpus {
    if reading::kind(file) != Kind::Pdf {
        return Corpus::Reject;
    }
    let report = reading::read(file, Kind::Pdf);
    assert!(report.is_some(), "any file may be a document");
    reading::paper(file);
    Corpus::Keep
});

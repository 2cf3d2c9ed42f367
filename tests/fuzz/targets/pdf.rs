//! PDF: its pages, its text and a picture of the first page.
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
    Corpus::Keep
});

//! HEIC whole, and what the container of an AVIF says.
#![no_main]

use harness::reading;
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::media::Kind;

fuzz_target!(init: harness::confine(), |file: &[u8]| -> Corpus {
    let kind = reading::kind(file);
    if !matches!(kind, Kind::Heic | Kind::Avif) {
        return Corpus::Reject;
    }
    reading::read(file, kind);
    Corpus::Keep
});

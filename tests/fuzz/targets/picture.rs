//! Pictures of the formats that are unpacked whole: JPEG, PNG, GIF and WebP.
#![no_main]

use harness::reading;
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::media::Kind;

fuzz_target!(init: harness::confine(), |file: &[u8]| -> Corpus {
    let kind = reading::kind(file);
    if !matches!(kind, Kind::Jpeg | Kind::Png | Kind::Gif | Kind::WebP) {
        return Corpus::Reject;
    }
    reading::read(file, kind);
    Corpus::Keep
});

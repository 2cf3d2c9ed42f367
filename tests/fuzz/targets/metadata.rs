//! What a picture says about itself: a TIFF block of EXIF fields, or else a colour profile (ICC).
#![no_main]

use harness::reading;
use jpeg_encoder::{ColorType, Encoder};
use libfuzzer_sys::{Corpus, fuzz_target};
use smartinventory::media::Kind;

fuzz_target!(init: harness::confine(), |block: &[u8]| -> Corpus {
    let Some(file) = picture(block) else {
        return Corpus::Reject;
    };
    // Whatever is said in it, the picture is one.
    let report = reading::read(&file, Kind::Jpeg).expect("a picture");
    assert_eq!(report.size, Some((8, 8)));
    assert!(report.taken.is_none_or(|taken| (1901..=9999).contains(&taken.year())));
    Corpus::Keep
});

/// A small JPEG that says this about itself; `None` where there is no room for it.
fn picture(block: &[u8]) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    let (colour, channels) = if block.starts_with(b"II") || block.starts_with(b"MM") {
        encoder.add_exif_metadata(block).ok()?;
        (ColorType::Rgb, 3)
    } else {
        encoder.add_icc_profile(block).ok()?;
        // The data colour space of the profile's header (ICC.1:2022, 7.2.6).
        match block.get(16..20)? {
            b"GRAY" => (ColorType::Luma, 1),
            b"CMYK" => (ColorType::Cmyk, 4),
            _ => (ColorType::Rgb, 3),
        }
    };
    let pixels: Vec<u8> = (0..8 * 8 * channels).collect();
    encoder.encode(&pixels, 8, 8, colour).ok()?;
    Some(file)
}

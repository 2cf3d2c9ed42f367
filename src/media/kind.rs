//! Kind: what a file really is, by its bytes and never by its name.

use serde::{Deserialize, Serialize};

/// What a file really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG, animated ones too.
    Png,
    /// WebP, lossy or lossless.
    WebP,
    /// GIF; its first frame is the picture.
    Gif,
    /// HEIC and HEIF with HEVC inside, as phones write them.
    Heic,
    /// AVIF.
    Avif,
    /// PDF.
    Pdf,
    /// Text to read; markup such as HTML and SVG is text too, and never runs.
    Text,
    /// Anything else: kept, and given back as it came.
    Other,
}

/// How much of a file's beginning [`Kind::of`] wants to see, in bytes.
pub(super) const HEAD: usize = 4096;

impl Kind {
    /// What a file that begins with these bytes (its first 4096, or all of it) is.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Self::Jpeg,
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Self::WebP,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => of_brands(head),
            _ if head.starts_with(b"\x89PNG\r\n\x1A\n") => Self::Png,
            _ if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") => Self::Gif,
            // Readers take a PDF whose header comes within the first kilobyte, and such files exist.
            _ if holds(head.get(..1024).unwrap_or(head), b"%PDF-") => Self::Pdf,
            _ if reads_as_text(head) => Self::Text,
            _ => Self::Other,
        }
    }

    /// Whether it is a picture, and so may be a photo.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        !matches!(self, Self::Pdf | Self::Text | Self::Other)
    }

    /// Whether a browser may show the original in a page of ours; everything else is only ever downloaded.
    #[must_use]
    pub const fn shows_inline(self) -> bool {
        self.is_picture() || matches!(self, Self::Pdf)
    }

    /// Whether a browser may show an original of this media type, one of those that [`Kind::media_type`] gives.
    #[must_use]
    pub fn shows_media_type_inline(media_type: &str) -> bool {
        [
            Self::Jpeg,
            Self::Png,
            Self::WebP,
            Self::Gif,
            Self::Heic,
            Self::Avif,
            Self::Pdf,
        ]
        .into_iter()
        .any(|kind| kind.shows_inline() && kind.media_type(None) == media_type)
    }

    /// The media type to serve the original with. The name only tells downloads apart from each other, and only for
    /// types that no browser runs.
    #[must_use]
    pub fn media_type(self, name: Option<&str>) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Heic => "image/heic",
            Self::Avif => "image/avif",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain",
            Self::Other => name.map_or(ANY, by_name),
        }
    }
}

const ANY: &str = "application/octet-stream";

/// The media type that a download's name promises, out of those a household keeps.
fn by_name(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "zip" => "application/zip",
        "tif" | "tiff" => "image/tiff",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        _ => ANY,
    }
}

/// ISO base media: the brands, 4 bytes each from byte 8 (the one at 12 is a version), say what is inside.
fn of_brands(head: &[u8]) -> Kind {
    let size = usize::try_from(u32::from_be_bytes([head[0], head[1], head[2], head[3]]));
    let end = size.unwrap_or(head.len()).min(head.len());
    let brands = || head.get(8..end).unwrap_or(&[]).chunks_exact(4);
    if brands().any(|brand| matches!(brand, b"avif" | b"avis")) {
        Kind::Avif
    } else if brands().any(|brand| {
        matches!(
            brand,
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1"
        )
    }) {
        Kind::Heic
    } else {
        Kind::Other
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Whether it is UTF-8 (cut off anywhere) or Latin-1 without what only programs write.
fn reads_as_text(head: &[u8]) -> bool {
    let plain = |byte: &u8| !byte.is_ascii_control() || matches!(byte, b'\t' | b'\n' | b'\r' | 12);
    if head.is_empty() || !head.iter().all(plain) {
        return false;
    }
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) if error.error_len().is_none() => true,
        // In Latin-1 the bytes 80–9F are control characters; letters follow letters.
        Err(_) => !head.iter().any(|byte| (0x80..0xA0).contains(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_and_pdfs_are_shown() {
        for shown in ["image/jpeg", "image/heic", "application/pdf"] {
            assert!(Kind::shows_media_type_inline(shown), "{shown}");
        }
        // A TIFF is only called so: its bytes were never looked into.
        for saved in ["text/plain", "text/html", "image/svg+xml", "image/tiff", ""] {
            assert!(!Kind::shows_media_type_inline(saved), "{saved}");
        }
    }

    #[test]
    fn the_bytes_tell_and_the_name_does_not() {
        let cases: [(&[u8], Kind); 12] = [
            (b"\xFF\xD8\xFF\xE1", Kind::Jpeg),
            (b"\x89PNG\r\n\x1A\n\0\0", Kind::Png),
            (b"GIF89a\x01\0", Kind::Gif),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Kind::WebP),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Heic),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", Kind::Avif),
            (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", Kind::Other),
            (b"junk before\n%PDF-1.7\n", Kind::Pdf),
            ("Kvitto från Järnia: 249 kr".as_bytes(), Kind::Text),
            (b"K\xF6pt i G\xF6teborg", Kind::Text),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Kind::Text),
            (b"MZ\x90\0\x03\0\0\0", Kind::Other),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Kind::of(bytes), kind, "{}", bytes.escape_ascii());
        }
        assert_eq!(Kind::of(b""), Kind::Other);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_of_some_kind(start in 0_usize..12, rest: Vec<u8>) {
            let starts: [&[u8]; 4] = [b"\xFF\xD8\xFF", b"\0\0\0\x18ftyp", b"RIFF", b"%PDF-"];
            let start = starts.get(start).copied().unwrap_or_default();
            let _ = Kind::of(&[start, &rest].concat());
        }
    }

    #[test]
    fn text_cut_inside_a_letter_is_still_text() {
        assert_eq!(
            Kind::of(&"kök, hall och förråd å".as_bytes()[..25]),
            Kind::Text
        );
    }

    #[test]
    fn only_pictures_and_pdf_are_shown_in_a_page() {
        assert!(Kind::Jpeg.shows_inline() && Kind::Pdf.shows_inline());
        assert!(!Kind::Text.shows_inline() && !Kind::Other.shows_inline());
        assert_eq!(
            Kind::of(b"<html><script>").media_type(Some("photo.jpg")),
            "text/plain"
        );
        assert_eq!(Kind::Other.media_type(Some("page.html")), ANY);
        assert_eq!(Kind::Other.media_type(Some("Avtal.DOCX")).len(), 71);
    }
}

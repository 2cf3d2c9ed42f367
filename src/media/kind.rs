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
    /// Sound: MP3.
    Mp3,
    /// Sound in an MP4, as phones record it.
    M4a,
    /// Sound: Opus, Vorbis, Speex or FLAC in an Ogg.
    Ogg,
    /// Sound in a `WebM`, as browsers record it.
    Weba,
    /// Sound: WAV.
    Wav,
    /// Sound: FLAC.
    Flac,
    /// A film in an MP4.
    Mp4,
    /// A film as Apple's cameras write it.
    Mov,
    /// A film in a `WebM`.
    WebM,
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
                b'A',
                b'V',
                b'E',
                ..,
            ] => Self::Wav,
            [_, _, _, _, b'f', b't', b'y', b'p', ..] => of_brands(head),
            [0x1A, 0x45, 0xDF, 0xA3, ..] => of_matroska(head),
            [b'I', b'D', b'3', 2..=4, ..] => Self::Mp3,
            [0xFF, sync, rate, ..] if begins_mp3(*sync, *rate) => Self::Mp3,
            _ if head.starts_with(b"OggS") => of_ogg(head),
            _ if head.starts_with(b"fLaC") => Self::Flac,
            _ if head.starts_with(b"\x89PNG\r\n\x1A\n") => Self::Png,
            _ if head.starts_with(b"GIF87a") || head.starts_with(b"GIF89a") => Self::Gif,
            // Readers take a PDF whose header comes within the first kilobyte, and such files exist.
            _ if holds(head.get(..1024).unwrap_or(head), b"%PDF-") => Self::Pdf,
            _ if reads_as_text(head) => Self::Text,
            _ => Self::Other,
        }
    }

    /// Every one that a page may show or play.
    const SHOWN: [Self; 16] = [
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Gif,
        Self::Heic,
        Self::Avif,
        Self::Pdf,
        Self::Mp3,
        Self::M4a,
        Self::Ogg,
        Self::Weba,
        Self::Wav,
        Self::Flac,
        Self::Mp4,
        Self::Mov,
        Self::WebM,
    ];

    /// Whether it is a picture, and so may be a photo.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(
            self,
            Self::Jpeg | Self::Png | Self::WebP | Self::Gif | Self::Heic | Self::Avif
        )
    }

    /// Whether it is sound.
    #[must_use]
    pub const fn is_sound(self) -> bool {
        matches!(
            self,
            Self::Mp3 | Self::M4a | Self::Ogg | Self::Weba | Self::Wav | Self::Flac
        )
    }

    /// Whether it is a film.
    #[must_use]
    pub const fn is_film(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mov | Self::WebM)
    }

    /// Whether a browser may show or play the original in a page of ours; everything else is only ever downloaded.
    #[must_use]
    pub const fn shows_inline(self) -> bool {
        !matches!(self, Self::Text | Self::Other)
    }

    /// Whether a browser may show or play an original of this media type, one of those that [`Kind::media_type`] gives.
    #[must_use]
    pub fn shows_media_type_inline(media_type: &str) -> bool {
        Self::shown(media_type).is_some()
    }

    /// Whether this media type, one of those that [`Kind::media_type`] gives, is one of sound.
    #[must_use]
    pub fn is_sound_type(media_type: &str) -> bool {
        Self::shown(media_type).is_some_and(Self::is_sound)
    }

    /// Whether this media type, one of those that [`Kind::media_type`] gives, is one of films.
    #[must_use]
    pub fn is_film_type(media_type: &str) -> bool {
        Self::shown(media_type).is_some_and(Self::is_film)
    }

    fn shown(media_type: &str) -> Option<Self> {
        let mut shown = Self::SHOWN.into_iter();
        shown.find(|kind| kind.media_type(None) == media_type)
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
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Weba => "audio/webm",
            Self::Wav => "audio/wav",
            Self::Flac => "audio/flac",
            Self::Mp4 => "video/mp4",
            Self::Mov => "video/quicktime",
            Self::WebM => "video/webm",
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
    } else if brands().any(|brand| brand.starts_with(b"M4A") || brand.starts_with(b"M4B")) {
        Kind::M4a
    } else if brands().any(|brand| brand == b"qt  ") {
        Kind::Mov
    } else if brands().any(is_of_mp4) {
        // Where the tracks are told of first, as browsers record, they say whether there is anything to see.
        if holds(head, b"soun") && !holds(head, b"vide") {
            Kind::M4a
        } else {
            Kind::Mp4
        }
    } else {
        Kind::Other
    }
}

fn is_of_mp4(brand: &[u8]) -> bool {
    brand.starts_with(b"iso")
        || brand.starts_with(b"mp4")
        || matches!(
            brand,
            b"avc1" | b"dash" | b"mmp4" | b"MSNV" | b"XAVC" | b"M4V "
        )
}

/// Matroska: only what calls itself `WebM` is what browsers play. Its tracks are told of first.
fn of_matroska(head: &[u8]) -> Kind {
    if !holds(head.get(..64).unwrap_or(head), b"webm") {
        Kind::Other
    } else if holds(head, b"A_") && !holds(head, b"V_") {
        Kind::Weba
    } else {
        Kind::WebM
    }
}

/// Ogg: its first page names what is inside.
fn of_ogg(head: &[u8]) -> Kind {
    let first = head.get(..64).unwrap_or(head);
    let sounds: [&[u8]; 4] = [b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7FFLAC"];
    if sounds.into_iter().any(|sound| holds(first, sound)) {
        Kind::Ogg
    } else {
        Kind::Other
    }
}

/// Whether these two bytes after 0xFF begin a frame of MPEG audio, layer III, at a rate that there is.
const fn begins_mp3(sync: u8, rate: u8) -> bool {
    sync & 0xE6 == 0xE2 && sync & 0x18 != 0x08 && rate & 0xF0 != 0xF0 && rate & 0x0C != 0x0C
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
    fn only_what_was_looked_into_is_shown() {
        for shown in ["image/jpeg", "image/heic", "application/pdf", "audio/mp4"] {
            assert!(Kind::shows_media_type_inline(shown), "{shown}");
        }
        // A TIFF is only called so: its bytes were never looked into.
        for saved in ["text/plain", "text/html", "image/svg+xml", "image/tiff", ""] {
            assert!(!Kind::shows_media_type_inline(saved), "{saved}");
        }
    }

    #[test]
    fn the_bytes_tell_and_the_name_does_not() {
        let cases: [(&[u8], Kind); 11] = [
            (b"\xFF\xD8\xFF\xE1", Kind::Jpeg),
            (b"\x89PNG\r\n\x1A\n\0\0", Kind::Png),
            (b"GIF89a\x01\0", Kind::Gif),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Kind::WebP),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Heic),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", Kind::Avif),
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

    #[test]
    fn sound_and_films_are_told_apart_by_what_is_inside() {
        let cases: [(&[u8], Kind, &str); 15] = [
            (b"ID3\x04\0\0\0\0\0\0", Kind::Mp3, "audio/mpeg"),
            (b"\xFF\xFB\x90\x64\0\0", Kind::Mp3, "audio/mpeg"),
            (
                b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42",
                Kind::M4a,
                "audio/mp4",
            ),
            (
                b"\0\0\0\x18ftypiso5\0\0\0\0iso5mp41\0\0\0\x08moov....soun",
                Kind::M4a,
                "audio/mp4",
            ),
            (
                b"\0\0\0\x18ftypisom\0\0\0\0isommp42",
                Kind::Mp4,
                "video/mp4",
            ),
            (
                b"\0\0\0\x18ftypiso5\0\0\0\0iso5mp41moov soun vide",
                Kind::Mp4,
                "video/mp4",
            ),
            (
                b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
                Kind::Mov,
                "video/quicktime",
            ),
            (
                b"OggS\0\x02....................\x01\x13OpusHead",
                Kind::Ogg,
                "audio/ogg",
            ),
            (
                b"OggS\0\x02....................\x01\x2A\x80theora",
                Kind::Other,
                ANY,
            ),
            (
                b"\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm......A_OPUS",
                Kind::Weba,
                "audio/webm",
            ),
            (
                b"\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm.A_OPUS.V_VP9",
                Kind::WebM,
                "video/webm",
            ),
            (
                b"\x1A\x45\xDF\xA3\x9F\x42\x82\x88matroska.V_MPEG4",
                Kind::Other,
                ANY,
            ),
            (b"RIFF\x24\0\0\0WAVEfmt ", Kind::Wav, "audio/wav"),
            (b"fLaC\0\0\0\x22", Kind::Flac, "audio/flac"),
            // UTF-16 begins as a frame of sound might.
            (b"\xFF\xFE\x61\0\x62\0", Kind::Other, ANY),
        ];
        for (bytes, kind, media_type) in cases {
            let told = Kind::of(bytes);
            assert_eq!(told, kind, "{}", bytes.escape_ascii());
            assert_eq!(told.media_type(None), media_type);
            assert!(!told.is_picture() && told.shows_inline() == (kind != Kind::Other));
            assert_eq!(Kind::is_sound_type(media_type), kind.is_sound());
            assert_eq!(Kind::is_film_type(media_type), kind.is_film());
        }
    }

    #[test]
    fn what_is_only_called_a_film_is_none() {
        assert_eq!(Kind::Other.media_type(Some("film.mp4")), ANY);
        assert!(!Kind::is_film_type("text/html") && !Kind::is_sound_type("image/jpeg"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_of_some_kind(start in 0_usize..12, rest: Vec<u8>) {
            let starts: [&[u8]; 6] = [b"\xFF\xD8\xFF", b"\0\0\0\x18ftyp", b"RIFF", b"%PDF-", b"OggS", b"\x1A\x45\xDF\xA3"];
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

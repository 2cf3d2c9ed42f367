//! Capture: what the camera wrote about how a picture was taken (EXIF).

use exif::{Exif, In, Reader, Tag, Value};
use jiff::civil::DateTime;

use super::raster::Orientation;

/// What EXIF says that is used here; everything else in it stays in the original alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Capture {
    /// How the camera was held.
    pub(super) orientation: Orientation,
    /// How it was held when that outweighs the turns of its HEIC: see [`TURNS_HEIC_WRONG`].
    pub(super) instead_of_turns: Option<Orientation>,
    /// When, by the camera's clock.
    pub(super) taken: Option<DateTime>,
    /// Whether it says where.
    pub(super) has_gps: bool,
}

/// How the firmware of Nokia's phones (HMD Global) calls itself. Its HEIC ask for a quarter turn however the phone was
/// held. On the phone nobody sees that: Android's decoder leaves the turns of a HEIC out and galleries follow EXIF,
/// which is right. Other programs write "upright" into EXIF next to a turn that is meant, so this goes for no other.
const TURNS_HEIC_WRONG: &[u8] = b"00WW_";

impl Capture {
    /// Reads a TIFF block of EXIF fields. What cannot be read is as if it were not there: a camera that writes bad
    /// EXIF still took the picture.
    pub(super) fn read(tiff: Option<&[u8]>) -> Self {
        let Some(tiff) = tiff else {
            return Self::default();
        };
        let read = Reader::new()
            .continue_on_error(true)
            .read_raw(tiff.to_vec())
            .or_else(|error| error.distill_partial_result(|_| ()));
        let Ok(exif) = read else {
            return Self::default();
        };
        let said = exif
            .get_field(Tag::Orientation, In::PRIMARY)
            .and_then(|field| field.value.get_uint(0))
            .map(Orientation::from_exif);
        let turns_wrong = exif
            .get_field(Tag::Software, In::PRIMARY)
            .is_some_and(|field| matches!(&field.value, Value::Ascii(lines) if lines.iter().any(|line| line.starts_with(TURNS_HEIC_WRONG))));
        let taken = [Tag::DateTimeOriginal, Tag::DateTimeDigitized, Tag::DateTime]
            .into_iter()
            .find_map(|tag| date(&exif, tag));
        let has_gps = [Tag::GPSLatitude, Tag::GPSLongitude]
            .into_iter()
            .any(|tag| exif.get_field(tag, In::PRIMARY).is_some());
        Self {
            orientation: said.unwrap_or_default(),
            instead_of_turns: said.filter(|_| turns_wrong),
            taken,
            has_gps,
        }
    }
}

fn date(exif: &Exif, tag: Tag) -> Option<DateTime> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let date = exif::DateTime::from_ascii(lines.first()?).ok()?;
    let small = |number: u8| i8::try_from(number).ok();
    DateTime::new(
        i16::try_from(date.year).ok()?,
        small(date.month)?,
        small(date.day)?,
        small(date.hour)?,
        small(date.minute)?,
        small(date.second)?,
        0,
    )
    .ok()
    // A camera whose clock was never set writes zeros.
    .filter(|date| date.year() > 1900)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A little-endian TIFF block with an orientation and a date.
    fn tiff(orientation: u8, date: &[u8; 20]) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        tiff.extend([0x32, 0x01, 2, 0, 20, 0, 0, 0, 38, 0, 0, 0]);
        tiff.extend([0; 4]);
        tiff.extend(date);
        tiff
    }

    #[test]
    fn orientation_and_date_are_read() {
        let capture = Capture::read(Some(&tiff(6, b"2024:02:29 08:15:30\0")));
        assert_eq!(capture.orientation, Orientation::Quarter);
        assert_eq!(capture.taken.unwrap().to_string(), "2024-02-29T08:15:30");
        assert!(!capture.has_gps);
    }

    #[test]
    fn what_makes_no_sense_is_as_if_it_were_not_there() {
        let capture = Capture::read(Some(&tiff(77, b"0000:00:00 00:00:00\0")));
        assert_eq!(capture, Capture::default());
        assert_eq!(
            Capture::read(Some(b"II*\0\xFF\xFF\xFF\xFF")),
            Capture::default()
        );
        assert_eq!(Capture::read(Some(b"")), Capture::default());
        assert_eq!(Capture::read(None), Capture::default());
    }
}

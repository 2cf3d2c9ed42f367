//! Pictures: any format in, upright sRGB JPEGs out.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder,
    codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder},
    error::ImageError,
};
use jiff::civil::DateTime;

use super::{
    capture::Capture,
    colour::{Profile, to_srgb},
    heic, jpeg,
    kind::Kind,
    limits::Limits,
    raster::{Channels, Orientation, Raster, on_white},
    refusal::Refusal,
};
use crate::domain::rotation::Rotation;

/// The side of the square that the large derivative fits, in pixels.
pub const LARGE: u32 = 1600;
/// The side of the square that the small derivative fits, in pixels.
pub const SMALL: u32 = 400;

/// What a picture says about itself, and its derivatives where it could be unpacked.
#[derive(Debug)]
pub(super) struct Read {
    /// Width of the original once it is upright, in pixels.
    pub(super) width: u32,
    /// Height of the original once it is upright, in pixels.
    pub(super) height: u32,
    pub(super) taken: Option<DateTime>,
    pub(super) has_gps: bool,
    /// `None` for AVIF alone.
    pub(super) derived: Option<Derived>,
}

/// Two JPEG files without metadata.
#[derive(Debug)]
pub(super) struct Derived {
    pub(super) large: Vec<u8>,
    pub(super) small: Vec<u8>,
}

/// An unpacked picture, and what is left to do to it.
struct Unpacked {
    raster: Raster,
    profile: Profile,
    turns: Vec<Orientation>,
    capture: Capture,
    /// The size of the original as it lies, before any turn.
    size: (u32, u32),
}

/// Reads a picture whole and makes its derivatives, turned by `rotation` once they are upright.
pub(super) fn read(
    file: &[u8],
    kind: Kind,
    rotation: Rotation,
    limits: &Limits,
) -> Result<Read, Refusal> {
    if kind == Kind::Avif {
        return describe_avif(file);
    }
    let mut unpacked = unpack(file, kind, LARGE, limits)?;
    let capture = std::mem::take(&mut unpacked.capture);
    let swaps = unpacked
        .turns
        .iter()
        .filter(|turn| turn.swaps_sides())
        .count();
    let (width, height) = match unpacked.size {
        (width, height) if swaps % 2 == 1 => (height, width),
        size => size,
    };
    let upright = unpacked.upright(LARGE)?;
    Ok(Read {
        width,
        height,
        taken: capture.taken,
        has_gps: capture.has_gps,
        derived: Some(derive(upright.oriented(rotation.into()))?),
    })
}

/// A picture upright and in sRGB, made to fit a square of `side`.
pub(super) fn upright(
    file: &[u8],
    kind: Kind,
    side: u32,
    limits: &Limits,
) -> Result<Raster, Refusal> {
    unpack(file, kind, side, limits)?.upright(side)
}

/// Unpacks a picture, no larger than it has to be to fill a square of `side`.
fn unpack(file: &[u8], kind: Kind, side: u32, limits: &Limits) -> Result<Unpacked, Refusal> {
    match kind {
        Kind::Jpeg => unpack_jpeg(file, side, limits),
        Kind::Heic => unpack_heic(file, side, limits),
        Kind::Png | Kind::Gif | Kind::WebP => unpack_other(file, kind, limits),
        Kind::Avif => Err(Refusal::Unsupported),
        _ => Err(Refusal::NotAPicture),
    }
}

impl Unpacked {
    fn upright(self, side: u32) -> Result<Raster, Refusal> {
        let fitted = to_srgb(self.raster.fit(side)?, &self.profile)?;
        let turns = self.turns.iter();
        Ok(turns.fold(fitted, |picture, turn| picture.oriented(*turn)))
    }
}

/// The two derivatives of an upright sRGB picture that fits the large one.
pub(super) fn derive(picture: Raster) -> Result<Derived, Refusal> {
    Ok(Derived {
        large: picture.jpeg()?,
        small: picture.fit(SMALL)?.jpeg()?,
    })
}

fn unpack_jpeg(file: &[u8], side: u32, limits: &Limits) -> Result<Unpacked, Refusal> {
    let header = jpeg::Header::read(file)?;
    let capture = Capture::read(header.exif);
    Ok(Unpacked {
        raster: jpeg::decode(file, &header, side, limits)?,
        size: (header.width.into(), header.height.into()),
        profile: Profile::embedded(header.icc),
        turns: vec![capture.orientation],
        capture,
    })
}

fn unpack_heic(file: &[u8], side: u32, limits: &Limits) -> Result<Unpacked, Refusal> {
    let decoded = heic::decode(file, side, limits)?;
    let capture = Capture::read(decoded.exif.as_deref());
    Ok(Unpacked {
        size: decoded.size,
        raster: decoded.raster,
        profile: decoded.profile,
        turns: capture
            .instead_of_turns
            .map_or(decoded.turns, |held| vec![held]),
        capture,
    })
}

/// AVIF is kept, and browsers show it themselves: the AV1 decoders in Rust are ports whose only interface is C's, which
/// takes `unsafe`, and this program has none.
fn describe_avif(file: &[u8]) -> Result<Read, Refusal> {
    let described = heic::describe(file)?;
    let capture = Capture::read(described.exif.as_deref());
    Ok(Read {
        width: described.width,
        height: described.height,
        taken: capture.taken,
        has_gps: capture.has_gps,
        derived: None,
    })
}

fn unpack_other(file: &[u8], kind: Kind, limits: &Limits) -> Result<Unpacked, Refusal> {
    let bytes = Cursor::new(file);
    match kind {
        Kind::Png => unpack_with(PngDecoder::new(bytes).map_err(refusal)?, true, limits),
        Kind::Gif => unpack_with(GifDecoder::new(bytes).map_err(refusal)?, true, limits),
        _ => {
            let decoder = WebPDecoder::new(bytes).map_err(refusal)?;
            unpack_with(decoder, holds_its_chunks(file), limits)
        }
    }
}

/// Whether every chunk of a WebP ends within the file. The decoder makes room for what a picture says about itself as
/// the chunk's head tells its length, up to 4 GB, before it reads any of it.
fn holds_its_chunks(file: &[u8]) -> bool {
    let mut rest = file.get(12..).unwrap_or_default();
    while let Some(([.., a, b, c, d], body)) = rest.split_first_chunk::<8>() {
        let length = u64::from(u32::from_le_bytes([*a, *b, *c, *d]));
        if length > body.len() as u64 {
            return false;
        }
        let padded = usize::try_from(length.next_multiple_of(2)).unwrap_or(usize::MAX);
        rest = body.get(padded..).unwrap_or_default();
    }
    true
}

/// Unpacks a picture; what it says about itself is read where it `tells` the truth about that.
fn unpack_with(
    mut decoder: impl ImageDecoder,
    tells: bool,
    limits: &Limits,
) -> Result<Unpacked, Refusal> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // Unpacked whole, and once more in eight bits without alpha.
    let each = u64::from(decoder.color_type().bytes_per_pixel()) + 3;
    let limit = limits.pixels.min(limits.memory / 4 * 3 / each);
    if pixels > limit {
        return Err(Refusal::TooManyPixels { limit });
    }
    let mut allowed = image::Limits::no_limits();
    allowed.max_alloc = Some(limits.memory / 4 * 3);
    decoder.set_limits(allowed).map_err(refusal)?;
    let (mut profile, mut capture) = (Profile::Srgb, Capture::default());
    if tells {
        profile = Profile::embedded(decoder.icc_profile().ok().flatten());
        capture = Capture::read(decoder.exif_metadata().ok().flatten().as_deref());
    }
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok(Unpacked {
        raster: flatten(picture)?,
        profile,
        turns: vec![capture.orientation],
        capture,
        size: (width, height),
    })
}

/// The picture without alpha: what shows through is white.
fn flatten(picture: DynamicImage) -> Result<Raster, Refusal> {
    let (width, height) = (picture.width(), picture.height());
    if !picture.color().has_alpha() {
        return if picture.color().has_color() {
            let pixels = picture.into_rgb8().into_raw();
            Raster::new(width, height, Channels::Rgb, pixels)
        } else {
            let pixels = picture.into_luma8().into_raw();
            Raster::new(width, height, Channels::Gray, pixels)
        };
    }
    let picture = picture.into_rgba8();
    let pixels = picture.pixels().flat_map(|pixel| {
        let [colour @ .., alpha] = pixel.0;
        colour.map(|light| on_white(light, alpha))
    });
    let mut flat = Vec::with_capacity(picture.as_raw().len() / 4 * 3);
    flat.extend(pixels);
    Raster::new(width, height, Channels::Rgb, flat)
}

fn refusal(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooMuchMemory,
        ImageError::Unsupported(_) => Refusal::Unsupported,
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Refusal::Truncated
        }
        _ => Refusal::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A WebP with fields of EXIF that are as long as it is told.
    fn webp(length: u32, exif: &[u8]) -> Vec<u8> {
        let mut file = include_bytes!("../../tests/fixtures/lossy.webp").to_vec();
        // The flag of the VP8X chunk that says that there are some.
        file[20] |= 8;
        file.extend(b"EXIF");
        file.extend(length.to_le_bytes());
        file.extend(exif);
        let size = u32::try_from(file.len() - 8).unwrap_or(u32::MAX);
        file[4..8].copy_from_slice(&size.to_le_bytes());
        file
    }

    #[test]
    fn a_webp_that_promises_more_about_itself_than_it_holds_is_a_picture_still() {
        let read = |file: &[u8]| read(file, Kind::WebP, Rotation::None, &Limits::default());
        // A directory of one field: held so that a quarter turn makes it upright.
        let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let held = read(&webp(26, exif)).unwrap();
        assert_eq!((held.width, held.height), (64, 96));
        let boasting = read(&webp(0xFF00_0000, exif)).unwrap();
        assert_eq!((boasting.width, boasting.height), (96, 64));
        assert!(boasting.derived.is_some());
        assert!(!holds_its_chunks(&webp(27, exif)) && holds_its_chunks(&webp(25, exif)));
    }
}

//! JPEG: unpacked at the smallest scale that still fills the wanted size.

use jpeg_decoder::{Decoder, Error as JpegError, PixelFormat};
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

use super::{
    limits::Limits,
    raster::{Channels, Raster, fitted},
    refusal::Refusal,
};

/// What the segments before the first scan say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Header<'a> {
    pub(super) width: u16,
    pub(super) height: u16,
    components: u8,
    progressive: bool,
    /// The EXIF fields, as a TIFF block.
    pub(super) exif: Option<&'a [u8]>,
    /// The ICC profile, put together from its segments.
    pub(super) icc: Option<Vec<u8>>,
}

impl<'a> Header<'a> {
    /// Reads the segments up to the first scan.
    pub(super) fn read(file: &'a [u8]) -> Result<Self, Refusal> {
        let mut header = Self::default();
        let mut icc: Vec<(u8, &[u8])> = Vec::new();
        let mut rest = file.get(2..).ok_or(Refusal::Truncated)?;
        loop {
            // Bytes between segments are against the standard and common; decoders skip them too.
            let marker_at = rest.iter().position(|byte| *byte == 0xFF);
            rest = &rest[marker_at.ok_or(Refusal::Truncated)?..];
            let code_at = rest.iter().position(|byte| *byte != 0xFF);
            let code_at = code_at.ok_or(Refusal::Truncated)?;
            let code = rest[code_at];
            rest = &rest[code_at + 1..];
            if matches!(code, 0 | 1 | 0xD0..=0xD8) {
                continue;
            }
            if code == 0xD9 {
                return Err(Refusal::Broken);
            }
            let (length, _) = rest.split_first_chunk().ok_or(Refusal::Truncated)?;
            let length = usize::from(u16::from_be_bytes(*length));
            let body = rest.get(2..length.max(2)).ok_or(Refusal::Truncated)?;
            match code {
                0xDA => break,
                // Every start of frame; C4, C8 and CC are tables.
                0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                    let frame: &[u8; 6] = body.first_chunk().ok_or(Refusal::Broken)?;
                    header.height = u16::from_be_bytes([frame[1], frame[2]]);
                    header.width = u16::from_be_bytes([frame[3], frame[4]]);
                    header.components = frame[5];
                    header.progressive = matches!(code, 0xC2 | 0xC6 | 0xCA | 0xCE);
                }
                0xE1 if header.exif.is_none() => {
                    header.exif = body.strip_prefix(b"Exif\0").and_then(|body| body.get(1..));
                }
                0xE2 => {
                    if let Some([number, _, chunk @ ..]) = body.strip_prefix(b"ICC_PROFILE\0") {
                        icc.push((*number, chunk));
                    }
                }
                _ => {}
            }
            rest = &rest[length.max(2)..];
        }
        if header.width == 0 || header.height == 0 {
            return Err(Refusal::Broken);
        }
        if !icc.is_empty() {
            icc.sort_by_key(|(number, _)| *number);
            header.icc = Some(
                icc.into_iter()
                    .flat_map(|(_, chunk)| chunk)
                    .copied()
                    .collect(),
            );
        }
        Ok(header)
    }

    fn check(&self, limits: &Limits) -> Result<(), Refusal> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        // A progressive file is held whole, two bytes to a coefficient, until its last scan.
        let limit = if self.progressive {
            let each = u64::from(self.components.max(1)) * 2;
            limits.pixels.min(limits.memory / 3 * 2 / each)
        } else {
            limits.pixels
        };
        if pixels > limit {
            return Err(Refusal::TooManyPixels { limit });
        }
        Ok(())
    }
}

/// Unpacks a JPEG, at least as large as a square of `side` would show it where the file is that large.
pub(super) fn decode(
    file: &[u8],
    header: &Header<'_>,
    side: u32,
    limits: &Limits,
) -> Result<Raster, Refusal> {
    header.check(limits)?;
    let mut unread = file;
    decode_scaled(&mut unread, header, side).or_else(|error| {
        // The second decoder knows more dialects, and where only the end marker is missing it sees that the picture is
        // whole. Told to be strict, it refuses one that ends early instead of painting the rest grey.
        decode_whole(file, header, limits).ok_or(match error {
            JpegError::Unsupported(_) => Refusal::Unsupported,
            // Also where somebody put an end marker after half a picture.
            _ if unread.is_empty() => Refusal::Truncated,
            _ => Refusal::Broken,
        })
    })
}

fn decode_scaled(file: &mut &[u8], header: &Header<'_>, side: u32) -> Result<Raster, JpegError> {
    let (width, height) = fitted(header.width.into(), header.height.into(), side);
    let side = |length| u16::try_from(length).unwrap_or(u16::MAX);
    let mut decoder = Decoder::new(file);
    let (width, height) = decoder.scale(side(width), side(height))?;
    let pixels = decoder.decode()?;
    let broken = || JpegError::Format("no pixels".into());
    let format = decoder.info().ok_or_else(broken)?.pixel_format;
    let (channels, pixels) = match format {
        PixelFormat::L8 => (Channels::Gray, pixels),
        // Lossless JPEG alone has these; the upper byte of each pair is what a screen shows.
        PixelFormat::L16 => {
            let pairs = pixels.chunks_exact(2);
            let upper = pairs.map(|pair| u16::from_ne_bytes([pair[0], pair[1]]).to_be_bytes()[0]);
            (Channels::Gray, upper.collect())
        }
        PixelFormat::RGB24 => (Channels::Rgb, pixels),
        PixelFormat::CMYK32 => (Channels::Cmyk, pixels),
    };
    Raster::new(width.into(), height.into(), channels, pixels).map_err(|_| broken())
}

fn decode_whole(file: &[u8], header: &Header<'_>, limits: &Limits) -> Option<Raster> {
    let bytes = u64::from(header.width) * u64::from(header.height) * 3;
    if bytes > limits.memory / 2 {
        return None;
    }
    let options = DecoderOptions::new_cmd()
        .set_strict_mode(true)
        .set_max_width(header.width.into())
        .set_max_height(header.height.into())
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let pixels = JpegDecoder::new_with_options(ZCursor::new(file), options)
        .decode()
        .ok()?;
    Raster::new(
        header.width.into(),
        header.height.into(),
        Channels::Rgb,
        pixels,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use jpeg_encoder::{ColorType, Encoder};

    use super::*;

    /// A picture of 640 × 480 with enough in it that cutting the file cuts the picture.
    fn noise(color: ColorType, channels: usize, progressive: bool) -> Vec<u8> {
        let mut state = 1_u32;
        let pixels: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0] / 2 + 64
        })
        .take(640 * 480 * channels)
        .collect();
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 80);
        encoder.set_progressive(progressive);
        encoder.encode(&pixels, 640, 480, color).unwrap();
        file
    }

    fn read(file: &[u8]) -> Result<Raster, Refusal> {
        decode(file, &Header::read(file)?, 160, &Limits::default())
    }

    proptest::proptest! {
        #[test]
        fn a_header_of_any_bytes_is_read_to_an_end(bytes: Vec<u8>) {
            let _ = Header::read(&[b"\xFF\xD8\xFF", &bytes[..]].concat());
        }
    }

    #[test]
    fn a_large_picture_is_unpacked_small() {
        let raster = read(&noise(ColorType::Rgb, 3, false)).unwrap();
        assert_eq!((raster.width, raster.height), (160, 120));
    }

    #[test]
    fn a_picture_that_ends_early_is_refused() {
        for progressive in [false, true] {
            let file = noise(ColorType::Rgb, 3, progressive);
            for part in [3, 300, file.len() / 3, file.len() / 10 * 9] {
                assert_eq!(
                    read(&file[..part]).unwrap_err(),
                    Refusal::Truncated,
                    "{part}"
                );
            }
        }
    }

    #[test]
    fn a_picture_without_its_end_marker_is_whole() {
        let file = noise(ColorType::Rgb, 3, false);
        assert!(read(&file[..file.len() - 2]).is_ok());
    }

    #[test]
    fn grey_and_ink_are_told_apart() {
        assert_eq!(
            read(&noise(ColorType::Luma, 1, false)).unwrap().channels,
            Channels::Gray
        );
        for ink in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let raster = read(&noise(ink, 4, false)).unwrap();
            assert_eq!(raster.channels, Channels::Cmyk);
        }
    }

    #[test]
    fn a_declared_size_is_checked_before_anything_is_unpacked() {
        for (progressive, sof) in [(false, 0xC0), (true, 0xC2)] {
            let mut file = noise(ColorType::Rgb, 3, progressive);
            let at = file
                .windows(2)
                .position(|pair| pair == [0xFF, sof])
                .unwrap();
            file[at + 5..at + 9].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
            assert!(
                matches!(read(&file), Err(Refusal::TooManyPixels { .. })),
                "50 000 × 50 000"
            );
        }
    }

    #[test]
    fn a_200_megapixel_photo_is_within_the_limits() {
        let header = Header {
            width: 16_320,
            height: 12_240,
            components: 3,
            ..Header::default()
        };
        assert_eq!(header.check(&Limits::default()), Ok(()));
    }

    #[test]
    fn rubbish_after_the_first_bytes_is_refused() {
        assert_eq!(
            read(b"\xFF\xD8\xFF\xE0 and then rubbish").unwrap_err(),
            Refusal::Truncated
        );
        assert_eq!(read(b"\xFF\xD8\xFF\xD9").unwrap_err(), Refusal::Broken);
    }
}

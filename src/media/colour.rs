//! Colour: whatever a picture's numbers mean, made to mean sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::{
    raster::{Channels, Raster},
    refusal::Refusal,
};

/// What the numbers of a picture mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// sRGB, or nothing said.
    Srgb,
    /// Display P3, by its code point rather than by a profile.
    DisplayP3,
    /// BT.2020, by its code point.
    Bt2020,
    /// An ICC profile inside the file.
    Icc(Vec<u8>),
}

impl Profile {
    /// The profile in a file, if there was one.
    pub(super) fn embedded(icc: Option<Vec<u8>>) -> Self {
        icc.map_or(Self::Srgb, Self::Icc)
    }

    /// The profile of an ISO/IEC 23091-2 colour primaries code; the codes that nobody photographs with count as sRGB.
    pub(super) const fn from_primaries(code: u16) -> Self {
        match code {
            9 => Self::Bt2020,
            11 | 12 => Self::DisplayP3,
            _ => Self::Srgb,
        }
    }

    fn read(&self) -> Option<ColorProfile> {
        match self {
            Self::Srgb => None,
            Self::DisplayP3 => Some(ColorProfile::new_display_p3()),
            Self::Bt2020 => Some(ColorProfile::new_bt2020()),
            Self::Icc(bytes) => ColorProfile::new_from_slice(bytes).ok(),
        }
    }
}

/// The picture in sRGB. A profile that cannot be read or does not fit is passed over, as browsers do.
pub(super) fn to_srgb(raster: Raster, profile: &Profile) -> Result<Raster, Refusal> {
    if let Some(converted) = convert(&raster, profile) {
        return Raster::new(raster.width, raster.height, Channels::Rgb, converted);
    }
    match raster.channels {
        Channels::Gray | Channels::Rgb => Ok(raster),
        Channels::Cmyk => {
            let pixels = raster.pixels.chunks_exact(4).flat_map(inkless).collect();
            Raster::new(raster.width, raster.height, Channels::Rgb, pixels)
        }
    }
}

fn convert(raster: &Raster, profile: &Profile) -> Option<Vec<u8>> {
    let profile = profile.read()?;
    let layout = match (raster.channels, profile.color_space) {
        (Channels::Gray, DataColorSpace::Gray) => Layout::Gray,
        (Channels::Rgb, DataColorSpace::Rgb) => Layout::Rgb,
        // moxcms calls any four channels RGBA.
        (Channels::Cmyk, DataColorSpace::Cmyk) => Layout::Rgba,
        _ => return None,
    };
    let transform = profile
        .create_transform_8bit(
            layout,
            &ColorProfile::new_srgb(),
            Layout::Rgb,
            TransformOptions::default(),
        )
        .ok()?;
    let mut pixels = vec![0; raster.pixels.len() / raster.channels.count() * 3];
    transform.transform(&raster.pixels, &mut pixels).ok()?;
    Some(pixels)
}

/// Ink on white paper, without a profile to say which ink.
fn inkless(ink: &[u8]) -> [u8; 3] {
    let light = |ink: u8| 255 - u16::from(ink);
    let black = light(ink[3]);
    [ink[0], ink[1], ink[2]].map(|ink| u8::try_from(light(ink) * black / 255).unwrap_or(255))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixel(channels: Channels, pixel: &[u8], profile: &Profile) -> Vec<u8> {
        let raster = Raster::new(1, 1, channels, pixel.to_vec()).unwrap();
        to_srgb(raster, profile).unwrap().pixels
    }

    fn close(got: &[u8], expected: [u8; 3]) {
        let far = got
            .iter()
            .zip(expected)
            .any(|(got, expected)| got.abs_diff(expected) > 3);
        assert!(
            !far && got.len() == 3,
            "{got:?}, expected about {expected:?}"
        );
    }

    #[test]
    fn display_p3_becomes_srgb() {
        // P3 (0.8, 0.4, 0.3), by the matrices of CSS Color 4.
        close(
            &pixel(Channels::Rgb, &[204, 102, 77], &Profile::DisplayP3),
            [219, 95, 69],
        );
        // White and grey are the same in both.
        close(
            &pixel(Channels::Rgb, &[255, 255, 255], &Profile::DisplayP3),
            [255; 3],
        );
        close(
            &pixel(Channels::Rgb, &[128, 128, 128], &Profile::DisplayP3),
            [128; 3],
        );
    }

    #[test]
    fn a_profile_inside_the_file_counts() {
        let icc = ColorProfile::new_adobe_rgb().encode().unwrap();
        // Adobe RGB green lies outside sRGB, and a mid one turns brighter and yellower.
        close(
            &pixel(Channels::Rgb, &[100, 150, 100], &Profile::Icc(icc)),
            [66, 151, 97],
        );
    }

    #[test]
    fn a_broken_profile_is_passed_over() {
        let broken = Profile::Icc(b"not a profile".to_vec());
        assert_eq!(pixel(Channels::Rgb, &[1, 2, 3], &broken), [1, 2, 3]);
    }

    #[test]
    fn ink_without_a_profile_is_taken_off_white() {
        assert_eq!(
            pixel(Channels::Cmyk, &[0, 0, 0, 0], &Profile::Srgb),
            [255; 3]
        );
        assert_eq!(
            pixel(Channels::Cmyk, &[0, 255, 255, 0], &Profile::Srgb),
            [255, 0, 0]
        );
        assert_eq!(
            pixel(Channels::Cmyk, &[9, 9, 9, 255], &Profile::Srgb),
            [0; 3]
        );
    }
}

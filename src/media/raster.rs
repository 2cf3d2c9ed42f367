//! Rasters: unpacked pixels, and what is done to them before they become a JPEG.

use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images::Image};
use jpeg_encoder::{ColorType, Encoder};

use super::refusal::Refusal;
use crate::domain::rotation::Rotation;

/// What the channels of a raster mean, one byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channels {
    /// Black to white.
    Gray,
    /// Red, green, blue.
    Rgb,
    /// Cyan, magenta, yellow, black: 0 is no ink.
    Cmyk,
}

impl Channels {
    /// Bytes to a pixel.
    pub(super) const fn count(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
        }
    }
}

/// Unpacked pixels, row after row from the top, without gaps.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) pixels: Vec<u8>,
}

/// The eight ways a camera may have been held, numbered as in EXIF (tag 0112): what makes the picture upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Orientation {
    /// 1: as it is.
    #[default]
    Upright,
    /// 2: mirror left to right.
    Mirrored,
    /// 3: turn upside down.
    Half,
    /// 4: mirror top to bottom.
    Flipped,
    /// 5: mirror along the diagonal from the top left.
    Transposed,
    /// 6: turn a quarter clockwise.
    Quarter,
    /// 7: mirror along the diagonal from the top right.
    Transversed,
    /// 8: turn a quarter anticlockwise.
    ThreeQuarters,
}

impl Orientation {
    /// The orientation with this EXIF number; an unknown number means upright.
    pub(super) const fn from_exif(number: u32) -> Self {
        match number {
            2 => Self::Mirrored,
            3 => Self::Half,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::Quarter,
            7 => Self::Transversed,
            8 => Self::ThreeQuarters,
            _ => Self::Upright,
        }
    }

    /// Whether width and height change places.
    pub(super) const fn swaps_sides(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::Quarter | Self::Transversed | Self::ThreeQuarters
        )
    }
}

impl From<Rotation> for Orientation {
    fn from(rotation: Rotation) -> Self {
        match rotation {
            Rotation::None => Self::Upright,
            Rotation::Quarter => Self::Quarter,
            Rotation::Half => Self::Half,
            Rotation::ThreeQuarters => Self::ThreeQuarters,
        }
    }
}

/// The size of a picture of this size when it must fit a square of `side`: never larger than it was, never nothing.
pub(super) fn fitted(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scaled = |length: u32| {
        let rounded =
            (u64::from(length) * u64::from(side) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(rounded).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

/// The light of a pixel that is this opaque, on white: like the page that it is seen on.
pub(super) fn on_white(light: u8, alpha: u8) -> u8 {
    let mixed = u16::from(light) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
    u8::try_from((mixed + 127) / 255).unwrap_or(255)
}

impl Raster {
    /// A raster of pixels that a decoder gave, refused when it gave fewer than it said.
    pub(super) fn new(
        width: u32,
        height: u32,
        channels: Channels,
        pixels: Vec<u8>,
    ) -> Result<Self, Refusal> {
        let wanted = u64::from(width) * u64::from(height) * channels.count() as u64;
        if wanted == 0 || wanted != pixels.len() as u64 {
            return Err(Refusal::Broken);
        }
        Ok(Self {
            width,
            height,
            channels,
            pixels,
        })
    }

    /// The picture made to fit a square of `side`; a smaller one stays as it is.
    pub(super) fn fit(self, side: u32) -> Result<Self, Refusal> {
        let (width, height) = fitted(self.width, self.height, side);
        if (width, height) == (self.width, self.height) {
            return Ok(self);
        }
        self.resized((width, height), FilterType::Lanczos3)
    }

    /// The picture half as wide and high, each pixel the mean of four; quicker than a finer filter, and enough before
    /// one.
    pub(super) fn halved(self) -> Result<Self, Refusal> {
        let size = (self.width / 2, self.height / 2);
        self.resized(size, FilterType::Box)
    }

    fn resized(self, (width, height): (u32, u32), filter: FilterType) -> Result<Self, Refusal> {
        let kind = match self.channels {
            Channels::Gray => PixelType::U8,
            Channels::Rgb => PixelType::U8x3,
            Channels::Cmyk => PixelType::U8x4,
        };
        let from = Image::from_vec_u8(self.width, self.height, self.pixels, kind)
            .map_err(|_| Refusal::Broken)?;
        let mut to = Image::new(width, height, kind);
        let options = ResizeOptions::new()
            .use_alpha(false)
            .resize_alg(ResizeAlg::Convolution(filter));
        Resizer::new()
            .resize(&from, &mut to, &options)
            .map_err(|_| Refusal::Broken)?;
        Self::new(width, height, self.channels, to.into_vec())
    }

    /// The picture turned as the orientation says.
    pub(super) fn oriented(self, orientation: Orientation) -> Self {
        if orientation == Orientation::Upright {
            return self;
        }
        let (from_width, from_height) = (self.width as usize, self.height as usize);
        let (width, height) = if orientation.swaps_sides() {
            (from_height, from_width)
        } else {
            (from_width, from_height)
        };
        let size = self.channels.count();
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match orientation {
                    Orientation::Upright => (x, y),
                    Orientation::Mirrored => (from_width - 1 - x, y),
                    Orientation::Half => (from_width - 1 - x, from_height - 1 - y),
                    Orientation::Flipped => (x, from_height - 1 - y),
                    Orientation::Transposed => (y, x),
                    Orientation::Quarter => (y, from_height - 1 - x),
                    Orientation::Transversed => (from_width - 1 - y, from_height - 1 - x),
                    Orientation::ThreeQuarters => (from_width - 1 - y, x),
                };
                let at = (from_y * from_width + from_x) * size;
                pixels.extend_from_slice(&self.pixels[at..at + size]);
            }
        }
        let (width, height) = if orientation.swaps_sides() {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Self {
            width,
            height,
            channels: self.channels,
            pixels,
        }
    }

    /// Width, height, and red, green and blue of each pixel; the picture is sRGB or grey by then.
    pub(super) fn into_rgb(self) -> (usize, usize, Vec<u8>) {
        let pixels = match self.channels {
            Channels::Gray => self.pixels.iter().flat_map(|light| [*light; 3]).collect(),
            Channels::Rgb | Channels::Cmyk => self.pixels,
        };
        (self.width as usize, self.height as usize, pixels)
    }

    /// The picture as a JPEG file without any metadata; it is sRGB by then.
    pub(super) fn jpeg(&self) -> Result<Vec<u8>, Refusal> {
        // Where 82 lies, a smaller number shows on faces and a larger one only in bytes.
        const QUALITY: u8 = 82;
        let side = |length| u16::try_from(length).map_err(|_| Refusal::Broken);
        let color = match self.channels {
            Channels::Gray => ColorType::Luma,
            Channels::Rgb => ColorType::Rgb,
            Channels::Cmyk => return Err(Refusal::Broken),
        };
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, QUALITY);
        encoder.set_progressive(true);
        encoder
            .encode(&self.pixels, side(self.width)?, side(self.height)?, color)
            .map_err(|_| Refusal::Broken)?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of three: 1 2 3 over 4 5 6.
    fn six() -> Raster {
        Raster::new(3, 2, Channels::Gray, vec![1, 2, 3, 4, 5, 6]).unwrap()
    }

    #[test]
    fn each_orientation_moves_the_pixels_as_exif_means() {
        let expected: [(u32, u32, [u8; 6]); 8] = [
            (1, 3, [1, 2, 3, 4, 5, 6]),
            (2, 3, [3, 2, 1, 6, 5, 4]),
            (3, 3, [6, 5, 4, 3, 2, 1]),
            (4, 3, [4, 5, 6, 1, 2, 3]),
            (5, 2, [1, 4, 2, 5, 3, 6]),
            (6, 2, [4, 1, 5, 2, 6, 3]),
            (7, 2, [6, 3, 5, 2, 4, 1]),
            (8, 2, [3, 6, 2, 5, 1, 4]),
        ];
        for (number, width, pixels) in expected {
            let turned = six().oriented(Orientation::from_exif(number));
            assert_eq!(
                (turned.width, &turned.pixels[..]),
                (width, &pixels[..]),
                "{number}"
            );
        }
    }

    #[test]
    fn a_picture_fits_and_never_grows() {
        assert_eq!(fitted(4000, 3000, 1600), (1600, 1200));
        assert_eq!(fitted(3000, 4000, 400), (300, 400));
        assert_eq!(fitted(300, 200, 400), (300, 200));
        assert_eq!(fitted(65_000, 1, 400), (400, 1));
    }

    #[test]
    fn a_decoder_that_gives_too_little_is_not_believed() {
        assert_eq!(
            Raster::new(2, 2, Channels::Rgb, vec![0; 11]).unwrap_err(),
            Refusal::Broken
        );
    }
}

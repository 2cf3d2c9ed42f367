//! A sheet: the picture that the eye looks at, and what the networks see of it.

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};
use rten_tensor::NdTensor;

use crate::domain::reading::page::{Point, Quad};

/// A picture of a page: red, green and blue of each pixel, row after row from the top.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    width: usize,
    height: usize,
    pixels: &'a [u8],
}

/// What a network sees: three planes of light from -1 to 1, blue first, as it was taught.
pub(super) type Planes = NdTensor<f32, 4>;

impl<'a> Sheet<'a> {
    /// The longest side taken, in pixels; larger pictures are to be made smaller first.
    pub const LONGEST: usize = 8192;

    /// A sheet of so many pixels; none when there are other than three bytes to each, or no pixels, or too many.
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: &'a [u8]) -> Option<Self> {
        let fits = |side| (1..=Self::LONGEST).contains(&side);
        (fits(width) && fits(height) && pixels.len() == width * height * 3).then_some(Self {
            width,
            height,
            pixels,
        })
    }

    /// Width and height in pixels, to reckon with.
    pub(super) fn extent(&self) -> (f32, f32) {
        (float(self.width), float(self.height))
    }

    /// The whole sheet at another size; none when nothing would be left of it.
    pub(super) fn scaled(&self, width: usize, height: usize) -> Option<Planes> {
        let side = |length: usize| u32::try_from(length).ok().filter(|length| *length > 0);
        let from = ImageRef::new(
            side(self.width)?,
            side(self.height)?,
            self.pixels,
            PixelType::U8x3,
        )
        .ok()?;
        let mut to = Image::new(side(width)?, side(height)?, PixelType::U8x3);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
        Resizer::new().resize(&from, &mut to, &options).ok()?;
        let pixels = to.buffer();
        let mut planes = Vec::with_capacity(pixels.len());
        for channel in [2, 1, 0] {
            planes.extend(
                pixels
                    .iter()
                    .skip(channel)
                    .step_by(3)
                    .map(|light| seen(f32::from(*light))),
            );
        }
        NdTensor::try_from_data([1, 3, height, width], planes).ok()
    }

    /// What stands in a quad, made straight, so many pixels wide and high.
    pub(super) fn cut(&self, quad: &Quad, width: usize, height: usize) -> Planes {
        let mut planes = NdTensor::zeros([1, 3, height, width]);
        let [top_left, top_right, bottom_right, bottom_left] = quad.0;
        // Where the sheet has several pixels for one, their mean is taken.
        let fineness = |length: f32, steps: usize| (length / float(steps)).ceil().clamp(1.0, 4.0);
        let across = fineness(quad.width(), width);
        let down = fineness(quad.height(), height);
        let samples = across * down;
        for row in 0..height {
            for column in 0..width {
                let mut sum = [0.0; 3];
                for (part_x, part_y) in grid(across, down) {
                    let x = (float(column) + part_x) / float(width);
                    let y = (float(row) + part_y) / float(height);
                    let upper = top_left.towards(top_right, x);
                    let lower = bottom_left.towards(bottom_right, x);
                    let light = self.light(upper.towards(lower, y));
                    for (sum, light) in sum.iter_mut().zip(light) {
                        *sum += light;
                    }
                }
                for (channel, sum) in sum.into_iter().rev().enumerate() {
                    planes[[0, channel, row, column]] = seen(sum / samples);
                }
            }
        }
        planes
    }

    /// The light at a point, between the four pixels around it; beyond an edge it is as at the edge.
    fn light(&self, at: Point) -> [f32; 3] {
        let (x, y) = (at.x - 0.5, at.y - 0.5);
        let (left, part_x) = split(x, self.width);
        let (top, part_y) = split(y, self.height);
        let right = (left + 1).min(self.width - 1);
        let bottom = (top + 1).min(self.height - 1);
        let corners = [
            (self.pixel(left, top), (1.0 - part_x) * (1.0 - part_y)),
            (self.pixel(right, top), part_x * (1.0 - part_y)),
            (self.pixel(left, bottom), (1.0 - part_x) * part_y),
            (self.pixel(right, bottom), part_x * part_y),
        ];
        let mut light = [0.0; 3];
        for (pixel, weight) in corners {
            for (light, pixel) in light.iter_mut().zip(pixel) {
                *light += f32::from(*pixel) * weight;
            }
        }
        light
    }

    /// How light a point is to the eye, from black to white; beyond the sheet all is white.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A mean of bytes is one.
    pub(super) fn gray(&self, at: Point) -> u8 {
        let (width, height) = self.extent();
        if !(0.0..width).contains(&at.x) || !(0.0..height).contains(&at.y) {
            return u8::MAX;
        }
        let [red, green, blue] = self.light(at);
        (0.299 * red + 0.587 * green + 0.114 * blue).round() as u8
    }

    fn pixel(&self, x: usize, y: usize) -> &[u8] {
        let at = (y * self.width + x) * 3;
        self.pixels.get(at..at + 3).unwrap_or(&[0; 3])
    }
}

/// A byte of light as the networks want it.
fn seen(light: f32) -> f32 {
    light / 127.5 - 1.0
}

/// The pixel before a coordinate, held within a side, and how far it is to the next.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Held within the side just before.
fn split(at: f32, side: usize) -> (usize, f32) {
    let held = at.clamp(0.0, float(side - 1));
    (held as usize, held.fract())
}

/// The middles of so many columns and rows of a unit square.
fn grid(across: f32, down: f32) -> impl Iterator<Item = (f32, f32)> {
    let middles = |count: f32| {
        (0..4_u8)
            .map(f32::from)
            .take_while(move |number| *number < count)
            .map(move |number| (number + 0.5) / count)
    };
    middles(down).flat_map(move |y| middles(across).map(move |x| (x, y)))
}

/// A length in pixels, to reckon with.
#[expect(clippy::cast_precision_loss)] // Lengths are far below 2^24.
pub(super) fn float(length: usize) -> f32 {
    length as f32
}

#[cfg(test)]
mod tests {
    use rten_tensor::prelude::*;

    use super::*;
    use crate::domain::reading::page::Rect;

    /// Four pixels by two: red on the left half, white on the right.
    fn flag() -> Vec<u8> {
        let (red, white) = ([255, 0, 0], [255, 255, 255]);
        [red, red, white, white].concat().repeat(2)
    }

    #[test]
    fn a_sheet_has_as_many_bytes_as_its_pixels_need() {
        let pixels = flag();
        assert!(Sheet::new(4, 2, &pixels).is_some());
        assert!(Sheet::new(2, 4, &pixels).is_some());
        assert!(Sheet::new(4, 3, &pixels).is_none());
        assert!(Sheet::new(0, 2, &[]).is_none());
        assert!(Sheet::new(usize::MAX, 2, &pixels).is_none());
    }

    #[test]
    fn what_is_cut_out_is_seen_blue_first() {
        let pixels = flag();
        let sheet = Sheet::new(4, 2, &pixels).unwrap();
        let left = Quad::upright(Rect {
            right: 2.0,
            bottom: 2.0,
            ..Rect::default()
        });
        let cut = sheet.cut(&left, 2, 2);
        assert!((cut[[0, 0, 0, 0]] + 1.0).abs() < 1e-6, "no blue in red");
        assert!((cut[[0, 2, 0, 0]] - 1.0).abs() < 1e-6, "all red in red");
    }

    #[test]
    fn a_quad_that_begins_elsewhere_is_cut_out_turned() {
        let pixels = flag();
        let sheet = Sheet::new(4, 2, &pixels).unwrap();
        let whole = Quad::upright(Rect {
            right: 4.0,
            bottom: 2.0,
            ..Rect::default()
        });
        let cut = sheet.cut(&whole.turned(crate::domain::rotation::Rotation::Half), 4, 2);
        assert!(
            (cut[[0, 0, 0, 0]] - 1.0).abs() < 1e-6,
            "upside down it begins with white"
        );
        assert!((cut[[0, 0, 0, 3]] + 1.0).abs() < 1e-6);
    }

    #[test]
    fn beyond_its_edges_a_sheet_goes_on_and_is_white_to_whom_turns_it() {
        let pixels = flag();
        let sheet = Sheet::new(4, 2, &pixels).unwrap();
        let far = Point::new(-50.0, 90.0);
        let [red, green, blue] = sheet.light(far);
        assert!(red > 254.0 && green < 1.0 && blue < 1.0);
        assert_eq!(sheet.gray(far), 255);
        assert_eq!(sheet.gray(Point::new(f32::NAN, 0.0)), 255);
        assert_eq!(sheet.gray(Point::new(3.0, 1.0)), 255);
        assert_eq!(sheet.gray(Point::new(0.5, 0.5)), 76);
    }

    #[test]
    fn scaled_to_nothing_there_is_nothing_to_see() {
        let pixels = flag();
        let sheet = Sheet::new(4, 2, &pixels).unwrap();
        assert!(sheet.scaled(0, 2).is_none());
        assert_eq!(sheet.scaled(8, 4).unwrap().len(), 8 * 4 * 3);
    }
}

//! Barcodes in pictures: found at several angles, for bars are only read when they stand nearly upright.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Instant,
};

use rxing::{BarcodeFormat, RXingResult, helpers::detect_multiple_in_luma};

use super::sheet::{Sheet, float};
use crate::domain::reading::{
    barcode::{Barcode, Symbology},
    page::{Point, Quad, Rect},
};

/// The longest side that is searched, in pixels: thin bars need more of them than letters.
const LONGEST: f32 = 1400.0;
/// The angles tried one after the other, in degrees, until a code is found.
const ANGLES: [f32; 5] = [0.0, 30.0, -30.0, 60.0, -60.0];
/// How far around the points that were found a code is shown, in pixels of what was searched.
const MARGIN: f32 = 12.0;

/// The barcodes of a picture. No angle is begun after the time is up; each takes some tenths of a second.
#[must_use]
pub fn barcodes(sheet: &Sheet<'_>, until: Instant) -> Vec<Barcode> {
    for degrees in ANGLES {
        if Instant::now() >= until {
            break;
        }
        let view = View::new(sheet, degrees);
        let found = view.codes(sheet);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A sheet seen turned around its middle.
struct View {
    width: f32,
    height: f32,
    scale: f32,
    sine: f32,
    cosine: f32,
    /// The middle of the sheet.
    middle: Point,
}

impl View {
    fn new(sheet: &Sheet<'_>, degrees: f32) -> Self {
        let (width, height) = sheet.extent();
        let scale = (LONGEST / width.max(height)).min(1.0);
        let (sine, cosine) = degrees.to_radians().sin_cos();
        Self {
            width: ((width * cosine.abs() + height * sine.abs()) * scale).max(1.0),
            height: ((width * sine.abs() + height * cosine.abs()) * scale).max(1.0),
            scale,
            sine,
            cosine,
            middle: Point::new(width / 2.0, height / 2.0),
        }
    }

    /// The point of the sheet that is seen here.
    fn on_sheet(&self, x: f32, y: f32) -> Point {
        let (x, y) = (
            (x - self.width / 2.0) / self.scale,
            (y - self.height / 2.0) / self.scale,
        );
        Point::new(
            self.middle.x + x * self.cosine - y * self.sine,
            self.middle.y + x * self.sine + y * self.cosine,
        )
    }

    fn codes(&self, sheet: &Sheet<'_>) -> Vec<Barcode> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // Some thousands at most.
        let (width, height) = (self.width as u32, self.height as u32);
        let mut lights = Vec::with_capacity(width as usize * height as usize);
        for row in 0..height {
            for column in 0..width {
                let at = self.on_sheet(float(column as usize) + 0.5, float(row as usize) + 0.5);
                lights.push(sheet.gray(at));
            }
        }
        // A code that breaks its reader is no code.
        let read = catch_unwind(AssertUnwindSafe(|| {
            detect_multiple_in_luma(lights, width, height)
        }));
        let found = read.ok().and_then(Result::ok).unwrap_or_default();
        found.iter().map(|code| self.barcode(code, sheet)).collect()
    }

    fn barcode(&self, code: &RXingResult, sheet: &Sheet<'_>) -> Barcode {
        let points = code.getPoints();
        let reach = points
            .iter()
            .map(|point| Rect::at(Point::new(point.x, point.y)));
        let reach = reach.reduce(Rect::around).unwrap_or_default();
        let around = Quad::upright(Rect {
            left: reach.left - MARGIN,
            top: reach.top - MARGIN,
            right: reach.right + MARGIN,
            bottom: reach.bottom + MARGIN,
        });
        let (width, height) = sheet.extent();
        let fraction = |corner: Point| {
            let at = self.on_sheet(corner.x, corner.y);
            Point::new(
                (at.x / width).clamp(0.0, 1.0),
                (at.y / height).clamp(0.0, 1.0),
            )
        };
        Barcode {
            symbology: symbology(*code.getBarcodeFormat()),
            text: code.getText().to_owned(),
            place: Quad(around.0.map(fraction)),
        }
    }
}

const fn symbology(format: BarcodeFormat) -> Symbology {
    match format {
        BarcodeFormat::EAN_8
        | BarcodeFormat::EAN_13
        | BarcodeFormat::UPC_A
        | BarcodeFormat::UPC_E => Symbology::Ean,
        BarcodeFormat::CODE_128 => Symbology::Code128,
        BarcodeFormat::CODE_39 => Symbology::Code39,
        BarcodeFormat::QR_CODE | BarcodeFormat::MICRO_QR_CODE => Symbology::Qr,
        BarcodeFormat::DATA_MATRIX => Symbology::DataMatrix,
        _ => Symbology::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// The bars of EAN-13 4006381333931, 1 for black: guard, six digits, guard, six digits, guard.
    const BARS: &str = "10100011010100111010111101111010001001011001101010\
                        100001010000101000010111010010000101100110101";

    /// A picture of the bars, each three pixels wide, turned by so many degrees on white.
    fn picture(degrees: f32) -> (usize, Vec<u8>) {
        const SIDE: usize = 600;
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let mut pixels = Vec::with_capacity(SIDE * SIDE * 3);
        for row in 0..SIDE {
            for column in 0..SIDE {
                let (x, y) = (float(column) - 300.0, float(row) - 300.0);
                let (across, down) = (x * cosine + y * sine, y * cosine - x * sine);
                let bar = (across / 3.0 + 47.5).floor();
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let black = bar >= 0.0
                    && down.abs() < 80.0
                    && BARS.as_bytes().get(bar as usize) == Some(&b'1');
                pixels.extend([if black { 20 } else { 235 }; 3]);
            }
        }
        (SIDE, pixels)
    }

    #[test]
    fn bars_are_read_at_any_tilt() {
        for degrees in [0.0, 5.0, 25.0, -35.0, 60.0, 90.0] {
            let (side, pixels) = picture(degrees);
            let sheet = Sheet::new(side, side, &pixels).unwrap();
            let found = barcodes(&sheet, Instant::now() + Duration::from_mins(1));
            assert_eq!(found.len(), 1, "{degrees} degrees");
            assert_eq!(found[0].text, "4006381333931", "{degrees} degrees");
            assert_eq!(found[0].symbology, Symbology::Ean);
            let place = found[0].place.bounds();
            assert!(
                place.left < 0.65 && place.right > 0.35,
                "{degrees} degrees: {place:?}"
            );
            assert!(
                place.top < 0.65 && place.bottom > 0.35,
                "{degrees} degrees: {place:?}"
            );
        }
    }

    #[test]
    fn an_empty_picture_has_none() {
        let pixels = vec![200; 90 * 60 * 3];
        let sheet = Sheet::new(90, 60, &pixels).unwrap();
        assert_eq!(
            barcodes(&sheet, Instant::now() + Duration::from_mins(1)),
            []
        );
    }

    #[test]
    fn no_angle_is_begun_when_the_time_is_up() {
        let (side, pixels) = picture(0.0);
        let sheet = Sheet::new(side, side, &pixels).unwrap();
        assert_eq!(barcodes(&sheet, Instant::now()), []);
    }
}

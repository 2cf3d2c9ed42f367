//! Writes every drawing of the demo household small on contact sheets (PNG), for a designer to look at:
//! `cargo run --example contact_sheet FOLDER`.

use std::{env, error::Error, path::PathBuf};

use image::{RgbImage, imageops};
use smartinventory::demo::drawings::{Shot, Subject, Tint, View, draw};

const TINTS: [Tint; 6] = [
    Tint::Teal,
    Tint::Red,
    Tint::Navy,
    Tint::Oak,
    Tint::Silver,
    Tint::Green,
];
const CELL: u32 = 320;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    for (number, page) in Subject::ALL.chunks(20).enumerate() {
        let mut sheet = RgbImage::new(CELL * 5, CELL * 4);
        for (cell, subject) in (0_u32..).zip(page) {
            let tint = TINTS[usize::try_from(cell)? % TINTS.len()];
            let drawing = draw(Shot {
                subject: *subject,
                tint,
                view: View::Whole,
            })?;
            let picture = RgbImage::from_raw(drawing.width, drawing.height, drawing.rgb)
                .ok_or("the pixels do not fill the picture")?;
            let longest = drawing.width.max(drawing.height);
            let small = imageops::thumbnail(
                &picture,
                drawing.width * (CELL - 8) / longest,
                drawing.height * (CELL - 8) / longest,
            );
            imageops::replace(
                &mut sheet,
                &small,
                i64::from(cell % 5 * CELL + 4),
                i64::from(cell / 5 * CELL + 4),
            );
        }
        sheet.save(folder.join(format!("sheet-{number}.png")))?;
    }
    Ok(())
}

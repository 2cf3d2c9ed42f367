//! Writes every picture of the demo household small on contact sheets (PNG), for a designer to look at:
//! `cargo run --example contact_sheet FOLDER`.

use std::{env, error::Error, path::PathBuf};

use image::{RgbImage, imageops};
use smartinventory::demo::{drawings::draw, household};

const CELL: u32 = 320;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let photos: Vec<_> = household::places()
        .iter()
        .filter_map(|place| place.photo.as_ref())
        .chain(household::things().flat_map(|thing| thing.photos))
        .collect();
    for (number, page) in photos.chunks(24).enumerate() {
        let mut sheet = RgbImage::new(CELL * 6, CELL * 4);
        for (cell, photo) in (0_u32..).zip(page) {
            let drawing = draw(photo.shot())?;
            let longest = drawing.width.max(drawing.height);
            let small = [drawing.width, drawing.height].map(|side| side * (CELL - 8) / longest);
            let picture = RgbImage::from_raw(drawing.width, drawing.height, drawing.rgb)
                .ok_or("the pixels do not fill the picture")?;
            imageops::replace(
                &mut sheet,
                &imageops::thumbnail(&picture, small[0], small[1]),
                i64::from(cell % 6 * CELL + 4),
                i64::from(cell / 6 * CELL + 4),
            );
        }
        sheet.save(folder.join(format!("sheet-{number}.png")))?;
    }
    Ok(())
}

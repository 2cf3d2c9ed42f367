//! Pictures to measure on: a landscape with noise, as a camera sees one, written by Debian's own tools.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A picture of 12 megapixels, as most phones take.
const LARGE: (u32, u32) = (4000, 3000);

/// The large picture as a JPEG and as a HEIC, made in a folder.
pub fn large(room: &Path) -> [PathBuf; 2] {
    let jpeg = jpeg(LARGE, 1, room);
    let heic = room.join("bild.heic");
    tool("heif-enc", &["-q", "60", path(&jpeg), "-o", path(&heic)]);
    [jpeg, heic]
}

/// A small JPEG; each number gives another.
pub fn small(number: u32) -> Vec<u8> {
    let room = tempfile::tempdir().expect("there is room");
    fs::read(jpeg((800, 600), number, room.path())).expect("it was written")
}

fn jpeg(size: (u32, u32), seed: u32, room: &Path) -> PathBuf {
    let (drawn, jpeg) = (room.join("bild.ppm"), room.join("bild.jpg"));
    fs::write(&drawn, landscape(size, seed)).expect("there is room");
    tool(
        "vips",
        &["jpegsave", path(&drawn), path(&jpeg), "--Q", "90"],
    );
    fs::remove_file(drawn).expect("it was written");
    jpeg
}

/// The same picture in other bytes, as no two photos are alike: a comment behind the first marker of a JPEG, one behind
/// the end of a PDF, a box of free room behind the last of a HEIC.
pub fn another(picture: &[u8], number: u32) -> Vec<u8> {
    if picture.starts_with(b"%PDF") {
        return [picture, format!("\n% {number}\n").as_bytes()].concat();
    }
    let number = number.to_be_bytes();
    if picture.starts_with(&[0xFF, 0xD8]) {
        let comment = [&[0xFF, 0xFE, 0, 6][..], &number].concat();
        [&picture[..2], &comment, &picture[2..]].concat()
    } else {
        [picture, &[0, 0, 0, 12], b"free", &number].concat()
    }
}

/// Sky, hills and a lake as a PPM, with the noise of a sensor.
fn landscape((width, height): (u32, u32), seed: u32) -> Vec<u8> {
    let mut pixels = format!("P6\n{width} {height}\n255\n").into_bytes();
    let mut noise = seed.wrapping_mul(0x9e37_79b9) | 1;
    let across = f64::from(width);
    for row in 0..height {
        let down = f64::from(row) / f64::from(height);
        for column in 0..width {
            let x = f64::from(column) / across;
            let hills = 0.45 + 0.08 * (x * 9.0 + f64::from(seed)).sin() + 0.03 * (x * 41.0).sin();
            let ripple = (down * 260.0 + (x * 23.0).sin() * 3.0).sin();
            let leaves = (x * 900.0).sin() * (down * 700.0).cos();
            let colour = if down < hills {
                [120.0 + 90.0 * down, 160.0 + 70.0 * down, 225.0]
            } else if down < 0.7 {
                [
                    70.0 + 40.0 * leaves,
                    105.0 + 45.0 * leaves,
                    50.0 + 20.0 * leaves,
                ]
            } else {
                [
                    60.0 + 18.0 * ripple,
                    95.0 + 22.0 * ripple,
                    130.0 + 25.0 * ripple,
                ]
            };
            // xorshift, by Marsaglia: as good a sensor as any.
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let grain = f64::from(noise >> 24) / 16.0 - 8.0;
            pixels.extend(colour.map(|light| byte(light + grain)));
        }
    }
    pixels
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is clamped first"
)]
fn byte(light: f64) -> u8 {
    light.clamp(0.0, 255.0) as u8
}

/// Runs a tool to its end, which must be a good one.
pub fn tool(program: &str, arguments: &[&str]) {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A path as an argument.
pub fn path(path: &Path) -> &str {
    path.to_str().expect("a path of plain letters")
}

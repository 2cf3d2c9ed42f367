//! Pictures and documents through the media store, with this program itself as its worker.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod fixtures;

use std::{
    fs::{self, File},
    io::Cursor,
    path::Path,
    time::Instant,
};

use fixtures::{QUARTERS, SIZE};
use image::ImageFormat;
use jpeg_encoder::ColorType;
use moxcms::ColorProfile;
use smartinventory::{
    domain::{blob::BlobHash, rotation::Rotation},
    error::Error,
    media::{Inspected, Kind, Limits, Media, Refusal, Size},
};

struct House {
    folder: tempfile::TempDir,
    media: Media,
}

impl House {
    fn new() -> Self {
        Self::with(Limits::default())
    }

    fn with(limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_smartinventory").into();
        let media = Media::open(folder.path(), program, limits).unwrap();
        Self { folder, media }
    }

    /// Looks into a file and keeps it if it is taken.
    async fn take(&self, file: &[u8]) -> Result<(Inspected, BlobHash), Refusal> {
        let staged = self.media.blobs().stage(file, u64::MAX).unwrap();
        let inspected = self.media.inspect(&staged, None).await.unwrap()?;
        Ok((inspected, staged.keep().unwrap().hash()))
    }

    async fn picture(&self, hash: BlobHash, rotation: Rotation) -> Picture {
        let shown = self
            .media
            .picture(hash, rotation, Size::Large)
            .await
            .unwrap();
        assert_eq!(shown.media_type, "image/jpeg");
        Picture::read(&shown.path)
    }

    /// The picture of a file, as it is shown unturned.
    async fn shown(&self, file: &[u8]) -> Picture {
        let (_, hash) = self.take(file).await.expect("the picture is taken");
        self.picture(hash, Rotation::None).await
    }
}

struct Picture {
    width: u16,
    height: u16,
    pixels: Vec<u8>,
}

impl Picture {
    fn read(path: &Path) -> Self {
        let file = fs::read(path).unwrap();
        let holds = |mark: &[u8]| file.windows(mark.len()).any(|window| window == mark);
        assert!(
            !holds(b"Exif") && !holds(b"ICC_PROFILE"),
            "a derivative tells nothing else"
        );
        let mut decoder = jpeg_decoder::Decoder::new(&file[..]);
        let pixels = decoder.decode().unwrap();
        let info = decoder.info().unwrap();
        Self {
            width: info.width,
            height: info.height,
            pixels,
        }
    }

    /// The pixel at a share of the width and of the height, in eighths.
    fn at(&self, x: u16, y: u16) -> [u8; 3] {
        let (x, y) = (self.width * x / 8, self.height * y / 8);
        let at = (usize::from(y) * usize::from(self.width) + usize::from(x)) * 3;
        [self.pixels[at], self.pixels[at + 1], self.pixels[at + 2]]
    }

    fn assert_quarters(&self, expected: [[u8; 3]; 4], what: &str) {
        for ((x, y), expected) in [(2, 2), (6, 2), (2, 6), (6, 6)].into_iter().zip(expected) {
            assert_close(self.at(x, y), expected, what);
        }
    }
}

fn assert_close(got: [u8; 3], expected: [u8; 3], what: &str) {
    let off = got
        .iter()
        .zip(expected)
        .map(|(got, expected)| got.abs_diff(expected));
    assert!(
        off.max().unwrap() <= 8,
        "{what}: {got:?}, expected about {expected:?}"
    );
}

#[tokio::test]
async fn however_the_camera_was_held_the_picture_is_upright() {
    let house = House::new();
    for orientation in 1..=8 {
        let (found, hash) = house.take(&fixtures::photo(orientation)).await.unwrap();
        assert_eq!(found.size, Some((u32::from(SIZE.0), u32::from(SIZE.1))));
        assert_eq!(found.taken.unwrap().to_string(), "2024-06-21T23:45:00");
        assert!(found.has_gps && found.has_picture && found.kind == Kind::Jpeg);
        let picture = house.picture(hash, Rotation::None).await;
        assert_eq!((picture.width, picture.height), SIZE, "{orientation}");
        picture.assert_quarters(QUARTERS, &orientation.to_string());
    }
}

#[tokio::test]
async fn a_heic_is_turned_once_although_its_exif_says_so_too() {
    let house = House::new();
    // The EXIF orientation, and the quarter turns anticlockwise that say the same.
    for (orientation, turns) in [(1, 0), (3, 2), (6, 3), (8, 1)] {
        let mut heic = fixtures::heif(
            &fixtures::photo(orientation),
            "photo.jpg",
            "photo.heic",
            &[],
        );
        fixtures::turn_heic(&mut heic, turns);
        let (found, hash) = house.take(&heic).await.unwrap();
        assert_eq!(found.kind, Kind::Heic);
        assert_eq!(found.size, Some((u32::from(SIZE.0), u32::from(SIZE.1))));
        assert_eq!(found.taken.unwrap().to_string(), "2024-06-21T23:45:00");
        assert!(found.has_gps);
        let picture = house.picture(hash, Rotation::None).await;
        picture.assert_quarters(QUARTERS, &format!("HEIC {orientation}"));
    }
}

#[tokio::test]
async fn large_heics_in_one_piece_are_read_one_after_the_other() {
    let house = House::new();
    let heic = |red| {
        let mut png = Cursor::new(Vec::new());
        image::RgbImage::from_pixel(1800, 1200, image::Rgb([red, 80, 40]))
            .write_to(&mut png, ImageFormat::Png)
            .unwrap();
        fixtures::heif(png.get_ref(), "large.png", "large.heic", &[])
    };
    let (first, second) = (heic(120), heic(220));
    let began = Instant::now();
    let (found, _) = house.take(&first).await.expect("it is read");
    assert_eq!(found.size, Some((1800, 1200)));
    let enough = began.elapsed() * 4;

    // Another one is being read.
    let turn = File::open(house.folder.path().join("derived/desks")).unwrap();
    turn.lock().unwrap();
    let mut large = Box::pin(house.take(&second));
    let early = tokio::time::timeout(enough, &mut large).await;
    assert!(early.is_err(), "a large one waits");
    let small = fixtures::heif(&fixtures::photo(1), "photo.jpg", "photo.heic", &[]);
    house.take(&small).await.expect("a small one does not");
    turn.unlock().unwrap();
    large.await.expect("then it is read");
}

#[tokio::test]
async fn a_phone_that_turns_its_heic_wrong_is_taken_at_its_exif() {
    let house = House::new();
    // However it was held, the file asks for three quarter turns anticlockwise: right for 6 alone.
    for orientation in [1, 3, 6, 8] {
        let stored = fixtures::photo_by(b"00WW_2_270_SP04", orientation);
        let mut heic = fixtures::heif(&stored, "photo.jpg", "photo.heic", &[]);
        fixtures::turn_heic(&mut heic, 3);
        house
            .shown(&heic)
            .await
            .assert_quarters(QUARTERS, &format!("Nokia {orientation}"));
    }
    // Any other phone that turns a picture and calls it upright in EXIF means the turn.
    let mut heic = fixtures::heif(&fixtures::photo(1), "photo.jpg", "photo.heic", &[]);
    fixtures::turn_heic(&mut heic, 3);
    let [a, b, c, d] = QUARTERS;
    let turned = house.shown(&heic).await;
    turned.assert_quarters([c, a, d, b], "another phone");
}

#[tokio::test]
async fn every_format_shows_the_same_picture() {
    let house = House::new();
    for (format, kind) in [
        (ImageFormat::Png, Kind::Png),
        (ImageFormat::Gif, Kind::Gif),
        (ImageFormat::WebP, Kind::WebP),
    ] {
        let file = fixtures::drawn(format);
        assert_eq!(house.take(&file).await.unwrap().0.kind, kind);
        house
            .shown(&file)
            .await
            .assert_quarters(QUARTERS, &format!("{kind:?}"));
    }
    let lossy = house.shown(fixtures::LOSSY_WEBP).await;
    lossy.assert_quarters(QUARTERS, "lossy WebP");
}

#[tokio::test]
async fn an_avif_is_kept_and_shown_as_it_came() {
    let house = House::new();
    let file = fixtures::heif(&fixtures::drawn(ImageFormat::Png), "a.png", "a.avif", &[]);
    let (found, hash) = house.take(&file).await.unwrap();
    assert_eq!((found.kind, found.has_picture), (Kind::Avif, true));
    assert_eq!(found.size, Some((u32::from(SIZE.0), u32::from(SIZE.1))));
    let shown = house
        .media
        .picture(hash, Rotation::Half, Size::Small)
        .await
        .unwrap();
    assert_eq!(shown.media_type, "image/avif");
    assert_eq!(fs::read(shown.path).unwrap(), file);
}

#[tokio::test]
async fn a_person_may_turn_a_picture_and_the_original_stays() {
    let house = House::new();
    let original = fixtures::photo(6);
    let (_, hash) = house.take(&original).await.unwrap();
    let [a, b, c, d] = QUARTERS;
    for (rotation, expected) in [
        (Rotation::Quarter, [c, a, d, b]),
        (Rotation::Half, [d, c, b, a]),
        (Rotation::ThreeQuarters, [b, d, a, c]),
    ] {
        let picture = house.picture(hash, rotation).await;
        picture.assert_quarters(expected, &format!("{rotation:?}"));
    }
    assert_eq!(fs::read(house.media.blobs().path(hash)).unwrap(), original);
}

#[tokio::test]
async fn colours_are_true() {
    let house = House::new();
    let p3 = ColorProfile::new_display_p3().encode().unwrap();
    let picture = house
        .shown(&fixtures::patch(&[204, 102, 77], ColorType::Rgb, Some(&p3)))
        .await;
    assert_close(picture.at(4, 4), [219, 95, 69], "Display P3");
    for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        // 50 % cyan and 20 % black.
        let picture = house
            .shown(&fixtures::patch(&[128, 0, 0, 51], kind, None))
            .await;
        assert_close(picture.at(4, 4), [102, 204, 204], &format!("{kind:?}"));
    }
    let grey = house
        .shown(&fixtures::patch(&[90], ColorType::Luma, None))
        .await;
    assert_eq!(grey.pixels.len(), 64, "grey stays grey");
}

#[tokio::test]
async fn a_heic_shows_true_colours_however_it_tells_them() {
    let house = House::new();
    for (matrix, full) in [("1", "0"), ("6", "0"), ("1", "1"), ("9", "1")] {
        let options = ["--matrix_coefficients", matrix, "--full_range_flag", full];
        let heic = fixtures::heif(&fixtures::photo(1), "photo.jpg", "photo.heic", &options);
        let what = format!("matrix {matrix}, full range {full}");
        house.shown(&heic).await.assert_quarters(QUARTERS, &what);
    }
}

#[tokio::test]
async fn what_shows_through_is_white() {
    let house = House::new();
    let clear = image::RgbaImage::from_fn(64, 64, |x, y| {
        image::Rgba([
            200,
            40,
            40,
            [255, 128, 0, 0][usize::from(y >= 32) * 2 + usize::from(x >= 32)],
        ])
    });
    let mut file = Cursor::new(Vec::new());
    clear.write_to(&mut file, ImageFormat::Png).unwrap();
    let png = file.into_inner();
    let heic = fixtures::heif(&png, "clear.png", "clear.heic", &[]);
    for (what, file) in [("PNG", png), ("HEIC", heic)] {
        let picture = house.shown(&file).await;
        let half = [227, 147, 147];
        picture.assert_quarters([[200, 40, 40], half, [255; 3], [255; 3]], what);
    }
}

#[tokio::test]
async fn a_large_picture_comes_in_two_sizes() {
    let house = House::new();
    let pixels = vec![120; 2400 * 1800 * 3];
    let mut file = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut file, 50);
    encoder.encode(&pixels, 2400, 1800, ColorType::Rgb).unwrap();
    let (found, hash) = house.take(&file).await.unwrap();
    assert_eq!(found.size, Some((2400, 1800)));
    for (size, expected) in [(Size::Large, (1600, 1200)), (Size::Small, (400, 300))] {
        let shown = house
            .media
            .picture(hash, Rotation::None, size)
            .await
            .unwrap();
        let picture = Picture::read(&shown.path);
        assert_eq!((picture.width, picture.height), expected);
    }
}

#[tokio::test]
async fn a_file_is_what_its_bytes_are() {
    let house = House::new();
    let mut png = house
        .media
        .blobs()
        .stage(&fixtures::drawn(ImageFormat::Png)[..], 1 << 20)
        .unwrap();
    let found = house
        .media
        .inspect(&png, Some("holiday.jpg"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.kind, found.media_type), (Kind::Png, "image/png"));
    png = house
        .media
        .blobs()
        .stage(&b"<html><script>alert(1)</script>"[..], 1 << 20)
        .unwrap();
    let found = house
        .media
        .inspect(&png, Some("holiday.jpg"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.kind, found.media_type), (Kind::Text, "text/plain"));
    assert!(!found.kind.is_picture() && !found.kind.shows_inline() && !found.has_picture);
}

#[tokio::test]
async fn a_bad_picture_is_refused_for_what_is_wrong_with_it() {
    let house = House::new();
    let jpeg = fixtures::photo(1);
    let heic = fixtures::heif(&jpeg, "photo.jpg", "photo.heic", &[]);
    let png = fixtures::drawn(ImageFormat::Png);
    let mut lying = jpeg.clone();
    let frame = jpeg
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    lying[frame + 5..frame + 9].copy_from_slice(&[0xC3, 0x50, 0xC3, 0x50]);
    let limit = Limits::default().pixels;
    let cases: [(&str, &[u8], &[Refusal]); 8] = [
        ("nothing", b"", &[Refusal::Empty]),
        (
            "half a JPEG",
            &jpeg[..jpeg.len() / 2],
            &[Refusal::Truncated],
        ),
        (
            "half a PNG",
            &png[..png.len() / 2],
            &[Refusal::Truncated, Refusal::Broken],
        ),
        (
            "half a HEIC",
            &heic[..heic.len() / 2],
            &[Refusal::Truncated, Refusal::Broken],
        ),
        (
            "a JPEG of 50 000 × 50 000",
            &lying,
            &[Refusal::TooManyPixels { limit }],
        ),
        (
            "a PNG of 50 000 × 50 000",
            &fixtures::png_of_size(50_000, 50_000),
            &[Refusal::TooManyPixels {
                limit: (768 << 20) / 4 * 3 / 6,
            }],
        ),
        (
            "a PNG of 9000 × 9000 without content",
            &fixtures::png_of_size(9000, 9000),
            &[Refusal::Truncated, Refusal::Broken],
        ),
        (
            "the start of a JPEG",
            b"\xFF\xD8\xFF and no more",
            &[Refusal::Truncated, Refusal::Broken],
        ),
    ];
    for (what, file, expected) in cases {
        let refusal = house.take(file).await.expect_err(what);
        assert!(expected.contains(&refusal), "{what}: {refusal:?}");
    }
    assert_eq!(
        house.media.blobs().hashes().unwrap().count(),
        0,
        "nothing was kept"
    );
}

#[tokio::test]
async fn a_picture_that_takes_too_much_memory_or_time_ends_its_worker_alone() {
    let house = House::with(Limits {
        memory: 80 << 20,
        ..Limits::default()
    });
    let mut bloated = fixtures::photo(1);
    bloated.resize(90 << 20, 0);
    assert_eq!(house.take(&bloated).await, Err(Refusal::TooMuchMemory));
    house
        .take(&fixtures::photo(1))
        .await
        .expect("a small one has room");
    let hasty = House::with(Limits {
        seconds: 0,
        ..Limits::default()
    });
    assert_eq!(hasty.take(&fixtures::photo(1)).await, Err(Refusal::TooSlow));
}

#[tokio::test]
async fn a_pdf_gives_its_text_and_a_preview() {
    let house = House::new();
    let file = fixtures::pdf(
        &[
            "Kvitto från Åhléns",
            "Köpt: två gröna stövlar",
            "Summa 1 249,00 kr",
        ],
        "",
    );
    let (found, hash) = house.take(&file).await.unwrap();
    assert_eq!(
        (found.kind, found.pages, found.has_picture),
        (Kind::Pdf, Some(1), true)
    );
    let text = house.media.text(hash).await.unwrap();
    assert_eq!(
        text,
        "Kvitto från Åhléns\nKöpt: två gröna stövlar\nSumma 1 249,00 kr\n"
    );
    let page = house.picture(hash, Rotation::None).await;
    assert_eq!((page.width, page.height), (1130, 1600));
    let dark = page.pixels.iter().filter(|light| **light < 100).count();
    assert!(dark > 1000, "the letters are there");
    assert_close(page.at(7, 7), [255; 3], "and paper around them");
}

#[tokio::test]
async fn a_pdf_that_cannot_be_read_is_kept_without_a_preview() {
    let house = House::new();
    let locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> /ID [(a) (a)]";
    let locked = fixtures::pdf(&["Hemligt"], locked);
    for file in [&locked[..], b"%PDF-1.7 and then rubbish"] {
        let (found, hash) = house.take(file).await.expect("any file may be a document");
        assert_eq!(
            (found.kind, found.has_picture, found.pages),
            (Kind::Pdf, false, None)
        );
        assert_eq!(house.media.text(hash).await.unwrap(), "");
        let shown = house.media.picture(hash, Rotation::None, Size::Small).await;
        assert!(matches!(shown, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_text_file_is_its_own_text() {
    let house = House::new();
    let (found, utf8) = house.take("Råd om skötsel".as_bytes()).await.unwrap();
    assert_eq!(found.kind, Kind::Text);
    assert_eq!(house.media.text(utf8).await.unwrap(), "Råd om skötsel");
    let (_, latin1) = house.take(b"R\xE5d om sk\xF6tsel").await.unwrap();
    assert_eq!(house.media.text(latin1).await.unwrap(), "Råd om skötsel");
    let missing = house.media.text(BlobHash::of(b"nobody has this")).await;
    assert!(matches!(missing, Err(Error::NotFound)));
}

#[tokio::test]
async fn derived_files_are_made_again_when_they_are_gone() {
    let house = House::new();
    let (_, hash) = house.take(&fixtures::photo(5)).await.unwrap();
    fs::remove_dir_all(house.folder.path().join("derived")).unwrap();
    // Many ask at once; all get the one that is made.
    let asking = (0..8).map(|_| house.media.picture(hash, Rotation::None, Size::Small));
    let shown = futures_util::future::join_all(asking).await;
    let first = shown[0].as_ref().unwrap();
    assert!(shown.iter().all(|shown| shown.as_ref().unwrap() == first));
    Picture::read(&first.path).assert_quarters(QUARTERS, "made again");
}

#[tokio::test]
async fn removing_removes_the_derived_files_too() {
    let house = House::new();
    let (_, hash) = house.take(&fixtures::photo(1)).await.unwrap();
    house.media.remove(hash, || Ok(false)).unwrap();
    let shown = house.media.picture(hash, Rotation::None, Size::Small).await;
    assert!(matches!(shown, Err(Error::NotFound)));
}

//! HEIC and the container of AVIF: tiles unpacked one by one, colours as the file and its stream say.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use heic_rs::{
    Error as HeicError, Image, MatrixCoefficients, Mirror, Nclx, PixelLayout, Range,
    Rotation as Turn, Transform, color,
    context::Context,
    hevc, meta, metadata,
    props::{self, ItemProps},
    transform,
};

use super::{
    colour::Profile,
    limits::Limits,
    raster::{Channels, Orientation, Raster, on_white},
    refusal::Refusal,
    vui::Vui,
};

/// An unpacked HEIC.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The pixels, at half their size where that is enough.
    pub(super) raster: Raster,
    /// Width and height of the original before any turn that is left to do.
    pub(super) size: (u32, u32),
    pub(super) profile: Profile,
    /// The turns that are left to do, in this order. EXIF repeats them for readers that know no better; followed too, it
    /// would turn the picture twice.
    pub(super) turns: Vec<Orientation>,
    /// The EXIF fields, as a TIFF block.
    pub(super) exif: Option<Vec<u8>>,
}

/// What the container says about an AVIF.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) exif: Option<Vec<u8>>,
}

impl From<HeicError> for Refusal {
    fn from(error: HeicError) -> Self {
        match error {
            HeicError::Truncated(_) => Self::Truncated,
            HeicError::Unsupported(_) => Self::Unsupported,
            HeicError::PixelLimit { max_pixels, .. } => Self::TooManyPixels { limit: max_pixels },
            _ => Self::Broken,
        }
    }
}

/// Unpacks the primary picture of a HEIC, at least as large as a square of `side` would show it where the file is that
/// large.
pub(super) fn decode(file: &[u8], side: u32, limits: &Limits) -> Result<Decoded, Refusal> {
    let context = Context::open(file)?;
    let item = context.meta.primary;
    // Three bytes to a pixel, and as much again while a crop or the first scaling reads them.
    let limit = limits.pixels.min(limits.memory / 8);
    let properties = context.props(item)?;
    let (width, height) = context.coded_size(item, &properties)?;
    let spare = width.max(height) / 2 >= side && context.grid(item)?.is_some();
    // A crop counts in whole pixels.
    let scale = if spare && !properties.transforms.iter().any(is_crop) {
        Scale::Half
    } else {
        Scale::Whole
    };
    let (mut canvas, profile) = unpack(&context, item, PixelLayout::Rgb8, scale, limit)?;
    if let Some(alpha) = context.alpha_item(item)? {
        let (alpha, _) = unpack(&context, alpha, PixelLayout::Gray8, scale, limit)?;
        lay_on_white(&mut canvas, &alpha);
    }
    let (canvas, turns) = turns(canvas, &properties.transforms)?;
    let original = match scale {
        Scale::Half => (width, height),
        Scale::Whole => (canvas.width, canvas.height),
    };
    let raster = Raster::new(canvas.width, canvas.height, Channels::Rgb, canvas.data)?;
    let exif = context
        .exif_item(item)
        .and_then(|exif| read_exif(&context, exif));
    Ok(Decoded {
        raster,
        size: original,
        profile,
        turns,
        exif,
    })
}

/// Up to so many pixels in one piece take little: unpacking takes seven bytes for each, 86 MB for a photo of 12 megapixels.
/// Most phones make theirs of tiles, each of a quarter of a megapixel.
const LARGE_PIECE: u64 = 2_000_000;

/// Whether unpacking a HEIC takes much more memory than the picture, for it is in one large piece.
pub(super) fn is_one_large_piece(file: &[u8]) -> bool {
    let pixels = || {
        let context = Context::open(file).ok()?;
        let item = context.meta.primary;
        if context.grid(item).ok()?.is_some() {
            return None;
        }
        let (width, height) = context.coded_size(item, &context.props(item).ok()?).ok()?;
        Some(u64::from(width) * u64::from(height))
    };
    pixels().is_some_and(|pixels| pixels > LARGE_PIECE)
}

/// How large the tiles of a grid are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Whole,
    /// Takes a quarter of the memory, which is most of what a photo takes.
    Half,
}

/// Unpacks an item, be it one stream or a grid of them, before any turn.
fn unpack(
    context: &Context<'_>,
    item: u32,
    layout: PixelLayout,
    scale: Scale,
    limit: u64,
) -> Result<(Image, Profile), Refusal> {
    let within = |(width, height)| match u64::from(width) * u64::from(height) {
        0 => Err(Refusal::Broken),
        pixels if pixels > limit => Err(Refusal::TooManyPixels { limit }),
        _ => Ok(()),
    };
    let properties = context.props(item)?;
    let size = context.coded_size(item, &properties)?;
    within(size)?;
    let (tiles, columns) = match context.grid(item)? {
        Some((grid, tiles)) => {
            within((grid.output_width, grid.output_height))?;
            (tiles, grid.columns)
        }
        None => (vec![item], 1),
    };
    let first = context.props(*tiles.first().ok_or(Refusal::Broken)?)?;
    let parameters = first.hvcc.as_ref().ok_or(Refusal::Broken)?.parameter_sets();
    let stream = hevc::probe(&parameters)?;
    within((stream.width, stream.height))?;
    let (mut nclx, profile) = meaning(&properties, &parameters);
    if layout.is_gray() {
        // How much shows through is no light: its numbers use all their bits, whatever the stream says of light.
        nclx.range = Range::Full;
    }
    let whole = |item| tile(context, item, nclx, layout, limit);
    let even = stream.width.is_multiple_of(2) && stream.height.is_multiple_of(2);
    let canvas = match tiles[..] {
        // A grid of one tile is cut off like any other.
        [only] if only == item => whole(only)?,
        _ if scale == Scale::Half && even => {
            let size = (size.0.div_ceil(2), size.1.div_ceil(2));
            mosaic(&tiles, columns, size, layout, |item| halved(whole(item)?))?
        }
        _ => mosaic(&tiles, columns, size, layout, whole)?,
    };
    Ok((canvas, profile))
}

fn halved(tile: Image) -> Result<Image, Refusal> {
    let layout = tile.layout;
    let channels = if layout.is_gray() {
        Channels::Gray
    } else {
        Channels::Rgb
    };
    let half = Raster::new(tile.width, tile.height, channels, tile.data)?.halved()?;
    Ok(Image {
        data: half.pixels,
        width: half.width,
        height: half.height,
        layout,
    })
}

/// What shows through is white. An alpha of another size is passed over: the standard knows none.
fn lay_on_white(canvas: &mut Image, alpha: &Image) {
    if (alpha.width, alpha.height) != (canvas.width, canvas.height) {
        return;
    }
    for (pixel, alpha) in canvas.data.chunks_exact_mut(3).zip(&alpha.data) {
        for light in pixel {
            *light = on_white(*light, *alpha);
        }
    }
}

/// Reads what the container of an AVIF says, without touching its AV1 stream.
pub(super) fn describe(file: &[u8]) -> Result<Described, Refusal> {
    let meta = meta::parse(file)?;
    let properties = props::gather(&meta.props, meta.primary)?;
    let coded = properties.ispe.ok_or(Refusal::Broken)?;
    let (width, height) =
        transform::transformed_size(coded.width, coded.height, &properties.transforms)?;
    let exif = meta
        .refs
        .iter()
        .filter(|reference| reference.to.contains(&meta.primary))
        .find_map(|reference| {
            let described = meta.item(reference.from)?;
            (&described.item_type == b"Exif").then_some(reference.from)
        })
        .and_then(|item| meta.item_data(file, item).ok())
        .and_then(|data| metadata::exif_tiff(&data).ok().map(<[u8]>::to_vec));
    Ok(Described {
        width,
        height,
        exif,
    })
}

fn read_exif(context: &Context<'_>, item: u32) -> Option<Vec<u8>> {
    let data = context.item_data(item).ok()?;
    metadata::exif_tiff(&data).ok().map(<[u8]>::to_vec)
}

/// What the numbers mean. The decoder takes it from the `colr` box alone and else guesses; iPhones leave it to the
/// stream, and where the stream is silent too the standard decides (MIAF, ISO/IEC 23000-22, 7.3.6.4).
fn meaning(properties: &ItemProps<'_>, parameters: &[&[u8]]) -> (Nclx, Profile) {
    // In the NAL unit header, six bits from the second on are the type; 33 is a sequence parameter set.
    let sequence = |nal: &&&[u8]| nal.first().is_some_and(|byte| byte >> 1 & 0x3F == 33);
    let from_stream = || {
        parameters
            .iter()
            .find(sequence)
            .and_then(|nal| Vui::read(nal))
    };
    let nclx = properties.nclx.unwrap_or_else(|| {
        let said = from_stream().unwrap_or(Vui {
            primaries: 1,
            transfer: 13,
            matrix: 6,
            full_range: true,
        });
        let matrix_code = if said.matrix == 2 { 6 } else { said.matrix };
        Nclx {
            primaries: said.primaries,
            transfer: said.transfer,
            matrix: MatrixCoefficients::from_code(matrix_code),
            matrix_code,
            range: if said.full_range {
                Range::Full
            } else {
                Range::Limited
            },
        }
    });
    let profile = properties.icc.map_or_else(
        || Profile::from_primaries(nclx.primaries),
        |icc| Profile::Icc(icc.to_vec()),
    );
    (nclx, profile)
}

fn tile(
    context: &Context<'_>,
    item: u32,
    nclx: Nclx,
    layout: PixelLayout,
    limit: u64,
) -> Result<Image, Refusal> {
    let properties = context.props(item)?;
    let config = properties.hvcc.as_ref().ok_or(Refusal::Broken)?;
    let data = context.item_data(item)?;
    let frame = hevc::decode_still(&config.parameter_sets(), &config.split_nals(&data)?)?;
    Ok(color::convert(&frame, None, nclx, layout, limit, Some(1))?)
}

/// Puts tiles together, row after row, on a canvas that cuts off what the last ones have too much. Each tile becomes
/// RGB at once and goes: held together as planes, they would take twice the memory of the picture.
fn mosaic(
    tiles: &[u32],
    columns: u32,
    (width, height): (u32, u32),
    layout: PixelLayout,
    unpack: impl Fn(u32) -> Result<Image, Refusal> + Sync,
) -> Result<Image, Refusal> {
    let canvas = Image::zeroed(width, height, layout, u64::MAX)?;
    let canvas = Mutex::new((canvas, Ok(())));
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = || {
        while !failed.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = tiles.get(number) else {
                return;
            };
            let unpacked = unpack(*item);
            let mut canvas = canvas.lock().unwrap_or_else(PoisonError::into_inner);
            let (canvas, result) = &mut *canvas;
            let placed = unpacked.and_then(|tile| place(canvas, &tile, number, columns as usize));
            if let Err(refusal) = placed {
                *result = Err(refusal);
                failed.store(true, Ordering::Relaxed);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get().min(4));
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let (canvas, result) = canvas.into_inner().unwrap_or_else(PoisonError::into_inner);
    result.map(|()| canvas)
}

fn place(canvas: &mut Image, tile: &Image, number: usize, columns: usize) -> Result<(), Refusal> {
    let (canvas_row, tile_row) = (canvas.row_bytes(), tile.row_bytes());
    let left = number % columns * tile_row;
    let top = number / columns * tile.height as usize;
    let Some(room) = canvas_row.checked_sub(left).filter(|room| *room > 0) else {
        return Err(Refusal::Broken);
    };
    let rows = canvas.data.chunks_exact_mut(canvas_row).skip(top);
    for (to, from) in rows.zip(tile.data.chunks_exact(tile_row)) {
        let length = room.min(tile_row);
        to[left..left + length].copy_from_slice(&from[..length]);
    }
    Ok(())
}

const fn is_crop(transform: &Transform) -> bool {
    matches!(transform, Transform::Crop(_))
}

/// The turns that the file asks for. A crop is done here with whatever comes before it; turns are left for when the
/// picture is small.
fn turns(image: Image, asked: &[Transform]) -> Result<(Image, Vec<Orientation>), Refusal> {
    let cropped = asked.iter().rposition(is_crop).map_or(0, |last| last + 1);
    let image = transform::apply_all(image, &asked[..cropped])?;
    let left = asked[cropped..].iter().map(|transform| match transform {
        Transform::Rotate(Turn::Ccw90) => Orientation::ThreeQuarters,
        Transform::Rotate(Turn::Ccw180) => Orientation::Half,
        Transform::Rotate(Turn::Ccw270) => Orientation::Quarter,
        Transform::Mirror(Mirror::LeftRight) => Orientation::Mirrored,
        Transform::Mirror(Mirror::TopBottom) => Orientation::Flipped,
        Transform::Rotate(_) | Transform::Crop(_) => Orientation::Upright,
    });
    Ok((image, left.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_of_one_tile_is_as_large_as_it_says() {
        // 60 × 50 of a tile of 64 × 64.
        let file = include_bytes!("../../tests/fuzz/corpus/heic/one-tile.heic");
        let decoded = decode(file, 1600, &Limits::default()).unwrap();
        assert_eq!(decoded.size, (60, 50));
        assert_eq!((decoded.raster.width, decoded.raster.height), (60, 50));
    }

    #[test]
    fn tiles_are_put_together_at_half_their_size() {
        let tile = |number: u32| {
            let mut tile = Image::zeroed(4, 4, PixelLayout::Gray8, u64::MAX)?;
            tile.data.fill(if number == 0 { 10 } else { 200 });
            halved(tile)
        };
        let canvas = mosaic(&[0, 1], 2, (4, 2), PixelLayout::Gray8, tile).unwrap();
        assert_eq!(canvas.data, [10, 10, 200, 200, 10, 10, 200, 200]);
    }
}

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
    raster::{Channels, Orientation, Raster},
    refusal::Refusal,
    vui::Vui,
};

/// An unpacked HEIC.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) raster: Raster,
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

/// Unpacks the primary picture of a HEIC.
pub(super) fn decode(file: &[u8], limits: &Limits) -> Result<Decoded, Refusal> {
    let context = Context::open(file)?;
    let item = context.meta.primary;
    let properties = context.props(item)?;
    // Three bytes to a pixel, and as much again while a crop or the first scaling reads them.
    let limit = limits.pixels.min(limits.memory / 8);
    let within = |(width, height)| {
        let pixels = u64::from(width) * u64::from(height);
        (pixels <= limit && pixels > 0)
            .then_some(())
            .ok_or(if pixels == 0 {
                Refusal::Broken
            } else {
                Refusal::TooManyPixels { limit }
            })
    };
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
    let (nclx, profile) = meaning(&properties, &parameters);
    let canvas = if tiles.len() == 1 {
        tile(&context, tiles[0], nclx, limit)?
    } else {
        let unpack = |tile_item| tile(&context, tile_item, nclx, limit);
        mosaic(&tiles, columns, size, unpack)?
    };
    let (canvas, turns) = turns(canvas, &properties.transforms)?;
    let raster = Raster::new(canvas.width, canvas.height, Channels::Rgb, canvas.data)?;
    let exif = context
        .exif_item(item)
        .and_then(|exif| read_exif(&context, exif));
    Ok(Decoded {
        raster,
        profile,
        turns,
        exif,
    })
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

fn tile(context: &Context<'_>, item: u32, nclx: Nclx, limit: u64) -> Result<Image, Refusal> {
    let properties = context.props(item)?;
    let config = properties.hvcc.as_ref().ok_or(Refusal::Broken)?;
    let data = context.item_data(item)?;
    let frame = hevc::decode_still(&config.parameter_sets(), &config.split_nals(&data)?)?;
    Ok(color::convert(
        &frame,
        None,
        nclx,
        PixelLayout::Rgb8,
        limit,
        Some(1),
    )?)
}

/// Puts tiles together, row after row, on a canvas that cuts off what the last ones have too much. Each tile becomes
/// RGB at once and goes: held together as planes, they would take twice the memory of the picture.
fn mosaic(
    tiles: &[u32],
    columns: u32,
    (width, height): (u32, u32),
    unpack: impl Fn(u32) -> Result<Image, Refusal> + Sync,
) -> Result<Image, Refusal> {
    let canvas = Image::zeroed(width, height, PixelLayout::Rgb8, u64::MAX)?;
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

/// The turns that the file asks for. A crop is done here with whatever comes before it; turns are left for when the
/// picture is small.
fn turns(image: Image, asked: &[Transform]) -> Result<(Image, Vec<Orientation>), Refusal> {
    let crop = |transform: &Transform| matches!(transform, Transform::Crop(_));
    let cropped = asked.iter().rposition(crop).map_or(0, |last| last + 1);
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

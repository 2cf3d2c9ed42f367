//! Reading an original: its pages as lines with places, by its text layer or by the eye, kept beside its pictures.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};

use super::{
    Media,
    blobs::disk,
    eye::{Blindness, Bounds, Eye, Sheet, barcode::barcodes},
    kind::Kind,
    limits::Limits,
    pdf, pdf_lines, picture,
    refusal::Refusal,
    sniff, worker,
};
use crate::{
    domain::{
        blob::BlobHash,
        reading::{
            barcode::Barcode,
            page::{Line, Page, Quad, Rect},
        },
    },
    error::{Error, Result},
};

/// The longest side of a picture as the eye sees it, in pixels: enough for the letters of a long slip.
const SHARP: u16 = 2400;
/// The most pages that are read of one file, and the most lines of a page.
const PAGES: usize = 30;
const LINES: usize = 400;
/// How many times as long reading may take as showing: a small computer sees slowly, and nobody waits for it.
const LONGER: u64 = 4;
/// How many of a worker's threads the networks run on.
const THREADS: usize = 2;

/// What is looked for on a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gaze {
    /// Text.
    Paper,
    /// Text, and bars and squares that code some.
    Plate,
}

/// What was read of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Its pages.
    pub pages: Vec<Page>,
    /// What is coded on it; none where nobody has looked for that.
    pub codes: Option<Vec<Barcode>>,
    /// Whether all of it was read, and nothing left out to stay within the limits.
    pub whole: bool,
    /// Whether some of it takes an eye to read, and there was none.
    pub blind: bool,
}

impl Reading {
    /// All of a file on which nothing stands, and nothing is coded.
    fn seen(gaze: Gaze) -> Self {
        Self {
            whole: true,
            codes: (gaze == Gaze::Plate).then(Vec::new),
            ..Self::default()
        }
    }

    /// Whether anything stands on it.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let codes = self.codes.as_ref();
        self.pages.iter().any(|page| !page.lines.is_empty())
            || codes.is_some_and(|codes| !codes.is_empty())
    }
}

impl Reading {
    /// All its words, line by line.
    #[must_use]
    pub fn text(&self) -> String {
        let lines = self.pages.iter().flat_map(|page| &page.lines);
        let lines: Vec<_> = lines.map(|line| line.text.as_str()).collect();
        lines.join("\n")
    }
}

/// What became of reading a file.
pub type Outcome = std::result::Result<Reading, Refusal>;

impl Media {
    /// Whether pictures can be read: the files of the networks are there.
    #[must_use]
    pub fn has_eye(&self) -> bool {
        self.eye.is_some()
    }

    /// What was read of an original, if somebody has tried so with the eye that there is now.
    pub fn reading(&self, hash: BlobHash, gaze: Gaze) -> Result<Option<Outcome>> {
        let Some(path) = self.derived.reading(hash) else {
            return Ok(None);
        };
        let kept: Option<Outcome> = serde_json::from_slice(&fs::read(path).map_err(disk)?).ok();
        // What another version of the program wrote is read again, and so is what takes an eye once there is one.
        Ok(kept.filter(|outcome| {
            outcome.as_ref().is_ok_and(|reading| {
                let has_codes = gaze == Gaze::Paper || reading.codes.is_some();
                has_codes && !(reading.blind && self.has_eye())
            }) || outcome.is_err()
        }))
    }

    /// Reads an original, and keeps what was read; nothing is done that was done before.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such original; that the file is at fault is kept, too.
    pub async fn read(&self, hash: BlobHash, gaze: Gaze) -> Result<Outcome> {
        if let Some(outcome) = self.reading(hash, gaze)? {
            return Ok(outcome);
        }
        let mut original = self.blobs.open_read(hash)?;
        let outcome = match sniff(&mut original)? {
            Kind::Text => {
                let text = self.read_text(hash).await?;
                Ok(Reading {
                    pages: vec![typed(&text)],
                    ..Reading::seen(gaze)
                })
            }
            kind if kind == Kind::Pdf || kind.is_picture() => {
                self.look_at(hash, kind, gaze).await?
            }
            _ => Ok(Reading::seen(gaze)),
        };
        let bytes = serde_json::to_vec(&outcome).map_err(Error::internal)?;
        self.derived.keep_reading(hash, &bytes)?;
        Ok(outcome)
    }

    async fn look_at(&self, hash: BlobHash, kind: Kind, gaze: Gaze) -> Result<Outcome> {
        if kind != Kind::Pdf && self.eye.is_none() && gaze == Gaze::Paper {
            return Ok(Ok(Reading {
                blind: true,
                ..Reading::default()
            }));
        }
        let desk = self.derived.desk()?;
        let input = self.blobs.open_read(hash)?;
        let limits = Limits {
            seconds: self.limits.seconds.saturating_mul(LONGER),
            ..self.limits
        };
        let job = worker::Job::read(kind, self.eye.clone(), gaze, limits);
        if let Err(refusal) = self.workers.read(input, job, desk.path()).await? {
            return Ok(Err(refusal));
        }
        let left = desk.path().join(worker::READING);
        let bytes = fs::read(left).map_err(disk)?;
        serde_json::from_slice(&bytes).map_err(Error::internal)
    }
}

/// A text as a page: its lines one beneath the other, each in pieces where two blanks or a tab stand between them.
fn typed(text: &str) -> Page {
    let lines: Vec<&str> = text.lines().take(LINES).collect();
    let widths = lines.iter().map(|line| line.chars().count());
    let (width, height) = (widths.max().unwrap_or_default(), lines.len());
    let pieces = lines.iter().enumerate().flat_map(|(at, line)| {
        pieces(line).into_iter().map(move |(column, text)| Line {
            text: text.to_owned(),
            confidence: 1.0,
            place: Quad::upright(Rect {
                left: part(column, width),
                top: part(at, height),
                right: part(column + text.chars().count(), width),
                bottom: part(at + 1, height),
            }),
        })
    });
    Page {
        lines: pieces.take(LINES).collect(),
        ..Page::default()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a page has few lines, and short ones"
)]
fn part(of: usize, whole: usize) -> f32 {
    of as f32 / whole.max(1) as f32
}

/// The pieces of a line, each with the column that it begins in.
fn pieces(line: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let (mut rest, mut column) = (line, 0);
    while !rest.is_empty() {
        let end = [rest.find("  "), rest.find('\t')]
            .into_iter()
            .flatten()
            .min();
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        if !piece.trim().is_empty() {
            let before = piece.chars().take_while(|letter| letter.is_whitespace());
            pieces.push((column + before.count(), piece.trim()));
        }
        let gap = after.len() - after.trim_start().len();
        column += piece.chars().count() + after[..gap].chars().count();
        rest = &after[gap..];
    }
    pieces
}

/// Reads a file as a worker does, with the networks of a folder where there is one.
///
/// # Errors
/// [`Error::Internal`] when the networks do not do what they should; that the file is at fault is a [`Refusal`].
pub(super) fn read(
    file: Vec<u8>,
    kind: Kind,
    eye: Option<&PathBuf>,
    gaze: Gaze,
    limits: &Limits,
) -> Result<Outcome> {
    // Half of the time, so that what was read is written while there is time to.
    let until = Instant::now() + Duration::from_secs(limits.seconds) / 2;
    let looker = Looker {
        folder: eye.map(PathBuf::as_path),
        opened: None,
        until,
    };
    if kind == Kind::Pdf {
        return read_pdf(file, gaze, looker);
    }
    match picture::upright(&file, kind, SHARP.into(), limits) {
        Ok(raster) => {
            drop(file);
            let (width, height, pixels) = raster.into_rgb();
            read_picture((width, height), &pixels, gaze, looker)
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn read_picture(
    size: (usize, usize),
    pixels: &[u8],
    gaze: Gaze,
    mut looker: Looker<'_>,
) -> Result<Outcome> {
    let look = looker.look(size, pixels, &[])?;
    // As the picture lies: places are told on the upright page, and bars are found at any angle.
    let codes = (gaze == Gaze::Plate).then(|| looker.codes(size, pixels));
    Ok(Ok(Reading {
        codes,
        blind: look.is_none(),
        whole: look.as_ref().is_some_and(|(_, whole)| *whole),
        pages: look.into_iter().map(|(page, _)| page).collect(),
    }))
}

fn read_pdf(file: Vec<u8>, gaze: Gaze, mut looker: Looker<'_>) -> Result<Outcome> {
    let Some(document) = pdf::open(file) else {
        return Ok(Err(Refusal::Broken));
    };
    let layers = pdf_lines::layers(&document, PAGES, looker.until);
    let mut reading = Reading {
        whole: layers.len() == document.pages().len(),
        ..Reading::seen(gaze)
    };
    for (layer, sheet) in layers.into_iter().zip(document.pages().iter()) {
        // A letterhead is on the first page; scans are on all of them.
        let is_first = reading.pages.is_empty();
        let takes_an_eye = layer.page.lines.is_empty() || layer.has_pictures && is_first;
        let picture = takes_an_eye
            .then(|| pdf_lines::picture(sheet, SHARP))
            .flatten();
        let Some((width, height, pixels)) = picture else {
            reading.pages.push(layer.page);
            continue;
        };
        let size = (width.into(), height.into());
        let look = looker.look(size, &pixels, &layer.places())?;
        reading.blind |= look.is_none();
        reading.pages.push(match look {
            Some((seen, whole)) => {
                reading.whole &= whole;
                layer.with(seen)
            }
            None => layer.page,
        });
    }
    Ok(Ok(reading))
}

/// The eye, opened when something has to be looked at: opening it takes a third of a second.
struct Looker<'a> {
    folder: Option<&'a Path>,
    opened: Option<Eye>,
    until: Instant,
}

impl Looker<'_> {
    /// What is coded on a picture.
    fn codes(&self, (width, height): (usize, usize), pixels: &[u8]) -> Vec<Barcode> {
        let sheet = Sheet::new(width, height, pixels);
        sheet.map_or_else(Vec::new, |sheet| barcodes(&sheet, self.until))
    }

    /// The page that a picture shows but for what is known to stand on it, and whether all of it was read; none without
    /// an eye.
    fn look(
        &mut self,
        (width, height): (usize, usize),
        pixels: &[u8],
        known: &[Rect],
    ) -> Result<Option<(Page, bool)>> {
        let Some(folder) = self.folder else {
            return Ok(None);
        };
        let blind = |why: Blindness| Error::internal(why);
        if self.opened.is_none() {
            self.opened = Some(Eye::open(folder, THREADS).map_err(blind)?);
        }
        let (Some(eye), Some(sheet)) = (&self.opened, Sheet::new(width, height, pixels)) else {
            return Ok(None);
        };
        let bounds = Bounds {
            until: self.until,
            lines: LINES,
        };
        let look = eye.look(&sheet, known, bounds).map_err(blind)?;
        Ok(Some((look.page, look.whole)))
    }
}

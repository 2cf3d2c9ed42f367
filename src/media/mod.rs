//! Mechanism: originals by their hash, pictures and PDFs read safely, and what is derived from them.

mod blobs;
mod capture;
mod colour;
mod derived;
mod eye;
mod heic;
mod jpeg;
mod kept;
mod kind;
mod limits;
mod markup;
mod pdf;
mod pdf_lines;
mod picture;
mod raster;
mod reading;
mod refusal;
mod soundness;
mod vui;
mod worker;

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use jiff::civil::DateTime;

pub use blobs::{BlobStore, Staged};
pub use derived::Size;
pub use kept::Kept;
pub use kind::Kind;
pub use limits::Limits;
pub use picture::{LARGE, SMALL};
pub use reading::{Gaze, Outcome, Reading};
pub use refusal::Refusal;
pub use worker::{COMMAND, Report, look_unguarded, read_unguarded, run_worker};

use crate::{
    domain::{blob::BlobHash, rotation::Rotation},
    error::{Error, Result},
};
use derived::{DerivedStore, Turned};
use raster::{Channels, Raster};
use worker::{Job, Workers};

/// The originals of a data folder, and everything made of them.
#[derive(Clone, Debug)]
pub struct Media {
    blobs: BlobStore,
    derived: DerivedStore,
    workers: Workers,
    limits: Limits,
    /// The folder that has the files of the eye's networks.
    eye: Option<PathBuf>,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// What it is, by its bytes.
    pub kind: Kind,
    /// The media type to serve the original with.
    pub media_type: &'static str,
    /// Width and height once it is upright, in pixels; for pictures.
    pub size: Option<(u32, u32)>,
    /// When it was taken, by the camera's clock.
    pub taken: Option<DateTime>,
    /// Whether the original says where it was taken.
    pub has_gps: bool,
    /// How many pages it has; for a PDF that could be opened.
    pub pages: Option<u32>,
    /// Whether there is a picture to show for it.
    pub has_picture: bool,
}

/// A file to show for an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is: a JPEG of ours, or an AVIF as it came.
    pub media_type: &'static str,
}

impl Media {
    /// Opens the originals and derived files of a data folder. `program` is started as the worker: this program itself
    /// (on Linux `/proc/self/exe`, which stays right when an update replaces the file).
    pub fn open(data_dir: &Path, program: PathBuf, limits: Limits) -> Result<Self> {
        Ok(Self {
            eye: None,
            blobs: BlobStore::open(data_dir)?,
            derived: DerivedStore::open(data_dir)?,
            workers: Workers::new(program, limits),
            limits,
        })
    }

    /// The same, reading pictures with the networks in a folder where they are in it.
    ///
    /// # Errors
    /// [`Error::Internal`] when this process stands nowhere.
    pub fn with_models(self, folder: Option<&Path>) -> Result<Self> {
        let eye = folder.filter(|folder| eye::Eye::is_in(folder));
        let eye = eye.map(std::path::absolute).transpose();
        Ok(Self {
            eye: eye.map_err(Error::internal)?,
            ..self
        })
    }

    /// The originals.
    #[must_use]
    pub const fn blobs(&self) -> &BlobStore {
        &self.blobs
    }

    /// What one file may cost.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Looks into a file before it is kept, and makes its pictures while at it. A broken picture is refused; a PDF that
    /// cannot be read is left as it is. The name is what its sender calls it. Pictures made of a file that is then not
    /// kept stay behind until somebody deletes `derived/`.
    ///
    /// # Errors
    /// [`Error`] when the server cannot look; that the file is at fault is a [`Refusal`].
    pub async fn inspect(
        &self,
        staged: &Staged,
        name: Option<&str>,
    ) -> Result<Result<Inspected, Refusal>> {
        if staged.size() == 0 {
            return Ok(Err(Refusal::Empty));
        }
        let kind = sniff(&mut staged.open_read()?)?;
        let turned = Turned {
            hash: staged.hash(),
            rotation: Rotation::None,
        };
        let report = if kind.is_picture() || kind == Kind::Pdf {
            let _alone = self.derived.alone(turned).await;
            match self.make(staged.open_read()?, kind, turned).await? {
                Ok(report) => report,
                Err(refusal) => return Ok(Err(refusal)),
            }
        } else {
            Report::default()
        };
        let made = self.derived.picture(turned, Size::Small).is_some();
        Ok(Ok(Inspected {
            kind,
            media_type: kind.media_type(name),
            size: report.size,
            taken: report.taken,
            has_gps: report.has_gps,
            pages: report.pages,
            has_picture: made || kind == Kind::Avif,
        }))
    }

    /// What a file is that is kept without looking into it: any file may be a document.
    pub fn unread(&self, staged: &Staged, name: Option<&str>) -> Result<Inspected> {
        let kind = sniff(&mut staged.open_read()?)?;
        Ok(Inspected {
            kind,
            media_type: kind.media_type(name),
            size: None,
            taken: None,
            has_gps: false,
            pages: None,
            has_picture: false,
        })
    }

    /// Keeps a picture that the program drew itself, as a JPEG that fits [`LARGE`], with what is made of it. `rgb` is
    /// sRGB, three bytes a pixel, row after row.
    ///
    /// # Errors
    /// [`Error::Internal`] when there are not as many pixels as the size says.
    pub fn keep_drawing(&self, width: u32, height: u32, rgb: Vec<u8>) -> Result<(Kept, u64)> {
        let drawing = Raster::new(width, height, Channels::Rgb, rgb).map_err(Error::internal)?;
        // The original is the large picture, byte for byte: encoding it twice would be most of the work.
        let made = drawing
            .fit(LARGE)
            .and_then(picture::derive)
            .map_err(Error::internal)?;
        let kept = self.blobs.store_bytes(&made.large)?;
        let hash = kept.hash();
        let desk = self.derived.desk()?;
        worker::leave(desk.path(), &made)?;
        let rotation = Rotation::None;
        self.derived.take(&desk, Turned { hash, rotation })?;
        Ok((kept, made.large.len() as u64))
    }

    /// What to show for an original, turned by `rotation` from how the file shows it, made now if it is not there. An
    /// AVIF is shown as it came, in one size and unturned.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such original, or no picture to show for it.
    pub async fn picture(&self, hash: BlobHash, rotation: Rotation, size: Size) -> Result<Shown> {
        let turned = Turned { hash, rotation };
        if let Some(path) = self.derived.picture(turned, size) {
            return Ok(jpeg(path));
        }
        let kind = sniff(&mut self.blobs.open_read(hash)?)?;
        if kind == Kind::Avif {
            return Ok(Shown {
                path: self.blobs.path(hash),
                media_type: kind.media_type(None),
            });
        }
        self.made(turned, kind).await?;
        let path = self.derived.picture(turned, size);
        path.map(jpeg).ok_or(Error::NotFound)
    }

    /// The text of a document, as much as the limits give room for: that of a PDF or a text file, and else none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such original.
    pub async fn text(&self, hash: BlobHash) -> Result<String> {
        let mut original = self.blobs.open_read(hash)?;
        match sniff(&mut original)? {
            Kind::Text => self.read_text(hash).await,
            Kind::Pdf => {
                if self.derived.text(hash).is_none() {
                    let rotation = Rotation::None;
                    self.made(Turned { hash, rotation }, Kind::Pdf).await?;
                }
                self.derived.text(hash).map_or_else(
                    || Ok(String::new()),
                    |path| fs::read_to_string(path).map_err(blobs::disk),
                )
            }
            _ => Ok(String::new()),
        }
    }

    /// What a text file says, read off the async threads: HTML takes its time.
    async fn read_text(&self, hash: BlobHash) -> Result<String> {
        let (original, limit) = (self.blobs.open_read(hash)?, self.limits.text);
        tokio::task::spawn_blocking(move || read_text(original, limit))
            .await
            .map_err(Error::internal)?
    }

    /// Removes an original and everything made of it, for good, unless something holds it or is about to.
    ///
    /// # Errors
    /// As [`BlobStore::remove`].
    pub fn remove(&self, hash: BlobHash, is_held: impl FnOnce() -> Result<bool>) -> Result<()> {
        if self.blobs.remove(hash, is_held)? {
            self.derived.remove(hash)?;
        }
        Ok(())
    }

    /// Sees to it that what can be made of a kept original is there.
    async fn made(&self, turned: Turned, kind: Kind) -> Result<()> {
        let able = kind.is_picture() || kind == Kind::Pdf;
        let _alone = self.derived.alone(turned).await;
        let done = self.derived.picture(turned, Size::Small).is_some()
            && self.derived.picture(turned, Size::Large).is_some();
        if !able || done || self.derived.is_barren(turned) {
            return Ok(());
        }
        let original = self.blobs.open_read(turned.hash)?;
        if let Err(refusal) = self.make(original, kind, turned).await? {
            // It was taken once, so the limits have changed since, or the program has.
            tracing::warn!(hash = %turned.hash, %refusal, "an original is refused now");
        }
        Ok(())
    }

    /// Lets a worker read a file, and takes over what it made.
    async fn make(
        &self,
        input: File,
        kind: Kind,
        turned: Turned,
    ) -> Result<Result<Report, Refusal>> {
        let desk = self.derived.desk()?;
        let job = Job::show(kind, turned.rotation, self.limits);
        let mut answer = self.workers.read(input, job, desk.path()).await?;
        if kind == Kind::Pdf {
            // Any file may be a document; this one just has no preview.
            answer = Ok(answer.unwrap_or_default());
        }
        if answer.is_ok() || self.blobs.contains(turned.hash) {
            self.derived.take(&desk, turned)?;
        }
        Ok(answer)
    }
}

const fn jpeg(path: PathBuf) -> Shown {
    Shown {
        path,
        media_type: "image/jpeg",
    }
}

fn sniff(file: &mut File) -> Result<Kind> {
    let mut head = Vec::with_capacity(kind::HEAD);
    file.take(kind::HEAD as u64)
        .read_to_end(&mut head)
        .map_err(blobs::disk)?;
    Ok(Kind::of(&head))
}

/// What the beginning of a text file says: HTML as it stands on its page.
fn read_text(file: File, limit: u64) -> Result<String> {
    let text = read_letters(file, limit)?;
    if markup::is_markup(&text) {
        return Ok(markup::text(&text));
    }
    Ok(text)
}

/// The beginning of a text file: UTF-8, or Latin-1 where it cannot be that.
fn read_letters(file: File, limit: u64) -> Result<String> {
    let mut bytes = Vec::new();
    file.take(limit)
        .read_to_end(&mut bytes)
        .map_err(blobs::disk)?;
    let whole = match std::str::from_utf8(&bytes) {
        // Cut off inside a letter by the limit.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    bytes.truncate(whole);
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        // Latin-1 is the first 256 code points.
        error.into_bytes().into_iter().map(char::from).collect()
    });
    Ok(text.trim_start_matches('\u{FEFF}').to_owned())
}

//! Files that people send: streamed to disk, looked into, and kept, or refused by name.

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use futures_util::TryStreamExt;

use super::reply::{self, Problem};
use crate::{
    actions::attachments::NewAttachment,
    domain::{attachment::AttachmentKind, lang::Lang},
    error::{Error, Result},
    media::Media,
};

/// What came of one file.
pub enum Received {
    /// It was looked into and kept.
    Kept(Box<NewAttachment>),
    /// It is not taken, and why.
    Refused {
        /// What its sender calls it.
        name: String,
        /// Why.
        why: Error,
    },
}

/// A file that is not taken.
pub struct Refused {
    /// What its sender calls it.
    pub name: String,
    /// Why.
    pub why: Error,
}

impl Refused {
    /// Why it is not taken, in words.
    pub fn sentence(&self, lang: Lang) -> String {
        reply::sentence(&self.why, lang)
    }

    /// The same, with its name before.
    pub fn named(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.sentence(lang))
    }

    /// The status that tells why.
    pub const fn status(&self) -> StatusCode {
        reply::status(&self.why)
    }
}

/// Tells a program which files are not taken: problem+json with a sentence for each, by name.
pub fn refuse(refused: &[Refused], lang: Lang) -> Response {
    let sentences: Vec<_> = refused.iter().map(|file| file.named(lang)).collect();
    match refused.first() {
        Some(first) => reply::problem_json(&first.why, lang, sentences.join("\n")),
        None => Problem::from(Error::invalid("file", "error-no-file")).into_response(),
    }
}

/// The files and the other fields of a form.
pub struct Uploads {
    /// What came of each file, in order.
    pub files: Vec<Received>,
    /// The other fields, in order.
    pub fields: Vec<(String, String)>,
}

/// How long the fields that are no files may be together, in bytes.
const FIELDS: usize = 1_000_000;
/// How many parts a form may have, files or not.
const PARTS: u64 = 1_000;

impl Uploads {
    /// Reads a form with files. A file that is refused does not hold back the others.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is no such form; [`Error::TooLarge`] when it has too many parts or too much text;
    /// [`Error::Unavailable`] when the disk is full.
    pub async fn receive(media: &Media, request: Request, wanted: Wanted) -> Result<Self> {
        let broken = |_| Error::invalid("form", "error-form");
        let mut form = Multipart::from_request(request, &())
            .await
            .map_err(|_| Error::invalid("form", "error-form"))?;
        let mut uploads = Self {
            files: Vec::new(),
            fields: Vec::new(),
        };
        let (mut room, mut parts) = (FIELDS, 0);
        while let Some(field) = form.next_field().await.map_err(broken)? {
            parts += 1;
            if parts > PARTS {
                return Err(Error::TooLarge {
                    limit: PARTS,
                    unit: "parts",
                });
            }
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                // A browser sends an empty nameless file for a field that nothing was chosen in.
                Some(file_name) if file_name.is_empty() && name == "file" => {
                    drain(field).await?;
                }
                Some(file_name) => uploads
                    .files
                    .push(take(media, field, file_name, wanted).await?),
                None => {
                    let value = text(field, room).await?;
                    room = room.saturating_sub(value.len() + name.len());
                    uploads.fields.push((name, value));
                }
            }
        }
        Ok(uploads)
    }

    /// The files that were kept, and those that were refused.
    pub fn sort(files: Vec<Received>) -> (Vec<NewAttachment>, Vec<Refused>) {
        let (mut kept, mut refused) = (Vec::new(), Vec::new());
        for file in files {
            match file {
                Received::Kept(new) => kept.push(*new),
                Received::Refused { name, why } => refused.push(Refused { name, why }),
            }
        }
        (kept, refused)
    }

    /// The first field with this name.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find_map(|(other, value)| (other == name).then_some(value.as_str()))
    }
}

/// What a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Pictures.
    Photos,
    /// Any file that is not empty, as a paper to keep as it is.
    Documents,
}

async fn take(
    media: &Media,
    field: Field<'_>,
    file_name: String,
    wanted: Wanted,
) -> Result<Received> {
    let limit = media.limits().bytes;
    let stream = field.map_err(|_| Error::invalid("file", "error-upload-broken"));
    let staged = match media.blobs().receive(std::pin::pin!(stream), limit).await {
        Ok(staged) => staged,
        Err(why @ Error::TooLarge { .. }) => {
            return Ok(Received::Refused {
                name: file_name,
                why,
            });
        }
        Err(error) => return Err(error),
    };
    let kind = match wanted {
        Wanted::Photos => AttachmentKind::Photo,
        Wanted::Documents => AttachmentKind::Document,
    };
    match NewAttachment::arrived(media, staged, &file_name, kind).await? {
        Ok(new) => Ok(Received::Kept(Box::new(new))),
        Err(why) => Ok(Received::Refused {
            name: file_name,
            why: why.into(),
        }),
    }
}

async fn drain(mut field: Field<'_>) -> Result<()> {
    while field
        .chunk()
        .await
        .map_err(|_| Error::invalid("form", "error-form"))?
        .is_some()
    {}
    Ok(())
}

async fn text(mut field: Field<'_>, room: usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field
        .chunk()
        .await
        .map_err(|_| Error::invalid("form", "error-form"))?
    {
        if bytes.len() + chunk.len() > room {
            return Err(Error::TooLarge {
                limit: FIELDS as u64,
                unit: "form",
            });
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Error::invalid("form", "error-form"))
}

impl From<Received> for Result<NewAttachment, Problem> {
    fn from(received: Received) -> Self {
        match received {
            Received::Kept(new) => Ok(*new),
            Received::Refused { why, .. } => Err(why.into()),
        }
    }
}

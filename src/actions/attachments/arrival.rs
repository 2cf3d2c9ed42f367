//! A file that has arrived whole, looked into and kept: the one way from bytes to what may belong to something.

use super::NewAttachment;
use crate::{
    domain::attachment::AttachmentKind,
    error::{Error, Result},
    media::{Media, Refusal, Staged},
};

impl NewAttachment {
    /// Looks into a file and keeps it. A photo has to be a picture that can be read; any file that is not empty may be a
    /// document. The name is what its sender calls it.
    ///
    /// # Errors
    /// [`Error`] when the server cannot look or keep; that the file is at fault is a [`Refusal`].
    pub async fn arrived(
        media: &Media,
        staged: Staged,
        file_name: &str,
        kind: AttachmentKind,
    ) -> Result<Result<Self, Refusal>> {
        let inspected = match media.inspect(&staged, Some(file_name)).await? {
            Ok(inspected) => inspected,
            // A scan that was cut off is still a paper to somebody: it is kept as it is, without a preview.
            Err(refusal) if kind == AttachmentKind::Document && refusal != Refusal::Empty => {
                media.unread(&staged, Some(file_name))?
            }
            Err(refusal) => return Ok(Err(refusal)),
        };
        if kind == AttachmentKind::Photo && !inspected.kind.is_picture() {
            return Ok(Err(Refusal::NotAPicture));
        }
        let size = staged.size();
        let blob = tokio::task::spawn_blocking(move || staged.keep())
            .await
            .map_err(Error::internal)??;
        Ok(Ok(Self {
            kind,
            blob,
            size,
            media_type: inspected.media_type.to_owned(),
            file_name: file_name.to_owned(),
            pixels: inspected.size,
            taken: inspected.taken,
        }))
    }
}

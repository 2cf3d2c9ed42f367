//! Photos and documents on their way in: kept, or refused by name while the rest is kept.

use std::sync::Arc;

use axum::{extract::Request, http::StatusCode};

use super::{
    attachments::{Uploaded, on_wire, sees},
    wire,
};
use crate::{
    access::Editor,
    actions::attachments,
    app::App,
    domain::{
        attachment::{AttachmentKind, Bearer},
        invalid::Invalid,
    },
    error::{Error, Result},
    http::upload::{Refused, Uploads, Wanted},
    ui::look::Look,
};

/// Takes files in. Those that are refused do not hold back the others.
pub(super) async fn receive(
    app: &Arc<App>,
    editor: Editor,
    look: &Look,
    of: Bearer,
    kind: AttachmentKind,
    request: Request,
) -> Result<(StatusCode, axum::Json<Uploaded>)> {
    // Before anything is sent, and again when it is added.
    let rows = app.store.read()?;
    editor.bearer(&rows, of)?;
    if !sees(&rows, editor.viewer(), of)? {
        return Err(Error::NotFound);
    }
    drop(rows);
    let wanted = match kind {
        AttachmentKind::Photo => Wanted::Photos,
        AttachmentKind::Document => Wanted::Documents,
    };
    let uploads = Uploads::receive(&app.media, request, wanted).await?;
    let (kept, refused) = Uploads::sort(uploads.files);
    if kept.is_empty() {
        return Err(all_refused(refused));
    }
    let (change, added) = app
        .change(move |store| {
            let saved = attachments::add_many(store, &editor, of, kept)?;
            let rows = store.read()?;
            let added = saved.value.iter().map(|row| on_wire(&rows, row));
            Ok((saved.change, added.collect::<Result<_>>()?))
        })
        .await?;
    let refused = refused.into_iter().map(|file| wire::Refused {
        why: file.sentence(look.lang),
        name: file.name,
    });
    let uploaded = Uploaded {
        attachments: added,
        refused: refused.collect(),
        change,
    };
    Ok((StatusCode::CREATED, axum::Json(uploaded)))
}

/// The one problem of many files: each by its name, or the limit that all of them passed.
pub(super) fn all_refused(mut refused: Vec<Refused>) -> Error {
    let too_large = |file: &Refused| matches!(file.why, Error::TooLarge { .. });
    if refused.iter().all(too_large)
        && let Some(file) = refused.pop()
    {
        return file.why;
    }
    let mut invalid = Invalid::default();
    for Refused { name, why } in refused {
        let text = match &why {
            Error::Invalid(fields) => fields.iter().next().map(|(_, text)| text),
            Error::TooLarge { .. } => Some("error-too-large"),
            _ => None,
        };
        invalid.push(name, text.unwrap_or("error-upload-broken"));
    }
    if invalid.is_empty() {
        invalid.push("file", "api-no-file");
    }
    Error::Invalid(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGE: Error = Error::TooLarge {
        limit: 5,
        unit: "bytes",
    };

    fn refused(name: &str, why: Error) -> Refused {
        let name = name.to_owned();
        Refused { name, why }
    }

    #[test]
    fn files_that_are_all_refused_are_told_by_name() {
        let broken = Error::invalid("file", "media-refused-broken");
        let refused = vec![refused("a.jpg", broken), refused("b.jpg", LARGE)];
        let Error::Invalid(told) = all_refused(refused) else {
            panic!("it is no list of names");
        };
        assert_eq!(told.get("a.jpg"), Some("media-refused-broken"));
        assert_eq!(told.get("b.jpg"), Some("error-too-large"));
        let none = all_refused(Vec::new());
        assert!(matches!(none, Error::Invalid(told) if told.get("file").is_some()));
    }

    #[test]
    fn the_limit_is_told_when_it_is_what_all_of_them_passed() {
        let refused = vec![refused("a.jpg", LARGE), refused("b.jpg", LARGE)];
        assert!(matches!(
            all_refused(refused),
            Error::TooLarge { limit: 5, .. }
        ));
    }
}

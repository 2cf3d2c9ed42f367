//! The page where photos and documents are arranged, and what its buttons do.

use std::sync::Arc;

use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Of, back, called, caption::Words, done, home};
use crate::{
    access::Editor,
    actions::attachments::{self, Step},
    app::App,
    domain::attachment::{Attachment, AttachmentId, AttachmentKind, Bearer},
    error::{Error, Result},
    http::{Form, Htmx, Path, Problem, Visit},
    media::Size,
    store::{Expect, Row, Rows, Saved, Store},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        form::Upload,
        icon::Icon,
        layout::Page,
        look::Look,
        photo::{Arrange, Photo},
    },
    web::page,
};

/// `GET …/photos`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Of(of): Of,
) -> Result<Markup, Problem> {
    let rows = app.store.read()?;
    editor.bearer(&rows, of)?;
    let (name, look) = called(&rows, editor.viewer(), look, of)?;
    let (photos, documents): (Vec<_>, Vec<_>) = attachments::list(&rows, of)?
        .into_iter()
        .partition(|attachment| attachment.kind == AttachmentKind::Photo);
    let mut papers = Vec::with_capacity(documents.len());
    for document in documents {
        let shown = app
            .media
            .picture(document.blob, document.rotation, Size::Small);
        let preview = shown.await.is_ok().then(|| page::photo(&document));
        papers.push((document, preview));
    }
    let body = html! {
        section.section { (photographs(&look, of, &name, &photos)) }
        section.section {
            h2 { (look.text("photos-documents")) }
            ul #documents.papers { @for (document, preview) in &papers { (paper(&look, document, preview.as_ref())) } }
            (Upload::documents(&look, format!("{}/documents", home(of))).refresh("#documents"))
        }
    };
    let title = look.text_with("photos-title", "name", &name);
    Ok(Page::new(&look, title, body)
        .breadcrumb(Breadcrumb::new(look.text("photos-of")).step(&name, home(of)))
        .answer(htmx))
}

fn photographs(look: &Look, of: Bearer, name: &str, photos: &[Row<Attachment>]) -> Markup {
    let arranged: Vec<_> = photos
        .iter()
        .map(|photo| {
            let words = html! {
                (Words::of(look, photo))
                div.row {
                    a href={ "/photos/" (photo.id) "/move" } { (look.text("photos-move")) }
                    @if matches!(of, Bearer::Item(_)) {
                        a href={ "/photos/" (photo.id) "/read" } { (look.text("plate-title")) }
                    }
                }
            };
            (page::photo(photo), words)
        })
        .collect();
    let action = format!("{}/photos/arrange", home(of));
    html! {
        (Upload::photos(look, format!("{}/photos", home(of))).refresh("#photos"))
        (Arrange { look, action: &action, name, photos: &arranged })
    }
}

fn paper(look: &Look, document: &Row<Attachment>, preview: Option<&Photo>) -> Markup {
    let id = document.id;
    html! {
        li.paper {
            a.paper-preview.is-drawn[preview.is_none()] href={ "/files/" (id) } {
                @match preview {
                    Some(photo) => (photo.picture(&look.text_with("photos-open", "name", &document.file_name), "6rem", false)),
                    None => { (Icon::Document) span.unseen { (look.text_with("photos-open", "name", &document.file_name)) } },
                }
            }
            div.paper-text {
                p.quiet { (document.file_name) }
                (Words::of(look, document))
                div.row {
                    a href={ "/photos/" (id) "/move" } { (look.text("photos-move")) }
                    (Button::post(look.text("photos-remove"), format!("/photos/{id}/remove")).icon(Icon::Trash).alone().bare())
                }
            }
        }
    }
}

/// What a button under a photo does.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Deed {
    First,
    Cover,
    Earlier,
    Later,
    Rotate,
    Remove,
    Order,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    #[serde(rename = "do")]
    deed: Deed,
    photo: Option<AttachmentId>,
    #[serde(default)]
    photos: String,
}

/// `POST …/photos/arrange`.
pub(super) async fn arrange(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Of(of): Of,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> Result<Response, Problem> {
    let (action, saved) = app
        .change(move |store| act(store, &editor, of, &wish))
        .await?;
    Ok(done(&app, &visit, action, back(&headers, of), saved.undo()))
}

fn act(
    store: &Store,
    editor: &Editor,
    of: Bearer,
    wish: &Wish,
) -> Result<(&'static str, Saved<()>)> {
    if let Deed::Order = wish.deed {
        let order: Vec<_> = wish
            .photos
            .split(',')
            .filter_map(|id| id.parse().ok())
            .collect();
        let saved = attachments::reorder(store, editor, of, &order)?;
        return Ok(("attachment-reorder", saved));
    }
    let photo = wish.photo.ok_or(Error::NotFound)?;
    if store.read()?.live::<Attachment>(photo)?.of != of {
        return Err(Error::NotFound);
    }
    deed(store, editor, photo, wish.deed)
}

fn deed(
    store: &Store,
    editor: &Editor,
    photo: AttachmentId,
    deed: Deed,
) -> Result<(&'static str, Saved<()>)> {
    let step = |step| attachments::step(store, editor, photo, step);
    Ok(match deed {
        Deed::First | Deed::Cover | Deed::Order => ("attachment-reorder", step(Step::First)?),
        Deed::Earlier => ("attachment-reorder", step(Step::Earlier)?),
        Deed::Later => ("attachment-reorder", step(Step::Later)?),
        Deed::Rotate => {
            let saved = attachments::rotate(store, editor, photo)?;
            ("attachment-rotate", saved.map(drop))
        }
        Deed::Remove => {
            let saved = attachments::remove(store, editor, photo, Expect::Any)?;
            ("attachment-remove", saved.map(drop))
        }
    })
}

/// `POST /photos/{id}/rotate`.
pub(super) async fn rotate(
    app: State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    photo: Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    one(app, visit, editor, photo, headers, Deed::Rotate).await
}

/// `POST /photos/{id}/cover`.
pub(super) async fn cover(
    app: State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    photo: Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    one(app, visit, editor, photo, headers, Deed::Cover).await
}

/// `POST /photos/{id}/remove`: a document too.
pub(super) async fn remove(
    app: State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    photo: Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    one(app, visit, editor, photo, headers, Deed::Remove).await
}

async fn one(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path(photo): Path<AttachmentId>,
    headers: HeaderMap,
    wanted: Deed,
) -> Result<Response, Problem> {
    let of = editor.attachment(&app.store.read()?, photo)?.of;
    let (action, saved) = app
        .change(move |store| deed(store, &editor, photo, wanted))
        .await?;
    Ok(done(&app, &visit, action, back(&headers, of), saved.undo()).into_response())
}

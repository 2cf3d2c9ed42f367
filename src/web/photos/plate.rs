//! Reading a rating plate or a box from a photo of a thing: asked for, waited for, and saved after a yes.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{called, home};
use crate::{
    access::Editor,
    actions::items,
    app::{App, plates::PlateRead, reader::Progress},
    domain::{
        attachment::{Attachment, AttachmentId, Bearer},
        field::{FieldValue, OwnField},
        identifier::{Identifier, IdentifierKind},
        item::{Details, Item, ItemId},
        reading::{Found, page::Rect},
        rotation::Rotation,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Snapshot, sentence},
    store::{Expect, Reader, Revision, Row},
    ui::{
        banner::Banner, breadcrumb::Breadcrumb, button::Button, clipping::Clipping, form::Hidden,
        icon::Icon, layout::Page, look::Look, photo::Gallery, proposed::Proposed,
    },
    web::page,
};

/// A photo of a thing that somebody may change, and the thing.
fn of_thing(
    rows: &Reader,
    editor: &Editor,
    id: AttachmentId,
) -> Result<(Row<Attachment>, Row<Item>)> {
    let photo = editor.attachment(rows, id)?;
    let Bearer::Item(item) = photo.of else {
        return Err(Error::NotFound);
    };
    let item = editor.item(rows, item)?;
    if photo.binned.is_some() || item.binned.is_some() {
        return Err(Error::NotFound);
    }
    Ok((photo, item))
}

/// `POST /photos/{id}/read`.
pub(super) async fn ask(
    State(app): State<Arc<App>>,
    editor: Editor,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
) -> Result<Redirect, Problem> {
    let (photo, _) = of_thing(&rows, &editor, id)?;
    app.ask_for_plate(&photo);
    Ok(Redirect::to(&here(id)))
}

fn here(id: AttachmentId) -> String {
    format!("/photos/{id}/read")
}

/// `GET /photos/{id}/read`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
) -> Result<Markup, Problem> {
    let (photo, item) = of_thing(&rows, &editor, id)?;
    let (name, look) = called(&rows, editor.viewer(), look, photo.of)?;
    let panel = Panel {
        look: &look,
        photo: &photo,
        item: &item,
        read: app.plate_of(&photo)?,
        has_eye: app.media.has_eye(),
    };
    let photos = [page::photo(&photo)];
    let body = html! {
        div.split.plate {
            (Gallery { look: &look, name: &name, photos: &photos, icon: Icon::Photo })
            (panel)
        }
    };
    let way = Breadcrumb::new(look.text("photos-of")).step(&name, home(photo.of));
    let page = Page::new(&look, look.text("plate-title"), body).breadcrumb(way);
    Ok(page.answer(htmx))
}

/// What was read of a photo, on its way to a page.
struct Panel<'a> {
    look: &'a Look,
    photo: &'a Row<Attachment>,
    item: &'a Row<Item>,
    read: PlateRead,
    has_eye: bool,
}

impl Render for Panel<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let here = here(self.photo.id);
        let runs = matches!(
            self.read.progress,
            Some(Progress::Waiting | Progress::Running)
        );
        html! {
            section.section #reading aria-live="polite" hx-get=[runs.then_some(&here)] hx-trigger=[runs.then_some("load delay:1s")]
                hx-select=[runs.then_some("#reading")] hx-swap=[runs.then_some("outerHTML")] {
                @match self.read.progress {
                    None => {
                        p { (look.text("plate-lead")) }
                        @if !self.has_eye { (self.blind()) }
                        (Button::post(look.text("plate-read"), here.as_str()).icon(Icon::Search).primary())
                    }
                    Some(Progress::Waiting | Progress::Running) => {
                        p.reading-runs { (Icon::History) (look.text("plate-runs")) }
                        div.only-plain { (Button::link(look.text("reading-again"), here.as_str()).small()) }
                    }
                    Some(Progress::Done) => (self.proposals()),
                    Some(Progress::Failed) => {
                        p { (look.text("plate-nothing")) }
                        @if let Some(Err(refusal)) = &self.read.outcome {
                            p.field-error { (Icon::Warning) (sentence(&(*refusal).into(), look.lang)) }
                        }
                        @if !self.has_eye { (self.blind()) }
                    }
                }
            }
        }
    }
}

impl Panel<'_> {
    fn blind(&self) -> Markup {
        let look = self.look;
        let how = html! {
            p { (look.text("plate-blind-how")) }
            pre { code { (page::MODELS) } }
        };
        Banner::notice(look.text("reading-blind"))
            .body(how)
            .render()
    }

    fn proposals(&self) -> Markup {
        let look = self.look;
        let proposals = self.all();
        html! {
            @if !self.has_eye { (self.blind()) }
            @if proposals.is_empty() {
                p { (look.text("plate-known")) }
            } @else {
                form.form method="post" action=(format!("/photos/{}/plate", self.photo.id)) {
                    (Hidden("revision", &self.item.revision.get().to_string()))
                    p.quiet { (look.text("reading-lead")) }
                    ul.proposals { @for proposal in &proposals { li { (proposal) } } }
                    div.form-end { (Button::submit(look.text("reading-accept")).primary().icon(Icon::Check)) }
                }
            }
        }
    }

    /// What the thing does not say yet, or says otherwise.
    fn all(&self) -> Vec<Proposed<'_>> {
        let (plate, details) = (&self.read.plate, &self.item.details);
        let mut all = Vec::new();
        for (name, label, found, present) in [
            ("maker", "plate-maker", &plate.maker, &details.maker),
            ("model", "plate-model", &plate.model, &details.model),
        ] {
            if let Some(found) = found.as_ref().filter(|found| found.value != *present) {
                let proposed = self.one(name, label, found);
                all.push(if present.is_empty() {
                    proposed
                } else {
                    let now = self.look.text_with("plate-now", "text", present);
                    proposed.more(now).open()
                });
            }
        }
        let is_known = |text: &str| details.identifiers.iter().any(|one| one.text() == text);
        let serials = plate.serials.iter().map(|found| ("serial", found));
        let imeis = plate.imeis.iter().map(|found| ("imei", found));
        for (name, found) in serials.chain(imeis) {
            if !is_known(&found.value) {
                let label = match name {
                    "imei" => "plate-imei",
                    _ => "plate-serial",
                };
                all.push(self.one(name, label, found));
            }
        }
        let fields = details.fields.iter();
        let texts = fields.filter_map(|field| match &field.value {
            FieldValue::Text(text) => Some(text),
            _ => None,
        });
        let mut texts = texts;
        if let Some(found) = &plate.gtin
            && !texts.any(|text| *text == found.value)
        {
            all.push(self.one("gtin", "plate-gtin", found));
        }
        all
    }

    fn one(&self, name: &str, label: &str, found: &Found<String>) -> Proposed<'_> {
        let (value, place) = (found.value.as_str(), self.place(found.place));
        Proposed::new(self.look, name, value, value, found.confidence, place)
            .label(self.look.text(label))
    }

    /// The part of the photo where something stands, where photo and page lie alike.
    fn place(&self, place: Rect) -> Markup {
        let outcome = self.read.outcome.as_ref();
        let sheet = outcome.and_then(|outcome| outcome.as_ref().ok()?.pages.first());
        let lies = sheet.is_none_or(|sheet| sheet.rotation == Rotation::None)
            && self.photo.rotation == Rotation::None;
        let photo = page::photo(self.photo);
        html! {
            @if lies {
                (Clipping {
                    of: photo.large,
                    ratio: ratio(photo.width, photo.height),
                    left: place.left,
                    top: place.top,
                    right: place.right,
                    bottom: place.bottom,
                })
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "pictures are small")]
fn ratio(width: u32, height: u32) -> f32 {
    width as f32 / height.max(1) as f32
}

/// `POST /photos/{id}/plate`.
pub(super) async fn accept(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Snapshot(rows): Snapshot,
    Path(id): Path<AttachmentId>,
    Form(said): Form<Said>,
) -> Result<Response, Problem> {
    let (photo, item) = of_thing(&rows, &editor, id)?;
    let (seen, item): (_, ItemId) = (said.seen(), item.id);
    let barcode = look.text("plate-gtin");
    let saved = app.change(move |store| {
        items::adjust(store, &editor, item, seen, |details| {
            said.onto(details, barcode)
        })
    });
    match saved.await {
        Ok(saved) => {
            let done = Done::new(&app, "item-change", home(photo.of)).undo(saved.undo());
            Ok(done.into_response())
        }
        // Somebody was quicker: the page says what is still open.
        Err(Error::Conflict) => Ok(Redirect::to(&here(id)).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// What is ticked: each field and its texts.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Said(BTreeMap<String, Vec<String>>);

impl Said {
    fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    fn seen(&self) -> Expect {
        let revision = self.all("revision").first();
        let revision = revision.and_then(|text| text.parse().ok());
        Expect::Revision(Revision::new(revision.unwrap_or_default()))
    }

    /// Says it of a thing; `barcode` is what the household calls the number of its kind.
    fn onto(self, details: &mut Details, barcode: String) -> Result<()> {
        if let Some(maker) = self.all("maker").first() {
            details.maker.clone_from(maker);
        }
        if let Some(model) = self.all("model").first() {
            details.model.clone_from(model);
        }
        for (name, kind) in [
            ("serial", IdentifierKind::Serial),
            ("imei", IdentifierKind::Imei),
        ] {
            for text in self.all(name) {
                let identifier = Identifier::parse(kind, text)
                    .map_err(|why| Error::invalid("identifiers", why.text()))?;
                if !details.identifiers.contains(&identifier) {
                    details.identifiers.push(identifier);
                }
            }
        }
        if let Some(gtin) = self.all("gtin").first() {
            details.fields.push(OwnField {
                name: barcode,
                value: FieldValue::Text(gtin.clone()),
            });
        }
        Ok(())
    }
}

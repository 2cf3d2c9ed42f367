//! New things by their photos: one with a name, or many that wait for theirs.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::html;
use serde_json::json;

use super::{
    page::{Sheet, as_called_here},
    sticky::Sticky,
};
use crate::{
    access::Editor,
    actions::items,
    app::App,
    domain::{item::Item, text},
    error::{Error, Invalid, Result},
    http::{
        Done, Problem, Visit,
        upload::{Refused, Uploads, Wanted, refuse},
    },
    store::Row,
    ui::banner::Banner,
    web::page::refusals::refusals,
};

/// `POST /add`: one thing with its photos. With a name it is there even when no photo can be taken.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    request: Request,
) -> Result<Response, Problem> {
    let before = Sticky::remembered(&app.store.read()?, editor.viewer())?;
    let mut uploads = Uploads::receive(&app.media, request, Wanted::Photos).await?;
    let (kept, refused) = Uploads::sort(std::mem::take(&mut uploads.files));
    let name = text::line(uploads.field("name").unwrap_or_default());
    let form = Answer {
        app: &app,
        visit: &visit,
        editor: &editor,
        name: &name,
        refused: &refused,
    };
    let sticky = match Sticky::sent(&uploads, before) {
        Ok(sticky) => sticky,
        Err(invalid) => return form.again(before, invalid),
    };
    if name.is_empty() && kept.is_empty() {
        return form.again(sticky, Invalid::default());
    }
    let (by, details) = (editor.clone(), sticky.details(&name));
    let added = app
        .change(move |store| {
            let added = items::add_on_round(store, &by, sticky.round, vec![(details, kept)])?;
            sticky.remember(store, &by)?;
            Ok(added)
        })
        .await;
    match added {
        Ok(added) => form.added(sticky, added.undo(), &added.value),
        Err(error) => form.again(sticky, as_called_here(error)?),
    }
}

/// What one thing's form is answered.
struct Answer<'a> {
    app: &'a Arc<App>,
    visit: &'a Visit,
    editor: &'a Editor,
    name: &'a str,
    refused: &'a [Refused],
}

impl Answer<'_> {
    fn added(
        self,
        sticky: Sticky,
        change: Option<u64>,
        items: &[Row<Item>],
    ) -> Result<Response, Problem> {
        let lang = self.visit.look.lang;
        if self.visit.json {
            let id = items.first().map(|item| item.id);
            let sentences: Vec<_> = self.refused.iter().map(|file| file.named(lang)).collect();
            let answer = json!({
                "id": id,
                "name": self.name,
                "href": id.map(|id| format!("/items/{id}")),
                "refused": (!sentences.is_empty()).then(|| sentences.join("\n")),
            });
            return Ok((StatusCode::CREATED, Json(answer)).into_response());
        }
        if self.refused.is_empty() {
            let back = sticky.room().unwrap_or_else(|| "/add".to_owned());
            let done = Done::new(self.app, "item-add", back).undo(change);
            return Ok(done.into_response());
        }
        let look = self.visit.look.clone();
        let banner = Banner::warning(look.text_with("add-without-photo", "name", self.name))
            .body(self.sentences());
        let sheet = Sheet {
            banner: Some(banner),
            ..Sheet::new(sticky)
        };
        let rows = self.app.store.read()?;
        Ok(sheet.page(&rows, self.editor, look, false)?.into_response())
    }

    /// The form once more, with all that was typed, and what is wrong with it.
    fn again(self, sticky: Sticky, mut invalid: Invalid) -> Result<Response, Problem> {
        let look = self.visit.look.clone();
        if self.visit.json {
            if !self.refused.is_empty() {
                return Ok(refuse(self.refused, look.lang));
            }
            if invalid.is_empty() {
                invalid.push("name", "error-nothing-to-add");
            }
            return Err(invalid.into());
        }
        let status = self
            .refused
            .first()
            .map_or(StatusCode::UNPROCESSABLE_ENTITY, Refused::status);
        let title = match invalid.get("name") {
            Some(key) => look.text(key),
            None if !invalid.is_empty() => look.count("ui-form-refused", invalid.iter().count()),
            None if self.refused.is_empty() => look.text("error-nothing-to-add"),
            None => look.text("add-refused"),
        };
        let sheet = Sheet {
            name: self.name,
            sticky,
            invalid,
            banner: Some(Banner::error(title).body(self.sentences())),
        };
        let rows = self.app.store.read()?;
        let page = sheet.page(&rows, self.editor, look, false)?;
        Ok((status, page).into_response())
    }

    fn sentences(&self) -> maud::Markup {
        let lang = self.visit.look.lang;
        html! { @for file in self.refused { p { (file.named(lang)) } } }
    }
}

/// `POST /add/tray`: one thing without a name for each photo.
pub(super) async fn add_nameless(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    request: Request,
) -> Result<Response, Problem> {
    let before = Sticky::remembered(&app.store.read()?, editor.viewer())?;
    let mut uploads = Uploads::receive(&app.media, request, Wanted::Photos).await?;
    let (kept, refused) = Uploads::sort(std::mem::take(&mut uploads.files));
    if kept.is_empty() && refused.is_empty() {
        return Err(Error::invalid("file", "error-no-file").into());
    }
    let sticky = Sticky::sent(&uploads, before)?;
    let count = kept.len();
    let all = kept
        .into_iter()
        .map(|photo| (sticky.details(""), vec![photo]))
        .collect();
    let added = app
        .change(move |store| {
            sticky.remember(store, &editor)?;
            items::add_on_round(store, &editor, sticky.round, all)
        })
        .await?;
    let look = &visit.look;
    if !refused.is_empty() {
        return Ok(if visit.json {
            refuse(&refused, look.lang)
        } else {
            refusals(look, count, &refused, "/tray")
        });
    }
    if visit.json {
        let items: Vec<_> = added
            .value
            .iter()
            .map(|item| json!({ "id": item.id, "href": format!("/items/{}", item.id) }))
            .collect();
        return Ok((StatusCode::CREATED, Json(json!({ "items": items }))).into_response());
    }
    let done = Done::new(&app, "item-add", "/tray").undo(added.undo());
    Ok(done.into_response())
}

//! The words under a photo or document: a form of one line, saved by itself.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;

use super::{back, done};
use crate::{
    access::Editor,
    actions::attachments,
    app::App,
    domain::{
        attachment::{Attachment, AttachmentId, AttachmentKind},
        text,
    },
    error::{Error, Invalid, Result},
    http::{Form, Path, Problem, Visit},
    store::{Expect, Row},
    ui::{banner::Banner, button::Button, form::Hidden, icon::Icon, layout::Page, look::Look},
};

/// The form. It carries the words that the person saw: only other words than those are somebody else's.
pub(super) struct Words<'a> {
    look: &'a Look,
    attachment: &'a Row<Attachment>,
    typed: Option<&'a str>,
    wrong: Option<String>,
    saved: bool,
}

impl<'a> Words<'a> {
    /// The words as they are.
    pub(super) const fn of(look: &'a Look, attachment: &'a Row<Attachment>) -> Self {
        Self {
            look,
            attachment,
            typed: None,
            wrong: None,
            saved: false,
        }
    }

    fn refused(mut self, typed: &'a str, wrong: String) -> Self {
        self.typed = Some(typed);
        self.wrong = Some(wrong);
        self
    }
}

impl Render for Words<'_> {
    fn render(&self) -> Markup {
        let (look, attachment) = (self.look, self.attachment);
        let action = format!("/photos/{}/caption", attachment.id);
        let label = look.text(match attachment.kind {
            AttachmentKind::Photo => "photos-caption",
            AttachmentKind::Document => "photos-document-name",
        });
        let error = format!("caption-{}-error", attachment.id);
        html! {
            form.words method="post" action=(action) hx-post=(action) hx-trigger="submit, change" hx-target="this"
                hx-swap="outerHTML" hx-sync="this:drop" {
                (Hidden("was", &attachment.caption))
                input.input name="caption" value=(self.typed.unwrap_or(&attachment.caption)) maxlength=(text::LINE)
                    autocomplete="off" enterkeyhint="done" placeholder=(label) aria-label=(label)
                    aria-invalid=[self.wrong.as_ref().map(|_| "true")] aria-describedby=[self.wrong.as_ref().map(|_| &error)];
                (Button::submit(look.text("ui-save")).small().class("only-plain"))
                @if let Some(wrong) = &self.wrong { p.field-error id=(error) role="alert" { (Icon::Warning) (wrong) } }
                @if self.saved { p.words-saved role="status" { (Icon::Check) (look.text("photos-saved")) } }
            }
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Change {
    caption: String,
    was: String,
}

/// `POST /photos/{id}/caption`.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Path(id): Path<AttachmentId>,
    headers: HeaderMap,
    Form(change): Form<Change>,
) -> Result<Response, Problem> {
    let present = editor.attachment(&app.store.read()?, id)?;
    let (look, typed) = (&visit.look, text::line(&change.caption));
    if present.caption != change.was && present.caption != typed {
        let wrong = look.text_with("photos-caption-theirs", "theirs", &present.caption);
        let form = Words::of(look, &present).refused(&typed, wrong);
        let to = back(&headers, present.of);
        return Ok(again(&visit, StatusCode::PRECONDITION_FAILED, &form, to));
    }
    let (seen, words) = (Expect::Revision(present.revision), typed.clone());
    let saved = app
        .change(move |store| attachments::caption(store, &editor, id, seen, &words))
        .await;
    match saved {
        Ok(saved) if visit.htmx => {
            let form = Words {
                saved: true,
                ..Words::of(look, &saved.value)
            };
            Ok(form.render().into_response())
        }
        Ok(saved) => {
            let to = back(&headers, present.of);
            Ok(done(&app, &visit, "attachment-change", to, saved.undo()))
        }
        Err(Error::Invalid(invalid)) if !visit.json => {
            let wrong = sentence(look, &invalid);
            let form = Words::of(look, &present).refused(&typed, wrong);
            let to = back(&headers, present.of);
            Ok(again(&visit, StatusCode::UNPROCESSABLE_ENTITY, &form, to))
        }
        Err(error) => Err(error.into()),
    }
}

fn sentence(look: &Look, invalid: &Invalid) -> String {
    invalid
        .get("caption")
        .map(|key| look.text(key))
        .unwrap_or_default()
}

/// The form with what was typed in it: alone for htmx, on a page of its own for a browser.
fn again(visit: &Visit, status: StatusCode, form: &Words<'_>, to: String) -> Response {
    if visit.htmx {
        return (status, form.render()).into_response();
    }
    let look = &Look {
        path: to,
        ..visit.look.clone()
    };
    let body = html! {
        (Banner::warning(look.text("photos-caption-again")))
        (form)
    };
    let page = Page::new(look, look.text("photos-caption"), body).narrow();
    (status, page.answer(false)).into_response()
}

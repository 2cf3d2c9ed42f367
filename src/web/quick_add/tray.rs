//! The tray: things that wait for a name, each with its photo and a field to write it in.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::{
        attachments,
        tray::{self, Sorting},
    },
    app::{App, Listing},
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::{Item, ItemId},
        query::{ItemQuery, State as ItemState},
        text,
    },
    error::{Error, Invalid, Result},
    http::{Done, Form, Htmx, Problem, Visit},
    store::{Reader, Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        empty::Empty,
        form::{Choice, Control, Field},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        photo::Photo,
    },
    web::page::{self, Cards, choices},
};

/// How many are shown at once; the others follow as these get their names.
const SHOWN: u16 = 60;

/// What a form of the tray holds: `name.<id>`, `place`, `same` and `id` again and again, and a button's `do` or `remove`.
type Fields = Vec<(String, String)>;

/// `GET /tray`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let sheet = Sheet::default();
    Ok(sheet.page(&app, &editor, look, htmx).await?)
}

/// `POST /tray`: whatever button was pressed, every name that was typed is saved.
pub(super) async fn sort(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let wish = Arc::new(parse(&fields)?);
    if wish.is_idle() {
        let sheet = Sheet {
            banner: Some("add-tray-nothing"),
            ..Sheet::default()
        };
        return Ok(sheet.refused(&app, &editor, &visit).await?);
    }
    let (task, by) = (Arc::clone(&wish), editor.clone());
    let sorted = app.change(move |store| tray::sort(store, &by, &task)).await;
    let mut sheet = Sheet {
        typed: wish.names.iter().cloned().collect(),
        place: wish
            .place
            .map(|place| place.to_string())
            .unwrap_or_default(),
        same: wish.same.clone(),
        ..Sheet::default()
    };
    match sorted {
        Ok(saved) => {
            let done = Done::new(&app, wish.action(), "/tray").undo(saved.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            sheet.invalid = invalid;
            Ok(sheet.refused(&app, &editor, &visit).await?)
        }
        Err(Error::Conflict) => {
            sheet.status = StatusCode::PRECONDITION_FAILED;
            sheet.banner = Some("add-tray-conflict");
            Ok(sheet.refused(&app, &editor, &visit).await?)
        }
        Err(error) => Err(error.into()),
    }
}

fn parse(fields: &Fields) -> Result<Sorting> {
    let gone = |_| Error::NotFound;
    let mut sorting = Sorting::default();
    let merges = fields
        .iter()
        .any(|(name, value)| name == "do" && value == "merge");
    for (name, value) in fields {
        match (name.as_str(), name.strip_prefix("name.")) {
            (_, Some(id)) if !value.trim().is_empty() => {
                let id = id.parse().map_err(gone)?;
                sorting.names.push((id, text::line(value)));
            }
            ("place", _) if !value.is_empty() => {
                let place = value.parse();
                sorting.place =
                    Some(place.map_err(|_| Error::invalid("place", "error-place-gone"))?);
            }
            ("same", _) if merges => sorting.same.push(value.parse().map_err(gone)?),
            ("remove", _) => sorting.remove.push(value.parse().map_err(gone)?),
            _ => {}
        }
    }
    if sorting.same.len() == 1 {
        sorting.same.clear();
    }
    Ok(sorting)
}

/// What the page shows beside the things: what was typed, and what was wrong with it.
#[derive(Default)]
struct Sheet {
    typed: HashMap<ItemId, String>,
    place: String,
    same: Vec<ItemId>,
    invalid: Invalid,
    banner: Option<&'static str>,
    status: StatusCode,
}

impl Sheet {
    async fn refused(mut self, app: &Arc<App>, editor: &Editor, visit: &Visit) -> Result<Response> {
        if self.status == StatusCode::OK {
            self.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
        let status = self.status;
        let page = self
            .page(app, editor, visit.look.clone(), visit.htmx)
            .await?;
        Ok((status, page).into_response())
    }

    async fn page(self, app: &Arc<App>, editor: &Editor, look: Look, htmx: bool) -> Result<Markup> {
        let look = look.at(Section::Tray);
        let query = ItemQuery::default()
            .with_state(ItemState::Nameless)
            .with_limit(SHOWN);
        let (rows, listing) = app.list(editor.viewer(), &query, look.lang, false).await?;
        let waiting: Vec<_> = listing
            .items
            .iter()
            .filter(|item| editor.may_change(item) && item.is_nameless())
            .collect();
        let overtaken = self.overtaken(&rows, editor, &waiting)?;
        let body = html! {
            @if !overtaken.is_empty() { (self.told(&look, &overtaken)) }
            @if waiting.is_empty() { (nothing(&look)) }
            @else { (self.form(&rows, editor, &look, &waiting)?) }
        };
        let page = Page::new(&look, look.text("ui-tray"), body);
        let page = match self.banner {
            Some(key) => page.banner(Banner::error(look.text(key))),
            None => page,
        };
        Ok(page.lead(lead(&look, &listing)).answer(htmx))
    }

    /// Those that somebody else has named meanwhile, although something was typed for them here.
    fn overtaken(
        &self,
        rows: &Reader,
        editor: &Editor,
        waiting: &[&Row<Item>],
    ) -> Result<Vec<Row<Item>>> {
        let mut overtaken = Vec::new();
        for id in self.typed.keys() {
            if waiting.iter().any(|item| item.id == *id) {
                continue;
            }
            match editor.viewer().item(rows, *id) {
                Ok(item) => overtaken.push(item),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(overtaken)
    }

    /// Both names of each: theirs, which it has, and the one typed here, so that no word is lost.
    fn told(&self, look: &Look, overtaken: &[Row<Item>]) -> Markup {
        html! {
            @for item in overtaken {
                (Banner::warning(look.text_with("add-tray-typed", "name", self.typed(item.id))).body(html! {
                    p { a href={ "/items/" (item.id) } {
                        @if item.binned.is_some() { (look.text("add-tray-binned")) }
                        @else { (look.text_with("add-tray-named", "name", &item.details.name)) }
                    } }
                }))
            }
        }
    }

    fn typed(&self, id: ItemId) -> &str {
        self.typed.get(&id).map_or("", String::as_str)
    }

    fn form(
        &self,
        rows: &Reader,
        editor: &Editor,
        look: &Look,
        waiting: &[&Row<Item>],
    ) -> Result<Markup> {
        let mut places = choices::places(rows, editor.viewer(), look.lang, None)?;
        places.insert(0, Choice::new("", look.text("add-tray-place-none")));
        let place = Field::new(
            "place",
            look.text("add-tray-place"),
            Control::Select(places),
        )
        .value(&self.place)
        .refused(look.lang, &self.invalid);
        let mut cards = Cards::new(rows, look, editor.viewer());
        let things = waiting
            .iter()
            .map(|item| self.thing(rows, &mut cards, look, item))
            .collect::<Result<Vec<_>>>()?;
        Ok(html! {
            form.tray method="post" action="/tray" novalidate hx-post="/tray" hx-target="#main" hx-disabled-elt="find .tray-end button" {
                // The first button is the one that Enter presses.
                button.unseen type="submit" tabindex="-1" aria-hidden="true" { (look.text("add-tray-save")) }
                div.tray-place { (place) }
                ul.tray-things { @for thing in &things { (thing) } }
                div.tray-end {
                    (Button::submit(look.text("add-tray-save")).icon(Icon::Check).primary())
                    @if waiting.len() > 1 {
                        (Button::submit(look.text("add-tray-merge")).with("do", "merge").icon(Icon::Photo).class("tray-merge"))
                    }
                }
            }
        })
    }

    fn thing<R: Rows>(
        &self,
        rows: &R,
        cards: &mut Cards<'_, R>,
        look: &Look,
        item: &Row<Item>,
    ) -> Result<Markup> {
        let id = item.id;
        let photos: Vec<Photo> = attachments::list(rows, Bearer::Item(id))?
            .iter()
            .filter(|attachment| attachment.kind == AttachmentKind::Photo)
            .map(page::photo)
            .collect();
        let field = format!("name.{id}");
        let wrong = self.invalid.get(&field).map(|key| look.text(key));
        let error = format!("{field}-error");
        let place = cards.place(item)?;
        Ok(html! {
            li.tray-thing {
                a.tray-photo.is-drawn[photos.is_empty()] href={ "/items/" (id) } {
                    @match photos.first() {
                        Some(photo) => (photo.picture(&look.text("page-nameless"), "(width < 40rem) 9rem, 14rem", false)),
                        None => { (Icon::Box) span.unseen { (look.text("page-nameless")) } },
                    }
                    @if photos.len() > 1 { span.badge { (look.count("add-tray-photos", photos.len())) } }
                }
                div.tray-words {
                    input.input name=(field) value=(self.typed(id)) maxlength=(text::NAME) autocomplete="off" enterkeyhint="done"
                        placeholder=(look.text("ui-quick-name")) aria-label=(look.text("ui-quick-name"))
                        aria-invalid=[wrong.as_ref().map(|_| "true")] aria-describedby=[wrong.as_ref().map(|_| &error)];
                    @if let Some(wrong) = &wrong { p.field-error id=(error) { (Icon::Warning) (wrong) } }
                    @if let Some(place) = place { p.quiet { (place) } }
                    div.tray-acts {
                        label.tick { input type="checkbox" name="same" value=(id) checked[self.same.contains(&id)]; span { (look.text("add-tray-same")) } }
                        (Button::submit(look.text("add-tray-remove")).with("remove", id.to_string()).icon(Icon::Trash).alone().bare())
                    }
                }
            }
        })
    }
}

fn lead(look: &Look, listing: &Listing) -> String {
    let total = usize::try_from(listing.results.total).unwrap_or(usize::MAX);
    look.count("add-tray-count", total)
}

fn nothing(look: &Look) -> Markup {
    let add = Button::link(look.text("add-tray-add"), "/add")
        .icon(Icon::Camera)
        .primary();
    html! { (Empty::new(Icon::Photo, look.text("add-tray-empty")).text(look.text("add-tray-empty-text")).step(add)) }
}

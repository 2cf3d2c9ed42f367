//! Saved searches: a view kept under a name, by one person or for the household.

use std::sync::Arc;

use axum::{
    Router,
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{link, names::Names};
use crate::{
    access::Viewer,
    actions::saved_searches,
    app::App,
    domain::{
        invalid::Invalid,
        query::ItemQuery,
        saved_search::{SavedSearch, SavedSearchId},
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Revision, Row, Rows},
    ui::{
        button::Button,
        empty::Empty,
        form::{Control, Field, Form as Fields, Hidden},
        icon::Icon,
        layout::Page,
        list::{List, Row as Line},
        look::{Look, Section},
        menu::Menu,
    },
    web::page,
};

/// Where the saved searches are listed.
const HERE: &str = "/searches";

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(HERE, get(list).post(save))
        .route("/searches/new", get(ask))
        .route("/searches/{id}/edit", get(edit).post(change))
        .route("/searches/{id}/remove", post(remove))
}

/// The saved searches at the top of the list, and the way to save this view; nothing while there is neither.
pub(super) fn menu(
    rows: &impl Rows,
    viewer: &Viewer,
    look: &Look,
    query: &ItemQuery,
) -> Result<Option<Menu>> {
    let searches = saved_searches::list(rows, viewer)?;
    let view = query.clone().first_page().to_query_string();
    if searches.is_empty() && view.is_empty() {
        return Ok(None);
    }
    let mut menu = Menu::new(look.text("items-searches")).named(Icon::Star);
    let saved = searches.iter().any(|search| search.query == view);
    for search in &searches {
        let row = Button::link(search.name.as_str(), address(search));
        menu = menu.row(if search.query == view {
            row.icon(Icon::Check)
        } else {
            row
        });
    }
    if !searches.is_empty() {
        menu = menu.part(html! { hr; });
    }
    if !view.is_empty() && !saved {
        let new = Button::link(look.text("items-search-save"), format!("{HERE}/new?{view}"));
        menu = menu.row(new.icon(Icon::Plus));
    }
    if !searches.is_empty() {
        menu = menu.row(Button::link(look.text("items-searches-edit"), HERE).icon(Icon::Edit));
    }
    Ok(Some(menu))
}

fn address(search: &SavedSearch) -> String {
    link(&ItemQuery::parse(&search.query).0)
}

async fn list(
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Things);
    let searches = saved_searches::list(&rows, &viewer)?;
    let lines = searches.iter().map(|search| line(search, &viewer, &look));
    let body = html! {
        @if searches.is_empty() {
            (Empty::new(Icon::Star, look.text("items-searches-empty")).text(look.text("items-searches-empty-text"))
                .step(Button::link(look.text("items-searches-empty-step"), Section::Things.href()).primary()))
        } @else { (List(lines.collect())) }
    };
    let page = Page::new(&look, look.text("items-searches"), body).narrow();
    Ok(page.answer(htmx))
}

fn line(search: &Row<SavedSearch>, viewer: &Viewer, look: &Look) -> Line {
    let line = Line::icon(Icon::Search, search.name.as_str()).href(address(search));
    let line = if search.shared {
        line.text(look.text("items-search-is-shared"))
    } else {
        line
    };
    if search.person != viewer.person() {
        return line;
    }
    let remove = Button::post(
        look.text_with("items-search-remove", "name", &search.name),
        format!("{HERE}/{}/remove", search.id),
    );
    let edit = Button::link(
        look.text_with("items-search-edit", "name", &search.name),
        format!("{HERE}/{}/edit", search.id),
    );
    line.end(html! {
        (edit.icon(Icon::Edit).alone().bare())
        (remove.icon(Icon::Trash).alone().bare())
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Draft {
    name: String,
    query: String,
    shared: Option<String>,
    revision: u64,
}

impl From<&Row<SavedSearch>> for Draft {
    fn from(row: &Row<SavedSearch>) -> Self {
        Self {
            name: row.name.clone(),
            query: row.query.clone(),
            shared: row.shared.then(|| "1".to_owned()),
            revision: row.revision.get(),
        }
    }
}

async fn ask(
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    RawQuery(raw): RawQuery,
) -> Result<Markup, Problem> {
    let (query, _) = ItemQuery::parse(raw.as_deref().unwrap_or_default());
    let draft = Draft {
        name: usual_name(&query, &Names::read(&rows, &viewer, look.lang)?),
        query: query.first_page().to_query_string(),
        ..Draft::default()
    };
    let look = look.at(Section::Things);
    let form = form(&look, HERE, &draft, &Invalid::default())
        .cancel(link(&ItemQuery::parse(&draft.query).0));
    Ok(asked(&look, "items-search-save", &html! { (form) }, htmx))
}

/// What a view would be called by most: what is searched for and the first things it is narrowed to.
fn usual_name(query: &ItemQuery, names: &Names) -> String {
    let tags = query.tags.iter().map(|tag| names.tag(*tag));
    let words = [
        Some(query.text()).filter(|text| !text.is_empty()),
        query.category.and_then(|category| names.category(category)),
        query.place.and_then(|place| names.place(place)),
        query.owner.and_then(|owner| names.person(owner)),
    ];
    let words: Vec<_> = words.into_iter().chain(tags).flatten().collect();
    words.join(", ")
}

fn form<'a>(look: &'a Look, to: &str, draft: &Draft, invalid: &Invalid) -> Fields<'a> {
    let fields = html! {
        (Hidden("query", &draft.query))
        (Field::text("name", look.text("items-search-name")).value(draft.name.as_str()).refused(look.lang, invalid)
            .required().focus())
        @if look.writes() {
            (Field::new("shared", look.text("items-search-shared"), Control::Check).hint(look.text("items-search-shared-hint"))
                .value(if draft.shared.is_some() { "1" } else { "" }))
        }
    };
    Fields::new(look, to, fields).refused(invalid)
}

fn asked(look: &Look, title: &str, body: &Markup, htmx: bool) -> Markup {
    let page = Page::new(look, look.text(title), html! { (body) }).narrow();
    page.answer(htmx)
}

async fn save(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let query = ItemQuery::parse(&draft.query).0.first_page();
    let (name, canonical) = (draft.name.clone(), query.to_query_string());
    let shared = draft.shared.is_some();
    let saved = app
        .change(move |store| saved_searches::save(store, &viewer, &name, &canonical, shared))
        .await;
    match saved {
        Ok(saved) => Ok(Done::new(&app, "search-add", link(&query))
            .undo(saved.undo())
            .into_response()),
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::Things);
            let form = form(&look, HERE, &draft, &invalid).cancel(link(&query));
            let page = asked(&look, "items-search-save", &html! { (form) }, htmx);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn edit(
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<SavedSearchId>,
) -> Result<Markup, Problem> {
    let search = saved_searches::own(&rows, &viewer, id)?;
    let look = look.at(Section::Things);
    Ok(editing(
        &look,
        id,
        &(&search).into(),
        &Invalid::default(),
        None,
        htmx,
    ))
}

/// The form for a search that there is; `now` is what somebody has called it since.
fn editing(
    look: &Look,
    id: SavedSearchId,
    draft: &Draft,
    invalid: &Invalid,
    now: Option<&str>,
    htmx: bool,
) -> Markup {
    let form = form(look, &format!("{HERE}/{id}/edit"), draft, invalid)
        .revision(draft.revision)
        .cancel(HERE);
    let body = html! {
        @if let Some(now) = now { (page::overtaken(look, now)) }
        (form)
    };
    asked(look, "items-search-change", &body, htmx)
}

async fn change(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<SavedSearchId>,
    Form(draft): Form<Draft>,
) -> Result<Response, Problem> {
    let query = ItemQuery::parse(&draft.query).0.first_page();
    let (name, canonical) = (draft.name.clone(), query.to_query_string());
    let (shared, seen) = (draft.shared.is_some(), draft.revision);
    let by = viewer.clone();
    let saved = app
        .change(move |store| {
            let seen = Expect::Revision(Revision::new(seen));
            saved_searches::change(store, &by, id, seen, &name, &canonical, shared)
        })
        .await;
    let look = look.at(Section::Things);
    match saved {
        Ok(saved) => Ok(Done::new(&app, "search-change", HERE)
            .undo(saved.undo())
            .into_response()),
        Err(Error::Invalid(invalid)) => {
            let page = editing(&look, id, &draft, &invalid, None, htmx);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::Conflict) => {
            let now = saved_searches::own(&app.store.read()?, &viewer, id)?;
            let draft = Draft {
                revision: now.revision.get(),
                ..draft
            };
            let invalid = Invalid::default();
            let page = editing(&look, id, &draft, &invalid, Some(&now.name), htmx);
            Ok((StatusCode::PRECONDITION_FAILED, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    Path(id): Path<SavedSearchId>,
) -> Result<Done, Problem> {
    let saved = app
        .change(move |store| saved_searches::remove(store, &viewer, id, Expect::Any))
        .await?;
    Ok(Done::new(&app, "search-remove", HERE).undo(saved.undo()))
}

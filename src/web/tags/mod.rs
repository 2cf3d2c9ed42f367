//! What things are called by: tags, which are words, and categories, which are a list of two levels.

mod categories;
mod category;
mod tag;

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use crate::{
    access::{Editor, Viewer},
    actions::tags,
    app::App,
    domain::{invalid::Invalid, query::ItemQuery, tag::Tag},
    error::{Error, Result},
    http::{Done, Form, Htmx, Problem},
    index::{Counts, name_sort_key},
    store::{Reader, Row, Rows},
    ui::{
        button::Button,
        empty::Empty,
        form::{Field, Form as Fields},
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
    },
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/tags", get(show).post(add))
        .route("/tags/{id}", get(tag::show).post(tag::rename))
        .route("/tags/{id}/remove", post(tag::remove))
        .route("/categories", get(categories::show))
        .route(
            "/categories/new",
            get(categories::show_new).post(categories::add),
        )
        .route("/categories/shipped", post(categories::show_shipped))
        .route("/categories/{id}", get(category::show).post(category::save))
        .route("/categories/{id}/remove", post(category::remove))
}

/// How many things each tag and category has, as far as somebody sees.
async fn counted(app: &App, viewer: &Viewer, look: &Look) -> Result<(Reader, Counts)> {
    let all = ItemQuery::default().with_limit(1);
    let (rows, listing) = app.list(viewer, &all, look.lang, true).await?;
    Ok((rows, listing.results.counts.unwrap_or_default()))
}

/// A count as lists take it.
fn count_of(count: Option<&u32>) -> usize {
    count.map_or(0, |count| usize::try_from(*count).unwrap_or(usize::MAX))
}

/// What a person types.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Word {
    name: String,
    revision: u64,
}

async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Tags);
    let (rows, counts) = counted(&app, &viewer, &look).await?;
    let page = page(
        &rows,
        &counts,
        &viewer,
        &look,
        &Word::default(),
        &Invalid::default(),
    )?;
    Ok(page.answer(htmx))
}

async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Form(word): Form<Word>,
) -> Result<Response, Problem> {
    let (name, viewer) = (word.name.clone(), editor.viewer().clone());
    let added = app
        .change(move |store| tags::add(store, &editor, &name))
        .await;
    match added {
        Ok(added) => {
            let done = Done::new(&app, "tag-add", "/tags").undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::Tags);
            let (rows, counts) = counted(&app, &viewer, &look).await?;
            let page = page(&rows, &counts, &viewer, &look, &word, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page<'a>(
    rows: &impl Rows,
    counts: &Counts,
    viewer: &Viewer,
    look: &'a Look,
    word: &Word,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let writes = viewer.editor().is_ok();
    let mut all = rows.all::<Tag>()?;
    // To a guest, a tag is what is on the things that they see.
    all.retain(|tag| writes || counts.tags.contains_key(&tag.id.uuid()));
    all.sort_by_cached_key(|tag| name_sort_key(look.lang, &tag.name));
    let changes = viewer.manager().is_ok();
    let list = all
        .iter()
        .map(|tag| row(look, tag, counts, changes))
        .collect();
    let empty = Empty::new(Icon::Tag, look.text("tags-none")).text(look.text("tags-none-text"));
    let body = html! {
        @if writes { (new(look, word, invalid)) }
        @if all.is_empty() { (empty) } @else { (List(list)) }
    };
    Ok(Page::new(look, look.text("ui-tags"), body)
        .actions(
            html! { (Button::link(look.text("categories-title"), "/categories").icon(Icon::Box)) },
        )
        .narrow())
}

fn new(look: &Look, word: &Word, invalid: &Invalid) -> Markup {
    let field = Field::text("name", look.text("tags-new"))
        .value(&word.name)
        .autocomplete("off")
        .refused(look.lang, invalid);
    html! { (Fields::new(look, "/tags", html! { (field) }).save(look.text("tags-add"))) }
}

fn row(look: &Look, tag: &Row<Tag>, counts: &Counts, changes: bool) -> ListRow {
    let count = count_of(counts.tags.get(&tag.id.uuid()));
    let things = ItemQuery::default().with_tag(tag.id.uuid());
    let change = Button::link(
        look.text_with("tags-change", "tag", &tag.name),
        format!("/tags/{}", tag.id),
    )
    .icon(Icon::Edit)
    .alone()
    .bare();
    let end = html! {
        div.row { (look.count("ui-things-count", count)) @if changes { (change) } }
    };
    ListRow::icon(Icon::Tag, tag.name.as_str())
        .href(format!("/items?{}", things.to_query_string()))
        .end(end)
}

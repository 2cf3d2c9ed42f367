//! One category: what is in it, its names in both languages, where it belongs, and removing it.

use std::sync::Arc;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::{categories::CategoryForm, count_of, counted, tag::Seen};
use crate::{
    access::{Manager, Viewer},
    actions::categories,
    app::App,
    domain::{
        category::{Category, CategoryId},
        invalid::Invalid,
        query::ItemQuery,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Path, Problem},
    index::Counts,
    store::{Expect, Relation, Revision, Row, Rows},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        form::Form as Fields,
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
    },
    web::page::{self, category_icon},
};

pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<CategoryId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Tags);
    let (rows, counts) = counted(&app, &viewer, &look).await?;
    let category = rows.live::<Category>(id)?;
    let form = form_of(&category);
    let page = page(
        &rows,
        &counts,
        &viewer,
        &look,
        &category,
        &form,
        &Invalid::default(),
    )?;
    Ok(page.answer(htmx))
}

pub(super) async fn save(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Path(id): Path<CategoryId>,
    Form(form): Form<CategoryForm>,
) -> Result<Response, Problem> {
    let look = look.at(Section::Tags);
    let given = form.clone();
    let saved = app
        .change(move |store| {
            let seen = Expect::Revision(Revision::new(given.revision));
            categories::change(store, &manager, id, seen, &given.parse()?)
        })
        .await;
    let (status, form, invalid) = match saved {
        Ok(saved) => {
            let done = Done::new(&app, "category-change", "/categories").undo(saved.undo());
            return Ok(done.into_response());
        }
        Err(Error::Invalid(invalid)) => (StatusCode::UNPROCESSABLE_ENTITY, form, invalid),
        Err(Error::Conflict) => (StatusCode::PRECONDITION_FAILED, form, Invalid::default()),
        Err(error) => return Err(error.into()),
    };
    let (rows, counts) = counted(&app, &viewer, &look).await?;
    let category = rows.live::<Category>(id)?;
    let overtaken = status == StatusCode::PRECONDITION_FAILED;
    let form = CategoryForm {
        revision: if overtaken {
            category.revision.get()
        } else {
            form.revision
        },
        ..form
    };
    let mut page = page(&rows, &counts, &viewer, &look, &category, &form, &invalid)?;
    if overtaken {
        let now = said(&rows, &look, &category)?;
        page = page.banner(page::overtaken(&look, &now));
    }
    Ok((status, page.answer(htmx)).into_response())
}

pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<CategoryId>,
    Form(seen): Form<Seen>,
) -> Result<Done, Problem> {
    let seen = Expect::Revision(Revision::new(seen.revision));
    let removed = app
        .change(move |store| categories::remove(store, &manager, id, seen))
        .await?;
    Ok(Done::new(&app, "category-remove", "/categories").undo(removed.undo()))
}

fn form_of(category: &Row<Category>) -> CategoryForm {
    CategoryForm {
        sv: category.sv.clone(),
        en: category.en.clone(),
        parent: category
            .parent
            .map(|parent| parent.to_string())
            .unwrap_or_default(),
        revision: category.revision.get(),
    }
}

/// All that a person says about a category, in a line.
fn said(rows: &impl Rows, look: &Look, category: &Category) -> Result<String> {
    let names = format!("{} / {}", category.sv, category.en);
    Ok(match category.parent {
        Some(parent) => {
            let parent = rows.get::<Category>(parent)?;
            format!("{} › {names}", parent.name(look.lang))
        }
        None => names,
    })
}

fn page<'a>(
    rows: &impl Rows,
    counts: &Counts,
    viewer: &Viewer,
    look: &'a Look,
    category: &Row<Category>,
    form: &CategoryForm,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let inner: Vec<_> = categories::ordered(rows)?
        .into_iter()
        .filter(|inner| inner.parent == Some(category.id))
        .collect();
    let body = html! {
        (List(vec![things(look, category, counts)]))
        @if !inner.is_empty() {
            (List(inner.iter().map(|inner| subcategory(look, inner, counts)).collect()))
        }
        @if viewer.manager().is_ok() { (changing(rows, look, category, form, invalid)?) }
    };
    let mut way = Breadcrumb::new(look.text("categories-way"))
        .step(look.text("categories-title"), "/categories");
    if let Some(parent) = category.parent {
        let parent = rows.get::<Category>(parent)?;
        way = way.step(parent.name(look.lang), format!("/categories/{}", parent.id));
    }
    Ok(Page::new(look, category.name(look.lang), body)
        .breadcrumb(way)
        .narrow())
}

fn things(look: &Look, category: &Category, counts: &Counts) -> ListRow {
    let count = count_of(counts.categories.get(&category.id.uuid()));
    let list = ItemQuery::default().with_category(Some(category.id.uuid()));
    ListRow::icon(
        category_icon(&category.icon),
        look.count("ui-things-count", count),
    )
    .href(format!("/items?{}", list.to_query_string()))
}

fn subcategory(look: &Look, inner: &Category, counts: &Counts) -> ListRow {
    let count = count_of(counts.categories.get(&inner.id.uuid()));
    ListRow::icon(category_icon(&inner.icon), inner.name(look.lang))
        .href(format!("/categories/{}", inner.id))
        .end(look.count("ui-things-count", count))
}

fn changing(
    rows: &impl Rows,
    look: &Look,
    category: &Row<Category>,
    form: &CategoryForm,
    invalid: &Invalid,
) -> Result<Markup> {
    let (id, revision) = (category.id, category.revision.get());
    let inner = rows.referring_to::<Category, _>(Relation::Of, id)?;
    let fields = form.fields(rows, look, Some(id), inner.is_empty(), invalid)?;
    let form = Fields::new(look, format!("/categories/{id}"), fields)
        .revision(form.revision)
        .refused(invalid)
        .cancel("/categories");
    let remove = Button::post(
        look.text("categories-remove"),
        format!("/categories/{id}/remove"),
    )
    .with("revision", revision.to_string())
    .icon(Icon::Trash)
    .danger();
    let hint = if category.parent.is_some() {
        "categories-remove-inner"
    } else {
        "categories-remove-top"
    };
    Ok(html! {
        section.section {
            div.section-head {
                h2 { (look.text("categories-change")) }
                @if category.parent.is_none() { a href={ "/categories/new?in=" (id) } { (look.text("categories-new-here")) } }
            }
            (form)
        }
        section.section { p.quiet { (look.text(hint)) } div.row { (remove) } }
    })
}

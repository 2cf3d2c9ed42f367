//! The list of categories with counts, and adding one.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use serde::Deserialize;
use uuid::Uuid;

use super::{count_of, counted};
use crate::{
    access::{Manager, Viewer},
    actions::categories::{self, CategoryDraft},
    app::App,
    domain::{
        category::{Category, CategoryId},
        invalid::Invalid,
        lang::Lang,
    },
    error::{Error, Result},
    http::{Done, Form, Htmx, Problem, Query},
    store::{Row, Rows},
    ui::{
        button::Button,
        form::{Choice, Control, Field, Form as Fields},
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        tree::{Node, Tree},
    },
    web::page::category_icon,
};

/// What the form holds.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct CategoryForm {
    pub(super) sv: String,
    pub(super) en: String,
    pub(super) parent: String,
    pub(super) revision: u64,
}

impl CategoryForm {
    pub(super) fn parse(&self) -> Result<CategoryDraft> {
        let parent = match self.parent.as_str() {
            "" => None,
            parent => {
                let parent = parent.parse();
                Some(parent.map_err(|_| Error::invalid("parent", "error-category-levels"))?)
            }
        };
        Ok(CategoryDraft {
            sv: self.sv.clone(),
            en: self.en.clone(),
            parent,
        })
    }

    /// The fields; `inner` says whether it may lie in another, which one that has categories in it cannot.
    pub(super) fn fields(
        &self,
        rows: &impl Rows,
        look: &Look,
        own: Option<CategoryId>,
        inner: bool,
        invalid: &Invalid,
    ) -> Result<Markup> {
        let [own_lang, other] = match look.lang {
            Lang::Sv => [("sv", &self.sv), ("en", &self.en)],
            Lang::En => [("en", &self.en), ("sv", &self.sv)],
        };
        let name = |(field, value): (&'static str, &String)| {
            let label = match field {
                "sv" => "categories-name-sv",
                _ => "categories-name-en",
            };
            Field::text(field, look.text(label))
                .value(value)
                .refused(look.lang, invalid)
                .half()
        };
        let tops = Control::Select(tops(rows, look, own)?);
        let parent = Field::new("parent", look.text("categories-parent"), tops)
            .value(&self.parent)
            .refused(look.lang, invalid);
        Ok(html! {
            (name(own_lang)) (name(other))
            @if inner { (parent) }
        })
    }
}

/// The top categories, and none of them first.
fn tops(rows: &impl Rows, look: &Look, own: Option<CategoryId>) -> Result<Vec<Choice>> {
    let mut choices = vec![Choice::new("", look.text("categories-parent-none"))];
    for category in categories::ordered(rows)? {
        if category.parent.is_none() && Some(category.id) != own {
            choices.push(Choice::new(
                category.id.to_string(),
                category.name(look.lang),
            ));
        }
    }
    Ok(choices)
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Tags);
    let (rows, counts) = counted(&app, &viewer, &look).await?;
    let roots = roots(&look, &categories::ordered(&rows)?, &counts.categories);
    let hidden = match viewer.manager() {
        Ok(_) => categories::hidden(&rows)?,
        Err(_) => 0,
    };
    let body = html! {
        (Tree { look: &look, roots })
        @if hidden > 0 {
            div.row {
                p.quiet { (look.count("categories-hidden", hidden)) }
                (Button::post(look.text("categories-show-hidden"), "/categories/shipped").icon(Icon::Undo).small())
            }
        }
    };
    let page = Page::new(&look, look.text("categories-title"), body)
        .lead(look.text("categories-lead"))
        .actions(html! {
            (Button::link(look.text("ui-tags"), "/tags").icon(Icon::Tag))
            @if viewer.manager().is_ok() { (Button::link(look.text("categories-new"), "/categories/new").icon(Icon::Plus)) }
        });
    Ok(page.answer(htmx))
}

pub(super) async fn show_shipped(
    State(app): State<Arc<App>>,
    manager: Manager,
) -> Result<Done, Problem> {
    let shown = app
        .change(move |store| categories::show_shipped(store, &manager))
        .await?;
    Ok(Done::new(&app, "category-reset", "/categories").undo(shown.undo()))
}

/// The categories as a tree: those on the second level follow the one that they belong to.
fn roots(look: &Look, all: &[Row<Category>], counts: &HashMap<Uuid, u32>) -> Vec<Node> {
    let mut roots: Vec<Node> = Vec::new();
    for category in all {
        let node = Node {
            label: category.name(look.lang).to_owned(),
            href: format!("/categories/{}", category.id),
            icon: category
                .parent
                .is_none()
                .then(|| category_icon(&category.icon)),
            number: None,
            things: count_of(counts.get(&category.id.uuid())),
            value: None,
            open: false,
            children: Vec::new(),
        };
        match (category.parent, roots.last_mut()) {
            (Some(_), Some(root)) => root.children.push(node),
            _ => roots.push(node),
        }
    }
    roots
}

/// What a form for a new category is asked for with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Start {
    r#in: String,
}

pub(super) async fn show_new(
    State(app): State<Arc<App>>,
    _: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Query(start): Query<Start>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Tags);
    let form = CategoryForm {
        parent: start.r#in,
        ..CategoryForm::default()
    };
    Ok(new_page(&app.store.read()?, &look, &form, &Invalid::default())?.answer(htmx))
}

pub(super) async fn add(
    State(app): State<Arc<App>>,
    manager: Manager,
    look: Look,
    Htmx(htmx): Htmx,
    Form(form): Form<CategoryForm>,
) -> Result<Response, Problem> {
    let given = form.clone();
    let added = app
        .change(move |store| categories::add(store, &manager, &given.parse()?))
        .await;
    match added {
        Ok(added) => {
            let done = Done::new(&app, "category-add", "/categories").undo(added.undo());
            Ok(done.into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let look = look.at(Section::Tags);
            let page = new_page(&app.store.read()?, &look, &form, &invalid)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.answer(htmx)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn new_page<'a>(
    rows: &impl Rows,
    look: &'a Look,
    form: &CategoryForm,
    invalid: &Invalid,
) -> Result<Page<'a>> {
    let fields = form.fields(rows, look, None, true, invalid)?;
    let form = Fields::new(look, "/categories/new", fields)
        .refused(invalid)
        .cancel("/categories");
    Ok(Page::new(look, look.text("categories-new"), form.render()).narrow())
}

//! The page of a plan, and one tap that says that it is done.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use super::plan_form::said;
use crate::{
    access::Editor,
    actions::{
        belongings::in_use_with_thing,
        household, jobs,
        plans::{self, Planned},
    },
    app::App,
    domain::plan::{Aspect, Plan, PlanId},
    error::Result,
    http::{Done, Htmx, Path, Problem, Snapshot},
    ui::{
        button::Button,
        facts::Facts,
        icon::Icon,
        layout::Page,
        list::List,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
    },
    web::page::{
        belonging::{Ground, address, way},
        upkeep::{self as words, done_button, job_line},
    },
};

/// `POST /upkeep/{id}/done`: it was done today; what else there is to say can be said at once, or never.
pub(super) async fn done(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<PlanId>,
) -> Result<Response, Problem> {
    let saved = app
        .change(move |store| jobs::done(store, &editor, id))
        .await?;
    let to = format!("/jobs/{}/edit", saved.value.id);
    let done = Done::new(&app, "job-add", to).undo(saved.undo());
    Ok(done.into_response())
}

/// `GET /upkeep/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<PlanId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Upkeep);
    let (plan, item) = in_use_with_thing(&rows, editor.viewer(), id)?;
    let today = app.store.clock().today();
    let planned = plans::planned(&rows, plan, today)?;
    let log = jobs::of_plan(&rows, id)?;
    let details = &planned.plan.details;
    let ground = Ground {
        rows: &rows,
        editor: &editor,
        look: &look,
        item: &item,
        today,
        currency: household::current(&rows)?.currency,
    };
    let body = html! {
        div.stack {
            (facts(&ground, &planned)?)
            @if !details.note.is_empty() {
                section.section { h2 { (look.text("upkeep-note")) } div.prose { (markdown(&details.note)) } }
            }
            @if !log.is_empty() {
                section.section {
                    h2 { (look.text("upkeep-log")) }
                    (List(log.iter().map(|job| job_line(&look, job)).collect()))
                }
            }
        }
    };
    let changes = editor.may_change_of_thing(&item, &planned.plan);
    let edit = Button::link(look.text("upkeep-change"), format!("{}/edit", address(id)));
    let remove = Button::post(
        look.text("upkeep-remove"),
        format!("{}/remove", address(id)),
    )
    .with("revision", planned.plan.revision.get().to_string())
    .icon(Icon::Trash);
    let menu = Menu::new(look.text("ui-more"))
        .row(edit.icon(Icon::Edit))
        .last(remove);
    let done = done_button(&look, &planned.plan).primary();
    let page = Page::new(&look, details.what.as_str(), body)
        .breadcrumb(way::<Plan>(&look, &item))
        .actions(html! { (done) @if changes { (menu) } })
        .narrow();
    Ok(page.answer(htmx))
}

fn facts(ground: &Ground<'_>, planned: &Planned) -> Result<Facts> {
    let look = ground.look;
    let details = &planned.plan.details;
    let who = said(Aspect::Who, details, ground)?;
    let season = details.season.map(|season| words::season(look, season));
    let last = planned.last.on.map(|day| look.lang.day(day));
    Ok(Facts::new()
        .fact(look.text("upkeep-next"), words::due(look, planned))
        .known(look.text("upkeep-last"), last)
        .fact(
            look.text("upkeep-rhythm"),
            words::rhythm(look, &details.rhythm),
        )
        .known(look.text("upkeep-season"), season)
        .known(look.text("upkeep-who"), (!who.is_empty()).then_some(who)))
}

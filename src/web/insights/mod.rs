//! What the archive says as a whole: where the worth lies, what was spent, what lasts how long, and what repairs have given.

mod groups;
mod shown;
mod time;
mod years;

use std::sync::Arc;

use axum::{Router, extract::State, routing::get};
use maud::{Markup, html};

use self::shown::Shown;
use crate::{
    access::Editor,
    actions::{household, insights},
    app::App,
    error::Result,
    http::{Htmx, Problem, Snapshot},
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/insights", get(show))
}

/// `GET /insights`.
async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Insights);
    let today = app.store.clock().today();
    let insights = insights::of(&rows, editor.viewer(), today)?;
    let shown = Shown {
        rows: &rows,
        look: &look,
        today,
        home: household::current(&rows)?.currency,
    };
    let body = html! {
        @if insights.all.things == 0 { (empty(&look)) }
        div.insights {
            (shown.rooms(&insights)?)
            (shown.categories(&insights)?)
            (shown.people(&insights)?)
            (shown.years(&insights))
            (shown.spent(&insights))
            (shown.upkeep(&insights))
            (shown.guarantees(&insights))
            (shown.repaired(&insights))
        }
    };
    let page = Page::new(&look, look.text("ui-insights"), body);
    Ok(if insights.all.things == 0 {
        page.answer(htmx)
    } else {
        page.lead(shown.total(&insights.all)).answer(htmx)
    })
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::Chart, look.text("insights-empty"))
        .text(look.text("insights-empty-text"))
        .step(Button::link(look.text("ui-add"), Section::Add.href()))
}

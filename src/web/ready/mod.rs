//! Whether the household is ready for the day its things are gone: how much is documented, five questions, and where to begin.

mod first;
mod questions;
mod round;

use std::sync::Arc;

use axum::{Router, extract::State, routing::get};
use maud::{Markup, html};

use crate::{
    access::Editor,
    actions::ready::{self, Ready},
    app::App,
    domain::readiness::PerMille,
    http::{Htmx, Problem, Snapshot},
    ui::{
        button::Button,
        empty::Empty,
        gauge::Gauge,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/ready", get(show))
}

/// `GET /ready`.
async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Ready);
    let today = app.store.clock().today();
    let ready = ready::of(&rows, editor.viewer(), today)?;
    let title = look.text("ui-ready");
    if ready.readiness.things == 0 {
        return Ok(Page::new(&look, title, html! { (empty(&look)) }).answer(htmx));
    }
    let said = Said {
        look: &look,
        ready: &ready,
    };
    let body = html! {
        (said.whole())
        div.insights { (questions::all(&said, today)) }
        (round::card(&said, today, editor.viewer().manager().is_ok()))
        (first::list(&rows, &editor, &said)?)
    };
    let page = Page::new(&look, title, body).lead(look.text("ready-lead"));
    Ok(page.answer(htmx))
}

fn empty(look: &Look) -> Empty {
    Empty::new(Icon::Ready, look.text("ready-empty"))
        .text(look.text("ready-empty-text"))
        .step(Button::link(look.text("ui-add"), Section::Add.href()))
}

/// What was measured, on its way to the page.
struct Said<'a> {
    look: &'a Look,
    ready: &'a Ready,
}

impl Said<'_> {
    /// A text with shares in it. It is told whether they are shares of worth, or of things as long as nothing has a value.
    fn shares<const N: usize>(&self, key: &str, shares: [(&'static str, PerMille); N]) -> String {
        let lang = self.look.lang;
        let shares = shares.into_iter();
        let mut arguments: Vec<_> = shares
            .map(|(name, share)| (name, lang.percent(share).into()))
            .collect();
        let measure = if self.ready.readiness.worth.is_some() {
            "worth"
        } else {
            "things"
        };
        arguments.push(("measure", measure.into()));
        lang.text_with(key, &arguments)
    }

    /// How much is documented in all, and of what.
    fn whole(&self) -> Markup {
        let (look, measured) = (self.look, &self.ready.readiness);
        let label = self.shares("ready-all", []);
        html! {
            section.insight {
                div {
                    (Gauge::new(look, label.clone(), measured.shares.all).large())
                    h2 { (label) }
                }
                p { (look.text("ready-all-what")) }
                p.quiet { (self.base()) }
            }
        }
    }

    /// What the shares are shares of, and what is not among it.
    fn base(&self) -> String {
        let (look, measured) = (self.look, &self.ready.readiness);
        let Some(worth) = measured.worth else {
            return look.text("ready-base-things");
        };
        let worth = look.lang.money(worth);
        let mut said = vec![look.text_with("ready-base-worth", "worth", &worth)];
        if measured.valueless > 0 {
            said.push(look.count("ready-valueless", measured.valueless));
        }
        if measured.foreign > 0 {
            let worth = look.lang.sums(&measured.foreign_worth);
            let arguments = [("count", measured.foreign.into()), ("worth", worth.into())];
            said.push(look.lang.text_with("ready-foreign", &arguments));
        }
        said.join(" ")
    }
}

//! The household's policies one below the other, each with what it does not cover.

use maud::{Markup, html};

use super::{HERE, missing::Missing, said};
use crate::{
    access::Editor,
    actions::{policies, valuation::Holdings},
    domain::policy::Policy,
    error::Result,
    http::{Htmx, Problem, Snapshot},
    store::Row,
    ui::{
        button::Button,
        empty::Empty,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
    },
};

/// `GET /insurance`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Insurance);
    let policies = policies::list(&rows, &editor)?;
    let changes = editor.viewer().manager().is_ok();
    let holdings = Holdings::of(&rows, &editor)?;
    let missing = Missing {
        rows: &rows,
        editor: &editor,
        look: &look,
        holdings: &holdings,
    };
    let told = policies.iter();
    let told = told.map(|row| Ok((row, missing.markup(&row.details)?)));
    let told = told.collect::<Result<Vec<_>>>()?;
    let body = html! {
        @if told.is_empty() { (empty(&look, &holdings, changes)) }
        @for (policy, missing) in &told { (section(&look, policy, missing)) }
    };
    let page = Page::new(&look, look.text("ui-insurance"), body)
        .lead(look.text("insurance-lead"))
        .narrow();
    let new = Button::link(look.text("insurance-new"), format!("{HERE}/new")).icon(Icon::Plus);
    let page = if changes && !told.is_empty() {
        page.actions(html! { (new) })
    } else {
        page
    };
    Ok(page.answer(htmx))
}

fn empty(look: &Look, holdings: &Holdings, changes: bool) -> Empty {
    let total = holdings.total();
    let text = if total.is_empty() {
        look.text("insurance-empty-text")
    } else {
        look.text_with("insurance-empty-total", "total", &look.lang.sums(&total))
    };
    let empty = Empty::new(Icon::Umbrella, look.text("insurance-empty")).text(text);
    if changes {
        empty.step(Button::link(look.text("insurance-new"), format!("{HERE}/new")).primary())
    } else {
        empty
    }
}

fn section(look: &Look, policy: &Row<Policy>, missing: &Markup) -> Markup {
    let details = &policy.details;
    html! {
        section.section {
            div.section-head {
                h2 { (details.insurer) }
                a.touch href={ (HERE) "/" (policy.id) } aria-label=(look.text_with("insurance-look-at", "insurer", &details.insurer)) {
                    (look.text("insurance-look"))
                }
            }
            p.quiet { (said::line(look, details)) }
            (missing)
        }
    }
}

//! The page of one policy: its amounts, what it does not cover, whom to turn to, and what it pays by age.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, missing::Missing, said, way};
use crate::{
    access::{Editor, Manager},
    actions::{household, policies, valuation::Holdings},
    app::App,
    domain::{
        deduction::{Table, typical},
        policy::{Policy, PolicyId, TableChoice},
    },
    error::Result,
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Revision, Row},
    ui::{
        banner::Banner,
        button::Button,
        form::Part,
        icon::Icon,
        layout::Page,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
    },
    web::page,
};

/// `GET /insurance/{id}`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<PolicyId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Insurance);
    let policy = policies::one(&rows, &editor, id)?;
    let shown = Shown {
        rows: &rows,
        editor: &editor,
        look: &look,
        policy: &policy,
    };
    Ok(shown.page()?.answer(htmx))
}

/// A policy on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    policy: &'a Row<Policy>,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let details = &self.policy.details;
        let body = html! {
            (said::facts(look, details))
            @if self.policy.binned.is_none() { (self.missing()?) }
            @if !details.contact.is_empty() {
                section.section { h2 { (look.text("insurance-contact")) } div.prose { (markdown(&details.contact)) } }
            }
            (self.table()?)
        };
        let page = Page::new(look, details.insurer.as_str(), body)
            .breadcrumb(way(look))
            .narrow();
        let changes = self.editor.viewer().manager().is_ok();
        Ok(match self.binned(changes) {
            Some(banner) => page.banner(banner),
            None if changes => page.actions(self.actions()),
            None => page,
        })
    }

    fn missing(&self) -> Result<Markup> {
        let holdings = Holdings::of(self.rows, self.editor)?;
        let missing = Missing {
            rows: self.rows,
            editor: self.editor,
            look: self.look,
            holdings: &holdings,
        };
        let told = missing.markup(&self.policy.details)?;
        Ok(html! {
            section.section { h2 { (self.look.text("insurance-cover")) } (told) }
        })
    }

    /// What it pays by age, as its own terms say or as is usual.
    fn table(&self) -> Result<Markup> {
        let look = self.look;
        if let TableChoice::Own(table) = &self.policy.details.table {
            let told = html! { p.quiet { (said::version(look, table)) } };
            return Ok(self.tabled(&told, table));
        }
        let Some(typical) = typical(household::current(self.rows)?.country) else {
            return Ok(html! {
                section.section {
                    h2 { (look.text("insurance-table")) }
                    p { (look.text("insurance-table-nothing")) }
                }
            });
        };
        let told = html! {
            p { (typical.name(look.lang)) ". " (typical.note(look.lang)) }
            p.quiet { (look.text_with("insurance-source", "source", typical.source(look.lang))) }
        };
        Ok(self.tabled(&told, &typical.table))
    }

    fn tabled(&self, told: &Markup, table: &Table) -> Markup {
        let look = self.look;
        let rows = Part {
            label: look.count("insurance-table-rows", table.rows.len()),
            open: false,
            fields: said::table(look, table),
        };
        html! {
            section.section { h2 { (look.text("insurance-table")) } (told) (rows) }
        }
    }

    fn own(&self, act: &str) -> String {
        format!("{HERE}/{}/{act}", self.policy.id)
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let edit = Button::link(look.text("receipts-change"), self.own("edit")).icon(Icon::Edit);
        let remove = Button::post(look.text("insurance-remove"), self.own("remove"))
            .with("revision", self.policy.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (edit.primary()) (Menu::new(look.text("ui-more")).last(remove)) }
    }

    fn binned(&self, restores: bool) -> Option<Banner> {
        let since = self.policy.binned?.at;
        let restore = Button::post(self.look.text("receipts-restore"), self.own("restore"));
        let restore = restores.then_some(restore);
        Some(page::binned(self.look, "insurance-binned", since, restore))
    }
}

/// What the button that removes a policy carries.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Removal {
    revision: u64,
}

/// `POST /insurance/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<PolicyId>,
    Form(removal): Form<Removal>,
) -> Result<Response, Problem> {
    let seen = match removal.revision {
        0 => Expect::Any,
        revision => Expect::Revision(Revision::new(revision)),
    };
    let saved = app
        .change(move |store| policies::remove(store, &manager, id, seen))
        .await?;
    let done = Done::new(&app, "policy-remove", HERE).undo(saved.undo());
    Ok(done.into_response())
}

/// `POST /insurance/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    manager: Manager,
    Path(id): Path<PolicyId>,
) -> Result<Response, Problem> {
    let saved = app
        .change(move |store| policies::restore(store, &manager, id))
        .await?;
    let done = Done::new(&app, "policy-restore", format!("{HERE}/{id}")).undo(saved.undo());
    Ok(done.into_response())
}

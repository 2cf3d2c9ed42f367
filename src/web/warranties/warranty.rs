//! The page of one warranty: until when, whom to turn to, what it covers, and what was claimed by it.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use super::{HERE, said};
use crate::{
    access::Editor,
    actions::{claims, warranties},
    app::App,
    domain::{
        claim::Against,
        item::Item,
        warranty::{Warranty, WarrantyId},
    },
    error::Result,
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        facts::Facts,
        icon::Icon,
        layout::Page,
        list::List,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
    },
    web::page::{self, belonging::way, labels, promises},
};

/// `GET /warranties/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<WarrantyId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Warranties);
    let warranty = editor.viewer().of_thing(&rows, id)?;
    let item = editor.viewer().item(&rows, warranty.item)?;
    let may_change = editor.may_change(&item);
    let shown = Shown {
        may_change,
        changes: may_change && warranty.binned.is_none() && item.binned.is_none(),
        rows: &rows,
        editor: &editor,
        look: &look,
        item: &item,
        warranty: &warranty,
        today: app.store.clock().today(),
    };
    Ok(shown.page()?.answer(htmx))
}

/// A warranty on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    item: &'a Row<Item>,
    warranty: &'a Row<Warranty>,
    /// Whether the reader may change the thing.
    may_change: bool,
    /// Whether they may change the warranty now.
    changes: bool,
    today: jiff::civil::Date,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let details = &self.warranty.details;
        let span = warranties::span(self.rows, self.editor.viewer(), self.item, self.warranty)?;
        let prose = |heading: &str, text: &str| {
            html! {
                @if !text.is_empty() {
                    section.section { h2 { (look.text(heading)) } div.prose { (markdown(text)) } }
                }
            }
        };
        let body = html! {
            (self.facts(span.from)?)
            (prose("warranties-contact", &details.contact))
            (prose("warranties-terms", &details.terms))
            (self.claims()?)
        };
        let page = Page::new(look, promises::warranty(look, self.warranty), body)
            .breadcrumb(way::<Warranty>(look, self.item))
            .lead(promises::end(look, span, self.today))
            .narrow();
        Ok(match self.binned() {
            Some(banner) => page.banner(banner),
            None if self.changes => page.actions(self.actions()),
            None => page,
        })
    }

    fn facts(&self, from: Option<jiff::civil::Date>) -> Result<Facts> {
        let look = self.look;
        let details = &self.warranty.details;
        let proof = said::proof(self.rows, self.editor.viewer(), look, self.warranty)?;
        let term = said::term(look, details.term);
        Ok(Facts::new()
            .fact(
                look.text("warranties-kind"),
                look.text(labels::warranty_kind(details.kind)),
            )
            .known(
                look.text("warranties-provider"),
                (!details.provider.is_empty()).then(|| details.provider.clone()),
            )
            .known(
                look.text("warranties-start"),
                from.map(|day| look.lang.day(day)),
            )
            .known(
                look.text("warranties-term"),
                (!term.is_empty()).then_some(term),
            )
            .known(
                look.text("warranties-proof"),
                proof.map(|(row, name)| html! { a href={ "/receipts/" (row.id) } { (name) } }),
            ))
    }

    /// What was claimed by it.
    fn claims(&self) -> Result<Markup> {
        let look = self.look;
        let mut claims = claims::of_item(self.rows, self.editor.viewer(), self.item.id)?;
        claims.retain(|row| row.details.against == Against::Warranty(self.warranty.id));
        let rows: Vec<_> = claims
            .iter()
            .map(|row| promises::claim_row(look, row))
            .collect();
        let add = format!(
            "/items/{}/claims/new?warranty={}",
            self.item.id, self.warranty.id
        );
        Ok(html! {
            @if !rows.is_empty() || self.changes {
                section.section {
                    div.section-head {
                        h2 { (look.text("claims-title")) }
                        @if self.changes { a href=(add) { (look.text("claims-new")) } }
                    }
                    @if !rows.is_empty() { (List(rows)) }
                }
            }
        })
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let own = format!("{HERE}/{}", self.warranty.id);
        let edit = Button::link(look.text("receipts-change"), format!("{own}/edit"));
        let remove = Button::post(look.text("warranties-remove"), format!("{own}/remove"))
            .with("revision", self.warranty.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (edit.icon(Icon::Edit).primary()) (Menu::new(look.text("ui-more")).last(remove)) }
    }

    fn binned(&self) -> Option<Banner> {
        let since = self.warranty.binned?.at;
        let restore = Button::post(
            self.look.text("receipts-restore"),
            format!("{HERE}/{}/restore", self.warranty.id),
        );
        let restores = self.may_change;
        Some(page::binned(
            self.look,
            "warranties-binned",
            since,
            restores.then_some(restore),
        ))
    }
}

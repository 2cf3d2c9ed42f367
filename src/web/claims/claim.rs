//! The page of one claim: what was wrong, who was spoken with, its papers, and what came of it.

use maud::{Markup, html};

use super::HERE;
use crate::{
    access::{Editor, Viewer},
    actions::attachments,
    domain::{
        attachment::Bearer,
        claim::{Against, Claim, ClaimId},
        item::Item,
    },
    error::Result,
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row},
    ui::{
        banner::Banner,
        button::Button,
        facts::Facts,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::List,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
    },
    web::page::{self, belonging::way, contacts, labels, promises},
};

/// By what right a claim is made, in words.
pub(super) fn against(
    rows: &Reader,
    viewer: &Viewer,
    look: &Look,
    against: Against,
) -> Result<String> {
    Ok(match against {
        Against::Right => look.text("claims-against-right"),
        Against::Other => look.text("claims-against-other"),
        Against::Warranty(warranty) => {
            promises::warranty(look, &viewer.of_thing(rows, warranty)?.body)
        }
    })
}

/// `GET /claims/{id}`.
pub(super) async fn show(
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ClaimId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Warranties);
    let claim = editor.viewer().of_thing(&rows, id)?;
    let item = editor.viewer().item(&rows, claim.item)?;
    let may_change = editor.may_change(&item);
    let shown = Shown {
        may_change,
        changes: may_change && claim.binned.is_none() && item.binned.is_none(),
        rows: &rows,
        editor: &editor,
        look: &look,
        item: &item,
        claim: &claim,
    };
    Ok(shown.page()?.answer(htmx))
}

/// A claim on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    item: &'a Row<Item>,
    claim: &'a Row<Claim>,
    /// Whether the reader may change the thing.
    may_change: bool,
    /// Whether they may change the claim now.
    changes: bool,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let details = &self.claim.details;
        let name = promises::claim(self.claim);
        let body = html! {
            (self.facts()?)
            // What the title says already is not said again.
            @if details.problem != name {
                section.section { h2 { (look.text("claims-problem")) } div.prose { (markdown(&details.problem)) } }
            }
            (contacts::section(look, &details.contacts))
            (self.papers()?)
        };
        let page = Page::new(look, name, body)
            .breadcrumb(way::<Claim>(look, self.item))
            .lead(promises::claim_stands(look, self.claim))
            .narrow();
        Ok(match self.binned() {
            Some(banner) => page.banner(banner),
            None if self.changes => page.actions(self.actions()),
            None => page,
        })
    }

    fn facts(&self) -> Result<Facts> {
        let look = self.look;
        let details = &self.claim.details;
        let viewer = self.editor.viewer();
        let by = against(self.rows, viewer, look, details.against)?;
        let by = match details.against {
            Against::Warranty(warranty) => {
                html! { a href={ "/warranties/" (warranty) } { (by) } }
            }
            Against::Right | Against::Other => html! { (by) },
        };
        Ok(Facts::new()
            .fact(look.text("claims-against"), by)
            .fact(look.text("claims-opened"), look.lang.day(details.opened))
            .known(
                look.text("claims-outcome"),
                details
                    .ended
                    .map(|ended| look.text(labels::outcome(ended.how))),
            )
            .known(
                look.text("claims-closed"),
                details.ended.map(|ended| look.lang.day(ended.on)),
            ))
    }

    /// Letters, photos of the fault, the workshop's report: each file can be fetched.
    fn papers(&self) -> Result<Markup> {
        let look = self.look;
        let papers = attachments::list(self.rows, Bearer::Claim(self.claim.id))?;
        let rows: Vec<_> = papers
            .iter()
            .map(|paper| page::paper(look, paper, page::picture(paper), self.changes))
            .collect();
        let none = rows.is_empty();
        let upload = Upload::documents(look, format!("{HERE}/{}/documents", self.claim.id));
        Ok(html! {
            @if !none || self.changes {
                section.section {
                    h2 { (look.text("claims-papers")) }
                    div #papers { @if !none { (List(rows)) } }
                    @if self.changes { (upload.refresh("#papers")) }
                }
            }
        })
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let own = format!("{HERE}/{}", self.claim.id);
        let edit = Button::link(look.text("receipts-change"), format!("{own}/edit"));
        let remove = Button::post(look.text("claims-remove"), format!("{own}/remove"))
            .with("revision", self.claim.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (edit.icon(Icon::Edit).primary()) (Menu::new(look.text("ui-more")).last(remove)) }
    }

    fn binned(&self) -> Option<Banner> {
        let since = self.claim.binned?.at;
        let restore = Button::post(
            self.look.text("receipts-restore"),
            format!("{HERE}/{}/restore", self.claim.id),
        );
        let restores = self.may_change;
        Some(page::binned(
            self.look,
            "claims-binned",
            since,
            restores.then_some(restore),
        ))
    }
}

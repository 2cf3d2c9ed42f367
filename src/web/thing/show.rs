//! The page of one thing.

use std::sync::Arc;

use axum::{Router, extract::State, routing::get};
use jiff::civil::Date;
use maud::{Markup, PreEscaped, Render, html};

use super::{
    around::Around, facts::Knowledge, losses::Happened, memories::Remembered, past::Past,
    rights::Rights, seen::last_seen, upkeep::Kept, worth::Worth,
};
use crate::{
    access::Viewer,
    actions::attachments,
    app::App,
    domain::{
        attachment::{AttachmentKind, Bearer},
        item::{Item, ItemId},
        query::ItemQuery,
        tag::Tag,
    },
    error::Result,
    http::{Htmx, Path, Problem, Snapshot},
    store::{Reader, Row, Rows},
    ui::{
        banner::Banner,
        button::Button,
        card,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::List,
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
        timeline::Timeline,
    },
    web::page::{self, Cards, reports, wording::Wording},
};

/// How many of the last events the page tells.
const EVENTS: usize = 4;

/// The routes of this file.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/items/{id}", get(show))
}

async fn show(
    State(app): State<Arc<App>>,
    viewer: Viewer,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ItemId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Things);
    let item = viewer.item(&rows, id)?;
    let editor = viewer.editor().ok();
    let shown = Shown {
        changes: item.binned.is_none() && editor.as_ref().is_some_and(|it| it.may_change(&item)),
        restores: editor.as_ref().is_some_and(|it| it.may_change(&item)),
        adds: item.binned.is_none() && editor.is_some(),
        rows: &rows,
        viewer: &viewer,
        look: &look,
        item: &item,
        today: app.store.clock().today(),
    };
    Ok(shown.page()?.answer(htmx))
}

/// A thing on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    viewer: &'a Viewer,
    look: &'a Look,
    item: &'a Row<Item>,
    /// Whether the reader may change it now.
    changes: bool,
    /// Whether they could if it were not in the bin.
    restores: bool,
    /// Whether they may make new things of it or in it.
    adds: bool,
    today: Date,
}

impl<'a> Shown<'a> {
    fn page(&self) -> Result<Page<'a>> {
        let details = &self.item.details;
        let name = page::name(self.look, self.item);
        let around = self.around();
        let body = html! {
            @if let Some(banner) = self.departure() { (banner) }
            @if let Some(banner) = self.kept().out()? { (banner) }
            div.thing {
                div.thing-photos.stack { (self.photos(&name)?) }
                div.thing-facts.stack {
                    (self.badges()?)
                    @if !details.description.is_empty() { div.prose { (markdown(&details.description)) } }
                    (self.facts()?)
                }
                div.thing-rest.stack {
                    (self.contents(&around)?)
                    (self.links(&around)?)
                    (Worth { seen: self.around(), today: self.today, changes: self.changes }.section()?)
                    (Remembered { seen: self.around(), changes: self.changes, adds: self.adds }.section()?)
                    (self.kept().section(self.adds)?)
                    (Happened(self.around()).section()?)
                    (self.rights()?)
                    (self.receipts(&around)?)
                    (self.documents(&around)?)
                    div.only-full { (self.past()?) }
                }
            }
        };
        let mut page = Page::new(self.look, name, body).actions(self.actions());
        if let Some(way) = around.way()? {
            page = page.breadcrumb(way);
        }
        if self.item.is_template() {
            page = page.lead(self.look.text("thing-is-template"));
        }
        if let Some(binned) = self.binned() {
            page = page.banner(binned);
        }
        Ok(page)
    }

    const fn around(&self) -> Around<'a> {
        Around {
            rows: self.rows,
            viewer: self.viewer,
            look: self.look,
            item: self.item,
        }
    }

    const fn kept(&self) -> Kept<'a> {
        Kept {
            rows: self.rows,
            viewer: self.viewer,
            look: self.look,
            item: self.item,
            today: self.today,
        }
    }

    /// The address of one of its acts.
    fn act(&self, act: &str) -> String {
        format!("/items/{}/{act}", self.item.id)
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let id = self.item.id;
        let link = |text: &str, href: String, icon| Button::link(look.text(text), href).icon(icon);
        let edit = link("thing-change", self.act("edit"), Icon::Edit);
        let mut menu = Menu::new(look.text("ui-more"));
        if self.item.is_template() {
            let new = link(
                "thing-template-new",
                format!("/items/new?template={id}"),
                Icon::Plus,
            );
            if self.changes {
                menu = menu.row(edit).last(self.remove());
            }
            return html! { @if self.adds { (new.primary()) } @if self.changes { (menu) } };
        }
        menu = menu
            .row(link(
                "thing-add-inside",
                format!("/items/new?inside={id}"),
                Icon::Plus,
            ))
            .row(Button::post(look.text("thing-copy"), self.act("copy")).icon(Icon::Copy))
            .row(link("thing-template", self.act("template"), Icon::Star));
        if self.adds {
            menu = reports::offer(look, id, menu)
                .row(link("thing-lend", self.act("lend"), Icon::Share))
                .row(link("upkeep-add", self.act("jobs/new"), Icon::Check))
                .row(link(
                    "losses-add",
                    format!("/incidents/new?item={id}"),
                    Icon::Siren,
                ));
        }
        if self.changes {
            menu = menu
                .row(link("claims-new", self.act("claims/new"), Icon::Shield))
                .row(link("thing-move", self.act("move"), Icon::Place));
            menu = if self.item.archived.is_some() {
                menu.row(self.unarchive())
            } else {
                menu.row(link("thing-archive", self.act("archive"), Icon::Archive))
            };
            menu = menu.last(self.remove());
        }
        html! { @if self.changes { (edit.primary()) } @if self.adds { (menu) } }
    }

    fn remove(&self) -> Button {
        Button::post(self.look.text("thing-remove"), self.act("remove")).icon(Icon::Trash)
    }

    fn unarchive(&self) -> Button {
        Button::post(self.look.text("thing-unarchive"), self.act("unarchive")).icon(Icon::Undo)
    }

    fn binned(&self) -> Option<Banner> {
        let since = self.item.binned?.at;
        let restore = Button::post(self.look.text("thing-restore"), self.act("restore"));
        let restore = self.restores.then_some(restore);
        Some(page::binned(self.look, "thing-binned", since, restore))
    }

    fn departure(&self) -> Option<Banner> {
        let archived = self.item.archived.as_ref()?;
        let said = self.words().departure(archived);
        let body = html! {
            @if self.changes {
                div.row {
                    (self.unarchive().small())
                    @if !archived.how.is_of_incident() {
                        (Button::link(self.look.text("thing-archive-change"), self.act("archive")).small().bare())
                    }
                }
            }
        };
        Some(Banner::notice(said).body(body))
    }

    const fn words(&self) -> Wording<'a, Reader> {
        Wording::new(self.rows, self.viewer, self.look.lang)
    }

    fn photos(&self, name: &str) -> Result<Markup> {
        let all = attachments::list(self.rows, Bearer::Item(self.item.id))?;
        let photos: Vec<Photo> = all
            .iter()
            .filter(|attachment| attachment.kind == AttachmentKind::Photo)
            .map(page::photo)
            .collect();
        let icon = Cards::new(self.rows, self.look, self.viewer).icon(self.item)?;
        let look = self.look;
        let arrange = Button::link(look.text("photos-arrange"), self.act("photos"));
        let shows = self.changes && !self.item.is_template();
        Ok(html! {
            div #gallery { (Gallery { look, name, photos: &photos, icon }) }
            @if shows {
                div.only-full[!photos.is_empty()] { (Upload::photos(look, self.act("photos")).refresh("#gallery")) }
                @if !photos.is_empty() { div.row { (arrange.icon(Icon::Photo).small()) } }
            }
        })
    }

    fn badges(&self) -> Result<Markup> {
        let details = &self.item.details;
        let look = self.look;
        let mut tags = Vec::new();
        for tag in &details.tags {
            if let Some(tag) = self.rows.find::<Tag>(*tag)? {
                let query = ItemQuery::default().with_tag(tag.id.uuid());
                let href = format!("/items?{}", query.to_query_string());
                tags.push((tag.body.name, href));
            }
        }
        let any = !tags.is_empty() || details.insured || details.private;
        Ok(html! {
            @if any {
                ul.row {
                    @if details.private { li { span.badge { (Icon::Lock) (look.text("page-private")) } } }
                    @if details.insured { li { span.badge { (Icon::Check) (look.text("thing-insured")) } } }
                    @for (name, href) in tags { li { a.badge href=(href) { (Icon::Tag) (name) } } }
                }
            }
        })
    }

    fn facts(&self) -> Result<Markup> {
        let knowledge = Knowledge {
            look: self.look,
            words: self.words(),
            viewer: self.viewer,
            item: self.item,
        };
        let details = &self.item.details;
        let notes = self.viewer.editor().is_ok() && !details.notes.is_empty();
        Ok(html! {
            (knowledge.first()?.known(self.look.text("rounds-last-seen"), last_seen(&self.around())?))
            (knowledge.make()?)
            div.stack.only-full {
                (knowledge.acquired()?)
                (knowledge.own())
            }
            @if notes {
                section.section {
                    h2 { (self.look.text("thing-notes")) }
                    div.prose { (markdown(&details.notes)) }
                }
            }
        })
    }

    fn contents(&self, around: &Around<'_>) -> Result<Markup> {
        let cards = around.contents()?;
        let add = format!("/items/new?inside={}", self.item.id);
        Ok(html! {
            @if !cards.is_empty() {
                section.section {
                    div.section-head {
                        h2 { (self.look.text("thing-contents")) }
                        @if self.adds { a href=(add) { (self.look.text("thing-add-inside")) } }
                    }
                    (card::Cards(cards))
                }
            }
        })
    }

    fn links(&self, around: &Around<'_>) -> Result<Markup> {
        let links = around.links()?;
        Ok(html! {
            @if !links.is_empty() {
                section.section { h2 { (self.look.text("thing-links")) } (List(links)) }
            }
        })
    }

    fn rights(&self) -> Result<Markup> {
        if self.item.is_template() || self.item.archived.is_some() {
            return Ok(PreEscaped(String::new()));
        }
        let rights = Rights {
            rows: self.rows,
            viewer: self.viewer,
            look: self.look,
            item: self.item,
            today: self.today,
            adds: self.changes,
        };
        Ok(html! { (rights.section()?) (rights.claims()?) })
    }

    fn receipts(&self, around: &Around<'_>) -> Result<Markup> {
        let receipts = around.receipts()?;
        let adds = self.adds && !self.item.is_template();
        let none = receipts.is_empty();
        let add = format!("/receipts/new?item={}", self.item.id);
        Ok(html! {
            @if !none || adds {
                section.section.only-full[none] {
                    div.section-head {
                        h2 { (self.look.text("ui-receipts")) }
                        @if adds { a href=(add) { (self.look.text("thing-receipt-add")) } }
                    }
                    @if !none { (List(receipts)) }
                }
            }
        })
    }

    fn documents(&self, around: &Around<'_>) -> Result<Markup> {
        let documents = around.documents()?;
        let adds = self.changes && !self.item.is_template();
        let none = documents.0.is_empty();
        let empty = none && !adds;
        Ok(html! {
            @if !empty {
                section.section.only-full[none] {
                    h2 { (self.look.text("thing-documents")) }
                    div #documents { (documents) }
                    @if adds { div.only-full { (Upload::documents(self.look, self.act("documents")).refresh("#documents")) } }
                }
            }
        })
    }

    fn past(&self) -> Result<Markup> {
        if self.viewer.editor().is_err() {
            return Ok(PreEscaped(String::new()));
        }
        let past = Past::of(self.rows, self.viewer, self.look, self.item)?;
        Ok(html! {
            section.section {
                div.section-head {
                    h2 { (self.look.text("thing-history")) }
                    @if past.len() > EVENTS { a href=(self.act("history")) { (self.look.text("thing-history-whole")) } }
                }
                (Timeline(past.events(EVENTS)?).render())
            }
        })
    }
}

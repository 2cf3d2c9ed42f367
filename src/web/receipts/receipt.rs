//! The page of one receipt: its pages, what was bought, and how long it is kept.

use std::sync::Arc;

use axum::response::IntoResponse;
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, keeping, list, reading::Panel};
use crate::{
    access::{Editor, Viewer},
    actions::{attachments, receipts},
    app::{App, reader::Read},
    domain::{
        attachment::Bearer,
        item::Item,
        person::Person,
        receipt::{Line, Receipt, ReceiptId},
    },
    error::Result,
    http::{Done, Form, Htmx, Path, Problem, Snapshot},
    store::{Expect, Reader, Revision, Row, Rows},
    ui::{
        banner::Banner,
        breadcrumb::Breadcrumb,
        button::Button,
        facts::Facts,
        form::Upload,
        icon::Icon,
        layout::Page,
        list::{List, Row as ListRow},
        look::{Look, Section},
        markdown::markdown,
        menu::Menu,
        photo::{Gallery, Photo},
    },
    web::page::{self, labels, wording::known},
};

/// `GET /receipts/{id}`.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    editor: Editor,
    look: Look,
    Htmx(htmx): Htmx,
    Snapshot(rows): Snapshot,
    Path(id): Path<ReceiptId>,
) -> Result<Markup, Problem> {
    let look = look.at(Section::Receipts);
    let receipt = editor.viewer().receipt(&rows, id)?;
    let changes = receipt.binned.is_none() && editor.may_change_receipt(&receipt);
    let shown = Shown {
        changes,
        read: changes.then(|| app.read_of(&rows, id)).transpose()?,
        rows: &rows,
        editor: &editor,
        look: &look,
        receipt: &receipt,
        today: app.store.clock().today(),
    };
    Ok(shown.page()?.answer(htmx))
}

/// A receipt on its way to a page.
struct Shown<'a> {
    rows: &'a Reader,
    editor: &'a Editor,
    look: &'a Look,
    receipt: &'a Row<Receipt>,
    /// Whether the reader may change it now.
    changes: bool,
    /// What was read of it, for those who may say yes to that.
    read: Option<Read>,
    today: jiff::civil::Date,
}

impl<'a> Shown<'a> {
    const fn viewer(&self) -> &Viewer {
        self.editor.viewer()
    }

    fn page(&self) -> Result<Page<'a>> {
        let look = self.look;
        let name = list::name(look, self.receipt);
        let details = &self.receipt.details;
        let panel = self.read.as_ref().map(|read| Panel {
            look,
            receipt: self.receipt,
            read,
        });
        // What is not said yet comes first; what is known already is there for who asks.
        let (first, last) = match panel {
            Some(panel) if panel.is_wanted() => (Some(panel), None),
            panel => (None, panel),
        };
        let body = html! {
            div.split.receipt {
                div #receipt.receipt-told {
                    div.stack.receipt-pages { (self.pages(&name)?) }
                    div.stack {
                        @if let Some(panel) = first { (panel) }
                        (self.facts()?)
                        (self.lines()?)
                        (self.keeping()?)
                        @if !details.note.is_empty() {
                            section.section { h2 { (look.text("receipts-note")) } div.prose { (markdown(&details.note)) } }
                        }
                        @if let Some(panel) = last { (panel) }
                    }
                }
                @if self.changes {
                    div.receipt-more {
                        (Upload::pages(look, format!("{HERE}/{}/documents", self.receipt.id)).refresh("#receipt"))
                    }
                }
            }
        };
        let way =
            Breadcrumb::new(look.text("receipts-title")).step(look.text("receipts-title"), HERE);
        let mut page = Page::new(look, name, body).breadcrumb(way);
        if let Some(on) = details.on {
            page = page.lead(look.lang.date(on));
        }
        Ok(match self.binned() {
            Some(banner) => page.banner(banner),
            None if self.changes => page.actions(self.actions()),
            None => page,
        })
    }

    /// Pages that can be looked at as pictures, and the others by name; every file can be fetched.
    fn pages(&self, name: &str) -> Result<Markup> {
        let look = self.look;
        let pages = attachments::list(self.rows, Bearer::Receipt(self.receipt.id))?;
        let photos: Vec<Photo> = pages
            .iter()
            .filter(|page| page::has_picture(page))
            .map(page::photo)
            .collect();
        let files = pages
            .iter()
            .map(|page| page::paper(look, page, None, self.changes))
            .collect();
        Ok(html! {
            (Gallery { look, name, photos: &photos, icon: Icon::Receipt })
            @if !pages.is_empty() { (List(files)) }
        })
    }

    fn facts(&self) -> Result<Facts> {
        let look = self.look;
        let details = &self.receipt.details;
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut names = Vec::new();
        for person in &details.only {
            names.extend(self.rows.find::<Person>(*person)?.map(|row| row.body.name));
        }
        Ok(Facts::new()
            .known(look.text("receipts-shop"), text(&details.shop))
            .known(
                look.text("receipts-on"),
                details.on.map(|on| look.lang.date(on)),
            )
            .known(
                look.text("receipts-received"),
                details.received.map(|day| look.lang.day(day)),
            )
            .known(
                look.text("receipts-total"),
                details.total.map(|total| look.lang.money(total)),
            )
            .known(
                look.text("receipts-vat"),
                details.vat.map(|vat| look.lang.money(vat)),
            )
            .known(
                look.text("receipts-payment"),
                details
                    .payment
                    .map(|payment| look.text(labels::payment(payment))),
            )
            .known(look.text("receipts-number"), text(&details.number))
            .known(
                look.text("receipts-country"),
                details
                    .country
                    .map(|country| look.text(labels::country(country))),
            )
            .known(look.text("receipts-only"), text(&names.join(", "))))
    }

    fn lines(&self) -> Result<Markup> {
        let look = self.look;
        let lines = &self.receipt.details.lines;
        let rows: Vec<_> = lines
            .iter()
            .map(|line| self.line(line))
            .collect::<Result<_>>()?;
        Ok(html! {
            @if !rows.is_empty() {
                section.section { h2 { (look.text("receipts-lines")) } (List(rows)) }
            }
        })
    }

    fn line(&self, line: &Line) -> Result<ListRow> {
        let look = self.look;
        let item: Option<Row<Item>> = match line.item {
            Some(item) => known(self.viewer().item(self.rows, item))?,
            None => None,
        };
        let row = match &item {
            Some(item) => {
                let cover = page::cover(self.rows, Bearer::Item(item.id))?;
                let name = page::name(look, item);
                let row = ListRow::photo(cover, Icon::Box, name.as_str())
                    .href(format!("/items/{}", item.id));
                if line.text.is_empty() || line.text == name {
                    row
                } else {
                    row.text(line.text.as_str())
                }
            }
            None => ListRow::icon(Icon::Tag, line.text.as_str()),
        };
        Ok(match line.price {
            Some(price) => row.end(html! { span.number { (look.lang.money(price)) } }),
            None => row,
        })
    }

    fn keeping(&self) -> Result<Markup> {
        let look = self.look;
        let details = &self.receipt.details;
        let kept = receipts::keep(self.rows, self.receipt)?;
        let untold = if details.purposes.is_empty() {
            Some("receipts-keep-unsaid")
        } else if details.on.is_none() {
            Some("receipts-keep-undated")
        } else if kept.is_empty() {
            Some("receipts-keep-unknown")
        } else {
            None
        };
        Ok(html! {
            section.section {
                h2 { (look.text("receipts-keeping")) }
                @match untold {
                    Some(text) => p.quiet { (look.text(text)) },
                    None => {
                        (keeping::rules(look, &kept, self.today))
                        p.quiet { (look.text_with("receipts-rules", "edition", &look.lang.day(kept[0].rule.edition))) }
                    }
                }
            }
        })
    }

    fn actions(&self) -> Markup {
        let look = self.look;
        let id = self.receipt.id;
        let edit = Button::link(look.text("receipts-change"), format!("{HERE}/{id}/edit"))
            .icon(Icon::Edit);
        let remove = Button::post(look.text("receipts-remove"), format!("{HERE}/{id}/remove"))
            .with("revision", self.receipt.revision.get().to_string())
            .icon(Icon::Trash);
        html! { (edit.primary()) (Menu::new(look.text("ui-more")).last(remove)) }
    }

    fn binned(&self) -> Option<Banner> {
        let since = self.receipt.binned?.at;
        let restore = Button::post(
            self.look.text("receipts-restore"),
            format!("{HERE}/{}/restore", self.receipt.id),
        );
        let restores = self.editor.may_change_receipt(self.receipt);
        Some(page::binned(
            self.look,
            "receipts-binned",
            since,
            restores.then_some(restore),
        ))
    }
}

/// What the button that removes a receipt carries.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Removal {
    revision: u64,
    back: String,
}

/// `POST /receipts/{id}/remove`.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ReceiptId>,
    Form(removal): Form<Removal>,
) -> Result<Response, Problem> {
    let seen = match removal.revision {
        0 => Expect::Any,
        revision => Expect::Revision(Revision::new(revision)),
    };
    let saved = app
        .change(move |store| receipts::remove(store, &editor, id, seen))
        .await?;
    let to = if removal.back == "past" {
        "/receipts/past"
    } else {
        HERE
    };
    Ok(Done::new(&app, "receipt-remove", to)
        .undo(saved.undo())
        .into_response())
}

/// `POST /receipts/{id}/restore`.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(id): Path<ReceiptId>,
) -> Result<Response, Problem> {
    let saved = app
        .change(move |store| receipts::restore(store, &editor, id))
        .await?;
    let done = Done::new(&app, "receipt-restore", format!("{HERE}/{id}")).undo(saved.undo());
    Ok(done.into_response())
}

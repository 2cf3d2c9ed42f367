//! What is around a thing: where it lies, what lies in it, what it belongs with, its papers.

use maud::{Markup, html};

use crate::{
    access::{Viewer, audience::containers},
    actions::{attachments, items, receipts},
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        item::{Item, ItemId, Location},
        receipt::Receipt,
    },
    error::Result,
    store::{Reader, Relation, Row, Rows},
    ui::{
        breadcrumb::Breadcrumb,
        button::Button,
        card,
        icon::Icon,
        list::{self, List},
        look::Look,
    },
    web::page::{
        self, Cards, labels,
        wording::{Wording, known},
    },
};

/// The archive around one thing, as one reader sees it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The archive.
    pub(super) rows: &'a Reader,
    /// As whom they look.
    pub(super) viewer: &'a Viewer,
    /// How it looks to them.
    pub(super) look: &'a Look,
    /// The thing in the middle.
    pub(super) item: &'a Row<Item>,
}

impl Around<'_> {
    /// The places from the home down, then the things that it lies in.
    pub(super) fn way(&self) -> Result<Option<Breadcrumb>> {
        let around = containers(self.rows, self.item)?;
        let outermost = match around.last() {
            Some(id) => self.rows.find::<Item>(*id)?.map(|row| row.details.location),
            None => Some(self.item.details.location),
        };
        let mut steps = Vec::new();
        if let Some(Location::Place(place)) = outermost {
            let words = Wording::new(self.rows, self.viewer, self.look.lang);
            for place in words.path(place)? {
                steps.push((place.details.name.clone(), format!("/places/{}", place.id)));
            }
        }
        for id in around.iter().rev() {
            if let Some(row) = self.seen(*id)? {
                steps.push((page::name(self.look, &row), format!("/items/{id}")));
            }
        }
        let way = Breadcrumb::new(self.look.text("thing-location"));
        Ok((!steps.is_empty()).then(|| {
            steps
                .into_iter()
                .fold(way, |way, (label, href)| way.step(label, href))
        }))
    }

    /// The cards of the things that lie in it; where that is goes without saying.
    pub(super) fn contents(&self) -> Result<Vec<card::Card>> {
        let mut cards = Cards::new(self.rows, self.look, self.viewer);
        let mut contents = Vec::new();
        for id in items::within(self.rows, self.item.id)? {
            if let Some(row) = self.seen(id)?.filter(is_here) {
                contents.push(cards.card(&row)?.place(None));
            }
        }
        Ok(contents)
    }

    /// The things that it names, and those that name it, each with what they are to it.
    pub(super) fn links(&self) -> Result<Vec<list::Row>> {
        let mut related = Vec::new();
        for link in &self.item.details.links {
            if let Some(row) = self.seen(link.to)? {
                related.push((row, labels::link(link.kind)));
            }
        }
        for id in self
            .rows
            .referring_to::<Item, _>(Relation::LinkedTo, self.item.id)?
        {
            let Some(row) = self.seen(id)?.filter(|row| row.binned.is_none()) else {
                continue;
            };
            let kinds: Vec<_> = row
                .details
                .links
                .iter()
                .filter(|link| link.to == self.item.id)
                .map(|link| labels::linked(link.kind))
                .collect();
            for kind in kinds {
                let told = |(other, said): &(Row<Item>, &str)| other.id == row.id && *said == kind;
                if !related.iter().any(told) {
                    related.push((row.clone(), kind));
                }
            }
        }
        let mut cards = Cards::new(self.rows, self.look, self.viewer);
        related
            .into_iter()
            .map(|(row, kind)| self.row(&mut cards, &row, kind))
            .collect()
    }

    fn row(
        &self,
        cards: &mut Cards<'_, Reader>,
        item: &Row<Item>,
        kind: &str,
    ) -> Result<list::Row> {
        let icon = cards.icon(item)?;
        let photo = page::cover(self.rows, Bearer::Item(item.id))?;
        Ok(list::Row::photo(photo, icon, page::name(self.look, item))
            .href(format!("/items/{}", item.id))
            .text(self.look.text(kind)))
    }

    /// Its papers: what they are, how large, and to download.
    pub(super) fn documents(&self) -> Result<Markup> {
        let all = attachments::list(self.rows, Bearer::Item(self.item.id))?;
        let rows: Vec<_> = all
            .iter()
            .filter(|attachment| attachment.kind == AttachmentKind::Document)
            .map(|document| self.document(document))
            .collect();
        Ok(html! { @if !rows.is_empty() { (List(rows)) } })
    }

    fn document(&self, document: &Row<Attachment>) -> list::Row {
        let title = if document.caption.is_empty() {
            &document.file_name
        } else {
            &document.caption
        };
        let picture = page::picture(document);
        let download = Button::link(
            self.look.text("thing-download"),
            format!("/files/{}/download", document.id),
        );
        list::Row::photo(picture, Icon::Document, title.as_str())
            .href(format!("/files/{}", document.id))
            .text(self.look.lang.bytes(document.size))
            .end(download.icon(Icon::Download).alone().bare())
    }

    /// The receipts that prove it: shop, day and what was paid.
    pub(super) fn receipts(&self) -> Result<Vec<list::Row>> {
        let look = self.look;
        let receipts = receipts::of_item(self.rows, self.viewer, self.item.id)?;
        let row = |receipt: &Row<Receipt>| {
            let details = &receipt.details;
            let told = [
                details.on.map(|on| look.lang.date(on)),
                details.total.map(|total| look.lang.money(total)),
            ];
            let picture = page::first_page(self.rows, receipt.id)?;
            let name = page::receipt_name(look, receipt);
            Ok(list::Row::photo(picture, Icon::Receipt, name)
                .href(format!("/receipts/{}", receipt.id))
                .text(told.into_iter().flatten().collect::<Vec<_>>().join(" · ")))
        };
        receipts.iter().map(row).collect()
    }

    fn seen(&self, id: ItemId) -> Result<Option<Row<Item>>> {
        known(self.viewer.item(self.rows, id))
    }
}

fn is_here(item: &Row<Item>) -> bool {
    item.binned.is_none() && !item.is_template() && item.archived.is_none()
}

//! The papers that prove things, as a report appends them: receipts, and what was given with the thing.

use crate::{
    access::Viewer,
    actions::{attachments, receipts},
    domain::{
        attachment::{Attachment, Bearer},
        item::ItemId,
        lang::Lang,
        report::{Exhibit, Paper},
    },
    error::Result,
    store::Rows,
};

/// A photo or a paper as a report shows it.
pub(super) fn exhibit(file: &Attachment) -> Exhibit {
    Exhibit {
        blob: file.blob,
        size: file.size,
        media_type: file.media_type.clone(),
        caption: file.caption.clone(),
        rotation: file.rotation,
        pixels: file.pixels,
    }
}

/// Finds the papers of things.
pub(super) struct Papers<'a, R> {
    rows: &'a R,
    viewer: &'a Viewer,
    lang: Lang,
}

impl<'a, R: Rows> Papers<'a, R> {
    /// As far as this person sees them.
    pub(super) const fn new(rows: &'a R, viewer: &'a Viewer, lang: Lang) -> Self {
        Self { rows, viewer, lang }
    }

    /// Adds the pages of every receipt that proves a thing; a page that proves several is appended once.
    pub(super) fn add(&self, item: ItemId, papers: &mut Vec<Paper>) -> Result<()> {
        for receipt in receipts::of_item(self.rows, self.viewer, item)? {
            let day = receipt.details.on.map(|on| self.lang.date(on));
            let said = [Some(receipt.details.shop.clone()), day];
            let said = said.into_iter().flatten().filter(|text| !text.is_empty());
            let caption = said.collect::<Vec<_>>().join(", ");
            for page in attachments::list(self.rows, Bearer::Receipt(receipt.id))? {
                let known = papers
                    .iter_mut()
                    .find(|paper| paper.exhibit.blob == page.blob);
                if let Some(known) = known {
                    if !known.items.contains(&item) {
                        known.items.push(item);
                    }
                    continue;
                }
                papers.push(Paper {
                    exhibit: Exhibit {
                        caption: caption.clone(),
                        ..exhibit(&page)
                    },
                    items: vec![item],
                });
            }
        }
        Ok(())
    }
}

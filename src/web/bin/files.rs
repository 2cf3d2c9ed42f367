//! Photos and documents in the bin: what each belongs to, by which it is recognised.

use super::shelf::{Seen, Shelf};
use crate::{
    actions::bin::Binned,
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        item::Item,
        job::Job,
        memory::Memory,
        place::Place,
    },
    error::Result,
    store::{Row, Rows},
    ui::icon::Icon,
    web::page::{incidents, photo, promises, receipt_name},
};

impl Shelf<'_> {
    pub(super) fn attachment(&self, row: &Row<Attachment>) -> Result<Seen> {
        let look = self.look;
        let (bearer, href) = match row.of {
            Bearer::Item(item) => (
                self.rows.get::<Item>(item)?.body.details.name,
                format!("/items/{item}"),
            ),
            Bearer::Place(place) => (
                self.rows.get::<Place>(place)?.body.details.name,
                format!("/places/{place}"),
            ),
            Bearer::Receipt(receipt) => (
                receipt_name(self.look, &self.rows.get(receipt)?.body),
                format!("/receipts/{receipt}"),
            ),
            Bearer::Claim(claim) => (
                promises::claim(&self.rows.get(claim)?.body),
                format!("/claims/{claim}"),
            ),
            Bearer::Job(job) => (
                self.rows.get::<Job>(job)?.body.details.what,
                format!("/jobs/{job}"),
            ),
            Bearer::Memory(memory) => (
                self.rows.get::<Memory>(memory)?.body.details.title,
                format!("/memories/{memory}"),
            ),
            Bearer::Incident(incident) => (
                incidents::name(look, &self.rows.get(incident)?.body),
                format!("/incidents/{incident}"),
            ),
        };
        let bearer = if bearer.is_empty() {
            look.text("page-nameless")
        } else {
            bearer
        };
        let is_photo = row.kind == AttachmentKind::Photo;
        let name = if is_photo {
            look.text_with("bin-photo-of", "name", &bearer)
        } else {
            let arguments = [
                ("file", row.file_name.clone().into()),
                ("name", bearer.into()),
            ];
            look.lang.text_with("bin-document-of", &arguments)
        };
        Ok(Seen {
            binned: Binned::Attachment(row.id),
            name,
            photo: is_photo.then(|| photo(row)),
            icon: Icon::Document,
            href: Some(href),
            since: row.binned,
        })
    }
}

//! What every feature's pages share: things, places and photos as the parts of a page show them.

pub mod belonging;
pub mod choices;
pub mod contacts;
pub mod deductions;
pub mod incidents;
pub mod labels;
pub mod meant;
pub mod memories;
pub mod promises;
pub mod refusals;
pub mod reports;
pub mod rounds;
pub mod typed;
pub mod upkeep;
pub mod walk;
pub mod wording;

use std::collections::HashMap;

use jiff::{Timestamp, tz::TimeZone};
use maud::html;

pub use crate::ui::icon::category_icon;
use crate::{
    access::{Editor, OfThing, Viewer, audience::containers},
    actions::{attachments, bin},
    domain::{
        attachment::{Attachment, Bearer},
        category::{Category, CategoryId},
        item::{Item, ItemId, Location},
        place::{Place, PlaceId, PlaceKind},
        receipt::{Receipt, ReceiptId},
    },
    error::{Error, Result},
    store::{Row, Rows},
    ui::{
        banner::Banner, button::Button, card::Card, icon::Icon, list::Row as ListRow, look::Look,
        photo::Photo,
    },
};

/// How whoever looks after the server brings in the networks that read pictures.
pub const MODELS: &str = "packaging/models.sh models\nsmartinventory serve --models models";

/// The largest side of the two sizes that a photo is shown in, in px.
const LARGE: u32 = 1600;

/// A photo or document as a picture, if it has one.
pub fn photo(attachment: &Row<Attachment>) -> Photo {
    let id = attachment.id;
    let revision = attachment.revision.get();
    let (width, height) = fitted(attachment.shown_pixels().unwrap_or((4, 3)));
    Photo {
        id: id.to_string(),
        small: format!("/photos/{id}/small?r={revision}"),
        large: format!("/photos/{id}/large?r={revision}"),
        original: format!("/files/{id}"),
        width,
        height,
        caption: (!attachment.caption.is_empty()).then(|| attachment.caption.clone()),
    }
}

/// So many photos and documents, in words.
pub fn files(look: &Look, photos: usize, documents: usize) -> String {
    match (photos, documents) {
        (count, 0) => look.count("history-photos", count),
        (0, count) => look.count("history-documents", count),
        (photos, documents) => look.count("history-files", photos + documents),
    }
}

/// The size of the large picture of an original: it fits, and is never enlarged.
fn fitted((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height).max(1);
    if longest <= LARGE {
        return (width, height);
    }
    let fit = |side: u32| {
        u32::try_from(u64::from(side) * u64::from(LARGE) / u64::from(longest))
            .unwrap_or(LARGE)
            .max(1)
    };
    (fit(width), fit(height))
}

/// The cover photo of a thing or a place.
pub fn cover(rows: &impl Rows, of: Bearer) -> Result<Option<Photo>> {
    Ok(attachments::cover_of(rows, of)?.as_ref().map(photo))
}

/// That something lies in the bin, and until when, with the way back for who may take it.
pub fn binned(look: &Look, title: &str, since: Timestamp, restore: Option<Button>) -> Banner {
    let until = (since + bin::KEPT).to_zoned(TimeZone::system()).date();
    let until = look.lang.day(until);
    Banner::warning(look.text(title)).body(html! {
        p { (look.text_with("thing-binned-until", "day", &until)) }
        @if let Some(restore) = restore { (restore.icon(Icon::Undo).small()) }
    })
}

/// A photo or document as a picture, where it can be shown as one.
pub fn picture(attachment: &Row<Attachment>) -> Option<Photo> {
    has_picture(attachment).then(|| photo(attachment))
}

/// A paper of something in a list, behind `picture` where it is to be seen there; it can be fetched, and removed by who may
/// change what it belongs to.
pub fn paper(
    look: &Look,
    paper: &Row<Attachment>,
    picture: Option<Photo>,
    changes: bool,
) -> ListRow {
    let download = Button::link(
        look.text("thing-download"),
        format!("/files/{}/download", paper.id),
    )
    .icon(Icon::Download)
    .alone()
    .bare();
    let remove = Button::post(
        look.text_with("receipts-page-remove", "name", &paper.file_name),
        format!("/photos/{}/remove", paper.id),
    )
    .icon(Icon::Trash)
    .alone()
    .bare();
    ListRow::photo(picture, Icon::Document, paper.file_name.as_str())
        .href(format!("/files/{}", paper.id))
        .text(look.lang.bytes(paper.size))
        .end(html! { div.row { (download) @if changes { (remove) } } })
}

/// Whether a photo or document can be shown as a picture.
pub fn has_picture(attachment: &Attachment) -> bool {
    attachment.media_type == "application/pdf" || attachment.pixels.is_some()
}

/// The first page of a receipt, as a picture.
pub fn first_page(rows: &impl Rows, receipt: ReceiptId) -> Result<Option<Photo>> {
    let pages = attachments::list(rows, Bearer::Receipt(receipt))?;
    Ok(pages.iter().find(|page| has_picture(page)).map(photo))
}

/// What a receipt is called: the shop, as long as somebody has said which.
pub fn receipt_name(look: &Look, receipt: &Receipt) -> String {
    if receipt.details.shop.is_empty() {
        look.text("page-receipt-nameless")
    } else {
        receipt.details.shop.clone()
    }
}

/// The drawing for a kind of place.
pub const fn place_icon(kind: PlaceKind) -> Icon {
    match kind {
        PlaceKind::House => Icon::House,
        PlaceKind::Cottage => Icon::Cottage,
        PlaceKind::Boat => Icon::Boat,
        PlaceKind::Storage => Icon::Storage,
        PlaceKind::Room => Icon::Room,
        PlaceKind::Cupboard => Icon::Cupboard,
        PlaceKind::Box => Icon::Box,
        PlaceKind::Other => Icon::Place,
    }
}

/// Tells that somebody saved first, and what it says now, above the form that still holds the reader's own words.
pub fn overtaken(look: &Look, now: &str) -> Banner {
    Banner::warning(look.text_with("page-overtaken", "now", now))
}

/// The thing that something new of a noun is for: one that the editor may add it to, that is in use, and that somebody has.
///
/// # Errors
/// [`Error::NotFound`] when it is not for their eyes, in the bin, or a template; [`Error::Denied`] when they only may look.
pub fn receiving<T: OfThing>(rows: &impl Rows, editor: &Editor, id: ItemId) -> Result<Row<Item>> {
    let item = editor.item_for::<T>(rows, id)?;
    if item.binned.is_some() || item.is_template() {
        return Err(Error::NotFound);
    }
    Ok(item)
}

/// What a thing is called; in words where it waits for its name.
pub fn name(look: &Look, item: &Item) -> String {
    if item.is_nameless() {
        look.text("page-nameless")
    } else {
        item.details.name.clone()
    }
}

/// What cards of many things share: looked up once.
pub struct Cards<'a, R> {
    rows: &'a R,
    look: &'a Look,
    viewer: &'a Viewer,
    icons: HashMap<CategoryId, Icon>,
    places: HashMap<PlaceId, Option<String>>,
}

impl<'a, R: Rows> Cards<'a, R> {
    /// Cards for this reader, from this snapshot.
    pub fn new(rows: &'a R, look: &'a Look, viewer: &'a Viewer) -> Self {
        Self {
            rows,
            look,
            viewer,
            icons: HashMap::new(),
            places: HashMap::new(),
        }
    }

    /// The card of a thing.
    pub fn card(&mut self, item: &Row<Item>) -> Result<Card> {
        let look = self.look;
        let details = &item.details;
        let icon = self.icon(item)?;
        let card = Card::new(name(look, item), format!("/items/{}", item.id), icon)
            .cover(cover(self.rows, Bearer::Item(item.id))?)
            .place(self.place(item)?)
            .value(details.value.map(|value| look.lang.money(value)));
        Ok(if details.private {
            card.badge(Icon::Lock, look.text("page-private"))
        } else {
            card
        })
    }

    /// The drawing that stands in for a thing's photo: its category's, or a box.
    pub fn icon(&mut self, item: &Item) -> Result<Icon> {
        let Some(category) = item.details.category else {
            return Ok(Icon::Box);
        };
        if let Some(icon) = self.icons.get(&category) {
            return Ok(*icon);
        }
        let row = self.rows.find::<Category>(category)?;
        let icon = row.map_or(Icon::Box, |row| category_icon(&row.icon));
        Ok(*self.icons.entry(category).or_insert(icon))
    }

    /// The name of the place that a thing is in, through the things it lies in, if the reader sees that place.
    pub fn place(&mut self, item: &Item) -> Result<Option<String>> {
        let mut location = item.details.location;
        if let Some(outermost) = containers(self.rows, item)?.last() {
            location = self
                .rows
                .find::<Item>(*outermost)?
                .map_or(Location::Unknown, |row| row.body.details.location);
        }
        let Location::Place(place) = location else {
            return Ok(None);
        };
        if let Some(known) = self.places.get(&place) {
            return Ok(known.clone());
        }
        let name = if self.viewer.sees_place(self.rows, place)? {
            let row = self.rows.find::<Place>(place)?;
            row.map(|row| row.body.details.name)
        } else {
            None
        };
        Ok(self.places.entry(place).or_insert(name).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_keeps_its_shape() {
        assert_eq!(fitted((4032, 3024)), (1600, 1200));
        assert_eq!(fitted((3024, 4032)), (1200, 1600));
        assert_eq!(fitted((300, 200)), (300, 200));
        assert_eq!(fitted((100_000, 1)), (1600, 1));
    }
}

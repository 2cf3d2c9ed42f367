//! What was read of a receipt, on the wire: proposed, and never more.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Money, Receipt};
use crate::{
    app::{
        self,
        reader::{Progress, Read},
    },
    domain::{
        attachment::AttachmentId,
        reading::{self, Found, page::Rect},
        receipt::Payment,
    },
    store::Row,
};

/// A receipt, with what was read of its pages.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ReceiptRead {
    /// The receipt.
    #[serde(flatten)]
    pub receipt: Receipt,
    /// How far the reading of its pages has come: `waiting`, `running`, `done`, or `failed` when nothing on them can be read.
    #[schema(examples("done"))]
    pub reading: &'static str,
    /// What the pages seem to say. Nothing of it is the receipt's until somebody says so.
    pub proposed: Proposal,
}

/// What a receipt or an invoice seems to say.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Proposal {
    /// Who sold it.
    pub shop: Option<String>,
    /// When it was bought; never after today.
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Date>,
    /// What was paid in all.
    pub total: Option<Money>,
    /// The tax in it.
    pub vat: Option<Money>,
    /// The number of the receipt or the invoice.
    pub number: Option<String>,
    /// How it was paid.
    pub payment: Option<Payment>,
    /// What was bought.
    pub lines: Vec<ProposedLine>,
    /// Where each of these stands.
    pub places: Vec<Place>,
}

/// A line of a receipt, as it was read.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct ProposedLine {
    /// What was bought.
    pub text: String,
    /// How many, where the line says so.
    pub quantity: Option<u32>,
    /// What one costs.
    pub unit_price: Option<Money>,
    /// What all of them cost.
    pub price: Option<Money>,
    /// The serial numbers that stand beneath it.
    pub serials: Vec<String>,
}

/// Where something stands on a page.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlaceOnPage)]
pub(in crate::api) struct Place {
    /// What: `shop`, `date`, `total`, or one of a list by its place in it, `lines[0]`, `serials[1]`.
    pub field: String,
    /// The document or the photo that it is in.
    pub document: Uuid,
    /// The page of that document, from 0.
    pub page: usize,
    /// Its left side, as a part of the page's width.
    pub left: f32,
    /// Its upper side, as a part of the page's height.
    pub top: f32,
    /// Its right side.
    pub right: f32,
    /// Its lower side.
    pub bottom: f32,
    /// How sure it is, from 0 to 1; below a half somebody should look twice.
    pub confidence: f32,
}

/// A photo of a thing, with what was read of it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct PlateRead {
    /// How far the reading has come: `unasked`, `waiting`, `running`, `done`, or `failed` when nothing on it can be read.
    #[schema(examples("done"))]
    pub reading: &'static str,
    /// What the photo seems to say of the thing.
    pub proposed: Plate,
}

/// What a rating plate or a box seems to say. Identifiers have passed their check digits.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Plate {
    /// Who made it.
    pub maker: Option<String>,
    /// Which of the maker's models.
    pub model: Option<String>,
    /// Its serial numbers.
    pub serials: Vec<String>,
    /// A phone's numbers.
    pub imeis: Vec<String>,
    /// The number of its kind in shops: EAN or another GTIN.
    pub gtin: Option<String>,
    /// Where each of these stands.
    pub places: Vec<Place>,
}

impl PlateRead {
    /// What was read of this photo.
    pub(in crate::api) fn new(photo: AttachmentId, read: &app::plates::PlateRead) -> Self {
        Self {
            reading: read.progress.map_or("unasked", Progress::key),
            proposed: Plate::new(photo, &read.plate),
        }
    }
}

impl Plate {
    fn new(photo: AttachmentId, told: &reading::plate::Plate) -> Self {
        let values =
            |found: &[Found<String>]| found.iter().map(|found| found.value.clone()).collect();
        let value = |found: &Option<Found<String>>| found.as_ref().map(|found| found.value.clone());
        let one = |field: &str, found: &Option<Found<String>>| {
            let found = found.as_ref()?;
            Some((field.to_owned(), At::of(found)))
        };
        let each = |field: &'static str, found: &[Found<String>]| -> Vec<_> {
            let named = found.iter().enumerate();
            named
                .map(|(at, found)| (format!("{field}[{at}]"), At::of(found)))
                .collect()
        };
        let single = [
            one("maker", &told.maker),
            one("model", &told.model),
            one("gtin", &told.gtin),
        ];
        let found = single
            .into_iter()
            .flatten()
            .chain(each("serials", &told.serials))
            .chain(each("imeis", &told.imeis));
        Self {
            maker: value(&told.maker),
            model: value(&told.model),
            serials: values(&told.serials),
            imeis: values(&told.imeis),
            gtin: value(&told.gtin),
            places: found
                .map(|(field, at)| at.on(&field, photo.uuid(), 0))
                .collect(),
        }
    }
}

impl ReceiptRead {
    /// A receipt with what was read of it.
    pub(in crate::api) fn new(row: &Row<crate::domain::receipt::Receipt>, read: &Read) -> Self {
        Self {
            receipt: row.into(),
            reading: read.progress.key(),
            proposed: Proposal::new(read),
        }
    }
}

impl Proposal {
    fn new(read: &Read) -> Self {
        let told = &read.proposal;
        let (shop, date, total) = (told.shop.first(), told.date.first(), told.total.first());
        let (vat, number, payment) = (&told.vat, &told.number, &told.payment);
        let mut places = Vec::new();
        let mut stands = |field: &str, at: Option<At>| {
            places.extend(at.and_then(|at| at.place(field, read)));
        };
        stands("shop", shop.map(At::of));
        stands("date", date.map(At::of));
        stands("total", total.map(At::of));
        stands("vat", vat.as_ref().map(At::of));
        stands("number", number.as_ref().map(At::of));
        stands("payment", payment.as_ref().map(At::of));
        for (at, line) in told.lines.iter().enumerate() {
            stands(&format!("lines[{at}]"), Some(At::of(&line.name)));
        }
        Self {
            shop: shop.map(|found| found.value.clone()),
            date: date.map(|found| found.value),
            total: total.map(|found| found.value.into()),
            vat: vat.as_ref().map(|found| found.value.into()),
            number: number.as_ref().map(|found| found.value.clone()),
            payment: payment.as_ref().map(|found| found.value),
            lines: told.lines.iter().map(Into::into).collect(),
            places,
        }
    }
}

impl From<&reading::ProposedLine> for ProposedLine {
    fn from(line: &reading::ProposedLine) -> Self {
        Self {
            text: line.name.value.clone(),
            quantity: line.quantity.as_ref().map(|found| found.value),
            unit_price: line.unit_price.as_ref().map(|found| found.value.into()),
            price: line.amount.as_ref().map(|found| found.value.into()),
            serials: line
                .serials
                .iter()
                .map(|found| found.value.clone())
                .collect(),
        }
    }
}

/// Where something was found, whatever it is.
struct At {
    page: usize,
    place: Rect,
    confidence: f32,
}

impl At {
    const fn of<T>(found: &Found<T>) -> Self {
        Self {
            page: found.page,
            place: found.place,
            confidence: found.confidence,
        }
    }

    fn place(self, field: &str, read: &Read) -> Option<Place> {
        let (file, page) = read.find(self.page)?;
        Some(self.on(field, file.id.uuid(), page))
    }

    /// On a page of a document, counted from 0.
    fn on(self, field: &str, document: Uuid, page: usize) -> Place {
        let Rect {
            left,
            top,
            right,
            bottom,
        } = self.place;
        Place {
            field: field.to_owned(),
            document,
            page,
            left,
            top,
            right,
            bottom,
            confidence: self.confidence,
        }
    }
}

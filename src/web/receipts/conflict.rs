//! Two people saved the same receipt: both versions, and whose words hold.

use maud::{Render, html};

use super::{HERE, draft::Draft};
use crate::{
    access::Viewer,
    domain::{
        aspect::Side,
        person::Person,
        receipt::{Aspect, Receipt, ReceiptDetails, ReceiptId},
    },
    error::Result,
    store::{Reader, Revision, Row, Rows},
    ui::{
        banner::Banner,
        form::{Form, Hidden},
        layout::Page,
        look::Look,
        versions::{Difference, Versions},
    },
    web::page::{labels, wording::Wording},
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &Reader,
    viewer: &Viewer,
    look: &'a Look,
    theirs: &Row<Receipt>,
    seen: Revision,
    mine: &ReceiptDetails,
) -> Result<Page<'a>> {
    let base = rows.version::<Receipt>(theirs.id, seen)?;
    let base = base.map_or_else(ReceiptDetails::default, |row| row.body.details);
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let said = Said { rows, viewer, look };
    let differences = mine
        .differences(&theirs.details)
        .map(|aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: look.text(labels::receipt(aspect)),
                theirs: said.aspect(aspect, &theirs.details)?,
                mine: said.aspect(aspect, mine)?,
                keep_mine: aspect.proposed(&base, mine) == Side::Mine,
            })
        })
        .collect::<Result<_>>()?;
    let saved_by = format!("{who}, {}", look.lang.moment(theirs.changed.at));
    let draft = Draft::of(mine, rows, viewer, look.lang)?;
    let fields = html! {
        @for (name, text) in draft.iter() { (Hidden(name, text)) }
        (Versions { look, saved_by, differences })
    };
    let own = address(theirs.id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(theirs.revision.get())
        .cancel(own);
    let warning = look.text_with("page-conflict", "who", &who);
    Ok(
        Page::new(look, look.text("receipts-conflict"), form.render())
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

fn address(id: ReceiptId) -> String {
    format!("{HERE}/{id}")
}

/// Says what a receipt holds, for one reader.
struct Said<'a> {
    rows: &'a Reader,
    viewer: &'a Viewer,
    look: &'a Look,
}

impl Said<'_> {
    fn aspect(&self, aspect: Aspect, details: &ReceiptDetails) -> Result<String> {
        let look = self.look;
        let lang = look.lang;
        let words = Wording::new(self.rows, self.viewer, lang);
        Ok(match aspect {
            Aspect::Shop => details.shop.clone(),
            Aspect::On => details.on.map(|on| lang.date(on)).unwrap_or_default(),
            Aspect::Received => details
                .received
                .map(|day| lang.day(day))
                .unwrap_or_default(),
            Aspect::Total => details
                .total
                .map(|total| lang.money(total))
                .unwrap_or_default(),
            Aspect::Vat => details.vat.map(|vat| lang.money(vat)).unwrap_or_default(),
            Aspect::Payment => {
                let payment = details
                    .payment
                    .map(|payment| look.text(labels::payment(payment)));
                payment.unwrap_or_default()
            }
            Aspect::Number => details.number.clone(),
            Aspect::Note => details.note.clone(),
            Aspect::Purposes => {
                let purposes = details.purposes.iter();
                let names: Vec<_> = purposes
                    .map(|one| look.text(labels::purpose(*one)))
                    .collect();
                names.join(", ")
            }
            Aspect::Country => {
                let country = details
                    .country
                    .map(|country| look.text(labels::country(country)));
                country.unwrap_or_default()
            }
            Aspect::Deal => look.text(labels::deal(details.deal)),
            Aspect::Only => {
                let mut names = Vec::new();
                for person in &details.only {
                    names.push(words.person(*person)?);
                }
                names.join(", ")
            }
            Aspect::Lines => {
                let mut lines = Vec::new();
                for line in &details.lines {
                    let thing = match line.item {
                        Some(item) => words.thing(item)?,
                        None => None,
                    };
                    let said = thing.unwrap_or_else(|| line.text.clone());
                    let price = line.price.map(|price| lang.money(price));
                    lines.push(
                        [Some(said), price]
                            .into_iter()
                            .flatten()
                            .collect::<Vec<_>>()
                            .join(" "),
                    );
                }
                lines.join("; ")
            }
        })
    }
}

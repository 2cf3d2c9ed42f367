//! Two people saved the same warranty: both versions, and whose words hold.

use maud::{Render, html};

use super::{HERE, draft::Draft, said};
use crate::{
    access::Viewer,
    actions::warranties,
    domain::{
        aspect::Side,
        person::Person,
        warranty::{Aspect, Warranty, WarrantyDetails},
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
    web::page::{labels, receipt_name},
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &Reader,
    viewer: &Viewer,
    look: &'a Look,
    present: &Row<Warranty>,
    seen: Revision,
    mine: &WarrantyDetails,
) -> Result<Page<'a>> {
    let theirs = warranties::told(rows, viewer, present)?;
    let base = match rows.version::<Warranty>(present.id, seen)? {
        Some(row) => warranties::told(rows, viewer, &row)?,
        None => WarrantyDetails::default(),
    };
    let who = match present.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let differences = mine
        .differences(&theirs)
        .map(|aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: look.text(labels::warranty(aspect)),
                theirs: tell(rows, viewer, look, aspect, &theirs)?,
                mine: tell(rows, viewer, look, aspect, mine)?,
                keep_mine: aspect.proposed(&base, mine) == Side::Mine,
            })
        })
        .collect::<Result<_>>()?;
    let saved_by = format!("{who}, {}", look.lang.moment(present.changed.at));
    let draft = Draft::of(mine);
    let fields = html! {
        @for (name, text) in draft.iter() { (Hidden(name, text)) }
        (Versions { look, saved_by, differences })
    };
    let own = format!("{HERE}/{}", present.id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(present.revision.get())
        .cancel(own);
    let warning = look.text_with("receipts-conflict-banner", "who", &who);
    Ok(
        Page::new(look, look.text("warranties-conflict"), form.render())
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

fn tell(
    rows: &Reader,
    viewer: &Viewer,
    look: &Look,
    aspect: Aspect,
    details: &WarrantyDetails,
) -> Result<String> {
    Ok(match aspect {
        Aspect::Kind => look.text(labels::warranty_kind(details.kind)),
        Aspect::Provider => details.provider.clone(),
        Aspect::Start => details
            .start
            .map(|day| look.lang.day(day))
            .unwrap_or_default(),
        Aspect::Term => said::term(look, details.term),
        Aspect::Contact => details.contact.clone(),
        Aspect::Terms => details.terms.clone(),
        Aspect::Proof => match details.proof {
            Some(proof) => {
                let receipt = viewer.receipt(rows, proof)?;
                receipt_name(look, &receipt)
            }
            None => String::new(),
        },
    })
}

//! Two people saved the same claim: both versions, and whose words hold.

use maud::{Render, html};

use super::{HERE, claim, draft::Draft};
use crate::{
    access::Viewer,
    domain::{
        aspect::Side,
        claim::{Aspect, Claim, ClaimDetails},
        person::Person,
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
    web::page::labels,
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &Reader,
    viewer: &Viewer,
    look: &'a Look,
    theirs: &Row<Claim>,
    seen: Revision,
    mine: &ClaimDetails,
) -> Result<Page<'a>> {
    let base = rows.version::<Claim>(theirs.id, seen)?;
    let base = base.map_or_else(|| theirs.details.clone(), |row| row.body.details);
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let differences = mine
        .differences(&theirs.details)
        .map(|aspect| {
            Ok(Difference {
                name: aspect.key().to_owned(),
                label: look.text(labels::claim(aspect)),
                theirs: tell(rows, viewer, look, aspect, &theirs.details)?,
                mine: tell(rows, viewer, look, aspect, mine)?,
                keep_mine: aspect.proposed(&base, mine) == Side::Mine,
            })
        })
        .collect::<Result<_>>()?;
    let saved_by = format!("{who}, {}", look.lang.moment(theirs.changed.at));
    let draft = Draft::of(mine);
    let fields = html! {
        @for (name, text) in draft.iter() { (Hidden(name, text)) }
        (Versions { look, saved_by, differences })
    };
    let own = format!("{HERE}/{}", theirs.id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(theirs.revision.get())
        .cancel(own);
    let warning = look.text_with("receipts-conflict-banner", "who", &who);
    Ok(Page::new(look, look.text("claims-conflict"), form.render())
        .banner(Banner::warning(warning))
        .narrow())
}

fn tell(
    rows: &Reader,
    viewer: &Viewer,
    look: &Look,
    aspect: Aspect,
    details: &ClaimDetails,
) -> Result<String> {
    Ok(match aspect {
        Aspect::Problem => details.problem.clone(),
        Aspect::Against => claim::against(rows, viewer, look, details.against)?,
        Aspect::Opened => look.lang.day(details.opened),
        Aspect::Ended => match details.ended {
            Some(ended) => format!(
                "{}, {}",
                look.text(labels::outcome(ended.how)),
                look.lang.day(ended.on)
            ),
            None => look.text("claims-outcome-none"),
        },
        Aspect::Contacts => {
            let contacts = details.contacts.iter().map(|contact| {
                let day = look.lang.day(contact.on);
                let said = [day.as_str(), &contact.with, &contact.said];
                let said = said.into_iter().filter(|text| !text.is_empty());
                said.collect::<Vec<_>>().join(", ")
            });
            contacts.collect::<Vec<_>>().join("; ")
        }
    })
}

//! Two people saved the same incident: both versions, and whose words hold.

use maud::{Render, html};

use super::{HERE, draft};
use crate::{
    domain::{
        aspect::Side,
        incident::{Aspect, Incident, IncidentDetails},
        moment::Moment,
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
    web::page::{contacts, labels},
};

/// The page that shows what is saved now beside what the reader wrote upon the version `seen`.
pub(super) fn page<'a>(
    rows: &Reader,
    look: &'a Look,
    theirs: &Row<Incident>,
    seen: Revision,
    mine: &IncidentDetails,
) -> Result<Page<'a>> {
    let base = rows.version::<Incident>(theirs.id, seen)?;
    let base = base.map_or_else(|| mine.clone(), |row| row.body.details);
    let who = match theirs.changed.by {
        Some(person) => rows.find::<Person>(person)?.map(|row| row.body.name),
        None => None,
    };
    let who = who.unwrap_or_else(|| look.text("thing-somebody"));
    let difference = |aspect: Aspect| Difference {
        name: aspect.key().to_owned(),
        label: look.text(labels::incident(aspect)),
        theirs: said(look, aspect, &theirs.details),
        mine: said(look, aspect, mine),
        keep_mine: aspect.proposed(&base, mine) == Side::Mine,
    };
    let differences = mine.differences(&theirs.details).map(difference).collect();
    let saved_by = format!("{who}, {}", look.lang.moment(theirs.changed.at));
    let typed = draft::typed(mine);
    let fields = html! {
        @for (name, text) in typed.iter() { (Hidden(name, text)) }
        (Versions { look, saved_by, differences })
    };
    let own = format!("{HERE}/{}", theirs.id);
    let form = Form::new(look, format!("{own}/edit"), fields)
        .revision(theirs.revision.get())
        .cancel(own);
    let warning = look.text_with("page-conflict", "who", &who);
    Ok(
        Page::new(look, look.text("incidents-conflict"), form.render())
            .banner(Banner::warning(warning))
            .narrow(),
    )
}

/// What an incident says of one aspect.
fn said(look: &Look, aspect: Aspect, details: &IncidentDetails) -> String {
    let when = |moment: Option<Moment>| {
        let said = moment.map(|moment| look.lang.when(moment));
        said.unwrap_or_default()
    };
    match aspect {
        Aspect::Kind => look.text(labels::incident_kind(details.kind)),
        Aspect::Title => details.title.clone(),
        Aspect::From => when(details.from),
        Aspect::To => when(details.to),
        Aspect::Place => details.place.clone(),
        Aspect::Story => details.story.clone(),
        Aspect::Entry => details.entry.clone(),
        Aspect::PoliceNumber => details.police.number.clone(),
        Aspect::Authority => details.police.authority.clone(),
        Aspect::Insurer => details.insurance.insurer.clone(),
        Aspect::Policy => details.insurance.policy.clone(),
        Aspect::ClaimNumber => details.insurance.claim.clone(),
        Aspect::People => details.people.clone(),
        Aspect::Contacts => contacts::said(look, &details.contacts),
    }
}

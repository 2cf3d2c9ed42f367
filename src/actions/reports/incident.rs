//! What a report says of an incident: the facts at its head, the story, and what became of each thing.

use crate::{
    access::Viewer,
    actions::{answers, attachments, policies},
    domain::{
        attachment::{AttachmentKind, Bearer},
        dates::PartialDate,
        incident::{Incident, IncidentDetails, IncidentId},
        item::Item,
        lang::Lang,
        loss::{Fate, Loss},
        moment::Moment,
        policy::Policy,
        report::{Content, Entry, Fact, FactValue, Label, Passage, Subject},
    },
    error::Result,
    i18n::labels,
    store::{Row, Rows},
};

use super::papers::exhibit;

/// What it did: what is gone, and what is damaged unless the report is only of what is gone.
pub(super) fn losses(
    rows: &impl Rows,
    viewer: &Viewer,
    id: IncidentId,
    only_gone: bool,
) -> Result<Vec<(Row<Loss>, Row<Item>)>> {
    let mut losses = answers::seen_on_walk::<Loss>(rows, viewer, id)?;
    losses.retain(|(loss, _)| match loss.details.fate {
        Fate::Gone => true,
        Fate::Damaged => !only_gone,
        Fate::Fine => false,
    });
    Ok(losses)
}

/// The household's policy that an incident is reported to: the one with its number, or the only one that there is where the
/// incident names none.
pub(super) fn policy(rows: &impl Rows, id: IncidentId) -> Result<Option<Row<Policy>>> {
    let Some(incident) = rows.find::<Incident>(id)? else {
        return Ok(None);
    };
    let named = &incident.details.insurance;
    let mut policies = policies::all(rows)?;
    if named.policy.is_empty() && named.insurer.is_empty() {
        return Ok(policies.pop().filter(|_| policies.is_empty()));
    }
    let is_meant = |row: &Row<Policy>| {
        let details = &row.details;
        if named.policy.is_empty() {
            details.insurer.to_lowercase() == named.insurer.to_lowercase()
        } else {
            details.number == named.policy
        }
    };
    Ok(policies.into_iter().find(is_meant))
}

/// The facts at the head of its reports; what it does not say of the insurance, the policy does.
pub(super) fn head(lang: Lang, details: &IncidentDetails, policy: Option<&Policy>) -> Vec<Fact> {
    let mut head = Vec::new();
    let mut fact = |label, value| head.push(Fact { label, value });
    let kind = lang.text(labels::incident_kind(details.kind));
    fact(Label::Incident, FactValue::Text(kind));
    for (label, moment) in [(Label::From, details.from), (Label::To, details.to)] {
        if let Some(moment) = moment {
            fact(label, time(moment));
        }
    }
    let (reported, insurance) = (&details.police, &details.insurance);
    let agreed = policy.map(|policy| &policy.details);
    let or_agreed = |said: &String, agreed: Option<&String>| {
        let agreed = agreed.cloned().unwrap_or_default();
        Some(said.clone())
            .filter(|said| !said.is_empty())
            .unwrap_or(agreed)
    };
    let insurer = or_agreed(&insurance.insurer, agreed.map(|agreed| &agreed.insurer));
    let number = or_agreed(&insurance.policy, agreed.map(|agreed| &agreed.number));
    for (label, said) in [
        (Label::Place, &details.place),
        (Label::PoliceReport, &reported.number),
        (Label::Authority, &reported.authority),
        (Label::Insurer, &insurer),
        (Label::Policy, &number),
        (Label::Claim, &insurance.claim),
        (Label::Entry, &details.entry),
    ] {
        if !said.is_empty() {
            fact(label, FactValue::Text(said.clone()));
        }
    }
    head
}

fn time(moment: Moment) -> FactValue {
    match moment.time {
        Some(time) => FactValue::Time(moment.day.to_datetime(time)),
        None => FactValue::Date(PartialDate::Day(moment.day)),
    }
}

/// What became of a thing, and what was paid for it.
pub(super) fn tell(
    rows: &impl Rows,
    lang: Lang,
    incident: IncidentId,
    loss: &Loss,
    entry: &mut Entry,
) -> Result<()> {
    let Some(incident) = rows.find::<Incident>(incident)? else {
        return Ok(());
    };
    let fate = lang.text(match loss.details.fate {
        Fate::Gone => labels::departure(incident.details.kind.departure()),
        fate => labels::fate(fate),
    });
    let settled = loss.details.settled.as_ref();
    entry.fate = match settled {
        Some(settled) => format!("{fate}, {}", lang.text(labels::settlement(settled.how))),
        None => fate,
    };
    entry.settled = settled.and_then(|settled| settled.amount);
    entry.marks.clone_from(&loss.details.note);
    Ok(())
}

/// The story, the photos of what it did, and the calls and letters since.
pub(super) fn story(rows: &impl Rows, id: IncidentId, content: &mut Content) -> Result<()> {
    let Some(incident) = rows.find::<Incident>(id)? else {
        return Ok(());
    };
    content.story.clone_from(&incident.details.story);
    let files = attachments::list(rows, Bearer::Incident(id))?;
    let photos = files
        .iter()
        .filter(|file| file.kind == AttachmentKind::Photo && file.pixels.is_some());
    let photos: Vec<_> = photos.map(|photo| exhibit(photo)).collect();
    if !photos.is_empty() {
        content.passages.push(Passage {
            subject: Subject::Damage,
            on: incident
                .details
                .when()
                .map(|moment| PartialDate::Day(moment.day)),
            title: String::new(),
            text: String::new(),
            photos,
        });
    }
    for contact in &incident.details.contacts {
        content.passages.push(Passage {
            subject: Subject::Contact,
            on: Some(PartialDate::Day(contact.on)),
            title: contact.with.clone(),
            text: contact.said.clone(),
            photos: Vec::new(),
        });
    }
    Ok(())
}

//! Incidents and losses, as every page calls them.

use crate::{
    actions::losses::Toll,
    domain::{
        incident::{Incident, IncidentDetails, IncidentKind},
        item::Item,
        loss::{Fate, Loss, Settled},
    },
    store::Row,
    ui::{icon::Icon, list, look::Look, photo::Photo},
    web::page::{self, labels},
};

/// What an incident is called: what the household calls it, else its kind and day.
pub fn name(look: &Look, incident: &Incident) -> String {
    let details = &incident.details;
    if !details.title.is_empty() {
        return details.title.clone();
    }
    let kind = look.text(labels::incident_kind(details.kind));
    match details.when() {
        Some(moment) => format!("{kind} {}", look.lang.day(moment.day)),
        None => kind,
    }
}

/// The drawing of a kind.
pub const fn icon(kind: IncidentKind) -> Icon {
    match kind {
        IncidentKind::Burglary => Icon::Door,
        IncidentKind::Theft => Icon::Missing,
        IncidentKind::Fire => Icon::Fire,
        IncidentKind::Water => Icon::Water,
        IncidentKind::Breakage => Icon::Broken,
        IncidentKind::Loss => Icon::Search,
        IncidentKind::Other => Icon::Siren,
    }
}

/// When it happened, in words; empty where nobody has said.
pub fn when(look: &Look, details: &IncidentDetails) -> String {
    let lang = look.lang;
    match (details.from, details.to) {
        (Some(from), Some(to)) if from == to => lang.when(from),
        (Some(from), Some(to)) => {
            let arguments = [
                ("from", lang.when(from).into()),
                ("to", lang.when(to).into()),
            ];
            lang.text_with("incidents-between", &arguments)
        }
        (Some(one), None) | (None, Some(one)) => lang.when(one),
        (None, None) => String::new(),
    }
}

/// What became of a thing, in the words of its incident: stolen by a thief, destroyed by fire.
pub const fn fate(kind: IncidentKind, fate: Fate) -> &'static str {
    match fate {
        Fate::Gone => labels::departure(kind.departure()),
        Fate::Damaged | Fate::Fine => labels::fate(fate),
    }
}

/// How a loss was settled: "Ersatt 24 december 2026, 5 000 kr, Bolaget".
pub fn settled(look: &Look, settled: &Settled) -> String {
    let how = look.text(labels::settlement(settled.how));
    let mut said = vec![format!("{how} {}", look.lang.day(settled.on))];
    said.extend(settled.amount.map(|amount| look.lang.money(amount)));
    if !settled.by.is_empty() {
        said.push(settled.by.clone());
    }
    said.join(", ")
}

/// How an incident stands: how much is gone and damaged, and what that was worth.
pub fn stands(look: &Look, toll: &Toll) -> String {
    let mut said = Vec::new();
    if toll.gone > 0 {
        said.push(look.count("incidents-gone", toll.gone));
    }
    if toll.damaged > 0 {
        said.push(look.count("incidents-damaged", toll.damaged));
    }
    if !toll.value.is_empty() {
        said.push(look.lang.sums(&toll.value));
    }
    if said.is_empty() {
        look.text("incidents-nothing-yet")
    } else {
        said.join(" · ")
    }
}

/// A thing in the list of what an incident did.
pub fn loss_row(
    look: &Look,
    incident: &Incident,
    loss: &Row<Loss>,
    item: &Row<Item>,
    photo: Option<Photo>,
    icon: Icon,
) -> list::Row {
    let details = &loss.details;
    let mut said = vec![look.text(fate(incident.details.kind, details.fate))];
    said.extend(details.settled.as_ref().map(|one| settled(look, one)));
    let row = list::Row::photo(photo, icon, page::name(look, item))
        .href(format!("/losses/{}", loss.id))
        .text(said.join(" · "));
    match item.details.value {
        Some(value) => row.end(maud::html! { span.quiet { (look.lang.money(value)) } }),
        None => row,
    }
}

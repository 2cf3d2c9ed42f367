//! Reports, as every page calls them.

use crate::{
    domain::{
        incident::IncidentId,
        item::ItemId,
        report::{Report, ReportKind},
    },
    reports::facts,
    ui::{button::Button, icon::Icon, look::Look, menu::Menu},
};

/// What a report is called: what it is for, and its number, in the reader's language.
pub fn name(look: &Look, report: &Report) -> String {
    let title = facts::title(report.details.kind, look.lang);
    format!("{title} {}", report.number)
}

/// The kinds that are about one thing: its page offers them.
pub const OF_THING: [ReportKind; 2] = [ReportKind::Item, ReportKind::Sale];

/// Offers them in the menu of a thing.
pub fn offer(look: &Look, item: ItemId, menu: Menu) -> Menu {
    OF_THING.into_iter().fold(menu, |menu, kind| {
        let to = format!("/reports/new?kind={}&item={item}", kind.key());
        menu.row(Button::link(facts::title(kind, look.lang), to).icon(icon(kind)))
    })
}

/// The button that makes a report about an incident as its kind usually is, with one tap.
pub fn of_incident(look: &Look, kind: ReportKind, incident: IncidentId) -> Button {
    Button::post(facts::title(kind, look.lang), "/reports/new")
        .with("kind", kind.key())
        .with("language", look.lang.tag())
        .with("incident", incident.to_string())
        .icon(Icon::Document)
}

/// The drawing of a kind.
pub const fn icon(kind: ReportKind) -> Icon {
    match kind {
        ReportKind::PoliceList => Icon::Siren,
        ReportKind::InsuranceClaim => Icon::Shield,
        ReportKind::Inventory => Icon::Box,
        ReportKind::Estate => Icon::Heart,
        ReportKind::Division => Icon::People,
        ReportKind::Moving => Icon::Storage,
        ReportKind::Item => Icon::Document,
        ReportKind::Sale => Icon::Tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::reports::OFFERED;

    #[test]
    fn every_kind_that_is_about_a_thing_is_offered_on_its_page() {
        let about: Vec<_> = OFFERED
            .into_iter()
            .filter(|kind| kind.needs_item())
            .collect();
        assert_eq!(about, OF_THING);
    }
}

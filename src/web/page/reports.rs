//! Reports, as every page calls them.

use crate::{
    domain::report::{Report, ReportKind},
    reports::facts,
    ui::{icon::Icon, look::Look},
};

/// What a report is called: what it is for, and its number, in the reader's language.
pub fn name(look: &Look, report: &Report) -> String {
    let title = facts::title(report.details.kind, look.lang);
    format!("{title} {}", report.number)
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

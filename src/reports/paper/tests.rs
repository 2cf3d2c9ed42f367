//! What a report looks like on paper: what it lists, and that nothing left out is on it.

use super::*;
use crate::domain::report::{
    Part,
    specimen::{burglary, report},
};

fn told(report: &Report, content: &Content) -> String {
    format!("{:?}", blocks(report, content))
}

#[test]
fn every_kind_is_set_in_both_languages() {
    for kind in ReportKind::ALL {
        for lang in [Lang::Sv, Lang::En] {
            let report = report(kind, lang);
            let content = burglary().without(&report.details);
            let document = document(&report, &content).unwrap();
            assert!(document.footer.contains(" 7 "), "{kind:?}");
            assert_eq!(document.attachments.len(), 1);
            let told = told(&report, &content);
            assert!(!told.contains("reports-"), "{kind:?}: a text is missing");
            assert!(told.contains(&content.entries[0].name));
        }
    }
}

#[test]
fn what_is_left_out_is_not_on_paper() {
    let claim = |part| {
        let mut report = report(ReportKind::InsuranceClaim, Lang::Sv);
        report.details.leave_out.insert(part);
        let content = burglary().without(&report.details);
        told(&report, &content)
    };
    assert!(!claim(Part::Serials).contains("SE-0042"));
    assert!(!claim(Part::Prices).contains("000\u{a0}kr"));
    assert!(!claim(Part::Pictures).contains("small"));
    assert!(claim(Part::Places).contains("SE-0042"));
}

#[test]
fn a_claim_shows_every_picture_and_a_list_the_first() {
    let mut content = burglary();
    let ring = content.entries.last_mut().unwrap();
    let mut inside = ring.photos[0].clone();
    inside.caption = "Inskriptionen".into();
    ring.photos.push(inside);
    let shown = |kind| told(&report(kind, Lang::Sv), &content);
    let words = "Ring från Öster-Ångermanland: Inskriptionen";
    assert!(shown(ReportKind::InsuranceClaim).contains(words));
    assert!(!shown(ReportKind::PoliceList).contains(words));
}

//! What a policy says over the wire.

use super::*;
use crate::domain::money::{self, Currency};

fn kr(kronor: i64) -> money::Money {
    money::Money::new(kronor * 100, Currency::SEK)
}

fn refused(fields: PolicyFields) -> Vec<(String, &'static str)> {
    match fields.read() {
        Err(Error::Invalid(invalid)) => {
            let told = invalid.iter();
            told.map(|(field, why)| (field.to_owned(), why)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_policy_reads_back_as_it_was_written() {
    let row = deduction::Row {
        basis: Basis::New,
        steps: vec![deduction::Step {
            months: 12,
            percent: Percent::ALL,
        }],
        then: Percent::new(60).unwrap(),
        floor: Percent::new(20).unwrap(),
        cap: Some(kr(10_000)),
    };
    let own = TableChoice::Own(deduction::Table {
        insurer: String::new(),
        version: "2026-01-01".parse().unwrap(),
        source: "Villkor H 12, s. 31".to_owned(),
        is_estimate: false,
        rows: BTreeMap::from([(Kind::Bikes, row.clone()), (Kind::Other, row)]),
    });
    for table in [TableChoice::Typical, own] {
        let details = PolicyDetails {
            insurer: "Bolaget".to_owned(),
            number: "12-345".to_owned(),
            single_limit: Some(kr(50_000)),
            deductible: Some(kr(1_500)),
            renews_on: "2027-03-01".parse().ok(),
            table,
            ..PolicyDetails::of_sum(kr(1_000_000))
        };
        let json = serde_json::to_value(PolicyFields::from(&details)).unwrap();
        let read: PolicyFields = serde_json::from_value(json).unwrap();
        assert_eq!(read.read().unwrap(), details);
    }
}

#[test]
fn what_cannot_be_is_told_by_field() {
    assert_eq!(
        refused(PolicyFields::default()),
        [("sum_insured".to_owned(), "api-missing")]
    );
    let row = |then| DeductionRow {
        kind: Kind::Bikes,
        basis: Basis::New,
        steps: Vec::new(),
        then,
        floor: 0,
        cap: None,
    };
    let fields = PolicyFields {
        sum_insured: Some(kr(1).into()),
        table: Some(DeductionTable {
            version: "2026-01-01".parse().unwrap(),
            source: String::new(),
            rows: vec![row(101), row(50)],
        }),
        ..PolicyFields::default()
    };
    assert_eq!(
        refused(fields),
        [
            ("table.rows[0].then".to_owned(), "api-percent"),
            ("table.rows[1].kind".to_owned(), "api-twice"),
        ]
    );
}

//! What the rules promise: each file is read, versions follow one another, and nothing ends earlier for who bought later.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn bought(on: Date) -> Purchase {
    Purchase { on, received: None }
}

fn sweden(deal: Deal) -> Law {
    Law {
        home: Country::Se,
        bought_in: Country::Se,
        deal,
    }
}

/// What one purpose says, in short.
fn kept(law: Law, purpose: Purpose, on: Date) -> Vec<(&'static str, Keep)> {
    let kept = keep(law, &[purpose], bought(on), None).into_iter();
    kept.map(|kept| (kept.rule.id.as_str(), kept.keep))
        .collect()
}

#[test]
fn every_file_is_read_and_says_what_it_should() {
    let of: BTreeMap<_, _> = FILES
        .into_iter()
        .map(|file| {
            let rules = read(file).unwrap_or_else(|| panic!("a file that cannot be read: {file}"));
            (rules[0].country.key(), rules)
        })
        .collect();
    assert_eq!(of.len(), Country::ALL.len(), "one for each country");
    for rule in all() {
        let prefix = format!("{}.", rule.country.key());
        assert!(rule.id.starts_with(&prefix), "{}", rule.id);
        for lang in Lang::ALL {
            assert!(
                !rule.name(lang).is_empty() && rule.note(lang) != Some(""),
                "{}",
                rule.id
            );
        }
        assert!(!rule.source.is_empty(), "{}", rule.id);
        if let (Term::Dated(_, length), Some(proves)) = (rule.term, rule.seller_proves) {
            let day = date(2026, 11, 27);
            assert!(
                proves.after(day) <= length.after(day),
                "{}: longer proved than held",
                rule.id
            );
        }
    }
    for country in Country::ALL {
        assert!(
            !rights(country, Deal::Goods, bought(date(2026, 11, 27))).is_empty(),
            "{country:?}"
        );
    }
    let told: BTreeSet<_> = all()
        .filter(|rule| rule.country == Country::Se)
        .map(|rule| rule.purpose)
        .collect();
    assert_eq!(
        told,
        BTreeSet::from(Purpose::ALL),
        "Sweden has a rule for each purpose"
    );
}

#[test]
fn versions_of_a_rule_follow_one_another() {
    let mut versions: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in all() {
        versions.entry(&rule.id).or_default().push(rule);
    }
    for (id, mut versions) in versions {
        versions.sort_by_key(|rule| rule.valid_from.unwrap_or(Date::MIN));
        for pair in versions.windows(2) {
            let ends = pair[0].valid_to.map(|day| day.tomorrow().unwrap());
            assert_eq!(ends, pair[1].valid_from, "{id}");
            assert_eq!(
                (pair[0].purpose, pair[0].deal),
                (pair[1].purpose, pair[1].deal),
                "{id}"
            );
        }
    }
}

#[test]
fn a_kettle_bought_in_sweden_today_has_its_rights() {
    let purchase = Purchase {
        on: date(2026, 11, 27),
        received: Some(date(2026, 12, 1)),
    };
    let rights = rights(Country::Se, Deal::Goods, purchase);
    let told: Vec<_> = rights
        .iter()
        .map(|right| {
            (
                right.rule.id.as_str(),
                right.until,
                right.seller_proves_until,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("se.withdrawal", Some(date(2026, 12, 15)), None),
            (
                "se.goods.complaint",
                Some(date(2029, 12, 1)),
                Some(date(2028, 12, 1))
            ),
        ]
    );
    let complaint = rights[1];
    assert!(complaint.rule.source.contains("2022:260"));
    assert_eq!(complaint.burden_on(date(2028, 12, 1)), Some(Burden::Seller));
    assert_eq!(complaint.burden_on(date(2028, 12, 2)), Some(Burden::Buyer));
    assert_eq!(
        complaint.burden_on(date(2029, 12, 2)),
        None,
        "nothing left to prove"
    );
    assert!(
        !complaint.holds_on(date(2026, 11, 30)),
        "it has not come yet"
    );
}

#[test]
fn the_law_is_that_of_the_day_of_purchase() {
    let proves = |on| {
        rights(Country::Se, Deal::Goods, bought(on))
            .last()
            .unwrap()
            .seller_proves_until
    };
    assert_eq!(proves(date(2022, 4, 30)), Some(date(2022, 10, 30)));
    assert_eq!(proves(date(2022, 5, 1)), Some(date(2024, 5, 1)));
    assert_eq!(
        rights(Country::Se, Deal::Goods, bought(date(1999, 1, 1))),
        [],
        "no version was in force"
    );
}

#[test]
fn who_sold_what_decides_which_right() {
    let ends = |country, deal| {
        let rights = rights(country, deal, bought(date(2026, 1, 31)));
        rights
            .last()
            .map(|right| (right.rule.id.as_str(), right.until))
    };
    assert_eq!(
        ends(Country::Se, Deal::Private),
        Some(("se.goods.private", Some(date(2028, 1, 31))))
    );
    assert_eq!(
        ends(Country::Se, Deal::Service),
        Some(("se.service.movable", Some(date(2029, 1, 31))))
    );
    assert_eq!(
        ends(Country::Se, Deal::Building),
        Some(("se.service.property", Some(date(2036, 1, 31))))
    );
    assert_eq!(
        ends(Country::No, Deal::Durable),
        Some(("no.goods.durable", Some(date(2031, 1, 31))))
    );
    assert_eq!(
        ends(Country::Se, Deal::Durable),
        Some(("se.goods.complaint", Some(date(2029, 1, 31))))
    );
    assert_eq!(ends(Country::De, Deal::Building), None, "not told");
}

#[test]
fn what_the_law_leaves_open_has_no_date() {
    let rights = rights(Country::Nl, Deal::Goods, bought(date(2026, 11, 27)));
    let complaint = rights.last().unwrap();
    assert_eq!(
        (complaint.until, complaint.open()),
        (None, Some(Open::Lifespan))
    );
    assert!(complaint.holds_on(date(2040, 1, 1)));
    let on = date(2020, 6, 1);
    let six = "P6Y".parse().ok();
    assert_eq!(
        kept(sweden(Deal::Goods), Purpose::Improvement, on),
        [("se.home.basic", Keep::Open(Open::Owned, six))]
    );
    assert!(!Keep::Open(Open::Owned, six).is_over(date(9999, 1, 1)));
}

#[test]
fn a_paper_is_kept_by_its_purposes() {
    let on = date(2024, 2, 29);
    let says = |purpose| kept(sweden(Deal::Goods), purpose, on);
    let until = |year, month, day| Keep::Until(date(year, month, day));
    assert_eq!(
        says(Purpose::Complaint),
        [("se.goods.complaint", until(2027, 2, 28))]
    );
    assert_eq!(says(Purpose::Tax), [("se.tax.private", until(2031, 5, 2))]);
    assert_eq!(
        says(Purpose::Business),
        [("se.tax.conservative", until(2031, 12, 31))]
    );
    assert_eq!(
        says(Purpose::Repair),
        [("se.home.repair", until(2029, 12, 31))]
    );
    assert_eq!(says(Purpose::Rent), [("se.rent", until(2026, 2, 28))]);
    assert_eq!(says(Purpose::Loan), [("se.loan", until(2034, 2, 28))]);
    assert_eq!(says(Purpose::Bill), [("se.bill", until(2027, 2, 28))]);
}

#[test]
fn the_longest_purpose_comes_first_and_what_is_open_before_all() {
    let purposes = [Purpose::Withdrawal, Purpose::Complaint, Purpose::Valuable];
    let kept = keep(
        sweden(Deal::Goods),
        &purposes,
        bought(date(2026, 11, 27)),
        None,
    );
    let ids: Vec<_> = kept.iter().map(|kept| kept.rule.id.as_str()).collect();
    assert_eq!(ids, ["se.valuable", "se.goods.complaint", "se.withdrawal"]);
}

#[test]
fn a_guarantee_is_open_until_its_end_is_known() {
    let ends = |guaranteed| {
        keep(
            sweden(Deal::Goods),
            &[Purpose::Guarantee],
            bought(date(2026, 1, 1)),
            guaranteed,
        )[0]
        .keep
    };
    assert_eq!(ends(None), Keep::Open(Open::Guarantee, None));
    assert_eq!(ends(Some(date(2031, 1, 1))), Keep::Until(date(2031, 1, 1)));
}

#[test]
fn rights_are_those_of_the_shop_and_taxes_those_of_the_home() {
    let law = Law {
        bought_in: Country::De,
        ..sweden(Deal::Goods)
    };
    let purposes = [Purpose::Complaint, Purpose::Tax];
    let kept = keep(law, &purposes, bought(date(2026, 1, 1)), None);
    let ids: Vec<_> = kept.iter().map(|kept| kept.rule.id.as_str()).collect();
    assert_eq!(ids, ["se.tax.private", "de.goods.complaint"]);
}

proptest! {
    #[test]
    fn what_is_bought_later_never_ends_earlier_under_one_rule(
        country in prop::sample::select(Country::ALL.to_vec()),
        deal in prop::sample::select(Deal::ALL.to_vec()),
        day in 0..30_000_i32,
        later in 0..4_000_i32,
        delay in prop::option::of(0..60_i32),
    ) {
        let day = date(1990, 1, 1).saturating_add(jiff::Span::new().days(day));
        let next = day.saturating_add(jiff::Span::new().days(later));
        let purchase = |on: Date| Purchase { on, received: delay.map(|delay| on.saturating_add(jiff::Span::new().days(delay))) };
        let law = Law { home: country, bought_in: country, deal };
        let ends = |on| -> BTreeMap<&str, Keep> {
            let kept = keep(law, &Purpose::ALL, purchase(on), None).into_iter();
            kept.map(|kept| (kept.rule.id.as_str(), kept.keep)).collect()
        };
        let later = ends(next);
        for (id, keep) in ends(day) {
            match (keep, later.get(id)) {
                (Keep::Until(one), Some(Keep::Until(other))) => prop_assert!(one <= *other, "{id}"),
                (Keep::Open(..), other) => prop_assert!(!matches!(other, Some(Keep::Until(_))), "{id}"),
                (Keep::Until(_), other) => prop_assert!(other.is_none_or(|keep| !keep.is_over(day)), "{id}"),
            }
        }
        for right in rights(country, deal, purchase(day)) {
            prop_assert!(right.until.is_none_or(|until| until >= right.from));
            prop_assert!(right.seller_proves_until.is_none_or(|until| right.until.is_none_or(|end| until <= end)));
        }
    }
}

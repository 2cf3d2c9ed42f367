//! What a report keeps, leaves out and adds up.

use proptest::prelude::*;

use super::{
    specimen::{burglary, contents, item, kr, report},
    *,
};
use crate::domain::{
    country::Country,
    deduction::{Deducted, Kind, Prices, deduct, typical},
    exact::ExactSums,
    item::Quantity,
    lang::Lang,
    money::{Currency, Money, Sums},
    rate::Rate,
};

fn amounts(sums: &Sums) -> Vec<(i64, &'static str)> {
    let amounts = sums.iter();
    amounts
        .map(|money| (money.minor, money.currency.code()))
        .collect()
}

fn details(kind: ReportKind, leave_out: &[Part]) -> ReportDetails {
    ReportDetails {
        leave_out: leave_out.iter().copied().collect(),
        ..ReportDetails::of(kind, Lang::Sv)
    }
}

#[test]
fn what_a_kind_needs_is_asked_for() {
    let told = |kind| {
        let invalid = details(kind, &[]).check();
        let fields = invalid.iter().map(|(field, _)| field.to_owned());
        fields.collect::<Vec<_>>().join(",")
    };
    assert_eq!(
        ReportKind::ALL.map(told),
        [
            "incident", "incident", "", "", "division", "", "item", "item"
        ]
    );
    let long = ReportDetails {
        search: "x".repeat(ReportDetails::SEARCH + 1),
        ..details(ReportKind::Inventory, &[])
    };
    assert_eq!(long.check().get("search"), Some("error-too-long"));
}

#[test]
fn private_things_are_in_no_report_that_nobody_asked_to_have_them() {
    for kind in ReportKind::ALL {
        assert!(!ReportDetails::of(kind, Lang::En).include_private);
    }
}

#[test]
fn a_report_reads_back_as_it_was_stored() {
    let mut stored = report(ReportKind::Estate, Lang::En);
    stored.details = ReportDetails {
        search: "q=cykel".to_owned(),
        item: Some(item(5)),
        on: Some(stored.day),
        include_private: true,
        ..details(ReportKind::Estate, &Part::ALL)
    };
    let bytes = minicbor::to_vec(&stored).unwrap();
    assert_eq!(minicbor::decode::<Report>(&bytes).unwrap(), stored);
}

#[test]
fn what_is_no_content_is_refused() {
    let stored = burglary().stored().unwrap();
    assert_eq!(Content::read(&stored).unwrap(), burglary());
    assert!(Content::read(&stored[..stored.len() - 1]).is_err());
    assert!(Content::read(&[&stored[..], &[0]].concat()).is_err());
    assert!(Content::read(&vec![0; Content::BYTES + 1]).is_err());
    // An array that says it holds four thousand million things has no memory made ready for them.
    assert!(Content::read(&[0xa1, 0x03, 0x9a, 0xff, 0xff, 0xff, 0xff]).is_err());
}

#[test]
fn a_claim_comes_to_what_people_tables_and_the_market_say_less_the_deductible_once() {
    let totals = burglary().totals();
    assert_eq!(amounts(&totals.paid), [(600_000 + 4 * 3_333, "SEK")]);
    let value = [(200_000 + 4 * 2_501, "SEK"), (123_456, "EUR")];
    assert_eq!(amounts(&totals.value), value);
    assert_eq!(amounts(&totals.new_price), [(900_000, "SEK")]);
    // The bicycle by the table, the ring as somebody says, and the glasses, which no table has, at their value.
    let claimed = 495_000 + 1_200_000 + 4 * 2_501;
    assert_eq!(amounts(&totals.claimed), [(claimed, "SEK")]);
    let after = totals.after_deductible;
    assert_eq!(amounts(&after.paid), [(claimed - 150_000, "SEK")]);
    assert_eq!(after.untaken, None);
}

#[test]
fn several_are_added_up_before_they_are_rounded() {
    let mut content = burglary();
    content.entries.truncate(1);
    let bike = &mut content.entries[0];
    bike.quantity = Quantity::new(2).unwrap();
    let deduction = bike.deduction.as_mut().unwrap();
    (deduction.price, deduction.percent) =
        (Money::new(10_001, Currency::SEK), "50".parse().unwrap());
    assert_eq!(deduction.amount().minor, 5_001, "half an öre up");
    assert_eq!(bike.claim().unwrap().minor, 10_001, "and not twice that");
}

fn euros() -> Vec<Rate> {
    let rate = Rate::parse("EUR".parse().unwrap(), Currency::SEK, "11,4325");
    vec![rate.unwrap()]
}

#[test]
fn sums_are_in_one_currency_where_somebody_gives_the_rates() {
    let content = Content {
        rates: euros(),
        ..burglary()
    };
    let converted = 200_000 + 4 * 2_501 + 1_411_411;
    assert_eq!(amounts(&content.totals().value), [(converted, "SEK")]);
    assert_eq!(Content::read(&content.stored().unwrap()).unwrap(), content);
    let hidden = content.without(&details(ReportKind::Inventory, &[Part::Prices]));
    assert_eq!(hidden.rates, []);
}

#[test]
fn rates_are_one_for_each_currency_and_all_into_one() {
    let mut asked = details(ReportKind::Inventory, &[]);
    let parse = |from: &str, to: &str| {
        Rate::parse(from.parse().unwrap(), to.parse().unwrap(), "2").unwrap()
    };
    for (rates, is_fine) in [
        (vec![parse("EUR", "SEK"), parse("USD", "SEK")], true),
        (vec![parse("EUR", "SEK"), parse("EUR", "SEK")], false),
        (vec![parse("EUR", "SEK"), parse("USD", "EUR")], false),
        (vec![parse("EUR", "SEK"), parse("USD", "NOK")], false),
    ] {
        asked.rates = rates;
        assert_eq!(asked.check().get("rates").is_none(), is_fine);
    }
}

#[test]
fn what_several_own_is_divided_among_them_and_the_rest_is_everybodys() {
    let owners = burglary().values_by_owner();
    let owners: Vec<_> = owners
        .iter()
        .map(|(name, sums)| (name.as_str(), amounts(sums)))
        .collect();
    let glasses = 4 * 2_501;
    assert_eq!(
        owners,
        [
            ("Anna", vec![(200_000 + 6_669, "SEK")]),
            ("Johan", vec![(glasses - 6_669, "SEK")]),
            ("", vec![(123_456, "EUR")]),
        ]
    );
}

#[test]
fn a_division_tells_what_each_gets_and_how_it_is_evened_out() {
    let thing = |number, value, meant_for: &str| Entry {
        value: Some(kr(value)),
        meant_for: meant_for.to_owned(),
        ..Entry::named(item(number), 1, "Sak")
    };
    let party = |name: &str| Party {
        name: name.to_owned(),
        parts: 1,
    };
    let content = Content {
        parties: vec![party("Anna"), party("Johan")],
        entries: vec![
            thing(1, 700, "Anna"),
            thing(2, 200, "Johan"),
            thing(3, 5_000, ""),
            Entry {
                personal: true,
                ..thing(4, 9_000, "Johan")
            },
            Entry {
                separate: Some("Gåva".to_owned()),
                ..thing(5, 9_000, "Anna")
            },
        ],
        ..Content::default()
    };
    let lots = content.lots();
    let lots: Vec<_> = lots
        .iter()
        .map(|lot| [&lot.got, &lot.due, &lot.evened].map(|sums| amounts(sums)[0].0))
        .collect();
    assert_eq!(lots, [[70_000, 45_000, -25_000], [20_000, 45_000, 25_000]]);
}

#[test]
fn what_a_table_pays_is_kept_exactly() {
    let table = &typical(Country::Se).unwrap().table;
    let prices = Prices {
        new_price: Some(Money::new(10_001, Currency::SEK)),
        ..Prices::default()
    };
    let today = report(ReportKind::Item, Lang::Sv).day;
    let bought = Some("2025-03".parse().unwrap());
    let Deducted::Pays(payout) = deduct(table, Some(Kind::Phones), prices, bought, today) else {
        panic!("a phone of twenty months is in the table");
    };
    let kept = Deduction::from(payout);
    assert_eq!(kept.exact(), payout.exact());
    assert_eq!(kept.amount(), payout.amount());
}

#[test]
fn what_is_left_out_is_not_in_what_is_stored() {
    let has = |content: &Content, word: &str| {
        let bytes = content.stored().unwrap();
        bytes
            .windows(word.len())
            .any(|part| part == word.as_bytes())
    };
    let whole = burglary();
    for (part, word) in [
        (Part::Serials, "SE-0042-Å"),
        (Part::Notes, "HYPERLINK"),
        (Part::Owners, "Johan"),
        (Part::Places, "Cykelskjulet"),
        (Part::Papers, "Kvitto: Cykelkraft"),
    ] {
        assert!(has(&whole, word), "{word}");
        let left = whole.clone().without(&details(ReportKind::Item, &[part]));
        assert!(!has(&left, word), "{word}");
    }
    let bare = whole
        .clone()
        .without(&details(ReportKind::Item, &[Part::Prices]));
    assert_eq!(bare.totals(), Totals::default());
    let bare = whole
        .clone()
        .without(&details(ReportKind::Item, &[Part::Pictures]));
    assert!(bare.entries.iter().all(|entry| entry.photos.is_empty()));
    let all = whole.clone().without(&details(ReportKind::Item, &[]));
    assert_eq!(all, whole, "what nobody leaves out stays");
}

#[test]
fn a_buyer_is_told_of_the_thing_and_not_of_the_household() {
    let left = burglary().without(&details(ReportKind::Sale, &[]));
    let bike = &left.entries[0];
    assert_eq!(
        (bike.name.as_str(), bike.colour.as_str()),
        ("Elcykel", "Röd")
    );
    assert_eq!(bike.photos.len(), 2);
    let told = format!("{left:?}");
    for private in [
        "Holm",
        "Anna",
        "Cykelskjulet",
        "Cykelkraft",
        "SE-0042",
        "Framifrån",
        "HYPERLINK",
        "uppbruten",
        "K123456",
        "Stulen",
        "minor",
    ] {
        assert!(!told.contains(private), "{private}");
    }
}

proptest! {
    #[test]
    fn whatever_a_report_says_reads_back(content in contents()) {
        let stored = content.stored().unwrap();
        prop_assert_eq!(Content::read(&stored).unwrap(), content);
    }

    #[test]
    fn no_bytes_make_it_panic(content in contents(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut stored = content.stored().unwrap();
        let at = at.index(stored.len());
        stored[at] = byte;
        if let Ok(read) = Content::read(&stored) {
            prop_assert_eq!(Content::read(&read.stored().unwrap()).unwrap(), read);
        }
    }

    #[test]
    fn what_the_owners_have_is_what_there_is(content in contents()) {
        let mut all = Sums::default();
        for (_, sums) in content.values_by_owner() {
            all.merge(&sums);
        }
        let totals = content.totals();
        for sum in totals.value.iter() {
            prop_assert!(all.iter().any(|money| money == sum), "{sum:?} of {all:?}");
        }
        prop_assert_eq!(all.iter().count(), totals.value.iter().count());
    }

    #[test]
    fn what_is_converted_for_each_owner_is_what_all_of_it_comes_to(content in contents()) {
        let content = Content { rates: euros(), ..content };
        let owners = content.values_by_owner();
        let mut all = Sums::default();
        for (_, sums) in &owners {
            all.merge(sums);
        }
        for sum in content.totals().value.iter() {
            let together = all.iter().find(|money| money.currency == sum.currency).unwrap();
            let off = usize::try_from((together.minor - sum.minor).abs()).unwrap();
            prop_assert!(off <= owners.len(), "half a minor unit each at most");
        }
    }

    #[test]
    fn what_the_parties_are_due_is_what_they_get_together(content in contents()) {
        let lots = content.lots();
        let (mut got, mut due, mut evened) = (Sums::default(), Sums::default(), Sums::default());
        for lot in &lots {
            got.merge(&lot.got);
            due.merge(&lot.due);
            evened.merge(&lot.evened);
        }
        for sum in got.iter() {
            prop_assert!(due.iter().any(|money| money == sum));
        }
        prop_assert!(evened.iter().all(|money| money.minor == 0), "nobody pays what nobody is paid");
    }

    #[test]
    fn a_sum_is_rounded_once(content in contents()) {
        let mut exact = ExactSums::default();
        for entry in &content.entries {
            entry.add_claim(&mut exact);
        }
        for (sum, rounded) in exact.iter().zip(content.totals().claimed.iter()) {
            let off = sum.hundredths() - 100 * i128::from(rounded.minor);
            prop_assert!(off.abs() <= 50, "half a minor unit at most, however many things");
        }
    }
}

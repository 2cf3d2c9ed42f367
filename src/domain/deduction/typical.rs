//! The tables that ship, which are estimates, and which categories of things are of which kind.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use jiff::civil::Date;
use serde::Deserialize;

use super::{Basis, Kind, Row, Step, Table};
use crate::domain::{country::Country, lang::Lang, percent::Percent, words::Words};

/// What is usual in a country: an estimate, and no insurer's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typical {
    /// The country where it is usual.
    pub country: Country,
    /// The table.
    pub table: Table,
    name: Words,
    note: Words,
    source: Words,
}

impl Typical {
    /// What it is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.name.of(lang)
    }

    /// How far it is to be trusted.
    #[must_use]
    pub fn note(&self, lang: Lang) -> &str {
        self.note.of(lang)
    }

    /// Where it was found.
    #[must_use]
    pub fn source(&self, lang: Lang) -> &str {
        self.source.of(lang)
    }
}

/// What is usual in a country; none where nothing is known of that.
#[must_use]
pub fn typical(country: Country) -> Option<&'static Typical> {
    let file = FILE.as_ref()?;
    (file.typical.country == country).then_some(&file.typical)
}

/// Of which kind a thing is, by the keys of its category and of those above it, the nearest first. A household's own category
/// has no key, and counts as the one above it. None where no kind is told of any, or where the nearest is of things that such
/// tables are not for.
pub fn kind_of<'a>(categories: impl IntoIterator<Item = &'a str>) -> Option<Kind> {
    let kinds = &FILE.as_ref()?.kinds;
    let mut told = categories.into_iter().filter_map(|key| kinds.get(key));
    told.next().copied().flatten()
}

/// Whether a thing is of those that the insurance of a home is not for, by the same keys as [`kind_of`]: vehicles and boats have
/// insurances of their own.
pub fn is_elsewhere<'a>(categories: impl IntoIterator<Item = &'a str>) -> bool {
    let Some(file) = FILE.as_ref() else {
        return false;
    };
    let mut told = categories.into_iter().filter_map(|key| file.kinds.get(key));
    told.next().is_some_and(Option::is_none)
}

/// A file, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    country: String,
    version: Date,
    sv_source: String,
    en_source: String,
    estimate: bool,
    sv: String,
    en: String,
    sv_note: String,
    en_note: String,
    row: BTreeMap<Kind, WrittenRow>,
    categories: BTreeMap<Kind, Vec<String>>,
    elsewhere: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRow {
    basis: Basis,
    #[serde(default)]
    steps: Vec<Step>,
    then: Percent,
    floor: Percent,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Read {
    typical: Typical,
    /// The kind of each category that the file names; none for things that such tables are not for.
    kinds: HashMap<String, Option<Kind>>,
}

/// What a file holds; none where it is not written as it should be, which a test rules out for ours.
fn read(file: &str) -> Option<Read> {
    let written: Written = toml::from_str(file).ok()?;
    let rows = written.row.into_iter().map(|(kind, row)| {
        let row = Row {
            basis: row.basis,
            steps: row.steps,
            then: row.then,
            floor: row.floor,
            cap: None,
        };
        (kind, row)
    });
    let table = Table {
        insurer: String::new(),
        version: written.version,
        source: written.sv_source.clone(),
        is_estimate: written.estimate,
        rows: rows.collect(),
    };
    let mut kinds = HashMap::new();
    let told = written.categories.into_iter();
    let told = told.map(|(kind, keys)| (Some(kind), keys));
    for (kind, keys) in told.chain([(None, written.elsewhere)]) {
        for key in keys {
            if kinds.insert(key, kind).is_some() {
                return None;
            }
        }
    }
    let typical = Typical {
        country: Country::from_key(&written.country)?,
        table,
        name: Words {
            sv: written.sv,
            en: written.en,
        },
        note: Words {
            sv: written.sv_note,
            en: written.en_note,
        },
        source: Words {
            sv: written.sv_source,
            en: written.en_source,
        },
    };
    Some(Read { typical, kinds })
}

/// The file, as it is built in.
const WRITTEN: &str = include_str!("../../../assets/deductions/typical-se.toml");

static FILE: LazyLock<Option<Read>> = LazyLock::new(|| read(WRITTEN));

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::category_list::{find, shipped};

    fn swedish() -> &'static Typical {
        typical(Country::Se).expect("a file that cannot be read")
    }

    fn percents(kind: Kind) -> Vec<u8> {
        let row = &swedish().table.rows[&kind];
        let steps = row.steps.iter().map(|step| step.percent);
        steps.chain([row.then]).map(Percent::get).collect()
    }

    #[test]
    fn the_file_is_read_and_says_what_it_should() {
        let typical = swedish();
        assert!(typical.table.check().is_empty());
        assert!(typical.table.is_estimate && typical.table.insurer.is_empty());
        assert!(!typical.table.source.is_empty());
        for lang in Lang::ALL {
            assert!(!typical.name(lang).is_empty() && !typical.note(lang).is_empty());
        }
        assert!(typical.name(Lang::Sv).contains("uppskattning"));
        assert!(typical.name(Lang::En).contains("estimate"));
    }

    #[test]
    fn the_usual_percentages_are_those_of_the_source() {
        assert_eq!(percents(Kind::Bikes), [100, 95, 85, 70, 55, 40, 30, 20]);
        assert_eq!(percents(Kind::Glasses), [100, 95, 85, 65, 50, 30, 20]);
        assert_eq!(percents(Kind::Sport), [100, 95, 85, 65, 50, 40, 30, 20]);
        assert_eq!(percents(Kind::Discs), [50, 40, 30, 20]);
        assert_eq!(percents(Kind::Phones), [100, 75, 50, 30, 20]);
        assert_eq!(percents(Kind::Computers), [100, 75, 60, 45, 30, 20]);
        for kind in [Kind::Screens, Kind::Cameras, Kind::Clothes] {
            assert_eq!(percents(kind), [100, 80, 70, 50, 30, 20]);
        }
        assert_eq!(percents(Kind::Valuables), [100]);
        for (kind, row) in &swedish().table.rows {
            let is_market = row.basis == Basis::Market;
            assert_eq!(is_market, *kind == Kind::Valuables, "{kind:?}");
            assert_eq!(row.floor, row.then, "{kind:?}");
        }
    }

    #[test]
    fn every_shipped_category_is_of_a_kind_or_said_to_be_of_none() {
        let kinds = &FILE.as_ref().unwrap().kinds;
        for key in kinds.keys() {
            assert!(find(key).is_some(), "{key} is no category");
        }
        for group in shipped() {
            let is_told = |key| kinds.contains_key(key);
            let all_children = group.children.iter().all(|child| is_told(child.key));
            assert!(
                is_told(group.category.key) || all_children,
                "{} is forgotten",
                group.category.key
            );
        }
    }

    #[test]
    fn each_row_is_for_some_category() {
        let kinds: HashSet<_> = FILE.as_ref().unwrap().kinds.values().flatten().collect();
        for kind in swedish().table.rows.keys() {
            assert!(kinds.contains(kind), "{kind:?}");
        }
    }

    #[test]
    fn the_nearest_category_tells_the_kind() {
        assert_eq!(
            kind_of(["electronics.phones", "electronics"]),
            Some(Kind::Phones)
        );
        assert_eq!(
            kind_of(["clothes.accessories", "clothes"]),
            Some(Kind::Glasses)
        );
        assert_eq!(
            kind_of(["clothes.outerwear", "clothes"]),
            Some(Kind::Clothes)
        );
        assert_eq!(
            kind_of(["art"]),
            Some(Kind::Valuables),
            "a household's own, under art"
        );
        assert_eq!(
            kind_of(["boating.boats", "boating"]),
            None,
            "insured elsewhere"
        );
        assert!(is_elsewhere(["boating.boats", "boating"]));
        assert!(!is_elsewhere(["vehicles.bicycles", "vehicles"]));
        assert!(!is_elsewhere([]), "nobody has said what it is");
        assert_eq!(kind_of([]), None);
        assert_eq!(kind_of(["not.shipped"]), None);
    }

    #[test]
    fn a_file_that_names_a_category_twice_is_not_read() {
        let twice = WRITTEN.replace("\"vehicles.bicycles\"", "\"vehicles.bicycles\", \"art\"");
        assert_eq!(read(&twice), None);
        assert_eq!(read(&WRITTEN.replace("then = 20", "then = 101")), None);
        assert_eq!(
            read(&WRITTEN.replace("basis = \"new\"", "basis = \"old\"")),
            None
        );
    }
}

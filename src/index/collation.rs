//! Names in the order of a language: å ä ö last in Swedish, numbers by their worth.

use std::sync::LazyLock;

use icu_collator::{
    Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions,
    preferences::CollationNumericOrdering,
};
use icu_locale_core::locale;

use super::words;
use crate::domain::{lang::Lang, query::MAX_CURSOR_KEY};

/// Bytes that sort as the language sorts names, at most [`MAX_CURSOR_KEY`] of them.
///
/// They hold for one version of the sorting rules, which is why the index is rebuilt when `VERSION` moves.
pub fn name_sort_key(lang: Lang, name: &str) -> Vec<u8> {
    static SWEDISH: LazyLock<Option<CollatorBorrowed<'static>>> =
        LazyLock::new(|| collator(locale!("sv").into()));
    static ENGLISH: LazyLock<Option<CollatorBorrowed<'static>>> =
        LazyLock::new(|| collator(locale!("en").into()));
    let collator = match lang {
        Lang::Sv => &*SWEDISH,
        Lang::En => &*ENGLISH,
    };
    let mut key = Vec::new();
    let written = collator.as_ref().is_some_and(|collator| {
        // The key of a long name is cut below, so that reading its beginning is enough.
        let start: String = name.chars().take(MAX_CURSOR_KEY).collect();
        collator.write_sort_key_to(&start, &mut key).is_ok()
    });
    if !written {
        key = words::fold(&name.to_lowercase()).into_bytes();
    }
    key.truncate(MAX_CURSOR_KEY);
    key
}

fn collator(mut preferences: CollatorPreferences) -> Option<CollatorBorrowed<'static>> {
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| name_sort_key(lang, name));
        names
    }

    #[test]
    fn swedish_has_its_own_letters_last() {
        let names = ["Ögla", "Åra", "Zon", "Ärm", "Ask"];
        assert_eq!(
            sorted(Lang::Sv, &names),
            ["Ask", "Zon", "Åra", "Ärm", "Ögla"]
        );
    }

    #[test]
    fn english_takes_them_for_a_and_o() {
        let names = ["Ögla", "Zon", "Ärm", "Ask"];
        assert_eq!(sorted(Lang::En, &names), ["Ärm", "Ask", "Ögla", "Zon"]);
    }

    #[test]
    fn numbers_sort_by_their_worth_and_case_does_not_part_words() {
        let names = ["Låda 10", "låda 2", "Låda 1"];
        assert_eq!(sorted(Lang::Sv, &names), ["Låda 1", "låda 2", "Låda 10"]);
    }
}

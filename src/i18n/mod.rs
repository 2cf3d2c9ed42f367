//! Texts in every language of the product: keys in `assets/texts`, complete in each.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

use fluent_templates::{fluent_bundle::FluentValue, loader::langid, static_loader};

use crate::domain::lang::Lang;

mod format;
pub mod labels;

static_loader! {
    static TEXTS = {
        locales: "./assets/texts",
        fallback_language: "en",
        // Without this, every argument in a text is wrapped in invisible direction marks, which break search and copying.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(if bundle.locales.contains(Lang::Sv.fluent()) {
                |value, _| written(Lang::Sv, value)
            } else {
                |value, _| written(Lang::En, value)
            }));
        },
    };
}

/// The texts of a language that have been asked for without arguments, by key.
type Known = RwLock<HashMap<Box<str>, Box<str>>>;

/// Remembered, for to work them out anew each time was a sixth of the work for a page.
static KNOWN: LazyLock<[Known; Lang::ALL.len()]> = LazyLock::new(Default::default);

/// A number in a text, as readers of a language write it; nothing for what is no number.
fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(lang.decimal(&number.as_string())),
        _ => None,
    }
}

impl Lang {
    fn fluent(self) -> &'static fluent_templates::LanguageIdentifier {
        static SV: fluent_templates::LanguageIdentifier = langid!("sv");
        static EN: fluent_templates::LanguageIdentifier = langid!("en");
        match self {
            Self::Sv => &SV,
            Self::En => &EN,
        }
    }

    /// The text of a key. A key that no file has comes back as itself, in brackets; a test keeps that from happening.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        let known = &KNOWN[self as usize];
        let found = known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = found.get(key) {
            return text.to_string();
        }
        drop(found);
        let Some(text) = self.look_up(key, None) else {
            return missing(key);
        };
        let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(key.into(), text.as_str().into());
        text
    }

    /// The text of a key with its arguments filled in: `lang.text_with("items-count", &[("count", 3.into())])`.
    #[must_use]
    pub fn text_with(
        self,
        key: &str,
        arguments: &[(&'static str, FluentValue<'static>)],
    ) -> String {
        let arguments: HashMap<Cow<'static, str>, FluentValue<'static>> = arguments
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), value.clone()))
            .collect();
        self.look_up(key, Some(&arguments))
            .unwrap_or_else(|| missing(key))
    }

    /// Looks in this language alone: every text is there, and finding out each time which other one would do costs more
    /// than the text itself.
    fn look_up(
        self,
        key: &str,
        arguments: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>,
    ) -> Option<String> {
        TEXTS
            .lookup_single_language(self.fluent(), key, arguments)
            .ok()
    }
}

/// What stands for a text that no file has.
fn missing(key: &str) -> String {
    format!("[{key}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_each_language_and_a_missing_one_shows_its_key() {
        let missing = "no-such-key";
        for lang in Lang::ALL {
            assert_eq!(lang.text("product"), "Smartinventory");
            assert_eq!(lang.text(missing), "[no-such-key]");
        }
    }

    #[test]
    fn a_number_in_a_text_has_its_thousands_apart() {
        let count = |lang: Lang, count: usize| {
            lang.text_with("ui-things-count", &[("count", count.into())])
        };
        assert_eq!(count(Lang::En, 1), "1 thing");
        assert_eq!(count(Lang::En, 12_345), "12,345 things");
        assert_eq!(count(Lang::Sv, 12_345), "12\u{a0}345 saker");
    }
}

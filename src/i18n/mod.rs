//! Texts in every language of the product: keys in `assets/texts`, complete in each.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{fluent_bundle::FluentValue, loader::langid, static_loader};

use crate::domain::lang::Lang;

mod format;

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
        self.look_up(key, None)
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
    }

    /// Looks in this language alone: every text is there, and finding out each time which other one would do costs more
    /// than the text itself.
    fn look_up(
        self,
        key: &str,
        arguments: Option<&HashMap<Cow<'static, str>, FluentValue<'static>>>,
    ) -> String {
        TEXTS
            .lookup_single_language(self.fluent(), key, arguments)
            .unwrap_or_else(|_| format!("[{key}]"))
    }
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

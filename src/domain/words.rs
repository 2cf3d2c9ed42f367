//! What a rule file says to people, in each language.

use super::lang::Lang;

/// One text in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// In Swedish.
    pub(super) sv: String,
    /// In English.
    pub(super) en: String,
}

impl Words {
    /// The text in a language.
    pub(super) fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

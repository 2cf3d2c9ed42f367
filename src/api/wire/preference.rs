//! Languages and colours on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{account, lang};

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::api) enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

/// Which colours the pages have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(in crate::api) enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl From<lang::Lang> for Lang {
    fn from(lang: lang::Lang) -> Self {
        match lang {
            lang::Lang::Sv => Self::Sv,
            lang::Lang::En => Self::En,
        }
    }
}

impl From<Lang> for lang::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Sv => Self::Sv,
            Lang::En => Self::En,
        }
    }
}

impl From<account::Theme> for Theme {
    fn from(theme: account::Theme) -> Self {
        match theme {
            account::Theme::Auto => Self::Auto,
            account::Theme::Light => Self::Light,
            account::Theme::Dark => Self::Dark,
        }
    }
}

impl From<Theme> for account::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Auto => Self::Auto,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

//! A household's own field on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Money;
use crate::domain::{
    field::{self, Decimal, FieldValue, WebAddress},
    invalid::Invalid,
};

/// A field that the household made up, with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(in crate::api) enum OwnField {
    /// Any text.
    Text {
        /// What the field is called.
        name: String,
        /// The text.
        value: String,
    },
    /// A number, as its digits, so that nothing is rounded.
    Number {
        /// What the field is called.
        name: String,
        /// The digits, with a decimal point.
        #[schema(examples("12.5"))]
        value: String,
    },
    /// An amount of money.
    Money {
        /// What the field is called.
        name: String,
        /// The amount.
        value: Money,
    },
    /// A date, a month or a year.
    Date {
        /// What the field is called.
        name: String,
        /// In ISO 8601.
        #[schema(examples("2024-05"))]
        value: String,
    },
    /// Yes or no.
    YesNo {
        /// What the field is called.
        name: String,
        /// Whether it is so.
        value: bool,
    },
    /// One of a list.
    Choice {
        /// What the field is called.
        name: String,
        /// The one chosen.
        value: String,
    },
    /// An address on the web.
    Link {
        /// What the field is called.
        name: String,
        /// The address, `http` or `https`.
        value: String,
    },
}

impl From<&field::OwnField> for OwnField {
    fn from(field: &field::OwnField) -> Self {
        let name = field.name.clone();
        match &field.value {
            FieldValue::Text(value) => Self::Text {
                name,
                value: value.clone(),
            },
            FieldValue::Number(value) => Self::Number {
                name,
                value: value.as_str().to_owned(),
            },
            FieldValue::Money(value) => Self::Money {
                name,
                value: (*value).into(),
            },
            FieldValue::Date(value) => Self::Date {
                name,
                value: value.to_string(),
            },
            FieldValue::YesNo(value) => Self::YesNo {
                name,
                value: *value,
            },
            FieldValue::Choice(value) => Self::Choice {
                name,
                value: value.clone(),
            },
            FieldValue::Link(value) => Self::Link {
                name,
                value: value.as_str().to_owned(),
            },
        }
    }
}

impl OwnField {
    /// The field; what is wrong with its value is told under `path`.
    pub(super) fn read(self, path: &str, invalid: &mut Invalid) -> Option<field::OwnField> {
        let at = format!("{path}.value");
        let mut told = |read: Option<FieldValue>, text| {
            if read.is_none() {
                invalid.push(at.as_str(), text);
            }
            read
        };
        let (name, value) = match self {
            Self::Text { name, value } => (name, Some(FieldValue::Text(value))),
            Self::Choice { name, value } => (name, Some(FieldValue::Choice(value))),
            Self::YesNo { name, value } => (name, Some(FieldValue::YesNo(value))),
            Self::Number { name, value } => {
                let number = Decimal::parse(&value).map(FieldValue::Number);
                (name, told(number, "api-number"))
            }
            Self::Date { name, value } => {
                let date = value.parse().ok().map(FieldValue::Date);
                (name, told(date, "api-date"))
            }
            Self::Link { name, value } => {
                let link = WebAddress::parse(&value).map(FieldValue::Link);
                (name, told(link, "api-link"))
            }
            Self::Money { name, value } => (name, value.read(&at, invalid).map(FieldValue::Money)),
        };
        Some(field::OwnField {
            name,
            value: value?,
        })
    }
}

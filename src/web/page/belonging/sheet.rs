//! A form on its way to a page: its fields, with what was typed and what of it could not be taken.

use jiff::civil::Date;

use crate::{
    access::Editor,
    domain::{invalid::Invalid, item::Item, money::Currency},
    store::{Reader, Row},
    ui::{
        form::{Control, Field},
        look::Look,
    },
    web::page::typed::Typed,
};

/// Who fills a form in, for which thing, and when.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// What there is to choose from.
    pub rows: &'a Reader,
    /// As whom.
    pub editor: &'a Editor,
    /// In which language.
    pub look: &'a Look,
    /// For which thing.
    pub item: &'a Row<Item>,
    /// On which day.
    pub today: Date,
    /// The household's currency.
    pub currency: Currency,
}

/// A form and what stands in it.
pub struct Sheet<'a> {
    /// Whose it is.
    pub ground: Ground<'a>,
    /// What it holds.
    pub typed: &'a Typed,
    /// What of it could not be taken.
    pub invalid: &'a Invalid,
    /// Where it goes.
    pub action: &'a str,
}

impl Sheet<'_> {
    /// A field under the key of its label.
    pub fn field(&self, name: &str, label: &str, control: Control) -> Field {
        let look = self.ground.look;
        Field::new(name, look.text(label), control)
            .value(self.typed.get(name))
            .refused(look.lang, self.invalid)
    }

    /// An amount and its currency.
    pub fn money(&self, name: &str, label: &str) -> Field {
        let household = self.ground.currency.code();
        let chosen = match self.typed.get(&format!("{name}_currency")) {
            "" => household,
            code => code,
        };
        let mut currencies: Vec<String> = Currency::common()
            .map(|one| one.code().to_owned())
            .collect();
        for code in [household, chosen] {
            if !currencies.iter().any(|one| one == code) {
                currencies.insert(0, code.to_owned());
            }
        }
        let currency = chosen.to_owned();
        self.field(
            name,
            label,
            Control::Money {
                currency,
                currencies,
            },
        )
    }
}

//! A category: one of a two-level list that ships with the product and that a household can change.

use minicbor::{Decode, Encode};

use super::{category_list::Shipped, id::Id, lang::Lang};

/// The id of a category.
pub type CategoryId = Id<Category>;

/// What sort of thing it is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Category {
    /// Which.
    #[n(0)]
    pub id: CategoryId,
    /// The key in the shipped list, when it came from there: rules refer to it.
    #[n(1)]
    pub key: Option<String>,
    /// The top category it belongs to; none for a top category.
    #[n(2)]
    pub parent: Option<CategoryId>,
    /// Its Swedish name.
    #[n(3)]
    pub sv: String,
    /// Its English name.
    #[n(4)]
    pub en: String,
    /// The word for its icon.
    #[n(5)]
    pub icon: String,
    /// Its place among its siblings.
    #[n(6)]
    pub position: u32,
}

impl Category {
    /// One of the shipped list, as it comes.
    #[must_use]
    pub fn shipped(
        id: CategoryId,
        shipped: &Shipped,
        parent: Option<CategoryId>,
        position: u32,
    ) -> Self {
        Self {
            id,
            key: Some(shipped.key.to_owned()),
            parent,
            sv: shipped.name(Lang::Sv).to_owned(),
            en: shipped.name(Lang::En).to_owned(),
            icon: shipped.icon.to_owned(),
            position,
        }
    }

    /// Its name in a language; the other one where this one is empty.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::Sv => (&self.sv, &self.en),
            Lang::En => (&self.en, &self.sv),
        };
        if own.is_empty() { other } else { own }
    }
}

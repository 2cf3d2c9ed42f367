//! What a noun says of its forms: where they are, what they hold, and what two versions say differently.

use maud::Markup;
use serde::Deserialize;

use super::sheet::{Ground, Sheet};
use crate::{
    actions::belongings::Belonging,
    domain::{aspect::Side, id::Id, item::Item},
    error::Result,
    store::Row,
    ui::{
        breadcrumb::Breadcrumb,
        look::{Look, Section},
        versions::Difference,
    },
    web::page::{self, typed::Typed},
};

/// The keys of a form's texts.
#[derive(Clone, Copy)]
pub struct Titles {
    /// Of a form for a new one, with the thing's `name`.
    pub new: &'static str,
    /// Of a form for one that is there.
    pub edit: &'static str,
    /// Of the page that two people's versions meet on.
    pub conflict: &'static str,
}

/// A page that lists what belongs to all things.
#[derive(Clone, Copy)]
pub struct Overview {
    /// What of the site it is.
    pub section: Section,
    /// The key of its title.
    pub title: &'static str,
    /// Where it is.
    pub href: &'static str,
}

impl Overview {
    /// What happened.
    pub const INCIDENTS: Self = Self {
        section: Section::Incidents,
        title: "incidents-title",
        href: "/incidents",
    };
    /// What is due, and what is lent.
    pub const UPKEEP: Self = Self {
        section: Section::Upkeep,
        title: "upkeep-title",
        href: "/upkeep",
    };
    /// The things themselves: memories are told on the pages of these.
    pub const THINGS: Self = Self {
        section: Section::Things,
        title: "ui-things",
        href: "/items",
    };
    /// What was promised and claimed.
    pub const WARRANTIES: Self = Self {
        section: Section::Warranties,
        title: "ui-warranties",
        href: "/warranties",
    };
}

/// A noun with a form.
pub trait Formed: Belonging + Send + Sync + 'static
where
    Self::Details: Send + 'static,
{
    /// Where it is.
    const HOME: &'static str;
    /// The page that lists it with others.
    const OVERVIEW: Overview;
    /// Where a form for a new one is, beneath the address of its thing.
    const NEW: &'static str;
    /// What its forms are called.
    const TITLES: Titles;

    /// What a form for a new one begins with.
    fn start(ground: &Ground<'_>, start: &Start) -> Result<Typed>;

    /// The form of one as it is.
    fn typed(details: &Self::Details, ground: &Ground<'_>) -> Result<Typed>;

    /// Reads the form.
    ///
    /// # Errors
    /// [`crate::error::Error::Invalid`] by field.
    fn read(typed: &Typed, ground: &Ground<'_>) -> Result<Self::Details>;

    /// Its fields.
    fn fields(sheet: &Sheet<'_>) -> Result<Markup>;

    /// Whether the person asks for more fields instead of saving.
    fn asks_for_more(_: &Typed) -> bool {
        false
    }

    /// One version out of two.
    fn joined(
        mine: &Self::Details,
        theirs: &Self::Details,
        side: impl Fn(&str) -> Side,
    ) -> Self::Details;

    /// What two versions say differently, in the reader's words.
    fn differences(
        mine: &Self::Details,
        theirs: &Self::Details,
        base: &Self::Details,
        ground: &Ground<'_>,
    ) -> Result<Vec<Difference>>;

    /// Where one goes when a new one is saved.
    fn added(row: &Row<Self>) -> String;
}

/// What a form for a new one is asked for with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Start {
    /// The plan that was carried out.
    pub plan: String,
    /// The warranty that it is claimed by.
    pub warranty: String,
}

/// Where one is.
pub fn address<T: Formed>(id: Id<T>) -> String
where
    T::Details: Send,
{
    format!("{}/{id}", T::HOME)
}

/// From the page that lists it with others to the thing.
pub fn way<T: Formed>(look: &Look, item: &Row<Item>) -> Breadcrumb
where
    T::Details: Send,
{
    let name = page::name(look, item);
    let title = look.text(T::OVERVIEW.title);
    Breadcrumb::new(title.as_str())
        .step(title, T::OVERVIEW.href)
        .step(name, format!("/items/{}", item.id))
}

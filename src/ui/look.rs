//! How a page looks to the person reading it: language, view, colours, and where they are.

pub use crate::domain::account::Theme;
use crate::{domain::lang::Lang, ui::banner::Toast};

/// How much a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Quick on a phone, full on anything wider: what everybody has until they choose.
    #[default]
    Auto,
    /// The few things one does standing in a cupboard.
    Quick,
    /// Everything.
    Full,
}

impl View {
    /// What the cookie, the form and `<html data-view>` say.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }

    /// The view that a cookie or a form names.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Self::Auto, Self::Quick, Self::Full]
            .into_iter()
            .find(|view| view.tag() == tag)
    }
}

/// The part of the site that the navigation marks as current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The start page.
    Home,
    /// The list of things, which is also the search.
    Things,
    /// Quick add: camera, name, saved.
    Add,
    /// Places.
    Places,
    /// Receipts.
    Receipts,
    /// Guarantees and claims.
    Warranties,
    /// What happened: burglaries, fires, losses.
    Incidents,
    /// Reports for others.
    Reports,
    /// The household's policies, and what they do not cover.
    Insurance,
    /// Upkeep, and what is lent.
    Upkeep,
    /// Photos that wait for a name.
    Tray,
    /// People.
    People,
    /// Tags and categories.
    Tags,
    /// What the archive says as a whole.
    Insights,
    /// Whether the household is ready for the day its things are gone.
    Ready,
    /// What changed.
    History,
    /// The bin.
    Bin,
    /// What should not be forgotten.
    Reminders,
    /// Settings.
    Settings,
}

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// What the household calls them.
    pub name: String,
    /// Whether they may add and change things; a guest may not.
    pub writes: bool,
}

/// Everything about the reader that the parts of a page need; made once per request.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The reader's language.
    pub lang: Lang,
    /// How much to show.
    pub view: View,
    /// Which colours.
    pub theme: Theme,
    /// What the household calls itself.
    pub household: String,
    /// Who is signed in.
    pub me: Option<Me>,
    /// How many reminders wait for them.
    pub reminders: usize,
    /// Where in the site this page is.
    pub section: Option<Section>,
    /// Path and query of this page: where switching view or colours comes back to.
    pub path: String,
    /// What the search field shows.
    pub query: String,
    /// What the search field sends beside its words: the fields of the list that it stands over, so that a search
    /// keeps its filters.
    pub narrowed: Vec<(String, String)>,
    /// What just happened, with its undo.
    pub toast: Option<Toast>,
}

impl Look {
    /// The text of a key in the reader's language.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.lang.text(key)
    }

    /// The text of a key with one argument filled in.
    #[must_use]
    pub fn text_with(&self, key: &str, name: &'static str, value: &str) -> String {
        self.lang.text_with(key, &[(name, value.to_owned().into())])
    }

    /// The text of a key that counts: its argument is `count`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.lang.text_with(key, &[("count", count.into())])
    }

    /// Whether the reader may add and change things.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.writes)
    }

    /// The same look, in this part of the site.
    #[must_use]
    pub fn at(mut self, section: Section) -> Self {
        self.section = Some(section);
        self
    }
}

//! Cards: a thing known by its picture.

use maud::{Markup, Render, html};

use crate::ui::{icon::Icon, photo::Photo};

/// One thing in a grid.
#[derive(Clone, Debug)]
pub struct Card {
    name: String,
    href: String,
    cover: Option<Photo>,
    icon: Icon,
    place: Option<String>,
    value: Option<String>,
    badge: Option<(Icon, String)>,
    pick: Option<(String, String)>,
}

impl Card {
    /// A thing by its name and address; the icon of its category stands in for a missing photo.
    pub fn new(name: impl Into<String>, href: impl Into<String>, icon: Icon) -> Self {
        Self {
            name: name.into(),
            href: href.into(),
            cover: None,
            icon,
            place: None,
            value: None,
            badge: None,
            pick: None,
        }
    }

    /// Its cover photo.
    #[must_use]
    pub fn cover(mut self, cover: Option<Photo>) -> Self {
        self.cover = cover;
        self
    }

    /// Where it is.
    #[must_use]
    pub fn place(mut self, place: Option<String>) -> Self {
        self.place = place;
        self
    }

    /// What it is worth, written for the reader.
    #[must_use]
    pub fn value(mut self, value: Option<String>) -> Self {
        self.value = value;
        self
    }

    /// A mark on the picture, such as a lock for what is private.
    #[must_use]
    pub fn badge(mut self, icon: Icon, label: impl Into<String>) -> Self {
        self.badge = Some((icon, label.into()));
        self
    }

    /// Can be picked among many: the thing's id, and what a screen reader calls the box ("Välj Kajak").
    #[must_use]
    pub fn pick(mut self, id: impl Into<String>, label: impl Into<String>) -> Self {
        self.pick = Some((id.into(), label.into()));
        self
    }
}

impl Render for Card {
    fn render(&self) -> Markup {
        html! {
            article.card {
                div.card-photo.is-drawn[self.cover.is_none()] {
                    @if let Some(cover) = &self.cover {
                        (cover.picture("", "(width < 40rem) 50vw, 16rem", false))
                    } @else { (self.icon) }
                    @if let Some((icon, label)) = &self.badge { span.card-badge title=(label) { (icon) span.unseen { (label) } } }
                }
                @if let Some((id, label)) = &self.pick {
                    label.card-pick { input type="checkbox" name="id" value=(id) form="bulk" data-pick aria-label=(label); }
                }
                div.card-text {
                    a.card-name href=(self.href) data-move { (self.name) }
                    @if let Some(place) = &self.place { p.quiet { (place) } }
                    @if let Some(value) = &self.value { p.quiet.number { (value) } }
                }
            }
        }
    }
}

/// Cards in as many columns as there is room for.
#[derive(Clone, Debug)]
pub struct Cards(pub Vec<Card>);

impl Render for Cards {
    fn render(&self) -> Markup {
        html! {
            ul.cards { @for card in &self.0 { li { (card) } } }
        }
    }
}

//! Photos: one picture at the size that fits, and the gallery of a thing.

use maud::{Markup, Render, html};

use crate::ui::{button::Button, icon::Icon, look::Look};

/// A photo in its sizes; width and height (of the large one, px) keep its room free while it loads.
#[derive(Clone, Debug)]
pub struct Photo {
    /// What forms call it.
    pub id: String,
    /// Address of the size for cards, at most 400 px.
    pub small: String,
    /// Address of the size for a screen, at most 1600 px.
    pub large: String,
    /// Address of the file as it came.
    pub original: String,
    /// Width of the large size in px.
    pub width: u32,
    /// Height of the large size in px.
    pub height: u32,
    /// What a person wrote under it.
    pub caption: Option<String>,
}

impl Photo {
    /// The picture for a box that is `sizes` wide (an HTML `sizes` value).
    #[must_use]
    pub fn picture(&self, alt: &str, sizes: &str, eager: bool) -> Markup {
        let widths = format!("{} 400w, {} 1600w", self.small, self.large);
        html! {
            img src=(self.small) srcset=(widths) sizes=(sizes) width=(self.width) height=(self.height) alt=(alt)
                loading=(if eager { "eager" } else { "lazy" }) decoding="async";
        }
    }
}

/// The photos of a thing: the cover large, the others in a strip. Each links to the large picture; a script shows
/// them in a dialog instead.
#[derive(Clone, Debug)]
pub struct Gallery<'a> {
    /// Who looks.
    pub look: &'a Look,
    /// What the photos are of.
    pub name: &'a str,
    /// The cover first.
    pub photos: &'a [Photo],
    /// What stands where no photo is.
    pub icon: Icon,
}

impl Render for Gallery<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        html! {
            div.gallery data-gallery data-close=(look.text("ui-close")) data-next=(look.text("ui-photo-next"))
                data-previous=(look.text("ui-photo-previous")) {
                @if let Some((cover, rest)) = self.photos.split_first() {
                    figure.gallery-cover {
                        a href=(cover.large) data-large { (cover.picture(&alt(self.name, cover), "(width < 64rem) 100vw, 40rem", true)) }
                        @if let Some(caption) = &cover.caption { figcaption { (caption) } }
                    }
                    @if !rest.is_empty() {
                        ul.gallery-strip {
                            @for photo in rest {
                                li { a href=(photo.large) data-large data-caption=[photo.caption.as_ref()] {
                                    (photo.picture(&alt(self.name, photo), "6rem", false))
                                } }
                            }
                        }
                    }
                } @else {
                    div.gallery-cover.is-drawn { (self.icon) }
                }
            }
        }
    }
}

/// The photos of a thing while they are changed: order, cover, turning, removing. Buttons do everything; a script
/// adds dragging. `action` takes `photo` and `do`: `first`, `earlier`, `later`, `rotate`, `remove`, or `order` with
/// the dragged order as `photos`.
#[derive(Clone, Debug)]
pub struct Arrange<'a> {
    /// Who changes them.
    pub look: &'a Look,
    /// Where the buttons post to.
    pub action: &'a str,
    /// What the photos are of.
    pub name: &'a str,
    /// The cover first; what is written under it comes with each.
    pub photos: &'a [(Photo, Markup)],
}

impl Render for Arrange<'_> {
    fn render(&self) -> Markup {
        let look = self.look;
        let act = |photo: &Photo, does: &str, key, icon| {
            Button::post(look.text(key), self.action)
                .with("photo", photo.id.clone())
                .with("do", does)
                .icon(icon)
                .alone()
                .bare()
        };
        html! {
            ul #photos.arrange data-reorder=(self.action) {
                @for (number, (photo, words)) in self.photos.iter().enumerate() {
                    li data-id=(photo.id) {
                        div.arrange-photo { (photo.picture(&alt(self.name, photo), "12rem", false)) }
                        div.arrange-acts {
                            @if number == 0 {
                                span.badge { (Icon::Star) (look.text("ui-photo-cover")) }
                            } @else {
                                (act(photo, "first", "ui-photo-make-cover", Icon::Star))
                                (act(photo, "earlier", "ui-photo-earlier", Icon::Previous))
                            }
                            @if number + 1 < self.photos.len() { (act(photo, "later", "ui-photo-later", Icon::Next)) }
                            (act(photo, "rotate", "ui-photo-rotate", Icon::Rotate))
                            (act(photo, "remove", "ui-photo-remove", Icon::Trash))
                        }
                        div.arrange-words { (words) }
                    }
                }
            }
        }
    }
}

fn alt(name: &str, photo: &Photo) -> String {
    match &photo.caption {
        Some(caption) => format!("{name}: {caption}"),
        None => name.to_owned(),
    }
}

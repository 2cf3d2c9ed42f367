//! Tiles: a number that matters, and where it comes from.

use maud::{Markup, Render, html};

/// One number.
#[derive(Clone, Debug)]
pub struct Tile {
    /// What is counted.
    pub label: String,
    /// How many or how much, written for the reader.
    pub number: String,
    /// The list behind it.
    pub href: String,
}

/// Numbers in a row.
#[derive(Clone, Debug)]
pub struct Tiles(pub Vec<Tile>);

impl Render for Tiles {
    fn render(&self) -> Markup {
        html! {
            ul.tiles {
                @for tile in &self.0 {
                    li { a.tile href=(tile.href) { span.tile-number { (tile.number) } span.quiet { (tile.label) } } }
                }
            }
        }
    }
}

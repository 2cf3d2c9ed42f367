//! A believable household, for a newcomer to look at.

mod album;
mod care;
mod details;
pub mod drawings;
mod house;
pub mod household;
mod incident;
mod insurance;
mod keepsakes;
mod life;
mod press;
mod promises;
mod register;
mod stocktaking;

use jiff::civil::Date;

use self::{
    album::Album,
    drawings::{Drawing, Shot},
    house::House,
};
use crate::{
    domain::lang::Lang,
    error::{Error, Result},
    media::Media,
    store::{Rows, Store},
};

/// How many days ago the family took the archive into use. A store whose clock [stands still](crate::clock::Clock::set_to)
/// that long ago gets a history of that length; with the system's clock everything happens now.
pub const DAYS: i32 = 112;

/// What the newcomer wants.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The language that the family writes in.
    pub lang: Lang,
    /// The day that everything is counted back from.
    pub today: Date,
    /// What each of the family signs in with.
    pub password: &'a str,
}

/// Lets the demo household move into an empty archive: its people, places and things, what they did with them, and the
/// photos, drawn by `draw` on every core. `tell` hears how many pictures are done, of how many.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when the archive is not empty.
pub fn fill(
    store: &Store,
    media: &Media,
    wish: Wish<'_>,
    draw: impl Fn(Shot) -> Result<Drawing> + Sync,
    tell: impl Fn(usize, usize) + Sync,
) -> Result<()> {
    if store.read()?.newest_change()? > 0 {
        return Err(Error::Unavailable(
            "the archive is not empty, and the demo household only moves into an empty one; choose another folder"
                .to_owned(),
        ));
    }
    // Drawing takes longest: whoever gives up meanwhile leaves an archive that is still empty.
    let album = Album::draw(media, draw, tell)?;
    let mut house = House::claim(store, media, &album, wish)?;
    house.settle()?;
    house.empty_drawer()?;
    house.note_promises()?;
    house.insure()?;
    house.live()?;
    house.plan()?;
    house.remember()?;
    house.tell_of_incident()?;
    house.look_over()?;
    house.divide()?;
    house.photograph_receipts()
}

#[cfg(test)]
mod tests;

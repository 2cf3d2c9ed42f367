//! The forms of what belongs to one thing: warranties, claims, plans, jobs and loans are added, changed, removed and taken back
//! one way, and each says what its form holds.

mod conflict;
mod form;
mod formed;
mod sheet;

pub use self::{
    form::{Removal, add, blank, edit, remove, restore, save},
    formed::{Formed, Overview, Start, Titles, address, way},
    sheet::{Ground, Sheet},
};

//! Forms for what belongs to a thing: plans, jobs, loans, memories and bequests are added, changed, removed and taken back in
//! one way, and two people's versions meet on one page.

mod conflict;
mod form;
mod sheet;
mod typed;

pub(in crate::web) use self::{
    form::{
        Formed, Removal, Start, Titles, add, address, blank, edit, ground, remove, restore, save,
        way,
    },
    sheet::{Ground, Sheet},
    typed::Typed,
};

//! Who may do what: passwords, sessions, tokens, share links, and permission as types.
//!
//! A handler gets a [`Viewer`] from a session or a token. What only some may do takes an [`Editor`], [`Manager`] or
//! [`Head`], and the only way to one is through the viewer's role: an action without its permission does not compile.

pub mod audience;
mod belonging;
pub mod cue_link;
mod incident;
pub mod password;
mod permission;
mod report;
pub mod session;
pub mod setup;
pub mod share;
pub mod share_key;
pub mod throttle;
pub mod token;

pub use self::{
    belonging::{Changing, OfThing},
    permission::{Editor, Head, Manager, Viewer},
};

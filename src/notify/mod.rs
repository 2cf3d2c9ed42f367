//! What carries messages out of the house, and mail into it: channels that know nothing of things, people or pages.
//!
//! | what | where |
//! | --- | --- |
//! | a message, as whoever writes it hands it over | [`message`] |
//! | the channels | [`mail`] [`push`] [`webhook`] [`calendar`] |
//! | mail that comes in | [`mailbox`] |
//! | when: after a failure, around the night, once a day | [`backoff`] [`quiet`] [`digest`] |
//! | where to, and what may be trusted there | [`web_address`] [`guard`] [`trust`] [`server`] [`wire`] |
//! | why not | [`failure`] |
//!
//! Every connection is made by a [`wire::Dialer`], which asks its [`guard::Guard`] about the very address that it then
//! connects to. A delivery ends in time, one way or the other, and tells by its [`failure::Failure`] whether another
//! attempt is of any use. Nothing here keeps anything: what was sent, and what is to be sent again, is the caller's.

pub mod backoff;
pub mod calendar;
pub mod digest;
pub mod failure;
pub mod guard;
pub mod mail;
pub mod mailbox;
pub mod message;
mod outgoing;
pub mod push;
pub mod quiet;
pub mod secret;
pub mod server;
pub mod trust;
pub mod web_address;
pub mod webhook;
pub mod wire;

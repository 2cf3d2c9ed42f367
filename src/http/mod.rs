//! HTTP plumbing: server, extractors, replies, security headers, embedded assets.

mod assets;
mod cookie;
mod extract;
pub mod files;
mod identity;
mod reply;
mod security;
pub mod server;
pub mod upload;

pub use self::{
    cookie::{Jar, remember_look, session_cookie},
    extract::{Back, Form, Htmx, Path, Query, Snapshot},
    identity::Visit,
    reply::{Done, Problem, sentence},
};

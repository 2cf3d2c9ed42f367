//! HTTP plumbing: server, extractors, replies, security headers, embedded assets.

mod assets;
mod connection;
mod cookie;
mod extract;
pub mod files;
mod identity;
pub mod listeners;
mod pace;
mod reply;
pub mod report_file;
mod seats;
mod security;
pub mod server;
pub mod upload;

pub use self::{
    cookie::{Jar, Transport, remember_look, session_cookie, share_cookie},
    extract::{Back, Form, Htmx, Path, Query, Snapshot, unread},
    identity::{Visit, language},
    reply::{Done, Problem, failure, sentence, status},
};

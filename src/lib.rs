//! Smartinventory: the home server that knows what a household owns.
//!
//! The modules form levels; one imports only from levels above it in this list, never from a sibling on its own
//! level. `tests/architecture` holds the source to it.
//!
//! | level | modules |
//! | --- | --- |
//! | 0 | [`domain`] |
//! | 1 | [`error`] |
//! | 2 | [`config`] [`clock`] [`i18n`] [`protocol`] |
//! | 3 | [`store`] [`index`] [`media`] [`discovery`] [`notify`] [`press`] [`ui`] |
//! | 4 | [`access`] [`reports`] |
//! | 5 | [`actions`] |
//! | 6 | [`demo`] |
//! | 7 | [`app`] |
//! | 8 | [`http`] |
//! | 9 | [`web`] [`api`] [`registry`] |
//! | 10 | [`cli`] |

pub mod access;
pub mod actions;
pub mod api;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod discovery;
pub mod domain;
pub mod error;
pub mod http;
pub mod i18n;
pub mod index;
pub mod media;
pub mod notify;
pub mod press;
pub mod protocol;
pub mod registry;
pub mod reports;
pub mod store;
pub mod ui;
pub mod web;

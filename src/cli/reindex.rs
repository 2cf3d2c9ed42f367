//! `smartinventory reindex`: builds the search index again.

use std::process::ExitCode;

use crate::{app::order::Order, config::Settings, error::Result};

/// Runs the command.
pub(super) fn run(settings: &Settings) -> Result<ExitCode> {
    super::order(settings, &Order::Reindex)
}

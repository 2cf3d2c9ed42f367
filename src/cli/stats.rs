//! `smartinventory stats`: how much there is of everything, and how much room it takes.

use std::process::ExitCode;

use crate::{app::order::Order, config::Settings, error::Result};

/// Runs the command.
pub(super) fn run(settings: &Settings) -> Result<ExitCode> {
    super::order(settings, &Order::Stats)
}

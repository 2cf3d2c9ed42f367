//! `smartinventory compact`: gives back to the disk the room that the archive's file does not use.

use std::process::ExitCode;

use crate::{app::order::Order, config::Settings, error::Result};

/// Runs the command.
pub(super) fn run(settings: &Settings) -> Result<ExitCode> {
    super::order(settings, &Order::Compact)
}

//! `smartinventory check`: whether the archive and its files are whole.

use std::process::ExitCode;

use crate::{app::order::Order, config::Settings, error::Result};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Make again what is derived: the ways back along links, the search index, pictures in smaller sizes
    #[arg(long)]
    repair: bool,
}

/// Runs the command.
pub(super) fn run(settings: &Settings, arguments: &Arguments) -> Result<ExitCode> {
    let repair = arguments.repair;
    super::order(settings, &Order::Check { repair })
}

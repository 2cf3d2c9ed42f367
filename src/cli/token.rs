//! `smartinventory token`: bearer tokens for the JSON API.

use clap::Subcommand;

use crate::{app::control::Order, config::Settings, error::Result};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a token, and print it: nothing else, and never again
    Create {
        /// The name of the person whom it speaks for
        #[arg(long, value_name = "NAME")]
        person: String,
    },
}

/// Runs the command.
pub(super) fn run(settings: &Settings, command: Command) -> Result<()> {
    let Command::Create { person } = command;
    println!(
        "{}",
        super::order(settings, &Order::CreateToken { person })?
    );
    Ok(())
}

//! `smartinventory token`: bearer tokens for the JSON API.

use std::process::ExitCode;

use clap::Subcommand;

use crate::{app::order::Order, config::Settings, domain::account::TokenId, error::Result};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a token, and print it: nothing else, and never again
    Create {
        /// The name of the person whom it speaks for
        #[arg(long, value_name = "NAME")]
        person: String,
    },
    /// Print the id, when it was made, whom it speaks for, and the name of each token, the newest first
    List,
    /// Make a token worthless
    Revoke {
        /// Its id, as the list has it
        id: TokenId,
    },
}

/// Runs the command.
pub(super) fn run(settings: &Settings, command: Command) -> Result<ExitCode> {
    let order = match command {
        Command::Create { person } => Order::CreateToken { person },
        Command::List => Order::ListTokens,
        Command::Revoke { id } => Order::RevokeToken { id },
    };
    super::order(settings, &order)
}

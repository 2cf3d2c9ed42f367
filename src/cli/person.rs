//! `smartinventory person`: who belongs to the household.

use clap::Subcommand;

use crate::{app::control::Order, config::Settings, domain::person::Role, error::Result};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add a person, and print their id
    Add {
        /// What they are called, and sign in with
        name: String,
        /// What they may do
        #[arg(long, value_parser = role, default_value = "adult", value_name = "owner|adult|child|guest")]
        role: Role,
        /// Read their password from standard input: one line
        #[arg(long, required = true)]
        password_stdin: bool,
    },
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_key(text).ok_or_else(|| "one of owner, adult, child, guest".to_owned())
}

/// Runs the command.
pub(super) fn run(settings: &Settings, command: Command) -> Result<()> {
    let Command::Add {
        name,
        role,
        password_stdin: _,
    } = command;
    let password = super::read_password()?;
    println!(
        "{}",
        super::order(
            settings,
            &Order::AddPerson {
                name,
                role,
                password
            }
        )?
    );
    Ok(())
}

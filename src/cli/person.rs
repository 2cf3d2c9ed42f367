//! `smartinventory person`: who belongs to the household.

use std::process::ExitCode;

use clap::Subcommand;

use crate::{app::order::Order, config::Settings, domain::person::Role, error::Result};

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
    /// Print the role, when they were last seen, and the name of each person
    List,
    /// Give a person a new password, and sign them out everywhere
    ResetPassword {
        /// What they are called
        name: String,
        /// Read the new password from standard input: one line
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// Remove a person: they are signed out, their tokens end, and what they own stays
    Remove {
        /// What they are called
        name: String,
    },
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_key(text).ok_or_else(|| "one of owner, adult, child, guest".to_owned())
}

/// Runs the command.
pub(super) fn run(settings: &Settings, command: Command) -> Result<ExitCode> {
    let order = match command {
        Command::Add {
            name,
            role,
            password_stdin: _,
        } => Order::AddPerson {
            name,
            role,
            password: super::read_password()?,
        },
        Command::List => Order::ListPeople,
        Command::ResetPassword {
            name,
            password_stdin: _,
        } => Order::ResetPassword {
            name,
            password: super::read_password()?,
        },
        Command::Remove { name } => Order::RemovePerson { name },
    };
    super::order(settings, &order)
}

//! The command line: one file per command.

mod demo;
mod person;
mod serve;
mod token;

use std::{
    io::{BufRead, stdin},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::{
    app::control::{self, Order},
    clock::Clock,
    config::{Flags, Settings},
    error::{Error, Result},
    media,
    store::Store,
};

/// The home server that knows what a household owns.
///
/// Settings are taken from flags, else from the environment (`SMARTINVENTORY_LISTEN` for `--listen`), else from
/// `smartinventory.toml` in the data folder or in this one (`listen = "[::]:8480"`), else from the defaults.
#[derive(Debug, Parser)]
#[command(name = "smartinventory", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the household's pages (the default)
    Serve,
    /// Fill an empty archive with a demo household, to look around in
    Demo(demo::Arguments),
    /// Look after people
    #[command(subcommand)]
    Person(person::Command),
    /// Look after tokens for the JSON API
    #[command(subcommand)]
    Token(token::Command),
}

/// Parses the arguments and runs the command they name.
pub fn main() -> ExitCode {
    // The worker reads strangers' files and nothing else: not even the settings.
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(media::COMMAND) {
        return media::run_worker(arguments);
    }
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            match error {
                Error::Unavailable(sentence) => eprintln!("smartinventory: {sentence}"),
                error => eprintln!("smartinventory: {error}"),
            }
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    let settings = Settings::read(&arguments.flags)?;
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(settings),
        Command::Demo(arguments) => demo::run(&settings, &arguments),
        Command::Person(command) => person::run(&settings, command),
        Command::Token(command) => token::run(&settings, command),
    }
}

/// Carries an order out: through the server that holds the folder, or on the folder when none does.
fn order(settings: &Settings, order: &Order) -> Result<String> {
    if let Some(answer) = control::send(&settings.data, order)? {
        return Ok(answer);
    }
    std::fs::create_dir_all(&settings.data).map_err(Error::internal)?;
    let store = Store::open(&settings.data, Clock::system())?;
    control::obey(&store, order)
}

/// A password from standard input: one line, without its end.
fn read_password() -> Result<String> {
    let mut password = String::new();
    stdin()
        .lock()
        .read_line(&mut password)
        .map_err(Error::internal)?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}

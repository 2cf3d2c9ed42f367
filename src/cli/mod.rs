//! The command line: one file per command.

mod check;
mod compact;
mod demo;
mod foreground;
mod person;
mod registry;
mod reindex;
mod serve;
mod stats;
mod token;

use std::{
    io::{BufRead, Write, stderr, stdin, stdout},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::{
    app::{
        control,
        order::{self, Order, Verdict, Word, sentence},
        premises::Premises,
    },
    clock::Clock,
    config::{Flags, Settings},
    error::{Error, Result},
    media,
    reports::printer,
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
    /// Serve a public theft registry, which households publish to and everybody may ask
    Registry(registry::Arguments),
    /// Fill an empty archive with a demo household, to look around in
    Demo(demo::Arguments),
    /// Look after people
    #[command(subcommand)]
    Person(person::Command),
    /// Look after tokens for the JSON API
    #[command(subcommand)]
    Token(token::Command),
    /// Look whether every row, link, version and file is whole; 0 when they are, 1 when not
    ///
    /// Prints a line for each thing that is wrong, and one that sums up. What is `lost` cannot be made again and is left
    /// as it is; what is `broken` is derived, and --repair makes it again.
    Check(check::Arguments),
    /// Build the search index again, and print how many things it knows
    Reindex,
    /// Give the room that the archive's file does not use back to the disk, and print its size in bytes, before and after
    ///
    /// Beside a running server, pages wait until it is done.
    Compact,
    /// Print how much there is of everything, and how much room it takes in bytes
    Stats,
}

/// Parses the arguments and runs the command they name.
pub fn main() -> ExitCode {
    // What reads strangers' files and what prints do nothing else: they do not even read the settings.
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some(media::COMMAND) => return media::run_worker(arguments),
        Some(printer::COMMAND) => return printer::run(),
        _ => {}
    }
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(error) => refuse(&sentence(&error)),
    }
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    let settings = Settings::read(&arguments.flags)?;
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(settings)?,
        Command::Registry(arguments) => registry::run(&settings, arguments)?,
        Command::Demo(arguments) => demo::run(&settings, &arguments)?,
        Command::Person(command) => return person::run(&settings, command),
        Command::Token(command) => return token::run(&settings, command),
        Command::Check(arguments) => return check::run(&settings, &arguments),
        Command::Reindex => return reindex::run(&settings),
        Command::Compact => return compact::run(&settings),
        Command::Stats => return stats::run(&settings),
    }
    Ok(ExitCode::SUCCESS)
}

/// Carries an order out: through the server that holds the folder, or on the folder when none does. Prints the answer,
/// and how far it has come on standard error.
fn order(settings: &Settings, order: &Order) -> Result<ExitCode> {
    let verdict = if let Some(verdict) = control::send(&settings.data, order, &mut print)? {
        verdict
    } else {
        let runtime = tokio::runtime::Runtime::new().map_err(Error::internal)?;
        let program = std::env::current_exe().map_err(Error::internal)?;
        let handle = runtime.handle().clone();
        let clock = Clock::system();
        let premises = Premises::open(settings, order.begins(), clock, program, handle)?;
        order::obey(&premises, order, &mut print)
    };
    Ok(match verdict {
        Verdict::Well => ExitCode::SUCCESS,
        Verdict::Wrong => ExitCode::FAILURE,
        Verdict::Refused(sentence) => refuse(&sentence),
    })
}

/// Prints a word; fails when nobody reads the answer any more.
fn print(word: Word) -> Result<()> {
    match word {
        Word::Line(line) => writeln!(stdout(), "{line}").map_err(Error::internal),
        Word::Progress(line) => {
            // Who does not care how far it has come still wants the answer.
            let _ = writeln!(stderr(), "{line}");
            Ok(())
        }
        Word::Done(_) => Ok(()),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("smartinventory: {sentence}");
    ExitCode::FAILURE
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

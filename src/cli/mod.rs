//! The command line: one file per command.

use std::process::ExitCode;

use crate::media;

/// Parses the arguments and runs the command they name.
pub fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(media::COMMAND) {
        return media::run_worker(arguments);
    }
    ExitCode::SUCCESS
}

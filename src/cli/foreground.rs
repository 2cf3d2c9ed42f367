//! What every command that serves does beside: it says where it is found, writes a log, and ends in order when it is told to.

use std::{
    io::{IsTerminal, Write, stdout},
    time::Duration,
};

use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::error::{Error, Result};

/// How long what is still running may take to end when all is written.
const REST: Duration = Duration::from_secs(1);

/// Runs to its end what serves.
pub(super) fn run(serve: impl Future<Output = Result<()>>) -> Result<()> {
    let filter =
        EnvFilter::try_from_env("SMARTINVENTORY_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Error::internal)?;
    let served = runtime.block_on(serve);
    // A request that was given up on may still wait for the disk.
    runtime.shutdown_timeout(REST);
    served
}

/// A line on standard output, which nobody may be reading any more.
pub(super) fn say(line: &str) {
    let _ = writeln!(stdout(), "{line}");
}

/// Resolves at SIGTERM or SIGINT.
pub(super) fn signalled() -> Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).map_err(Error::internal)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::internal)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

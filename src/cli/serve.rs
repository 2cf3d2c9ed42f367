//! `smartinventory serve`: the household's server.

use std::{
    io::{IsTerminal, Write, stdout},
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::{
    api,
    app::{App, supervision},
    clock::Clock,
    config::Settings,
    discovery::Reach,
    error::{Error, Result},
    http::{listeners::Listeners, server},
    web,
};

/// How long what is still running may take to end when all is written.
const REST: Duration = Duration::from_secs(1);

/// Serves until the process is told to stop.
pub(super) fn run(settings: Settings) -> Result<()> {
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
    let served = runtime.block_on(serve(settings));
    // A request that was given up on may still wait for the disk.
    runtime.shutdown_timeout(REST);
    served
}

async fn serve(mut settings: Settings) -> Result<()> {
    let signal = signalled()?;
    let program = std::env::current_exe().map_err(Error::internal)?;
    let listeners = Listeners::open(settings.listen)?;
    let addresses = listeners.addresses().to_vec();
    let reach = Reach::of(&addresses).filter(|_| settings.discovery);
    if let Some(first) = addresses.first() {
        // Not the one in the settings, where a service manager has opened the sockets or the system has chosen the port.
        settings.listen = *first;
    }
    let app = App::open(settings, Clock::system(), program)?;
    let (stop, close) = (CancellationToken::new(), CancellationToken::new());
    let mut running = app.start(&stop)?;
    greet(&app, &addresses, reach.is_some());
    if let Some(reach) = reach {
        let port = reach.port();
        running.spawn(Arc::clone(&app).announce(reach, close.clone(), tell_name(port)));
    }
    let router = server::router(&app, web::routes().merge(api::routes()));
    supervision::ready();
    let served = server::serve(listeners, router, async move {
        signal.await;
        supervision::stopping();
        close.cancel();
    })
    .await;
    stop.cancel();
    running.join_all().await;
    served
}

/// Says where to go, and the code that claims an archive that nobody has.
fn greet(app: &App, addresses: &[SocketAddr], is_announced: bool) {
    say(&format!(
        "Smartinventory keeps its archive in {}",
        app.settings().data.display()
    ));
    for address in addresses {
        let everywhere = address.ip().is_unspecified();
        let host = if everywhere {
            format!("localhost:{}", address.port())
        } else {
            address.to_string()
        };
        say(&format!("Open http://{host} in a browser"));
        if everywhere && !is_announced {
            say("From another device, use this machine's name or address instead of localhost");
        }
    }
    if let Some(code) = app.setup_code() {
        say(&format!("Setup code: {code}"));
    }
}

/// Says what this machine is called on the network, each time that it is something new.
fn tell_name(port: u16) -> impl Fn(&str) + Send + 'static {
    let told = Mutex::new(String::new());
    move |name| {
        let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
        if *told != name {
            name.clone_into(&mut told);
            let address = format!("http://{name}:{port}");
            say(&format!("Open {address} on any device at home"));
            supervision::found_at(&address);
        }
    }
}

/// A line on standard output, which nobody may be reading any more.
fn say(line: &str) {
    let _ = writeln!(stdout(), "{line}");
}

/// Resolves at SIGTERM or SIGINT.
fn signalled() -> Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).map_err(Error::internal)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::internal)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

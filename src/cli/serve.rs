//! `smartinventory serve`: the household's server.

use std::{io::IsTerminal, net::SocketAddr};

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};
use tracing_subscriber::EnvFilter;

use crate::{
    api,
    app::App,
    clock::Clock,
    config::Settings,
    error::{Error, Result},
    http::server,
    web,
};

/// Serves until the process is told to stop.
pub(super) fn run(settings: Settings) -> Result<()> {
    let filter =
        EnvFilter::try_from_env("SMARTINVENTORY_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let program = std::env::current_exe().map_err(Error::internal)?;
    let app = App::open(settings, Clock::system(), program)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Error::internal)?;
    runtime.block_on(async {
        let listener = server::bind(app.settings().listen).await?;
        let address = listener.local_addr().map_err(Error::internal)?;
        let (stop, stopped) = watch::channel(false);
        let running = app.start(&stopped)?;
        greet(&app, address);
        let router = server::router(&app, web::routes().merge(api::routes()));
        server::serve(listener, router, signalled()?).await?;
        stop.send_replace(true);
        running.join_all().await;
        Ok(())
    })
}

/// Says where to go, and the code that claims an archive that nobody has.
fn greet(app: &App, address: SocketAddr) {
    let host = if address.ip().is_unspecified() {
        "localhost".to_owned()
    } else {
        address.ip().to_string()
    };
    println!(
        "Smartinventory keeps its archive in {}",
        app.settings().data.display()
    );
    println!("Open http://{host}:{} in a browser", address.port());
    if address.ip().is_unspecified() {
        println!("From another device, use this machine's name or address instead of localhost");
    }
    if let Some(code) = app.setup_code() {
        println!("Setup code: {code}");
    }
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

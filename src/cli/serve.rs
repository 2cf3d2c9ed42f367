//! `smartinventory serve`: the household's server.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio_util::sync::CancellationToken;

use super::foreground::{self, say, signalled};
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

/// Serves until the process is told to stop.
pub(super) fn run(settings: Settings) -> Result<()> {
    foreground::run(serve(settings))
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

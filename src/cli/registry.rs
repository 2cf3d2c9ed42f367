//! `smartinventory registry`: the public theft registry's server.

use std::sync::Arc;

use super::foreground::{self, say, signalled};
use crate::{
    app::supervision,
    clock::Clock,
    config::Settings,
    error::{Error, Result},
    http::{listeners::Listeners, server},
    notify::{guard::Network, trust::Trust},
    registry::{
        housekeeping,
        limits::{Allowance, Limits},
        service::Registry,
        store::Store,
    },
};

/// What is said of a registry beside where it keeps things and where it listens.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The database that several nodes share; without one, everything is kept in the data folder
    #[arg(
        long,
        value_name = "URL",
        env = "SMARTINVENTORY_REGISTRY_DATABASE",
        hide_env_values = true
    )]
    database: Option<String>,
    /// The address that the world knows it by, such as <https://register.example>; else the one that each request was sent to
    #[arg(long, value_name = "URL", env = "SMARTINVENTORY_REGISTRY_ADDRESS")]
    address: Option<String>,
    /// The proxies before it, as networks: whom they ask for stands in X-Forwarded-For
    #[arg(
        long,
        value_name = "NETWORKS",
        value_delimiter = ',',
        env = "SMARTINVENTORY_REGISTRY_PROXIES"
    )]
    proxies: Vec<Network>,
    /// How often a client may check something, in an hour
    #[arg(long, value_name = "COUNT", default_value_t = Allowance::default().checks)]
    checks_per_hour: u32,
    /// How often a client may check one and the same thing, in an hour
    #[arg(long, value_name = "COUNT", default_value_t = Allowance::default().checks_of_one)]
    checks_of_one_per_hour: u32,
    /// How many publishers may come from one client, in an hour
    #[arg(long, value_name = "COUNT", default_value_t = Allowance::default().publishers)]
    publishers_per_hour: u32,
    /// How many messages a client may write, in an hour
    #[arg(long, value_name = "COUNT", default_value_t = Allowance::default().messages)]
    messages_per_hour: u32,
}

/// Serves until the process is told to stop.
pub(super) fn run(settings: &Settings, arguments: Arguments) -> Result<()> {
    foreground::run(serve(settings, arguments))
}

async fn serve(settings: &Settings, arguments: Arguments) -> Result<()> {
    let signal = signalled()?;
    let listeners = Listeners::open(settings.listen)?;
    let addresses = listeners.addresses().to_vec();
    let clock = Clock::system();
    let store = if let Some(url) = &arguments.database {
        Store::postgres(url, &trust()?, clock.clone()).await?
    } else {
        settings.make_folder()?;
        Store::embedded(&settings.data)?
    };
    let allowance = Allowance {
        checks: arguments.checks_per_hour,
        checks_of_one: arguments.checks_of_one_per_hour,
        publishers: arguments.publishers_per_hour,
        messages: arguments.messages_per_hour,
    };
    let limits = Limits::of(&store, allowance, &clock).await?;
    let registry = Registry::new(store, clock, limits, arguments.address);
    let registry = Arc::new(registry.behind(arguments.proxies));
    for address in addresses {
        say(&format!("The registry answers on http://{address}"));
    }
    let tidying = tokio::spawn(housekeeping::run(Arc::clone(&registry)));
    let router = crate::registry::routes(&registry);
    supervision::ready();
    let served = server::serve(listeners, router, async move {
        signal.await;
        supervision::stopping();
    })
    .await;
    tidying.abort();
    served
}

/// Whom a database is believed by.
fn trust() -> Result<Trust> {
    Trust::of_this_machine().map_err(|error| Error::Unavailable(error.to_string()))
}

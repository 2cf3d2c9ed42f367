//! Connections to the database: a few, shared, encrypted as the address says, and none that waits for ever.

use std::time::Duration;

use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime,
    TimeoutType, Timeouts,
};
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{super::fault::Fault, fault};
use crate::{
    error::{Error, Result},
    notify::trust::Trust,
};

/// How many connections a node has.
const CONNECTIONS: usize = 16;

/// How long one host may take to answer; how long a connection may take to be made, to whichever of the hosts that the
/// address names; and how long one may wait for its turn.
const ANSWER: Duration = Duration::from_secs(2);
const CONNECTING: Duration = Duration::from_secs(8);
const TURN: Duration = Duration::from_secs(5);

/// After how long one finds that the other end is gone without a word.
const SILENCE: Duration = Duration::from_secs(15);

/// Nothing holds on to what others wait for. What is done later would never be, were it done by a client that is gone.
const LIMITS: &str =
    "set statement_timeout = '10s'; set idle_in_transaction_session_timeout = '10s'";

/// A scan of a table that is still small collides with whatever anybody writes to it; an index, with its neighbours alone.
const BY_INDEX: &str = "set enable_seqscan = off";

pub(super) fn pool(url: &str, trust: &Trust) -> Result<Pool> {
    let mut config: Config = url
        .parse()
        .map_err(|error| Error::Unavailable(format!("the address of the database: {error}")))?;
    config
        .keepalives_idle(SILENCE)
        .keepalives_interval(SILENCE / 3)
        .keepalives_retries(3)
        .tcp_user_timeout(SILENCE);
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(ANSWER);
    }
    if config.get_application_name().is_none() {
        config.application_name("smartinventory-registry");
    }
    let tls = MakeRustlsConnect::new(trust.client_config());
    let recycling = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    let limits = Hook::async_fn(|client: &mut deadpool_postgres::ClientWrapper, _| {
        Box::pin(async move {
            let limited = client.batch_execute(LIMITS).await;
            limited.map_err(HookError::Backend)?;
            // A database that does not know it plans without.
            let _ = client.batch_execute(BY_INDEX).await;
            Ok(())
        })
    });
    Pool::builder(Manager::from_config(config, tls, recycling))
        .max_size(CONNECTIONS)
        .timeouts(Timeouts {
            wait: Some(TURN),
            create: Some(CONNECTING),
            recycle: Some(CONNECTING),
        })
        .post_create(limits)
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(Error::internal)
}

/// A connection that nobody else uses meanwhile.
pub(super) async fn take(pool: &Pool) -> Result<Object, Fault> {
    pool.get().await.map_err(|error| match error {
        PoolError::Timeout(TimeoutType::Wait) => {
            Fault::Unavailable("too many wait for the database".to_owned())
        }
        PoolError::Timeout(_) => Fault::Away("the database does not answer".to_owned()),
        PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => {
            fault::told(&error)
        }
        error => Fault::Defect(error.to_string()),
    })
}

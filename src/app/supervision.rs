//! What a service manager hears (`sd_notify(3)`): that pages can be served, that they still can, and that it ends.

use std::{sync::Arc, time::Duration};

use sd_notify::NotifyState;
use tokio::time::interval;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{error::Result, store::Rows};

/// Says that the first page can be served.
pub fn ready() {
    say(&[
        NotifyState::Ready,
        NotifyState::Status("Serving the household's pages"),
    ]);
}

/// Says where the pages are found.
pub fn found_at(address: &str) {
    let status = format!("Serving the household's pages at {address}");
    say(&[NotifyState::Status(&status)]);
}

/// Says that no more requests are taken.
pub fn stopping() {
    say(&[
        NotifyState::Stopping,
        NotifyState::Status("Finishing the requests at hand"),
    ]);
}

fn say(states: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(states) {
        tracing::warn!(%error, "the service manager cannot be told");
    }
}

/// How long a service manager waits for a sign of life before it starts the server anew; none when nobody does.
pub(super) fn patience() -> Option<Duration> {
    sd_notify::watchdog_enabled().filter(|patience| !patience.is_zero())
}

/// Gives a sign of life, as often as it takes and only after a look at the archive, until told to stop.
pub(super) async fn assure(app: Arc<App>, patience: Duration, stop: CancellationToken) {
    let mut beat = interval(patience / 3);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = beat.tick() => {}
        }
        // Where this hangs, so would every request: no sign of life follows, and the service manager acts.
        match look(&app).await {
            Ok(()) => say(&[NotifyState::Watchdog]),
            Err(error) => tracing::error!(%error, "the archive cannot be read"),
        }
    }
}

/// What every page takes: a free thread that may wait, and the archive.
async fn look(app: &Arc<App>) -> Result<()> {
    app.change(|store| store.read()?.newest_change().map(drop))
        .await
}

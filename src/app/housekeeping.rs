//! What the server does by itself: empties the bin of what has lain there for thirty days.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use super::{App, stopped};
use crate::{actions::bin, domain::blob::BlobHash, error::Result};

/// How often.
const EVERY: Duration = Duration::from_hours(1);

/// Tidies until told to stop.
pub(super) async fn tidy(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut hours = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            () = stopped(&mut stop) => break,
            _ = hours.tick() => {}
        }
        if let Err(error) = sweep(&app).await {
            tracing::warn!(%error, "the bin could not be swept; trying again in an hour");
        }
    }
}

async fn sweep(app: &Arc<App>) -> Result<()> {
    let swept = app.change(bin::sweep).await?;
    app.forget(&swept.value)
}

impl App {
    /// Removes files that nothing holds any more, once the change that let go of them is durable.
    pub fn forget(&self, blobs: &[BlobHash]) -> Result<()> {
        blobs.iter().try_for_each(|blob| self.media.remove(*blob))
    }
}

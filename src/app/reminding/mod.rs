//! Reminding people: who holds the rounds, carries what is laid out to where it should go, and counts what is due.

mod carrier;
mod courier;
pub mod wording;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::civil::Date;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

pub use self::carrier::Carrier;
use super::App;
use crate::{
    access::Viewer,
    actions::{household, reminders},
    domain::person::{PersonId, Role},
    error::{Error, Result},
    store::{Remindings, Rows},
};

/// How often it is looked whether it is time for a round or an attempt, and how old a count on a page may be.
const EVERY: Duration = Duration::from_secs(30);

/// What is known of reminders between two looks.
#[derive(Debug, Default)]
pub(super) struct Board {
    counts: Mutex<HashMap<PersonId, usize>>,
    /// Up to which change of the archive, and for which day.
    counted: Mutex<Option<(u64, Date)>>,
    poked: Notify,
}

/// Holds rounds, sends what is laid out, and keeps the counts, until told to stop.
pub(super) async fn follow(app: Arc<App>, carrier: Carrier, stop: CancellationToken) {
    let mut courier = courier::Courier::new(Arc::clone(&app), carrier);
    loop {
        if !app.is_unclaimed() {
            if let Err(error) = app.hold_rounds().await {
                tracing::warn!(%error, "nobody can be reminded now; trying again");
            }
            if let Err(error) = courier.send_out().await {
                tracing::warn!(%error, "what waits to go out cannot be read; trying again");
            }
            if let Err(error) = app.count_reminders().await {
                tracing::warn!(%error, "reminders cannot be counted; trying again");
            }
        }
        tokio::select! {
            () = stop.cancelled() => break,
            () = app.reminding.poked.notified() => {}
            () = courier.returned() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
    courier.come_home().await;
}

impl App {
    /// Has the follower look at once, and not at its next time.
    pub fn poke_reminding(&self) {
        self.reminding.poked.notify_one();
    }

    /// How many reminders wait for a person, as far as the last look has seen.
    pub fn count_of_reminders(&self, person: PersonId) -> usize {
        let counts = &self.reminding.counts;
        let counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&person).copied().unwrap_or_default()
    }

    /// Keeps how many reminders wait for a person.
    pub fn keep_count(&self, person: PersonId, count: usize) {
        let counts = &self.reminding.counts;
        let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.insert(person, count);
    }

    /// Counts anew what waits for a person: they have just answered something.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the archive cannot be read.
    pub async fn recount_reminders(self: &Arc<Self>, viewer: &Viewer) -> Result<()> {
        let (app, viewer) = (Arc::clone(self), viewer.clone());
        let counting = tokio::task::spawn_blocking(move || {
            let (rows, today) = (app.store.read()?, app.store.clock().today());
            let due = reminders::due(&rows, &viewer, today)?;
            app.keep_count(viewer.person(), due.len());
            Ok(())
        });
        counting.await.map_err(Error::internal)?
    }

    /// Holds the round of everybody whose time it is.
    async fn hold_rounds(self: &Arc<Self>) -> Result<()> {
        self.change(|store| {
            let people = store.read()?.all_remindings()?;
            for reminding in people {
                if !reminding.channels.is_empty() {
                    reminders::hold_round(store, reminding.person)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Counts what waits for each, when the archive has changed or a day has begun.
    async fn count_reminders(self: &Arc<Self>) -> Result<()> {
        let app = Arc::clone(self);
        let counting = tokio::task::spawn_blocking(move || {
            let rows = app.store.read()?;
            let today = app.store.clock().today();
            let now = (rows.newest_change()?, today);
            let counted = &app.reminding.counted;
            if *counted.lock().unwrap_or_else(PoisonError::into_inner) == Some(now) {
                return Ok(());
            }
            for person in household::people(&rows)? {
                if person.role != Role::Guest {
                    let viewer = Viewer::of(person.body);
                    let due = reminders::due(&rows, &viewer, today)?;
                    app.keep_count(viewer.person(), due.len());
                }
            }
            *counted.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
            Ok(())
        });
        counting.await.map_err(Error::internal)?
    }
}

//! The courier: takes what is laid out for a channel to where it should go, each channel by itself, and notes what became
//! of it.
//!
//! What is laid out stays so until the other side has taken it. Whatever ends the program in between, it goes out again
//! under the same id, by which a mail program or a webhook knows it.

use std::{collections::HashSet, sync::Arc, time::Duration};

use jiff::{Timestamp, tz::TimeZone};
use tokio::task::JoinSet;

use super::{
    Carrier,
    carrier::Parcel,
    wording::{self, Links},
};
use crate::{
    access::Viewer,
    actions::reminders,
    app::App,
    domain::{
        lang::Lang,
        person::{Person, PersonId},
        reminding::{Channel, ChannelId, Delivery, Quiet, Reminding},
    },
    error::{Error, Result},
    notify::{failure::Failure, message::Message, quiet::QuietHours},
    store::{Remindings, Row, Rows, Secrets},
};

/// How long the end of the program waits for what is on its way.
const GRACE: Duration = Duration::from_secs(5);

/// Sends what is laid out.
pub(super) struct Courier {
    app: Arc<App>,
    carrier: Carrier,
    away: JoinSet<ChannelId>,
    /// The channels that somebody is on the way to.
    busy: HashSet<ChannelId>,
}

impl Courier {
    pub(super) fn new(app: Arc<App>, carrier: Carrier) -> Self {
        Self {
            app,
            carrier,
            away: JoinSet::new(),
            busy: HashSet::new(),
        }
    }

    /// Sets off to every channel that something waits for, and whose time it is.
    pub(super) async fn send_out(&mut self) -> Result<()> {
        let app = Arc::clone(&self.app);
        let people = tokio::task::spawn_blocking(move || app.store.read()?.all_remindings());
        let people = people.await.map_err(Error::internal)??;
        let clock = self.app.store.clock();
        let (now, zone) = (clock.now(), clock.zone());
        for reminding in people {
            for channel in &reminding.channels {
                let Some(delivery) = ready(&reminding, channel, now, &zone) else {
                    continue;
                };
                if self.busy.insert(channel.id) {
                    let (app, carrier) = (Arc::clone(&self.app), self.carrier.clone());
                    let (person, channel) = (reminding.person, channel.clone());
                    let delivery = delivery.clone();
                    self.away.spawn(async move {
                        deliver(&app, &carrier, person, &channel, delivery).await;
                        channel.id
                    });
                }
            }
        }
        Ok(())
    }

    /// Waits until somebody is back; for ever, if nobody is away.
    pub(super) async fn returned(&mut self) {
        match self.away.join_next().await {
            Some(Ok(channel)) => {
                self.busy.remove(&channel);
            }
            // Whose errand failed is not known: all are free again, and what waits is tried at its time.
            Some(Err(error)) => {
                tracing::error!(%error, "a message was lost on its way; it is sent again");
                self.busy.clear();
            }
            None => std::future::pending().await,
        }
    }

    /// Waits a moment for those who are away.
    pub(super) async fn come_home(mut self) {
        let all = async { while self.away.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(GRACE, all).await;
    }
}

/// What may go out by a channel now.
fn ready<'a>(
    reminding: &Reminding,
    channel: &'a Channel,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<&'a Delivery> {
    let delivery = channel.waiting.as_ref()?;
    let quiet = reminding.quiet.and_then(hours);
    let is_free = quiet.is_none_or(|quiet| quiet.earliest(now, zone) <= now);
    // A clock that was ahead may have put the next attempt years away.
    let is_time = delivery.next? <= now || delivery.written > now;
    (is_time && is_free).then_some(delivery)
}

fn hours(quiet: Quiet) -> Option<QuietHours> {
    QuietHours::new(quiet.from.time(), quiet.until.time())
}

async fn deliver(
    app: &Arc<App>,
    carrier: &Carrier,
    person: PersonId,
    channel: &Channel,
    delivery: Delivery,
) {
    let id = delivery.id;
    let outcome = match write(app, person, delivery.clone()).await {
        Ok(Some(message)) => {
            let parcel = Parcel {
                message: &message,
                kind: "reminder.digest",
                id: id.to_string(),
                written: delivery.written,
                now: app.store.clock().now(),
            };
            carrier.carry(&channel.way, &parcel).await
        }
        // All of it has been answered since.
        Ok(None) => Ok(()),
        Err(error) => {
            tracing::warn!(%error, "a message cannot be written; trying again");
            return;
        }
    };
    if outcome.is_err() {
        // What the other side says may name somebody: it stands on their page alone.
        tracing::info!(channel = channel.way.key(), "a message did not go out");
    }
    let channel = channel.id;
    let settled = app
        .change(move |store| reminders::settle(store, person, channel, id, &outcome))
        .await;
    if let Err(error) = settled {
        tracing::warn!(%error, "what became of a message cannot be kept");
    }
}

/// The message of what still has to be told.
async fn write(app: &Arc<App>, person: PersonId, delivery: Delivery) -> Result<Option<Message>> {
    let app = Arc::clone(app);
    let writing = tokio::task::spawn_blocking(move || {
        let rows = app.store.read()?;
        let (reminding, account) = (rows.reminding(person)?, rows.account(person)?);
        let Some(who) = rows
            .find::<Person>(person)?
            .filter(|who| who.binned.is_none())
        else {
            return Ok(None);
        };
        let home = crate::actions::household::current(&rows)?;
        let lang = account.lang.unwrap_or(home.lang);
        let found = still_told(&app, &rows, who, &delivery)?;
        let Some(key) = reminding.key.filter(|_| !found.is_empty()) else {
            return Ok(None);
        };
        let links = Links {
            base: app.address(),
            person,
            key: *key,
            today: app.store.clock().today(),
        };
        Ok(Some(wording::digest(lang, &links, &found)))
    });
    writing.await.map_err(Error::internal)?
}

fn still_told(
    app: &App,
    rows: &(impl Rows + Remindings),
    who: Row<Person>,
    delivery: &Delivery,
) -> Result<Vec<reminders::Found>> {
    let today = app.store.clock().today();
    let viewer = Viewer::of(who.body);
    let mut told = Vec::new();
    for reminder in &delivery.reminders {
        let Some(found) = reminders::find(rows, &viewer, reminder.cue, today)? else {
            continue;
        };
        let memo = rows.memo(viewer.person(), reminder.cue)?;
        let stands = memo.is_none_or(|memo| memo.stands(today));
        if found.reminder.on == reminder.on && stands {
            told.push(found);
        }
    }
    Ok(told)
}

impl App {
    /// Sends somebody a message by one of their channels that says how a reminder will look. What stands in the way is
    /// shown on their page, and told.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the channel is not theirs.
    pub async fn try_channel(
        self: &Arc<Self>,
        viewer: &Viewer,
        lang: Lang,
        channel: ChannelId,
    ) -> Result<Result<(), Failure>> {
        let person = viewer.person();
        let reminding = self.store.read()?.reminding(person)?;
        let channel = reminding.channel(channel).ok_or(Error::NotFound)?;
        let message = wording::specimen(lang, self.address().as_ref());
        let clock = self.store.clock();
        let id = clock.id::<Delivery>();
        let parcel = Parcel {
            message: &message,
            kind: "reminder.test",
            id: id.to_string(),
            written: clock.now(),
            now: clock.now(),
        };
        let outcome = self.carrier.carry(&channel.way, &parcel).await;
        let (kept, channel) = (outcome.clone(), channel.id);
        self.change(move |store| reminders::settle(store, person, channel, id, &kept))
            .await?;
        if outcome.is_ok() {
            // What was given up for lost may go out now.
            self.poke_reminding();
        }
        Ok(outcome)
    }
}

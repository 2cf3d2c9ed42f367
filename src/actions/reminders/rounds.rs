//! Rounds: once a day at most, what a person has not been told of yet is put together and laid out for their channels.

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

use super::{ACTION, Found, in_time, memo};
use crate::{
    access::Viewer,
    domain::{
        person::{Person, PersonId},
        reminder::Reminder,
        reminding::{Channel, Delivery, Reminding},
    },
    error::Result,
    notify::digest::{Rhythm, Standing},
    store::{Remindings, Rows, Store, Writer},
};

/// How long what became of a reminder is remembered after its day, in days: for what is muted, for ever.
const REMEMBERED: i16 = 800;

/// Holds a person's round if it is time for it: what nobody has told them of is noted as told and, in the same
/// transaction, laid out for each of their channels. However long nothing ran, there is one round and one message.
///
/// Whether something was laid out.
pub fn hold_round(store: &Store, person: PersonId) -> Result<bool> {
    let rows = store.read()?;
    let reminding = rows.reminding(person)?;
    let (now, zone) = (store.clock().now(), store.clock().zone());
    let day = match rhythm(&reminding).standing(reminding.last, now, &zone) {
        Standing::Made(day) if reminding.last == Some(day) => return Ok(false),
        // A clock that was ahead has been put back.
        Standing::Made(day) => {
            return close(store, person, &reminding, day, &[]);
        }
        Standing::Due(day) => day,
    };
    let found = match rows.find::<Person>(person)? {
        Some(person) if person.binned.is_none() && !reminding.channels.is_empty() => {
            let viewer = Viewer::of(person.body);
            in_time(&rows, &viewer, &reminding, zone.to_datetime(now).date())?
        }
        _ => Vec::new(),
    };
    drop(rows);
    close(store, person, &reminding, day, &found)
}

fn rhythm(reminding: &Reminding) -> Rhythm {
    Rhythm {
        at: reminding.at.time(),
        on: reminding
            .weekday
            .and_then(|day| Weekday::from_monday_zero_offset(i8::try_from(day).ok()?).ok()),
    }
}

/// Ends a round that was begun for how the person was reminded `then`.
fn close(
    store: &Store,
    person: PersonId,
    then: &Reminding,
    day: Date,
    found: &[Found],
) -> Result<bool> {
    let now = store.clock().now();
    let today = store.clock().zone().to_datetime(now).date();
    let saved = store.write(None, ACTION, |tx| {
        let mut reminding = tx.reminding(person)?;
        if reminding.last != then.last {
            return Ok(false);
        }
        // What was refused is tried once more in each round: somebody may have mended it elsewhere.
        for waiting in reminding
            .channels
            .iter_mut()
            .filter_map(|one| one.waiting.as_mut())
        {
            waiting.next.get_or_insert(now);
        }
        let news = take_news(tx, person, found, today)?;
        if !news.is_empty() {
            for channel in &mut reminding.channels {
                channel.lay_out(store.clock().id(), &news, now);
            }
        }
        tx.forget_memos(person, |memo| {
            let days = jiff::Span::new().days(REMEMBERED);
            !memo.muted && memo.on.saturating_add(days) < today
        })?;
        reminding.last = Some(day);
        tx.put_reminding(&reminding)?;
        Ok(!news.is_empty())
    })?;
    Ok(saved.value)
}

/// What has not been told yet, noted as told.
fn take_news(
    tx: &mut Writer<'_>,
    person: PersonId,
    found: &[Found],
    today: Date,
) -> Result<Vec<Reminder>> {
    let mut news = Vec::new();
    for found in found {
        let memo = memo(tx, person, found)?;
        if memo.is_news(today) {
            tx.put_memo(person, found.reminder.cue, &memo.tell(today))?;
            news.push(found.reminder);
        }
    }
    Ok(news)
}

impl Channel {
    /// Lays out what is to be told: added to what still waits, as one message.
    fn lay_out(&mut self, id: crate::domain::id::Id<Delivery>, news: &[Reminder], now: Timestamp) {
        let mut reminders = self
            .waiting
            .take()
            .map(|waiting| waiting.reminders)
            .unwrap_or_default();
        reminders.extend(news);
        reminders.sort_unstable();
        reminders.dedup();
        self.waiting = Some(Delivery {
            id,
            reminders,
            written: now,
            failures: 0,
            next: Some(now),
        });
    }
}

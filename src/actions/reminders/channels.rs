//! The channels by which messages reach people: added, removed, and what becomes of what they carry.

use jiff::Timestamp;

use super::adjust;
use crate::{
    access::Editor,
    domain::{
        id::Id,
        person::PersonId,
        reminding::{Channel, ChannelId, Delivery, Trouble, Way},
        text,
    },
    error::{Error, Result},
    notify::{
        backoff,
        failure::{Cause, Failure},
        mail::Correspondent,
        push::Topic,
        web_address::WebAddress,
        webhook::SigningKey,
    },
    store::Store,
};

/// How many channels a person may have: more than anybody looks at.
const MOST: usize = 10;

/// A way that somebody wants messages to come.
#[derive(Clone, PartialEq, Eq)]
pub enum NewWay {
    /// To a mail address.
    Mail {
        /// The address.
        to: String,
    },
    /// To a topic of ntfy.
    Ntfy {
        /// The server's address.
        server: String,
        /// The topic.
        topic: String,
        /// The access token; empty for none.
        token: String,
    },
    /// To an application of Gotify.
    Gotify {
        /// The server's address.
        server: String,
        /// The application's token.
        token: String,
    },
    /// To any program; what it is signed with is drawn here.
    Webhook {
        /// The program's address.
        address: String,
    },
}

/// Adds a channel.
///
/// # Errors
/// [`Error::Invalid`] by field, and with `channel` when there are ten already.
pub fn add(store: &Store, editor: &Editor, way: NewWay) -> Result<Channel> {
    let clock = store.clock();
    let way = checked(way, clock.secret()?)?;
    let key = clock.secret()?;
    let channel = Channel {
        id: clock.id(),
        way,
        sent: None,
        trouble: None,
        waiting: None,
    };
    adjust(store, editor.person(), |_, reminding| {
        if reminding.channels.len() >= MOST {
            return Err(Error::invalid("channel", "error-channels"));
        }
        reminding.key.get_or_insert_with(|| key.into());
        reminding.channels.push(channel.clone());
        Ok(channel)
    })
}

/// Removes a channel, and what waited to go out by it.
///
/// # Errors
/// [`Error::NotFound`] when it is not theirs.
pub fn remove(store: &Store, editor: &Editor, id: ChannelId) -> Result<()> {
    adjust(store, editor.person(), |_, reminding| {
        reminding.channel(id).ok_or(Error::NotFound)?;
        reminding.channels.retain(|channel| channel.id != id);
        Ok(())
    })
}

fn checked(way: NewWay, chance: [u8; 32]) -> Result<Way> {
    let server = |text: &str, field| {
        let address = WebAddress::parse(text);
        let address = address.map_err(|_| Error::invalid(field, "error-web-address"))?;
        Ok::<_, Error>(address.as_str().to_owned())
    };
    let token = |text: &str| text::line(text);
    Ok(match way {
        NewWay::Mail { to } => {
            let to = text::line(&to);
            Correspondent::new(None, &to)
                .map_err(|_| Error::invalid("to", "error-mail-address"))?;
            Way::Mail { to }
        }
        NewWay::Ntfy {
            server: address,
            topic,
            token: given,
        } => {
            let topic = text::line(&topic);
            let parsed: std::result::Result<Topic, _> = topic.parse();
            parsed.map_err(|_| Error::invalid("topic", "error-topic"))?;
            Way::Ntfy {
                server: server(&address, "server")?,
                topic,
                token: Some(token(&given)).filter(|token| !token.is_empty()),
            }
        }
        NewWay::Gotify {
            server: address,
            token: given,
        } => {
            let token = token(&given);
            if token.is_empty() {
                return Err(Error::invalid("token", "error-token"));
            }
            Way::Gotify {
                server: server(&address, "server")?,
                token,
            }
        }
        NewWay::Webhook { address } => {
            let key = SigningKey::from_bytes(&chance).map_err(Error::internal)?;
            Way::Webhook {
                address: server(&address, "address")?,
                key: key.reveal().to_owned(),
            }
        }
    })
}

/// Keeps what became of an attempt to send what waits by a channel. What was changed meanwhile stays as it is.
pub fn settle(
    store: &Store,
    person: PersonId,
    channel: ChannelId,
    delivery: Id<Delivery>,
    outcome: &Result<(), Failure>,
) -> Result<()> {
    let now = store.clock().now();
    adjust(store, person, |_, reminding| {
        let channel = reminding.channels.iter_mut().find(|one| one.id == channel);
        if let Some(channel) = channel {
            channel.settle(delivery, outcome, now);
        }
        Ok(())
    })
}

impl Channel {
    /// Takes note of what became of an attempt.
    fn settle(&mut self, delivery: Id<Delivery>, outcome: &Result<(), Failure>, now: Timestamp) {
        match outcome {
            Ok(()) => {
                self.waiting.take_if(|one| one.id == delivery);
                // The way is open: what was given up, or waits for long, may go.
                if let Some(waiting) = &mut self.waiting {
                    waiting.next = Some(now);
                }
                self.sent = Some(now);
                self.trouble = None;
            }
            Err(failure) => {
                let waiting = self.waiting.as_mut();
                if let Some(waiting) = waiting.filter(|one| one.id == delivery) {
                    waiting.failures = waiting.failures.saturating_add(1);
                    waiting.next = backoff::next_attempt(waiting.failures, now, failure);
                }
                let since = self.trouble.as_ref().map_or(now, |trouble| trouble.since);
                self.trouble = Some(trouble(failure.cause(), since));
            }
        }
    }
}

/// A cause as it is kept: a word, and what the other side says.
fn trouble(cause: &Cause, since: Timestamp) -> Trouble {
    let (kind, said) = match cause {
        Cause::Barred => ("barred", None),
        Cause::Name => ("name", None),
        Cause::Connection => ("connection", None),
        Cause::Slow => ("slow", None),
        Cause::Certificate(said) => ("certificate", Some(said)),
        Cause::Unencrypted => ("unencrypted", None),
        Cause::Login => ("login", None),
        Cause::Answer(said) => ("answer", Some(said)),
        Cause::Nonsense => ("nonsense", None),
        Cause::Folder(said) => ("folder", Some(said)),
        Cause::Unsendable(said) => ("unsendable", Some(said)),
    };
    Trouble {
        kind: kind.to_owned(),
        said: said.cloned(),
        since,
    }
}

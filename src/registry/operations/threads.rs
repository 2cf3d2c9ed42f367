//! Threads: a finder writes, an owner answers, and what either wrote is sealed before it is kept.

use jiff::Timestamp;

use super::{Answer, Halt, answer, inbox, jobs::Job, loading, senders::Sender, ways};
use crate::{
    error::{Error, Result},
    protocol::{message::Message, sealing, token::ThreadToken},
    registry::{
        listing::{EntryId, State},
        refusal::Refusal,
        store::{Direction, Operation, Span, Table, Tx},
        thread::{self, Letter, Thread, ThreadId},
    },
};

/// How many messages a thread has at most: then one side meets the other, or the police.
pub const MESSAGES: usize = 100;

/// What chance gives to a message: an id, and what it is sealed with, once for each reader.
#[derive(Clone, Copy)]
pub struct Chance {
    /// The end of its place among others of the same moment.
    pub id: [u8; 16],
    /// For the owner.
    pub to_owner: [u8; 32],
    /// For the finder.
    pub to_finder: [u8; 32],
}

/// Begins a thread about an entry: a tip.
pub struct Tip {
    /// The entry.
    pub entry: EntryId,
    /// The token of its thread, which its finder keeps.
    pub token: ThreadToken,
    /// What the finder writes.
    pub message: Message,
    /// What chance gave.
    pub chance: Chance,
    /// When it came.
    pub now: Timestamp,
}

impl Operation for Tip {
    type Output = Answer<()>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.take(tx).await)
    }
}

impl Tip {
    async fn take(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        let takes_tips = |(one, state): &(loading::Loaded, State)| {
            one.entry.accept_tips && state.is_reported() && one.publisher.suspended.is_none()
        };
        let standing = loading::standing(tx, self.entry).await?;
        let Some((one, _)) = standing.filter(takes_tips) else {
            return Err(Refusal::NotFound.into());
        };
        let until = self
            .now
            .saturating_add(thread::TERM)
            .map_err(Error::internal)?;
        let thread = Thread {
            hash: self.token.hash().0,
            entry: self.entry,
            publisher: one.publisher.id,
            finder: self.token.contact().key().to_bytes(),
            owner: one.entry.contact.to_bytes(),
            until,
            is_closed: false,
        };
        Job::Thread(thread.id()).plan(tx, until);
        tx.keep(&thread.id().bytes(), &thread)?;
        deliver(tx, &thread, &self.message, &self.chance, self.now)
    }
}

/// Writes on in a thread, as its finder.
pub struct Reply {
    /// What opens it.
    pub token: ThreadToken,
    /// What the finder writes.
    pub message: Message,
    /// What chance gave.
    pub chance: Chance,
    /// When it came.
    pub now: Timestamp,
}

impl Operation for Reply {
    type Output = Answer<()>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.take(tx).await)
    }
}

impl Reply {
    async fn take(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        let thread = opened(tx, &self.token).await?;
        if thread.is_closed {
            return Err(Refusal::Closed.into());
        }
        has_room(tx, thread.id()).await?;
        deliver(tx, &thread, &self.message, &self.chance, self.now)
    }
}

/// Answers in a thread, as its owner, who has sealed what is written.
pub struct Answering {
    /// Who asks.
    pub sender: Sender,
    /// The thread.
    pub thread: ThreadId,
    /// The sealed message; none where the thread is only ended.
    pub sealed: Option<Vec<u8>>,
    /// Whether the thread ends with it.
    pub closes: bool,
    /// The end of its place among others of the same moment.
    pub id: [u8; 16],
}

impl Operation for Answering {
    type Output = Answer<()>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.take(tx).await)
    }
}

impl Answering {
    async fn take(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        let publisher = self.sender.admit_to_write(tx).await?;
        let Some(mut thread) = tx.find::<Thread>(&self.thread.bytes()).await? else {
            return Err(Refusal::NotFound.into());
        };
        if thread.publisher != publisher.id {
            return Err(Refusal::NotFound.into());
        }
        if let Some(sealed) = &self.sealed {
            has_room(tx, self.thread).await?;
            let letter = Letter {
                thread: self.thread,
                entry: thread.entry,
                is_own: false,
                sealed: sealed.clone(),
                reply_to: thread.owner,
                at: self.sender.now,
            };
            let key = letter_key(self.thread, self.sender.now, self.id);
            tx.put_row(Table::Letters, key, &letter)?;
        }
        if self.closes && !thread.is_closed {
            thread.is_closed = true;
            tx.keep(&self.thread.bytes(), &thread)?;
        }
        Ok(())
    }
}

/// Shows a thread to its finder.
pub struct Open {
    /// What opens it.
    pub token: ThreadToken,
}

/// A thread as its finder reads it.
pub struct Opened {
    /// The thread.
    pub thread: Thread,
    /// What was written, the oldest first, and whether the finder wrote it.
    pub messages: Vec<(bool, Message)>,
}

impl Operation for Open {
    type Output = Answer<Opened>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.open(tx).await)
    }
}

impl Open {
    async fn open(&self, tx: &mut Tx<'_>) -> Result<Opened, Halt> {
        let thread = opened(tx, &self.token).await?;
        let span = Span::prefix(&thread.id().bytes());
        let letters = tx
            .range(Table::Letters, span, MESSAGES, Direction::Forwards)
            .await?;
        let (secret, about) = (self.token.contact(), thread.id().bytes());
        let mut messages = Vec::new();
        for (_, letter) in letters {
            let letter: Letter = crate::registry::record::decode(&letter)?;
            // What its owner has sealed wrongly says nothing to anybody.
            let opened = sealing::open(&letter.sealed, &secret, &about).ok();
            let message = opened.and_then(|json| serde_json::from_slice(&json).ok());
            messages.extend(message.map(|message| (letter.is_own, message)));
        }
        Ok(Opened { thread, messages })
    }
}

/// The thread that a token opens. A wrong token is told what an unknown one is.
async fn opened(tx: &mut Tx<'_>, token: &ThreadToken) -> Result<Thread, Halt> {
    let id = Thread::id_of(token.hash());
    match tx.find::<Thread>(&id.bytes()).await? {
        Some(thread) if thread.is_opened_by(token) => Ok(thread),
        _ => Err(Refusal::NotFound.into()),
    }
}

async fn has_room(tx: &mut Tx<'_>, thread: ThreadId) -> Result<(), Halt> {
    let span = Span::prefix(&thread.bytes());
    let letters = tx
        .range(Table::Letters, span, MESSAGES, Direction::Forwards)
        .await?;
    if letters.len() < MESSAGES {
        Ok(())
    } else {
        Err(Refusal::Closed.into())
    }
}

/// Seals what a finder writes: for its owner, who gets it from the inbox, and for the finder themselves.
fn deliver(
    tx: &mut Tx<'_>,
    thread: &Thread,
    message: &Message,
    chance: &Chance,
    now: Timestamp,
) -> Result<(), Halt> {
    let json = serde_json::to_vec(message).map_err(Error::internal)?;
    let id = thread.id();
    let seal = |to, secret| {
        let sealed = sealing::seal(&json, thread::contact(to)?, &id.bytes(), secret);
        sealed.map_err(Error::internal)
    };
    let letter = |is_own, sealed| Letter {
        thread: id,
        entry: thread.entry,
        is_own,
        sealed,
        reply_to: thread.finder,
        at: now,
    };
    let for_owner = letter(false, seal(thread.owner, &chance.to_owner)?);
    inbox::put(tx, thread.publisher, now, chance.id, &for_owner)?;
    let for_finder = letter(true, seal(thread.finder, &chance.to_finder)?);
    tx.put_row(Table::Letters, letter_key(id, now, chance.id), &for_finder)?;
    Ok(())
}

/// Forgets a thread, and all that was written in it.
pub(super) async fn forget(tx: &mut Tx<'_>, id: ThreadId) -> Result<()> {
    let span = Span::prefix(&id.bytes());
    let letters = tx
        .range(Table::Letters, span, MESSAGES + 1, Direction::Forwards)
        .await?;
    for (key, _) in letters {
        tx.remove(Table::Letters, key);
    }
    tx.remove(Table::Threads, id.bytes().to_vec());
    Ok(())
}

fn letter_key(thread: ThreadId, at: Timestamp, id: [u8; 16]) -> Vec<u8> {
    [thread.bytes().as_slice(), &ways::moment(at), &id].concat()
}

//! Entries: published, told anew, looked at by their publisher, and erased for good.

use super::{Answer, Halt, answer, jobs::Job, loading, senders::Sender, ways};
use crate::{
    error::Result,
    protocol::entry::{Digest, Entry},
    registry::{
        listing::{EntryId, Listing, State},
        publisher::{Publisher, PublisherId},
        refusal::Refusal,
        shown::Shown,
        store::{Direction, Operation, Span, Table, Tx},
    },
};

/// How many entries a publisher is told of at once.
pub const PAGE: usize = 200;

/// Publishes an entry, or tells it anew.
pub struct Publish {
    /// Who asks.
    pub sender: Sender,
    /// What is published, held to its rules already.
    pub entry: Entry,
    /// The SHA-256 of the signed bytes.
    pub digest: Digest,
    /// The envelope as it came.
    pub envelope: Vec<u8>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The revision that is kept.
    pub revision: u64,
    /// How the entry stands.
    pub state: State,
    /// Whether it is new.
    pub is_new: bool,
}

impl Operation for Publish {
    type Output = Answer<Taken>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.publish(tx).await)
    }
}

impl Publish {
    async fn publish(&self, tx: &mut Tx<'_>) -> Result<Taken, Halt> {
        let publisher = self.sender.admit_to_write(tx).await?;
        let id = EntryId::from_uuid(self.entry.entry_id);
        let before = tx.find::<Listing>(&id.bytes()).await?;
        if let Some(before) = &before {
            let told = owned(before, &publisher)?;
            if before.revision == self.entry.revision && told.digest == self.digest.0 {
                return self.taken(tx, &publisher, before, false).await;
            }
            if before.revision >= self.entry.revision {
                let current = before.revision;
                return Err(Refusal::RevisionConflict { current }.into());
            }
        } else if publisher.active >= publisher.level.entries() {
            return Err(Refusal::LevelTooLow.into());
        }
        self.keep(tx, publisher, before).await
    }

    async fn keep(
        &self,
        tx: &mut Tx<'_>,
        mut publisher: Publisher,
        before: Option<Listing>,
    ) -> Result<Taken, Halt> {
        let id = EntryId::from_uuid(self.entry.entry_id);
        let said = match tx.get(Table::Envelopes, &id.bytes()).await? {
            Some(envelope) => Some(loading::read(&envelope)?),
            None => None,
        };
        let now = self.sender.now;
        let listing = Listing::of(&self.entry, self.digest, &publisher, now, before.as_ref());
        ways::lay(tx, id, said.as_ref(), Some(&self.entry));
        tx.put(Table::Envelopes, id.bytes().to_vec(), self.envelope.clone());
        remember_end(tx, id, before.as_ref(), Some(&listing));
        tx.keep(&id.bytes(), &listing)?;
        if before.is_none() {
            publisher.active += 1;
            tx.keep(&publisher.id.bytes(), &publisher)?;
            tx.put(Table::Owned, owned_key(publisher.id, id), Vec::new());
        }
        self.taken(tx, &publisher, &listing, before.is_none()).await
    }

    async fn taken(
        &self,
        tx: &mut Tx<'_>,
        publisher: &Publisher,
        listing: &Listing,
        is_new: bool,
    ) -> Result<Taken, Halt> {
        let keys: Vec<_> = ways::keys(&self.entry)
            .into_iter()
            .map(|(_, key)| key)
            .collect();
        let claimed = loading::claims(tx, &keys).await?;
        let is_contested = claimed.iter().any(|other| *other != publisher.id);
        Ok(Taken {
            revision: listing.revision,
            state: listing.state(publisher.level, is_contested),
            is_new,
        })
    }
}

/// Erases an entry for good. One that is erased already stays so.
pub struct Withdraw {
    /// Who asks.
    pub sender: Sender,
    /// Which.
    pub id: EntryId,
}

impl Operation for Withdraw {
    type Output = Answer<()>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.withdraw(tx).await)
    }
}

impl Withdraw {
    async fn withdraw(&self, tx: &mut Tx<'_>) -> Result<(), Halt> {
        // Whoever is suspended may still take back what they have said.
        let publisher = self.sender.admit(tx).await?;
        let Some(listing) = tx.find::<Listing>(&self.id.bytes()).await? else {
            return Err(Refusal::NotFound.into());
        };
        match owned(&listing, &publisher) {
            Ok(_) => Ok(erase(tx, self.id, &listing, self.sender.now).await?),
            Err(Refusal::Erased) => Ok(()),
            Err(refusal) => Err(refusal.into()),
        }
    }
}

/// Tells a publisher of its own entries, page by page, erased ones too: what it needs to see whether both sides agree.
pub struct Own {
    /// Who asks.
    pub sender: Sender,
    /// The last one of the page before.
    pub after: Option<EntryId>,
}

/// An entry as its publisher is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnEntry {
    /// Which.
    pub id: EntryId,
    /// The revision that is kept.
    pub revision: u64,
    /// The SHA-256 of what was signed; none once it is erased.
    pub digest: Option<Digest>,
    /// How it stands.
    pub state: State,
    /// When it is erased by itself.
    pub until: Option<jiff::Timestamp>,
}

impl Operation for Own {
    type Output = Answer<Vec<OwnEntry>>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.list(tx).await)
    }
}

impl Own {
    async fn list(&self, tx: &mut Tx<'_>) -> Result<Vec<OwnEntry>, Halt> {
        let publisher = self.sender.admit(tx).await?;
        let mut span = Span::prefix(&publisher.id.bytes());
        if let Some(after) = self.after {
            span = span.after(&owned_key(publisher.id, after));
        }
        let owned = tx
            .range(Table::Owned, span, PAGE, Direction::Forwards)
            .await?;
        let ids: Vec<EntryId> = owned.iter().filter_map(|(key, _)| ways::end(key)).collect();
        let keys: Vec<_> = ids.iter().map(|id| id.bytes().to_vec()).collect();
        let loaded = loading::load(tx, &ids.iter().copied().collect()).await?;
        let contested = loading::contested(tx, &loaded).await?;
        let listings = tx.find_many::<Listing>(&keys).await?;
        Ok(listings
            .into_iter()
            .filter_map(|(key, listing)| {
                let id = ways::end(&key)?;
                Some(OwnEntry {
                    id,
                    revision: listing.revision,
                    digest: listing.told.as_ref().map(|told| Digest(told.digest)),
                    state: listing.state(publisher.level, contested.contains(&id)),
                    until: listing.told.map(|told| told.until),
                })
            })
            .collect())
    }
}

/// Tells everybody of an entry.
pub struct Show {
    /// Which.
    pub id: EntryId,
}

impl Operation for Show {
    type Output = Answer<Shown>;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Self::Output> {
        answer(self.show(tx).await)
    }
}

impl Show {
    async fn show(&self, tx: &mut Tx<'_>) -> Result<Shown, Halt> {
        let Some((one, state)) = loading::standing(tx, self.id).await? else {
            let erased = tx.find::<Listing>(&self.id.bytes()).await?;
            return Err(erased.map_or(Refusal::NotFound, |_| Refusal::Erased).into());
        };
        if state.is_told() {
            let level = one.publisher.level;
            Ok(Shown::of(self.id, &one.listing, &one.entry, level, state))
        } else {
            Err(Refusal::NotFound.into())
        }
    }
}

/// What an entry says, to the publisher whose it is.
fn owned<'a>(
    listing: &'a Listing,
    publisher: &Publisher,
) -> Result<&'a crate::registry::listing::Told, Refusal> {
    if listing.publisher != publisher.id {
        return Err(Refusal::NotYours);
    }
    listing.told.as_ref().ok_or(Refusal::Erased)
}

/// Leaves nothing of an entry but that it was there.
pub(super) async fn erase(
    tx: &mut Tx<'_>,
    id: EntryId,
    listing: &Listing,
    now: jiff::Timestamp,
) -> Result<()> {
    if listing.told.is_none() {
        return Ok(());
    }
    if let Some(envelope) = tx.get(Table::Envelopes, &id.bytes()).await? {
        ways::lay(tx, id, Some(&loading::read(&envelope)?), None);
        tx.remove(Table::Envelopes, id.bytes().to_vec());
    }
    remember_end(tx, id, Some(listing), None);
    tx.keep(&id.bytes(), &listing.erased(now))?;
    if let Some(mut publisher) = tx.find::<Publisher>(&listing.publisher.bytes()).await? {
        publisher.active = publisher.active.saturating_sub(1);
        tx.keep(&publisher.id.bytes(), &publisher)?;
    }
    Ok(())
}

/// Has an entry erased at its end, and not at the end that it had before.
fn remember_end(tx: &mut Tx<'_>, id: EntryId, before: Option<&Listing>, now: Option<&Listing>) {
    let end = |listing: &Listing| listing.told.as_ref().map(|told| told.until);
    if let Some(at) = before.and_then(end) {
        Job::Entry(id).cancel(tx, at);
    }
    if let Some(at) = now.and_then(end) {
        Job::Entry(id).plan(tx, at);
    }
}

fn owned_key(publisher: PublisherId, entry: EntryId) -> Vec<u8> {
    [publisher.bytes(), entry.bytes()].concat()
}

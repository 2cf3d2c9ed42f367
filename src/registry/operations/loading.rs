//! Entries with all that is needed to tell of them, however many, in as many queries as for one.

use std::collections::{BTreeMap, BTreeSet};

use super::ways;
use crate::{
    domain::identifier::Key,
    error::{Error, Result},
    protocol::{entry::Entry, envelope::Envelope},
    registry::{
        listing::{EntryId, Listing, State},
        publisher::{Publisher, PublisherId},
        store::{Table, Tx},
    },
};

/// An entry that has not been erased.
pub(super) struct Loaded {
    pub id: EntryId,
    pub listing: Listing,
    pub publisher: Publisher,
    pub entry: Entry,
}

/// The entries with these ids, in the order of the ids; those that are erased, or never were, are left out.
pub(super) async fn load(tx: &mut Tx<'_>, ids: &BTreeSet<EntryId>) -> Result<Vec<Loaded>> {
    let keys: Vec<Vec<u8>> = ids.iter().map(|id| id.bytes().to_vec()).collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let listings = tx.find_many::<Listing>(&keys).await?;
    let mut envelopes: BTreeMap<_, _> = tx
        .get_many(Table::Envelopes, &keys)
        .await?
        .into_iter()
        .collect();
    let publishers: BTreeSet<_> = listings.iter().map(|(_, row)| row.publisher).collect();
    let publishers: Vec<_> = publishers.iter().map(|id| id.bytes().to_vec()).collect();
    let publishers: BTreeMap<PublisherId, Publisher> = tx
        .find_many::<Publisher>(&publishers)
        .await?
        .into_iter()
        .map(|(_, publisher)| (publisher.id, publisher))
        .collect();
    let mut loaded = Vec::new();
    for (key, listing) in listings {
        let (Some(id), Some(envelope)) = (ways::end(&key), envelopes.remove(&key)) else {
            continue;
        };
        let publisher = publishers.get(&listing.publisher).cloned();
        loaded.push(Loaded {
            id,
            publisher: publisher
                .ok_or_else(|| Error::Internal(format!("entry {id} has no publisher")))?,
            entry: read(&envelope)?,
            listing,
        });
    }
    Ok(loaded)
}

/// An entry that has not been erased, and how it stands; none where there is none.
pub(super) async fn standing(tx: &mut Tx<'_>, id: EntryId) -> Result<Option<(Loaded, State)>> {
    let mut loaded = load(tx, &[id].into()).await?;
    let contested = contested(tx, &loaded).await?;
    Ok(loaded.pop().map(|one| {
        let state = one
            .listing
            .state(one.publisher.level, contested.contains(&id));
        (one, state)
    }))
}

/// The publishers who list one of these keys as stolen now.
pub(super) async fn claims(tx: &mut Tx<'_>, keys: &[Key]) -> Result<BTreeSet<PublisherId>> {
    let found = listings_by(tx, keys.iter().map(ways::exact).collect()).await?;
    Ok(found.into_iter().map(|(_, publisher)| publisher).collect())
}

/// Those of the entries of which another publisher lists an identifier too.
pub(super) async fn contested(tx: &mut Tx<'_>, loaded: &[Loaded]) -> Result<BTreeSet<EntryId>> {
    let mut owners: Vec<(Vec<u8>, &Loaded)> = Vec::new();
    for one in loaded {
        let keys = ways::keys(&one.entry);
        owners.extend(keys.iter().map(|(_, key)| (ways::exact(key), one)));
    }
    let beginnings = owners.iter().map(|(way, _)| way.clone()).collect();
    let found = listings_by(tx, beginnings).await?;
    let is_contested = |(way, one): &(Vec<u8>, &Loaded)| {
        let others = found.iter().filter(|(other, _)| other == way);
        let mut publishers = others.map(|(_, publisher)| *publisher);
        publishers.any(|publisher| publisher != one.publisher.id)
    };
    let contested = owners.iter().filter(|owner| is_contested(owner));
    Ok(contested.map(|(_, one)| one.id).collect())
}

/// Who lists something as stolen now that these ways lead to, with the way.
async fn listings_by(
    tx: &mut Tx<'_>,
    beginnings: BTreeSet<Vec<u8>>,
) -> Result<Vec<(Vec<u8>, PublisherId)>> {
    let beginnings: Vec<_> = beginnings.into_iter().collect();
    let found = tx.ranges(Table::Exact, &beginnings, ways::MANY).await?;
    let ends = found.iter().filter_map(|(way, _)| ways::end(way));
    let ids: BTreeSet<_> = ends.map(|id| id.bytes().to_vec()).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let listings: BTreeMap<_, _> = tx.find_many::<Listing>(&ids).await?.into_iter().collect();
    Ok(found
        .iter()
        .filter_map(|(way, _)| {
            let (beginning, end) = way.split_last_chunk::<16>()?;
            let listing = listings.get(end.as_slice())?;
            listing
                .claims_theft()
                .then(|| (beginning.to_vec(), listing.publisher))
        })
        .collect())
}

/// What an envelope that was taken says.
///
/// # Errors
/// [`Error::Internal`]: it was read when it came.
pub(super) fn read(envelope: &[u8]) -> Result<Entry> {
    let envelope = Envelope::parse(envelope).map_err(Error::internal)?;
    serde_json::from_slice(envelope.payload()).map_err(Error::internal)
}

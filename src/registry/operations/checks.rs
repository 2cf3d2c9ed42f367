//! Checks: whether something is reported stolen, asked by whoever has it in their hand.

use std::collections::BTreeSet;

use super::{
    loading::{self, Loaded},
    ways,
};
use crate::{
    domain::{
        identifier::{Identifier, IdentifierKind, Key},
        keyed::keyed,
    },
    error::Result,
    protocol::entry::MarkKind,
    registry::{
        listing::{EntryId, State},
        shown::Shown,
        store::{Operation, Table, Tx},
    },
};

/// How many entries are told of at most.
const TOLD: usize = 20;
/// How many that a misreading may mean are looked at.
const LOOKED_AT: usize = 500;

/// Looks for what an identifier, as somebody typed it, is reported by.
pub struct Check {
    /// What kind it is, as far as they know.
    pub kind: IdentifierKind,
    /// What they typed.
    pub value: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The answer.
    pub result: Outcome,
    /// What is told of it, the surest first.
    pub matches: Vec<Match>,
    /// What else is to be said.
    pub notes: Vec<Note>,
}

/// The answer to a check. None of them says that a thing is safe to buy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Exactly this is reported stolen.
    Reported,
    /// Something is that this may be when it is misread.
    Near,
    /// No report was found.
    None,
}

keyed!(Outcome {
    Reported => "reported",
    Near => "near",
    None => "none",
});

/// An entry that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// What kind of identifier it lists that.
    pub kind: MarkKind,
    /// What is told of it.
    pub entry: Shown,
}

/// What is said beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// What was typed says that there is no number, so it matches nothing.
    NoNumber,
    /// Its last digit, or ninth character, does not follow from the others: it may be misread.
    CheckDigit,
}

keyed!(Note {
    NoNumber => "no_number",
    CheckDigit => "check_digit",
});

impl Operation for Check {
    type Output = Found;

    async fn run(&self, tx: &mut Tx<'_>) -> Result<Found> {
        let keys = Key::of(self.kind, &self.value);
        let mut notes = Vec::new();
        if keys.is_empty() {
            notes.push(Note::NoNumber);
        } else if self.is_doubtful() {
            notes.push(Note::CheckDigit);
        }
        let mut matches = exactly(tx, &keys).await?;
        let mut result = Outcome::Reported;
        if !matches.iter().any(|found| found.entry.state.is_reported()) {
            let near = nearly(tx, &keys, &matches).await?;
            result = if near.is_empty() {
                Outcome::None
            } else {
                Outcome::Near
            };
            matches.extend(near);
        }
        matches.truncate(TOLD);
        Ok(Found {
            result,
            matches,
            notes,
        })
    }
}

impl Check {
    fn is_doubtful(&self) -> bool {
        Identifier::parse(self.kind, &self.value).map_or(
            matches!(self.kind, IdentifierKind::Imei | IdentifierKind::Vin),
            |identifier| identifier.is_doubtful(),
        )
    }
}

/// What lists one of the keys.
async fn exactly(tx: &mut Tx<'_>, keys: &[Key]) -> Result<Vec<Match>> {
    let beginnings = keys.iter().map(ways::exact).collect();
    let loaded = follow(tx, Table::Exact, beginnings).await?;
    let publishers: BTreeSet<_> = loaded
        .iter()
        .filter(|one| one.listing.claims_theft())
        .map(|one| one.publisher.id)
        .collect();
    let matches = loaded.iter().filter_map(|one| {
        let kind = kind_of(one, |key| keys.contains(key))?;
        told(one, kind, publishers.len() > 1)
    });
    Ok(matches.collect())
}

/// What is reported that one of the keys may be a misreading of, but for what was found exactly.
async fn nearly(tx: &mut Tx<'_>, keys: &[Key], exact: &[Match]) -> Result<Vec<Match>> {
    let beginnings = keys.iter().flat_map(ways::variants).collect();
    let near = follow(tx, Table::Variants, beginnings).await?.into_iter();
    let (kinds, loaded): (Vec<_>, Vec<_>) = near
        .filter(|one| one.listing.claims_theft())
        .filter(|one| exact.iter().all(|found| found.entry.id != one.id))
        .filter_map(|one| {
            let kind = kind_of(&one, |key| keys.iter().any(|typed| typed.is_near(key)))?;
            Some((kind, one))
        })
        .unzip();
    let contested = loading::contested(tx, &loaded).await?;
    let matches = kinds.into_iter().zip(&loaded);
    Ok(matches
        .filter_map(|(kind, one)| told(one, kind, contested.contains(&one.id)))
        .collect())
}

/// The entries that ways lead to.
async fn follow(
    tx: &mut Tx<'_>,
    table: Table,
    beginnings: BTreeSet<Vec<u8>>,
) -> Result<Vec<Loaded>> {
    let beginnings: Vec<_> = beginnings.into_iter().collect();
    let found = tx.ranges(table, &beginnings, ways::MANY).await?;
    let ends = found.iter().filter_map(|(way, _)| ways::end(way));
    let ids: BTreeSet<EntryId> = ends.take(LOOKED_AT).collect();
    loading::load(tx, &ids).await
}

/// As what an entry lists the first of its keys that is meant.
fn kind_of(one: &Loaded, is_meant: impl Fn(&Key) -> bool) -> Option<MarkKind> {
    let keys = ways::keys(&one.entry);
    keys.iter()
        .find(|(_, key)| is_meant(key))
        .map(|(mark, _)| mark.kind)
}

fn told(one: &Loaded, kind: MarkKind, is_contested: bool) -> Option<Match> {
    let state: State = one.listing.state(one.publisher.level, is_contested);
    state.is_told().then(|| Match {
        kind,
        entry: Shown::of(one.id, &one.listing, &one.entry, one.publisher.level, state),
    })
}

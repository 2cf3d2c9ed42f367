//! What stays from one thing to the next: the place and the owner, remembered with the account.

use crate::{
    access::{Editor, Viewer},
    actions::people,
    domain::{
        account::Account,
        invalid::Invalid,
        item::{Details, Location, Share},
        person::PersonId,
        place::PlaceId,
        round::RoundId,
    },
    error::Result,
    http::upload::Uploads,
    store::{Reader, Secrets, Store},
};

/// The place and the owner of the next thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sticky {
    pub(super) place: Option<PlaceId>,
    pub(super) owner: Option<PersonId>,
    /// The inventory round on which it is added, from one form to the next, and not remembered.
    pub(super) round: Option<RoundId>,
}

impl Sticky {
    /// Those of the last time.
    pub(super) fn remembered(rows: &Reader, viewer: &Viewer) -> Result<Self> {
        Ok(Self::of(&rows.account(viewer.person())?))
    }

    const fn of(account: &Account) -> Self {
        Self {
            place: account.last_place,
            owner: account.last_owner,
            round: None,
        }
    }

    /// Those that a form says, and for what it does not say, those of before.
    ///
    /// # Errors
    /// [`Invalid`] when one names nothing.
    pub(super) fn sent(uploads: &Uploads, before: Self) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let mut sent = before;
        match uploads.field("place").map(str::parse) {
            Some(Ok(place)) => sent.place = Some(place),
            Some(Err(_)) if uploads.field("place") == Some("") => sent.place = None,
            Some(Err(_)) => invalid.push("place", "error-place-gone"),
            None => {}
        }
        match uploads.field("owner").map(str::parse) {
            Some(Ok(owner)) => sent.owner = Some(owner),
            Some(Err(_)) if uploads.field("owner") == Some("") => sent.owner = None,
            Some(Err(_)) => invalid.push("owner", "error-gone"),
            None => {}
        }
        if let Some(Ok(round)) = uploads.field("round").map(str::parse) {
            sent.round = Some(round);
        }
        invalid.or(sent)
    }

    /// Keeps them for the next time.
    pub(super) fn remember(self, store: &Store, editor: &Editor) -> Result<()> {
        let account = store.read()?.account(editor.person())?;
        if (Self {
            round: None,
            ..self
        }) == Self::of(&account)
        {
            return Ok(());
        }
        people::prefer(store, editor.viewer(), |account| {
            account.last_place = self.place;
            account.last_owner = self.owner;
        })
    }

    /// The room on the round that somebody came from, for the way back.
    pub(super) fn room(self) -> Option<String> {
        let (round, place) = (self.round?, self.place?);
        Some(format!("/rounds/{round}/rooms/{place}"))
    }

    /// A thing with this name, there and theirs.
    pub(super) fn details(self, name: &str) -> Details {
        let owners = self.owner.map(|person| Share { person, parts: 1 });
        Details {
            name: name.to_owned(),
            location: self.place.map_or(Location::Unknown, Location::Place),
            owners: owners.into_iter().collect(),
            ..Details::default()
        }
    }
}

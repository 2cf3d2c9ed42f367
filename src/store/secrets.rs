//! Accounts, sessions, tokens and share links: durable like rows, but never in the history or the change log.

use minicbor::{Decode, Encode};
use redb::ReadableTable;

use super::{
    fault::{broken, refused},
    reader::Reader,
    writer::Writer,
};
use crate::{
    domain::{
        account::{Account, Session, Token},
        person::PersonId,
        share::Share,
    },
    error::{Error, Result},
};

/// The BLAKE3 hash of a secret with at least 128 bits of chance, which is all that is kept of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretHash([u8; 32]);

impl SecretHash {
    /// The hash of a secret.
    #[must_use]
    pub fn of(secret: &str) -> Self {
        Self(blake3::hash(secret.as_bytes()).into())
    }
}

/// Reading accounts, sessions, tokens and share links, in a snapshot or inside a change.
pub trait Secrets {
    /// The table of accounts.
    #[doc(hidden)]
    fn accounts(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of sessions.
    #[doc(hidden)]
    fn sessions(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of tokens.
    #[doc(hidden)]
    fn tokens(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of share links.
    #[doc(hidden)]
    fn shares(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;

    /// A person's account; an empty one when they never had any.
    fn account(&self, person: PersonId) -> Result<Account> {
        Ok(read(self.accounts(), &person.bytes())?.unwrap_or_else(|| Account::new(person)))
    }

    /// The session with this secret.
    fn session(&self, secret: SecretHash) -> Result<Option<Session>> {
        read(self.sessions(), &secret.0)
    }

    /// Every session with the hash of its secret.
    fn all_sessions(&self) -> Result<Vec<(SecretHash, Session)>> {
        read_all(self.sessions())
    }

    /// The token with this secret.
    fn token(&self, secret: SecretHash) -> Result<Option<Token>> {
        read(self.tokens(), &secret.0)
    }

    /// Every token with the hash of its secret.
    fn all_tokens(&self) -> Result<Vec<(SecretHash, Token)>> {
        read_all(self.tokens())
    }

    /// The share link with this secret.
    fn share(&self, secret: SecretHash) -> Result<Option<Share>> {
        read(self.shares(), &secret.0)
    }

    /// Every share link with the hash of its secret.
    fn all_shares(&self) -> Result<Vec<(SecretHash, Share)>> {
        read_all(self.shares())
    }
}

impl Secrets for Reader {
    fn accounts(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.accounts
    }

    fn sessions(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.sessions
    }

    fn tokens(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.tokens
    }

    fn shares(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.shares
    }
}

impl Secrets for Writer<'_> {
    fn accounts(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.accounts
    }

    fn sessions(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.sessions
    }

    fn tokens(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.tokens
    }

    fn shares(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.shares
    }
}

impl Writer<'_> {
    /// Keeps an account.
    pub fn put_account(&mut self, account: &Account) -> Result<()> {
        self.dirty = true;
        insert(&mut self.accounts, &account.person.bytes(), account)
    }

    /// Keeps a session under its secret.
    pub fn put_session(&mut self, secret: SecretHash, session: &Session) -> Result<()> {
        self.dirty = true;
        insert(&mut self.sessions, &secret.0, session)
    }

    /// Forgets a session.
    pub fn remove_session(&mut self, secret: SecretHash) -> Result<()> {
        self.dirty = true;
        self.sessions.remove(secret.0.as_slice()).map_err(refused)?;
        Ok(())
    }

    /// Keeps a token under its secret.
    pub fn put_token(&mut self, secret: SecretHash, token: &Token) -> Result<()> {
        self.dirty = true;
        insert(&mut self.tokens, &secret.0, token)
    }

    /// Forgets a token.
    pub fn remove_token(&mut self, secret: SecretHash) -> Result<()> {
        self.dirty = true;
        self.tokens.remove(secret.0.as_slice()).map_err(refused)?;
        Ok(())
    }

    /// Keeps a share link under its secret.
    pub fn put_share(&mut self, secret: SecretHash, share: &Share) -> Result<()> {
        self.dirty = true;
        insert(&mut self.shares, &secret.0, share)
    }

    /// Forgets a share link.
    pub fn remove_share(&mut self, secret: SecretHash) -> Result<()> {
        self.dirty = true;
        self.shares.remove(secret.0.as_slice()).map_err(refused)?;
        Ok(())
    }
}

pub(super) fn insert<T: Encode<()>>(
    table: &mut redb::Table<'_, &'static [u8], &'static [u8]>,
    key: &[u8],
    value: &T,
) -> Result<()> {
    let bytes = minicbor::to_vec(value).map_err(Error::internal)?;
    table.insert(key, bytes.as_slice()).map_err(refused)?;
    Ok(())
}

pub(super) fn read<T: for<'b> Decode<'b, ()>>(
    table: &impl ReadableTable<&'static [u8], &'static [u8]>,
    key: &[u8],
) -> Result<Option<T>> {
    match table.get(key).map_err(refused)? {
        Some(bytes) => minicbor::decode(bytes.value())
            .map(Some)
            .map_err(|cause| broken("a secret", cause)),
        None => Ok(None),
    }
}

fn read_all<T: for<'b> Decode<'b, ()>>(
    table: &impl ReadableTable<&'static [u8], &'static [u8]>,
) -> Result<Vec<(SecretHash, T)>> {
    let mut all = Vec::new();
    for entry in table.iter().map_err(refused)? {
        let (key, bytes) = entry.map_err(refused)?;
        let hash = key
            .value()
            .try_into()
            .map_err(|_| broken("a secret", "its key is malformed"))?;
        all.push((
            SecretHash(hash),
            minicbor::decode(bytes.value()).map_err(|cause| broken("a secret", cause))?,
        ));
    }
    Ok(all)
}

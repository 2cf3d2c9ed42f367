//! Bearer tokens for the JSON API.

use super::{
    Viewer,
    session::{Proof, Secret},
};
use crate::{
    domain::{
        account::{Token, TokenId},
        person::{Person, PersonId},
        text,
    },
    error::{Error, Result},
    store::{Row, Rows, SecretHash, Secrets, Store, Writer},
};

/// What every token begins with, so that one lost in a file or a log can be told for what it is.
const PREFIX: &str = "smi_";

/// Makes a token that speaks for a person. The text is shown once and kept nowhere.
///
/// # Errors
/// [`Error::Invalid`] when its name is empty or too long.
pub fn create(store: &Store, person: PersonId, name: &str) -> Result<String> {
    put(store, person, name, |_| Ok(()))
}

fn put(
    store: &Store,
    person: PersonId,
    name: &str,
    check: impl FnOnce(&Writer<'_>) -> Result<()>,
) -> Result<String> {
    let name = text::name(name, text::NAME).map_err(|why| Error::invalid("name", why))?;
    let secret = format!("{PREFIX}{}", Secret::new(store.clock())?.reveal());
    let token = Token {
        id: store.clock().id(),
        person,
        name,
        since: store.clock().now(),
    };
    store.write(Some(person), "token-create", |tx| {
        check(tx)?;
        tx.put_token(SecretHash::of(&secret), &token)
    })?;
    Ok(secret)
}

/// Makes a token for somebody who proves that it is they, and not somebody who found their device.
///
/// # Errors
/// [`Error::Invalid`] with `password` when it is wrong; as [`create`].
pub fn create_with_password(
    store: &Store,
    viewer: &Viewer,
    password: &str,
    name: &str,
) -> Result<String> {
    let wrong = || Error::invalid("password", "error-password-own");
    let proof = Proof::of(store, Some(viewer.person()), password)?.ok_or_else(wrong)?;
    put(store, viewer.person(), name, |tx| {
        if proof.holds(tx)? {
            Ok(())
        } else {
            Err(wrong())
        }
    })
}

/// Whom a token speaks for, if anybody.
pub fn viewer(reader: &(impl Rows + Secrets), secret: &str) -> Result<Option<Viewer>> {
    let Some(token) = reader.token(SecretHash::of(secret))? else {
        return Ok(None);
    };
    let person: Option<Row<Person>> = reader.find(token.person)?;
    Ok(person
        .filter(|person| person.binned.is_none())
        .map(|person| Viewer::of(person.body)))
}

/// A person's tokens, the newest first.
pub fn of_person(reader: &impl Secrets, person: PersonId) -> Result<Vec<Token>> {
    let mut tokens: Vec<_> = reader
        .all_tokens()?
        .into_iter()
        .filter_map(|(_, token)| (token.person == person).then_some(token))
        .collect();
    tokens.sort_by_key(|token| std::cmp::Reverse(token.since));
    Ok(tokens)
}

/// Revokes the tokens of a person that `ends` picks.
pub fn revoke(store: &Store, person: PersonId, ends: impl Fn(TokenId) -> bool) -> Result<()> {
    store.write(Some(person), "token-revoke", |tx| {
        for (secret, token) in tx.all_tokens()? {
            if token.person == person && ends(token.id) {
                tx.remove_token(secret)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

//! What people do with people.

use super::household;
use crate::{
    access::{
        Head, Viewer, password,
        session::{self, Proof},
    },
    domain::{
        account::SessionId,
        lang::Lang,
        person::{Person, PersonId, Role},
        text,
    },
    error::{Error, Result},
    store::{Expect, Row, Rows, Saved, Secrets, Store, Writer},
};

/// The people whom somebody sees, owners first, then by name: for those of the household all who have not left, for a
/// guest only themselves.
pub fn seen(rows: &impl Rows, viewer: &Viewer) -> Result<Vec<Row<Person>>> {
    let mut people = household::people(rows)?;
    people.retain(|person| sees(viewer, person.id));
    Ok(people)
}

/// A person whom somebody sees, gone or not.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or when they are not for their eyes.
pub fn get(rows: &impl Rows, viewer: &Viewer, id: PersonId) -> Result<Row<Person>> {
    if sees(viewer, id) {
        rows.get(id)
    } else {
        Err(Error::NotFound)
    }
}

/// Whether somebody belongs to the household: they have not left, and are no guest.
pub(super) fn is_member(rows: &impl Rows, id: PersonId) -> Result<bool> {
    let person: Option<Row<Person>> = rows.find(id)?;
    Ok(person.is_some_and(|person| person.binned.is_none() && person.role != Role::Guest))
}

fn sees(viewer: &Viewer, id: PersonId) -> bool {
    viewer.editor().is_ok() || viewer.person() == id
}

/// Adds a person, who can sign in once they have a password.
///
/// # Errors
/// [`Error::Invalid`] when the name is empty, too long or taken, or the password too short.
pub fn add(
    store: &Store,
    head: &Head,
    name: &str,
    role: Role,
    password: Option<&str>,
) -> Result<Saved<Row<Person>>> {
    let hash = password
        .map(|password| password::hash(password, store.clock()))
        .transpose()?;
    let id = store.clock().id();
    store.write(Some(head.person()), "person-add", |tx| {
        insert(tx, id, name, role, hash)
    })
}

/// Adds a person without anybody's permission: for who holds the data folder, or the setup code.
pub(super) fn insert(
    tx: &mut Writer<'_>,
    id: PersonId,
    name: &str,
    role: Role,
    hash: Option<String>,
) -> Result<Row<Person>> {
    let name = checked_name(tx, id, name)?;
    let mut account = tx.account(id)?;
    account.password = hash;
    tx.put_account(&account)?;
    tx.put(Person { id, name, role }, Expect::Any)
}

/// Adds a person on behalf of who holds the data folder: for the command line. The first one claims the archive, and the
/// household is called by their name until somebody changes it.
///
/// # Errors
/// As [`add`], and [`Error::Invalid`] when the first one is no owner; nothing has changed then.
pub fn add_from_folder(
    store: &Store,
    name: &str,
    role: Role,
    password: Option<&str>,
) -> Result<Saved<Row<Person>>> {
    let hash = password
        .map(|password| password::hash(password, store.clock()))
        .transpose()?;
    let id = store.clock().id();
    let action = if household::is_unclaimed(&store.read()?)? {
        "household-claim"
    } else {
        "person-add"
    };
    store.write(None, action, |tx| {
        let unclaimed = household::is_unclaimed(tx)?;
        if unclaimed && role != Role::Owner {
            return Err(Error::invalid("role", "error-first-owner"));
        }
        let person = insert(tx, id, name, role, hash)?;
        if unclaimed {
            household::prepare(tx, store.clock(), &person.name, Lang::default())?;
        }
        Ok(person)
    })
}

/// Changes a person's name and role.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] when the name is taken, or the household would be
/// left without an owner.
pub fn change(
    store: &Store,
    head: &Head,
    id: PersonId,
    seen: Expect,
    name: &str,
    role: Role,
) -> Result<Saved<Row<Person>>> {
    store.write(Some(head.person()), "person-change", |tx| {
        let present = tx.live::<Person>(id)?;
        let name = checked_name(tx, id, name)?;
        if present.role == Role::Owner && role != Role::Owner {
            require_another_owner(tx, id)?;
        }
        tx.put(Person { id, name, role }, seen)
    })
}

/// Removes a person: they are signed out everywhere, their tokens end, and what they own stays.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved first; [`Error::Invalid`] when the household would be left without an owner.
pub fn remove(
    store: &Store,
    head: &Head,
    id: PersonId,
    seen: Expect,
) -> Result<Saved<Row<Person>>> {
    take_away(store, Some(head.person()), id, seen)
}

/// Removes a person on behalf of who holds the data folder: for the command line.
///
/// # Errors
/// As [`remove`].
pub fn remove_from_folder(store: &Store, id: PersonId) -> Result<Saved<Row<Person>>> {
    take_away(store, None, id, Expect::Any)
}

fn take_away(
    store: &Store,
    by: Option<PersonId>,
    id: PersonId,
    seen: Expect,
) -> Result<Saved<Row<Person>>> {
    store.write(by, "person-remove", |tx| {
        let present = tx.live::<Person>(id)?;
        super::items::expect(&present, seen)?;
        if present.role == Role::Owner {
            require_another_owner(tx, id)?;
        }
        shut_out(tx, id)?;
        tx.bin(id)
    })
}

/// Takes a person back; they sign in with the password they had.
pub fn restore(store: &Store, head: &Head, id: PersonId) -> Result<Saved<Row<Person>>> {
    store.write(Some(head.person()), "person-restore", |tx| {
        let name = tx.get::<Person>(id)?.body.name;
        checked_name(tx, id, &name)?;
        tx.restore(id)
    })
}

/// Gives another person a new password, and ends all their sessions.
///
/// # Errors
/// [`Error::Denied`] for one's own, which takes the old one: a device left signed in, or a token, is no proof of who asks;
/// [`Error::Invalid`] when it is too short.
pub fn reset_password(store: &Store, head: &Head, id: PersonId, new: &str) -> Result<()> {
    if id == head.person() {
        return Err(Error::Denied);
    }
    give_password(store, Some(head.person()), id, new)
}

/// Gives a person a new password on behalf of who holds the data folder: for the command line.
///
/// # Errors
/// [`Error::Invalid`] when it is too short.
pub fn reset_password_from_folder(store: &Store, id: PersonId, new: &str) -> Result<()> {
    give_password(store, None, id, new)
}

fn give_password(store: &Store, by: Option<PersonId>, id: PersonId, new: &str) -> Result<()> {
    let hash = password::hash(new, store.clock())?;
    store.write(by, "person-password", |tx| {
        tx.live::<Person>(id)?;
        sign_out(tx, id, None)?;
        let mut account = tx.account(id)?;
        account.password = Some(hash);
        tx.put_account(&account)
    })?;
    Ok(())
}

/// Changes one's own password, and ends all one's sessions but `this`: whoever knew the old one is out.
///
/// # Errors
/// [`Error::Invalid`] when the old one is wrong or the new one too short.
pub fn change_password(
    store: &Store,
    viewer: &Viewer,
    this: Option<SessionId>,
    old: &str,
    new: &str,
) -> Result<()> {
    let proof = Proof::of(store, Some(viewer.person()), old)?;
    let proof = proof.ok_or_else(|| Error::invalid("old", "error-password-wrong"))?;
    replace_password(store, &proof, this, new)
}

fn replace_password(
    store: &Store,
    proof: &Proof,
    this: Option<SessionId>,
    new: &str,
) -> Result<()> {
    let hash = password::hash(new, store.clock())?;
    let person = proof.person();
    store.write(Some(person), "person-password", |tx| {
        // Somebody may have given them another password meanwhile: then it is that one which holds.
        if !proof.holds(tx)? {
            return Err(Error::invalid("old", "error-password-wrong"));
        }
        sign_out(tx, person, this)?;
        let mut account = tx.account(person)?;
        account.password = Some(hash);
        tx.put_account(&account)
    })?;
    Ok(())
}

/// Changes one's own preferences.
pub fn prefer(
    store: &Store,
    viewer: &Viewer,
    with: impl FnOnce(&mut crate::domain::account::Account),
) -> Result<()> {
    store.write(Some(viewer.person()), "person-prefer", |tx| {
        let mut account = tx.account(viewer.person())?;
        with(&mut account);
        tx.put_account(&account)
    })?;
    Ok(())
}

/// Ends the sessions and tokens of a person whom taking back a change has removed.
pub(super) fn shut_out_if_gone(tx: &mut Writer<'_>, id: PersonId) -> Result<()> {
    if tx.get(id)?.binned.is_some() {
        shut_out(tx, id)?;
    }
    Ok(())
}

fn sign_out(tx: &mut Writer<'_>, id: PersonId, but: Option<SessionId>) -> Result<()> {
    for (secret, session) in tx.all_sessions()? {
        if session.person == id && Some(session.id) != but {
            tx.remove_session(secret)?;
        }
    }
    Ok(())
}

fn shut_out(tx: &mut Writer<'_>, id: PersonId) -> Result<()> {
    sign_out(tx, id, None)?;
    for (secret, token) in tx.all_tokens()? {
        if token.person == id {
            tx.remove_token(secret)?;
        }
    }
    Ok(())
}

fn checked_name(rows: &impl Rows, id: PersonId, name: &str) -> Result<String> {
    let name = text::name(name, text::NAME).map_err(|why| Error::invalid("name", why))?;
    if session::person_named(rows, &name)?.is_some_and(|other| other.id != id) {
        return Err(Error::invalid("name", "error-name-taken"));
    }
    Ok(name)
}

fn require_another_owner(rows: &impl Rows, id: PersonId) -> Result<()> {
    let another = rows
        .all::<Person>()?
        .iter()
        .any(|person| person.role == Role::Owner && person.id != id);
    if another {
        Ok(())
    } else {
        Err(Error::invalid("role", "error-last-owner"))
    }
}

#[cfg(test)]
mod tests;

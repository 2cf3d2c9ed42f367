//! Sessions: who is signed in on which browser.

use jiff::SignedDuration;

use super::{Viewer, password};
use crate::{
    clock::Clock,
    domain::{
        account::{Session, SessionId},
        person::{Person, PersonId},
    },
    error::{Error, Result},
    store::{Row, Rows, SecretHash, Secrets, Store, Writer},
};

/// How long a private device stays signed in without being used.
pub const STAY: SignedDuration = SignedDuration::from_hours(24 * 90);
/// How long any other device does.
pub const VISIT: SignedDuration = SignedDuration::from_hours(12);
/// How often a session's last use is written down: not at each request, which would be a write for every read.
const NOTED: SignedDuration = SignedDuration::from_hours(1);

/// What the browser keeps: 256 random bits in hexadecimal.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A secret that nobody can guess.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system has no randomness to give.
    pub fn new(clock: &Clock) -> Result<Self> {
        let [high, low]: [[u8; 16]; 2] = [clock.secret()?, clock.secret()?];
        Ok(Self(format!(
            "{:032x}{:032x}",
            u128::from_be_bytes(high),
            u128::from_be_bytes(low)
        )))
    }

    /// The secret, for the cookie or for the screen, and for nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

/// Somebody who signs in.
pub struct Attempt<'a> {
    /// The name, case ignored.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
    /// Whether this is a private device.
    pub stay: bool,
    /// What the browser calls itself.
    pub device: &'a str,
}

/// A password that was somebody's when it was looked at. Looking takes long enough for it to be changed meanwhile: what
/// is done on its strength asks in the same write whether it still [holds](Self::holds).
pub struct Proof {
    person: PersonId,
    hash: String,
}

impl Proof {
    /// Looks whether this is a person's password. Takes as long when there is nobody, so that nobody learns by the clock
    /// whose account exists. Slow on purpose: call it off the async threads.
    pub fn of(store: &Store, person: Option<PersonId>, password: &str) -> Result<Option<Self>> {
        let account = person.map(|person| store.read()?.account(person));
        let account = account.transpose()?;
        let hash = account
            .as_ref()
            .and_then(|account| account.password.as_deref());
        let matches = password::matches(password, hash)?;
        Ok(account.filter(|_| matches).and_then(|account| {
            Some(Self {
                person: account.person,
                hash: account.password?,
            })
        }))
    }

    /// Who has proved who they are.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// Whether it is the password still, of somebody who has not left.
    pub fn holds(&self, rows: &(impl Rows + Secrets)) -> Result<bool> {
        let person: Option<Row<Person>> = rows.find(self.person)?;
        let account = rows.account(self.person)?;
        Ok(person.is_some_and(|person| person.binned.is_none())
            && account.password.as_ref() == Some(&self.hash))
    }
}

/// Signs somebody in. Slow on purpose: call it off the async threads.
///
/// # Errors
/// [`Error::Denied`] when the name or the password is wrong; the two are never told apart.
pub fn sign_in(store: &Store, attempt: &Attempt<'_>) -> Result<Secret> {
    let person = person_named(&store.read()?, attempt.name)?;
    let person = person.map(|person| person.id);
    let proof = Proof::of(store, person, attempt.password)?.ok_or(Error::Denied)?;
    start_with(store, &proof, attempt.stay, attempt.device)
}

/// Starts a session for a person who has proved who they are.
///
/// # Errors
/// [`Error::Denied`] when the proof does not hold any more.
pub fn start_with(store: &Store, proof: &Proof, stay: bool, device: &str) -> Result<Secret> {
    begin(store, proof.person, stay, device, |tx| proof.holds(tx))
}

/// Starts a session for a person who has just come to be.
pub fn start(store: &Store, person: PersonId, stay: bool, device: &str) -> Result<Secret> {
    begin(store, person, stay, device, |_| Ok(true))
}

fn begin(
    store: &Store,
    person: PersonId,
    stay: bool,
    device: &str,
    may: impl FnOnce(&Writer<'_>) -> Result<bool>,
) -> Result<Secret> {
    let secret = Secret::new(store.clock())?;
    let now = store.clock().now();
    let device = crate::domain::text::line(device)
        .chars()
        .take(200)
        .collect();
    let session = Session {
        id: store.clock().id(),
        person,
        since: now,
        used: now,
        stay,
        device,
    };
    store.write(Some(person), "session-start", |tx| {
        if !may(tx)? {
            return Err(Error::Denied);
        }
        for (old, session) in tx.all_sessions()? {
            if is_over(&session, store) {
                tx.remove_session(old)?;
            }
        }
        tx.put_session(secret.hash(), &session)
    })?;
    Ok(secret)
}

/// Who a cookie's secret signs in, if anybody, and as which session.
pub fn viewer(
    store: &Store,
    reader: &(impl Rows + Secrets),
    secret: &str,
) -> Result<Option<(Viewer, Session)>> {
    let hash = SecretHash::of(secret);
    let Some(session) = reader.session(hash)? else {
        return Ok(None);
    };
    if is_over(&session, store) {
        return Ok(None);
    }
    let person: Option<Row<Person>> = reader.find(session.person)?;
    let Some(person) = person.filter(|person| person.binned.is_none()) else {
        return Ok(None);
    };
    let now = store.clock().now();
    // A clock that was put back counts too: a last use in the future would keep the session for longer than it may.
    if now.duration_since(session.used).abs() > NOTED {
        let noted = store.write(None, "session-use", |tx| {
            // It may have been ended since it was read, and what has ended stays so.
            match tx.session(hash)? {
                Some(session) => tx.put_session(
                    hash,
                    &Session {
                        used: now,
                        ..session
                    },
                ),
                None => Ok(()),
            }
        });
        // The disk may be full or read-only: reading goes on all the same.
        if let Err(error) = noted {
            tracing::warn!(%error, "could not note a session's use");
        }
    }
    Ok(Some((Viewer::of(person.body), session)))
}

fn is_over(session: &Session, store: &Store) -> bool {
    let idle = store.clock().now().duration_since(session.used);
    idle > if session.stay { STAY } else { VISIT }
}

/// The sessions in which a person is signed in now, the newest first.
pub fn of_person(store: &Store, reader: &impl Secrets, person: PersonId) -> Result<Vec<Session>> {
    let mut sessions: Vec<_> = reader
        .all_sessions()?
        .into_iter()
        .map(|(_, session)| session)
        .filter(|session| session.person == person && !is_over(session, store))
        .collect();
    sessions.sort_by_key(|session| std::cmp::Reverse(session.since));
    Ok(sessions)
}

/// Ends the sessions of a person that `ends` picks.
pub fn end(store: &Store, person: PersonId, ends: impl Fn(SessionId) -> bool) -> Result<()> {
    store.write(Some(person), "session-end", |tx| {
        for (secret, session) in tx.all_sessions()? {
            if session.person == person && ends(session.id) {
                tx.remove_session(secret)?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// The person with a name, case ignored, who has not left.
pub fn person_named(rows: &impl Rows, name: &str) -> Result<Option<Row<Person>>> {
    let name = crate::domain::text::line(name).to_lowercase();
    Ok(rows
        .all::<Person>()?
        .into_iter()
        .find(|person| person.name.to_lowercase() == name))
}

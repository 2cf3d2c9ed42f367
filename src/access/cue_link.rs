//! Links that answer one reminder for one person, and do nothing else: what stands in a message, and needs no sign-in.
//!
//! A link holds what it answers and a keyed hash (BLAKE3) of that, with a key of the person's own. Nothing is kept of it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{ToSpan as _, civil::Date};

use super::Viewer;
use crate::{
    domain::{
        id::Id,
        person::{Person, PersonId},
        reminder::{Cue, Occasion, Reminder},
    },
    error::{Error, Result},
    store::{Remindings, Row, Rows},
};

/// For how many days a link answers: an old mail is no key for ever.
const VALID: i16 = 400;
/// The bytes of what is answered, and of the hash that proves it.
const SAID: usize = 16 + 1 + 16 + 4 + 4;
const PROOF: usize = 16;

/// Who answers what by a link.
#[derive(Clone, Debug)]
pub struct Answering {
    /// On whose behalf.
    pub viewer: Viewer,
    /// What.
    pub reminder: Reminder,
}

/// What is in the address of a link that is written today, and that nobody can make up.
#[must_use]
pub fn write(key: &[u8; 32], person: PersonId, reminder: &Reminder, today: Date) -> String {
    let said = said(person, reminder, today);
    let proof = blake3::keyed_hash(key, &said);
    let whole = [&said[..], &proof.as_bytes()[..PROOF]].concat();
    URL_SAFE_NO_PAD.encode(whole)
}

/// Who answers what by a link.
///
/// # Errors
/// [`Error::NotFound`] for one that was made up, is too old, or whose person has left.
pub fn read(rows: &(impl Rows + Remindings), link: &str, today: Date) -> Result<Answering> {
    let (person, reminder, written) = parsed(link).ok_or(Error::NotFound)?;
    let key = rows.reminding(person)?.key.ok_or(Error::NotFound)?;
    let right = write(&key, person, &reminder, written);
    // Hashes are compared in constant time.
    if blake3::hash(right.as_bytes()) != blake3::hash(link.as_bytes()) {
        return Err(Error::NotFound);
    }
    if written.saturating_add(VALID.days()) < today {
        return Err(Error::NotFound);
    }
    let person: Row<Person> = rows.live(person)?;
    Ok(Answering {
        viewer: Viewer::of(person.body),
        reminder,
    })
}

/// Whose calendar has this secret in its address.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's.
pub fn calendar(rows: &(impl Rows + Remindings), secret: &str) -> Result<Viewer> {
    let asked = blake3::hash(secret.as_bytes());
    let remindings = rows.all_remindings()?;
    let theirs = remindings.into_iter().find(|reminding| {
        let kept = reminding.calendar.as_ref();
        // Hashes are compared in constant time.
        kept.is_some_and(|kept| blake3::hash(kept.as_bytes()) == asked)
    });
    let person: Row<Person> = rows.live(theirs.ok_or(Error::NotFound)?.person)?;
    Ok(Viewer::of(person.body))
}

fn said(person: PersonId, reminder: &Reminder, written: Date) -> Vec<u8> {
    let mut said = person.bytes().to_vec();
    said.push(reminder.cue.occasion.number());
    said.extend_from_slice(&reminder.cue.about.bytes());
    for day in [reminder.on, written] {
        said.extend_from_slice(&day.year().to_be_bytes());
        said.extend([day.month(), day.day()].map(i8::cast_unsigned));
    }
    said
}

fn parsed(link: &str) -> Option<(PersonId, Reminder, Date)> {
    let bytes = URL_SAFE_NO_PAD.decode(link).ok()?;
    let said: [u8; SAID] = bytes.get(..SAID)?.try_into().ok()?;
    if bytes.len() != SAID + PROOF {
        return None;
    }
    let id = |from: usize| {
        Some(Id::<Person>::from_bytes(
            said[from..from + 16].try_into().ok()?,
        ))
    };
    let occasion = Occasion::ALL
        .into_iter()
        .find(|occasion| occasion.number() == said[16])?;
    let day = |from: usize| {
        let year = i16::from_be_bytes([said[from], said[from + 1]]);
        let [month, day] = [said[from + 2], said[from + 3]].map(u8::cast_signed);
        Date::new(year, month, day).ok()
    };
    let cue = Cue::new(occasion, id(17)?);
    let reminder = Reminder { on: day(33)?, cue };
    Some((id(0)?, reminder, day(37)?))
}

//! Orders: what the command line may ask of who holds an archive, and how each is carried out.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{check, premises::Premises, stats};
use crate::{
    access::{session, token},
    actions::{household, people},
    domain::{
        account::TokenId,
        lang::Lang,
        person::{Person, PersonId, Role},
    },
    error::{Error, Result},
    store::{Row, Rows, Secrets, Store},
};

/// Something to be done by who holds the data folder.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Add a person who signs in with a password.
    AddPerson {
        /// Their name.
        name: String,
        /// Their role.
        role: Role,
        /// Their password.
        password: String,
    },
    /// Tell who belongs to the household.
    ListPeople,
    /// Give a person a new password, and end their sessions.
    ResetPassword {
        /// Their name.
        name: String,
        /// Their new password.
        password: String,
    },
    /// Remove a person from the household.
    RemovePerson {
        /// Their name.
        name: String,
    },
    /// Make a token.
    CreateToken {
        /// The name of the person whom it speaks for.
        person: String,
    },
    /// Tell which tokens there are.
    ListTokens,
    /// Make a token worthless.
    RevokeToken {
        /// Which.
        id: TokenId,
    },
    /// Look whether everything is whole.
    Check {
        /// Whether what is derived is made again where it is not.
        repair: bool,
    },
    /// Build the search index again.
    Reindex,
    /// Give the room that the archive's file does not use back to the disk.
    Compact,
    /// Tell how much there is of everything.
    Stats,
}

impl Order {
    /// Whether it may begin an archive where there is none.
    #[must_use]
    pub const fn begins(&self) -> bool {
        matches!(self, Self::AddPerson { .. })
    }
}

/// What is said while an order is carried out, a line each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// Part of the answer.
    Line(String),
    /// How far it has come.
    Progress(String),
    /// The last word.
    Done(Verdict),
}

/// How an order ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Well.
    Well,
    /// It was carried out, and found something wrong.
    Wrong,
    /// It was not carried out; the sentence says why.
    Refused(String),
}

/// Where words go. It fails when nobody listens any more, and then so does the order.
pub type Say<'a> = dyn FnMut(Word) -> Result<()> + 'a;

/// Carries an order out, and says how it ended.
pub fn obey(premises: &Premises, order: &Order, say: &mut Say<'_>) -> Verdict {
    carry_out(premises, order, say).unwrap_or_else(|error| Verdict::Refused(sentence(&error)))
}

/// What went wrong, as a sentence for who sits at a shell.
#[must_use]
pub fn sentence(error: &Error) -> String {
    match error {
        Error::Unavailable(sentence) => sentence.clone(),
        Error::Invalid(fields) => {
            let texts: Vec<_> = fields.iter().map(|(_, key)| Lang::En.text(key)).collect();
            texts.join(" ")
        }
        error => error.to_string(),
    }
}

fn carry_out(premises: &Premises, order: &Order, say: &mut Say<'_>) -> Result<Verdict> {
    let store = &*premises.store;
    match order {
        Order::AddPerson {
            name,
            role,
            password,
        } => {
            let person = people::add_from_folder(store, name, *role, Some(password))?;
            say(Word::Line(person.value.id.to_string()))?;
        }
        Order::ListPeople => columns(&people_of(store)?, say)?,
        Order::ResetPassword { name, password } => {
            let person = named(store, name)?;
            people::reset_password_from_folder(store, person.id, password)?;
        }
        Order::RemovePerson { name } => {
            let person = named(store, name)?;
            people::remove_from_folder(store, person.id)?;
        }
        Order::CreateToken { person } => {
            let person = named(store, person)?;
            let secret = token::create(store, person.id, "smartinventory token create")?;
            say(Word::Line(secret))?;
        }
        Order::ListTokens => columns(&tokens_of(store)?, say)?,
        Order::RevokeToken { id } => {
            let tokens = store.read()?.all_tokens()?;
            let owner = tokens.iter().find(|(_, token)| token.id == *id);
            let (_, token) =
                owner.ok_or_else(|| Error::Unavailable(format!("there is no token {id}")))?;
            token::revoke(store, token.person, |other| other == *id)?;
        }
        Order::Check { repair } => return check::run(premises, *repair, say),
        Order::Reindex => {
            let mut pace = Pace::new("things");
            let things = premises.reindex(&mut |done, of| {
                // Nobody may be listening any more; half an index would be worse.
                let _ = pace.tell(done as u64, of as u64, say);
            })?;
            columns(&[row([&"things", &things])], say)?;
        }
        Order::Compact => {
            say(Word::Progress("waiting for a quiet moment".to_owned()))?;
            let (before, after) = store.compact()?;
            columns(&[row([&"before", &before]), row([&"after", &after])], say)?;
        }
        Order::Stats => columns(&stats::rows(premises)?, say)?,
    }
    Ok(Verdict::Well)
}

/// Role, when they were last seen, and name of each person.
fn people_of(store: &Store) -> Result<Vec<Vec<String>>> {
    let reader = store.read()?;
    let mut seen: HashMap<PersonId, Timestamp> = HashMap::new();
    let mut note = |person, at: Timestamp| {
        let last = seen.entry(person).or_insert(at);
        *last = at.max(*last);
    };
    for (_, session) in reader.all_sessions()? {
        note(session.person, session.used);
    }
    // Sessions are forgotten when they end; what somebody did is not.
    reader.each_change_before(u64::MAX, |change| {
        if let Some(by) = change.by {
            note(by, change.at);
        }
        Ok(true)
    })?;
    let people = household::people(&reader)?.into_iter().map(|person| {
        let seen = seen
            .get(&person.id)
            .map_or_else(|| "never".to_owned(), moment);
        row([&person.role.key(), &seen, &person.name])
    });
    Ok(people.collect())
}

/// Id, when it was made, whom it speaks for and name of each token, the newest first.
fn tokens_of(store: &Store) -> Result<Vec<Vec<String>>> {
    let reader = store.read()?;
    let mut tokens = reader.all_tokens()?;
    tokens.sort_by_key(|(_, token)| std::cmp::Reverse(token.id));
    tokens
        .into_iter()
        .map(|(_, token)| {
            let person: Option<Row<Person>> = reader.find(token.person)?;
            let person = person.map_or_else(String::new, |person| person.body.name);
            Ok(row([
                &token.id,
                &moment(&token.since),
                &person,
                &token.name,
            ]))
        })
        .collect()
}

fn named(store: &Store, name: &str) -> Result<Row<Person>> {
    let person = session::person_named(&store.read()?, name)?;
    person.ok_or_else(|| Error::Unavailable(format!("there is nobody called {name}")))
}

/// A moment, to the second.
pub(super) fn moment(at: &Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The values of a line, as text.
pub(super) fn row<const N: usize>(values: [&dyn ToString; N]) -> Vec<String> {
    values.map(ToString::to_string).to_vec()
}

/// Says lines whose values stand in columns. Two blanks or more part them, and no value has two in a row or is empty,
/// so that a script tells them apart as surely as an eye does.
pub(super) fn columns(rows: &[Vec<String>], say: &mut Say<'_>) -> Result<()> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, value) in widths.iter_mut().zip(row) {
            *width = (*width).max(value.chars().count());
        }
    }
    for row in rows {
        let mut line = String::new();
        for (width, value) in widths.iter().zip(row) {
            let value = if value.is_empty() { "-" } else { value };
            let blanks = width - value.chars().count().min(*width);
            line.extend([value, &" ".repeat(blanks + 2)]);
        }
        say(Word::Line(line.trim_end().to_owned()))?;
    }
    Ok(())
}

/// Tells how far something has come: at its beginning, and at each tenth of what takes a while.
pub(super) struct Pace {
    what: &'static str,
    told: Option<u64>,
}

impl Pace {
    /// From this many on, each tenth is told.
    const LONG: u64 = 100;

    pub(super) const fn new(what: &'static str) -> Self {
        Self { what, told: None }
    }

    pub(super) fn tell(&mut self, done: u64, of: u64, say: &mut Say<'_>) -> Result<()> {
        let tenth = if of < Self::LONG { 0 } else { done * 10 / of };
        if self.told == Some(tenth) {
            return Ok(());
        }
        self.told = Some(tenth);
        say(Word::Progress(format!("{}: {done} of {of}", self.what)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_beneath_one_another_two_blanks_apart() {
        let mut lines = Vec::new();
        let rows = [
            row([&"owner", &"never", &"Åsa Öberg"]),
            row([&"child", &"", &"Ö"]),
        ];
        columns(&rows, &mut |word| {
            lines.push(word);
            Ok(())
        })
        .unwrap();
        let line = |text: &str| Word::Line(text.to_owned());
        assert_eq!(
            lines,
            [line("owner  never  Åsa Öberg"), line("child  -      Ö")]
        );
    }

    #[test]
    fn progress_is_told_by_tenths() {
        let mut told = 0;
        let mut pace = Pace::new("rows");
        for done in 1..=1_000 {
            pace.tell(done, 1_000, &mut |_| {
                told += 1;
                Ok(())
            })
            .unwrap();
        }
        assert_eq!(told, 11);
    }
}

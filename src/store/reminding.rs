//! How people are reminded, and what became of reminders: durable like rows, but never in the history or the change log.

use redb::ReadableTable;

use super::{
    fault::refused,
    reader::Reader,
    secrets::{insert, read},
    writer::Writer,
};
use crate::{
    domain::{
        person::PersonId,
        reminder::{Cue, Memo},
        reminding::Reminding,
    },
    error::Result,
};

/// Reading how people are reminded, in a snapshot or inside a change.
pub trait Remindings {
    /// The table of how people want it.
    #[doc(hidden)]
    fn remindings(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;
    /// The table of what became of reminders.
    #[doc(hidden)]
    fn memos(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]>;

    /// How a person wants to be reminded; as usual when they have not said.
    fn reminding(&self, person: PersonId) -> Result<Reminding> {
        let kept = read(self.remindings(), &person.bytes())?;
        Ok(kept.unwrap_or_else(|| Reminding::usual(person)))
    }

    /// How everybody wants it who has said.
    fn all_remindings(&self) -> Result<Vec<Reminding>> {
        let mut all = Vec::new();
        for entry in self.remindings().iter().map_err(refused)? {
            let (key, _) = entry.map_err(refused)?;
            all.extend(read(self.remindings(), key.value())?);
        }
        Ok(all)
    }

    /// What became of a reminder for a person, if anything.
    fn memo(&self, person: PersonId, cue: Cue) -> Result<Option<Memo>> {
        read(self.memos(), &key(person, cue))
    }
}

impl Remindings for Reader {
    fn remindings(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.reminding
    }

    fn memos(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.memos
    }
}

impl Remindings for Writer<'_> {
    fn remindings(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.reminding
    }

    fn memos(&self) -> &impl ReadableTable<&'static [u8], &'static [u8]> {
        &self.memos
    }
}

impl Writer<'_> {
    /// Keeps how a person wants to be reminded.
    pub fn put_reminding(&mut self, reminding: &Reminding) -> Result<()> {
        self.dirty = true;
        insert(&mut self.reminding, &reminding.person.bytes(), reminding)
    }

    /// Keeps what became of a reminder.
    pub fn put_memo(&mut self, person: PersonId, cue: Cue, memo: &Memo) -> Result<()> {
        self.dirty = true;
        insert(&mut self.memos, &key(person, cue), memo)
    }

    /// Forgets what became of a person's reminders that `is_over` says are over. How many.
    pub fn forget_memos(
        &mut self,
        person: PersonId,
        is_over: impl Fn(&Memo) -> bool,
    ) -> Result<usize> {
        let (start, end) = (person.bytes(), [&person.bytes()[..], &[0xff; 17]].concat());
        let mut over = Vec::new();
        for entry in self
            .memos
            .range::<&[u8]>(start.as_slice()..=end.as_slice())
            .map_err(refused)?
        {
            let (key, bytes) = entry.map_err(refused)?;
            let memo = minicbor::decode(bytes.value());
            if memo.is_ok_and(|memo| is_over(&memo)) {
                over.push(key.value().to_vec());
            }
        }
        for key in &over {
            self.memos.remove(key.as_slice()).map_err(refused)?;
            self.dirty = true;
        }
        Ok(over.len())
    }
}

fn key(person: PersonId, cue: Cue) -> Vec<u8> {
    let mut key = person.bytes().to_vec();
    key.push(cue.occasion.number());
    key.extend_from_slice(&cue.about.bytes());
    key
}

//! A memory: a story that goes with a thing.

use minicbor::{Decode, Encode};

use super::{aspect::aspects, dates::PartialDate, id::Id, invalid::Invalid, item::ItemId, text};

/// The id of a memory.
pub type MemoryId = Id<Memory>;

/// A story that goes with a thing. Its photos, sound and films are its attachments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Memory {
    /// Which.
    #[n(0)]
    pub id: MemoryId,
    /// Of which thing.
    #[n(1)]
    pub item: ItemId,
    /// What is told.
    #[n(2)]
    pub details: MemoryDetails,
}

/// What a person tells: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct MemoryDetails {
    /// What it is about, in a line.
    #[n(0)]
    pub title: String,
    /// The story, in Markdown; empty where it is told by a recording.
    #[n(1)]
    pub text: String,
    /// When it happened, as exactly as it is remembered.
    #[n(2)]
    pub on: Option<PartialDate>,
    /// Who was there, by name: most often people who are not of the household.
    #[n(3)]
    pub people: Vec<String>,
    /// Where it happened.
    #[n(4)]
    pub place: String,
}

/// The most people that one memory names.
const PEOPLE: usize = 50;

aspects!(MemoryDetails {
    /// What it is about.
    Title = "title" at title;
    /// The story.
    Text = "text" at text;
    /// When it happened.
    On = "on" at on;
    /// Who was there.
    People = "people" at people;
    /// Where it happened.
    Place = "place" at place;
});

impl MemoryDetails {
    /// A memory of which no more is told than what it is about.
    #[must_use]
    pub fn of(title: &str) -> Self {
        Self {
            title: text::line(title),
            ..Self::default()
        }
    }

    /// Texts trimmed, and each person named once.
    pub fn tidy(&mut self) {
        for line in [&mut self.title, &mut self.place] {
            *line = text::line(line);
        }
        self.text = text::prose(&self.text);
        let mut people = Vec::with_capacity(self.people.len());
        for person in &self.people {
            let person = text::line(person);
            if !person.is_empty() && !people.contains(&person) {
                people.push(person);
            }
        }
        self.people = people;
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        if let Err(why) = text::name(&self.title, text::NAME) {
            invalid.push("title", why);
        }
        if !text::fits(&self.text, text::PROSE) {
            invalid.push("text", "error-too-long");
        }
        if self.people.len() > PEOPLE {
            invalid.push("people", "error-too-many");
        }
        if self.people.iter().any(|name| !text::fits(name, text::NAME)) {
            invalid.push("people", "error-too-long");
        }
        if !text::fits(&self.place, text::LINE) {
            invalid.push("place", "error-too-long");
        }
        invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_names_each_person_once_and_keeps_its_paragraphs() {
        let mut memory = MemoryDetails {
            title: " Farfars  resa\n".into(),
            text: "\nEtt.\r\n\r\nTvå. ".into(),
            people: [" Elsa ", "", "Gustav\tHolm", "Elsa"]
                .map(Into::into)
                .into(),
            place: " Smögen ".into(),
            ..MemoryDetails::default()
        };
        memory.tidy();
        assert_eq!(memory.title, "Farfars resa");
        assert_eq!(memory.text, "Ett.\n\nTvå.");
        assert_eq!(memory.people, ["Elsa", "Gustav Holm"]);
        assert_eq!(memory.place, "Smögen");
        assert!(memory.check().is_empty());
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let memory = MemoryDetails {
            text: "x".repeat(text::PROSE + 1),
            people: vec!["x".repeat(text::NAME + 1); PEOPLE + 1],
            place: "x".repeat(text::LINE + 1),
            ..MemoryDetails::default()
        };
        let invalid = memory.check();
        let told: Vec<_> = invalid.iter().collect();
        assert_eq!(
            told,
            [
                ("title", "error-name-empty"),
                ("text", "error-too-long"),
                ("people", "error-too-many"),
                ("people", "error-too-long"),
                ("place", "error-too-long"),
            ]
        );
    }
}

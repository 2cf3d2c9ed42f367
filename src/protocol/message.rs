//! What finders and owners write to each other, before it is sealed and after it is opened.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{keyed::keyed, text};

/// The longest message, in characters.
pub const TEXT: usize = 2_000;

/// A message. It is sealed as JSON, and closed as entries are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// What is said by it.
    pub kind: MessageKind,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

/// What a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// "I have seen this."
    Seen,
    /// "I was offered this."
    Offered,
    /// "I have found this."
    Found,
    /// What is said to that, by either.
    Answer,
}

keyed!(MessageKind {
    Seen => "seen",
    Offered => "offered",
    Found => "found",
    Answer => "answer",
});

impl Message {
    /// A message of what somebody typed.
    ///
    /// # Errors
    /// The key of the text that says why it is none: an answer without words, or too many.
    pub fn new(kind: MessageKind, typed: &str, at: Timestamp) -> Result<Self, &'static str> {
        let text = text::prose(typed);
        if text.is_empty() && kind == MessageKind::Answer {
            return Err("error-message-empty");
        }
        if !text::fits(&text, TEXT) {
            return Err("error-too-long");
        }
        Ok(Self { kind, text, at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_something_and_no_message_says_too_much() {
        let at = Timestamp::UNIX_EPOCH;
        let new = |kind, text: &str| Message::new(kind, text, at);
        assert_eq!(new(MessageKind::Answer, " \n"), Err("error-message-empty"));
        assert!(new(MessageKind::Seen, "").is_ok());
        assert_eq!(
            new(MessageKind::Seen, &"å".repeat(TEXT + 1)),
            Err("error-too-long")
        );
        let told = new(MessageKind::Found, "Vid stationen\r\ni går\u{7}").unwrap();
        assert_eq!(told.text, "Vid stationen\ni går");
    }
}

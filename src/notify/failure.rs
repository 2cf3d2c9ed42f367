//! Why something did not go out or come in, and whether another attempt is of any use.

use std::time::Duration;

use super::secret::Secret;

/// How many characters of what a server says are worth keeping.
const SAID: usize = 200;

/// A delivery, or a look into a mailbox, that came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It will fail in the same way until somebody changes something.
    #[error("refused: {0}")]
    Refused(Cause),
    /// Another attempt may well succeed.
    #[error("not now: {cause}")]
    Later {
        /// What stood in the way.
        cause: Cause,
        /// How long the server asks to be left alone, if it says.
        wait: Option<Duration>,
    },
}

/// What stood in the way. None of them holds a secret: neither a password nor a token, nor an address that has one in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The address is one that may not be called, or not without encryption.
    #[error("this address may not be called")]
    Barred,
    /// Nobody knows a machine of this name.
    #[error("no machine of this name is known")]
    Name,
    /// Nobody answers there, or the connection broke.
    #[error("no connection")]
    Connection,
    /// It took too long.
    #[error("too slow")]
    Slow,
    /// The server's certificate is not one to trust, or no encryption was agreed upon.
    #[error("the certificate is not trusted: {0}")]
    Certificate(String),
    /// The server offers no encryption where it was asked for.
    #[error("the server offers no encryption")]
    Unencrypted,
    /// The name, the password or the token is not accepted.
    #[error("the name, the password or the token is not accepted")]
    Login,
    /// The server answered, and not with a yes.
    #[error("the server says: {0}")]
    Answer(String),
    /// The server does not speak as it should, or more than anybody wants to hear.
    #[error("the answer makes no sense")]
    Nonsense,
    /// There is no such folder in the mailbox, or it cannot be written to.
    #[error("the folder is not there, or cannot be changed: {0}")]
    Folder(String),
    /// What was to be sent cannot be put as this channel needs it.
    #[error("it cannot be sent like this: {0}")]
    Unsendable(String),
}

impl Failure {
    /// Another attempt may succeed, whenever it is made.
    pub(super) const fn later(cause: Cause) -> Self {
        Self::Later { cause, wait: None }
    }

    /// What stood in the way.
    #[must_use]
    pub const fn cause(&self) -> &Cause {
        match self {
            Self::Refused(cause) | Self::Later { cause, .. } => cause,
        }
    }

    /// Whether it will fail again until somebody changes something.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

/// What a server said, as a person may read it: one short line without any of these secrets.
pub(super) fn said(text: &str, secrets: &[&Secret]) -> String {
    let mut text = text.to_owned();
    for secret in secrets {
        if !secret.reveal().is_empty() {
            text = text.replace(secret.reveal(), "…");
        }
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(SAID).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_one_short_line() {
        assert_eq!(
            said(" 5.1.1\r\n no \u{7} such\tuser ", &[]),
            "5.1.1 no such user"
        );
        assert_eq!(said(&"å".repeat(900), &[]).chars().count(), SAID);
    }

    #[test]
    fn what_a_server_says_back_holds_no_secret() {
        let secret = Secret::new("sesam 1");
        assert_eq!(said("no sesam 1 here", &[&secret]), "no … here");
        assert_eq!(said("nothing", &[&Secret::new("")]), "nothing");
    }
}

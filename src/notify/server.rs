//! A server that speaks of mail: where it is, how the way there is encrypted, and who asks.

use url::Host;

use super::{guard::Place, secret::Secret, trust::Trust};

/// A server for sending mail (SMTP) or for fetching it (IMAP).
#[derive(Clone, Debug)]
pub struct Server {
    /// The machine.
    pub host: Host<String>,
    /// The port: usually 465 or 587 for sending, 993 or 143 for fetching.
    pub port: u16,
    /// How the way there is encrypted.
    pub encryption: Encryption,
    /// Who asks; a server on this machine may need to know of nobody.
    pub login: Option<Login>,
    /// Whose certificates are believed there, if others than everywhere.
    pub trust: Option<Trust>,
}

/// A name and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// The name.
    pub name: String,
    /// The password.
    pub password: Secret,
}

/// How the way to a server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte.
    #[default]
    Tls,
    /// From a command on: without it, nothing is said.
    StartTls,
    /// Not at all: on this machine, or where a setting allows it.
    None,
}

impl Encryption {
    /// How far a connection may go.
    pub(super) const fn furthest(self) -> Place {
        match self {
            Self::Tls | Self::StartTls => Place::World,
            Self::None => Place::Here,
        }
    }
}

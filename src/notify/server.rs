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

/// Reads where a server is: `imap.example.org`, `192.168.1.5:1143`, `[fd00::5]:143`. Without a port it is the usual one.
#[must_use]
pub fn read_host(text: &str, usual: u16) -> Option<(Host<String>, u16)> {
    let text = text.trim();
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !text.ends_with(']') => (host, Some(port)),
        _ => (text, None),
    };
    let port = match port {
        Some(port) => port.parse().ok().filter(|port| *port != 0)?,
        None => usual,
    };
    Some((Host::parse(host).ok()?, port))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_host(text, 993).map(|(host, port)| format!("{host} {port}"))
    }

    #[test]
    fn a_server_is_a_host_with_or_without_a_port() {
        for (text, server) in [
            (" imap.example.org ", "imap.example.org 993"),
            ("imap.example.org:1993", "imap.example.org 1993"),
            ("brevlåda.example", "xn--brevlda-ixa.example 993"),
            ("192.168.1.5:143", "192.168.1.5 143"),
            ("[fd00::5]", "[fd00::5] 993"),
            ("[fd00::5]:143", "[fd00::5] 143"),
        ] {
            assert_eq!(read(text).as_deref(), Some(server), "{text}");
        }
    }

    #[test]
    fn what_is_no_server_is_refused() {
        for text in [
            "",
            ":993",
            "imap.example.org:",
            "imap.example.org:0",
            "imap:99999",
            "fd00::5:143",
            "imaps://imap.example.org",
            "a b",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

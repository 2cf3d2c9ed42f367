//! A server of mail as the settings name it, for what comes in and for what goes out.

use crate::{
    config,
    error::{Error, Result},
    notify::server::{Encryption, Login, Server, read_host},
};

/// The ports that are usual for each way of encryption.
pub(super) struct Ports {
    pub(super) tls: u16,
    pub(super) starttls: u16,
    pub(super) none: u16,
}

/// The server that a setting names, by its name or address.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when it names none.
pub(super) fn read(
    setting: &str,
    named: &str,
    encryption: config::Encryption,
    ports: &Ports,
    login: Option<Login>,
) -> Result<Server> {
    let (encryption, usual) = match encryption {
        config::Encryption::Tls => (Encryption::Tls, ports.tls),
        config::Encryption::StartTls => (Encryption::StartTls, ports.starttls),
        config::Encryption::None => (Encryption::None, ports.none),
    };
    let (host, port) = read_host(named, usual).ok_or_else(|| {
        refused(&format!(
            "{setting} is a name or an address, and a port behind a colon if need be"
        ))
    })?;
    Ok(Server {
        host,
        port,
        encryption,
        login,
        trust: None,
    })
}

/// Why a setting cannot be taken.
pub(super) fn refused(why: &str) -> Error {
    Error::Unavailable(format!("a setting cannot be taken: {why}"))
}

//! Mail going out: a letter handed to the household's mail server, by SMTP.

mod letter;

use std::{
    io,
    net::{IpAddr, SocketAddr},
};

use lettre::transport::smtp::{
    self,
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, AsyncTokioStream},
    extension::ClientId,
};
use tokio::io::AsyncWriteExt;

pub use letter::{Correspondent, Letter};

use super::{
    failure::{Cause, Failure, said},
    secret::Secret,
    server::{Encryption, Login, Server},
    trust::Trust,
    wire::{Dialer, Wire, is_too_much},
};

/// The most bytes of all answers to one letter: each is read anew with every line that it has, so many would take long.
const TALK: u64 = 16 << 10;

/// The most lines of an answer before the conversation proper.
const LINES: usize = 50;

/// Hands a letter to a server, which is then answerable for it.
///
/// Where the connection breaks after the last word and before the answer, nobody knows whether the letter was taken: it is
/// sent again, and its Message-ID says that it is the same.
///
/// # Errors
/// [`Failure`], which tells whether another attempt is of any use.
pub async fn send(dialer: &Dialer, server: &Server, letter: &Letter) -> Result<(), Failure> {
    dialer.in_time(deliver(dialer, server, letter)).await
}

async fn deliver(dialer: &Dialer, server: &Server, letter: &Letter) -> Result<(), Failure> {
    let trust = server.trust.as_ref().unwrap_or_else(|| dialer.trust());
    let mut wire = connect(dialer, server, trust).await?;
    wire.make_room(TALK);
    let me = own_name(&wire);
    let login = server.login.as_ref();
    let password = login.map(|login| &login.password);
    let failed = |error| judge(&error, password);
    let connection = AsyncSmtpConnection::connect_with_transport(Box::new(wire), &me);
    let mut connection = connection.await.map_err(failed)?;
    if let Some(login) = login {
        log_in(&mut connection, login).await?;
    }
    let sent = connection.send(&letter.envelope, &letter.bytes).await;
    sent.map_err(failed)?;
    // The letter is taken, however the server likes the goodbye.
    let _ = connection.quit().await;
    Ok(())
}

async fn connect(dialer: &Dialer, server: &Server, trust: &Trust) -> Result<Wire, Failure> {
    let furthest = server.encryption.furthest();
    let mut wire = dialer.dial(&server.host, server.port, furthest).await?;
    match server.encryption {
        Encryption::None => Ok(wire),
        Encryption::Tls => wire.encrypt(&server.host, trust).await,
        Encryption::StartTls => {
            start_tls(&mut wire).await?;
            let mut wire = wire.encrypt(&server.host, trust).await?;
            // The greeting has been, without encryption; the conversation begins with one.
            wire.put_back(b"220 encrypted\r\n");
            Ok(wire)
        }
    }
}

/// Asks the server to encrypt from here on (RFC 3207).
async fn start_tls(wire: &mut Wire) -> Result<(), Failure> {
    answer(wire, 220).await?;
    let hello = format!("EHLO {}\r\n", own_name(wire));
    say(wire, &hello).await?;
    let offers = answer(wire, 250).await?;
    let offered = |line: &String| line.trim().eq_ignore_ascii_case("STARTTLS");
    if !offers.iter().any(offered) {
        return Err(Failure::Refused(Cause::Unencrypted));
    }
    say(wire, "STARTTLS\r\n").await?;
    answer(wire, 220).await?;
    Ok(())
}

async fn say(wire: &mut Wire, words: &str) -> Result<(), Failure> {
    let said = wire.write_all(words.as_bytes()).await;
    said.map_err(|_| Failure::later(Cause::Connection))
}

/// The lines of an answer that has this code, without it.
async fn answer(wire: &mut Wire, expected: u16) -> Result<Vec<String>, Failure> {
    let mut lines = Vec::new();
    while lines.len() < LINES {
        let line = wire.line().await?;
        let (code, rest) = line.split_at_checked(3).unwrap_or((&line, ""));
        let code: u16 = code.parse().map_err(|_| Failure::later(Cause::Nonsense))?;
        if code != expected {
            let said = said(rest.trim_start_matches('-'), &[]);
            return Err(refusal(code, &said));
        }
        let is_last = !rest.starts_with('-');
        lines.push(rest.trim_start_matches(['-', ' ']).to_owned());
        if is_last {
            return Ok(lines);
        }
    }
    Err(Failure::later(Cause::Nonsense))
}

/// How this machine introduces itself: by its address, since it has no name that a server could look up.
fn own_name(wire: &Wire) -> ClientId {
    match wire.own_address().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::default(),
    }
}

async fn log_in(connection: &mut AsyncSmtpConnection, login: &Login) -> Result<(), Failure> {
    let password = login.password.reveal().to_owned();
    let credentials = Credentials::new(login.name.clone(), password);
    let ways = [Mechanism::Plain, Mechanism::Login];
    match connection.auth(&ways, &credentials).await {
        Ok(_) => Ok(()),
        // What a server says about a login may repeat it, in whatever form.
        Err(error) if error.is_permanent() || error.is_client() => {
            Err(Failure::Refused(Cause::Login))
        }
        Err(error) if error.is_transient() => Err(Failure::later(Cause::Login)),
        Err(error) => Err(judge(&error, None)),
    }
}

fn refusal(code: u16, said: &str) -> Failure {
    let cause = Cause::Answer(format!("{code} {said}"));
    match code {
        500..=599 => Failure::Refused(cause),
        _ => Failure::later(cause),
    }
}

fn judge(error: &smtp::Error, password: Option<&Secret>) -> Failure {
    let source = std::error::Error::source(error);
    let words = source.map(ToString::to_string);
    let said = said(&words.unwrap_or_default(), password.as_slice());
    if let Some(code) = error.status() {
        return refusal(code.into(), &said);
    }
    if error.is_client() {
        Failure::Refused(Cause::Unsendable(said))
    } else if error.is_response() || source.is_some_and(is_too_much) {
        Failure::later(Cause::Nonsense)
    } else {
        Failure::later(Cause::Connection)
    }
}

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.peer()
    }
}

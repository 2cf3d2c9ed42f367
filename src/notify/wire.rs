//! Connections to elsewhere: made to addresses that the guard admits, encrypted for those whom one trusts.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use rustls::pki_types::ServerName;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::client::TlsStream;
use url::Host;

use super::{
    failure::{Cause, Failure},
    guard::{Guard, Place},
    trust::Trust,
};

/// How long one address may take to answer at all, where there are more to try.
const CONNECTING: Duration = Duration::from_secs(10);

/// How long a whole delivery may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// How slowly much may come in, in bytes a second.
const PACE: u64 = 50_000;

/// The longest line that a server may say before the conversation proper, in bytes.
const LINE: usize = 4096;

/// Makes connections. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Dialer {
    guard: Guard,
    trust: Trust,
    patience: Duration,
}

impl Dialer {
    /// A dialer that calls what the guard admits, and believes whom one trusts.
    #[must_use]
    pub const fn new(guard: Guard, trust: Trust) -> Self {
        Self {
            guard,
            trust,
            patience: PATIENCE,
        }
    }

    /// The same, with another time for a whole delivery than a minute.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Whose certificates are believed.
    pub(super) const fn trust(&self) -> &Trust {
        &self.trust
    }

    /// Gives something up that takes too long.
    pub(super) async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        self.in_time_for(0, work).await
    }

    /// The same, with more time for so many bytes to come in.
    pub(super) async fn in_time_for<T>(
        &self,
        bytes: u64,
        work: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        timeout(self.patience + Duration::from_secs(bytes / PACE), work)
            .await
            .unwrap_or(Err(Failure::later(Cause::Slow)))
    }

    /// Connects to a machine, by whichever of its addresses is admitted and answers first.
    ///
    /// The addresses are looked up once, and the one that was judged is the one that is called.
    pub(super) async fn dial(
        &self,
        host: &Host<String>,
        port: u16,
        furthest: Place,
    ) -> Result<Wire, Failure> {
        let mut failure = Failure::Refused(Cause::Barred);
        for address in addresses(host, port).await? {
            if !self.guard.admits(address.ip(), furthest) {
                continue;
            }
            match timeout(CONNECTING, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(Wire::new(stream)),
                Ok(Err(_)) => failure = Failure::later(Cause::Connection),
                Err(_) => failure = Failure::later(Cause::Slow),
            }
        }
        Err(failure)
    }
}

async fn addresses(host: &Host<String>, port: u16) -> Result<Vec<SocketAddr>, Failure> {
    match host {
        Host::Ipv4(address) => Ok(vec![(*address, port).into()]),
        Host::Ipv6(address) => Ok(vec![(*address, port).into()]),
        Host::Domain(name) => match lookup_host((name.as_str(), port)).await {
            Ok(addresses) => Ok(addresses.collect()),
            // The system does not say whether the name is wrong or the network is down.
            Err(_) => Err(Failure::later(Cause::Name)),
        },
    }
}

/// A connection, encrypted or not, on which no more is read than there is room for.
#[derive(Debug)]
pub(super) struct Wire {
    stream: Stream,
    /// What is read before anything that still comes.
    first: Vec<u8>,
    room: u64,
}

#[derive(Debug)]
enum Stream {
    Plain(TcpStream),
    Encrypted(Box<TlsStream<TcpStream>>),
}

impl Wire {
    const fn new(stream: TcpStream) -> Self {
        Self {
            stream: Stream::Plain(stream),
            first: Vec::new(),
            room: u64::MAX,
        }
    }

    /// The address at the other end.
    pub(super) fn peer(&self) -> io::Result<SocketAddr> {
        self.tcp().peer_addr()
    }

    /// The address at this end.
    pub(super) fn own_address(&self) -> io::Result<IpAddr> {
        Ok(self.tcp().local_addr()?.ip())
    }

    fn tcp(&self) -> &TcpStream {
        match &self.stream {
            Stream::Plain(stream) => stream,
            Stream::Encrypted(stream) => stream.get_ref().0,
        }
    }

    /// Lets so many bytes more be read from here on; reading beyond is an error.
    pub(super) const fn make_room(&mut self, bytes: u64) {
        self.room = bytes;
    }

    /// Has these bytes read before any that still come.
    pub(super) fn put_back(&mut self, bytes: &[u8]) {
        self.first.splice(..0, bytes.iter().copied());
    }

    /// Encrypts the connection to a machine that proves to be this one. What came before is forgotten.
    pub(super) async fn encrypt(self, host: &Host<String>, trust: &Trust) -> Result<Self, Failure> {
        let Stream::Plain(stream) = self.stream else {
            return Ok(self);
        };
        let name = match host {
            Host::Domain(name) => {
                ServerName::try_from(name.clone()).map_err(|_| Failure::Refused(Cause::Name))?
            }
            Host::Ipv4(address) => IpAddr::V4(*address).into(),
            Host::Ipv6(address) => IpAddr::V6(*address).into(),
        };
        let stream = trust.connector().connect(name, stream).await;
        let stream = stream.map_err(|error| distrust(&error))?;
        Ok(Self {
            stream: Stream::Encrypted(Box::new(stream)),
            first: Vec::new(),
            room: self.room,
        })
    }

    /// One line without its end, read byte by byte so that nothing behind it is touched.
    pub(super) async fn line(&mut self) -> Result<String, Failure> {
        let mut line = Vec::new();
        loop {
            match self.read_u8().await {
                Ok(b'\n') => break,
                Ok(_) if line.len() >= LINE => return Err(Failure::later(Cause::Nonsense)),
                Ok(byte) => line.push(byte),
                Err(_) => return Err(Failure::later(Cause::Connection)),
            }
        }
        Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
    }
}

/// Whether what failed is that more was said than there was room for.
pub(super) fn is_too_much(error: &(dyn std::error::Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::FileTooLarge)
}

/// What a failed handshake means: a certificate's date may be mended by its owner any day, but for the rest somebody
/// must do something here.
fn distrust(error: &io::Error) -> Failure {
    use rustls::{CertificateError as Fault, Error::InvalidCertificate};
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref());
    let Some(cause) = cause else {
        return Failure::later(Cause::Connection);
    };
    let said = |text: &str| Cause::Certificate(text.to_owned());
    match cause {
        InvalidCertificate(Fault::Expired | Fault::ExpiredContext { .. }) => {
            Failure::later(said("expired"))
        }
        InvalidCertificate(Fault::NotValidYet | Fault::NotValidYetContext { .. }) => {
            Failure::later(said("not valid yet"))
        }
        InvalidCertificate(Fault::UnknownIssuer) => Failure::Refused(said("unknown issuer")),
        InvalidCertificate(Fault::NotValidForName | Fault::NotValidForNameContext { .. }) => {
            Failure::Refused(said("made out to another name"))
        }
        InvalidCertificate(_) => Failure::Refused(said("not valid")),
        _ => Failure::later(said("no encryption was agreed upon")),
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if !this.first.is_empty() {
            let length = this.first.len().min(buffer.remaining());
            buffer.put_slice(&this.first[..length]);
            this.first.drain(..length);
            return Poll::Ready(Ok(()));
        }
        if this.room == 0 {
            let error = io::Error::new(io::ErrorKind::FileTooLarge, "more than there is room for");
            return Poll::Ready(Err(error));
        }
        let before = buffer.filled().len();
        ready!(match &mut this.stream {
            Stream::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            Stream::Encrypted(stream) => Pin::new(stream).poll_read(context, buffer),
        })?;
        let read = buffer.filled().len() - before;
        // What one read brings beyond the room is there already, and at most as large as the buffer.
        this.room = this.room.saturating_sub(read as u64);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.get_mut().stream {
            Stream::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            Stream::Encrypted(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().stream {
            Stream::Plain(stream) => Pin::new(stream).poll_flush(context),
            Stream::Encrypted(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.get_mut().stream {
            Stream::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Stream::Encrypted(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}

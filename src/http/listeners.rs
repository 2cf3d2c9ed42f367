//! The sockets that pages are served on: bound here, or handed over by a service manager.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener as Bound},
};

use axum::serve::Listener;
use futures_util::future::select_all;
use listenfd::ListenFd;
use tokio::net::{TcpListener, TcpStream};

use crate::error::{Error, Result};

/// At least one socket that is listened on.
pub struct Listeners {
    sockets: Vec<TcpListener>,
    addresses: Vec<SocketAddr>,
}

impl Listeners {
    /// Takes what a service manager hands over, else the address.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with the address or the socket, and the cause.
    pub fn open(address: SocketAddr) -> Result<Self> {
        let mut sockets = inherited()?;
        if sockets.is_empty() {
            let socket = bind(address).map_err(|cause| {
                Error::Unavailable(format!("cannot listen on {address}: {cause}"))
            })?;
            sockets.push(socket);
        }
        let sockets = sockets
            .into_iter()
            .map(|socket| {
                socket.set_nonblocking(true)?;
                TcpListener::from_std(socket)
            })
            .collect::<io::Result<Vec<_>>>()
            .map_err(Error::internal)?;
        let addresses = sockets
            .iter()
            .map(TcpListener::local_addr)
            .collect::<io::Result<_>>()
            .map_err(Error::internal)?;
        Ok(Self { sockets, addresses })
    }

    /// Where it listens, in the order that the sockets came in.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }
}

/// What a service manager has opened for us (`sd_listen_fds(3)`).
fn inherited() -> Result<Vec<Bound>> {
    let mut handed = ListenFd::from_env();
    (0..handed.len())
        .filter_map(|number| handed.take_tcp_listener(number).transpose())
        .collect::<io::Result<_>>()
        .map_err(|cause| Error::Unavailable(format!("cannot take a socket over: {cause}")))
}

/// Listens on an address. One that means every address there is does so on a machine without IPv6 as well.
fn bind(address: SocketAddr) -> io::Result<Bound> {
    Bound::bind(address).or_else(|cause| {
        if address.is_ipv6() && address.ip().is_unspecified() {
            Bound::bind((Ipv4Addr::UNSPECIFIED, address.port())).map_err(|_| cause)
        } else {
            Err(cause)
        }
    })
}

impl Listener for Listeners {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        let arrivals = self
            .sockets
            .iter_mut()
            .map(|socket| Box::pin(Listener::accept(socket)));
        let (stream, from) = select_all(arrivals).await.0;
        // IPv4 over an IPv6 socket: the visitor is known by the address that is theirs.
        (
            stream,
            SocketAddr::new(from.ip().to_canonical(), from.port()),
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.addresses
            .first()
            .copied()
            .ok_or_else(|| io::ErrorKind::AddrNotAvailable.into())
    }
}

//! Who asks: the address that a request came from, or, from a proxy that is trusted, the one that it tells of.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

use super::{problem::Problem, service::Registry};
use crate::{error::Error, notify::guard::Network};

/// Where proxies tell whom they ask for, each behind those before it.
const FORWARDED: &str = "x-forwarded-for";

/// Whoever asks, by their address.
pub(super) struct Client(pub IpAddr);

impl FromRequestParts<Arc<Registry>> for Client {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        registry: &Arc<Registry>,
    ) -> Result<Self, Problem> {
        let peer = ConnectInfo::<SocketAddr>::from_request_parts(parts, registry).await;
        let ConnectInfo(peer) = peer.map_err(|error| Error::Internal(error.to_string()))?;
        let told = parts.headers.get_all(FORWARDED).into_iter();
        let told: Vec<&str> = told.filter_map(|line| line.to_str().ok()).collect();
        Ok(Self(of(peer.ip(), &told.join(","), &registry.proxies)))
    }
}

/// The first address, from the nearest on, that is no trusted proxy's: what a stranger adds in front says nothing.
fn of(peer: IpAddr, told: &str, proxies: &[Network]) -> IpAddr {
    let mut client = peer.to_canonical();
    for hop in told.rsplit(',') {
        if !proxies.iter().any(|network| network.contains(client)) {
            break;
        }
        let Ok(next) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        client = next.to_canonical();
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, told: &str) -> String {
        let proxies = ["127.0.0.1", "::1", "10.1.0.0/16"].map(|text| text.parse().unwrap());
        of(peer.parse().unwrap(), told, &proxies).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_tells_whom_it_asks_for() {
        assert_eq!(client("192.0.2.1", "198.51.100.7"), "192.0.2.1");
        assert_eq!(client("127.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(client("::ffff:127.0.0.1", "2001:db8::7"), "2001:db8::7");
        assert_eq!(client("127.0.0.1", ""), "127.0.0.1");
    }

    #[test]
    fn what_a_stranger_says_of_themselves_is_passed_over() {
        assert_eq!(
            client("127.0.0.1", "203.0.113.9, 198.51.100.7"),
            "198.51.100.7"
        );
        assert_eq!(
            client("127.0.0.1", "203.0.113.9,198.51.100.7, 10.1.2.3"),
            "198.51.100.7"
        );
        assert_eq!(client("127.0.0.1", "198.51.100.7, oops"), "127.0.0.1");
    }
}

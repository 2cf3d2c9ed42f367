//! Where the pages can be reached: at which of this machine's addresses, and at which port.

use std::net::{IpAddr, SocketAddr};

/// What other machines can reach of what is listened on. There is none when that is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    port: u16,
    listening: Vec<IpAddr>,
}

impl Reach {
    /// What can be reached of the addresses that are listened on: one port, the first that is not for this machine alone.
    pub fn of(listening: &[SocketAddr]) -> Option<Self> {
        let open: Vec<&SocketAddr> = listening
            .iter()
            .filter(|address| !address.ip().to_canonical().is_loopback())
            .collect();
        let port = open.first()?.port();
        let listening = open
            .iter()
            .filter(|address| address.port() == port)
            .map(|address| address.ip().to_canonical())
            .collect();
        Some(Self { port, listening })
    }

    /// The port.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Whether the pages are served at an address of this machine.
    pub(super) fn covers(&self, own: IpAddr) -> bool {
        !own.is_loopback()
            && self.listening.iter().any(|listening| match listening {
                // Listening on every IPv6 address takes IPv4 in as well.
                IpAddr::V6(all) if all.is_unspecified() => true,
                IpAddr::V4(all) if all.is_unspecified() => own.is_ipv4(),
                one => *one == own,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(listening: &[&str]) -> Option<Reach> {
        let listening: Vec<SocketAddr> = listening.iter().map(|one| one.parse().unwrap()).collect();
        Reach::of(&listening)
    }

    fn covers(listening: &[&str], own: &str) -> bool {
        reach(listening).unwrap().covers(own.parse().unwrap())
    }

    #[test]
    fn nobody_reaches_what_is_for_this_machine_alone() {
        assert_eq!(reach(&["127.0.0.1:8480", "[::1]:8480"]), None);
        assert!(!covers(&["[::]:8480"], "127.0.0.1"));
    }

    #[test]
    fn listening_on_everything_covers_what_it_takes_in() {
        assert!(covers(&["[::]:8480"], "192.168.1.5"));
        assert!(covers(&["[::]:8480"], "fe80::1"));
        assert!(covers(&["0.0.0.0:8480"], "192.168.1.5"));
        assert!(!covers(&["0.0.0.0:8480"], "fe80::1"));
    }

    #[test]
    fn listening_on_one_address_covers_that_one() {
        assert!(covers(&["192.168.1.5:8480"], "192.168.1.5"));
        assert!(!covers(&["192.168.1.5:8480"], "10.0.0.5"));
    }

    #[test]
    fn the_first_port_that_others_reach_is_the_one_told() {
        let reach = reach(&["127.0.0.1:1", "10.0.0.5:2", "10.0.0.6:3"]).unwrap();
        assert_eq!(reach.port(), 2);
        assert!(!reach.covers("10.0.0.6".parse().unwrap()));
    }
}

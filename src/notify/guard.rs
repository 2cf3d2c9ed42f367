//! Which addresses may be called: what keeps an address that somebody has entered from leading to what it should not.
//!
//! A household's own servers stand on its network, so private addresses may be called. What lies on this machine itself
//! is guarded by nothing but the fact that nobody else reaches it: only what the household's owners set up, a mail
//! server say, may be there. Link-local addresses are where clouds keep the keys to a machine, and nobody needs them;
//! nor does anybody need what is multicast, reserved, or wrapped into another kind of address to hide what it is. A setting
//! names the networks that may be called all the same.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

/// How far away an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// This machine.
    Here,
    /// The household's own network.
    House,
    /// Anywhere else.
    World,
}

/// Decides which addresses may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    here: bool,
    allowed: Vec<Network>,
}

/// A range of addresses, written `10.1.0.0/16`, `fd00::/8` or as one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// As IPv6, and an IPv4 network as the mapped addresses.
    base: u128,
    /// How many bits at the start all its addresses share, of 128.
    bits: u32,
}

/// A text that is no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a network: 10.1.0.0/16, fd00::/8 or one address")]
pub struct NetworkError;

impl Guard {
    /// For addresses that any person may enter: not this machine, unless it is among the networks allowed.
    #[must_use]
    pub const fn for_people(allowed: Vec<Network>) -> Self {
        Self {
            here: false,
            allowed,
        }
    }

    /// For servers that the household's owners set up: this machine too.
    #[must_use]
    pub const fn for_owners(allowed: Vec<Network>) -> Self {
        Self {
            here: true,
            allowed,
        }
    }

    /// Whether an address may be called by something that may go this far.
    pub(super) fn admits(&self, address: IpAddr, furthest: Place) -> bool {
        let address = address.to_canonical();
        if leads_nowhere(address) {
            return false;
        }
        if self.allowed.iter().any(|network| network.contains(address)) {
            return true;
        }
        match place(address) {
            Some(Place::Here) => self.here,
            Some(place) => place <= furthest,
            None => false,
        }
    }
}

impl Network {
    /// Whether an address lies in it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let apart = self.base ^ bits(address);
        apart.leading_zeros() >= self.bits
    }
}

impl FromStr for Network {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (address, length) = match text.trim().split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text.trim(), None),
        };
        let address: IpAddr = address.parse().map_err(|_| NetworkError)?;
        let (most, before) = if address.is_ipv4() {
            (32, 96)
        } else {
            (128, 0)
        };
        let length = match length {
            Some(length) => length.parse().map_err(|_| NetworkError)?,
            None => most,
        };
        if length > most {
            return Err(NetworkError);
        }
        Ok(Self {
            base: bits(address),
            bits: before + length,
        })
    }
}

fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

/// Whether no single machine has this address, whatever a setting says: some systems take `0.0.0.0` for this machine.
fn leads_nowhere(address: IpAddr) -> bool {
    let broadcast = address == IpAddr::V4(Ipv4Addr::BROADCAST);
    address.is_unspecified() || address.is_multicast() || broadcast
}

/// How far away an address is; none for what nobody needs to call.
fn place(address: IpAddr) -> Option<Place> {
    match address {
        IpAddr::V4(address) => place_of_v4(address),
        IpAddr::V6(address) => place_of_v6(address),
    }
}

fn place_of_v4(address: Ipv4Addr) -> Option<Place> {
    match address.octets() {
        // Link-local, where clouds answer questions about a machine; those of Alibaba, Azure and Oracle answer elsewhere.
        [169, 254, ..]
        | [100, 100, 100, 200]
        | [168, 63, 129, 16]
        | [192, 0, 0, _]
        | [0 | 224..=255, ..] => None,
        [127, ..] => Some(Place::Here),
        // 100.64.0.0/10 is a provider's inner network, and what private networks over the internet use.
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] | [100, 64..=127, ..] => Some(Place::House),
        _ => Some(Place::World),
    }
}

fn place_of_v6(address: Ipv6Addr) -> Option<Place> {
    if address == Ipv6Addr::LOCALHOST {
        return Some(Place::Here);
    }
    match address.segments() {
        // Where clouds answer questions about a machine: Amazon, Google.
        [0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254] | [0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254] => None,
        [0xfc00..=0xfdff | 0xfec0..=0xfeff, ..] => Some(Place::House),
        // What is translated on its way leads to an IPv4 address: to one of the world, or nobody needs it. Teredo's has
        // its server's too; the others are of NAT64, of 6to4, and of ISATAP in whatever network.
        [0x2001, 0, server_high, server_low, _, _, high, low] => {
            translated(server_high, server_low).and(translated(!high, !low))
        }
        [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..]
        | [0x2000..=0x3fff, _, _, _, 0 | 0x200, 0x5efe, high, low] => translated(high, low),
        [0x2000..=0x3fff, ..] => Some(Place::World),
        // Also what a network may translate as it likes (64:ff9b:1::/48), and the old form of IPv4 within (::/96).
        _ => None,
    }
}

fn translated(high: u16, low: u16) -> Option<Place> {
    let address = Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low));
    place_of_v4(address).filter(|place| *place == Place::World)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn people() -> Guard {
        Guard::for_people(Vec::new())
    }

    fn allowing(network: &str) -> Guard {
        Guard::for_people(vec![network.parse().unwrap()])
    }

    fn admits(guard: &Guard, address: &str) -> bool {
        guard.admits(address.parse().unwrap(), Place::World)
    }

    #[test]
    fn the_world_and_the_house_may_be_called() {
        for address in [
            "1.1.1.1",
            "100.100.100.201",
            "192.168.1.20",
            "10.0.0.1",
            "172.31.255.254",
            "2606:4700::1111",
            "fd00::1",
            "fec0::1",
            "64:ff9b::101:101",
            "2002:101:101::1",
            "::ffff:192.168.1.20",
        ] {
            assert!(admits(&people(), address), "{address}");
        }
    }

    #[test]
    fn what_nobody_needs_is_barred_also_for_owners() {
        for address in [
            "169.254.169.254",
            "169.254.1.1",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "0.1.2.3",
            "240.0.0.1",
            "255.255.255.255",
            "224.0.0.251",
            "0.0.0.0",
            "::",
            "fe80::1",
            "fe80::a9fe:a9fe",
            "ff02::fb",
            "fd00:ec2::254",
            "fd20:ce::254",
            "100::1",
            "4000::1",
        ] {
            assert!(!admits(&people(), address), "{address}");
            assert!(
                !admits(&Guard::for_owners(Vec::new()), address),
                "{address}"
            );
        }
    }

    #[test]
    fn this_machine_may_be_called_by_owners_alone() {
        for address in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            assert!(!admits(&people(), address), "{address}");
            assert!(admits(&Guard::for_owners(Vec::new()), address), "{address}");
        }
    }

    #[test]
    fn an_address_wrapped_into_another_is_seen_through() {
        for address in [
            "::ffff:169.254.169.254",
            "::ffff:0.0.0.0",
            "::169.254.169.254",
            "::127.0.0.1",
            "64:ff9b::169.254.169.254",
            "64:ff9b::192.168.1.1",
            "64:ff9b:1::1.1.1.1",
            "2002:a9fe:a9fe::1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "2001:0:101:101::5601:5601",
            "2001:0:7f00:1::fefe:fefe",
            "2606:4700::5efe:169.254.169.254",
        ] {
            assert!(!admits(&people(), address), "{address}");
        }
        // 1.1.1.1 by way of 1.1.1.1.
        assert!(admits(&people(), "2001:0:101:101::fefe:fefe"));
    }

    #[test]
    fn a_setting_allows_what_it_names_and_nothing_else() {
        let guard = allowing("169.254.10.0/24");
        assert!(admits(&guard, "169.254.10.7") && admits(&guard, "::ffff:169.254.10.7"));
        assert!(!admits(&guard, "169.254.11.7"));
        assert!(admits(&allowing("127.0.0.1"), "127.0.0.1"));
        assert!(!admits(&allowing("127.0.0.1"), "127.0.0.2"));
        assert!(admits(&allowing("fe80::/10"), "fe80::1"));
    }

    #[test]
    fn no_setting_allows_what_is_no_machine() {
        for address in [
            "0.0.0.0",
            "::",
            "255.255.255.255",
            "224.0.0.1",
            "ff02::1",
            "::ffff:0.0.0.0",
        ] {
            for network in ["0.0.0.0/0", "::/0"] {
                assert!(!admits(&allowing(network), address), "{address}");
            }
        }
    }

    #[test]
    fn what_is_not_encrypted_stays_where_it_may() {
        let reaches = |guard: &Guard, address: &str, furthest| {
            guard.admits(address.parse().unwrap(), furthest)
        };
        let owners = Guard::for_owners(Vec::new());
        assert!(!reaches(&owners, "1.1.1.1", Place::House));
        assert!(reaches(&owners, "192.168.1.1", Place::House));
        assert!(!reaches(&owners, "192.168.1.1", Place::Here));
        assert!(reaches(&owners, "127.0.0.1", Place::Here));
        assert!(reaches(
            &allowing("192.168.1.1"),
            "192.168.1.1",
            Place::Here
        ));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "",
            "10.0.0.0/33",
            "::/129",
            "10.0.0/8",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "lan",
        ] {
            assert_eq!(text.parse::<Network>(), Err(NetworkError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_mapped_address_is_as_good_as_what_it_maps(address: u32, here: bool) {
            let guard = Guard { here, allowed: Vec::new() };
            let address = Ipv4Addr::from_bits(address);
            prop_assert_eq!(
                guard.admits(address.into(), Place::World),
                guard.admits(address.to_ipv6_mapped().into(), Place::World)
            );
        }

        #[test]
        fn no_way_around_leads_to_what_is_barred(address: u32, tail: [u16; 4]) {
            let address = Ipv4Addr::from_bits(address);
            let [a, b, c, d] = address.octets().map(u16::from);
            let (high, low) = (a << 8 | b, c << 8 | d);
            let [t1, t2, t3, t4] = tail;
            let ways = [
                Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low),
                Ipv6Addr::new(0x2002, high, low, t1, t2, t3, t4, 1),
                Ipv6Addr::new(0x2001, 0, high, low, t1, t2, t3, t4),
                Ipv6Addr::new(0x2001, 0, t1, t2, t3, t4, !high, !low),
            ];
            if place_of_v4(address) != Some(Place::World) {
                for way in ways {
                    prop_assert!(!people().admits(way.into(), Place::World), "{way}");
                }
            }
        }
    }
}

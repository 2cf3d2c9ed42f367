//! This machine's voice on the network, and its ears: one multicast DNS responder.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    future::pending,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use mdns_sd::{
    DaemonEvent, HostnameResolutionEvent, IfKind, IfPredicate, Receiver, ScopedIp, ServiceDaemon,
    ServiceEvent, ServiceInfo,
};
use tokio::time::{sleep, timeout};

use super::{
    Card, Reach,
    name::{self, Host},
};
use crate::error::{Error, Result};

/// What is announced: for programs that look for us, and for browsers that show every page of the network.
const SERVICES: [&str; 2] = ["_smartinventory._tcp.local.", "_http._tcp.local."];
/// How long to listen for who has a name: time for two questions.
const LISTENING: Duration = Duration::from_millis(1500);
/// How long an address must have been there before others are asked about the names.
const SETTLING: Duration = Duration::from_secs(2);
/// How long after its goodbye a responder repeats it.
const REPEATED: Duration = Duration::from_millis(200);
/// How long the whole goodbye may take.
const GOODBYE: Duration = Duration::from_secs(1);

/// One multicast DNS responder.
pub(super) struct Voice {
    daemon: ServiceDaemon,
    events: Receiver<DaemonEvent>,
    reach: Reach,
    /// Every address that this machine has had: an answer of our own may come back late.
    ours: BTreeSet<IpAddr>,
    is_on_a_network: bool,
    announced: Vec<String>,
}

/// What was heard of others.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Who has the name of the machine.
    hosts: BTreeSet<SocketAddr>,
    /// Who has a name for a service, by that name in small letters.
    services: HashMap<String, BTreeSet<SocketAddr>>,
}

impl Heard {
    /// Whether another machine has the name that was asked about.
    pub(super) fn is_taken(&self) -> bool {
        !self.hosts.is_empty()
    }
}

impl Voice {
    /// A voice that has said nothing yet.
    pub(super) fn raise(reach: &Reach) -> Result<Self> {
        let daemon = ServiceDaemon::new().map_err(Error::internal)?;
        let events = daemon.monitor().map_err(Error::internal)?;
        Ok(Self {
            daemon,
            events,
            reach: reach.clone(),
            ours: BTreeSet::new(),
            is_on_a_network: false,
            announced: Vec::new(),
        })
    }

    /// Asks who has the name of a machine, and which services there are.
    pub(super) async fn listen(&mut self, host: Host) -> Result<Heard> {
        let patience = u64::try_from(LISTENING.as_millis()).map_err(Error::internal)?;
        let hosts = self
            .daemon
            .resolve_hostname(&host.absolute(), Some(patience))
            .map_err(Error::internal)?;
        let [named, pages] = SERVICES.map(|service| self.daemon.browse(service));
        let (named, pages) = (
            named.map_err(Error::internal)?,
            pages.map_err(Error::internal)?,
        );
        let mut addresses = HashSet::new();
        let mut services = Vec::new();
        let all = async {
            loop {
                tokio::select! {
                    Ok(event) = hosts.recv_async() => {
                        if let HostnameResolutionEvent::AddressesFound(_, found) = event {
                            addresses.extend(found);
                        }
                    }
                    Ok(event) = named.recv_async() => services.push(event),
                    Ok(event) = pages.recv_async() => services.push(event),
                    else => pending().await,
                }
            }
        };
        // There is no end to wait for: whoever has not answered by now has not the name.
        let _: std::result::Result<(), _> = timeout(LISTENING, all).await;
        for service in SERVICES {
            self.daemon.stop_browse(service).map_err(Error::internal)?;
        }
        self.look_at_ourselves()?;
        Ok(self.others(&addresses, services))
    }

    /// Leaves out of what was heard what we have said ourselves, and what another household on this machine has: the name
    /// of the machine is theirs too.
    fn others(&self, addresses: &HashSet<ScopedIp>, events: Vec<ServiceEvent>) -> Heard {
        let foreign = |addresses: &HashSet<ScopedIp>, port: Option<u16>| -> BTreeSet<SocketAddr> {
            addresses
                .iter()
                .map(ScopedIp::to_ip_addr)
                .filter(|address| {
                    port.is_some_and(|port| port != self.reach.port())
                        || !self.ours.contains(address)
                })
                .map(|address| SocketAddr::new(address, port.unwrap_or_default()))
                .collect()
        };
        let mut heard = Heard {
            hosts: foreign(addresses, None),
            services: HashMap::new(),
        };
        for event in events {
            if let ServiceEvent::ServiceResolved(service) = event {
                let rivals = foreign(&service.addresses, Some(service.port));
                if !rivals.is_empty() {
                    heard
                        .services
                        .insert(service.fullname.to_lowercase(), rivals);
                }
            }
        }
        heard
    }

    fn look_at_ourselves(&mut self) -> Result<()> {
        let networks = if_addrs::get_if_addrs().map_err(Error::internal)?;
        self.is_on_a_network = networks
            .iter()
            .any(|network| network.is_oper_up() && self.reach.covers(network.ip()));
        self.ours
            .extend(networks.iter().map(if_addrs::Interface::ip));
        Ok(())
    }

    /// Whether there was anybody to speak to when it last listened.
    pub(super) const fn is_on_a_network(&self) -> bool {
        self.is_on_a_network
    }

    /// Announces the household's services on a machine of this name, each by the best name that nobody has.
    pub(super) fn announce(&mut self, host: Host, card: &Card, heard: &Heard) -> Result<()> {
        let mut facts = vec![("version", env!("CARGO_PKG_VERSION")), ("path", "/")];
        if !card.id.is_empty() {
            facts.push(("id", &card.id));
        }
        for service in SERVICES {
            for name in name::of_household(&card.name) {
                let mut info = ServiceInfo::new(
                    service,
                    &name,
                    &host.absolute(),
                    (),
                    self.reach.port(),
                    &facts[..],
                )
                .map_err(Error::internal)?
                .enable_addr_auto();
                let reach = self.reach.clone();
                info.set_interfaces(vec![IfKind::Predicate(IfPredicate::new(move |network| {
                    reach.covers(network.ip())
                }))]);
                if heard
                    .services
                    .contains_key(&info.get_fullname().to_lowercase())
                {
                    continue;
                }
                // It would ask on each network by itself, and take our address on one for a stranger's on another.
                info.set_requires_probe(false);
                self.announced.push(info.get_fullname().to_owned());
                self.daemon.register(info).map_err(Error::internal)?;
                break;
            }
        }
        Ok(())
    }

    /// The highest address of those who have a name that we have announced.
    pub(super) fn rival(&self, heard: &Heard) -> Option<SocketAddr> {
        self.announced
            .iter()
            .filter_map(|name| heard.services.get(&name.to_lowercase()))
            .chain([&heard.hosts])
            .flatten()
            .max()
            .copied()
    }

    /// Whether our highest address is above a rival's.
    pub(super) fn outranks(&self, rival: SocketAddr) -> bool {
        let ours = self.ours.iter().filter(|own| self.reach.covers(**own));
        ours.max()
            .is_some_and(|own| SocketAddr::new(*own, self.reach.port()) > rival)
    }

    /// Waits until this machine has come to a network or got an address, but no longer than this. Whether it has lost one.
    pub(super) async fn has_lost_an_address(&self, most: Duration) -> Result<bool> {
        let come = async {
            while let Ok(event) = self.events.recv_async().await {
                match event {
                    DaemonEvent::IpAdd(_) => {
                        sleep(SETTLING).await;
                        return Ok(false);
                    }
                    DaemonEvent::IpDel(_) => return Ok(true),
                    DaemonEvent::Error(error) => tracing::debug!(%error, "multicast DNS"),
                    _ => {}
                }
            }
            Err(Error::internal("the multicast DNS responder has ended"))
        };
        timeout(most, come).await.unwrap_or(Ok(false))
    }

    /// Says goodbye, so that nobody looks for what is not there.
    pub(super) async fn fall_silent(self) {
        let goodbye = async {
            let mut said = Vec::new();
            for name in &self.announced {
                said.push(self.daemon.unregister(name)?);
            }
            for goodbye in &said {
                // A responder that has ended has said nothing, and there is nobody left to say it.
                let _ = goodbye.recv_async().await;
            }
            if !said.is_empty() {
                sleep(REPEATED).await;
            }
            let _ = self.daemon.shutdown()?.recv_async().await;
            mdns_sd::Result::Ok(())
        };
        match timeout(GOODBYE, goodbye).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::debug!(%error, "no goodbye on the network"),
            Err(_) => tracing::debug!("no goodbye on the network in time"),
        }
    }
}

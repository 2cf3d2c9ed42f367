//! Found by itself: what machines on the same network see of a household, told by two independent implementations.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod network;

use std::path::Path;

use network::{Machine, Network, Program};
use serde_json::Value;
use tempfile::TempDir;

const SERVICES: [&str; 2] = ["_smartinventory._tcp.local.", "_http._tcp.local."];

/// Starts the program on a machine, and waits until it serves.
fn serve(machine: &Machine, folder: &Path, flags: &[&str]) -> Program {
    let binary = env!("CARGO_BIN_EXE_smartinventory");
    let data = ["--data", folder.to_str().unwrap()];
    let server = machine.start_program(binary, &[&data, flags].concat());
    server.wait_for("Setup code: ");
    server
}

/// The name under which a server says that it is found.
fn name_of(server: &Program) -> String {
    server.wait_until("name on the network", |line| {
        let (_, address) = line.split_once("Open http://")?;
        Some(address.split_once(" on any device")?.0.to_owned())
    })
}

/// Waits for one announcement of each service that is as it should be.
fn wait_for_both(watcher: &Program, event: &str, is_right: impl Fn(&Value) -> bool) -> Value {
    let mut missing = SERVICES.to_vec();
    let mut last = Value::Null;
    while !missing.is_empty() {
        last = watcher.wait_until(&format!("{event} {missing:?}"), |line| {
            let line: Value = serde_json::from_str(line).ok()?;
            let service = line["service"].as_str()?;
            let is_it = event.contains(line["event"].as_str()?)
                && missing.contains(&service)
                && is_right(&line);
            is_it.then_some(line)
        });
        missing.retain(|service| last["service"] != *service);
    }
    last
}

fn has_address(line: &Value, address: &str) -> bool {
    line["addresses"]
        .as_array()
        .is_some_and(|all| all.iter().any(|one| one == address))
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_stranger_opens_the_archive_without_being_told_an_address() {
    let (network, folder) = (Network::new(), folder());
    let _avahi = network.stranger.with_avahi();
    let server = serve(&network.home, folder.path(), &[]);
    assert_eq!(name_of(&server), "smartinventory.local:8480");

    let seen = network.stranger.run(
        "avahi-browse",
        &["--all", "--resolve", "--terminate", "--parsable"],
    );
    for service in ["_smartinventory._tcp", "Web Site"] {
        let found = seen.lines().any(|line| {
            line.starts_with('=')
                && line.contains(&format!(
                    ";Smartinventory;{service};local;smartinventory.local;10.77.0.1;8480;"
                ))
                && line.contains("\"path=/\"")
                && line.contains(concat!("\"version=", env!("CARGO_PKG_VERSION"), "\""))
        });
        assert!(found, "no {service}:\n{seen}");
    }
    let page = ["--silent", "--show-error", "--location", "--max-time", "20"];
    let page = network.stranger.run(
        "curl",
        &[&page[..], &["http://smartinventory.local:8480/"]].concat(),
    );
    assert!(
        page.contains("<title>") && page.contains("Smartinventory"),
        "{page}"
    );
    server.stop();
}

#[test]
fn a_household_is_announced_as_it_is_called_until_it_says_goodbye() {
    let (network, folder) = (Network::new(), folder());
    let watcher = network.stranger.neighbour(&["watch"]);
    let server = serve(&network.home, folder.path(), &[]);
    let seen = wait_for_both(&watcher, "added updated", |line| {
        line["name"] == "Smartinventory"
    });
    assert_eq!(seen["host"], "smartinventory.local.");
    assert_eq!(seen["port"], 8480);
    assert_eq!(seen["facts"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(seen["facts"]["path"], "/");
    for address in ["10.77.0.1", "fd77::1"] {
        assert!(has_address(&seen, address), "no {address}: {seen}");
    }

    // Claimed under a name by the command line, beside the server.
    let claim = [
        env!("CARGO_BIN_EXE_smartinventory"),
        folder.path().to_str().unwrap(),
        "Åsa B. Ekström",
    ];
    let script = r#"echo ett gott lösenord |
        "$0" --data "$1" person add "$2" --role owner --password-stdin"#;
    network
        .home
        .run("sh", &[&["-c", script], &claim[..]].concat());
    let seen = wait_for_both(&watcher, "added updated", |line| {
        line["name"] == "Åsa B. Ekström"
    });
    assert_eq!(
        seen["facts"]["id"].as_str().map(str::len),
        Some(16),
        "{seen}"
    );

    server.stop();
    wait_for_both(&watcher, "removed", |line| line["name"] == "Åsa B. Ekström");
}

#[test]
fn a_name_that_is_taken_is_left_alone() {
    let (network, folder) = (Network::new(), folder());
    let _rival = network
        .stranger
        .neighbour(&["hold", "smartinventory.local", "10.77.0.2"]);
    let server = serve(&network.home, folder.path(), &[]);
    assert_eq!(name_of(&server), "smartinventory-2.local:8480");
}

#[test]
fn a_name_that_somebody_else_comes_by_later_is_let_go_of() {
    let (network, folder) = (Network::new(), folder());
    let server = serve(&network.home, folder.path(), &[]);
    assert_eq!(name_of(&server), "smartinventory.local:8480");
    let _rival = network
        .stranger
        .neighbour(&["hold", "smartinventory.local", "10.77.0.2"]);
    // A new address is when networks are joined: it asks around again.
    network
        .home
        .run("ip", &["addr", "add", "10.77.0.9/24", "dev", "lan"]);
    assert_eq!(name_of(&server), "smartinventory-2.local:8480");
}

#[test]
fn households_on_one_machine_share_its_name_and_not_their_own() {
    let (network, one, two) = (Network::new(), folder(), folder());
    let watcher = network.stranger.neighbour(&["watch"]);
    let first = serve(&network.home, one.path(), &[]);
    assert_eq!(name_of(&first), "smartinventory.local:8480");
    let second = serve(&network.home, two.path(), &["--listen", "[::]:8481"]);
    assert_eq!(name_of(&second), "smartinventory.local:8481");
    wait_for_both(&watcher, "added updated", |line| {
        line["name"] == "Smartinventory (2)" && line["port"] == 8481
    });
}

#[test]
fn the_address_is_followed() {
    let (network, folder) = (Network::new(), folder());
    let watcher = network.stranger.neighbour(&["watch"]);
    let _server = serve(&network.home, folder.path(), &[]);
    wait_for_both(&watcher, "added updated", |line| {
        has_address(line, "10.77.0.1")
    });
    let home = |arguments: &[&str]| network.home.run("ip", arguments);
    home(&["addr", "del", "10.77.0.1/24", "dev", "lan"]);
    home(&["addr", "add", "10.77.0.33/24", "dev", "lan"]);
    home(&["addr", "add", "fd77::33/64", "dev", "lan", "nodad"]);
    wait_for_both(&watcher, "added updated", |line| {
        has_address(line, "10.77.0.33")
            && has_address(line, "fd77::33")
            && !has_address(line, "10.77.0.1")
    });
}

#[test]
fn nothing_is_said_where_nobody_should_hear() {
    let network = Network::new();
    for (flags, is_heard) in [
        (&["--discovery", "false"][..], false),
        (&["--listen", "127.0.0.1:8480"], false),
        (&["--listen", "[::1]:8480"], false),
        (&[], true),
    ] {
        let folder = folder();
        let ear = network.stranger.neighbour(&["eavesdrop", "4"]);
        let server = serve(&network.home, folder.path(), flags);
        let packets = ear.wait_until("end", |line| {
            serde_json::from_str::<Value>(line).ok()?["packets"].as_u64()
        });
        assert_eq!(packets > 0, is_heard, "{flags:?}: {packets}");
        server.stop();
    }
}

#[test]
fn what_listens_on_one_address_is_announced_at_that_one() {
    let (network, folder) = (Network::new(), folder());
    network
        .home
        .run("ip", &["addr", "add", "10.77.0.9/24", "dev", "lan"]);
    let watcher = network.stranger.neighbour(&["watch"]);
    let _server = serve(&network.home, folder.path(), &["--listen", "10.77.0.9:80"]);
    let seen = wait_for_both(&watcher, "added updated", |line| {
        has_address(line, "10.77.0.9")
    });
    assert!(
        !has_address(&seen, "10.77.0.1") && !has_address(&seen, "fd77::1"),
        "{seen}"
    );
    assert_eq!(seen["port"], 80);
}

//! Idleness: what memory and processor time the program takes while nobody asks for anything.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::{
    Bench,
    load::{Effort, Goal, in_turns},
    network::{Network, Program},
    picture::path,
    process::Process,
    table::{Row, count, short},
};

/// How long after its start a server counts as idle.
const SETTLED: Duration = Duration::from_secs(10);
/// How long the processor time is watched, and how often that goes into ten minutes.
const MINUTE: Duration = Duration::from_mins(1);
const TEN_MINUTES: Duration = Duration::from_mins(10);

/// Measures an empty server and one for each household, all at once, each on a network of its own where it is announced as
/// it is at home; and what a household's server holds after some use.
pub fn measure(bench: &mut Bench) {
    let empty = bench.room.join("empty");
    // What an earlier run left there was claimed by nobody either.
    fs::create_dir_all(&empty).expect("there is room");
    let mut folders: Vec<(usize, PathBuf)> = vec![(0, empty)];
    for size in bench.sizes.clone() {
        folders.push((size, bench.household(size).folder.clone()));
    }
    let binary = bench.program.clone();
    // A server whose last end was not in order puts its archive in order, and what that took stays for a while.
    for (_, folder) in &folders {
        Home::serve(&binary, folder).server.stop();
    }
    let servers: Vec<_> = folders
        .iter()
        .map(|(size, folder)| (*size, Home::serve(&binary, folder)))
        .collect();
    thread::sleep(SETTLED);
    let memory: Vec<_> = servers
        .iter()
        .map(|(_, home)| home.process().memory())
        .collect();
    let before: Vec<_> = servers
        .iter()
        .map(|(_, home)| home.process().cpu())
        .collect();
    let watched = if bench.whole_minutes {
        TEN_MINUTES
    } else {
        MINUTE
    };
    thread::sleep(watched);
    let times = TEN_MINUTES.as_secs_f64() / watched.as_secs_f64();
    for (((size, home), memory), before) in servers.iter().zip(memory).zip(before) {
        let cpu = home.process().cpu().saturating_sub(before).as_secs_f64() * times;
        let seen = format!(
            "{} MB resident, {} MB its share, announced on the network",
            short(memory.resident),
            short(memory.proportional)
        );
        let row = Row::new("idle, 10 s after its start: memory", count(*size), seen);
        bench.tell(limited(row, *size, memory.resident));
        let seen = format!(
            "{} s, from {} s watched, announced on the network",
            short(cpu),
            watched.as_secs()
        );
        let row = Row::new("idle for ten minutes: processor", count(*size), seen);
        bench.tell(row.most("s", cpu, 0.5));
    }
    for (_, home) in servers {
        home.server.stop();
    }
    for size in bench.sizes.clone() {
        let row = after_use(bench, size);
        bench.tell(row);
    }
}

fn limited(row: Row, size: usize, resident: f64) -> Row {
    match size {
        0 => row.most("MB", resident, 25.0),
        10_000 => row.most("MB", resident, 50.0),
        100_000 => row.most("MB", resident, 150.0),
        _ => row,
    }
}

/// What a server holds once somebody has looked around.
fn after_use(bench: &mut Bench, size: usize) -> Row {
    let household = bench.household(size);
    let served = household.serve();
    let things = household.ids.iter().step_by(household.ids.len() / 50);
    let mut requests: Vec<_> = things
        .map(|id| served.browse(&format!("/items/{id}"), &[]))
        .collect();
    let pages = [
        "/",
        "/items",
        "/places",
        "/tags",
        "/categories",
        "/history",
        "/settings",
        "/items?q=cykel",
    ];
    requests.extend(pages.map(|page| served.browse(page, &[])));
    let goal = Goal {
        address: served.server.address(),
        server: served.process(),
        requests: &requests,
    };
    let effort = Effort {
        clients: 2,
        round: Duration::from_secs(2),
        rounds: 1,
    };
    in_turns(effort, &[goal]);
    thread::sleep(SETTLED);
    let memory = served.process().memory();
    served.server.stop();
    let seen = format!(
        "{} MB resident, {} MB its share",
        short(memory.resident),
        short(memory.proportional)
    );
    limited(
        Row::new(
            "idle, 10 s after two people looked around: memory",
            count(size),
            seen,
        ),
        size,
        memory.resident,
    )
}

/// A server on a network of its own.
struct Home {
    server: Program,
    _network: Network,
}

impl Home {
    fn serve(binary: &Path, folder: &Path) -> Self {
        let network = Network::new();
        // With nothing of what is set for the bench itself.
        let command = ["--ignore-environment", path(binary), "--data", path(folder)];
        let server = network.home.start_program("env", &command);
        server.wait_for("on any device at home");
        Self {
            server,
            _network: network,
        }
    }

    fn process(&self) -> Process {
        Process(self.server.id())
    }
}

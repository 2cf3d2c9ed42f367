//! Measures Smartinventory beside what the machine could do: one run, one table of ratios.

mod bare;
mod belongings;
mod clone;
mod household;
mod idle;
mod load;
mod machine;
#[path = "../../discovery/network.rs"]
#[expect(dead_code, reason = "what other machines see is told by its own tests")]
mod network;
mod pages;
mod photos;
mod picture;
#[path = "../../durability/preload.rs"]
mod preload;
mod process;
mod reading;
mod reports;
#[path = "../../server/mod.rs"]
#[expect(dead_code, reason = "what the tests need of it")]
mod server;
mod size;
mod start;
mod table;
#[path = "../../fixtures/truth.rs"]
mod truth;
mod wire;
mod writing;

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::ExitCode,
};

use clap::Parser;
use household::Household;
use server::weight;
use table::Row;

/// A piece of work that is measured, by its name.
type Work = (&'static str, fn(&mut Bench));

/// What is measured, in this order.
const WORKS: [Work; 9] = [
    ("pages", pages::measure),
    ("create", writing::create),
    ("bulk", writing::bulk),
    ("photos", photos::measure),
    ("reading", reading::measure),
    ("reports", reports::measure),
    ("start", start::measure),
    ("idle", idle::measure),
    ("size", size::measure),
];
/// What is measured only when it is named.
const LONG: [Work; 2] = [
    ("clone", clone::first_page),
    ("clone-tests", clone::all_tests),
];

/// What is measured, and on what. `tests/bench` fills in the last four.
#[derive(Parser)]
struct Wish {
    /// Fewer things, fewer rounds: to see that it works.
    #[arg(long)]
    quick: bool,
    /// Ten whole minutes of idleness instead of one.
    #[arg(long)]
    whole_minutes: bool,
    /// The program.
    #[arg(long)]
    program: PathBuf,
    /// The profile that it was built with.
    #[arg(long)]
    profile: String,
    /// The project.
    #[arg(long)]
    project: PathBuf,
    /// A folder on a disk, which is emptied first.
    #[arg(long)]
    room: PathBuf,
    /// What to measure.
    names: Vec<String>,
}

/// What there is to measure with, and what was seen so far.
struct Bench {
    quick: bool,
    whole_minutes: bool,
    program: PathBuf,
    profile: String,
    project: PathBuf,
    room: PathBuf,
    sizes: Vec<usize>,
    households: BTreeMap<usize, Household>,
    rows: Vec<Row>,
}

impl Bench {
    /// The household of this size, made when it is asked for first.
    fn household(&mut self, size: usize) -> &Household {
        let folder = self.room.join(size.to_string());
        self.households.entry(size).or_insert_with(|| {
            eprintln!("making a household with {} things", table::count(size));
            Household::make(folder, size)
        })
    }

    /// The size that most households are nearest to: the second.
    fn usual(&self) -> usize {
        self.sizes[1]
    }

    /// Tells what was seen at once, and keeps it for the table.
    fn tell(&mut self, row: Row) {
        eprint!("{row}");
        self.rows.push(row);
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == bare::COMMAND) {
        let file = PathBuf::from(arguments.next().unwrap_or_default());
        bare::answer(&file, arguments.next().is_some());
        return ExitCode::SUCCESS;
    }
    let wish = Wish::parse();
    let all: Vec<Work> = WORKS.into_iter().chain(LONG).collect();
    if let Some(unknown) = wish
        .names
        .iter()
        .find(|name| !all.iter().any(|(known, _)| known == name))
    {
        let known: Vec<_> = all.iter().map(|(name, _)| *name).collect();
        eprintln!(
            "nothing is called {unknown}; there are: {}",
            known.join(", ")
        );
        return ExitCode::from(2);
    }
    let wanted: Vec<Work> = if wish.names.is_empty() {
        WORKS.to_vec()
    } else {
        all.into_iter()
            .filter(|(name, _)| wish.names.iter().any(|wanted| wanted == name))
            .collect()
    };
    let described = machine::described(&wish.project, &wish.room);
    let mut bench = Bench {
        quick: wish.quick,
        whole_minutes: wish.whole_minutes,
        program: wish.program,
        profile: wish.profile,
        project: wish.project,
        room: wish.room,
        sizes: if wish.quick {
            vec![1_000, 10_000]
        } else {
            vec![1_000, 10_000, 100_000]
        },
        households: BTreeMap::new(),
        rows: Vec::new(),
    };
    let mut failed = Vec::new();
    for (name, measure) in wanted {
        eprintln!("\n==> {name}, load {}", machine::load());
        if catch_unwind(AssertUnwindSafe(|| measure(&mut bench))).is_err() {
            failed.push(name);
        }
    }
    println!(
        "{described}- load after: {}\n\n{}",
        machine::load(),
        table::markdown(&bench.rows)
    );
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("Not measured: {}.", failed.join(", "));
    ExitCode::FAILURE
}

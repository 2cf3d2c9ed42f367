//! Load: clients that ask again and again, each once it has its answer, all on one thread.

use std::{
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::{runtime, task::LocalSet};

use crate::{process::Process, table::Sample, wire::Connection};

/// What came of a load.
#[derive(Default)]
pub struct Load {
    /// How long each request waited for the whole of its answer.
    pub waited: Sample,
    /// How long it all took.
    pub took: Duration,
    /// The processor time that the server took for it.
    pub cpu: Duration,
}

impl Load {
    /// How many requests a second were answered.
    pub fn rate(&self) -> f64 {
        self.requests() / self.took.as_secs_f64()
    }

    /// The processor time of the server for one request, in milliseconds.
    pub fn cpu_each(&self) -> f64 {
        self.cpu.as_secs_f64() * 1000.0 / self.requests()
    }

    fn requests(&self) -> f64 {
        self.waited.len() as f64
    }

    /// Takes in what came of another round.
    fn join(&mut self, other: Self) {
        self.waited.extend(other.waited);
        self.took += other.took;
        self.cpu += other.cpu;
    }
}

/// Where a load goes.
pub struct Goal<'a> {
    /// Address and port.
    pub address: &'a str,
    /// Whose processor time is read.
    pub server: Process,
    /// What is asked, over and over.
    pub requests: &'a [Vec<u8>],
}

/// How much load there is.
#[derive(Clone, Copy)]
pub struct Effort {
    /// How many clients ask at once.
    pub clients: usize,
    /// How long one round lasts.
    pub round: Duration,
    /// How many rounds there are.
    pub rounds: usize,
}

/// Asks each of several servers in turns, round after round, so that what else the machine does meets all of them.
pub fn in_turns(effort: Effort, goals: &[Goal<'_>]) -> Vec<Load> {
    for goal in goals {
        once(goal, effort.clients, effort.round / 4);
    }
    let mut loads: Vec<Load> = goals.iter().map(|_| Load::default()).collect();
    for _ in 0..effort.rounds {
        for (goal, load) in goals.iter().zip(&mut loads) {
            load.join(once(goal, effort.clients, effort.round));
        }
    }
    loads
}

fn once(goal: &Goal<'_>, clients: usize, lasting: Duration) -> Load {
    run(async {
        let mut connections = Vec::new();
        for _ in 0..clients {
            connections.push(
                Connection::open(goal.address)
                    .await
                    .expect("the server listens"),
            );
        }
        let before = goal.server.cpu();
        let started = Instant::now();
        let (address, requests) = (goal.address.to_owned(), Rc::new(goal.requests.to_vec()));
        let asking: Vec<_> = connections
            .into_iter()
            .enumerate()
            .map(|(number, mut connection)| {
                let (address, requests) = (address.clone(), Rc::clone(&requests));
                tokio::task::spawn_local(async move {
                    let mut waited = Sample::default();
                    // Each begins elsewhere, so that they do not ask for the same at the same time.
                    let mut next = number * requests.len() / clients;
                    while started.elapsed() < lasting {
                        let asked = Instant::now();
                        let status = connection.receive(&requests[next % requests.len()]).await;
                        waited.add(asked.elapsed());
                        assert_eq!(status.ok(), Some(200), "{address}");
                        next += 1;
                    }
                    waited
                })
            })
            .collect();
        let mut load = Load::default();
        for client in asking {
            load.waited
                .extend(client.await.expect("every request is answered"));
        }
        load.took = started.elapsed();
        load.cpu = goal.server.cpu().saturating_sub(before);
        load
    })
}

/// Runs something on this thread alone.
pub fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    LocalSet::new().block_on(&runtime.expect("a runtime"), work)
}

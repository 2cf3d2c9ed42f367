//! Starts: from the program's first moment to its first answer, after a good end and after a bad one.

use std::time::{Duration, Instant};

use crate::{
    Bench,
    household::{Household, sign_in},
    load::run,
    server::{Server, client::SignedIn},
    table::{Row, Sample, count, short},
    wire::{Connection, request},
};

/// How long it took to each answer.
#[derive(Default)]
struct Answers {
    health: Sample,
    list: Sample,
}

/// Measures starts on each household.
pub fn measure(bench: &mut Bench) {
    let rounds = if bench.quick { 3 } else { 9 };
    for size in bench.sizes.clone() {
        let household = bench.household(size);
        let in_order = starts(household, rounds, Server::stop);
        // What is on its way to the index when the program dies makes the next start build it again.
        let after_kill = starts(household, rounds, |server| {
            household.add(&server, "Dödskalleljus");
            server.kill();
        });
        let told = |answers: &Answers| {
            format!(
                "/healthz median {} ms; the list median {} ms, at most {} ms",
                short(answers.health.median()),
                short(answers.list.median()),
                short(answers.list.worst())
            )
        };
        let mut first = Row::new("start to first answer", count(size), told(&in_order));
        if size == 10_000 {
            first = first.most("list ms", in_order.list.median(), 200.0);
        }
        let second = Row::new(
            "start after kill -9, to a list of everything",
            count(size),
            told(&after_kill),
        )
        .most("list ms", after_kill.list.median(), 1000.0);
        bench.tell(first);
        bench.tell(second);
    }
}

/// Starts again and again, each time after such an end.
fn starts(household: &Household, rounds: usize, end: impl Fn(Server)) -> Answers {
    let server = Server::open(&household.folder, &[]);
    let owner = sign_in(&server);
    let before = port(&server).to_owned();
    let health = request("GET", "/healthz", &[], &[]);
    end(server);
    let mut answers = Answers::default();
    for _ in 0..rounds {
        let started = Instant::now();
        let server = Server::open(&household.folder, &[]);
        let list = list(&owner, &before, port(&server));
        let (healthy, listed) = run(async {
            let mut connection = Connection::open(server.address())
                .await
                .expect("the server listens");
            assert_eq!(connection.receive(&health).await.ok(), Some(200));
            let healthy = started.elapsed();
            // While an index is being built, the list is answered with that it is.
            while connection.receive(&list).await.expect("the server answers") != 200 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            (healthy, started.elapsed())
        });
        answers.health.add(healthy);
        answers.list.add(listed);
        end(server);
    }
    answers
}

/// A request for the list, by somebody who signed in when the server had another port, which is in the cookie's name.
fn list(owner: &SignedIn, before: &str, now: &str) -> Vec<u8> {
    let cookie = owner
        .headers()
        .iter()
        .find_map(|(name, value)| (*name == "cookie").then_some(value))
        .expect("who is signed in has a cookie");
    let cookie = cookie.replace(&format!("-{before}-"), &format!("-{now}-"));
    request("GET", "/items", &[("cookie", &cookie)], &[])
}

fn port(server: &Server) -> &str {
    let (_, port) = server
        .address()
        .rsplit_once(':')
        .expect("an address has a port");
    port
}

//! Pages through HTTP, beside a bare handler that answers the same bytes.

use std::time::Duration;

use crate::{
    Bench,
    bare::Bare,
    household::{Household, Served},
    load::{Effort, Goal, Load, in_turns, run},
    table::{Row, short},
    wire::{Answer, Connection},
};

/// How many clients ask at once: one alone, and a family with all its devices and then some.
const CLIENTS: [usize; 2] = [1, 32];
/// What is typed, letter by letter.
const TYPED: [&str; 10] = [
    "cykelhjälm",
    "kökslampa",
    "fåtölj",
    "bosch",
    "trädgårdsstol",
    "sn 000123",
    "reserv garanti",
    "kaffebrygare",
    "verktygslåda ikea",
    "hövding",
];

/// A kind of page.
struct Kind {
    name: &'static str,
    requests: Vec<Vec<u8>>,
    /// The least share of the bare handler's rate.
    share: Option<f64>,
    /// The largest p99, in milliseconds.
    p99: Option<f64>,
}

/// Measures each kind of page on each household.
pub fn measure(bench: &mut Bench) {
    for size in bench.sizes.clone() {
        let household = bench.household(size);
        let served = household.serve();
        let kinds = kinds(household, &served);
        for clients in CLIENTS {
            for kind in &kinds {
                if kind.name == "as you type" && clients > 1 {
                    continue;
                }
                let row = beside_bare(bench, &served, kind, clients, size);
                bench.tell(row);
            }
        }
        served.server.stop();
    }
}

fn kinds(household: &Household, served: &Served) -> Vec<Kind> {
    let page = |path: &str| served.browse(path, &[]);
    let some = household.ids.iter().step_by(household.ids.len() / 200);
    let limits = |small: f64, large: f64| match household.things {
        10_000 => Some(small),
        100_000 => Some(large),
        _ => None,
    };
    vec![
        Kind {
            name: "thing page",
            requests: some.map(|id| page(&format!("/items/{id}"))).collect(),
            share: Some(0.5),
            p99: None,
        },
        Kind {
            name: "list page",
            requests: vec![page("/items")],
            share: None,
            p99: limits(5.0, 10.0),
        },
        Kind {
            name: "search page",
            requests: TYPED.map(|words| page(&search(words))).to_vec(),
            share: None,
            p99: None,
        },
        Kind {
            name: "as you type",
            requests: typed(served),
            share: None,
            p99: limits(3.0, 6.0),
        },
    ]
}

fn search(words: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", words)
        .finish();
    format!("/items?{query}")
}

/// What the search field sends with each letter, as htmx does.
fn typed(served: &Served) -> Vec<Vec<u8>> {
    let mut requests = Vec::new();
    for words in TYPED {
        let mut before = String::from("http://localhost/");
        for (at, letter) in words.char_indices() {
            let path = search(&words[..at + letter.len_utf8()]);
            let headers = [
                ("hx-request", "true"),
                ("hx-target", "main"),
                ("hx-current-url", &before),
            ];
            requests.push(served.browse(&path, &headers));
            before = format!("http://localhost{path}");
        }
    }
    requests
}

fn beside_bare(bench: &Bench, served: &Served, kind: &Kind, clients: usize, size: usize) -> Row {
    let answer = captured(served.server.address(), &kind.requests);
    let bare = Bare::start(&answer, &bench.room);
    let effort = Effort {
        clients,
        round: if bench.quick {
            Duration::from_millis(500)
        } else {
            Duration::from_secs(2)
        },
        rounds: if bench.quick { 2 } else { 4 },
    };
    // Where the share counts, what compressing costs is told apart from what making the page does.
    let packing = kind.share.is_some().then(|| {
        let plain = captured(served.server.address(), &unpacked(&kind.requests));
        Bare::start_packing(&plain, &bench.room)
    });
    let mut goals = vec![Goal {
        address: served.server.address(),
        server: served.process(),
        requests: &kind.requests,
    }];
    goals.extend(
        [Some(&bare), packing.as_ref()]
            .into_iter()
            .flatten()
            .map(|bare| Goal {
                address: bare.address(),
                server: bare.process(),
                requests: &kind.requests,
            }),
    );
    let loads = in_turns(effort, &goals);
    let [ours, bare, packing @ ..] = loads.as_slice() else {
        unreachable!("a load for each goal");
    };
    let share = ours.rate() / bare.rate();
    let mut seen = format!(
        "{}; bare {}; {} × the requests; {:.1} kB",
        told(ours),
        told(bare),
        short(share),
        answer.body.len() as f64 / 1000.0
    );
    if let [packing] = packing {
        let share = short(ours.rate() / packing.rate());
        seen = format!(
            "{seen}; bare, compressing for each request, {}; {share} × the requests",
            told(packing)
        );
    }
    let who = if clients == 1 {
        "1 client".to_owned()
    } else {
        format!("{clients} clients")
    };
    let mut row = Row::new(
        format!("{}, {who}", kind.name),
        crate::table::count(size),
        seen,
    );
    if let Some(least) = kind.share {
        row = row.least("× bare", share, least);
    }
    if let Some(most) = kind.p99 {
        row = row.most("p99 ms", ours.waited.p99(), most);
    }
    row
}

fn told(load: &Load) -> String {
    format!(
        "{}/s, median {} ms, p99 {} ms, processor {} ms",
        short(load.rate()),
        short(load.waited.median()),
        short(load.waited.p99()),
        short(load.cpu_each())
    )
}

/// The same requests from who takes nothing compressed.
fn unpacked(requests: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let plain = |request: &Vec<u8>| {
        let request = String::from_utf8_lossy(request).into_owned();
        let lines = request.split_inclusive("\r\n");
        let kept: String = lines
            .filter(|line| !line.starts_with("accept-encoding: "))
            .collect();
        kept.into_bytes()
    };
    requests.iter().map(plain).collect()
}

/// The answer of middling length.
fn captured(address: &str, requests: &[Vec<u8>]) -> Answer {
    let mut answers: Vec<Answer> = run(async {
        let mut connection = Connection::open(address).await.expect("the server listens");
        let mut answers = Vec::new();
        for request in requests {
            let answer = connection.ask(request).await.expect("the server answers");
            assert_eq!(answer.status, 200, "{}", answer.head);
            answers.push(answer);
        }
        answers
    });
    answers.sort_by_key(|answer| answer.body.len());
    answers.swap_remove(answers.len() / 2)
}

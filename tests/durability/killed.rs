//! The program, killed again and again while several write: what it said was done is done.

use std::{
    env,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    dice::Dice,
    fixtures,
    server::{
        Server,
        client::{self, Client, Part, Program},
    },
    whole::{self, History},
    workload,
};

/// How often, unless the variable says otherwise.
const KILLS: u64 = 100;
const VARIABLE: &str = "SMARTINVENTORY_KILLS";

/// How many write at once.
const WRITERS: u64 = 3;

/// The most that is done before the program is killed. It goes by answers, for machines are not equally fast.
const MOST: u64 = 12;
/// How much longer it lives at most, in milliseconds.
const LONGEST: u64 = 30;
/// How long a program may take to do so much: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the server has said is done.
enum Done {
    /// A thing has this name.
    Named(String, String),
    /// A photo is this file.
    Photo(String, Vec<u8>),
    /// These lie in a place.
    Moved(Vec<String>, String),
}

#[test]
fn a_killed_program_has_done_what_it_said() {
    let kills = env::var(VARIABLE).map_or(KILLS, |kills| kills.parse().expect(VARIABLE));
    let folder = tempfile::tempdir().unwrap();
    let server = Server::open(folder.path(), &[]);
    let token = workload::begin(&server);
    let place =
        server
            .program_with(&token)
            .json("POST", "/api/v1/places", &json!({"name": "Källaren"}));
    let place = text(&place.json()["id"]);
    server.kill();
    let (mut count, mut photos) = (0, 0);
    for round in 0..kills {
        let server = Server::open(folder.path(), &[]);
        let done = Mutex::new(Vec::new());
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            for number in 0..WRITERS {
                let writer = Writer {
                    program: server.program_with(&token),
                    place: &place,
                    done: &done,
                    over: &over,
                };
                scope.spawn(move || writer.write(round * WRITERS + number));
            }
            let mut dice = Dice::new(round);
            let (enough, began) = (dice.below(MOST), Instant::now());
            while (done.lock().unwrap().len() as u64) < enough && began.elapsed() < PATIENCE {
                thread::sleep(Duration::from_millis(1));
            }
            thread::sleep(Duration::from_millis(dice.below(LONGEST)));
            over.store(true, Ordering::Relaxed);
            server.kill();
        });
        let done = done.into_inner().unwrap();
        count += done.len();
        let server = Server::open(folder.path(), &[]);
        let program = server.program_with(&token);
        for done in &done {
            photos += u64::from(matches!(done, Done::Photo(..)));
            done.assert_so(&program, round);
        }
        server.kill();
    }
    println!("{kills} kills, {count} answers, {photos} photos");
    assert!(
        count > usize::try_from(kills).unwrap() && photos > 0,
        "{count} answers"
    );
    let app = whole::open(folder.path());
    let rows = app.store.read().unwrap();
    History::of(&rows);
    whole::assert_files(&app, &rows, folder.path());
    whole::assert_search(&app, &rows);
}

struct Writer<'a> {
    program: Program,
    place: &'a str,
    done: &'a Mutex<Vec<Done>>,
    over: &'a AtomicBool,
}

impl Writer<'_> {
    /// Writes until nobody answers.
    fn write(&self, seed: u64) {
        let mut dice = Dice::new(seed);
        let mut mine: Vec<String> = Vec::new();
        let mut number = 0;
        loop {
            number += 1;
            let outcome = match dice.below(5) {
                0 if !mine.is_empty() => self.photograph(&mine[0], seed),
                1 if !mine.is_empty() => self.move_all(&mine),
                _ => self.add(format!("Sak {seed} {number}"), &mut mine),
            };
            if outcome.is_none() {
                assert!(
                    self.over.load(Ordering::Relaxed),
                    "the server went by itself"
                );
                return;
            }
        }
    }

    fn add(&self, name: String, mine: &mut Vec<String>) -> Option<()> {
        let item = self.answer("/items", &json!({"name": name}))?;
        let id = text(&item["id"]);
        mine.push(id.clone());
        self.tell(Done::Named(id, name))
    }

    fn move_all(&self, mine: &[String]) -> Option<()> {
        let to = json!({"do": "move", "place": self.place});
        self.answer("/items/bulk", &json!({"ids": mine, "operation": to}))?;
        self.tell(Done::Moved(mine.to_vec(), self.place.to_owned()))
    }

    fn photograph(&self, item: &str, seed: u64) -> Option<()> {
        // A firmware of its own makes a file of its own.
        let firmware = format!("{seed:015}").into_bytes().try_into().unwrap();
        let photo = fixtures::photo_by(&firmware, 1);
        let (kind, body) = client::form(&[Part::File("bild.jpg", &photo)]);
        let path = format!("/api/v1/items/{item}/photos");
        let headers = [("content-type", kind.as_str())];
        let reply = self.program.attempt("POST", &path, &headers, body).ok()?;
        assert_eq!(reply.status, 201, "{reply}");
        let id = text(&reply.json()["attachments"][0]["id"]);
        self.tell(Done::Photo(id, photo))
    }

    fn answer(&self, path: &str, body: &Value) -> Option<Value> {
        let headers = [("content-type", "application/json")];
        let path = format!("/api/v1{path}");
        let body = body.to_string().into_bytes();
        let reply = self.program.attempt("POST", &path, &headers, body).ok()?;
        assert!(reply.status.is_success(), "{path} {reply}");
        Some(reply.json())
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "it ends what may have ended before"
    )]
    fn tell(&self, done: Done) -> Option<()> {
        self.done.lock().unwrap().push(done);
        Some(())
    }
}

impl Done {
    fn assert_so(&self, client: &Client, round: u64) {
        let item = |id: &str| {
            let reply = client.get(&format!("/api/v1/items/{id}"));
            assert_eq!(reply.status, 200, "round {round}: {reply}");
            reply.json()
        };
        match self {
            Self::Named(id, name) => assert_eq!(item(id)["name"], **name, "round {round}"),
            Self::Photo(id, bytes) => {
                let reply = client.get(&format!("/api/v1/photos/{id}/content"));
                assert_eq!(reply.status, 200, "round {round}: {reply}");
                assert!(reply.body == *bytes, "round {round}: another photo");
            }
            Self::Moved(ids, place) => {
                for id in ids {
                    assert_eq!(item(id)["place"], **place, "round {round}");
                }
            }
        }
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value}"))
        .to_owned()
}

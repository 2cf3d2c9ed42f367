//! Households to measure on: made by the program itself, over HTTP, of believable belongings.

use std::{
    ffi::OsStr,
    path::PathBuf,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    belongings::{Belonging, believable},
    picture,
    process::Process,
    server::{
        Server,
        client::{Client, Part, Program, SignedIn},
    },
};

/// Who lives there, and what they sign in with.
const OWNER: (&str, &str) = ("Astrid", "tolv sorters kakor");
const OTHERS: [&str; 3] = ["Nils", "Åsa", "Björn"];
/// How many things one request brings in.
const AT_ONCE: usize = 10_000;
/// How many of the newest things have photos, which are those that the list begins with.
const PHOTOGRAPHED: usize = 60;

/// A household in a folder.
pub struct Household {
    /// The folder.
    pub folder: PathBuf,
    /// How many things it has.
    pub things: usize,
    /// Its things, in the order in which they came.
    pub ids: Vec<String>,
    /// The shelves that they lie on.
    pub shelves: Vec<String>,
    /// How long each import took: until it was answered, and until the list had all of it; 10 000 things or fewer each.
    pub imports: Vec<(Duration, Duration)>,
    token: String,
}

/// A household that is served.
pub struct Served {
    /// The program.
    pub server: Server,
    /// A program that speaks for the owner.
    pub program: Program,
    /// The owner's browser.
    pub owner: SignedIn,
}

impl Household {
    /// A household with so many things, in a folder that is made for it.
    pub fn make(folder: PathBuf, things: usize) -> Self {
        std::fs::create_dir_all(&folder).expect("there is room");
        let server = Server::open(&folder, &[]);
        let add = [
            "person",
            "add",
            OWNER.0,
            "--role",
            "owner",
            "--password-stdin",
        ];
        server.command(&add, OWNER.1);
        let token = server.command(&["token", "create", "--person", OWNER.0], "");
        let mut household = Self {
            folder,
            things,
            ids: Vec::new(),
            shelves: Vec::new(),
            imports: Vec::new(),
            token: token.trim().to_owned(),
        };
        let program = server.program_with(&household.token);
        let surroundings = Surroundings::make(&program);
        household.shelves.clone_from(&surroundings.shelves);
        let numbers: Vec<u32> = (1..=u32::try_from(things).expect("few")).collect();
        for some in numbers.chunks(AT_ONCE) {
            household.bring_in(&program, &surroundings, some);
        }
        let newest = household.ids.iter().zip(&numbers).rev().take(PHOTOGRAPHED);
        for (id, number) in newest.filter(|(_, number)| believable(**number).has_photo) {
            let photo = picture::small(*number);
            let path = format!("/api/v1/items/{id}/photos");
            let reply = program.upload(&path, &[Part::File("bild.jpg", &photo)]);
            assert_eq!(reply.status, 201, "{reply}");
        }
        server.stop();
        household
    }

    fn bring_in(&mut self, program: &Program, surroundings: &Surroundings, numbers: &[u32]) {
        let items: Vec<Value> = numbers
            .iter()
            .map(|number| surroundings.item(&believable(*number)))
            .collect();
        let body = json!({ "items": items });
        let started = Instant::now();
        let reply = program.json("POST", "/api/v1/items/many", &body);
        let answered = started.elapsed();
        assert_eq!(reply.status, 201, "{reply}");
        let ids = reply.json();
        let ids = ids["ids"].as_array().expect("a list");
        self.ids.extend(ids.iter().map(text));
        let all = self.ids.len();
        // While an index is being built, the list says so instead.
        while program.get("/api/v1/items?limit=1").json()["total"] != all {}
        self.imports.push((answered, started.elapsed()));
    }

    /// Adds one more thing.
    pub fn add(&self, server: &Server, name: &str) {
        let program = server.program_with(&self.token);
        let reply = program.json("POST", "/api/v1/items", &json!({ "name": name }));
        assert_eq!(reply.status, 201, "{reply}");
    }

    /// Serves it.
    pub fn serve(&self) -> Served {
        self.serve_with(&[])
    }

    /// Serves it with these variables set.
    pub fn serve_with(&self, variables: &[(&str, &OsStr)]) -> Served {
        let server = Server::open(&self.folder, variables);
        let program = server.program_with(&self.token);
        let owner = sign_in(&server);
        let all = self.ids.len() as u64;
        // While an index is being built, the list says so instead.
        while program.get("/api/v1/items?limit=1").json()["total"].as_u64() < Some(all) {}
        Served {
            server,
            program,
            owner,
        }
    }
}

/// Signs the owner in.
pub fn sign_in(server: &Server) -> SignedIn {
    let fields = [("name", OWNER.0), ("password", OWNER.1)];
    SignedIn::by(&server.anonymous(), "/sign-in", &fields)
}

impl Served {
    /// Its process.
    pub fn process(&self) -> Process {
        Process(self.server.id())
    }

    /// A request as a browser of the owner sends it.
    pub fn browse(&self, path: &str, headers: &[(&str, &str)]) -> Vec<u8> {
        self.send("GET", path, headers, &[])
    }

    /// A form of the owner's.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.send("POST", path, &[kind], body.as_bytes())
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
        let mut all = own_headers(&self.owner);
        all.extend([
            ("accept-encoding", "gzip, deflate"),
            ("sec-fetch-site", "same-origin"),
        ]);
        all.extend(headers);
        crate::wire::request(method, path, &all, body)
    }

    /// A request with JSON of a program that speaks for the owner.
    pub fn call(&self, method: &str, path: &str, body: &Value) -> Vec<u8> {
        let mut all = own_headers(&self.program);
        all.push(("content-type", "application/json"));
        let body = if body.is_null() {
            Vec::new()
        } else {
            body.to_string().into_bytes()
        };
        crate::wire::request(method, path, &all, &body)
    }
}

/// The headers that say who asks, without where from.
fn own_headers(client: &Client) -> Vec<(&str, &str)> {
    let headers = client.headers().iter();
    headers
        .map(|(name, value)| (*name, value.as_str()))
        .filter(|(name, _)| *name != "origin")
        .collect()
}

/// What things refer to.
struct Surroundings {
    shelves: Vec<String>,
    categories: Vec<String>,
    tags: Vec<String>,
    people: Vec<String>,
}

impl Surroundings {
    /// Three homes with twenty rooms each, and ten shelves in each room.
    fn make(program: &Program) -> Self {
        let make = |path: &str, body: Value| {
            let reply = program.json("POST", &format!("/api/v1{path}"), &body);
            assert_eq!(reply.status, 201, "{reply}");
            text(&reply.json()["id"])
        };
        let mut shelves = Vec::new();
        for home in ["Villan", "Sommarstugan", "Båthuset"] {
            let home = make("/places", json!({"name": home}));
            for room in 1..=20 {
                let room = make(
                    "/places",
                    json!({"name": format!("Rum {room}"), "parent": home}),
                );
                for shelf in 1..=10 {
                    let shelf = json!({"name": format!("Hylla {shelf}"), "parent": room});
                    shelves.push(make("/places", shelf));
                }
            }
        }
        let tags = (1..=40).map(|tag| make("/tags", json!({"name": format!("märke {tag}")})));
        let tags = tags.collect();
        let me = text(&program.get("/api/v1/me").json()["id"]);
        let others = OTHERS.map(|name| make("/people", json!({"name": name})));
        let categories = program.get("/api/v1/categories").json();
        let categories = categories["categories"].as_array().expect("a list");
        Self {
            shelves,
            categories: categories
                .iter()
                .map(|category| text(&category["id"]))
                .collect(),
            tags,
            people: [vec![me], others.to_vec()].concat(),
        }
    }

    fn item(&self, thing: &Belonging) -> Value {
        let tags: Vec<_> = thing.tags.iter().map(|tag| &self.tags[*tag]).collect();
        let value = thing
            .value
            .map(|kronor| json!({"amount": kronor.to_string(), "currency": "SEK"}));
        json!({
            "name": thing.name,
            "maker": thing.maker,
            "model": thing.model,
            "identifiers": [{"kind": "serial", "text": thing.serial}],
            "description": thing.description,
            "notes": thing.paper.as_deref().unwrap_or_default(),
            "place": self.shelves[thing.shelf],
            "category": self.categories[thing.category % self.categories.len()],
            "tags": tags,
            "owners": [{"person": self.people[thing.owner], "parts": 1}],
            "value": value,
            "acquired": {"on": thing.year.map(|year| year.to_string())},
        })
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value}"))
        .to_owned()
}

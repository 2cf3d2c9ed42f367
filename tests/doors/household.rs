//! A household to knock at: one person of each role, and what they and others have, made anew whenever it is used up.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::{
    fixtures, forms,
    routes::Route,
    server::{
        OWNER, Server,
        client::{Client, Part, Program, Reply, SignedIn},
    },
};

/// What everybody but the first owner signs in with, as [`Server::person`] has it.
const PASSWORD: &str = "ett gott lösenord";

/// What an address or a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Noun {
    Thing,
    Photo,
    Document,
    Place,
    Receipt,
    Warranty,
    Claim,
    Plan,
    Job,
    Loan,
    Memory,
    Bequest,
    Policy,
    Division,
    Report,
    Incident,
    Loss,
    Round,
    Sighting,
    Search,
    Person,
    Tag,
    Category,
    Session,
    Token,
    Channel,
    Share,
}

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Live,
    /// With an earlier version.
    Changed,
    Archived,
    Binned,
    Nameless,
}

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// The one's who asks: a thing that is private to them and its maker, a place that they made, they themselves.
    Own,
    /// Somebody else's, and private.
    Hidden,
    /// The household's, made by somebody else.
    Household,
    /// The same, and shared with the guest.
    Shared,
}

/// Something that a route is tried on.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Its id.
    pub id: String,
    /// The number on its label.
    pub number: String,
    /// The revision it has.
    pub revision: String,
    /// The revision it had when it was made.
    pub first: String,
    /// A thing that it can have done something to.
    pub thing: String,
    /// A link that it is shared by.
    pub share: String,
    /// What a picture that it shows is fetched by.
    pub picture: String,
    /// A photo of it, once one was asked for.
    photo: Option<String>,
}

impl From<&Value> for Target {
    fn from(made: &Value) -> Self {
        Self {
            id: text(&made["id"]),
            number: made["number"].to_string(),
            revision: made["revision"].to_string(),
            first: made["revision"].to_string(),
            thing: String::new(),
            share: String::new(),
            picture: String::new(),
            photo: None,
        }
    }
}

impl Target {
    /// What there is nothing under.
    pub fn nowhere() -> Self {
        Self {
            id: "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21".to_owned(),
            number: "999999".to_owned(),
            revision: "999999".to_owned(),
            first: "1".to_owned(),
            thing: "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e22".to_owned(),
            share: "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e23".to_owned(),
            picture: "nobody.0.small".to_owned(),
            photo: None,
        }
    }
}

/// Somebody who knocks.
pub struct Person {
    pub name: &'static str,
    pub role: &'static str,
    pub id: String,
    pub password: &'static str,
    pub session: SignedIn,
    pub program: Program,
}

/// What is in stock: noun, state, whose, and to whom it is their own.
type Shelf = (Noun, State, Whose, Option<usize>);

/// A server with a household.
pub struct Household {
    pub server: Server,
    /// The owner, an adult, a child and a guest.
    pub people: Vec<Person>,
    /// A second owner, who makes everything, and whose are the private things of others.
    pub maker: Person,
    /// A place, a thing and an incident of everybody's that nothing is done to.
    pub place: String,
    pub thing: String,
    pub incident: String,
    stock: HashMap<Shelf, Vec<Target>>,
}

impl Household {
    /// Moves in, with all that there is to say in the log.
    pub fn new() -> Self {
        let server = Server::start_logging(&[], "debug");
        let owner = server.claim();
        let person = |name, role, password, session| {
            let program = server.program(name);
            let id = text(&program.get("/api/v1/me").json()["id"]);
            Person {
                name,
                role,
                id,
                password,
                session,
                program,
            }
        };
        let mut people = vec![person(OWNER.0, "owner", OWNER.1, owner)];
        for (name, role) in [("Åke", "adult"), ("Bo", "child"), ("Gunnel", "guest")] {
            people.push(person(name, role, PASSWORD, server.person(name, role)));
        }
        let maker = person("Sven", "owner", PASSWORD, server.person("Sven", "owner"));
        let mut household = Self {
            server,
            people,
            maker,
            place: String::new(),
            thing: String::new(),
            incident: String::new(),
            stock: HashMap::new(),
        };
        household.place = text(&household.made("/places", &json!({"name": "Vinden"}))["id"]);
        household.thing = text(&household.made("/items", &json!({"name": "Stegen"}))["id"]);
        let burglary = json!({"kind": "burglary"});
        household.incident = text(&household.made("/incidents", &burglary)["id"]);
        household
    }

    /// Something to try a route on, or none when whoever asks can have nothing of the kind. Nobody's own is the first
    /// owner's.
    pub fn take(
        &mut self,
        noun: Noun,
        state: State,
        whose: Whose,
        who: Option<usize>,
    ) -> Option<Target> {
        let kept = self.stock.get_mut(&shelf(noun, state, whose, who));
        let kept = kept.and_then(Vec::pop);
        kept.or_else(|| self.make(noun, state, whose, who.unwrap_or(0)))
    }

    /// What a route is usually tried on by somebody: the household's, or their own where there is no such.
    pub fn usual(&mut self, route: &Route, who: usize) -> Target {
        let Some((noun, state)) = forms::subject(route) else {
            return Target::default();
        };
        let owners = forms::owners(noun, state);
        let whose = owners.iter().find(|whose| **whose == Whose::Household);
        let whose = *whose.unwrap_or(&Whose::Own);
        self.take(noun, state, whose, Some(who)).unwrap()
    }

    /// Puts back what was not used up.
    pub fn put_back(
        &mut self,
        noun: Noun,
        state: State,
        whose: Whose,
        who: Option<usize>,
        target: Target,
    ) {
        // The next round that is made ends the one that goes on: none can be tried twice.
        if noun != Noun::Round {
            let kept = self.stock.entry(shelf(noun, state, whose, who));
            kept.or_default().push(target);
        }
    }

    /// Forgets what is in stock: something was done to everything.
    pub fn clear(&mut self) {
        self.stock.clear();
    }

    /// The number of the newest change, as far as the maker or whoever asks see anything of it. What is private to
    /// others is also the maker's, and what is theirs alone is seen by whoever asks.
    pub fn newest(&self, who: Option<usize>) -> u64 {
        let newest = |program: &Program| {
            let changes = program.get("/api/v1/changes?limit=1").json();
            changes["changes"][0]["number"].as_u64().unwrap_or(0)
        };
        let own = who.map_or(0, |who| newest(&self.people[who].program));
        newest(&self.maker.program).max(own)
    }

    /// Lets somebody in again who has signed out, ended their token or left.
    pub fn readmit(&mut self, who: usize) {
        let person = &mut self.people[who];
        let opens = |client: &Client| client.get("/api/v1/me").status == 200;
        if opens(&person.session) && opens(&person.program) {
            return;
        }
        let back = format!("/api/v1/people/{}/restore", person.id);
        let back = self.maker.program.json("POST", &back, &json!({}));
        assert_eq!(back.status, 200, "{back}");
        let fields = [("name", person.name), ("password", person.password)];
        person.session = SignedIn::by(&self.server.anonymous(), "/sign-in", &fields);
        person.program = self.server.program(person.name);
    }

    /// Whether a sign-in or token of the maker's is there yet; of anything else the log of changes tells.
    pub fn still_opens(&self, noun: Noun, key: &Target) -> bool {
        let list = match noun {
            Noun::Session => "/api/v1/me/sessions",
            Noun::Token => "/api/v1/me/tokens",
            Noun::Channel => "/api/v1/me/reminders",
            _ => return true,
        };
        self.maker.program.get(list).text().contains(&key.id)
    }

    /// A photo of a thing or place.
    pub fn photo_of(&self, path: &str, target: &mut Target) -> String {
        if target.photo.is_none() {
            let photo = self.uploaded(&format!("/{path}/{}", target.id), Noun::Photo);
            target.photo = Some(text(&photo["id"]));
        }
        target.photo.clone().unwrap_or_default()
    }

    /// The revision that something has.
    pub fn revision(&self, path: &str) -> String {
        let reply = self.maker.program.get(&format!("/api/v1{path}"));
        reply.header("etag").trim_matches('"').to_owned()
    }

    /// What a person is called, and their role.
    pub fn called(&self, id: &str) -> (String, String) {
        let person = self.maker.program.get(&format!("/api/v1/people/{id}"));
        let person = person.json();
        (text(&person["name"]), text(&person["role"]))
    }

    fn make(&self, noun: Noun, state: State, whose: Whose, who: usize) -> Option<Target> {
        let owner = &self.people[who];
        let (path, body) = match noun {
            Noun::Thing => ("/items", self.thing(state, whose, owner)),
            Noun::Photo | Noun::Document => {
                let thing = self.made("/items", &self.thing(State::Live, whose, owner));
                let of = text(&thing["id"]);
                let file = self.uploaded(&format!("/items/{of}"), noun);
                return Some(self.settled(noun, state, &file));
            }
            Noun::Warranty | Noun::Claim => {
                let thing = self.made("/items", &self.thing(State::Live, whose, owner));
                let (list, body) = if noun == Noun::Warranty {
                    ("warranties", json!({"provider": "Elbyn"}))
                } else {
                    ("claims", json!({"problem": "Läcker"}))
                };
                let path = format!("/items/{}/{list}", text(&thing["id"]));
                return Some(self.settled(noun, state, &self.made(&path, &body)));
            }
            Noun::Place => {
                let mut place = json!({"name": "Lådan", "kind": "box"});
                match whose {
                    Whose::Own if owner.role == "guest" => return None,
                    Whose::Own => {
                        let reply = owner.program.json("POST", "/api/v1/places", &place);
                        return Some(self.settled(noun, state, &reply.json()));
                    }
                    Whose::Shared => place["guests"] = json!([self.people[3].id]),
                    Whose::Hidden | Whose::Household => {}
                }
                ("/places", place)
            }
            Noun::Receipt
            | Noun::Plan
            | Noun::Job
            | Noun::Loan
            | Noun::Memory
            | Noun::Bequest
            | Noun::Incident
            | Noun::Loss
            | Noun::Sighting
            | Noun::Report
            | Noun::Channel
                if whose == Whose::Own && owner.role == "guest" =>
            {
                return None;
            }
            Noun::Receipt => return Some(self.receipt(state, whose, owner)),
            Noun::Incident => return Some(self.incident(state, whose, owner)),
            Noun::Report => return Some(self.report(state, whose, owner)),
            Noun::Share => return Some(self.share(owner)),
            Noun::Round => return Some(self.round(state)),
            Noun::Sighting => return Some(self.sighting(state, whose, owner)),
            Noun::Plan | Noun::Job | Noun::Loan | Noun::Memory | Noun::Bequest | Noun::Loss => {
                return Some(self.of_thing(noun, state, whose, owner));
            }
            Noun::Search => {
                let shared = whose == Whose::Household;
                let search = json!({"name": "Cyklar", "query": "q=cykel", "shared": shared});
                if whose == Whose::Own {
                    let reply = owner.program.json("POST", "/api/v1/searches", &search);
                    return Some(self.settled(noun, state, &reply.json()));
                }
                ("/searches", search)
            }
            Noun::Person if whose == Whose::Own => {
                return Some(Target {
                    id: owner.id.clone(),
                    revision: self.revision(&format!("/people/{}", owner.id)),
                    ..Target::default()
                });
            }
            Noun::Policy => (
                "/policies",
                json!({"insurer": "Svalan", "sum_insured": {"amount": "1000000", "currency": "SEK"}}),
            ),
            Noun::Division => return Some(self.division(state)),
            Noun::Person => ("/people", json!({"name": self.unheard_of("Kalle")})),
            Noun::Tag => ("/tags", json!({"name": self.unheard_of("röd")})),
            Noun::Category => ("/categories", json!({"sv": self.unheard_of("Kajaker")})),
            Noun::Session | Noun::Token | Noun::Channel => {
                let whom = if whose == Whose::Own {
                    owner
                } else {
                    &self.maker
                };
                return Some(self.key(noun, whom));
            }
        };
        Some(self.settled(noun, state, &self.made(path, &body)))
    }

    fn thing(&self, state: State, whose: Whose, owner: &Person) -> Value {
        let name = if state == State::Nameless {
            ""
        } else {
            "Klenod"
        };
        let mut thing = json!({"name": name});
        let own = |people: &[&Person]| -> Value {
            people.iter().map(|one| json!({"person": one.id})).collect()
        };
        match whose {
            Whose::Own => {
                thing["private"] = true.into();
                thing["owners"] = own(&[owner, &self.maker]);
            }
            Whose::Hidden => {
                thing["private"] = true.into();
                thing["owners"] = own(&[&self.maker]);
            }
            Whose::Household => {}
            Whose::Shared => thing["guests"] = json!([self.people[3].id]),
        }
        thing
    }

    /// Who makes what is somebody's own, or the household's.
    const fn maker_of<'a>(&'a self, whose: Whose, owner: &'a Person) -> &'a Person {
        match whose {
            Whose::Own => owner,
            Whose::Hidden | Whose::Household | Whose::Shared => &self.maker,
        }
    }

    /// A division of the thing that belongs to everybody.
    fn division(&self, state: State) -> Target {
        let parties = json!([{"name": "Anna"}, {"name": "Bo"}]);
        let body = json!({"name": "Hemmet", "parties": parties, "things": {"items": [self.thing]}});
        let made = self.made("/divisions", &body);
        let mut target = self.settled(Noun::Division, state, &made);
        target.thing.clone_from(&self.thing);
        target
    }

    fn incident(&self, state: State, whose: Whose, owner: &Person) -> Target {
        let by = self.maker_of(whose, owner);
        let fire = json!({"kind": "fire", "title": "Branden"});
        let made = by.program.json("POST", "/api/v1/incidents", &fire);
        assert_eq!(made.status, 201, "{made}");
        let mut target = Self::settled_by(by, Noun::Incident, state, &made.json());
        target.thing.clone_from(&self.thing);
        target
    }

    /// An incident that somebody outside can look at.
    fn share(&self, owner: &Person) -> Target {
        let mut target = self.incident(State::Live, Whose::Household, owner);
        let path = format!("/incidents/{}/shares", target.id);
        target.share = text(&self.made(&path, &self.to_share(&target))["id"]);
        target
    }

    /// What is asked for to share an incident.
    pub fn to_share(&self, target: &Target) -> Value {
        json!({"reports": [self.report_of(target)], "label": "Svalan"})
    }

    /// A list of what an incident took, to share.
    pub fn report_of(&self, target: &Target) -> String {
        let list = json!({"kind": "police_list", "incident": target.id});
        text(&self.made("/reports", &list)["id"])
    }

    /// A round that goes on: whichever did is ended, for one does at a time.
    fn round(&self, state: State) -> Target {
        self.end_rounds();
        let made = self.made("/rounds", &json!({"name": "Rundan"}));
        let mut target = self.settled(Noun::Round, state, &made);
        target.thing.clone_from(&self.thing);
        target
    }

    /// Ends the round that goes on.
    pub fn end_rounds(&self) {
        let rounds = self.maker.program.get("/api/v1/rounds").json();
        for round in rounds["rounds"].as_array().into_iter().flatten() {
            if round["ended_on"].is_null() {
                let end = format!("/api/v1/rounds/{}/end", text(&round["id"]));
                let reply = self.maker.program.json("POST", &end, &json!({}));
                assert_eq!(reply.status, 200, "{end} {reply}");
            }
        }
    }

    /// What a round found out about a thing.
    fn sighting(&self, state: State, whose: Whose, owner: &Person) -> Target {
        let by = self.maker_of(whose, owner);
        let thing = self.made("/items", &self.thing(State::Live, whose, owner));
        let round = self.round(State::Live);
        let path = format!(
            "/api/v1/rounds/{}/sightings/{}",
            round.id,
            text(&thing["id"])
        );
        let made = by.program.json("PUT", &path, &json!({"finding": "seen"}));
        assert_eq!(made.status, 200, "{path} {made}");
        let made = made.json();
        if state == State::Binned {
            let back = format!("{path}?known={}", made["revision"]);
            let reply = by.program.json("DELETE", &back, &json!({}));
            assert_eq!(reply.status, 204, "{back} {reply}");
        }
        Target::from(&made)
    }

    /// A report that shows a picture.
    fn report(&self, state: State, whose: Whose, owner: &Person) -> Target {
        let by = self.maker_of(whose, owner);
        let photo = self.uploaded(&format!("/items/{}", self.thing), Noun::Photo);
        let all = json!({"kind": "inventory", "include_private": whose == Whose::Hidden});
        let made = by.program.json("POST", "/api/v1/reports", &all);
        assert_eq!(made.status, 201, "{made}");
        // As long as it is printed its page tells how far it is, another thing each time.
        let printed = format!(
            "/api/v1/reports/{}/file?format=pdf",
            text(&made.json()["id"])
        );
        assert_eq!(by.program.get(&printed).status, 200);
        let mut target = Self::settled_by(by, Noun::Report, state, &made.json());
        target.picture = format!("{}.0.small", text(&photo["hash"]));
        target
    }

    fn receipt(&self, state: State, whose: Whose, owner: &Person) -> Target {
        let (by, only) = match whose {
            Whose::Own => (owner, vec![&owner.id, &self.maker.id]),
            Whose::Hidden => (&self.maker, vec![&self.maker.id]),
            Whose::Household | Whose::Shared => (&self.maker, Vec::new()),
        };
        let photo = fixtures::photo(1);
        let parts = [Part::File("kvitto.jpg", &photo)];
        let receipt = by.program.upload("/api/v1/receipts", &parts).json();
        let path = format!("/api/v1/receipts/{}", text(&receipt["id"]));
        let body = json!({"shop": "Elbyn", "only": only});
        let reply = by.program.json("PATCH", &path, &body);
        assert_eq!(reply.status, 200, "{path} {reply}");
        self.settled(Noun::Receipt, state, &reply.json())
    }

    /// What is done with a thing: theirs who make it, where the thing is.
    fn of_thing(&self, noun: Noun, state: State, whose: Whose, owner: &Person) -> Target {
        let by = if whose == Whose::Own {
            owner
        } else {
            &self.maker
        };
        let thing = self.made("/items", &self.thing(State::Live, whose, owner));
        let (list, body) = match noun {
            Noun::Plan => (
                "upkeep",
                json!({"what": "Olja", "rhythm": "fixed", "every": "P1M"}),
            ),
            Noun::Job => ("jobs", json!({"what": "Oljade"})),
            Noun::Memory => ("memories", json!({"title": "Första gången"})),
            // One that is nobody's secret: what its writer keeps to themselves has tests of its own.
            Noun::Bequest => ("bequests", json!({"to": "Maja", "open": true})),
            Noun::Loss => (
                "losses",
                json!({"incident": self.incident, "fate": "damaged"}),
            ),
            _ => (
                "loans",
                json!({"to": "Kalle", "since": "2024-06-01", "due": "2024-07-01"}),
            ),
        };
        let path = format!("/api/v1/items/{}/{list}", text(&thing["id"]));
        let made = by.program.json("POST", &path, &body);
        assert_eq!(made.status, 201, "{path} {made}");
        Self::settled_by(by, noun, state, &made.json())
    }

    /// A sign-in or a token of somebody's, beside those that they knock with.
    fn key(&self, noun: Noun, whom: &Person) -> Target {
        if noun == Noun::Channel {
            // Where nobody listens, and nothing may be sent.
            let channel = json!({"kind": "webhook", "address": "http://127.0.0.1:9/"});
            let added = whom.program.json("POST", "/api/v1/me/channels", &channel);
            assert_eq!(added.status, 201, "{added}");
            return Target {
                id: text(&added.json()["id"]),
                ..Target::default()
            };
        }
        let (list, name) = if noun == Noun::Session {
            let fields = [("name", whom.name), ("password", whom.password)];
            SignedIn::by(&self.server.anonymous(), "/sign-in", &fields);
            ("/api/v1/me/sessions", "sessions")
        } else {
            self.server.program(whom.name);
            ("/api/v1/me/tokens", "tokens")
        };
        let keys = whom.program.get(list).json();
        Target {
            id: text(&keys[name][0]["id"]),
            ..Target::default()
        }
    }

    /// What was made, once it is in this state.
    fn settled(&self, noun: Noun, state: State, made: &Value) -> Target {
        Self::settled_by(&self.maker, noun, state, made)
    }

    /// The same, by somebody whose word it is.
    fn settled_by(by: &Person, noun: Noun, state: State, made: &Value) -> Target {
        let path = match noun {
            Noun::Thing => "/items",
            Noun::Photo => "/photos",
            Noun::Document => "/documents",
            Noun::Place => "/places",
            Noun::Receipt => "/receipts",
            Noun::Warranty => "/warranties",
            Noun::Claim => "/claims",
            Noun::Plan => "/upkeep",
            Noun::Job => "/jobs",
            Noun::Loan => "/loans",
            Noun::Memory => "/memories",
            Noun::Bequest => "/bequests",
            Noun::Policy => "/policies",
            Noun::Division => "/divisions",
            Noun::Incident => "/incidents",
            Noun::Loss => "/losses",
            Noun::Round => "/rounds",
            Noun::Report => "/reports",
            Noun::Search => "/searches",
            _ => "/people",
        };
        let mut target = Target::from(made);
        let act = |method: &str, rest: &str, body: &Value| {
            let path = format!("/api/v1{path}/{}{rest}", target.id);
            let reply = by.program.json(method, &path, body);
            assert!(reply.status.is_success(), "{method} {path} {reply}");
            reply
        };
        match state {
            State::Live | State::Nameless => {}
            State::Changed => {
                let changed = act("PATCH", "", &json!({"name": "Klenoden"}));
                target.revision = changed.json()["revision"].to_string();
            }
            State::Archived => {
                act("POST", "/archive", &json!({"how": "sold"}));
            }
            State::Binned => {
                act("DELETE", "", &json!({}));
            }
        }
        target
    }

    fn made(&self, path: &str, body: &Value) -> Value {
        let path = format!("/api/v1{path}");
        let reply = self.maker.program.json("POST", &path, body);
        assert_eq!(reply.status, 201, "{path} {reply}");
        reply.json()
    }

    fn uploaded(&self, of: &str, noun: Noun) -> Value {
        let path = if noun == Noun::Photo {
            format!("/api/v1{of}/photos")
        } else {
            format!("/api/v1{of}/documents")
        };
        let photo = fixtures::photo(1);
        let reply: Reply = self
            .maker
            .program
            .upload(&path, &[Part::File("klenod.jpg", &photo)]);
        assert_eq!(reply.status, 201, "{path} {reply}");
        reply.json()["attachments"][0].clone()
    }

    /// A name that nobody and nothing has yet.
    fn unheard_of(&self, name: &str) -> String {
        format!("{name} {}", self.newest(None))
    }
}

/// Only one's own depends on who one is.
const fn shelf(noun: Noun, state: State, whose: Whose, who: Option<usize>) -> Shelf {
    match whose {
        Whose::Own => (noun, state, whose, who),
        _ => (noun, state, whose, None),
    }
}

fn text(value: &Value) -> String {
    let text = value.as_str();
    text.unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

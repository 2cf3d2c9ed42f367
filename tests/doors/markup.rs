//! Markup: what people write is shown as they wrote it, and no page holds anything that could run.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};

use crate::{
    fixtures, forms,
    household::{Household, Noun, Target},
    routes::{self, Route},
    server::{
        OWNER,
        client::{Client, Part, Reply},
    },
    watch::Watch,
};

/// What somebody writes who means harm, wherever one can write.
const HOSTILE: &str =
    "Klenod\"'><img src=x onerror=prov()><script>prov()</script></title></textarea>{{7*7}}${7*7}";

/// The same, for running text.
const RUNNING: &str = "<script>prov()</script>\n\n<img src=x onerror=prov()>\n\n[a](javascript:prov()) \
                       [b](JaVaScRiPt&colon;prov()) [c](data:text/html,prov) ![d](http://evil.example/d.png) \
                       <a href=\"javascript:prov()\" onclick=prov()>e</a> <style>*{}</style> {{7*7}}";

/// Holds an answer to nothing that runs; whether what means harm is in it.
fn is_harmless(reply: &Reply, asked: &str) -> bool {
    let kind = reply.headers.get("content-type");
    let kind = kind.map(|kind| kind.to_str().unwrap().to_owned());
    if kind
        .as_deref()
        .is_some_and(|kind| kind.starts_with("text/html"))
    {
        let found = Watch::over(&reply.text());
        assert!(found.is_empty(), "{asked}: {found:#?}");
        let policy = reply.header("content-security-policy");
        assert!(!policy.contains("unsafe"), "{asked}: {policy}");
    }
    reply.text().contains("{{7*7}}")
}

/// A household in which somebody who means harm has written everything, and what routes are tried on in it.
struct Scribbled {
    home: Household,
    targets: HashMap<Noun, Target>,
}

impl Scribbled {
    fn new() -> Self {
        let mut written = Self {
            home: Household::new(),
            targets: HashMap::new(),
        };
        let guest = written.home.people[3].id.clone();
        let named = json!({"name": HOSTILE});
        let household = written.owner().json("PATCH", "/api/v1/household", &named);
        assert_eq!(household.status, 200, "{household}");
        let person = written.add(Noun::Person, "/people", &named);
        let tag = written.add(Noun::Tag, "/tags", &named);
        let category = json!({"sv": HOSTILE, "en": HOSTILE});
        let category = written.add(Noun::Category, "/categories", &category);
        let search = json!({"name": HOSTILE, "query": "q=klenod", "shared": true});
        written.add(Noun::Search, "/searches", &search);
        let row = json!({"kind": "other", "basis": "new", "then": 40});
        let policy = json!({
            "insurer": HOSTILE, "number": HOSTILE, "contact": RUNNING, "sum_insured": {"amount": "1", "currency": "SEK"},
            "table": {"version": "2026-01-01", "source": HOSTILE, "rows": [row]},
        });
        written.add(Noun::Policy, "/policies", &policy);
        let place = json!({"name": HOSTILE, "kind": "house", "note": RUNNING, "guests": [guest]});
        let place = written.add(Noun::Place, "/places", &place);
        let thing = json!({
            "name": HOSTILE, "description": HOSTILE, "maker": HOSTILE, "model": HOSTILE, "colour": HOSTILE,
            "notes": RUNNING, "category": category, "tags": [tag], "place": place, "owners": [{"person": person}],
            "identifiers": [{"kind": "serial", "text": HOSTILE}], "acquired": {"from": HOSTILE},
            "new_price": {"amount": "5", "currency": "SEK"}, "priced_at": HOSTILE, "guests": [guest],
            "separate": {"why": "gift", "note": HOSTILE},
            "fields": [
                {"kind": "text", "name": HOSTILE, "value": HOSTILE},
                {"kind": "choice", "name": HOSTILE, "value": HOSTILE},
            ],
        });
        let item = written.add(Noun::Thing, "/items", &thing);
        for (noun, kind) in [(Noun::Photo, "photos"), (Noun::Document, "documents")] {
            for of in [format!("/places/{place}"), format!("/items/{item}")] {
                let photo = fixtures::photo(1);
                let parts = [Part::File(
                    "'><img src=x onerror=prov()>{{7*7}}.jpg",
                    &photo,
                )];
                let kept = written
                    .owner()
                    .upload(&format!("/api/v1{of}/{kind}"), &parts);
                let id = written.keep(noun, &kept.json()["attachments"][0]);
                let caption = json!({"caption": HOSTILE});
                let path = format!("/api/v1/{kind}/{id}");
                assert_eq!(written.owner().json("PATCH", &path, &caption).status, 200);
            }
        }
        written.write_about(&item);
        written.write_what_happened(&item);
        let parties =
            json!([{"name": HOSTILE, "person": person}, {"name": format!("{HOSTILE} 2")}]);
        let division = json!({
            "name": HOSTILE, "note": RUNNING, "method": "wishes", "parties": parties, "things": {"items": [item]},
        });
        written.add(Noun::Division, "/divisions", &division);
        if let Some(target) = written.targets.get_mut(&Noun::Division) {
            target.thing.clone_from(&item);
        }
        let list = json!({"kind": "inventory"});
        written.add(Noun::Report, "/reports", &list);
        let inside =
            json!({"name": HOSTILE, "inside": item, "links": [{"kind": "set", "to": item}]});
        let inside = written.made("/items", &inside);
        let sold = json!({"how": "sold", "to": HOSTILE});
        for (path, body) in [
            (
                format!("/items/{}/archive", inside["id"].as_str().unwrap()),
                sold,
            ),
            (format!("/items/{item}/template"), named),
        ] {
            let done = written
                .owner()
                .json("POST", &format!("/api/v1{path}"), &body);
            assert!(done.status.is_success(), "{done}");
        }
        let gone = written.made("/items", &json!({"name": HOSTILE}));
        let gone = format!("/api/v1/items/{}", gone["id"].as_str().unwrap());
        written.owner().send("DELETE", &gone, &[], Vec::new());
        written
    }

    /// What was promised, claimed, planned, done, lent and told of a thing, and who is to have it.
    fn write_about(&mut self, item: &str) {
        let promise = json!({"provider": HOSTILE, "contact": RUNNING, "terms": RUNNING});
        let contacts = json!([{"on": "2024-05-03", "with": HOSTILE, "said": HOSTILE}]);
        let plan = json!({
            "what": HOSTILE, "note": RUNNING, "rhythm": "metered", "meter": {"every": 1, "unit": HOSTILE},
        });
        for (noun, list, told) in [
            (Noun::Warranty, "warranties", promise),
            (
                Noun::Claim,
                "claims",
                json!({"problem": HOSTILE, "contacts": contacts}),
            ),
            (Noun::Plan, "upkeep", plan),
            (
                Noun::Job,
                "jobs",
                json!({"what": HOSTILE, "by": HOSTILE, "note": RUNNING}),
            ),
            (Noun::Loan, "loans", json!({"to": HOSTILE, "note": RUNNING})),
            (
                Noun::Memory,
                "memories",
                json!({"title": HOSTILE, "text": RUNNING, "people": [HOSTILE], "place": HOSTILE}),
            ),
            (
                Noun::Bequest,
                "bequests",
                json!({"to": HOSTILE, "note": RUNNING}),
            ),
        ] {
            self.add(noun, &format!("/items/{item}/{list}"), &told);
        }
    }

    /// What happened, and what it did to a thing.
    fn write_what_happened(&mut self, item: &str) {
        let contacts = json!([{"on": "2024-05-03", "with": HOSTILE, "said": HOSTILE}]);
        let incident = json!({
            "kind": "burglary", "title": HOSTILE, "place": HOSTILE, "story": RUNNING, "entry": RUNNING,
            "police_number": HOSTILE, "authority": HOSTILE, "insurer": HOSTILE, "policy": HOSTILE,
            "claim_number": HOSTILE, "people": RUNNING, "contacts": contacts,
        });
        let incident = self.add(Noun::Incident, "/incidents", &incident);
        let loss = json!({
            "incident": incident, "fate": "damaged", "note": RUNNING, "settlement": "paid", "by": HOSTILE,
        });
        self.add(Noun::Loss, &format!("/items/{item}/losses"), &loss);
        let told = json!({"name": HOSTILE, "note": RUNNING});
        let round = self.add(Noun::Round, "/rounds", &told);
        let gone = json!({"finding": "gone", "note": RUNNING});
        let path = format!("/api/v1/rounds/{round}/sightings/{item}");
        let reply = self.owner().json("PUT", &path, &gone);
        assert_eq!(reply.status, 200, "{path} {reply}");
        // In no place: a room of the walk has it.
        self.made("/items", &json!({"name": HOSTILE, "maker": HOSTILE}));
    }

    fn owner(&self) -> &Client {
        &self.home.people[0].program
    }

    fn made(&self, path: &str, body: &Value) -> Value {
        let reply = self.owner().json("POST", &format!("/api/v1{path}"), body);
        assert_eq!(reply.status, 201, "{path} {reply}");
        reply.json()
    }

    fn add(&mut self, noun: Noun, path: &str, body: &Value) -> String {
        let made = self.made(path, body);
        self.keep(noun, &made)
    }

    fn keep(&mut self, noun: Noun, made: &Value) -> String {
        let target = Target::from(made);
        let id = target.id.clone();
        self.targets.insert(noun, target);
        id
    }

    /// Signs in with a browser that lies about its name, and makes a token of such a name.
    fn sign_in_by_another_name(&self) {
        let agent = [
            ("user-agent", "'><img src=x onerror=prov()>{{7*7}}"),
            ("content-type", FORM),
        ];
        let sign_in = coded(&[("name", OWNER.0), ("password", OWNER.1)]);
        let nobody = self.home.server.anonymous();
        nobody.send("POST", "/sign-in", &agent, sign_in.into_bytes());
        let token = json!({"name": HOSTILE, "password": OWNER.1});
        let owner = &self.home.people[0].session;
        assert_eq!(owner.json("POST", "/api/v1/me/tokens", &token).status, 201);
    }

    /// Where a route leads to what was written.
    fn target(&mut self, route: &Route) -> Target {
        let noun = forms::subject(route).map(|(noun, _)| noun);
        let written = noun.and_then(|noun| self.targets.get(&noun).cloned());
        written.unwrap_or_else(|| self.home.usual(route, 0))
    }
}

/// Pages that show what somebody wrote.
const WRITTEN_ON: [&str; 75] = [
    "/",
    "/add",
    "/api/v1/items/suggest",
    "/bequests/{id}",
    "/bequests/{id}/edit",
    "/bin",
    "/bin/empty",
    "/categories",
    "/categories/{id}",
    "/claims/{id}",
    "/claims/{id}/edit",
    "/history",
    "/incidents",
    "/incidents/{id}",
    "/incidents/{id}/edit",
    "/incidents/{id}/photos",
    "/incidents/{id}/walk",
    "/incidents/{id}/walk/{room}",
    "/insights",
    "/divisions",
    "/divisions/{id}",
    "/divisions/{id}/edit",
    "/divisions/{id}/lots/{item}",
    "/divisions/{id}/things",
    "/insurance",
    "/insurance/{id}",
    "/insurance/{id}/edit",
    "/items",
    "/items/new",
    "/items/suggest",
    "/items/{id}",
    "/items/{id}/edit",
    "/items/{id}/life",
    "/items/{id}/history",
    "/items/{id}/losses/new",
    "/items/{id}/photos",
    "/jobs/{id}",
    "/jobs/{id}/edit",
    "/loans/{id}",
    "/loans/{id}/edit",
    "/losses/{id}",
    "/losses/{id}/edit",
    "/memories/{id}",
    "/memories/{id}/edit",
    "/people",
    "/people/{id}",
    "/people/{id}/edit",
    "/people/{id}/password",
    "/places",
    "/places/{id}",
    "/places/{id}/edit",
    "/places/{id}/move",
    "/places/{id}/photos",
    "/reports/{id}",
    "/reports/{id}/print",
    "/rounds",
    "/rounds/{id}",
    "/rounds/{id}/edit",
    "/rounds/{id}/rooms/{room}",
    "/searches",
    "/searches/{id}/edit",
    "/settings",
    "/settings/intake",
    "/suggest/tags",
    "/suggest/things",
    "/tags",
    "/tags/{id}",
    "/templates",
    "/upkeep",
    "/upkeep/{id}",
    "/upkeep/{id}/edit",
    "/warranties",
    "/warranties/{id}",
    "/warranties/{id}/edit",
    "/photos/{id}/move",
];

#[test]
fn what_is_written_is_shown_as_it_was_written_in_both_languages_and_in_parts() {
    let mut written = Scribbled::new();
    written.sign_in_by_another_name();
    let mut shows = BTreeSet::new();
    let looking = routes::looking(&written.home.server);
    for lang in ["sv", "en"] {
        let speaks = json!({"lang": lang});
        for person in &written.home.people {
            person.program.json("PATCH", "/api/v1/me", &speaks);
        }
        for route in &looking {
            let target = written.target(route);
            let address = forms::address(route, &target);
            for who in [0, 3] {
                let reader = &written.home.people[who].session;
                for headers in [[].as_slice(), &[("hx-request", "true")]] {
                    let reply = reader.send("GET", &address, headers, Vec::new());
                    if is_harmless(&reply, &address) && who == 0 {
                        shows.insert(route.path.clone());
                    }
                }
            }
        }
    }
    for path in WRITTEN_ON {
        assert!(
            shows.contains(path),
            "{path} does not show it, so nothing is proven: {shows:?}"
        );
    }
    written.home.server.stop();
}

#[test]
fn what_is_asked_for_is_shown_as_it_was_asked() {
    let mut written = Scribbled::new();
    let names = [
        "q", "next", "name", "in", "template", "back", "before", "after", "place", "category",
        "tag", "owner", "sort", "view", "state", "value", "do", "id", "all", "query", "kind",
        "item",
    ];
    let asked: Vec<_> = names.iter().map(|name| (*name, HOSTILE)).collect();
    let mut shows = 0;
    for route in &routes::looking(&written.home.server) {
        let target = written.target(route);
        let address = forms::address(route, &target);
        let address = address.split('?').next().unwrap();
        let clients: [&Client; 2] = [
            &written.home.people[0].session,
            &written.home.server.anonymous(),
        ];
        for client in clients {
            let all = format!("{address}?{}", coded(&asked));
            for query in [all, format!("{address}?{}", coded(&[("q", HOSTILE)]))] {
                for headers in [[].as_slice(), &[("hx-request", "true")]] {
                    let reply = client.send("GET", &query, headers, Vec::new());
                    assert!(!reply.status.is_server_error(), "{query}: {reply}");
                    shows += usize::from(is_harmless(&reply, &query));
                }
            }
        }
    }
    let lost = format!(
        "/{}",
        HOSTILE
            .bytes()
            .fold(String::new(), |all, byte| format!("{all}%{byte:02X}"))
    );
    is_harmless(&written.home.people[0].session.get(&lost), &lost);
    assert!(shows > 20, "{shows}");
    written.home.server.stop();
}

#[test]
fn a_form_that_is_refused_comes_back_as_it_was_typed() {
    let mut written = Scribbled::new();
    let guess = [("name", HOSTILE), ("password", HOSTILE), ("next", HOSTILE)];
    let refused = written.home.server.anonymous().post("/sign-in", &guess);
    assert!(is_harmless(&refused, "/sign-in"), "{refused}");
    let mut shows = BTreeSet::new();
    for route in routes::all(&written.home.server) {
        if route.looks() || route.is_api() || route.path == "/sign-out" {
            continue;
        }
        let mut target = written.target(&route);
        let person = &written.home.people[0];
        let (kind, body) = forms::body(&route, &written.home, person, &mut target);
        if kind.as_deref() != Some(FORM) {
            continue;
        }
        let typed: Vec<_> = form_urlencoded::parse(&body).into_owned().collect();
        let long = HOSTILE.repeat(1_000);
        for text in [HOSTILE, &long] {
            for seen in ["1", ""] {
                let fields: Vec<_> = typed
                    .iter()
                    .map(|(name, value)| match name.as_str() {
                        "revision" if !seen.is_empty() => (name.as_str(), seen),
                        "revision" | "id" | "to" | "photo" => (name.as_str(), value.as_str()),
                        _ => (name.as_str(), text),
                    })
                    .collect();
                let address = forms::address(&route, &target);
                let reply = person.session.post(&address, &fields);
                assert!(!reply.status.is_server_error(), "{address}: {reply}");
                if let Some(to) = reply.headers.get("location") {
                    let to = to.to_str().unwrap();
                    assert!(
                        to.starts_with('/') && !to.starts_with("//"),
                        "{address}: {to}"
                    );
                }
                if is_harmless(&reply, &address) {
                    shows.insert(route.path.clone());
                }
            }
        }
    }
    for path in [
        "/incidents/new",
        "/items",
        "/items/{id}",
        "/losses/{id}/edit",
        "/places/new",
        "/people/new",
        "/categories/{id}",
        "/photos/{id}/caption",
        "/settings/household",
        "/tray",
    ] {
        assert!(
            shows.contains(path),
            "{path} does not show it, so nothing is proven: {shows:?}"
        );
    }
    let parts = [Part::File(
        "'><img src=x onerror=prov()>{{7*7}}.jpg",
        b"trasig",
    )];
    let refused = written.home.people[0].session.upload("/add", &parts);
    assert!(is_harmless(&refused, "/add"), "{refused}");
    written.home.server.stop();
}

#[test]
fn a_message_that_somebody_has_made_up_is_not_shown() {
    let home = Household::new();
    let port = home.server.address().rsplit(':').next().unwrap();
    for made_up in [
        "<img src=x onerror=prov()>",
        "item-add.<script>",
        "ITEM",
        "item-add.1\"><script>",
        "%3Cscript%3E",
    ] {
        let sign_in = coded(&[("name", OWNER.0), ("password", OWNER.1)]);
        let kind = [("content-type", FORM)];
        let reply = home
            .server
            .anonymous()
            .send("POST", "/sign-in", &kind, sign_in.into_bytes());
        let session = reply.header("set-cookie").split(';').next().unwrap();
        let cookie = format!(
            "{session}; smartinventory-{port}-toast={made_up}; smartinventory-{port}-theme={made_up}"
        );
        let page =
            home.server
                .anonymous()
                .send("GET", "/items", &[("cookie", &cookie)], Vec::new());
        assert_eq!(page.status, 200, "{page}");
        is_harmless(&page, made_up);
        assert!(!page.text().contains("prov()"), "{page}");
    }
    home.server.stop();
}

#[test]
fn an_address_that_would_run_is_no_link() {
    let home = Household::new();
    for address in [
        "javascript:prov()",
        "JaVaScRiPt:prov()",
        " javascript:prov()",
        "java\nscript:prov()",
        "data:text/html,prov",
        "//evil.example",
    ] {
        let thing = json!({"name": "Eka", "fields": [{"kind": "link", "name": "Handledning", "value": address}]});
        let reply = home.people[0].program.json("POST", "/api/v1/items", &thing);
        assert_eq!(reply.status, 422, "{address}: {reply}");
    }
    home.server.stop();
}

const FORM: &str = "application/x-www-form-urlencoded";

fn coded(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

//! Strangers with a share link: they see the reports that it names to the last byte, and not one byte of anything else.

use std::{collections::BTreeSet, fs, process::Command};

use serde_json::{Value, json};

use crate::{
    fixtures,
    server::{
        Server,
        client::{Anonymous, Part, Program, Reply, SignedIn},
    },
};

/// What stands in everything that is not shared, each where nothing else is.
const CANARIES: [&str; 22] = [
    "kanarie-hemlig-sak",
    "kanarie-anteckning",
    "kanarie-beskrivning",
    "kanarie-privat",
    "kanarie-annan-person",
    "kanarie-annan-plats",
    "kanarie-butik",
    "kanarie-minne",
    "kanarie-branden",
    "kanarie-historia-av-branden",
    "kanarie-vittnen",
    "kanarie-kontakt",
    "kanarie-senare",
    "kanarie-borttagen",
    "kanarie-bolag",
    "kanarie-etikett",
    "kanarie-tagg",
    "kanarie-kategori",
    "kanarie-bildtext",
    "kanarie-lan",
    "kanarie-arv",
    "kanarie-vad-det-blev",
];

/// What is shared, and has to be there so that the absence of the rest proves anything.
const SHARED: [&str; 3] = ["Systemkamera", "SN-77-4-11", "Björkvägen 4"];

/// A household with a burglary that is shared, and canaries everywhere else.
struct Home {
    server: Server,
    owner: SignedIn,
    program: Program,
    incident: String,
    claim: String,
    /// Reports that are not shared, with whatever picture each shows.
    others: Vec<String>,
    /// A picture of a thing that is not shared.
    hidden: String,
    /// One that is.
    shown: String,
}

impl Home {
    fn new() -> Self {
        let server = Server::start_logging(&[], "debug");
        let owner = server.claim();
        let program = server.program(crate::server::OWNER.0);
        let mut home = Self {
            server,
            owner,
            program,
            incident: String::new(),
            claim: String::new(),
            others: Vec::new(),
            hidden: String::new(),
            shown: String::new(),
        };
        home.write_what_is_shared();
        home.write_all_else();
        home
    }

    fn made(&self, path: &str, body: &Value) -> String {
        let reply = self.program.json("POST", &format!("/api/v1{path}"), body);
        assert_eq!(reply.status, 201, "{path} {reply}");
        text(&reply.json()["id"])
    }

    fn change(&self, path: &str, body: &Value) {
        let reply = self.program.json("PATCH", &format!("/api/v1{path}"), body);
        assert_eq!(reply.status, 200, "{path} {reply}");
    }

    fn photo(&self, item: &str, shade: u8) -> Value {
        let path = format!("/api/v1/items/{item}/photos");
        let photo = fixtures::photo(shade);
        let reply = self.program.upload(&path, &[Part::File("a.jpg", &photo)]);
        assert_eq!(reply.status, 201, "{reply}");
        reply.json()["attachments"][0].clone()
    }

    fn write_what_is_shared(&mut self) {
        let camera = json!({
            "name": SHARED[0], "value": {"amount": "8900", "currency": "SEK"},
            "identifiers": [{"kind": "serial", "text": SHARED[1]}],
        });
        let camera = self.made("/items", &camera);
        self.shown = text(&self.photo(&camera, 1)["hash"]);
        let burglary = json!({
            "kind": "burglary", "title": "kanarie-etikett", "from": "2026-11-26", "place": SHARED[2],
            "people": "kanarie-vittnen", "items": [camera],
        });
        self.incident = self.made("/incidents", &burglary);
        self.claim = self.made(
            "/reports",
            &json!({"kind": "insurance_claim", "incident": self.incident}),
        );
        // What is told later is in no snapshot of before.
        let contacts = json!([{"on": "2026-11-27", "with": "kanarie-kontakt", "said": "kanarie-vad-det-blev"}]);
        self.change(
            &format!("/incidents/{}", self.incident),
            &json!({"story": "kanarie-senare", "contacts": contacts}),
        );
        self.change(
            &format!("/items/{camera}"),
            &json!({"notes": "kanarie-anteckning"}),
        );
    }

    fn write_all_else(&mut self) {
        let person = json!({"name": "kanarie-annan-person", "role": "adult", "password": "ett gott lösenord"});
        let person = self.made("/people", &person);
        let place = self.made("/places", &json!({"name": "kanarie-annan-plats"}));
        let tag = self.made("/tags", &json!({"name": "kanarie-tagg"}));
        let category = self.made("/categories", &json!({"sv": "kanarie-kategori"}));
        let jewel = json!({
            "name": "kanarie-hemlig-sak", "description": "kanarie-beskrivning", "place": place,
            "owners": [{"person": person}], "tags": [tag], "category": category,
        });
        let jewel = self.made("/items", &jewel);
        let photo = self.photo(&jewel, 2);
        self.hidden = text(&photo["hash"]);
        let caption = json!({"caption": "kanarie-bildtext"});
        self.change(&format!("/photos/{}", text(&photo["id"])), &caption);
        for (list, body) in [
            ("memories", json!({"title": "kanarie-minne"})),
            ("loans", json!({"to": "kanarie-lan"})),
            ("bequests", json!({"to": "kanarie-arv", "open": true})),
        ] {
            self.made(&format!("/items/{jewel}/{list}"), &body);
        }
        let private = json!({"name": "kanarie-privat", "private": true});
        let private = self.made("/items", &private);
        let fire = json!({
            "kind": "fire", "title": "kanarie-branden", "story": "kanarie-historia-av-branden", "items": [jewel],
        });
        let fire = self.made("/incidents", &fire);
        let lost = json!({"incident": self.incident, "fate": "gone"});
        self.made(&format!("/items/{private}/losses"), &lost);
        let insured = json!({"amount": "1000000", "currency": "SEK"});
        let policy = json!({"insurer": "kanarie-bolag", "sum_insured": insured});
        self.made("/policies", &policy);
        let gone = self.made("/items", &json!({"name": "kanarie-borttagen"}));
        let gone = format!("/api/v1/items/{gone}");
        self.program.send("DELETE", &gone, &[], Vec::new());
        let paper = fixtures::photo(3);
        let receipt = self
            .program
            .upload("/api/v1/receipts", &[Part::File("k.jpg", &paper)]);
        let receipt = text(&receipt.json()["id"]);
        let shop = json!({"shop": "kanarie-butik"});
        self.change(&format!("/receipts/{receipt}"), &shop);
        let whole = json!({"kind": "inventory"});
        let of_fire = json!({"kind": "insurance_claim", "incident": fire});
        let later = json!({"kind": "police_list", "incident": self.incident});
        let with_private = json!({
            "kind": "insurance_claim", "incident": self.incident, "include_private": true,
        });
        self.others = [whole, of_fire, later, with_private]
            .iter()
            .map(|body| self.made("/reports", body))
            .collect();
    }

    fn share(&self, reports: &[&str]) -> Link {
        let made = self.program.json(
            "POST",
            &format!("/api/v1/incidents/{}/shares", self.incident),
            &json!({"reports": reports, "label": "kanarie-etikett"}),
        );
        assert_eq!(made.status, 201, "{made}");
        let made = made.json();
        Link {
            id: text(&made["id"]),
            path: text(&made["path"]),
            passcode: text(&made["passcode"]),
            nobody: self.server.anonymous(),
        }
    }

    fn revoke(&self, link: &Link) {
        let path = format!("/api/v1/incidents/{}/shares/{}", self.incident, link.id);
        let revoked = self.program.send("DELETE", &path, &[], Vec::new());
        assert_eq!(revoked.status, 204, "{revoked}");
    }
}

/// A link, and a stranger who has it.
struct Link {
    id: String,
    path: String,
    passcode: String,
    nobody: Anonymous,
}

impl Link {
    /// Gives a passcode.
    fn give(&self, passcode: &str) -> Reply {
        self.nobody.post(&self.path, &[("passcode", passcode)])
    }

    /// Gives the right one, for the cookie that opens the link.
    fn unlock(&self) -> String {
        let reply = self.give(&self.passcode);
        assert_eq!(reply.status, 303, "{reply}");
        assert_eq!(reply.header("location"), self.path);
        let cookie = reply.header("set-cookie");
        let path = format!("Path={}", self.path);
        for part in [path.as_str(), "HttpOnly", "SameSite=Lax", "Max-Age="] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        cookie.split(';').next().unwrap().to_owned()
    }

    fn get(&self, path: &str, cookie: &str) -> Reply {
        self.nobody
            .send("GET", path, &[("cookie", cookie)], Vec::new())
    }
}

fn text(value: &Value) -> String {
    let text = value.as_str();
    text.unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

/// Where a page leads, and what it loads.
fn links(page: &str) -> BTreeSet<String> {
    let mut links = BTreeSet::new();
    for name in [" href=\"", " src=\"", " action=\""] {
        for rest in page.split(name).skip(1) {
            let link = rest.split('"').next().unwrap_or_default();
            links.insert(link.replace("&amp;", "&"));
        }
    }
    links
}

/// Every byte of an answer, with what is packed in it beside: spreadsheets and packages are ZIP files, which show the names in them.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    if bytes.starts_with(b"PK") {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("packed");
        fs::write(&file, bytes).unwrap();
        let inside = Command::new("unzip").arg("-p").arg(&file).output().unwrap();
        assert!(inside.status.success(), "{inside:?}");
        all.extend(inside.stdout);
    }
    all
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes
        .windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Holds an answer to telling nobody where it is, and to being kept by nobody.
fn is_kept_by_nobody(reply: &Reply, path: &str) {
    for (name, value) in [
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow, noarchive"),
    ] {
        assert_eq!(reply.header(name), value, "{path}: {reply}");
    }
}

#[test]
fn a_stranger_sees_the_shared_report_and_not_one_byte_of_anything_else() {
    let home = Home::new();
    let link = home.share(&[&home.claim]);
    let door = link.nobody.get(&link.path);
    assert_eq!(door.status, 200);
    is_kept_by_nobody(&door, &link.path);
    let household = "Familjen Ekström";
    let told = [&SHARED[..], &CANARIES, &[household]].concat();
    let told: Vec<_> = told.iter().filter(|word| holds(&door.body, word)).collect();
    assert_eq!(told, [&""; 0], "the door says nothing of what is behind it");

    let cookie = link.unlock();
    let mut waiting = vec![link.path.clone()];
    let mut seen = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    let mut all = Vec::new();
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let is_ours = path.starts_with(&link.path) || path.starts_with("/assets/");
        assert!(is_ours || path.starts_with('#'), "it leads to {path}");
        if path.starts_with('#') {
            continue;
        }
        let reply = link.get(&path, &cookie);
        assert_eq!(reply.status, 200, "{path}: {reply}");
        let kind = reply.header("content-type").to_owned();
        if path.starts_with("/assets/") {
            continue;
        }
        is_kept_by_nobody(&reply, &path);
        let bytes = unpacked(&reply.body);
        let found: Vec<_> = CANARIES.iter().filter(|word| holds(&bytes, word)).collect();
        assert_eq!(found, [&""; 0], "{path}");
        if kind.starts_with("text/html") {
            let page = reply.text();
            assert!(!page.contains("<script"), "{path} needs no script");
            waiting.extend(links(&page));
        }
        kinds.insert(kind.split(';').next().unwrap().to_owned());
        all.extend(bytes);
    }
    for word in SHARED {
        assert!(holds(&all, word), "{word} is shared");
    }
    for kind in [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/zip",
        "text/csv",
        "text/html",
    ] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
    let picture = format!("{}/reports/{}/pictures", link.path, home.claim);
    let shown = link.get(&format!("{picture}/{}.0.small", home.shown), &cookie);
    assert_eq!(shown.status, 200, "{shown}");
    home.server.stop();
}

#[test]
fn no_other_report_picture_or_page_opens_to_a_stranger() {
    let home = Home::new();
    let link = home.share(&[&home.claim]);
    let cookie = link.unlock();
    let own = format!("{}/reports", link.path);
    for report in &home.others {
        for format in ["pdf", "xlsx", "csv", "html", "zip"] {
            let path = format!("{own}/{report}/file?format={format}");
            assert_eq!(link.get(&path, &cookie).status, 404, "{path}");
        }
        let path = format!("{own}/{report}/pictures/{}.0.small", home.shown);
        assert_eq!(link.get(&path, &cookie).status, 404, "{path}");
    }
    let hidden = format!("{own}/{}/pictures/{}.0.small", home.claim, home.hidden);
    assert_eq!(link.get(&hidden, &cookie).status, 404);
    for page in ["/", "/items", "/reports", "/incidents", "/settings"] {
        let reply = link.get(page, &cookie);
        assert!(reply.header("location").starts_with("/sign-in"), "{page}");
    }
    let claim = format!("/reports/{}", home.claim);
    for path in [
        &claim,
        &format!("{claim}/file?format=pdf"),
        &format!("/incidents/{}", home.incident),
    ] {
        let reply = link.get(path, &cookie);
        assert!(reply.header("location").starts_with("/sign-in"), "{path}");
    }
    assert_eq!(link.get("/api/v1/reports", &cookie).status, 401);
    // The cookie of one link opens no other, and none opens without one.
    let other = home.share(&[&home.claim]);
    let page = link.get(&other.path, &cookie);
    assert!(!holds(&page.body, SHARED[0]), "{page}");
    let file = format!("{}/reports/{}/file?format=csv", link.path, home.claim);
    assert_eq!(link.nobody.get(&file).header("location"), link.path);
    home.server.stop();
}

#[test]
fn what_is_private_or_about_something_else_is_refused() {
    let home = Home::new();
    let path = format!("/api/v1/incidents/{}/shares", home.incident);
    for report in [&home.others[0], &home.others[1], &home.others[3]] {
        let wanted = json!({"reports": [home.claim, report], "label": "Svalan"});
        let refused = home.program.json("POST", &path, &wanted);
        assert_eq!(refused.status, 422, "{refused}");
        assert!(refused.json()["errors"]["reports"].is_string(), "{refused}");
    }
    home.server.stop();
}

#[test]
fn revoked_is_gone_at_once_and_looks_as_if_it_had_never_been() {
    let home = Home::new();
    let link = home.share(&[&home.claim]);
    let cookie = link.unlock();
    let report = format!("{}/reports/{}", link.path, home.claim);
    let picture = format!("{report}/pictures/{}.0.small", home.shown);
    let paths = [
        link.path.clone(),
        format!("{report}/file?format=pdf"),
        picture.clone(),
    ];
    let mut before = Vec::new();
    for path in &paths {
        let reply = link.get(path, &cookie);
        assert_eq!(reply.status, 200, "{path}: {reply}");
        before.push(reply);
    }
    home.revoke(&link);
    let nowhere = link.nobody.get(&format!("/shared/{}", "a1".repeat(32)));
    assert_eq!(nowhere.status, 404);
    is_kept_by_nobody(&nowhere, "nowhere");
    for (path, before) in paths.iter().zip(before) {
        for cookie in [cookie.as_str(), ""] {
            let reply = link.get(path, cookie);
            assert_eq!(reply.status, 404, "{path}: {reply}");
            assert_eq!(reply.text(), nowhere.text(), "{path}");
            is_kept_by_nobody(&reply, path);
        }
        // What a cache may have kept against the rules is not said to be good still.
        let modified = before.headers.get("last-modified");
        let modified = modified.map_or("Fri, 01 Jan 2100 00:00:00 GMT", |at| at.to_str().unwrap());
        let asked = [("cookie", cookie.as_str()), ("if-modified-since", modified)];
        let asked = link.nobody.send("GET", path, &asked, Vec::new());
        assert_eq!(asked.status, 404, "{path}: {asked}");
    }
    let late = link.give(&link.passcode);
    assert_eq!((late.status.as_u16(), late.text()), (404, nowhere.text()));

    let link = home.share(&[&home.claim]);
    let cookie = link.unlock();
    let remove = format!("/reports/{}/remove", home.claim);
    assert_eq!(home.owner.post(&remove, &[]).status, 303);
    assert_eq!(
        link.get(&link.path, &cookie).status,
        404,
        "it is in the bin"
    );
    home.server.stop();
}

#[test]
fn passcodes_cannot_be_guessed_at_speed() {
    let home = Home::new();
    let link = home.share(&[&home.claim]);
    let wrong = link.give("0000 0000");
    assert_eq!(wrong.status, 422, "{wrong}");
    is_kept_by_nobody(&wrong, &link.path);
    let mut last = wrong;
    for _ in 0..7 {
        last = link.give("0000 0000");
    }
    assert_eq!(last.status, 429);
    assert!(last.header("retry-after").parse::<u64>().unwrap() > 0);
    is_kept_by_nobody(&last, &link.path);
    assert_eq!(
        link.give(&link.passcode).status,
        429,
        "the right one waits too"
    );
    home.server.stop();
}

#[test]
fn the_household_sees_how_often_a_link_was_opened_and_its_log_has_no_secret() {
    let home = Home::new();
    let link = home.share(&[&home.claim]);
    let cookie = link.unlock();
    link.get(&link.path, &cookie);
    link.unlock();
    let path = format!("/api/v1/incidents/{}/shares", home.incident);
    let listed = home.program.get(&path);
    assert_eq!(listed.json()["shares"][0]["views"], 2, "{listed}");
    for secret in [&link.path, &link.passcode] {
        assert!(
            !listed
                .text()
                .contains(secret.trim_start_matches("/shared/"))
        );
    }
    let page = home.owner.get(&format!("/incidents/{}", home.incident));
    assert!(page.text().contains("kanarie-etikett"), "{page}");
    let revoke = format!("/incidents/{}/shares/{}/revoke", home.incident, link.id);
    assert_eq!(home.owner.post(&revoke, &[]).status, 303);
    assert_eq!(link.get(&link.path, &cookie).status, 404);
    let log = home.server.log();
    let secret = link.path.trim_start_matches("/shared/");
    let (_, key) = cookie.split_once('=').unwrap();
    for secret in [secret, key, &link.passcode] {
        assert!(!log.contains(secret), "{log}");
    }
    assert!(log.contains("/shared"), "it says what was asked: {log}");
}

//! Memories through the pages and the API: told, found, played, kept from nobody who sees the thing, and wishes kept from all.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "other tests use the rest")]
mod server;

use serde_json::{Value, json};
use server::{
    Server,
    client::{Part, Reply, SignedIn},
};

/// A second of silence: WAV, one channel, 8 000 samples of eight bits.
fn sound() -> Vec<u8> {
    let mut wave = b"RIFF\x64\x1F\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x40\x1F\0\0\x01\0\x08\0data\x40\x1F\0\0"
        .to_vec();
    wave.extend([0x80; 8_000]);
    wave
}

/// Where a form led to.
fn done(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

fn made(who: &SignedIn, path: &str, body: &Value) -> Value {
    let reply = who.json("POST", &format!("/api/v1{path}"), body);
    assert_eq!(reply.status, 201, "{path} {}", reply.text());
    reply.json()
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap()
}

/// Somebody more in the household, signed in.
fn joined(server: &Server, anna: &SignedIn, name: &str, role: &str) -> (SignedIn, String) {
    let person = made(
        anna,
        "/people",
        &json!({"name": name, "role": role, "password": "hemligt123"}),
    );
    let fields = [("name", name), ("password", "hemligt123")];
    let session = SignedIn::by(&server.anonymous(), "/sign-in", &fields);
    (session, id(&person).to_owned())
}

/// Whether a search finds anything.
fn finds(who: &SignedIn, word: &str) -> bool {
    let found = who.get(&format!("/api/v1/items?q={word}")).json();
    !found["items"].as_array().unwrap().is_empty()
}

#[test]
fn a_story_is_told_on_its_things_page_and_finds_the_thing_until_it_is_gone() {
    let (server, anna) = Server::claimed();
    let clock = done(&anna.post("/items", &[("name", "Golvur")]));
    let told = [
        ("title", "Farfars resa"),
        ("text", "Han bar den **hela vägen** från Ockelbo."),
        ("on", "1954-06"),
        ("people", "Elsa, Gustav,  Elsa"),
        ("place", "Smögen"),
    ];
    let story = done(&anna.post(&format!("{clock}/memories/new"), &told));
    assert!(story.starts_with("/memories/"), "{story}");
    for page in [&story, &clock, &format!("{clock}/life")] {
        let page = anna.get(page).text();
        assert!(page.contains("Farfars resa"), "{page}");
        assert!(page.contains("<strong>hela vägen</strong>"), "{page}");
        assert!(page.contains("juni 1954") && page.contains("Smögen · Elsa, Gustav"));
    }
    for word in ["ockelbo", "gustav", "sm%C3%B6gen", "resa"] {
        assert!(finds(&anna, word), "{word}");
    }
    let refused = anna.post(
        &format!("{clock}/memories/new"),
        &[("title", ""), ("on", "i våras")],
    );
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("i våras"), "what was typed is kept");
    done(&anna.post(&format!("{story}/remove"), &[]));
    assert!(!finds(&anna, "ockelbo"), "what is in the bin finds nothing");
    done(&anna.post(&format!("{story}/restore"), &[]));
    assert!(finds(&anna, "ockelbo"));
    server.stop();
}

#[test]
fn two_who_write_at_once_both_count() {
    let (server, anna) = Server::claimed();
    let clock = done(&anna.post("/items", &[("name", "Golvur")]));
    let told = [("title", "Resan"), ("text", "Han bar den.")];
    let story = done(&anna.post(&format!("{clock}/memories/new"), &told));
    let path = format!("/api/v1{story}");
    let revision = anna.get(&path).json()["revision"].to_string();
    let place = json!({"place": "Smögen"});
    assert_eq!(anna.json("PATCH", &path, &place).status, 200);
    let late = [
        ("title", "Den långa resan"),
        ("text", "Han bar den."),
        ("revision", revision.as_str()),
    ];
    let met = anna.post(&format!("{story}/edit"), &late);
    assert_eq!(met.status, 412);
    let text = met.text();
    assert!(text.contains("keep.place") && text.contains("keep.title"));
    assert!(!text.contains("keep.text"), "of that they say the same");
    server.stop();
}

#[test]
fn sound_is_played_in_parts_and_runs_nothing() {
    let (server, anna) = Server::claimed();
    let clock = done(&anna.post("/items", &[("name", "Golvur")]));
    let story = done(&anna.post(&format!("{clock}/memories/new"), &[("title", "Slagen")]));
    let wave = sound();
    let files = format!("{story}/documents");
    // What it is called says nothing: its bytes do.
    done(&anna.upload(&files, &[Part::File("slag.html", &wave)]));
    done(&anna.upload(
        &files,
        &[Part::File("slag.mp3", b"<script>alert(1)</script>")],
    ));
    let page = anna.get(&story);
    assert_eq!(page.text().matches("<audio").count(), 1, "{}", page.text());
    assert!(
        page.header("permissions-policy")
            .contains("microphone=(self)")
    );
    assert!(
        anna.get(&clock)
            .header("permissions-policy")
            .contains("microphone=()"),
        "no other page asks for it"
    );
    let listed = anna.get(&format!("/api/v1{story}/documents")).json();
    let (file, fake) = (&listed["attachments"][0], &listed["attachments"][1]);
    assert_eq!(file["media_type"], "audio/wav");
    assert_eq!(
        file["memory"],
        json!(story.trim_start_matches("/memories/"))
    );
    let whole = anna.get(&format!("/files/{}", id(file)));
    assert_eq!((whole.status.as_u16(), &whole.body), (200, &wave));
    assert_eq!(whole.header("content-type"), "audio/wav");
    assert_eq!(whole.header("x-content-type-options"), "nosniff");
    assert!(whole.header("content-security-policy").contains("sandbox"));
    let path = format!("/files/{}", id(file));
    let part = anna.send("GET", &path, &[("range", "bytes=44-143")], Vec::new());
    assert_eq!(part.status, 206);
    assert_eq!(part.header("content-range"), "bytes 44-143/8044");
    assert_eq!(part.body, [0x80; 100]);
    let beyond = anna.send("GET", &path, &[("range", "bytes=9000-")], Vec::new());
    assert_eq!(beyond.status, 416);
    let saved = anna.get(&format!("{path}/download"));
    assert!(
        saved
            .header("content-disposition")
            .starts_with("attachment; filename=\"slag.html\"")
    );
    let fake = anna.get(&format!("/files/{}", id(fake)));
    assert_eq!(fake.header("content-type"), "text/plain");
    assert!(
        fake.header("content-disposition").starts_with("attachment"),
        "what is no sound is never opened here"
    );
    server.stop();
}

#[test]
fn a_guest_hears_the_stories_of_what_they_are_shown_and_of_nothing_else() {
    let (server, anna) = Server::claimed();
    let (gun, guest) = joined(&server, &anna, "Gun", "guest");
    let clock = made(
        &anna,
        "/items",
        &json!({"name": "Golvur", "guests": [guest]}),
    );
    let vase = made(&anna, "/items", &json!({"name": "Vas"}));
    let tell = |thing: &Value, title: &str| {
        made(
            &anna,
            &format!("/items/{}/memories", id(thing)),
            &json!({"title": title}),
        )
    };
    let (shown, hidden) = (tell(&clock, "Slagverket"), tell(&vase, "Loppisfyndet"));
    made(
        &anna,
        &format!("/items/{}/bequests", id(&clock)),
        &json!({"to": "Maja", "open": true}),
    );
    let page = gun.get(&format!("/items/{}", id(&clock))).text();
    assert!(
        page.contains("Slagverket") && !page.contains("Maja"),
        "{page}"
    );
    assert!(!page.contains("memories/new") && !page.contains("affection"));
    let life = gun.get(&format!("/items/{}/life", id(&clock))).text();
    assert!(life.contains("Slagverket") && !life.contains("Skrevs in"));
    assert_eq!(gun.get(&format!("/memories/{}", id(&shown))).status, 200);
    assert_eq!(gun.get(&format!("/memories/{}", id(&hidden))).status, 404);
    assert!(finds(&gun, "slagverket") && !finds(&gun, "loppisfyndet"));
    assert!(finds(&anna, "loppisfyndet"));
    let listed = gun.get("/api/v1/memories").json();
    assert_eq!(listed["memories"].as_array().unwrap().len(), 1);
    assert_eq!(gun.get("/api/v1/bequests").status, 403);
    let told = gun.post(
        &format!("/items/{}/memories/new", id(&clock)),
        &[("title", "Mitt")],
    );
    assert_eq!(told.status, 403);
    server.stop();
}

#[test]
fn a_wish_is_nobody_elses_before_its_writer_says_so() {
    let (server, anna) = Server::claimed();
    let (eva, _) = joined(&server, &anna, "Eva", "owner");
    let rug = done(&anna.post("/items", &[("name", "Matta")]));
    done(&anna.post(
        &format!("{rug}/bequests/new"),
        &[("to", "Farbror Melker"), ("note", "För Saltkråkan")],
    ));
    let bequests = format!("/api/v1{rug}/bequests");
    let wish = anna.get(&bequests).json()["bequests"][0].clone();
    let page = format!("/bequests/{}", id(&wish));
    assert!(anna.get(&rug).text().contains("Melker"));
    for path in [&rug, "/history", "/bin", &format!("{rug}/history")] {
        assert!(!eva.get(path).text().contains("Melker"), "{path}");
    }
    assert_eq!(eva.get(&page).status, 404);
    assert_eq!(eva.get(&bequests).json()["bequests"], json!([]));
    assert!(!finds(&eva, "melker") && !finds(&anna, "melker"));
    let changes = eva.get("/api/v1/changes").text();
    assert!(!changes.contains(id(&wish)), "{changes}");
    let revision = wish["revision"].to_string();
    let open = |who: &SignedIn| {
        who.post(
            &format!("{page}/open"),
            &[("open", "1"), ("revision", revision.as_str())],
        )
    };
    assert_eq!(open(&eva).status, 404);
    done(&open(&anna));
    assert_eq!(open(&anna).status, 412, "of a page that was overtaken");
    assert!(eva.get(&rug).text().contains("Menad för Farbror Melker"));
    assert_eq!(eva.get(&format!("{page}/edit")).status, 403);
    let history = eva.get(&format!("/api/v1{page}/history")).json();
    assert_eq!(history["versions"].as_array().unwrap().len(), 1);
    server.stop();
}

#[test]
fn one_press_says_how_dear_a_thing_is_and_one_more_takes_it_back() {
    let (server, anna) = Server::claimed();
    let clock = done(&anna.post("/items", &[("name", "Golvur")]));
    let says = || anna.get(&format!("/api/v1{clock}")).json()["affection"].clone();
    let press =
        |affection: &str| anna.post(&format!("{clock}/affection"), &[("affection", affection)]);
    done(&press("irreplaceable"));
    assert_eq!(says(), "irreplaceable");
    // The form of the thing knows nothing of it, and takes nothing away.
    let revision = anna.get(&format!("/api/v1{clock}")).json()["revision"].to_string();
    done(&anna.post(
        &clock,
        &[("name", "Moraklocka"), ("revision", revision.as_str())],
    ));
    assert_eq!(says(), "irreplaceable");
    done(&press(""));
    assert_eq!(says(), Value::Null);
    assert_eq!(press("mycket").status, 422);
    server.stop();
}

#[test]
fn the_life_of_a_thing_is_told_alike_by_the_page_and_the_api() {
    let (server, anna) = Server::claimed();
    let hall = made(&anna, "/places", &json!({"name": "Hallen"}));
    let came = json!({"how": "inherited", "on": "1974", "from": "Farfar"});
    let clock = made(
        &anna,
        "/items",
        &json!({"name": "Golvur", "acquired": came}),
    );
    let of = |noun: &str| format!("/items/{}/{noun}", id(&clock));
    made(
        &anna,
        &of("memories"),
        &json!({"title": "Köpet", "on": "1921"}),
    );
    made(
        &anna,
        &of("jobs"),
        &json!({"what": "Oljad", "on": "1990-05-03"}),
    );
    let path = format!("/api/v1/items/{}", id(&clock));
    let moved = json!({"place": hall["id"]});
    assert_eq!(anna.json("PATCH", &path, &moved).status, 200);
    let life = anna.get(&format!("/api/v1{}", of("life"))).json();
    let told: Vec<_> = life["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["what"].as_str().unwrap())
        .collect();
    assert_eq!(told, ["memory", "came", "job", "entered", "moved"]);
    assert_eq!(life["events"][4]["place"], hall["id"]);
    let page = anna.get(&of("life")).text();
    let mut rest = page.as_str();
    for words in [
        "Köpet",
        "Ärvd efter Farfar",
        "Oljad",
        "Skrevs in här",
        "Flyttades till Hallen",
    ] {
        let (_, after) = rest
            .split_once(words)
            .unwrap_or_else(|| panic!("no {words} in its order: {page}"));
        rest = after;
    }
    server.stop();
}

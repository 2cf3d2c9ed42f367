//! A finder writes and an owner answers, and neither the other nor the registry can read more than is theirs.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use smartinventory::protocol::{
    contact::{ContactKey, ContactSecret},
    message::Message,
    sealing,
};

use crate::{
    household::{Household, Reply, bicycle, send},
    town::Town,
};

/// On each kind of store: a town in which a bicycle is reported stolen, whose it is, and by what id.
fn each(test: impl Fn(Town, Household, String)) {
    for town in Town::each() {
        let home = town.household(1);
        let entry = bicycle(&town, 1, "WTU 123456 X");
        assert_eq!(home.publish(&entry).status, 201);
        let id = entry["entry_id"].as_str().unwrap().to_owned();
        test(town, home, id);
    }
}

fn tip(town: &Town, id: &str, text: &str) -> Reply {
    let path = format!("/v1/entries/{id}/tips");
    let reply = town.ask("POST", &path, &json!({ "kind": "offered", "text": text }));
    // Nobody answers within the same millisecond.
    town.registry.clock.advance(1);
    reply
}

/// What a finder sees in a thread.
fn read(town: &Town, token: &str) -> Reply {
    let bearer = [("authorization", format!("Bearer {token}"))];
    send("GET", &format!("{}/v1/thread", town.address), None, &bearer)
}

fn write_on(town: &Town, token: &str, text: &str) -> Reply {
    let bearer = [("authorization", format!("Bearer {token}"))];
    let body = json!({ "text": text }).to_string();
    send(
        "POST",
        &format!("{}/v1/thread", town.address),
        Some(("application/json", body.as_bytes())),
        &bearer,
    )
}

fn inbox(home: &Household) -> Vec<Value> {
    let reply = home.send("GET", "/v1/inbox", None);
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json["messages"].as_array().unwrap().clone()
}

/// What the home reads of a message that waited.
fn open(letter: &Value) -> Message {
    let sealed = BASE64_URL_SAFE_NO_PAD
        .decode(letter["sealed"].as_str().unwrap())
        .unwrap();
    let thread: uuid::Uuid = letter["thread"].as_str().unwrap().parse().unwrap();
    let opened =
        sealing::open(&sealed, &ContactSecret::derive(&[9; 32]), thread.as_bytes()).unwrap();
    serde_json::from_slice(&opened).unwrap()
}

fn answer(home: &Household, letter: &Value, text: &str, closes: bool) -> Reply {
    let to: ContactKey = letter["reply_to"].as_str().unwrap().parse().unwrap();
    let thread: uuid::Uuid = letter["thread"].as_str().unwrap().parse().unwrap();
    let message =
        json!({ "kind": "answer", "text": text, "at": "2026-11-28T10:05:00Z" }).to_string();
    let sealed = sealing::seal(message.as_bytes(), to, thread.as_bytes(), &[3; 32]).unwrap();
    let body = json!({ "sealed": BASE64_URL_SAFE_NO_PAD.encode(sealed), "closes": closes });
    home.send(
        "POST",
        &format!("/v1/threads/{thread}/messages"),
        Some(&body),
    )
}

#[test]
fn a_finder_writes_and_is_answered() {
    each(|town, home, id| {
        let reply = tip(&town, &id, "Såg den på torget i Gimo.");
        assert_eq!(reply.status, 201, "{reply:?}");
        let token = reply.json["token"].as_str().unwrap();

        let waiting = inbox(&home);
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0]["entry_id"], json!(id));
        assert_eq!(open(&waiting[0]).text, "Såg den på torget i Gimo.");
        assert_eq!(
            answer(&home, &waiting[0], "Tack! Står den kvar?", false).status,
            201
        );

        let thread = read(&town, token).json;
        assert_eq!(
            (
                &thread["messages"][0]["from"],
                &thread["messages"][0]["kind"]
            ),
            (&json!("finder"), &json!("offered"))
        );
        assert_eq!(
            (
                &thread["messages"][1]["from"],
                &thread["messages"][1]["text"]
            ),
            (&json!("owner"), &json!("Tack! Står den kvar?"))
        );
        assert_eq!(write_on(&town, token, "Ja.").status, 201);
        let waiting = inbox(&home);
        assert_eq!(open(&waiting[1]).text, "Ja.");

        assert_eq!(
            answer(&home, &waiting[1], "Polisen hämtar den.", true).status,
            201
        );
        let reply = write_on(&town, token, "Och?");
        assert_eq!((reply.status, &reply.json["code"]), (409, &json!("closed")));
        assert_eq!(read(&town, token).json["closed"], true);
    });
}

#[test]
fn a_message_waits_until_the_home_says_that_it_has_it() {
    each(|town, home, id| {
        tip(&town, &id, "Ett");
        tip(&town, &id, "Två");
        let waiting = inbox(&home);
        assert_eq!(inbox(&home), waiting, "as often as it asks");
        let first = &waiting[0]["id"];
        let after = home.send(
            "GET",
            &format!("/v1/inbox?after={}", first.as_str().unwrap()),
            None,
        );
        assert_eq!(after.json["messages"].as_array().unwrap().len(), 1);
        for _ in 0..2 {
            let reply = home.send("POST", "/v1/inbox/ack", Some(&json!({ "ids": [first] })));
            assert_eq!(reply.status, 204, "{reply:?}");
        }
        assert_eq!(inbox(&home), waiting[1..]);
        let other = town.household(2);
        let reply = other.send(
            "POST",
            "/v1/inbox/ack",
            Some(&json!({ "ids": [waiting[1]["id"]] })),
        );
        assert_eq!(
            (reply.status, inbox(&home).len()),
            (204, 1),
            "nobody else's are forgotten"
        );
    });
}

#[test]
fn the_home_waits_for_what_comes() {
    each(|town, home, id| {
        let address = town.address.clone();
        let writer = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(300));
            let body = json!({ "kind": "seen" }).to_string();
            send(
                "POST",
                &format!("{address}/v1/entries/{id}/tips"),
                Some(("application/json", body.as_bytes())),
                &[],
            )
        });
        let reply = home.send("GET", "/v1/inbox?wait=20", None);
        assert_eq!(reply.json["messages"].as_array().unwrap().len(), 1);
        assert_eq!(writer.join().unwrap().status, 201);
    });
}

#[test]
fn a_wrong_token_is_answered_like_one_that_never_was() {
    each(|town, _, id| {
        let token = tip(&town, &id, "Hej").json["token"]
            .as_str()
            .unwrap()
            .to_owned();
        let swap = if token.ends_with('A') { 'E' } else { 'A' };
        let wrong = format!("{}{swap}", &token[..token.len() - 1]);
        let told = |reply: Reply| (reply.status, reply.json);
        let unknown = told(read(&town, &"A".repeat(43)));
        assert_eq!(unknown.0, 404);
        for token in [wrong.as_str(), "", "x"] {
            assert_eq!(told(read(&town, token)), unknown, "{token}");
            assert_eq!(told(write_on(&town, token, "Hej")), unknown, "{token}");
        }
        assert_eq!(told(town.look("/v1/thread")), unknown);
    });
}

#[test]
fn only_the_owner_answers_and_only_what_is_stolen_is_written_about() {
    each(|town, home, id| {
        let token = tip(&town, &id, "Hej").json["token"]
            .as_str()
            .unwrap()
            .to_owned();
        let waiting = inbox(&home);
        let other = town.household(2);
        assert_eq!(
            answer(&other, &waiting[0], "Det är min!", false).status,
            404
        );
        assert_eq!(
            read(&town, &token).json["messages"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        assert_eq!(home.withdraw(&id).status, 204);
        assert_eq!(tip(&town, &id, "Hej").status, 404);
        assert_eq!(
            answer(&home, &waiting[0], "Den är tillbaka.", true).status,
            201,
            "what was begun is ended"
        );
        assert_eq!(
            tip(&town, "6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5dff", "Hej").status,
            404
        );
        let mut quiet = bicycle(&town, 2, "WTU 2");
        quiet["accept_tips"] = json!(false);
        assert_eq!(home.publish(&quiet).status, 201);
        assert_eq!(
            tip(&town, quiet["entry_id"].as_str().unwrap(), "Hej").status,
            404
        );
    });
}

#[test]
fn a_thread_is_forgotten_after_ninety_days() {
    each(|town, _, id| {
        let token = tip(&town, &id, "Hej").json["token"]
            .as_str()
            .unwrap()
            .to_owned();
        town.registry.clock.advance(90 * 24 * 3600 - 60);
        town.keep_house();
        assert_eq!(read(&town, &token).status, 200);
        town.registry.clock.advance(120);
        town.keep_house();
        assert_eq!(read(&town, &token).status, 404);
    });
}

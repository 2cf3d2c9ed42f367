//! What households and strangers are answered, over a socket, on every kind of store.

use serde_json::json;
use smartinventory::{protocol::key::SigningKey, registry::limits::Allowance};

use crate::{
    household::{Household, bicycle, send},
    place::Place,
    town::Town,
};

#[test]
fn a_stolen_bicycle_is_known_by_its_frame_number() {
    for town in Town::each() {
        let home = town.household(1);
        assert_eq!(town.check("frame_number", "WTU 123456 X")["result"], "none");
        let entry = bicycle(&town, 1, "WTU 123456 X");
        let reply = home.publish(&entry);
        assert_eq!(reply.status, 201, "{reply:?}");
        assert_eq!(reply.json["revision"], 1);

        let found = town.check("frame_number", "wtu-123456x");
        assert_eq!(found["result"], "reported");
        assert_eq!(found["matches"][0]["entry_id"], entry["entry_id"]);
        assert_eq!(found["matches"][0]["kind"], "frame_number");
        assert_eq!(found["matches"][0]["level"], 0);
        assert_eq!(found["matches"][0]["county"], "SE-C");
        assert_eq!(
            town.check("serial", "WTU 123456 X")["result"],
            "reported",
            "by another name"
        );
        assert_eq!(
            town.check("frame_number", "WTU I2345G X")["result"],
            "near",
            "one letter misread"
        );
        assert_eq!(town.check("frame_number", "WTU 999999 X")["result"], "none");
    }
}

#[test]
fn what_says_that_there_is_no_number_matches_nothing() {
    for town in Town::each() {
        for none in ["saknas", "unknown", "N/A", "vet ej", ""] {
            let found = town.check("serial", none);
            assert_eq!(
                (&found["result"], &found["notes"][0]),
                (&json!("none"), &json!("no_number")),
                "{none}"
            );
        }
        let found = town.check("imei", "490154203237519");
        assert_eq!(found["notes"], json!(["check_digit"]));
    }
}

#[test]
fn no_public_answer_tells_what_only_the_owner_and_the_police_know() {
    for town in Town::each() {
        let home = town.household(1);
        let entry = bicycle(&town, 1, "WTU 123456 X");
        assert_eq!(home.publish(&entry).status, 201);
        let path = format!("/v1/entries/{}", entry["entry_id"].as_str().unwrap());
        for told in [
            town.check("frame_number", "WTU123456X").to_string(),
            town.check("frame_number", "WTU123456Y").to_string(),
            town.look(&path).json.to_string(),
        ] {
            for secret in [
                "WTU",
                "123456",
                "5000-K",
                "Polisen",
                entry["contact"].as_str().unwrap(),
                &home.key.id().to_string(),
            ] {
                assert!(!told.contains(secret), "{secret} in {told}");
            }
        }
    }
}

#[test]
fn revisions_only_rise() {
    for town in Town::each() {
        let home = town.household(1);
        let mut entry = bicycle(&town, 1, "WTU 123456 X");
        assert_eq!(home.publish(&entry).status, 201);
        assert_eq!(home.publish(&entry).status, 200, "the same bytes again");
        entry["title"] = json!("Röd cykel");
        let reply = home.publish(&entry);
        assert_eq!(
            (reply.status, &reply.json["code"], &reply.json["current"]),
            (409, &json!("revision-conflict"), &json!(1))
        );
        assert_eq!(reply.json["retryable"], false);
        entry["revision"] = json!(3);
        entry["identifiers"][0]["value"] = json!("CR 777777");
        assert_eq!(home.publish(&entry).status, 200);
        assert_eq!(
            town.check("frame_number", "WTU123456X")["result"],
            "none",
            "it says so no longer"
        );
        assert_eq!(town.check("frame_number", "CR777777")["result"], "reported");
        entry["revision"] = json!(2);
        assert_eq!(home.publish(&entry).json["current"], 3);
    }
}

#[test]
fn what_is_back_is_not_reported_and_what_is_erased_never_returns() {
    for town in Town::each() {
        let home = town.household(1);
        let mut entry = bicycle(&town, 1, "WTU 123456 X");
        let id = entry["entry_id"].as_str().unwrap().to_owned();
        let stolen = home.seal(&entry);
        assert_eq!(home.put(&id, stolen.as_bytes()).status, 201);
        entry["revision"] = json!(2);
        entry["state"] = json!("recovered");
        let reply = home.publish(&entry);
        assert_eq!(reply.json["state"], "recovered", "{reply:?}");
        let found = town.check("frame_number", "WTU123456X");
        assert_eq!(
            (&found["result"], &found["matches"][0]["state"]),
            (&json!("none"), &json!("recovered"))
        );

        assert_eq!(home.withdraw(&id).status, 204);
        assert_eq!(home.withdraw(&id).status, 204, "again");
        entry["revision"] = json!(9);
        entry["state"] = json!("stolen");
        assert_eq!(home.publish(&entry).status, 410);
        assert_eq!(
            home.put(&id, stolen.as_bytes()).status,
            410,
            "what was taken once"
        );
        assert_eq!(town.look(&format!("/v1/entries/{id}")).status, 410);
        assert_eq!(
            town.check("frame_number", "WTU123456X")["matches"],
            json!([])
        );
        let own = home.own();
        assert_eq!(own.len(), 1);
        assert_eq!(
            (&own[0]["state"], &own[0]["sha256"]),
            (&json!("erased"), &json!(null))
        );
    }
}

#[test]
fn nobody_changes_what_is_somebody_elses() {
    for town in Town::each() {
        let (home, other) = (town.household(1), town.household(2));
        let mut entry = bicycle(&town, 1, "WTU 123456 X");
        let id = entry["entry_id"].as_str().unwrap().to_owned();
        assert_eq!(home.publish(&entry).status, 201);
        entry["revision"] = json!(2);
        assert_eq!(other.publish(&entry).status, 403);
        assert_eq!(other.withdraw(&id).status, 403);
        assert_eq!(
            other.put(&id, home.seal(&entry).as_bytes()).status,
            401,
            "signed by another than who sends it"
        );
        let stranger = Household::of(&town.address, 3);
        let reply = stranger.publish(&entry);
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (401, &json!("unknown-key"))
        );
    }
}

#[test]
fn two_who_claim_one_thing_are_both_told_as_contested() {
    for town in Town::each() {
        let (home, other) = (town.household(1), town.household(2));
        assert_eq!(home.publish(&bicycle(&town, 1, "WTU 123456 X")).status, 201);
        let reply = other.publish(&bicycle(&town, 2, "WTU 123456 X"));
        assert_eq!(reply.json["state"], "contested");
        let found = town.check("frame_number", "WTU 123456 X");
        assert_eq!(found["result"], "reported");
        for found in found["matches"].as_array().unwrap() {
            assert_eq!(found["state"], "contested");
        }
        let near = town.check("frame_number", "WTU 123456 Y");
        assert_eq!(near["matches"].as_array().unwrap().len(), 2);
        assert_eq!(near["matches"][1]["state"], "contested");
        assert_eq!(
            other
                .withdraw(bicycle(&town, 2, "")["entry_id"].as_str().unwrap())
                .status,
            204
        );
        assert_eq!(
            town.check("frame_number", "WTU 123456 X")["matches"][0]["state"],
            "match_only"
        );
    }
}

#[test]
fn whoever_only_has_a_key_lists_five_things_for_a_week() {
    for town in Town::each() {
        let home = town.household(1);
        for number in 1..=5 {
            assert_eq!(
                home.publish(&bicycle(&town, number, &format!("WTU 10000{number}")))
                    .status,
                201
            );
        }
        let reply = home.publish(&bicycle(&town, 6, "WTU 100006"));
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (403, &json!("level-too-low"))
        );
        assert_eq!(
            home.withdraw(bicycle(&town, 1, "")["entry_id"].as_str().unwrap())
                .status,
            204
        );
        assert_eq!(home.publish(&bicycle(&town, 6, "WTU 100006")).status, 201);

        town.registry.clock.advance(7 * 24 * 3600 - 60);
        town.keep_house();
        assert_eq!(
            town.check("frame_number", "WTU 100006")["result"],
            "reported"
        );
        town.registry.clock.advance(120);
        town.keep_house();
        assert_eq!(town.check("frame_number", "WTU 100006")["result"], "none");
        let id = bicycle(&town, 6, "")["entry_id"]
            .as_str()
            .unwrap()
            .to_owned();
        assert_eq!(town.look(&format!("/v1/entries/{id}")).status, 410);
    }
}

#[test]
fn a_request_is_taken_once_and_as_it_was_signed() {
    for town in Town::each() {
        let home = town.household(1);
        let entry = bicycle(&town, 1, "WTU 123456 X");
        let path = format!("/v1/entries/{}", entry["entry_id"].as_str().unwrap());
        let address = format!("{}{path}", town.address);
        let envelope = home.seal(&entry);
        let headers = home.sign("PUT", &path, Some(envelope.as_bytes()));
        let body = |bytes| Some(("application/json", bytes));
        let tampered = envelope.replacen('A', "B", 1);
        assert_eq!(
            send("PUT", &address, body(tampered.as_bytes()), &headers).status,
            401
        );
        assert_eq!(send("PUT", &address, None, &headers).status, 401);
        assert_eq!(
            send("PUT", &address, body(envelope.as_bytes()), &[]).status,
            401
        );
        assert_eq!(
            send("PUT", &address, body(envelope.as_bytes()), &headers).status,
            201
        );
        let replayed = send("PUT", &address, body(envelope.as_bytes()), &headers);
        assert_eq!(
            (replayed.status, &replayed.json["code"]),
            (401, &json!("replayed"))
        );

        let headers = home.sign("PUT", &path, Some(envelope.as_bytes()));
        town.registry.clock.advance(301);
        town.keep_house();
        let stale = send("PUT", &address, body(envelope.as_bytes()), &headers);
        assert_eq!((stale.status, &stale.json["code"]), (401, &json!("stale")));
    }
}

#[test]
fn a_key_that_was_replaced_signs_nothing_any_more() {
    for town in Town::each() {
        let home = town.household(1);
        let mut entry = bicycle(&town, 1, "WTU 123456 X");
        assert_eq!(home.publish(&entry).status, 201);
        let new = SigningKey::from_bytes(&[77; 32]);
        assert_eq!(home.rotate(&new).status, 200);
        entry["revision"] = json!(2);
        assert_eq!(home.publish(&entry).json["code"], "unknown-key");
        assert_eq!(
            home.register().json["code"],
            "unknown-key",
            "nor begins anew"
        );
        let now = Household::of(&town.address, 77);
        assert_eq!(now.publish(&entry).status, 200);
        assert_eq!(town.household(2).rotate(&new).json["code"], "key-in-use");
    }
}

#[test]
fn what_is_no_entry_is_refused_and_says_why() {
    for town in Town::each() {
        let home = town.household(1);
        let entry = bicycle(&town, 1, "WTU 123456 X");
        let id = entry["entry_id"].as_str().unwrap();
        let told = |change: &dyn Fn(&mut serde_json::Value)| {
            let mut entry = entry.clone();
            change(&mut entry);
            home.put(id, home.seal(&entry).as_bytes())
        };
        let reply = told(&|entry| entry["owner"] = json!("Anna Holm"));
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (400, &json!("malformed")),
            "{reply:?}"
        );
        let reply = told(&|entry| entry["title"] = json!("Ring 070-123 45 67"));
        assert_eq!(reply.status, 422, "{reply:?}");
        assert!(
            reply.json["errors"]["title"]
                .as_str()
                .unwrap()
                .contains("phone number")
        );
        let reply = told(&|entry| entry["registry"] = json!("https://another.example"));
        assert!(reply.json["errors"]["registry"].is_string(), "{reply:?}");
        let reply =
            told(&|entry| entry["entry_id"] = json!("6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5dff"));
        assert!(reply.json["errors"]["entry_id"].is_string(), "{reply:?}");
        assert_eq!(home.put(id, b"{}").json["code"], "malformed");
        assert_eq!(home.put(id, &vec![b' '; 200_000]).status, 413);
        assert_eq!(town.look(&format!("/v1/entries/{id}")).status, 404);
        assert_eq!(
            town.ask(
                "POST",
                "/v1/check",
                &json!({ "kind": "colour", "value": "x" })
            )
            .status,
            400
        );
        assert_eq!(town.look("/v1/check").status, 405);
        assert_eq!(town.look("/v1/nothing").json["code"], "not-found");
    }
}

#[test]
fn whoever_asks_too_often_is_told_neither_yes_nor_no() {
    for place in Place::each() {
        let town = Town::with(
            place,
            Allowance {
                checks: 4,
                ..Allowance::default()
            },
        );
        let home = town.household(1);
        assert_eq!(home.publish(&bicycle(&town, 1, "WTU 123456 X")).status, 201);
        for _ in 0..3 {
            town.check("frame_number", "WTU 123456 X");
        }
        town.check("frame_number", "WTU 1");
        let hit = town.ask(
            "POST",
            "/v1/check",
            &json!({ "kind": "frame_number", "value": "WTU 123456 X" }),
        );
        let miss = town.ask(
            "POST",
            "/v1/check",
            &json!({ "kind": "frame_number", "value": "WTU 2" }),
        );
        assert_eq!((hit.status, hit.retry_after), (429, Some(3600)));
        assert_eq!(hit.json, miss.json);
    }
}

#[test]
fn nodes_count_together() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let Place::Database(url) = runtime.block_on(Place::database()) else {
        panic!("a database is none");
    };
    let node = || Town::with(Place::Database(url.clone()), Allowance::default());
    let nodes = [node(), node()];
    let asked = json!({ "kind": "serial", "value": "WTU 1" });
    for at in 0..3 {
        assert_eq!(nodes[at % 2].ask("POST", "/v1/check", &asked).status, 200);
    }
    for node in &nodes {
        let reply = node.ask("POST", "/v1/check", &asked);
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (429, &json!("slow-down"))
        );
    }
    nodes[0].registry.clock.advance(3600);
    nodes[0].keep_house();
    assert_eq!(
        nodes[0].ask("POST", "/v1/check", &asked).status,
        200,
        "an hour later"
    );
}

#[test]
fn of_two_who_write_at_once_on_two_nodes_one_wins() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for place in [Place::folder(), runtime.block_on(Place::database())] {
        let often = Allowance {
            checks: 1000,
            checks_of_one: 1000,
            publishers: 100,
            messages: 100,
        };
        let nodes = match place {
            Place::Database(url) => vec![
                Town::with(Place::Database(url.clone()), often),
                Town::with(Place::Database(url), often),
            ],
            place @ Place::Folder(_) => vec![Town::with(place, often)],
        };
        let (first, last) = (&nodes[0], &nodes[nodes.len() - 1]);
        let home = first.household(1);
        let entry = bicycle(first, 1, "WTU 123456 X");
        assert_eq!(home.publish(&entry).status, 201);
        for revision in 2..12 {
            let writers = [("CR 1", first), ("CR 2", last)].map(|(serial, node)| {
                let mut entry = bicycle(node, 1, serial);
                entry["revision"] = json!(revision);
                let home = Household::of(&node.address, 1);
                // Each with nonces of its own, as two programs of one home have.
                home.skip(revision * 100 + i64::from(serial == "CR 2") * 50);
                std::thread::spawn(move || home.publish(&entry).status)
            });
            let mut statuses = writers.map(|writer| writer.join().unwrap());
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 409], "revision {revision}");
        }
    }
}

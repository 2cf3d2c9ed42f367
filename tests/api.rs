//! The API as a program meets it: over a socket, with a token, from the real server.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of them")]
mod fixtures;
#[expect(dead_code, reason = "what other tests need of it")]
mod server;
#[expect(dead_code, reason = "what the rules about the source need of it")]
mod source;

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use jiff::Span;
use serde_json::{Value, json};
use server::{
    OWNER, Server,
    client::{Client, Part, Program, Reply},
};
use smartinventory::clock::Clock;

/// A server, and a program that speaks for its owner.
fn start() -> (Server, Program) {
    let (server, _) = Server::claimed();
    let program = server.program(OWNER.0);
    (server, program)
}

/// A program that speaks for a new person with this role.
fn program(server: &Server, name: &str, role: &str) -> Program {
    server.person(name, role);
    server.program(name)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value}"))
}

/// Makes something, and gives what was made.
fn made(client: &Client, path: &str, body: &Value) -> Value {
    let reply = client.json("POST", &format!("/api/v1{path}"), body);
    assert_eq!(reply.status, 201, "{path} {reply}");
    reply.json()
}

fn get(client: &Client, path: &str) -> Value {
    let reply = client.get(&format!("/api/v1{path}"));
    assert_eq!(reply.status, 200, "{path} {reply}");
    reply.json()
}

/// Holds a reply to being a problem of this status (RFC 9457), and gives it.
fn problem(reply: &Reply, status: u16) -> Value {
    assert_eq!(reply.status, status, "{reply}");
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let problem = reply.json();
    assert_eq!(problem["status"], status);
    for words in ["title", "detail"] {
        assert!(!text(&problem[words]).is_empty(), "{words}: {problem}");
    }
    problem
}

/// The names of what a list holds, in order.
fn names(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| text(&item["name"])).collect()
}

#[test]
fn a_thing_lives_from_its_name_to_the_bin_and_back() {
    let (server, program) = start();
    let reply = program.json("POST", "/api/v1/items", &json!({"name": "Cykelhjälm"}));
    assert_eq!(reply.status, 201, "{reply}");
    let item = reply.json();
    let path = format!("/api/v1/items/{}", text(&item["id"]));
    assert_eq!(reply.header("location"), path);
    let first = reply.header("etag").to_owned();
    assert_eq!(first, format!("\"{}\"", item["revision"]));
    assert_eq!(program.get(&path).json(), item);

    let again = program.send("GET", &path, &[("if-none-match", &first)], Vec::new());
    assert_eq!(again.status, 304);
    assert!(again.body.is_empty());

    let known = json!({
        "maker": "Hövding",
        "value": {"amount": "1495.50", "currency": "SEK"},
        "acquired": {"on": "2024-05", "how": "gift"},
    });
    let changed = program.json("PATCH", &path, &known);
    assert_eq!(changed.status, 200, "{changed}");
    let item = changed.json();
    assert_eq!(item["name"], "Cykelhjälm");
    assert_eq!(item["value"]["amount"], "1495.50");
    assert_eq!(item["acquired"]["on"], "2024-05");
    assert!(item["valued_on"].is_string());
    let cleared = program.json(
        "PATCH",
        &path,
        &json!({"value": null, "acquired": {"how": null}}),
    );
    assert_eq!(cleared.json()["value"], Value::Null);
    assert_eq!(
        cleared.json()["acquired"],
        json!({"on": "2024-05", "how": null, "from": "", "price": null})
    );

    let stale = [("if-match", first.as_str())];
    let late = program.send("PATCH", &path, &stale, b"{\"name\": \"Annat\"}".to_vec());
    problem(&late, 412);
    problem(&program.send("DELETE", &path, &stale, Vec::new()), 412);
    let seen = [("if-match", cleared.header("etag"))];
    let in_time = program.send(
        "PATCH",
        &path,
        &seen,
        b"{\"name\": \"Hj\\u00e4lm\"}".to_vec(),
    );
    assert_eq!(in_time.json()["name"], "Hjälm");

    let removed = program.send("DELETE", &path, &[], Vec::new());
    assert_eq!(removed.status, 204);
    problem(&program.get(&path), 404);
    problem(
        &program.json("PATCH", &path, &json!({"name": "Spöke"})),
        404,
    );
    assert_eq!(names(&get(&program, "/bin")), ["Hjälm"]);
    assert_eq!(names(&get(&program, "/items?state=binned")), ["Hjälm"]);
    let restored = program.send("POST", &format!("{path}/restore"), &[], Vec::new());
    assert_eq!(restored.json()["state"], "active");
    assert_eq!(program.get(&path).status, 200);

    program.send("DELETE", &path, &[], Vec::new());
    let picked = json!({"items": [item["id"]]});
    let several = program.json("POST", "/api/v1/bin/restore", &picked);
    assert_eq!(several.json()["count"], 1, "{several}");

    let versions = program.get(&format!("{path}/history")).json();
    let actions: Vec<&str> = versions["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| text(&version["action"]))
        .collect();
    assert_eq!(actions.first(), Some(&"bin-restore"));
    assert_eq!(actions.last(), Some(&"item-add"));
    let back = format!("{path}/history/{}/restore", first.trim_matches('"'));
    let back = program.send("POST", &back, &[], Vec::new());
    assert_eq!(back.json()["name"], "Cykelhjälm");

    program.send("DELETE", &path, &[], Vec::new());
    let purged = program.json("POST", "/api/v1/bin/purge", &picked);
    assert_eq!(purged.status, 204, "{purged}");
    problem(&program.get(&format!("{path}/history")), 404);
    server.stop();
}

#[test]
fn a_list_is_paged_without_gaps_or_repeats_also_while_things_are_added() {
    let (server, program) = start();
    let all: BTreeSet<String> = (1..=250).map(|n| format!("Pryl {n:03}")).collect();
    for name in &all {
        made(&program, "/items", &json!({"name": name}));
    }
    for sort in ["", "&sort=name", "&sort=-changed"] {
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = get(&program, &format!("/items?q=pryl&limit=37{sort}{after}"));
            assert!(page["total"].as_u64().unwrap() >= 250);
            seen.extend(names(&page).into_iter().map(str::to_owned));
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
            made(&program, "/items", &json!({"name": "Något annat"}));
        }
        assert_eq!(seen.len(), 250, "{sort}");
        assert_eq!(seen.iter().cloned().collect::<BTreeSet<_>>(), all, "{sort}");
    }
    server.stop();
}

#[test]
fn a_search_finds_what_was_written_before_it_and_filters_as_the_pages_do() {
    let (server, program) = start();
    let home = made(&program, "/places", &json!({"name": "Villan"}));
    let room = made(
        &program,
        "/places",
        &json!({"name": "Garaget", "parent": home["id"]}),
    );
    assert_eq!(
        (text(&home["kind"]), text(&room["kind"])),
        ("house", "room")
    );
    let tag = made(&program, "/tags", &json!({"name": "vinter"}));
    let skis = json!({"name": "Längdskidor", "place": room["id"], "tags": [tag["id"]], "quantity": 2,
        "value": {"amount": "1200", "currency": "SEK"}});
    let skis = made(&program, "/items", &skis);
    assert_eq!(
        names(&get(&program, "/items?q=langdskidor")),
        ["Längdskidor"]
    );
    let below = format!(
        "/items?place={}&tag={}",
        text(&home["id"]),
        text(&tag["id"])
    );
    assert_eq!(names(&get(&program, &below)), ["Längdskidor"]);
    assert_eq!(
        names(&get(&program, "/items/suggest?q=skid")),
        ["Längdskidor"]
    );
    let counts = get(&program, "/items/counts");
    assert_eq!(counts["places"][text(&home["id"])], 1);
    assert_eq!(get(&program, "/tags")["tags"][0]["things"], 1);
    let total = get(&program, &format!("/places/{}/total", text(&home["id"])));
    assert_eq!(
        total,
        json!({"things": 1, "value": [{"amount": "2400.00", "currency": "SEK"}]})
    );
    let tree = get(&program, "/places/tree");
    assert_eq!(tree["places"][0]["places"][0]["name"], "Garaget");
    let children = get(&program, &format!("/places/{}/children", text(&room["id"])));
    assert_eq!(children["items"][0]["id"], skis["id"]);

    let wrong = program.get("/api/v1/items?limit=0&colour=red&place=garaget");
    let errors = problem(&wrong, 422)["errors"].clone();
    let fields: Vec<&String> = errors.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["colour", "limit", "place"]);
    server.stop();
}

#[test]
fn photos_come_in_several_at_a_time_and_a_bad_one_holds_back_no_other() {
    let (server, program) = start();
    let item = made(&program, "/items", &json!({"name": "Kamera"}));
    let photos = format!("/api/v1/items/{}/photos", text(&item["id"]));
    let picture = fixtures::photo(6);
    let other = fixtures::photo(1);
    let reply = program.upload(
        &photos,
        &[
            Part::File("upp.jpg", &picture),
            Part::File("trasig.jpg", b"inte en bild"),
            Part::File("ner.jpg", &other),
        ],
    );
    assert_eq!(reply.status, 201, "{reply}");
    let uploaded = reply.json();
    assert_eq!(uploaded["attachments"].as_array().unwrap().len(), 2);
    assert_eq!(uploaded["refused"][0]["name"], "trasig.jpg");
    assert!(text(&uploaded["refused"][0]["why"]).ends_with('.'));
    let refused = program.upload(&photos, &[Part::File("trasig.jpg", b"inte en bild")]);
    assert!(problem(&refused, 422)["errors"]["trasig.jpg"].is_string());
    problem(&program.upload(&photos, &[]), 422);

    let last = &uploaded["attachments"][1];
    let path = format!("/api/v1/photos/{}", text(&last["id"]));
    let content = program.get(&format!("{path}/content"));
    assert_eq!(content.body, other, "the original, byte for byte");
    let small = program.get(&format!("{path}/content?size=small"));
    assert_eq!(small.header("content-type"), "image/jpeg");
    let first = program.json(
        "PATCH",
        &path,
        &json!({"position": 0, "rotation": 90, "caption": "Framsidan"}),
    );
    assert_eq!(first.status, 200, "{first}");
    assert_eq!(first.json()["position"], 0);
    assert_eq!(first.json()["rotation"], 90);
    let listed = get(&program, "/items?q=kamera");
    assert_eq!(
        listed["items"][0]["cover"], last["id"],
        "the first photo is the cover"
    );
    problem(&program.json("PATCH", &path, &json!({"rotation": 45})), 422);
    assert_eq!(program.send("DELETE", &path, &[], Vec::new()).status, 204);
    problem(&program.get(&path), 404);
    assert_eq!(
        program
            .send("POST", &format!("{path}/restore"), &[], Vec::new())
            .status,
        200
    );

    let documents = format!("/api/v1/documents?item={}", text(&item["id"]));
    let pdf = fixtures::pdf(&["Kvitto"], "");
    let receipt = program.upload(&documents, &[Part::File("kvitto.pdf", &pdf)]);
    assert_eq!(receipt.status, 201, "{receipt}");
    assert_eq!(receipt.json()["attachments"][0]["kind"], "document");
    assert_eq!(
        get(&program, "/documents")["attachments"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    problem(
        &program.upload("/api/v1/documents", &[Part::File("kvitto.pdf", &pdf)]),
        422,
    );
    server.stop();
}

#[test]
fn what_is_sent_is_read_strictly_and_told_in_the_reader_s_language() {
    let (server, program) = start();
    let told = |body: &str, language: &str| {
        let headers = [("accept-language", language)];
        problem(
            &program.send("POST", "/api/v1/items", &headers, body.into()),
            422,
        )["errors"]
            .clone()
    };
    let wrong = r#"{"name": "Klocka", "colr": "blå", "quantity": 0}"#;
    assert_eq!(
        told(wrong, "sv")
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["colr"]
    );
    let wrong = r#"{"quantity": 0, "value": {"amount": "1 000", "currency": "SEK"}, "acquired": {"on": "igår"}}"#;
    let errors = told(wrong, "sv");
    let fields: Vec<&String> = errors.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["acquired.on", "quantity", "value.amount"]);
    assert!(told("{", "sv").get("body").is_some());
    let place = "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21";
    assert!(
        told(&format!("{{\"place\": \"{place}\"}}"), "sv")
            .get("place")
            .is_some()
    );

    problem(&program.get("/api/v1/no-such-thing"), 404);
    problem(&program.get("/api/v1/items/not-an-id"), 404);
    let method = program.send("PUT", "/api/v1/items", &[], Vec::new());
    problem(&method, 405);
    assert!(method.header("allow").contains("POST"));
    let large = vec![b' '; 40 * 1024 * 1024];
    problem(&program.send("POST", "/api/v1/items", &[], large), 413);
    server.stop();
}

#[test]
fn a_role_may_through_the_api_what_it_may_on_the_pages() {
    let (server, owner) = start();
    let child = program(&server, "Bo", "child");
    let guest = program(&server, "Gunnel", "guest");
    assert_eq!(get(&child, "/me")["role"], "child");
    let drill = made(&owner, "/items", &json!({"name": "Borrmaskin"}));
    let drill_path = format!("/api/v1/items/{}", text(&drill["id"]));
    let rename = json!({"name": "Min"});

    let ball = made(&child, "/items", &json!({"name": "Boll"}));
    let ball_path = format!("/api/v1/items/{}", text(&ball["id"]));
    assert_eq!(child.json("PATCH", &ball_path, &rename).status, 200);
    problem(&child.json("PATCH", &drill_path, &rename), 403);
    problem(&child.send("DELETE", &drill_path, &[], Vec::new()), 403);
    problem(
        &child.json("POST", "/api/v1/people", &json!({"name": "Kalle"})),
        403,
    );
    problem(
        &child.send("POST", "/api/v1/bin/empty", &[], Vec::new()),
        403,
    );

    problem(&guest.get(&drill_path), 404);
    assert_eq!(get(&guest, "/items")["total"], 0);
    problem(
        &guest.json("POST", "/api/v1/items", &json!({"name": "Nej"})),
        403,
    );
    problem(&guest.get("/api/v1/bin"), 403);
    let people = get(&guest, "/people")["people"].clone();
    assert_eq!(
        people,
        json!([get(&guest, &format!("/people/{}", text(&people[0]["id"])))])
    );
    assert_eq!(people[0]["name"], "Gunnel");
    let me = get(&child, "/me")["id"].clone();
    problem(&guest.get(&format!("/api/v1/people/{}", text(&me))), 404);
    for path in [
        "tags",
        "places",
        "searches",
        "photos",
        "documents",
        "changes",
    ] {
        let list = get(&guest, &format!("/{path}"));
        let lists = list
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_array);
        assert!(lists.into_iter().all(Vec::is_empty), "{path}: {list}");
    }
    let person = get(&guest, "/me")["id"].clone();
    let shared = owner.json("PATCH", &drill_path, &json!({"guests": [person]}));
    assert_eq!(shared.status, 200, "{shared}");
    assert_eq!(guest.get(&drill_path).status, 200);
    problem(&guest.json("PATCH", &drill_path, &rename), 403);

    let secret = made(
        &owner,
        "/items",
        &json!({"name": "Present", "private": true}),
    );
    problem(
        &child.get(&format!("/api/v1/items/{}", text(&secret["id"]))),
        404,
    );
    server.stop();
}

#[test]
fn a_token_that_was_revoked_opens_nothing() {
    let (server, program) = start();
    let nobody = server.anonymous();
    let closed = nobody.get("/api/v1/items");
    problem(&closed, 401);
    assert_eq!(closed.header("www-authenticate"), "Bearer");
    let second = server.program(OWNER.0);
    assert_eq!(second.get("/api/v1/me").status, 200);
    let tokens = get(&program, "/me/tokens");
    let tokens = tokens["tokens"].as_array().unwrap();
    let id = text(&tokens[0]["id"]);
    let path = format!("/api/v1/me/tokens/{id}");
    assert_eq!(program.send("DELETE", &path, &[], Vec::new()).status, 204);
    problem(&second.get("/api/v1/me"), 401);
    problem(&program.send("DELETE", &path, &[], Vec::new()), 404);
    server.stop();
}

#[test]
fn an_inventory_kept_elsewhere_comes_in_whole_and_goes_with_one_undo() {
    let (server, program) = start();
    let attic = made(&program, "/places", &json!({"name": "Vinden"}));
    let things: Vec<Value> = (1..=300)
        .map(|number| json!({"name": format!("Kräftskiva {number}"), "place": attic["id"]}))
        .collect();
    let added = made(&program, "/items/many", &json!({"items": things}));
    let ids = added["ids"].as_array().unwrap();
    assert_eq!(ids.len(), 300);
    let found = get(&program, "/items?q=kräftskiva&limit=1");
    assert_eq!(found["total"], 300, "the next search has all of them");
    let third = get(&program, &format!("/items/{}", text(&ids[2])));
    assert_eq!(third["name"], "Kräftskiva 3", "in the order given");
    assert_eq!(third["place"], attic["id"]);
    let undo = format!("/api/v1/changes/{}/undo", added["change"]);
    assert_eq!(program.send("POST", &undo, &[], Vec::new()).status, 200);
    assert_eq!(get(&program, "/items?q=kräftskiva")["total"], 0);
    let guest = self::program(&server, "Gäst", "guest");
    let uninvited = json!({"items": [{"name": "Kräftskiva"}]});
    let refused = guest.json("POST", "/api/v1/items/many", &uninvited);
    problem(&refused, 403);
    server.stop();
}

#[test]
fn of_an_inventory_in_which_a_line_is_wrong_nothing_comes_in_and_each_wrong_field_is_named() {
    let (server, program) = start();
    let nowhere = "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21";
    let send = |items: Value| {
        let body = json!({"items": items});
        program.json("POST", "/api/v1/items/many", &body)
    };
    let fields = |reply: &Reply| -> Vec<String> {
        let problem = problem(reply, 422);
        problem["errors"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect()
    };
    let unreadable = json!([
        {"name": "Kräftskiva"},
        {"name": "Lykta", "quantity": 0},
        {"name": "Hatt", "value": {"amount": "1,5", "currency": "SEK"}},
    ]);
    let told = ["items[1].quantity", "items[2].value.amount"];
    assert_eq!(fields(&send(unreadable)), told);
    let impossible = json!([
        {"name": "Kräftskiva", "place": nowhere},
        {"name": "Lykta", "inside": nowhere},
        {"name": "Hatt", "category": nowhere},
        {"name": "Duk"},
    ]);
    let told = ["items[0].place", "items[1].inside", "items[2].category"];
    assert_eq!(fields(&send(impossible)), told);
    let misspelt = json!([{"name": "Duk"}, {"nam": "Lykta"}]);
    assert_eq!(fields(&send(misspelt)), ["items[1].nam"]);
    assert_eq!(get(&program, "/items")["total"], 0);
    assert_eq!(
        get(&program, "/changes")["changes"][0]["action"],
        "household-claim"
    );
    let too_many = vec![json!({"name": "Ärta"}); 10_001];
    problem(&send(json!(too_many)), 413);
    let too_long = json!([{"name": "Ärta", "notes": "å".repeat(8_000_000)}]);
    let told = problem(&send(too_long), 413);
    assert!(text(&told["detail"]).contains("16\u{a0}MB"), "{told}");
    assert_eq!(get(&program, "/items")["total"], 0);
    server.stop();
}

#[test]
fn only_a_browser_with_the_password_makes_a_token() {
    let (server, owner) = Server::claimed();
    let program = server.program(OWNER.0);
    let ask = |client: &Client, password: &str| {
        let body = json!({"name": "Skript", "password": password});
        client.json("POST", "/api/v1/me/tokens", &body)
    };
    problem(&ask(&program, OWNER.1), 403);
    let wrong = problem(&ask(&owner, "fel lösenord"), 422);
    assert!(wrong["errors"]["password"].is_string(), "{wrong}");
    let on_the_page = [("name", "Skript"), ("password_now", "fel lösenord")];
    assert_eq!(owner.post("/settings/tokens", &on_the_page).status, 422);
    let made = ask(&owner, OWNER.1);
    assert_eq!(made.status, 201, "{made}");
    let bearer = format!("Bearer {}", text(&made.json()["token"]));
    let nobody = server.anonymous();
    let headers = [("authorization", bearer.as_str())];
    let me = nobody.send("GET", "/api/v1/me", &headers, Vec::new());
    assert_eq!(me.status, 200);
    let told = get(&program, "/me/tokens").to_string();
    assert!(!told.contains("smi_"), "told once: {told}");
    // Nor does a token of an owner give them a password that they do not know.
    let own = format!("/api/v1/people/{}/password", text(&me.json()["id"]));
    problem(
        &program.json("POST", &own, &json!({"password": "hemligt123"})),
        403,
    );
    server.stop();
}

/// One of each of what belongs to a thing: where it is, its id, and a change of it.
fn made_of_thing(program: &Client, item: &str) -> [(&'static str, String, Value); 7] {
    let new = |list: &str, body: Value| {
        let made = made(program, &format!("/items/{item}/{list}"), &body);
        text(&made["id"]).to_owned()
    };
    let yearly = json!({"what": "Rengör", "rhythm": "fixed", "every": "P1Y"});
    let (provider, problem) = (json!({"provider": "Ny"}), json!({"problem": "Ny"}));
    let (what, to) = (json!({"what": "Ny"}), json!({"to": "Ny"}));
    [
        ("/warranties/{id}", new("warranties", json!({})), provider),
        (
            "/claims/{id}",
            new("claims", json!({"problem": "Läcker"})),
            problem,
        ),
        ("/upkeep/{id}", new("upkeep", yearly), what.clone()),
        ("/jobs/{id}", new("jobs", json!({"what": "Rengjord"})), what),
        (
            "/loans/{id}",
            new("loans", json!({"to": "Kalle"})),
            to.clone(),
        ),
        (
            "/memories/{id}",
            new("memories", json!({"title": "Fyndet"})),
            json!({"title": "Ny"}),
        ),
        ("/bequests/{id}", new("bequests", json!({"to": "Maja"})), to),
    ]
}

/// An incident and what it did to a thing: where each is, its id, and a change of it.
fn made_by_fire(program: &Client, item: &str) -> [(&'static str, String, Value); 2] {
    let incident = made(program, "/incidents", &json!({"kind": "fire"}));
    let gone = json!({"incident": incident["id"]});
    let loss = made(program, &format!("/items/{item}/losses"), &gone);
    let id = |value: &Value| text(&value["id"]).to_owned();
    [
        ("/losses/{id}", id(&loss), json!({"note": "Ny"})),
        ("/incidents/{id}", id(&incident), json!({"title": "Ny"})),
    ]
}

/// What has no version of its own or never changes, and so nothing to have seen; and an answer, which says what it has seen itself.
const UNVERSIONED: [&str; 11] = [
    "/incidents/{id}/losses/{item}",
    "/incidents/{id}/shares/{share}",
    "/me",
    "/me/calendar",
    "/me/channels/{id}",
    "/me/reminders",
    "/me/sessions",
    "/me/sessions/{id}",
    "/me/tokens/{id}",
    "/reports/{id}",
    "/rounds/{id}/sightings/{item}",
];

/// What is the whole household's, each with a change of it.
fn made_for_all(program: &Program) -> Vec<(&'static str, String, Value)> {
    let id = |path: &str, body: &Value| text(&made(program, path, body)["id"]).to_owned();
    let sum = json!({"amount": "1000000", "currency": "SEK"});
    let parties = json!([{"name": "Anna"}, {"name": "Bo"}]);
    vec![
        (
            "/policies/{id}",
            id(
                "/policies",
                &json!({"insurer": "Svalan", "sum_insured": sum}),
            ),
            json!({"insurer": "Ny"}),
        ),
        (
            "/rounds/{id}",
            id("/rounds", &json!({})),
            json!({"name": "Ny"}),
        ),
        (
            "/divisions/{id}",
            id("/divisions", &json!({"name": "Hemmet", "parties": parties})),
            json!({"name": "Ny"}),
        ),
    ]
}

#[test]
fn every_change_obeys_the_version_that_it_has_seen() {
    let (server, program) = start();
    let home = made(&program, "/places", &json!({"name": "Villan"}));
    let item = made(&program, "/items", &json!({"name": "Kamera"}));
    let photos = format!("/api/v1/items/{}/photos", text(&item["id"]));
    let photo = program.upload(&photos, &[Part::File("a.jpg", &fixtures::photo(1))]);
    let documents = format!("/api/v1/items/{}/documents", text(&item["id"]));
    let document = program.upload(&documents, &[Part::File("a.txt", b"Garanti")]);
    let receipt = program.upload("/api/v1/receipts", &[Part::File("a.txt", b"Kvitto")]);
    let id = |value: &Value| text(&value["id"]).to_owned();
    let mut records = vec![
        ("/items/{id}", id(&item), json!({"name": "Ny"})),
        ("/places/{id}", id(&home), json!({"name": "Ny"})),
        (
            "/tags/{id}",
            id(&made(&program, "/tags", &json!({"name": "röd"}))),
            json!({"name": "Ny"}),
        ),
        (
            "/categories/{id}",
            id(&made(&program, "/categories", &json!({"sv": "Kameror"}))),
            json!({"sv": "Ny"}),
        ),
        (
            "/people/{id}",
            id(&made(&program, "/people", &json!({"name": "Kalle"}))),
            json!({"name": "Ny"}),
        ),
        (
            "/searches/{id}",
            id(&made(
                &program,
                "/searches",
                &json!({"name": "Röda", "query": "q=röd"}),
            )),
            json!({"name": "Ny"}),
        ),
        (
            "/photos/{id}",
            id(&photo.json()["attachments"][0]),
            json!({"caption": "Ny"}),
        ),
        (
            "/documents/{id}",
            id(&document.json()["attachments"][0]),
            json!({"caption": "Ny"}),
        ),
        ("/receipts/{id}", id(&receipt.json()), json!({"shop": "Ny"})),
        ("/household", String::new(), json!({"name": "Ny"})),
    ];
    records.extend(made_for_all(&program));
    records.extend(made_of_thing(&program, &id(&item)));
    records.extend(made_by_fire(&program, &id(&item)));
    let document = get(&program, "/openapi.json");
    let paths = document["paths"].as_object().unwrap();
    for (template, id, change) in &records {
        let path = format!("/api/v1{}", template.replace("{id}", id));
        let etag = || program.get(&path).header("etag").to_owned();
        let change = change.to_string().into_bytes();
        let first = etag();
        let send = |method: &str, seen: &str, body: &[u8]| {
            program.send(method, &path, &[("if-match", seen)], body.to_vec())
        };
        let changed = send("PATCH", &first, &change);
        assert_eq!(changed.status, 200, "{path} {changed}");
        assert_ne!(changed.header("etag"), first, "{path}");
        problem(&send("PATCH", &first, &change), 412);
        problem(&send("PATCH", "W/\"1\"", &change), 412);
        if paths[&format!("/api/v1{template}")]["delete"].is_object() {
            problem(&send("DELETE", &first, b""), 412);
            let now = etag();
            assert_eq!(changed.header("etag"), now, "{path}: nothing has changed");
            if *template != "/items/{id}" {
                assert_eq!(send("DELETE", &now, b"").status, 204, "{path}");
            }
        }
    }
    for (path, operations) in paths {
        let template = path.trim_start_matches("/api/v1");
        for method in ["put", "patch", "delete"] {
            let operation = &operations[method];
            if operation.is_null() || UNVERSIONED.contains(&template) {
                continue;
            }
            assert!(
                operation.to_string().contains("If-Match"),
                "{method} {path}"
            );
            let held = records.iter().any(|(held, _, _)| *held == template);
            assert!(held, "{method} {path} is held to nothing");
        }
    }
    server.stop();
}

#[test]
fn a_receipt_proves_a_thing_and_says_how_long_it_is_kept() {
    let (server, program) = start();
    let today = Clock::system().today();
    let acquired = json!({"how": "bought", "on": today.to_string(), "from": "Elbyn"});
    let kettle = made(
        &program,
        "/items",
        &json!({"name": "Vattenkokare", "acquired": acquired}),
    );
    let kettle = text(&kettle["id"]);
    let rights = get(&program, &format!("/items/{kettle}/rights"));
    let rights: Vec<_> = rights["rights"].as_array().unwrap().iter().collect();
    let names: Vec<_> = rights.iter().map(|right| text(&right["rule"])).collect();
    assert_eq!(names, ["se.withdrawal", "se.goods.complaint"]);
    let in_years = |years: i32| today.saturating_add(Span::new().years(years)).to_string();
    assert_eq!(rights[1]["until"], in_years(3));
    assert_eq!(rights[1]["seller_proves_until"], in_years(2));
    assert_eq!(
        (&rights[1]["burden"], &rights[1]["notice"]),
        (&json!("seller"), &json!("P2M"))
    );
    assert!(text(&rights[1]["source"]).contains("2022:260"));

    let pages = [
        Part::File("ett.jpg", &fixtures::photo(1)),
        Part::File("två.txt", b"Sida 2"),
    ];
    let added = program.upload("/api/v1/receipts", &pages);
    assert_eq!(added.status, 201, "{added}");
    let id = text(&added.json()["id"]).to_owned();
    assert_eq!(added.header("location"), format!("/api/v1/receipts/{id}"));
    let told = json!({
        "shop": "Elbyn", "on": today.to_string(), "total": {"amount": "499.00", "currency": "SEK"},
        "purposes": ["complaint", "valuable"], "lines": [{"text": "Kokare", "item": kettle}],
    });
    let changed = program.json("PATCH", &format!("/api/v1/receipts/{id}"), &told);
    assert_eq!(changed.status, 200, "{changed}");
    let of_thing = get(&program, &format!("/items/{kettle}/receipts"));
    assert_eq!(of_thing["receipts"][0]["id"], json!(id));
    let kept = get(&program, &format!("/receipts/{id}/keep"));
    let rules = &kept["rules"];
    assert_eq!(
        (&rules[0]["rule"], &rules[0]["until"]),
        (&json!("se.valuable"), &Value::Null)
    );
    assert_eq!(
        (&rules[0]["open"], &rules[0]["then"]),
        (&json!("owned"), &json!("P10Y"))
    );
    assert_eq!(rules[1]["until"], in_years(3));
    let documents = get(&program, &format!("/receipts/{id}/documents"));
    let names: Vec<_> = documents["attachments"]
        .as_array()
        .unwrap()
        .iter()
        .collect();
    let names: Vec<_> = names.iter().map(|page| text(&page["file_name"])).collect();
    assert_eq!(names, ["ett.jpg", "två.txt"]);
    let history = get(&program, &format!("/receipts/{id}/history"));
    assert_eq!(history["versions"].as_array().unwrap().len(), 2);

    let wrong = json!({"purposes": ["fun"], "country": "sweden", "lines": [{"item": id}]});
    let refused = problem(
        &program.json("PATCH", &format!("/api/v1/receipts/{id}"), &wrong),
        422,
    );
    assert!(refused["errors"]["purposes"].is_string() && refused["errors"]["country"].is_string());
    server.stop();
}

#[test]
fn what_is_done_plans_the_next_and_says_what_it_cost() {
    let (server, program) = start();
    let today = Clock::system().today();
    let bike = text(&made(&program, "/items", &json!({"name": "Cykel"}))["id"]).to_owned();
    let of = |noun: &str| format!("/items/{bike}/{noun}");
    let monthly = json!({"what": "Olja kedjan", "rhythm": "after_done", "every": "P1M"});
    let plan = text(&made(&program, &of("upkeep"), &monthly)["id"]).to_owned();
    let due = get(&program, "/upkeep");
    let due = &due["plans"][0];
    assert_eq!(
        (&due["id"], &due["standing"]),
        (&json!(plan), &json!("due_now"))
    );
    assert_eq!(
        (&due["due"], &due["last"]),
        (&json!(today.to_string()), &Value::Null)
    );

    let done = json!({"what": "Olja kedjan", "plan": plan, "by": "Anna", "cost": {"amount": "49.50", "currency": "SEK"}});
    let job = text(&made(&program, &of("jobs"), &done)["id"]).to_owned();
    let next = today.saturating_add(Span::new().months(1)).to_string();
    let upkeep = get(&program, &of("upkeep"));
    let planned = &upkeep["plans"][0];
    assert_eq!(
        (&planned["due"], &planned["standing"]),
        (&json!(next), &json!("coming"))
    );
    assert_eq!(
        (&upkeep["jobs"][0]["id"], &upkeep["jobs"][0]["plan"]),
        (&json!(job), &json!(plan))
    );
    let year =
        json!({"year": today.year(), "jobs": 1, "cost": [{"amount": "49.50", "currency": "SEK"}]});
    assert_eq!(upkeep["years"], json!([year]));

    let photos = format!("/api/v1/jobs/{job}/photos");
    assert_eq!(
        program
            .upload(&photos, &[Part::File("a.jpg", &fixtures::photo(1))])
            .status,
        201
    );
    let photo = &get(&program, &format!("/jobs/{job}/photos"))["attachments"][0];
    assert_eq!(photo["job"], json!(job));

    let metered = json!({"rhythm": "metered", "meter": {"every": 500, "from": 1200, "unit": "km"}});
    let changed = program.json("PATCH", &format!("/api/v1/upkeep/{plan}"), &metered);
    assert_eq!(changed.status, 200, "{changed}");
    assert_eq!(
        changed.json()["every"],
        Value::Null,
        "what a meter has no use for is gone"
    );
    assert_eq!(get(&program, &format!("/upkeep/{plan}"))["due_at"], 1700);
    let unread = json!({"what": "Olja kedjan", "plan": plan});
    let refused = program.json("POST", &format!("/api/v1{}", of("jobs")), &unread);
    assert!(problem(&refused, 422)["errors"]["meter"].is_string());
    let history = get(&program, &format!("/upkeep/{plan}/history"));
    assert_eq!(history["versions"].as_array().unwrap().len(), 2);
    for wrong in [
        json!({"what": "Tvätta"}),
        json!({"what": "Tvätta", "rhythm": "fixed", "every": "varje dag"}),
        json!({"what": "Tvätta", "rhythm": "months", "months": [13]}),
        json!({"what": "", "rhythm": "fixed", "every": "P1D"}),
    ] {
        let refused = program.json("POST", &format!("/api/v1{}", of("upkeep")), &wrong);
        assert_eq!(
            problem(&refused, 422)["errors"].as_object().unwrap().len(),
            1,
            "{wrong}"
        );
    }
    server.stop();
}

#[test]
fn a_loan_is_out_until_somebody_says_that_it_is_back() {
    let (server, program) = start();
    let today = Clock::system().today().to_string();
    let saw = text(&made(&program, "/items", &json!({"name": "Såg"}))["id"]).to_owned();
    let loan = made(
        &program,
        &format!("/items/{saw}/loans"),
        &json!({"to": "Kalle"}),
    );
    assert_eq!(
        (&loan["since"], &loan["back"]),
        (&json!(today), &Value::Null)
    );
    let id = text(&loan["id"]);
    assert_eq!(get(&program, "/loans")["loans"][0]["id"], loan["id"]);
    let path = format!("/api/v1/loans/{id}");
    let early = program.json("PATCH", &path, &json!({"back": "1999-01-01"}));
    assert!(problem(&early, 422)["errors"]["back"].is_string());
    assert_eq!(
        program.json("PATCH", &path, &json!({"back": today})).status,
        200
    );
    assert_eq!(program.json("DELETE", &path, &json!({})).status, 204);
    assert_eq!(get(&program, "/bin")["loans"][0]["id"], loan["id"]);
    assert_eq!(
        get(&program, &format!("/items/{saw}/loans"))["loans"],
        json!([])
    );
    let back = program.json("POST", &format!("{path}/restore"), &json!({}));
    assert_eq!(back.status, 200, "{back}");
    server.stop();
}

#[test]
fn a_receipt_that_nothing_speaks_for_keeping_is_proposed_and_stays() {
    let (server, program) = start();
    let add = |fields: &Value| {
        let receipt = program.upload("/api/v1/receipts", &[Part::File("a.txt", b"Kvitto")]);
        let id = text(&receipt.json()["id"]).to_owned();
        let changed = program.json("PATCH", &format!("/api/v1/receipts/{id}"), fields);
        assert_eq!(changed.status, 200, "{changed}");
        id
    };
    let old = add(&json!({"on": "2019-03", "purposes": ["complaint"]}));
    add(&json!({"on": "2019-03", "purposes": ["complaint", "improvement"]}));
    let past = get(&program, "/receipts/past");
    let ids: Vec<_> = past["receipts"].as_array().unwrap().iter().collect();
    assert_eq!(ids.len(), 1, "{past}");
    assert_eq!(ids[0]["id"], json!(old));
    assert_eq!(
        ids[0]["kept"]["until"], "2022-03-31",
        "counted from the last day of the month"
    );
    assert_eq!(get(&program, &format!("/receipts/{old}"))["id"], json!(old));
    server.stop();
}

#[test]
fn a_guarantee_counts_from_the_purchase_and_keeps_its_receipt() {
    let (server, program) = start();
    let today = Clock::system().today();
    let in_years = |years: i32| today.saturating_add(Span::new().years(years)).to_string();
    let kettle = made(&program, "/items", &json!({"name": "Vattenkokare"}));
    let kettle = text(&kettle["id"]);
    let paper = program.upload("/api/v1/receipts", &[Part::File("a.txt", b"Kvitto")]);
    let paper = text(&paper.json()["id"]).to_owned();
    let told = json!({"shop": "Elbyn", "on": today.to_string(), "purposes": ["guarantee"], "lines": [{"item": kettle}]});
    let changed = program.json("PATCH", &format!("/api/v1/receipts/{paper}"), &told);
    assert_eq!(changed.status, 200, "{changed}");
    let kept = || get(&program, &format!("/receipts/{paper}/keep"))["rules"][0].clone();
    assert_eq!(kept()["open"], "guarantee", "nobody knows its end yet");

    let of_kettle = format!("/items/{kettle}/warranties");
    let promise = json!({"kind": "extended", "provider": "Elbyn", "length": "P5Y", "proof": paper});
    let made_one = made(&program, &of_kettle, &promise);
    let id = text(&made_one["id"]).to_owned();
    let read = get(&program, &format!("/warranties/{id}"));
    assert_eq!(read["last_day"], in_years(5));
    assert_eq!(
        (&read["standing"], &read["item"]),
        (&json!("holds"), &json!(kettle))
    );
    assert_eq!(kept()["until"], in_years(5), "it is kept as long");
    let listed = get(&program, &of_kettle);
    assert_eq!(listed["warranties"][0]["id"], json!(id));

    let ahead = get(&program, "/warranties");
    let ahead = ahead["warranties"].as_array().unwrap();
    let ends: Vec<_> = ahead.iter().map(|one| text(&one["last_day"])).collect();
    assert!(ends.is_sorted() && ends.len() == 3, "{ends:?}");
    assert_eq!(ahead[1]["right"]["rule"], "se.goods.complaint");
    assert_eq!(ahead[2]["warranty"]["id"], json!(id));
    let rest = get(&program, "/warranties?limit=1&from=1");
    assert_eq!(rest["warranties"][0], ahead[1]);
    assert_eq!(rest["next"], json!(2));

    let path = format!("/api/v1/warranties/{id}");
    let both = json!({"until": "2020-01-01"});
    let refused = problem(&program.json("PATCH", &path, &both), 422);
    assert!(refused["errors"]["until"].is_string(), "{refused}");
    let over = json!({"length": null, "until": "2020-01-01"});
    assert_eq!(program.json("PATCH", &path, &over).status, 200);
    let ended = get(&program, "/warranties?ended=true");
    assert_eq!(ended["warranties"][0]["warranty"]["id"], json!(id));
    let history = get(&program, &format!("/warranties/{id}/history"));
    assert_eq!(history["versions"][1]["length"], "P5Y");

    assert_eq!(program.json("DELETE", &path, &json!({})).status, 204);
    assert_eq!(get(&program, "/bin")["warranties"][0]["id"], json!(id));
    let back = program.json("POST", "/api/v1/bin/restore", &json!({"warranties": [id]}));
    assert_eq!(back.json()["count"], 1, "{back}");
    server.stop();
}

#[test]
fn a_claim_tells_what_came_of_it_and_repairs_are_counted() {
    let (server, program) = start();
    let today = Clock::system().today().to_string();
    let kettle = made(&program, "/items", &json!({"name": "Vattenkokare"}));
    let lamp = made(&program, "/items", &json!({"name": "Lampa"}));
    let path = |item: &Value, list: &str| format!("/items/{}/{list}", text(&item["id"]));
    let promise = made(&program, &path(&kettle, "warranties"), &json!({}));
    let asked = json!({"problem": "Läcker", "against": "warranty", "warranty": promise["id"]});
    let claim = made(&program, &path(&kettle, "claims"), &asked);
    assert_eq!(
        (&claim["opened"], &claim["outcome"]),
        (&json!(today), &Value::Null)
    );
    let others = program.json("POST", &format!("/api/v1{}", path(&lamp, "claims")), &asked);
    let refused = problem(&others, 422);
    assert!(refused["errors"]["warranty"].is_string(), "{refused}");

    let id = text(&claim["id"]);
    let papers = format!("/api/v1/claims/{id}/documents");
    let sent = program.upload(&papers, &[Part::File("order.txt", b"Ny slang")]);
    assert_eq!(sent.status, 201, "{sent}");
    let papers = get(&program, &format!("/claims/{id}/documents"));
    assert_eq!(papers["attachments"][0]["claim"], json!(id));
    let said = json!({"contacts": [{"on": today, "with": "Elbyn"}], "outcome": "repaired"});
    let ended = program.json("PATCH", &format!("/api/v1/claims/{id}"), &said);
    assert_eq!(ended.json()["closed"], json!(today), "{ended}");
    assert_eq!(get(&program, "/warranties")["repaired"], 1);
    assert_eq!(get(&program, "/claims")["claims"][0]["id"], json!(id));
    let half = json!({"outcome": null});
    let half = program.json("PATCH", &format!("/api/v1/claims/{id}"), &half);
    assert!(problem(&half, 422)["errors"]["outcome"].is_string());
    server.stop();
}

#[test]
fn a_round_moves_what_was_found_elsewhere_and_puts_it_back() {
    let (server, program) = start();
    let hall = made(&program, "/places", &json!({"name": "Hallen"}));
    let lamp = made(&program, "/items", &json!({"name": "Lampa"}));
    let round = made(&program, "/rounds", &json!({"name": "Höstrundan"}));
    let another = program.json("POST", "/api/v1/rounds", &json!({}));
    problem(&another, 422);
    let path = format!("/api/v1/rounds/{}", text(&round["id"]));
    let answer = format!("{path}/sightings/{}", text(&lamp["id"]));
    let moved = json!({"finding": "moved", "to": hall["id"]});
    problem(
        &program.json("PUT", &answer, &json!({"finding": "moved"})),
        422,
    );
    let said = program.json("PUT", &answer, &moved);
    assert_eq!(said.status, 200, "{said}");
    let said = said.json();
    let lies = || get(&program, &format!("/items/{}", text(&lamp["id"])))["place"].clone();
    assert_eq!(lies(), hall["id"]);
    problem(
        &program.json("PUT", &answer, &json!({"finding": "gone"})),
        412,
    );
    let ended = program.json("POST", &format!("{path}/end"), &json!({}));
    assert_eq!(ended.json()["ended_by"], round["created"]["by"]);
    problem(&program.send("DELETE", &answer, &[], Vec::new()), 412);
    let back = format!("{answer}?known={}", said["revision"]);
    let back = program.send("DELETE", &back, &[], Vec::new());
    assert_eq!(back.status, 204, "{back}");
    assert_eq!(lies(), Value::Null);
    let found = get(
        &program,
        &format!("/rounds/{}/sightings", text(&round["id"])),
    );
    assert_eq!(found["sightings"], json!([]));
    let restore = format!("/api/v1/sightings/{}/restore", text(&said["id"]));
    let restored = program.json("POST", &restore, &json!({}));
    assert_eq!(restored.status, 200, "{restored}");
    assert_eq!(lies(), hall["id"]);
    let ready = get(&program, "/ready");
    assert_eq!(ready["round"]["round"], round["id"]);
    server.person("Bo", "child");
    let child = server.program("Bo");
    problem(
        &child.json("POST", &format!("{path}/resume"), &json!({})),
        403,
    );
    let guest = self::program(&server, "Ingrid", "guest");
    problem(&guest.get("/api/v1/rounds"), 403);
}

#[test]
fn an_incident_takes_things_and_gives_them_back() {
    let (server, program) = start();
    let item = |name: &str| {
        let value = json!({"amount": "5000", "currency": "SEK"});
        let made = made(&program, "/items", &json!({"name": name, "value": value}));
        text(&made["id"]).to_owned()
    };
    let (camera, silver) = (item("Kamera"), item("Silverskålen"));
    let archived = |id: &str| get(&program, &format!("/items/{id}"))["archived"].clone();
    let new = json!({
        "kind": "burglary", "from": "2026-11-26T08:00", "to": "2026-11-27", "items": [camera, silver],
    });
    let reply = program.json("POST", "/api/v1/incidents", &new);
    assert_eq!(reply.status, 201, "{reply}");
    let incident = reply.json();
    let path = format!("/api/v1/incidents/{}", text(&incident["id"]));
    assert_eq!(reply.header("location"), path);
    assert_eq!(incident["from"], "2026-11-26T08:00");
    assert_eq!(archived(&camera)["how"], "stolen");
    assert_eq!(archived(&camera)["on"], "2026-11-26");
    let list = get(&program, "/incidents");
    assert_eq!(list["incidents"], json!([incident]));

    // What is not there is told by field, and then nothing has happened.
    let unknown = json!({"kind": "theft", "items": ["01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21"]});
    let refused = problem(&program.json("POST", "/api/v1/incidents", &unknown), 422);
    assert!(refused["errors"].to_string().contains("items"), "{refused}");
    for wrong in [
        json!({}),
        json!({"kind": "war"}),
        json!({"kind": "fire", "from": "i går"}),
    ] {
        assert!(
            program
                .json("POST", "/api/v1/incidents", &wrong)
                .status
                .is_client_error()
        );
    }
    assert_eq!(
        get(&program, "/incidents")["incidents"]
            .as_array()
            .unwrap()
            .len(),
        1
    );

    // One of them is recovered, and the other is paid for: it stays away.
    let losses = get(
        &program,
        &format!("/incidents/{}/losses", text(&incident["id"])),
    );
    let losses = losses["losses"].as_array().unwrap();
    assert_eq!(losses.len(), 2);
    let of = |item: &str| {
        let loss = losses.iter().find(|loss| loss["item"] == item).unwrap();
        format!("/api/v1/losses/{}", text(&loss["id"]))
    };
    let back = json!({"settlement": "recovered", "by": "Polisen"});
    let back = program.json("PATCH", &of(&camera), &back);
    assert_eq!(back.status, 200, "{back}");
    assert!(!back.json()["settled_on"].is_null(), "{back}");
    let paid = json!({"settlement": "paid", "amount": {"amount": "4500", "currency": "SEK"}});
    assert_eq!(program.json("PATCH", &of(&silver), &paid).status, 200);
    assert_eq!(archived(&camera), Value::Null);
    assert_eq!(archived(&silver)["how"], "stolen");
    problem(
        &program.json("PATCH", &of(&silver), &json!({"settlement": null})),
        422,
    );

    // In the bin it took nothing, and out of it it did.
    assert_eq!(program.send("DELETE", &path, &[], Vec::new()).status, 204);
    problem(&program.get(&path), 404);
    assert_eq!(archived(&silver), Value::Null);
    let restored = program.send("POST", &format!("{path}/restore"), &[], Vec::new());
    assert_eq!(restored.status, 200, "{restored}");
    assert_eq!(archived(&silver)["how"], "stolen");
    assert_eq!(archived(&camera), Value::Null);
    let versions = get(
        &program,
        &format!("/incidents/{}/history", text(&incident["id"])),
    );
    assert_eq!(versions["versions"][0]["action"], "incident-restore");
    server.stop();
}

#[test]
fn an_answer_on_the_walk_can_be_sent_again_and_overtakes_nobody_unseen() {
    let (server, program) = start();
    let other = self::program(&server, "Åke", "adult");
    let child = self::program(&server, "Bo", "child");
    let guest = self::program(&server, "Gunnel", "guest");
    let item = made(&program, "/items", &json!({"name": "Kamera"}));
    let incident = made(&program, "/incidents", &json!({"kind": "burglary"}));
    let path = format!("/api/v1/incidents/{}", text(&incident["id"]));
    let answer = format!("{path}/losses/{}", text(&item["id"]));
    let say = |who: &Client, fate: &str, known: Value| {
        who.json("PUT", &answer, &json!({"fate": fate, "known": known}))
    };

    let first = say(&program, "fine", Value::Null);
    assert_eq!(first.status, 200, "{first}");
    let seen = first.json()["revision"].clone();
    let again = say(&other, "fine", Value::Null);
    assert_eq!(again.json()["revision"], seen, "nothing has changed");
    problem(&say(&other, "gone", Value::Null), 412);
    problem(&say(&child, "gone", seen.clone()), 403);
    let gone = say(&other, "gone", seen.clone());
    assert_eq!(gone.status, 200, "{gone}");
    problem(&say(&program, "damaged", seen), 412);
    let now = get(
        &program,
        &format!("/incidents/{}/losses", text(&incident["id"])),
    );
    assert_eq!(now["losses"], json!([gone.json()]));

    problem(&guest.get("/api/v1/incidents"), 403);
    problem(&guest.get(&path), 403);
    problem(&say(&guest, "gone", Value::Null), 403);
    problem(&child.json("PATCH", &path, &json!({"title": "Min"})), 403);
    let own = made(&child, "/incidents", &json!({"kind": "loss"}));
    let own = format!("/api/v1/incidents/{}", text(&own["id"]));
    assert_eq!(
        child.json("PATCH", &own, &json!({"title": "Min"})).status,
        200
    );
    server.stop();
}

#[test]
fn a_photo_moves_to_another_thing_unless_somebody_was_first() {
    let (server, program) = start();
    let item = made(&program, "/items", &json!({"name": "Kamera"}));
    let other = made(&program, "/items", &json!({"name": "Stativ"}));
    let photos = format!("/api/v1/items/{}/photos", text(&item["id"]));
    let photo = program.upload(&photos, &[Part::File("b.jpg", &fixtures::photo(2))]);
    let photo = &photo.json()["attachments"][0];
    let path = format!("/api/v1/photos/{}/move", text(&photo["id"]));
    let goal = json!({"item": other["id"]});
    let stale = program.send(
        "POST",
        &path,
        &[("if-match", "\"1\"")],
        goal.to_string().into_bytes(),
    );
    problem(&stale, 412);
    let moved = program.json("POST", &path, &goal);
    assert_eq!(moved.json()["item"], other["id"], "{moved}");
    problem(&program.json("POST", &path, &json!({})), 422);
    server.stop();
}

#[test]
fn a_saved_search_is_renamed_by_whose_it_is() {
    let (server, owner) = Server::claimed();
    let program = server.program(OWNER.0);
    let child = server.person("Bo", "child");
    let search = json!({"name": "Cyklar", "query": "q=cykel", "shared": true});
    let search = made(&program, "/searches", &search);
    let path = format!("/searches/{}", text(&search["id"]));
    let api = format!("/api/v1{path}");
    let renamed = program.json("PATCH", &api, &json!({"name": "Våra cyklar"}));
    assert_eq!(renamed.json()["name"], "Våra cyklar", "{renamed}");
    assert_eq!(renamed.json()["query"], "q=cykel");
    assert_eq!(get(&program, &path)["name"], "Våra cyklar");
    problem(&program.json("PATCH", &api, &json!({"name": ""})), 422);
    problem(
        &program.json("PATCH", &api, &json!({"query": "colour=red"})),
        422,
    );

    let edit = format!("{path}/edit");
    assert!(owner.get("/searches").text().contains(&edit));
    assert!(owner.get(&edit).text().contains("Våra cyklar"));
    let seen = renamed.json()["revision"].to_string();
    let fields = |name, revision| [("name", name), ("query", "q=cykel"), ("revision", revision)];
    assert_eq!(owner.post(&edit, &fields("", &seen)).status, 422);
    assert_eq!(owner.post(&edit, &fields("Hojar", &seen)).status, 303);
    assert_eq!(get(&program, &path)["name"], "Hojar");
    let late = owner.post(&edit, &fields("Velocipeder", &seen));
    assert_eq!(late.status, 412);
    assert!(late.text().contains("Hojar") && late.text().contains("Velocipeder"));

    for refused in [child.get(&edit), child.post(&edit, &fields("Mina", &seen))] {
        assert_eq!(refused.status, 404, "{refused}");
    }
    server.stop();
}

#[test]
fn any_file_is_a_document_and_only_pictures_are_photos() {
    let (server, owner) = Server::claimed();
    let program = server.program(OWNER.0);
    let item = made(&program, "/items", &json!({"name": "Kvittot"}));
    let id = text(&item["id"]);
    let whole = fixtures::photo(1);
    let cut = &whole[..whole.len() / 2];
    let scan = [Part::File("avskuren.jpg", cut)];

    let refused = program.upload(&format!("/api/v1/items/{id}/photos"), &scan);
    problem(&refused, 422);
    let kept = program.upload(&format!("/api/v1/items/{id}/documents"), &scan);
    assert_eq!(kept.status, 201, "{kept}");
    let document = kept.json()["attachments"][0].clone();
    let content = format!("/api/v1/documents/{}/content", text(&document["id"]));
    assert_eq!(program.get(&content).body, cut, "byte for byte");
    problem(&program.get(&format!("{content}?size=small")), 404);
    let empty = program.upload(
        &format!("/api/v1/items/{id}/documents"),
        &[Part::File("tom.pdf", b"")],
    );
    problem(&empty, 422);

    let refused = owner.upload(&format!("/items/{id}/photos"), &scan);
    assert_eq!(refused.status, 422);
    let kept = owner.upload(&format!("/items/{id}/documents"), &scan);
    assert_eq!(kept.status, 303, "{kept}");
    let page = owner.get(&format!("/items/{id}")).text();
    assert_eq!(page.matches("avskuren.jpg").count() % 2, 0, "{page}");
    let small = format!("/photos/{}/small", text(&document["id"]));
    assert!(!page.contains(&small), "there is no picture to show");
    server.stop();
}

#[test]
fn many_things_change_together_and_are_taken_back_together() {
    let (server, program) = start();
    let place = made(&program, "/places", &json!({"name": "Vinden"}));
    for name in ["Låda 1", "Låda 2", "Låda 3"] {
        made(&program, "/items", &json!({"name": name}));
    }
    let whole = json!({"query": "q=låda", "operation": {"do": "move", "place": place["id"]}});
    let moved = program.json("POST", "/api/v1/items/bulk", &whole);
    assert_eq!(moved.json()["count"], 3, "{moved}");
    let inside = format!("/items?place={}", text(&place["id"]));
    assert_eq!(get(&program, &inside)["total"], 3);
    let undo = format!("/api/v1/changes/{}/undo", moved.json()["change"]);
    assert_eq!(
        get(&program, "/changes?limit=1")["changes"][0]["undoable"],
        true
    );
    let undone = program.send("POST", &undo, &[], Vec::new());
    assert_eq!(undone.status, 200, "{undone}");
    assert_eq!(get(&program, &inside)["total"], 0);
    problem(&program.send("POST", &undo, &[], Vec::new()), 412);

    let sold = json!({"query": "q=låda", "operation": {"do": "archive", "archived": {"how": "sold", "on": "2025"}}});
    assert_eq!(
        program.json("POST", "/api/v1/items/bulk", &sold).status,
        200
    );
    assert_eq!(get(&program, "/items?state=archived")["total"], 3);
    server.stop();
}

#[test]
fn a_thing_is_found_by_what_its_receipt_says_and_by_what_was_done_for_it() {
    let (server, program) = start();
    let guest = self::program(&server, "Ingrid", "guest");
    let ingrid = get(&guest, "/me")["id"].clone();
    let drill = made(
        &program,
        "/items",
        &json!({"name": "Bosch PSB", "guests": [ingrid]}),
    );
    let drill = text(&drill["id"]);
    let paper = "Järnhandeln på torget\nSlagborrmaskin 1 200,00\nAtt betala 1 200,00".as_bytes();
    let added = program.upload("/api/v1/receipts", &[Part::File("kvitto.txt", paper)]);
    let receipt = text(&added.json()["id"]).to_owned();
    let address = format!("/api/v1/receipts/{receipt}");
    let proves = json!({"shop": "Järnhandeln", "lines": [{"text": "Verktyg", "item": drill}]});
    assert_eq!(program.json("PATCH", &address, &proves).status, 200);
    let jobs = format!("/items/{drill}/jobs");
    made(
        &program,
        &jobs,
        &json!({"what": "Nya kolborstar", "by": "Verkstan"}),
    );
    let begun = Instant::now();
    while get(&program, &format!("/receipts/{receipt}"))["reading"] != "done" {
        assert!(begun.elapsed() < Duration::from_mins(1), "nobody reads");
    }
    let found = |who: &Client, list: &str, words: &str| -> usize {
        let answer = get(who, &format!("/{list}?q={words}"));
        answer[list].as_array().unwrap().len()
    };
    for words in [
        "slagborrmaskin",
        "kolborstar",
        "verkstan",
        "j%C3%A4rnhandeln",
        "verktyg",
    ] {
        assert_eq!(found(&program, "items", words), 1, "{words}");
        assert_eq!(found(&guest, "items", words), 0, "{words}");
    }
    assert_eq!(found(&guest, "items", "bosch"), 1);
    for words in ["slagborr", "torget+verktyg", "J%C3%84RN"] {
        assert_eq!(found(&program, "receipts", words), 1, "{words}");
    }
    assert_eq!(found(&program, "receipts", "torget+vattenkokare"), 0);
    // Who may not see a receipt is not led to it by its words either: neither what is somebody's own, nor what is private.
    let me = get(&program, "/me")["id"].clone();
    let change = |path: &str, body: &Value| {
        let reply = program.json("PATCH", path, body);
        assert_eq!(reply.status, 200, "{reply}");
    };
    change(&address, &json!({"only": [me]}));
    assert_eq!(found(&program, "items", "slagborrmaskin"), 0);
    assert_eq!(found(&program, "receipts", "slagborr"), 1);
    let owners = json!([{"person": me}]);
    let ring = made(
        &program,
        "/items",
        &json!({"name": "Ring", "owners": owners}),
    );
    let lines = json!([{"text": "Verktyg", "item": drill}, {"text": "Gåva", "item": ring["id"]}]);
    change(&address, &json!({"only": [], "lines": lines}));
    assert_eq!(found(&program, "items", "slagborrmaskin"), 2);
    let ring = format!("/api/v1/items/{}", text(&ring["id"]));
    change(&ring, &json!({"private": true}));
    assert_eq!(found(&program, "items", "slagborrmaskin"), 0);
    change(&ring, &json!({"private": false}));
    assert_eq!(found(&program, "items", "slagborrmaskin"), 2);
    server.stop();
}

#[test]
fn the_whole_is_told_by_room_year_and_repair() {
    let (server, program) = start();
    let kitchen = made(
        &program,
        "/places",
        &json!({"name": "Köket", "kind": "room"}),
    );
    let cupboard = json!({"name": "Skåpet", "kind": "cupboard", "parent": kitchen["id"]});
    let cupboard = made(&program, "/places", &cupboard);
    let kettle = json!({
        "name": "Vattenkokare", "place": cupboard["id"], "value": {"amount": "300.00", "currency": "SEK"},
        "acquired": {"on": "2020-02", "price": {"amount": "499.00", "currency": "SEK"}},
    });
    let kettle = made(&program, "/items", &kettle);
    let mended = json!({"what": "Ny sladd", "work": "repair", "on": "2021-01-01", "cost": {"amount": "60.00", "currency": "SEK"}});
    made(
        &program,
        &format!("/items/{}/jobs", text(&kettle["id"])),
        &mended,
    );
    let told = get(&program, "/insights");
    let worth = json!({"things": 1, "value": [{"amount": "300.00", "currency": "SEK"}]});
    assert_eq!(told["all"], worth);
    assert_eq!(
        told["rooms"],
        json!([{"id": kitchen["id"], "total": worth}])
    );
    assert_eq!(told["years"], json!([{"year": 2020, "total": worth}]));
    let sums = |year: i16, amount: &str| json!([{"year": year, "sums": [{"amount": amount, "currency": "SEK"}]}]);
    assert_eq!(told["spent"], sums(2020, "499.00"));
    assert_eq!(told["upkeep"], sums(2021, "60.00"));
    assert_eq!(told["repaired"][0]["item"], kettle["id"]);
    assert!(told["repaired"][0]["days"].as_u64().unwrap() > 5 * 365);
    server.stop();
}

#[test]
fn how_ready_one_is_is_measured_by_worth() {
    let (server, program) = start();
    let serial = json!([{"kind": "serial", "text": "A-1"}]);
    let camera = json!({
        "name": "Kamera", "value": {"amount": "900.00", "currency": "SEK"}, "identifiers": serial,
    });
    made(&program, "/items", &camera);
    let lamp =
        json!({"name": "Lampa", "value": {"amount": "50.00", "currency": "SEK"}, "quantity": 2});
    let lamp = made(&program, "/items", &lamp);
    made(&program, "/items", &json!({"name": "Sten"}));
    let told = get(&program, "/ready");
    assert_eq!(told["things"], 3);
    assert_eq!(told["valueless"], 1);
    assert_eq!(
        told["worth"],
        json!({"amount": "1000.00", "currency": "SEK"})
    );
    let shares = &told["shares"];
    assert_eq!(shares["identifier"], 900);
    assert_eq!(shares["value"], 1000);
    assert_eq!(shares["know"], 950);
    assert_eq!(shares["all"], 380);
    assert_eq!(told["backup"], false);
    assert_eq!(told["list"], Value::Null);
    let first = &told["first"];
    assert_eq!(first[0]["missing"], json!(["photo", "proof"]));
    assert_eq!(first[1]["item"], lamp["id"]);
    assert_eq!(first[1]["missing"], json!(["photo", "identifier", "proof"]));
    assert_eq!(first.as_array().unwrap().len(), 2);
    server.stop();
}

#[test]
fn the_document_tells_every_route_and_no_other() {
    let (server, _) = start();
    let nobody = server.anonymous();
    let document = nobody.get("/api/v1/openapi.json");
    assert_eq!(document.header("content-type"), "application/json");
    let document = document.json();
    assert_eq!(text(&document["openapi"]).get(..4), Some("3.1."));
    for (path, item) in document["paths"].as_object().unwrap() {
        let address = path
            .replace("{id}", "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21")
            .replace("{number}", "1")
            .replace("{revision}", "1");
        for method in ["get", "post", "put", "patch", "delete"] {
            let reply = nobody.send(&method.to_uppercase(), &address, &[], Vec::new());
            let expected = if item.get(method).is_some() { 401 } else { 405 };
            assert_eq!(reply.status, expected, "{method} {path} {reply}");
        }
    }
    // What is not put in by `routes!` would be missing from the document.
    for file in source::files("src/api", ".rs") {
        let own = file.text.matches(".route(").count();
        let described = if file.path == "src/api/reading.rs" {
            3
        } else {
            0
        };
        assert_eq!(own, described, "{}", file.path);
    }
    let page = nobody.get("/api/v1/");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("/api/v1/items/{id}/photos"));
    server.stop();
}

#[test]
fn a_policy_tells_what_it_does_not_cover_and_what_a_thing_is_worth() {
    let (server, program) = start();
    let kronor = |amount: &str| json!({"amount": amount, "currency": "SEK"});
    let categories = get(&program, "/categories");
    let categories = categories["categories"].as_array().unwrap();
    let bicycles = categories
        .iter()
        .find(|category| category["key"] == "vehicles.bicycles");
    let bicycle = json!({
        "name": "Cykel", "category": bicycles.unwrap()["id"], "new_price": kronor("10000"), "priced_at": "Elbyn",
        "acquired": {"on": "2001", "price": kronor("8000")},
    });
    let bicycle = made(&program, "/items", &bicycle);
    assert!(bicycle["priced_on"].is_string());
    let valued = || {
        get(
            &program,
            &format!("/items/{}/valuation", text(&bicycle["id"])),
        )
    };
    let usual = valued();
    assert_eq!(usual["deducted"]["amount"], kronor("2000.00"));
    assert_eq!(usual["deducted"]["percent"], 20);
    assert_eq!(usual["deducted"]["basis"], "new");
    assert_eq!(usual["terms"]["is_estimate"], true);
    let insured = json!({
        "insurer": "Svalan", "sum_insured": kronor("9000"), "single_limit": kronor("4000"),
        "table": {"version": "2026-01-01", "rows": [{"kind": "other", "basis": "purchase", "then": 50, "cap": kronor("3000")}]},
    });
    let policy = made(&program, "/policies", &insured);
    let own = valued();
    assert_eq!(own["terms"]["policy"], policy["id"]);
    assert_eq!(own["deducted"]["amount"], kronor("3000.00"));
    assert_eq!(own["deducted"]["capped"], true);
    let cover = get(
        &program,
        &format!("/policies/{}/cover", text(&policy["id"])),
    );
    assert_eq!(cover["all"]["over"], kronor("1000.00"));
    assert_eq!(cover["single"][0]["item"], bicycle["id"]);
    assert_eq!(cover["valuables"], Value::Null);
    let path = format!("/api/v1/policies/{}", text(&policy["id"]));
    let usual = program.json(
        "PATCH",
        &path,
        &json!({"table": null, "sum_insured": {"amount": "20000"}}),
    );
    assert_eq!(usual.status, 200, "{usual}");
    assert_eq!(usual.json()["sum_insured"], kronor("20000.00"));
    assert_eq!(valued()["terms"]["policy"], Value::Null);
    let refused = program.json(
        "PATCH",
        &path,
        &json!({"insurer": null, "deductible": {"amount": "5", "currency": "EUR"}}),
    );
    let refused = problem(&refused, 422);
    assert!(
        refused["errors"]["insurer"].is_string() && refused["errors"]["deductible"].is_string()
    );
    server.stop();
}

#[test]
fn a_division_goes_by_turns_and_is_listed_to_be_signed() {
    let (server, program) = start();
    let item = |name: &str, amount: &str| {
        let value = json!({"amount": amount, "currency": "SEK"});
        let item = made(&program, "/items", &json!({"name": name, "value": value}));
        text(&item["id"]).to_owned()
    };
    let (sofa, lamp) = (item("Soffa", "6000"), item("Lampa", "1000"));
    let parties = json!([{"name": "Anna", "parts": 2}, {"name": "Bo"}]);
    let division = json!({"name": "Hemmet", "parties": parties, "things": {"items": [sofa, lamp]}});
    let division = text(&made(&program, "/divisions", &division)["id"]).to_owned();
    let moves = format!("/api/v1/divisions/{division}/moves");
    let take = |lot: &str, turn: u32| json!({"move": "take", "lot": lot, "turn": turn});
    let taken = program.json("POST", &moves, &take(&sofa, 0)).json();
    assert_eq!(taken["turn"], json!({"number": 1, "party": 1}));
    problem(&program.json("POST", &moves, &take(&lamp, 0)), 412);
    let taken = program.json("POST", &moves, &take(&lamp, 1)).json();
    assert_eq!(taken["turn"], Value::Null);
    // Two thirds of 7 000 are Anna's, to the last öre.
    let even = json!([{"from": 0, "to": 1, "amount": {"amount": "1333.33", "currency": "SEK"}}]);
    assert_eq!(taken["payments"], even);
    let unsaid = program.json("POST", "/api/v1/reports", &json!({"kind": "division"}));
    assert!(problem(&unsaid, 422)["errors"]["division"].is_string());
    let list = json!({"kind": "division", "division": division});
    let list = made(&program, "/reports", &list);
    let path = format!("/api/v1/reports/{}/file?format=csv", text(&list["id"]));
    let csv = program.get(&path).text();
    assert!(csv.contains("Soffa") && csv.contains("Anna"), "{csv}");
    server.stop();
}

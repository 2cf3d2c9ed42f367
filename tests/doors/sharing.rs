//! Sharing: what a guest is told of what is shared with them.

use serde_json::json;

use crate::{
    household::Household,
    server::{self, Server, client::Client},
};

#[test]
fn a_guest_is_not_told_the_place_of_what_is_shared_with_them() {
    let (server, owner) = Server::claimed();
    let guest = server.person("Ingrid", "guest");
    let program = server.program(server::OWNER.0);
    let made = |path: &str, body: serde_json::Value| {
        let reply = program.json("POST", path, &body);
        assert_eq!(reply.status, 201, "{reply}");
        reply.json()["id"].as_str().unwrap().to_owned()
    };
    let ingrid = owner.get("/people").text();
    let ingrid = ingrid
        .split("/people/")
        .find(|rest| rest.contains("Ingrid"))
        .unwrap()[..36]
        .to_owned();
    let safe = made(
        "/api/v1/places",
        serde_json::json!({"name": "Kassaskåpet", "kind": "cupboard"}),
    );
    made(
        "/api/v1/items",
        serde_json::json!({"name": "Matsilver", "place": safe, "guests": [ingrid]}),
    );
    for path in ["/", "/items", "/items?view=table", "/items/suggest?q=mat"] {
        let page = guest.get(path).text();
        assert!(page.contains("Matsilver"), "{path}");
        assert!(!page.contains("Kassaskåpet"), "{path}");
        assert!(owner.get(path).text().contains("Matsilver"), "{path}");
    }
    assert!(owner.get("/items").text().contains("Kassaskåpet"));
    server.stop();
}

#[test]
fn a_guest_is_not_told_what_a_place_was_before_it_was_shared() {
    let home = Household::new();
    let (program, guest) = (&home.people[0].program, &home.people[3]);
    let place = json!({"name": "Kassaskåpet", "note": "koden är 1234"});
    let made = program.json("POST", "/api/v1/places", &place).json();
    let path = format!("/api/v1/places/{}", made["id"].as_str().unwrap());
    let shared = json!({"name": "Skåpet", "note": "", "guests": [guest.id]});
    assert_eq!(program.json("PATCH", &path, &shared).status, 200);
    let history = |client: &Client| client.get(&format!("{path}/history")).text();
    assert!(history(program).contains("1234") && history(program).contains("Kassaskåpet"));
    let told = history(&guest.program);
    assert!(told.contains("Skåpet") && !told.contains("1234"), "{told}");
    assert!(!told.contains("Kassaskåpet"), "{told}");
    home.server.stop();
}

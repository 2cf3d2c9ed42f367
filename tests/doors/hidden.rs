//! What is hidden: to whoever does not see it, it is as if it were not there.

use serde_json::json;

use crate::{
    forms,
    household::{Household, Noun, Target, Whose},
    routes,
};

#[test]
fn what_is_hidden_answers_like_what_is_not_there() {
    let mut home = Household::new();
    for route in routes::all(&home.server) {
        let Some((noun, state)) = forms::subject(&route) else {
            continue;
        };
        if !forms::owners(noun, state).contains(&Whose::Hidden) {
            continue;
        }
        for who in 0..home.people.len() {
            let mut hidden = home.take(noun, state, Whose::Hidden, Some(who)).unwrap();
            let absent = Target::nowhere();
            let person = &home.people[who];
            let (kind, body) = forms::body(&route, &home, person, &mut hidden);
            let body = String::from_utf8_lossy(&body).into_owned();
            let kind: Vec<_> = kind
                .iter()
                .map(|kind| ("content-type", kind.as_str()))
                .collect();
            // What is right, and what is not: it is not told from what is wrong with the form either.
            for sent in [body.as_str(), "{\"colr\": 0}", "colr=0"] {
                let ask = |target: &Target| {
                    let sent = sent.replace(&hidden.id, &target.id);
                    let address = forms::address(&route, target);
                    let bodiless = matches!(route.method.as_str(), "GET" | "DELETE");
                    let sent = if bodiless {
                        Vec::new()
                    } else {
                        sent.into_bytes()
                    };
                    let reply = person.session.send(&route.method, &address, &kind, sent);
                    let text = reply.text().replace(&address, "…").replace(&target.id, "…");
                    (reply.status, text)
                };
                let (there, nowhere) = (ask(&hidden), ask(&absent));
                assert_eq!(
                    there.0, nowhere.0,
                    "{route:?} {sent} by {}: {}",
                    person.role, there.1
                );
                if noun != Noun::Session && noun != Noun::Token {
                    assert_eq!(there.1, nowhere.1, "{route:?} {sent} by {}", person.role);
                }
            }
            home.put_back(noun, state, Whose::Hidden, Some(who), hidden);
        }
    }
    home.server.stop();
}

#[test]
fn a_form_tells_nobody_what_a_thing_was_while_it_was_private() {
    let home = Household::new();
    let owner = &home.people[0];
    let private = json!({
        "name": "Present", "notes": "ett halsband", "private": true, "owners": [{"person": owner.id}],
    });
    let made = owner.program.json("POST", "/api/v1/items", &private).json();
    let path = format!("/items/{}", made["id"].as_str().unwrap());
    let public = json!({"name": "Smycke", "notes": "", "private": false});
    let shared = owner
        .program
        .json("PATCH", &format!("/api/v1{path}"), &public);
    let form = |revision: &str| {
        let theirs = [("keep.name", "theirs"), ("keep.notes", "theirs")];
        let fields = [("name", "Smycket"), ("revision", revision)];
        home.people[1]
            .session
            .post(&path, &[theirs, fields].concat())
    };
    let peeked = form(&made["revision"].to_string());
    assert_eq!(peeked.status, 404, "{peeked}");
    assert!(!peeked.text().contains("halsband"), "{peeked}");
    assert_eq!(form(shared.header("etag").trim_matches('"')).status, 303);
    home.server.stop();
}

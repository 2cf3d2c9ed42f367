//! The pages of one thing: forms that lose nothing, two people at once, and nothing shown to whom it is not for.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

#[expect(dead_code, reason = "other tests use the rest")]
mod server;

use server::{
    Server,
    client::{Client, Reply},
};

/// A form as a browser would send it back: names and values.
type Fields = Vec<(String, String)>;

fn add(client: &Client, fields: &[(&str, &str)]) -> String {
    let reply = client.post("/items", fields);
    assert_eq!(reply.status, 303, "{reply}");
    reply.header("location").to_owned()
}

fn send(client: &Client, path: &str, fields: &Fields) -> Reply {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    client.post(path, &fields)
}

fn set(fields: &mut Fields, name: &str, value: &str) {
    fields.retain(|(other, _)| other != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// What a browser would send of the form that posts to an address.
fn form(page: &Reply, action: &str) -> Fields {
    let html = page.text();
    let start = html
        .find(&format!("action=\"{action}\" novalidate"))
        .unwrap_or_else(|| panic!("no form for {action}: {page}"));
    let html = &html[start..start + html[start..].find("</form>").unwrap()];
    let mut fields = Fields::new();
    let mut select = None;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = attribute(tag, "name");
        let value = attribute(tag, "value").unwrap_or_default();
        match tag.split(' ').next().unwrap() {
            "input" => {
                let tick = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
                if !tick || tag.ends_with(" checked") || tag.contains(" checked ") {
                    fields.extend(name.map(|name| (name, value)));
                }
            }
            "textarea" => fields.extend(name.map(|name| (name, plain(text)))),
            "select" => {
                select.clone_from(&name);
                fields.extend(name.map(|name| (name, String::new())));
            }
            "option" if tag.ends_with(" selected") => {
                if let Some(name) = &select {
                    set(&mut fields, name, &value);
                }
            }
            _ => {}
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(plain(rest.split_once('"')?.0))
}

fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn person(page: &Reply, name: &str) -> String {
    let html = page.text();
    let (before, _) = html
        .split_once(&format!(">{name}</label>"))
        .expect("the person is offered");
    let (_, id) = before.rsplit_once("field-parts.").unwrap();
    id.trim_end_matches('"').to_owned()
}

#[test]
fn everything_that_is_said_about_a_thing_is_shown_and_a_save_without_a_change_changes_nothing() {
    let (server, owner) = Server::claimed();
    let lamp = add(&owner, &[("name", "Lampa")]);
    let astrid = person(&owner.get("/items/new"), server::OWNER.0);
    let parts = format!("parts.{astrid}");
    let kayak = add(
        &owner,
        &[
            ("name", "Havskajak <Whisky>"),
            ("tags", "sommar, #båt, Sommar"),
            ("quantity", "2"),
            (&parts, "3"),
            ("insured", "1"),
            ("identifier.0.kind", "imei"),
            ("identifier.0.text", "49-015420-323751 8"),
            ("identifier.1.kind", "engraving"),
            ("identifier.1.text", "Fam. Ekström"),
            ("condition", "good"),
            ("acquired_how", "gift"),
            ("acquired_on", "2021-06"),
            ("price", "1 200,50"),
            ("price_currency", "EUR"),
            ("value", "14 900"),
            ("description", "En **röd** kajak"),
            ("field.0.name", "Längd"),
            ("field.0.kind", "number"),
            ("field.0.value", "4,85"),
            ("field.1.name", "Flyter"),
            ("field.1.kind", "yes_no"),
            ("field.1.value", "ja"),
            ("link.0.kind", "accessory"),
            ("link.0.to", "lampa"),
        ],
    );
    let page = owner.get(&kayak).text();
    for said in [
        "Havskajak &lt;Whisky&gt;",
        "sommar",
        "båt",
        "29\u{a0}800\u{a0}kr",
        "490154203237518",
        "Fam. Ekström",
        "juni 2021",
        "1\u{a0}200,50\u{a0}EUR",
        "<strong>röd</strong>",
        "4,85",
        "Tillbehör till",
    ] {
        assert!(page.contains(said), "{said} is not in the page");
    }
    assert!(owner.get(&lamp).text().contains("Har tillbehöret"));

    let unchanged = form(&owner.get(&format!("{kayak}/edit")), &kayak);
    assert_eq!(send(&owner, &kayak, &unchanged).status, 303);
    let history = owner.get(&format!("{kayak}/history")).text();
    assert_eq!(history.matches("timeline-what").count(), 1);
    server.stop();
}

#[test]
fn a_refused_form_says_why_and_keeps_all_that_was_typed() {
    let (server, owner) = Server::claimed();
    let reply = owner.post(
        "/items",
        &[
            ("name", "Klocka"),
            ("price", "tolv kronor"),
            ("acquired_on", "i våras"),
            ("identifier.0.kind", "imei"),
            ("identifier.0.text", "490154203237519"),
            ("inside", "Lådan som inte finns"),
            ("tags", "fin, gammal"),
        ],
    );
    assert_eq!(reply.status, 422);
    let kept = form(&reply, "/items");
    for (name, value) in [
        ("name", "Klocka"),
        ("price", "tolv kronor"),
        ("acquired_on", "i våras"),
        ("identifier.0.kind", "imei"),
        ("identifier.0.text", "490154203237519"),
        ("inside", "Lådan som inte finns"),
        ("tags", "fin, gammal"),
    ] {
        assert!(
            kept.contains(&(name.to_owned(), value.to_owned())),
            "{name}"
        );
        let wrong = format!("id=\"field-{name}-error\"");
        let refused = !matches!(name, "name" | "identifier.0.kind" | "tags");
        assert_eq!(reply.text().contains(&wrong), refused, "{name}");
    }
    server.stop();
}

#[test]
fn one_more_row_is_asked_for_without_a_script() {
    let (server, owner) = Server::claimed();
    let asked = owner.post(
        "/items",
        &[
            ("name", "Cykel"),
            ("identifier.0.kind", "frame"),
            ("identifier.0.text", ""),
            ("more", "identifiers"),
        ],
    );
    assert_eq!(asked.status, 200);
    let fields = form(&asked, "/items");
    assert!(fields.contains(&("name".into(), "Cykel".into())));
    assert!(fields.iter().any(|(name, _)| name == "identifier.1.text"));
    server.stop();
}

#[test]
fn two_people_who_save_at_once_lose_nothing() {
    let (server, owner) = Server::claimed();
    let maria = server.person("Maria", "adult");
    let thing = add(&owner, &[("name", "Kajak"), ("colour", "röd")]);
    let edit = format!("{thing}/edit");
    let (mut first, mut second) = (
        form(&maria.get(&edit), &thing),
        form(&owner.get(&edit), &thing),
    );
    set(&mut first, "name", "Marias kajak");
    set(&mut first, "maker", "Point 65");
    assert_eq!(send(&maria, &thing, &first).status, 303);

    set(&mut second, "name", "Astrids kajak");
    set(&mut second, "model", "Whisky 16");
    let met = send(&owner, &thing, &second);
    assert_eq!(met.status, 412);
    assert!(met.text().contains("Maria hann spara före dig"), "{met}");
    let mut choice = form(&met, &thing);
    let chosen = |name: &str, side: &str| {
        let name = format!("keep.{name}");
        choice.contains(&(name, side.to_owned()))
    };
    assert!(chosen("name", "mine"), "both changed it");
    assert!(chosen("maker", "theirs"), "only Maria changed it");
    assert!(chosen("model", "mine"), "only Astrid changed it");

    set(&mut choice, "keep.name", "theirs");
    assert_eq!(send(&owner, &thing, &choice).status, 303);
    let page = owner.get(&thing).text();
    for said in ["Marias kajak", "Point 65", "Whisky 16", "röd"] {
        assert!(page.contains(said), "{said}");
    }
    server.stop();
}

#[test]
fn a_link_to_what_one_does_not_see_is_neither_told_nor_lost() {
    let (server, owner) = Server::claimed();
    let maria = server.person("Maria", "adult");
    let secret = add(&maria, &[("name", "Hemlig present"), ("private", "1")]);
    let thing = add(
        &maria,
        &[
            ("name", "Papper"),
            ("link.0.kind", "set"),
            ("link.0.to", "Hemlig present"),
        ],
    );
    assert_eq!(owner.get(&secret).status, 404);
    for path in [
        &thing,
        &format!("{thing}/edit"),
        &format!("{thing}/history"),
    ] {
        let page = owner.get(path);
        assert_eq!(page.status, 200, "{page}");
        assert!(!page.text().contains("Hemlig"), "{path}");
    }
    let mut fields = form(&owner.get(&format!("{thing}/edit")), &thing);
    set(&mut fields, "colour", "blått");
    assert_eq!(send(&owner, &thing, &fields).status, 303);
    assert!(maria.get(&thing).text().contains("Hemlig present"));
    let suggested = owner.get("/suggest/things?inside=hemlig").text();
    assert!(!suggested.contains("Hemlig"), "{suggested}");
    server.stop();
}

#[test]
fn a_guest_reads_what_is_shared_and_no_notes_or_history() {
    let (server, owner) = Server::claimed();
    let gunnel = server.person("Gunnel", "guest");
    let blank = owner.get("/items/new").text();
    let (_, id) = blank
        .split_once("name=\"guest.")
        .expect("guests are offered");
    let guest = format!("guest.{}", id.split_once('"').unwrap().0);
    let thing = add(
        &owner,
        &[
            ("name", "Trädgårdssax"),
            ("notes", "koden är 1234"),
            (&guest, "1"),
        ],
    );
    let page = gunnel.get(&thing).text();
    assert!(page.contains("Trädgårdssax"));
    for hidden in ["koden är 1234", "timeline", "/edit", "/remove"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    for path in ["edit", "history", "archive", "move", "template"] {
        assert_eq!(gunnel.get(&format!("{thing}/{path}")).status, 403, "{path}");
    }
    assert_eq!(gunnel.post(&format!("{thing}/remove"), &[]).status, 403);
    server.stop();
}

#[test]
fn a_thing_leaves_comes_back_and_is_found_by_its_number() {
    let (server, owner) = Server::claimed();
    let thing = add(&owner, &[("name", "Soffa"), ("colour", "grön")]);
    assert_eq!(owner.get("/n/0001").header("location"), thing);
    let act = |act: &str, fields: &[(&str, &str)]| {
        let reply = owner.post(&format!("{thing}/{act}"), fields);
        assert_eq!(reply.status, 303, "{act}: {reply}");
        reply
    };
    act(
        "archive",
        &[
            ("archived_how", "sold"),
            ("archived_on", "2024-05-03"),
            ("archived_to", "Erik"),
            ("archived_price", "500"),
        ],
    );
    let page = owner.get(&thing).text();
    assert!(page.contains("Såld, 3 maj 2024, till Erik, 500\u{a0}kr"));
    act("unarchive", &[]);
    let copy = act("copy", &[]).header("location").to_owned();
    assert!(owner.get(&copy).text().contains("Soffa"));
    act("template", &[("name", "En soffa")]);
    assert!(owner.get("/templates").text().contains("En soffa"));
    act("remove", &[]);
    assert!(owner.get(&thing).text().contains("papperskorgen"));
    act("restore", &[]);

    let mut fields = form(&owner.get(&format!("{thing}/edit")), &thing);
    set(&mut fields, "colour", "grå");
    assert_eq!(send(&owner, &thing, &fields).status, 303);
    let history = owner.get(&format!("{thing}/history")).text();
    let (_, version) = history
        .split_once(&format!("{thing}/versions/"))
        .expect("an earlier version can be brought back");
    let version = version.split_once('"').unwrap().0;
    act(&format!("versions/{version}"), &[]);
    assert!(owner.get(&thing).text().contains("grön"));
    server.stop();
}

//! Photos and documents over HTTP: who may send them, how large they may be, how they come back.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
mod fixtures;
#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use server::{
    Server,
    client::{Part, SignedIn},
};

/// Adds a thing, and gives its address.
fn thing(owner: &SignedIn, parts: &[Part<'_>]) -> String {
    let reply = owner.upload_for_json("/add", parts);
    assert_eq!(reply.status, 201, "{reply}");
    reply.json()["href"].as_str().unwrap().to_owned()
}

/// Sends a document to a thing, and gives its id.
fn document(owner: &SignedIn, thing: &str, name: &str, bytes: &[u8]) -> String {
    let reply = owner.upload_for_json(&format!("{thing}/documents"), &[Part::File(name, bytes)]);
    assert_eq!(reply.status, 201, "{reply}");
    reply.json()["files"][0]["id"].as_str().unwrap().to_owned()
}

/// The photos on a thing's page, in order.
fn photos(owner: &SignedIn, thing: &str) -> Vec<String> {
    let page = owner.get(&format!("{thing}/photos")).text();
    let ids = page.split("data-id=\"").skip(1);
    ids.map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn only_who_may_change_a_thing_sends_photos_of_it() {
    let (server, owner) = Server::claimed();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    let photo = fixtures::photo(1);
    let parts = [Part::File("kajak.jpg", &photo)];
    let child = server.person("Nils", "child");
    let guest = server.person("Gunnel", "guest");
    let own = thing(&child, &[Part::Field("name", "Sparkcykel")]);
    for (who, path, status) in [
        (&child, format!("{kayak}/photos"), 403),
        (&child, format!("{own}/photos"), 201),
        (&guest, format!("{kayak}/photos"), 403),
        (&guest, format!("{kayak}/documents"), 403),
        (&guest, "/add".to_owned(), 403),
        (&guest, "/add/tray".to_owned(), 403),
        (
            &owner,
            "/items/0190b5a0-0000-7000-8000-000000000001/photos".to_owned(),
            404,
        ),
    ] {
        assert_eq!(who.upload_for_json(&path, &parts).status, status, "{path}");
    }
    let stranger = server
        .anonymous()
        .upload_for_json(&format!("{kayak}/photos"), &parts);
    assert_eq!(stranger.status, 401);
    assert_eq!(photos(&owner, &kayak), Vec::<String>::new());
    let [mine] = photos(&child, &own).try_into().unwrap();
    for deed in ["rotate", "cover", "remove"] {
        let reply = guest.post(&format!("/photos/{mine}/{deed}"), &[]);
        assert!(
            matches!(reply.status.as_u16(), 403 | 404),
            "{deed}: {reply}"
        );
    }
    server.stop();
}

#[test]
fn a_form_has_no_more_parts_than_the_server_counts() {
    let (server, owner) = Server::claimed();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    let photo = fixtures::photo(1);
    for empty in [Part::Field("", ""), Part::File("", b"")] {
        let mut parts = vec![empty; 1_000];
        parts.push(Part::File("kajak.jpg", &photo));
        let reply = owner.upload_for_json(&format!("{kayak}/photos"), &parts);
        assert_eq!(reply.status, 413, "{reply}");
        assert!(
            reply.text().contains("1 000 delar") || reply.text().contains("1\u{a0}000 delar"),
            "{reply}"
        );
    }
    assert_eq!(photos(&owner, &kayak), Vec::<String>::new());
    server.stop();
}

#[test]
fn a_file_may_be_larger_than_a_form_and_no_larger_than_the_limit() {
    let server = Server::start(&["--max-upload", "6000000"]);
    let owner = server.claim();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    document(&owner, &kayak, "stor.bin", &vec![7; 5 << 20]);
    let too_large = vec![7; 7 << 20];
    let parts = [
        Part::File("liten.txt", b"Kvitto"),
        Part::File("film.bin", &too_large),
    ];
    let path = format!("{kayak}/documents");
    let reply = owner.upload_for_json(&path, &parts);
    assert_eq!(reply.status, 413);
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let detail = reply.json()["detail"].to_string();
    assert!(
        detail.contains("film.bin: ") && detail.contains("6\u{a0}MB"),
        "{detail}"
    );
    let page = owner.upload(&path, &parts);
    assert_eq!(page.status, 413);
    assert!(page.text().contains("film.bin") && !page.text().contains("liten.txt"));
    let kept = owner.get(&format!("{kayak}/photos")).text();
    let papers = kept.matches("<li class=\"paper\">").count();
    assert_eq!(papers, 3, "the large one, and the small one each time");
    server.stop();
}

#[test]
fn a_pdf_has_a_preview_and_only_safe_originals_are_shown() {
    let (server, owner) = Server::claimed();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    let pdf = fixtures::pdf(&["Kvitto", "Kajak 14 900 kr"], "");
    let refused = owner.upload_for_json(
        &format!("{kayak}/photos"),
        &[Part::File("kvitto.pdf", &pdf)],
    );
    assert_eq!(refused.status, 422);
    assert!(
        refused.json()["detail"]
            .as_str()
            .unwrap()
            .contains("dokument")
    );

    let pdf = document(&owner, &kayak, "kvitto.pdf", &pdf);
    let preview = owner.get(&format!("/photos/{pdf}/small"));
    assert_eq!(preview.header("content-type"), "image/jpeg");
    let original = owner.get(&format!("/files/{pdf}"));
    assert!(original.headers.get("content-disposition").is_none());

    let page = document(&owner, &kayak, "sida.html", b"<script>alert(1)</script>");
    let original = owner.get(&format!("/files/{page}"));
    assert!(
        original
            .header("content-disposition")
            .starts_with("attachment")
    );
    assert_eq!(original.header("content-type"), "text/plain");
    let picture = document(&owner, &kayak, "ritning.jpg", &fixtures::photo(1));
    assert_eq!(
        photos(&owner, &kayak),
        Vec::<String>::new(),
        "a picture among the papers stays there"
    );
    assert_eq!(owner.get(&format!("/files/{picture}")).status, 200);
    server.stop();
}

#[test]
fn of_two_who_write_a_caption_none_loses_it() {
    let (server, owner) = Server::claimed();
    let photo = fixtures::photo(1);
    let kayak = thing(
        &owner,
        &[Part::Field("name", "Kajak"), Part::File("a.jpg", &photo)],
    );
    let [id] = photos(&owner, &kayak).try_into().unwrap();
    let path = format!("/photos/{id}/caption");
    let write = |caption| owner.post(&path, &[("caption", caption), ("was", "")]);
    assert_eq!(write("Vid bryggan").status, 303);
    let late = write("På sjön");
    assert_eq!(late.status, 412);
    assert!(late.text().contains("Vid bryggan") && late.text().contains("value=\"På sjön\""));
    assert_eq!(
        write("Vid bryggan").status,
        303,
        "saying the same is no quarrel"
    );
    server.stop();
}

#[test]
fn a_name_that_somebody_else_gave_is_not_overwritten_in_the_tray() {
    let (server, owner) = Server::claimed();
    let photo = fixtures::photo(1);
    let reply = owner.upload_for_json("/add/tray", &[Part::File("a.jpg", &photo)]);
    let id = reply.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let field = format!("name.{id}");
    let name = |name| owner.post("/tray", &[(field.as_str(), name)]);
    let too_long = "x".repeat(201);
    let long = name(&too_long);
    assert_eq!(long.status, 422);
    assert!(long.text().contains(&too_long));
    assert_eq!(name("Moras klocka").status, 303);
    let late = name("Golvur");
    assert_eq!(late.status, 412);
    assert!(late.text().contains("Moras klocka") && late.text().contains("Golvur"));
    server.stop();
}

#[test]
fn place_and_owner_are_remembered_for_the_next_thing() {
    let (server, owner) = Server::claimed();
    let page = owner.get("/add").text();
    let (_, rest) = page.split_once("name=\"owner\"").unwrap();
    let (_, rest) = rest.split_once("<option value=\"0").unwrap();
    let me = format!("0{}", rest.split('"').next().unwrap());
    thing(
        &owner,
        &[Part::Field("name", "Kajak"), Part::Field("owner", &me)],
    );
    let chosen = format!("<option value=\"{me}\" selected");
    assert!(owner.get("/add").text().contains(&chosen));
    thing(
        &owner,
        &[Part::Field("name", "Paddel"), Part::Field("owner", "")],
    );
    assert!(!owner.get("/add").text().contains(&chosen));
    let gone = "0190b5a0-0000-7000-8000-000000000001";
    let reply = owner.upload(
        "/add",
        &[Part::Field("name", "Åra"), Part::Field("place", gone)],
    );
    assert_eq!(reply.status, 422);
    assert!(reply.text().contains("value=\"Åra\""));
    server.stop();
}

#[test]
fn the_history_of_a_thing_tells_of_its_photos_and_takes_them_back() {
    let (server, owner) = Server::claimed();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    let (bow, stern) = (fixtures::photo(1), fixtures::photo(2));
    let both = [
        Part::File("f\u{f6}r.jpg", &bow),
        Part::File("akter.jpg", &stern),
    ];
    owner.upload_for_json(&format!("{kayak}/photos"), &both);
    let [first, second] = photos(&owner, &kayak).try_into().unwrap();
    let told = || {
        let page = owner.get(&format!("{kayak}/history")).text();
        let (_, newest) = page.split_once("timeline-what\">").unwrap();
        newest.split("</li>").next().unwrap().to_owned()
    };
    assert!(
        told().starts_with("Astrid lade till 2 bilder<"),
        "{}",
        told()
    );
    owner.post(&format!("/photos/{second}/cover"), &[]);
    assert!(
        told().starts_with("Astrid valde ett annat omslag<"),
        "{}",
        told()
    );
    owner.post(&format!("/photos/{first}/rotate"), &[]);
    assert!(told().starts_with("Astrid vred en bild<"), "{}", told());
    owner.post(
        &format!("/photos/{first}/caption"),
        &[("caption", "F\u{f6}ren"), ("was", "")],
    );
    assert!(
        told().starts_with("Astrid skrev under en bild<"),
        "{}",
        told()
    );
    assert!(told().contains("<ins>F\u{f6}ren</ins>"), "{}", told());
    owner.post(&format!("/photos/{first}/remove"), &[]);
    let removed = told();
    assert!(
        removed.starts_with("Astrid lade en bild i papperskorgen<"),
        "{removed}"
    );
    let (_, undo) = removed.split_once("action=\"/undo/").unwrap();
    let undo = format!("/undo/{}", undo.split('"').next().unwrap());
    assert_eq!(owner.post(&undo, &[]).status, 303);
    assert_eq!(photos(&owner, &kayak), [second, first]);
    assert!(
        told().starts_with("Astrid tog tillbaka en bild<"),
        "{}",
        told()
    );
    server.stop();
}

#[test]
fn a_photo_that_moves_leaves_a_line_in_the_history_of_both_things() {
    let (server, owner) = Server::claimed();
    let kayak = thing(&owner, &[Part::Field("name", "Kajak")]);
    let paddle = thing(&owner, &[Part::Field("name", "Paddel")]);
    let photo = fixtures::photo(1);
    owner.upload_for_json(&format!("{kayak}/photos"), &[Part::File("a.jpg", &photo)]);
    let [moved] = photos(&owner, &kayak).try_into().unwrap();
    let to = paddle.rsplit('/').next().unwrap();
    let gift = owner.post(&format!("/photos/{moved}/move"), &[("to", to)]);
    assert_eq!(gift.status, 303, "{gift}");
    let history = |thing: &str| owner.get(&format!("{thing}/history")).text();
    assert!(history(&kayak).contains("Astrid flyttade bort en bild<"));
    assert!(history(&kayak).contains("Astrid lade till en bild<"));
    assert!(history(&paddle).contains("Astrid flyttade hit en bild<"));
    assert!(!history(&paddle).contains("Astrid lade till en bild<"));
    server.stop();
}

//! Uploads: what a file is, its bytes say; and whatever it is, nothing in it runs.

use crate::{
    fixtures,
    household::Household,
    server::client::{Part, Reply},
};

/// Holds a file's answer to running nothing, whatever a browser takes it for.
fn runs_nothing(reply: &Reply, asked: &str) {
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "{asked}");
    let policy = reply.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && policy.ends_with("; sandbox"),
        "{asked}: {policy}"
    );
    assert_eq!(
        reply.header("cross-origin-resource-policy"),
        "same-origin",
        "{asked}"
    );
    let kind = reply.headers.get("content-type");
    let kind = kind.map_or("", |kind| kind.to_str().unwrap());
    for runs in ["html", "svg", "xml", "javascript", "multipart", "message"] {
        assert!(!kind.contains(runs), "{asked}: {kind}");
    }
}

/// Files by name and bytes; what each is, and whether a browser may show it.
fn files() -> [(&'static str, Vec<u8>, &'static str, bool); 16] {
    let (photo, pdf) = (fixtures::photo(1), fixtures::pdf(&["Kvitto"], ""));
    let script = b"<!doctype html><script>prov()</script>".as_slice();
    [
        ("sida.html", script.to_vec(), "text/plain", false),
        ("sida.jpg", script.to_vec(), "text/plain", false),
        (
            "sida.xhtml",
            b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>".to_vec(),
            "text/plain",
            false,
        ),
        (
            "bild.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='prov()'/>".to_vec(),
            "text/plain",
            false,
        ),
        ("app.js", b"prov()".to_vec(), "text/plain", false),
        (
            "sida.html",
            [b"\0".as_slice(), script].concat(),
            "application/octet-stream",
            false,
        ),
        (
            "sida.html",
            [b"\xFF\xFE".as_slice(), script].concat(),
            "text/plain",
            false,
        ),
        (
            "sida.mht",
            b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>".to_vec(),
            "text/plain",
            false,
        ),
        (
            "bild.html",
            [photo.as_slice(), script].concat(),
            "image/jpeg",
            true,
        ),
        (
            "bild.svg",
            [b"GIF89a".as_slice(), script].concat(),
            "image/gif",
            true,
        ),
        (
            "sida.html",
            [pdf.as_slice(), script].concat(),
            "application/pdf",
            true,
        ),
        (
            "sida.html",
            [script, b"%PDF-1.7\n".as_slice()].concat(),
            "application/pdf",
            true,
        ),
        (
            "program.exe",
            b"MZ\x90\0\x03\0\0\0".to_vec(),
            "application/octet-stream",
            false,
        ),
        (
            "film.mp4",
            b"\0\0\0\x18ftypisom\0\0\0\0isommp42".to_vec(),
            "video/mp4",
            true,
        ),
        (
            "sida.html",
            [b"ID3\x04\0\0\0\0\0\0".as_slice(), script].concat(),
            "audio/mpeg",
            true,
        ),
        (
            "film.mp4",
            b"MZ\x90\0\x03\0\0\0".to_vec(),
            "application/octet-stream",
            false,
        ),
    ]
}

#[test]
fn a_file_is_what_its_bytes_say_and_nothing_in_it_runs() {
    let home = Household::new();
    let (owner, program) = (&home.people[0].session, &home.people[0].program);
    let path = format!("/api/v1/items/{}", home.thing);
    for (name, bytes, kind, shown) in files() {
        let kept = program.upload(&format!("{path}/documents"), &[Part::File(name, &bytes)]);
        assert_eq!(kept.status, 201, "{name}: {kept}");
        let kept = kept.json()["attachments"][0].clone();
        assert_eq!(kept["media_type"], kind, "{name}");
        let id = kept["id"].as_str().unwrap();
        for (address, saved) in [
            (format!("/files/{id}"), !shown),
            (format!("/files/{id}/download"), true),
            (format!("/api/v1/documents/{id}/content"), true),
        ] {
            let reply = owner.get(&address);
            runs_nothing(&reply, name);
            assert_eq!(reply.header("content-type"), kind, "{name}");
            assert_eq!(reply.body, bytes, "{name}");
            assert_eq!(
                reply.headers.contains_key("content-disposition"),
                saved,
                "{address} {name}"
            );
            // Whoever asks for it as something else gets the same.
            let asked = [("accept", "text/html"), ("range", "bytes=0-3")];
            let part = owner.send("GET", &address, &asked, Vec::new());
            assert_eq!(part.status, 206, "{name}");
            runs_nothing(&part, name);
        }
        if kind == "text/plain" || kind == "application/octet-stream" {
            let refused = program.upload(&format!("{path}/photos"), &[Part::File(name, &bytes)]);
            assert_eq!(refused.status, 422, "{name} is no photo: {refused}");
        }
    }
    home.server.stop();
}

#[test]
fn a_picture_is_shown_without_what_was_hidden_in_it() {
    let home = Household::new();
    let (owner, program) = (&home.people[0].session, &home.people[0].program);
    let bytes = [fixtures::photo(1).as_slice(), b"<script>prov()</script>"].concat();
    let path = format!("/api/v1/items/{}/photos", home.thing);
    let kept = program
        .upload(&path, &[Part::File("bild.jpg", &bytes)])
        .json();
    let id = kept["attachments"][0]["id"].as_str().unwrap();
    for address in [
        format!("/photos/{id}/small"),
        format!("/api/v1/photos/{id}/content?size=large"),
    ] {
        let shown = owner.get(&address);
        runs_nothing(&shown, &address);
        assert!(!shown.text().contains("prov()"), "{address}");
    }
    home.server.stop();
}

#[test]
fn a_part_of_a_file_that_nobody_can_mean_is_no_trouble() {
    let home = Household::new();
    let (owner, program) = (&home.people[0].session, &home.people[0].program);
    let bytes = fixtures::photo(1);
    let path = format!("/api/v1/items/{}/documents", home.thing);
    let kept = program
        .upload(&path, &[Part::File("bild.jpg", &bytes)])
        .json();
    let address = format!("/files/{}", kept["attachments"][0]["id"].as_str().unwrap());
    let many = format!("bytes={}", "0-0,".repeat(2_000));
    let wide = format!("bytes={}", "0-,".repeat(2_000));
    for range in [
        "bytes=0-0",
        "bytes=-1",
        "bytes=0-",
        "bytes=0-99999999999999999999999",
        "bytes=99999999999999999999999-",
        "bytes=-99999999999999999999999",
        "bytes=9-5",
        "bytes=a-b",
        "bytes=",
        "bytes=-",
        "bytes=--1",
        "bytes=0-0,1-1",
        "items=0-1",
        &many,
        &wide,
    ] {
        let reply = owner.send("GET", &address, &[("range", range)], Vec::new());
        runs_nothing(&reply, range);
        assert!(
            reply.body.len() <= bytes.len() + 1_000,
            "{range}: {}",
            reply.body.len()
        );
        let status = reply.status.as_u16();
        assert!(matches!(status, 200 | 206 | 416), "{range}: {status}");
        if status == 416 {
            assert_eq!(
                reply.header("content-range"),
                format!("bytes */{}", bytes.len())
            );
        }
    }
    let whole = owner.get(&address);
    assert_eq!((whole.status.as_u16(), whole.body), (200, bytes));
    home.server.stop();
}

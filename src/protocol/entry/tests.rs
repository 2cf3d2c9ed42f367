//! What entries have to hold.

use jiff::civil::Date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::{domain::identifier::IdentifierKind, protocol::contact::ContactSecret};

fn today() -> Date {
    "2026-11-28".parse().unwrap()
}

/// A stolen bicycle.
fn bicycle() -> Value {
    json!({
        "version": 1,
        "registry": "https://register.example",
        "entry_id": "6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5d11",
        "revision": 1,
        "state": "stolen",
        "visibility": "browse",
        "category": "vehicles.bicycles",
        "title": "Röd damcykel med korg",
        "make": "Crescent",
        "model": "Elda 7",
        "colours": ["red", "black"],
        "materials": ["stål"],
        "identifiers": [{ "kind": "frame_number", "value": "WTU 123456 X" }],
        "incident": { "from": "2026-11-20", "to": "2026-11-21", "country": "SE", "county": "SE-C", "municipality": "Östhammar" },
        "police": { "authority": "Polisen", "reference": "5000-K123456-26" },
        "photos": ["00".repeat(32)],
        "languages": ["sv"],
        "contact": ContactSecret::derive(&[7; 32]).key().to_string(),
        "accept_tips": true,
        "expires": "2028-11-28",
        "issued": "2026-11-28T10:00:00Z",
    })
}

fn read(json: Value) -> Result<Entry, serde_json::Error> {
    serde_json::from_value(json)
}

/// What is refused of an entry in which one field says something else.
fn refused(pointer: &str, said: Value) -> Vec<(String, &'static str)> {
    let mut json = bicycle();
    *json.pointer_mut(pointer).unwrap() = said;
    let refused = read(json).unwrap().check(today()).err().unwrap_or_default();
    let fields = refused.iter();
    fields
        .map(|(field, text)| (field.to_owned(), text))
        .collect()
}

#[test]
fn an_entry_is_read_and_written_as_it_is() {
    let entry = read(bicycle()).unwrap();
    assert_eq!(entry.check(today()), Ok(()));
    assert_eq!(serde_json::to_value(&entry).unwrap(), bicycle());
}

#[test]
fn an_unknown_field_is_refused_wherever_it_is() {
    for place in ["", "/incident", "/police", "/identifiers/0"] {
        let mut json = bicycle();
        json.pointer_mut(place).unwrap()["owner"] = json!("Anna Holm");
        let error = read(json).unwrap_err().to_string();
        assert!(error.contains("unknown field `owner`"), "{place}: {error}");
    }
}

/// Holds a field that says something else to being refused so.
fn holds(pointer: &str, said: &Value, field: &str, text: &'static str) {
    let found = refused(pointer, said.clone());
    let told = (field.to_owned(), text);
    assert!(found.contains(&told), "{pointer} {said}: {found:?}");
}

#[test]
fn every_rule_of_a_text_names_its_field() {
    for (pointer, said, field, text) in [
        ("/version", json!(2), "version", "error-entry-version"),
        ("/revision", json!(0), "revision", "error-entry-revision"),
        (
            "/entry_id",
            json!("01936f6e-5f5e-7c3a-8b1e-2f3a4b5c6d7e"),
            "entry_id",
            "error-entry-id",
        ),
        ("/category", json!("weapons"), "category", "error-choice"),
        ("/title", json!(""), "title", "error-name-empty"),
        (
            "/title",
            json!("å".repeat(TITLE + 1)),
            "title",
            "error-too-long",
        ),
        ("/title", json!("Röd\ncykel"), "title", "error-entry-text"),
        (
            "/title",
            json!("Röd \u{202e}lekyc"),
            "title",
            "error-entry-text",
        ),
        (
            "/title",
            json!("Ring 070-1234567"),
            "title",
            "error-personal-phone",
        ),
        (
            "/model",
            json!("anna@example.org"),
            "model",
            "error-personal-mail",
        ),
        (
            "/materials/0",
            json!("Storgatan 5"),
            "materials[0]",
            "error-personal-street",
        ),
    ] {
        holds(pointer, &said, field, text);
    }
}

#[test]
fn every_rule_of_a_list_a_day_and_a_place_names_its_field() {
    for (pointer, said, field, text) in [
        (
            "/colours",
            json!(vec!["red"; 11]),
            "colours",
            "error-too-many",
        ),
        (
            "/identifiers/0/value",
            json!("saknas"),
            "identifiers[0].value",
            "error-identifier-none",
        ),
        (
            "/identifiers/0/value",
            json!("00000"),
            "identifiers[0].value",
            "error-identifier-none",
        ),
        (
            "/incident/to",
            json!("2026-11-19"),
            "incident.to",
            "error-entry-dates",
        ),
        (
            "/incident/to",
            json!("2026-12-19"),
            "incident.to",
            "error-entry-dates",
        ),
        (
            "/incident/country",
            json!("Se"),
            "incident.country",
            "error-entry-country",
        ),
        (
            "/incident/county",
            json!("NO-03"),
            "incident.county",
            "error-entry-county",
        ),
        (
            "/incident/municipality",
            json!("Storgatan, Östhammar"),
            "incident.municipality",
            "error-entry-municipality",
        ),
        (
            "/incident/municipality",
            json!("74231"),
            "incident.municipality",
            "error-entry-municipality",
        ),
        (
            "/expires",
            json!("2026-11-27"),
            "expires",
            "error-entry-expires",
        ),
        (
            "/expires",
            json!("2036-11-27"),
            "expires",
            "error-entry-expires",
        ),
    ] {
        holds(pointer, &said, field, text);
    }
}

#[test]
fn what_is_found_by_nothing_is_refused() {
    let mut json = bicycle();
    json["visibility"] = json!("match_only");
    json["identifiers"] = json!([]);
    let refused = read(json).unwrap().check(today()).unwrap_err();
    assert_eq!(refused.get("identifiers"), Some("error-entry-unfindable"));
}

#[test]
fn a_frame_number_is_called_so_on_the_wire() {
    for kind in IdentifierKind::ALL.map(MarkKind) {
        assert_eq!(MarkKind::from_key(kind.key()), Some(kind));
    }
    assert_eq!(MarkKind(IdentifierKind::Frame).key(), "frame_number");
    assert_eq!(MarkKind::from_key("frame"), None);
}

#[test]
fn a_digest_is_written_in_one_way() {
    let text = "0f".repeat(32);
    assert_eq!(text.parse::<Digest>().unwrap().to_string(), text);
    for wrong in [
        "0F".repeat(32),
        "0f".repeat(31),
        "0f".repeat(33),
        format!("{}0", "0f".repeat(31)),
        "å".repeat(32),
    ] {
        assert_eq!(wrong.parse::<Digest>(), Err(DigestError), "{wrong}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_a_rule_stumble(text in any::<String>()) {
        let mut entry = read(bicycle()).unwrap();
        entry.title.clone_from(&text);
        entry.incident.municipality = Some(text.clone());
        entry.incident.county = Some(text.clone());
        entry.incident.country.clone_from(&text);
        entry.identifiers[0].value = text;
        let _ = entry.check(today());
    }
}

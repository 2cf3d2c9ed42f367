//! What the OpenAPI document promises.

use serde_json::Value;

use super::*;

fn document() -> Value {
    let (_, document) = crate::api::documented();
    serde_json::to_value(document).unwrap()
}

#[test]
fn the_document_is_as_it_was() {
    let (_, document) = crate::api::documented();
    insta::assert_snapshot!("openapi", document.to_pretty_json().unwrap());
}

#[test]
fn every_operation_says_what_it_does_and_has_a_tag_of_ours() {
    let document = document();
    let mut names = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            assert!(operation["summary"].is_string(), "{at}");
            let tag = operation["tags"][0].as_str().unwrap();
            assert!(TAGS.iter().any(|(own, _)| *own == tag), "{at}: {tag}");
            assert!(operation["responses"]["401"].is_object(), "{at}");
            names.push(operation["operationId"].as_str().unwrap().to_owned());
        }
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "each operation has an id of its own");
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_described() {
    let document = document();
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let described = schema["description"].is_string() || schema["enum"].is_array();
        assert!(described, "{name} has no description");
    }
}

//! What a value of a schema looks like: an example, made up from the schema alone.

use serde_json::{Map, Value, json};

/// How deep an example goes before it stops at an empty list or `null`.
const DEPTH: usize = 5;

/// An example of a schema.
pub(super) fn of(document: &Value, schema: &Value) -> Value {
    make(document, schema, DEPTH)
}

fn make(document: &Value, schema: &Value, depth: usize) -> Value {
    let schema = resolved(document, schema);
    if let Some(example) = schema["examples"].get(0).or(schema.get("example")) {
        return example.clone();
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    if depth == 0 {
        return Value::Null;
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in parts {
            if let Value::Object(fields) = make(document, part, depth) {
                whole.extend(fields);
            }
        }
        return Value::Object(whole);
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let real = choices.iter().find(|choice| choice["type"] != "null");
            return real.map_or(Value::Null, |choice| make(document, choice, depth));
        }
    }
    match kind(schema) {
        "object" => Value::Object(
            properties(schema)
                .map(|(name, schema)| (name.clone(), make(document, schema, depth - 1)))
                .collect(),
        ),
        "array" if depth == 1 => json!([]),
        "array" => json!([make(document, &schema["items"], depth - 1)]),
        "integer" => schema.get("minimum").cloned().unwrap_or_else(|| json!(1)),
        "number" => json!(1.5),
        "boolean" => json!(false),
        "string" => json!(text(&schema["format"])),
        _ => Value::Null,
    }
}

/// What a reference leads to.
pub(super) fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    schema["$ref"]
        .as_str()
        .and_then(|reference| document.pointer(reference.strip_prefix('#')?))
        .unwrap_or(schema)
}

/// The type of a schema, `null` aside.
pub(super) fn kind(schema: &Value) -> &str {
    let several = schema["type"].as_array().into_iter().flatten();
    let mut names = several.chain([&schema["type"]]).filter_map(Value::as_str);
    names.find(|name| *name != "null").unwrap_or_default()
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flatten()
}

fn text(format: &Value) -> &'static str {
    match format.as_str() {
        Some("uuid") => "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21",
        Some("date-time") => "2024-05-03T14:12:00Z",
        Some("date") => "2024-05-03",
        Some("binary") => "…",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_follows_references_and_stops_in_circles() {
        let document = json!({"components": {"schemas": {
            "Box": {"type": "object", "properties": {
                "name": {"type": "string", "examples": ["Låda"]},
                "id": {"type": ["string", "null"], "format": "uuid"},
                "boxes": {"type": "array", "items": {"$ref": "#/components/schemas/Box"}},
            }},
        }}});
        let schema = json!({"$ref": "#/components/schemas/Box"});
        let example = of(&document, &schema);
        assert_eq!(example["name"], "Låda");
        assert_eq!(example["boxes"][0]["name"], "Låda");
        assert!(example.to_string().len() < 500, "{example}");
    }

    #[test]
    fn the_parts_of_a_whole_are_put_together_and_null_is_no_choice() {
        let schema = json!({"allOf": [
            {"type": "object", "properties": {"a": {"type": "integer", "minimum": 7}}},
            {"type": "object", "properties": {"b": {"oneOf": [{"type": "null"}, {"type": "boolean"}]}}},
        ]});
        assert_eq!(of(&Value::Null, &schema), json!({"a": 7, "b": false}));
    }
}

//! The page that tells what the API can do: every operation by its noun, and every type.

use maud::{Markup, PreEscaped, html};
use serde_json::Value;

use super::{
    super::ROOT,
    example::{self, kind, resolved},
};
use crate::ui::{button::Button, look::Look};

/// The methods in the order in which they are read.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The body of the page. The frame is in the reader's language, what the document says is in English.
pub(super) fn body(document: &Value, look: &Look) -> Markup {
    let tags = list(&document["tags"]);
    let schemas = document["components"]["schemas"].as_object();
    html! {
        div.row { (Button::link(look.text("api-document"), format!("{ROOT}/openapi.json"))) }
        div.prose lang="en" { (prose(&document["info"]["description"])) }
        nav.api-nouns aria-label=(look.text("api-nouns")) {
            @for tag in tags.clone() { @if has(document, text(&tag["name"])) {
                a lang="en" href={ "#" (text(&tag["name"])) } { (text(&tag["name"])) }
            } }
            a href="#types" { (look.text("api-types")) }
        }
        @for tag in tags { (noun(document, look, tag)) }
        section.section #types {
            h2 { (look.text("api-types")) }
            @for (name, schema) in schemas.into_iter().flatten() { (described(document, look, name, schema)) }
        }
    }
}

fn noun(document: &Value, look: &Look, tag: &Value) -> Markup {
    let name = text(&tag["name"]);
    html! {
        @if has(document, name) {
            section.section id=(name) lang="en" {
                h2 { (name) }
                p.quiet { (text(&tag["description"])) }
                div.api-operations {
                    @for (path, method, operation) in operations(document, name) {
                        (one(document, look, path, method, operation))
                    }
                }
            }
        }
    }
}

fn has(document: &Value, tag: &str) -> bool {
    operations(document, tag).next().is_some()
}

fn operations<'a>(
    document: &'a Value,
    tag: &'a str,
) -> impl Iterator<Item = (&'a str, &'static str, &'a Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(move |(path, item)| {
        METHODS.into_iter().filter_map(move |method| {
            let operation = item.get(method)?;
            (operation["tags"][0] == tag).then_some((path.as_str(), method, operation))
        })
    })
}

fn one(document: &Value, look: &Look, path: &str, method: &str, operation: &Value) -> Markup {
    let parameters = operation["parameters"].as_array();
    let sent = operation.get("requestBody");
    html! {
        details.api-operation {
            summary {
                code.api-method { (method.to_uppercase()) }
                code.api-path { (path) }
                span.quiet { (text(&operation["summary"])) }
            }
            (prose(&operation["description"]))
            @if let Some(parameters) = parameters.filter(|all| !all.is_empty()) {
                h3 { (look.text("api-parameters")) }
                (rows(document, look, parameters.iter().map(|parameter| Row {
                    name: text(&parameter["name"]),
                    schema: &parameter["schema"],
                    about: &parameter["description"],
                    required: parameter["required"] == true,
                })))
            }
            @if let Some(sent) = sent { h3 { (look.text("api-request")) } (content(document, &sent["content"])) }
            h3 { (look.text("api-responses")) }
            @for (status, response) in operation["responses"].as_object().into_iter().flatten() {
                @let response = resolved(document, response);
                p { code { (status) } " " (text(&response["description"])) }
                @if status.starts_with('2') { (content(document, &response["content"])) }
            }
        }
    }
}

/// What is sent or answered: its type, and an example of it.
fn content(document: &Value, content: &Value) -> Markup {
    html! {
        @for (media, inside) in content.as_object().into_iter().flatten() {
            @let schema = &inside["schema"];
            p.quiet { code { (media) } " " (type_of(schema)) }
            @if media.ends_with("json") {
                pre.api-example tabindex="0" { code { (format!("{:#}", example::of(document, schema))) } }
            }
        }
    }
}

fn described(document: &Value, look: &Look, name: &str, schema: &Value) -> Markup {
    html! {
        section.api-type id={ "type-" (name) } lang="en" {
            h3 { (name) }
            (prose(&schema["description"]))
            (fields(document, look, schema))
        }
    }
}

fn fields(document: &Value, look: &Look, schema: &Value) -> Markup {
    if let Some(words) = schema["enum"].as_array() {
        return html! { p { @for word in words { code { (text(word)) } " " } } };
    }
    let parts = ["allOf", "oneOf", "anyOf"].map(|choice| list(&schema[choice]));
    let required: Vec<&str> = list(&schema["required"]).map(text).collect();
    let properties = schema["properties"].as_object();
    html! {
        @if let Some(properties) = properties {
            (rows(document, look, properties.iter().map(|(name, schema)| Row {
                name,
                schema,
                about: &schema["description"],
                required: required.contains(&name.as_str()),
            })))
        }
        @for part in parts.into_iter().flatten() {
            @if part.get("$ref").is_some() { p { (type_of(part)) } }
            @else { (prose(&part["description"])) (fields(document, look, part)) }
        }
    }
}

struct Row<'a> {
    name: &'a str,
    schema: &'a Value,
    about: &'a Value,
    required: bool,
}

fn rows<'a>(document: &Value, look: &Look, rows: impl Iterator<Item = Row<'a>>) -> Markup {
    html! {
        dl.api-fields {
            @for row in rows {
                dt {
                    code { (row.name) }
                    span.quiet { " " (type_of(row.schema)) @if row.required { ", " (look.text("api-required")) } }
                }
                dd {
                    @let about = if row.about.is_string() { row.about } else { &resolved(document, row.schema)["description"] };
                    (prose(about))
                    @if let Some(words) = row.schema["enum"].as_array() {
                        @for word in words { code { (text(word)) } " " }
                    }
                }
            }
        }
    }
}

/// The name of a type, as a link where it is told further down.
fn type_of(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"]
        .as_str()
        .and_then(|path| path.rsplit('/').next())
    {
        return html! { a href={ "#type-" (name) } { (name) } };
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        let mut real = list(&schema[choice]).filter(|choice| choice["type"] != "null");
        if let Some(first) = real.next() {
            return html! { (type_of(first)) @for other in real { " | " (type_of(other)) } };
        }
    }
    if kind(schema) == "array" {
        return html! { "[" (type_of(&schema["items"])) "]" };
    }
    let format = schema["format"].as_str();
    html! { (kind(schema)) @if let Some(format) = format { " (" (format) ")" } }
}

fn list(value: &Value) -> std::iter::Flatten<std::option::IntoIter<&Vec<Value>>> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Markdown of the document, which is ours alone.
fn prose(value: &Value) -> Markup {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(text(value)));
    PreEscaped(html)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    #[test]
    fn every_operation_and_every_type_is_on_the_page_in_each_language() {
        let (_, document) = crate::api::documented();
        let document = serde_json::to_value(document).unwrap();
        for lang in Lang::ALL {
            let look = Look {
                lang,
                ..Look::default()
            };
            let page = body(&document, &look).into_string();
            for path in document["paths"].as_object().unwrap().keys() {
                assert!(page.contains(&format!(">{path}</code>")), "{path}");
            }
            for reference in page.split("href=\"#").skip(1) {
                let id = reference.split('"').next().unwrap();
                assert!(
                    page.contains(&format!("id=\"{id}\"")),
                    "nothing is called {id}"
                );
            }
            assert!(page.contains(&lang.text("api-types")));
        }
    }
}

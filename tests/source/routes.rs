//! The paths of the pages' routes, as the source has them. For crates that have `source` at their top.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{self, Token};

/// The paths of the pages' routes, wherever one stands in the source of a `fn routes`.
pub fn paths_of_pages() -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for file in source::files("src/web", ".rs") {
        let tokens = source::tokens(&file.text);
        let constants: BTreeMap<&str, &str> = tokens
            .windows(8)
            .filter_map(|window| match window {
                [
                    (_, Token::Word(kind)),
                    (_, Token::Word(name)),
                    ..,
                    (_, Token::Text(text)),
                    _,
                ] if kind == "const" => Some((name.as_str(), text.as_str())),
                _ => None,
            })
            .collect();
        for (at, (_, token)) in tokens.iter().enumerate() {
            if !matches!(token, Token::Word(word) if word == "route") {
                continue;
            }
            let path = tokens[at..]
                .iter()
                .take(8)
                .find_map(|(_, token)| match token {
                    Token::Text(path) => Some(path.clone()),
                    Token::Word(name) => constants.get(name.as_str()).map(ToString::to_string),
                    _ => None,
                });
            let path = path.unwrap_or_else(|| panic!("{}: a route without a path", file.path));
            paths.extend(written_out(&path));
        }
    }
    paths
}

/// The routes of photos are made for things, places, jobs, memories and incidents alike, by one template.
fn written_out(path: &str) -> Vec<String> {
    if !path.contains("{noun}") {
        return vec![path.to_owned()];
    }
    let path = path.replace("{{", "{").replace("}}", "}");
    ["items", "places", "jobs", "memories", "incidents"]
        .map(|noun| path.replace("{noun}", noun))
        .into()
}

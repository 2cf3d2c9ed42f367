//! The words for what people do: every action that the source writes is told in the history, and by a toast.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]

mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use source::{Token, files, tokens};

/// What the program does by itself, so that nobody waits to be told; and what its own row says as soon as it is done.
const UNTOLD: &[&str] = &["bin-sweep", "loss-mark", "sighting-mark", "sighting-remove"];

/// The first words of actions: the nouns.
const NOUNS: &[&str] = &[
    "attachment",
    "bequest",
    "bin",
    "category",
    "claim",
    "division",
    "household",
    "incident",
    "item",
    "job",
    "loan",
    "loss",
    "memory",
    "person",
    "place",
    "plan",
    "policy",
    "receipt",
    "report",
    "round",
    "search",
    "sighting",
    "tag",
    "template",
    "warranty",
];

#[test]
fn every_action_has_its_words_in_both_languages() {
    let actions = actions();
    assert!(actions.len() > 30, "{actions:?}");
    let mut missing = Vec::new();
    for lang in ["sv", "en"] {
        let told = keys(lang, "action");
        let done = keys(lang, "done");
        for (action, path) in &actions {
            if !told.contains(&format!("action-{action}")) {
                missing.push(format!("{path}: {lang} has no action-{action}"));
            }
            let untold = UNTOLD.contains(&action.as_str());
            if !untold && !done.contains(&format!("done-{action}")) {
                missing.push(format!("{path}: {lang} has no done-{action}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}

#[test]
fn no_words_are_left_of_actions_that_are_gone() {
    let actions = actions();
    for lang in ["sv", "en"] {
        for key in keys(lang, "action") {
            let action = key.trim_start_matches("action-");
            assert!(actions.contains_key(action), "{lang}: {key}");
        }
    }
}

/// The actions that the source writes, each with a file that does: what stands where an action does, or looks like one.
fn actions() -> BTreeMap<String, String> {
    let mut found = BTreeMap::from([("undo".to_owned(), "src/actions/history.rs".to_owned())]);
    for file in files("src/actions", ".rs") {
        if file.path.ends_with("tests.rs") {
            continue;
        }
        for (_, token) in tokens(&file.text) {
            if let Token::Text(text) = token
                && is_action(&text)
            {
                found.insert(text, file.path.clone());
            }
        }
    }
    found
}

fn is_action(text: &str) -> bool {
    let verb = text
        .split_once('-')
        .filter(|(noun, _)| NOUNS.contains(noun))
        .map(|(_, verb)| verb);
    verb.is_some_and(|verb| {
        !verb.is_empty()
            && verb
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    })
}

fn keys(lang: &str, file: &str) -> BTreeSet<String> {
    let path = format!(
        "{}/assets/texts/{lang}/{file}.ftl",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let keys = text
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()));
    keys.filter(|key| !key.starts_with([' ', '#'])).collect()
}

//! The shape of the source: who may import whom, where each big dependency lives, and how files look.

mod paths;
mod rules;
#[path = "../source/mod.rs"]
mod source;

use std::fs;

use rules::{Levels, Module};
use source::{File, files};

fn no(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

fn each(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    files("src", ".rs").iter().flat_map(rule).collect()
}

fn levels() -> Levels {
    let text = include_str!("../../src/lib.rs");
    Levels::read(text).unwrap_or_else(|problem| panic!("src/lib.rs: {problem}"))
}

#[test]
fn the_table_of_levels_names_every_module() {
    let modules: Vec<String> = files("src", ".rs")
        .iter()
        .filter_map(|file| Module::of(&file.path).top().map(str::to_owned))
        .collect();
    no(&levels().differences(&modules));
}

#[test]
fn a_module_imports_only_from_levels_above_it_in_the_table() {
    let levels = levels();
    no(&each(|file| levels.breaches(file)));
}

#[test]
fn pages_of_one_feature_never_import_another_feature() {
    let files = files("src", ".rs");
    let features: Vec<String> = files
        .iter()
        .filter_map(|file| Module::of(&file.path).feature().map(str::to_owned))
        .collect();
    no(&each(|file| rules::features_stay_apart(file, &features)));
}

#[test]
fn each_big_dependency_has_one_home() {
    no(&each(rules::dependencies_stay_home));
}

#[test]
fn every_file_starts_with_one_sentence_on_what_lives_there() {
    no(&each(rules::opens_with_a_sentence));
}

#[test]
fn no_file_is_longer_than_four_hundred_lines_without_its_tests() {
    no(&each(rules::is_short));
}

#[test]
fn nothing_is_called_after_having_no_subject() {
    no(&each(rules::has_a_subject));
}

#[test]
fn the_top_level_holds_only_what_is_expected_there() {
    let top = fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap();
    let names: Vec<String> = top
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    no(&rules::expected_at_the_top(&names));
}

#[test]
fn the_bench_has_no_crate_that_the_program_does_not_have() {
    let program = include_str!("../../Cargo.lock");
    let bench = include_str!("../measure/Cargo.lock");
    no(&rules::crates_apart(bench, program));
}

//! The rules: each takes source and gives its breaches, a line of text each.

use std::collections::BTreeMap;

use crate::{
    paths::{Named, named},
    source::File,
};

/// The most lines of a file, its unit tests not counted.
const LINES: usize = 400;

/// What every feature's pages may share, beside `web` itself.
const SHARED_BY_PAGES: &[&str] = &["page"];

/// Names that say nothing of what is inside.
const SUBJECTLESS: &[&str] = &[
    "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils",
];

/// What stands at the top of the project, beside dotfiles and `target`.
const TOP: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "docs",
    "packaging",
    "src",
    "systemd",
    "tests",
];

/// The big dependencies, and the only modules that may name them.
const HOMES: &[(&[&str], &[&str])] = &[
    (&["redb"], &["store", "registry"]),
    (
        &[
            "deadpool_postgres",
            "tokio_postgres",
            "tokio_postgres_rustls",
        ],
        &["registry"],
    ),
    (&["tantivy"], &["index"]),
    (
        &[
            "exif",
            "fast_image_resize",
            "hayro",
            "heic_rs",
            "image",
            "jpeg_decoder",
            "lopdf",
            "moxcms",
            "rten",
            "rten_tensor",
            "rxing",
        ],
        &["media"],
    ),
    (&["harfrust", "krilla", "unicode_linebreak"], &["press"]),
    (&["jpeg_encoder"], &["media", "demo", "press"]),
    (&["pdf_writer"], &["demo"]),
    (&["tiny_skia"], &["demo"]),
    (&["argon2"], &["access"]),
    (&["axum", "axum_extra"], &["http", "web", "api", "registry"]),
    (
        &["maud"],
        &["ui", "reports", "http", "web", "api", "registry", "notify"],
    ),
    (&["utoipa_axum"], &["api"]),
    (&["clap"], &["cli", "config"]),
    (&["figment"], &["config"]),
    (&["fluent_templates"], &["i18n"]),
    (&["if_addrs", "mdns_sd"], &["discovery"]),
    (&["listenfd"], &["http"]),
    (&["crc32fast", "csv", "rust_xlsxwriter"], &["reports"]),
    (&["ed25519_dalek", "hpke", "sfv"], &["protocol"]),
    (&["sd_notify"], &["app"]),
    (
        &[
            "async_imap",
            "lettre",
            "mail_parser",
            "rustls",
            "rustls_native_certs",
            "tokio_rustls",
            "url",
        ],
        &["notify"],
    ),
];

/// Where a file stands among the modules.
pub struct Module<'a>(Vec<&'a str>);

impl<'a> Module<'a> {
    /// The module that `src/….rs` holds; the crate itself for `lib.rs` and `main.rs`.
    pub fn of(path: &'a str) -> Self {
        let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
        let inner = inner.strip_suffix("/mod").unwrap_or(inner);
        match inner {
            "lib" | "main" => Self(Vec::new()),
            _ => Self(inner.split('/').collect()),
        }
    }

    /// The feature whose pages it holds, if it is beneath `web`.
    pub fn feature(&self) -> Option<&'a str> {
        match self.0.as_slice() {
            ["web", feature, ..] => Some(feature),
            _ => None,
        }
    }

    /// Its outermost module, which has a level; none for the crate itself.
    pub fn top(&self) -> Option<&'a str> {
        self.0.first().copied()
    }

    fn names(&self, text: &str) -> Vec<Named> {
        named(&self.0, text)
    }
}

/// The level of each module, as the table in the crate's documentation has it.
pub struct Levels(BTreeMap<String, usize>);

impl Levels {
    /// Reads the table: rows of ``//! | 2 | [`store`] [`index`] |``.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut levels = BTreeMap::new();
        for row in text.lines().filter_map(|line| line.strip_prefix("//! | ")) {
            let (level, modules) = row
                .split_once('|')
                .ok_or_else(|| format!("odd row: {row}"))?;
            let Ok(level) = level.trim().parse() else {
                continue; // The head of the table.
            };
            for module in modules
                .split(['[', '`', ']', ' ', '|'])
                .filter(|word| !word.is_empty())
            {
                if levels.insert(module.to_owned(), level).is_some() {
                    return Err(format!("{module} has two levels"));
                }
            }
        }
        if levels.is_empty() {
            Err("no table of levels".to_owned())
        } else {
            Ok(Self(levels))
        }
    }

    /// Modules without a level, and levels without a module.
    pub fn differences(&self, modules: &[String]) -> Vec<String> {
        let strays = modules
            .iter()
            .filter(|module| !self.0.contains_key(*module))
            .map(|module| format!("{module} has no level in src/lib.rs"));
        let ghosts = self
            .0
            .keys()
            .filter(|module| !modules.contains(module))
            .map(|module| format!("{module} has a level in src/lib.rs and no source"));
        strays.chain(ghosts).collect()
    }

    /// The imports of a file that the table forbids. The crate itself may name every module.
    pub fn breaches(&self, file: &File) -> Vec<String> {
        let module = Module::of(&file.path);
        let Some(own) = module.top() else {
            return Vec::new();
        };
        let allowed = |other: &str| {
            other == own
                || matches!((self.0.get(other), self.0.get(own)), (Some(other), Some(own)) if other < own)
        };
        module
            .names(&file.text)
            .iter()
            .filter_map(|named| {
                let [root, other, ..] = named.parts.as_slice() else {
                    return None;
                };
                (root == "crate" && !allowed(other))
                    .then(|| format!("{}:{}: {own} may not import {other}", file.path, named.line))
            })
            .collect()
    }
}

/// The imports from one feature's pages of another's. What `web` itself declares belongs to every page.
pub fn features_stay_apart(file: &File, features: &[String]) -> Vec<String> {
    let module = Module::of(&file.path);
    let Some(own) = module.feature() else {
        return Vec::new();
    };
    module
        .names(&file.text)
        .iter()
        .filter_map(|named| {
            let [root, web, other, ..] = named.parts.as_slice() else {
                return None;
            };
            let shared = other == own || SHARED_BY_PAGES.contains(&other.as_str());
            (root == "crate" && web == "web" && features.contains(other) && !shared).then(|| {
                format!(
                    "{}:{}: web::{own} may not import web::{other}",
                    file.path, named.line
                )
            })
        })
        .collect()
}

/// The dependencies that a file names outside of their home.
pub fn dependencies_stay_home(file: &File) -> Vec<String> {
    let module = Module::of(&file.path);
    let own = module.top().unwrap_or("the crate itself");
    module
        .names(&file.text)
        .iter()
        .filter_map(|named| {
            let root = named.parts.first()?.as_str();
            let (_, homes) = HOMES
                .iter()
                .find(|(dependencies, _)| dependencies.contains(&root))?;
            (!homes.contains(&own)).then(|| {
                format!(
                    "{}:{}: {root} lives in {}, not in {own}",
                    file.path,
                    named.line,
                    homes.join(", ")
                )
            })
        })
        .collect()
}

/// A missing `//!`, or one whose first paragraph is not one sentence.
pub fn opens_with_a_sentence(file: &File) -> Vec<String> {
    let paragraph: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//! "))
        .map(str::trim)
        .collect();
    let sentence = paragraph.join(" ");
    let ends_within = sentence
        .split(". ")
        .skip(1)
        .any(|next| next.starts_with(|first: char| first.is_uppercase()));
    if sentence.len() > 10 && sentence.ends_with('.') && !ends_within {
        Vec::new()
    } else {
        vec![format!(
            "{}:1: does not start with one sentence behind //!",
            file.path
        )]
    }
}

/// A file that should have become a folder.
pub fn is_short(file: &File) -> Vec<String> {
    if file.path.ends_with("/tests.rs") {
        return Vec::new();
    }
    let lines = file
        .text
        .lines()
        .take_while(|line| !line.starts_with("mod tests"))
        .count();
    if lines <= LINES {
        Vec::new()
    } else {
        vec![format!("{}: {lines} lines, at most {LINES}", file.path)]
    }
}

/// A file or folder whose name says nothing.
pub fn has_a_subject(file: &File) -> Vec<String> {
    let names = file.path.split(['/', '.', '_']);
    names
        .filter(|name| SUBJECTLESS.contains(name))
        .map(|name| format!("{}: what is a {name}? Name the noun", file.path))
        .collect()
}

/// Names at the top of the project that do not belong there.
pub fn expected_at_the_top(names: &[String]) -> Vec<String> {
    names
        .iter()
        .filter(|name| !name.starts_with('.') && *name != "target" && !TOP.contains(&name.as_str()))
        .map(|name| format!("{name}: not at the top of the project"))
        .collect()
}

/// The crates of one lock file that another does not have in the same version, but for what the project itself is.
pub fn crates_apart(lock: &str, other: &str) -> Vec<String> {
    let other = crates(other);
    let mut apart = crates(lock);
    apart.retain(|own| !other.contains(own));
    apart
}

/// The crates in a lock file that come from elsewhere, each with its version.
fn crates(lock: &str) -> Vec<String> {
    let packages = lock.split("[[package]]");
    let foreign = packages.filter(|package| package.contains("source = "));
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key));
        line.map(|value| value.trim_matches(['=', ' ', '"']).to_owned())
    };
    foreign
        .filter_map(|package| {
            Some(format!(
                "{} {}",
                value(package, "name")?,
                value(package, "version")?
            ))
        })
        .collect()
}

mod catch {
    //! Each rule shown to find what it is there to find.

    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn levels() -> Levels {
        let table = "//! | level | modules |\n//! | --- | --- |\n//! | 0 | [`domain`] |\n//! | 1 | [`store`] [`index`] |\n//! | 2 | [`web`] |\n";
        Levels::read(table).unwrap_or_else(|problem| panic!("{problem}"))
    }

    #[test]
    fn an_import_from_a_higher_level_is_caught() {
        let found = levels().breaches(&file("src/domain/item.rs", "\nuse crate::store::Blob;"));
        assert_eq!(found, ["src/domain/item.rs:2: domain may not import store"]);
    }

    #[test]
    fn an_import_from_a_sibling_is_caught_however_it_is_written() {
        for text in [
            "use crate::index::Search;",
            "use crate::{domain::Item, index};",
            "use super::super::index::Search;",
            "fn f() { crate::index::search(); }",
            "fn f() { html! { (crate::index::search()) } }",
            "#[cbor(with = \"crate::index::bytes\")] struct S;",
            "mod tests { use super::super::super::index::Search; }",
        ] {
            assert_eq!(
                levels().breaches(&file("src/store/blob.rs", text)).len(),
                1,
                "{text}"
            );
        }
    }

    #[test]
    fn imports_from_lower_levels_and_of_its_own_are_allowed() {
        let text = "use crate::domain::Item; use super::rows; fn f() { crate::store::rows::put(); super::rows::put() }";
        assert_eq!(
            levels().breaches(&file("src/store/blob.rs", text)),
            Vec::<String>::new()
        );
    }

    #[test]
    fn an_import_of_what_has_no_level_is_caught() {
        assert_eq!(
            levels()
                .breaches(&file("src/web/mod.rs", "use crate::*; use crate::cli;"))
                .len(),
            2
        );
    }

    #[test]
    fn a_module_without_level_and_a_level_without_module_are_caught() {
        let modules = ["domain", "store", "index", "api"].map(str::to_owned);
        let expected = [
            "api has no level in src/lib.rs",
            "web has a level in src/lib.rs and no source",
        ];
        assert_eq!(levels().differences(&modules), expected);
    }

    #[test]
    fn a_table_with_a_module_twice_or_none_at_all_is_caught() {
        assert!(Levels::read("//! | 0 | [`domain`] |\n//! | 1 | [`domain`] |").is_err());
        assert!(Levels::read("//! No table.").is_err());
    }

    #[test]
    fn a_page_that_imports_another_feature_is_caught() {
        let features = ["items", "places", "page"].map(str::to_owned);
        for text in [
            "use crate::web::places::Tree;",
            "use super::places;",
            "fn f() { super::places::tree(); }",
        ] {
            let found = features_stay_apart(&file("src/web/items.rs", text), &features);
            assert_eq!(
                found,
                ["src/web/items.rs:1: web::items may not import web::places"],
                "{text}"
            );
        }
        let fine =
            "use crate::web::{Web, page}; use super::items::Card; mod tests { use super::*; }";
        assert_eq!(
            features_stay_apart(&file("src/web/items.rs", fine), &features),
            Vec::<String>::new()
        );
        let router = "use crate::web::{items, places};";
        assert_eq!(
            features_stay_apart(&file("src/web/mod.rs", router), &features),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_dependency_away_from_home_is_caught_and_a_module_of_its_name_is_not() {
        let caught = [
            "use redb::Database;",
            "use {redb as r};",
            "fn f() { redb::open(); }",
            "fn f() { ::redb::open(); }",
        ];
        for text in caught {
            assert_eq!(
                dependencies_stay_home(&file("src/web/items.rs", text)).len(),
                1,
                "{text}"
            );
        }
        let fine = "use crate::media::image; fn f(image: u8) { image::upright(); self.image.exif(); image }";
        assert_eq!(
            dependencies_stay_home(&file("src/actions/photo.rs", fine)),
            Vec::<String>::new()
        );
        assert_eq!(
            dependencies_stay_home(&file("src/store/mod.rs", "use redb::Database;")),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_file_without_its_sentence_is_caught() {
        for text in [
            "use std::fs;",
            "//! No full stop",
            "//! Two sentences. They are.",
            "\n//! Not at the start.",
        ] {
            assert_eq!(
                opens_with_a_sentence(&file("src/x.rs", text)).len(),
                1,
                "{text}"
            );
        }
        let fine =
            "//! Ids: `UUIDv7`s, one type per noun,\n//! never mixed.\n//!\n//! More. And more.\n";
        assert_eq!(
            opens_with_a_sentence(&file("src/x.rs", fine)),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_long_file_is_caught_and_long_tests_are_not() {
        let code = "//\n".repeat(LINES + 1);
        assert_eq!(is_short(&file("src/x.rs", &code)).len(), 1);
        assert_eq!(
            is_short(&file("src/x/tests.rs", &code)),
            Vec::<String>::new()
        );
        assert_eq!(
            is_short(&file("src/x.rs", &format!("mod tests {{\n{code}}}"))),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_name_without_a_subject_is_caught() {
        for path in [
            "src/utils.rs",
            "src/web/helpers/mod.rs",
            "src/store/blob_manager.rs",
            "src/common/x.rs",
        ] {
            assert_eq!(has_a_subject(&file(path, "")).len(), 1, "{path}");
        }
    }

    #[test]
    fn a_stray_file_at_the_top_is_caught() {
        let names = [".gitignore", "src", "target", "notes.txt", "scripts"].map(str::to_owned);
        assert_eq!(expected_at_the_top(&names).len(), 2);
    }

    #[test]
    fn a_crate_that_the_program_does_not_have_is_caught_and_the_project_itself_is_not() {
        let package = |name: &str, version: &str, more: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{more}\n")
        };
        let from = "source = \"registry\"";
        let own = package("tokio", "1.2.3", from) + &package("smartinventory", "0.1.0", "");
        let other = package("tokio", "1.2.4", from) + &package("measure", "0.1.0", "");
        assert_eq!(crates_apart(&other, &own), ["tokio 1.2.4"]);
        assert_eq!(crates_apart(&own, &own), Vec::<String>::new());
    }
}

//! The texts: complete in both languages, all of them used, and none asked for that does not exist.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use proc_macro2::Delimiter;
use source::{File, Token, files, tokens};

/// Keys that the source builds from a prefix and a value, such as `format!("category-{name}")`.
const BUILT: &[&str] = &[
    "action-",
    "done-",
    "error-too-large-",
    "format-month-",
    "reports-column-",
    "reports-fact-",
    "reports-about-",
    "reports-kind-",
    "reports-part-",
    "reports-subject-",
];

/// Keys whose Swedish and English texts are rightly the same.
const SAME: &[&str] = &[
    "country-fi",
    "country-pt",
    "plate-imei",
    "product",
    "registry-colour-beige",
    "registry-colour-orange",
    "registry-colour-silver",
    "reminders-gotify",
    "reminders-ntfy",
    "reminders-server",
    "reminders-webhook",
    "ui-filter",
];

type Pattern = ast::Pattern<String>;
type Texts = BTreeMap<String, Pattern>;

fn no(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

fn texts(lang: &str) -> Texts {
    let (texts, breaches) = read(&files(&format!("assets/texts/{lang}"), ".ftl"));
    no(&breaches);
    texts
}

/// The source, without the tests' own files: what they show is made up.
fn src() -> Vec<File> {
    let mut files = files("src", ".rs");
    files.retain(|file| !file.path.ends_with("/tests.rs"));
    files
}

#[test]
fn every_text_is_readable_stands_once_and_in_the_file_its_key_names() {
    for lang in ["sv", "en"] {
        no(&read(&files(&format!("assets/texts/{lang}"), ".ftl")).1);
    }
}

#[test]
fn every_text_exists_in_both_languages() {
    no(&without_counterpart(&texts("sv"), &texts("en")));
}

#[test]
fn a_text_has_the_same_variables_in_both_languages() {
    no(&with_other_variables(&texts("sv"), &texts("en")));
}

#[test]
fn swedish_is_not_english_left_standing() {
    no(&untranslated(&texts("sv"), &texts("en"), SAME));
}

#[test]
fn every_text_that_the_source_asks_for_exists() {
    no(&missing(&src(), &texts("sv")));
}

#[test]
fn every_text_is_asked_for() {
    no(&unused(&src(), &texts("sv"), BUILT));
}

/// The texts of one language, and what is wrong with its files.
fn read(files: &[File]) -> (Texts, Vec<String>) {
    let (mut texts, mut breaches) = (Texts::new(), Vec::new());
    for file in files {
        let stem = file
            .path
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".ftl"))
            .unwrap_or_default();
        let resource =
            fluent_syntax::parser::parse(file.text.clone()).unwrap_or_else(|(resource, errors)| {
                breaches.extend(errors.iter().map(|error| format!("{}: {error}", file.path)));
                resource
            });
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else {
                continue;
            };
            let key = message.id.name;
            if key != stem && !key.starts_with(&format!("{stem}-")) {
                breaches.push(format!("{}: {key} belongs in another file", file.path));
            }
            let Some(pattern) = message.value else {
                breaches.push(format!("{}: {key} has no text", file.path));
                continue;
            };
            if texts.insert(key.clone(), pattern).is_some() {
                breaches.push(format!("{}: {key} is there already", file.path));
            }
        }
    }
    (texts, breaches)
}

fn without_counterpart(swedish: &Texts, english: &Texts) -> Vec<String> {
    let only = |one: &Texts, other: &Texts, lang: &str| -> Vec<String> {
        one.keys()
            .filter(|key| !other.contains_key(*key))
            .map(|key| format!("{key} is only in {lang}"))
            .collect()
    };
    [only(swedish, english, "sv"), only(english, swedish, "en")].concat()
}

fn with_other_variables(swedish: &Texts, english: &Texts) -> Vec<String> {
    swedish
        .iter()
        .filter_map(|(key, swedish)| {
            let swedish = named(swedish).variables;
            let english = named(english.get(key)?).variables;
            (swedish != english)
                .then(|| format!("{key} uses {swedish:?} in sv and {english:?} in en"))
        })
        .collect()
}

fn untranslated(swedish: &Texts, english: &Texts, same: &[&str]) -> Vec<String> {
    let equal = |key: &str| swedish.contains_key(key) && swedish.get(key) == english.get(key);
    let left = swedish
        .iter()
        .filter(|(key, pattern)| has_words(pattern) && equal(key) && !same.contains(&key.as_str()))
        .map(|(key, _)| format!("{key} is the same in sv and en"));
    let stale = same
        .iter()
        .filter(|key| !equal(key))
        .map(|key| format!("{key} is listed as the same, and is not"));
    left.chain(stale).collect()
}

fn missing(src: &[File], texts: &Texts) -> Vec<String> {
    src.iter()
        .flat_map(|file| {
            asked(&file.text)
                .into_iter()
                .map(|(line, key)| (&file.path, line, key))
        })
        .filter(|(_, _, key)| !texts.contains_key(key))
        .map(|(path, line, key)| format!("{path}:{line}: there is no text {key}"))
        .collect()
}

fn unused(src: &[File], texts: &Texts, built: &[&str]) -> Vec<String> {
    // Any string of the source may be a key on its way to `text`; only whole strings count.
    let mut used: BTreeSet<String> = src
        .iter()
        .flat_map(|file| tokens(&file.text))
        .filter_map(|(_, token)| {
            if let Token::Text(text) = token {
                Some(text)
            } else {
                None
            }
        })
        .collect();
    let builds = |prefix: &str| {
        used.iter()
            .any(|text| text.starts_with(&format!("{prefix}{{")))
    };
    let (alive, idle): (Vec<&str>, Vec<&str>) = built.iter().partition(|prefix| builds(prefix));
    for pattern in texts.values() {
        used.extend(named(pattern).messages);
    }
    let unused = texts
        .keys()
        .filter(|key| !used.contains(*key) && !alive.iter().any(|prefix| key.starts_with(prefix)))
        .map(|key| format!("nothing asks for {key}"));
    let idle = idle
        .iter()
        .filter(|prefix| texts.keys().any(|key| key.starts_with(**prefix)))
        .map(|prefix| {
            format!("{prefix} is listed as built, and no \"{prefix}{{…}}\" is in the source")
        });
    unused.chain(idle).collect()
}

/// The keys that a file asks for by name: in `text` and `text_with`, and as reasons why a field is refused.
fn asked(text: &str) -> Vec<(usize, String)> {
    let tokens = tokens(text);
    let mut keys = Vec::new();
    for (at, window) in tokens.windows(2).enumerate() {
        let [
            (_, Token::Word(name)),
            (_, Token::Open(Delimiter::Parenthesis)),
        ] = window
        else {
            continue;
        };
        let arguments = arguments(&tokens[at + 2..]);
        let key = match (name.as_str(), arguments.as_slice()) {
            ("text", [key]) | ("text_with", [key, _]) | ("invalid" | "push", [_, key]) => *key,
            _ => continue,
        };
        if let [(line, Token::Text(key))] = key {
            keys.push((*line, key.clone()));
        }
    }
    keys
}

/// The arguments of a call, up to its closing bracket.
fn arguments(tokens: &[(usize, Token)]) -> Vec<&[(usize, Token)]> {
    let (mut depth, mut end) = (0_usize, 0);
    for (_, token) in tokens {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) if depth == 0 => break,
            Token::Close(_) => depth -= 1,
            _ => {}
        }
        end += 1;
    }
    let mut depth = 0_usize;
    tokens[..end]
        .split(|(_, token)| {
            match token {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                _ => {}
            }
            depth == 0 && *token == Token::Mark(',')
        })
        .filter(|argument| !argument.is_empty())
        .collect()
}

/// What a text refers to.
#[derive(Default)]
struct References {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
}

fn named(pattern: &Pattern) -> References {
    let mut references = References::default();
    references.in_pattern(pattern);
    references
}

impl References {
    fn in_pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.in_expression(expression);
            }
        }
    }

    fn in_expression(&mut self, expression: &ast::Expression<String>) {
        match expression {
            ast::Expression::Inline(inline) => self.in_inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.in_inline(selector);
                for variant in variants {
                    self.in_pattern(&variant.value);
                }
            }
        }
    }

    fn in_inline(&mut self, inline: &ast::InlineExpression<String>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            ast::InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.clone());
            }
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.in_inline(argument);
                }
            }
            ast::InlineExpression::Placeable { expression } => self.in_expression(expression),
            _ => {}
        }
    }
}

/// Whether a text has words of its own, not just variables and signs.
fn has_words(pattern: &Pattern) -> bool {
    pattern.elements.iter().any(|element| match element {
        ast::PatternElement::TextElement { value } => value.chars().any(char::is_alphabetic),
        ast::PatternElement::Placeable { expression } => match expression {
            ast::Expression::Select { variants, .. } => {
                variants.iter().any(|variant| has_words(&variant.value))
            }
            ast::Expression::Inline(_) => false,
        },
    })
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

    fn texts(text: &str) -> Texts {
        let (texts, breaches) = read(&[file("assets/texts/xx/items.ftl", text)]);
        no(&breaches);
        texts
    }

    #[test]
    fn a_key_that_stands_twice_in_the_wrong_file_or_without_text_is_caught() {
        for text in [
            "items-a = A\nitems-a = B",
            "places-a = A",
            "items-a =\n    .title = A",
            "items-a = { $b",
        ] {
            assert!(
                !read(&[file("assets/texts/sv/items.ftl", text)])
                    .1
                    .is_empty(),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_in_one_language_only_is_caught() {
        let found = without_counterpart(&texts("items-a = A"), &texts("items-b = B"));
        assert_eq!(found, ["items-a is only in sv", "items-b is only in en"]);
    }

    #[test]
    fn a_variable_in_one_language_only_is_caught() {
        let sv =
            "items-n = { $count ->\n    [one] En sak\n   *[other] { $count } saker i { $place }\n}";
        let en = "items-n = { $count ->\n    [one] One thing\n   *[other] { $count } things\n}";
        assert_eq!(with_other_variables(&texts(sv), &texts(en)).len(), 1);
        assert_eq!(
            with_other_variables(&texts(en), &texts(en)),
            Vec::<String>::new()
        );
    }

    #[test]
    fn an_untranslated_text_is_caught_unless_listed_or_wordless() {
        let both = texts("items-a = Save\nitems-b = { $count } / 3");
        assert_eq!(
            untranslated(&both, &both, &[]),
            ["items-a is the same in sv and en"]
        );
        assert_eq!(
            untranslated(&both, &both, &["items-a"]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_list_of_equal_texts_that_is_out_of_date_is_caught() {
        assert_eq!(
            untranslated(
                &texts("items-a = Spara"),
                &texts("items-a = Save"),
                &["items-a"]
            )
            .len(),
            1
        );
    }

    #[test]
    fn a_key_that_no_text_has_is_caught_wherever_it_is_asked_for() {
        for code in [
            "lang.text(\"items-x\")",
            "lang.text_with(\"items-x\", &[(\"count\", 3.into())])",
            "html! { (lang.text(\"items-x\")) }",
            "Error::invalid(\"name\", \"items-x\")",
            "invalid.push(format!(\"a,{}\", f(1, 2)), \"items-x\")",
        ] {
            let src = [file("src/x.rs", &format!("fn f() {{ {code} }}"))];
            assert_eq!(
                missing(&src, &texts("items-a = A")),
                ["src/x.rs:1: there is no text items-x"],
                "{code}"
            );
        }
        let fine = [file(
            "src/x.rs",
            "fn f() { lang.text(\"items-a\"); words.push(\"b\"); lang.text(key) }",
        )];
        assert_eq!(missing(&fine, &texts("items-a = A")), Vec::<String>::new());
    }

    #[test]
    fn a_text_that_nothing_asks_for_is_caught() {
        let src = [file(
            "src/x.rs",
            "/// items-b\nfn f() { (\"items-a\", format!(\"error-{why}\")) } // items-b",
        )];
        let (items, _) = read(&[file(
            "x/items.ftl",
            "items-a = A { items-c }\nitems-b = B\nitems-c = C",
        )]);
        assert_eq!(unused(&src, &items, &[]), ["nothing asks for items-b"]);
        let (errors, _) = read(&[file("x/error.ftl", "error-full = Full")]);
        assert_eq!(unused(&src, &errors, &["error-"]), Vec::<String>::new());
        assert_eq!(unused(&[], &errors, &["error-"]).len(), 2);
    }
}

//! The paths that a Rust file names, in `use` declarations and in between, made absolute.

use std::collections::HashMap;

use proc_macro2::Delimiter;

use crate::source::{Token, tokens};

/// A path that a file names.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The line it stands on.
    pub line: usize,
    /// Its parts: the first is `crate` for the project's own, else a dependency, a type or a local name.
    pub parts: Vec<String>,
}

/// Every path that the file of this module names (the module of `src/store/blob.rs` is `["store", "blob"]`).
pub fn named(module: &[&str], text: &str) -> Vec<Named> {
    let mut reader = Reader {
        tokens: tokens(text),
        next: 0,
        module: std::iter::once("crate")
            .chain(module.iter().copied())
            .map(str::to_owned)
            .collect(),
        opened: Vec::new(),
        known: HashMap::new(),
        found: Vec::new(),
    };
    // Twice, for a name may be used above the line that brings it in.
    reader.read();
    reader.next = 0;
    reader.found.clear();
    reader.read();
    reader.found
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    /// The module being read, from `crate`.
    module: Vec<String>,
    /// For each open brace, whether it opened a module.
    opened: Vec<bool>,
    /// What a name that the file imports or declares stands for.
    known: HashMap<String, Vec<String>>,
    found: Vec<Named>,
}

impl Reader {
    fn read(&mut self) {
        while let Some((line, token)) = self.tokens.get(self.next) {
            let line = *line;
            match token {
                Token::Word(word) if word == "use" && self.peek(1) != Some(&Token::Mark('<')) => {
                    self.next += 1;
                    self.tree(&[]);
                }
                Token::Word(word) if word == "mod" => self.declared(),
                Token::Word(_) => self.path(line),
                // `<T>::name` and `name::<T>` go on with what was read; a path may also start with `::`.
                Token::Colons => {
                    let after = self.next.checked_sub(1).map(|last| &self.tokens[last].1);
                    let goes_on = matches!(after, Some(Token::Mark('>')));
                    self.next += 1;
                    if goes_on {
                        self.next += usize::from(matches!(self.peek(0), Some(Token::Word(_))));
                    }
                }
                Token::Text(text) => {
                    // `#[cbor(with = "crate::…")]` names a module as much as code does.
                    if text.starts_with("crate::") || text.starts_with("super::") {
                        let parts: Vec<String> = text.split("::").map(str::to_owned).collect();
                        self.name(line, &parts);
                    }
                    self.next += 1;
                }
                Token::Open(Delimiter::Brace) => {
                    self.opened.push(false);
                    self.next += 1;
                }
                Token::Close(Delimiter::Brace) => {
                    if self.opened.pop() == Some(true) {
                        self.module.pop();
                    }
                    self.next += 1;
                }
                _ => self.next += 1,
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.next + ahead).map(|(_, token)| token)
    }

    /// `mod name;` or `mod name {`.
    fn declared(&mut self) {
        self.next += 1;
        let Some(Token::Word(name)) = self.peek(0) else {
            return;
        };
        let name = name.clone();
        let path = self.module.iter().chain([&name]).cloned().collect();
        self.known.insert(name.clone(), path);
        self.next += 1;
        if self.peek(0) == Some(&Token::Open(Delimiter::Brace)) {
            self.module.push(name);
            self.opened.push(true);
            self.next += 1;
        }
    }

    /// One branch of a `use`, up to its `,`, `;` or closing brace.
    fn tree(&mut self, trunk: &[String]) {
        let mut parts = trunk.to_vec();
        while let Some((line, token)) = self.tokens.get(self.next) {
            let line = *line;
            match token {
                Token::Word(word) if word == "as" => {
                    if let Some(Token::Word(alias)) = self.peek(1) {
                        let alias = alias.clone();
                        self.import(&alias, &parts);
                    }
                    self.next += 2;
                }
                Token::Word(word) => {
                    let word = word.clone();
                    self.next += 1;
                    if word == "self" && !parts.is_empty() {
                        // `{self, …}`: the trunk itself.
                    } else {
                        parts.push(word);
                    }
                    if self.peek(0) != Some(&Token::Colons) {
                        self.name(line, &parts);
                        if let Some(last) = parts.last().cloned() {
                            self.import(&last, &parts);
                        }
                    }
                }
                Token::Mark('*') => {
                    self.name(line, &[&parts[..], &["*".to_owned()]].concat());
                    self.next += 1;
                }
                Token::Open(_) => {
                    self.next += 1;
                    while self
                        .peek(0)
                        .is_some_and(|token| !matches!(token, Token::Close(_)))
                    {
                        self.tree(&parts);
                        if self.peek(0) == Some(&Token::Mark(',')) {
                            self.next += 1;
                        }
                    }
                    self.next += 1;
                }
                Token::Colons => self.next += 1,
                _ => return,
            }
        }
    }

    fn import(&mut self, name: &str, parts: &[String]) {
        let path = self.absolute(parts);
        // What a `use self::name` or a plain `use name` brings in is no shorter for being looked up again.
        if path.first().is_some_and(|first| first != name) {
            self.known.insert(name.to_owned(), path);
        }
    }

    /// `a::b::c` in between.
    fn path(&mut self, line: usize) {
        let mut parts = Vec::new();
        while let Some(Token::Word(word)) = self.peek(0) {
            parts.push(word.clone());
            self.next += 1;
            if self.peek(0) != Some(&Token::Colons) || !matches!(self.peek(1), Some(Token::Word(_)))
            {
                break;
            }
            self.next += 1;
        }
        if parts.len() > 1 {
            self.name(line, &parts);
        }
    }

    fn name(&mut self, line: usize, parts: &[String]) {
        let parts = self.absolute(parts);
        self.found.push(Named { line, parts });
    }

    fn absolute(&self, parts: &[String]) -> Vec<String> {
        let Some((first, rest)) = parts.split_first() else {
            return Vec::new();
        };
        match first.as_str() {
            "crate" | "smartinventory" => [&["crate".to_owned()], rest].concat(),
            "self" | "super" => {
                let up = parts.iter().take_while(|part| *part == "super").count();
                let selves = usize::from(first == "self");
                let home = self.module.len().saturating_sub(up).max(1);
                [&self.module[..home], &parts[up + selves..]].concat()
            }
            _ => match self.known.get(first) {
                Some(path) => [&path[..], rest].concat(),
                None => parts.to_vec(),
            },
        }
    }
}

#[test]
fn every_way_of_naming_a_module_is_read() {
    let text = r#"
        use crate::{a::{self, B}, c::*, d as e};
        use super::f;
        #[cbor(with = "crate::g::h")]
        fn one() -> i::J { e::k(); f::l(); html! { (m::n()) } }
        mod tests { use super::*; use super::super::o; }
        // crate::comment
        /// crate::doc
        const TEXT: &str = "use crate::text";
    "#;
    let found: Vec<String> = named(&["x", "y"], text)
        .iter()
        .map(|named| named.parts.join("::"))
        .collect();
    let expected = [
        "crate::a",
        "crate::a::B",
        "crate::c::*",
        "crate::d",
        "crate::x::f",
        "crate::g::h",
        "i::J",
        "crate::d::k",
        "crate::x::f::l",
        "m::n",
        "crate::x::y::*",
        "crate::x::o",
    ];
    assert_eq!(found, expected);
}

//! The source as the tests about it read it: files, and their tokens without comments or spaces.

use std::{fs, path::Path};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A file of the project.
pub struct File {
    /// Its path from the top of the project, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Every file beneath a folder of the project whose name ends so, sorted by path.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, ending, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "{folder} holds no *{ending}");
    found
}

fn collect(folder: &str, ending: &str, found: &mut Vec<File>) {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(top.join(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
    for entry in entries {
        let name = entry
            .unwrap_or_else(|e| panic!("{folder}: {e}"))
            .file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        if top.join(&path).is_dir() {
            collect(&path, ending, found);
        } else if path.ends_with(ending) {
            let text =
                fs::read_to_string(top.join(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
            found.push(File { path, text });
        }
    }
}

/// A piece of Rust source.
#[derive(Debug, PartialEq, Eq)]
pub enum Token {
    /// An identifier or keyword.
    Word(String),
    /// A string, without its quotes; a doc comment is one too, and starts with a space.
    Text(String),
    /// `::`
    Colons,
    /// An opening bracket.
    Open(Delimiter),
    /// A closing bracket.
    Close(Delimiter),
    /// A character of punctuation, or `0` for any other literal.
    Mark(char),
}

/// The tokens of a Rust file in order, each with its line; those inside macro calls too.
pub fn tokens(text: &str) -> Vec<(usize, Token)> {
    let stream: TokenStream = text.parse().unwrap_or_else(|e| panic!("not Rust: {e}"));
    let mut found = Vec::new();
    flatten(stream, &mut found);
    found
}

fn flatten(stream: TokenStream, found: &mut Vec<(usize, Token)>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Ident(word) => found.push((line, Token::Word(word.to_string()))),
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                let text = literal
                    .strip_prefix('"')
                    .and_then(|text| text.strip_suffix('"'));
                let token = text.map_or(Token::Mark('0'), |text| Token::Text(text.to_owned()));
                found.push((line, token));
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && mark.spacing() == Spacing::Joint => {
                let colons = trees
                    .next_if(|next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == ':'))
                    .map_or(Token::Mark(':'), |_| Token::Colons);
                found.push((line, colons));
            }
            TokenTree::Punct(mark) => found.push((line, Token::Mark(mark.as_char()))),
            TokenTree::Group(group) => {
                found.push((line, Token::Open(group.delimiter())));
                flatten(group.stream(), found);
                let line = group.span_close().start().line;
                found.push((line, Token::Close(group.delimiter())));
            }
        }
    }
}

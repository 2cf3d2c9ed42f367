//! A message as whoever writes it hands it over: in the reader's language, without the form that any channel gives it.

use super::web_address::WebAddress;
use crate::domain::lang::Lang;

/// A message to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The language that it is written in.
    pub lang: Lang,
    /// What it is about: the subject of a mail, the headline of a push.
    pub title: String,
    /// What it says, in order.
    pub lines: Vec<Line>,
    /// What can be done about it, the most likely first.
    pub actions: Vec<Action>,
    /// The page that shows all of it: where a tap on a push leads.
    pub page: Option<WebAddress>,
    /// Where such messages are stopped, without a log-in.
    pub unsubscribe: Option<WebAddress>,
}

/// One thing that a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// The page that they are about.
    pub link: Option<WebAddress>,
}

/// Something that can be done from the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What the button says.
    pub label: String,
    /// The address that does it.
    pub link: WebAddress,
    /// How it is done.
    pub press: Press,
}

/// What pressing a button does, where a channel has buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The address is opened, and a page there asks or shows.
    Opens,
    /// The address is sent an empty POST, and it is done. Where a channel has links alone, the address is opened: a GET
    /// there must do nothing but ask.
    Posts,
}

/// A line and its link as plain text, the link on a line of its own.
pub(super) fn plain_line(line: &Line) -> String {
    let words = one_line(&line.text);
    match &line.link {
        Some(page) => format!("{words}\n{page}"),
        None => words,
    }
}

/// Words without line breaks, which would end a line or a header too early.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

//! ntfy: a message to a topic, which phones listen to.

use std::str::FromStr;

use hyper::header::AUTHORIZATION;
use serde::Serialize;

use crate::notify::{
    failure::Failure,
    message::{Action, Line, Message, Press, one_line, plain_line},
    outgoing::{json, post, secret_value},
    secret::Secret,
    web_address::WebAddress,
    wire::Dialer,
};

/// What ntfy takes: more than 4096 bytes become a file, more buttons are refused, and a longer title nobody can read.
const MESSAGE: usize = 4096;
const BUTTONS: usize = 3;
const TITLE: usize = 250;

/// A topic on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ntfy {
    /// The server, such as `https://ntfy.sh`.
    pub server: WebAddress,
    /// The topic.
    pub topic: Topic,
    /// What lets one write to the topic, on servers that ask: an access token (`tk_…`).
    pub token: Option<Secret>,
}

/// A topic's name: who knows it can listen, unless the server asks for more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic(String);

/// A text that names no topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a topic is 1 to 64 letters a to z, digits, - and _")]
pub struct TopicError;

impl FromStr for Topic {
    type Err = TopicError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(TopicError)
        }
    }
}

/// What is published.
#[derive(Serialize)]
struct Publication<'a> {
    topic: &'a str,
    title: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    click: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actions: Vec<Button<'a>>,
}

#[derive(Serialize)]
struct Button<'a> {
    action: &'static str,
    label: String,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    /// Whether the message goes away once it is done.
    clear: bool,
}

impl Ntfy {
    /// Sends a message: its first actions as buttons, the others as links beneath the lines.
    ///
    /// # Errors
    /// [`Failure`], which tells whether another attempt is of any use.
    pub async fn send(&self, dialer: &Dialer, message: &Message) -> Result<(), Failure> {
        let mut headers = Vec::new();
        if let Some(token) = &self.token {
            let bearer = format!("Bearer {}", token.reveal());
            headers.push((AUTHORIZATION, secret_value(&bearer)?));
        }
        let publication = json(&publication(&self.topic, message))?;
        post(dialer, &self.server, &headers, publication).await
    }
}

fn publication<'a>(topic: &'a Topic, message: &'a Message) -> Publication<'a> {
    let (buttons, links) = message.actions.split_at(message.actions.len().min(BUTTONS));
    Publication {
        topic: &topic.0,
        title: one_line(&message.title).chars().take(TITLE).collect(),
        message: body(&message.lines, links),
        click: message.page.as_ref().map(WebAddress::as_str),
        actions: buttons.iter().map(button).collect(),
    }
}

fn button(action: &Action) -> Button<'_> {
    let (name, method) = match action.press {
        Press::Opens => ("view", None),
        Press::Posts => ("http", Some("POST")),
    };
    Button {
        action: name,
        label: one_line(&action.label),
        url: action.link.as_str(),
        method,
        clear: action.press == Press::Posts,
    }
}

/// As many whole lines as there is room for.
fn body(lines: &[Line], others: &[Action]) -> String {
    let others = others
        .iter()
        .map(|action| format!("{}: {}", one_line(&action.label), action.link));
    let mut body = String::new();
    for line in lines.iter().map(plain_line).chain(others) {
        // Room for the sign that something is missing.
        if body.len() + line.len() + "\n\n…".len() > MESSAGE {
            body.push('…');
            break;
        }
        body.push_str(&line);
        body.push('\n');
    }
    // Without any text, ntfy shows a word of its own.
    body.truncate(body.trim_end().len());
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    fn link(path: &str) -> WebAddress {
        format!("https://hemma.example/{path}").parse().unwrap()
    }

    fn message(lines: usize, actions: usize) -> Message {
        let action = |number: usize| Action {
            label: format!("Gör {number}"),
            link: link(&number.to_string()),
            press: if number == 0 {
                Press::Posts
            } else {
                Press::Opens
            },
        };
        Message {
            lang: Lang::Sv,
            title: "Garantin\ngår ut".to_owned(),
            lines: (0..lines)
                .map(|number| Line {
                    text: format!("Rad {number}"),
                    link: Some(link("sak")),
                })
                .collect(),
            actions: (0..actions).map(action).collect(),
            page: None,
            unsubscribe: None,
        }
    }

    #[test]
    fn a_topic_is_what_an_address_can_hold() {
        for text in ["hemma", " A-b_9 ", &"x".repeat(64)] {
            assert!(text.parse::<Topic>().is_ok(), "{text}");
        }
        for text in ["", "två ord", "å", "a/b", &"x".repeat(65)] {
            assert_eq!(text.parse::<Topic>(), Err(TopicError), "{text}");
        }
    }

    #[test]
    fn more_actions_than_buttons_are_links() {
        let topic = "hemma".parse().unwrap();
        let message = message(1, 4);
        let publication = publication(&topic, &message);
        assert_eq!(publication.actions.len(), BUTTONS);
        assert_eq!(publication.actions[0].action, "http");
        assert_eq!(publication.actions[1].action, "view");
        let expected = "Rad 0\nhttps://hemma.example/sak\nGör 3: https://hemma.example/3";
        assert_eq!(publication.message, expected);
        assert_eq!(publication.title, "Garantin går ut");
    }

    #[test]
    fn a_long_message_is_cut_between_lines() {
        let body = body(&message(500, 0).lines, &[]);
        assert!(
            body.len() <= MESSAGE && body.len() > MESSAGE - 100,
            "{}",
            body.len()
        );
        assert!(body.ends_with("https://hemma.example/sak\n…"), "{body}");
    }
}

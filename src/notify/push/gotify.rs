//! Gotify: a message to an application, which the phones of its owner listen to.

use hyper::header::HeaderName;
use serde_json::json;

use crate::notify::{
    failure::Failure,
    message::{Message, one_line},
    outgoing::{self, post, secret_value},
    secret::Secret,
    web_address::WebAddress,
    wire::Dialer,
};

const KEY: HeaderName = HeaderName::from_static("x-gotify-key");

/// What most phones make a sound for.
const PRIORITY: u8 = 5;

/// An application on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gotify {
    /// The server, with the path in front of it if there is one.
    pub server: WebAddress,
    /// The application's token.
    pub token: Secret,
}

impl Gotify {
    /// Sends a message: its links and actions as links in the text, for Gotify has no buttons.
    ///
    /// # Errors
    /// [`Failure`], which tells whether another attempt is of any use.
    pub async fn send(&self, dialer: &Dialer, message: &Message) -> Result<(), Failure> {
        let mut extras = json!({ "client::display": { "contentType": "text/markdown" } });
        if let Some(page) = &message.page {
            extras["client::notification"] = json!({ "click": { "url": page.as_str() } });
        }
        let body = json!({
            "title": one_line(&message.title),
            "message": markdown(message),
            "priority": PRIORITY,
            "extras": extras,
        });
        let key = [(KEY, secret_value(self.token.reveal())?)];
        let address = self.server.beneath("message");
        post(dialer, &address, &key, outgoing::json(&body)?).await
    }
}

fn markdown(message: &Message) -> String {
    let lines = message.lines.iter().map(|line| match &line.link {
        Some(link) => format!("- {}", linked(&line.text, link)),
        None => format!("- {}", escaped(&line.text)),
    });
    let actions: Vec<String> = message
        .actions
        .iter()
        .map(|action| linked(&action.label, &action.link))
        .collect();
    let lines: Vec<String> = lines.collect();
    let parts = [lines.join("\n"), actions.join(" · ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        // Gotify takes no message without any.
        return escaped(&message.title);
    }
    parts.join("\n\n")
}

fn linked(text: &str, link: &WebAddress) -> String {
    format!("[{}](<{}>)", escaped(text), link)
}

/// Words that are nothing but words in Markdown: neither emphasis, nor a picture that the phone would fetch.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in one_line(text).chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::lang::Lang,
        notify::message::{Action, Line, Press},
    };

    fn message(text: &str) -> Message {
        Message {
            lang: Lang::Sv,
            title: "Påminnelse".to_owned(),
            lines: vec![Line {
                text: text.to_owned(),
                link: None,
            }],
            actions: Vec::new(),
            page: None,
            unsubscribe: None,
        }
    }

    #[test]
    fn what_a_person_wrote_is_words_and_nothing_else() {
        let markdown = markdown(&message("![x](http://tracker.example/1.png)\n# <b>*hej*"));
        let expected =
            "- \\!\\[x\\]\\(http\\:\\/\\/tracker\\.example\\/1\\.png\\) \\# \\<b\\>\\*hej\\*";
        assert_eq!(markdown, expected);
    }

    #[test]
    fn links_and_actions_are_links() {
        let link: WebAddress = "https://hemma.example/a(b)".parse().unwrap();
        let mut message = message("");
        message.lines[0] = Line {
            text: "Kokaren".to_owned(),
            link: Some(link.clone()),
        };
        message.actions = ["Klart", "Senare"]
            .map(|label| Action {
                label: label.to_owned(),
                link: link.clone(),
                press: Press::Opens,
            })
            .to_vec();
        let to = "(<https://hemma.example/a(b)>)";
        let expected = format!("- [Kokaren]{to}\n\n[Klart]{to} · [Senare]{to}");
        assert_eq!(markdown(&message), expected);
    }

    #[test]
    fn a_message_without_lines_still_says_something() {
        let mut message = message("");
        message.lines.clear();
        assert_eq!(markdown(&message), "Påminnelse");
    }
}

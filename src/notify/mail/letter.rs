//! A message as a mail: plain text, the same as HTML, and the headers that mail programs go by.

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::{
    Address, Message as Mime,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use maud::{DOCTYPE, html};

use crate::notify::{
    failure::{Cause, Failure},
    message::{Action, Message, one_line, plain_line},
};

/// Who writes or is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// The name, if there is one.
    pub name: Option<String>,
    /// The address.
    pub address: Address,
}

/// A mail that is ready to be sent, in bytes that stay the same however often it is tried.
#[derive(Clone, Debug)]
pub struct Letter {
    pub(super) envelope: Envelope,
    pub(super) bytes: Vec<u8>,
}

impl Correspondent {
    /// Somebody with an address such as `eva@hemma.example`.
    ///
    /// # Errors
    /// [`Failure::Refused`] when it is none.
    pub fn new(name: Option<&str>, address: &str) -> Result<Self, Failure> {
        let address = address.trim().parse();
        Ok(Self {
            name: name.map(one_line).filter(|name| !name.is_empty()),
            address: address.map_err(|_| unsendable("not a mail address"))?,
        })
    }

    fn mailbox(&self) -> Mailbox {
        Mailbox::new(self.name.clone(), self.address.clone())
    }
}

impl Letter {
    /// Writes a message from one to another.
    ///
    /// `id` names the message, in letters, digits, `-` and `_`: with the sender's domain it becomes the Message-ID, by
    /// which mail programs know a mail that comes twice. `written` is its date.
    ///
    /// # Errors
    /// [`Failure::Refused`] when the id cannot be one.
    pub fn write(
        message: &Message,
        from: &Correspondent,
        to: &Correspondent,
        id: &str,
        written: Timestamp,
    ) -> Result<Self, Failure> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if !(1..=64).contains(&id.len()) || !id.bytes().all(allowed) {
            return Err(unsendable("not an id of a message"));
        }
        // A date before 1970 cannot be written, and is a clock that was never set.
        let date = SystemTime::from(written.max(Timestamp::UNIX_EPOCH));
        let mut mime = Mime::builder()
            .from(from.mailbox())
            .to(to.mailbox())
            .subject(one_line(&message.title))
            .message_id(Some(format!("<{id}@{}>", from.address.domain())))
            .date(date)
            .raw_header(header("Content-Language", message.lang.tag().to_owned()))
            // Nobody's automatic answer is wanted.
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
        if let Some(link) = &message.unsubscribe {
            mime = mime
                .raw_header(header("List-Unsubscribe", format!("<{link}>")))
                .raw_header(header(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click".to_owned(),
                ));
        }
        let parts = MultiPart::alternative()
            .boundary(format!("_{id}_"))
            .singlepart(part(ContentType::TEXT_PLAIN, plain(message)))
            .singlepart(part(ContentType::TEXT_HTML, page(message)));
        let mime = mime
            .multipart(parts)
            .map_err(|error| unsendable(&error.to_string()))?;
        Ok(Self {
            envelope: mime.envelope().clone(),
            bytes: mime.formatted(),
        })
    }

    /// The mail as it goes out.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn unsendable(what: &str) -> Failure {
    Failure::Refused(Cause::Unsendable(what.to_owned()))
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn part(kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder().content_type(kind).body(body)
}

fn plain(message: &Message) -> String {
    let action = |action: &Action| format!("{}: {}", one_line(&action.label), action.link);
    let lines: Vec<String> = message.lines.iter().map(plain_line).collect();
    let actions: Vec<String> = message.actions.iter().map(action).collect();
    let parts = [lines.join("\n\n"), actions.join("\n")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\n\n"))
}

/// Without style sheets, pictures or anything from elsewhere: a mail program shows it as the reader likes it.
fn page(message: &Message) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang=(message.lang.tag()) {
            head {
                meta charset="utf-8";
                title { (one_line(&message.title)) }
            }
            body {
                h1 { (one_line(&message.title)) }
                ul {
                    @for line in &message.lines {
                        li {
                            @match &line.link {
                                Some(link) => a href=(link) { (one_line(&line.text)) },
                                None => (one_line(&line.text)),
                            }
                        }
                    }
                }
                @for action in &message.actions {
                    p { a href=(action.link) { (one_line(&action.label)) } }
                }
            }
        }
    };
    markup.into_string()
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;
    use crate::{
        domain::lang::Lang,
        notify::message::{Line, Press},
    };

    fn message() -> Message {
        let link = |path: &str| format!("https://hemma.example/{path}").parse().unwrap();
        Message {
            lang: Lang::Sv,
            title: "Garantin för kaffebryggaren <går ut>\r\nBcc: tjuv@ond.example".to_owned(),
            lines: vec![
                Line {
                    text: "Kaffe & te: 3 år".to_owned(),
                    link: Some(link("things/1?a=1&b=2")),
                },
                Line {
                    text: ".".to_owned(),
                    link: None,
                },
            ],
            actions: vec![Action {
                label: "Klart".to_owned(),
                link: link("done/hemlig"),
                press: Press::Posts,
            }],
            page: None,
            unsubscribe: Some(link(&format!("stop/{}", "x".repeat(200)))),
        }
    }

    fn letter(id: &str) -> Result<Letter, Failure> {
        let from = Correspondent::new(Some("Hemmet, i Vik\n"), "hemmet@hemma.example")?;
        let to = Correspondent::new(Some("Åsa Ström"), "asa@hemma.example")?;
        let written = "2026-11-27T18:05:09+01:00".parse().unwrap();
        Letter::write(&message(), &from, &to, id, written)
    }

    #[test]
    fn a_letter_reads_back_as_it_was_written() {
        let letter = letter("0198-a").unwrap();
        let read = MessageParser::default().parse(letter.bytes()).unwrap();
        assert_eq!(read.message_id(), Some("0198-a@hemma.example"));
        let date = read.date().unwrap().to_timestamp();
        assert_eq!(
            Timestamp::from_second(date).unwrap().to_string(),
            "2026-11-27T17:05:09Z"
        );
        let from = read.from().and_then(|from| from.first()).unwrap();
        assert_eq!(from.name(), Some("Hemmet, i Vik"));
        assert_eq!(from.address(), Some("hemmet@hemma.example"));
        let to = read.to().and_then(|to| to.first()).unwrap();
        assert_eq!(to.name(), Some("Åsa Ström"));
        let stop = format!("<https://hemma.example/stop/{}>", "x".repeat(200));
        assert_eq!(
            read.header_raw("List-Unsubscribe").map(str::trim),
            Some(&*stop)
        );
        assert_eq!(
            read.header_raw("Auto-Submitted").map(str::trim),
            Some("auto-generated")
        );
        assert_eq!(
            read.header_raw("Content-Language").map(str::trim),
            Some("sv")
        );

        let expected = "Kaffe & te: 3 år\nhttps://hemma.example/things/1?a=1&b=2\n\n.\n\n\
                        Klart: https://hemma.example/done/hemlig\n";
        let text = read.body_text(0).unwrap().replace("\r\n", "\n");
        assert_eq!(text, expected);
        let html = read.body_html(0).unwrap();
        assert!(
            html.contains(
                r#"<a href="https://hemma.example/things/1?a=1&amp;b=2">Kaffe &amp; te: 3 år</a>"#
            ),
            "{html}"
        );
        assert!(html.contains("&lt;går ut&gt;"), "{html}");
    }

    #[test]
    fn a_line_break_in_a_title_makes_no_header() {
        let letter = letter("a").unwrap();
        let read = MessageParser::default().parse(letter.bytes()).unwrap();
        assert_eq!(read.bcc(), None);
        let subject = "Garantin för kaffebryggaren <går ut> Bcc: tjuv@ond.example";
        assert_eq!(read.subject(), Some(subject));
        assert_eq!(letter.envelope.to().len(), 1);
    }

    #[test]
    fn a_letter_is_the_same_whenever_it_is_written() {
        assert_eq!(letter("a").unwrap().bytes(), letter("a").unwrap().bytes());
        let lines = letter("a").unwrap();
        let longest = lines
            .bytes()
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::len)
            .max();
        assert!(longest < Some(998), "{longest:?}");
        assert!(lines.bytes().is_ascii());
    }

    #[test]
    fn what_cannot_be_an_id_or_an_address_is_refused() {
        for id in ["", "a b", "a>\r\nBcc: x", "å", &"x".repeat(65)] {
            assert!(letter(id).unwrap_err().is_final(), "{id}");
        }
        for address in [
            "",
            "eva",
            "eva@",
            "eva@x.example, bo@x.example",
            "eva@x\r\n.example",
        ] {
            assert!(
                Correspondent::new(None, address).unwrap_err().is_final(),
                "{address}"
            );
        }
    }
}

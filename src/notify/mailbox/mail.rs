//! A mail that has come in, taken apart: who wrote when about what, the text, and what is attached.

use jiff::Timestamp;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::notify::message::one_line;

/// The most characters of a name, a subject or an address.
const WORDS: usize = 500;

/// How deep mails may lie within mails.
const DEPTH: usize = 3;

/// What is more than anybody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest mail, in bytes: of a larger one only the head is fetched.
    pub mail: u64,
    /// The most mails in one session.
    pub mails: usize,
    /// The most attachments of one mail.
    pub attachments: usize,
    /// The longest text, and the longest HTML, in bytes.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            mail: 30 << 20,
            mails: 50,
            attachments: 50,
            text: 2 << 20,
        }
    }
}

/// Where a mail lies in its folder; as long as the folder is the same, no other mail ever lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// Which folder it is: another number is another folder, though it has the same name.
    pub uid_validity: u32,
    /// Which mail in it.
    pub uid: u32,
}

/// What a mail is known by when it comes again, from wherever: the hash (BLAKE3) of what its writer wrote, without the
/// lines that are added on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Where it lies.
    pub origin: Origin,
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// The name that its writer's program gave it, which is not always one of its own.
    pub message_id: Option<String>,
    /// Who says to have written it.
    pub from: Option<Sender>,
    /// What it is about.
    pub subject: Option<String>,
    /// When its writer says that it was written.
    pub date: Option<Timestamp>,
    /// What it says, as plain text.
    pub text: Option<String>,
    /// What it says, as HTML: a stranger's, to be shown to nobody as it is.
    pub html: Option<String>,
    /// What is attached, also to mails that are attached.
    pub attachments: Vec<Attachment>,
    /// How many attachments were left out because there are too many.
    pub left_out: usize,
    /// How much of it was read.
    pub extent: Extent,
}

/// Who wrote a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name, if there is one.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

/// A file in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called, without any path; empty if it has no name.
    pub name: String,
    /// What it says to be, such as `application/pdf`.
    pub media_type: String,
    /// Whether it is a part of the text, as a logo is, rather than a file beside it.
    pub is_inline: bool,
    /// The file.
    pub bytes: Vec<u8>,
}

/// How much of a mail was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The head alone: it is too large, with this many bytes.
    Head(u64),
    /// Nothing: it is so broken that it cannot be taken apart.
    Nothing,
}

impl Mail {
    /// Takes a mail apart, whatever is in it. `size` is how many bytes it has in all; of one that is too large, `bytes` are
    /// the head.
    #[must_use]
    pub fn read(origin: Origin, size: u64, bytes: &[u8], limits: &Limits) -> Self {
        if !is_reasonable(bytes) {
            return Self::unreadable(origin, size);
        }
        let Some(message) = MessageParser::default().parse(bytes) else {
            return Self::unreadable(origin, size);
        };
        let is_head = size > limits.mail;
        let beyond = if is_head { size } else { 0 };
        let mut mail = Self {
            fingerprint: fingerprint(&message, bytes, beyond),
            message_id: message.message_id().map(words).filter(|id| !id.is_empty()),
            from: sender(&message),
            subject: message
                .subject()
                .map(words)
                .filter(|subject| !subject.is_empty()),
            date: date(&message),
            extent: Extent::Whole,
            ..Self::unreadable(origin, size)
        };
        if is_head {
            mail.extent = Extent::Head(size);
        } else {
            mail.gather(&message, limits, 0);
        }
        mail
    }

    /// A mail of which nothing is known but where it lies.
    pub(super) fn unreadable(origin: Origin, size: u64) -> Self {
        let mut hasher = blake3::Hasher::new();
        for number in [origin.uid_validity.into(), origin.uid.into(), size] {
            hasher.update(&number.to_be_bytes());
        }
        Self {
            origin,
            fingerprint: Fingerprint(hasher.finalize().into()),
            message_id: None,
            from: None,
            subject: None,
            date: None,
            text: None,
            html: None,
            attachments: Vec::new(),
            left_out: 0,
            extent: Extent::Nothing,
        }
    }

    fn gather(&mut self, message: &Message<'_>, limits: &Limits, depth: usize) {
        let part = |number: &u32| message.parts.get(*number as usize);
        for part in message.text_body.iter().filter_map(part) {
            if let PartType::Text(text) = &part.body {
                self.add_text(text, limits);
            }
        }
        for part in message.html_body.iter().filter_map(part) {
            if let PartType::Html(html) = &part.body {
                self.add_html(html, part, limits);
            }
        }
        for part in message.attachments.iter().filter_map(part) {
            match &part.body {
                PartType::Message(within) if depth < DEPTH => {
                    self.gather(within, limits, depth + 1);
                }
                PartType::Message(within) => {
                    self.attach(part, whole(message, part, within), false, limits);
                }
                PartType::Text(text) | PartType::Html(text) => {
                    self.attach(part, text.as_bytes(), false, limits);
                }
                PartType::Binary(bytes) => self.attach(part, bytes, false, limits),
                PartType::InlineBinary(bytes) => self.attach(part, bytes, true, limits),
                PartType::Multipart(_) => {}
            }
        }
    }

    /// Text goes beneath the text before it.
    fn add_text(&mut self, text: &str, limits: &Limits) {
        let so_far = self.text.get_or_insert_default();
        if !so_far.is_empty() {
            so_far.push('\n');
        }
        so_far.push_str(text);
        so_far.truncate(so_far.floor_char_boundary(limits.text));
    }

    /// Two pages do not make one: a second is a file beside the first.
    fn add_html(&mut self, html: &str, part: &MessagePart<'_>, limits: &Limits) {
        if self.html.is_some() {
            self.attach(part, html.as_bytes(), false, limits);
        } else {
            self.html = Some(html[..html.floor_char_boundary(limits.text)].to_owned());
        }
    }

    fn attach(&mut self, part: &MessagePart<'_>, bytes: &[u8], is_inline: bool, limits: &Limits) {
        if self.attachments.len() >= limits.attachments {
            self.left_out += 1;
            return;
        }
        self.attachments.push(Attachment {
            name: part.attachment_name().map(file_name).unwrap_or_default(),
            media_type: media_type(part),
            is_inline: is_inline || is_shown_in_text(part),
            bytes: bytes.to_vec(),
        });
    }
}

/// Whether a part has a name that the text may show it by, and is not said to be a file beside it.
fn is_shown_in_text(part: &MessagePart<'_>) -> bool {
    let is_beside = part
        .content_disposition()
        .is_some_and(mail_parser::ContentType::is_attachment);
    part.content_id().is_some() && !is_beside
}

/// How much of a parser's work a mail may be, in bytes looked at: for each part that says what it is, the rest of the mail
/// may be searched for its end.
const WORK: usize = 8 << 30;

/// The most parts that say what they are. Mails lie within mails as such, and the parser goes down into each.
const KINDS: usize = 2000;

/// The most parts, whether they say what they are or not: each takes much more memory than it has bytes.
const PARTS: usize = 20_000;

/// The most lines that look like those of a head, for the same reason.
const FIELDS: usize = 200_000;

/// Whether the parser may be let loose on these bytes: told by what has to stand in a mail for the work that it would be,
/// without taking it apart.
fn is_reasonable(bytes: &[u8]) -> bool {
    let (mut kinds, mut dashes, mut heads, mut fields) = (0, 0, 0, 0);
    for line in bytes.split(|byte| *byte == b'\n') {
        let contains = |word: &[u8]| {
            line.windows(word.len())
                .any(|window| window.eq_ignore_ascii_case(word))
        };
        kinds += usize::from(contains(b"content-type"));
        // A part begins behind two dashes, wherever they are, and its head ends with an empty line.
        dashes += usize::from(contains(b"--"));
        heads += usize::from(line.trim_ascii().is_empty());
        let name = line.iter().position(|byte| *byte == b':');
        fields += usize::from(name.is_some_and(|length| !line[..length].contains(&b' ')));
    }
    let work = kinds.saturating_mul(bytes.len());
    kinds <= KINDS && work <= WORK && dashes.min(heads) <= PARTS && fields <= FIELDS
}

/// `beyond` is the size of a mail of which there is only the head: another may have the same head.
fn fingerprint(message: &Message<'_>, bytes: &[u8], beyond: u64) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    for name in ["Message-ID", "Date", "From", "Subject"] {
        let value = message.header_raw(name).unwrap_or_default().trim();
        hasher.update(&(value.len() as u64).to_be_bytes());
        hasher.update(value.as_bytes());
    }
    let body = message.root_part().offset_body as usize;
    let body = bytes.get(body..).unwrap_or_default();
    hasher.update(&beyond.to_be_bytes());
    hasher.update(body);
    Fingerprint(hasher.finalize().into())
}

/// The bytes of a mail that lies in another: as they are there, or what was decoded of them.
fn whole<'a>(around: &'a Message<'_>, part: &MessagePart<'_>, within: &'a Message<'_>) -> &'a [u8] {
    if part.encoding != Encoding::None {
        return &within.raw_message;
    }
    let place = part.offset_body as usize..part.offset_end as usize;
    around.raw_message.get(place).unwrap_or_default()
}

fn sender(message: &Message<'_>) -> Option<Sender> {
    let from = message.from()?.first()?;
    let address = words(from.address()?);
    (!address.is_empty()).then(|| Sender {
        name: from.name().map(words).filter(|name| !name.is_empty()),
        address,
    })
}

fn date(message: &Message<'_>) -> Option<Timestamp> {
    let date = message.date().filter(|date| date.is_valid())?;
    Timestamp::from_second(date.to_timestamp()).ok()
}

/// Words of a stranger on one line.
fn words(text: &str) -> String {
    one_line(text).chars().take(WORDS).collect()
}

/// A file's name without the folders that somebody put in front of it.
fn file_name(name: &str) -> String {
    let name = one_line(name);
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.trim_matches(['.', ' ']);
    name.chars().take(WORDS).collect()
}

fn media_type(part: &MessagePart<'_>) -> String {
    let of = part.content_type().and_then(|kind| {
        let of = format!("{}/{}", kind.c_type, kind.c_subtype.as_ref()?);
        let is_fit = |byte: u8| byte.is_ascii_alphanumeric() || b"/.+-_!#$&^".contains(&byte);
        (of.len() <= 127 && of.bytes().all(is_fit)).then(|| of.to_ascii_lowercase())
    });
    of.unwrap_or_else(|| match &part.body {
        PartType::Text(_) => "text/plain".to_owned(),
        PartType::Html(_) => "text/html".to_owned(),
        _ => "application/octet-stream".to_owned(),
    })
}

#[cfg(test)]
mod tests;

//! What of a mail is a paper: its pictures and PDFs, and what it says.

use crate::{
    media::Kind,
    notify::mailbox::{Attachment, Mail},
};

/// A picture that is a part of the text and smaller than this, in bytes, is a logo or keeps watch on its reader. Telephones send
/// photos as parts of the text too, and those are larger.
const ORNAMENT: usize = 64 << 10;
/// How much of a file's beginning tells what it is.
const HEAD: usize = 4096;

/// A file to keep.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paper {
    /// What it is called.
    pub(super) name: String,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

/// The papers of a mail: what is attached, and then the text, as HTML where it has that.
pub(super) fn papers(mail: Mail) -> Vec<Paper> {
    let body = body(&mail);
    let subject = mail.subject.unwrap_or_default();
    let attached = mail.attachments.into_iter();
    let attached = attached
        .filter(|file| is_paper(file, mail.html.is_some()))
        .map(|file| Paper {
            name: if file.name.is_empty() {
                subject.clone()
            } else {
                file.name
            },
            bytes: file.bytes,
        });
    attached.chain(body).collect()
}

fn is_paper(file: &Attachment, has_html: bool) -> bool {
    let head = &file.bytes[..file.bytes.len().min(HEAD)];
    match Kind::of(head) {
        Kind::Pdf => true,
        // Signatures, calendars and cards are text as well.
        Kind::Text => matches!(file.media_type.as_str(), "text/plain" | "text/html"),
        Kind::Other => false,
        _ => !(has_html && file.is_inline && file.bytes.len() < ORNAMENT),
    }
}

/// What it says, as a file called after what it is about.
fn body(mail: &Mail) -> Option<Paper> {
    let (text, ending) = match (&mail.html, &mail.text) {
        (Some(html), _) => (html, "html"),
        (None, Some(text)) => (text, "txt"),
        (None, None) => return None,
    };
    if text.trim().is_empty() {
        return None;
    }
    let sender = mail.from.as_ref().map(|from| from.address.as_str());
    let about = mail.subject.as_deref().or(sender).unwrap_or("mail");
    // A slash is no letter of a file's name.
    let name = format!("{}.{ending}", about.replace(['/', '\\'], "-"));
    let mut bytes = text.clone().into_bytes();
    if ending == "html" && !text.trim_start().starts_with('<') {
        // So that it tells what it is: HTML may begin with a word.
        bytes.splice(0..0, *b"<!doctype html>\n");
    }
    Some(Paper { name, bytes })
}

#[cfg(test)]
mod tests {
    use crate::notify::mailbox::{Limits, Origin};

    use super::*;

    fn read(mail: &str) -> Vec<(String, Vec<u8>)> {
        let origin = Origin {
            uid_validity: 1,
            uid: 1,
        };
        let mail = mail.replace('\n', "\r\n");
        let size = mail.len() as u64;
        let mail = Mail::read(origin, size, mail.as_bytes(), &Limits::default());
        let papers = papers(mail).into_iter();
        papers.map(|paper| (paper.name, paper.bytes)).collect()
    }

    fn names(mail: &str) -> Vec<String> {
        read(mail).into_iter().map(|(name, _)| name).collect()
    }

    fn part(head: &str, body: &str) -> String {
        format!("\n--y\nContent-Type: {head}\n\n{body}")
    }

    fn mail(parts: &[String]) -> String {
        let parts = parts.concat();
        format!(
            "From: kvitto@affar.example\nSubject: Order 1/2\nMIME-Version: 1.0\n\
             Content-Type: multipart/related; boundary=y\n{parts}\n--y--\n"
        )
    }

    #[test]
    fn pdfs_and_pictures_come_before_what_the_mail_says() {
        let large = "GIF89a".to_owned() + &"x".repeat(ORNAMENT);
        let papers = names(&mail(&[
            part("text/html", "<p>Tack</p>"),
            part("application/pdf; name=kvitto.pdf", "%PDF-1.4"),
            part(
                "image/gif; name=bild.gif\nContent-Disposition: inline",
                &large,
            ),
        ]));
        assert_eq!(papers, ["kvitto.pdf", "bild.gif", "Order 1-2.html"]);
    }

    #[test]
    fn ornaments_signatures_and_programs_are_no_papers() {
        let papers = names(&mail(&[
            part("text/html", "<p>Tack</p>"),
            part(
                "image/gif; name=logo.gif\nContent-Disposition: inline\nContent-ID: <1>",
                "GIF89a small",
            ),
            part("text/calendar; name=leverans.ics", "BEGIN:VCALENDAR"),
            part(
                "application/pgp-signature; name=signature.asc",
                "-----BEGIN",
            ),
            part("application/octet-stream; name=tack.exe", "MZ\u{1}\u{2}"),
        ]));
        assert_eq!(papers, ["Order 1-2.html"]);
    }

    #[test]
    fn what_a_mail_says_is_a_file_of_its_own_and_tells_what_it_is() {
        let plain = "From: kvitto@affar.example\nSubject: Kvitto\n\nTack, 20 kr\n";
        assert_eq!(
            read(plain),
            [("Kvitto.txt".to_owned(), b"Tack, 20 kr\r\n".to_vec())]
        );
        let bare = mail(&[part("text/html", "Tack<br>20 kr")]);
        let (_, bytes) = &read(&bare)[0];
        assert!(bytes.starts_with(b"<!doctype html>\nTack<br>"));
        assert_eq!(
            names("From: kvitto@affar.example\n\nTack\n"),
            ["kvitto@affar.example.txt"]
        );
        assert!(names("Subject: Tomt\n\n  \n").is_empty());
    }
}

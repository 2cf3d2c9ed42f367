//! What a mail comes to once it is taken apart, whatever somebody has made of it.

use proptest::prelude::*;

use super::*;

const ORIGIN: Origin = Origin {
    uid_validity: 7,
    uid: 1,
};

const RECEIPT: &str = "Received: from a by b; Fri, 27 Nov 2026 18:00:00 +0100\r\n\
    Message-ID: <order-1@affar.example>\r\n\
    Date: Fri, 27 Nov 2026 17:59:58 +0100\r\n\
    From: =?utf-8?q?Aff=C3=A4ren?= <kvitto@affar.example>\r\n\
    Subject: =?iso-8859-1?q?Ditt_k=F6p?=\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=\"yttre\"\r\n\r\n\
    --yttre\r\n\
    Content-Type: multipart/alternative; boundary=inre\r\n\r\n\
    --inre\r\n\
    Content-Type: text/plain; charset=iso-8859-1\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\n\
    Tack f=F6r k=F6pet\r\n\
    --inre\r\n\
    Content-Type: text/html; charset=utf-8\r\n\r\n\
    <p>Tack för köpet</p>\r\n\
    --inre--\r\n\
    --yttre\r\n\
    Content-Type: application/pdf\r\n\
    Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fkvitto%20%C3%A5.pdf\r\n\
    Content-Transfer-Encoding: base64\r\n\r\n\
    JVBERi0xLjQK\r\n\
    --yttre\r\n\
    Content-Type: text/csv; name=rader.csv\r\n\
    Content-Disposition: attachment\r\n\r\n\
    vara;pris\r\n\
    --yttre--\r\n";

fn read(bytes: &[u8]) -> Mail {
    Mail::read(ORIGIN, bytes.len() as u64, bytes, &Limits::default())
}

fn names(mail: &Mail) -> Vec<&str> {
    mail.attachments.iter().map(|file| &*file.name).collect()
}

#[test]
fn a_receipt_is_taken_apart() {
    let mail = read(RECEIPT.as_bytes());
    assert_eq!(mail.extent, Extent::Whole);
    assert_eq!(mail.message_id.as_deref(), Some("order-1@affar.example"));
    assert_eq!(mail.subject.as_deref(), Some("Ditt köp"));
    let from = mail.from.as_ref().unwrap();
    assert_eq!(from.name.as_deref(), Some("Affären"));
    assert_eq!(from.address, "kvitto@affar.example");
    assert_eq!(mail.date, "2026-11-27T16:59:58Z".parse().ok());
    assert_eq!(mail.text.as_deref().map(str::trim), Some("Tack för köpet"));
    assert_eq!(
        mail.html.as_deref().map(str::trim),
        Some("<p>Tack för köpet</p>")
    );
    assert_eq!(names(&mail), ["kvitto å.pdf", "rader.csv"]);
    let pdf = &mail.attachments[0];
    assert_eq!(
        (&*pdf.media_type, &*pdf.bytes),
        ("application/pdf", &b"%PDF-1.4\n"[..])
    );
    assert_eq!(mail.attachments[1].media_type, "text/csv");
}

#[test]
fn a_mail_of_html_alone_has_no_text() {
    let mail = read(b"Subject: x\r\nContent-Type: text/html\r\n\r\n<b>hej</b>");
    assert_eq!(mail.html.as_deref(), Some("<b>hej</b>"));
    assert_eq!(mail.text, None);
}

#[test]
fn what_is_attached_to_an_attached_mail_is_found() {
    let forwarded = format!(
        "Subject: Vb: kvitto\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=v\r\n\r\n\
         --v\r\nContent-Type: text/plain\r\n\r\nSe nedan\r\n--v\r\nContent-Type: message/rfc822\r\n\r\n{RECEIPT}\r\n--v--\r\n"
    );
    let mail = read(forwarded.as_bytes());
    assert_eq!(mail.subject.as_deref(), Some("Vb: kvitto"));
    assert_eq!(names(&mail), ["kvitto å.pdf", "rader.csv"]);
    assert!(mail.html.is_some_and(|html| html.contains("köpet")));
    assert!(
        mail.text
            .is_some_and(|text| text.starts_with("Se nedan") && text.contains("Tack för köpet"))
    );
}

#[test]
fn the_same_mail_is_known_whichever_way_it_came() {
    let here = read(RECEIPT.as_bytes());
    let there = format!("Received: from x by y\r\nDelivered-To: eva\r\n{RECEIPT}");
    let there = Mail::read(
        Origin {
            uid_validity: 8,
            uid: 99,
        },
        9,
        there.as_bytes(),
        &Limits::default(),
    );
    assert_eq!(there.fingerprint, here.fingerprint);
}

#[test]
fn another_mail_of_the_same_name_is_another() {
    let here = read(RECEIPT.as_bytes());
    let body = read(RECEIPT.replace("JVBERi0xLjQK", "JVBERi0xLjUK").as_bytes());
    let subject = read(RECEIPT.replace("Ditt_k=F6p", "Ditt_nya_k=F6p").as_bytes());
    assert_eq!(body.message_id, here.message_id);
    assert_ne!(body.fingerprint, here.fingerprint);
    assert_ne!(subject.fingerprint, here.fingerprint);
    assert_ne!(read(b"").fingerprint, here.fingerprint);
}

#[test]
fn of_a_mail_that_is_too_large_the_head_is_read() {
    let (head, _) = RECEIPT.split_once("\r\n\r\n").unwrap();
    let mail = |size| Mail::read(ORIGIN, size, head.as_bytes(), &Limits::default());
    let large = mail(99 << 20);
    assert_eq!(large.extent, Extent::Head(99 << 20));
    assert_eq!(large.subject.as_deref(), Some("Ditt köp"));
    assert_eq!(
        (large.text, large.html, large.attachments.len()),
        (None, None, 0)
    );
    assert_ne!(mail(98 << 20).fingerprint, large.fingerprint);
}

#[test]
fn more_attachments_than_anybody_wants_are_counted() {
    let part = "--y\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n";
    let mail = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n{}--y--\r\n",
        part.repeat(60)
    );
    let mail = read(mail.as_bytes());
    assert_eq!((mail.attachments.len(), mail.left_out), (50, 10));
}

#[test]
fn a_text_without_end_is_cut_within_no_letter() {
    let limits = Limits {
        text: 9,
        ..Limits::default()
    };
    for kind in ["plain", "html"] {
        let bytes = format!(
            "Content-Type: text/{kind}; charset=utf-8\r\n\r\n{}",
            "å".repeat(50)
        );
        let mail = Mail::read(ORIGIN, 1, bytes.as_bytes(), &limits);
        assert_eq!(mail.text.or(mail.html).as_deref(), Some("åååå"), "{kind}");
    }
}

#[test]
fn names_have_no_folders_and_kinds_no_tricks() {
    for (given, expected) in [
        ("../../etc/passwd", "passwd"),
        (r"C:\kvitton\a.pdf", "a.pdf"),
        ("..", ""),
        ("/", ""),
        (" .dold. ", "dold"),
        ("a\u{0}b\u{1b}[31m.pdf", "a b [31m.pdf"),
    ] {
        assert_eq!(file_name(given), expected, "{given:?}");
    }
    let odd =
        read(b"Content-Type: text/\"><script>; name=x\r\nContent-Disposition: attachment\r\n\r\nx");
    let kinds: Vec<_> = odd
        .attachments
        .iter()
        .map(|file| &*file.media_type)
        .collect();
    assert!(
        kinds.iter().all(|kind| !kind.contains(['<', '"', ' '])),
        "{kinds:?}"
    );
}

/// A mail that lies in a mail, and so on.
fn within(mails: usize) -> String {
    "Content-Type: message/rfc822\r\n\r\n".repeat(mails) + "Subject: innerst\r\n\r\nx"
}

#[test]
fn a_mail_that_lies_too_deep_is_a_file() {
    let mail = read(within(6).as_bytes());
    let [deepest] = &mail.attachments[..] else {
        panic!("{:?}", mail.attachments);
    };
    assert_eq!(deepest.media_type, "message/rfc822");
    assert_eq!(deepest.bytes, within(2).as_bytes());
}

#[test]
fn mails_within_mails_do_not_make_it_fall() {
    for few in [3, 50, 1900] {
        assert_ne!(
            read(within(few).as_bytes()).extent,
            Extent::Nothing,
            "{few}"
        );
    }
    assert_eq!(read(within(500_000).as_bytes()).extent, Extent::Nothing);
    let folded = "CONTENT-TYPE :message/\r\n RFC822\r\n\r\n".repeat(500_000);
    assert_eq!(read(folded.as_bytes()).extent, Extent::Nothing);
    let digest = "Content-Type: multipart/digest; boundary=y\r\n\r\n--y\r\n\r\n".repeat(200_000);
    assert_eq!(read(digest.as_bytes()).extent, Extent::Nothing);
}

#[test]
fn parts_within_parts_do_not_make_it_fall() {
    let nested = |depth: usize| -> String {
        let part =
            |depth| format!("Content-Type: multipart/mixed; boundary={depth}\r\n\r\n--{depth}\r\n");
        (0..depth).map(part).collect()
    };
    let last = "Content-Type: application/pdf; name=a.pdf\r\n\r\nx";
    assert_ne!(
        read((nested(1900) + last).as_bytes()).extent,
        Extent::Nothing
    );
    assert_eq!(
        read((nested(100_000) + last).as_bytes()).extent,
        Extent::Nothing
    );
}

#[test]
fn parts_without_end_are_not_searched_for_it_for_ever() {
    // Each is searched to the end of the mail, which is far.
    let part = |number| format!("--y\r\nContent-Type: multipart/mixed; boundary=q{number}\r\n\r\n");
    let parts: String = (0..1900).map(part).collect();
    let mail = |size| {
        let head = "Content-Type: multipart/mixed; boundary=y\r\n\r\n";
        read(
            [head.as_bytes(), parts.as_bytes(), &vec![b'x'; size]]
                .concat()
                .as_slice(),
        )
    };
    assert_ne!(mail(10_000).extent, Extent::Nothing);
    assert_eq!(mail(20 << 20).extent, Extent::Nothing);
}

#[test]
fn parts_of_nothing_do_not_fill_the_memory() {
    let mail = |parts: usize| {
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n";
        read((head.to_owned() + &"--y\r\n\r\n\r\n".repeat(parts)).as_bytes())
    };
    assert_ne!(mail(5000).extent, Extent::Nothing);
    assert_eq!(mail(1_000_000).extent, Extent::Nothing);
    assert_eq!(
        read("X: y\r\n".repeat(1_000_000).as_bytes()).extent,
        Extent::Nothing
    );
}

#[test]
fn a_large_text_of_lines_and_dashes_is_read() {
    let rows = "| ---- | ---- |\r\n".repeat(300_000);
    let mail = format!("Subject: tabell\r\nContent-Type: text/plain\r\n\r\n{rows}");
    assert_eq!(read(mail.as_bytes()).extent, Extent::Whole);
}

#[test]
fn broken_encodings_leave_what_can_be_read() {
    let mail = read(
        b"Subject: =?utf-8?b?////?= =?x-none?q?=ZZ?=\r\nDate: Fri, 99 Foo 2026\r\nFrom: <<>>,;:\r\n\
          Content-Type: text/plain; charset=x-martian\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%=\x00\xff",
    );
    assert_ne!(mail.extent, Extent::Nothing);
    assert_eq!(mail.date, None);
    let utf16 = read(b"Content-Type: text/plain; charset=utf-16\r\n\r\n\xff\xfe\x00\xd8x");
    assert!(utf16.text.is_some());
    for bytes in [
        &b""[..],
        b"\r\n",
        b"\0\0\0",
        b":",
        b"\xff\xfe",
        b"Content-Type: multipart/mixed\r\n\r\n",
    ] {
        read(bytes);
    }
}

#[test]
fn what_outlook_wraps_is_a_file_as_it_is() {
    let mail = read(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\nContent-Type: application/ms-tnef;\r\n \
          name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAB\r\n--y--\r\n",
    );
    assert_eq!(names(&mail), ["winmail.dat"]);
    assert_eq!(mail.attachments[0].media_type, "application/ms-tnef");
    assert_eq!(mail.attachments[0].bytes, [0x78, 0x9f, 0x3e, 0x22, 0, 1]);
}

proptest! {
    #[test]
    fn no_bytes_make_it_fall(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read(&bytes);
    }

    #[test]
    fn no_change_to_a_mail_makes_it_fall(
        changes in prop::collection::vec((0..RECEIPT.len(), any::<u8>()), 1..40),
        from in 0..RECEIPT.len(),
        length in 0..400usize,
        to in 0..RECEIPT.len(),
    ) {
        let mut bytes = RECEIPT.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        let piece: Vec<u8> = bytes[from..(from + length).min(bytes.len())].to_vec();
        bytes.splice(to..to, piece);
        let mail = read(&bytes);
        for file in &mail.attachments {
            prop_assert!(!file.name.contains(['/', '\\', '\0']), "{:?}", file.name);
        }
    }
}

//! Mail from a real server.

use std::fs;

use smartinventory::notify::{
    failure::{Cause, Failure},
    mail::{Correspondent, Letter, send},
    mailbox::{Extent, Limits, Mailbox, Taken},
    secret::Secret,
    server::{Encryption, Login, Server},
};

use crate::{
    household::{Certified, message, owner},
    servers::{MailServer, lay},
};

/// A mail about a purchase, with its receipt.
fn receipt(number: usize) -> Vec<u8> {
    format!(
        "Message-ID: <{number}@affar.example>\r\nDate: Fri, 27 Nov 2026 17:59:58 +0100\r\n\
         From: =?utf-8?q?Aff=C3=A4ren?= <kvitto@affar.example>\r\nSubject: Kvitto {number}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>Tack</p>\r\n--y\r\n\
         Content-Type: application/pdf; name=kvitto.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--y--\r\n"
    )
    .into_bytes()
}

fn mailbox(server: Server, taken: Taken) -> Mailbox {
    Mailbox {
        server,
        folder: "INBOX".to_owned(),
        taken,
        limits: Limits {
            mail: 1 << 20,
            mails: 10,
            ..Limits::default()
        },
    }
}

/// Takes whatever waits, and gives what it is about.
async fn take_all(mailbox: &Mailbox) -> Vec<String> {
    let mut session = mailbox.open(&owner()).await.unwrap();
    let mut subjects = Vec::new();
    for origin in session.waiting().to_vec() {
        let mail = session.fetch(origin).await.unwrap().unwrap();
        subjects.push(mail.subject.unwrap_or_default());
        session.take(origin).await.unwrap();
    }
    session.close().await;
    subjects
}

#[tokio::test]
async fn a_mail_is_fetched_with_what_is_attached() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    lay(dovecot.house.path(), "1", &receipt(1));
    for encryption in [Encryption::None, Encryption::StartTls, Encryption::Tls] {
        let mailbox = mailbox(dovecot.reached(encryption), Taken::Read);
        let mut session = mailbox.open(&owner()).await.unwrap();
        let &[origin] = session.waiting() else {
            panic!("{encryption:?}: {:?}", session.waiting());
        };
        let mail = session.fetch(origin).await.unwrap().unwrap();
        assert_eq!(mail.origin, origin);
        assert_eq!(mail.subject.as_deref(), Some("Kvitto 1"));
        assert_eq!(mail.message_id.as_deref(), Some("1@affar.example"));
        assert_eq!(mail.html.as_deref().map(str::trim), Some("<p>Tack</p>"));
        assert_eq!(mail.attachments[0].name, "kvitto.pdf");
        assert_eq!(mail.attachments[0].bytes, b"%PDF-1.4\n");
        session.close().await;
    }
}

#[tokio::test]
async fn a_mail_comes_until_it_is_taken_and_then_no_more() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    for number in 1..=3 {
        lay(dovecot.house.path(), &number.to_string(), &receipt(number));
    }
    let mailbox = mailbox(dovecot.reached(Encryption::Tls), Taken::Read);
    let mut session = mailbox.open(&owner()).await.unwrap();
    let waiting = session.waiting().to_vec();
    assert_eq!(waiting.len(), 3);
    let first = session.fetch(waiting[0]).await.unwrap().unwrap();
    session.take(waiting[0]).await.unwrap();
    let second = session.fetch(waiting[1]).await.unwrap().unwrap();
    // The power goes before the second was kept.
    drop(session);

    let mut session = mailbox.open(&owner()).await.unwrap();
    assert_eq!(session.waiting(), &waiting[1..]);
    let again = session.fetch(waiting[1]).await.unwrap().unwrap();
    assert_eq!(again, second);
    assert_ne!(again.fingerprint, first.fingerprint);
    session.close().await;
    let mut left = take_all(&mailbox).await;
    left.sort();
    assert_eq!(left.len(), 2);
    assert_eq!(take_all(&mailbox).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_mail_that_is_taken_is_moved_also_when_somebody_has_read_it() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    lay(dovecot.house.path(), "1", &receipt(1));
    let server = || dovecot.reached(Encryption::Tls);
    // Read on a phone.
    let phone = mailbox(server(), Taken::Read);
    assert_eq!(take_all(&phone).await, ["Kvitto 1"]);
    let mailbox = mailbox(server(), Taken::Moved("Kvitton från affär".to_owned()));
    assert_eq!(take_all(&mailbox).await, ["Kvitto 1"]);
    assert_eq!(take_all(&mailbox).await, Vec::<String>::new());
    let moved = Mailbox {
        folder: "Kvitton från affär".to_owned(),
        taken: Taken::Moved("INBOX".to_owned()),
        ..mailbox.clone()
    };
    assert_eq!(take_all(&moved).await, ["Kvitto 1"]);
    assert_eq!(take_all(&mailbox).await, ["Kvitto 1"], "moved back");
}

#[tokio::test]
async fn a_mail_is_moved_also_where_the_server_can_only_copy() {
    for (offers, left) in [
        ("IMAP4rev1 AUTH=PLAIN UIDPLUS", 0),
        ("IMAP4rev1 AUTH=PLAIN", 1),
    ] {
        let dovecot = MailServer::dovecot_offering(Certified::by_issuer(), offers);
        lay(dovecot.house.path(), "1", &receipt(1));
        let server = dovecot.reached(Encryption::Tls);
        let mailbox = mailbox(server, Taken::Moved("Tagna".to_owned()));
        assert_eq!(take_all(&mailbox).await, ["Kvitto 1"], "{offers}");
        assert_eq!(take_all(&mailbox).await, Vec::<String>::new(), "{offers}");
        let moved = Mailbox {
            folder: "Tagna".to_owned(),
            taken: Taken::Read,
            ..mailbox
        };
        assert_eq!(take_all(&moved).await, ["Kvitto 1"], "{offers}");
        // What is left behind is marked, and waits for whoever clears the folder.
        let behind = fs::read_dir(dovecot.house.path().join("mail/cur")).unwrap();
        assert_eq!(behind.count(), left, "{offers}");
    }
}

#[tokio::test]
async fn a_folder_that_is_begun_anew_brings_the_same_mail_and_it_is_known() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    let folder = dovecot.house.path();
    lay(folder, "1", &receipt(1));
    let mailbox = mailbox(dovecot.reached(Encryption::Tls), Taken::Read);
    let mut session = mailbox.open(&owner()).await.unwrap();
    let before = session.waiting()[0];
    let first = session.fetch(before).await.unwrap().unwrap();
    session.close().await;

    // What the server remembers of the folder, but for the number that it last gave one.
    for file in fs::read_dir(folder.join("mail")).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() && !path.to_string_lossy().contains("uidvalidity") {
            fs::remove_file(path).unwrap();
        }
    }
    for part in ["cur", "new"] {
        fs::remove_dir_all(folder.join("mail").join(part)).unwrap();
    }
    lay(folder, "2", &receipt(1));
    let mut session = mailbox.open(&owner()).await.unwrap();
    let after = session.waiting()[0];
    assert_ne!(after.uid_validity, before.uid_validity);
    assert_eq!(session.fetch(before).await.unwrap(), None);
    let second = session.fetch(after).await.unwrap().unwrap();
    assert_eq!(second.fingerprint, first.fingerprint);
    session.close().await;
}

#[tokio::test]
async fn of_a_mail_that_is_too_large_the_head_comes_and_the_next_one_whole() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    let large = [receipt(1), b"x".repeat(3 << 20)].concat();
    lay(dovecot.house.path(), "1", &large);
    lay(dovecot.house.path(), "2", &receipt(2));
    let mailbox = mailbox(dovecot.reached(Encryption::Tls), Taken::Read);
    let mut session = mailbox.open(&owner()).await.unwrap();
    let mut mails = Vec::new();
    for origin in session.waiting().to_vec() {
        mails.push(session.fetch(origin).await.unwrap().unwrap());
    }
    session.close().await;
    mails.sort_by(|one, other| one.subject.cmp(&other.subject));
    assert!(
        matches!(mails[0].extent, Extent::Head(size) if size > 3 << 20),
        "{:?}",
        mails[0].extent
    );
    assert_eq!(mails[0].subject.as_deref(), Some("Kvitto 1"));
    assert!(mails[0].attachments.is_empty());
    assert_eq!(mails[1].extent, Extent::Whole);
    assert_eq!(mails[1].attachments.len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_broken_holds_up_no_other() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    let deep = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    let hostile: [&[u8]; 4] = [
        b"\r\n",
        b"\xff\xfe: \0\0\r\n\r\n\0",
        deep.as_bytes(),
        b"Subject: =?utf-8?b?////?=\r\n\r\n",
    ];
    for (number, mail) in hostile.iter().enumerate() {
        lay(dovecot.house.path(), &number.to_string(), mail);
    }
    lay(dovecot.house.path(), "9", &receipt(9));
    let mailbox = mailbox(dovecot.reached(Encryption::Tls), Taken::Read);
    let subjects = take_all(&mailbox).await;
    assert_eq!(subjects.len(), hostile.len() + 1);
    assert!(subjects.contains(&"Kvitto 9".to_owned()), "{subjects:?}");
    assert_eq!(take_all(&mailbox).await, Vec::<String>::new());
}

#[tokio::test]
async fn no_more_mails_come_at_once_than_are_wanted() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    for number in 0..25 {
        lay(
            dovecot.house.path(),
            &format!("{number:02}"),
            &receipt(number),
        );
    }
    let mailbox = mailbox(
        dovecot.reached(Encryption::Tls),
        Taken::Moved("Tagna".to_owned()),
    );
    let mut taken = Vec::new();
    for expected in [10, 10, 5, 0] {
        let subjects = take_all(&mailbox).await;
        assert_eq!(subjects.len(), expected);
        taken.extend(subjects);
    }
    taken.sort();
    taken.dedup();
    assert_eq!(taken.len(), 25);
}

#[tokio::test]
async fn who_is_not_let_in_is_told_so_and_nothing_else() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    for password in ["fel", "också fel"] {
        let mut server = dovecot.reached(Encryption::Tls);
        let login = server.login.as_mut().unwrap();
        login.password = Secret::new(password);
        let failure = mailbox(server, Taken::Read)
            .open(&owner())
            .await
            .unwrap_err();
        assert_eq!(failure, Failure::Refused(Cause::Login), "{password}");
    }
    let nobody = mailbox(dovecot.reached_by_nobody(Encryption::Tls), Taken::Read);
    assert_eq!(
        nobody.open(&owner()).await.unwrap_err(),
        Failure::Refused(Cause::Login)
    );
    let unknown = Server {
        trust: None,
        ..dovecot.reached(Encryption::StartTls)
    };
    let failure = mailbox(unknown, Taken::Read)
        .open(&owner())
        .await
        .unwrap_err();
    assert_eq!(
        failure,
        Failure::Refused(Cause::Certificate("unknown issuer".to_owned()))
    );
}

#[tokio::test]
async fn a_name_and_a_password_of_plain_letters_are_let_in_too() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    fs::write(
        dovecot.house.path().join("users"),
        "bo:{PLAIN}b\\o \"2\"::::::\n",
    )
    .unwrap();
    let server = Server {
        login: Some(Login {
            name: "bo".to_owned(),
            password: Secret::new("b\\o \"2\""),
        }),
        ..dovecot.reached(Encryption::Tls)
    };
    assert!(take_all(&mailbox(server, Taken::Read)).await.is_empty());
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_told() {
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    let mailbox = Mailbox {
        folder: "Saknas".to_owned(),
        ..mailbox(dovecot.reached(Encryption::Tls), Taken::Read)
    };
    let failure = mailbox.open(&owner()).await.unwrap_err();
    assert!(
        failure.is_final() && matches!(failure.cause(), Cause::Folder(_)),
        "{failure:?}"
    );
}

#[tokio::test]
async fn what_goes_out_by_one_server_comes_in_by_the_other() {
    let exim = MailServer::exim(Certified::by_issuer());
    let dovecot = MailServer::dovecot(Certified::by_issuer());
    let from = Correspondent::new(None, "hemmet@hemma.example").unwrap();
    let to = Correspondent::new(Some("Åsa"), "asa@hemma.example").unwrap();
    let written = "2026-11-27T18:05:09+01:00".parse().unwrap();
    let letter = Letter::write(&message(), &from, &to, "rund-1", written).unwrap();
    send(&owner(), &exim.reached(Encryption::Tls), &letter)
        .await
        .unwrap();
    let [delivered] = &exim.wait_for_mail(1)[..] else {
        panic!("more than one");
    };
    lay(dovecot.house.path(), "1", delivered);

    let mailbox = mailbox(dovecot.reached(Encryption::Tls), Taken::Read);
    let mut session = mailbox.open(&owner()).await.unwrap();
    let origin = session.waiting()[0];
    let mail = session.fetch(origin).await.unwrap().unwrap();
    session.close().await;
    assert_eq!(mail.message_id.as_deref(), Some("rund-1@hemma.example"));
    assert_eq!(mail.date, Some(written));
    assert!(
        mail.text
            .unwrap()
            .contains("Klart: https://hemma.example/done/abc")
    );
}

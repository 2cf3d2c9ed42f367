//! A mailbox, on a real server: each mail becomes a receipt once, whatever happens, and stays in its mailbox.

use std::{collections::BTreeMap, ffi::OsStr, fs, path::PathBuf, thread, time::Duration};

use smartinventory::notify::server::Encryption;
use tempfile::TempDir;

use crate::{
    household::Certified,
    register::{files, pages, receipts, until},
    server::{OWNER, Server, client::Program},
    servers::{MailServer, NAME, PASSWORD, lay},
};

/// A shop's mail, as shops write them.
const BODY: &str = "<html><head><style>td { padding: 0 }</style></head><body><table><tr><td><h1>Elbyn AB</h1></td></tr>\
    <tr><td>Kvitto 2024-03-14</td></tr><tr><td>Vattenkokare</td><td>657,00</td></tr>\
    <tr><td>Att betala</td><td>657,00 kr</td></tr></table><script>alert(1)</script></body></html>";

/// A household with a mailbox.
struct Home {
    data: TempDir,
    dovecot: MailServer,
    token: String,
}

impl Home {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let server = Server::open(data.path(), &[]);
        server.command(
            &[
                "person",
                "add",
                OWNER.0,
                "--role",
                "owner",
                "--password-stdin",
            ],
            OWNER.1,
        );
        let token = server.command(&["token", "create", "--person", OWNER.0], "");
        server.stop();
        fs::write(data.path().join("password"), format!("{PASSWORD}\n")).unwrap();
        Self {
            data,
            dovecot: MailServer::dovecot(Certified::by_issuer()),
            token: token.trim().to_owned(),
        }
    }

    fn open(&self) -> Server {
        self.open_with(Encryption::Tls, &self.data.path().join("password"))
    }

    fn open_with(&self, encryption: Encryption, password: &std::path::Path) -> Server {
        let port = self.dovecot.reached(encryption).port;
        let authority = self.data.path().join("authority.pem");
        fs::write(&authority, &self.dovecot.house.issuer).unwrap();
        let (server, user) = (format!("localhost:{port}"), NAME);
        let how = match encryption {
            Encryption::Tls => "tls",
            Encryption::StartTls => "starttls",
            Encryption::None => "none",
        };
        let variables = [
            ("SMARTINVENTORY_IMAP_SERVER", OsStr::new(&server)),
            ("SMARTINVENTORY_IMAP_ENCRYPTION", OsStr::new(how)),
            ("SMARTINVENTORY_IMAP_USER", OsStr::new(user)),
            ("SMARTINVENTORY_IMAP_PASSWORD_FILE", password.as_os_str()),
            ("SMARTINVENTORY_LOG", OsStr::new("info")),
            ("SSL_CERT_FILE", authority.as_os_str()),
        ];
        Server::open(self.data.path(), &variables)
    }

    fn program(&self, server: &Server) -> Program {
        server.program_with(&self.token)
    }

    /// Lays a mail into the mailbox.
    fn post(&self, number: usize, parts: &[(&str, &str)]) {
        let parts = parts
            .iter()
            .map(|(kind, body)| format!("--y\r\nContent-Type: {kind}\r\n\r\n{body}\r\n"))
            .collect::<Vec<_>>()
            .concat();
        let mail = format!(
            "Message-ID: <{number}@affar.example>\r\nDate: Thu, 14 Mar 2024 17:59:58 +0100\r\n\
             From: =?utf-8?q?Aff=C3=A4ren?= <kvitto@affar.example>\r\nSubject: Kvitto {number}\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n{parts}--y--\r\n"
        );
        lay(
            self.dovecot.house.path(),
            &number.to_string(),
            mail.as_bytes(),
        );
    }

    /// The mails that are marked as read.
    fn read(&self) -> Vec<PathBuf> {
        let Ok(mails) = fs::read_dir(self.dovecot.house.path().join("mail/cur")) else {
            return Vec::new();
        };
        let mails = mails.map(|mail| mail.unwrap().path());
        let is_read = |mail: &PathBuf| {
            let flags = mail.to_str().unwrap().rsplit_once(":2,");
            flags.is_some_and(|(_, flags)| flags.contains('S'))
        };
        mails.filter(is_read).collect()
    }
}

#[test]
fn a_mail_becomes_a_receipt_that_is_read_and_stays_in_its_mailbox() {
    let home = Home::new();
    home.post(
        1,
        &[
            ("text/html", BODY),
            ("application/pdf; name=kvitto.pdf", "%PDF-1.4"),
        ],
    );
    home.post(2, &[("text/plain", " ")]);
    let server = home.open();
    let program = home.program(&server);
    until("both are marked as read", || {
        (home.read().len() == 2).then_some(())
    });
    let all = receipts(&program);
    assert_eq!(all.len(), 1, "{all:?}");
    let files = pages(&program, &all[0]);
    let names: Vec<_> = files.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names, ["kvitto.pdf", "Kvitto 1.html"]);
    // A stranger's HTML is never a page of ours.
    let shown = program.get(&format!("/api/v1/documents/{}/content", files[1].id));
    assert_eq!(shown.text().trim_end(), BODY);
    assert!(
        shown.header("content-type").starts_with("text/plain"),
        "{shown}"
    );
    assert_eq!(shown.header("x-content-type-options"), "nosniff");
    assert!(
        shown
            .header("content-disposition")
            .starts_with("attachment"),
        "{shown}"
    );
    let path = format!("/api/v1/receipts/{}", all[0]["id"].as_str().unwrap());
    let read = until("it is read", || {
        let told = program.get(&path).json();
        (told["reading"] == "done").then_some(told)
    });
    let proposed = &read["proposed"];
    assert_eq!(proposed["shop"], "Elbyn AB");
    assert_eq!(proposed["date"], "2024-03-14");
    assert_eq!(proposed["total"]["amount"], "657.00");
    server.stop();
}

#[test]
fn a_mail_that_comes_again_is_known() {
    let home = Home::new();
    home.post(1, &[("text/html", BODY)]);
    let server = home.open();
    until("it is taken", || (home.read().len() == 1).then_some(()));
    server.stop();
    // The same mail under another number, as when a mailbox has been moved; and, unread, what a kill leaves behind.
    let mail = fs::read(&home.read()[0]).unwrap();
    lay(home.dovecot.house.path(), "again", &mail);
    home.post(2, &[("text/html", BODY)]);
    let server = home.open_with(Encryption::StartTls, &home.data.path().join("password"));
    until("all are taken", || (home.read().len() == 3).then_some(()));
    let wanted = [("Kvitto 1.html", 1), ("Kvitto 2.html", 1)];
    let wanted: BTreeMap<_, _> = wanted.map(|(name, count)| (name.to_owned(), count)).into();
    assert_eq!(files(&home.program(&server)), wanted);
    server.stop();
}

#[test]
fn a_program_killed_at_any_step_has_lost_no_mail_and_taken_none_twice() {
    const MAILS: usize = 30;
    let home = Home::new();
    for number in 0..MAILS {
        home.post(
            number,
            &[("text/html", BODY), ("text/plain", &number.to_string())],
        );
    }
    let mut kills = 0;
    // Each time a few mails further, and a little later after the last of them.
    for enough in [1, 5, 9, 14, 19, 23] {
        let server = home.open();
        until("some are taken", || {
            (home.read().len() >= enough).then_some(())
        });
        thread::sleep(Duration::from_millis(7 * enough as u64 % 40));
        server.kill();
        if home.read().len() < MAILS {
            kills += 1;
        }
    }
    assert!(kills >= 3, "it was over after {kills} kills");
    let server = home.open();
    until("all are taken", || {
        (home.read().len() == MAILS).then_some(())
    });
    let program = home.program(&server);
    let counts = files(&program);
    let wanted: BTreeMap<_, _> = (0..MAILS)
        .map(|number| (format!("Kvitto {number}.html"), 1))
        .collect();
    assert_eq!(counts, wanted);
    assert_eq!(receipts(&program).len(), MAILS);
    server.stop();
}

#[test]
fn who_is_not_let_in_says_so_once_and_never_says_the_password() {
    let home = Home::new();
    let wrong = home.data.path().join("wrong");
    fs::write(&wrong, "inte sesam").unwrap();
    home.post(1, &[("text/html", BODY)]);
    let server = home.open_with(Encryption::None, &wrong);
    let program = home.program(&server);
    let told = until("it is told", || {
        let told = program.get("/api/v1/intake").json();
        let trouble = told["mailbox"]["trouble"].clone();
        (!trouble.is_null()).then_some(trouble)
    });
    assert_eq!(told["kind"], "login");
    assert!(home.read().is_empty() && receipts(&program).is_empty());
    let log = server.log();
    assert_eq!(log.matches("mail cannot be taken in").count(), 1, "{log}");
    assert!(!log.contains("inte sesam"), "{log}");
}

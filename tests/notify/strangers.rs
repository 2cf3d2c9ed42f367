//! Servers that mean harm, or are not what they say: a script of what each says to what it hears.

use std::time::Duration;

use smartinventory::notify::{
    failure::{Cause, Failure},
    mail::{Correspondent, Letter, send},
    mailbox::{Extent, Limits, Mailbox, Session, Taken},
    secret::Secret,
    server::{Encryption, Login, Server},
    wire::Dialer,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    task::JoinHandle,
};
use url::Host;

use crate::household::{Certified, message, owner};

const PASSWORD: &str = "sesam-oppna-dig";

/// What a server says: at once, and then to each line that it hears.
struct Stranger {
    port: u16,
    /// All that it has heard, once the other side has gone.
    heard: JoinHandle<String>,
}

impl Stranger {
    /// Says something, and then whatever `answer` makes of a line; nothing more when it makes nothing of it.
    async fn saying(
        greeting: &'static str,
        answer: impl Fn(&str) -> Option<Vec<u8>> + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let (input, mut output) = stream.split();
            let mut input = BufReader::new(input);
            let mut heard = Vec::new();
            // The other side may go whenever it likes.
            let _ = output.write_all(greeting.as_bytes()).await;
            loop {
                let before = heard.len();
                match input.read_until(b'\n', &mut heard).await {
                    Ok(read) if read > 0 => {}
                    _ => break,
                }
                let line = String::from_utf8_lossy(&heard[before..]).trim().to_owned();
                let Some(words) = answer(&line) else { break };
                let _ = output.write_all(&words).await;
            }
            String::from_utf8_lossy(&heard).into_owned()
        });
        Self { port, heard }
    }

    fn reached(&self, encryption: Encryption) -> Server {
        Server {
            host: Host::Domain("localhost".to_owned()),
            port: self.port,
            encryption,
            login: Some(Login {
                name: "eva".to_owned(),
                password: Secret::new(PASSWORD),
            }),
            trust: Some(Certified::by_issuer().trust()),
        }
    }

    /// What it has heard.
    async fn heard(self) -> String {
        self.heard.await.unwrap()
    }
}

fn dialer() -> Dialer {
    owner().with_patience(Duration::from_secs(2))
}

async fn deliver(server: &Server) -> Failure {
    let from = Correspondent::new(None, "hemmet@hemma.example").unwrap();
    let letter = Letter::write(
        &message(),
        &from,
        &from,
        "a",
        "2026-11-27T18:00:00Z".parse().unwrap(),
    );
    send(&dialer(), server, &letter.unwrap()).await.unwrap_err()
}

async fn open(server: Server) -> Result<Session, Failure> {
    let mailbox = Mailbox {
        server,
        folder: "INBOX".to_owned(),
        taken: Taken::Read,
        limits: Limits {
            mail: 1 << 20,
            ..Limits::default()
        },
    };
    mailbox.open(&dialer()).await
}

/// The tag of a command, and the command.
fn command(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

/// An IMAP server with one mail, which says this when it is asked about it.
async fn imap(mail: fn(&str) -> Vec<u8>) -> Stranger {
    let answer = move |line: &str| {
        let (tag, command) = command(line);
        let said = match command {
            "CAPABILITY" => "* CAPABILITY IMAP4rev1\r\n",
            "SELECT \"INBOX\"" => "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n",
            "UID SEARCH UNSEEN UNDELETED" => "* SEARCH 1\r\n",
            _ if command.starts_with("UID FETCH") => {
                let done = format!("{tag} OK done\r\n");
                return Some([mail(command), done.into_bytes()].concat());
            }
            _ => "",
        };
        Some(format!("{said}{tag} OK done\r\n").into_bytes())
    };
    Stranger::saying("* OK hello\r\n", answer).await
}

#[tokio::test]
async fn a_server_without_encryption_hears_no_password() {
    let hello = |line: &str| {
        Some(
            if line.starts_with("EHLO") {
                "250-x\r\n250 AUTH PLAIN\r\n"
            } else {
                "250 x\r\n"
            }
            .into(),
        )
    };
    let smtp = Stranger::saying("220 x\r\n", hello).await;
    assert_eq!(
        deliver(&smtp.reached(Encryption::StartTls)).await,
        Failure::Refused(Cause::Unencrypted)
    );
    assert!(smtp.heard().await.starts_with("EHLO"));

    let refuse = |line: &str| Some(format!("{} BAD unknown\r\n", command(line).0).into_bytes());
    let imap = Stranger::saying("* OK x\r\n", refuse).await;
    let failure = open(imap.reached(Encryption::StartTls)).await.unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Unencrypted));
    assert_eq!(imap.heard().await, "first STARTTLS\r\n");
}

#[tokio::test]
async fn what_is_slipped_in_before_the_encryption_is_not_believed() {
    let slip = |line: &str| {
        Some(match line {
            "STARTTLS" => "220 go\r\n220 x\r\n250-x\r\n250 AUTH PLAIN\r\n235 in\r\n".into(),
            _ => "250-x\r\n250 STARTTLS\r\n".into(),
        })
    };
    let smtp = Stranger::saying("220 x\r\n", slip).await;
    let failure = deliver(&smtp.reached(Encryption::StartTls)).await;
    assert!(
        matches!(failure.cause(), Cause::Certificate(_) | Cause::Connection),
        "{failure:?}"
    );
    assert!(!smtp.heard().await.contains("AUTH"));

    let slip = |line: &str| {
        Some(
            format!(
                "{} OK go\r\n* CAPABILITY x\r\nfirst OK x\r\n",
                command(line).0
            )
            .into_bytes(),
        )
    };
    let imap = Stranger::saying("* OK x\r\n", slip).await;
    let failure = open(imap.reached(Encryption::StartTls)).await.unwrap_err();
    assert!(
        matches!(failure.cause(), Cause::Certificate(_) | Cause::Connection),
        "{failure:?}"
    );
    assert!(!imap.heard().await.contains("LOGIN"));
}

#[tokio::test]
async fn a_server_that_repeats_the_password_is_not_quoted() {
    let echo = |line: &str| {
        Some(match line {
            _ if line.starts_with("EHLO") => "250-x\r\n250 AUTH PLAIN\r\n".into(),
            _ if line.starts_with("AUTH") => "235 in\r\n".into(),
            _ => format!("550 no mail for {PASSWORD} here\r\n").into_bytes(),
        })
    };
    let smtp = Stranger::saying("220 x\r\n", echo).await;
    let failure = deliver(&smtp.reached(Encryption::None)).await;
    assert_eq!(
        failure,
        Failure::Refused(Cause::Answer("550 no mail for … here".to_owned()))
    );

    let echo = |line: &str| {
        let (tag, command) = command(line);
        let ok = command == "CAPABILITY";
        Some(format!("{tag} {} {command}\r\n", if ok { "OK" } else { "NO" }).into_bytes())
    };
    let imap = Stranger::saying("* OK x\r\n", echo).await;
    let failure = open(imap.reached(Encryption::None)).await.unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Login));
}

#[tokio::test]
async fn a_server_that_talks_without_end_is_given_up() {
    let endless = |_: &str| Some("250-x\r\n".repeat(500_000).into_bytes());
    for encryption in [Encryption::None, Encryption::StartTls] {
        let smtp = Stranger::saying("220 x\r\n", endless).await;
        let failure = deliver(&smtp.reached(encryption)).await;
        assert_eq!(
            failure,
            Failure::Later {
                cause: Cause::Nonsense,
                wait: None
            },
            "{encryption:?}"
        );
    }
    let endless = |_: &str| Some("* OK x\r\n".repeat(500_000).into_bytes());
    let imap = Stranger::saying("* OK x\r\n", endless).await;
    let failure = open(imap.reached(Encryption::None)).await.unwrap_err();
    assert_eq!(
        failure,
        Failure::Later {
            cause: Cause::Nonsense,
            wait: None
        }
    );
    let line = |_: &str| Some(vec![b'x'; 1 << 20]);
    let imap = Stranger::saying("* OK x\r\n", line).await;
    let failure = open(imap.reached(Encryption::None)).await.unwrap_err();
    assert_eq!(
        failure,
        Failure::Later {
            cause: Cause::Nonsense,
            wait: None
        }
    );
}

#[tokio::test]
async fn a_mail_larger_than_it_was_said_to_be_is_not_held() {
    let mail = |command: &str| {
        if command.contains("SIZE") {
            return b"* 1 FETCH (UID 1 RFC822.SIZE 100)\r\n".to_vec();
        }
        let length = 400 << 20;
        let mut answer = format!("* 1 FETCH (UID 1 BODY[] {{{length}}}\r\n").into_bytes();
        answer.resize(20 << 20, b'x');
        answer
    };
    let stranger = imap(mail).await;
    let mut session = open(stranger.reached(Encryption::None)).await.unwrap();
    let origin = session.waiting()[0];
    let failure = session.fetch(origin).await.unwrap_err();
    assert_eq!(
        failure,
        Failure::Later {
            cause: Cause::Nonsense,
            wait: None
        }
    );
}

#[tokio::test]
async fn a_mail_that_has_gone_is_none_and_one_of_another_number_is_not_it() {
    let gone = imap(|_| Vec::new()).await;
    let mut session = open(gone.reached(Encryption::None)).await.unwrap();
    let origin = session.waiting()[0];
    assert_eq!(session.fetch(origin).await, Ok(None));

    let other = imap(|_| b"* 2 FETCH (UID 2 RFC822.SIZE 9 BODY[] {1}\r\nx)\r\n".to_vec()).await;
    let mut session = open(other.reached(Encryption::None)).await.unwrap();
    assert_eq!(session.fetch(origin).await, Ok(None));

    let there =
        imap(|_| b"* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[] {14}\r\nSubject: x\r\n\r\n)\r\n".to_vec())
            .await;
    let mut session = open(there.reached(Encryption::None)).await.unwrap();
    let mail = session.fetch(origin).await.unwrap().unwrap();
    assert_eq!(
        (mail.extent, mail.subject.as_deref()),
        (Extent::Whole, Some("x"))
    );
}

#[tokio::test]
async fn a_server_that_is_silent_is_given_up() {
    for encryption in [Encryption::None, Encryption::StartTls, Encryption::Tls] {
        let stranger = Stranger::saying("", |_| Some(Vec::new())).await;
        let failure = deliver(&stranger.reached(encryption)).await;
        assert_eq!(
            failure,
            Failure::Later {
                cause: Cause::Slow,
                wait: None
            },
            "{encryption:?}"
        );
        let stranger = Stranger::saying("", |_| Some(Vec::new())).await;
        let failure = open(stranger.reached(encryption)).await.unwrap_err();
        assert_eq!(
            failure,
            Failure::Later {
                cause: Cause::Slow,
                wait: None
            },
            "{encryption:?}"
        );
    }
}

//! Mail to a real server.

use jiff::Timestamp;
use mail_parser::MessageParser;
use smartinventory::notify::{
    failure::{Cause, Failure},
    mail::{Correspondent, Letter, send},
    secret::Secret,
    server::{Encryption, Server},
};
use url::Host;

use crate::{
    household::{Certified, anybody, message, owner, ports},
    servers::{MailServer, NAME},
};

fn letter_to(address: &str) -> Letter {
    let from = Correspondent::new(Some("Hemmet i Vik"), "hemmet@hemma.example").unwrap();
    let to = Correspondent::new(Some("Åsa Ström"), address).unwrap();
    let written: Timestamp = "2026-11-27T18:05:09+01:00".parse().unwrap();
    Letter::write(&message(), &from, &to, "0198-abc", written).unwrap()
}

fn letter() -> Letter {
    letter_to("asa@hemma.example")
}

fn reason(failure: &Failure) -> String {
    failure.cause().to_string()
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let exim = MailServer::exim(Certified::by_issuer());
    let ways = [
        exim.reached_by_nobody(Encryption::None),
        exim.reached(Encryption::StartTls),
        exim.reached(Encryption::Tls),
    ];
    for server in &ways {
        send(&owner(), server, &letter()).await.unwrap();
    }
    let delivered = exim.wait_for_mail(ways.len());
    for mail in &delivered {
        let mail = MessageParser::default().parse(mail).unwrap();
        assert_eq!(mail.subject(), Some("Garantin för kaffebryggaren går ut"));
        assert_eq!(mail.message_id(), Some("0198-abc@hemma.example"));
        assert_eq!(mail.return_address(), Some("hemmet@hemma.example"));
        let text = mail.body_text(0).unwrap();
        assert!(text.contains("\n. ensam punkt först"), "{text}");
        assert!(
            mail.body_html(0)
                .unwrap()
                .contains("<h1>Garantin för kaffebryggaren går ut</h1>")
        );
    }
    let by = |words: &str| {
        delivered
            .iter()
            .filter(|mail| String::from_utf8_lossy(mail).contains(words))
            .count()
    };
    assert_eq!(
        (by("with esmtp (Exim"), by("with esmtpsa")),
        (1, 2),
        "unencrypted, and encrypted with a login"
    );
}

#[tokio::test]
async fn a_wrong_password_is_final_and_is_not_told() {
    let exim = MailServer::exim(Certified::by_issuer());
    for encryption in [Encryption::Tls, Encryption::StartTls] {
        let mut server = exim.reached(encryption);
        let login = server.login.as_mut().unwrap();
        login.password = Secret::new("fel lösenord");
        let failure = send(&owner(), &server, &letter()).await.unwrap_err();
        assert_eq!(failure, Failure::Refused(Cause::Login));
        assert!(!format!("{failure:?} {server:?}").contains("fel lösenord"));
    }
    assert!(exim.delivered().is_empty());
}

#[tokio::test]
async fn what_the_server_refuses_is_told_in_its_words() {
    let exim = MailServer::exim(Certified::by_issuer());
    let server = exim.reached(Encryption::Tls);
    let nobody = send(&owner(), &server, &letter_to("nobody@hemma.example"))
        .await
        .unwrap_err();
    assert!(nobody.is_final());
    assert_eq!(reason(&nobody), "the server says: 550 nobody of this name");
    let later = send(&owner(), &server, &letter_to("later@hemma.example"))
        .await
        .unwrap_err();
    assert!(!later.is_final());
    assert_eq!(reason(&later), "the server says: 451 come back later");
    let stranger = exim.reached_by_nobody(Encryption::Tls);
    let stranger = send(&owner(), &stranger, &letter()).await.unwrap_err();
    assert!(stranger.is_final());
    assert_eq!(reason(&stranger), "the server says: 550 log in first");
}

#[tokio::test]
async fn a_password_is_told_to_nobody_who_is_not_trusted() {
    let exim = MailServer::exim(Certified::by_issuer());
    for encryption in [Encryption::Tls, Encryption::StartTls] {
        let unknown = Server {
            trust: None,
            ..exim.reached(encryption)
        };
        let failure = send(&owner(), &unknown, &letter()).await.unwrap_err();
        assert_eq!(
            failure,
            Failure::Refused(Cause::Certificate("unknown issuer".to_owned()))
        );
        let elsewhere = Server {
            host: Host::Ipv4([127, 0, 0, 1].into()),
            ..exim.reached(encryption)
        };
        let failure = send(&owner(), &elsewhere, &letter()).await.unwrap_err();
        assert_eq!(
            failure,
            Failure::Refused(Cause::Certificate("made out to another name".to_owned()))
        );
    }
    assert!(exim.delivered().is_empty());
}

#[tokio::test]
async fn a_certificate_that_vouches_for_itself_is_believed_once_it_is_given() {
    let exim = MailServer::exim(Certified::by_itself());
    for encryption in [Encryption::Tls, Encryption::StartTls] {
        let server = exim.reached(encryption);
        send(&owner(), &server, &letter()).await.unwrap();
        let another = Server {
            trust: Some(Certified::by_itself().trust()),
            ..server
        };
        let failure = send(&owner(), &another, &letter()).await.unwrap_err();
        assert!(
            failure.is_final() && matches!(failure.cause(), Cause::Certificate(_)),
            "{failure:?}"
        );
    }
    assert_eq!(exim.wait_for_mail(2).len(), 2);
}

#[tokio::test]
async fn a_password_is_not_said_without_encryption() {
    let exim = MailServer::exim(Certified::by_issuer());
    // The server offers no login there, and is not asked for one.
    let server = exim.reached(Encryption::None);
    let failure = send(&owner(), &server, &letter()).await.unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Login));
    assert!(!exim.log().contains(NAME));
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_again() {
    let [port] = ports();
    let server = Server {
        host: Host::Domain("localhost".to_owned()),
        port,
        encryption: Encryption::None,
        login: None,
        trust: None,
    };
    let failure = send(&owner(), &server, &letter()).await.unwrap_err();
    assert_eq!(
        failure,
        Failure::Later {
            cause: Cause::Connection,
            wait: None
        }
    );
    let unknown = Server {
        host: Host::Domain("finns-inte.invalid".to_owned()),
        ..server.clone()
    };
    let failure = send(&owner(), &unknown, &letter()).await.unwrap_err();
    assert_eq!(
        failure,
        Failure::Later {
            cause: Cause::Name,
            wait: None
        }
    );
    let failure = send(
        &anybody(&[], Certified::by_issuer().trust()),
        &server,
        &letter(),
    )
    .await
    .unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Barred));
}

//! Pushes and webhooks, to what listens as their servers do.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::json;
use smartinventory::notify::{
    failure::{Cause, Failure},
    push::{Gotify, Ntfy},
    secret::Secret,
    trust::Trust,
    web_address::WebAddress,
    webhook::Webhook,
    wire::Dialer,
};

use crate::{
    household::{Certified, anybody, message},
    listener::{KEY, Listener, NOW, TOKEN},
};

/// Who may call this machine because a setting says so.
fn allowed() -> Dialer {
    anybody(&["127.0.0.0/8", "::1"], Trust::of_this_machine().unwrap())
}

fn ntfy(server: WebAddress, token: &str) -> Ntfy {
    Ntfy {
        server,
        topic: "hemma_1".parse().unwrap(),
        token: Some(Secret::new(token)),
    }
}

async fn hook(dialer: &Dialer, address: WebAddress) -> Result<(), Failure> {
    let hook = Webhook {
        address,
        key: KEY.parse().unwrap(),
    };
    let written: Timestamp = "2026-11-27T17:05:00Z".parse().unwrap();
    let now = Timestamp::from_second(NOW).unwrap();
    hook.send(dialer, "reminder.digest", "msg_1", &message(), written, now)
        .await
}

/// What comes of a webhook to an address that answers oddly.
async fn odd(listener: &Listener, how: &str) -> Failure {
    let address = listener.address("127.0.0.1", &format!("/odd/{how}"));
    let dialer = allowed().with_patience(Duration::from_secs(2));
    hook(&dialer, address).await.unwrap_err()
}

#[tokio::test]
async fn ntfy_takes_a_message_with_its_buttons() {
    let listener = Listener::plain();
    ntfy(listener.address("127.0.0.1", ""), TOKEN)
        .send(&allowed(), &message())
        .await
        .unwrap();
    let said = listener.next();
    assert_eq!(said["taken"], "ntfy", "{said}");
    let expected = json!({
        "topic": "hemma_1",
        "title": "Garantin för kaffebryggaren går ut",
        "message": "Kaffebryggaren: 30 november\nhttps://hemma.example/things/1\n. ensam punkt först",
        "click": "https://hemma.example/reminders",
        "actions": [
            { "action": "http", "label": "Klart", "url": "https://hemma.example/done/abc", "method": "POST", "clear": true },
            { "action": "view", "label": "Visa", "url": "https://hemma.example/reminders", "clear": false },
        ],
    });
    assert_eq!(said["message"], expected);
}

#[tokio::test]
async fn gotify_takes_a_message_with_its_links() {
    let listener = Listener::plain();
    let gotify = Gotify {
        server: listener.address("127.0.0.1", "/push"),
        token: Secret::new(TOKEN),
    };
    gotify.send(&allowed(), &message()).await.unwrap();
    let said = listener.next();
    assert_eq!(said["taken"], "gotify", "{said}");
    let text = said["message"]["message"].as_str().unwrap();
    assert!(
        text.contains("[Klart](<https://hemma.example/done/abc>)"),
        "{text}"
    );
    assert_eq!(
        said["message"]["extras"]["client::notification"]["click"]["url"],
        "https://hemma.example/reminders"
    );
}

#[tokio::test]
async fn a_token_that_is_not_accepted_is_final_and_is_not_told() {
    let listener = Listener::plain();
    let server = listener.address("127.0.0.1", "");
    let failure = ntfy(server, "tk_fel")
        .send(&allowed(), &message())
        .await
        .unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Login));
    let gotify = Gotify {
        server: listener.address("127.0.0.1", "/push/"),
        token: Secret::new("Afel"),
    };
    assert_eq!(
        gotify.send(&allowed(), &message()).await,
        Err(Failure::Refused(Cause::Login))
    );
    assert_eq!(
        [listener.next(), listener.next()].map(|said| said["status"].clone()),
        [401, 401]
    );
    let broken = ntfy(listener.address("127.0.0.1", ""), "tk\r\nHost: x");
    let failure = broken.send(&allowed(), &message()).await.unwrap_err();
    assert!(failure.is_final() && listener.is_silent(), "{failure}");
}

#[tokio::test]
async fn a_webhook_is_signed_so_that_its_program_believes_it() {
    let house = Certified::by_issuer();
    let listener = Listener::encrypted(house.path());
    let dialer = anybody(&["127.0.0.1", "::1"], house.trust());
    hook(&dialer, listener.address("localhost", "/hook/s3cret?a=b"))
        .await
        .unwrap();
    let said = listener.next();
    assert_eq!(said["taken"], "webhook", "{said}");
    assert_eq!(said["message"]["id"], "msg_1");
    assert_eq!(said["message"]["type"], "reminder.digest");
    assert_eq!(said["message"]["timestamp"], "2026-11-27T17:05:00Z");
    assert_eq!(
        said["message"]["data"]["lines"][0]["text"],
        "Kaffebryggaren: 30 november"
    );
    assert_eq!(
        said["message"]["data"]["actions"][0]["link"],
        "https://hemma.example/done/abc"
    );
    assert!(
        said["agent"]
            .as_str()
            .unwrap()
            .starts_with("Smartinventory/"),
        "{said}"
    );

    let strangers = anybody(&["127.0.0.1", "::1"], Trust::of_this_machine().unwrap());
    let failure = hook(
        &strangers,
        listener.address("localhost", "/hook/s3cret?a=b"),
    )
    .await
    .unwrap_err();
    assert_eq!(
        failure,
        Failure::Refused(Cause::Certificate("unknown issuer".to_owned()))
    );
    assert!(listener.is_silent());
}

#[tokio::test]
async fn an_address_of_this_machine_is_barred_by_every_name() {
    let listener = Listener::plain();
    let dialer = anybody(&[], Trust::of_this_machine().unwrap());
    for host in [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "[::]",
        "[::1]",
    ] {
        let failure = hook(&dialer, listener.address(host, "/hook/s3cret?a=b"))
            .await
            .unwrap_err();
        assert_eq!(failure, Failure::Refused(Cause::Barred), "{host}");
    }
    for address in [
        "http://169.254.169.254/latest",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://224.0.0.1/",
    ] {
        let failure = hook(&dialer, address.parse().unwrap()).await.unwrap_err();
        assert_eq!(failure, Failure::Refused(Cause::Barred), "{address}");
    }
    assert!(listener.is_silent(), "something was sent all the same");
}

#[tokio::test]
async fn without_encryption_nothing_leaves_the_house() {
    let failure = hook(&allowed(), "http://192.0.2.1/".parse().unwrap())
        .await
        .unwrap_err();
    assert_eq!(failure, Failure::Refused(Cause::Barred));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let listener = Listener::plain();
    let failure = odd(&listener, "moved").await;
    assert_eq!(
        failure.to_string(),
        "refused: the server says: 307 Temporary Redirect"
    );
    assert_eq!(listener.next()["path"], "/odd/moved");
    assert!(listener.is_silent());
}

#[tokio::test]
async fn what_an_answer_says_decides_whether_it_is_tried_again() {
    let listener = Listener::plain();
    let busy = odd(&listener, "busy").await;
    assert!(
        matches!(busy, Failure::Later { wait: Some(wait), .. } if wait == Duration::from_secs(90)),
        "{busy:?}"
    );
    assert!(!odd(&listener, "503").await.is_final());
    assert!(odd(&listener, "410").await.is_final());
    assert!(odd(&listener, "404").await.is_final());
}

#[tokio::test]
async fn a_server_that_does_not_answer_as_it_should_is_given_up() {
    let listener = Listener::plain();
    for (how, cause) in [
        ("silent", Cause::Slow),
        ("trickle", Cause::Slow),
        ("nonsense", Cause::Nonsense),
        ("endless", Cause::Nonsense),
    ] {
        let begun = Instant::now();
        assert_eq!(
            odd(&listener, how).await,
            Failure::Later { cause, wait: None },
            "{how}"
        );
        assert!(begun.elapsed() < Duration::from_secs(10), "{how}");
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_listened_to() {
    let listener = Listener::plain();
    let address = listener.address("127.0.0.1", "/odd/flood");
    hook(&allowed(), address).await.unwrap();
    assert_eq!(listener.next()["taken"], "odd");
    assert_eq!(listener.next()["taken"], "gave up");
}

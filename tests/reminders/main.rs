//! Reminders that reach people: by mail, by push and in a calendar, once each, and answered by a link that does just that.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../notify/household.rs"]
mod household;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../notify/listener.rs"]
mod listener;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../server/mod.rs"]
mod server;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../notify/servers.rs"]
mod servers;

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, thread,
    time::{Duration, Instant},
};

use household::Certified;
use listener::{Listener, TOKEN};
use serde_json::{Value, json};
use server::{OWNER, Server, client::Program};
use servers::{MailServer, NAME, PASSWORD};
use smartinventory::notify::server::Encryption;
use tempfile::TempDir;

/// Where the links in messages lead, for all that the household has told.
const HOME: &str = "https://hem.example";

/// How long a message may take: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);

/// A household with a mail server, and a drill that should have been back long ago.
struct Home {
    data: TempDir,
    exim: MailServer,
    token: String,
}

impl Home {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let server = Server::open(data.path(), &[]);
        let add = [
            "person",
            "add",
            OWNER.0,
            "--role",
            "owner",
            "--password-stdin",
        ];
        server.command(&add, OWNER.1);
        let token = server.command(&["token", "create", "--person", OWNER.0], "");
        let token = token.trim().to_owned();
        let program = server.program_with(&token);
        let drill = made(&program, "/items", &json!({"name": "Borrmaskin"}));
        let loan = json!({"to": "Kalle", "since": "2024-06-01", "due": "2024-07-01"});
        made(&program, &format!("/items/{}/loans", id(&drill)), &loan);
        server.stop();
        fs::write(data.path().join("password"), format!("{PASSWORD}\n")).unwrap();
        Self {
            data,
            exim: MailServer::exim(Certified::by_issuer()),
            token,
        }
    }

    fn open(&self) -> Server {
        let port = self.exim.reached(Encryption::StartTls).port;
        let authority = self.data.path().join("authority.pem");
        fs::write(&authority, &self.exim.house.issuer).unwrap();
        let password = self.data.path().join("password");
        let server = format!("localhost:{port}");
        let variables = [
            ("SMARTINVENTORY_ADDRESS", OsStr::new(HOME)),
            ("SMARTINVENTORY_SMTP_SERVER", OsStr::new(&server)),
            ("SMARTINVENTORY_SMTP_ENCRYPTION", OsStr::new("starttls")),
            ("SMARTINVENTORY_SMTP_USER", OsStr::new(NAME)),
            ("SMARTINVENTORY_SMTP_PASSWORD_FILE", password.as_os_str()),
            ("SMARTINVENTORY_SMTP_FROM", OsStr::new("hem@hemma.example")),
            ("SMARTINVENTORY_NOTIFY_NETWORKS", OsStr::new("127.0.0.1/32")),
            ("SMARTINVENTORY_LOG", OsStr::new("info")),
            ("SSL_CERT_FILE", authority.as_os_str()),
        ];
        Server::open(self.data.path(), &variables)
    }

    fn program(&self, server: &Server) -> Program {
        server.program_with(&self.token)
    }
}

fn made(program: &Program, path: &str, body: &Value) -> Value {
    let reply = program.json("POST", &format!("/api/v1{path}"), body);
    assert_eq!(reply.status, 201, "{path} {reply}");
    reply.json()
}

fn id(of: &Value) -> &str {
    of["id"].as_str().unwrap()
}

fn mail() -> Value {
    json!({"kind": "mail", "to": "eva@hemma.example"})
}

fn ntfy(listener: &Listener) -> Value {
    let server = listener.address("127.0.0.1", "/").to_string();
    json!({"kind": "ntfy", "server": server, "topic": "hemma", "token": TOKEN})
}

/// What waits for the household's owner.
fn waiting(program: &Program) -> Vec<String> {
    let told = program.get("/api/v1/reminders").json();
    let told = told["reminders"].as_array().unwrap().iter();
    told.filter(|one| one["answer"].is_null())
        .map(|one| one["text"].as_str().unwrap().to_owned())
        .collect()
}

/// How one of the owner's channels does.
fn channel(program: &Program, kind: &str) -> Value {
    let told = program.get("/api/v1/me/reminders").json();
    let channels = told["channels"].as_array().unwrap();
    let found = channels.iter().find(|channel| channel["kind"] == kind);
    found.unwrap_or(&Value::Null).clone()
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < PATIENCE, "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// A mail as text, for what stands on one line of it.
fn text(mail: &[u8]) -> String {
    String::from_utf8_lossy(mail)
        .replace("=\r\n", "")
        .replace("=\n", "")
}

/// The path of the link that a mail or a push has, beneath where the household lives.
fn path(link: &str) -> String {
    link.strip_prefix(HOME).unwrap().to_owned()
}

#[test]
fn a_mail_a_push_and_a_calendar_arrive_and_a_link_answers_without_signing_in() {
    let home = Home::new();
    let server = home.open();
    let program = home.program(&server);
    let listener = Listener::plain();
    made(&program, "/me/channels", &ntfy(&listener));
    let said = listener.next();
    let pushed = &said["message"];
    assert_eq!(said["taken"], "ntfy", "{said}");
    let title = pushed["title"].as_str().unwrap();
    assert!(
        title.contains("Borrmaskin") && title.contains("Kalle"),
        "{title}"
    );
    let labels: Vec<_> = pushed["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["label"].clone())
        .collect();
    assert_eq!(labels, ["Klart", "Om en vecka", "Tysta"]);

    made(&program, "/me/channels", &mail());
    let test = format!(
        "/api/v1/me/channels/{}/test",
        id(&channel(&program, "mail"))
    );
    let tried = program.json("POST", &test, &json!({})).json();
    assert_eq!(tried["trouble"], Value::Null, "{tried}");
    let mails = home.exim.wait_for_mail(1);
    assert!(
        text(&mails[0]).contains("Auto-Submitted: auto-generated"),
        "{}",
        text(&mails[0])
    );

    let made = program.json("POST", "/api/v1/me/calendar", &json!({}));
    let made = made.json()["calendar"].as_str().unwrap().to_owned();
    let stranger = server.anonymous();
    let calendar = stranger.get(&made);
    assert_eq!(
        calendar.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    assert!(
        calendar.text().contains("DTSTART;VALUE=DATE:20240701"),
        "{}",
        calendar.text()
    );
    let again = stranger.send(
        "GET",
        &made,
        &[("If-None-Match", calendar.header("etag"))],
        Vec::new(),
    );
    assert_eq!(again.status, 304);
    assert_eq!(
        program
            .json("DELETE", "/api/v1/me/calendar", &json!({}))
            .status,
        204
    );
    assert_eq!(stranger.get(&made).status, 404);

    // The link opens its own page, and nothing else.
    let page = path(pushed["click"].as_str().unwrap());
    let shown = stranger.get(&page);
    assert_eq!(shown.status, 200);
    assert!(shown.text().contains("Borrmaskin"), "{shown}");
    assert_eq!(shown.header("cache-control"), "no-store");
    let home_page = stranger.get("/");
    assert_eq!(
        home_page.header("location"),
        "/sign-in?next=%2F",
        "{home_page}"
    );
    // A mail program that looks at every link answers nothing.
    let done = path(pushed["actions"][0]["url"].as_str().unwrap());
    assert_eq!(stranger.get(&done).status, 200);
    assert_eq!(waiting(&program).len(), 1);
    // The button of a push program may be pressed on a page of another site.
    let elsewhere = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Origin", "https://ntfy.example"),
    ];
    let pressed = stranger.send("POST", &done, &elsewhere, Vec::new());
    assert_eq!(pressed.status, 200, "{pressed}");
    assert_eq!(waiting(&program), [""; 0]);
    let loans = program.get("/api/v1/loans").json();
    assert!(!loans["loans"][0]["back"].is_null(), "{loans}");
    let pressed = stranger.send("POST", &done, &[], Vec::new());
    assert_eq!(pressed.status, 200, "twice is no fault: {pressed}");
    let forged = done.replace("/done", "x/done");
    assert_eq!(stranger.send("POST", &forged, &[], Vec::new()).status, 404);
    server.stop();
}

#[test]
fn a_dead_channel_blocks_no_other_and_says_so_on_its_page() {
    let home = Home::new();
    let server = home.open();
    let program = home.program(&server);
    // Nobody listens at the first, and the second may not be called.
    let [closed] = household::ports();
    for address in [
        format!("http://127.0.0.1:{closed}/hook"),
        "http://169.254.169.254/hook".to_owned(),
    ] {
        made(
            &program,
            "/me/channels",
            &json!({"kind": "webhook", "address": address}),
        );
    }
    made(&program, "/me/channels", &mail());
    let hooks = || {
        let told = program.get("/api/v1/me/reminders").json();
        let channels = told["channels"].as_array().unwrap().clone();
        channels
            .into_iter()
            .filter(|one| one["kind"] == "webhook")
            .collect::<Vec<_>>()
    };
    let test = |channel: &Value| {
        let path = format!("/api/v1/me/channels/{}/test", id(channel));
        program.json("POST", &path, &json!({})).json()
    };
    let troubles: Vec<Value> = hooks().iter().map(test).collect();
    assert!(
        troubles.iter().all(|one| !one["trouble"].is_null()),
        "{troubles:?}"
    );
    let kinds: Vec<_> = hooks().iter().map(|one| one["trouble"].clone()).collect();
    assert_eq!(kinds, ["connection", "barred"]);
    assert_eq!(test(&channel(&program, "mail"))["trouble"], Value::Null);
    home.exim.wait_for_mail(1);
    server.stop();
}

#[test]
fn whenever_the_program_is_killed_a_reminder_comes_once() {
    let home = Home::new();
    let server = home.open();
    made(&home.program(&server), "/me/channels", &mail());
    server.kill();
    // Killed ever later, while the mail is put together, on its way, and noted as sent.
    for wait in [0, 20, 50, 90, 140, 200, 300, 450] {
        let server = home.open();
        thread::sleep(Duration::from_millis(wait));
        server.kill();
    }
    let server = home.open();
    let program = home.program(&server);
    until("it is noted as sent", || {
        !channel(&program, "mail")["sent"].is_null()
    });
    assert_eq!(channel(&program, "mail")["waits"], false);
    let mails = home.exim.wait_for_mail(1);
    let ids: BTreeSet<_> = mails
        .iter()
        .map(|mail| {
            let mail = text(mail);
            let line = mail
                .lines()
                .find(|line| line.starts_with("Message-ID"))
                .unwrap();
            line.to_owned()
        })
        .collect();
    assert_eq!(ids.len(), 1, "mail programs show one of these: {ids:?}");
    assert!(
        text(&mails[0]).contains("Borrmaskin"),
        "{}",
        text(&mails[0])
    );
    server.stop();
}

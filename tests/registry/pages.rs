//! What people see, without a script: the number that is typed, the answer, and the conversation with an owner.

use serde_json::json;
use smartinventory::registry::limits::Allowance;
use ureq::http::Response;

use crate::{household::bicycle, place::Place, town::Town};

/// A page as a browser got it.
struct Page {
    status: u16,
    text: String,
    to: Option<String>,
    headers: ureq::http::HeaderMap,
}

/// A browser that speaks a language and follows no redirect by itself.
struct Browser<'a> {
    town: &'a Town,
    agent: ureq::Agent,
    lang: &'static str,
}

impl<'a> Browser<'a> {
    fn new(town: &'a Town, lang: &'static str) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Self {
            town,
            agent: config.into(),
            lang,
        }
    }

    fn open(&self, path: &str) -> Page {
        let request = self.agent.get(format!("{}{path}", self.town.address));
        read(request.header("accept-language", self.lang).call().unwrap())
    }

    fn send(&self, path: &str, form: &[(&str, &str)]) -> Page {
        let request = self.agent.post(format!("{}{path}", self.town.address));
        let request = request
            .header("accept-language", self.lang)
            .header("sec-fetch-site", "same-origin");
        read(request.send_form(form.iter().copied()).unwrap())
    }

    fn check(&self, value: &str) -> Page {
        self.send("/check", &[("kind", "frame_number"), ("value", value)])
    }
}

fn read(mut response: Response<ureq::Body>) -> Page {
    let to = response
        .headers()
        .get("location")
        .map(|to| to.to_str().unwrap().to_owned());
    Page {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: response.body_mut().read_to_string().unwrap(),
        to,
    }
}

fn town() -> Town {
    Town::at(Place::folder())
}

#[test]
fn whoever_is_offered_a_bicycle_is_told_that_it_is_stolen_and_writes_to_its_owner() {
    let town = town();
    let home = town.household(1);
    let entry = bicycle(&town, 1, "WTU 123456 X");
    assert_eq!(home.publish(&entry).status, 201);
    let browser = Browser::new(&town, "sv");
    assert!(browser.open("/").text.contains("Är den stulen?"));

    let answer = browser.check("wtu-123456x");
    assert!(
        answer.text.contains("wtu-123456x är anmäld stulen."),
        "{}",
        answer.text
    );
    assert!(answer.text.contains("Uppsala län") && answer.text.contains("Cyklar"));
    assert!(
        !answer.text.contains("WTU 123456 X"),
        "nobody is told how it is written"
    );
    assert_eq!(answer.headers["cache-control"], "no-store");
    let path = format!("/entries/{}", entry["entry_id"].as_str().unwrap());
    assert!(answer.text.contains(&path));

    let shown = browser.open(&path);
    assert!(
        shown.text.contains("20 november 2026 – 21 november 2026"),
        "{}",
        shown.text
    );
    assert!(shown.text.contains("Ingen har granskat anmälan"));
    assert!(
        !shown.text.contains("Röd damcykel"),
        "its words wait for a moderator"
    );

    let asked = browser.open(&format!("{path}/tip"));
    assert!(asked.text.contains("Jag har blivit erbjuden den"));
    let sent = browser.send(
        &format!("{path}/tip"),
        &[("kind", "offered"), ("text", "På torget <i Gimo>")],
    );
    assert_eq!(sent.status, 303, "{}", sent.text);
    let thread = sent.to.unwrap();
    let read = browser.open(&thread);
    assert!(
        read.text.contains("På torget &lt;i Gimo&gt;"),
        "{}",
        read.text
    );
    assert!(read.text.contains("Spara den här sidans adress"));
    assert_eq!(read.headers["referrer-policy"], "no-referrer");
    assert_eq!(read.headers["cache-control"], "no-store");
    assert!(
        read.headers["x-robots-tag"]
            .to_str()
            .unwrap()
            .contains("noindex")
    );
    assert_eq!(
        browser.send(&thread, &[("text", "Han heter Kalle.")]).to,
        Some(thread.clone())
    );
    assert_eq!(browser.send(&thread, &[("text", " ")]).status, 422);
    assert!(browser.open(&thread).text.contains("Han heter Kalle."));
    let waiting = home.send("GET", "/v1/inbox", None);
    assert_eq!(waiting.json["messages"].as_array().unwrap().len(), 2);
}

#[test]
fn no_answer_says_that_a_thing_is_safe() {
    let town = town();
    let home = town.household(1);
    assert_eq!(home.publish(&bicycle(&town, 1, "WTU 123456 X")).status, 201);
    let browser = Browser::new(&town, "en");
    let none = browser.check("CR 777777");
    assert!(none.text.contains("No report was found"));
    assert!(none.text.contains("does not mean that it is safe to buy"));
    let near = browser.check("WTU I23456 Y");
    assert!(
        near.text.contains("Nearly the same number is reported"),
        "{}",
        near.text
    );
    let number = browser.check("saknas");
    assert!(
        number.text.contains("there is nothing to check"),
        "{}",
        number.text
    );
    let odd = browser.check("<script>alert(1)</script>");
    assert!(!odd.text.contains("<script>") && odd.text.contains("&lt;script&gt;"));
}

#[test]
fn what_is_not_there_is_told_as_a_page_to_people_and_as_a_problem_to_programs() {
    let town = town();
    let browser = Browser::new(&town, "sv");
    for path in [
        "/entries/6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5dff",
        "/entries/6f1c2f64-6df1-4d7c-9a3e-0f4a4f6f5dff/tip",
        "/entries/x",
        "/thread/x",
        &format!("/thread/{}", "A".repeat(43)),
        "/nothing",
    ] {
        let page = browser.open(path);
        assert_eq!(page.status, 404, "{path}");
        assert!(
            page.text.contains("Den finns inte här"),
            "{path}: {}",
            page.text
        );
    }
    assert_eq!(town.look("/v1/nothing").json["code"], "not-found");
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait() {
    let town = Town::with(
        Place::folder(),
        Allowance {
            checks: 1,
            ..Allowance::default()
        },
    );
    let browser = Browser::new(&town, "sv");
    assert_eq!(browser.check("WTU 1").status, 200);
    let page = browser.check("WTU 2");
    assert_eq!(
        (page.status, page.headers["retry-after"].to_str().unwrap()),
        (429, "3600")
    );
    assert!(
        page.text.contains("Försök igen om 60 minuter"),
        "{}",
        page.text
    );
}

#[test]
fn a_language_is_remembered_and_nothing_else() {
    let town = town();
    let browser = Browser::new(&town, "en");
    assert!(browser.open("/how").text.contains("How it works"));
    assert!(browser.open("/how").headers.get("set-cookie").is_none());
    let chosen = browser.send("/look", &[("lang", "sv"), ("back", "/how")]);
    assert_eq!(chosen.to.as_deref(), Some("/how"));
    let cookie = chosen.headers["set-cookie"].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let page = browser.agent.get(format!("{}/how", town.address));
    let page = read(
        page.header("accept-language", "en")
            .header("cookie", cookie)
            .call()
            .unwrap(),
    );
    assert!(page.text.contains("Så fungerar det"));
    let away = browser.send("/look", &[("lang", "sv"), ("back", "//evil.example")]);
    assert_eq!(away.to.as_deref(), Some("/"));
}

#[test]
fn pages_are_whole_without_a_script_and_search_engines_keep_out() {
    let town = town();
    let browser = Browser::new(&town, "sv");
    for path in ["/", "/how", "/privacy"] {
        let page = browser.open(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text.contains("<script"), "{path}");
    }
    let robots = browser.open("/robots.txt").text;
    for path in ["/entries/", "/thread/", "/check", "/v1/"] {
        assert!(robots.contains(&format!("Disallow: {path}\n")), "{path}");
    }
    assert_eq!(
        town.ask(
            "POST",
            "/v1/check",
            &json!({ "kind": "serial", "value": "WTU 1" })
        )
        .status,
        200
    );
}

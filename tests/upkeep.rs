//! Upkeep and loans through the pages: one tap says that something is done, and two people who write at once both count.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "other tests use the rest")]
mod server;

use jiff::{Span, civil::Date};
use server::{
    Server,
    client::{Reply, SignedIn},
};
use smartinventory::clock::Clock;

/// Where a form led to.
fn done(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// The first value of a hidden field.
fn hidden(reply: &Reply, name: &str) -> String {
    let text = reply.text();
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = text.split_once(&mark).unwrap_or_else(|| panic!("{text}"));
    rest.split('"').next().unwrap().to_owned()
}

/// A thing, added through its form; its page.
fn thing(who: &SignedIn, name: &str) -> String {
    done(&who.post("/items", &[("name", name)]))
}

/// A plan for every month, counted from the last time; its page.
fn monthly(who: &SignedIn, thing: &str, what: &str) -> String {
    let fields = [
        ("what", what),
        ("rhythm", "after_done"),
        ("count", "1"),
        ("unit", "month"),
    ];
    done(&who.post(&format!("{thing}/upkeep/new"), &fields));
    let page = who.get(thing).text();
    let (_, rest) = page.split_once("href=\"/upkeep/").unwrap();
    format!("/upkeep/{}", rest.split('"').next().unwrap())
}

fn day(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let month = MONTHS[usize::try_from(day.month()).unwrap() - 1];
    format!("{} {month} {}", day.day(), day.year())
}

#[test]
fn one_tap_says_that_it_is_done_and_the_rest_can_be_said_after() {
    let (server, anna) = Server::claimed();
    let today = Clock::system().today();
    let bike = thing(&anna, "Cykel");
    let plan = monthly(&anna, &bike, "Olja kedjan");
    assert!(anna.get("/upkeep").text().contains("Dags nu"));
    let form = done(&anna.post(&format!("{plan}/done"), &[]));
    assert!(
        form.starts_with("/jobs/") && form.ends_with("/edit"),
        "{form}"
    );
    let opened = anna.get(&form);
    assert!(opened.text().contains("value=\"Olja kedjan\""));
    let on = today.to_string();
    let told = [
        ("what", "Olja kedjan"),
        ("on", on.as_str()),
        ("cost", "49,50"),
        ("plan", plan.trim_start_matches("/upkeep/")),
        ("revision", &hidden(&opened, "revision")),
    ];
    let job = done(&anna.post(&form, &told));
    assert!(anna.get(&job).text().contains("49,50"));
    let next = day(today.saturating_add(Span::new().months(1)));
    for page in [&bike, &plan, "/upkeep"] {
        assert!(anna.get(page).text().contains(&next), "{page}: {next}");
    }
    assert!(!anna.get("/upkeep").text().contains("Dags nu"));
    server.stop();
}

#[test]
fn what_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost() {
    let (server, anna) = Server::claimed();
    let bike = thing(&anna, "Cykel");
    let refused = |fields: &[(&str, &str)], told: &str| {
        let reply = anna.post(&format!("{bike}/upkeep/new"), fields);
        assert_eq!(reply.status, 422);
        let text = reply.text();
        assert!(text.contains(told), "{told}: {text}");
        assert!(text.contains("Tvätta &amp; vaxa"));
    };
    let what = ("what", "Tvätta & vaxa");
    refused(
        &[what, ("rhythm", "fixed"), ("count", "0"), ("unit", "day")],
        "mellan 1 och 10",
    );
    refused(&[what, ("rhythm", "months")], "Välj en månad");
    refused(
        &[what, ("rhythm", "metered"), ("meter.every", "x")],
        "helt tal",
    );
    refused(&[what], "Välj ett av alternativen");
    server.stop();
}

#[test]
fn two_who_change_a_plan_at_once_choose_whose_words_hold() {
    let (server, anna) = Server::claimed();
    let erik = server.person("Erik", "adult");
    let bike = thing(&anna, "Cykel");
    let plan = monthly(&anna, &bike, "Olja kedjan");
    let edit = format!("{plan}/edit");
    let seen = hidden(&anna.get(&edit), "revision");
    let say = |who: &SignedIn, what: &str, count: &str, more: &[(&str, &str)]| {
        let fields = [
            ("what", what),
            ("rhythm", "after_done"),
            ("count", count),
            ("unit", "month"),
            ("first", "2026-01-01"),
            ("revision", seen.as_str()),
        ];
        who.post(&edit, &[&fields, more].concat())
    };
    done(&say(&erik, "Smörj kedjan", "1", &[]));
    let met = say(&anna, "Olja kedjan", "2", &[]);
    assert_eq!(met.status, 412);
    let text = met.text();
    for words in [
        "Erik hann spara",
        "Smörj kedjan",
        "1 månad efter",
        "2 månader efter",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let fresh = hidden(&met, "revision");
    let chosen = [
        ("what", "Olja kedjan"),
        ("rhythm", "after_done"),
        ("count", "2"),
        ("unit", "month"),
        ("first", "2026-01-01"),
        ("revision", fresh.as_str()),
        ("keep.what", "theirs"),
        ("keep.rhythm", "mine"),
    ];
    done(&anna.post(&edit, &chosen));
    let text = anna.get(&plan).text();
    assert!(text.contains("Smörj kedjan") && text.contains("2 månader efter"));
    server.stop();
}

#[test]
fn a_thing_that_is_lent_says_so_until_it_is_back() {
    let (server, anna) = Server::claimed();
    let saw = thing(&anna, "Såg");
    let fields = [
        ("to", "Lars, grannen"),
        ("since", "2024-05-01"),
        ("due", "2024-06-01"),
    ];
    assert_eq!(done(&anna.post(&format!("{saw}/lend"), &fields)), saw);
    for page in [saw.as_str(), "/upkeep"] {
        let text = anna.get(page).text();
        assert!(text.contains("Utlånad till Lars, grannen"), "{page}");
        assert!(
            text.contains("skulle ha varit tillbaka 1 juni 2024"),
            "{page}"
        );
    }
    let page = anna.get(&saw).text();
    let (_, rest) = page.split_once("action=\"/loans/").unwrap();
    let back = format!("/loans/{}", rest.split('"').next().unwrap());
    assert!(back.ends_with("/back"));
    assert_eq!(done(&anna.post(&back, &[])), saw);
    let text = anna.get(&saw).text();
    assert!(!text.contains("skulle ha varit") && text.contains("Utlånad förut"));
    assert!(!anna.get("/upkeep").text().contains("Utlånat"));
    server.stop();
}

#[test]
fn a_guest_is_shown_the_thing_and_nothing_of_its_upkeep() {
    let (server, anna) = Server::claimed();
    let gun = server.person("Gun", "guest");
    let bike = thing(&anna, "Cykel");
    let plan = monthly(&anna, &bike, "Olja kedjan");
    let people = anna.get("/api/v1/people").json();
    let people = people["people"].as_array().unwrap().iter();
    let guest = people
        .clone()
        .find(|person| person["name"] == "Gun")
        .unwrap();
    let share = serde_json::json!({"guests": [guest["id"]]});
    let shared = anna.json("PATCH", &format!("/api/v1{bike}"), &share);
    assert_eq!(shared.status, 200, "{}", shared.text());
    let page = gun.get(&bike);
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Cykel") && !page.text().contains("Olja kedjan"));
    assert!(!page.text().contains("href=\"/upkeep\""));
    for hidden in ["/upkeep", &plan] {
        assert!(
            matches!(gun.get(hidden).status.as_u16(), 403 | 404),
            "{hidden}"
        );
    }
    server.stop();
}

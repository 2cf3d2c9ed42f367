//! The calendar as Debian's own reader of calendars understands it: `reader.py`.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use serde_json::{Value, json};
use smartinventory::notify::calendar::{CalendarEntry, write};

/// What the other reader makes of a calendar.
fn understood(calendar: &str) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notify/reader.py");
    let mut reader = Command::new("/usr/bin/python3")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = reader.stdin.take().unwrap();
    input.write_all(calendar.as_bytes()).unwrap();
    drop(input);
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "it cannot be read:\n{calendar}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn entry(number: usize, date: &str, title: &str) -> CalendarEntry {
    CalendarEntry {
        uid: format!("warranty-{number}@hemma.example"),
        date: date.parse().unwrap(),
        title: title.to_owned(),
        text: None,
        url: None,
        last_modified: "2026-11-27T18:05:09+01:00".parse().unwrap(),
        alarm: None,
    }
}

#[test]
fn another_reader_understands_what_was_meant() {
    let title = "Garantin för \"kaffebryggaren\" \\ går ut; 3 år, kanske";
    let text =
        "Rad ett: åäö 🧾, semikolon; och\n\nen rad som är så lång att den måste vikas ".repeat(20);
    let entries = [
        CalendarEntry {
            text: Some(text.clone()),
            url: Some("https://hemma.example/things/1?a=1,2;b=3".parse().unwrap()),
            alarm: Some(30),
            ..entry(1, "2028-02-29", title)
        },
        CalendarEntry {
            alarm: Some(0),
            ..entry(2, "2026-12-31", "Service")
        },
        entry(3, "2027-01-01", "Nyår"),
    ];
    let calendar = understood(&write("Hemma; huset, \\ stan", &entries));
    assert_eq!(calendar["name"], "Hemma; huset, \\ stan");
    assert_eq!(calendar["refresh"], 6 * 3600);
    assert_eq!(calendar["version"], "2.0");
    let events = calendar["events"].as_array().unwrap();
    assert_eq!(events.len(), 3);
    let expected = json!({
        "uid": "warranty-1@hemma.example",
        "start": "2028-02-29",
        "end": "2028-03-01",
        "title": title,
        "text": text.trim(),
        "url": "https://hemma.example/things/1?a=1,2;b=3",
        "stamp": "2026-11-27T17:05:09+00:00",
        "alarms": ["2028-01-30T09:00:00"],
    });
    assert_eq!(events[0], expected);
    assert_eq!(events[1]["alarms"], json!(["2026-12-31T09:00:00"]));
    assert_eq!(events[1]["end"], "2027-01-01");
    assert_eq!(events[2]["alarms"], json!([]));
}

#[test]
fn a_calendar_without_entries_is_one() {
    let calendar = understood(&write("Hemma", &[]));
    assert_eq!(calendar["events"], json!([]));
}

#[test]
fn a_year_of_a_large_household_is_understood_whole() {
    let entries: Vec<_> = (0..2000)
        .map(|number| entry(number, "2026-12-01", &format!("Sak {number}, med å")))
        .collect();
    let calendar = understood(&write("Hemma", &entries));
    assert_eq!(calendar["events"].as_array().unwrap().len(), 2000);
}

//! The dates of a household as a calendar that phones subscribe to (iCalendar, RFC 5545).

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

use super::{message::one_line, web_address::WebAddress};

/// How often a phone should look again: often enough for what is counted in days.
const REFRESH: &str = "PT6H";

/// The most characters of a text: a calendar is no archive.
const TEXT: usize = 2000;

/// The most bytes of a line, without its end.
const LINE: usize = 75;

/// Something that is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What it is known by for ever, so that phones move it when its day changes.
    pub uid: String,
    /// The day.
    pub date: Date,
    /// What is on.
    pub title: String,
    /// More about it.
    pub text: Option<String>,
    /// The page that it is about.
    pub url: Option<WebAddress>,
    /// When it was last changed.
    pub last_modified: Timestamp,
    /// How many days ahead a phone should speak up, at nine in the morning; none if not at all.
    pub alarm: Option<u16>,
}

/// Writes a calendar under a name; an entry on a day that no calendar has, or on the last that it has, is left out.
///
/// The same entries give the same bytes: nothing in them is of the time at which they are written.
#[must_use]
pub fn write(name: &str, entries: &[CalendarEntry]) -> String {
    let mut calendar = Lines::default();
    calendar.put("BEGIN", "VCALENDAR");
    calendar.put("VERSION", "2.0");
    calendar.put("PRODID", "-//Smartinventory//Calendar//EN");
    calendar.put("METHOD", "PUBLISH");
    // RFC 7986 has these; phones know the others.
    calendar.put_text("NAME", name);
    calendar.put_text("X-WR-CALNAME", name);
    calendar.put("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    calendar.put("X-PUBLISHED-TTL", REFRESH);
    for entry in entries {
        calendar.put_entry(entry);
    }
    calendar.put("END", "VCALENDAR");
    calendar.0
}

/// Lines of a calendar, each a name and a value.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put_entry(&mut self, entry: &CalendarEntry) {
        let Ok(next) = entry.date.checked_add(1.day()) else {
            return;
        };
        if entry.date.year() < 0 {
            return;
        }
        let changed = TimeZone::UTC.to_datetime(entry.last_modified);
        let changed = changed.strftime("%Y%m%dT%H%M%SZ").to_string();
        self.put("BEGIN", "VEVENT");
        self.put_text("UID", &entry.uid);
        self.put("DTSTAMP", &changed);
        self.put("LAST-MODIFIED", &changed);
        self.put(
            "DTSTART;VALUE=DATE",
            &entry.date.strftime("%Y%m%d").to_string(),
        );
        self.put("DTEND;VALUE=DATE", &next.strftime("%Y%m%d").to_string());
        self.put_text("SUMMARY", &entry.title);
        if let Some(text) = &entry.text {
            self.put_text("DESCRIPTION", text);
        }
        if let Some(url) = &entry.url {
            self.put("URL", url.as_str());
        }
        // It takes none of the day's time.
        self.put("TRANSP", "TRANSPARENT");
        if let Some(days) = entry.alarm {
            self.put("BEGIN", "VALARM");
            self.put("ACTION", "DISPLAY");
            self.put_text("DESCRIPTION", &entry.title);
            self.put("TRIGGER", &nine_in_the_morning(days));
            self.put("END", "VALARM");
        }
        self.put("END", "VEVENT");
    }

    /// A text: whatever is in it, it stays the value of this line.
    fn put_text(&mut self, name: &str, text: &str) {
        let mut value = String::new();
        for letter in clean(text).chars() {
            match letter {
                '\n' => value.push_str("\\n"),
                '\\' | ',' | ';' => value.extend(['\\', letter]),
                _ => value.push(letter),
            }
        }
        self.put(name, &value);
    }

    /// A line, folded before it is too long, and never within a letter.
    fn put(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text without what no line of a calendar can hold.
fn clean(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(one_line).collect();
    lines.join("\n").trim().chars().take(TEXT).collect()
}

/// Nine in the morning so many days ahead, as the time from the day's start.
fn nine_in_the_morning(days: u16) -> String {
    match days {
        0 => "PT9H".to_owned(),
        1 => "-PT15H".to_owned(),
        _ => format!("-P{}DT15H", days - 1),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(title: &str) -> CalendarEntry {
        CalendarEntry {
            uid: "warranty-1@hemma.example".to_owned(),
            date: "2028-02-29".parse().unwrap(),
            title: title.to_owned(),
            text: Some("En rad\r\n\r\noch en till".to_owned()),
            url: Some("https://hemma.example/things/1".parse().unwrap()),
            last_modified: "2026-11-27T18:05:09.5+01:00".parse().unwrap(),
            alarm: Some(30),
        }
    }

    #[test]
    fn a_day_is_an_event_from_one_day_to_the_next() {
        let written = write("Hemma; huset, stan", &[entry("Garantin går ut")]);
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Smartinventory//Calendar//EN\r\nMETHOD:PUBLISH\r\n\
            NAME:Hemma\\; huset\\, stan\r\nX-WR-CALNAME:Hemma\\; huset\\, stan\r\n\
            REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n\
            BEGIN:VEVENT\r\nUID:warranty-1@hemma.example\r\nDTSTAMP:20261127T170509Z\r\n\
            LAST-MODIFIED:20261127T170509Z\r\nDTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n\
            SUMMARY:Garantin går ut\r\nDESCRIPTION:En rad\\n\\noch en till\r\nURL:https://hemma.example/things/1\r\n\
            TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Garantin går ut\r\n\
            TRIGGER:-P29DT15H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(written, expected);
    }

    #[test]
    fn a_phone_speaks_up_at_nine() {
        let triggers = [0, 1, 2, 30].map(nine_in_the_morning);
        assert_eq!(triggers, ["PT9H", "-PT15H", "-P1DT15H", "-P29DT15H"]);
    }

    #[test]
    fn a_day_beyond_all_calendars_is_left_out() {
        let at = |date| CalendarEntry { date, ..entry("x") };
        let written = write(
            "Hemma",
            &[
                at(Date::MIN),
                at(Date::MAX),
                at("0001-01-01".parse().unwrap()),
            ],
        );
        assert_eq!(written.matches("BEGIN:VEVENT").count(), 1);
        assert!(
            written.contains("DTSTART;VALUE=DATE:00010101\r\n"),
            "{written}"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_written_the_lines_stay_lines(title in "\\PC*|[\\x00-\\x7f]*", text in any::<String>()) {
            let written = write(&title, &[CalendarEntry { text: Some(text), ..entry(&title) }]);
            let rest = written.replace("\r\n", "");
            prop_assert!(!rest.contains(['\r', '\n', '\0']), "{written:?}");
            for line in written.split("\r\n") {
                prop_assert!(line.len() <= LINE, "{line:?}");
            }
            let names = ["BEGIN:", "END:", "VERSION:", "PRODID:", "METHOD:", "NAME:", "X-WR-CALNAME:",
                "REFRESH-INTERVAL;VALUE=DURATION:", "X-PUBLISHED-TTL:", "UID:", "DTSTAMP:", "LAST-MODIFIED:",
                "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:", "DESCRIPTION:", "URL:", "TRANSP:", "ACTION:",
                "TRIGGER:"];
            let unfolded = written.replace("\r\n ", "");
            for line in unfolded.split_terminator("\r\n") {
                prop_assert!(names.iter().any(|name| line.starts_with(name)), "{line:?}");
            }
        }
    }
}

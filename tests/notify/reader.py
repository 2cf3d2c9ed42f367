"""Reads a calendar as python3-icalendar understands it, and prints what is in it as JSON."""

import datetime
import json
import sys

import icalendar


def event(component):
    start = component.decoded("DTSTART")
    midnight = datetime.datetime.combine(start, datetime.time())
    return {
        "uid": str(component["UID"]),
        "start": start.isoformat(),
        "end": component.decoded("DTEND").isoformat(),
        "title": str(component["SUMMARY"]),
        "text": str(component["DESCRIPTION"]) if "DESCRIPTION" in component else None,
        "url": str(component["URL"]) if "URL" in component else None,
        "stamp": component.decoded("DTSTAMP").isoformat(),
        "alarms": [
            (midnight + alarm.decoded("TRIGGER")).isoformat()
            for alarm in component.walk("VALARM")
            if alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] == component["SUMMARY"]
        ],
    }


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
for component in calendar.walk():
    assert not component.errors, component.errors
refresh = icalendar.vDuration.from_ical(str(calendar["REFRESH-INTERVAL"]))
assert calendar["X-WR-CALNAME"] == calendar["NAME"]
assert calendar["X-PUBLISHED-TTL"] == calendar["REFRESH-INTERVAL"]
json.dump(
    {
        "name": str(calendar["NAME"]),
        "version": str(calendar["VERSION"]),
        "refresh": int(refresh.total_seconds()),
        "events": [event(component) for component in calendar.walk("VEVENT")],
    },
    sys.stdout,
)

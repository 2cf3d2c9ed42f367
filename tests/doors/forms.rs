//! What each route is sent: the least that it takes, so that nothing but permission decides.

use serde_json::{Value, json};

use crate::{
    fixtures,
    household::{Household, Noun, Person, State, Target, Whose},
    routes::Route,
    server::client::{Part, form},
};

/// What a route is about: in its path, or in what it is sent.
pub fn subject(route: &Route) -> Option<(Noun, State)> {
    let path = route.path.trim_start_matches("/api/v1");
    let own = path.strip_prefix("/me");
    let path = own
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
        .unwrap_or(path);
    let state = match path {
        "/bin" | "/bin/purge" | "/bin/restore" => State::Binned,
        "/tray" => State::Nameless,
        _ if path.contains("{revision}") => State::Changed,
        _ if path.ends_with("/restore") => State::Binned,
        _ if path.ends_with("/unarchive") => State::Archived,
        _ => State::Live,
    };
    let noun = match (route.looks(), path) {
        (
            false,
            "/bin" | "/bin/purge" | "/bin/restore" | "/tray" | "/items/bulk" | "/photos"
            | "/documents",
        ) => Noun::Thing,
        (false, "/settings/devices/end") => Noun::Session,
        (false, "/settings/tokens/revoke") => Noun::Token,
        (_, "/assets/{version}/{*path}") => return None,
        // Who knows the secret comes in, whoever it is.
        (_, path)
            if ["/answers/", "/calendar/", "/shared/"]
                .iter()
                .any(|start| path.starts_with(start)) =>
        {
            return None;
        }
        (_, path) if path.contains("{share}") => Noun::Share,
        (_, path) if path.starts_with("/settings/reminders/channels/") => Noun::Channel,
        _ if !path.contains('{') => return None,
        _ => match path.split('/').nth(1).unwrap_or_default() {
            "items" | "n" | "undo" | "changes" => Noun::Thing,
            "photos" => Noun::Photo,
            "files" | "documents" => Noun::Document,
            "places" => Noun::Place,
            "receipts" => Noun::Receipt,
            "warranties" => Noun::Warranty,
            "claims" => Noun::Claim,
            "upkeep" => Noun::Plan,
            "jobs" => Noun::Job,
            // A loan that is late is what somebody is reminded of.
            "loans" | "reminders" => Noun::Loan,
            "channels" => Noun::Channel,
            "memories" => Noun::Memory,
            "bequests" => Noun::Bequest,
            "policies" | "insurance" => Noun::Policy,
            "divisions" => Noun::Division,
            "incidents" => Noun::Incident,
            "losses" => Noun::Loss,
            "rounds" => Noun::Round,
            "sightings" => Noun::Sighting,
            "reports" => Noun::Report,
            "searches" => Noun::Search,
            "people" => Noun::Person,
            "tags" => Noun::Tag,
            "categories" => Noun::Category,
            "sessions" => Noun::Session,
            "tokens" => Noun::Token,
            _ => panic!("nobody knows what {path} is about: tell it here"),
        },
    };
    Some((noun, state))
}

/// Whose a subject can be.
pub const fn owners(noun: Noun, state: State) -> &'static [Whose] {
    match (noun, state) {
        (
            Noun::Thing
            | Noun::Photo
            | Noun::Document
            | Noun::Warranty
            | Noun::Claim
            | Noun::Plan
            | Noun::Job
            | Noun::Loan
            | Noun::Memory
            | Noun::Bequest
            | Noun::Loss
            | Noun::Sighting,
            _,
        ) => &[Whose::Own, Whose::Hidden, Whose::Household, Whose::Shared],
        (Noun::Place, _) => &[Whose::Own, Whose::Household, Whose::Shared],
        (Noun::Receipt | Noun::Search | Noun::Report, _) => {
            &[Whose::Own, Whose::Hidden, Whose::Household]
        }
        // Whoever has left does not come back by themselves.
        (Noun::Person, State::Binned)
        | (
            Noun::Policy | Noun::Round | Noun::Division | Noun::Tag | Noun::Category | Noun::Share,
            _,
        ) => &[Whose::Household],
        (Noun::Person | Noun::Incident, _) => &[Whose::Own, Whose::Household],
        (Noun::Session | Noun::Token | Noun::Channel, _) => &[Whose::Own, Whose::Hidden],
    }
}

/// The address of a route for a target.
pub fn address(route: &Route, target: &Target) -> String {
    // A link that nobody has shows nothing that anybody has.
    let nowhere = Target::nowhere();
    let target = if route.path.starts_with("/shared/") {
        &nowhere
    } else {
        target
    };
    let reminder = format!("loan-{}", target.id);
    let path = route
        .path
        .replace("{cue}", &reminder)
        .replace("{link}/{answer}", "nobody-has-this/done")
        .replace("{link}", "nobody-has-this")
        .replace("{file}", "nobody-has-this.ics")
        .replace("{secret}", "nobody-has-this")
        .replace("{share}", &target.share)
        .replace("{id}", &target.id)
        .replace("{item}", &target.thing)
        .replace("{key}", &target.picture)
        .replace("{room}", "none")
        .replace("{number}", number(route, target))
        .replace("{change}", &target.revision)
        .replace("{revision}", &target.first)
        .replace("{size}", "small")
        .replace("{version}/{*path}", "x/script/app.js");
    match (route.looks(), path.as_str()) {
        (true, path) if path.contains("/reports/") && path.ends_with("/file") => {
            format!("{path}?format=csv")
        }
        (false, "/api/v1/photos" | "/api/v1/documents") => format!("{path}?item={}", target.id),
        (
            true,
            "/api/v1/items/suggest" | "/items/suggest" | "/suggest/things" | "/suggest/tags",
        ) => format!("{path}?q=k"),
        _ => path,
    }
}

fn number<'a>(route: &Route, target: &'a Target) -> &'a str {
    if route.path.starts_with("/n/") {
        &target.number
    } else {
        &target.revision
    }
}

/// A body and what it is.
pub type Body = (Option<String>, Vec<u8>);

/// What a route is sent for a target by somebody.
pub fn body(route: &Route, home: &Household, who: &Person, target: &mut Target) -> Body {
    if matches!(route.method.as_str(), "GET" | "DELETE") {
        return (None, Vec::new());
    }
    if route.is_api() {
        api(route, home, who, target)
    } else {
        page(route, home, who, target)
    }
}

fn fields(fields: &[(&str, &str)]) -> Body {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let kind = "application/x-www-form-urlencoded".to_owned();
    (Some(kind), body.into_bytes())
}

fn files(parts: &[Part<'_>]) -> Body {
    let (kind, body) = form(parts);
    (Some(kind), body)
}

fn photo() -> Body {
    files(&[Part::File("båt.jpg", &fixtures::photo(1))])
}

/// A form for a plan.
const PLAN: [(&str, &str); 4] = [
    ("what", "Tvätta"),
    ("rhythm", "fixed"),
    ("count", "1"),
    ("unit", "year"),
];

fn page(route: &Route, home: &Household, who: &Person, target: &mut Target) -> Body {
    let id = target.id.clone();
    let seen = ("revision", target.revision.as_str());
    match route.path.as_str() {
        "/add" => files(&[Part::Field("name", "Eka")]),
        "/bin" => fields(&[("id", &format!("item.{id}")), ("do", "restore")]),
        "/bin/purge" => fields(&[("id", &format!("item.{id}"))]),
        "/categories/new" => fields(&[("sv", "Båtar")]),
        "/categories/{id}" => fields(&[("sv", "Båtar"), seen]),
        "/items" | "/items/{id}/template" => fields(&[("name", "Eka")]),
        "/items/bulk" => fields(&[("id", &id), ("do", "remove")]),
        "/items/{id}" => fields(&[("name", "Eka"), seen]),
        "/items/{id}/archive" => fields(&[("archived_how", "sold")]),
        "/items/{id}/move" => fields(&[("place", &home.place)]),
        "/items/{id}/photos/arrange" => {
            fields(&[("do", "rotate"), ("photo", &home.photo_of("items", target))])
        }
        "/jobs/{id}/photos/arrange" => {
            fields(&[("do", "rotate"), ("photo", &home.photo_of("jobs", target))])
        }
        "/memories/{id}/photos/arrange" => fields(&[
            ("do", "rotate"),
            ("photo", &home.photo_of("memories", target)),
        ]),
        "/places/{id}/photos/arrange" => fields(&[
            ("do", "rotate"),
            ("photo", &home.photo_of("places", target)),
        ]),
        "/look" => fields(&[("theme", "dark"), ("back", "/")]),
        "/people/new" => fields(&[
            ("name", &format!("Ny {}", home.newest(None))),
            ("role", "child"),
        ]),
        "/people/{id}/edit" => {
            let (name, role) = home.called(&id);
            fields(&[("name", &name), ("role", &role), seen])
        }
        "/people/{id}/password" => fields(&[("password", "ett nytt lösenord")]),
        "/photos/{id}/caption" => fields(&[("caption", "Framifrån"), ("was", "")]),
        "/photos/{id}/plate" => fields(&[("maker", "Nordvind"), seen]),
        "/photos/{id}/move" => fields(&[("to", &home.thing)]),
        "/places/home" => fields(&[("kind", "boat")]),
        "/places/new" => fields(&[("name", "Skåpet"), ("kind", "cupboard")]),
        "/places/{id}/edit" => fields(&[("name", "Skåpet"), ("kind", "cupboard"), seen]),
        "/places/{id}/move" => fields(&[("parent", &home.place), seen]),
        "/places/{id}/remove"
        | "/receipts/{id}/remove"
        | "/tags/{id}/remove"
        | "/categories/{id}/remove" => fields(&[seen]),
        "/receipts/new" => fields(&[("shop", "Järnboden")]),
        "/receipts/{id}/accept" => fields(&[("number", "1207"), seen]),
        "/receipts/{id}/edit" => fields(&[("shop", "Järnboden"), seen]),
        "/searches" => fields(&[("name", "Båtar"), ("query", "q=båt")]),
        "/searches/{id}/edit" => fields(&[("name", "Båtar"), ("query", "q=båt"), seen]),
        "/settings/devices/end" => fields(&[("session", &id)]),
        "/settings/household" => fields(&[
            ("household", &format!("Familjen {}", home.newest(None))),
            ("lang", "sv"),
            ("currency", "SEK"),
            ("country", "se"),
            ("revision", &home.revision("/household")),
        ]),
        "/settings/password" => fields(&[("old", who.password), ("password", who.password)]),
        "/settings/tokens" => fields(&[("name", "Skript"), ("password_now", who.password)]),
        "/settings/tokens/revoke" => fields(&[("token", &id)]),
        "/setup" => fields(&[("code", "AAAA-AAAA")]),
        "/sign-in" => fields(&[("name", who.name), ("password", who.password)]),
        "/tags" => fields(&[("name", &format!("ny {}", home.newest(None)))]),
        "/tags/{id}" => fields(&[("name", &format!("ny {}", home.newest(None))), seen]),
        "/tray" => fields(&[(&format!("name.{id}"), "Eka")]),
        "/add/tray"
        | "/items/{id}/photos"
        | "/items/{id}/documents"
        | "/places/{id}/photos"
        | "/places/{id}/documents"
        | "/receipts"
        | "/receipts/{id}/documents" => photo(),
        "/categories/shipped"
        | "/items/{id}/copy"
        | "/items/{id}/remove"
        | "/items/{id}/restore"
        | "/items/{id}/unarchive"
        | "/items/{id}/versions/{revision}"
        | "/people/{id}/remove"
        | "/people/{id}/restore"
        | "/photos/{id}/cover"
        | "/photos/{id}/remove"
        | "/photos/{id}/read"
        | "/photos/{id}/rotate"
        | "/places/{id}/restore"
        | "/receipts/{id}/restore"
        | "/searches/{id}/remove"
        | "/sign-out"
        | "/undo/{change}" => fields(&[]),
        path if path.starts_with("/rounds/") => about_round(path, home, seen),
        path if path.starts_with("/incidents/") || path.contains("losses/") => {
            about_incident(path, home, target)
        }
        path => about_thing(path, seen),
    }
}

/// What a page is sent that is about a round. One goes on at a time: what begins one, or goes on with one, needs that none does.
fn about_round(path: &str, home: &Household, seen: (&str, &str)) -> Body {
    match path {
        "/rounds/new" => {
            home.end_rounds();
            fields(&[("name", "Rundan")])
        }
        "/rounds/{id}/edit" => fields(&[("name", "Rundan"), seen]),
        "/rounds/{id}/remove" => fields(&[seen]),
        "/rounds/{id}/sightings" => fields(&[("item", &home.thing), ("finding", "seen")]),
        "/rounds/{id}/resume" => {
            home.end_rounds();
            fields(&[])
        }
        _ => fields(&[]),
    }
}

/// What a page is sent that is about what happened, and what it did to a thing.
fn about_incident(path: &str, home: &Household, target: &mut Target) -> Body {
    let revision = target.revision.clone();
    let seen = ("revision", revision.as_str());
    let loss = [("incident", home.incident.as_str()), ("fate", "gone")];
    match path {
        "/incidents/new" => fields(&[("kind", "burglary"), ("title", "Inbrottet")]),
        "/incidents/{id}/edit" => fields(&[("kind", "burglary"), seen]),
        "/incidents/{id}/losses" => fields(&[("item", &home.thing), ("fate", "fine")]),
        "/incidents/{id}/shares" => {
            let report = home.report_of(target);
            fields(&[("reports", &report), ("label", "Svalan"), ("days", "30")])
        }
        "/incidents/{id}/photos/arrange" => {
            let photo = home.photo_of("incidents", target);
            fields(&[("do", "rotate"), ("photo", &photo)])
        }
        "/items/{id}/losses/new" => fields(&loss),
        "/losses/{id}/edit" => fields(&[loss.as_slice(), &[seen]].concat()),
        "/incidents/{id}/remove" | "/losses/{id}/remove" => fields(&[seen]),
        "/incidents/{id}/photos" | "/incidents/{id}/documents" => photo(),
        "/incidents/{id}/restore"
        | "/losses/{id}/restore"
        | "/incidents/{id}/shares/{share}/revoke" => fields(&[]),
        path => panic!("nobody knows what {path} is sent: tell it here"),
    }
}

/// What a page is sent that is about what was promised, claimed, planned, done or lent of a thing.
fn about_thing(path: &str, seen: (&str, &str)) -> Body {
    match path {
        "/items/{id}/warranties/new" => fields(&[("provider", "Järnboden")]),
        "/warranties/{id}/edit" => fields(&[("provider", "Järnboden"), seen]),
        "/items/{id}/claims/new" => fields(&[("problem", "Läcker")]),
        "/claims/{id}/edit" => fields(&[("problem", "Rostar"), seen]),
        "/items/{id}/upkeep/new" => fields(&PLAN),
        "/upkeep/{id}/edit" => fields(&[PLAN.as_slice(), &[seen]].concat()),
        "/items/{id}/jobs/new" => fields(&[("what", "Tvättade")]),
        "/jobs/{id}/edit" => fields(&[("what", "Tvättade"), seen]),
        "/items/{id}/lend" | "/items/{id}/bequests/new" => fields(&[("to", "Lisa")]),
        "/loans/{id}/edit" | "/bequests/{id}/edit" => fields(&[("to", "Lisa"), seen]),
        "/items/{id}/affection" => fields(&[("affection", "dear")]),
        "/items/{id}/memories/new" => fields(&[("title", "Fyndet")]),
        "/memories/{id}/edit" => fields(&[("title", "Fyndet"), seen]),
        "/reports/new" => fields(&[("kind", "inventory")]),
        "/shared/{secret}" => fields(&[("passcode", "0000 0000")]),
        "/divisions/new" | "/divisions/{id}/edit" => fields(&[
            ("name", "Stugan"),
            ("parties[0].name", "Anna"),
            ("parties[1].name", "Bo"),
            seen,
        ]),
        "/divisions/{id}/moves" => fields(&[("do", "settle")]),
        "/insurance/new" => fields(&[("insurer", "Järnboden"), ("sum_insured", "1 000 000")]),
        "/insurance/{id}/edit" => {
            fields(&[("insurer", "Järnboden"), ("sum_insured", "1 000 000"), seen])
        }
        "/bequests/{id}/open" => fields(&[("open", "1"), seen]),
        "/reminders/{cue}" => fields(&[("answer", "later")]),
        "/settings/reminders" => fields(&[("at", "07:30"), ("lead_right", "30")]),
        "/settings/reminders/calendar" => fields(&[("do", "open")]),
        "/settings/reminders/channels" => fields(&[
            ("kind", "webhook"),
            ("webhook_address", "http://127.0.0.1:9/"),
        ]),
        "/warranties/{id}/remove"
        | "/claims/{id}/remove"
        | "/upkeep/{id}/remove"
        | "/jobs/{id}/remove"
        | "/loans/{id}/remove"
        | "/memories/{id}/remove"
        | "/bequests/{id}/remove"
        | "/insurance/{id}/remove"
        | "/divisions/{id}/remove"
        | "/loans/{id}/back" => fields(&[seen]),
        "/claims/{id}/documents"
        | "/jobs/{id}/photos"
        | "/jobs/{id}/documents"
        | "/memories/{id}/photos"
        | "/memories/{id}/documents" => photo(),
        "/warranties/{id}/restore"
        | "/claims/{id}/restore"
        | "/upkeep/{id}/done"
        | "/upkeep/{id}/restore"
        | "/jobs/{id}/restore"
        | "/loans/{id}/restore"
        | "/memories/{id}/restore"
        | "/bequests/{id}/restore"
        | "/insurance/{id}/restore"
        | "/divisions/{id}/restore"
        | "/divisions/{id}/things"
        | "/reports/{id}/restore"
        | "/reports/{id}/again"
        | "/reports/{id}/remove"
        | "/reports/{id}/stop"
        | "/settings/reminders/channels/{id}/remove"
        | "/settings/reminders/channels/{id}/test"
        | "/answers/{link}/{answer}" => fields(&[]),
        path => panic!("nobody knows what {path} is sent: tell it here"),
    }
}

fn api(route: &Route, home: &Household, who: &Person, target: &Target) -> Body {
    let id = target.id.as_str();
    let path = route.path.trim_start_matches("/api/v1");
    let body: Value = match (route.method.as_str(), path) {
        ("POST", path)
            if ["/photos", "/documents", "/receipts"]
                .iter()
                .any(|end| path.ends_with(end)) =>
        {
            return photo();
        }
        ("POST", "/items/{id}/upkeep") => {
            json!({"what": "Tvätta", "rhythm": "fixed", "every": "P1Y"})
        }
        ("POST", "/items/{id}/jobs") | ("PATCH", "/jobs/{id}" | "/upkeep/{id}") => {
            json!({"what": "Tvätta"})
        }
        ("POST", "/items/{id}/loans" | "/items/{id}/bequests")
        | ("PATCH", "/loans/{id}" | "/bequests/{id}") => json!({"to": "Lisa"}),
        ("POST", "/reports") => json!({"kind": "inventory"}),
        ("POST", "/incidents/{id}/shares") => home.to_share(target),
        ("POST", "/divisions") => {
            json!({"name": "Stugan", "parties": [{"name": "Anna"}, {"name": "Bo"}], "things": {"items": []}})
        }
        ("PATCH", "/divisions/{id}") => json!({"name": "Stugan"}),
        ("POST", "/divisions/{id}/lots") => json!({"items": [home.thing]}),
        ("POST", "/divisions/{id}/moves") => json!({"move": "settle"}),
        ("POST", "/policies") => {
            json!({"insurer": "Järnboden", "sum_insured": {"amount": "1000000", "currency": "SEK"}})
        }
        ("PATCH", "/policies/{id}") => json!({"insurer": "Järnboden"}),
        ("POST", "/items/{id}/memories") | ("PATCH", "/memories/{id}") => {
            json!({"title": "Fyndet"})
        }
        ("POST", "/incidents") | ("PATCH", "/incidents/{id}") => json!({"kind": "burglary"}),
        ("PUT", "/incidents/{id}/losses/{item}") => json!({"fate": "fine"}),
        ("POST", "/rounds") => {
            home.end_rounds();
            json!({"name": "Rundan"})
        }
        ("PATCH", "/rounds/{id}") => json!({"note": "Klar"}),
        ("PUT", "/rounds/{id}/sightings/{item}") => json!({"finding": "seen"}),
        ("POST", "/rounds/{id}/resume") => {
            home.end_rounds();
            return (None, Vec::new());
        }
        ("POST", "/items/{id}/losses") => json!({"incident": home.incident}),
        ("PATCH", "/losses/{id}") => json!({"fate": "gone"}),
        ("PATCH", "/receipts/{id}") => json!({"shop": "Järnboden"}),
        ("POST", "/items/{id}/warranties") | ("PATCH", "/warranties/{id}") => {
            json!({"provider": "Järnboden"})
        }
        ("POST", "/items/{id}/claims") | ("PATCH", "/claims/{id}") => json!({"problem": "Rostar"}),
        ("POST", "/bin/purge" | "/bin/restore") => json!({"items": [id]}),
        ("POST", "/categories") | ("PATCH", "/categories/{id}") => json!({"sv": "Båtar"}),
        ("PATCH", "/photos/{id}" | "/documents/{id}") => json!({"caption": "Framifrån"}),
        ("POST", "/photos/{id}/move" | "/documents/{id}/move") => json!({"item": home.thing}),
        ("PATCH", "/household") => json!({"name": format!("Familjen {}", home.newest(None))}),
        ("POST", "/items" | "/items/{id}/template") | ("PATCH", "/items/{id}") => {
            json!({"name": "Eka"})
        }
        ("POST", "/items/many") => json!({"items": [{"name": "Eka"}]}),
        ("POST", "/items/bulk") => json!({"ids": [id], "operation": {"do": "remove"}}),
        ("POST", "/items/{id}/archive") => json!({"how": "sold"}),
        ("PATCH", "/me") => json!({"theme": "dark"}),
        ("POST", "/me/password") => json!({"old": who.password, "password": who.password}),
        ("POST", "/reminders/{cue}") => json!({"answer": "later"}),
        ("PATCH", "/me/reminders") => json!({"at": "07:30"}),
        ("POST", "/me/channels") => json!({"kind": "webhook", "address": "http://127.0.0.1:9/"}),
        ("POST", "/me/tokens") => json!({"name": "Skript", "password": who.password}),
        ("POST", "/people") => json!({"name": format!("Ny {}", home.newest(None))}),
        ("PATCH", "/people/{id}") => json!({"name": home.called(id).0}),
        ("POST", "/people/{id}/password") => json!({"password": "ett nytt lösenord"}),
        ("POST", "/places") | ("PATCH", "/places/{id}") => json!({"name": "Skåpet"}),
        ("POST", "/searches") => json!({"name": "Båtar", "query": "q=båt"}),
        ("PATCH", "/searches/{id}") => json!({"name": "Båtar"}),
        ("POST", "/tags") | ("PATCH", "/tags/{id}") => {
            json!({"name": format!("ny {}", home.newest(None))})
        }
        (
            "POST",
            "/bin/empty"
            | "/categories/shipped"
            | "/changes/{number}/undo"
            | "/items/{id}/copy"
            | "/items/{id}/unarchive"
            | "/photos/{id}/reading"
            | "/reports/{id}/again"
            | "/reports/{id}/stop"
            | "/rounds/{id}/end"
            | "/me/channels/{id}/test"
            | "/me/calendar",
        ) => return (None, Vec::new()),
        ("POST", path) if path.ends_with("/restore") => return (None, Vec::new()),
        (method, path) => panic!("nobody knows what {method} {path} is sent: tell it here"),
    };
    (
        Some("application/json".to_owned()),
        body.to_string().into_bytes(),
    )
}

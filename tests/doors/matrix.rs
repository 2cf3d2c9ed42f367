//! The matrix: every route, on what is one's own, hidden, the household's or shared, knocked at by everybody.

use std::{collections::BTreeMap, fmt::Write, thread};

use crate::{
    forms,
    household::{Household, Noun, Person, Target, Whose},
    log,
    routes::{self, Route},
    server::{
        Server,
        client::{Client, Reply},
    },
};

/// How many households are knocked at side by side.
const SIDE_BY_SIDE: usize = 4;

/// Who knocks, and with what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Knocks {
    /// A person of the household, by number, in a browser.
    Session(usize),
    /// The same, as a program.
    Token(usize),
    /// Nobody who says who they are.
    Nobody,
    /// Somebody with a cookie and a token that are made up.
    Stranger,
}

const KNOCKS: [(&str, Knocks); 10] = [
    ("owner", Knocks::Session(0)),
    ("adult", Knocks::Session(1)),
    ("child", Knocks::Session(2)),
    ("guest", Knocks::Session(3)),
    ("owner", Knocks::Token(0)),
    ("adult", Knocks::Token(1)),
    ("child", Knocks::Token(2)),
    ("guest", Knocks::Token(3)),
    ("nobody", Knocks::Nobody),
    ("stranger", Knocks::Stranger),
];

impl Knocks {
    const fn who(self) -> Option<usize> {
        match self {
            Self::Session(who) | Self::Token(who) => Some(who),
            Self::Nobody | Self::Stranger => None,
        }
    }
}

/// A line of the table: a route, and whose it is tried on.
type Line = (Route, Option<Whose>);

/// What came of every knock, and what should not have.
#[derive(Default)]
struct Matrix {
    lines: BTreeMap<Line, Vec<String>>,
    faults: Vec<String>,
}

#[test]
fn every_door_opens_to_whom_it_should_and_to_nobody_else() {
    let (server, _) = Server::claimed();
    let routes = routes::all(&server);
    server.stop();
    let mut matrix = Matrix::default();
    thread::scope(|scope| {
        let routes = &routes;
        let parts: Vec<_> = (0..SIDE_BY_SIDE)
            .map(|part| {
                let routes = routes.iter().skip(part).step_by(SIDE_BY_SIDE);
                scope.spawn(move || Matrix::of(routes))
            })
            .collect();
        for part in parts {
            let part = part.join().unwrap();
            matrix.lines.extend(part.lines);
            matrix.faults.extend(part.faults);
        }
    });
    assert!(matrix.faults.is_empty(), "{}", matrix.faults.join("\n\n"));
    insta::assert_snapshot!("doors", matrix.table());
}

impl Matrix {
    /// Knocks at some routes, in a household of their own.
    fn of<'a>(routes: impl Iterator<Item = &'a Route>) -> Self {
        let mut home = Household::new();
        let mut matrix = Self::default();
        for route in routes {
            let owners: Vec<_> = match forms::subject(route) {
                Some((noun, state)) => forms::owners(noun, state).iter().map(Some).collect(),
                None => vec![None],
            };
            let mut opened = false;
            for whose in owners {
                let line = (route.clone(), whose.copied());
                let cells: Vec<_> = KNOCKS
                    .iter()
                    .map(|(_, knocks)| matrix.knock(&mut home, &line, *knocks))
                    .collect();
                opened |= cells.iter().any(|cell| opens(cell));
                // A page knows no tokens.
                let alike = cells[4..]
                    .iter()
                    .all(|cell| *cell == cells[8] || cell == "·");
                if !route.is_api() && !alike {
                    matrix
                        .faults
                        .push(format!("a token opened a page: {route:?}"));
                }
                matrix.lines.insert(line, cells);
            }
            // What is opened by a secret in its address, whoever has it: `tests/reminders` and `tests/doors/strangers` do.
            let by_secret = ["/answers/", "/calendar/", "/shared/"];
            if !opened && !by_secret.iter().any(|path| route.path.starts_with(path)) {
                matrix.faults.push(format!("it opens to nobody: {route:?}"));
            }
        }
        log::holds_nothing_private(&home.server.log());
        matrix
    }

    /// What came of one request: its status, `in` when it was sent to sign in, `·` when there is nothing to try it on;
    /// with `=` when it was done and the change log has nothing new.
    fn knock(&mut self, home: &mut Household, line: &Line, knocks: Knocks) -> String {
        let ((route, whose), who) = (line, knocks.who());
        let subject = forms::subject(route).zip(*whose);
        let mut target = Target::default();
        if let Some(((noun, state), whose)) = subject {
            match home.take(noun, state, whose, who) {
                Some(taken) => target = taken,
                None => return "·".to_owned(),
            }
        }
        let (kind, body) = forms::body(route, home, person(home, who), &mut target);
        let address = forms::address(route, &target);
        let newest = |home: &Household| (!route.looks()).then(|| home.newest(who));
        let before = newest(home);
        let reply = sent(home, route, knocks, &address, kind.as_deref(), body);
        let changed = newest(home) != before;
        let cell = told(&reply);
        let asked = format!("{} {address} {whose:?} by {who:?}: {reply}", route.method);
        if !opens(&cell) && !matches!(cell.as_str(), "in" | "401" | "403" | "404") {
            self.faults.push(format!("not by permission: {asked}"));
        }
        if changed && !opens(&cell) {
            self.faults
                .push(format!("it has changed something: {asked}"));
        }
        if route.looks() || !opens(&cell) {
            if let Some(((noun, state), whose)) = subject {
                home.put_back(noun, state, whose, who, target);
            }
            return cell;
        }
        if let Some(((noun, _), Whose::Hidden)) = subject
            && !home.still_opens(noun, &target)
        {
            self.faults
                .push(format!("somebody else's is gone: {asked}"));
        }
        used(home, route, who);
        if changed { cell } else { cell + "=" }
    }
}

fn opens(cell: &str) -> bool {
    cell.starts_with(['2', '3'])
}

fn told(reply: &Reply) -> String {
    match reply.headers.get("location") {
        Some(to) if to.as_bytes().starts_with(b"/sign-in?") => "in".to_owned(),
        _ => reply.status.as_str().to_owned(),
    }
}

/// Whoever is meant when nobody says who they are.
fn person(home: &Household, who: Option<usize>) -> &Person {
    &home.people[who.unwrap_or(0)]
}

fn sent(
    home: &Household,
    route: &Route,
    knocks: Knocks,
    address: &str,
    kind: Option<&str>,
    body: Vec<u8>,
) -> Reply {
    let mut headers: Vec<_> = kind
        .map(|kind| ("content-type", kind))
        .into_iter()
        .collect();
    let port = home.server.address().rsplit(':').next().unwrap();
    let cookie = format!("smartinventory-{port}-session={}", "a1".repeat(32));
    let (nobody, stranger);
    let client: &Client = match knocks {
        Knocks::Session(who) => &home.people[who].session,
        Knocks::Token(who) => &home.people[who].program,
        Knocks::Nobody => {
            nobody = home.server.anonymous();
            &nobody
        }
        Knocks::Stranger => {
            stranger = home.server.program_with("smi_0123456789");
            headers.push(("cookie", &cookie));
            &stranger
        }
    };
    client.send(&route.method, address, &headers, body)
}

/// Puts in order what a change has left behind.
fn used(home: &mut Household, route: &Route, who: Option<usize>) {
    if route.path == "/api/v1/bin/empty" {
        home.clear();
    }
    let noun = forms::subject(route).map(|(noun, _)| noun);
    let keys = ["/settings", "/sign-", "/api/v1/me"];
    let about_people = matches!(noun, Some(Noun::Person | Noun::Session | Noun::Token))
        || keys.iter().any(|start| route.path.starts_with(start));
    if let Some(who) = who
        && about_people
    {
        home.readmit(who);
    }
}

impl Matrix {
    fn table(&self) -> String {
        let mut table = String::from(
            "A status; `in`: sent to sign in; `=`: done, and nothing new in the log of changes; `·`: nobody has one.\n\n",
        );
        let _ = writeln!(table, "{:63}{:28}by token", "", "by session");
        let mut line = |start: [&str; 3], cells: &mut dyn Iterator<Item = &str>| {
            let mut text = format!("{:7}{:46}{:10}", start[0], start[1], start[2]);
            for cell in cells {
                let _ = write!(text, "{cell:7}");
            }
            let _ = writeln!(table, "{}", text.trim_end());
        };
        line(["", "", ""], &mut KNOCKS.iter().map(|(name, _)| *name));
        for ((route, whose), cells) in &self.lines {
            let whose = match whose {
                None => "",
                Some(Whose::Own) => "own",
                Some(Whose::Hidden) => "hidden",
                Some(Whose::Household) => "household",
                Some(Whose::Shared) => "shared",
            };
            let mut cells = cells.iter().map(String::as_str);
            line([&route.method, &route.path, whose], &mut cells);
        }
        table
    }
}

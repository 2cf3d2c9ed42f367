//! Origins: what another site makes a browser send changes nothing.

use crate::{forms, household::Household, routes};

/// What a browser says of a request that another site's page made it send.
const FOREIGN: [(&str, &str); 5] = [
    ("origin", "http://evil.example"),
    ("origin", "null"),
    ("origin", "http://127.0.0.1"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
];

#[test]
fn another_site_changes_nothing_by_any_route() {
    let mut home = Household::new();
    let keys = |home: &Household| {
        let lists = ["/api/v1/me", "/api/v1/me/sessions", "/api/v1/me/tokens"];
        lists.map(|list| home.people[0].program.get(list).json())
    };
    for route in routes::all(&home.server) {
        // A link in a message is its own proof, wherever it is followed from: `tests/reminders` follows some.
        if route.looks() || route.path.starts_with("/answers/") {
            continue;
        }
        let mut target = home.usual(&route, 0);
        let (kind, body) = forms::body(&route, &home, &home.people[0], &mut target);
        let address = forms::address(&route, &target);
        let before = (home.newest(Some(0)), keys(&home));
        for foreign in FOREIGN {
            let mut headers = vec![foreign];
            headers.extend(kind.as_deref().map(|kind| ("content-type", kind)));
            let owner = &home.people[0].session;
            let reply = owner.send(&route.method, &address, &headers, body.clone());
            assert_eq!(reply.status, 403, "{route:?} {foreign:?}: {reply}");
            assert!(!reply.headers.contains_key("set-cookie"), "{reply}");
        }
        let after = (home.newest(Some(0)), keys(&home));
        assert_eq!(before, after, "{route:?}");
    }
    home.server.stop();
}

#[test]
fn another_site_s_script_reads_nothing() {
    let mut home = Household::new();
    for route in routes::all(&home.server) {
        let target = home.usual(&route, 0);
        let address = forms::address(&route, &target);
        let owner = &home.people[0].session;
        for method in ["OPTIONS", route.method.as_str()] {
            if method == route.method && !route.looks() {
                continue;
            }
            let asked = [
                ("origin", "http://evil.example"),
                ("access-control-request-method", "DELETE"),
            ];
            let reply = owner.send(method, &address, &asked, Vec::new());
            let allowed = reply
                .headers
                .keys()
                .find(|name| name.as_str().starts_with("access-control"));
            assert_eq!(allowed, None, "{method} {address}");
        }
    }
    home.server.stop();
}

//! No page is forgotten: every form that one sends has its like in the API, and the browser tests look at every one.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]

#[path = "source/routes.rs"]
mod routes;
#[expect(dead_code, reason = "other tests use the rest")]
mod server;
mod source;

use std::collections::{BTreeMap, BTreeSet};

use server::Server;

/// What each form is in the API, as method and path beneath its root; none for what concerns a browser alone, and why.
const LIKES: &[(&str, Result<&[&str], &str>)] = &[
    ("/add", Ok(&["post /items", "post /items/{id}/photos"])),
    ("/add/tray", Ok(&["post /items", "post /items/{id}/photos"])),
    ("/bequests/{id}/edit", Ok(&["patch /bequests/{id}"])),
    ("/bequests/{id}/open", Ok(&["patch /bequests/{id}"])),
    ("/bequests/{id}/remove", Ok(&["delete /bequests/{id}"])),
    (
        "/bequests/{id}/restore",
        Ok(&["post /bequests/{id}/restore"]),
    ),
    ("/bin", Ok(&["post /bin/restore", "post /bin/purge"])),
    ("/bin/purge", Ok(&["post /bin/purge", "post /bin/empty"])),
    ("/categories/new", Ok(&["post /categories"])),
    ("/categories/shipped", Ok(&["post /categories/shipped"])),
    ("/categories/{id}", Ok(&["patch /categories/{id}"])),
    ("/categories/{id}/remove", Ok(&["delete /categories/{id}"])),
    (
        "/claims/{id}/documents",
        Ok(&["post /claims/{id}/documents"]),
    ),
    ("/claims/{id}/edit", Ok(&["patch /claims/{id}"])),
    ("/claims/{id}/remove", Ok(&["delete /claims/{id}"])),
    ("/claims/{id}/restore", Ok(&["post /claims/{id}/restore"])),
    (
        "/incidents/{id}/documents",
        Ok(&["post /incidents/{id}/documents"]),
    ),
    ("/incidents/{id}/edit", Ok(&["patch /incidents/{id}"])),
    (
        "/incidents/{id}/losses",
        Ok(&["put /incidents/{id}/losses/{item}"]),
    ),
    (
        "/incidents/{id}/shares",
        Ok(&["post /incidents/{id}/shares"]),
    ),
    (
        "/incidents/{id}/shares/{share}/revoke",
        Ok(&["delete /incidents/{id}/shares/{share}"]),
    ),
    ("/divisions/new", Ok(&["post /divisions"])),
    ("/divisions/{id}/edit", Ok(&["patch /divisions/{id}"])),
    ("/divisions/{id}/moves", Ok(&["post /divisions/{id}/moves"])),
    ("/divisions/{id}/remove", Ok(&["delete /divisions/{id}"])),
    (
        "/divisions/{id}/restore",
        Ok(&["post /divisions/{id}/restore"]),
    ),
    ("/divisions/{id}/things", Ok(&["post /divisions/{id}/lots"])),
    ("/incidents/new", Ok(&["post /incidents"])),
    (
        "/incidents/{id}/photos",
        Ok(&["post /incidents/{id}/photos"]),
    ),
    (
        "/incidents/{id}/photos/arrange",
        Ok(&["patch /photos/{id}"]),
    ),
    ("/incidents/{id}/remove", Ok(&["delete /incidents/{id}"])),
    (
        "/incidents/{id}/restore",
        Ok(&["post /incidents/{id}/restore"]),
    ),
    ("/rounds/new", Ok(&["post /rounds"])),
    ("/rounds/{id}/edit", Ok(&["patch /rounds/{id}"])),
    ("/rounds/{id}/end", Ok(&["post /rounds/{id}/end"])),
    ("/rounds/{id}/remove", Ok(&["delete /rounds/{id}"])),
    ("/rounds/{id}/restore", Ok(&["post /rounds/{id}/restore"])),
    ("/rounds/{id}/resume", Ok(&["post /rounds/{id}/resume"])),
    (
        "/rounds/{id}/sightings",
        Ok(&[
            "put /rounds/{id}/sightings/{item}",
            "delete /rounds/{id}/sightings/{item}",
        ]),
    ),
    ("/items", Ok(&["post /items"])),
    ("/items/bulk", Ok(&["post /items/bulk"])),
    ("/items/{id}", Ok(&["patch /items/{id}"])),
    ("/items/{id}/affection", Ok(&["patch /items/{id}"])),
    ("/items/{id}/archive", Ok(&["post /items/{id}/archive"])),
    (
        "/items/{id}/bequests/new",
        Ok(&["post /items/{id}/bequests"]),
    ),
    ("/items/{id}/claims/new", Ok(&["post /items/{id}/claims"])),
    ("/items/{id}/copy", Ok(&["post /items/{id}/copy"])),
    ("/items/{id}/documents", Ok(&["post /items/{id}/documents"])),
    (
        "/items/{id}/memories/new",
        Ok(&["post /items/{id}/memories"]),
    ),
    ("/items/{id}/move", Ok(&["patch /items/{id}"])),
    ("/items/{id}/photos", Ok(&["post /items/{id}/photos"])),
    ("/items/{id}/photos/arrange", Ok(&["patch /photos/{id}"])),
    ("/items/{id}/remove", Ok(&["delete /items/{id}"])),
    ("/items/{id}/restore", Ok(&["post /items/{id}/restore"])),
    ("/items/{id}/template", Ok(&["post /items/{id}/template"])),
    ("/items/{id}/unarchive", Ok(&["post /items/{id}/unarchive"])),
    (
        "/items/{id}/warranties/new",
        Ok(&["post /items/{id}/warranties"]),
    ),
    (
        "/items/{id}/versions/{revision}",
        Ok(&["post /items/{id}/history/{revision}/restore"]),
    ),
    ("/insurance/new", Ok(&["post /policies"])),
    ("/insurance/{id}/edit", Ok(&["patch /policies/{id}"])),
    ("/insurance/{id}/remove", Ok(&["delete /policies/{id}"])),
    (
        "/insurance/{id}/restore",
        Ok(&["post /policies/{id}/restore"]),
    ),
    ("/look", Ok(&["patch /me"])),
    (
        "/memories/{id}/documents",
        Ok(&["post /memories/{id}/documents"]),
    ),
    ("/memories/{id}/edit", Ok(&["patch /memories/{id}"])),
    ("/memories/{id}/photos", Ok(&["post /memories/{id}/photos"])),
    ("/memories/{id}/photos/arrange", Ok(&["patch /photos/{id}"])),
    ("/memories/{id}/remove", Ok(&["delete /memories/{id}"])),
    (
        "/memories/{id}/restore",
        Ok(&["post /memories/{id}/restore"]),
    ),
    ("/people/new", Ok(&["post /people"])),
    ("/people/{id}/edit", Ok(&["patch /people/{id}"])),
    ("/people/{id}/password", Ok(&["post /people/{id}/password"])),
    ("/people/{id}/remove", Ok(&["delete /people/{id}"])),
    ("/people/{id}/restore", Ok(&["post /people/{id}/restore"])),
    (
        "/photos/{id}/caption",
        Ok(&["patch /photos/{id}", "patch /documents/{id}"]),
    ),
    ("/photos/{id}/cover", Ok(&["patch /photos/{id}"])),
    (
        "/photos/{id}/move",
        Ok(&["post /photos/{id}/move", "post /documents/{id}/move"]),
    ),
    (
        "/photos/{id}/remove",
        Ok(&["delete /photos/{id}", "delete /documents/{id}"]),
    ),
    ("/photos/{id}/plate", Ok(&["patch /items/{id}"])),
    ("/photos/{id}/read", Ok(&["post /photos/{id}/reading"])),
    ("/photos/{id}/rotate", Ok(&["patch /photos/{id}"])),
    ("/places/home", Ok(&["post /places"])),
    ("/places/new", Ok(&["post /places"])),
    (
        "/places/{id}/documents",
        Ok(&["post /places/{id}/documents"]),
    ),
    ("/places/{id}/edit", Ok(&["patch /places/{id}"])),
    ("/places/{id}/move", Ok(&["patch /places/{id}"])),
    ("/places/{id}/photos", Ok(&["post /places/{id}/photos"])),
    ("/places/{id}/photos/arrange", Ok(&["patch /photos/{id}"])),
    ("/places/{id}/remove", Ok(&["delete /places/{id}"])),
    ("/places/{id}/restore", Ok(&["post /places/{id}/restore"])),
    ("/receipts", Ok(&["post /receipts"])),
    (
        "/receipts/new",
        Ok(&["post /receipts", "patch /receipts/{id}"]),
    ),
    (
        "/receipts/{id}/documents",
        Ok(&["post /receipts/{id}/documents"]),
    ),
    // Things are made of lines as of anything: the lines then name them.
    (
        "/receipts/{id}/accept",
        Ok(&["patch /receipts/{id}", "post /items"]),
    ),
    ("/receipts/{id}/edit", Ok(&["patch /receipts/{id}"])),
    ("/receipts/{id}/remove", Ok(&["delete /receipts/{id}"])),
    (
        "/receipts/{id}/restore",
        Ok(&["post /receipts/{id}/restore"]),
    ),
    ("/items/{id}/jobs/new", Ok(&["post /items/{id}/jobs"])),
    ("/items/{id}/lend", Ok(&["post /items/{id}/loans"])),
    ("/items/{id}/losses/new", Ok(&["post /items/{id}/losses"])),
    ("/items/{id}/upkeep/new", Ok(&["post /items/{id}/upkeep"])),
    ("/jobs/{id}/documents", Ok(&["post /jobs/{id}/documents"])),
    ("/jobs/{id}/edit", Ok(&["patch /jobs/{id}"])),
    ("/jobs/{id}/photos", Ok(&["post /jobs/{id}/photos"])),
    ("/jobs/{id}/photos/arrange", Ok(&["patch /photos/{id}"])),
    ("/jobs/{id}/remove", Ok(&["delete /jobs/{id}"])),
    ("/jobs/{id}/restore", Ok(&["post /jobs/{id}/restore"])),
    ("/loans/{id}/back", Ok(&["patch /loans/{id}"])),
    ("/loans/{id}/edit", Ok(&["patch /loans/{id}"])),
    ("/loans/{id}/remove", Ok(&["delete /loans/{id}"])),
    ("/loans/{id}/restore", Ok(&["post /loans/{id}/restore"])),
    ("/losses/{id}/edit", Ok(&["patch /losses/{id}"])),
    ("/losses/{id}/remove", Ok(&["delete /losses/{id}"])),
    ("/losses/{id}/restore", Ok(&["post /losses/{id}/restore"])),
    ("/upkeep/{id}/done", Ok(&["post /items/{id}/jobs"])),
    ("/upkeep/{id}/edit", Ok(&["patch /upkeep/{id}"])),
    ("/upkeep/{id}/remove", Ok(&["delete /upkeep/{id}"])),
    ("/upkeep/{id}/restore", Ok(&["post /upkeep/{id}/restore"])),
    ("/searches", Ok(&["post /searches"])),
    ("/searches/{id}/edit", Ok(&["patch /searches/{id}"])),
    ("/searches/{id}/remove", Ok(&["delete /searches/{id}"])),
    (
        "/settings/devices/end",
        Ok(&["delete /me/sessions", "delete /me/sessions/{id}"]),
    ),
    ("/settings/household", Ok(&["patch /household"])),
    ("/settings/password", Ok(&["post /me/password"])),
    ("/settings/tokens", Ok(&["post /me/tokens"])),
    ("/settings/reminders", Ok(&["patch /me/reminders"])),
    (
        "/settings/reminders/calendar",
        Ok(&["post /me/calendar", "delete /me/calendar"]),
    ),
    ("/settings/reminders/channels", Ok(&["post /me/channels"])),
    (
        "/settings/reminders/channels/{id}/remove",
        Ok(&["delete /me/channels/{id}"]),
    ),
    (
        "/settings/reminders/channels/{id}/test",
        Ok(&["post /me/channels/{id}/test"]),
    ),
    ("/reports/new", Ok(&["post /reports"])),
    ("/reports/{id}/again", Ok(&["post /reports/{id}/again"])),
    ("/reports/{id}/remove", Ok(&["delete /reports/{id}"])),
    ("/reports/{id}/restore", Ok(&["post /reports/{id}/restore"])),
    ("/reports/{id}/stop", Ok(&["post /reports/{id}/stop"])),
    ("/reminders/{cue}", Ok(&["post /reminders/{cue}"])),
    ("/answers/{link}/{answer}", Ok(&["post /reminders/{cue}"])),
    (
        "/shared/{secret}",
        Err("a program of the household's has its reports; a stranger has a browser"),
    ),
    ("/settings/tokens/revoke", Ok(&["delete /me/tokens/{id}"])),
    (
        "/setup",
        Err("nobody has a token before there is an archive"),
    ),
    ("/sign-in", Err("a program has a token")),
    ("/sign-out", Ok(&["delete /me/sessions/{id}"])),
    ("/tags", Ok(&["post /tags"])),
    ("/tags/{id}", Ok(&["patch /tags/{id}"])),
    ("/tags/{id}/remove", Ok(&["delete /tags/{id}"])),
    // Those that show the same thing become one: their photos move, and the others go.
    (
        "/tray",
        Ok(&[
            "patch /items/{id}",
            "post /photos/{id}/move",
            "delete /items/{id}",
        ]),
    ),
    ("/undo/{change}", Ok(&["post /changes/{number}/undo"])),
    ("/warranties/{id}/edit", Ok(&["patch /warranties/{id}"])),
    ("/warranties/{id}/remove", Ok(&["delete /warranties/{id}"])),
    (
        "/warranties/{id}/restore",
        Ok(&["post /warranties/{id}/restore"]),
    ),
];

/// The address of a path with something in each of its places.
fn address(path: &str) -> String {
    path.replace("{id}", "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e21")
        .replace("{revision}", "1")
        .replace("{change}", "1")
        .replace("{number}", "1")
        .replace("{share}", "01935f5a-7c3e-7b1a-9c55-2f6f5d3c8e22")
        .replace("{room}", "none")
        .replace("{key}", "none")
        .replace("{size}", "small")
}

/// The routes that the browser tests know, those that are no pages too.
fn routes_of_browser_tests() -> BTreeSet<String> {
    let routes = include_str!("browser/pages.js").split("{ route: '").skip(1);
    routes
        .filter_map(|rest| rest.split_once('\'').map(|(route, _)| route.to_owned()))
        .collect()
}

#[test]
fn the_browser_tests_know_what_can_be_opened() {
    let (server, owner) = Server::claimed();
    // The API has one page, which describes it.
    let mut openable = BTreeSet::from(["/api/v1/".to_owned()]);
    let opens = |path: &String| owner.get(&address(path)).status != 405;
    openable.extend(routes::paths_of_pages().into_iter().filter(opens));
    let known = routes_of_browser_tests();
    let unseen: Vec<_> = openable.difference(&known).collect();
    let gone: Vec<_> = known.difference(&openable).collect();
    assert!(
        unseen.is_empty() && gone.is_empty(),
        "tests/browser/pages.js lacks {unseen:?} and has {gone:?}, which cannot be opened"
    );
    server.stop();
}

#[test]
fn what_a_page_can_do_the_api_can() {
    let (server, owner) = Server::claimed();
    let document = owner.get("/api/v1/openapi.json").json();
    let told: BTreeMap<_, _> = LIKES.iter().copied().collect();
    assert_eq!(told.len(), LIKES.len(), "each form once");
    let mut known = BTreeSet::new();
    for path in routes::paths_of_pages() {
        // An empty form: what takes none at all answers that it does not.
        let address = address(&path);
        let takes = server.anonymous().post(&address, &[]).status != 405;
        assert_eq!(takes, told.contains_key(path.as_str()), "POST {path}");
        known.insert(path);
    }
    for (path, like) in told {
        assert!(known.contains(path), "no page has {path}");
        for operation in like.unwrap_or_default() {
            let (method, path) = operation.split_once(' ').unwrap();
            let there = &document["paths"][format!("/api/v1{path}")][method];
            assert!(there.is_object(), "the API has no {operation}");
        }
    }
    server.stop();
}

//! What was done and taking it back, as a browser without a script does it: history, undo and the bin.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "what other tests need of it")]
mod server;

use server::{
    Server,
    client::{Reply, SignedIn},
};

/// Adds a thing by the form, and gives its id.
fn add(owner: &SignedIn, name: &str) -> String {
    let added = owner.post("/items", &[("name", name)]);
    let to = added.header("location").to_owned();
    assert!(to.starts_with("/items/"), "{}", added.text());
    to.trim_start_matches("/items/").to_owned()
}

/// Where the next page's toast offers to take back what was done.
fn undo(reply: &Reply) -> String {
    let cookies = reply.headers.get_all("set-cookie");
    let toast = cookies
        .iter()
        .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
        .find_map(|cookie| cookie.split_once("-toast="))
        .unwrap();
    format!("/undo/{}", toast.1.rsplit_once('.').unwrap().1)
}

#[test]
fn a_removed_thing_comes_back_by_undo_and_goes_again_by_undoing_that() {
    let (server, owner) = Server::claimed();
    let id = add(&owner, "Havskajak");
    let removed = owner.post(&format!("/items/{id}/remove"), &[]);
    assert!(owner.get("/bin").text().contains("Havskajak"));
    let undone = owner.post(&undo(&removed), &[]);
    assert_eq!(
        (undone.status.as_u16(), undone.header("location")),
        (303, "/history")
    );
    assert!(!owner.get("/bin").text().contains("Havskajak"));
    owner.post(&undo(&undone), &[]);
    assert!(owner.get("/bin").text().contains("Havskajak"));
    let history = owner.get("/history").text();
    assert!(
        history.contains("Astrid ångrade en ändring av Havskajak"),
        "{history}"
    );
    server.stop();
}

#[test]
fn an_undo_goes_back_to_the_page_it_was_pressed_on() {
    let (server, owner) = Server::claimed();
    let id = add(&owner, "Eka");
    let removed = owner.post(&format!("/items/{id}/remove"), &[]);
    let referer = format!("http://{}/items?q=eka", server.address());
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let headers = [("referer", referer.as_str()), kind];
    let undone = owner.send("POST", &undo(&removed), &headers, Vec::new());
    assert_eq!(undone.header("location"), "/items?q=eka");
    server.stop();
}

#[test]
fn an_undo_that_comes_too_late_names_what_has_changed_since() {
    let (server, owner) = Server::claimed();
    let id = add(&owner, "Eka");
    let removed = owner.post(&format!("/items/{id}/remove"), &[]);
    owner.post(&format!("/items/{id}/restore"), &[]);
    let late = owner.post(&undo(&removed), &[]);
    assert_eq!(late.status, 412);
    let page = late.text();
    assert!(page.contains("Det går inte att ångra längre"), "{page}");
    assert!(page.contains(&format!("/items/{id}")), "{page}");
    assert_eq!(owner.post("/undo/999", &[]).status, 404);
    server.stop();
}

#[test]
fn what_goes_for_good_is_asked_about_first() {
    let (server, owner) = Server::claimed();
    let ids = ["Eka", "Kajak", "Jolle"].map(|name| {
        let id = add(&owner, name);
        owner.post(&format!("/items/{id}/remove"), &[]);
        format!("item.{id}")
    });
    let asked = owner
        .post("/bin", &[("do", "purge"), ("id", &ids[0])])
        .text();
    assert!(
        asked.contains("Ta bort 1 för gott?") && asked.contains("Eka"),
        "{asked}"
    );
    assert!(
        owner.get("/bin").text().contains("Eka"),
        "asking removes nothing"
    );
    owner.post("/bin/purge", &[("id", &ids[0])]);
    let bin = owner.get("/bin").text();
    assert!(!bin.contains("Eka") && bin.contains("Kajak"), "{bin}");
    let stale = owner.post("/bin/purge", &[("all", "1"), ("count", "3")]);
    assert!(
        stale.text().contains("Ta bort 2 för gott?"),
        "it says anew what there is"
    );
    owner.post("/bin/purge", &[("all", "1"), ("count", "2")]);
    assert!(owner.get("/bin").text().contains("Papperskorgen är tom"));
    server.stop();
}

#[test]
fn several_are_taken_out_at_once() {
    let (server, owner) = Server::claimed();
    let ids = ["Eka", "Kajak"].map(|name| {
        let id = add(&owner, name);
        owner.post(&format!("/items/{id}/remove"), &[]);
        format!("item.{id}")
    });
    owner.post(
        "/bin",
        &[("do", "restore"), ("id", &ids[0]), ("id", &ids[1])],
    );
    assert!(owner.get("/bin").text().contains("Papperskorgen är tom"));
    server.stop();
}

#[test]
fn a_guest_has_no_bin_and_a_child_empties_none() {
    let (server, owner) = Server::claimed();
    let id = add(&owner, "Hemlig kajak");
    let removed = owner.post(&format!("/items/{id}/remove"), &[]);
    let guest = server.person("Gunnel", "guest");
    assert_eq!(guest.get("/bin").status, 403);
    assert!(!guest.get("/history").text().contains("Hemlig kajak"));
    assert!(!guest.get("/").text().contains("href=\"/bin\""));
    assert_eq!(guest.post(&undo(&removed), &[]).status, 404);
    let child = server.person("Maja", "child");
    let bin = child.get("/bin").text();
    assert!(
        bin.contains("Hemlig kajak") && !bin.contains("/bin/empty"),
        "{bin}"
    );
    assert_eq!(child.get("/bin/empty").status, 403);
    let picked = format!("item.{id}");
    for (path, does) in [("/bin", "restore"), ("/bin", "purge"), ("/bin/purge", "")] {
        let refused = child.post(path, &[("do", does), ("id", &picked)]);
        assert_eq!(refused.status, 403, "{path} {does}");
    }
    assert_eq!(child.post(&undo(&removed), &[]).status, 403);
    server.stop();
}

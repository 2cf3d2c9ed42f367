//! Arranging a household: its places, people, words and settings, through the pages.
#![allow(
    missing_docs,
    reason = "a test crate has no readers of its documentation"
)]
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[expect(dead_code, reason = "other tests use the rest")]
mod server;

use server::{
    OWNER, Server,
    client::{Reply, SignedIn},
};

/// Where a form led to.
fn done(reply: &Reply) -> String {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").to_owned()
}

/// A place, added through its form; its page.
fn place(who: &SignedIn, name: &str, kind: &str, around: &str) -> String {
    let parent = around.trim_start_matches("/places/");
    let fields = [("name", name), ("kind", kind), ("parent", parent)];
    done(&who.post("/places/new", &fields))
}

/// The first value of a hidden field.
fn hidden(reply: &Reply, name: &str) -> String {
    let text = reply.text();
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = text.split_once(&mark).unwrap_or_else(|| panic!("{text}"));
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn a_home_is_there_in_one_tap_with_its_rooms_and_gone_with_one_undo() {
    let (server, anna) = Server::claimed();
    assert!(anna.get("/places").text().contains("Börja med ett hem"));
    let fields = [("rooms", "hall"), ("rooms", "kitchen"), ("kind", "house")];
    let home = done(&anna.post("/places/home", &fields));
    let page = anna.get(&home).text();
    for name in ["Hemma", "Hall", "Kök"] {
        assert!(page.contains(name), "{name}");
    }
    assert!(!page.contains("Vardagsrum"));
    server.stop();
}

#[test]
fn a_deep_branch_moves_whole_and_keeps_what_was_in_a_place_that_is_removed() {
    let (server, anna) = Server::claimed();
    let villa = place(&anna, "Villan", "house", "");
    let cellar = place(&anna, "Källaren", "room", &villa);
    let shelf = place(&anna, "Hyllan", "cupboard", &cellar);
    let case = place(&anna, "Lådan", "box", &shelf);
    let cottage = place(&anna, "Stugan", "cottage", "");

    let into_itself = [
        ("parent", case.trim_start_matches("/places/")),
        (
            "revision",
            &hidden(&anna.get(&format!("{villa}/move")), "revision"),
        ),
    ];
    let refused = anna.post(&format!("{villa}/move"), &into_itself);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("i sig själv"));

    let there = [
        ("parent", cottage.trim_start_matches("/places/")),
        (
            "revision",
            &hidden(&anna.get(&format!("{cellar}/move")), "revision"),
        ),
    ];
    done(&anna.post(&format!("{cellar}/move"), &there));
    let way = anna.get(&case).text();
    assert!(way.contains("Stugan") && way.contains("Källaren") && !way.contains("Villan"));

    let revision = hidden(&anna.get(&shelf), "revision");
    let removed = anna.post(&format!("{shelf}/remove"), &[("revision", &revision)]);
    assert_eq!(done(&removed), cellar);
    assert!(anna.get(&cellar).text().contains("Lådan"), "one step out");
    assert!(anna.get(&shelf).text().contains("papperskorgen"));
    done(&anna.post(&format!("{shelf}/restore"), &[]));
    server.stop();
}

#[test]
fn two_who_change_a_place_at_once_lose_no_words() {
    let (server, anna) = Server::claimed();
    let shed = place(&anna, "Boden", "other", "");
    let edit = format!("{shed}/edit");
    let revision = hidden(&anna.get(&edit), "revision");
    let say = |name: &str, note: &str, revision: &str, keep: &[(&str, &str)]| {
        let fields = [
            ("name", name),
            ("kind", "other"),
            ("note", note),
            ("revision", revision),
        ];
        anna.post(&edit, &[&fields, keep].concat())
    };
    done(&say("Vedboden", "", &revision, &[]));
    let stale = say("Boden", "Nyckeln hänger bakom", &revision, &[]);
    assert_eq!(stale.status, 412);
    for words in ["Vedboden", "Nyckeln hänger bakom"] {
        assert!(stale.text().contains(words), "{words}");
    }
    let both = hidden(&stale, "revision");
    let keep = [("keep.name", "theirs"), ("keep.note", "mine")];
    done(&say("Boden", "Nyckeln hänger bakom", &both, &keep));
    let page = anna.get(&shed).text();
    assert!(page.contains("<h1>Vedboden</h1>") && page.contains("Nyckeln hänger bakom"));
    server.stop();
}

#[test]
fn a_guest_sees_only_the_places_that_are_shared_and_nothing_around_them() {
    let (server, anna) = Server::claimed();
    let guest = server.person("Gunnel", "guest");
    let villa = place(&anna, "Villan", "house", "");
    let attic = place(&anna, "Vinden", "room", &villa);
    let edit = format!("{attic}/edit");
    let form = anna.get(&edit);
    let text = form.text();
    let (_, rest) = text.split_once("name=\"guests\" value=\"").unwrap();
    let gunnel = rest.split('"').next().unwrap();
    let fields = [
        ("name", "Vinden"),
        ("kind", "room"),
        ("parent", villa.trim_start_matches("/places/")),
        ("guests", gunnel),
        ("revision", &hidden(&form, "revision")),
    ];
    done(&anna.post(&edit, &fields));
    assert_eq!(guest.get(&villa).status, 404);
    let page = guest.get(&attic).text();
    assert!(page.contains("Vinden") && !page.contains("Villan"));
    assert!(!page.contains("/edit") && !page.contains("/remove"));
    let tree = guest.get("/places").text();
    assert!(tree.contains("Vinden") && !tree.contains("Villan"));
    for (path, status) in [("/places/new", 403), (edit.as_str(), 403), ("/tags", 200)] {
        assert_eq!(guest.get(path).status, status, "{path}");
    }
    assert!(!guest.get("/people").text().contains("Astrid"));
    server.stop();
}

#[test]
fn people_are_looked_after_by_owners_only_and_one_owner_stays() {
    let (server, astrid) = Server::claimed();
    let adult = server.person("Erik", "adult");
    let fields = [("name", "Maja"), ("role", "child"), ("password", "kort")];
    let refused = astrid.post("/people/new", &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("value=\"Maja\""), "still there");
    assert!(!refused.text().contains("kort\""), "but for the password");
    assert_eq!(adult.post("/people/new", &fields).status, 403);
    assert!(!adult.get("/people").text().contains("/people/new"));

    let maja = done(&astrid.post("/people/new", &[("name", "Maja"), ("role", "child")]));
    done(&astrid.post(&format!("{maja}/remove"), &[]));
    assert!(astrid.get("/people").text().contains("Ta tillbaka"));
    done(&astrid.post(&format!("{maja}/restore"), &[]));

    let people = astrid.get("/people").text();
    let (before, _) = people.split_once("Ägare").unwrap();
    let (_, own) = before.rsplit_once("href=\"/people/").unwrap();
    let own = format!("/people/{}", own.split('"').next().unwrap());
    let last = astrid.post(&format!("{own}/remove"), &[]);
    assert_eq!(last.status, 422);
    assert!(last.text().contains("minst en ägare"));
    server.stop();
}

#[test]
fn a_tag_that_takes_another_s_name_becomes_that_tag() {
    let (server, anna) = Server::claimed();
    for name in ["sommar", "somar"] {
        done(&anna.post("/tags", &[("name", name)]));
    }
    let text = anna.get("/tags").text();
    let (_, rest) = text.split_once("href=\"/tags/").unwrap();
    let wrong = format!("/tags/{}", rest.split('"').next().unwrap());
    let revision = hidden(&anna.get(&wrong), "revision");
    done(&anna.post(&wrong, &[("name", "Sommar"), ("revision", &revision)]));
    let text = anna.get("/tags").text();
    assert!(text.contains("sommar") && !text.contains(">somar<"));
    server.stop();
}

#[test]
fn a_token_is_shown_once_and_gone_when_revoked() {
    let (server, anna) = Server::claimed();
    let made = anna.post(
        "/settings/tokens",
        &[("name", "Väderstationen"), ("password_now", OWNER.1)],
    );
    assert_eq!(made.status, 201);
    assert_eq!(made.header("cache-control"), "no-store");
    assert!(made.text().contains("smi_"));
    let later = anna.get("/settings");
    assert!(!later.text().contains("smi_") && later.text().contains("Väderstationen"));
    let id = hidden(&later, "token");
    done(&anna.post("/settings/tokens/revoke", &[("token", &id)]));
    assert!(!anna.get("/settings").text().contains("Väderstationen"));
    server.stop();
}

#[test]
fn signing_out_everywhere_else_leaves_this_device_signed_in() {
    let (server, anna) = Server::claimed();
    let sign_in = [("name", OWNER.0), ("password", OWNER.1)];
    let other = SignedIn::by(&server.anonymous(), "/sign-in", &sign_in);
    assert_eq!(other.get("/settings").status, 200);
    done(&anna.post("/settings/devices/end", &[]));
    assert_eq!(other.get("/settings").status, 303);
    assert_eq!(anna.get("/settings").status, 200);
    server.stop();
}

#[test]
fn the_household_s_settings_are_its_owners_alone() {
    let (server, astrid) = Server::claimed();
    let adult = server.person("Erik", "adult");
    let page = astrid.get("/settings");
    let revision = hidden(&page, "revision");
    let say = |currency| {
        [
            ("household", "Familjen Ek"),
            ("lang", "sv"),
            ("currency", currency),
            ("country", "se"),
            ("revision", revision.as_str()),
        ]
    };
    let refused = astrid.post("/settings/household", &say("kronor"));
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("value=\"kronor\""));
    done(&astrid.post("/settings/household", &say("EUR")));
    assert_eq!(
        astrid.post("/settings/household", &say("NOK")).status,
        412,
        "the form is older than what is saved"
    );
    assert_eq!(adult.post("/settings/household", &say("NOK")).status, 403);
    assert!(
        !adult
            .get("/settings")
            .text()
            .contains("/settings/household")
    );
    server.stop();
}

#[test]
fn an_empty_place_says_nothing_about_what_is_in_it() {
    let (server, anna) = Server::claimed();
    place(&anna, "Stugan", "cottage", "");
    let tree = anna.get("/places").text();
    let (_, row) = tree.split_once("Stugan</span>").unwrap();
    let (row, _) = row.split_once("</a>").unwrap();
    assert!(row.contains("tree-count\"></span>"), "{row}");
    server.stop();
}

#[test]
fn the_photos_of_a_place_are_arranged_from_its_form() {
    let (server, anna) = Server::claimed();
    let cottage = place(&anna, "Stugan", "cottage", "");
    let way = format!("href=\"{cottage}/photos\"");
    assert!(anna.get(&format!("{cottage}/edit")).text().contains(&way));
    assert_eq!(anna.get(&format!("{cottage}/photos")).status, 200);
    server.stop();
}

#[test]
fn categories_that_were_removed_are_shown_again_in_one_press() {
    let (server, anna) = Server::claimed();
    let page = anna.get("/categories").text();
    assert!(
        !page.contains("/categories/shipped"),
        "nothing to show again"
    );
    let (_, first) = page.split_once("href=\"/categories/").unwrap();
    let (_, first) = first
        .split_once("tree-row\" href=\"")
        .unwrap_or(("", first));
    let group = first.split('"').next().unwrap();
    let group = format!("/categories/{}", group.trim_start_matches("/categories/"));
    let revision = hidden(&anna.get(&group), "revision");
    let fields = [("revision", revision.as_str())];
    done(&anna.post(&format!("{group}/remove"), &fields));
    let without = anna.get("/categories").text();
    assert!(
        without.contains("Ni har tagit bort 1 av kategorierna"),
        "{without}"
    );
    done(&anna.post("/categories/shipped", &[]));
    assert_eq!(
        anna.get("/categories").text().matches("<details").count(),
        page.matches("<details").count()
    );
    server.stop();
}

#[test]
fn places_are_offered_as_the_same_tree_wherever_one_chooses() {
    let (server, anna) = Server::claimed();
    let villa = place(&anna, "Villan", "house", "");
    place(&anna, "Källaren", "room", &villa);
    let thing = done(&anna.post("/items", &[("name", "Kratta")]));
    let id = thing.trim_start_matches("/items/");
    let moving = [("do", "move"), ("id", id), ("query", "")];
    for page in [
        anna.get("/add"),
        anna.get("/items/new"),
        anna.post("/items/bulk", &moving),
    ] {
        let text = page.text();
        assert!(text.contains(">\u{2003}Källaren</option>"), "{text}");
    }
    server.stop();
}

#[test]
fn a_tag_has_no_comma_in_it() {
    let (server, anna) = Server::claimed();
    let refused = anna.post("/tags", &[("name", "sommar, båt")]);
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .text()
            .contains("En tagg kan inte ha kommatecken i sig.")
    );
    done(&anna.post("/items", &[("name", "Eka"), ("tags", "sommar, båt")]));
    let tags = anna.get("/tags").text();
    assert!(
        tags.contains(">sommar<") && tags.contains(">båt<"),
        "{tags}"
    );
    server.stop();
}

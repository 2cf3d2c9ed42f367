//! Looking after an archive from a shell: on its folder, and beside a running server.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod damage;
mod household;
#[expect(dead_code, reason = "what other tests need of it")]
#[path = "../server/mod.rs"]
mod server;

use std::{fs, os::unix::fs::PermissionsExt, path::Path, thread};

use household::{Household, Serving, run};
use server::{OWNER, Server, client::SignedIn};
use smartinventory::{clock::Clock, store::Store};

/// Runs a test on the folder, and beside a running server.
fn both(test: impl Fn(&Household)) {
    let alone = Household::new();
    test(&alone);
    let served = Household::new();
    let _serving = served.serve();
    test(&served);
}

#[test]
fn people_are_listed_and_removed() {
    both(|household| {
        let list = household.run(&["person", "list"]);
        assert_eq!(list.code, Some(0), "{list:?}");
        let [astrid, maja] = &list.columns()[..] else {
            panic!("{list:?}");
        };
        assert_eq!((astrid[0], astrid[2]), ("owner", "Astrid Ek"));
        let seen: jiff::Timestamp = astrid[1].parse().unwrap();
        assert!(Clock::system().now().duration_since(seen).as_mins() < 60);
        assert_eq!(maja, &["child", "never", "Maja"]);
        let removed = household.run(&["person", "remove", "maja"]);
        assert_eq!((removed.code, removed.lines.len()), (Some(0), 0));
        assert_eq!(household.run(&["person", "list"]).lines.len(), 1);
    });
}

#[test]
fn the_last_owner_is_never_removed() {
    both(|household| {
        let refused = household.run(&["person", "remove", "Astrid Ek"]);
        assert_eq!(refused.code, Some(1));
        assert_eq!(
            refused.said,
            "smartinventory: The household needs at least one owner.\n"
        );
        let password = "ett gott lösenord";
        let role = [
            "person",
            "add",
            "Nils",
            "--role",
            "owner",
            "--password-stdin",
        ];
        assert_eq!(household.run_with(&role, password).code, Some(0));
        let removed = household.run(&["person", "remove", "Astrid Ek"]);
        assert_eq!(removed.code, Some(0), "{removed:?}");
    });
}

#[test]
fn a_new_password_signs_a_person_out_everywhere() {
    let (server, owner) = Server::claimed();
    let (name, old) = OWNER;
    let new = "sju sorters kakor";
    assert_eq!(owner.get("/").status, 200);
    let reset = ["person", "reset-password", name, "--password-stdin"];
    let short = run(server.folder(), &reset, "kort\n");
    assert_eq!(short.code, Some(1));
    let sentence = "The password needs at least eight characters.";
    assert!(short.said.contains(sentence), "{short:?}");
    assert_eq!(owner.get("/").status, 200, "nothing has changed");
    let done = run(server.folder(), &reset, &format!("{new}\n"));
    assert_eq!(done.code, Some(0), "{done:?}");
    assert_eq!(owner.get("/").status, 303);
    let visitor = server.anonymous();
    let refused = visitor.post("/sign-in", &[("name", name), ("password", old)]);
    assert_ne!(refused.status, 303);
    SignedIn::by(&visitor, "/sign-in", &[("name", name), ("password", new)]);
    server.stop();
}

#[test]
fn a_password_is_reset_on_the_folder() {
    let household = Household::new();
    let reset = ["person", "reset-password", "Maja", "--password-stdin"];
    let done = household.run_with(&reset, "ett gott lösenord\n");
    assert_eq!((done.code, done.lines.len()), (Some(0), 0), "{done:?}");
}

#[test]
fn tokens_are_listed_and_revoked() {
    both(|household| {
        let created = household.run(&["token", "create", "--person", "Astrid Ek"]);
        assert!(created.lines[0].starts_with("smi_"), "{created:?}");
        let list = household.run(&["token", "list"]);
        let [token] = &list.columns()[..] else {
            panic!("{list:?}");
        };
        assert_eq!(token[2..], ["Astrid Ek", "smartinventory token create"]);
        assert!(!list.lines[0].contains(&created.lines[0]));
        assert_eq!(household.run(&["token", "revoke", token[0]]).code, Some(0));
        assert_eq!(household.run(&["token", "list"]).lines.len(), 0);
        let again = household.run(&["token", "revoke", token[0]]);
        assert_eq!(again.code, Some(1));
        assert!(again.said.contains("there is no token"), "{again:?}");
    });
}

#[test]
fn a_token_that_was_revoked_opens_nothing() {
    let (server, _owner) = Server::claimed();
    let program = server.program(OWNER.0);
    assert_eq!(program.get("/api/v1/household").status, 200);
    let list = run(server.folder(), &["token", "list"], "");
    run(
        server.folder(),
        &["token", "revoke", list.columns()[0][0]],
        "",
    );
    assert_eq!(program.get("/api/v1/household").status, 401);
    server.stop();
}

#[test]
fn numbers_are_told_by_name() {
    both(|household| {
        let stats = household.run(&["stats"]);
        assert_eq!(stats.code, Some(0), "{stats:?}");
        let number = |name: &str| {
            let rows = stats.columns();
            let row = rows.iter().find(|row| row[0] == name);
            row.unwrap_or_else(|| panic!("{name}: {stats:?}"))[1].to_owned()
        };
        let numbers = ["person", "place", "item", "attachment", "tag", "blobs"].map(number);
        assert_eq!(numbers, ["2", "1", "2", "1", "1", "1"]);
        assert_eq!(number("changes"), "8");
        assert!(number("archive-bytes").parse::<u64>().unwrap() > 10_000);
        number("oldest-change").parse::<jiff::Timestamp>().unwrap();
    });
}

#[test]
fn the_index_is_built_again() {
    both(|household| {
        let built = household.run(&["reindex"]);
        assert_eq!(built.code, Some(0), "{built:?}");
        assert_eq!(built.columns(), [["things", "2"]]);
        assert!(built.said.contains("things: 1 of 2"), "{built:?}");
        assert_eq!(household.run(&["check"]).code, Some(0));
    });
}

#[test]
fn room_is_given_back_to_the_disk() {
    both(|household| {
        let compacted = household.run(&["compact"]);
        assert_eq!(compacted.code, Some(0), "{compacted:?}");
        let [before, after] = &compacted.columns()[..] else {
            panic!("{compacted:?}");
        };
        let bytes = |row: &[&str]| row[1].parse::<u64>().unwrap();
        assert_eq!((before[0], after[0]), ("before", "after"));
        assert!(bytes(after) < bytes(before), "{compacted:?}");
        let file = household.path().join("archive.redb").metadata().unwrap();
        assert!(file.len() < bytes(before), "{compacted:?}");
        assert_eq!(household.run(&["check"]).code, Some(0));
    });
}

#[test]
fn what_is_misspelt_is_told_from_what_is_refused() {
    let household = Household::new();
    for misspelt in [
        &["chekc"][..],
        &["person", "reset-password", "Maja"],
        &["token", "revoke", "smi_1"],
        &["check", "--mend"],
    ] {
        let outcome = household.run(misspelt);
        assert_eq!(outcome.code, Some(2), "{misspelt:?}: {outcome:?}");
    }
    let nobody = household.run(&["person", "remove", "Nisse"]);
    assert_eq!(nobody.code, Some(1));
    assert_eq!(
        nobody.said,
        "smartinventory: there is nobody called Nisse\n"
    );
}

#[test]
fn where_there_is_no_archive_none_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("hem");
    for order in ["check", "stats", "reindex", "compact"] {
        let outcome = run(&missing, &[order], "");
        assert_eq!(outcome.code, Some(1), "{order}: {outcome:?}");
        assert!(
            outcome.said.contains("there is no archive in "),
            "{outcome:?}"
        );
    }
    assert!(!missing.exists());
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn only_its_user_opens_the_socket_and_the_folder() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("hem");
    let added = [
        "person",
        "add",
        "Astrid",
        "--role",
        "owner",
        "--password-stdin",
    ];
    assert_eq!(run(&folder, &added, "tolv sorters kakor").code, Some(0));
    let serving = Serving::start(&folder);
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("control.sock")), 0o600);
    drop(serving);
    assert!(!folder.join("control.sock").exists());
}

#[test]
fn a_server_that_was_ended_at_once_is_in_nobodys_way() {
    let household = Household::new();
    household.serve().kill();
    assert!(household.path().join("control.sock").exists());
    let stats = household.run(&["stats"]);
    assert_eq!(stats.code, Some(0), "{stats:?}");
}

#[test]
fn two_orders_at_once_are_both_carried_out_beside_a_server() {
    let household = Household::new();
    let _serving = household.serve();
    let orders = ["check", "compact", "reindex", "check", "compact", "stats"];
    thread::scope(|scope| {
        let outcomes = orders.map(|order| (order, scope.spawn(|| household.run(&[order]))));
        for (order, outcome) in outcomes {
            let outcome = outcome.join().unwrap();
            assert_eq!(outcome.code, Some(0), "{order}: {outcome:?}");
        }
    });
}

#[test]
fn the_second_of_two_orders_at_once_is_refused_on_the_folder() {
    let household = Household::new();
    let store = Store::open(household.path(), Clock::system()).unwrap();
    let refused = household.run(&["check"]);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.said.contains("in use by another process"),
        "{refused:?}"
    );
    drop(store);
    assert_eq!(household.run(&["check"]).code, Some(0));
}

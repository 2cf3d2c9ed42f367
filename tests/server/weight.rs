//! Weight: everything that a first visit to a page fetches but its photos, as it goes over the wire.

use std::collections::BTreeSet;

use super::client::SignedIn;

/// How many bytes a page weighs with all its assets.
pub fn with_assets(who: &SignedIn, path: &str) -> usize {
    let assets = assets(who, &who.get(path).text());
    of(who, path) + assets.iter().map(|path| of(who, path)).sum::<usize>()
}

fn of(who: &SignedIn, path: &str) -> usize {
    let packed = [("accept-encoding", "gzip")];
    let reply = who.send("GET", path, &packed, Vec::new());
    assert_eq!(reply.status, 200, "{path}");
    assert_eq!(reply.header("content-encoding"), "gzip", "{path}");
    reply.body.len()
}

/// The stylesheets and scripts that a page names, and the scripts that these import, one from the other.
fn assets(who: &SignedIn, page: &str) -> BTreeSet<String> {
    let named = page.split('"').filter(|text| {
        let is_part = matches!(text.rsplit_once('.'), Some((_, "css" | "js")));
        text.starts_with("/assets/") && is_part
    });
    let mut waiting: Vec<String> = named.map(str::to_owned).collect();
    let mut assets = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        let is_script = matches!(path.rsplit_once('.'), Some((_, "js")));
        if !assets.insert(path.clone()) || !is_script {
            continue;
        }
        let (folder, _) = path.rsplit_once('/').unwrap();
        let script = who.get(&path).text();
        let lines = script.lines().filter(|line| line.starts_with("import "));
        let imported = lines.filter_map(|line| line.split_once("\"./")?.1.split_once('"'));
        waiting.extend(imported.map(|(name, _)| format!("{folder}/{name}")));
    }
    assets
}

//! The register as a program reads it, and waiting for it to be so.

use std::{
    collections::BTreeMap,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::server::client::Program;

/// A file lies still for five seconds before it is taken; a busy machine takes its time.
const PATIENCE: Duration = Duration::from_mins(2);

/// Waits until something is so.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "{what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// A page of a receipt.
#[derive(Clone, Debug)]
pub struct Page {
    /// What the file was called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its id.
    pub id: String,
}

/// The receipts, the newest first.
pub fn receipts(program: &Program) -> Vec<Value> {
    let reply = program.get("/api/v1/receipts?limit=200");
    assert_eq!(reply.status, 200, "{reply}");
    assert_eq!(reply.json()["next"], Value::Null, "more than a page");
    reply.json()["receipts"].as_array().unwrap().clone()
}

/// The pages of a receipt, in their order.
pub fn pages(program: &Program, receipt: &Value) -> Vec<Page> {
    let id = receipt["id"].as_str().unwrap();
    let reply = program.get(&format!("/api/v1/receipts/{id}/documents"));
    let told = reply.json()["attachments"].as_array().unwrap().clone();
    let page = |page: Value| Page {
        name: page["file_name"].as_str().unwrap().to_owned(),
        size: page["size"].as_u64().unwrap(),
        id: page["id"].as_str().unwrap().to_owned(),
    };
    told.into_iter().map(page).collect()
}

/// How many receipts have a file of each name.
pub fn files(program: &Program) -> BTreeMap<String, usize> {
    let mut files = BTreeMap::new();
    for receipt in receipts(program) {
        for page in pages(program, &receipt) {
            *files.entry(page.name).or_default() += 1;
        }
    }
    files
}

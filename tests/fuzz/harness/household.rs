//! A household that any request can be sent to, the same each time.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{Method, StatusCode, header, response::Parts},
};
use serde_json::{Value, json};
use smartinventory::{
    access::{session, token},
    actions::household::Claim,
    api,
    app::App,
    clock::Clock,
    config::Settings,
    domain::lang::Lang,
    http::server,
    web,
};
use tempfile::TempDir;
use tokio::{
    runtime::{Builder, Runtime},
    task::JoinSet,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// When the household moved in: 2024-06-21, in seconds since 1970.
const MOVED_IN: i64 = 1_718_978_400;
/// When it is asked: later, for its clock draws the same ids in the same moment.
const ASKED: i64 = MOVED_IN + 60;
/// How much of an answer is read, in bytes.
const ANSWER: usize = 16 << 20;

/// A household that is the same for every request: it is asked in a copy, which goes once something was changed.
pub struct Household {
    runtime: Runtime,
    /// As it was made; never opened again.
    pattern: TempDir,
    opened: Option<Opened>,
    names: Vec<(&'static str, String)>,
}

/// A household's folder, open: it goes when this does.
struct Opened {
    router: Router,
    running: JoinSet<()>,
    stop: CancellationToken,
    folder: TempDir,
}

impl Opened {
    fn open(folder: TempDir, second: i64) -> (Self, Arc<App>) {
        let settings = Settings {
            data: folder.path().to_owned(),
            ..Settings::default()
        };
        let now = jiff::Timestamp::from_second(second).unwrap();
        let app = App::open(settings, Clock::fixed(now), "/bin/false".into()).unwrap();
        let stop = CancellationToken::new();
        let opened = Self {
            router: server::router(&app, web::routes().merge(api::routes())),
            running: app.start(&stop).unwrap(),
            stop,
            folder,
        };
        (opened, app)
    }

    async fn ask(&self, request: Request) -> (Parts, Bytes) {
        let reply = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = reply.into_parts();
        (head, to_bytes(body, ANSWER).await.unwrap())
    }

    async fn close(self) -> TempDir {
        self.stop.cancel();
        self.running.join_all().await;
        self.folder
    }
}

impl Household {
    /// Claims an archive, and puts a place, a thing in it and a document of that into it.
    pub fn new() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (pattern, names) = runtime.block_on(move_in());
        Self {
            runtime,
            pattern,
            opened: None,
            names,
        }
    }

    /// A text with what the household calls its things for `{thing}` and the like.
    pub fn named(&self, text: &[u8]) -> Vec<u8> {
        let mut named = text.to_vec();
        for (word, name) in &self.names {
            while let Some(at) = named
                .windows(word.len())
                .position(|window| window == word.as_bytes())
            {
                named.splice(at..at + word.len(), name.bytes());
            }
        }
        named
    }

    /// What the household answers.
    pub fn ask(&mut self, request: Request) -> (Parts, Bytes) {
        let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
        let (runtime, pattern) = (&self.runtime, self.pattern.path());
        let opened = self.opened.get_or_insert_with(|| {
            let folder = tempfile::tempdir().unwrap();
            copy_folder(pattern, folder.path());
            runtime.block_on(async { Opened::open(folder, ASKED).0 })
        });
        let (head, body) = runtime.block_on(opened.ask(request));
        let done = head.status.is_success() || head.status.is_redirection();
        if changes
            && done
            && let Some(opened) = self.opened.take()
        {
            runtime.block_on(opened.close());
        }
        (head, body)
    }
}

impl Default for Household {
    fn default() -> Self {
        Self::new()
    }
}

async fn move_in() -> (TempDir, Vec<(&'static str, String)>) {
    let (opened, app) = Opened::open(tempfile::tempdir().unwrap(), MOVED_IN);
    let claim = Claim {
        household: "Familjen Holm",
        name: "Astrid",
        password: "tolv sorters kakor",
        lang: Lang::Sv,
    };
    let code = app.setup_code().unwrap().to_string();
    let person = app.claim(&code, &claim).unwrap().value.person();
    let secret = session::start(&app.store, person, true, "Firefox").unwrap();
    let session = format!("smartinventory-{}-session={}", app.port(), secret.reveal());
    let token = token::create(&app.store, person, "skript").unwrap();
    drop(app);
    let add = async |path: &str, kind: &str, body: String| {
        let request = Request::post(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body));
        let (head, body) = opened.ask(request.unwrap()).await;
        assert_eq!(head.status, StatusCode::CREATED, "{path}");
        serde_json::from_slice::<Value>(&body).unwrap()
    };
    let json = "application/json";
    let place = add("/places", json, json!({"name": "Förrådet"}).to_string()).await;
    let tag = add("/tags", json, json!({"name": "sommar"}).to_string()).await;
    let thing =
        json!({"name": "Kajak", "place": place["id"], "tags": [tag["id"]], "notes": "**röd**"});
    let thing = add("/items", json, thing.to_string()).await;
    let form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"kvitto.txt\"\r\n\r\n\
                Kvitto från Båtshopen: 7 995 kr\r\n--x--\r\n";
    let documents = format!("/items/{}/documents", text(&thing["id"]));
    let kind = "multipart/form-data; boundary=x";
    let document = add(&documents, kind, form.to_owned()).await;
    // Lists wait for the index, which is whole from here on.
    let list =
        Request::get("/api/v1/items").header(header::AUTHORIZATION, format!("Bearer {token}"));
    let (head, _) = opened.ask(list.body(Body::empty()).unwrap()).await;
    assert_eq!(head.status, StatusCode::OK);
    let names = vec![
        ("{place}", text(&place["id"])),
        ("{tag}", text(&tag["id"])),
        ("{thing}", text(&thing["id"])),
        ("{revision}", thing["revision"].to_string()),
        ("{document}", text(&document["attachments"][0]["id"])),
        ("{person}", person.to_string()),
        ("{session}", session),
        ("{token}", token.clone()),
    ];
    (opened.close().await, names)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        let copy = to.join(entry.file_name());
        if kind.is_dir() {
            fs::create_dir_all(&copy).unwrap();
            copy_folder(&path, &copy);
        } else if kind.is_file() {
            fs::copy(path, copy).unwrap();
        }
    }
}

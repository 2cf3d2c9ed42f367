//! A disk that is full, read-only or broken for a while: what is written is refused in words, what is read goes on, and
//! when the disk is well again so is the server, without being started anew.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use serde_json::json;

use crate::{
    fixtures, preload,
    server::{
        Server,
        client::{Client, Part, Program, Reply},
    },
    whole::{self, History},
    workload,
};

/// How long the search may take to have what was written once the disk was well again.
const PATIENCE: Duration = Duration::from_secs(30);

/// A household with a thing and its photo, from before the disk failed.
struct Household {
    program: Program,
    kept: Vec<String>,
    bicycle: String,
    photo: String,
    cookie: String,
}

impl Household {
    fn settle(server: &Server) -> Self {
        let program = server.program_with(&workload::begin(server));
        let (name, secret) = workload::sign_in(server, "Astrid");
        let mut household = Self {
            program,
            kept: Vec::new(),
            bicycle: String::new(),
            photo: String::new(),
            cookie: format!("{name}={secret}"),
        };
        let id = household.add("Damcykel").expect("the disk is well");
        let path = format!("/api/v1/items/{id}/photos");
        household.bicycle = id;
        let photo = household.send_photo(&path, 1);
        assert!(photo.status.is_success(), "{photo}");
        let photo = &photo.json()["attachments"][0]["id"];
        photo.as_str().unwrap().clone_into(&mut household.photo);
        household.await_search();
        household
    }

    /// Adds a thing; its id, or the refusal, which is one in words.
    fn add(&mut self, name: &str) -> Result<String, Box<Reply>> {
        let reply = self
            .program
            .json("POST", "/api/v1/items", &json!({"name": name}));
        if reply.status == 201 {
            self.kept.push(name.to_owned());
            return Ok(reply.json()["id"].as_str().unwrap().to_owned());
        }
        Err(Box::new(reply))
    }

    fn send_photo(&self, path: &str, orientation: u8) -> Reply {
        let photo = fixtures::photo(orientation);
        self.program.upload(path, &[Part::File("bild.jpg", &photo)])
    }

    /// Everything that is written is refused with a sentence.
    fn assert_refused(&mut self, server: &Server, why: &str) {
        let refused = self.add(why).expect_err(why);
        assert_unavailable(&refused);
        let photos = format!("/api/v1/items/{}/photos", self.bicycle);
        assert_unavailable(&self.send_photo(&photos, 3));
        let fields = [("name", "Astrid"), ("password", workload::PASSWORD)];
        let page = server.anonymous().post("/sign-in", &fields);
        assert_eq!(page.status, 503, "{page}");
        assert!(
            page.text().contains("<main"),
            "a page with a sentence: {page}"
        );
    }

    /// Pages, lists and pictures are there.
    fn assert_readable(&self, server: &Server) {
        let browser = server.anonymous();
        let headers = [("cookie", self.cookie.as_str())];
        for path in ["/", "/items", "/history", "/bin"] {
            let page = browser.send("GET", path, &headers, Vec::new());
            assert_eq!(page.status, 200, "{path} {page}");
        }
        assert!(found(&self.program, "Damcykel"));
        let photo = format!("/api/v1/photos/{}/content", self.photo);
        for size in ["", "?size=small", "?size=large"] {
            let picture = self.program.get(&format!("{photo}{size}"));
            assert_eq!(picture.status, 200, "{size}");
            assert!(picture.body.starts_with(&[0xFF, 0xD8]), "{size}");
        }
    }

    /// The server is as if nothing had happened, and soon finds everything.
    fn assert_well(&mut self, server: &Server, name: &str) {
        let item = self
            .add(name)
            .unwrap_or_else(|reply| panic!("{name}: {reply}"));
        let photo = self.send_photo(&format!("/api/v1/items/{item}/photos"), 5);
        assert_eq!(photo.status, 201, "{photo}");
        workload::sign_in(server, "Astrid");
        self.await_search();
    }

    fn await_search(&self) {
        let began = Instant::now();
        for name in &self.kept {
            while !found(&self.program, name) {
                assert!(began.elapsed() < PATIENCE, "{name} is not found");
                thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

fn found(client: &Client, name: &str) -> bool {
    let query = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>();
    let list = client.get(&format!("/api/v1/items?q={query}"));
    assert_eq!(list.status, 200, "{list}");
    let items = list.json()["items"].as_array().cloned().unwrap();
    items.iter().any(|item| item["name"] == name)
}

fn assert_unavailable(reply: &Reply) {
    assert_eq!(reply.status, 503, "{reply}");
    let problem = reply.json();
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|detail| detail.len() > 20),
        "{reply}"
    );
}

/// Everything that was taken is there, and the archive is whole.
fn assert_kept(folder: &Path, kept: &[String]) {
    let app = whole::open(folder);
    let rows = app.store.read().unwrap();
    History::of(&rows);
    whole::assert_files(&app, &rows, folder);
    let names = whole::names(&rows);
    for name in kept {
        assert!(names.contains(name), "{name} was taken, and is lost");
    }
    whole::assert_search(&app, &rows);
}

#[test]
fn a_disk_that_fails_for_a_while_costs_nothing_that_was_taken() {
    let room = tempfile::tempdir().unwrap();
    let data = room.path().join("data");
    fs::create_dir(&data).unwrap();
    let (library, orders) = (
        preload::build("faults.c", room.path()),
        room.path().join("orders"),
    );
    let variables: [(&str, &OsStr); 3] = [
        ("LD_PRELOAD", library.as_os_str()),
        ("FAULTS_ROOT", data.as_os_str()),
        ("FAULTS_FILE", orders.as_os_str()),
    ];
    let server = Server::open(&data, &variables);
    let mut household = Household::settle(&server);
    // Error numbers of Linux: 30 read-only, 28 full, 5 broken.
    for order in ["30 wsn", "28 w", "5 w", "5 s", "28 wn", "5 wsn"] {
        for round in ["once", "again"] {
            let name = format!("{order} {round}");
            fs::write(&orders, order).unwrap();
            household.assert_refused(&server, &format!("refused {name}"));
            household.assert_readable(&server);
            fs::remove_file(&orders).unwrap();
            household.assert_well(&server, &format!("taken {name}"));
        }
    }
    drop(server);
    assert_kept(&data, &household.kept);
}

#[test]
fn a_full_disk_refuses_in_words_until_there_is_room() {
    let mount = Mount::new("size=48m");
    let server = Server::open(mount.path(), &[]);
    let mut household = Household::settle(&server);
    let filler = mount.path().join("somebody-elses-film");
    for round in ["once", "again"] {
        // To the last byte, as a film that is copied does.
        let megabyte = vec![7; 1 << 20];
        let mut film = fs::File::create(&filler).unwrap();
        while std::io::Write::write_all(&mut film, &megabyte).is_ok() {}
        drop(film);
        household.assert_refused(&server, &format!("refused {round}"));
        household.assert_readable(&server);
        fs::remove_file(&filler).unwrap();
        household.assert_well(&server, &format!("taken {round}"));
    }
    drop(server);
    assert_kept(mount.path(), &household.kept);
}

/// A small disk in memory.
struct Mount {
    folder: tempfile::TempDir,
}

impl Mount {
    fn new(options: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path())
            .status();
        assert!(
            mounted.is_ok_and(|status| status.success()),
            "this test mounts a small disk, for which it must run as root, in a container with CAP_SYS_ADMIN"
        );
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let path: PathBuf = self.folder.path().to_owned();
        // A server that a failed test left may still hold it.
        let _ = Command::new("umount").arg("--lazy").arg(path).status();
    }
}

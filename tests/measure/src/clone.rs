//! A clean clone: from nothing but the sources to the first page, and through all tests.

use std::{
    env, fs,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::{
    Bench,
    load::run,
    picture::{path, tool},
    table::{Row, short},
    wire::{Connection, request},
};

/// Measures what the README's first commands take, up to the first page.
pub fn first_page(bench: &mut Bench) {
    let clone = Clone::make(bench, "clone");
    let readme = fs::read_to_string(clone.folder.join("README.md")).expect("there is one");
    let command = readme
        .lines()
        .find(|line| line.starts_with("cargo run --release -- demo"));
    let command = command.expect("the README says how it begins");
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
    let address = port.expect("a port is free").to_string();
    let started = Instant::now();
    let mut running = clone.start(
        &["sh", "-c", command],
        &[("SMARTINVENTORY_LISTEN", &address)],
    );
    while !answers(&address) {
        assert!(
            running.try_wait().expect("it is a child").is_none(),
            "{command}: it has ended"
        );
        thread::sleep(Duration::from_millis(200));
    }
    let minutes = started.elapsed().as_secs_f64() / 60.0;
    end(running);
    let row = Row::new(
        "clean clone to first page, nothing downloaded before",
        "",
        format!("{} min", short(minutes)),
    );
    bench.tell(row.most("min", minutes, 10.0));
}

/// Measures all tests.
pub fn all_tests(bench: &mut Bench) {
    let clone = Clone::make(bench, "clone-tests");
    let started = Instant::now();
    let status = clone
        .start(&["tests/run"], &[])
        .wait()
        .expect("it is a child");
    let minutes = started.elapsed().as_secs_f64() / 60.0;
    assert!(status.success(), "tests/run: {status}");
    let row = Row::new(
        "clean clone through tests/run, nothing downloaded before",
        "",
        format!("{} min", short(minutes)),
    );
    bench.tell(row.most("min", minutes, 35.0));
}

fn answers(address: &str) -> bool {
    let sign_in = request("GET", "/sign-in", &[], &[]);
    run(async {
        let mut connection = Connection::open(address).await?;
        connection.receive(&sign_in).await
    })
    .is_ok_and(|status| status == 200)
}

fn end(mut running: Child) {
    kill_process_group(Pid::from_child(&running), Signal::TERM).expect("it runs");
    running.wait().expect("it is a child");
}

/// A clone with caches of its own, all of them empty.
struct Clone {
    folder: PathBuf,
    caches: PathBuf,
}

impl Clone {
    fn make(bench: &Bench, name: &str) -> Self {
        let room = bench.room.join(name);
        let (folder, caches) = (room.join("smartinventory"), room.join("caches"));
        fs::create_dir_all(caches.join("cargo")).expect("there is room");
        tool(
            "git",
            &[
                "clone",
                "--quiet",
                "--no-hardlinks",
                path(&bench.project),
                path(&folder),
            ],
        );
        // Where crates come from is a setting of the machine, not a cache.
        let home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")));
        if let Some(settings) = home
            .map(|home| home.join("config.toml"))
            .filter(|file| file.is_file())
        {
            fs::copy(settings, caches.join("cargo/config.toml")).expect("there is room");
        }
        Self { folder, caches }
    }

    /// Starts a command in it, as the head of a group of its own.
    fn start(&self, command: &[&str], variables: &[(&str, &str)]) -> Child {
        Command::new(command[0])
            .args(&command[1..])
            .current_dir(&self.folder)
            .env_remove("CARGO_TARGET_DIR")
            .env("CARGO_HOME", self.caches.join("cargo"))
            .env("XDG_CACHE_HOME", self.caches.join("xdg"))
            .env("npm_config_cache", self.caches.join("npm"))
            .envs(variables.iter().copied())
            .stdout(Stdio::from(std::io::stderr()))
            .process_group(0)
            .spawn()
            .expect("it starts")
    }
}

//! Photos: how long their sizes take beside `vipsthumbnail`, and how much memory four at once.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    Bench,
    household::Served,
    picture::{self, path, tool},
    process::Process,
    server::client::{Part, Program},
    table::{Row, Sample, milliseconds, short},
};

/// The sizes that are kept, and their quality.
const SIZES: [&str; 2] = ["1600x1600", "400x400"];
const SAVED: &str = "[Q=82,strip]";

/// Measures pictures that are drawn here, and real ones where there are any.
pub fn measure(bench: &mut Bench) {
    let room = bench.room.join("pictures");
    fs::create_dir_all(&room).expect("there is room");
    let [jpeg, heic] = picture::large(&room);
    let mut pictures = vec![
        ("JPEG, 12 megapixels", jpeg.clone()),
        ("HEIC, 12 megapixels", heic.clone()),
    ];
    pictures.extend(real().into_iter().map(|file| ("a real photo", file)));
    let served = bench.household(bench.sizes[0]).serve();
    for (name, file) in &pictures {
        let rounds = if bench.quick { 3 } else { 7 };
        let work = format!("{name}, to all sizes: worker alone");
        bench.tell(alone(&bench.program, file, &room, rounds, &work));
        let uploaded = uploaded(&served, file, rounds);
        let work = format!("{name}: upload until the sizes are there");
        bench.tell(Row::new(
            work,
            called(file),
            format!("median {} ms", short(uploaded.median())),
        ));
    }
    for (name, file) in [("JPEG", jpeg), ("HEIC", heic)] {
        bench.tell(at_once(&served, &file, name));
    }
    served.server.stop();
}

/// The samples in the folder that the variable names: phones' own photos, the first few.
fn real() -> Vec<PathBuf> {
    let Some(folder) = env::var_os("SMARTINVENTORY_SAMPLES") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("the samples are there")
            .flatten()
        {
            let path = entry.path();
            let ending = path
                .extension()
                .and_then(|ending| ending.to_str())
                .map(str::to_lowercase);
            let size = entry.metadata().map_or(0, |about| about.len());
            if path.is_dir() {
                folders.push(path);
            } else if matches!(ending.as_deref(), Some("jpg" | "jpeg" | "heic")) && size > 1_000_000
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found.truncate(6);
    found
}

/// The worker as a process of its own beside `vipsthumbnail`, in turns.
fn alone(program: &Path, file: &Path, room: &Path, rounds: usize, work: &str) -> Row {
    let me = Process(std::process::id());
    let (mut ours, mut theirs) = (Sample::default(), Sample::default());
    let (mut our_cpu, mut their_cpu) = (Duration::ZERO, Duration::ZERO);
    let mut peak = 0.0_f64;
    for _ in 0..rounds {
        let cpu = me.cpu_of_children();
        let started = Instant::now();
        peak = peak.max(worker(program, file, room));
        ours.add(started.elapsed());
        our_cpu += me.cpu_of_children().saturating_sub(cpu);
        let cpu = me.cpu_of_children();
        let started = Instant::now();
        thumbnails(file, room);
        theirs.add(started.elapsed());
        their_cpu += me.cpu_of_children().saturating_sub(cpu);
    }
    let processor = our_cpu.as_secs_f64() / their_cpu.as_secs_f64();
    let share = ours.median() / theirs.median();
    let seen = format!(
        "median {} ms, {} × vipsthumbnail, {} ms; processor {} × its; peak {} MB",
        short(ours.median()),
        short(share),
        short(theirs.median()),
        short(processor),
        short(peak)
    );
    Row::new(work, called(file), seen).most("× vipsthumbnail", share, 0.7)
}

/// Lets the program's worker make the sizes of a picture; the most memory that it was seen to hold, in MB.
fn worker(program: &Path, file: &Path, room: &Path) -> f64 {
    let desk = room.join("desk");
    fs::create_dir_all(&desk).expect("there is room");
    let is_jpeg = fs::read(file)
        .expect("it is there")
        .starts_with(&[0xFF, 0xD8]);
    let kind = if is_jpeg { "jpeg" } else { "heic" };
    let limits =
        r#"{"bytes":100000000,"pixels":200000000,"memory":1073741824,"seconds":30,"text":1048576}"#;
    let job = format!(r#"{{"kind":"{kind}","task":{{"Show":0}},"limits":{limits}}}"#);
    let mut worker = Command::new(program)
        .args(["media-worker", &job])
        .env_clear()
        .env("MALLOC_ARENA_MAX", "1")
        .current_dir(&desk)
        .stdin(Stdio::from(File::open(file).expect("it is there")))
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let process = Process(worker.id());
    let mut peak = 0.0_f64;
    while worker.try_wait().expect("it is a child").is_none() {
        peak = process.peak().map_or(peak, |now| peak.max(now));
        thread::sleep(Duration::from_millis(1));
    }
    let ended = worker.wait_with_output().expect("it has ended");
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(
        ended.status.success() && said.contains("\"Ok\""),
        "{}: {said}",
        file.display()
    );
    for size in ["large.jpg", "small.jpg"] {
        fs::remove_file(desk.join(size)).expect("the worker left it");
    }
    peak
}

fn thumbnails(file: &Path, room: &Path) {
    for size in SIZES {
        let made = room.join(format!("{size}.jpg"));
        let saved = format!("{}{SAVED}", path(&made));
        tool("vipsthumbnail", &[path(file), "-s", size, "-o", &saved]);
        fs::remove_file(made).expect("vipsthumbnail left it");
    }
}

/// The whole way: sent, kept, and each of its sizes fetched.
fn uploaded(served: &Served, file: &Path, rounds: usize) -> Sample {
    let picture = fs::read(file).expect("it is there");
    let path = photos_of_a_thing(&served.program);
    let mut took = Sample::default();
    for round in 0..rounds {
        let number = u32::try_from(round).expect("few");
        let sent = picture::another(&picture, number);
        let started = Instant::now();
        upload(served, &path, &sent);
        took.add(started.elapsed());
    }
    took
}

fn photos_of_a_thing(program: &Program) -> String {
    let reply = program.json(
        "POST",
        "/api/v1/items",
        &serde_json::json!({"name": "Fotoalbum"}),
    );
    assert_eq!(reply.status, 201, "{reply}");
    format!("{}/photos", reply.header("location"))
}

fn upload(served: &Served, path: &str, picture: &[u8]) {
    let reply = served.program.upload(path, &[Part::File("bild", picture)]);
    assert_eq!(reply.status, 201, "{reply}");
    let id = reply.json()["attachments"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    for size in ["small", "large"] {
        let shown = served.owner.get(&format!("/photos/{id}/{size}"));
        assert_eq!(shown.status, 200, "{shown}");
    }
}

/// Four uploads at once: what the server and its workers hold together at most, and what they hold afterwards.
fn at_once(served: &Served, file: &Path, name: &str) -> Row {
    let picture = fs::read(file).expect("it is there");
    let path = photos_of_a_thing(&served.program);
    let before = served.process().memory_of_all();
    let watch = served.process().watch();
    let started = Instant::now();
    thread::scope(|scope| {
        for number in 100..104 {
            let (picture, path) = (&picture, &path);
            scope.spawn(move || upload(served, path, &picture::another(picture, number)));
        }
    });
    let took = milliseconds(started.elapsed());
    let peak = watch.peak();
    thread::sleep(Duration::from_secs(5));
    let after = served.process().memory_of_all();
    let seen = format!(
        "{} MB before, {} MB at most, {} MB after 5 s; {} ms for all",
        short(before),
        short(peak),
        short(after),
        short(took)
    );
    Row::new(
        format!("four {name}s at once: memory of server and workers"),
        called(file),
        seen,
    )
    .most("peak MB", peak, 150.0)
    .most("MB kept", after - before, 10.0)
}

fn called(file: &Path) -> String {
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let bytes = fs::metadata(file).map_or(0, |about| about.len());
    format!("{name}, {:.1} MB", bytes as f64 / 1e6)
}

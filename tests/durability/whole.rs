//! Whether an archive is whole: its rows, its history, its files, its search, and what it keeps from whom.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::Arc,
};

use smartinventory::{
    access::{Viewer, session},
    app::App,
    clock::Clock,
    config::Settings,
    domain::{
        attachment::Attachment,
        bequest::Bequest,
        blob::BlobHash,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household,
        incident::Incident,
        item::Item,
        job::Job,
        lang::Lang,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::{Person, Role},
        place::Place,
        plan::Plan,
        policy::Policy,
        query::ItemQuery,
        receipt::Receipt,
        report::Report,
        round::Round,
        saved_search::SavedSearch,
        sighting::Sighting,
        tag::Tag,
        warranty::Warranty,
    },
    store::{Change, Key, Noun, Reader, Record, Revision, Row, Rows},
};

/// What has happened in an archive.
pub struct History {
    changes: Vec<Change>,
    versions: BTreeMap<(Key, u64), String>,
}

/// Opens the archive of a folder as the program does.
///
/// # Panics
/// When it does not open.
pub fn open(folder: &Path) -> Arc<App> {
    let settings = Settings {
        data: folder.to_owned(),
        ..Settings::default()
    };
    let program = env!("CARGO_BIN_EXE_smartinventory").into();
    App::open(settings, Clock::system(), program).expect("the folder opens")
}

impl History {
    /// The history of an archive, held to being whole: every change from the first on, and of each the versions that
    /// it made, but for what has been purged since.
    pub fn of(rows: &Reader) -> Self {
        let newest = rows.newest_change().unwrap();
        let changes = rows.changes_after(0, usize::MAX).unwrap();
        let numbers: Vec<_> = changes.iter().map(|change| change.number).collect();
        assert_eq!(numbers, (1..=newest).collect::<Vec<_>>(), "the log");
        let mut made: BTreeMap<Key, Vec<u64>> = BTreeMap::new();
        for change in &changes {
            for touch in &change.touched {
                let versions = made.entry(touch.key).or_default();
                let before = touch.before.map(Revision::get);
                assert_eq!(before, versions.last().copied(), "before {touch:?}");
                if touch.purged {
                    versions.clear();
                } else {
                    versions.push(change.number);
                }
            }
        }
        let mut versions = BTreeMap::new();
        for (key, numbers) in made {
            let state = rows.state(key).unwrap();
            let present = state.map(|(revision, _)| revision.get());
            assert_eq!(present, numbers.last().copied(), "now {key:?}");
            for number in numbers {
                let version = version(rows, key, Revision::new(number));
                let version = version.unwrap_or_else(|| panic!("{key:?} of {number} is lost"));
                versions.insert((key, number), version);
            }
        }
        for key in keys(rows) {
            assert!(
                versions.keys().any(|(known, _)| *known == key),
                "{key:?} is in no change"
            );
        }
        Self { changes, versions }
    }

    /// The number of the newest change.
    pub fn newest(&self) -> u64 {
        self.changes.last().map_or(0, |change| change.number)
    }

    /// Holds this to being the beginning of another history.
    pub fn assert_begins(&self, whole: &Self) {
        let known = whole.changes.get(..self.changes.len());
        assert_eq!(Some(self.changes.as_slice()), known, "another log");
        for (key, version) in &self.versions {
            if let Some(known) = whole.versions.get(key) {
                assert_eq!(version, known, "another {key:?}");
            }
        }
    }
}

/// Holds every file that a row names to being there byte for byte, and every picture made of one to being whole.
pub fn assert_files(app: &App, rows: &Reader, folder: &Path) {
    each::<Attachment>(rows, |row| {
        let bytes = fs::read(app.media.blobs().path(row.blob));
        let bytes = bytes.unwrap_or_else(|error| panic!("{} has no file: {error}", row.file_name));
        assert_eq!(BlobHash::of(&bytes), row.blob, "{}", row.file_name);
        assert_eq!(bytes.len() as u64, row.size, "{}", row.file_name);
    });
    each::<Report>(rows, |row| {
        let number = row.number;
        for file in row.files.iter().chain([&row.content]) {
            let bytes = fs::read(app.media.blobs().path(*file));
            let bytes =
                bytes.unwrap_or_else(|error| panic!("report {number} lacks {file}: {error}"));
            assert_eq!(BlobHash::of(&bytes), *file, "of report {number}");
        }
        let content = app.content_of(&row).unwrap();
        assert!(!content.entries.is_empty(), "report {number} says nothing");
    });
    for path in files_beneath(&folder.join("derived")) {
        if path.extension().is_some_and(|ending| ending == "jpg") {
            let bytes = fs::read(&path).unwrap();
            let whole = bytes.starts_with(&[0xFF, 0xD8])
                && bytes.ends_with(&[0xFF, 0xD9])
                && !bytes
                    .windows(400)
                    .any(|run| run.iter().all(|byte| *byte == 0));
            assert!(whole, "{} is torn", path.display());
        }
    }
}

/// Holds search to finding what the store has, everything by its name, and nothing for whom it is not.
pub fn assert_search(app: &Arc<App>, rows: &Reader) {
    let mut people = Vec::new();
    each::<Person>(rows, |row| people.push(row.body));
    let mut items = Vec::new();
    each::<Item>(rows, |row| items.push(row));
    items.retain(|item| {
        item.binned.is_none()
            && item.archived.is_none()
            && !item.is_template()
            && !item.is_nameless()
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let stop = tokio_util::sync::CancellationToken::new();
        let running = app.start(&stop).unwrap();
        for person in people {
            let is_guest = person.role == Role::Guest;
            let viewer = Viewer::of(person);
            let mut seen = BTreeSet::new();
            for item in &items {
                if viewer.sees(rows, item).unwrap() {
                    seen.insert(item.id);
                }
                let owners = &item.details.owners;
                let is_hidden = item.details.private
                    && !owners.iter().any(|share| share.person == viewer.person());
                assert!(
                    !(is_hidden || is_guest) || !seen.contains(&item.id),
                    "{} is shown to {}",
                    item.details.name,
                    viewer.name()
                );
            }
            let all = ItemQuery::default();
            let listed = app.list_ids(&viewer, &all, Lang::Sv).await.unwrap();
            let listed: BTreeSet<_> = listed.into_iter().collect();
            assert_eq!(listed, seen, "the list of {}", viewer.name());
            for item in items.iter().filter(|item| seen.contains(&item.id)) {
                let name = &item.details.name;
                let query = ItemQuery::default().with_text(name);
                let found = app.list_ids(&viewer, &query, Lang::Sv).await.unwrap();
                assert!(found.contains(&item.id), "{name} is not found");
            }
        }
        stop.cancel();
        running.join_all().await;
    });
}

/// Holds a cookie's secret to still signing somebody in.
pub fn assert_signed_in(app: &App, rows: &Reader, secret: &str) {
    let viewer = session::viewer(&app.store, rows, secret).unwrap();
    assert!(viewer.is_some(), "somebody was signed out");
}

/// The names of all things.
pub fn names(rows: &Reader) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    each::<Item>(rows, |row| {
        names.insert(row.body.details.name);
    });
    names
}

fn keys(rows: &Reader) -> Vec<Key> {
    let mut keys = Vec::new();
    each::<Household>(rows, |row| keys.push(Key::of(row.body.id())));
    each::<Person>(rows, |row| keys.push(Key::of(row.id)));
    each::<Place>(rows, |row| keys.push(Key::of(row.id)));
    each::<Item>(rows, |row| keys.push(Key::of(row.id)));
    each::<Attachment>(rows, |row| keys.push(Key::of(row.id)));
    each::<Tag>(rows, |row| keys.push(Key::of(row.id)));
    each::<Category>(rows, |row| keys.push(Key::of(row.id)));
    each::<SavedSearch>(rows, |row| keys.push(Key::of(row.id)));
    each::<Receipt>(rows, |row| keys.push(Key::of(row.id)));
    each::<Warranty>(rows, |row| keys.push(Key::of(row.id)));
    each::<Claim>(rows, |row| keys.push(Key::of(row.id)));
    each::<Plan>(rows, |row| keys.push(Key::of(row.id)));
    each::<Job>(rows, |row| keys.push(Key::of(row.id)));
    each::<Loan>(rows, |row| keys.push(Key::of(row.id)));
    each::<Memory>(rows, |row| keys.push(Key::of(row.id)));
    each::<Bequest>(rows, |row| keys.push(Key::of(row.id)));
    each::<Incident>(rows, |row| keys.push(Key::of(row.id)));
    each::<Loss>(rows, |row| keys.push(Key::of(row.id)));
    each::<Policy>(rows, |row| keys.push(Key::of(row.id)));
    each::<Round>(rows, |row| keys.push(Key::of(row.id)));
    each::<Sighting>(rows, |row| keys.push(Key::of(row.id)));
    each::<Division>(rows, |row| keys.push(Key::of(row.id)));
    each::<Report>(rows, |row| keys.push(Key::of(row.id)));
    keys
}

fn each<T: Record>(rows: &Reader, mut see: impl FnMut(Row<T>)) {
    rows.each(None, |row| {
        see(row);
        Ok(true)
    })
    .unwrap();
}

/// A version in words, to be compared.
fn version(rows: &Reader, key: Key, revision: Revision) -> Option<String> {
    fn told<T: Record + std::fmt::Debug>(
        rows: &Reader,
        key: Key,
        revision: Revision,
    ) -> Option<String> {
        let row = rows.version::<T>(key.id()?, revision).unwrap()?;
        Some(format!("{row:?}"))
    }
    match key.noun {
        Noun::Household => told::<Household>(rows, key, revision),
        Noun::Person => told::<Person>(rows, key, revision),
        Noun::Place => told::<Place>(rows, key, revision),
        Noun::Item => told::<Item>(rows, key, revision),
        Noun::Attachment => told::<Attachment>(rows, key, revision),
        Noun::Tag => told::<Tag>(rows, key, revision),
        Noun::Category => told::<Category>(rows, key, revision),
        Noun::SavedSearch => told::<SavedSearch>(rows, key, revision),
        Noun::Receipt => told::<Receipt>(rows, key, revision),
        Noun::Warranty => told::<Warranty>(rows, key, revision),
        Noun::Claim => told::<Claim>(rows, key, revision),
        Noun::Plan => told::<Plan>(rows, key, revision),
        Noun::Job => told::<Job>(rows, key, revision),
        Noun::Loan => told::<Loan>(rows, key, revision),
        Noun::Memory => told::<Memory>(rows, key, revision),
        Noun::Bequest => told::<Bequest>(rows, key, revision),
        Noun::Incident => told::<Incident>(rows, key, revision),
        Noun::Loss => told::<Loss>(rows, key, revision),
        Noun::Policy => told::<Policy>(rows, key, revision),
        Noun::Round => told::<Round>(rows, key, revision),
        Noun::Sighting => told::<Sighting>(rows, key, revision),
        Noun::Division => told::<Division>(rows, key, revision),
        Noun::Report => told::<Report>(rows, key, revision),
    }
}

/// Every file beneath a folder, which need not be there.
pub fn files_beneath(folder: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_beneath(&path));
        } else {
            files.push(path);
        }
    }
    files
}

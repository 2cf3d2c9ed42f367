//! Years: the folder of each format that was ever released opens for ever, and one from the future is left alone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use redb::ReadableDatabase;

use smartinventory::{
    access::session::{self, Attempt},
    app::App,
    domain::{
        attachment::{Attachment, Bearer},
        bequest::Bequest,
        claim::{Against, Claim, Outcome},
        division::Division,
        incident::{Incident, IncidentKind},
        item::{Departure, Item},
        job::Job,
        loan::Loan,
        loss::{Fate, Loss, Settlement},
        memory::Memory,
        person::Person,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::{Report, ReportKind},
        rhythm::Rhythm,
        round::Round,
        rules::Purpose,
        sighting::{Finding, Sighting},
        warranty::{Term, Warranty},
    },
    store::{FORMAT_VERSION, Reader, Row, Rows, Secrets},
};

use crate::{
    server::Server,
    whole::{self, History},
    workload::{self, Witness},
};

/// The format whose folder the ignored test below writes.
const THIS: u64 = FORMAT_VERSION;

struct Nobody;

impl Witness for Nobody {
    fn done(&mut self, _: &crate::server::client::Client) {}
    fn signed_in(&mut self, _: &str) {}
}

#[test]
fn a_folder_of_format_1_opens() {
    let room = tempfile::tempdir().unwrap();
    let folder = unpack(1, room.path());
    assert_opens(&folder, &["kvitto.txt", "cykel.jpg"]);
    assert_eq!(
        format(&folder),
        THIS,
        "from now on it may hold what the older program does not know"
    );
}

#[test]
fn a_folder_of_format_2_opens() {
    let room = tempfile::tempdir().unwrap();
    let folder = unpack(2, room.path());
    let app = assert_opens(&folder, &["kvitto.txt", "slip.jpg", "cykel.jpg"]);
    let rows = app.store.read().unwrap();
    let receipts: Vec<Row<Receipt>> = rows.all().unwrap();
    assert_eq!(receipts.len(), 1);
    let details = &receipts[0].details;
    assert_eq!(
        (details.shop.as_str(), details.purposes.as_slice()),
        ("Sybutiken", [Purpose::Complaint].as_slice())
    );
    let sewing = rows.get(details.items()[0]).unwrap();
    assert_eq!(sewing.details.name, "Symaskin");
}

#[test]
fn a_folder_of_format_3_opens() {
    let room = tempfile::tempdir().unwrap();
    let folder = unpack(3, room.path());
    let files = [
        "kvitto.txt",
        "slip.jpg",
        "arbetsorder.txt",
        "oljad.jpg",
        "cykel.jpg",
    ];
    let app = assert_opens(&folder, &files);
    let rows = app.store.read().unwrap();
    assert_was_promised(&rows);
    assert_was_kept_up(&rows);
}

#[test]
fn a_folder_of_format_4_opens() {
    let room = tempfile::tempdir().unwrap();
    assert_opens_with_incident(&unpack(4, room.path()));
}

#[test]
fn a_folder_of_format_5_opens() {
    let room = tempfile::tempdir().unwrap();
    let app = assert_opens_with_incident(&unpack(5, room.path()));
    assert_was_divided_and_looked_over(&app.store.read().unwrap());
}

/// Holds a folder to all that a day was like before anything was divided.
fn assert_opens_with_incident(folder: &Path) -> Arc<App> {
    let files = [
        "kvitto.txt",
        "slip.jpg",
        "arbetsorder.txt",
        "oljad.jpg",
        "berättat.txt",
        "fönster.jpg",
        "cykel.jpg",
    ];
    let app = assert_opens(folder, &files);
    let rows = app.store.read().unwrap();
    assert_was_promised(&rows);
    assert_was_kept_up(&rows);
    assert_was_told(&rows);
    assert_was_broken_into(&rows);
    assert_was_insured(&app, &rows);
    app
}

/// Holds an archive to the guarantee of its day, and to what was claimed by it.
fn assert_was_promised(rows: &Reader) {
    let warranties: Vec<Row<Warranty>> = rows.all().unwrap();
    let claims: Vec<Row<Claim>> = rows.all().unwrap();
    let ([warranty], [claim]) = (warranties.as_slice(), claims.as_slice()) else {
        panic!("{warranties:?} {claims:?}");
    };
    let details = &warranty.details;
    assert_eq!(details.provider, "Sybutiken");
    assert_eq!(details.term, Term::For("P10Y".parse().unwrap()));
    let receipt = rows.get(details.proof.unwrap()).unwrap();
    assert_eq!(receipt.details.shop, "Sybutiken");
    assert_eq!(claim.item, warranty.item);
    assert_eq!(claim.details.against, Against::Warranty(warranty.id));
    let ended = claim.details.ended.unwrap();
    assert_eq!(
        (ended.how, ended.on.to_string().as_str()),
        (Outcome::Repaired, "2024-06-20")
    );
}

/// Holds an archive to what was planned and done on its day, and to what was lent.
fn assert_was_kept_up(rows: &Reader) {
    let plans: Vec<Row<Plan>> = rows.all().unwrap();
    let jobs: Vec<Row<Job>> = rows.all().unwrap();
    let loans: Vec<Row<Loan>> = rows.all().unwrap();
    let ([plan], [job], [loan]) = (plans.as_slice(), jobs.as_slice(), loans.as_slice()) else {
        panic!("{plans:?} {jobs:?} {loans:?}");
    };
    assert_eq!(job.details.plan, Some(plan.id));
    assert_eq!(job.details.by, "Astrid");
    assert_eq!(
        plan.details.rhythm,
        Rhythm::AfterDone("P6M".parse().unwrap())
    );
    assert!(!loan.details.is_out());
    let sewing = rows.get(loan.item).unwrap();
    assert_eq!(sewing.details.name, "Symaskin");
}

/// Holds an archive to the story of its day, and to whom a thing was meant for.
fn assert_was_told(rows: &Reader) {
    let memories: Vec<Row<Memory>> = rows.all().unwrap();
    let bequests: Vec<Row<Bequest>> = rows.all().unwrap();
    let ([memory], [bequest]) = (memories.as_slice(), bequests.as_slice()) else {
        panic!("{memories:?} {bequests:?}");
    };
    assert_eq!(memory.details.title, "Brudklänningen");
    assert_eq!(bequest.details.to, "Nils");
    assert!(bequest.details.open);
}

/// Holds an archive to the burglary of its day: what it took and what it damaged.
fn assert_was_broken_into(rows: &Reader) {
    let incidents: Vec<Row<Incident>> = rows.all().unwrap();
    let losses: Vec<Row<Loss>> = rows.all().unwrap();
    let ([burglary], [gone, damaged]) = (incidents.as_slice(), losses.as_slice()) else {
        panic!("{incidents:?} {losses:?}");
    };
    let details = &burglary.details;
    assert_eq!(details.kind, IncidentKind::Burglary);
    assert_eq!(details.from, Some("2024-09-01T18:30".parse().unwrap()));
    assert_eq!(details.police.number, "5000-K1-24");
    assert_eq!(details.insurance.insurer, "Bolaget");
    assert_eq!(details.contacts[0].with, "Polisen");
    assert_eq!(gone.details.incident, burglary.id);
    assert_eq!(gone.details.fate, Fate::Gone);
    let settled = gone.details.settled.as_ref().unwrap();
    assert_eq!(
        (settled.how, settled.on.to_string().as_str()),
        (Settlement::Paid, "2024-10-01")
    );
    let kayak = rows.get(gone.item).unwrap();
    assert_eq!(kayak.details.name, "Havskajak");
    let archived = kayak.archived.as_ref().unwrap();
    assert_eq!(archived.how, Departure::Stolen);
    assert_eq!(archived.on, Some("2024-09-01".parse().unwrap()));
    assert_eq!(damaged.details.fate, Fate::Damaged);
    let files: Vec<Row<Attachment>> = rows.all().unwrap();
    let window = files.iter().find(|file| file.file_name == "fönster.jpg");
    assert_eq!(window.unwrap().of, Bearer::Incident(burglary.id));
}

/// Holds an archive to the policy of its day, and to what was claimed from it, word for word.
fn assert_was_insured(app: &App, rows: &Reader) {
    let policies: Vec<Row<Policy>> = rows.all().unwrap();
    let reports: Vec<Row<Report>> = rows.all().unwrap();
    let ([policy], [report]) = (policies.as_slice(), reports.as_slice()) else {
        panic!("{policies:?} {reports:?}");
    };
    assert_eq!(policy.details.insurer, "Bolaget");
    assert_eq!(report.number, 1);
    assert_eq!(report.details.kind, ReportKind::InsuranceClaim);
    let content = app.content_of(report).unwrap();
    let names: Vec<_> = content.entries.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Havskajak", "Symaskin"]);
    let shown: Vec<_> = content.papers.iter().map(|it| it.exhibit.blob).collect();
    assert_eq!(shown, report.files);
    assert_eq!(shown.len(), 1, "the receipt of the sewing machine");
    assert!(content.deductible.is_some());
}

/// Holds an archive to the division of its day, the round that was walked, and the link that was made.
fn assert_was_divided_and_looked_over(rows: &Reader) {
    let divisions: Vec<Row<Division>> = rows.all().unwrap();
    let rounds: Vec<Row<Round>> = rows.all().unwrap();
    let sightings: Vec<Row<Sighting>> = rows.all().unwrap();
    let ([division], [round], [seen]) = (
        divisions.as_slice(),
        rounds.as_slice(),
        sightings.as_slice(),
    ) else {
        panic!("{divisions:?} {rounds:?} {sightings:?}");
    };
    assert_eq!(division.details.name, "Hemmet");
    assert_eq!(division.lots[0].item, seen.item);
    assert_eq!(division.lots[0].to, Some(0));
    assert_eq!(round.details.name, "Årets runda");
    assert!(round.ended.is_some());
    assert_eq!(seen.details.round, round.id);
    assert_eq!(seen.details.finding, Finding::Seen);
    let shares = rows.all_shares().unwrap();
    assert_eq!(shares.len(), 1);
    assert_eq!(shares[0].1.label, "Eva");
}

/// Holds a folder to having in it what its day was like, and these files.
fn assert_opens(folder: &Path, expected: &[&str]) -> Arc<App> {
    let app = whole::open(folder);
    let rows = app.store.read().unwrap();
    let history = History::of(&rows);
    assert!(history.newest() > 30, "{} changes", history.newest());
    let people: Vec<_> = rows.all().unwrap();
    let people: Vec<_> = people
        .iter()
        .map(|row: &Row<Person>| row.name.as_str())
        .collect();
    assert_eq!(people, ["Astrid", "Nisse", "Gäst"]);
    let items: Vec<Row<Item>> = rows.all().unwrap();
    let names: Vec<_> = items.iter().map(|row| row.details.name.as_str()).collect();
    assert_eq!(names, ["Havskajak", "Symaskin", "Herrcykel"]);
    let kayak = &items[0];
    assert_eq!(kayak.details.maker, "Point 65");
    let before = rows.versions(kayak.id).unwrap();
    let before: Vec<_> = before.iter().map(|row| row.details.name.as_str()).collect();
    assert!(before.contains(&"Turkajak"), "{before:?}");
    let files: Vec<Row<Attachment>> = rows.all().unwrap();
    let files: Vec<_> = files.iter().map(|row| row.file_name.as_str()).collect();
    assert_eq!(files, expected);
    whole::assert_files(&app, &rows, folder);
    whole::assert_search(&app, &rows);
    let attempt = Attempt {
        name: "Astrid",
        password: workload::PASSWORD,
        stay: false,
        device: "",
    };
    assert!(session::sign_in(&app.store, &attempt).is_ok());
    drop(rows);
    app
}

/// The format that a folder says it has.
fn format(folder: &Path) -> u64 {
    let counters = redb::TableDefinition::<&str, u64>::new("counters");
    let database = redb::Database::open(folder.join("archive.redb")).unwrap();
    let table = database.begin_read().unwrap().open_table(counters).unwrap();
    table.get("format").unwrap().unwrap().value()
}

#[test]
fn a_folder_from_the_future_is_refused_in_words_and_left_as_it_is() {
    let room = tempfile::tempdir().unwrap();
    let folder = unpack(THIS, room.path());
    let archive = folder.join("archive.redb");
    let counters = redb::TableDefinition::<&str, u64>::new("counters");
    let database = redb::Database::open(&archive).unwrap();
    let transaction = database.begin_write().unwrap();
    let mut table = transaction.open_table(counters).unwrap();
    table.insert("format", THIS + 1).unwrap();
    drop(table);
    transaction.commit().unwrap();
    drop(database);
    let before = fs::read(&archive).unwrap();
    let names = whole::files_beneath(&folder);
    let refused = Command::new(env!("CARGO_BIN_EXE_smartinventory"))
        .env_clear()
        .args(["--listen", "127.0.0.1:0", "serve", "--data"])
        .arg(&folder)
        .output()
        .unwrap();
    let sentence = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{sentence}");
    assert!(
        sentence.contains("newer version of Smartinventory"),
        "{sentence}"
    );
    assert!(
        fs::read(&archive).unwrap() == before,
        "the archive was touched"
    );
    assert_eq!(
        whole::files_beneath(&folder),
        names,
        "the folder was touched"
    );
}

/// Writes the folder of this format, before the format is released or after it has changed: `docs/format.md` says when.
#[test]
#[ignore = "writes what is committed"]
fn write_the_folder_of_this_format() {
    let room = tempfile::tempdir().unwrap();
    let data = room.path().join("data");
    fs::create_dir(&data).unwrap();
    let server = Server::open(&data, &[]);
    let token = workload::begin(&server);
    workload::morning(&server, &server.program_with(&token), &mut Nobody);
    workload::evening(&server.program_with(&token), &mut Nobody);
    server.stop();
    let mut database = redb::Database::open(data.join("archive.redb")).unwrap();
    while database.compact().unwrap() {}
    drop(database);
    let fixture = fixture(THIS);
    fs::create_dir(&fixture).expect("the folder of this format is there already");
    let packed = Command::new("gzip")
        .args(["--best", "--no-name", "--stdout"])
        .arg(data.join("archive.redb"))
        .output()
        .unwrap();
    assert!(packed.status.success());
    fs::write(fixture.join("archive.redb.gz"), packed.stdout).unwrap();
    copy(&data.join("blobs"), &fixture.join("blobs"));
}

fn fixture(format: u64) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fixtures.join(format!("folder-{format}"))
}

/// A copy of the folder of a format.
fn unpack(format: u64, room: &Path) -> PathBuf {
    let folder = room.join("data");
    let fixture = fixture(format);
    copy(&fixture.join("blobs"), &folder.join("blobs"));
    let unpacked = Command::new("gzip")
        .args(["--decompress", "--stdout"])
        .arg(fixture.join("archive.redb.gz"))
        .stdout(Stdio::from(
            fs::File::create(folder.join("archive.redb")).unwrap(),
        ))
        .status()
        .unwrap();
    assert!(unpacked.success());
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in whole::files_beneath(from) {
        let to = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&path, to).unwrap();
    }
}

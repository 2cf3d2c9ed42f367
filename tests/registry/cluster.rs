//! Debian's `PostgreSQL` on a folder and a port of its own: one for all tests, or one that a test may kill.

use std::{
    fs::{self, File},
    io::Write,
    net::TcpListener,
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, getuid, kill_process};
use tokio_postgres::{Client, NoTls};

/// Where Debian has it, which an ordinary shell does not look into.
const PROGRAMS: &str = "/usr/lib/postgresql/15/bin";

const PASSWORD: &str = "sesam";

/// How long a server may take to start, and to end: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Ends the server when whoever started it has gone, by whatever way, and takes its folder along; unless it is told to
/// keep that.
const KEEPER: &str = r#"
"$@" &
read -r word
if [ "$word" = keep ]; then
    wait
else
    kill -QUIT "$(head -n 1 "$FOLDER/data/postmaster.pid")"
    wait
    rm -r "$FOLDER"
fi
"#;

/// A server.
pub struct Cluster {
    folder: PathBuf,
    port: u16,
    keeper: Option<Child>,
    certificate: String,
}

impl Cluster {
    /// The one that all tests share. It ends after the last of them.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    /// One of one's own.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("registry-")
            .tempdir()
            .unwrap()
            .keep();
        let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let certificate = pair.cert.pem();
        fs::write(folder.join("password"), PASSWORD).unwrap();
        fs::write(folder.join("cert.pem"), &certificate).unwrap();
        fs::write(folder.join("key.pem"), pair.signing_key.serialize_pem()).unwrap();
        fs::set_permissions(folder.join("key.pem"), fs::Permissions::from_mode(0o600)).unwrap();
        if let Some((user, group)) = owner() {
            for path in ["", "password", "cert.pem", "key.pem"] {
                chown(folder.join(path), Some(user), Some(group)).unwrap();
            }
        }
        let made = command("initdb", &folder)
            .args([
                "--auth=scram-sha-256",
                "--username=postgres",
                "--encoding=UTF8",
                "--no-locale",
            ])
            .arg(format!("--pwfile={}", folder.join("password").display()))
            .arg("-D")
            .arg(folder.join("data"))
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut cluster = Self {
            folder,
            port,
            keeper: None,
            certificate,
        };
        cluster.revive();
        cluster
    }

    /// Starts it, or starts it again.
    pub fn revive(&mut self) {
        let said = File::create(self.folder.join("said")).unwrap();
        let mut server = command("postgres", &self.folder);
        server.arg("-D").arg(self.folder.join("data"));
        for setting in [
            format!("port={}", self.port),
            format!("unix_socket_directories={}", self.folder.display()),
            format!("ssl_cert_file={}", self.folder.join("cert.pem").display()),
            format!("ssl_key_file={}", self.folder.join("key.pem").display()),
            "ssl=on".to_owned(),
            "listen_addresses=127.0.0.1".to_owned(),
            "fsync=on".to_owned(),
            "max_connections=300".to_owned(),
        ] {
            server.arg("-c").arg(setting);
        }
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .arg(server.get_program())
            .args(server.get_args())
            .env("FOLDER", &self.folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(said.try_clone().unwrap())
            .stderr(said)
            .spawn()
            .unwrap();
        self.keeper = Some(keeper);
        let deadline = Instant::now() + PATIENCE;
        // The last line of the file is its state.
        while !self
            .pid_file()
            .is_some_and(|file| file.trim_end().ends_with("ready"))
        {
            let said = || fs::read_to_string(self.folder.join("said"));
            assert!(Instant::now() < deadline, "no server: {:?}", said());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Kills it as it stands, as when the power goes, and waits until nothing of it runs.
    pub fn kill(&mut self) {
        let file = self.pid_file().unwrap();
        let pid = file.lines().next().unwrap().parse().unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), Signal::KILL).unwrap();
        let mut keeper = self.keeper.take().unwrap();
        keeper.stdin.take().unwrap().write_all(b"keep\n").unwrap();
        keeper.wait().unwrap();
        let deadline = Instant::now() + PATIENCE;
        while self.runs() {
            assert!(Instant::now() < deadline, "it outlives its death");
            thread::sleep(Duration::from_millis(10));
        }
        // So that what is written of the next start is not mistaken for this one.
        fs::remove_file(self.folder.join("data/postmaster.pid")).unwrap();
    }

    /// The address of a new database, without encryption.
    pub async fn database(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("registry{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let create = format!("create database {name}");
        self.administrator()
            .await
            .batch_execute(&create)
            .await
            .unwrap();
        format!("{}/{name}?sslmode=disable", self.address("127.0.0.1"))
    }

    /// The same database, encrypted.
    pub fn encrypted(&self, database: &str) -> String {
        let path = database.rsplit('/').next().unwrap();
        let path = path.replace("sslmode=disable", "sslmode=require");
        format!("{}/{path}", self.address("localhost"))
    }

    /// What its certificate is, in PEM form.
    pub fn certificate(&self) -> &[u8] {
        self.certificate.as_bytes()
    }

    /// A connection of whoever may do everything.
    pub async fn administrator(&self) -> Client {
        let address = format!("{}/postgres?sslmode=disable", self.address("127.0.0.1"));
        let (client, connection) = tokio_postgres::connect(&address, NoTls).await.unwrap();
        tokio::spawn(connection);
        client
    }

    fn address(&self, host: &str) -> String {
        format!("postgres://postgres:{PASSWORD}@{host}:{}", self.port)
    }

    fn pid_file(&self) -> Option<String> {
        fs::read_to_string(self.folder.join("data/postmaster.pid")).ok()
    }

    /// Whether any process of it is there: they all work in its folder.
    fn runs(&self) -> bool {
        let data = self.folder.join("data");
        let mut processes = fs::read_dir("/proc").unwrap();
        processes.any(|process| {
            let place = fs::read_link(process.unwrap().path().join("cwd"));
            place.is_ok_and(|place| place == data)
        })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            let _ = keeper.wait();
        } else {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// One of its programs, run by somebody who is not root, for it refuses that.
fn command(program: &str, folder: &Path) -> Command {
    let there = Path::new(PROGRAMS).join(program);
    let program = if there.exists() {
        there
    } else {
        program.into()
    };
    let mut command = if owner().is_some() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder);
    command
}

/// Whose the folder is, where that is not whoever runs the tests.
fn owner() -> Option<(u32, u32)> {
    let number = |kind| {
        let output = Command::new("id").args([kind, "postgres"]).output();
        let output = String::from_utf8(output.unwrap().stdout).unwrap();
        output.trim().parse().unwrap()
    };
    getuid().is_root().then(|| (number("-u"), number("-g")))
}

//! A network of two machines, each a namespace of its own: one for the server, one for a stranger.

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, getuid, kill_process};
use tempfile::TempDir;

/// How long anything may take that should happen: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A machine: what runs on it has its network, and its `/run`.
pub struct Machine {
    /// Ends when the test does, whatever the test's end.
    holder: Program,
    is_ordinary: bool,
}

/// Two machines on one network.
pub struct Network {
    /// Where the server runs: 10.77.0.1 and `fd77::1`.
    pub home: Machine,
    /// Where a stranger is: 10.77.0.2 and `fd77::2`.
    pub stranger: Machine,
}

/// Something that runs, line by line.
pub struct Program {
    process: Child,
    lines: Receiver<String>,
    _input: Option<ChildStdin>,
}

impl Network {
    pub fn new() -> Self {
        let is_ordinary = !getuid().is_root();
        let mut first = Command::new("unshare");
        if is_ordinary {
            first.args(["--user", "--map-root-user"]);
        }
        let home = Machine::start(first, is_ordinary);
        let mut second = Command::new("unshare");
        if is_ordinary {
            // In the same user namespace, or no cable could be laid between the two.
            second = Command::new("nsenter");
            second.args(["--user", "--preserve-credentials", "--target"]);
            second.args([&home.id(), "unshare"]);
        }
        let stranger = Machine::start(second, is_ordinary);
        let cable = [
            "link", "add", "lan", "type", "veth", "peer", "name", "lan", "netns",
        ];
        home.run("ip", &[&cable[..], &[&stranger.id()]].concat());
        for (machine, number) in [(&home, 1), (&stranger, 2)] {
            machine.run(
                "ip",
                &["addr", "add", &format!("10.77.0.{number}/24"), "dev", "lan"],
            );
            let over_ipv6 = format!("fd77::{number}/64");
            machine.run("ip", &["addr", "add", &over_ipv6, "dev", "lan", "nodad"]);
            machine.run("ip", &["link", "set", "lan", "up"]);
        }
        Self { home, stranger }
    }
}

impl Machine {
    fn start(mut unshare: Command, is_ordinary: bool) -> Self {
        let script = "mount -t tmpfs tmpfs /run && ip link set lo up && echo up && exec cat";
        unshare.args(["--net", "--mount", "sh", "-c", script]);
        let mut holder = Program::start(unshare);
        holder.process.stderr.take();
        let up = holder.lines.recv_timeout(PATIENCE);
        assert_eq!(
            up.as_deref(),
            Ok("up"),
            "these tests need networks of their own: run them as root, or where an ordinary user may make namespaces"
        );
        Self {
            holder,
            is_ordinary,
        }
    }

    fn id(&self) -> String {
        self.holder.id().to_string()
    }

    /// A command to be run on this machine.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        if self.is_ordinary {
            command.args(["--user", "--preserve-credentials"]);
        }
        command.args(["--net", "--mount", "--target", &self.id(), program]);
        command.env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/bus");
        command
    }

    /// Runs a command to its end, which must be a good one, and gives what it printed.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let output = self.command(program).args(arguments).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{program} {arguments:?}: {printed}{complaint}"
        );
        printed
    }

    /// Starts something that goes on.
    pub fn start_program(&self, program: &str, arguments: &[&str]) -> Program {
        let mut command = self.command(program);
        command.args(arguments);
        Program::start(command)
    }

    /// Starts the other implementation of multicast DNS, which is Debian's: so is its Python.
    pub fn neighbour(&self, arguments: &[&str]) -> Program {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/discovery/neighbour.py");
        let neighbour = self.start_program("/usr/bin/python3", &[&[script], arguments].concat());
        neighbour.wait_for("\"event\": \"");
        neighbour
    }

    /// Starts Avahi, and has the C library ask it for names, as on any desktop.
    pub fn with_avahi(&self) -> (Program, Program, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        // The daemon in a user namespace is somebody else.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let bus = folder.path().join("bus.conf");
        let allowed = r#"<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>"#;
        let rules = format!(
            "<busconfig><listen>unix:path=/run/bus</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\">{allowed}</policy></busconfig>"
        );
        fs::write(&bus, rules).unwrap();
        let names = folder.path().join("nsswitch.conf");
        fs::write(&names, "hosts: files mdns_minimal [NOTFOUND=return]\n").unwrap();
        self.run(
            "mount",
            &["--bind", names.to_str().unwrap(), "/etc/nsswitch.conf"],
        );
        self.run("mkdir", &["/run/avahi-daemon"]);
        let bus = format!("--config-file={}", bus.display());
        let bus = self.start_program("dbus-daemon", &[&bus, "--nofork", "--print-address"]);
        bus.wait_for("unix:path=/run/bus");
        let as_root = [
            "--no-drop-root",
            "--no-chroot",
            "--no-rlimits",
            "--no-proc-title",
        ];
        let avahi = self.start_program("avahi-daemon", &as_root);
        let deadline = Instant::now() + PATIENCE;
        while !self
            .command("avahi-browse")
            .args(["--all", "--terminate"])
            .output()
            .unwrap()
            .status
            .success()
        {
            assert!(Instant::now() < deadline, "avahi-daemon does not start");
            thread::sleep(Duration::from_millis(100));
        }
        (bus, avahi, folder)
    }
}

impl Program {
    fn start(mut command: Command) -> Self {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
        let (said, lines) = mpsc::channel();
        let output = BufReader::new(process.stdout.take().unwrap());
        let complaints = BufReader::new(process.stderr.take().unwrap());
        for pipe in [
            Box::new(output) as Box<dyn BufRead + Send>,
            Box::new(complaints),
        ] {
            let said = said.clone();
            // To the end, though nobody may be listening: a full pipe would hold the program up.
            thread::spawn(move || {
                for line in pipe.lines().map_while(Result::ok) {
                    let _ = said.send(line);
                }
            });
        }
        let input = process.stdin.take();
        Self {
            process,
            lines,
            _input: input,
        }
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The next line that holds these words.
    pub fn wait_for(&self, words: &str) -> String {
        self.wait_until(words, |line| line.contains(words).then(|| line.to_owned()))
    }

    /// What is found in the next line in which it is.
    pub fn wait_until<T>(&self, what: &str, find: impl Fn(&str) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        let mut before = String::new();
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => {
                    if let Some(found) = find(&line) {
                        return found;
                    }
                    before.push_str(&line);
                    before.push('\n');
                }
                Err(RecvTimeoutError::Timeout) => panic!("no {what} in time:\n{before}"),
                Err(RecvTimeoutError::Disconnected) => panic!("ended without {what}:\n{before}"),
            }
        }
    }

    /// Asks it to end, and holds it to ending well.
    pub fn stop(mut self) {
        kill_process(Pid::from_child(&self.process), Signal::TERM).unwrap();
        let status = self.process.wait().unwrap();
        assert!(status.success(), "{status}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Debian's mail servers, each on a folder and ports of its own: Exim, which is sent to, and Dovecot, which is asked.

use std::{
    fs::{self, File},
    net::TcpStream,
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, getuid, kill_process};
use smartinventory::notify::{
    secret::Secret,
    server::{Encryption, Login, Server},
};
use url::Host;

use crate::household::{Certified, ports};

/// Who has an account on both, and with which password.
pub const NAME: &str = "eva";
pub const PASSWORD: &str = "sesam \"öppna\" dig";

/// How long a server may take to start, and to end: more than it needs on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server of mail; it ends with the test.
pub struct MailServer {
    process: Child,
    pub house: Certified,
    ports: [u16; 2],
    log: PathBuf,
}

impl MailServer {
    /// Exim: takes mail without a login unencrypted, and with one encrypted. It knows nobody called `nobody`, and wants mail
    /// for `later` later.
    pub fn exim(house: Certified) -> Self {
        let ports = ports();
        let (user, group) = owner();
        for name in ["spool", "log", "mail"] {
            house.folder_of(name, Some((user, group)));
        }
        let folder = house.path().display().to_string();
        chown(house.path().join("key.pem"), Some(user), Some(group)).unwrap();
        let config = house.path().join("exim.conf");
        fs::write(&config, exim_config(&folder, ports)).unwrap();
        let mut command = Command::new("exim4");
        command.arg("-C").arg(&config).args(["-bdf", "-q1m"]);
        Self::start(command, house, ports)
    }

    /// Dovecot: an empty mailbox.
    pub fn dovecot(house: Certified) -> Self {
        Self::dovecot_with(house, "")
    }

    /// Dovecot, which says that it can do this much and no more.
    pub fn dovecot_offering(house: Certified, offers: &str) -> Self {
        Self::dovecot_with(house, &format!("imap_capability = {offers}\n"))
    }

    fn dovecot_with(house: Certified, settings: &str) -> Self {
        let ports = ports();
        let (user, group) = owner();
        for name in ["run", "state"] {
            house.folder_of(name, None);
        }
        house.folder_of("mail", Some((user, group)));
        let folder = house.path().display().to_string();
        let config = house.path().join("dovecot.conf");
        let usual = dovecot_config(&folder, ports, (user, group));
        fs::write(&config, usual + settings).unwrap();
        fs::write(
            house.path().join("users"),
            format!("{NAME}:{{PLAIN}}{PASSWORD}::::::\n"),
        )
        .unwrap();
        let mut command = Command::new("dovecot");
        command.arg("-F").arg("-c").arg(&config);
        Self::start(command, house, ports)
    }

    fn start(mut command: Command, house: Certified, ports: [u16; 2]) -> Self {
        let log = house.path().join("said");
        let said = File::create(&log).unwrap();
        let process = command
            .stdin(Stdio::null())
            .stdout(said.try_clone().unwrap())
            .stderr(said)
            .spawn()
            .unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
        let server = Self {
            process,
            house,
            ports,
            log,
        };
        let deadline = Instant::now() + PATIENCE;
        for port in server.ports {
            while TcpStream::connect(("127.0.0.1", port)).is_err() {
                assert!(Instant::now() < deadline, "no server:\n{}", server.log());
                thread::sleep(Duration::from_millis(20));
            }
        }
        server
    }

    /// What it has said so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// How it is reached in this way by who has an account.
    pub fn reached(&self, encryption: Encryption) -> Server {
        let [plain, encrypted] = self.ports;
        Server {
            host: Host::Domain("localhost".to_owned()),
            port: if encryption == Encryption::Tls {
                encrypted
            } else {
                plain
            },
            encryption,
            login: Some(Login {
                name: NAME.to_owned(),
                password: Secret::new(PASSWORD),
            }),
            trust: Some(self.house.trust()),
        }
    }

    /// The same without a login.
    pub fn reached_by_nobody(&self, encryption: Encryption) -> Server {
        Server {
            login: None,
            ..self.reached(encryption)
        }
    }

    /// The mail that lies in the folder, as it came.
    pub fn delivered(&self) -> Vec<Vec<u8>> {
        let Ok(new) = fs::read_dir(self.house.path().join("mail/new")) else {
            return Vec::new();
        };
        new.map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    }

    /// Waits for mail to lie in the folder.
    pub fn wait_for_mail(&self, count: usize) -> Vec<Vec<u8>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mail = self.delivered();
            if mail.len() >= count {
                return mail;
            }
            let log = fs::read_to_string(self.house.path().join("log/mainlog"));
            assert!(
                Instant::now() < deadline,
                "{} mails: {}{log:?}",
                mail.len(),
                self.log()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // So that it takes its children along; it may have ended.
        let _ = kill_process(Pid::from_child(&self.process), Signal::TERM);
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if !matches!(self.process.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Whose the mail is: of a user of the system, for neither server works with mail as root, nor without being root.
fn owner() -> (u32, u32) {
    assert!(
        getuid().is_root(),
        "Exim and Dovecot are started as root: run these tests as root"
    );
    let number = |kind| {
        let output = Command::new("id").args([kind, "Debian-exim"]).output();
        let output = String::from_utf8(output.unwrap().stdout).unwrap();
        output.trim().parse().unwrap()
    };
    (number("-u"), number("-g"))
}

/// Lays a mail into a folder, as a server does that has taken it.
pub fn lay(folder: &Path, name: &str, mail: &[u8]) {
    let new = folder.join("mail/new");
    for part in ["new", "cur", "tmp"] {
        fs::create_dir_all(folder.join("mail").join(part)).unwrap();
    }
    fs::write(new.join(name), mail).unwrap();
    let (user, group) = owner();
    for part in ["mail/new", "mail/cur", "mail/tmp"] {
        chown(folder.join(part), Some(user), Some(group)).unwrap();
    }
    chown(new.join(name), Some(user), Some(group)).unwrap();
}

fn exim_config(folder: &str, [plain, encrypted]: [u16; 2]) -> String {
    let password = PASSWORD.replace('"', "\\\"");
    format!(
        "primary_hostname = mail.hemma.example
spool_directory = {folder}/spool
log_file_path = {folder}/log/%slog
pid_file_path = {folder}/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {plain} : {encrypted}
tls_on_connect_ports = {encrypted}
tls_advertise_hosts = *
tls_certificate = {folder}/cert.pem
tls_privatekey = {folder}/key.pem
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
acl_smtp_rcpt = rcpt
acl_smtp_data = accept
deliver_drop_privilege = true
keep_environment =
rfc1413_query_timeout = 0s
begin acl
rcpt:
  deny    local_parts = nobody
          message = nobody of this name
  defer   local_parts = later
          message = come back later
  accept  authenticated = *
  accept  condition = ${{if eq{{$tls_in_cipher}}{{}}}}
  deny    message = log in first
begin routers
all:
  driver = accept
  transport = folder
begin transports
folder:
  driver = appendfile
  maildir_format
  directory = {folder}/mail
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \"${{if and{{{{eq{{$auth2}}{{{NAME}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}\"
  server_set_id = $auth2
"
    )
}

fn dovecot_config(folder: &str, [plain, encrypted]: [u16; 2], (user, group): (u32, u32)) -> String {
    format!(
        "base_dir = {folder}/run
state_dir = {folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {encrypted}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"
    )
}

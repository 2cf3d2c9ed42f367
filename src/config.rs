//! Settings, parsed once at the start: flags over environment over `smartinventory.toml` over defaults.

use std::{
    env,
    fs::{self, DirBuilder},
    net::{Ipv6Addr, SocketAddr},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The name of the file in the data folder, or in the folder the program is started in.
pub const FILE: &str = "smartinventory.toml";

/// What can be set. Each field is a flag (`--max-upload`), a variable (`SMARTINVENTORY_MAX_UPLOAD`) and a key in the
/// file (`max_upload`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The folder that holds everything.
    pub data: PathBuf,
    /// The address that the pages are served on.
    pub listen: SocketAddr,
    /// Whether the household is announced on the home network, as `smartinventory.local`.
    pub discovery: bool,
    /// The largest file taken, in bytes.
    pub max_upload: u64,
    /// The largest picture taken, in pixels.
    pub max_pixels: u64,
    /// How much memory one picture or PDF may take while it is read, in bytes.
    pub max_media_memory: u64,
    /// How much processor time one picture or PDF may take to read, in seconds.
    pub max_media_seconds: u64,
    /// The folder that has the networks which read pictures of receipts; without them everything else works.
    pub models: Option<PathBuf>,
    /// The folder that a scanner puts papers into: each becomes a receipt, and is moved aside.
    pub consume: Option<PathBuf>,
    /// The server of the mailbox whose mails become receipts, as `imap.example.org` or with a port behind a colon.
    pub imap_server: Option<String>,
    /// How the way to it is encrypted.
    pub imap_encryption: Encryption,
    /// The name that the mailbox is opened with.
    pub imap_user: Option<String>,
    /// The file that has its password, on one line.
    pub imap_password_file: Option<PathBuf>,
    /// The folder of the mailbox: every unread mail in it is taken.
    pub imap_folder: String,
    /// How often it is looked into, in minutes.
    pub imap_minutes: u64,
    /// The address that the household's pages have for its people, such as `https://hem.example.org`: where links in
    /// messages lead.
    pub address: Option<String>,
    /// The server that mails go out by, as `smtp.example.org` or with a port behind a colon.
    pub smtp_server: Option<String>,
    /// How the way to it is encrypted.
    pub smtp_encryption: Encryption,
    /// The name that it knows this household by; none where it asks for none.
    pub smtp_user: Option<String>,
    /// The file that has its password, on one line.
    pub smtp_password_file: Option<PathBuf>,
    /// The mail address that mails come from.
    pub smtp_from: Option<String>,
    /// Networks that messages may go to though they lie on this machine or belong to a cloud's inside, as `127.0.0.1/32`,
    /// with commas between them.
    pub notify_networks: Option<String>,
}

/// How the way to a mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// From the first byte.
    #[default]
    Tls,
    /// From a command on.
    StartTls,
    /// Not at all, which is for a server on this machine alone.
    None,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: PathBuf::from("smartinventory-data"),
            listen: SocketAddr::from((Ipv6Addr::UNSPECIFIED, 8480)),
            discovery: true,
            max_upload: 100_000_000,
            max_pixels: 200_000_000,
            max_media_memory: 1024 * 1024 * 1024,
            max_media_seconds: 30,
            models: None,
            consume: None,
            imap_server: None,
            imap_encryption: Encryption::default(),
            imap_user: None,
            imap_password_file: None,
            imap_folder: "INBOX".to_owned(),
            imap_minutes: 5,
            address: None,
            smtp_server: None,
            smtp_encryption: Encryption::default(),
            smtp_user: None,
            smtp_password_file: None,
            smtp_from: None,
            notify_networks: None,
        }
    }
}

/// What the flags say: only those that were given.
#[derive(Clone, Debug, Default, Serialize, clap::Args)]
pub struct Flags {
    /// The folder that holds everything; made when it is missing [default: smartinventory-data]
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// The address that the pages are served on [default: port 8480 of every address]
    #[arg(long, global = true, value_name = "ADDR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// Whether to be found on the home network, as smartinventory.local [default: true]
    #[arg(long, global = true, value_name = "BOOL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discovery: Option<bool>,
    /// The largest file taken, in bytes [default: 100000000]
    #[arg(long, global = true, value_name = "BYTES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_upload: Option<u64>,
    /// The largest picture taken, in pixels [default: 200000000]
    #[arg(long, global = true, value_name = "PIXELS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_pixels: Option<u64>,
    /// How much memory one picture or PDF may take while it is read, in bytes [default: 1073741824]
    #[arg(long, global = true, value_name = "BYTES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_media_memory: Option<u64>,
    /// How much processor time one picture or PDF may take to read, in seconds [default: 30]
    #[arg(long, global = true, value_name = "SECONDS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_media_seconds: Option<u64>,
    /// The folder that has the networks which read pictures of receipts (packaging/models.sh fills one)
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub models: Option<PathBuf>,
    /// The folder that a scanner puts papers into: each becomes a receipt, and is moved into its `consumed`
    #[arg(long, global = true, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consume: Option<PathBuf>,
    /// The server of the mailbox whose mails become receipts, such as imap.example.org or imap.example.org:1993
    #[arg(long, global = true, value_name = "HOST")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_server: Option<String>,
    /// How the way to it is encrypted [default: tls]
    #[arg(long, global = true, value_name = "HOW")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_encryption: Option<Encryption>,
    /// The name that the mailbox is opened with
    #[arg(long, global = true, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_user: Option<String>,
    /// The file that has its password; else it is in the variable `SMARTINVENTORY_IMAP_PASSWORD`
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_password_file: Option<PathBuf>,
    /// The folder of the mailbox: every unread mail in it is taken, and marked as read [default: INBOX]
    #[arg(long, global = true, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_folder: Option<String>,
    /// How often it is looked into, in minutes [default: 5]
    #[arg(long, global = true, value_name = "MINUTES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imap_minutes: Option<u64>,
    /// The address that the pages have for the household's people: where links in messages lead
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The server that mails go out by, such as smtp.example.org or smtp.example.org:2587
    #[arg(long, global = true, value_name = "HOST")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_server: Option<String>,
    /// How the way to it is encrypted [default: tls]
    #[arg(long, global = true, value_name = "HOW")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_encryption: Option<Encryption>,
    /// The name that it knows this household by
    #[arg(long, global = true, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_user: Option<String>,
    /// The file that has its password; else it is in the variable `SMARTINVENTORY_SMTP_PASSWORD`
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_password_file: Option<PathBuf>,
    /// The mail address that mails come from
    #[arg(long, global = true, value_name = "ADDRESS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_from: Option<String>,
    /// Networks that messages may go to though they are this machine's or a cloud's own, such as 127.0.0.1/32
    #[arg(long, global = true, value_name = "NETWORKS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_networks: Option<String>,
}

impl Settings {
    /// Reads the settings: the file in the folder that the program is started in, then the one in the data folder.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence that names the key and where it was set.
    pub fn read(flags: &Flags) -> Result<Self> {
        Self::read_from(flags, Path::new(""))
    }

    fn read_from(flags: &Flags, folder: &Path) -> Result<Self> {
        let under = |file: Option<PathBuf>| {
            let mut figment = Figment::from(Serialized::defaults(Self::default()));
            for file in [Some(folder.join(FILE)), file]
                .into_iter()
                .flatten()
                .filter(|file| file.exists())
            {
                figment = figment.merge(Toml::file_exact(file));
            }
            figment
                .merge(Env::prefixed("SMARTINVENTORY_").ignore(&[
                    "log",
                    "samples",
                    "imap_password",
                    "registry_address",
                    "registry_database",
                    "registry_proxies",
                    "smtp_password",
                ]))
                .merge(Serialized::globals(flags))
        };
        let data: PathBuf = under(None)
            .extract_inner("data")
            .map_err(|cause| refused(&cause))?;
        let settings: Self = under(Some(data.join(FILE)))
            .extract()
            .map_err(|cause| refused(&cause))?;
        // A file in the data folder that names another data folder would make two of them.
        Ok(Self { data, ..settings })
    }

    /// The password of the mailbox: out of its file, else of the variable `SMARTINVENTORY_IMAP_PASSWORD`. It is no setting like
    /// the others, so that it stands in no list of processes and in no message about a setting.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when there is none, or the file cannot be read.
    pub fn imap_password(&self) -> Result<String> {
        password("imap", self.imap_password_file.as_deref())
    }

    /// The password of the server that mails go out by, likewise: out of its file, else of the variable
    /// `SMARTINVENTORY_SMTP_PASSWORD`.
    ///
    /// # Errors
    /// As [`Self::imap_password`].
    pub fn smtp_password(&self) -> Result<String> {
        password("smtp", self.smtp_password_file.as_deref())
    }

    /// Makes the data folder where there is none, for the eyes of its user alone.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when it cannot be made.
    pub fn make_folder(&self) -> Result<()> {
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.data);
        made.map_err(|cause| {
            Error::Unavailable(format!(
                "cannot make the folder {}: {cause}",
                self.data.display()
            ))
        })
    }
}

fn password(of: &str, file: Option<&Path>) -> Result<String> {
    let variable = format!("SMARTINVENTORY_{}_PASSWORD", of.to_uppercase());
    let password = match file {
        Some(file) => fs::read_to_string(file).map_err(|cause| {
            Error::Unavailable(format!("cannot read {}: {cause}", file.display()))
        })?,
        None => env::var(&variable).unwrap_or_default(),
    };
    let password = password.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Error::Unavailable(format!(
            "{of}_server is set, and its password is neither in {of}_password_file nor in {variable}"
        )));
    }
    Ok(password.to_owned())
}

fn refused(cause: &figment::Error) -> Error {
    Error::Unavailable(format!("a setting cannot be taken: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(toml: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), toml).unwrap();
        folder
    }

    #[test]
    fn flags_win_over_the_file_over_the_defaults() {
        let folder = folder("max_upload = 5\nmax_pixels = 6");
        let flags = Flags {
            max_pixels: Some(7),
            ..Flags::default()
        };
        let settings = Settings::read_from(&flags, folder.path()).unwrap();
        assert_eq!(settings.max_upload, 5);
        assert_eq!(settings.max_pixels, 7);
        assert_eq!(settings.listen, Settings::default().listen);
    }

    #[test]
    fn the_file_in_the_data_folder_counts() {
        let data = folder("max_upload = 9\n");
        let flags = Flags {
            data: Some(data.path().to_owned()),
            ..Flags::default()
        };
        let elsewhere = tempfile::tempdir().unwrap();
        let settings = Settings::read_from(&flags, elsewhere.path()).unwrap();
        assert_eq!(settings.max_upload, 9);
    }

    #[test]
    fn a_password_is_the_line_in_its_file_and_has_to_be_there() {
        let folder = folder("imap_encryption = \"starttls\"\n");
        let settings = Settings::read_from(&Flags::default(), folder.path()).unwrap();
        assert_eq!(settings.imap_encryption, Encryption::StartTls);
        let file = folder.path().join("password");
        let settings = Settings {
            imap_password_file: Some(file.clone()),
            ..settings
        };
        assert!(matches!(
            settings.imap_password(),
            Err(Error::Unavailable(_))
        ));
        for (line, password) in [
            ("sesam\n", Some("sesam")),
            (" å 1\r\n", Some(" å 1")),
            ("\n", None),
        ] {
            fs::write(&file, line).unwrap();
            assert_eq!(settings.imap_password().ok().as_deref(), password);
        }
    }

    #[test]
    fn a_misspelt_setting_is_refused_by_name() {
        let folder = folder("max_uplaod = 5");
        let Err(Error::Unavailable(sentence)) =
            Settings::read_from(&Flags::default(), folder.path())
        else {
            panic!("took a misspelt setting");
        };
        assert!(sentence.contains("max_uplaod"), "{sentence}");
    }
}

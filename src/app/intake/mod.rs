//! What comes into the register by itself, and how that goes.

mod aside;
mod consume;
mod folder;
mod letter;
mod mail;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::App;
use crate::{
    config::Settings,
    error::{Error, Result},
    notify::failure::Cause,
};

/// A way in, as its page tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// When it was last looked into; not since the server began, if none.
    pub looked: Option<Timestamp>,
    /// How many receipts have come by it since the server began.
    pub taken: u64,
    /// What stands in the way.
    pub trouble: Option<Trouble>,
    /// How many files lie aside that could not be kept; of mails, how many since the server began were left in their
    /// mailbox, or a part of them.
    pub refused: u64,
}

/// What stands in the way, until it no longer does. The log has the sentences, the pages those of their language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The folder is not there: perhaps the share is not mounted.
    #[error("the folder is not there")]
    Missing,
    /// The folder may not be read or written.
    #[error("the folder may not be read or written")]
    Denied,
    /// The folder does something else than it should; what the system says.
    #[error("{0}")]
    Broken(String),
    /// The mailbox cannot be looked into.
    #[error("{0}")]
    Mail(Cause),
    /// The archive cannot keep anything now.
    #[error("the archive cannot keep anything now")]
    Archive,
}

impl Trouble {
    /// The key of the sentence that tells it.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        match self {
            Self::Missing => "intake-trouble-missing",
            Self::Denied => "intake-trouble-denied",
            Self::Broken(_) => "intake-trouble-broken",
            Self::Mail(cause) => match cause {
                Cause::Barred => "intake-trouble-barred",
                Cause::Name => "intake-trouble-name",
                Cause::Connection => "intake-trouble-connection",
                Cause::Slow => "intake-trouble-slow",
                Cause::Certificate(_) => "intake-trouble-certificate",
                Cause::Unencrypted => "intake-trouble-unencrypted",
                Cause::Login => "intake-trouble-login",
                Cause::Answer(_) => "intake-trouble-answer",
                Cause::Nonsense | Cause::Unsendable(_) => "intake-trouble-nonsense",
                Cause::Folder(_) => "intake-trouble-folder",
            },
            Self::Archive => "intake-trouble-archive",
        }
    }

    /// The word that the API uses.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.text().trim_start_matches("intake-trouble-")
    }

    /// What somebody else said about it, in their words.
    #[must_use]
    pub fn said(&self) -> Option<&str> {
        match self {
            Self::Broken(said)
            | Self::Mail(Cause::Certificate(said) | Cause::Answer(said) | Cause::Folder(said)) => {
                Some(said)
            }
            Self::Missing | Self::Denied | Self::Mail(_) | Self::Archive => None,
        }
    }
}

impl From<&std::io::Error> for Trouble {
    fn from(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::Denied
            }
            _ => Self::Broken(error.to_string()),
        }
    }
}

/// How a way in does, told by its follower and read by its page.
#[derive(Debug, Default)]
pub(super) struct Board(Mutex<Way>);

impl Board {
    fn note(&self, change: impl FnOnce(&mut Way)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn read(&self) -> Way {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Refuses settings that would lose something: a folder whose files are taken away must not be the archive's own.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence.
fn check(settings: &Settings) -> Result<()> {
    let Some(consume) = &settings.consume else {
        return Ok(());
    };
    // A folder that is not there yet is none of the archive's, which are.
    let Ok(consume) = consume.canonicalize() else {
        return Ok(());
    };
    let data = settings.data.canonicalize().map_err(Error::internal)?;
    let own = ["blobs", "derived", "index"].map(|name| data.join(name));
    if consume == data || own.iter().any(|own| consume.starts_with(own)) {
        return Err(Error::Unavailable(
            "a setting cannot be taken: files are taken away from `consume`, and it is a folder of the archive's own"
                .into(),
        ));
    }
    Ok(())
}

impl App {
    /// The folder that papers are taken from, if there is one, and how that goes.
    pub fn consumed(&self) -> Option<(PathBuf, Way)> {
        let folder = self.settings.consume.clone()?;
        Some((folder, self.consuming.read()))
    }

    /// The mailbox that mail is taken from, if there is one, as a person knows it, and how that goes.
    pub fn mailed(&self) -> Option<(String, Way)> {
        let settings = &self.settings;
        let server = settings.imap_server.as_deref()?;
        let user = settings.imap_user.as_deref().unwrap_or_default();
        let mailbox = format!("{user} · {server} · {}", settings.imap_folder);
        Some((mailbox, self.mailing.read()))
    }

    /// Starts what takes in papers, as far as the settings say.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for settings that cannot be taken.
    pub(super) fn take_in(
        self: &Arc<Self>,
        running: &mut JoinSet<()>,
        stop: &CancellationToken,
    ) -> Result<()> {
        check(&self.settings)?;
        if let Some(post) = mail::Post::of(&self.settings)? {
            running.spawn(mail::follow(Arc::clone(self), post, stop.clone()));
        }
        if let Some(folder) = self.settings.consume.clone() {
            running.spawn(consume::follow(Arc::clone(self), folder, stop.clone()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_s_own_folders_are_not_emptied() {
        let data = tempfile::tempdir().unwrap();
        let with = |consume: &std::path::Path| Settings {
            data: data.path().to_owned(),
            consume: Some(consume.to_owned()),
            ..Settings::default()
        };
        let inner = data.path().join("blobs/ab");
        let beside = data.path().join("scans");
        for folder in [&inner, &beside] {
            std::fs::create_dir_all(folder).unwrap();
        }
        for own in [data.path(), &data.path().join("scans/.."), &inner] {
            assert!(
                matches!(check(&with(own)), Err(Error::Unavailable(_))),
                "{}",
                own.display()
            );
        }
        check(&with(&beside)).unwrap();
        check(&with(&data.path().join("not yet"))).unwrap();
    }
}

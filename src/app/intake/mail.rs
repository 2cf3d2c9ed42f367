//! The follower of a mailbox: what is unread in its folder becomes receipts, each mail once.
//!
//! A mail is kept, in one transaction with the hash that it is known by, and then marked as read. Whatever ends the program
//! in between, the mail comes again and is known. A mail is taken apart in this process: what its parser may be let loose on
//! is bounded before (`Mail::read`), it is safe Rust, and its panic ends one mail. What is attached is looked into by a worker.

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use super::{
    Trouble,
    letter::{self, Paper},
};
use crate::{
    actions::{attachments::NewAttachment, receipts},
    app::{
        App,
        mail_server::{self, Ports, refused},
    },
    config::Settings,
    domain::attachment::AttachmentKind,
    error::{Error, Result},
    notify::{
        failure::Failure,
        guard::Guard,
        mailbox::{Extent, Limits, Mail, Mailbox, Origin, Session, Taken},
        secret::Secret,
        server::Login,
        trust::Trust,
        wire::Dialer,
    },
};

/// How long a mailbox is left alone whose server does not let this program in.
const REFUSED: Duration = Duration::from_hours(1);

/// Where mail is fetched (RFC 8314).
const USUAL: Ports = Ports {
    tls: 993,
    starttls: 143,
    none: 143,
};

/// A mailbox that is looked into now and then.
pub(super) struct Post {
    mailbox: Mailbox,
    dialer: Dialer,
    every: Duration,
    /// Mails on which a look came to an end: they wait until all others are taken.
    awkward: Vec<Origin>,
}

/// How far a look into the mailbox has come.
enum Round {
    /// All that waited is taken.
    Done,
    /// There may be more.
    More,
}

/// Why a look into the mailbox came to an end before.
enum Stopped {
    /// The server, or the way there.
    Server(Failure),
    /// The archive keeps nothing now.
    Archive(Error),
}

impl Post {
    /// The mailbox that the settings name, if they do.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for settings that do not go together.
    pub(super) fn of(settings: &Settings) -> Result<Option<Self>> {
        let Some(server) = &settings.imap_server else {
            return Ok(None);
        };
        let name = settings.imap_user.clone();
        let name = name.ok_or_else(|| refused("imap_server needs imap_user"))?;
        let password = Secret::new(settings.imap_password()?);
        let login = Some(Login { name, password });
        let encryption = settings.imap_encryption;
        let server = mail_server::read("imap_server", server, encryption, &USUAL, login)?;
        let trust = Trust::of_this_machine().map_err(Error::internal)?;
        Ok(Some(Self {
            mailbox: Mailbox {
                server,
                folder: settings.imap_folder.clone(),
                taken: Taken::Read,
                limits: Limits::default(),
            },
            dialer: Dialer::new(Guard::for_owners(Vec::new()), trust),
            every: Duration::from_mins(settings.imap_minutes.max(1)),
            awkward: Vec::new(),
        }))
    }

    /// How long to wait after a look.
    fn pause(&self, round: &Result<Round, Stopped>) -> Duration {
        match round {
            Ok(Round::Done) | Err(Stopped::Archive(_)) => self.every,
            Ok(Round::More) => Duration::ZERO,
            Err(Stopped::Server(Failure::Refused(_))) => self.every.max(REFUSED),
            Err(Stopped::Server(Failure::Later { wait, .. })) => {
                self.every.max(wait.unwrap_or_default())
            }
        }
    }
}

/// Looks into the mailbox until told to stop.
pub(super) async fn follow(app: Arc<App>, mut post: Post, stop: CancellationToken) {
    loop {
        // Until there is a household, there is nobody whose papers they would be.
        let pause = if app.is_unclaimed() {
            Duration::from_secs(2)
        } else {
            let round = tokio::select! {
                () = stop.cancelled() => break,
                round = look(&app, &mut post) => round,
            };
            tell(&app, &round);
            post.pause(&round)
        };
        tokio::select! {
            () = stop.cancelled() => break,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn tell(app: &App, round: &Result<Round, Stopped>) {
    let trouble = match round {
        Ok(_) => None,
        Err(Stopped::Server(failure)) => Some(Trouble::Mail(failure.cause().clone())),
        Err(Stopped::Archive(error)) => {
            tracing::warn!(%error, "a mail was not taken in; trying on");
            Some(Trouble::Archive)
        }
    };
    let now = app.store.clock().now();
    app.mailing.note(|way| {
        if way.trouble != trouble {
            if let Some(trouble) = &trouble {
                tracing::warn!(%trouble, "mail cannot be taken in; trying on");
            } else {
                tracing::info!("mail is taken in");
            }
        }
        way.looked = Some(now);
        way.trouble = trouble;
    });
}

/// Takes in what waits.
async fn look(app: &Arc<App>, post: &mut Post) -> Result<Round, Stopped> {
    let session = post.mailbox.open(&post.dialer).await;
    let mut session = session.map_err(Stopped::Server)?;
    let mut waiting = session.waiting().to_vec();
    let is_full = waiting.len() >= post.mailbox.limits.mails;
    waiting.sort_by_key(|origin| post.awkward.contains(origin));
    for origin in waiting {
        match take(app, &mut session, origin).await {
            Ok(()) => post.awkward.retain(|other| *other != origin),
            Err(stopped) => {
                if !post.awkward.contains(&origin) {
                    post.awkward.push(origin);
                }
                return Err(stopped);
            }
        }
    }
    session.close().await;
    Ok(if is_full { Round::More } else { Round::Done })
}

/// Takes in one mail.
async fn take(app: &Arc<App>, session: &mut Session, origin: Origin) -> Result<(), Stopped> {
    let mail = session.fetch(origin).await.map_err(Stopped::Server)?;
    let Some(mail) = mail else {
        return Ok(());
    };
    keep(app, mail).await.map_err(Stopped::Archive)?;
    session.take(origin).await.map_err(Stopped::Server)
}

/// Makes a receipt of a mail, if there is a paper in it.
async fn keep(app: &Arc<App>, mail: Mail) -> Result<()> {
    let fingerprint = mail.fingerprint.0;
    let is_whole = mail.extent == Extent::Whole && mail.left_out == 0;
    if !is_whole {
        let (extent, left_out) = (mail.extent, mail.left_out);
        tracing::warn!(
            ?extent,
            left_out,
            "a mail was not taken in whole; it stays in its mailbox"
        );
    }
    let mut papers = Vec::new();
    for paper in letter::papers(mail) {
        papers.extend(arrived(app, paper).await?);
    }
    let taken = app.change(move |store| receipts::take_in_mail(store, fingerprint, papers));
    let taken = taken.await?.value.is_some();
    app.mailing.note(|way| {
        way.taken += u64::from(taken);
        way.refused += u64::from(!is_whole);
    });
    Ok(())
}

/// A paper looked into and kept; none if it cannot be.
async fn arrived(app: &Arc<App>, paper: Paper) -> Result<Option<NewAttachment>> {
    let Paper { name, bytes } = paper;
    let media = app.media.clone();
    let limit = media.limits().bytes;
    let staged = tokio::task::spawn_blocking(move || media.blobs().stage(bytes.as_slice(), limit));
    let staged = match staged.await.map_err(Error::internal)? {
        Ok(staged) => staged,
        Err(Error::TooLarge { .. }) => {
            tracing::warn!("a file in a mail is too large; it stays in its mailbox");
            app.mailing.note(|way| way.refused += 1);
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let kind = AttachmentKind::Document;
    Ok(NewAttachment::arrived(&app.media, staged, &name, kind)
        .await?
        .ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    fn settings() -> (tempfile::TempDir, Settings) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "sesam\n").unwrap();
        let settings = Settings {
            imap_server: Some("imap.example.org".to_owned()),
            imap_user: Some("kvitto".to_owned()),
            imap_password_file: Some(file),
            ..Settings::default()
        };
        (folder, settings)
    }

    #[test]
    fn the_port_is_the_usual_one_of_the_encryption() {
        let (_folder, settings) = settings();
        let port = |encryption| {
            let settings = Settings {
                imap_encryption: encryption,
                ..settings.clone()
            };
            Post::of(&settings).unwrap().unwrap().mailbox.server.port
        };
        assert_eq!(port(config::Encryption::Tls), 993);
        assert_eq!(port(config::Encryption::StartTls), 143);
    }

    #[test]
    fn settings_that_do_not_go_together_are_refused_at_the_start() {
        assert!(Post::of(&Settings::default()).unwrap().is_none());
        let (_folder, whole) = settings();
        let without: [fn(&mut Settings); 3] = [
            |settings| settings.imap_user = None,
            |settings| settings.imap_password_file = None,
            |settings| settings.imap_server = Some("imaps://imap.example.org".to_owned()),
        ];
        for without in without {
            let mut settings = whole.clone();
            without(&mut settings);
            assert!(matches!(Post::of(&settings), Err(Error::Unavailable(_))));
        }
    }

    #[test]
    fn who_is_not_let_in_does_not_knock_every_minute() {
        let (_folder, settings) = settings();
        let post = Post::of(&settings).unwrap().unwrap();
        let failed = |failure| post.pause(&Err(Stopped::Server(failure)));
        let cause = crate::notify::failure::Cause::Login;
        assert_eq!(failed(Failure::Refused(cause.clone())), REFUSED);
        let wait = Some(Duration::from_hours(2));
        assert_eq!(
            failed(Failure::Later { cause, wait }),
            Duration::from_hours(2)
        );
        assert_eq!(post.pause(&Ok(Round::Done)), Duration::from_mins(5));
    }
}

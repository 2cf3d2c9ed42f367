//! Mail coming in: a folder of a mailbox that is looked into now and then, by IMAP.
//!
//! A mail is handed out, and marked as taken only when the caller says that it is kept: whatever breaks in between, it is
//! there the next time. That it may then come twice is the caller's to see, by its [`Fingerprint`].

mod folder;
mod mail;

use async_imap::{
    Authenticator, Client,
    error::Error,
    types::{Fetch, Flag},
};
use futures_util::{Stream, StreamExt, TryStreamExt};
use tokio::io::AsyncWriteExt;

pub use mail::{Attachment, Extent, Fingerprint, Limits, Mail, Origin, Sender};

use super::{
    failure::{Cause, Failure, said},
    server::{Encryption, Login, Server},
    wire::{Dialer, Wire},
};

/// The most bytes that a server may say beside a mail.
const TALK: u64 = 4 << 20;

/// How much of a mail is fetched that is too large: its head.
const HEAD: u64 = 64 << 10;

/// The most lines of an answer before the conversation proper.
const LINES: usize = 50;

/// A folder that mail is taken from.
#[derive(Clone, Debug)]
pub struct Mailbox {
    /// The server, and who asks.
    pub server: Server,
    /// The folder, such as `INBOX`.
    pub folder: String,
    /// What becomes of a mail that is taken.
    pub taken: Taken,
    /// What is more than anybody wants.
    pub limits: Limits,
}

/// What becomes of a mail that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is marked as read. Whoever reads it elsewhere before it is taken keeps it from being taken, so this is for a
    /// folder that nobody else reads.
    Read,
    /// It is moved into this folder, which is made if need be; read or not, what is still in the first is taken.
    Moved(String),
}

/// A mailbox that is open.
#[derive(Debug)]
pub struct Session {
    imap: async_imap::Session<Wire>,
    dialer: Dialer,
    taken: Taken,
    limits: Limits,
    uid_validity: u32,
    moves: Moves,
    waiting: Vec<Origin>,
}

/// How a mail gets into another folder on this server.
#[derive(Clone, Copy, Debug)]
enum Moves {
    /// In one step (RFC 6851).
    Whole,
    /// Copied, and the one left behind is removed (RFC 4315).
    Copied,
    /// Copied, and the one left behind is marked to be removed some day: removing would take others with it.
    Marked,
}

impl Mailbox {
    /// Opens the folder, and looks what is waiting in it.
    ///
    /// # Errors
    /// [`Failure`], which tells whether another attempt is of any use.
    pub async fn open(&self, dialer: &Dialer) -> Result<Session, Failure> {
        dialer.in_time(self.begin(dialer)).await
    }

    async fn begin(&self, dialer: &Dialer) -> Result<Session, Failure> {
        let login = self.server.login.as_ref();
        let login = login.ok_or(Failure::Refused(Cause::Login))?;
        let (wire, offers) = connect(dialer, &self.server).await?;
        let mut imap = log_in(wire, &offers, login).await?;
        let capabilities = imap.capabilities().await.map_err(|error| judge(&error))?;
        let moves = if capabilities.has_str("MOVE") {
            Moves::Whole
        } else if capabilities.has_str("UIDPLUS") {
            Moves::Copied
        } else {
            Moves::Marked
        };
        let folder = imap.select(folder::encode(&self.folder)).await;
        let folder = folder.map_err(|error| match error {
            Error::No(text) => Failure::Refused(Cause::Folder(said(&text, &[]))),
            error => judge(&error),
        })?;
        // A server without them could not say which mail is meant the next time.
        let uid_validity = folder
            .uid_validity
            .ok_or(Failure::Refused(Cause::Nonsense))?;
        let allowed = &folder.permanent_flags;
        if self.taken == Taken::Read && !allowed.is_empty() && !allowed.contains(&Flag::Seen) {
            let cause = Cause::Folder("mail in it cannot be marked".to_owned());
            return Err(Failure::Refused(cause));
        }
        let wanted = match self.taken {
            Taken::Read => "UNSEEN UNDELETED",
            Taken::Moved(_) => "UNDELETED",
        };
        let found = imap
            .uid_search(wanted)
            .await
            .map_err(|error| judge(&error))?;
        let mut found: Vec<u32> = found.into_iter().collect();
        found.sort_unstable();
        found.truncate(self.limits.mails);
        let waiting = found.into_iter().map(|uid| Origin { uid_validity, uid });
        Ok(Session {
            imap,
            dialer: dialer.clone(),
            taken: self.taken.clone(),
            limits: self.limits,
            uid_validity,
            moves,
            waiting: waiting.collect(),
        })
    }
}

impl Session {
    /// The mails that wait to be taken, the oldest first, and no more than the limits allow at once.
    #[must_use]
    pub fn waiting(&self) -> &[Origin] {
        &self.waiting
    }

    /// Fetches a mail, and leaves it as it is; none if it has gone meanwhile.
    ///
    /// # Errors
    /// [`Failure`], after which the session is of no more use.
    pub async fn fetch(&mut self, origin: Origin) -> Result<Option<Mail>, Failure> {
        if origin.uid_validity != self.uid_validity {
            return Ok(None);
        }
        let dialer = self.dialer.clone();
        let Some(size) = dialer.in_time(self.size(origin.uid)).await? else {
            return Ok(None);
        };
        let large = size.min(self.limits.mail);
        let download = self.download(origin.uid, size);
        let Some(bytes) = dialer.in_time_for(large, download).await? else {
            return Ok(None);
        };
        let limits = self.limits;
        let read = move || Mail::read(origin, size, &bytes, &limits);
        // Beside the threads that serve, and a mail that makes the parser panic ends nothing else.
        let mail = tokio::task::spawn_blocking(read).await;
        Ok(Some(
            mail.unwrap_or_else(|_| Mail::unreadable(origin, size)),
        ))
    }

    async fn size(&mut self, uid: u32) -> Result<Option<u64>, Failure> {
        self.make_room(TALK);
        self.ask(uid, "(UID RFC822.SIZE)", |mail| mail.size.map(u64::from))
            .await
    }

    /// The bytes of a mail; of one that is too large, those of its head.
    async fn download(&mut self, uid: u32, size: u64) -> Result<Option<Vec<u8>>, Failure> {
        if size > self.limits.mail {
            let head = format!("(UID BODY.PEEK[HEADER]<0.{HEAD}>)");
            let header = |mail: &Fetch| mail.header().map(<[u8]>::to_vec);
            return self.ask(uid, &head, header).await;
        }
        self.make_room(self.limits.mail.saturating_add(TALK));
        let body = |mail: &Fetch| mail.body().map(<[u8]>::to_vec);
        self.ask(uid, "(UID BODY.PEEK[])", body).await
    }

    async fn ask<T>(
        &mut self,
        uid: u32,
        question: &str,
        find: impl Fn(&Fetch) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let answers = self.imap.uid_fetch(uid.to_string(), question).await;
        let mut answers = answers.map_err(|error| judge(&error))?;
        let mut found = None;
        // To the end, or the next answer would be one to this question.
        while let Some(answer) = answers.next().await {
            let answer = answer.map_err(|error| judge(&error))?;
            if answer.uid == Some(uid) && found.is_none() {
                found = find(&answer);
            }
        }
        Ok(found)
    }

    /// Marks a mail as taken, once it is kept: it is not handed out again.
    ///
    /// # Errors
    /// [`Failure`], after which the session is of no more use, and the mail comes again.
    pub async fn take(&mut self, origin: Origin) -> Result<(), Failure> {
        if origin.uid_validity != self.uid_validity {
            return Ok(());
        }
        let dialer = self.dialer.clone();
        self.make_room(TALK);
        let uid = origin.uid.to_string();
        dialer.in_time(self.mark(&uid)).await
    }

    async fn mark(&mut self, uid: &str) -> Result<(), Failure> {
        let Taken::Moved(folder) = &self.taken else {
            return self.flag(uid, r"\Seen").await;
        };
        let folder = folder::encode(folder);
        let Err(error) = self.put_into(uid, &folder).await else {
            return self.clear_away(uid).await;
        };
        if !matches!(error, Error::No(_)) {
            return Err(judge(&error));
        }
        // The folder may be missing; whether it could be made, the second attempt tells.
        let _ = self.imap.create(&folder).await;
        match self.put_into(uid, &folder).await {
            Ok(()) => self.clear_away(uid).await,
            Err(Error::No(text)) => Err(Failure::Refused(Cause::Folder(said(&text, &[])))),
            Err(error) => Err(judge(&error)),
        }
    }

    async fn put_into(&mut self, uid: &str, folder: &str) -> Result<(), Error> {
        match self.moves {
            Moves::Whole => self.imap.uid_mv(uid, folder).await,
            Moves::Copied | Moves::Marked => self.imap.uid_copy(uid, folder).await,
        }
    }

    /// Removes what a copy leaves behind.
    async fn clear_away(&mut self, uid: &str) -> Result<(), Failure> {
        if matches!(self.moves, Moves::Whole) {
            return Ok(());
        }
        self.flag(uid, r"\Deleted").await?;
        if matches!(self.moves, Moves::Copied) {
            let removed = self.imap.uid_expunge(uid).await;
            exhaust(removed.map_err(|error| judge(&error))?).await?;
        }
        Ok(())
    }

    async fn flag(&mut self, uid: &str, flag: &str) -> Result<(), Failure> {
        let flagged = self
            .imap
            .uid_store(uid, format!("+FLAGS.SILENT ({flag})"))
            .await;
        exhaust(flagged.map_err(|error| judge(&error))?).await
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        let dialer = self.dialer.clone();
        let goodbye = async { self.imap.logout().await.map_err(|error| judge(&error)) };
        // Everything is done, however the server likes it.
        let _ = dialer.in_time(goodbye).await;
    }

    fn make_room(&mut self, bytes: u64) {
        self.imap.as_mut().make_room(bytes);
    }
}

async fn exhaust<T>(answers: impl Stream<Item = Result<T, Error>>) -> Result<(), Failure> {
    let all = answers.try_for_each(|_| async { Ok(()) }).await;
    all.map_err(|error| judge(&error))
}

/// Connects and encrypts, and hears what the server offers.
async fn connect(dialer: &Dialer, server: &Server) -> Result<(Wire, String), Failure> {
    let trust = server.trust.as_ref().unwrap_or_else(|| dialer.trust());
    let furthest = server.encryption.furthest();
    let mut wire = dialer.dial(&server.host, server.port, furthest).await?;
    if server.encryption == Encryption::Tls {
        wire = wire.encrypt(&server.host, trust).await?;
    }
    wire.make_room(TALK);
    let greeting = wire.line().await?;
    if !greeting.to_ascii_uppercase().starts_with("* OK") {
        let said = said(greeting.trim_start_matches("* "), &[]);
        return Err(Failure::later(Cause::Answer(said)));
    }
    if server.encryption == Encryption::StartTls {
        let refused = Failure::Refused(Cause::Unencrypted);
        command(&mut wire, "STARTTLS").await?.ok_or(refused)?;
        wire = wire.encrypt(&server.host, trust).await?;
    }
    let offers = command(&mut wire, "CAPABILITY").await?;
    let offers = offers.ok_or(Failure::later(Cause::Nonsense))?;
    Ok((wire, offers.to_ascii_uppercase()))
}

/// Gives a command before the conversation proper, and hears all that is said to it; none if the answer is no.
async fn command(wire: &mut Wire, command: &str) -> Result<Option<String>, Failure> {
    let line = format!("first {command}\r\n");
    let said = wire.write_all(line.as_bytes()).await;
    said.map_err(|_| Failure::later(Cause::Connection))?;
    let mut heard = String::new();
    for _ in 0..LINES {
        let line = wire.line().await?;
        if let Some(answer) = line.strip_prefix("first ") {
            return Ok(answer
                .to_ascii_uppercase()
                .starts_with("OK")
                .then_some(heard));
        }
        heard.push_str(&line);
        heard.push('\n');
    }
    Err(Failure::later(Cause::Nonsense))
}

async fn log_in(
    wire: Wire,
    offers: &str,
    login: &Login,
) -> Result<async_imap::Session<Wire>, Failure> {
    let client = Client::new(wire);
    let password = login.password.reveal();
    // What is beyond ASCII cannot stand in the older of the two commands.
    let is_plain = login.name.is_ascii() && password.is_ascii();
    let logged_in = if is_plain && !offers.contains("LOGINDISABLED") {
        client.login(&login.name, password).await
    } else {
        client.authenticate("PLAIN", Plain(login)).await
    };
    logged_in.map_err(|(error, _)| match &error {
        // The words of RFC 5530 for what passes.
        Error::No(text)
            if ["UNAVAILABLE", "INUSE", "LIMIT"]
                .iter()
                .any(|word| text.contains(word)) =>
        {
            Failure::later(Cause::Login)
        }
        Error::No(_) | Error::Bad(_) | Error::Validate(_) => Failure::Refused(Cause::Login),
        // What a server says about a login may repeat it, in whatever form.
        Error::Parse(_) => Failure::later(Cause::Nonsense),
        error => judge(error),
    })
}

/// A name and a password as they are (RFC 4616).
struct Plain<'a>(&'a Login);

impl Authenticator for Plain<'_> {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> String {
        format!("\0{}\0{}", self.0.name, self.0.password.reveal())
    }
}

fn judge(error: &Error) -> Failure {
    Failure::later(match error {
        Error::No(text) | Error::Bad(text) => Cause::Answer(said(text, &[])),
        Error::Io(error) => match error.kind() {
            std::io::ErrorKind::Other | std::io::ErrorKind::FileTooLarge => Cause::Nonsense,
            _ => Cause::Connection,
        },
        Error::ConnectionLost => Cause::Connection,
        _ => Cause::Nonsense,
    })
}

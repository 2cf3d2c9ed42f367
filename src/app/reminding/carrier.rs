//! What carries a message: the mail server and the dialers, as the settings have them.

use jiff::Timestamp;

use crate::{
    app::mail_server::{self, Ports, refused},
    config::Settings,
    domain::reminding::Way,
    error::{Error, Result},
    notify::{
        failure::{Cause, Failure},
        guard::{Guard, Network},
        mail::{self, Correspondent, Letter},
        message::Message,
        push::{Gotify, Ntfy},
        secret::Secret,
        server::{Login, Server},
        trust::Trust,
        web_address::WebAddress,
        webhook::Webhook,
        wire::Dialer,
    },
};

/// Where mails are handed in (RFC 8314; without encryption, as servers talk among themselves).
const USUAL: Ports = Ports {
    tls: 465,
    starttls: 587,
    none: 25,
};

/// Carries messages by whichever way.
#[derive(Clone)]
pub struct Carrier {
    post: Option<Post>,
    dialer: Dialer,
}

/// How mails go out.
#[derive(Clone)]
struct Post {
    server: Server,
    from: Correspondent,
    dialer: Dialer,
}

/// What goes out.
pub(super) struct Parcel<'a> {
    pub(super) message: &'a Message,
    /// What kind of message it is, for programs: `reminder.digest`.
    pub(super) kind: &'static str,
    /// What it is known by, however often it is tried.
    pub(super) id: String,
    pub(super) written: Timestamp,
    pub(super) now: Timestamp,
}

impl Carrier {
    /// What the settings say.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence for settings that do not go together.
    pub fn of(settings: &Settings) -> Result<Self> {
        let networks = settings.notify_networks.as_deref().unwrap_or_default();
        let networks = networks
            .split(',')
            .filter(|network| !network.trim().is_empty())
            .map(str::parse::<Network>)
            .collect::<std::result::Result<Vec<_>, _>>()
            .map_err(|error| refused(&format!("notify_networks: {error}")))?;
        let trust = Trust::of_this_machine().map_err(Error::internal)?;
        Ok(Self {
            post: Post::of(settings, &trust)?,
            dialer: Dialer::new(Guard::for_people(networks), trust),
        })
    }

    /// Whether mails can go out.
    #[must_use]
    pub const fn has_post(&self) -> bool {
        self.post.is_some()
    }

    /// Carries a parcel.
    ///
    /// # Errors
    /// [`Failure`], which tells whether another attempt is of any use.
    pub(super) async fn carry(&self, way: &Way, parcel: &Parcel<'_>) -> Result<(), Failure> {
        let Parcel { message, .. } = parcel;
        match way {
            Way::Mail { to } => {
                let post = self
                    .post
                    .as_ref()
                    .ok_or_else(|| unsendable("no mail server is set: smtp_server"))?;
                let to = Correspondent::new(None, to)?;
                let letter = Letter::write(message, &post.from, &to, &parcel.id, parcel.written)?;
                mail::send(&post.dialer, &post.server, &letter).await
            }
            Way::Ntfy {
                server,
                topic,
                token,
            } => {
                let ntfy = Ntfy {
                    server: address(server)?,
                    topic: topic.parse().map_err(|_| unsendable("not a topic"))?,
                    token: token.as_deref().map(Secret::new),
                };
                ntfy.send(&self.dialer, message).await
            }
            Way::Gotify { server, token } => {
                let gotify = Gotify {
                    server: address(server)?,
                    token: Secret::new(token.as_str()),
                };
                gotify.send(&self.dialer, message).await
            }
            Way::Webhook { address: to, key } => {
                let webhook = Webhook {
                    address: address(to)?,
                    key: key.parse().map_err(|_| unsendable("not a key"))?,
                };
                let Parcel {
                    kind,
                    id,
                    written,
                    now,
                    ..
                } = parcel;
                webhook
                    .send(&self.dialer, kind, id, message, *written, *now)
                    .await
            }
        }
    }
}

impl Post {
    fn of(settings: &Settings, trust: &Trust) -> Result<Option<Self>> {
        let Some(server) = &settings.smtp_server else {
            return Ok(None);
        };
        let from = settings.smtp_from.as_deref();
        let from = from.ok_or_else(|| refused("smtp_server needs smtp_from"))?;
        let from = Correspondent::new(Some("Smartinventory"), from)
            .map_err(|_| refused("smtp_from is no mail address"))?;
        let login = match &settings.smtp_user {
            Some(name) => Some(Login {
                name: name.clone(),
                password: Secret::new(settings.smtp_password()?),
            }),
            None => None,
        };
        let encryption = settings.smtp_encryption;
        Ok(Some(Self {
            server: mail_server::read("smtp_server", server, encryption, &USUAL, login)?,
            from,
            dialer: Dialer::new(Guard::for_owners(Vec::new()), trust.clone()),
        }))
    }
}

fn address(text: &str) -> Result<WebAddress, Failure> {
    WebAddress::parse(text).map_err(|_| unsendable("not an address"))
}

fn unsendable(what: &str) -> Failure {
    Failure::Refused(Cause::Unsendable(what.to_owned()))
}

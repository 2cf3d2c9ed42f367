//! `/me/reminders`, `/me/channels` and `/me/calendar`: how you are reminded.

use axum::{Json as Sent, extract::State, http::StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    Routes, Shared,
    json::{Json, Patch},
};
use crate::{
    access::{Editor, Viewer},
    actions::reminders::{self, NewWay, Wishes},
    domain::{
        reminder::{Lead, Occasion},
        reminding::{self, ChannelId, Minute, Quiet},
    },
    error::{Error, Result},
    http::{Path, Problem, Snapshot, Visit},
    store::{Reader, Remindings as _},
};

/// The routes of this file.
pub(super) fn routes() -> Routes {
    OpenApiRouter::new()
        .routes(routes!(show, change))
        .routes(routes!(add_channel))
        .routes(routes!(remove_channel))
        .routes(routes!(test_channel))
        .routes(routes!(open_calendar, close_calendar))
}

/// How many days ahead you want to hear of what, from 0 to 366; `null` for never.
#[derive(Serialize, Deserialize, ToSchema, Default)]
#[serde(default, deny_unknown_fields)]
struct Leads {
    /// The right to complain about a thing ends.
    right: Option<u16>,
    /// A guarantee or an insurance ends.
    warranty: Option<u16>,
    /// Upkeep is due.
    upkeep: Option<u16>,
    /// A loan should be back.
    loan: Option<u16>,
    /// A receipt may go.
    receipt: Option<u16>,
    /// What a thing is worth was not looked at for two years.
    value: Option<u16>,
    /// A policy is renewed.
    policy: Option<u16>,
    /// The last inventory round was a year ago. Only the household's owners hear of it.
    round: Option<u16>,
}

impl Leads {
    const fn at(&mut self, occasion: Occasion) -> &mut Option<u16> {
        match occasion {
            Occasion::RightEnds => &mut self.right,
            Occasion::WarrantyEnds => &mut self.warranty,
            Occasion::UpkeepDue => &mut self.upkeep,
            Occasion::LoanDue => &mut self.loan,
            Occasion::ReceiptMayGo => &mut self.receipt,
            Occasion::ValueOld => &mut self.value,
            Occasion::PolicyRenews => &mut self.policy,
            Occasion::RoundDue => &mut self.round,
        }
    }
}

/// When you want to hear of things.
#[derive(Serialize, Deserialize, ToSchema, Default)]
#[serde(default, deny_unknown_fields)]
#[schema(as = ReminderWishes)]
struct When {
    /// How long ahead.
    leads: Leads,
    /// At what time of the day messages are written, as `07:30`.
    at: String,
    /// On which day of the week alone, from 0 for Monday; `null` for every day.
    #[schema(minimum = 0, maximum = 6)]
    weekday: Option<u8>,
    /// From when on no message goes out, as `22:00`; `null` where there are no such hours.
    quiet_from: Option<String>,
    /// Until when.
    quiet_until: Option<String>,
}

impl From<Wishes> for When {
    fn from(wishes: Wishes) -> Self {
        let mut leads = Leads::default();
        for (occasion, lead) in wishes.leads {
            *leads.at(occasion) = lead.days();
        }
        Self {
            leads,
            at: wishes.at.to_string(),
            weekday: wishes.weekday,
            quiet_from: wishes.quiet.map(|quiet| quiet.from.to_string()),
            quiet_until: wishes.quiet.map(|quiet| quiet.until.to_string()),
        }
    }
}

impl TryFrom<When> for Wishes {
    type Error = Error;

    fn try_from(mut when: When) -> Result<Self> {
        let mut leads = Vec::new();
        for occasion in Occasion::ALL {
            let lead = when
                .leads
                .at(occasion)
                .map_or(Some(Lead::NEVER), Lead::of_days);
            leads.push((occasion, lead.ok_or(Error::invalid("leads", "error-form"))?));
        }
        let minute =
            |text: &str, field| Minute::read(text).ok_or(Error::invalid(field, "error-time"));
        let quiet = match (&when.quiet_from, &when.quiet_until) {
            (None, None) => None,
            (from, until) => Some(Quiet {
                from: minute(from.as_deref().unwrap_or_default(), "quiet_from")?,
                until: minute(until.as_deref().unwrap_or_default(), "quiet_until")?,
            }),
        };
        Ok(Self {
            leads,
            at: minute(&when.at, "at")?,
            weekday: when.weekday,
            quiet,
        })
    }
}

/// How you are reminded.
#[derive(Serialize, ToSchema)]
struct Reminding {
    /// When.
    when: When,
    /// The channels by which messages reach you.
    channels: Vec<Channel>,
    /// The path of your calendar, which lets anybody in who knows it; `null` where there is none.
    calendar: Option<String>,
}

/// A way by which messages reach you.
#[derive(Serialize, ToSchema)]
struct Channel {
    /// Which.
    id: Uuid,
    /// `mail`, `ntfy`, `gotify` or `webhook`.
    kind: &'static str,
    /// Where to, without what is secret.
    to: String,
    /// What a webhook is signed with; `null` for others.
    key: Option<String>,
    /// When a message last went out.
    sent: Option<Timestamp>,
    /// What stands in the way; `null` while nothing does.
    #[schema(examples("connection", "login"))]
    trouble: Option<String>,
    /// Whether a message waits to go out.
    waits: bool,
}

impl From<reminding::Channel> for Channel {
    fn from(channel: reminding::Channel) -> Self {
        Self {
            id: channel.id.uuid(),
            kind: channel.way.key(),
            to: channel.way.shown(),
            key: match channel.way {
                reminding::Way::Webhook { key, .. } => Some(key),
                reminding::Way::Mail { .. }
                | reminding::Way::Ntfy { .. }
                | reminding::Way::Gotify { .. } => None,
            },
            sent: channel.sent,
            trouble: channel.trouble.map(|trouble| trouble.kind),
            waits: channel.waiting.is_some(),
        }
    }
}

fn how(rows: &Reader, viewer: &Viewer) -> Result<Reminding> {
    let reminding = rows.reminding(viewer.person())?;
    Ok(Reminding {
        when: Wishes::of(&reminding).into(),
        channels: reminding.channels.into_iter().map(Into::into).collect(),
        calendar: reminding
            .calendar
            .map(|secret| format!("/calendar/{secret}.ics")),
    })
}

/// See how you are reminded
#[utoipa::path(get, path = "/me/reminders", tag = "reminders",
    responses((status = OK, body = Reminding, description = "How you are reminded")))]
async fn show(editor: Editor, Snapshot(rows): Snapshot) -> Result<Sent<Reminding>, Problem> {
    Ok(Sent(how(&rows, editor.viewer())?))
}

/// Change when you want to hear of things
///
/// A JSON merge patch (RFC 7396).
#[utoipa::path(patch, path = "/me/reminders", tag = "reminders", request_body = When,
    responses((status = OK, body = Reminding, description = "How you are reminded now")))]
async fn change(
    State(app): Shared,
    editor: Editor,
    patch: Patch<When>,
) -> Result<Sent<Reminding>, Problem> {
    let viewer = editor.viewer().clone();
    app.change(move |store| {
        let present = store.read()?.reminding(editor.person())?;
        let wishes = patch.onto(&Wishes::of(&present).into())?.try_into()?;
        reminders::wish(store, &editor, wishes)
    })
    .await?;
    app.recount_reminders(&viewer).await?;
    Ok(Sent(how(&app.store.read()?, &viewer)?))
}

/// A way by which messages shall reach you.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
enum NewChannel {
    /// A mail address.
    Mail {
        /// The address.
        #[schema(examples("astrid@example.org"))]
        to: String,
    },
    /// A topic of ntfy.
    Ntfy {
        /// The server's address.
        #[schema(examples("https://ntfy.example.org/"))]
        server: String,
        /// The topic.
        #[schema(examples("hemma"))]
        topic: String,
        /// The access token, if the server asks for one.
        #[serde(default)]
        token: String,
    },
    /// An application of Gotify.
    Gotify {
        /// The server's address.
        #[schema(examples("https://gotify.example.org/"))]
        server: String,
        /// The application's token.
        #[schema(examples("A1b2C3d4E5f6G7h"))]
        token: String,
    },
    /// Any program, which is sent signed JSON.
    Webhook {
        /// The program's address.
        #[schema(examples("https://home.example.org/hook"))]
        address: String,
    },
}

impl From<NewChannel> for NewWay {
    fn from(channel: NewChannel) -> Self {
        match channel {
            NewChannel::Mail { to } => Self::Mail { to },
            NewChannel::Ntfy {
                server,
                topic,
                token,
            } => Self::Ntfy {
                server,
                topic,
                token,
            },
            NewChannel::Gotify { server, token } => Self::Gotify { server, token },
            NewChannel::Webhook { address } => Self::Webhook { address },
        }
    }
}

/// Add a channel
///
/// Ten at most.
#[utoipa::path(post, path = "/me/channels", tag = "reminders", request_body = NewChannel,
    responses((status = CREATED, body = Channel, description = "The channel")))]
async fn add_channel(
    State(app): Shared,
    editor: Editor,
    Json(channel): Json<NewChannel>,
) -> Result<(StatusCode, Sent<Channel>), Problem> {
    let added = app
        .change(move |store| reminders::add(store, &editor, channel.into()))
        .await?;
    app.poke_reminding();
    Ok((StatusCode::CREATED, Sent(added.into())))
}

/// Remove a channel
#[utoipa::path(delete, path = "/me/channels/{id}", tag = "reminders",
    responses((status = NO_CONTENT, description = "Nothing goes out by it any more")))]
async fn remove_channel(
    State(app): Shared,
    editor: Editor,
    Path(id): Path<ChannelId>,
) -> Result<StatusCode, Problem> {
    app.change(move |store| reminders::remove(store, &editor, id))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of a message.
#[derive(Serialize, ToSchema)]
struct Tried {
    /// What stands in the way; `null` when it went out.
    trouble: Option<String>,
}

/// Send a test by a channel
///
/// It may take a minute.
#[utoipa::path(post, path = "/me/channels/{id}/test", tag = "reminders",
    responses((status = OK, body = Tried, description = "What became of it")))]
async fn test_channel(
    State(app): Shared,
    editor: Editor,
    visit: Visit,
    Path(id): Path<ChannelId>,
) -> Result<Sent<Tried>, Problem> {
    let outcome = app
        .try_channel(editor.viewer(), visit.look.lang, id)
        .await?;
    let trouble = outcome.err().map(|failure| failure.cause().to_string());
    Ok(Sent(Tried { trouble }))
}

/// Your calendar.
#[derive(Serialize, ToSchema)]
struct Calendar {
    /// Its path, which lets anybody in who knows it.
    calendar: String,
}

/// Open a calendar
///
/// Phones subscribe to it by its address. The one that you had leads nowhere from then on.
#[utoipa::path(post, path = "/me/calendar", tag = "reminders",
    responses((status = CREATED, body = Calendar, description = "The calendar")))]
async fn open_calendar(
    State(app): Shared,
    editor: Editor,
) -> Result<(StatusCode, Sent<Calendar>), Problem> {
    let secret = app
        .change(move |store| reminders::open_calendar(store, &editor))
        .await?;
    let calendar = format!("/calendar/{secret}.ics");
    Ok((StatusCode::CREATED, Sent(Calendar { calendar })))
}

/// Close your calendar
#[utoipa::path(delete, path = "/me/calendar", tag = "reminders",
    responses((status = NO_CONTENT, description = "Its address leads nowhere")))]
async fn close_calendar(State(app): Shared, editor: Editor) -> Result<StatusCode, Problem> {
    app.change(move |store| reminders::close_calendar(store, &editor))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

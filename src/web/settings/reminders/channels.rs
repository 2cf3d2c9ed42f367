//! The channels by which messages reach a person: listed, added, tried, removed.

use std::sync::Arc;

use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};

use super::{Forms, Given, HERE, refused};
use crate::{
    access::Editor,
    actions::reminders::{self, NewWay},
    app::App,
    domain::{
        invalid::Invalid,
        reminding::{Channel, ChannelId, Way},
    },
    error::{Error, Result},
    http::{Done, Form, Path, Problem, Visit},
    ui::{
        button::Button,
        form::{Control, Form as Fields, Hidden, Part},
        icon::Icon,
        list::{List, Row},
        look::Look,
    },
};

impl Forms<'_> {
    pub(super) fn channels(&self, has_post: bool) -> Markup {
        let look = self.look;
        let rows: Vec<Row> = self
            .reminding
            .channels
            .iter()
            .map(|channel| row(look, channel))
            .collect();
        let open = |kind: &str| {
            let given = self.shown.given.as_ref();
            given.is_some_and(|given| given.get("kind").is_some_and(|one| one == kind))
        };
        let form = |kind: &str, key: &str, fields: Markup| Part {
            label: look.text(key),
            open: open(kind),
            fields: Fields::new(
                look,
                "/settings/reminders/channels",
                html! { (Hidden("kind", kind)) (fields) },
            )
            .id(format!("add-{kind}"))
            .save(look.text("reminders-add"))
            .render(),
        };
        let text = |name: &str, key: &str| self.field(name, key, Control::Text, "");
        let link = |name: &str, key: &str| self.field(name, key, Control::Link, "").required();
        let secret = |name: &str, key: &str| {
            self.field(name, key, Control::Password, "")
                .autocomplete("off")
        };
        html! {
            @if rows.is_empty() { p.quiet { (look.text("reminders-channels-none")) } } @else { (List(rows)) }
            @if let Some(key) = self.shown.invalid.get("channel") { p.field-error { (Icon::Warning) (look.text(key)) } }
            @if has_post {
                (form("mail", "reminders-mail", html! {
                    (self.field("mail_to", "reminders-mail-to", Control::Email, "").required().autocomplete("email"))
                }))
            } @else { p.quiet { (look.text("reminders-mail-none")) } }
            (form("ntfy", "reminders-ntfy", html! {
                (link("ntfy_server", "reminders-server").hint(look.text("reminders-ntfy-hint")))
                (text("ntfy_topic", "reminders-topic").required())
                (secret("ntfy_token", "reminders-token-optional"))
            }))
            (form("gotify", "reminders-gotify", html! {
                (link("gotify_server", "reminders-server"))
                (secret("gotify_token", "reminders-token").required())
            }))
            (form("webhook", "reminders-webhook", html! {
                (link("webhook_address", "reminders-address").hint(look.text("reminders-webhook-hint")))
            }))
        }
    }
}

const fn way_text(way: &Way) -> &'static str {
    match way {
        Way::Mail { .. } => "reminders-mail",
        Way::Ntfy { .. } => "reminders-ntfy",
        Way::Gotify { .. } => "reminders-gotify",
        Way::Webhook { .. } => "reminders-webhook",
    }
}

/// The key of the sentence that tells what stands in the way.
fn trouble_text(kind: &str) -> &'static str {
    match kind {
        "barred" => "trouble-barred",
        "name" => "trouble-name",
        "slow" => "trouble-slow",
        "certificate" => "trouble-certificate",
        "unencrypted" => "trouble-unencrypted",
        "login" => "trouble-login",
        "answer" => "trouble-answer",
        "nonsense" => "trouble-nonsense",
        "unsendable" => "trouble-unsendable",
        _ => "trouble-connection",
    }
}

fn row(look: &Look, channel: &Channel) -> Row {
    let at = |does: &str| format!("{HERE}/channels/{}/{does}", channel.id);
    let sent = channel.sent.map(|sent| look.lang.moment(sent));
    let key = match &channel.way {
        Way::Webhook { key, .. } => Some(key),
        Way::Mail { .. } | Way::Ntfy { .. } | Way::Gotify { .. } => None,
    };
    let more = html! {
        @if let Some(trouble) = &channel.trouble {
            p.field-error {
                (Icon::Warning) (look.text(trouble_text(&trouble.kind)))
                @if let Some(said) = &trouble.said { " " (look.text_with("trouble-said", "said", said)) }
            }
            @if channel.waiting.is_some() { p.quiet { (look.text("reminders-waits")) } }
        } @else if let Some(sent) = &sent { p.quiet { (look.text_with("reminders-sent", "when", sent)) } }
        @if let Some(key) = key {
            label.quiet { (look.text("reminders-key")) input.input readonly value=(key); }
        }
        div.row {
            (Button::post(look.text("reminders-test"), at("test")).small())
            (Button::post(look.text("reminders-remove"), at("remove")).small().danger())
        }
    };
    Row::icon(Icon::Bell, look.text(way_text(&channel.way)))
        .text(channel.way.shown())
        .more(more)
}

pub(in crate::web::settings) async fn add(
    State(app): State<Arc<App>>,
    editor: Editor,
    visit: Visit,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    let way = way(&given)?;
    let who = editor.clone();
    let added = app
        .change(move |store| reminders::add(store, &who, way))
        .await;
    match added {
        Ok(_) => {
            app.poke_reminding();
            Ok(Done::new(&app, "reminder-channel-add", HERE).into_response())
        }
        Err(Error::Invalid(invalid)) => {
            let kind = given.get("kind").map(String::as_str).unwrap_or_default();
            let invalid = renamed(kind, &invalid);
            Ok(refused(&app, &editor, &visit, given, invalid.into())?)
        }
        Err(error) => Err(error.into()),
    }
}

/// What was refused, by the names that the fields have on this page, where all kinds of channels have a form.
fn renamed(kind: &str, invalid: &Invalid) -> Invalid {
    let mut named = Invalid::default();
    for (field, text) in invalid.iter() {
        let field = match (kind, field) {
            ("mail", "to") => "mail_to",
            ("ntfy", "server") => "ntfy_server",
            ("ntfy", "topic") => "ntfy_topic",
            ("gotify", "server") => "gotify_server",
            ("gotify", "token") => "gotify_token",
            ("webhook", "address") => "webhook_address",
            _ => "channel",
        };
        named.push(field, text);
    }
    named
}

fn way(given: &Given) -> Result<NewWay> {
    let held = |name: &str| given.get(name).cloned().unwrap_or_default();
    Ok(match held("kind").as_str() {
        "mail" => NewWay::Mail {
            to: held("mail_to"),
        },
        "ntfy" => NewWay::Ntfy {
            server: held("ntfy_server"),
            topic: held("ntfy_topic"),
            token: held("ntfy_token"),
        },
        "gotify" => NewWay::Gotify {
            server: held("gotify_server"),
            token: held("gotify_token"),
        },
        "webhook" => NewWay::Webhook {
            address: held("webhook_address"),
        },
        _ => return Err(Error::invalid("kind", "error-form")),
    })
}

pub(in crate::web::settings) async fn remove(
    State(app): State<Arc<App>>,
    editor: Editor,
    Path(channel): Path<ChannelId>,
) -> Result<Done, Problem> {
    app.change(move |store| reminders::remove(store, &editor, channel))
        .await?;
    Ok(Done::new(&app, "reminder-channel-remove", HERE))
}

pub(in crate::web::settings) async fn test(
    State(app): State<Arc<App>>,
    editor: Editor,
    visit: Visit,
    Path(channel): Path<ChannelId>,
) -> Result<Done, Problem> {
    let lang = visit.look.lang;
    let outcome = app.try_channel(editor.viewer(), lang, channel).await?;
    let told = match outcome {
        Ok(()) => "reminder-test",
        // What stands in the way is told beside the channel.
        Err(_) => "reminder-test-failed",
    };
    Ok(Done::new(&app, told, HERE))
}

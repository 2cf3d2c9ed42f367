//! Who is asking, and how their pages look: found out once for each request, before any handler.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    cookie::{self, Jar, Transport},
    reply::{self, Failure},
};
use crate::{
    access::{Viewer, session, token},
    actions::household,
    app::App,
    domain::{
        account::{SessionId, Theme},
        lang::Lang,
    },
    error::{Error, Result},
    store::Secrets,
    ui::{
        banner::Toast,
        look::{Look, Me, View},
    },
};

/// What is known about a request before it is handled.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// In which session; none with a token.
    pub session: Option<SessionId>,
    /// The key that opens the share link beneath which the request is.
    pub share: Option<String>,
    /// How their pages look.
    pub look: Look,
    /// Whether it is for the JSON API.
    pub api: bool,
    /// Whether the answer is to be JSON: for the API, and for our scripts, which ask for it.
    pub json: bool,
    /// Whether htmx asks for the part that changes.
    pub htmx: bool,
    /// Whether a form or link of a page was followed, and not just looked at.
    pub method: Method,
    /// Where from.
    pub address: Option<SocketAddr>,
    /// How the page that it comes from went to the browser.
    pub transport: Transport,
}

impl Visit {
    /// The address it comes from, without the port.
    pub fn ip(&self) -> Option<IpAddr> {
        self.address.map(|address| address.ip())
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// [`Error::SignedOut`] when nobody is.
    pub fn viewer(&self) -> Result<&Viewer> {
        self.viewer.as_ref().ok_or(Error::SignedOut)
    }

    fn of(app: &App, request: &Request) -> Result<Self> {
        let headers = request.headers();
        let path = request.uri().path();
        let api = path.starts_with("/api/");
        let jar = Jar::read(headers, app.port());
        let reader = app.store.read()?;
        let (viewer, session) = match bearer(headers) {
            Some(secret) if api => (token::viewer(&reader, secret)?, None),
            _ => match jar
                .session()
                .map(|secret| session::viewer(&app.store, &reader, secret))
                .transpose()?
                .flatten()
            {
                Some((viewer, session)) => (Some(viewer), Some(session.id)),
                None => (None, None),
            },
        };
        let account = viewer
            .as_ref()
            .map(|viewer| reader.account(viewer.person()))
            .transpose()?;
        let home = household::current(&reader)?;
        let lang = account
            .as_ref()
            .and_then(|account| account.lang)
            .or_else(|| language(headers, app.port()))
            .unwrap_or(home.lang);
        let theme = account.map_or_else(
            || jar.look("theme").and_then(Theme::from_tag),
            |account| Some(account.theme),
        );
        let htmx = headers.contains_key("hx-request")
            && !headers.contains_key("hx-history-restore-request");
        let look = Look {
            lang,
            view: jar
                .look("view")
                .and_then(View::from_tag)
                .unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            household: if home.name.is_empty() {
                lang.text("product")
            } else {
                home.name
            },
            me: viewer.as_ref().map(|viewer| Me {
                name: viewer.name().to_owned(),
                writes: viewer.editor().is_ok(),
            }),
            reminders: viewer
                .as_ref()
                .map_or(0, |viewer| app.count_of_reminders(viewer.person())),
            path: request
                .uri()
                .path_and_query()
                .map_or_else(|| path.to_owned(), ToString::to_string),
            toast: jar.toast().and_then(|message| toast(lang, message)),
            ..Look::default()
        };
        let address = request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0);
        Ok(Self {
            viewer,
            session,
            share: jar.share().map(str::to_owned),
            look,
            api,
            json: api || asks_for_json(headers),
            htmx,
            method: request.method().clone(),
            address,
            transport: transport(headers),
        })
    }
}

/// A browser says so itself in the `Origin` of a form, and most proxies in a header of theirs. Whoever makes it up is
/// only refused their own cookie.
fn transport(headers: &HeaderMap) -> Transport {
    let says = |name: &str, start: &str| {
        headers
            .get(name)
            .is_some_and(|value| value.as_bytes().starts_with(start.as_bytes()))
    };
    if says("origin", "https://") || says("x-forwarded-proto", "https") {
        Transport::Tls
    } else {
        Transport::Plain
    }
}

/// Reads who is asking, lets the request through, and tells what went wrong in their language.
pub(super) async fn identify(
    State(app): State<Arc<App>>,
    mut request: Request,
    next: Next,
) -> Response {
    let visit = match Visit::of(&app, &request) {
        Ok(visit) => visit,
        Err(error) => return reply::bare(&error),
    };
    if app.is_unclaimed() && !visit.api && !opens_unclaimed(request.uri().path()) {
        return Redirect::to("/setup").into_response();
    }
    let path = request.uri().path().to_owned();
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response = reply::not_allowed(&visit, &response);
    } else if let Some(Failure(error)) = response.extensions_mut().remove() {
        response = reply::tell(&visit, &path, &error);
    }
    let shown = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if shown
        && visit.look.toast.is_some()
        && let Ok(ended) = cookie::toast_cookie(app.port(), None)
    {
        cookie::set(response.headers_mut(), ended);
    }
    response
}

/// The pages that a household without an owner has.
fn opens_unclaimed(path: &str) -> bool {
    path == "/setup"
        || path == "/look"
        || path == "/healthz"
        || path.starts_with(crate::ui::asset::ROOT)
}

/// Browsers never ask for JSON by themselves when they follow a link or send a form.
fn asks_for_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .is_some_and(|kinds| kinds.as_bytes().starts_with(b"application/json"))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(secret.trim())
}

/// The language of pages for whoever is not signed in: what this device remembers, else what its browser asks for.
pub fn language(headers: &HeaderMap, port: u16) -> Option<Lang> {
    let remembered = Jar::read(headers, port)
        .look("lang")
        .and_then(Lang::from_tag);
    remembered.or_else(|| accepted(headers))
}

/// The first of the languages that the browser asks for which we have (RFC 9110, section 12.5.4).
fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let mut asked: Vec<(f32, Lang)> = headers
        .get(header::ACCEPT_LANGUAGE)?
        .to_str()
        .ok()?
        .split(',')
        .filter_map(|part| {
            let (tag, quality) = part.split_once(';').unwrap_or((part, "q=1"));
            let quality = quality.trim().strip_prefix("q=")?.parse().ok()?;
            Some((quality, Lang::from_tag(tag.trim())?))
        })
        .collect();
    asked.sort_by(|left, right| right.0.total_cmp(&left.0));
    asked.first().map(|(_, lang)| *lang)
}

/// What just happened: the cookie holds an action's key and, when it can be undone, its change.
fn toast(lang: Lang, message: &str) -> Option<Toast> {
    let (action, change) = message.split_once('.').unwrap_or((message, ""));
    if !action
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    {
        return None;
    }
    let text = lang.text(&format!("done-{action}"));
    let toast = Toast::new(if text.starts_with('[') {
        lang.text("done")
    } else {
        text
    });
    Some(match change.parse::<u64>() {
        Ok(change) => toast.undo(format!("/undo/{change}")),
        Err(_) => toast,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_first_language_that_we_have_is_taken() {
        let asks = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
            accepted(&headers)
        };
        assert_eq!(asks("sv-SE,sv;q=0.9,en;q=0.8"), Some(Lang::Sv));
        assert_eq!(asks("de, en-GB;q=0.7, sv;q=0.8"), Some(Lang::Sv));
        assert_eq!(asks("de"), None);
        assert_eq!(asks("sv;q=oops,en"), Some(Lang::En));
    }
}

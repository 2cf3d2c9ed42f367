//! Who reads a page: in which language, which is all that the registry asks of them.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, Render};
use serde::Deserialize;

use crate::{
    domain::lang::Lang,
    http::{Form, Problem, language, remember_look},
    registry::service::Registry,
    ui::{look::Look, public::Public},
};

/// Cookies carry the port of a household's server, for a machine may have several. A registry has one address, and many ports behind it.
const PORT: u16 = 0;

/// A reader of pages.
pub struct Reader(pub Look);

impl Reader {
    /// A page with what all of them have.
    pub(in crate::registry) fn page(
        &self,
        title: String,
        lead: Option<String>,
        body: Markup,
    ) -> Markup {
        let look = &self.0;
        let page = Public::new(look, look.text("registry-name"), title, body)
            .link(look.text("registry-check-link"), "/")
            .link(look.text("registry-how"), "/how")
            .link(look.text("registry-privacy"), "/privacy")
            .foot(look.text("registry-foot"));
        match lead {
            Some(lead) => page.lead(lead).render(),
            None => page.render(),
        }
    }

    /// Whoever sends a request with these parts.
    pub(in crate::registry) fn of(parts: &Parts) -> Self {
        Self(Look {
            lang: language(&parts.headers, PORT).unwrap_or_default(),
            path: parts.uri.path().to_owned(),
            ..Look::default()
        })
    }
}

impl FromRequestParts<Arc<Registry>> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Registry>) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// What a reader chose, and where they were.
#[derive(Deserialize)]
pub(super) struct Chosen {
    lang: String,
    #[serde(default)]
    back: String,
}

/// `POST /look`: remembers a language on this device.
pub(super) async fn change(Form(chosen): Form<Chosen>) -> Result<Response, Problem> {
    // Nowhere but on this site.
    let is_here = chosen.back.starts_with('/') && !chosen.back.starts_with("//");
    let back = if is_here { chosen.back.as_str() } else { "/" };
    let lang = Lang::from_tag(&chosen.lang).unwrap_or_default();
    let set = [(header::SET_COOKIE, remember_look(PORT, "lang", lang.tag())?)];
    Ok((set, Redirect::to(back)).into_response())
}

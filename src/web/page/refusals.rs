//! What cannot be taken, told: files by a page, amounts by the key of a text.

use axum::response::{IntoResponse, Response};
use maud::html;

use crate::{
    domain::money::MoneyError,
    http::upload::Refused,
    ui::{
        banner::Banner,
        button::Button,
        icon::Icon,
        layout::Page,
        list::{List, Row},
        look::Look,
    },
};

/// Tells which files were refused, each by name and why, and how many were kept. `to` leads on.
pub fn refusals(look: &Look, kept: usize, refused: &[Refused], to: &str) -> Response {
    let rows = refused
        .iter()
        .map(|file| Row::icon(Icon::Warning, file.name.as_str()).text(file.sentence(look.lang)));
    let body = html! {
        (List(rows.collect()))
        @if kept > 0 { (Banner::notice(look.count("page-refused-kept", kept))) }
        div.row { (Button::link(look.text("page-refused-on"), to).primary()) }
    };
    let title = look.count("page-refused", refused.len());
    // What this page answers cannot be asked for again: switching the view leads on too.
    let look = Look {
        path: to.to_owned(),
        ..look.clone()
    };
    let page = Page::new(&look, title, body).narrow();
    let status = refused.first().map(Refused::status).unwrap_or_default();
    (status, page.answer(false)).into_response()
}

/// The key of the text that tells why a text is no money.
pub const fn money(error: MoneyError) -> &'static str {
    match error {
        MoneyError::Amount => "error-amount",
        MoneyError::Decimals => "error-amount-decimals",
        MoneyError::TooLarge => "error-amount-large",
        MoneyError::Currency => "error-currency",
    }
}

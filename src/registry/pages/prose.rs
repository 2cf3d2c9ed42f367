//! What the registry is, what it keeps of whom, and where programs are not wanted.

use axum::{http::header, response::IntoResponse};
use maud::{Markup, html};

use super::reader::Reader;

/// Where search engines have no business: what is there is looked up by whoever has the thing.
const ROBOTS: &str =
    "User-agent: *\nDisallow: /check\nDisallow: /entries/\nDisallow: /thread/\nDisallow: /v1/\n";

/// `GET /how`.
pub(super) async fn how(reader: Reader) -> Markup {
    let steps = [
        ("registry-how-owner", "registry-how-owner-what"),
        ("registry-how-buyer", "registry-how-buyer-what"),
        ("registry-how-finder", "registry-how-finder-what"),
        ("registry-how-police", "registry-how-police-what"),
    ];
    sections(&reader, "registry-how", "registry-how-lead", &steps)
}

/// `GET /privacy`.
pub(super) async fn privacy(reader: Reader) -> Markup {
    let parts = [
        ("registry-privacy-asks", "registry-privacy-asks-what"),
        ("registry-privacy-entries", "registry-privacy-entries-what"),
        (
            "registry-privacy-messages",
            "registry-privacy-messages-what",
        ),
        ("registry-privacy-cookies", "registry-privacy-cookies-what"),
    ];
    sections(&reader, "registry-privacy", "registry-privacy-lead", &parts)
}

fn sections(reader: &Reader, title: &str, lead: &str, parts: &[(&str, &str)]) -> Markup {
    let look = &reader.0;
    let body = html! {
        @for (head, text) in parts {
            section.stack { h2 { (look.text(head)) } p { (look.text(text)) } }
        }
    };
    reader.page(look.text(title), Some(look.text(lead)), body)
}

/// `GET /robots.txt`.
pub(super) async fn robots() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        ROBOTS,
    )
}

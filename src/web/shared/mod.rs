//! What a share link opens for somebody outside the household: reports of one incident, read alone, and no other page.
//!
//! Whatever is wrong with a link, never made, over, revoked, its incident in the bin, the answer is the same.

mod file;
mod locked;
mod page;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::{
    access::share::{self, Opened, ROOT},
    app::App,
    domain::{report::ReportId, share::Share},
    error::Result,
    http::Visit,
    ui::look::Look,
};

/// The routes of this folder.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/shared/{secret}", get(page::show).post(locked::unlock))
        .route("/shared/{secret}/reports/{id}/file", get(file::fetch))
        .route(
            "/shared/{secret}/reports/{id}/pictures/{key}",
            get(file::picture),
        )
}

/// Where a link leads.
fn own(secret: &str) -> String {
    format!("{ROOT}/{secret}")
}

/// Where one of its reports has its files.
fn own_report(secret: &str, id: ReportId) -> String {
    format!("{}/reports/{id}", own(secret))
}

/// What a link opens for whoever asks; none while they have not given its passcode.
///
/// # Errors
/// [`Error::NotFound`](crate::error::Error::NotFound) for a link that opens nothing.
fn opened(app: &App, visit: &Visit, secret: &str) -> Result<Option<Opened>> {
    let now = app.store.clock().now();
    share::open_with(&app.store.read()?, secret, visit.share.as_deref(), now)
}

/// How the pages of a link look: in its own language, in the colours of whoever looks, and to nobody of the household.
fn look(visit: &Visit, share: &Share) -> Look {
    Look {
        lang: share.language,
        theme: visit.look.theme,
        ..Look::default()
    }
}

//! The server: binds, wraps every route in the layers that all of them need, and stops in order.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router, extract::State, http::StatusCode, middleware, response::IntoResponse, routing::get,
};
use tokio::net::TcpListener;
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer,
    timeout::TimeoutLayer, trace::TraceLayer,
};

use super::{assets, identity, reply::Problem, security};
use crate::{
    app::App,
    error::{Error, Result},
};

/// How long a request may take, an upload over slow wifi included.
const PATIENCE: Duration = Duration::from_mins(15);
/// Half the time of the usual level for pages that are a tenth larger: on a home network the time is what one notices.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(3);
/// How large a form without files may be.
pub const FORM: usize = 4 * 1024 * 1024;

/// Every route with the layers around it.
pub fn router(app: &Arc<App>, pages: Router<Arc<App>>) -> Router {
    let asset = format!("{}/{{version}}/{{*path}}", crate::ui::asset::ROOT);
    pages
        .route("/healthz", get(health))
        .route(&asset, get(assets::show))
        .fallback(async || Problem::from(Error::NotFound))
        .layer(axum::extract::DefaultBodyLimit::max(FORM))
        .layer(middleware::from_fn(security::same_origin))
        .layer(middleware::from_fn_with_state(
            Arc::clone(app),
            identity::identify,
        ))
        .layer(middleware::from_fn(security::harden))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            PATIENCE,
        ))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(Arc::clone(app))
}

/// A log line names the method and the path; never the query, which may hold what somebody searched for.
fn span(request: &axum::extract::Request) -> tracing::Span {
    tracing::debug_span!("request", method = %request.method(), path = %request.uri().path())
}

/// `GET /healthz`: the store can be read.
async fn health(State(app): State<Arc<App>>) -> Result<impl IntoResponse, Problem> {
    app.store.read()?;
    Ok("ok\n")
}

/// Takes the address that pages are served on.
///
/// # Errors
/// [`Error::Unavailable`] with the address and the cause.
pub async fn bind(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|cause| Error::Unavailable(format!("cannot listen on {address}: {cause}")))
}

/// Serves until `stop` resolves, then finishes the requests at hand.
///
/// # Errors
/// [`Error::Internal`] when the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    axum::serve(
        listener,
        router.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(stop)
    .await
    .map_err(Error::internal)
}

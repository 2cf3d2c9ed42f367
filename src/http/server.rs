//! The server: binds, wraps every route in the layers that all of them need, and stops in order.

use std::{net::SocketAddr, pin::pin, sync::Arc};

use axum::{
    Router, extract::State, middleware, response::IntoResponse, routing::get, serve::Listener,
};
use tokio::{net::TcpStream, task::JoinSet, time::timeout};
use tokio_util::sync::CancellationToken;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate as _},
    },
    trace::TraceLayer,
};

use super::{
    assets,
    connection::{self, Patience},
    identity,
    listeners::Listeners,
    pace,
    reply::Problem,
    seats::{Seat, Seats},
    security,
};
use crate::{
    app::App,
    error::{Error, Result},
};

/// Half the time of the usual level for pages that are a tenth larger: on a home network the time is what one notices.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(3);
/// How large a form without files may be.
pub const FORM: usize = 4_000_000;

/// Every route of the household with the layers around it.
pub fn router(app: &Arc<App>, pages: Router<Arc<App>>) -> Router {
    let pages = inner(pages.route("/healthz", get(health))).layer(middleware::from_fn_with_state(
        Arc::clone(app),
        identity::identify,
    ));
    outer(pages.with_state(Arc::clone(app)))
}

/// Routes with what both roles of the program have beside their own, and the layers that look at a request.
pub fn inner<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    let asset = format!("{}/{{version}}/{{*path}}", crate::ui::asset::ROOT);
    routes
        .route(&asset, get(assets::show))
        .fallback(async || Problem::from(Error::NotFound))
        .layer(axum::extract::DefaultBodyLimit::max(FORM))
        .layer(middleware::from_fn(security::same_origin))
        .layer(middleware::from_fn(pace::keep))
}

/// The layers around everything, which look at what goes out.
pub fn outer(routes: Router) -> Router {
    routes
        .layer(middleware::from_fn(pace::close_unread))
        .layer(middleware::from_fn(security::harden))
        .layer(CompressionLayer::new().quality(COMPRESSION).compress_when(
            // What is packed already keeps its length, by which a browser tells how far it is.
            DefaultPredicate::new().and(NotForContentType::const_new("application/zip")),
        ))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// A log line names the method and the path; never the query, which may hold what somebody searched for, and of a stranger's link not
/// its secret.
fn span(request: &axum::extract::Request) -> tracing::Span {
    let path = request.uri().path();
    let path = security::secret_root(path).unwrap_or(path);
    tracing::debug_span!("request", method = %request.method(), %path)
}

/// `GET /healthz`: the store can be read.
async fn health(State(app): State<Arc<App>>) -> Result<impl IntoResponse, Problem> {
    app.store.read()?;
    Ok("ok\n")
}

/// Serves until `stop` resolves, then finishes the requests at hand, as long as that does not take too long.
///
/// # Errors
/// [`Error::Internal`] when no more connections can be counted.
pub async fn serve(
    listeners: Listeners,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    serve_within(
        listeners,
        router,
        &Seats::usual(),
        Patience::default(),
        stop,
    )
    .await
}

async fn serve_within(
    mut listeners: Listeners,
    router: Router,
    seats: &Seats,
    patience: Patience,
    stop: impl Future<Output = ()>,
) -> Result<()> {
    let ending = CancellationToken::new();
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            Some(_) = connections.join_next() => {}
            arrived = arrival(&mut listeners, seats) => {
                if let (stream, from, Some(seat)) = arrived? {
                    let (router, ending) = (router.clone(), ending.clone());
                    connections.spawn(async move {
                        connection::serve(stream, from, router, patience, ending).await;
                        drop(seat);
                    });
                }
            }
        }
    }
    drop(listeners);
    ending.cancel();
    let all = async { while connections.join_next().await.is_some() {} };
    if timeout(patience.stop, all).await.is_err() {
        tracing::warn!("stopped before every request was answered");
    }
    Ok(())
}

/// The next who comes once there is a seat; whoever has no claim to one is hung up on.
async fn arrival(
    listeners: &mut Listeners,
    seats: &Seats,
) -> Result<(TcpStream, SocketAddr, Option<Seat>)> {
    let free = seats.free().await?;
    let (stream, from) = listeners.accept().await;
    Ok((stream, from, seats.take(free, from.ip())))
}

#[cfg(test)]
mod tests;

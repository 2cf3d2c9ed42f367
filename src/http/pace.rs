//! Pace: a request that comes too slowly, or takes too long, is given up.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    body::{Body, BodyDataStream, Bytes, HttpBody},
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{
    StreamExt,
    stream::{self, Stream},
};
use tokio::time::{Instant, timeout};

use super::reply::Problem;
use crate::error::Error;

/// How long a request may take, an upload over slow wifi included.
const WHOLE: Duration = Duration::from_mins(15);
/// How long the server waits for a body at most, when all that came has earned no more.
const WAIT: Duration = Duration::from_secs(30);
/// How many bytes earn a second of waiting: a poor mobile connection sends twice as many.
const BYTES_A_SECOND: f64 = 8192.0;

/// Gives up a request whose body trickles, or that takes too long as a whole.
pub(super) async fn keep(request: Request, next: Next) -> Response {
    let late = Arc::new(AtomicBool::new(false));
    let task = Arc::clone(&late);
    let request = over(request, |body| paced(body, task));
    match timeout(WHOLE, next.run(request)).await {
        Ok(response) if !late.load(Ordering::Relaxed) => response,
        _ => Problem::from(Error::TooSlow).into_response(),
    }
}

/// Says in the answer to a request whose body was not read to its end that the connection closes. Nothing can follow
/// on it, and a client that is not told so sends its next request into the void.
pub(super) async fn close_unread(request: Request, next: Next) -> Response {
    let whole = request.body().size_hint().exact().unwrap_or(u64::MAX);
    let left = Arc::new(AtomicU64::new(whole));
    let task = Arc::clone(&left);
    let request = over(request, |body| counted(body, task));
    let mut response = next.run(request).await;
    if left.load(Ordering::Relaxed) > 0 {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    response
}

/// The request with its body read through something; one without a body is as it was.
fn over<S>(request: Request, through: impl FnOnce(BodyDataStream) -> S) -> Request
where
    S: Stream<Item = Result<Bytes, axum::Error>> + Send + 'static,
{
    if request.body().is_end_stream() {
        return request;
    }
    request.map(|body| Body::from_stream(through(body.into_data_stream())))
}

/// The same bytes; `left` is how many have not been read yet.
fn counted(
    body: impl Stream<Item = Result<Bytes, axum::Error>> + Unpin,
    left: Arc<AtomicU64>,
) -> impl Stream<Item = Result<Bytes, axum::Error>> {
    stream::try_unfold((body, left), |(mut body, left)| async move {
        let next = body.next().await.transpose()?;
        let still = left.load(Ordering::Relaxed);
        let came = next.as_ref().map_or(still, |bytes| bytes.len() as u64);
        left.store(still.saturating_sub(came), Ordering::Relaxed);
        Ok(next.map(|bytes| (bytes, (body, left))))
    })
}

/// The same bytes; the time that is spent waiting for them is paid for by what comes, so that a server that is busy
/// with them itself costs the sender nothing.
fn paced(
    body: impl Stream<Item = Result<Bytes, axum::Error>> + Unpin,
    late: Arc<AtomicBool>,
) -> impl Stream<Item = Result<Bytes, axum::Error>> {
    stream::try_unfold((body, WAIT, late), |(mut body, left, late)| async move {
        let asked = Instant::now();
        let Ok(next) = timeout(left, body.next()).await else {
            late.store(true, Ordering::Relaxed);
            return Err(axum::Error::new(Error::TooSlow));
        };
        let Some(bytes) = next.transpose()? else {
            return Ok(None);
        };
        let spent = asked.elapsed();
        let earned = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let earned = Duration::from_secs_f64(f64::from(earned) / BYTES_A_SECOND);
        let left = (left.saturating_sub(spent) + earned).min(WAIT);
        Ok(Some((bytes, (body, left, late))))
    })
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt;

    use super::*;

    /// Sends so many bytes every so often, as long as somebody listens, for an hour at most; how long it took, and
    /// whether all of it came.
    async fn sent(bytes: usize, every: Duration) -> (Duration, bool) {
        let begun = Instant::now();
        let body = stream::unfold((), |()| async move {
            tokio::time::sleep(every).await;
            let more = begun.elapsed() < Duration::from_hours(1);
            more.then(|| (Ok(Bytes::from(vec![0; bytes])), ()))
        });
        let late = Arc::new(AtomicBool::new(false));
        let outcome = paced(Box::pin(body), Arc::clone(&late))
            .try_for_each(async |_| Ok(()))
            .await;
        assert_eq!(outcome.is_err(), late.load(Ordering::Relaxed));
        (begun.elapsed(), outcome.is_ok())
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_trickles_is_given_up() {
        let (took, whole) = sent(1, Duration::from_secs(29)).await;
        assert!(!whole && took < Duration::from_mins(1), "{took:?}");
        let (took, whole) = sent(100, Duration::from_secs(1)).await;
        assert!(!whole && took < Duration::from_mins(1), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_connection_is_waited_for() {
        let (_, whole) = sent(16_384, Duration::from_secs(1)).await;
        assert!(whole, "128 kbit/s");
        let (_, whole) = sent(1 << 20, Duration::from_secs(25)).await;
        assert!(whole, "out of reach now and then");
    }
}

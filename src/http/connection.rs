//! One connection: its requests answered in order, and its end so gentle that the last answer is read.

use std::{future::poll_fn, net::SocketAddr, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// How large the head of a request may be, in bytes: cookies and a long search fit many times.
const HEAD: usize = 64 * 1024;

/// How long a client is waited for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// For the head of a request, and so for the next one on a connection that stays open.
    pub head: Duration,
    /// For a client to take what it has asked for.
    pub taking: Duration,
    /// For a client to stop sending when it has its answer.
    pub rest: Duration,
    /// How many bytes it may send meanwhile.
    pub rest_bytes: u64,
    /// For the requests at hand when the server stops.
    pub stop: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(30),
            taking: Duration::from_mins(1),
            rest: Duration::from_secs(30),
            rest_bytes: 256 << 20,
            stop: Duration::from_secs(5),
        }
    }
}

/// Answers what comes until the client leaves, is too slow, or `stop` says so.
pub(super) async fn serve(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    patience: Patience,
    stop: CancellationToken,
) {
    give_up_on_deaf(&stream, patience.taking);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        Box::pin(router.clone().oneshot(request))
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_header_size(HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let ended = tokio::select! {
        ended = poll_fn(|context| connection.poll_without_shutdown(context)) => ended,
        () = stop.cancelled() => {
            Pin::new(&mut connection).graceful_shutdown();
            poll_fn(|context| connection.poll_without_shutdown(context)).await
        }
    };
    match ended {
        Err(error) if error.is_timeout() => {}
        _ => {
            let stream = connection.into_parts().io.into_inner();
            tokio::select! {
                () = part(stream, patience) => {}
                () = stop.cancelled() => {}
            }
        }
    }
}

/// Says that nothing more comes, and reads what the client is still sending: were the connection closed with bytes
/// unread, the system would reset it, and the answer would be lost to a client that sends before it reads.
async fn part(mut stream: TcpStream, patience: Patience) {
    if stream.shutdown().await.is_err() {
        return;
    }
    let mut rest = stream.take(patience.rest_bytes);
    let mut nowhere = tokio::io::sink();
    // Whether it ends, fails or takes too long: the answer has had its chance.
    let _ = timeout(patience.rest, tokio::io::copy(&mut rest, &mut nowhere)).await;
}

/// Lets the system end a connection whose client takes nothing of what is sent.
fn give_up_on_deaf(stream: &TcpStream, patience: Duration) {
    #[cfg(target_os = "linux")]
    {
        let milliseconds = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX);
        if let Err(error) = rustix::net::sockopt::set_tcp_user_timeout(stream, milliseconds) {
            tracing::debug!(%error, "could not bound how long a client may take");
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (stream, patience);
}

//! Requests to elsewhere: one POST of JSON, and whether it was taken.
//!
//! No redirect is followed, no proxy is asked, no cookie is kept. Of the answer nothing but the status is looked at, and
//! how long the server wants to be left alone: what else it says could be of a machine that the person who entered the
//! address may not ask.

use std::{future::pending, time::Duration};

use http_body_util::Full;
use hyper::{
    Request, StatusCode,
    body::Bytes,
    client::conn::http1,
    header::{self, HeaderMap, HeaderName, HeaderValue},
};
use hyper_util::rt::TokioIo;
use serde::Serialize;

use super::{
    failure::{Cause, Failure},
    guard::Place,
    web_address::WebAddress,
    wire::Dialer,
};

/// The longest head of an answer, in bytes, and the most headers in it.
const HEAD: usize = 16 << 10;
const HEADERS: usize = 100;

/// The longest that a server may ask to be left alone.
const LONGEST_WAIT: Duration = Duration::from_hours(24);

/// A header's value that nobody prints.
pub(super) fn secret_value(text: &str) -> Result<HeaderValue, Failure> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        Failure::Refused(Cause::Unsendable("a token that fits no header".to_owned()))
    })?;
    value.set_sensitive(true);
    Ok(value)
}

/// A value as JSON.
pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value)
        .map_err(|error| Failure::Refused(Cause::Unsendable(error.to_string())))
}

/// Sends JSON to an address, with these headers beside those that every request has.
///
/// Without encryption it goes no further than the household's own network.
pub(super) async fn post(
    dialer: &Dialer,
    address: &WebAddress,
    headers: &[(HeaderName, HeaderValue)],
    json: Vec<u8>,
) -> Result<(), Failure> {
    let mut request = Request::post(address.target())
        .header(header::HOST, address.authority())
        .header(header::CONTENT_TYPE, "application/json")
        .header(
            header::USER_AGENT,
            concat!("Smartinventory/", env!("CARGO_PKG_VERSION")),
        )
        .header(header::CONNECTION, "close");
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request
        .body(Full::new(Bytes::from(json)))
        .map_err(|error| Failure::Refused(Cause::Unsendable(error.to_string())))?;
    dialer.in_time(exchange(dialer, address, request)).await
}

async fn exchange(
    dialer: &Dialer,
    address: &WebAddress,
    request: Request<Full<Bytes>>,
) -> Result<(), Failure> {
    let host = address.host().ok_or(Failure::Refused(Cause::Name))?;
    let wire = if address.is_encrypted() {
        let wire = dialer.dial(&host, address.port(), Place::World).await?;
        wire.encrypt(&host, dialer.trust()).await?
    } else {
        dialer.dial(&host, address.port(), Place::House).await?
    };
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(HEAD)
        .max_headers(HEADERS)
        .handshake(TokioIo::new(wire))
        .await
        .map_err(|error| broken(&error))?;
    let driven = async {
        // How it ends, whoever waits for the answer is told too.
        let _ = connection.await;
        pending().await
    };
    let answer = tokio::select! {
        biased;
        answer = sender.send_request(request) => answer,
        never = driven => never,
    };
    let answer = answer.map_err(|error| broken(&error))?;
    judge(answer.status(), answer.headers())
}

fn broken(error: &hyper::Error) -> Failure {
    let cause = if error.is_parse() {
        Cause::Nonsense
    } else {
        Cause::Connection
    };
    Failure::later(cause)
}

fn judge(status: StatusCode, headers: &HeaderMap) -> Result<(), Failure> {
    let cause = match status.as_u16() {
        200..=299 => return Ok(()),
        401 | 403 => Cause::Login,
        _ => Cause::Answer(status.to_string()),
    };
    // Too slow, too early, too many; or the server's own fault, save for what it will never learn.
    let passes = matches!(status.as_u16(), 408 | 425 | 429)
        || status.is_server_error() && !matches!(status.as_u16(), 501 | 505);
    if !passes {
        return Err(Failure::Refused(cause));
    }
    let wait = headers
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.trim().parse().ok())
        .map(|seconds| Duration::from_secs(seconds).min(LONGEST_WAIT));
    Err(Failure::Later { cause, wait })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(status: u16, retry_after: Option<&'static str>) -> Result<(), Failure> {
        let mut headers = HeaderMap::new();
        if let Some(value) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static(value));
        }
        judge(StatusCode::from_u16(status).unwrap(), &headers)
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        for status in [200, 201, 202, 204] {
            assert_eq!(judged(status, None), Ok(()), "{status}");
        }
        for status in [
            301, 302, 304, 307, 308, 400, 404, 405, 410, 413, 418, 422, 501,
        ] {
            assert!(judged(status, None).unwrap_err().is_final(), "{status}");
        }
        for status in [401, 403] {
            assert_eq!(judged(status, None), Err(Failure::Refused(Cause::Login)));
        }
    }

    #[test]
    fn what_passes_is_tried_again() {
        for status in [408, 425, 429, 500, 502, 503, 504, 507, 599] {
            assert!(!judged(status, None).unwrap_err().is_final(), "{status}");
        }
    }

    #[test]
    fn a_server_may_ask_for_time_but_not_for_ever() {
        let wait = |value| match judged(429, Some(value)) {
            Err(Failure::Later { wait, .. }) => wait,
            other => panic!("{other:?}"),
        };
        assert_eq!(wait("90"), Some(Duration::from_secs(90)));
        assert_eq!(wait("18446744073709551615"), Some(LONGEST_WAIT));
        for odd in ["", "-1", "soon", "Fri, 27 Nov 2026 17:00:00 GMT"] {
            assert_eq!(wait(odd), None, "{odd}");
        }
    }
}

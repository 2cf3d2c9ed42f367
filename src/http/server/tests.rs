//! The server as clients that are slow, greedy or rude meet it.

use std::{net::Ipv4Addr, time::Duration};

use axum::{body::Bytes, http::StatusCode, routing::post};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::oneshot,
    task::JoinHandle,
    time::Instant,
};

use super::*;

/// Answers before it has read, after it has read, or with more than any buffer holds.
fn routes() -> Router {
    Router::new()
        .route("/refuse", post(async || StatusCode::PAYLOAD_TOO_LARGE))
        .route("/take", post(async |_: Bytes| "taken"))
        .route("/much", get(async || vec![b'.'; 64 << 20]))
}

const PATIENCE: Patience = Patience {
    head: Duration::from_millis(200),
    taking: Duration::from_millis(200),
    rest: Duration::from_secs(5),
    rest_bytes: 64 << 20,
    stop: Duration::from_millis(200),
};

/// A server, until the sender is used or dropped.
fn start(seats: &Seats, patience: Patience) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let listener = Listeners::open((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let address = listener.addresses()[0];
    let (stop, stopped) = oneshot::channel();
    let seats = seats.clone();
    let running = tokio::spawn(async move {
        let stopped = async { stopped.await.unwrap_or_default() };
        serve_within(listener, routes(), &seats, patience, stopped)
            .await
            .unwrap();
    });
    (address, stop, running)
}

/// All that comes until the server hangs up, gently.
async fn all(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn a_client_that_sends_before_it_reads_gets_its_answer() {
    let (address, _stop, _) = start(&Seats::new(4), PATIENCE);
    let mut client = TcpStream::connect(address).await.unwrap();
    let size = 32 << 20;
    let head = format!("POST /refuse HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n\r\n");
    client.write_all(head.as_bytes()).await.unwrap();
    client.write_all(&vec![b'.'; size]).await.unwrap();
    let answer = all(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[tokio::test]
async fn what_is_still_sent_after_the_answer_is_read_only_so_far() {
    let patience = Patience {
        rest_bytes: 1 << 20,
        ..PATIENCE
    };
    let (address, _stop, _) = start(&Seats::new(4), patience);
    let mut client = TcpStream::connect(address).await.unwrap();
    let head = "POST /refuse HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    client.write_all(head.as_bytes()).await.unwrap();
    let chunk = [b"10000\r\n".as_slice(), &vec![b'.'; 0x10000], b"\r\n"].concat();
    let mut chunks = 0;
    while client.write_all(&chunk).await.is_ok() {
        chunks += 1;
        assert!(chunks < 1024, "it would be read for ever");
    }
}

#[tokio::test]
async fn a_head_that_does_not_end_is_not_waited_for() {
    let (address, _stop, _) = start(&Seats::new(4), PATIENCE);
    for begun in ["", "GET / HTTP/1.1\r\nX: "] {
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(begun.as_bytes()).await.unwrap();
        let asked = Instant::now();
        assert_eq!(all(&mut client).await, "");
        assert!(asked.elapsed() < Duration::from_secs(2));
    }
    // Nor is the next request on a connection that stays open.
    let mut client = TcpStream::connect(address).await.unwrap();
    client
        .write_all(b"GET /take HTTP/1.1\r\nHost: x\r\n\r\n")
        .await
        .unwrap();
    assert!(all(&mut client).await.starts_with("HTTP/1.1 405 "));
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused_in_words() {
    let (address, _stop, _) = start(&Seats::new(4), PATIENCE);
    let mut client = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n",
        "a".repeat(1 << 20)
    );
    client.write_all(head.as_bytes()).await.unwrap();
    let answer = all(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_client_that_takes_nothing_gives_its_seat_back() {
    let seats = Seats::new(2);
    let (address, _stop, _) = start(&seats, PATIENCE);
    let mut deaf = TcpStream::connect(address).await.unwrap();
    deaf.write_all(b"GET /much HTTP/1.1\r\nHost: x\r\n\r\n")
        .await
        .unwrap();
    let served = async {
        loop {
            let mut other = TcpStream::connect(address).await.unwrap();
            let ask = b"POST /take HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
            let mut answer = [0; 15];
            if other.write_all(ask).await.is_ok() && other.read_exact(&mut answer).await.is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    timeout(Duration::from_secs(20), served).await.unwrap();
    drop(deaf);
}

#[tokio::test]
async fn a_flood_waits_and_nobody_is_forgotten() {
    let (address, _stop, _) = start(&Seats::new(4), PATIENCE);
    // More than there are seats; those who say nothing are not waited for.
    let silent: Vec<_> = (0..40)
        .map(|_| tokio::spawn(TcpStream::connect(address)))
        .collect();
    let served = async {
        loop {
            let mut client = TcpStream::connect(address).await.unwrap();
            let ask = b"POST /take HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
            let mut answer = [0; 15];
            if client.write_all(ask).await.is_ok() && client.read_exact(&mut answer).await.is_ok() {
                assert_eq!(&answer, b"HTTP/1.1 200 OK");
                break;
            }
        }
    };
    timeout(Duration::from_secs(20), served).await.unwrap();
    drop(silent);
}

#[tokio::test]
async fn a_server_that_stops_answers_first_and_does_not_wait_for_ever() {
    let (address, stop, running) = start(&Seats::new(4), PATIENCE);
    let mut quick = TcpStream::connect(address).await.unwrap();
    let mut never = TcpStream::connect(address).await.unwrap();
    let head = b"POST /take HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n";
    quick.write_all(head).await.unwrap();
    never.write_all(head).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    stop.send(()).unwrap();
    quick.write_all(b"hi").await.unwrap();
    assert!(all(&mut quick).await.ends_with("taken"));
    timeout(Duration::from_secs(5), running)
        .await
        .unwrap()
        .unwrap();
}

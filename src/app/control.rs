//! The socket that the running server takes orders on, from its own user alone.
//!
//! An order is a line of JSON; the answer is a line of JSON for each [`Word`], the last of them [`Word::Done`]. Empty
//! lines say no more than that the server is still at it.

use std::{
    fs,
    io::{BufRead, BufReader, ErrorKind, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt},
    net::{UnixListener, unix::OwnedWriteHalf},
    runtime::Handle,
    sync::mpsc,
};
use tokio_util::sync::CancellationToken;

use super::{
    App,
    order::{Order, Verdict, Word, obey},
    premises::Premises,
};
use crate::error::{Error, Result};

/// The longest order taken, in bytes.
const LONGEST: u64 = 64 * 1024;
/// How long the server waits for an order, and the command line for a word.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often the server says that it is still at it.
const PULSE: Duration = Duration::from_secs(5);
/// How many words may wait for whoever listens.
const WAITING: usize = 64;

/// Hands an order to the server that holds a folder, and passes on its words but the last. `None` when no server does.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when the server cannot be asked, or stops before it is done.
pub fn send(
    folder: &Path,
    order: &Order,
    hear: &mut dyn FnMut(Word) -> Result<()>,
) -> Result<Option<Verdict>> {
    let path = socket(folder);
    let mut stream = match UnixStream::connect(&path) {
        Ok(stream) => stream,
        // What a server that was ended at once has left.
        Err(cause)
            if matches!(
                cause.kind(),
                ErrorKind::NotFound | ErrorKind::ConnectionRefused
            ) =>
        {
            return Ok(None);
        }
        Err(cause) if cause.kind() == ErrorKind::PermissionDenied => {
            return Err(Error::Unavailable(format!(
                "{} is another user's: only who runs the server may give it orders",
                path.display()
            )));
        }
        Err(cause) => return Err(gone(&cause)),
    };
    let mut line = serde_json::to_string(order).map_err(Error::internal)?;
    line.push('\n');
    let asked = stream
        .set_read_timeout(Some(PATIENCE))
        .and_then(|()| stream.write_all(line.as_bytes()));
    asked.map_err(|cause| gone(&cause))?;
    for line in BufReader::new(stream).lines() {
        let line = line.map_err(|cause| gone(&cause))?;
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str(&line).map_err(Error::internal)? {
            Word::Done(verdict) => return Ok(Some(verdict)),
            word => hear(word)?,
        }
    }
    Err(gone(&"it stopped before it was done"))
}

fn gone(cause: &dyn std::fmt::Display) -> Error {
    Error::Unavailable(format!("the running server does not answer: {cause}"))
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("control.sock")
}

/// Listens for orders until told to stop.
///
/// # Errors
/// [`Error::Unavailable`] when the socket cannot be made.
pub(super) fn listen(
    app: Arc<App>,
    stop: CancellationToken,
) -> Result<impl Future<Output = ()> + Send + 'static> {
    let path = socket(&app.settings.data);
    let refused = |cause: std::io::Error| {
        Error::Unavailable(format!("cannot make {}: {cause}", path.display()))
    };
    // The store is open, so no other server is behind a socket that is there already.
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(refused(cause)),
        _ => {}
    }
    let listener = UnixListener::bind(&path).map_err(refused)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(refused)?;
    Ok(async move {
        loop {
            tokio::select! {
                () = stop.cancelled() => break,
                taken = listener.accept() => match taken {
                    Ok((stream, _)) => {
                        tokio::spawn(answer(Arc::clone(&app), stream));
                    }
                    Err(error) => {
                        tracing::warn!(%error, "an order could not be taken");
                        tokio::time::sleep(Duration::from_secs(1)).await;
                    }
                }
            }
        }
        // The next start removes it where this fails.
        let _ = fs::remove_file(socket(&app.settings.data));
    })
}

async fn answer(app: Arc<App>, stream: tokio::net::UnixStream) {
    // Between the making of the socket and its mode, somebody else may have come in.
    let own = rustix::process::geteuid().as_raw();
    if stream
        .peer_cred()
        .map_or(true, |peer| ![own, 0].contains(&peer.uid()))
    {
        return;
    }
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut reader = tokio::io::BufReader::new(read.take(LONGEST));
    let asked = tokio::time::timeout(PATIENCE, reader.read_line(&mut line)).await;
    let verdict = match (asked, serde_json::from_str::<Order>(&line)) {
        (Ok(Ok(_)), Ok(order)) => carry_out(&app, order, &mut write).await,
        _ => Verdict::Refused("the running server does not know this order".to_owned()),
    };
    // Whoever asked may have gone.
    let _ = tell(&mut write, &Word::Done(verdict)).await;
}

/// Carries an order out off the async threads, and passes its words on as they come.
async fn carry_out(app: &Arc<App>, order: Order, write: &mut OwnedWriteHalf) -> Verdict {
    let premises = Premises::of(app, Handle::current());
    let (said, mut words) = mpsc::channel(WAITING);
    let carried = tokio::task::spawn_blocking(move || {
        obey(&premises, &order, &mut |word| {
            said.blocking_send(word)
                .map_err(|_| Error::Unavailable("nobody listens any more".to_owned()))
        })
    });
    let mut pulse = tokio::time::interval(PULSE);
    loop {
        let told = tokio::select! {
            word = words.recv() => match word {
                Some(word) => tell(write, &word).await,
                None => break,
            },
            _ = pulse.tick() => write.write_all(b"\n").await,
        };
        if told.is_err() {
            break;
        }
    }
    drop(words);
    carried.await.unwrap_or_else(|_| {
        Verdict::Refused("the running server failed; its log says why".to_owned())
    })
}

async fn tell(write: &mut OwnedWriteHalf, word: &Word) -> std::io::Result<()> {
    let mut line = serde_json::to_string(word)?;
    line.push('\n');
    write.write_all(line.as_bytes()).await
}

//! Orders from the command line: carried out on the folder, or by the server that holds it, over a socket that only its
//! user can open.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt},
    net::UnixListener,
    sync::watch,
};

use super::{App, stopped};
use crate::{
    access::{session, token},
    actions::people,
    domain::{invalid::Invalid, lang::Lang, person::Role},
    error::{Error, Result},
    store::Store,
};

/// Something to be done by who holds the data folder.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Add a person who signs in with a password.
    AddPerson {
        /// Their name.
        name: String,
        /// Their role.
        role: Role,
        /// Their password.
        password: String,
    },
    /// Make a token.
    CreateToken {
        /// The name of the person whom it speaks for.
        person: String,
    },
}

type Answer = std::result::Result<String, String>;

/// The longest order taken, in bytes.
const LONGEST: u64 = 64 * 1024;
/// How long the command line waits for the server.
const PATIENCE: Duration = Duration::from_secs(30);

/// Carries an order out on the store; the answer is what the command prints.
///
/// # Errors
/// [`Error::Unavailable`] with a sentence when what the order says cannot be taken; what else the action fails with.
pub fn obey(store: &Store, order: &Order) -> Result<String> {
    let done = match order {
        Order::AddPerson {
            name,
            role,
            password,
        } => {
            let person = people::add_from_folder(store, name, *role, Some(password));
            person.map(|person| person.value.id.to_string())
        }
        Order::CreateToken { person } => {
            let person = session::person_named(&store.read()?, person)?.ok_or(Error::NotFound)?;
            token::create(store, person.id, "smartinventory token create")
        }
    };
    done.map_err(|error| match error {
        Error::Invalid(invalid) => Error::Unavailable(sentence(&invalid)),
        error => error,
    })
}

/// Why an order is refused, in the language of the command line.
fn sentence(invalid: &Invalid) -> String {
    let texts: Vec<_> = invalid
        .iter()
        .map(|(_, text)| Lang::En.text(text))
        .collect();
    texts.join(" ")
}

/// Hands an order to the server that holds a folder. `None` when no server does.
///
/// # Errors
/// [`Error::Unavailable`] with the server's sentence when it refuses.
pub fn send(folder: &Path, order: &Order) -> Result<Option<String>> {
    let Ok(mut stream) = UnixStream::connect(socket(folder)) else {
        return Ok(None);
    };
    let ask = |stream: &mut UnixStream| -> std::io::Result<String> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut line = serde_json::to_string(order)?;
        line.push('\n');
        stream.write_all(line.as_bytes())?;
        let mut answer = String::new();
        BufReader::new(stream).read_line(&mut answer)?;
        Ok(answer)
    };
    let answer = ask(&mut stream).map_err(Error::internal)?;
    let answer: Answer = serde_json::from_str(&answer).map_err(Error::internal)?;
    answer.map(Some).map_err(Error::Unavailable)
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
    mut stop: watch::Receiver<bool>,
) -> Result<impl Future<Output = ()> + Send + 'static> {
    let path = socket(&app.settings.data);
    let refused = |cause: std::io::Error| {
        Error::Unavailable(format!("cannot make {}: {cause}", path.display()))
    };
    // The store is open, so no other server is behind a socket that is there already.
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(refused(cause)),
        _ => {}
    }
    let listener = UnixListener::bind(&path).map_err(refused)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(refused)?;
    Ok(async move {
        loop {
            tokio::select! {
                () = stopped(&mut stop) => break,
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
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut reader = tokio::io::BufReader::new(read.take(LONGEST));
    let asked = tokio::time::timeout(PATIENCE, reader.read_line(&mut line)).await;
    let answer: Answer = match (asked, serde_json::from_str::<Order>(&line)) {
        (Ok(Ok(_)), Ok(order)) => {
            app.change(move |store| obey(store, &order))
                .await
                .map_err(|error| match error {
                    Error::Unavailable(sentence) => sentence,
                    error => error.to_string(),
                })
        }
        _ => Err("the order could not be read".to_owned()),
    };
    if let Ok(mut line) = serde_json::to_string(&answer) {
        line.push('\n');
        // Whoever asked may have gone.
        let _ = write.write_all(line.as_bytes()).await;
    }
}

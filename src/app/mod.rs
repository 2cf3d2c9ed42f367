//! The running server: its parts wired together.

mod announcer;
mod check;
pub mod control;
mod housekeeping;
mod indexer;
pub mod intake;
mod listing;
mod mail_server;
pub mod order;
pub mod plates;
pub mod premises;
pub mod printing;
pub mod reader;
mod receipts;
pub mod reminding;
mod stats;
pub mod supervision;
mod teller;

use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use self::indexer::Follower;
pub use self::listing::Listing;
use crate::{
    access::{Viewer, setup::SetupCode, throttle::Throttle},
    actions::household::{self, Claim},
    clock::Clock,
    config::Settings,
    error::{Error, Result},
    index::Index,
    media::{Limits, Media},
    notify::web_address::WebAddress,
    store::{Saved, Store},
};

/// Everything that a request may need.
pub struct App {
    /// The archive.
    pub store: Arc<Store>,
    /// Originals and what is made of them.
    pub media: Media,
    throttle: Throttle,
    index: Arc<Index>,
    following: Arc<Mutex<()>>,
    settings: Settings,
    setup: Mutex<Option<SetupCode>>,
    unclaimed: AtomicBool,
    desk: reader::Desk,
    plates: plates::Queue,
    consuming: intake::Board,
    mailing: intake::Board,
    reminding: reminding::Board,
    carrier: reminding::Carrier,
    printer: printing::Printer,
}

impl App {
    /// Opens the data folder, which is made when it is missing. `program` is this program, which reads strangers' files
    /// and prints in processes of its own.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when the folder cannot be used.
    pub fn open(settings: Settings, clock: Clock, program: PathBuf) -> Result<Arc<Self>> {
        let folder = &settings.data;
        settings.make_folder()?;
        let store = Store::open(folder, clock.clone())?;
        let media = Media::open(folder, program.clone(), limits(&settings))?;
        let media = media.with_models(settings.models.as_deref())?;
        let index = Index::open(&index_folder(folder))?;
        let unclaimed = household::is_unclaimed(&store.read()?)?;
        let setup = unclaimed.then(|| SetupCode::draw(&clock)).transpose()?;
        Ok(Arc::new(Self {
            store: Arc::new(store),
            media,
            throttle: Throttle::new(clock),
            index: Arc::new(index),
            following: Arc::default(),
            setup: Mutex::new(setup),
            unclaimed: AtomicBool::new(unclaimed),
            desk: reader::Desk::default(),
            plates: plates::Queue::default(),
            consuming: intake::Board::default(),
            mailing: intake::Board::default(),
            reminding: reminding::Board::default(),
            carrier: reminding::Carrier::of(&settings)?,
            printer: printing::Printer::new(program),
            settings,
        }))
    }

    /// The settings that the server was started with.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The port that pages are served on.
    pub const fn port(&self) -> u16 {
        self.settings.listen.port()
    }

    /// Where the pages are for the household's people: as the setting says, else where this machine is found on the home
    /// network.
    pub fn address(&self) -> Option<WebAddress> {
        let said = self.settings.address.as_deref();
        let found = || format!("http://smartinventory.local:{}", self.port());
        WebAddress::parse(&said.map_or_else(found, str::to_owned)).ok()
    }

    /// What carries messages.
    pub const fn carrier(&self) -> &reminding::Carrier {
        &self.carrier
    }

    /// The code that claims the archive, while nobody has.
    pub fn setup_code(&self) -> Option<SetupCode> {
        self.setup
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether nobody has claimed the archive yet.
    pub fn is_unclaimed(&self) -> bool {
        self.unclaimed.load(Ordering::Acquire) && !self.is_claimed_since()
    }

    /// The command line may have added the first person while the server ran.
    fn is_claimed_since(&self) -> bool {
        let unclaimed = self
            .store
            .read()
            .and_then(|reader| household::is_unclaimed(&reader))
            .unwrap_or(true);
        if !unclaimed {
            self.unclaimed.store(false, Ordering::Release);
            *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        !unclaimed
    }

    /// Makes the first visitor with the right code the owner.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the code is wrong; as [`household::claim`].
    pub fn claim(&self, code: &str, claim: &Claim<'_>) -> Result<Saved<Viewer>> {
        let right = self.setup_code().is_some_and(|right| right.matches(code));
        if !right {
            return Err(Error::invalid("code", "error-setup-code"));
        }
        let claimed = household::claim(&self.store, claim)?;
        self.unclaimed.store(false, Ordering::Release);
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(claimed)
    }

    /// Runs a change off the async threads, for it waits for the disk.
    ///
    /// # Errors
    /// What the change fails with.
    pub async fn change<T: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&Store) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let store = Arc::clone(&self.store);
        tokio::task::spawn_blocking(move || change(&store))
            .await
            .map_err(Error::internal)?
    }

    /// Runs a change that somebody's password or code lets through, and slows down who guesses: a change that is
    /// [`Error::Denied`], or refuses the `secret` by its field, was a wrong guess.
    ///
    /// # Errors
    /// [`Error::SlowDown`] before it is tried; what the change fails with.
    pub async fn attempt<T: Send + 'static>(
        self: &Arc<Self>,
        name: &str,
        address: Option<IpAddr>,
        secret: &str,
        change: impl FnOnce(&Store) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let attempt = self.throttle.attempt(name, address)?;
        let outcome = self.change(change).await;
        match &outcome {
            Ok(_) => attempt.succeeded(),
            Err(Error::Denied) => drop(attempt),
            Err(Error::Invalid(invalid)) if invalid.get(secret).is_some() => drop(attempt),
            Err(_) => attempt.withdraw(),
        }
        outcome
    }

    /// What keeps the index in step with the archive.
    fn follower(&self) -> Follower {
        Follower {
            store: Arc::clone(&self.store),
            media: self.media.clone(),
            index: Arc::clone(&self.index),
            turn: Arc::clone(&self.following),
        }
    }

    /// Starts what runs beside the requests: the follower that keeps the index, what reads and takes in papers, the housekeeping, the socket for the command
    /// line, and the word to a service manager that wants to hear it. They end when `stop` says so; the set is empty once all
    /// is written.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the socket cannot be made, or a setting cannot be taken.
    pub fn start(self: &Arc<Self>, stop: &CancellationToken) -> Result<JoinSet<()>> {
        let mut running = JoinSet::new();
        running.spawn(indexer::follow(self.follower(), stop.clone()));
        running.spawn(reader::follow(Arc::clone(self), stop.clone()));
        running.spawn(plates::follow(Arc::clone(self), stop.clone()));
        self.take_in(&mut running, stop)?;
        running.spawn(reminding::follow(
            Arc::clone(self),
            self.carrier.clone(),
            stop.clone(),
        ));
        running.spawn(housekeeping::tidy(Arc::clone(self), stop.clone()));
        running.spawn(control::listen(Arc::clone(self), stop.clone())?);
        if let Some(patience) = supervision::patience() {
            running.spawn(supervision::assure(
                Arc::clone(self),
                patience,
                stop.clone(),
            ));
        }
        Ok(running)
    }
}

/// Where the search index of a data folder lies.
fn index_folder(data: &Path) -> PathBuf {
    data.join("index")
}

/// What one file may cost.
fn limits(settings: &Settings) -> Limits {
    Limits {
        bytes: settings.max_upload,
        pixels: settings.max_pixels,
        memory: settings.max_media_memory,
        seconds: settings.max_media_seconds,
        ..Limits::default()
    }
}

#[cfg(test)]
mod tests;

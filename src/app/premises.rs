//! The archive as an order finds it: held by the running server, or opened for the order alone.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use tokio::runtime::Handle;

use super::{App, indexer::Follower, limits};
use crate::{
    clock::Clock,
    config::Settings,
    error::{Error, Result},
    index::Index,
    media::Media,
    store::Store,
};

/// What an order is carried out on.
pub struct Premises {
    pub(super) store: Arc<Store>,
    pub(super) media: Media,
    pub(super) folder: PathBuf,
    pub(super) runtime: Handle,
    /// The running server's; none when the folder was opened for the order.
    pub(super) running: Option<Follower>,
}

impl Premises {
    /// Opens the data folder for an order; `begins` says whether it may begin an archive where there is none. `program`
    /// is this program, which reads strangers' files in processes of its own.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with a sentence when there is no archive, or another process has it.
    pub fn open(
        settings: &Settings,
        begins: bool,
        clock: Clock,
        program: PathBuf,
        runtime: Handle,
    ) -> Result<Self> {
        let folder = settings.data.clone();
        if begins {
            settings.make_folder()?;
        } else if !Store::is_in(&folder) {
            return Err(Error::Unavailable(format!(
                "there is no archive in {}",
                folder.display()
            )));
        }
        Ok(Self {
            store: Arc::new(Store::open(&folder, clock)?),
            media: Media::open(&folder, program, limits(settings))?,
            folder,
            runtime,
            running: None,
        })
    }

    /// What the running server holds.
    pub(super) fn of(app: &App, runtime: Handle) -> Self {
        Self {
            store: Arc::clone(&app.store),
            media: app.media.clone(),
            folder: app.settings.data.clone(),
            runtime,
            running: Some(app.follower()),
        }
    }

    pub(super) fn index_folder(&self) -> PathBuf {
        super::index_folder(&self.folder)
    }

    /// Builds the search index again. Returns how many things it knows.
    pub(super) fn reindex(&self, told: &mut dyn FnMut(usize, usize)) -> Result<usize> {
        let follower = match &self.running {
            Some(follower) => follower.clone(),
            None => Follower {
                store: Arc::clone(&self.store),
                media: self.media.clone(),
                index: Arc::new(anew(&self.index_folder())?),
                turn: Arc::default(),
            },
        };
        follower.begin_anew(&self.runtime, told)?;
        Ok(follower.index.things().len())
    }
}

/// An empty index, whatever was there.
fn anew(folder: &Path) -> Result<Index> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(Error::internal(cause)),
        _ => Index::open(folder),
    }
}

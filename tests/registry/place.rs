//! Where a store is kept, to be opened more than once.

use smartinventory::{clock::Clock, notify::trust::Trust, registry::store::Store};
use tempfile::TempDir;

use crate::cluster::Cluster;

/// A place that holds a store, empty at first.
pub enum Place {
    Folder(TempDir),
    Database(String),
}

impl Place {
    /// One of each kind.
    pub fn each() -> Vec<Self> {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        vec![Self::folder(), runtime.block_on(Self::database())]
    }

    pub fn folder() -> Self {
        Self::Folder(tempfile::tempdir().unwrap())
    }

    pub async fn database() -> Self {
        Self::Database(Cluster::shared().database().await)
    }

    /// Opens the store that is kept here.
    pub async fn open(&self) -> Store {
        match self {
            Self::Folder(folder) => Store::embedded(folder.path()).unwrap(),
            Self::Database(url) => node(url).await.unwrap(),
        }
    }
}

/// A node of a registry that is in a database.
pub async fn node(url: &str) -> smartinventory::error::Result<Store> {
    let trust = Trust::of_this_machine().unwrap();
    Store::postgres(url, &trust, Clock::system()).await
}

//! What the index promises, on things with Swedish names.

mod access;
mod counts;
mod durability;
mod finding;
mod lists;
mod speed;

use jiff::Timestamp;
use tempfile::TempDir;
use uuid::Uuid;

use super::{Change, Entry, Glimpse, Index, Results};
use crate::domain::{lang::Lang, query::ItemQuery, sight::Sight};

/// Somebody of the household.
const MEMBER: Sight = Sight::Member(id(1_000));

/// An index in a folder of its own.
struct Shelf {
    index: Index,
    folder: TempDir,
}

impl Shelf {
    fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let index = Index::open(folder.path()).expect("an index");
        Self { index, folder }
    }

    fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let shelf = Self::empty();
        shelf.put(entries);
        shelf
    }

    fn put(&self, entries: impl IntoIterator<Item = Entry>) {
        let changes = entries
            .into_iter()
            .map(|entry| Ok(Change::Put(Box::new(entry))));
        let upto = self.index.indexed() + 1;
        self.index.apply(changes, upto).expect("applied");
    }

    fn search(&self, query: &ItemQuery) -> Results {
        self.index
            .search(query, MEMBER, Lang::Sv)
            .expect("searched")
    }

    /// The numbers of the things found for a text, best first.
    fn find(&self, text: &str) -> Vec<u128> {
        numbers(&self.search(&ItemQuery::default().with_text(text)).ids)
    }

    /// Closed in order, and opened again.
    fn reopened(self) -> Self {
        self.index.rest().expect("rested");
        self.dropped()
    }

    /// Gone as in a crash, and opened again.
    fn dropped(self) -> Self {
        let Self { index, folder } = self;
        drop(index);
        let index = Index::open(folder.path()).expect("an index");
        Self { index, folder }
    }
}

/// The thing with this number, entered that many seconds into 2024.
fn thing(number: u32, name: &str) -> Entry {
    let added = Timestamp::from_second(1_704_067_200 + i64::from(number)).expect("a time");
    Entry::new(id(number.into()), number, name, added)
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn numbers(ids: &[Uuid]) -> Vec<u128> {
    ids.iter().map(Uuid::as_u128).collect()
}

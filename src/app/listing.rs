//! Lists and searches: what the index finds, as rows, seen through somebody's eyes.

use super::App;
use crate::{
    access::Viewer,
    domain::{
        id::Id,
        item::{Item, ItemId},
        lang::Lang,
        query::ItemQuery,
    },
    error::{Error, Result},
    index::Results,
    store::{Reader, Row, Rows},
};

/// A page of a list.
pub struct Listing {
    /// The things, in order.
    pub items: Vec<Row<Item>>,
    /// What the index says of the whole list: counts, sums, and where the next page begins.
    pub results: Results,
}

impl App {
    /// A page of a list, with every change that was made before it was asked for.
    pub async fn list(
        &self,
        viewer: &Viewer,
        query: &ItemQuery,
        lang: Lang,
        counted: bool,
    ) -> Result<(Reader, Listing)> {
        let reader = self.current().await?;
        let results = if counted {
            self.index.search(query, viewer.sight(), lang)?
        } else {
            self.index.search_uncounted(query, viewer.sight(), lang)?
        };
        let mut items = Vec::with_capacity(results.ids.len());
        for id in &results.ids {
            let row = reader.find(Id::from_uuid(*id))?;
            // The index may lag behind by a moment; what somebody may see is never a moment old.
            if let Some(row) = row
                && viewer.sees(&reader, &row)?
            {
                items.push(row);
            }
        }
        Ok((reader, Listing { items, results }))
    }

    /// The id of everything in a list: what "select all" selects.
    pub async fn list_ids(
        &self,
        viewer: &Viewer,
        query: &ItemQuery,
        lang: Lang,
    ) -> Result<Vec<ItemId>> {
        self.current().await?;
        let ids = self.index.ids(query, viewer.sight(), lang)?;
        Ok(ids.into_iter().map(Id::from_uuid).collect())
    }

    /// The things that a view shows, by the canonical query string of a list; none where it is empty, and so shows everything.
    pub async fn found(
        &self,
        viewer: &Viewer,
        search: &str,
        lang: Lang,
    ) -> Result<Option<Vec<ItemId>>> {
        if search.is_empty() {
            return Ok(None);
        }
        let query = ItemQuery::parse(search).0;
        self.list_ids(viewer, &query, lang).await.map(Some)
    }

    /// The things that match a few words best.
    pub async fn suggest(
        &self,
        viewer: &Viewer,
        words: &str,
        lang: Lang,
        most: u16,
    ) -> Result<Vec<Row<Item>>> {
        let reader = self.current().await?;
        let mut items = Vec::new();
        for id in self.index.suggest(words, viewer.sight(), lang, most)? {
            if let Some(row) = reader.find::<Item>(Id::from_uuid(id))?
                && viewer.sees(&reader, &row)?
            {
                items.push(row);
            }
        }
        Ok(items)
    }

    /// A snapshot, once the index has followed up to it, or as soon as it has had its time.
    ///
    /// # Errors
    /// [`Error::Building`] when it has had its time and knows of nothing at all yet.
    async fn current(&self) -> Result<Reader> {
        let reader = self.store.read()?;
        if !self.index.wait_for(reader.newest_change()?).await && self.index.is_unbuilt() {
            return Err(Error::Building);
        }
        Ok(reader)
    }
}

//! What is done with saved searches.

use smartinventory::{
    domain::{
        person::Person,
        saved_search::{SavedSearch, SavedSearchId},
    },
    store::{Expect, Row},
};

use super::{Household, Refusal, editor, expect, invalid};

impl Household {
    pub(super) fn save_search(
        &mut self,
        by: &Person,
        name: &str,
        shared: bool,
    ) -> Result<(), Refusal> {
        let id = self.id();
        self.put_search(by, id, Expect::Any, name, shared)
    }

    pub(super) fn change_search(
        &mut self,
        by: &Person,
        id: SavedSearchId,
        seen: Expect,
        name: &str,
        shared: bool,
    ) -> Result<(), Refusal> {
        self.own_search(by, id)?;
        self.put_search(by, id, seen, name, shared)
    }

    fn put_search(
        &mut self,
        by: &Person,
        id: SavedSearchId,
        seen: Expect,
        name: &str,
        shared: bool,
    ) -> Result<(), Refusal> {
        if name.is_empty() {
            return Err(invalid("name"));
        }
        // What is shared is the household's.
        if shared {
            editor(by)?;
        }
        let search = SavedSearch {
            id,
            person: by.id,
            name: name.to_owned(),
            query: "q=cykel".to_owned(),
            shared,
        };
        self.put(search, seen).map(drop)
    }

    fn own_search(&self, by: &Person, id: SavedSearchId) -> Result<Row<SavedSearch>, Refusal> {
        let search = self.live::<SavedSearch>(id)?;
        if search.person == by.id {
            Ok(search)
        } else {
            Err(Refusal::NotFound)
        }
    }

    pub(super) fn remove_search(
        &mut self,
        by: &Person,
        id: SavedSearchId,
        seen: Expect,
    ) -> Result<(), Refusal> {
        expect(&self.own_search(by, id)?, seen)?;
        self.bin(id).map(drop)
    }
}

//! The rows of one noun, with every version of each.

use std::{collections::BTreeMap, fmt::Debug};

use smartinventory::{
    domain::{
        attachment::Attachment, bequest::Bequest, category::Category, claim::Claim,
        division::Division, household::Household as Home, id::Id, incident::Incident, item::Item,
        job::Job, loan::Loan, loss::Loss, memory::Memory, person::Person, place::Place, plan::Plan,
        policy::Policy, receipt::Receipt, report::Report, round::Round, saved_search::SavedSearch,
        sighting::Sighting, tag::Tag, warranty::Warranty,
    },
    store::{Record, Row},
};

use super::{Household, Refusal};

/// The rows of one noun.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    /// Every version of each row that is there, the newest last.
    pub rows: BTreeMap<Id<T>, Vec<Row<T>>>,
    /// Every row that ever was, in the order in which they were made.
    pub known: Vec<Id<T>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self {
            rows: BTreeMap::new(),
            known: Vec::new(),
        }
    }
}

/// A noun that has a shelf.
pub trait Kept: Record + Debug + 'static {
    fn shelf(household: &Household) -> &Shelf<Self>;
    fn shelf_mut(household: &mut Household) -> &mut Shelf<Self>;
}

macro_rules! kept {
    ($($noun:ident on $shelf:ident;)+) => {$(
        impl Kept for $noun {
            fn shelf(household: &Household) -> &Shelf<Self> {
                &household.$shelf
            }

            fn shelf_mut(household: &mut Household) -> &mut Shelf<Self> {
                &mut household.$shelf
            }
        }
    )+};
}

kept! {
    Home on home;
    Person on people;
    Place on places;
    Item on items;
    Attachment on attachments;
    Tag on tags;
    Category on categories;
    SavedSearch on searches;
    Receipt on receipts;
    Warranty on warranties;
    Claim on claims;
    Plan on plans;
    Job on jobs;
    Loan on loans;
    Memory on memories;
    Bequest on bequests;
    Incident on incidents;
    Loss on losses;
    Policy on policies;
    Division on divisions;
    Report on reports;
    Round on rounds;
    Sighting on sightings;
}

impl Household {
    /// A row as it is, in the bin or not.
    pub fn find<T: Kept>(&self, id: Id<T>) -> Option<&Row<T>> {
        self.versions(id).last()
    }

    /// Every version of a row, the newest last; none of one that is gone for good.
    pub fn versions<T: Kept>(&self, id: Id<T>) -> &[Row<T>] {
        let versions = T::shelf(self).rows.get(&id);
        versions.map_or(&[], Vec::as_slice)
    }

    /// Every row, in the bin or not.
    pub fn every<T: Kept>(&self) -> impl Iterator<Item = &Row<T>> {
        T::shelf(self).rows.values().filter_map(|row| row.last())
    }

    /// Every row that is not in the bin.
    pub fn all<T: Kept>(&self) -> impl Iterator<Item = &Row<T>> {
        self.every().filter(|row| row.binned.is_none())
    }

    /// Those of the rows, in the bin or not, of which something holds.
    pub(super) fn which<T: Kept>(&self, holds: impl Fn(&T) -> bool) -> Vec<Id<T>> {
        let which = self.every::<T>().filter(|row| holds(&row.body));
        which.map(|row| row.body.id()).collect()
    }

    pub(super) fn get<T: Kept>(&self, id: Id<T>) -> Result<Row<T>, Refusal> {
        self.find(id).cloned().ok_or(Refusal::NotFound)
    }

    pub(super) fn live<T: Kept>(&self, id: Id<T>) -> Result<Row<T>, Refusal> {
        let row = self.get(id)?;
        super::in_use(&row)?;
        Ok(row)
    }

    /// Whether a row is there, out of the bin.
    pub(super) fn is_live<T: Kept>(&self, id: Id<T>) -> bool {
        self.live(id).is_ok()
    }
}

//! How much lies in each place and belongs to each person, as far as somebody sees.

use std::collections::HashMap;

use super::whereabouts::Whereabouts;
use crate::{
    access::Viewer,
    domain::{
        apportionment::divide,
        id::Id,
        item::{Item, Share},
        money::{Money, Sums},
        person::{Person, PersonId},
        place::{Place, PlaceId},
    },
    error::Result,
    store::{Row, Rows},
};

/// How many things, and what they are worth together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many things; one of which there are several counts once, as in a list.
    pub things: usize,
    /// What they are worth, each thing times its quantity.
    pub value: Sums,
}

impl Total {
    /// One thing more.
    pub(super) fn count(&mut self, worth: Option<Money>) {
        self.things += 1;
        if let Some(worth) = worth {
            self.value.add(worth, 1);
        }
    }

    /// All of another besides.
    pub fn merge(&mut self, other: &Self) {
        self.things += other.things;
        self.value.merge(&other.value);
    }
}

/// Totals by place or by person.
#[derive(Debug)]
pub struct Totals<T>(HashMap<Id<T>, Total>);

impl<T> Totals<T> {
    /// The total of one; nothing for one without things.
    #[must_use]
    pub fn of(&self, id: Id<T>) -> Total {
        self.0.get(&id).cloned().unwrap_or_default()
    }

    fn entry(&mut self, id: Id<T>) -> &mut Total {
        self.0.entry(id).or_default()
    }
}

impl<T> Default for Totals<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// What lies in each place and everything beneath it, also in other things: what the list of a place shows.
pub fn of_places(rows: &impl Rows, viewer: &Viewer) -> Result<Totals<Place>> {
    let mut direct = Totals::default();
    let mut whereabouts = Whereabouts::new(rows);
    rows.each(None, |item: Row<Item>| {
        if is_in_use(&item)
            && viewer.sees(rows, &item)?
            && let Some(place) = whereabouts.place_of(item.details.location)?
        {
            direct.entry(place).count(worth(&item));
        }
        Ok(true)
    })?;
    let places = rows.all::<Place>()?;
    let parents: HashMap<PlaceId, Option<PlaceId>> = places
        .iter()
        .map(|place| (place.id, place.details.parent))
        .collect();
    let mut totals = Totals::default();
    for (place, total) in &direct.0 {
        let mut around = vec![*place];
        while let Some(Some(parent)) = around.last().and_then(|place| parents.get(place)).copied()
            && !around.contains(&parent)
        {
            around.push(parent);
        }
        for place in around {
            totals.entry(place).merge(total);
        }
    }
    Ok(totals)
}

/// What belongs to each person. Of a thing that several own, each has their share of the value.
pub fn of_people(rows: &impl Rows, viewer: &Viewer) -> Result<Totals<Person>> {
    let mut totals = Totals::default();
    rows.each(None, |item: Row<Item>| {
        if is_in_use(&item) && viewer.sees(rows, &item)? {
            each_owner(&item.details.owners, worth(&item), |person, part| {
                totals.entry(person).count(part);
            });
        }
        Ok(true)
    })?;
    Ok(totals)
}

/// Whether a thing is among those that lists show when nobody asks for others.
pub(super) fn is_in_use(item: &Row<Item>) -> bool {
    item.binned.is_none() && item.archived.is_none() && !item.is_template() && !item.is_nameless()
}

/// What a thing is worth, all of its pieces.
pub(super) fn worth(item: &Item) -> Option<Money> {
    let pieces = i64::from(item.details.quantity.get());
    item.details
        .value
        .map(|each| Money::new(each.minor.saturating_mul(pieces), each.currency))
}

/// Counts a thing for each of its owners, each with their share of what it is worth.
pub(super) fn each_owner(
    owners: &[Share],
    worth: Option<Money>,
    mut count: impl FnMut(PersonId, Option<Money>),
) {
    match worth {
        Some(whole) => {
            for (person, part) in divide(whole, owners) {
                count(person, Some(part));
            }
        }
        None => owners.iter().for_each(|share| count(share.person, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        access::audience::DEPTH,
        actions::{items, places, tests::Home},
        domain::{
            item::{Details, ItemId, Location, Quantity},
            lang::Lang,
            money::Currency,
            person::Role,
            place::{PlaceDetails, PlaceKind},
        },
        store::Expect,
    };

    impl Home {
        fn thing(&self, kronor: i64, with: impl FnOnce(&mut Details)) -> ItemId {
            let mut details = Details::named("Sak");
            details.value = Some(kr(kronor));
            with(&mut details);
            let editor = self.anna.editor().unwrap();
            items::add(&self.store, &editor, details).unwrap().value.id
        }

        fn of(&self, viewer: &Viewer, place: PlaceId) -> (usize, Vec<Money>) {
            let totals = of_places(&self.store.read().unwrap(), viewer).unwrap();
            let total = totals.of(place);
            (total.things, total.value.iter().collect())
        }
    }

    fn kr(kronor: i64) -> Money {
        Money::new(kronor * 100, Currency::SEK)
    }

    #[test]
    fn a_place_holds_all_that_lies_beneath_it_and_in_its_things() {
        let home = Home::new();
        let house = home.place("Hus", None).id;
        let shelf = home.place("Hylla", Some(house)).id;
        let case = home.thing(100, |bag| bag.location = Location::Place(shelf));
        home.thing(30, |lens| {
            lens.location = Location::Inside(case);
            lens.quantity = Quantity::new(2).unwrap();
        });
        home.thing(7, |lamp| lamp.location = Location::Place(house));
        assert_eq!(home.of(&home.anna, shelf), (2, vec![kr(160)]));
        assert_eq!(home.of(&home.anna, house), (3, vec![kr(167)]));
    }

    #[test]
    fn what_is_in_the_bin_or_not_for_their_eyes_is_not_counted() {
        let home = Home::new();
        let house = home.place("Hus", None).id;
        let here = |details: &mut Details| details.location = Location::Place(house);
        let gone = home.thing(5, here);
        let editor = home.anna.editor().unwrap();
        items::remove(&home.store, &editor, gone, Expect::Any).unwrap();
        home.thing(9, |diary| {
            here(diary);
            diary.private = true;
        });
        let erik = home.person("Erik", Role::Owner);
        assert_eq!(home.of(&home.anna, house), (1, vec![kr(9)]));
        assert_eq!(home.of(&erik, house), (0, vec![]));
    }

    #[test]
    fn owners_of_the_same_thing_have_their_shares_of_its_value() {
        let home = Home::new();
        let erik = home.person("Erik", Role::Adult).person();
        let anna = home.anna.person();
        home.thing(300, |boat| {
            boat.owners = vec![
                Share {
                    person: anna,
                    parts: 2,
                },
                Share {
                    person: erik,
                    parts: 1,
                },
            ];
        });
        let totals = of_people(&home.store.read().unwrap(), &home.anna).unwrap();
        assert_eq!(totals.of(anna).value.iter().collect::<Vec<_>>(), [kr(200)]);
        assert_eq!(totals.of(erik).value.iter().collect::<Vec<_>>(), [kr(100)]);
        assert_eq!(totals.of(erik).things, 1);
    }

    #[test]
    fn a_guest_s_tree_begins_with_what_is_shared_with_them() {
        let home = Home::new();
        let ingrid = home.person("Ingrid", Role::Guest);
        let house = home.place("Hus", None).id;
        let attic = home.place("Vind", Some(house)).id;
        let boxes = [
            home.place("Låda 10", Some(attic)).id,
            home.place("Låda 2", Some(attic)).id,
        ];
        let editor = home.anna.editor().unwrap();
        places::adjust(&home.store, &editor, attic, Expect::Any, |attic| {
            attic.guests = vec![ingrid.person()];
            Ok(())
        })
        .unwrap();
        let reader = home.store.read().unwrap();
        let tree = places::tree(&reader, &ingrid, Lang::Sv).unwrap();
        assert_eq!(tree.len(), 1);
        assert_eq!(tree[0].place.id, attic);
        let inner: Vec<_> = tree[0].inner.iter().map(|branch| branch.place.id).collect();
        assert_eq!(inner, [boxes[1], boxes[0]], "numbers by their worth");
    }

    #[test]
    fn places_are_as_deep_as_anybody_packs_and_no_deeper() {
        let home = Home::new();
        let mut place = home.place("0", None).id;
        for level in 1..DEPTH {
            place = home.place(&level.to_string(), Some(place)).id;
        }
        let editor = home.anna.editor().unwrap();
        let deeper = PlaceDetails::named("För djupt", PlaceKind::Box, Some(place));
        let crate::error::Error::Invalid(invalid) =
            places::add(&home.store, &editor, deeper).unwrap_err()
        else {
            panic!("took it")
        };
        assert_eq!(invalid.get("parent"), Some("error-place-depth"));
    }
}

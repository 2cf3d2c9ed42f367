//! What is counted for whom, and where.

use jiff::civil::date;

use super::*;
use crate::{
    actions::{items, places, tests::Home},
    domain::{
        claim::{ClaimDetails, Ended},
        item::{Acquired, Acquisition, Archived, Departure, Details, Location, Quantity, Share},
        job::JobDetails,
        money::{Currency, Money},
        person::Role,
        place::{PlaceDetails, PlaceId, PlaceKind},
    },
    store::Expect,
};

const TODAY: Date = date(2026, 11, 22);

fn kr(kronor: i64) -> Money {
    Money::new(kronor * 100, Currency::SEK)
}

impl Home {
    fn owned(&self, name: &str, with: impl FnOnce(&mut Details)) -> ItemId {
        let mut details = Details::named(name);
        with(&mut details);
        items::add(&self.store, &self.editor(), details)
            .unwrap()
            .value
            .id
    }

    fn somewhere(&self, name: &str, kind: PlaceKind, parent: Option<PlaceId>) -> PlaceId {
        let details = PlaceDetails::named(name, kind, parent);
        places::add(&self.store, &self.editor(), details)
            .unwrap()
            .value
            .id
    }

    fn done(&self, item: ItemId, details: JobDetails) {
        belongings::add::<Job>(&self.store, &self.editor(), item, details).unwrap();
    }

    fn insights(&self, viewer: &Viewer) -> Insights {
        of(&self.store.read().unwrap(), viewer, TODAY).unwrap()
    }
}

fn repair(on: Date) -> JobDetails {
    JobDetails {
        work: Work::Repair,
        ..JobDetails::on(on, "Lagade".to_owned())
    }
}

fn told<T>(groups: &[Group<T>]) -> Vec<(Option<Id<T>>, usize, Vec<Money>)> {
    let told = groups.iter();
    told.map(|group| {
        (
            group.of,
            group.total.things,
            group.total.value.iter().collect(),
        )
    })
    .collect()
}

#[test]
fn what_lies_in_a_box_in_a_cupboard_counts_where_the_cupboard_stands() {
    let home = Home::new();
    let house = home.somewhere("Villan", PlaceKind::House, None);
    let kitchen = home.somewhere("Köket", PlaceKind::Room, Some(house));
    let cupboard = home.somewhere("Skåpet", PlaceKind::Cupboard, Some(kitchen));
    let case = home.somewhere("Lådan", PlaceKind::Box, Some(cupboard));
    let alone = home.somewhere("Flyttlåda 3", PlaceKind::Box, None);
    let bag = home.owned("Väska", |bag| {
        bag.location = Location::Place(case);
        bag.value = Some(kr(100));
    });
    home.owned("Sked", |spoon| {
        spoon.location = Location::Inside(bag);
        spoon.value = Some(kr(10));
        spoon.quantity = Quantity::new(6).unwrap();
    });
    home.owned("Matta", |rug| rug.location = Location::Place(house));
    home.owned("Bok", |book| book.location = Location::Place(alone));
    home.owned("Cykel", |_| {});
    let expected = [
        (Some(house), 1, vec![]),
        (Some(kitchen), 2, vec![kr(160)]),
        (Some(alone), 1, vec![]),
        (None, 1, vec![]),
    ];
    let insights = home.insights(&home.anna);
    assert_eq!(told(&insights.rooms), expected);
    assert_eq!(insights.all.things, 5);
    assert_eq!(insights.all.value.iter().collect::<Vec<_>>(), [kr(160)]);
}

#[test]
fn owners_have_their_shares_and_subcategories_count_with_their_own() {
    let home = Home::new();
    let (anna, erik) = (
        home.anna.person(),
        home.person("Erik", Role::Adult).person(),
    );
    let categories = home.store.read().unwrap().all::<Category>().unwrap();
    let inner = categories.iter().find(|row| row.parent.is_some()).unwrap();
    home.owned("Båt", |boat| {
        boat.value = Some(kr(300));
        boat.category = Some(inner.id);
        boat.owners = [(anna, 2), (erik, 1)]
            .map(|(person, parts)| Share { person, parts })
            .to_vec();
    });
    home.owned("Soffa", |sofa| sofa.value = Some(kr(50)));
    let insights = home.insights(&home.anna);
    let mut people = told(&insights.people);
    people.sort_by_key(|(_, _, value)| value[0].minor);
    let expected = [
        (None, 1, vec![kr(50)]),
        (Some(erik), 1, vec![kr(100)]),
        (Some(anna), 1, vec![kr(200)]),
    ];
    assert_eq!(people, expected);
    let expected = [(inner.parent, 1, vec![kr(300)]), (None, 1, vec![kr(50)])];
    assert_eq!(told(&insights.categories), expected);
}

#[test]
fn what_was_spent_stays_spent_when_the_thing_has_left() {
    let home = Home::new();
    let came = |year: &str, price| Acquired {
        how: Some(Acquisition::Bought),
        on: year.parse().ok(),
        price: Some(kr(price)),
        ..Acquired::default()
    };
    home.owned("Stolar", |chairs| {
        chairs.acquired = came("2024-05", 200);
        chairs.quantity = Quantity::new(4).unwrap();
    });
    let sold = home.owned("Tv", |tv| tv.acquired = came("2024", 3000));
    let left = Archived {
        how: Departure::Sold,
        on: None,
        to: String::new(),
        price: None,
    };
    items::archive(&home.store, &home.editor(), sold, Expect::Any, Some(left)).unwrap();
    let gone = home.owned("Lampa", |lamp| lamp.acquired = came("2024", 70));
    items::remove(&home.store, &home.editor(), gone, Expect::Any).unwrap();
    home.owned("Arv", |heirloom| heirloom.acquired.on = "1951".parse().ok());
    let insights = home.insights(&home.anna);
    let spent: Vec<_> = insights
        .spent
        .iter()
        .map(|(year, sums)| (*year, sums.iter().collect::<Vec<_>>()))
        .collect();
    assert_eq!(spent, [(2024, vec![kr(3800)])]);
    let years: Vec<_> = insights
        .years
        .iter()
        .map(|(year, total)| (*year, total.things))
        .collect();
    assert_eq!(
        years,
        [(1951, 1), (2024, 1)],
        "of what has left nobody owns anything"
    );
}

#[test]
fn a_repair_gives_the_days_that_the_thing_has_served_since_the_first() {
    let home = Home::new();
    let kettle = home.owned("Vattenkokare", |_| {});
    home.done(kettle, repair(date(2025, 11, 22)));
    home.done(kettle, repair(date(2026, 5, 1)));
    let bike = home.owned("Cykel", |_| {});
    let claim = ClaimDetails {
        problem: "Sprack".to_owned(),
        ended: Some(Ended {
            how: Outcome::Repaired,
            on: date(2024, 1, 1),
        }),
        ..ClaimDetails::opened_on(date(2023, 12, 1))
    };
    belongings::add::<Claim>(&home.store, &home.editor(), bike, claim).unwrap();
    let left = Archived {
        how: Departure::Sold,
        on: "2024-07-01".parse().ok(),
        to: String::new(),
        price: None,
    };
    items::archive(&home.store, &home.editor(), bike, Expect::Any, Some(left)).unwrap();
    let cared = home.owned("Klocka", |_| {});
    home.done(
        cared,
        JobDetails::on(date(2020, 1, 1), "Drog upp".to_owned()),
    );
    let ahead = home.owned("Kamera", |_| {});
    home.done(ahead, repair(date(2026, 12, 24)));
    let insights = home.insights(&home.anna);
    let repaired: Vec<_> = insights
        .repaired
        .iter()
        .map(|one| (one.item.id, one.since, one.days))
        .collect();
    let expected = [
        (kettle, date(2025, 11, 22), 365),
        (bike, date(2024, 1, 1), 182),
    ];
    assert_eq!(repaired, expected);
}

#[test]
fn upkeep_is_counted_by_year_and_what_protects_by_its_last_day() {
    let home = Home::new();
    let car = home.owned("Bil", |car| {
        car.acquired.how = Some(Acquisition::Bought);
        car.acquired.on = "2026-11-01".parse().ok();
    });
    for (on, cost) in [
        (date(2025, 3, 1), 900),
        (date(2026, 2, 1), 100),
        (date(2026, 9, 1), 50),
    ] {
        let mut details = JobDetails::on(on, "Service".to_owned());
        details.cost = Some(kr(cost));
        home.done(car, details);
    }
    let insights = home.insights(&home.anna);
    let upkeep: Vec<_> = insights
        .upkeep
        .iter()
        .map(|(year, sums)| (*year, sums.iter().collect::<Vec<_>>()))
        .collect();
    assert_eq!(upkeep, [(2025, vec![kr(900)]), (2026, vec![kr(150)])]);
    let days: Vec<_> = insights
        .guarantees
        .iter()
        .map(|(item, _, day)| (item.id, *day))
        .collect();
    assert_eq!(days, [(car, date(2029, 11, 1))]);
}

#[test]
fn what_is_kept_from_somebody_is_not_in_their_numbers_and_guests_have_none() {
    let home = Home::new();
    let (erik, gun) = (
        home.person("Erik", Role::Adult),
        home.person("Gun", Role::Guest),
    );
    let secret = home.owned("Dagbok", |diary| {
        diary.private = true;
        diary.value = Some(kr(9));
        diary.owners = vec![Share {
            person: home.anna.person(),
            parts: 1,
        }];
        diary.acquired = Acquired {
            on: "2024".parse().ok(),
            price: Some(kr(9)),
            ..Acquired::default()
        };
    });
    let mut details = repair(date(2025, 1, 1));
    details.cost = Some(kr(5));
    home.done(secret, details);
    home.owned("Boll", |ball| ball.guests = vec![gun.person()]);
    for (viewer, things, spent, repaired) in
        [(&home.anna, 2, 1, 1), (&erik, 1, 0, 0), (&gun, 0, 0, 0)]
    {
        let insights = home.insights(viewer);
        assert_eq!(insights.all.things, things);
        let (years, upkeep) = (insights.spent.len(), insights.upkeep.len());
        assert_eq!(
            (years, upkeep, insights.repaired.len()),
            (spent, spent, repaired)
        );
    }
}

//! What the archive says as a whole, as far as somebody sees: where the worth lies, what was spent, and what repairs have given.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::{
    belongings, jobs, places,
    totals::{Total, each_owner, is_in_use, worth},
    warranties::{self, Protection},
    whereabouts::Whereabouts,
};
use crate::{
    access::Viewer,
    domain::{
        category::{Category, CategoryId},
        claim::{Claim, Outcome},
        dates::PartialDate,
        id::Id,
        item::{Item, ItemId},
        job::{Job, Work},
        money::Sums,
        person::Person,
        place::Place,
        warranty::End,
    },
    error::Result,
    store::{Row, Rows},
};

/// What somebody sees of the household's things, counted.
#[derive(Debug, Default)]
pub struct Insights {
    /// All that is in use.
    pub all: Total,
    /// By room: what lies in cupboards, boxes and other things counts where those are.
    pub rooms: Vec<Group<Place>>,
    /// By owner; of what several own, each has their share of the worth.
    pub people: Vec<Group<Person>>,
    /// By category, the outermost.
    pub categories: Vec<Group<Category>>,
    /// By the year in which it came, the earliest first; what came nobody knows when is not among them.
    pub years: BTreeMap<i16, Total>,
    /// What was paid for things, by year, those included that have left.
    pub spent: BTreeMap<i16, Sums>,
    /// What upkeep cost, by year.
    pub upkeep: BTreeMap<i16, Sums>,
    /// What protects things and has a last day, the next first.
    pub guarantees: Vec<(Row<Item>, Protection, Date)>,
    /// What repairs have given, the most first.
    pub repaired: Vec<Repaired>,
}

/// The things that belong together.
#[derive(Debug)]
pub struct Group<T> {
    /// By what; none for those that have none.
    pub of: Option<Id<T>>,
    /// How many, and what they are worth.
    pub total: Total,
}

/// A thing that serves on because it was repaired.
#[derive(Debug)]
pub struct Repaired {
    /// Which.
    pub item: Row<Item>,
    /// The day of its first repair, without which it would have been thrown away.
    pub since: Date,
    /// How many days it has served since: until today, or until it left.
    pub days: u32,
}

/// What somebody sees of it all, on a day. Guests, who are told of no money, see nothing.
pub fn of(rows: &impl Rows, viewer: &Viewer, today: Date) -> Result<Insights> {
    let mut insights = Insights::default();
    if viewer.editor().is_err() {
        return Ok(insights);
    }
    count(rows, viewer, &mut insights)?;
    let first = keep_up(rows, viewer, today, &mut insights)?;
    insights.repaired = repaired(rows, first, today)?;
    let lasting = warranties::list(rows, viewer, today)?.lasting.into_iter();
    insights.guarantees = lasting
        .filter_map(|(item, one)| match one.span().end {
            End::On(day) => Some((item, one, day)),
            End::Never | End::Unknown => None,
        })
        .collect();
    Ok(insights)
}

/// Goes through the things once.
fn count(rows: &impl Rows, viewer: &Viewer, insights: &mut Insights) -> Result<()> {
    let rooms = places::rooms(rows)?;
    let outer = outer_categories(rows)?;
    let mut by_room = Groups::<Place>::default();
    let mut by_person = Groups::<Person>::default();
    let mut by_category = Groups::<Category>::default();
    let mut whereabouts = Whereabouts::new(rows);
    rows.each(None, |item: Row<Item>| {
        if item.binned.is_some() || item.is_template() || !viewer.sees(rows, &item)? {
            return Ok(true);
        }
        let acquired = &item.details.acquired;
        let came = acquired.on.map(PartialDate::year);
        if let (Some(year), Some(price)) = (came, acquired.price) {
            let pieces = item.details.quantity.get();
            insights.spent.entry(year).or_default().add(price, pieces);
        }
        if !is_in_use(&item) {
            return Ok(true);
        }
        let worth = worth(&item);
        insights.all.count(worth);
        if let Some(year) = came {
            insights.years.entry(year).or_default().count(worth);
        }
        let place = whereabouts.place_of(item.details.location)?;
        let room = place.and_then(|place| rooms.get(&place).copied());
        by_room.of(room).count(worth);
        let owners = &item.details.owners;
        if owners.is_empty() {
            by_person.of(None).count(worth);
        }
        each_owner(owners, worth, |person, part| {
            by_person.of(Some(person)).count(part);
        });
        let category = item.details.category.and_then(|own| outer.get(&own));
        by_category.of(category.copied()).count(worth);
        Ok(true)
    })?;
    insights.rooms = by_room.groups();
    insights.people = by_person.groups();
    insights.categories = by_category.groups();
    Ok(())
}

/// Counts what upkeep cost, and finds the day of the first repair of each thing.
fn keep_up(
    rows: &impl Rows,
    viewer: &Viewer,
    today: Date,
    insights: &mut Insights,
) -> Result<BTreeMap<ItemId, Date>> {
    let mut first = BTreeMap::new();
    let mut mended = |item: ItemId, on: Date| {
        let since = first.entry(item).or_insert(on);
        *since = on.min(*since);
    };
    let jobs = belongings::all::<Job>(rows, viewer)?;
    let years = jobs::years(jobs.iter().map(|(job, _)| &job.body)).into_iter();
    let paid = years.filter(|year| !year.cost.is_empty());
    insights.upkeep = paid.map(|year| (year.year, year.cost)).collect();
    for (job, _) in &jobs {
        let details = &job.details;
        if details.work == Work::Repair && details.on <= today {
            mended(job.item, details.on);
        }
    }
    for (claim, _) in belongings::all::<Claim>(rows, viewer)? {
        if let Some(ended) = claim.details.ended
            && ended.how == Outcome::Repaired
            && ended.on <= today
        {
            mended(claim.item, ended.on);
        }
    }
    Ok(first)
}

/// How long each of these has served since its first repair.
fn repaired(rows: &impl Rows, first: BTreeMap<ItemId, Date>, today: Date) -> Result<Vec<Repaired>> {
    let mut repaired = Vec::new();
    for (id, since) in first {
        let item = rows.get(id)?;
        let until = match &item.archived {
            None => Some(today),
            // Of a thing that left nobody knows when, nothing is promised.
            Some(archived) => archived.on.map(|on| on.first_day().min(today)),
        };
        let days = until.and_then(|until| since.until(until).ok());
        let days = days.map_or(0, |span| span.get_days());
        if let Ok(days @ 1..) = u32::try_from(days) {
            repaired.push(Repaired { item, since, days });
        }
    }
    repaired.sort_by_key(|one| std::cmp::Reverse((one.days, one.item.id)));
    Ok(repaired)
}

/// The outermost category that each is in.
fn outer_categories(rows: &impl Rows) -> Result<HashMap<CategoryId, CategoryId>> {
    let categories = rows.all::<Category>()?.into_iter();
    Ok(categories
        .map(|row| (row.id, row.parent.unwrap_or(row.id)))
        .collect())
}

/// Groups as they are counted.
struct Groups<T>(HashMap<Option<Id<T>>, Total>);

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Groups<T> {
    fn of(&mut self, id: Option<Id<T>>) -> &mut Total {
        self.0.entry(id).or_default()
    }

    fn groups(self) -> Vec<Group<T>> {
        let groups = self.0.into_iter();
        let mut groups: Vec<_> = groups.map(|(of, total)| Group { of, total }).collect();
        groups.sort_by_key(|group| (group.of.is_none(), group.of));
        groups
    }
}

#[cfg(test)]
mod tests;

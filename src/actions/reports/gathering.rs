//! Gathering what a report says: which things are in it, in which order, and what stands above them.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::{division::Told, incident, papers, thing::Teller};
use crate::{
    access::{Editor, Viewer},
    actions::{
        divisions::Board,
        household,
        narrowing::{Narrowing, Wanted},
        places, totals,
        whereabouts::Whereabouts,
    },
    domain::{
        dates::PartialDate,
        division::Division,
        item::{Item, ItemId},
        loss::Loss,
        person::Person,
        place::{Place, PlaceId, PlaceKind},
        report::{Carton, Content, Entry, Fact, FactValue, Label, Part, ReportDetails, ReportKind},
    },
    error::Result,
    index::name_sort_key,
    store::{Row, Rows},
};

/// What a report is gathered from, and for whom.
pub(super) struct Gathering<'a, R> {
    rows: &'a R,
    viewer: &'a Viewer,
    details: &'a ReportDetails,
    teller: Teller<'a, R>,
    division: Option<Told>,
}

impl<'a, R: Rows> Gathering<'a, R> {
    /// Of what this person sees, on a day.
    pub(super) fn new(
        rows: &'a R,
        editor: &'a Editor,
        details: &'a ReportDetails,
        today: Date,
    ) -> Result<Self> {
        let division = match details.division {
            Some(id) => {
                let division = rows.get::<Division>(id)?.body;
                let board = Board::of(rows, editor.viewer(), &division)?;
                Some(Told { division, board })
            }
            None => None,
        };
        let on = details.on.unwrap_or(today);
        Ok(Self {
            division,
            rows,
            viewer: editor.viewer(),
            details,
            teller: Teller::new(rows, editor, details.language, on)?,
        })
    }

    /// All that the report says, before anything is left out.
    pub(super) fn gather(mut self, found: Option<&[ItemId]>) -> Result<Content> {
        let mut content = Content {
            household: household::current(self.rows)?.name,
            head: self.head()?,
            rates: self.details.rates.clone(),
            ..Content::default()
        };
        let things = self.things(found)?;
        let mut places = HashMap::new();
        for (item, loss) in &things {
            let (mut entry, proofs) = self.teller.entry(item)?;
            if let (Some(incident), Some(loss)) = (self.details.incident, loss) {
                incident::tell(self.rows, self.details.language, incident, loss, &mut entry)?;
            }
            if let Some(told) = &self.division
                && let Some(lot) = told.division.lot(item.id)
            {
                told.tell(self.details.language, lot, &mut entry);
            }
            places.insert(item.id, self.teller.place_of(item)?);
            content.entries.push(entry);
            if self.details.shows(Part::Papers) {
                papers::append(proofs, item.id, &mut content.papers);
            }
        }
        self.order(&mut content.entries);
        if self.details.kind == ReportKind::Moving {
            content.cartons = self.cartons(&mut content.entries, &places)?;
        }
        if let Some(id) = self.details.incident {
            incident::story(self.rows, id, &mut content)?;
            content.deductible =
                incident::policy(self.rows, id)?.and_then(|row| row.body.details.deductible);
        }
        if let Some(told) = &self.division {
            content.parties = told.parties();
            content.story.clone_from(&told.division.details.note);
        }
        if self.details.kind == ReportKind::Item {
            for (item, _) in &things {
                self.teller.tell_life(item, &mut content.passages)?;
            }
        }
        Ok(content)
    }

    /// What stands at the top.
    fn head(&self) -> Result<Vec<Fact>> {
        let mut head = Vec::new();
        let mut text = |label, said: String| {
            if !said.is_empty() {
                head.push(Fact {
                    label,
                    value: FactValue::Text(said),
                });
            }
        };
        text(Label::MadeBy, self.viewer.name().to_owned());
        let details = self.details;
        if let Some(place) = details.place {
            text(Label::Place, self.teller.path(place)?.join(" › "));
        }
        if let Some(person) = details.person {
            let person = self.rows.find::<Person>(person)?;
            text(
                Label::Person,
                person.map(|row| row.body.name).unwrap_or_default(),
            );
        }
        if let Some(category) = details.category {
            text(Label::Category, self.teller.category(category));
        }
        if let Some(table) = self.teller.table_name()
            && details.kind == ReportKind::InsuranceClaim
        {
            text(Label::DeductionTable, table);
        }
        if let Some(on) = details.on {
            head.push(Fact {
                label: Label::ValuedAt,
                value: FactValue::Date(PartialDate::Day(on)),
            });
        }
        if let Some(id) = details.incident {
            let row = self.viewer.incident(self.rows, id)?;
            let policy = incident::policy(self.rows, id)?;
            let facts = incident::head(details.language, &row.details, policy.as_deref());
            head.splice(0..0, facts);
        }
        if let Some(told) = &self.division {
            head.splice(0..0, told.head(details.language));
        }
        Ok(head)
    }

    /// The things that are in it, with what an incident did to each where it is about one.
    fn things(&self, found: Option<&[ItemId]>) -> Result<Vec<Listed>> {
        let details = self.details;
        if let Some(id) = details.incident {
            let only_gone = details.kind == ReportKind::PoliceList;
            let losses = incident::losses(self.rows, self.viewer, id, only_gone)?.into_iter();
            let losses = losses.filter(|(_, item)| self.is_open(item));
            return Ok(losses.map(|(loss, item)| (item, Some(loss))).collect());
        }
        if let Some(told) = &self.division {
            let lots = told.board.lots.iter().map(|(_, item)| item);
            let open = lots.filter(|item| self.is_open(item));
            return Ok(open.map(|item| (item.clone(), None)).collect());
        }
        if let Some(id) = details.item {
            return Ok(vec![(self.viewer.item(self.rows, id)?, None)]);
        }
        let narrowing = self.narrowing(found)?;
        let mut whereabouts = Whereabouts::new(self.rows);
        let mut things = Vec::new();
        self.rows.each(None, |item: Row<Item>| {
            if totals::is_in_use(&item)
                && self.is_open(&item)
                && self.viewer.sees(self.rows, &item)?
                && narrowing.takes(&mut whereabouts, &item)?
            {
                things.push((item, None));
            }
            Ok(true)
        })?;
        Ok(things)
    }

    /// Whether a thing may be in it: what only its owners see is not, unless its maker says so.
    fn is_open(&self, item: &Item) -> bool {
        !item.details.private || self.details.include_private
    }

    fn narrowing(&self, found: Option<&[ItemId]>) -> Result<Narrowing> {
        let details = self.details;
        let wanted = Wanted {
            place: details.place,
            person: details.person,
            category: details.category,
            found: found.map(<[ItemId]>::to_vec),
            include_private: details.include_private,
        };
        Narrowing::of(self.rows, &wanted)
    }

    /// In the order in which they are read: as entered after an incident, by owner in an estate, else by place and name.
    fn order(&self, entries: &mut [Entry]) {
        let lang = self.details.language;
        match self.details.kind {
            ReportKind::PoliceList
            | ReportKind::InsuranceClaim
            | ReportKind::Item
            | ReportKind::Sale => {}
            ReportKind::Division => entries.sort_by_cached_key(|entry| {
                let told = self.division.as_ref();
                let place = told.map(|told| told.place_of(entry));
                (place, name_sort_key(lang, &entry.name))
            }),
            ReportKind::Estate => entries.sort_by_cached_key(|entry| {
                let owners: Vec<_> = entry.owners.iter().map(|owner| &owner.name).collect();
                let owners = owners.iter().map(|name| name_sort_key(lang, name));
                (owners.collect::<Vec<_>>(), name_sort_key(lang, &entry.name))
            }),
            ReportKind::Inventory | ReportKind::Moving => entries.sort_by_cached_key(|entry| {
                let place = entry.place.iter().map(|name| name_sort_key(lang, name));
                (place.collect::<Vec<_>>(), name_sort_key(lang, &entry.name))
            }),
        }
    }

    /// The boxes that things are in, by room and name; each thing is told which is its own.
    fn cartons(
        &self,
        entries: &mut [Entry],
        places: &HashMap<ItemId, Option<PlaceId>>,
    ) -> Result<Vec<Carton>> {
        let rooms = places::rooms(self.rows)?;
        let mut boxes: BTreeMap<Order, (Carton, Vec<ItemId>)> = BTreeMap::new();
        let lang = self.details.language;
        for (item, place) in places {
            let Some(row) = (match place {
                Some(place) => self.rows.find::<Place>(*place)?,
                None => None,
            }) else {
                continue;
            };
            if row.details.kind != PlaceKind::Box {
                continue;
            }
            let room = rooms.get(&row.id).filter(|room| **room != row.id);
            let room = match room {
                Some(room) => self.rows.find::<Place>(*room)?,
                None => None,
            };
            let room = room.map(|room| room.body.details.name).unwrap_or_default();
            let name = row.details.name.clone();
            let key = (
                name_sort_key(lang, &room),
                name_sort_key(lang, &name),
                row.id,
            );
            let carton = Carton {
                number: Some(row.number),
                name,
                room,
            };
            boxes
                .entry(key)
                .or_insert((carton, Vec::new()))
                .1
                .push(*item);
        }
        let mut cartons = Vec::with_capacity(boxes.len());
        let mut in_which = HashMap::new();
        for (at, (carton, items)) in (0_u32..).zip(boxes.into_values()) {
            in_which.extend(items.into_iter().map(|item| (item, at)));
            cartons.push(carton);
        }
        for entry in entries.iter_mut() {
            entry.carton = in_which.get(&entry.item).copied();
        }
        // What is in a box comes first, box by box; what is in none is carried as it is.
        entries.sort_by_key(|entry| entry.carton.unwrap_or(u32::MAX));
        Ok(cartons)
    }
}

/// A thing in a report, with what an incident did to it where the report is about one.
type Listed = (Row<Item>, Option<Row<Loss>>);

/// What boxes are listed by: the names of their room and their own, as they are sorted, and which.
type Order = (Vec<u8>, Vec<u8>, PlaceId);

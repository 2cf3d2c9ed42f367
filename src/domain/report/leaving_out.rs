//! What a report does not say: left out of its data, so that no form of it can tell.

use super::{Content, Entry, FactValue, Part, ReportDetails, ReportKind};

impl Content {
    /// The same without what the report leaves out. Of a thing for sale only what a buyer asks about is left.
    #[must_use]
    pub fn without(mut self, details: &ReportDetails) -> Self {
        let hides = |part| !details.shows(part);
        if details.kind == ReportKind::Sale {
            self = Self {
                entries: self.entries.into_iter().map(for_sale).collect(),
                ..Self::default()
            };
        }
        for part in Part::ALL.into_iter().filter(|part| hides(*part)) {
            self.leave_out(part);
        }
        self
    }

    fn leave_out(&mut self, part: Part) {
        match part {
            Part::Prices => {
                self.deductible = None;
                let is_amount = |value: &FactValue| matches!(value, FactValue::Money(_));
                self.head.retain(|fact| !is_amount(&fact.value));
                self.rates.clear();
                // What was paid stands on every receipt.
                self.papers.clear();
            }
            Part::Pictures => {
                for passage in &mut self.passages {
                    passage.photos.clear();
                }
            }
            Part::Papers => self.papers.clear(),
            Part::Serials | Part::Notes | Part::Owners | Part::Places => {}
        }
        let is_of_division = !self.parties.is_empty();
        for entry in &mut self.entries {
            // What is apart in a division stays apart, whoever's it is.
            let is_apart = is_of_division && entry.separate.is_some();
            entry.leave_out(part);
            if is_apart {
                entry.separate.get_or_insert_default();
            }
        }
    }
}

impl Entry {
    fn leave_out(&mut self, part: Part) {
        match part {
            Part::Prices => {
                self.price = None;
                self.value = None;
                self.valued_on = None;
                self.new_price = None;
                self.deduction = None;
                self.claimed = None;
                self.settled = None;
            }
            Part::Serials => self.identifiers.clear(),
            Part::Pictures => self.photos.clear(),
            Part::Notes => self.notes.clear(),
            Part::Owners => {
                self.owners.clear();
                self.separate = None;
            }
            Part::Places => self.place.clear(),
            // What there is to prove it is still said.
            Part::Papers => {}
        }
    }
}

/// What a buyer may know of a thing: what is named here, and nothing that is added to an entry later.
fn for_sale(entry: Entry) -> Entry {
    let mut photos = entry.photos;
    for photo in &mut photos {
        photo.caption.clear();
    }
    Entry {
        number: entry.number,
        quantity: entry.quantity,
        category: entry.category,
        maker: entry.maker,
        model: entry.model,
        colour: entry.colour,
        condition: entry.condition,
        description: entry.description,
        acquired: entry.acquired,
        photos,
        ..Entry::named(entry.item, entry.revision, &entry.name)
    }
}

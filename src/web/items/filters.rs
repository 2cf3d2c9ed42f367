//! The filters of the list: choices with counts, spans to type, and the chosen ones as chips.

use std::{cmp::Reverse, collections::HashMap};

use maud::{Markup, html};
use uuid::Uuid;

use super::{
    link,
    names::Names,
    spans::{Typed, when_in_words, worth_in_words, year},
};
use crate::{
    domain::{
        money::Currency,
        query::{ItemQuery, Span, State},
    },
    index::{Counts, YesNo},
    ui::{
        button::Button,
        facet::{Chips, Choice, Facets, Group},
        form::{Field, Hidden},
        look::{Look, Section},
    },
};

/// Everything that filters are made of.
pub(super) struct Filters<'a> {
    pub(super) look: &'a Look,
    pub(super) query: &'a ItemQuery,
    pub(super) names: &'a Names,
    pub(super) currency: Currency,
}

impl Filters<'_> {
    /// The choices with their counts, and the fields with what was typed.
    pub(super) fn facets(&self, counts: &Counts, typed: &Typed) -> Facets<'_> {
        let look = self.look;
        // A span has nothing to ask for where no thing has what it spans, unless that is because of the span.
        let valued = !counts.values.is_empty() || typed.worth != Typed::default().worth;
        let dated = !counts.years.is_empty() || typed.when != Typed::default().when;
        let mut states = self.states(counts);
        if self.query.state == State::default() && states.len() < 2 {
            states.clear();
        }
        let group = |label, choices| Group::new(look.text(label), choices);
        let groups = vec![
            group("items-place", self.places(&counts.places)),
            group("items-category", self.categories(&counts.categories)),
            group("items-tags", self.tags(&counts.tags)),
            group("items-owner", self.owners(&counts.owners)),
            group("items-value", self.values(counts))
                .with(valued.then(|| self.worth_fields(typed))),
            group("items-acquired", self.years(counts))
                .with(dated.then(|| self.when_fields(typed))),
            group("items-has", self.has(counts)),
            group("items-state", states),
        ];
        Facets {
            look,
            groups,
            on: self.chosen().len(),
        }
    }

    /// The chosen filters, each with the way out of it.
    pub(super) fn chips(&self) -> Chips<'_> {
        Chips {
            look: self.look,
            chips: self.chosen(),
            clear: link(&self.query.clone().without_filters()),
        }
    }

    fn choice(label: impl Into<String>, count: u32, on: bool, turned: &ItemQuery) -> Choice {
        Choice {
            label: label.into(),
            count: count as usize,
            href: link(turned),
            on,
            depth: 0,
        }
    }

    /// The homes, and on the way to the chosen place what lies in each: the tree, opened as far as one has gone.
    fn places(&self, counts: &HashMap<Uuid, u32>) -> Vec<Choice> {
        let names = self.names;
        let mut path = self
            .query
            .place
            .map_or_else(Vec::new, |place| names.outwards(place));
        let homes: Vec<_> = names.inside(None).collect();
        if let [home] = homes.as_slice() {
            path.push(*home);
        }
        let mut choices = Vec::new();
        let mut open: Vec<(Uuid, usize)> = homes.into_iter().rev().map(|home| (home, 0)).collect();
        while let Some((place, depth)) = open.pop() {
            let on = self.query.place == Some(place);
            let count = counts.get(&place).copied().unwrap_or(0);
            if count == 0 && !path.contains(&place) {
                continue;
            }
            let turned = self.query.clone().with_place((!on).then_some(place));
            choices.push(Choice {
                depth,
                ..Self::choice(names.place(place).unwrap_or_default(), count, on, &turned)
            });
            if path.contains(&place) {
                let inside: Vec<_> = names.inside(Some(place)).collect();
                open.extend(inside.into_iter().rev().map(|inner| (inner, depth + 1)));
            }
        }
        choices
    }

    /// The top categories, the fullest first, and what is in the chosen one.
    fn categories(&self, counts: &HashMap<Uuid, u32>) -> Vec<Choice> {
        let names = self.names;
        let chosen = self.query.category;
        let open = chosen.map(|chosen| names.category_around(chosen).unwrap_or(chosen));
        let count = |id: Uuid| counts.get(&id).copied().unwrap_or(0);
        let choice = |id: Uuid, depth| {
            let on = chosen == Some(id);
            let turned = self.query.clone().with_category((!on).then_some(id));
            Choice {
                depth,
                ..Self::choice(
                    names.category(id).unwrap_or_default(),
                    count(id),
                    on,
                    &turned,
                )
            }
        };
        let ids = names.categories().iter().map(|row| row.id.uuid());
        let (mut tops, inner): (Vec<_>, Vec<_>) =
            ids.partition(|id| names.category_around(*id).is_none());
        tops.sort_by_key(|id| Reverse(count(*id)));
        let mut choices = Vec::new();
        for top in tops {
            if count(top) == 0 && open != Some(top) {
                continue;
            }
            choices.push(choice(top, 0));
            let inside = inner.iter().filter(|id| {
                open == Some(top)
                    && names.category_around(**id) == Some(top)
                    && (count(**id) > 0 || chosen == Some(**id))
            });
            choices.extend(inside.map(|id| choice(*id, 1)));
        }
        choices
    }

    fn tags(&self, counts: &HashMap<Uuid, u32>) -> Vec<Choice> {
        let mut choices: Vec<_> = self
            .names
            .tags()
            .iter()
            .filter_map(|tag| {
                let id = tag.id.uuid();
                let on = self.query.tags.contains(&id);
                let count = counts.get(&id).copied().unwrap_or(0);
                let turned = self.query.clone();
                let turned = if on {
                    turned.without_tag(id)
                } else {
                    turned.with_tag(id)
                };
                (on || count > 0).then(|| Self::choice(tag.name.as_str(), count, on, &turned))
            })
            .collect();
        choices.sort_by_key(|choice| (!choice.on, Reverse(choice.count)));
        choices
    }

    fn owners(&self, counts: &HashMap<Uuid, u32>) -> Vec<Choice> {
        let people = self.names.people().iter();
        people
            .filter_map(|person| {
                let id = person.id.uuid();
                let on = self.query.owner == Some(id);
                let count = counts.get(&id).copied().unwrap_or(0);
                let turned = self.query.clone().with_owner((!on).then_some(id));
                (on || count > 0).then(|| Self::choice(person.name.as_str(), count, on, &turned))
            })
            .collect()
    }

    fn values(&self, counts: &Counts) -> Vec<Choice> {
        let spans = counts.values.iter();
        spans
            .map(|(span, count)| {
                let on = self.query.value == *span;
                let turned = if on { Span::default() } else { *span };
                let turned = self.query.clone().with_value(turned);
                let label = worth_in_words(*span, self.currency, self.look);
                Self::choice(label, *count, on, &turned)
            })
            .collect()
    }

    fn years(&self, counts: &Counts) -> Vec<Choice> {
        let years = counts.years.iter().rev();
        years
            .filter_map(|(number, count)| {
                let span = year(*number)?;
                let on = self.query.acquired == span;
                let turned = if on { Span::default() } else { span };
                let turned = self.query.clone().with_acquired(turned);
                Some(Self::choice(number.to_string(), *count, on, &turned))
            })
            .collect()
    }

    fn has(&self, counts: &Counts) -> Vec<Choice> {
        let query = self.query;
        let kinds: [(YesNo, Option<bool>, [&str; 2], Turn); 3] = [
            (counts.photo, query.photo, PHOTO, ItemQuery::with_photo),
            (
                counts.document,
                query.document,
                DOCUMENT,
                ItemQuery::with_document,
            ),
            (
                counts.insured,
                query.insured,
                INSURED,
                ItemQuery::with_insured,
            ),
        ];
        let mut choices = Vec::new();
        for (count, set, [yes, no], with) in kinds {
            for (is, key, count) in [(true, yes, count.yes), (false, no, count.no)] {
                let on = set == Some(is);
                let turned = with(query.clone(), (!on).then_some(is));
                if on || count > 0 {
                    choices.push(Self::choice(self.look.text(key), count, on, &turned));
                }
            }
        }
        choices
    }

    fn states(&self, counts: &Counts) -> Vec<Choice> {
        let states = State::ALL.into_iter();
        states
            .filter_map(|state| {
                let count = counts.states.get(&state).copied().unwrap_or(0);
                let on = self.query.state == state;
                if count == 0 && !on {
                    return None;
                }
                let other = if on { State::default() } else { state };
                let turned = self.query.clone().with_state(other);
                let mut choice = Self::choice(self.look.text(state_key(state)), count, on, &turned);
                // The bin has a page of its own, with what one does there.
                if state == State::Binned {
                    Section::Bin.href().clone_into(&mut choice.href);
                }
                Some(choice)
            })
            .collect()
    }

    fn worth_fields(&self, typed: &Typed) -> Markup {
        let kept = self.query.clone().with_value(Span::default());
        self.span(&kept, ["worth_from", "worth_to"], &typed.worth, typed)
    }

    fn when_fields(&self, typed: &Typed) -> Markup {
        let kept = self.query.clone().with_acquired(Span::default());
        self.span(&kept, ["when_from", "when_to"], &typed.when, typed)
    }

    fn span(
        &self,
        kept: &ItemQuery,
        names: [&str; 2],
        values: &[String; 2],
        typed: &Typed,
    ) -> Markup {
        let look = self.look;
        let labels = ["items-from", "items-to"];
        html! {
            form.facet-span action="/items/filter" method="get" {
                @for (name, value) in pairs(kept) { (Hidden(&name, &value)) }
                @for ((name, value), label) in names.into_iter().zip(values).zip(labels) {
                    (Field::text(name, look.text(label)).value(value.as_str()).refused(look.lang, &typed.invalid))
                }
                (Button::submit(look.text("items-span-show")).small())
            }
        }
    }

    fn chosen(&self) -> Vec<(String, String)> {
        let (look, query, names) = (self.look, self.query, self.names);
        let mut chosen = Vec::new();
        let gone = || look.text("items-gone");
        let mut add = |label: String, without: ItemQuery| chosen.push((label, link(&without)));
        let now = || query.clone();
        if let Some(place) = query.place {
            let name = names.place(place).map_or_else(gone, ToOwned::to_owned);
            add(name, now().with_place(None));
        }
        if let Some(category) = query.category {
            let name = names
                .category(category)
                .map_or_else(gone, ToOwned::to_owned);
            add(name, now().with_category(None));
        }
        for tag in &query.tags {
            let name = names.tag(*tag).map_or_else(gone, ToOwned::to_owned);
            add(
                look.text_with("items-chip-tag", "name", &name),
                now().without_tag(*tag),
            );
        }
        if let Some(owner) = query.owner {
            let name = names.person(owner).map_or_else(gone, ToOwned::to_owned);
            add(
                look.text_with("items-chip-owner", "name", &name),
                now().with_owner(None),
            );
        }
        if !query.value.is_open() {
            let label = worth_in_words(query.value, self.currency, look);
            add(label, now().with_value(Span::default()));
        }
        if !query.acquired.is_open() {
            let when = when_in_words(query.acquired, look);
            let label = look.text_with("items-chip-acquired", "when", &when);
            add(label, now().with_acquired(Span::default()));
        }
        let key = |is: bool, keys: [&'static str; 2]| look.text(keys[usize::from(!is)]);
        if let Some(is) = query.photo {
            add(key(is, PHOTO), now().with_photo(None));
        }
        if let Some(is) = query.document {
            add(key(is, DOCUMENT), now().with_document(None));
        }
        if let Some(is) = query.insured {
            add(key(is, INSURED), now().with_insured(None));
        }
        if query.state != State::default() {
            let label = look.text(state_key(query.state));
            add(label, now().with_state(State::default()));
        }
        chosen
    }
}

/// Sets one filter of a view, or lets go of it.
type Turn = fn(ItemQuery, Option<bool>) -> ItemQuery;

const PHOTO: [&str; 2] = ["items-photo-yes", "items-photo-no"];
const DOCUMENT: [&str; 2] = ["items-document-yes", "items-document-no"];
const INSURED: [&str; 2] = ["items-insured-yes", "items-insured-no"];

/// What things in a state are called.
pub(super) const fn state_key(state: State) -> &'static str {
    match state {
        State::Active => "items-state-active",
        State::Archived => "items-state-archived",
        State::Binned => "items-state-binned",
        State::Nameless => "items-state-nameless",
        State::Template => "items-state-template",
    }
}

/// A view's fields: what a form sends to ask for the same view and something more.
pub(super) fn pairs(query: &ItemQuery) -> Vec<(String, String)> {
    let query = query.clone().first_page().to_query_string();
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

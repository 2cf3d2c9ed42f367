//! What lies in the bin, row by row: what it was, who put it there, and how long it stays.

use jiff::Timestamp;
use maud::{Markup, html};

use super::picked;
use crate::{
    access::Editor,
    actions::bin::{Binned, Contents, KEPT},
    domain::{
        attachment::Bearer,
        category::Category,
        claim::Claim,
        division::Division,
        item::{Item, ItemId},
        job::Job,
        loan::Loan,
        person::Person,
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        round::Round,
        warranty::Warranty,
    },
    error::Result,
    store::{Reader, Rows, Stamp},
    ui::{
        button::Button,
        icon::Icon,
        list::{List, Row},
        look::Look,
        photo::Photo,
    },
    web::page::{
        category_icon, cover, first_page, incidents, labels, name as thing_name, place_icon,
        promises, receipt_name, reports, rounds,
    },
};

const DAY: i64 = 24 * 60 * 60;

/// Shows the bin to somebody.
pub(super) struct Shelf<'a> {
    pub(super) rows: &'a Reader,
    pub(super) editor: &'a Editor,
    pub(super) look: &'a Look,
}

/// One of what lies there, as it is recognised.
pub(super) struct Seen {
    pub(super) binned: Binned,
    pub(super) name: String,
    pub(super) photo: Option<Photo>,
    pub(super) icon: Icon,
    pub(super) href: Option<String>,
    pub(super) since: Option<Stamp>,
}

impl Shelf<'_> {
    /// Things, places, receipts, policies, guarantees with claims, upkeep, loans, photos and documents, each under its heading.
    pub(super) fn markup(&self, contents: Contents, now: Timestamp) -> Result<Markup> {
        let heaps = self.heaps(&contents)?;
        let free = picked::all(&contents.only_restorable(self.rows, self.editor)?);
        let mut parts = Vec::new();
        for (heading, seen) in heaps {
            if !seen.is_empty() {
                let rows: Result<_> = seen
                    .into_iter()
                    .map(|seen| self.row(seen, &free, now))
                    .collect();
                parts.push((heading, List(rows?)));
            }
        }
        Ok(html! {
            @for (heading, rows) in &parts {
                section.section { h2 { (self.look.text(heading)) } (rows) }
            }
        })
    }

    /// The names of what lies there.
    pub(super) fn names(&self, contents: &Contents) -> Result<Vec<String>> {
        let heaps = self.heaps(contents)?.into_iter();
        let seen = heaps.flat_map(|(_, seen)| seen);
        Ok(seen.map(|seen| seen.name).collect())
    }

    /// What lies there, each kind under the key of its heading.
    fn heaps(&self, contents: &Contents) -> Result<[(&'static str, Vec<Seen>); 14]> {
        Ok([
            ("bin-items", each(&contents.items, |row| self.item(row))?),
            ("bin-places", each(&contents.places, |row| self.place(row))?),
            (
                "bin-receipts",
                each(&contents.receipts, |row| self.receipt(row))?,
            ),
            (
                "bin-policies",
                contents.policies.iter().map(policy).collect(),
            ),
            (
                "bin-divisions",
                contents.divisions.iter().map(division).collect(),
            ),
            ("bin-warranties", self.of_things(contents)?),
            ("bin-plans", each(&contents.plans, |row| self.plan(row))?),
            ("bin-jobs", each(&contents.jobs, |row| self.job(row))?),
            ("bin-loans", each(&contents.loans, |row| self.loan(row))?),
            ("bin-memories", self.stories(contents)?),
            ("bin-incidents", self.incidents(contents)?),
            ("bin-rounds", self.rounds(contents)?),
            ("bin-reports", self.reports(contents)),
            (
                "bin-attachments",
                each(&contents.attachments, |row| self.attachment(row))?,
            ),
        ])
    }

    fn row(&self, seen: Seen, free: &[Binned], now: Timestamp) -> Result<Row> {
        let look = self.look;
        let mut row = Row::photo(seen.photo, seen.icon, seen.name.as_str());
        if let Some(since) = seen.since {
            row = row.text(self.stay(since, now)?);
        }
        if let Some(href) = seen.href {
            row = row.href(href);
        }
        if !free.contains(&seen.binned) {
            return Ok(row);
        }
        let name = picked::name(seen.binned);
        let label = |key| look.text_with(key, "name", &seen.name);
        let restore = Button::post(label("bin-restore-one"), super::HERE)
            .with("id", name.as_str())
            .with("do", "restore")
            .icon(Icon::Undo)
            .alone()
            .bare();
        let purge = self.editor.viewer().manager().is_ok().then(|| {
            Button::post(label("bin-purge-one"), super::HERE)
                .with("id", name.as_str())
                .with("do", "purge")
                .icon(Icon::Trash)
                .alone()
                .bare()
                .class("only-wide")
        });
        Ok(row
            .pick(name.clone(), label("bin-pick"))
            .end(html! { div.row { (restore) @if let Some(purge) = &purge { (purge) } } }))
    }

    /// "Erik · 22 dagar kvar".
    fn stay(&self, since: Stamp, now: Timestamp) -> Result<String> {
        let look = self.look;
        let left = KEPT.as_secs() - now.duration_since(since.at).as_secs();
        let left = match usize::try_from(left / DAY).unwrap_or(0) {
            0 => look.text("bin-last-day"),
            days => look.count("bin-left", days),
        };
        let who = match since.by {
            Some(by) => self.rows.find::<Person>(by)?,
            None => None,
        };
        Ok(match who {
            Some(who) => format!("{} · {left}", who.body.name),
            None => left,
        })
    }

    fn item(&self, row: &crate::store::Row<Item>) -> Result<Seen> {
        let look = self.look;
        let icon = match row.details.category {
            Some(category) => self.rows.find::<Category>(category)?,
            None => None,
        };
        let name = if row.is_nameless() {
            look.text("page-nameless")
        } else {
            row.details.name.clone()
        };
        Ok(Seen {
            binned: Binned::Item(row.id),
            name: if row.is_template() {
                look.text_with("bin-template", "name", &name)
            } else {
                name
            },
            photo: cover(self.rows, Bearer::Item(row.id))?,
            icon: icon.map_or(Icon::Box, |category| category_icon(&category.icon)),
            href: Some(format!("/items/{}", row.id)),
            since: row.binned,
        })
    }

    fn place(&self, row: &crate::store::Row<Place>) -> Result<Seen> {
        Ok(Seen {
            binned: Binned::Place(row.id),
            name: row.details.name.clone(),
            photo: cover(self.rows, Bearer::Place(row.id))?,
            icon: place_icon(row.details.kind),
            href: Some(format!("/places/{}", row.id)),
            since: row.binned,
        })
    }

    fn receipt(&self, row: &crate::store::Row<Receipt>) -> Result<Seen> {
        Ok(Seen {
            binned: Binned::Receipt(row.id),
            name: receipt_name(self.look, row),
            photo: first_page(self.rows, row.id)?,
            icon: Icon::Receipt,
            href: Some(format!("/receipts/{}", row.id)),
            since: row.binned,
        })
    }

    /// Warranties and claims.
    fn of_things(&self, contents: &Contents) -> Result<Vec<Seen>> {
        let mut seen = Vec::new();
        for row in &contents.warranties {
            seen.push(self.warranty(row)?);
        }
        for row in &contents.claims {
            seen.push(self.claim(row)?);
        }
        Ok(seen)
    }

    fn warranty(&self, row: &crate::store::Row<Warranty>) -> Result<Seen> {
        let name = promises::warranty(self.look, row);
        Ok(Seen {
            binned: Binned::Warranty(row.id),
            name: promises::of_thing(self.rows, self.look, name, row.item)?,
            photo: None,
            icon: Icon::Shield,
            href: Some(format!("/warranties/{}", row.id)),
            since: row.binned,
        })
    }

    fn claim(&self, row: &crate::store::Row<Claim>) -> Result<Seen> {
        Ok(Seen {
            binned: Binned::Claim(row.id),
            name: promises::of_thing(self.rows, self.look, promises::claim(row), row.item)?,
            photo: None,
            icon: Icon::Tool,
            href: Some(format!("/claims/{}", row.id)),
            since: row.binned,
        })
    }

    fn plan(&self, row: &crate::store::Row<Plan>) -> Result<Seen> {
        let name = &row.details.what;
        self.of_thing(
            Binned::Plan(row.id),
            row.item,
            name,
            Icon::Upkeep,
            row.binned,
        )
    }

    fn job(&self, row: &crate::store::Row<Job>) -> Result<Seen> {
        let name = &row.details.what;
        self.of_thing(Binned::Job(row.id), row.item, name, Icon::Tool, row.binned)
    }

    fn loan(&self, row: &crate::store::Row<Loan>) -> Result<Seen> {
        let name = self.look.text_with("loans-to", "to", &row.details.to);
        self.of_thing(
            Binned::Loan(row.id),
            row.item,
            &name,
            Icon::Person,
            row.binned,
        )
    }

    /// Memories, and whom things are meant for.
    fn stories(&self, contents: &Contents) -> Result<Vec<Seen>> {
        let mut seen = Vec::new();
        for row in &contents.memories {
            let (binned, name) = (Binned::Memory(row.id), &row.details.title);
            seen.push(self.of_thing(binned, row.item, name, Icon::Heart, row.binned)?);
        }
        for row in &contents.bequests {
            let binned = Binned::Bequest(row.id);
            let name = self.look.text_with("bequests-for", "to", &row.details.to);
            seen.push(self.of_thing(binned, row.item, &name, Icon::Person, row.binned)?);
        }
        Ok(seen)
    }

    /// Incidents, and what they did.
    fn incidents(&self, contents: &Contents) -> Result<Vec<Seen>> {
        let mut seen = Vec::new();
        for row in &contents.incidents {
            seen.push(Seen {
                binned: Binned::Incident(row.id),
                name: incidents::name(self.look, row),
                photo: None,
                icon: incidents::icon(row.details.kind),
                href: Some(format!("/incidents/{}", row.id)),
                since: row.binned,
            });
        }
        for row in &contents.losses {
            let binned = Binned::Loss(row.id);
            let name = self.look.text(labels::fate(row.details.fate));
            seen.push(self.of_thing(binned, row.item, &name, Icon::Siren, row.binned)?);
        }
        Ok(seen)
    }

    /// Inventory rounds, and what was taken back on those that are not here themselves.
    fn rounds(&self, contents: &Contents) -> Result<Vec<Seen>> {
        let seen = |row: &crate::store::Row<Round>| Seen {
            binned: Binned::Round(row.id),
            name: rounds::name(self.look, row),
            photo: None,
            icon: Icon::Round,
            href: Some(format!("/rounds/{}", row.id)),
            since: row.binned,
        };
        let mut all: Vec<_> = contents.rounds.iter().map(seen).collect();
        for row in &contents.sightings {
            let finding = self.look.text(labels::finding(row.details.finding));
            let binned = Binned::Sighting(row.id);
            all.push(self.of_thing(binned, row.item, &finding, Icon::Round, row.binned)?);
        }
        Ok(all)
    }

    fn reports(&self, contents: &Contents) -> Vec<Seen> {
        let seen = |row: &crate::store::Row<Report>| Seen {
            binned: Binned::Report(row.id),
            name: reports::name(self.look, row),
            photo: None,
            icon: reports::icon(row.details.kind),
            href: Some(format!("/reports/{}", row.id)),
            since: row.binned,
        };
        contents.reports.iter().map(seen).collect()
    }

    /// What belongs to a thing, called by that too: there may be many with the same words.
    fn of_thing(
        &self,
        binned: Binned,
        item: ItemId,
        name: &str,
        icon: Icon,
        since: Option<Stamp>,
    ) -> Result<Seen> {
        let thing = self.rows.get::<Item>(item)?.body;
        Ok(Seen {
            binned,
            name: format!("{}: {name}", thing_name(self.look, &thing)),
            photo: cover(self.rows, Bearer::Item(item))?,
            icon,
            href: Some(format!("/items/{item}")),
            since,
        })
    }
}

fn each<T>(
    rows: &[crate::store::Row<T>],
    see: impl Fn(&crate::store::Row<T>) -> Result<Seen>,
) -> Result<Vec<Seen>> {
    rows.iter().map(see).collect()
}

fn policy(row: &crate::store::Row<Policy>) -> Seen {
    Seen {
        binned: Binned::Policy(row.id),
        name: row.details.insurer.clone(),
        photo: None,
        icon: Icon::Umbrella,
        href: Some(format!("/insurance/{}", row.id)),
        since: row.binned,
    }
}

fn division(row: &crate::store::Row<Division>) -> Seen {
    Seen {
        binned: Binned::Division(row.id),
        name: row.details.name.clone(),
        photo: None,
        icon: Icon::People,
        href: Some(format!("/divisions/{}", row.id)),
        since: row.binned,
    }
}

//! The words of an entry: who, what, and to which things.

use maud::{Markup, html};

use super::entry::{Entry, bearer};
use crate::{
    access::{OfThing, Viewer},
    actions::history::sees,
    domain::{
        attachment::Bearer,
        bequest::Bequest,
        category::Category,
        claim::Claim,
        division::Division,
        household::Household,
        incident::Incident,
        item::{Item, aspect::Aspect},
        job::Job,
        loan::Loan,
        loss::Loss,
        memory::Memory,
        person::{Person, PersonId},
        place::Place,
        plan::Plan,
        policy::Policy,
        receipt::Receipt,
        report::Report,
        round::Round,
        saved_search::SavedSearch,
        sighting::Sighting,
        tag::Tag,
        warranty::Warranty,
    },
    error::Result,
    store::{Key, Noun, Reader, Record, Revision, Rows},
    ui::{icon::Icon, look::Look, photo::Photo},
    web::page::{
        category_icon, cover, files, first_page, incidents, labels, name, place_icon, promises,
        receipt_name, reports, rounds,
    },
};

/// How many names stand after a change of many things.
const NAMES: usize = 6;

/// How many aspects of a thing are named.
const ASPECTS: usize = 4;

/// Something that a change was about.
pub(super) struct Subject {
    pub(super) name: String,
    /// Its page, where it has one.
    pub(super) href: Option<String>,
    pub(super) photo: Option<Photo>,
    pub(super) icon: Icon,
}

/// Tells what happened in the reader's words, with only what they may know.
pub(super) struct Words<'a> {
    pub(super) rows: &'a Reader,
    pub(super) viewer: &'a Viewer,
    pub(super) look: &'a Look,
}

impl Words<'_> {
    /// Who did it; the server, when nobody did.
    pub(super) fn who(&self, by: Option<PersonId>) -> Result<String> {
        let person = match by {
            Some(by) => self.rows.find::<Person>(by)?,
            None => None,
        };
        Ok(person.map_or_else(|| self.look.text("history-program"), |row| row.body.name))
    }

    /// The whole sentence: "Anna flyttade Kajaken".
    pub(super) fn sentence(&self, entry: &Entry) -> Result<String> {
        let name = match entry.subjects.first() {
            Some(subject) => self.subject(*subject)?.map(|subject| subject.name),
            None => None,
        };
        let arguments = [
            ("who", self.who(entry.by)?.into()),
            ("name", name.unwrap_or_default().into()),
            ("count", entry.subjects.len().into()),
            (
                "files",
                files(self.look, entry.photos, entry.documents).into(),
            ),
        ];
        let lang = self.look.lang;
        let told = lang.text_with(&format!("action-{}", entry.action), &arguments);
        Ok(if told.starts_with('[') {
            // An action of another version of the program.
            lang.text_with("action-item-change", &arguments)
        } else {
            told
        })
    }

    /// How many photos and documents came with something, where that is worth a word.
    pub(super) fn extent(&self, entry: &Entry) -> Option<String> {
        let adds = matches!(
            entry.action.as_str(),
            "item-add" | "place-add" | "receipt-add" | "job-add" | "memory-add"
        );
        (adds && entry.photos + entry.documents > 0)
            .then(|| files(self.look, entry.photos, entry.documents))
    }

    /// What of a thing was changed: "Värde i dag, Anteckningar"; only what the reader could see before.
    pub(super) fn aspects(&self, entry: &Entry) -> Result<Option<String>> {
        let [change] = entry.changes() else {
            return Ok(None);
        };
        let touched = self.rows.change(*change)?.map(|change| change.touched);
        let [touch] = touched.as_deref().unwrap_or_default() else {
            return Ok(None);
        };
        let (Some(id), Some(before)) = (touch.key.id::<Item>(), touch.before) else {
            return Ok(None);
        };
        let before = self.rows.version(id, before)?;
        let after = self.rows.version(id, Revision::new(*change))?;
        let (Some(before), Some(after)) = (before, after) else {
            return Ok(None);
        };
        if entry.action != "item-change"
            || !self.viewer.sees(self.rows, &before)?
            || !self.viewer.sees(self.rows, &after)?
        {
            return Ok(None);
        }
        // That a thing was valued, or its price looked up, says on which day.
        let labels: Vec<_> = before
            .details
            .differences(&after.details)
            .filter(|aspect| !matches!(aspect, Aspect::ValuedOn | Aspect::PricedOn))
            .map(|aspect| self.look.text(labels::aspect(aspect)))
            .collect();
        let Some((shown, rest)) = labels.split_at_checked(ASPECTS) else {
            return Ok((!labels.is_empty()).then(|| labels.join(", ")));
        };
        let mut told = shown.join(", ");
        if !rest.is_empty() {
            told = format!("{told} {}", self.look.count("history-more", rest.len()));
        }
        Ok(Some(told))
    }

    /// What it was done to, as links, when there are several.
    pub(super) fn names(&self, entry: &Entry) -> Result<Option<Markup>> {
        if entry.subjects.len() < 2 {
            return Ok(None);
        }
        let mut subjects = Vec::new();
        for key in entry.subjects.iter().take(NAMES) {
            subjects.extend(self.subject(*key)?);
        }
        let rest = entry.subjects.len().saturating_sub(NAMES);
        Ok(Some(html! {
            p.quiet {
                @for (number, subject) in subjects.iter().enumerate() {
                    @if number > 0 { ", " }
                    @if let Some(href) = &subject.href { a href=(href) { (subject.name) } } @else { (subject.name) }
                }
                @if rest > 0 { " " (self.look.count("history-more", rest)) }
            }
        }))
    }

    /// What a row is, when the reader sees it.
    pub(super) fn subject(&self, key: Key) -> Result<Option<Subject>> {
        let key = bearer(self.rows, key)?;
        if !sees(self.rows, self.viewer, key)? {
            return Ok(None);
        }
        let lang = self.look.lang;
        Ok(match key.noun {
            Noun::Item => self.thing(key)?,
            Noun::Place => self.place(key)?,
            Noun::Attachment => None,
            Noun::Person => self
                .row::<Person>(key)?
                .map(|person| plain(person.name, Some("/people"), Icon::Person)),
            Noun::Tag => self
                .row::<Tag>(key)?
                .map(|tag| plain(tag.name, Some("/tags"), Icon::Tag)),
            Noun::Category => self.row::<Category>(key)?.map(|category| {
                let icon = category_icon(&category.icon);
                plain(category.name(lang).to_owned(), Some("/tags"), icon)
            }),
            Noun::SavedSearch => self.row::<SavedSearch>(key)?.map(|search| {
                let href = format!("/items?{}", search.query);
                plain(search.name, Some(&href), Icon::Search)
            }),
            Noun::Receipt => self.receipt(key)?,
            Noun::Warranty => self.warranty(key)?,
            Noun::Claim => self.claim(key)?,
            Noun::Plan => self.of_thing(key, |plan: Plan| {
                (
                    plan.details.what,
                    Some(format!("/upkeep/{}", plan.id)),
                    Icon::Upkeep,
                )
            })?,
            Noun::Job => self.of_thing(key, |job: Job| {
                (
                    job.details.what,
                    Some(format!("/jobs/{}", job.id)),
                    Icon::Tool,
                )
            })?,
            Noun::Loan => self.of_thing(key, |loan: Loan| {
                (
                    loan.details.to,
                    Some(format!("/loans/{}", loan.id)),
                    Icon::Person,
                )
            })?,
            Noun::Memory => self.of_thing(key, |memory: Memory| {
                (
                    memory.details.title,
                    Some(format!("/memories/{}", memory.id)),
                    Icon::Heart,
                )
            })?,
            Noun::Bequest => self.of_thing(key, |bequest: Bequest| {
                (
                    bequest.details.to,
                    Some(format!("/bequests/{}", bequest.id)),
                    Icon::Person,
                )
            })?,
            Noun::Incident => self.row::<Incident>(key)?.map(|incident| {
                let href = format!("/incidents/{}", incident.id);
                plain(
                    incidents::name(self.look, &incident),
                    Some(&href),
                    Icon::Siren,
                )
            }),
            Noun::Loss => self.of_thing(key, |loss: Loss| {
                (
                    lang.text(labels::fate(loss.details.fate)),
                    Some(format!("/losses/{}", loss.id)),
                    Icon::Siren,
                )
            })?,
            Noun::Report => self.report(key)?,
            Noun::Round => self.round(key)?,
            Noun::Sighting => self.sighting(key)?,
            Noun::Policy => self.row::<Policy>(key)?.map(|policy| {
                let href = format!("/insurance/{}", policy.id);
                plain(policy.details.insurer, Some(&href), Icon::Umbrella)
            }),
            Noun::Division => self.division(key)?,
            Noun::Household => self
                .row::<Household>(key)?
                .map(|household| plain(household.name, None, Icon::House)),
        })
    }

    fn report(&self, key: Key) -> Result<Option<Subject>> {
        Ok(self.row::<Report>(key)?.map(|report| {
            let href = format!("/reports/{}", report.id);
            plain(
                reports::name(self.look, &report),
                Some(&href),
                Icon::Document,
            )
        }))
    }

    fn round(&self, key: Key) -> Result<Option<Subject>> {
        Ok(self.row::<Round>(key)?.map(|round| {
            let href = format!("/rounds/{}", round.id);
            plain(rounds::name(self.look, &round), Some(&href), Icon::Round)
        }))
    }

    fn sighting(&self, key: Key) -> Result<Option<Subject>> {
        self.of_thing(key, |sighting: Sighting| {
            (
                self.look.text(labels::finding(sighting.details.finding)),
                Some(format!("/rounds/{}", sighting.details.round)),
                Icon::Round,
            )
        })
    }

    fn row<T: Record>(&self, key: Key) -> Result<Option<T>> {
        let row = key.id::<T>().map(|id| self.rows.find::<T>(id));
        Ok(row.transpose()?.flatten().map(|row| row.body))
    }

    fn division(&self, key: Key) -> Result<Option<Subject>> {
        Ok(self.row::<Division>(key)?.map(|division| {
            let href = format!("/divisions/{}", division.id);
            plain(division.details.name, Some(&href), Icon::People)
        }))
    }

    fn thing(&self, key: Key) -> Result<Option<Subject>> {
        let Some(item) = self.row::<Item>(key)? else {
            return Ok(None);
        };
        let icon = match item.details.category {
            Some(category) => self.rows.find::<Category>(category)?,
            None => None,
        };
        Ok(Some(Subject {
            name: if item.is_nameless() {
                self.look.text("history-nameless")
            } else {
                item.details.name
            },
            href: Some(format!("/items/{}", item.id)),
            photo: cover(self.rows, Bearer::Item(item.id))?,
            icon: icon.map_or(Icon::Box, |category| category_icon(&category.icon)),
        }))
    }

    fn receipt(&self, key: Key) -> Result<Option<Subject>> {
        let Some(receipt) = self.row::<Receipt>(key)? else {
            return Ok(None);
        };
        Ok(Some(Subject {
            photo: first_page(self.rows, receipt.id)?,
            icon: Icon::Receipt,
            name: receipt_name(self.look, &receipt),
            href: Some(format!("/receipts/{}", receipt.id)),
        }))
    }

    fn warranty(&self, key: Key) -> Result<Option<Subject>> {
        let Some(warranty) = self.row::<Warranty>(key)? else {
            return Ok(None);
        };
        let name = promises::warranty(self.look, &warranty);
        Ok(Some(Subject {
            photo: None,
            icon: Icon::Shield,
            name: promises::of_thing(self.rows, self.look, name, warranty.item)?,
            href: Some(format!("/warranties/{}", warranty.id)),
        }))
    }

    fn claim(&self, key: Key) -> Result<Option<Subject>> {
        let Some(claim) = self.row::<Claim>(key)? else {
            return Ok(None);
        };
        let problem = promises::claim(&claim);
        let name = promises::of_thing(self.rows, self.look, problem, claim.item)?;
        let href = format!("/claims/{}", claim.id);
        Ok(Some(plain(name, Some(&href), Icon::Tool)))
    }

    /// What belongs to a thing: its words after the thing's name, for many things are oiled.
    fn of_thing<T: OfThing>(
        &self,
        key: Key,
        told: impl FnOnce(T) -> (String, Option<String>, Icon),
    ) -> Result<Option<Subject>> {
        let Some(row) = self.row::<T>(key)? else {
            return Ok(None);
        };
        let item = row.item();
        let thing = self.rows.get::<Item>(item)?.body;
        let (words, href, icon) = told(row);
        Ok(Some(Subject {
            photo: cover(self.rows, Bearer::Item(item))?,
            icon,
            name: format!("{}: {words}", name(self.look, &thing)),
            href,
        }))
    }

    fn place(&self, key: Key) -> Result<Option<Subject>> {
        let Some(place) = self.row::<Place>(key)? else {
            return Ok(None);
        };
        Ok(Some(Subject {
            photo: cover(self.rows, Bearer::Place(place.id))?,
            icon: place_icon(place.details.kind),
            name: place.details.name,
            href: Some(format!("/places/{}", place.id)),
        }))
    }
}

/// A row without a picture.
fn plain(name: String, href: Option<&str>, icon: Icon) -> Subject {
    Subject {
        name,
        href: href.map(str::to_owned),
        photo: None,
        icon,
    }
}

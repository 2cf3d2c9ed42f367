//! The incident of the demo household on its way into the archive.

use jiff::{Span, civil::Date};

use super::{house::House, household};
use crate::{
    actions::{attachments, belongings, incidents},
    domain::{
        attachment::Bearer,
        contact::Contact,
        incident::{IncidentDetails, IncidentKind, Insurance, Police},
        loss::{Loss, LossDetails},
        moment::Moment,
    },
    error::Result,
};

/// The day, counted back from today, on which the family wrote it down.
const WRITTEN: i32 = 5;

impl House<'_> {
    /// Tells what happened, and what became of which things.
    pub(super) fn tell_of_incident(&mut self) -> Result<()> {
        self.wait_until(WRITTEN, 19 * 60);
        let told = household::incident();
        let lang = self.lang;
        let days_ago = |days| -> Date { self.today.saturating_sub(Span::new().days(days)) };
        let policy = household::policy();
        let contacts = told.contacts.iter();
        let details = IncidentDetails {
            title: told.title.get(lang).to_owned(),
            from: Some(Moment::on(days_ago(told.between.0))),
            to: Some(Moment::on(days_ago(told.between.1))),
            place: told.place.get(lang).to_owned(),
            story: told.story.get(lang).to_owned(),
            entry: told.entry.get(lang).to_owned(),
            police: Police {
                number: told.police.to_owned(),
                authority: told.authority.get(lang).to_owned(),
            },
            insurance: Insurance {
                insurer: policy.insurer.get(lang).to_owned(),
                policy: policy.number.to_owned(),
                claim: told.claim.to_owned(),
            },
            people: told.people.get(lang).to_owned(),
            contacts: contacts
                .map(|(days, with, said)| Contact {
                    on: days_ago(*days),
                    with: with.get(lang).to_owned(),
                    said: said.get(lang).to_owned(),
                })
                .collect(),
            ..IncidentDetails::of(IncidentKind::Burglary)
        };
        let editor = self.editor("anna")?;
        let incident = incidents::add(self.store, &editor, details, &[])?.value.id;
        self.pause();
        let photo = self.print(&told.photo)?;
        let added = attachments::add(self.store, &editor, Bearer::Incident(incident), photo)?;
        self.write_beneath(&editor, added.value.id, &told.photo)?;
        for (thing, fate, note) in told.losses {
            self.pause();
            let details = LossDetails {
                incident,
                fate: *fate,
                note: note.get(lang).to_owned(),
                settled: None,
            };
            belongings::add::<Loss>(self.store, &editor, self.thing(thing)?, details)?;
        }
        Ok(())
    }
}

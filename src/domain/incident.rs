//! An incident: a burglary, a fire, a burst pipe; what happened, and who was told of it.

use minicbor::{Decode, Encode};

use super::{
    aspect::aspects,
    contact::{self, Contact},
    id::Id,
    invalid::Invalid,
    item::Departure,
    keyed::keyed,
    moment::Moment,
    text,
};

/// The id of an incident.
pub type IncidentId = Id<Incident>;

/// Something that happened to what the household owns. What it took is its losses; its photos and papers are its attachments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Incident {
    /// Which.
    #[n(0)]
    pub id: IncidentId,
    /// What is said about it.
    #[n(1)]
    pub details: IncidentDetails,
}

/// What a person says about an incident: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct IncidentDetails {
    /// What sort of thing happened.
    #[n(0)]
    pub kind: IncidentKind,
    /// What the household calls it; empty where its kind and day say enough.
    #[n(1)]
    pub title: String,
    /// When it happened, or the last time all was well.
    #[cbor(n(2), with = "super::dates::iso")]
    pub from: Option<Moment>,
    /// When it was over, or found out.
    #[cbor(n(3), with = "super::dates::iso")]
    pub to: Option<Moment>,
    /// Where: an address, a car park, a train.
    #[n(4)]
    pub place: String,
    /// What happened, in Markdown.
    #[n(5)]
    pub story: String,
    /// How they got in, in Markdown.
    #[n(6)]
    pub entry: String,
    /// What the police were told.
    #[n(7)]
    pub police: Police,
    /// Whom it is insured with.
    #[n(8)]
    pub insurance: Insurance,
    /// Who can be asked about it: witnesses, neighbours, the locksmith, in Markdown.
    #[n(9)]
    pub people: String,
    /// Calls and letters, in the order of their days.
    #[n(10)]
    pub contacts: Vec<Contact>,
}

/// The report to the police.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Police {
    /// Its number: in Sweden a K-number.
    #[n(0)]
    pub number: String,
    /// Whom it was made to.
    #[n(1)]
    pub authority: String,
}

/// The insurance that it is reported to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Insurance {
    /// With whom.
    #[n(0)]
    pub insurer: String,
    /// The number of the policy.
    #[n(1)]
    pub policy: String,
    /// The number that they gave the claim.
    #[n(2)]
    pub claim: String,
}

/// What sort of thing happened.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Encode,
    Decode,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum IncidentKind {
    /// Somebody broke in.
    #[n(0)]
    Burglary,
    /// Something was stolen without breaking in.
    #[n(1)]
    Theft,
    /// Fire or smoke.
    #[n(2)]
    Fire,
    /// Water.
    #[n(3)]
    Water,
    /// Something broke.
    #[n(4)]
    Breakage,
    /// Something was lost.
    #[n(5)]
    Loss,
    /// Something else: a storm, lightning.
    #[n(6)]
    Other,
}

keyed!(IncidentKind {
    Burglary => "burglary",
    Theft => "theft",
    Fire => "fire",
    Water => "water",
    Breakage => "breakage",
    Loss => "loss",
    Other => "other",
});

impl IncidentKind {
    /// How what is gone by it has left the household.
    #[must_use]
    pub const fn departure(self) -> Departure {
        match self {
            Self::Burglary | Self::Theft => Departure::Stolen,
            Self::Loss => Departure::Lost,
            Self::Fire | Self::Water | Self::Breakage | Self::Other => Departure::Destroyed,
        }
    }

    /// Whether somebody did it: who got in, and how, is asked then.
    #[must_use]
    pub const fn is_crime(self) -> bool {
        matches!(self, Self::Burglary | Self::Theft)
    }
}

aspects!(IncidentDetails {
    /// What sort of thing happened.
    Kind = "kind" at kind;
    /// What it is called.
    Title = "title" at title;
    /// Since when.
    From = "from" at from;
    /// Until when.
    To = "to" at to;
    /// Where.
    Place = "place" at place;
    /// What happened.
    Story = "story" at story;
    /// How they got in.
    Entry = "entry" at entry;
    /// The number of the report to the police.
    PoliceNumber = "police_number" at police.number;
    /// Whom it was reported to.
    Authority = "authority" at police.authority;
    /// With whom it is insured.
    Insurer = "insurer" at insurance.insurer;
    /// The number of the policy.
    Policy = "policy" at insurance.policy;
    /// The number of the claim.
    ClaimNumber = "claim_number" at insurance.claim;
    /// Who can be asked.
    People = "people" at people;
    /// Calls and letters.
    Contacts = "contacts" at contacts;
});

impl IncidentDetails {
    /// An incident of a kind, of which nothing else is said yet.
    #[must_use]
    pub fn of(kind: IncidentKind) -> Self {
        Self {
            kind,
            title: String::new(),
            from: None,
            to: None,
            place: String::new(),
            story: String::new(),
            entry: String::new(),
            police: Police::default(),
            insurance: Insurance::default(),
            people: String::new(),
            contacts: Vec::new(),
        }
    }

    /// When it happened, as far as anybody knows: by the moment it was found out where that is all.
    #[must_use]
    pub fn when(&self) -> Option<Moment> {
        self.from.or(self.to)
    }

    /// What every form would have to do otherwise: texts trimmed, contacts in order.
    pub fn tidy(&mut self) {
        for line in [
            &mut self.title,
            &mut self.place,
            &mut self.police.number,
            &mut self.police.authority,
            &mut self.insurance.insurer,
            &mut self.insurance.policy,
            &mut self.insurance.claim,
        ] {
            *line = text::line(line);
        }
        for prose in [&mut self.story, &mut self.entry, &mut self.people] {
            *prose = text::prose(prose);
        }
        contact::tidy(&mut self.contacts);
    }

    /// What cannot be taken, by field.
    #[must_use]
    pub fn check(&self) -> Invalid {
        let mut invalid = Invalid::default();
        let lines = [
            ("title", &self.title, text::NAME),
            ("place", &self.place, text::LINE),
            ("police_number", &self.police.number, text::LINE),
            ("authority", &self.police.authority, text::LINE),
            ("insurer", &self.insurance.insurer, text::LINE),
            ("policy", &self.insurance.policy, text::LINE),
            ("claim_number", &self.insurance.claim, text::LINE),
            ("story", &self.story, text::PROSE),
            ("entry", &self.entry, text::PROSE),
            ("people", &self.people, text::PROSE),
        ];
        for (field, said, most) in lines {
            if !text::fits(said, most) {
                invalid.push(field, "error-too-long");
            }
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && !to.may_follow(from)
        {
            invalid.push("to", "error-ends-before");
        }
        invalid.merge(contact::check(&self.contacts));
        invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn what_cannot_be_is_told_by_field() {
        let long = "x".repeat(text::PROSE + 1);
        let mut incident = IncidentDetails::of(IncidentKind::Burglary);
        assert!(
            incident.check().is_empty(),
            "a kind is enough to begin with"
        );
        incident.from = Some(at("2026-11-27T18:30"));
        incident.to = Some(at("2026-11-27T18:00"));
        incident.story = long.clone();
        incident.police.number = long;
        let invalid = incident.check();
        let told: Vec<_> = invalid.iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["police_number", "story", "to"]);
    }

    #[test]
    fn an_incident_reads_back_as_it_was_stored() {
        let mut details = IncidentDetails::of(IncidentKind::Theft);
        details.from = Some(at("2026-11-26"));
        details.to = Some(at("2026-11-27T18:30"));
        details.police.number = "5000-K1234567-26".into();
        let bytes = minicbor::to_vec(&details).unwrap();
        let read: IncidentDetails = minicbor::decode(&bytes).unwrap();
        assert_eq!(read, details);
        assert_eq!(read.when(), Some(at("2026-11-26")));
    }

    #[test]
    fn what_is_gone_left_as_its_incident_says() {
        let departure = IncidentKind::departure;
        assert_eq!(departure(IncidentKind::Burglary), Departure::Stolen);
        assert_eq!(departure(IncidentKind::Loss), Departure::Lost);
        assert_eq!(departure(IncidentKind::Fire), Departure::Destroyed);
    }
}

//! What a row of any noun says of itself, and how to speak of it.

use super::super::record::{Key, Noun, Record, Reference, Relation, Row};
use crate::domain::{
    attachment::Attachment, bequest::Bequest, category::Category, claim::Claim, division::Division,
    household::Household, incident::Incident, item::Item, job::Job, loan::Loan, loss::Loss,
    memory::Memory, person::Person, place::Place, plan::Plan, policy::Policy, receipt::Receipt,
    report::Report, round::Round, saved_search::SavedSearch, sighting::Sighting, tag::Tag,
    warranty::Warranty,
};

/// What a row of any noun says of itself.
pub(in crate::store) struct Facts {
    pub(in crate::store) key: Key,
    pub(in crate::store) revision: u64,
    pub(in crate::store) references: Vec<Reference>,
    /// What people call it; may be empty.
    pub(super) name: String,
}

impl Facts {
    /// Reads a row of a noun.
    pub(in crate::store) fn read(
        noun: Noun,
        bytes: &[u8],
    ) -> Result<Self, minicbor::decode::Error> {
        match noun {
            Noun::Household => Self::of(bytes, |body: Household| body.name),
            Noun::Person => Self::of(bytes, |body: Person| body.name),
            Noun::Place => Self::of(bytes, |body: Place| body.details.name),
            Noun::Item => Self::of(bytes, |body: Item| body.details.name),
            Noun::Attachment => Self::of(bytes, |body: Attachment| body.file_name),
            Noun::Tag => Self::of(bytes, |body: Tag| body.name),
            Noun::Category => Self::of(bytes, |body: Category| body.en),
            Noun::SavedSearch => Self::of(bytes, |body: SavedSearch| body.name),
            Noun::Receipt => Self::of(bytes, |body: Receipt| body.details.shop),
            Noun::Warranty => Self::of(bytes, |body: Warranty| body.details.provider),
            Noun::Claim => Self::of(bytes, |body: Claim| body.details.problem),
            Noun::Plan => Self::of(bytes, |body: Plan| body.details.what),
            Noun::Job => Self::of(bytes, |body: Job| body.details.what),
            Noun::Loan => Self::of(bytes, |body: Loan| body.details.to),
            Noun::Memory => Self::of(bytes, |body: Memory| body.details.title),
            Noun::Division => Self::of(bytes, |body: Division| body.details.name),
            Noun::Policy => Self::of(bytes, |body: Policy| body.details.insurer),
            // What nobody but its writer knows stays so on the terminal, too.
            Noun::Bequest => Self::of(bytes, |body: Bequest| {
                if body.details.open {
                    body.details.to
                } else {
                    String::new()
                }
            }),
            Noun::Incident => Self::of(bytes, |body: Incident| body.details.title),
            // It has no name of its own.
            Noun::Loss => Self::of(bytes, |_: Loss| String::new()),
            Noun::Round => Self::of(bytes, |body: Round| body.details.name),
            Noun::Sighting => Self::of(bytes, |_: Sighting| String::new()),
            Noun::Report => Self::of(bytes, |body: Report| body.number.to_string()),
        }
    }

    fn of<T: Record>(
        bytes: &[u8],
        name: impl FnOnce(T) -> String,
    ) -> Result<Self, minicbor::decode::Error> {
        let row: Row<T> = minicbor::decode(bytes)?;
        let mut references = row.body.references();
        references
            .sort_unstable_by(|one, other| (one.0 as u8, &one.1).cmp(&(other.0 as u8, &other.1)));
        references.dedup();
        Ok(Self {
            key: Key::of(row.body.id()),
            revision: row.revision.get(),
            references,
            name: name(row.body),
        })
    }

    /// The label's number, if it has one.
    pub(in crate::store) fn number(&self) -> Option<u32> {
        self.references.iter().find_map(|(relation, target)| {
            let bytes = target.as_slice().try_into().ok()?;
            (*relation == Relation::Numbered).then(|| u32::from_be_bytes(bytes))
        })
    }
}

/// The rows that a reference needs; none where it means a number, a file, or what is past.
pub(super) fn meant((relation, target): &Reference) -> Vec<Key> {
    let nouns: &[Noun] = match relation {
        Relation::In => &[Noun::Place, Noun::Item],
        Relation::AttachedTo => &[
            Noun::Place,
            Noun::Item,
            Noun::Receipt,
            Noun::Claim,
            Noun::Job,
            Noun::Memory,
            Noun::Incident,
        ],
        Relation::Tagged => &[Noun::Tag],
        Relation::Of => &[Noun::Category],
        Relation::Owned | Relation::SharedWith | Relation::Falls => &[Noun::Person],
        Relation::LinkedTo
        | Relation::Proves
        | Relation::Covers
        | Relation::ClaimOf
        | Relation::Plans
        | Relation::DoneFor
        | Relation::Lends
        | Relation::Remembers
        | Relation::Bequeaths
        | Relation::Loses
        | Relation::Sees
        | Relation::Divides => &[Noun::Item],
        Relation::ProvedBy => &[Noun::Receipt],
        Relation::ClaimBy => &[Noun::Warranty],
        Relation::Fulfils => &[Noun::Plan],
        Relation::CameOf => &[Noun::Incident],
        Relation::SeenIn => &[Noun::Round],
        // What a photo has left may have gone for good since.
        Relation::Numbered | Relation::Holds | Relation::HasLeft => &[],
    };
    nouns
        .iter()
        .filter_map(|noun| {
            let bytes = [&[noun.byte()], target.as_slice()].concat();
            Key::from_slice(&bytes)
        })
        .collect()
}

/// The row that a link leads back to; none when its key is no link's.
pub(in crate::store) fn source(link: &[u8]) -> Option<Key> {
    let (relation, rest) = link.split_first()?;
    let target = match *relation {
        relation if relation == Relation::Numbered as u8 => 4,
        relation if relation == Relation::Holds as u8 => 32,
        _ => 16,
    };
    Key::from_slice(rest.get(target..)?)
}

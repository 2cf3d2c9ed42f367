//! The life of a thing on the wire.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    actions::life::{Event, What},
    domain::item::Location,
    store::Row,
};

/// The life of a thing.
#[derive(Serialize, ToSchema)]
pub(in crate::api) struct Life {
    /// What happened, the earliest first; what has no day comes last, save how the thing came.
    pub events: Vec<Lived>,
}

/// Something that happened in the life of a thing. What else is known of it stands where it is: in the thing, or in the
/// memory, job, claim or loan.
#[derive(Serialize, ToSchema)]
pub(in crate::api) struct Lived {
    /// When, to the day, month or year.
    #[schema(examples("1954-06"))]
    pub on: Option<String>,
    /// What happened.
    pub what: Happening,
    /// The memory.
    pub memory: Option<Uuid>,
    /// The job.
    pub job: Option<Uuid>,
    /// The claim.
    pub claim: Option<Uuid>,
    /// The loan.
    pub loan: Option<Uuid>,
    /// The place that it was moved to.
    pub place: Option<Uuid>,
    /// The thing that it was put into.
    pub inside: Option<Uuid>,
    /// The photos that were taken.
    pub photos: Vec<Uuid>,
}

/// What happened.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::api) enum Happening {
    /// It came into the household, as `acquired` of the thing says.
    Came,
    /// It was entered here.
    Entered,
    /// Photos were taken of it.
    Photos,
    /// Something that is remembered.
    Memory,
    /// It was moved.
    Moved,
    /// Something was done for it.
    Job,
    /// Something was wrong with it.
    Claim,
    /// It was lent.
    Lent,
    /// It came back from a loan.
    Back,
    /// It left the household, as `archived` of the thing says.
    Left,
}

impl From<&Event> for Lived {
    fn from(event: &Event) -> Self {
        let mut lived = Self {
            on: event.on.map(|on| on.to_string()),
            what: Happening::Entered,
            memory: None,
            job: None,
            claim: None,
            loan: None,
            place: None,
            inside: None,
            photos: Vec::new(),
        };
        lived.what = match &event.what {
            What::Came(_) => Happening::Came,
            What::Entered => Happening::Entered,
            What::Photos(photos) => {
                lived.photos = photos.iter().map(|photo| photo.id.uuid()).collect();
                Happening::Photos
            }
            What::Memory(row) => {
                lived.memory = Some(row.id.uuid());
                Happening::Memory
            }
            What::Moved(to) => {
                match to {
                    Location::Unknown => {}
                    Location::Place(place) => lived.place = Some(place.uuid()),
                    Location::Inside(item) => lived.inside = Some(item.uuid()),
                }
                Happening::Moved
            }
            What::Job(row) => {
                lived.job = Some(row.id.uuid());
                Happening::Job
            }
            What::Claim(row) => {
                lived.claim = Some(row.id.uuid());
                Happening::Claim
            }
            What::Lent(row) => lived.lent(row, Happening::Lent),
            What::Back(row) => lived.lent(row, Happening::Back),
            What::Left(_) => Happening::Left,
        };
        lived
    }
}

impl Lived {
    fn lent(&mut self, loan: &Row<crate::domain::loan::Loan>, what: Happening) -> Happening {
        self.loan = Some(loan.id.uuid());
        what
    }
}

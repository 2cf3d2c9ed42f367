//! What people do in the stories, with whom and what by number: 0 is the newest, whatever there is by then.

use std::fmt;

use smartinventory::{
    actions::attachments::Step,
    domain::{
        attachment::AttachmentKind,
        incident::IncidentKind,
        item::{Condition, Departure, LinkKind},
        loss::{Fate, Settlement},
        person::Role,
    },
};

/// Somebody or something, by how long ago it came; past the oldest, it begins anew.
pub type Nth = u8;

/// Somebody does something.
#[derive(Clone)]
pub struct Act {
    /// Who, among the people who have not left, in the order in which they came.
    pub by: u8,
    /// What.
    pub deed: Deed,
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "by {}: {:?}", self.by, self.deed)
    }
}

/// Which version a save says that it has seen.
#[derive(Clone, Copy, Debug)]
pub enum Seen {
    /// The one that is there.
    Now,
    /// One that was there before.
    Before,
    /// It does not say.
    Any,
}

/// Where something is put.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    Nowhere,
    Place(Nth),
    Thing(Nth),
}

/// What a photo or document belongs to.
#[derive(Clone, Copy, Debug)]
pub enum Holder {
    Thing(Nth),
    Place(Nth),
    Receipt(Nth),
    Claim(Nth),
    Job(Nth),
    Memory(Nth),
    Incident(Nth),
}

/// What is said about a thing in one go.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub name: &'static str,
    pub at: Spot,
    pub category: Option<Nth>,
    pub tags: Vec<Nth>,
    pub owners: Vec<Nth>,
    pub private: bool,
    pub guests: Vec<Nth>,
    pub links: Vec<(LinkKind, Nth)>,
    pub value: Option<i64>,
    pub facts: Facts,
}

impl Sketch {
    /// A thing with a name, somewhere, and nothing more.
    pub fn named(name: &'static str, at: Spot) -> Self {
        Self {
            name,
            at,
            category: None,
            tags: Vec::new(),
            owners: Vec::new(),
            private: false,
            guests: Vec::new(),
            links: Vec::new(),
            value: None,
            facts: Facts::default(),
        }
    }
}

/// What is said about a thing that refers to nothing else.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub maker: &'static str,
    pub serial: Option<&'static str>,
    pub notes: &'static str,
    pub condition: Option<Condition>,
    pub acquired: Option<&'static str>,
    pub insured: bool,
    pub quantity: u32,
}

/// One thing that is said anew.
#[derive(Clone, Debug)]
pub enum Edit {
    Name(&'static str),
    Move(Spot),
    Category(Option<Nth>),
    Tags(Vec<Nth>),
    Owners(Vec<Nth>),
    Private(bool),
    Guests(Vec<Nth>),
    Links(Vec<(LinkKind, Nth)>),
    Value(Option<i64>),
    Facts(Facts),
}

/// What is done to many things.
#[derive(Clone, Debug)]
pub enum Bulk {
    Move(Spot),
    Tag(Vec<Nth>, Vec<Nth>),
    Name(Vec<&'static str>),
    Categorise(Option<Nth>),
    Give(Vec<Nth>),
    Archive(Option<Departure>),
    Remove,
    Restore,
}

/// What is said about a place.
#[derive(Clone, Debug)]
pub struct Ground {
    pub name: &'static str,
    pub parent: Option<Nth>,
    pub guests: Vec<Nth>,
}

/// What is said about a receipt.
#[derive(Clone, Debug)]
pub struct Slip {
    pub shop: &'static str,
    /// What was bought: a thing that it proves, or something else.
    pub lines: Vec<Option<Nth>>,
    /// Who alone sees it.
    pub only: Vec<Nth>,
}

/// What is said about a warranty.
#[derive(Clone, Debug)]
pub struct Promise {
    pub provider: &'static str,
    /// The receipt that proves it.
    pub proof: Option<Nth>,
}

/// What is said about a claim.
#[derive(Clone, Debug)]
pub struct Fault {
    pub problem: &'static str,
    /// The warranty that it is made by.
    pub by: Option<Nth>,
}

/// One of what lies in the bin.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    Thing(Nth),
    Place(Nth),
    Attachment(Nth),
    Receipt(Nth),
    Warranty(Nth),
    Claim(Nth),
    Plan(Nth),
    Job(Nth),
    Loan(Nth),
    Memory(Nth),
    Bequest(Nth),
    Incident(Nth),
    Loss(Nth),
    Policy(Nth),
    Division(Nth),
    Report(Nth),
}

/// What is done with plans, jobs and loans: for which thing, in what words, by whom or by which plan.
#[derive(Clone, Debug)]
pub enum Upkeep {
    AddPlan(Nth, &'static str, Option<Nth>),
    ChangePlan(Nth, Seen, &'static str, Option<Nth>),
    RemovePlan(Nth, Seen),
    RestorePlan(Nth),
    AddJob(Nth, &'static str, Option<Nth>),
    ChangeJob(Nth, Seen, &'static str, Option<Nth>),
    RemoveJob(Nth, Seen),
    RestoreJob(Nth),
    AddLoan(Nth, &'static str),
    ChangeLoan(Nth, Seen, &'static str),
    RemoveLoan(Nth, Seen),
    RestoreLoan(Nth),
}

/// What is done with the household's policies: with which insurer.
#[derive(Clone, Debug)]
pub enum Insuring {
    Add(&'static str),
    Change(Nth, Seen, &'static str),
    Remove(Nth, Seen),
    Restore(Nth),
}

/// What is done with divisions of property: what one is called, of which things, and whether what is private is among them.
#[derive(Clone, Debug)]
pub enum Dividing {
    Add(&'static str, Vec<Nth>, bool),
    Change(Nth, &'static str),
    Play(Nth, Play),
    Remove(Nth, Seen),
    Restore(Nth),
}

/// A move in a division: with which thing, in which turn, and to which party.
#[derive(Clone, Debug)]
pub enum Play {
    Take(Nth, u32),
    Pass(u32),
    Give(Nth, Option<u32>),
    Drop(Nth),
    Settle,
    Reopen,
}

impl Play {
    /// What it is called in the log.
    pub const fn called(&self) -> &'static str {
        match self {
            Self::Take(..) => "division-take",
            Self::Pass(..) => "division-pass",
            Self::Give(..) => "division-give",
            Self::Drop(..) => "division-drop",
            Self::Settle => "division-settle",
            Self::Reopen => "division-reopen",
        }
    }
}

/// What is done with reports: what one is headed, the files that it shows, and whether it has in it what is private.
#[derive(Clone, Debug)]
pub enum Reporting {
    Make(&'static str, Vec<u8>, bool),
    Remove(Nth),
    Restore(Nth),
}

/// What is told of things, and whom they are meant for: of which thing, in what words, and whether others may know.
#[derive(Clone, Debug)]
pub enum Telling {
    AddMemory(Nth, &'static str),
    ChangeMemory(Nth, Seen, &'static str),
    RemoveMemory(Nth, Seen),
    RestoreMemory(Nth),
    AddBequest(Nth, &'static str, bool),
    ChangeBequest(Nth, Seen, &'static str, bool),
    RemoveBequest(Nth, Seen),
    RestoreBequest(Nth),
}

/// What is said about an incident.
#[derive(Clone, Debug)]
pub struct Mishap {
    pub kind: IncidentKind,
    pub title: &'static str,
    pub from: Option<&'static str>,
    pub to: Option<&'static str>,
}

/// What is said about what an incident did to a thing.
#[derive(Clone, Debug)]
pub struct Damage {
    pub incident: Nth,
    pub fate: Fate,
    pub settled: Option<Settlement>,
}

/// What happened, with the things that are gone by it, and what it did to each.
#[derive(Clone, Debug)]
pub enum Happening {
    AddIncident(Mishap, Vec<Nth>),
    ChangeIncident(Nth, Seen, Mishap),
    RemoveIncident(Nth, Seen),
    RestoreIncident(Nth),
    /// Answers, on the walk through the rooms of an incident, what became of a thing.
    Mark(Nth, Nth, Fate, Seen),
    AddLoss(Nth, Damage),
    ChangeLoss(Nth, Seen, Damage),
    RemoveLoss(Nth, Seen),
    RestoreLoss(Nth),
}

/// What somebody does.
#[derive(Clone, Debug)]
pub enum Deed {
    AddThing(Sketch, Vec<&'static str>),
    AddThings(Vec<Sketch>),
    ChangeThing(Nth, Seen, Sketch, Vec<&'static str>),
    EditThing(Nth, Seen, Edit),
    RemoveThing(Nth, Seen),
    RestoreThing(Nth),
    ArchiveThing(Nth, Seen, Option<Departure>),
    CopyThing(Nth),
    SaveAsTemplate(Nth, &'static str),
    BringBack(Nth, Nth),
    Bulk(Vec<Nth>, Bulk),
    SortTray {
        names: Vec<(Nth, &'static str)>,
        place: Option<Nth>,
        same: Vec<Nth>,
        remove: Vec<Nth>,
    },
    AddPlace(Ground),
    AddHome(Ground, Vec<&'static str>),
    ChangePlace(Nth, Seen, Ground),
    RemovePlace(Nth, Seen),
    RestorePlace(Nth),
    AddTag(&'static str),
    RenameTag(Nth, Seen, &'static str),
    RemoveTag(Nth, Seen),
    AddCategory(&'static str, Option<Nth>),
    ChangeCategory(Nth, Seen, &'static str, Option<Nth>),
    RemoveCategory(Nth, Seen),
    AddPerson(&'static str, Role),
    ChangePerson(Nth, Seen, &'static str, Role),
    RemovePerson(Nth, Seen),
    RestorePerson(Nth),
    ChangeHousehold(Seen, &'static str, bool),
    Attach(Holder, Vec<(AttachmentKind, u8)>),
    AddWithPhoto(Sketch, u8),
    Caption(Nth, Seen, &'static str),
    Arrange(Nth, Seen, usize),
    Rotate(Nth),
    Step(Nth, Step),
    Reorder(Holder, Vec<Nth>),
    Give(Nth, Seen, Holder),
    RemoveAttachment(Nth, Seen),
    RestoreAttachment(Nth),
    AddReceipt(Slip, Vec<u8>),
    ChangeReceipt(Nth, Seen, Slip),
    RemoveReceipt(Nth, Seen),
    RestoreReceipt(Nth),
    AddWarranty(Nth, Promise),
    ChangeWarranty(Nth, Seen, Promise),
    RemoveWarranty(Nth, Seen),
    RestoreWarranty(Nth),
    AddClaim(Nth, Fault),
    ChangeClaim(Nth, Seen, Fault),
    RemoveClaim(Nth, Seen),
    RestoreClaim(Nth),
    KeepUp(Upkeep),
    Tell(Telling),
    Happen(Happening),
    Insure(Insuring),
    Divide(Dividing),
    Report(Reporting),
    SaveSearch(&'static str, bool),
    ChangeSearch(Nth, Seen, &'static str, bool),
    RemoveSearch(Nth, Seen),
    RestoreFromBin(Vec<Pick>),
    Purge(Vec<Pick>),
    EmptyBin,
    /// So many days pass, in each of which the bin is swept.
    Days(u32),
    /// Takes back the change that was made so many before the last.
    Undo(Nth),
}

impl Deed {
    /// Whether it is done with what is promised and claimed about things.
    pub const fn is_with_promises(&self) -> bool {
        matches!(
            self,
            Self::AddWarranty(..)
                | Self::ChangeWarranty(..)
                | Self::RemoveWarranty(..)
                | Self::RestoreWarranty(..)
                | Self::AddClaim(..)
                | Self::ChangeClaim(..)
                | Self::RemoveClaim(..)
                | Self::RestoreClaim(..)
        )
    }

    /// Whether it is done with photos and documents.
    pub const fn is_with_attachments(&self) -> bool {
        matches!(
            self,
            Self::Attach(..)
                | Self::AddWithPhoto(..)
                | Self::Caption(..)
                | Self::Arrange(..)
                | Self::Rotate(..)
                | Self::Step(..)
                | Self::Reorder(..)
                | Self::Give(..)
                | Self::RemoveAttachment(..)
                | Self::RestoreAttachment(..)
        )
    }
}

/// The names of things, in the order of Swedish.
pub const NAMES: [&str; 12] = [
    "",
    "Ask",
    "Bok",
    "Cykel",
    "Cykelhjälm",
    "Hjälm",
    "Låda 2",
    "Låda 10",
    "Zinkhink",
    "Åra",
    "Ärtpåse",
    "Ögla",
];

/// The names of things in the order of English, as places in [`NAMES`].
pub const ENGLISH: [usize; 12] = [0, 9, 10, 1, 2, 3, 4, 5, 6, 7, 11, 8];

//! What a report says: the exact data of the snapshot, from which all of its forms are made, now and later.

use jiff::civil::DateTime;
use minicbor::{Decode, Encode, decode};

use super::{Entry, Paper, Passage};
use crate::domain::{
    dates::PartialDate, invalid::Invalid, keyed::keyed, money::Money, number::Number, rate::Rate,
};

/// What a report says. Making it again needs nothing else but the files that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Content {
    /// What the household is called.
    #[n(0)]
    pub household: String,
    /// What stands at the top, beside the report's number and day.
    #[n(1)]
    pub head: Vec<Fact>,
    /// What happened, in Markdown.
    #[n(2)]
    pub story: String,
    /// The things, in the order in which they are listed.
    #[n(3)]
    pub entries: Vec<Entry>,
    /// The deductible (självrisk), which is taken once from the sum of what is claimed.
    #[n(4)]
    pub deductible: Option<Money>,
    /// The papers that are appended.
    #[n(5)]
    pub papers: Vec<Paper>,
    /// The parties of a division.
    #[n(6)]
    pub parties: Vec<Party>,
    /// The boxes of a moving list.
    #[n(7)]
    pub cartons: Vec<Carton>,
    /// What else is told.
    #[n(8)]
    pub passages: Vec<Passage>,
    /// What sums in other currencies are converted by.
    #[n(10)]
    #[cbor(default)]
    pub rates: Vec<Rate>,
}

/// One line at the top of a report.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Fact {
    /// What it tells.
    #[n(0)]
    pub label: Label,
    /// What it says.
    #[n(1)]
    pub value: FactValue,
}

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum FactValue {
    /// Words, or a number that somebody gave.
    #[n(0)]
    Text(#[n(0)] String),
    /// A day, a month or a year.
    #[n(1)]
    Date(#[n(0)] PartialDate),
    /// A day and a time, by the clocks of the place.
    #[n(2)]
    Time(#[cbor(n(0), with = "time")] DateTime),
    /// An amount.
    #[n(3)]
    Money(#[n(0)] Money),
}

/// What a fact tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Label {
    /// What kind of incident it was.
    #[n(0)]
    Incident,
    /// When it happened, or when it can have begun.
    #[n(1)]
    From,
    /// When it had happened.
    #[n(2)]
    To,
    /// Where.
    #[n(3)]
    Place,
    /// How they got in.
    #[n(4)]
    Entry,
    /// The number of the police report.
    #[n(5)]
    PoliceReport,
    /// The authority that it was made to.
    #[n(6)]
    Authority,
    /// The insurer.
    #[n(7)]
    Insurer,
    /// The number of the policy.
    #[n(8)]
    Policy,
    /// The number that the insurer gave the claim.
    #[n(9)]
    Claim,
    /// Whom to turn to.
    #[n(10)]
    Contact,
    /// The day whose values are told.
    #[n(11)]
    ValuedAt,
    /// The table of age deduction that was asked.
    #[n(12)]
    DeductionTable,
    /// Whose things they are.
    #[n(13)]
    Person,
    /// The category that they are of.
    #[n(14)]
    Category,
    /// What was searched for.
    #[n(15)]
    Search,
    /// Where the household lives.
    #[n(16)]
    Address,
    /// Who made the report.
    #[n(17)]
    MadeBy,
    /// Where one moves to.
    #[n(18)]
    MovesTo,
    /// What a division of property is called.
    #[n(19)]
    Division,
    /// Why property is divided.
    #[n(20)]
    Occasion,
    /// When all agreed.
    #[n(21)]
    Settled,
}

keyed!(Label {
    Incident => "incident",
    From => "from",
    To => "to",
    Place => "place",
    Entry => "entry",
    PoliceReport => "police-report",
    Authority => "authority",
    Insurer => "insurer",
    Policy => "policy",
    Claim => "claim",
    Contact => "contact",
    ValuedAt => "valued-at",
    DeductionTable => "deduction-table",
    Person => "person",
    Category => "category",
    Search => "search",
    Address => "address",
    MadeBy => "made-by",
    MovesTo => "moves-to",
    Division => "division",
    Occasion => "occasion",
    Settled => "settled",
});

/// Somebody among whom property is divided.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Party {
    /// Who.
    #[n(0)]
    pub name: String,
    /// How many parts of the whole are theirs.
    #[n(1)]
    pub parts: u32,
}

/// A box that is moved. What is in it names its position.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Carton {
    /// Its label's number.
    #[n(0)]
    pub number: Option<Number>,
    /// What stands on it.
    #[n(1)]
    pub name: String,
    /// The room that it comes from, or goes to.
    #[n(2)]
    pub room: String,
}

impl Content {
    /// The most things in one report.
    pub const ENTRIES: usize = 50_000;

    /// The most bytes that are stored of one: a household of ten thousand things needs less than a fifth.
    pub const BYTES: usize = 64 * 1024 * 1024;

    /// The bytes that are stored.
    ///
    /// # Errors
    /// What is too much for one report, by field.
    pub fn stored(&self) -> Result<Vec<u8>, Invalid> {
        let mut bytes = Vec::new();
        // Nothing that is written into memory fails; what could not be would be too large.
        let is_whole = minicbor::encode(self, &mut bytes).is_ok();
        let mut invalid = Invalid::default();
        if !is_whole || bytes.len() > Self::BYTES || self.entries.len() > Self::ENTRIES {
            invalid.push("items", "error-report-large");
        }
        invalid.or(bytes)
    }

    /// Reads what was stored. No more is read than is ever stored.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, decode::Error> {
        if bytes.len() > Self::BYTES {
            return Err(decode::Error::message("too large for a report"));
        }
        let mut decoder = minicbor::Decoder::new(bytes);
        let content: Self = decoder.decode()?;
        if decoder.position() != bytes.len() {
            return Err(decode::Error::message("something follows the report"));
        }
        if content.entries.len() > Self::ENTRIES {
            return Err(decode::Error::message("too many things for a report"));
        }
        Ok(content)
    }

    /// The box that a thing is in.
    #[must_use]
    pub fn carton_of(&self, entry: &Entry) -> Option<&Carton> {
        self.cartons.get(usize::try_from(entry.carton?).ok()?)
    }
}

/// How a day and a time are stored: their ISO 8601 text.
mod time {
    use jiff::civil::DateTime;
    use minicbor::{Decoder, Encoder};

    pub(super) fn encode<C, W: minicbor::encode::Write>(
        at: &DateTime,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(&at.to_string())?.ok()
    }

    pub(super) fn decode<C>(
        d: &mut Decoder<'_>,
        _: &mut C,
    ) -> Result<DateTime, minicbor::decode::Error> {
        d.str()?.parse().map_err(minicbor::decode::Error::message)
    }
}

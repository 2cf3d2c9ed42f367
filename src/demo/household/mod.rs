//! The demo household as plain data: the Lindqvist family, their villa, their cottage, their boat and their things.

mod cottage;
mod documents;
mod gone;
mod homes;
mod valuables;
mod villa;
mod workshop;

use jiff::{Span, civil::Date};

use super::drawings::{Shot, Subject, Tint, View};
use crate::domain::lang::Lang;

/// A text in each language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static str, &'static str);

impl Text {
    /// The text as a reader of `lang` sees it; empty when there is nothing to say.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.0,
            Lang::En => self.1,
        }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

const NONE: Text = Text("", "");

/// What the household is called.
pub const NAME: Text = Text("Familjen Lindqvist", "The Lindqvist family");

/// What a demo person may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Runs the household's archive.
    Owner,
    /// Sees and changes what is shared.
    Adult,
    /// A child of the house.
    Child,
    /// Reads what is shared with them.
    Guest,
}

/// Somebody in the household.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// What things call them: `anna`.
    pub key: &'static str,
    /// Their name.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
    /// Who they are, in a few words.
    pub about: Text,
}

/// What kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// Where the family lives.
    House,
    /// Where it spends its summers.
    Cottage,
    /// What it sails in.
    Boat,
    /// Part of another place: a room, a cupboard, a box.
    Part,
}

/// A place; those inside it name it as their `parent`, and come later in the list.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// What things call it: `villa.kitchen`.
    pub key: &'static str,
    /// The place around it; `None` for a home.
    pub parent: Option<&'static str>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// What the family calls it.
    pub name: Text,
    /// What one should know about it.
    pub note: Text,
    /// Its picture.
    pub photo: Option<Photo>,
}

/// A picture to draw, with what is written beneath it.
#[derive(Clone, Copy, Debug)]
pub struct Photo(Subject, Tint, View, Text);

impl Photo {
    /// What to draw.
    #[must_use]
    pub const fn shot(&self) -> Shot {
        Shot {
            subject: self.0,
            tint: self.1,
            view: self.2,
        }
    }

    /// What is written beneath it; often nothing.
    #[must_use]
    pub const fn caption(&self) -> Text {
        self.3
    }
}

/// When something happened, counted back from today and known only so exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a day, so many days ago.
    Days(i32),
    /// In a month, so many months ago.
    Months(i32),
    /// In a year, so many years ago.
    Years(i32),
}

/// A date of which perhaps only the month, or the year, is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    /// The year.
    pub year: i16,
    /// The month, 1–12.
    pub month: Option<i8>,
    /// The day, 1–31; only with a month.
    pub day: Option<i8>,
}

impl When {
    /// The date that this is, seen from `today`.
    #[must_use]
    pub fn seen_from(self, today: Date) -> PartialDate {
        let back = |span: Span| today.saturating_sub(span);
        match self {
            Self::Days(ago) => {
                let date = back(Span::new().days(ago));
                PartialDate {
                    year: date.year(),
                    month: Some(date.month()),
                    day: Some(date.day()),
                }
            }
            Self::Months(ago) => {
                let date = back(Span::new().months(ago));
                PartialDate {
                    year: date.year(),
                    month: Some(date.month()),
                    day: None,
                }
            }
            Self::Years(ago) => PartialDate {
                year: back(Span::new().years(ago)).year(),
                month: None,
                day: None,
            },
        }
    }
}

/// How a thing came into the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Bought.
    Bought,
    /// A gift.
    Gift,
    /// Inherited.
    Inherited,
    /// Made at home.
    Made,
    /// Found.
    Found,
}

/// How, when, from whom and for how much (kronor) a thing came into the house.
#[derive(Clone, Copy, Debug)]
pub struct Acquired(pub How, pub When, pub Text, pub Option<i64>);

/// How a thing has fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// As new.
    New,
    /// Good.
    Good,
    /// Worn.
    Worn,
    /// Broken.
    Broken,
}

/// A number or mark that tells a thing from others of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// The maker's serial number.
    Serial(&'static str),
    /// A phone's fifteen digits, the last a check digit.
    Imei(&'static str),
    /// What is stamped into a bicycle.
    Frame(&'static str),
    /// A vehicle's seventeen characters.
    Vin(&'static str),
    /// A number plate, or the like.
    Registration(&'static str),
    /// What somebody had engraved.
    Engraving(&'static str),
    /// What somebody marked it with.
    Marking(&'static str),
}

/// What a family notes in a field of its own.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// A word or a line.
    Text(Text),
    /// A number.
    Number(i64),
    /// Kronor.
    Money(i64),
    /// A date.
    Date(When),
    /// Yes or no.
    Flag(bool),
    /// One of some choices.
    Choice(Text),
    /// An address on the web.
    Link(&'static str),
}

/// What another thing is to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// They belong together.
    Set(&'static str),
    /// This belongs to that, as a lens to a camera.
    AccessoryOf(&'static str),
    /// This came instead of that.
    Replaces(&'static str),
}

/// Where a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// In a place.
    Place(&'static str),
    /// In another thing.
    Inside(&'static str),
}

/// Where a thing went that is no longer in the house.
#[derive(Clone, Copy, Debug)]
pub enum Gone {
    /// Sold: when, to whom, for how many kronor.
    Sold(When, Text, i64),
    /// Given away: when, to whom.
    Given(When, Text),
    /// Thrown out: when.
    Thrown(When),
}

/// Something that the household owns, or owned.
#[derive(Clone, Copy, Debug)]
pub struct Thing {
    /// What other things call it: `tv`.
    pub key: &'static str,
    /// Its name; `None` for what waits in the tray.
    pub name: Option<Text>,
    /// What it is, in Markdown.
    pub about: Text,
    /// How many.
    pub quantity: u32,
    /// The key of a shipped category.
    pub category: Option<&'static str>,
    /// Words that the family sorts by.
    pub tags: &'static [Text],
    /// Where it is.
    pub at: At,
    /// Who owns it, with shares in per cent; nobody means the household.
    pub owners: &'static [(&'static str, u8)],
    /// Who made it, and what they call it.
    pub made: (&'static str, &'static str),
    /// Its numbers and marks.
    pub identifiers: &'static [Identifier],
    /// Its colour, in words.
    pub colour: Text,
    /// How it has fared.
    pub condition: Option<Condition>,
    /// How it came.
    pub acquired: Option<Acquired>,
    /// Today's value for all of them, in kronor.
    pub value: Option<i64>,
    /// Whether the insurance knows of it.
    pub insured: bool,
    /// What the family wants to remember.
    pub notes: Text,
    /// Fields of the family's own.
    pub fields: &'static [(Text, Field)],
    /// What other things are to it.
    pub ties: &'static [Tie],
    /// Whether only its owner sees it.
    pub private: bool,
    /// Where it went.
    pub gone: Option<Gone>,
    /// Its pictures, the cover first.
    pub photos: &'static [Photo],
    /// Keys of the documents that belong to it.
    pub documents: &'static [&'static str],
}

const THING: Thing = Thing {
    key: "",
    name: None,
    about: NONE,
    quantity: 1,
    category: None,
    tags: &[],
    at: At::Place("villa"),
    owners: &[],
    made: ("", ""),
    identifiers: &[],
    colour: NONE,
    condition: None,
    acquired: None,
    value: None,
    insured: false,
    notes: NONE,
    fields: &[],
    ties: &[],
    private: false,
    gone: None,
    photos: &[],
    documents: &[],
};

/// A thing to copy: what most new things of its kind begin with.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// What it is called.
    pub name: Text,
    /// The key of a shipped category.
    pub category: &'static str,
    /// Words that the family sorts by.
    pub tags: &'static [Text],
    /// Where such things are kept.
    pub at: At,
    /// The fields to fill in.
    pub fields: &'static [(Text, Field)],
}

/// A text file that belongs to things.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// What things call it.
    pub key: &'static str,
    /// What the file is called, without its ending; it is plain text.
    pub name: Text,
    /// What stands in it.
    pub text: Text,
}

/// Everybody in the household, its owner first.
#[must_use]
pub const fn people() -> &'static [Person] {
    homes::PEOPLE
}

/// Every place, each after the one around it.
#[must_use]
pub const fn places() -> &'static [Place] {
    homes::PLACES
}

/// Every thing, those that hold others before what they hold, in the order in which the family added them.
pub fn things() -> impl Iterator<Item = &'static Thing> {
    [
        villa::THINGS,
        valuables::THINGS,
        workshop::THINGS,
        cottage::THINGS,
        gone::THINGS,
    ]
    .into_iter()
    .flatten()
}

/// The things to copy from.
#[must_use]
pub const fn templates() -> &'static [Template] {
    documents::TEMPLATES
}

/// The documents that things name.
#[must_use]
pub const fn documents() -> &'static [Document] {
    documents::DOCUMENTS
}

#[cfg(test)]
mod tests;

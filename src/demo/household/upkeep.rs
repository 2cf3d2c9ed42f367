//! What the demo family does for its things again and again, what was done, and what is with the neighbours.

use super::{NONE, Text};
use crate::domain::{job::Work, length::Unit};

/// Something that is done for a thing again and again, and when it was.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// For which thing.
    pub thing: &'static str,
    /// What.
    pub what: Text,
    /// How often.
    pub rhythm: Beat,
    /// How many days ago it was due first.
    pub first: i32,
    /// From which month through which it can be done.
    pub season: Option<(u8, u8)>,
    /// Who does it.
    pub who: Option<&'static str>,
    /// How.
    pub note: Text,
    /// When it was done.
    pub done: &'static [Job],
}

/// How often something is done.
#[derive(Clone, Copy, Debug)]
pub enum Beat {
    /// So long after the last time.
    After(u16, Unit),
    /// So far apart.
    Fixed(u16, Unit),
    /// In these months.
    In(&'static [u8]),
    /// After so many kilometres more.
    Driven(u32),
}

/// Something that was done.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// How many days ago.
    pub days: i32,
    /// What; the words of its plan where it has none of its own.
    pub what: Text,
    /// By whom.
    pub by: Text,
    /// For how many kronor.
    pub cost: Option<i64>,
    /// At how many kilometres.
    pub meter: Option<u32>,
    /// What kind of work.
    pub work: Work,
}

/// A thing that is with somebody else, or was.
#[derive(Clone, Copy, Debug)]
pub struct Loan {
    /// Which thing.
    pub thing: &'static str,
    /// With whom.
    pub to: Text,
    /// Since how many days.
    pub since: i32,
    /// How many days ago it was due; in so many days where that is negative.
    pub due: Option<i32>,
    /// How many days ago it came back.
    pub back: Option<i32>,
}

const PLAN: Plan = Plan {
    thing: "",
    what: NONE,
    rhythm: Beat::After(1, Unit::Year),
    first: 0,
    season: None,
    who: None,
    note: NONE,
    done: &[],
};

const JOB: Job = Job {
    days: 0,
    what: NONE,
    by: Text("Erik", "Erik"),
    cost: None,
    meter: None,
    work: Work::Care,
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const PLANS: &[Plan] = &[
    Plan {
        thing: "washer", what: Text("Rensa luddfiltret", "Clean the lint filter"), rhythm: Beat::After(1, Unit::Month), first: 400,
        note: Text("Ställ en låg skål under luckan först.", "Put a low bowl beneath the flap first."),
        done: &[Job { days: 74, by: Text("Maja", "Maja"), ..JOB }, Job { days: 40, by: Text("Anna", "Anna"), ..JOB }],
        ..PLAN
    },
    Plan {
        thing: "espresso", what: Text("Avkalka", "Descale"), rhythm: Beat::After(12, Unit::Week), first: 330, who: Some("anna"),
        done: &[Job { days: 84, by: Text("Anna", "Anna"), cost: Some(129), ..JOB }],
        ..PLAN
    },
    Plan {
        thing: "car", what: Text("Service", "Service"), rhythm: Beat::Driven(20_000), first: 900, who: Some("erik"),
        done: &[
            Job { days: 770, by: Text("Bilverkstan, Hälla", "Bilverkstan, Hälla"), cost: Some(4_290), meter: Some(9_800), ..JOB },
            Job { days: 395, by: Text("Bilverkstan, Hälla", "Bilverkstan, Hälla"), cost: Some(4_890), meter: Some(24_300), ..JOB },
        ],
        ..PLAN
    },
    Plan {
        thing: "car", what: Text("Byt däck", "Change tyres"), rhythm: Beat::In(&[4, 10]), first: 700, who: Some("erik"),
        done: &[Job { days: 30, meter: Some(40_900), ..JOB }],
        ..PLAN
    },
    Plan {
        thing: "ebike", what: Text("Olja kedjan", "Oil the chain"), rhythm: Beat::After(4, Unit::Week), first: 300, season: Some((4, 10)),
        done: &[Job { days: 60, ..JOB }],
        ..PLAN
    },
    Plan {
        thing: "piano", what: Text("Stäm pianot", "Tune the piano"), rhythm: Beat::Fixed(1, Unit::Year), first: 800, who: Some("anna"),
        done: &[Job { days: 70, by: Text("Pianostämmare Ek", "Ek, piano tuner"), cost: Some(1_450), ..JOB }],
        ..PLAN
    },
    Plan {
        thing: "motor-boat", what: Text("Måla botten", "Paint the hull"), rhythm: Beat::In(&[4]), first: 900,
        note: Text("Två lager, ett dygn emellan. Färgen står i förrådet.", "Two coats, a day between. The paint is in the storage."),
        done: &[Job { days: 225, by: Text("Anna och Erik", "Anna and Erik"), cost: Some(1_240), ..JOB }],
        ..PLAN
    },
];

#[rustfmt::skip]
pub(super) const JOBS: &[(&str, Job)] = &[
    ("ebike", Job { days: 130, what: Text("Ny kedja och kassett", "New chain and cassette"), by: Text("Cykelverkstan", "Cykelverkstan"), cost: Some(1_895), work: Work::Repair, ..JOB }),
    ("washer", Job { days: 610, what: Text("Bytte avloppspump", "Changed the drain pump"), cost: Some(649), work: Work::Repair, ..JOB }),
    ("bookcase", Job { days: 250, what: Text("Satte i belysning", "Put in lights"), cost: Some(890), work: Work::Improvement, ..JOB }),
];

#[rustfmt::skip]
pub(super) const LOANS: &[Loan] = &[
    Loan { thing: "chainsaw", to: Text("Lars, grannen", "Lars next door"), since: 31, due: Some(9), back: None },
    Loan { thing: "tent", to: Text("Kusin Elsa", "Cousin Elsa"), since: 12, due: Some(-9), back: None },
    Loan { thing: "drill", to: Text("Lars, grannen", "Lars next door"), since: 140, due: Some(130), back: Some(133) },
];

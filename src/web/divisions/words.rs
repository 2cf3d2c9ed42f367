//! What pages say of a division: its occasion and method, how far it is, and its parties.

use crate::{
    actions::divisions::Board,
    domain::{
        division::{Aspect, Division, DivisionDetails, Group, Method, Rank},
        money::Sums,
    },
    i18n::labels,
    ui::look::Look,
};

/// The key of what an aspect is called.
pub(super) const fn label(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Name => "divisions-name",
        Aspect::Occasion => "divisions-occasion",
        Aspect::On => "divisions-on",
        Aspect::Method => "divisions-method",
        Aspect::Parties => "divisions-parties",
        Aspect::Note => "divisions-note",
    }
}

/// How it is decided who gets what.
pub(super) const fn method(method: Method) -> &'static str {
    match method {
        Method::Turns => "divisions-method-turns",
        Method::Wishes => "divisions-method-wishes",
    }
}

/// Whether and how a thing is divided.
pub(super) const fn group(group: Group) -> &'static str {
    match group {
        Group::Household => "divisions-group-household",
        Group::Personal => "divisions-group-personal",
        Group::Separate => "divisions-group-separate",
    }
}

/// How much somebody wishes for a thing.
pub(super) const fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Gladly => "divisions-wish-gladly",
        Rank::Much => "divisions-wish-much",
        Rank::Most => "divisions-wish-most",
    }
}

/// What a division says of one aspect; empty where it says nothing.
pub(super) fn aspect(look: &Look, aspect: Aspect, details: &DivisionDetails) -> String {
    match aspect {
        Aspect::Name => details.name.clone(),
        Aspect::Occasion => look.text(labels::occasion(details.occasion)),
        Aspect::On => details.on.map(|on| look.lang.day(on)).unwrap_or_default(),
        Aspect::Method => look.text(method(details.method)),
        Aspect::Parties => parties(details),
        Aspect::Note => details.note.clone(),
    }
}

fn parties(details: &DivisionDetails) -> String {
    let even = details
        .parties
        .windows(2)
        .all(|two| two[0].parts == two[1].parts);
    let all = details.parties.iter().map(|party| {
        if even {
            party.name.clone()
        } else {
            format!("{} ({})", party.name, party.parts)
        }
    });
    all.collect::<Vec<_>>().join(", ")
}

/// The name of the party at a position.
pub(super) fn name(division: &Division, at: Option<usize>) -> &str {
    let party = at.and_then(|at| division.details.parties.get(at));
    party.map_or("", |party| party.name.as_str())
}

/// Its occasion, its parties, and how much of it is divided.
pub(super) fn stands(look: &Look, division: &Division, board: &Board) -> String {
    let mut said = vec![
        look.text(labels::occasion(division.details.occasion)),
        parties(&division.details),
    ];
    if let Some(on) = division.settled {
        said.push(look.text_with("divisions-settled-on", "day", &look.lang.day(on)));
    } else {
        let things = board.lots.iter().filter(|(lot, _)| lot.is_divided());
        let open = things.clone().filter(|(lot, _)| lot.is_open()).count();
        let things = things.count();
        let arguments = [
            ("divided", (things - open).into()),
            ("things", things.into()),
        ];
        said.push(look.lang.text_with("divisions-far", &arguments));
    }
    said.join(" · ")
}

/// Sums, or nothing said where there are none.
pub(super) fn sums(look: &Look, sums: &Sums) -> String {
    if sums.is_empty() {
        "–".to_owned()
    } else {
        look.lang.sums(sums)
    }
}

//! What may happen, by chance.

mod belongings;
mod incidents;
mod papers;

use proptest::{collection::vec, option, prelude::*, sample::select};
use smartinventory::{
    actions::attachments::Step,
    domain::{
        attachment::AttachmentKind,
        item::{Condition, Departure, LinkKind},
        person::Role,
    },
};

use self::{
    belongings::{with_memories, with_promises, with_receipts, with_upkeep},
    incidents::with_incidents,
    papers::{with_divisions, with_policies, with_reports},
};
use crate::deed::{
    Act, Bulk, Deed, Edit, Facts, Ground, Holder, NAMES, Nth, Pick, Seen, Sketch, Spot,
};

const TAGS: [&str; 5] = ["sommar", "SOMMAR", "båt", "trasig", "lån, hos Bo"];
const PLACES: [&str; 5] = ["Villan", "Köket", "Vinden", "Båthuset", ""];
const ROOMS: [&str; 3] = ["Hall", "Sovrum", "Källare"];
const CATEGORIES: [&str; 4] = ["Friluft", "Verktyg", "Böcker", ""];
const PEOPLE: [&str; 5] = ["Erik", "erik", "Maja", "Göran", ""];
const DAYS: [&str; 4] = ["1987", "2019-06", "2019-06-21", "2024-02-29"];
const VALUES: [i64; 6] = [0, 9_999, 10_000, 49_900, 7_000_000, -1];

fn nth() -> impl Strategy<Value = Nth> {
    prop_oneof![3 => 0u8..3, 2 => 0u8..8]
}

fn few() -> impl Strategy<Value = Vec<Nth>> {
    prop_oneof![3 => Just(Vec::new()), 2 => vec(nth(), 1..3)]
}

fn seen() -> impl Strategy<Value = Seen> {
    prop_oneof![3 => Just(Seen::Any), 3 => Just(Seen::Now), 1 => Just(Seen::Before)]
}

fn spots() -> impl Strategy<Value = Spot> {
    prop_oneof![
        1 => Just(Spot::Nowhere),
        3 => nth().prop_map(Spot::Place),
        2 => nth().prop_map(Spot::Thing),
    ]
}

fn holders() -> impl Strategy<Value = Holder> {
    prop_oneof![
        6 => nth().prop_map(Holder::Thing),
        2 => nth().prop_map(Holder::Place),
        1 => nth().prop_map(Holder::Receipt),
        1 => nth().prop_map(Holder::Claim),
        1 => nth().prop_map(Holder::Job),
        1 => nth().prop_map(Holder::Memory),
        1 => nth().prop_map(Holder::Incident),
    ]
}

fn links() -> impl Strategy<Value = Vec<(LinkKind, Nth)>> {
    let link = (select(&LinkKind::ALL[..]), nth());
    prop_oneof![3 => Just(Vec::new()), 1 => vec(link, 1..3)]
}

fn values() -> impl Strategy<Value = Option<i64>> {
    option::weighted(0.4, select(&VALUES[..]))
}

fn tag_names() -> impl Strategy<Value = Vec<&'static str>> {
    prop_oneof![4 => Just(Vec::new()), 1 => vec(select(&TAGS[..]), 1..3)]
}

prop_compose! {
    fn facts()(
        maker in select(&["", "Crescent", "Point 65"][..]),
        serial in option::weighted(0.3, select(&["SN-3601 A12", "FRAME 77/4"][..])),
        notes in select(&["", "Spricka i skrovet", "Lånad av Bo i somras"][..]),
        condition in option::weighted(0.2, select(&Condition::ALL[..])),
        acquired in option::weighted(0.4, select(&DAYS[..])),
        insured in prop::bool::weighted(0.3),
        quantity in prop_oneof![4 => Just(1u32), 1 => 2u32..4],
    ) -> Facts {
        Facts { maker, serial, notes, condition, acquired, insured, quantity }
    }
}

prop_compose! {
    fn sketches()(
        name in select(&NAMES[..]),
        at in spots(),
        category in option::weighted(0.4, nth()),
        tags in few(),
        owners in few(),
        private in prop::bool::weighted(0.2),
        guests in few(),
        links in links(),
        value in values(),
        facts in facts(),
    ) -> Sketch {
        Sketch { name, at, category, tags, owners, private, guests, links, value, facts }
    }
}

prop_compose! {
    fn grounds()(
        name in select(&PLACES[..]),
        parent in option::weighted(0.6, nth()),
        guests in few(),
    ) -> Ground {
        Ground { name, parent, guests }
    }
}

fn edits() -> BoxedStrategy<Edit> {
    prop_oneof![
        1 => select(&NAMES[..]).prop_map(Edit::Name),
        3 => spots().prop_map(Edit::Move),
        1 => option::of(nth()).prop_map(Edit::Category),
        1 => few().prop_map(Edit::Tags),
        2 => few().prop_map(Edit::Owners),
        2 => any::<bool>().prop_map(Edit::Private),
        2 => few().prop_map(Edit::Guests),
        1 => links().prop_map(Edit::Links),
        1 => values().prop_map(Edit::Value),
        1 => facts().prop_map(Edit::Facts),
    ]
    .boxed()
}

/// How a thing leaves or comes back; now and then in a way that nobody chooses.
fn departures() -> impl Strategy<Value = Option<Departure>> {
    let chosen = select(&Departure::CHOSEN[..]);
    let any = select(&Departure::ALL[..]);
    prop_oneof![4 => Just(None), 4 => chosen.prop_map(Some), 1 => any.prop_map(Some)]
}

fn bulks() -> BoxedStrategy<Bulk> {
    prop_oneof![
        2 => spots().prop_map(Bulk::Move),
        1 => (few(), few()).prop_map(|(add, remove)| Bulk::Tag(add, remove)),
        1 => tag_names().prop_map(Bulk::Name),
        1 => option::of(nth()).prop_map(Bulk::Categorise),
        1 => few().prop_map(Bulk::Give),
        1 => departures().prop_map(Bulk::Archive),
        2 => Just(Bulk::Remove),
        1 => Just(Bulk::Restore),
    ]
    .boxed()
}

fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let pick = prop_oneof![
        3 => nth().prop_map(Pick::Thing),
        2 => nth().prop_map(Pick::Place),
        1 => nth().prop_map(Pick::Attachment),
        1 => nth().prop_map(Pick::Receipt),
        1 => nth().prop_map(Pick::Warranty),
        1 => nth().prop_map(Pick::Claim),
        1 => nth().prop_map(Pick::Plan),
        1 => nth().prop_map(Pick::Job),
        1 => nth().prop_map(Pick::Loan),
        1 => nth().prop_map(Pick::Memory),
        1 => nth().prop_map(Pick::Bequest),
        1 => nth().prop_map(Pick::Incident),
        1 => nth().prop_map(Pick::Loss),
        1 => nth().prop_map(Pick::Policy),
        1 => nth().prop_map(Pick::Division),
        2 => nth().prop_map(Pick::Report),
    ];
    vec(pick, 1..6)
}

fn with_things() -> BoxedStrategy<Deed> {
    let names = vec((nth(), select(&NAMES[..])), 0..3);
    let places = option::weighted(0.3, nth());
    prop_oneof![
        8 => (sketches().boxed(), tag_names()).prop_map(|(sketch, tags)| Deed::AddThing(sketch, tags)),
        2 => vec(sketches().boxed(), 1..4).prop_map(Deed::AddThings),
        3 => (nth(), seen(), sketches().boxed(), tag_names())
            .prop_map(|(thing, seen, sketch, tags)| Deed::ChangeThing(thing, seen, sketch, tags)),
        10 => (nth(), seen(), edits()).prop_map(|(thing, seen, edit)| Deed::EditThing(thing, seen, edit)),
        3 => (nth(), seen()).prop_map(|(thing, seen)| Deed::RemoveThing(thing, seen)),
        1 => nth().prop_map(Deed::RestoreThing),
        2 => (nth(), seen(), departures()).prop_map(|(thing, seen, how)| Deed::ArchiveThing(thing, seen, how)),
        1 => nth().prop_map(Deed::CopyThing),
        1 => (nth(), select(&NAMES[..])).prop_map(|(thing, name)| Deed::SaveAsTemplate(thing, name)),
        1 => (nth(), nth()).prop_map(|(thing, version)| Deed::BringBack(thing, version)),
        4 => (vec(nth(), 0..5), bulks()).prop_map(|(things, what)| Deed::Bulk(things, what)),
        1 => (names, places, few(), few()).prop_map(|(names, place, same, remove)| Deed::SortTray {
            names,
            place,
            same,
            remove,
        }),
    ]
    .boxed()
}

fn with_places() -> BoxedStrategy<Deed> {
    prop_oneof![
        4 => grounds().prop_map(Deed::AddPlace),
        1 => (grounds(), vec(select(&ROOMS[..]), 0..3)).prop_map(|(home, rooms)| Deed::AddHome(home, rooms)),
        4 => (nth(), seen(), grounds()).prop_map(|(place, seen, ground)| Deed::ChangePlace(place, seen, ground)),
        2 => (nth(), seen()).prop_map(|(place, seen)| Deed::RemovePlace(place, seen)),
        1 => nth().prop_map(Deed::RestorePlace),
    ]
    .boxed()
}

fn with_words() -> BoxedStrategy<Deed> {
    let tag = || select(&TAGS[..]);
    let category = || select(&CATEGORIES[..]);
    let parent = || option::weighted(0.5, nth());
    prop_oneof![
        2 => tag().prop_map(Deed::AddTag),
        1 => (nth(), seen(), tag()).prop_map(|(tag, seen, name)| Deed::RenameTag(tag, seen, name)),
        1 => (nth(), seen()).prop_map(|(tag, seen)| Deed::RemoveTag(tag, seen)),
        2 => (category(), parent()).prop_map(|(name, parent)| Deed::AddCategory(name, parent)),
        1 => (nth(), seen(), category(), parent())
            .prop_map(|(category, seen, name, parent)| Deed::ChangeCategory(category, seen, name, parent)),
        1 => (nth(), seen()).prop_map(|(category, seen)| Deed::RemoveCategory(category, seen)),
        1 => (select(&TAGS[..]), any::<bool>()).prop_map(|(name, shared)| Deed::SaveSearch(name, shared)),
        1 => (nth(), seen(), select(&PEOPLE[..]), any::<bool>())
            .prop_map(|(search, seen, name, shared)| Deed::ChangeSearch(search, seen, name, shared)),
        1 => (nth(), seen()).prop_map(|(search, seen)| Deed::RemoveSearch(search, seen)),
    ]
    .boxed()
}

fn with_people() -> BoxedStrategy<Deed> {
    let name = || select(&PEOPLE[..]);
    let role = || select(&Role::ALL[..]);
    prop_oneof![
        1 => (name(), role()).prop_map(|(name, role)| Deed::AddPerson(name, role)),
        2 => (nth(), seen(), name(), role())
            .prop_map(|(person, seen, name, role)| Deed::ChangePerson(person, seen, name, role)),
        2 => (nth(), seen()).prop_map(|(person, seen)| Deed::RemovePerson(person, seen)),
        1 => nth().prop_map(Deed::RestorePerson),
        1 => (seen(), select(&["Holm", "Familjen Ek"][..]), any::<bool>())
            .prop_map(|(seen, name, euro)| Deed::ChangeHousehold(seen, name, euro)),
    ]
    .boxed()
}

fn with_attachments() -> BoxedStrategy<Deed> {
    let kind = select(&[AttachmentKind::Photo, AttachmentKind::Document][..]);
    let step = select(&[Step::First, Step::Earlier, Step::Later][..]);
    let captions = select(&["", "Kvitto från Claes Ohlson"][..]);
    prop_oneof![
        4 => (holders(), vec((kind, 0u8..3), 1..3)).prop_map(|(holder, files)| Deed::Attach(holder, files)),
        2 => (sketches().boxed(), 0u8..3).prop_map(|(sketch, file)| Deed::AddWithPhoto(sketch, file)),
        1 => (nth(), seen(), captions).prop_map(|(file, seen, caption)| Deed::Caption(file, seen, caption)),
        1 => (nth(), seen(), 0usize..3).prop_map(|(file, seen, at)| Deed::Arrange(file, seen, at)),
        1 => nth().prop_map(Deed::Rotate),
        1 => (nth(), step).prop_map(|(file, step)| Deed::Step(file, step)),
        1 => (holders(), few()).prop_map(|(holder, order)| Deed::Reorder(holder, order)),
        2 => (nth(), seen(), holders()).prop_map(|(file, seen, holder)| Deed::Give(file, seen, holder)),
        2 => (nth(), seen()).prop_map(|(file, seen)| Deed::RemoveAttachment(file, seen)),
        1 => nth().prop_map(Deed::RestoreAttachment),
    ]
    .boxed()
}

fn with_the_bin() -> BoxedStrategy<Deed> {
    prop_oneof![
        2 => picks().prop_map(Deed::RestoreFromBin),
        2 => picks().prop_map(Deed::Purge),
        2 => Just(Deed::EmptyBin),
        1 => prop_oneof![Just(1), Just(31)].prop_map(Deed::Days),
    ]
    .boxed()
}

fn deeds() -> BoxedStrategy<Deed> {
    prop_oneof![
        10 => with_things(),
        4 => with_places(),
        3 => with_words(),
        2 => with_people(),
        3 => with_attachments(),
        3 => with_receipts(),
        3 => with_promises(),
        1 => with_policies(),
        3 => with_divisions(),
        2 => with_reports(),
        3 => with_upkeep(),
        3 => with_memories(),
        4 => with_incidents(),
        2 => with_the_bin(),
        4 => nth().prop_map(Deed::Undo),
    ]
    .boxed()
}

/// Somebody: mostly whoever came first, for they may do the most.
fn somebody() -> impl Strategy<Value = u8> {
    prop_oneof![3 => Just(0), 3 => 0u8..6]
}

/// Somebody doing something.
pub fn acts() -> impl Strategy<Value = Act> {
    (somebody(), deeds()).prop_map(|(by, deed)| Act { by, deed })
}

/// Somebody having to do with incidents, and with the things that they took.
pub fn troubles() -> impl Strategy<Value = Act> {
    let deed = prop_oneof![
        8 => with_incidents(),
        2 => (nth(), seen(), departures()).prop_map(|(thing, seen, how)| Deed::ArchiveThing(thing, seen, how)),
        1 => (nth(), seen(), edits()).prop_map(|(thing, seen, edit)| Deed::EditThing(thing, seen, edit)),
        1 => (nth(), seen()).prop_map(|(thing, seen)| Deed::RemoveThing(thing, seen)),
        1 => nth().prop_map(Deed::RestoreThing),
        2 => with_the_bin(),
        4 => nth().prop_map(Deed::Undo),
    ];
    (somebody(), deed).prop_map(|(by, deed)| Act { by, deed })
}

prop_compose! {
    /// What nothing stands in the way of: it refers to no other row.
    fn simple()(
        name in select(&NAMES[..]),
        value in option::of(0i64..50_000),
        facts in facts(),
    ) -> Sketch {
        Sketch { value, facts, ..Sketch::named(name, Spot::Nowhere) }
    }
}

/// What a household has before the story: some of everything, so that there is something to refer to and to list.
pub fn beginnings() -> impl Strategy<Value = Vec<Act>> {
    let places = vec(grounds().prop_map(Deed::AddPlace), 0..4);
    let tags = vec(select(&TAGS[..]).prop_map(Deed::AddTag), 0..3);
    let categories = vec((select(&CATEGORIES[..]), option::of(0u8..1)), 0..3);
    let categories = categories.prop_map(|all| {
        let add = |(name, parent)| Deed::AddCategory(name, parent);
        all.into_iter().map(add).collect::<Vec<_>>()
    });
    let things = vec(prop_oneof![simple(), sketches()].boxed(), 0..9);
    let things = things.prop_map(|all| {
        let add = |sketch| Deed::AddThing(sketch, Vec::new());
        all.into_iter().map(add).collect::<Vec<_>>()
    });
    (places, tags, categories, things).prop_map(|(places, tags, categories, things)| {
        let all = places
            .into_iter()
            .chain(tags)
            .chain(categories)
            .chain(things);
        all.map(|deed| Act { by: 0, deed }).collect()
    })
}

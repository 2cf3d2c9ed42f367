//! What people ask a list for.

use proptest::{collection::vec, option, prelude::*, sample::select};
use smartinventory::domain::{
    lang::Lang,
    query::{ItemQuery, Sort, SortBy, Span, State},
};

use crate::{cast::Cast, deed::Nth};

/// What is searched for.
#[derive(Clone, Copy, Debug)]
pub enum Text {
    Nothing,
    /// Whole words.
    Words(&'static str),
    /// The beginning of a word, as it is typed.
    Start(&'static str),
    /// A part of a compound, in a name or on a label.
    Part(&'static str),
    /// Words that follow each other.
    Phrase(&'static str),
    /// A word that must not be there.
    Without(&'static str),
    /// A serial number, or its beginning, however it is spaced.
    Serial(&'static str),
    /// The number on a thing's label.
    Number(Nth),
    /// What nothing is called, and nothing like it.
    Nonsense,
}

/// A list: who asks for it, what is searched for, and what narrows it.
#[derive(Clone, Debug)]
pub struct Question {
    pub by: u8,
    pub text: Text,
    pub place: Option<Nth>,
    pub category: Option<Nth>,
    pub tags: Vec<Nth>,
    pub owner: Option<Nth>,
    pub value: Span<i64>,
    pub acquired: Span<&'static str>,
    pub photo: Option<bool>,
    pub document: Option<bool>,
    pub insured: Option<bool>,
    pub state: State,
    pub sort: Option<Sort>,
    pub limit: u16,
    pub lang: Lang,
}

impl Question {
    /// The plain list.
    pub fn of_all() -> Self {
        Self {
            by: 0,
            text: Text::Nothing,
            place: None,
            category: None,
            tags: Vec::new(),
            owner: None,
            value: Span::default(),
            acquired: Span::default(),
            photo: None,
            document: None,
            insured: None,
            state: State::Active,
            sort: None,
            limit: 60,
            lang: Lang::Sv,
        }
    }

    /// The question as the program is asked it.
    pub fn query(&self, cast: &Cast<'_>) -> ItemQuery {
        let date = |day: Option<&str>| day.map(|day| day.parse().unwrap());
        let mut query = ItemQuery::default()
            .with_text(&self.words(cast))
            .with_place(self.place.map(|nth| cast.place(nth).uuid()))
            .with_category(self.category.map(|nth| cast.category(nth).uuid()))
            .with_owner(self.owner.map(|nth| cast.person(nth).uuid()))
            .with_value(self.value)
            .with_acquired(Span {
                from: date(self.acquired.from),
                to: date(self.acquired.to),
            })
            .with_photo(self.photo)
            .with_document(self.document)
            .with_insured(self.insured)
            .with_state(self.state)
            .with_sort(self.sort)
            .with_limit(self.limit);
        for tag in cast.tags(&self.tags) {
            query = query.with_tag(tag.uuid());
        }
        query
    }

    fn words(&self, cast: &Cast<'_>) -> String {
        match self.text {
            Text::Nothing => String::new(),
            Text::Words(words) | Text::Start(words) | Text::Part(words) | Text::Serial(words) => {
                words.to_owned()
            }
            Text::Phrase(phrase) => format!("\"{phrase}\""),
            Text::Without(word) => format!("-{word}"),
            Text::Number(nth) => cast.number(nth).to_string(),
            Text::Nonsense => "zz9".to_owned(),
        }
    }
}

const WORDS: [&str; 16] = [
    "cykel",
    "låda 10",
    "hjälm",
    "åra anna",
    "sommar",
    "villan",
    "köket",
    "friluft",
    "erik",
    "crescent",
    "spricka skrovet",
    "kvitto",
    "nyckeln",
    "olja",
    "elbyn",
    "resan",
];
const STARTS: [&str; 7] = ["cyk", "zinkhi", "somm", "vil", "slagb", "spri", "ögl"];
const PARTS: [&str; 4] = ["hjälm", "påse", "hink", "huset"];
const PHRASES: [&str; 5] = [
    "låda 10",
    "i skrovet",
    "point 65",
    "på en slagborrmaskin",
    "cykel",
];
const WITHOUT: [&str; 7] = [
    "cykel", "villan", "erik", "sommar", "skrovet", "olja", "elbyn",
];
const SERIALS: [&str; 5] = ["sn-3601 a12", "SN3601A12", "sn36", "frame774", "frame 77"];

fn texts() -> impl Strategy<Value = Text> {
    prop_oneof![
        8 => Just(Text::Nothing),
        3 => select(&WORDS[..]).prop_map(Text::Words),
        2 => select(&STARTS[..]).prop_map(Text::Start),
        2 => select(&PARTS[..]).prop_map(Text::Part),
        2 => select(&PHRASES[..]).prop_map(Text::Phrase),
        2 => select(&WITHOUT[..]).prop_map(Text::Without),
        1 => select(&SERIALS[..]).prop_map(Text::Serial),
        1 => (0u8..6).prop_map(Text::Number),
        1 => Just(Text::Nonsense),
    ]
}

fn spans<T: Copy + std::fmt::Debug + 'static>(
    ends: &'static [T],
) -> impl Strategy<Value = Span<T>> {
    let end = || option::weighted(0.15, select(ends));
    (end(), end()).prop_map(|(from, to)| Span { from, to })
}

fn sorts() -> impl Strategy<Value = Option<Sort>> {
    let sort = (select(&SortBy::ALL[..]), any::<bool>());
    option::weighted(
        0.7,
        sort.prop_map(|(by, descending)| Sort { by, descending }),
    )
}

fn maybe() -> impl Strategy<Value = Option<bool>> {
    option::weighted(0.1, any::<bool>())
}

fn rarely() -> impl Strategy<Value = Option<Nth>> {
    option::weighted(0.15, 0u8..5)
}

prop_compose! {
    fn narrowed()(
        place in rarely(),
        category in rarely(),
        tags in prop_oneof![8 => Just(Vec::new()), 1 => vec(0u8..5, 1..3)],
        owner in rarely(),
        value in spans(&[0, 9_999, 10_000, 49_900]),
        acquired in spans(&["1987-01-01", "2019-06-01", "2019-06-21", "2024-02-29"]),
        photo in maybe(),
        document in maybe(),
        insured in maybe(),
    ) -> Question {
        Question {
            place,
            category,
            tags,
            owner,
            value,
            acquired,
            photo,
            document,
            insured,
            ..Question::of_all()
        }
    }
}

prop_compose! {
    /// Questions of anybody.
    pub fn questions()(
        question in narrowed(),
        by in 0u8..6,
        text in texts(),
        state in prop_oneof![4 => Just(State::Active), 1 => select(&State::ALL[..])],
        sort in sorts(),
        limit in prop_oneof![Just(1u16), Just(2), Just(3), Just(60)],
        lang in select(&Lang::ALL[..]),
    ) -> Question {
        Question { by, text, state, sort, limit, lang, ..question }
    }
}

//! What links promise.

use proptest::prelude::*;

use super::*;

fn uuids() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn dates() -> impl Strategy<Value = Date> {
    (1i16..=9999, 1i8..=12, 1i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).expect("a date"))
}

fn spans<T: std::fmt::Debug, S: Strategy<Value = T>>(
    ends: fn() -> S,
) -> impl Strategy<Value = Span<T>> {
    (proptest::option::of(ends()), proptest::option::of(ends()))
        .prop_map(|(from, to)| Span { from, to })
}

fn sorts() -> impl Strategy<Value = Sort> {
    (proptest::sample::select(&SortBy::ALL[..]), any::<bool>())
        .prop_map(|(by, descending)| Sort { by, descending })
}

prop_compose! {
    fn narrowed()(
        place in proptest::option::of(uuids()),
        category in proptest::option::of(uuids()),
        tags in proptest::collection::btree_set(uuids(), 0..4),
        owner in proptest::option::of(uuids()),
        value in spans(any::<i64>),
        acquired in spans(dates),
        photo in any::<Option<bool>>(),
        document in any::<Option<bool>>(),
        insured in any::<Option<bool>>(),
    ) -> ItemQuery {
        ItemQuery { place, category, tags, owner, value, acquired, photo, document, insured, ..ItemQuery::default() }
    }
}

prop_compose! {
    fn queries()(
        query in narrowed(),
        text in any::<String>(),
        state in proptest::sample::select(&State::ALL[..]),
        sort in proptest::option::of(sorts()),
        limit in 1..=MAX_LIMIT,
        view in proptest::sample::select(&View::ALL[..]),
        columns in proptest::collection::btree_set(proptest::sample::select(&Column::ALL[..]), 0..4),
        after in proptest::option::of((proptest::collection::vec(any::<u8>(), 0..=MAX_CURSOR_KEY), uuids())),
    ) -> ItemQuery {
        let query = ItemQuery { columns, ..query }
            .with_text(&text)
            .with_state(state)
            .with_sort(sort)
            .with_view(view)
            .with_limit(limit);
        match after {
            Some((key, id)) => {
                let after = Cursor::new(query.order(), key, id);
                query.with_after(after)
            }
            None => query,
        }
    }
}

proptest! {
    #[test]
    fn every_view_is_a_link(query in queries()) {
        let link = query.to_query_string();
        let (read, refused) = ItemQuery::parse(&link);
        prop_assert_eq!(&read, &query);
        prop_assert_eq!(refused, vec![]);
        prop_assert_eq!(read.to_query_string(), link);
    }

    #[test]
    fn anything_can_be_read(link in any::<String>()) {
        let (query, _) = ItemQuery::parse(&link);
        let (again, refused) = ItemQuery::parse(&query.to_query_string());
        prop_assert_eq!(again, query);
        prop_assert_eq!(refused, vec![]);
    }
}

#[test]
fn the_plain_list_is_the_empty_link() {
    assert_eq!(ItemQuery::default().to_query_string(), "");
    assert_eq!(ItemQuery::parse(""), (ItemQuery::default(), vec![]));
}

#[test]
fn a_link_reads_as_a_person_would_write_it() {
    let (query, refused) = ItemQuery::parse(
        "q=cykel+hj%C3%A4lm&tag=00000000-0000-0000-0000-000000000002&tag=00000000-0000-0000-0000-000000000001\
         &photo=yes&value_from=10000&acquired_to=2024-12-31&state=archived&sort=-name&view=table&column=value",
    );
    assert_eq!(refused, []);
    assert_eq!(query.text(), "cykel hjälm");
    assert_eq!(query.tags.len(), 2);
    assert_eq!(query.photo, Some(true));
    assert_eq!(query.value.from, Some(10_000));
    assert_eq!(query.state, State::Archived);
    assert_eq!(
        query.order(),
        Order::By(Sort {
            by: SortBy::Name,
            descending: true
        })
    );
    assert_eq!(query.view, View::Table);
}

#[test]
fn a_form_with_empty_fields_is_the_plain_list() {
    let (query, refused) =
        ItemQuery::parse("q=&place=&tag=&value_from=&photo=&state=&sort=&limit=&after=");
    assert_eq!(query, ItemQuery::default());
    assert_eq!(refused, []);
}

#[test]
fn bad_fields_are_named_and_the_rest_is_kept() {
    let (query, refused) = ItemQuery::parse(
        "q=lampa&place=kitchen&photo=maybe&limit=0&after=nowhere&utm_source=mail&insured=no",
    );
    assert_eq!(query.text(), "lampa");
    assert_eq!(query.insured, Some(false));
    assert_eq!(query.limit(), DEFAULT_LIMIT);
    let named: Vec<_> = refused
        .iter()
        .map(|refused| (refused.field.as_str(), refused.why))
        .collect();
    assert_eq!(
        named,
        [
            ("place", Refusal::Value),
            ("photo", Refusal::Value),
            ("limit", Refusal::Value),
            ("after", Refusal::Value),
            ("utm_source", Refusal::Unknown),
        ]
    );
}

#[test]
fn a_search_is_cut_at_its_limit() {
    let (query, refused) = ItemQuery::parse(&format!("q={}", "ö".repeat(MAX_TEXT + 1)));
    assert_eq!(query.text().chars().count(), MAX_TEXT);
    assert_eq!(refused[0].why, Refusal::TooLong);
}

#[test]
fn a_search_comes_best_first_and_a_list_newest_first() {
    assert_eq!(ItemQuery::default().order(), Order::By(Sort::NEWEST));
    assert_eq!(
        ItemQuery::default().with_text("lampa").order(),
        Order::Relevance
    );
}

#[test]
fn narrowing_starts_from_the_first_page() {
    let cursor = Cursor::new(Order::By(Sort::NEWEST), vec![1, 2], Uuid::from_u128(3));
    let page = ItemQuery::default().with_after(cursor.clone());
    assert_eq!(page.after(), Some(&cursor));
    assert_eq!(page.with_tag(Uuid::from_u128(1)).after(), None);
}

#[test]
fn a_cursor_of_another_order_is_refused() {
    let cursor = Cursor::new(Order::Relevance, vec![], Uuid::nil());
    let (query, refused) = ItemQuery::parse(&format!("after={cursor}"));
    assert_eq!(query.after(), None);
    assert_eq!(refused[0].field, "after");
}

#[test]
fn clearing_the_filters_keeps_the_search_and_the_look() {
    let query = ItemQuery::default()
        .with_text("lampa")
        .with_view(View::Table);
    let narrowed = query
        .clone()
        .with_tag(Uuid::nil())
        .with_state(State::Binned);
    assert!(narrowed.is_filtered() && !query.is_filtered());
    assert_eq!(narrowed.without_filters(), query);
}

#[test]
fn a_span_includes_its_ends_and_never_what_has_no_value() {
    let span = Span {
        from: Some(1),
        to: Some(3),
    };
    assert!(span.holds(Some(&1)) && span.holds(Some(&3)));
    assert!(!span.holds(Some(&4)) && !span.holds(None));
    assert!(Span::<i64>::default().holds(None));
}

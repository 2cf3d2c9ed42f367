//! The list query: any link is read, and what was read is a link that says the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use smartinventory::domain::query::{Cursor, ItemQuery, MAX_CURSOR_KEY, MAX_LIMIT, MAX_TEXT};

fuzz_target!(|link: &[u8]| {
    let link = String::from_utf8_lossy(link);
    let (query, refused) = ItemQuery::parse(&link);
    assert!(query.text().chars().count() <= MAX_TEXT);
    assert!((1..=MAX_LIMIT).contains(&query.limit()));
    let fields = link.split('&').count();
    assert!(refused.len() <= fields + 1, "each field is refused once");
    says_the_same(&query);
    says_the_same(&query.clone().first_page());
    says_the_same(&query.clone().without_filters());
    assert!(!query.clone().without_filters().is_filtered());
    // The page after, and a search for the link itself.
    let key = link.as_bytes().to_vec();
    let id = query.place.or(query.category).unwrap_or_default();
    let cursor = Cursor::new(query.order(), key, id);
    assert!(cursor.key().len() <= MAX_CURSOR_KEY);
    assert_eq!(cursor.to_string().parse(), Ok(cursor.clone()));
    let next = query.clone().with_after(cursor.clone());
    assert_eq!(next.after(), Some(&cursor));
    says_the_same(&next);
    says_the_same(&query.with_text(&link));
});

fn says_the_same(query: &ItemQuery) {
    let link = query.to_query_string();
    let (read, refused) = ItemQuery::parse(&link);
    assert_eq!(&read, query, "{link}");
    assert_eq!(refused, [], "{link}");
    assert_eq!(read.to_query_string(), link);
}

//! Tests of the list's addresses.

use super::*;

#[test]
fn only_typing_in_the_list_replaces_its_address() {
    let from = |address: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("hx-current-url", address.parse().unwrap());
        is_list(&headers)
    };
    assert!(from("http://nas.local:8480/items"));
    assert!(from("https://nas/items?q=cykel#main"));
    assert!(!from("http://nas/items/0198"));
    assert!(!from("http://nas/"));
    assert!(!is_list(&HeaderMap::new()));
}

#[test]
fn the_plain_list_has_the_plain_address() {
    assert_eq!(link(&ItemQuery::default()), "/items");
    assert_eq!(
        link(&ItemQuery::default().with_text("cykel hjälm")),
        "/items?q=cykel+hj%C3%A4lm"
    );
}

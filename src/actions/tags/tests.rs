//! What tags promise: one word, one tag.

use crate::{
    actions::{bulk, history, items, tags, tests::Home},
    domain::{item::Details, person::Role, tag::Tag},
    store::{Expect, Rows},
};

#[test]
fn a_tag_is_one_word_however_it_is_written() {
    let home = Home::new();
    let summer = tags::add(&home.store, &home.editor(), "#Sommar")
        .unwrap()
        .value;
    assert_eq!(
        tags::add(&home.store, &home.editor(), " sommar ")
            .unwrap()
            .value
            .id,
        summer.id
    );
    let loose = tags::add(&home.store, &home.editor(), "# sommar").unwrap();
    assert_eq!(loose.value.id, summer.id);
    let beach = tags::add(&home.store, &home.editor(), "strand")
        .unwrap()
        .value;
    let details = Details {
        tags: vec![summer.id, beach.id, summer.id],
        ..Details::named("Parasoll")
    };
    let parasol = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    assert_eq!(parasol.details.tags, [summer.id, beach.id]);
    tags::rename(
        &home.store,
        &home.manager(),
        beach.id,
        Expect::Any,
        "Sommar",
    )
    .unwrap();
    assert_eq!(
        home.now(parasol.id).details.tags,
        [summer.id],
        "two tags became one"
    );
    tags::remove(&home.store, &home.manager(), summer.id, Expect::Any).unwrap();
    assert_eq!(home.now(parasol.id).details.tags, []);
}

/// What tags the household has.
fn names(home: &Home) -> Vec<String> {
    let tags = home.store.read().unwrap().all::<Tag>().unwrap();
    tags.into_iter().map(|tag| tag.body.name).collect()
}

#[test]
fn a_tag_that_came_with_a_change_goes_with_it() {
    let home = Home::new();
    let child = home.person("Stina", Role::Child).editor().unwrap();
    let skates = items::add(&home.store, &child, Details::named("Skridskor")).unwrap();
    let tag = bulk::Operation::Name(vec!["vinter".into()]);
    let tagged = bulk::apply(&home.store, &child, &[skates.value.id], &tag).unwrap();
    assert_eq!(names(&home), ["vinter"]);
    let undone = history::undo(&home.store, child.viewer(), tagged.change).unwrap();
    assert!(names(&home).is_empty());
    assert!(home.now(skates.value.id).details.tags.is_empty());
    history::undo(&home.store, child.viewer(), undone.change).unwrap();
    assert_eq!(names(&home), ["vinter"], "undoing the undo");
    assert_eq!(home.now(skates.value.id).details.tags.len(), 1);
}

#[test]
fn a_tag_that_others_use_by_now_stays_when_the_change_it_came_with_goes() {
    let home = Home::new();
    let named = |name: &str| items::Wish {
        details: Details::named(name),
        tags: vec!["vinter".into()],
    };
    let skates = items::add(&home.store, &home.editor(), named("Skridskor")).unwrap();
    let sledge = items::add(&home.store, &home.editor(), named("Kälke")).unwrap();
    assert_eq!(names(&home), ["vinter"], "one tag for both");
    history::undo(&home.store, &home.anna, skates.change).unwrap();
    assert!(home.now(skates.value.id).binned.is_some());
    assert_eq!(names(&home), ["vinter"]);
    assert_eq!(home.now(sledge.value.id).details.tags.len(), 1);
}

//! What categories promise to the things that are of them.

use crate::{
    actions::{categories, history, items, tests::Home},
    domain::{category::Category, item::Details},
    store::{Expect, Row},
};

#[test]
fn removing_a_category_moves_its_things_up() {
    let home = Home::new();
    let reader = home.store.read().unwrap();
    let inner = categories::ordered(&reader)
        .unwrap()
        .into_iter()
        .find(|category| category.parent.is_some())
        .unwrap();
    let details = Details {
        category: Some(inner.id),
        ..Details::named("Soffa")
    };
    let sofa = items::add(&home.store, &home.editor(), details)
        .unwrap()
        .value;
    categories::remove(&home.store, &home.manager(), inner.id, Expect::Any).unwrap();
    assert_eq!(home.now(sofa.id).details.category, inner.parent);
}

#[test]
fn removed_categories_are_shown_again_as_they_came_and_what_was_renamed_stays() {
    let home = Home::new();
    let all = || categories::ordered(&home.store.read().unwrap()).unwrap();
    let before = all();
    let group = before[0].id;
    let inner = before[1].clone();
    let draft = categories::CategoryDraft {
        sv: "Soffor och schäslonger".into(),
        en: "Sofas".into(),
        parent: inner.parent,
    };
    categories::change(&home.store, &home.manager(), inner.id, Expect::Any, &draft).unwrap();
    categories::remove(&home.store, &home.manager(), before[2].id, Expect::Any).unwrap();
    categories::remove(&home.store, &home.manager(), group, Expect::Any).unwrap();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 2);
    let shown = categories::show_shipped(&home.store, &home.manager()).unwrap();
    let after = all();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 0);
    let ids = |rows: &[Row<Category>]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before), "in their places");
    assert_eq!(after[1].sv, "Soffor och schäslonger");
    history::undo(&home.store, &home.anna, shown.change).unwrap();
    assert_eq!(categories::hidden(&home.store.read().unwrap()).unwrap(), 2);
}

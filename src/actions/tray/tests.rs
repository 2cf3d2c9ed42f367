//! What the tray promises: one change, and nobody's name lost.

use crate::{
    actions::{
        attachments, history,
        tests::{Home, refused},
        tray,
    },
    domain::{attachment::Bearer, item::Location},
    error::Error,
};

#[test]
fn the_tray_is_sorted_out_in_one_change() {
    let home = Home::new();
    let place = home.place("Garaget", None).id;
    let [a, b, c, d] = [b"a", b"b", b"c", b"d"].map(|blob| {
        let item = home.item("", Location::Unknown).id;
        home.photo(item, blob);
        item
    });
    let sorting = tray::Sorting {
        names: vec![
            (a, String::new()),
            (b, " Cykel ".into()),
            (d, "Skräp".into()),
        ],
        place: Some(place),
        same: vec![a, b],
        remove: vec![d],
    };
    let change = tray::sort(&home.store, &home.editor(), &sorting)
        .unwrap()
        .change;
    let kept = home.now(a);
    assert_eq!(kept.details.name, "Cykel");
    assert_eq!(kept.details.location, Location::Place(place));
    let rows = home.store.read().unwrap();
    assert_eq!(attachments::list(&rows, Bearer::Item(a)).unwrap().len(), 2);
    assert!(home.now(b).binned.is_some() && home.now(d).binned.is_some());
    assert!(home.now(c).is_nameless(), "the others wait on");
    history::undo(&home.store, &home.anna, change).unwrap();
    assert!(
        [a, b, c, d]
            .map(|id| home.now(id))
            .iter()
            .all(|row| { row.is_nameless() && row.binned.is_none() })
    );
}

#[test]
fn the_tray_loses_no_name_that_somebody_else_gave() {
    let home = Home::new();
    let [a, b] = [(), ()].map(|()| home.item("", Location::Unknown).id);
    let name = |id, name: &str| {
        let names = vec![(id, name.to_owned())];
        let sorting = tray::Sorting {
            names,
            ..tray::Sorting::default()
        };
        tray::sort(&home.store, &home.editor(), &sorting)
    };
    name(a, "Moras klocka").unwrap();
    assert!(matches!(name(a, "Golvur"), Err(Error::Conflict)));
    assert_eq!(home.now(a).details.name, "Moras klocka");
    let field = format!("name.{b}");
    assert_eq!(refused(name(b, &"x".repeat(201)), &field), "error-too-long");
}

//! What photos promise: an order, with the cover first.

use crate::{
    actions::{attachments, history, tests::Home},
    domain::{
        attachment::{Attachment, Bearer},
        blob::BlobHash,
        item::Location,
    },
    store::{Expect, Row},
};

#[test]
fn photos_are_ordered_and_the_first_is_the_cover() {
    let home = Home::new();
    let vase = home.item("Vas", Location::Unknown);
    for bytes in [b"a", b"b", b"c"] {
        home.photo(vase.id, bytes);
    }
    let of = Bearer::Item(vase.id);
    let list = || attachments::list(&home.store.read().unwrap(), of).unwrap();
    let ids: Vec<_> = list().iter().map(|photo| photo.id).collect();
    attachments::cover(&home.store, &home.editor(), ids[2]).unwrap();
    assert_eq!(
        list().iter().map(|photo| photo.id).collect::<Vec<_>>(),
        [ids[2], ids[0], ids[1]]
    );
    attachments::reorder(&home.store, &home.editor(), of, &[ids[1], ids[2], ids[0]]).unwrap();
    assert_eq!(
        attachments::cover_of(&home.store.read().unwrap(), of)
            .unwrap()
            .unwrap()
            .id,
        ids[1]
    );
    attachments::remove(&home.store, &home.editor(), ids[1], Expect::Any).unwrap();
    assert_eq!(
        attachments::cover_of(&home.store.read().unwrap(), of)
            .unwrap()
            .unwrap()
            .id,
        ids[2]
    );
}

#[test]
fn a_photo_goes_one_step_and_never_past_the_end() {
    let home = Home::new();
    let item = home.item("Kajak", Location::Unknown).id;
    for blob in [b"a", b"b", b"c"] {
        home.photo(item, blob);
    }
    let photos = || {
        let rows = home.store.read().unwrap();
        attachments::list(&rows, Bearer::Item(item)).unwrap()
    };
    let names = || -> Vec<_> {
        let blobs = [b"a", b"b", b"c"].map(|bytes| BlobHash::of(bytes));
        let name = |photo: &Row<Attachment>| blobs.iter().position(|blob| *blob == photo.blob);
        photos().iter().filter_map(name).collect()
    };
    let step = |at: usize, step| {
        attachments::step(&home.store, &home.editor(), photos()[at].id, step).unwrap()
    };
    step(0, attachments::Step::Earlier);
    step(2, attachments::Step::Later);
    assert_eq!(names(), [0, 1, 2]);
    step(0, attachments::Step::Later);
    assert_eq!(names(), [1, 0, 2]);
    let change = step(2, attachments::Step::First).change;
    assert_eq!(names(), [2, 1, 0]);
    history::undo(&home.store, &home.anna, change).unwrap();
    assert_eq!(names(), [1, 0, 2]);
}

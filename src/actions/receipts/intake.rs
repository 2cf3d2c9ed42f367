//! Papers that come by themselves, brought by nobody: each becomes a receipt that all of the household sees.

use super::attachments::{self, NewAttachment};
use crate::{
    domain::{
        attachment::{Attachment, Bearer},
        blob::BlobHash,
        receipt::{Receipt, ReceiptDetails},
    },
    error::Result,
    store::{Expect, Key, Relation, Row, Rows, Saved, Store, Writer},
};

/// Makes a receipt of a file that came by itself, unless one that came so has the same bytes and is in use. Gives it, or
/// none for a file that is known: what is taken in and then not got rid of comes again, as after a crash.
pub fn take_in_file(store: &Store, file: NewAttachment) -> Result<Saved<Option<Row<Receipt>>>> {
    store.write(None, "receipt-add", |tx| {
        if is_known(tx, file.blob.hash())? {
            return Ok(None);
        }
        insert(tx, store, vec![file]).map(Some)
    })
}

/// Makes a receipt of the papers in a mail, unless it has been taken in before, by the hash that it is known by. Gives it,
/// or none for a mail that is known or has no papers in it; it is known from now on.
pub fn take_in_mail(
    store: &Store,
    fingerprint: [u8; 32],
    papers: Vec<NewAttachment>,
) -> Result<Saved<Option<Row<Receipt>>>> {
    store.write(None, "receipt-add", |tx| {
        if !tx.take_mail(fingerprint)? || papers.is_empty() {
            return Ok(None);
        }
        insert(tx, store, papers).map(Some)
    })
}

fn insert(tx: &mut Writer<'_>, store: &Store, pages: Vec<NewAttachment>) -> Result<Row<Receipt>> {
    let clock = store.clock();
    let details = ReceiptDetails::default();
    let id = clock.id();
    let row = tx.put(Receipt { id, details }, Expect::Any)?;
    for page in pages {
        attachments::insert(tx, clock, Bearer::Receipt(row.id), page)?;
    }
    Ok(row)
}

/// Whether a file is a page of a receipt that came by itself. What a person has added does not count: it may be private,
/// and who brings a paper in is not to learn of it by its not coming.
fn is_known(rows: &impl Rows, file: BlobHash) -> Result<bool> {
    let holding = rows.referring(Relation::Holds, &file.bytes())?;
    for id in holding.into_iter().filter_map(Key::id::<Attachment>) {
        let page = rows.get(id)?;
        let Bearer::Receipt(receipt) = page.of else {
            continue;
        };
        let receipt = rows.get(receipt)?;
        let is_used = page.binned.is_none() && receipt.binned.is_none();
        if is_used && receipt.created.by.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::{
        actions::{
            receipts,
            tests::{Home, new_photo},
        },
        domain::receipt::ReceiptDetails,
        store::Expect,
    };

    use super::*;

    fn come(home: &Home, bytes: &[u8]) -> Option<Row<Receipt>> {
        take_in_file(&home.store, new_photo(bytes)).unwrap().value
    }

    #[test]
    fn a_paper_that_came_by_itself_is_the_household_s_and_nobody_s() {
        let home = Home::new();
        let receipt = come(&home, b"scan").unwrap();
        let rows = home.store.read().unwrap();
        let listed = receipts::list(&rows, &home.anna).unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(
            (
                listed[0].id,
                receipt.created.by,
                receipts::is_bare(&receipt)
            ),
            (receipt.id, None, true)
        );
    }

    #[test]
    fn the_same_file_is_taken_in_once_and_another_time_when_its_receipt_has_gone() {
        let home = Home::new();
        let receipt = come(&home, b"scan").unwrap();
        assert_eq!(come(&home, b"scan"), None);
        assert!(come(&home, b"another").is_some());
        receipts::remove(&home.store, &home.editor(), receipt.id, Expect::Any).unwrap();
        assert!(come(&home, b"scan").is_some());
    }

    #[test]
    fn a_mail_is_taken_in_once_also_when_its_receipt_has_gone() {
        let home = Home::new();
        let take = |number| {
            let papers = vec![new_photo(b"page"), new_photo(b"another")];
            take_in_mail(&home.store, [number; 32], papers)
                .unwrap()
                .value
        };
        let receipt = take(1).unwrap();
        let of = Bearer::Receipt(receipt.id);
        let pages = attachments::list(&home.store.read().unwrap(), of).unwrap();
        assert_eq!(pages.len(), 2);
        assert_eq!(take(1), None);
        receipts::remove(&home.store, &home.editor(), receipt.id, Expect::Any).unwrap();
        assert_eq!(take(1), None);
        assert!(take(2).is_some());
    }

    #[test]
    fn a_mail_without_papers_is_known_all_the_same() {
        let home = Home::new();
        let take = |papers| take_in_mail(&home.store, [7; 32], papers).unwrap();
        let nothing = take(Vec::new());
        assert_eq!(nothing.value, None);
        assert_eq!(take(vec![new_photo(b"page")]).value, None);
    }

    #[test]
    fn what_a_person_keeps_to_themselves_holds_nothing_back() {
        let home = Home::new();
        let own = ReceiptDetails {
            only: vec![home.anna.person()],
            ..ReceiptDetails::default()
        };
        receipts::add(&home.store, &home.editor(), own, vec![new_photo(b"scan")]).unwrap();
        assert!(come(&home, b"scan").is_some());
    }
}

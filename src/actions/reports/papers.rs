//! What proves things, as a report tells of it and appends it: receipts, guarantees, and the papers of a thing itself.

use crate::{
    access::Viewer,
    actions::{attachments, belongings, receipts, warranties},
    domain::{
        attachment::{Attachment, AttachmentKind, Bearer},
        item::{Item, ItemId},
        lang::Lang,
        receipt::Receipt,
        report::{Exhibit, Paper},
        warranty::Warranty,
    },
    error::Result,
    i18n::labels,
    store::{Row, Rows},
};

/// A photo or a paper as a report shows it.
pub(super) fn exhibit(file: &Attachment) -> Exhibit {
    Exhibit {
        blob: file.blob,
        size: file.size,
        media_type: file.media_type.clone(),
        caption: file.caption.clone(),
        rotation: file.rotation,
        pixels: file.pixels,
    }
}

/// Something that proves a thing: what is said of it in a row, and its pages.
pub(super) struct Proof {
    /// What it is, in words.
    pub(super) words: String,
    /// Its pages, each with what stands beneath it.
    pages: Vec<Exhibit>,
}

/// All that proves a thing, as far as this person sees it: its receipts, its guarantees with theirs, and its own papers.
pub(super) fn proofs(
    rows: &impl Rows,
    viewer: &Viewer,
    lang: Lang,
    item: &Row<Item>,
) -> Result<Vec<Proof>> {
    let mut proofs = Vec::new();
    for receipt in receipts::of_item(rows, viewer, item.id)? {
        let said = named(lang, &receipt);
        proofs.push(Proof {
            words: lang.text_with("reports-proof-receipt", &[("what", said.clone().into())]),
            pages: pages(rows, &receipt, &said)?,
        });
    }
    for warranty in belongings::seen_of_item::<Warranty>(rows, viewer, item.id)? {
        let kind = lang.text(labels::warranty_kind(warranty.details.kind));
        let last = warranties::span(rows, viewer, item, &warranty)?.end.day();
        let last =
            last.map(|day| lang.text_with("receipts-until", &[("day", lang.day(day).into())]));
        let words = joined([Some(kind), Some(warranty.details.provider.clone()), last]);
        let pages = match warranties::proof(rows, viewer, &warranty)? {
            Some(receipt) => pages(rows, &receipt, &words)?,
            None => Vec::new(),
        };
        proofs.push(Proof { words, pages });
    }
    for file in attachments::list(rows, Bearer::Item(item.id))? {
        if file.kind != AttachmentKind::Document || !exhibit(&file).is_page() {
            continue;
        }
        let said = if file.caption.is_empty() {
            &file.file_name
        } else {
            &file.caption
        };
        proofs.push(Proof {
            words: lang.text_with("reports-proof-paper", &[("what", said.clone().into())]),
            pages: vec![beneath(&file, said)],
        });
    }
    Ok(proofs)
}

/// Appends the pages of what proves a thing; one that proves several is appended once.
pub(super) fn append(proofs: Vec<Proof>, item: ItemId, papers: &mut Vec<Paper>) {
    for page in proofs.into_iter().flat_map(|proof| proof.pages) {
        match papers
            .iter_mut()
            .find(|paper| paper.exhibit.blob == page.blob)
        {
            Some(known) if known.items.contains(&item) => {}
            Some(known) => known.items.push(item),
            None => papers.push(Paper {
                exhibit: page,
                items: vec![item],
            }),
        }
    }
}

/// What a receipt is called: where it comes from and when.
fn named(lang: Lang, receipt: &Receipt) -> String {
    let day = receipt.details.on.map(|on| lang.date(on));
    joined([Some(receipt.details.shop.clone()), day])
}

fn pages(rows: &impl Rows, receipt: &Row<Receipt>, caption: &str) -> Result<Vec<Exhibit>> {
    let pages = attachments::list(rows, Bearer::Receipt(receipt.id))?;
    Ok(pages.iter().map(|page| beneath(page, caption)).collect())
}

fn beneath(page: &Attachment, caption: &str) -> Exhibit {
    Exhibit {
        caption: caption.to_owned(),
        ..exhibit(page)
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

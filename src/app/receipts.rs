//! The receipts that say what somebody looks for, in what is written about them or on their pages.

use super::App;
use crate::{
    access::Viewer,
    actions::{attachments, receipts},
    domain::{
        attachment::Bearer,
        receipt::{Receipt, ReceiptId},
    },
    error::Result,
    media::{Gaze, Media},
    store::{Reader, Row, Rows},
};

impl App {
    /// The receipts that somebody sees and that say every one of these words, or a part of a word, the newest purchase first; all
    /// that they see where no word is asked for.
    ///
    /// # Errors
    /// Those of reading.
    pub fn receipts_saying(
        &self,
        rows: &Reader,
        viewer: &Viewer,
        asked: &str,
    ) -> Result<Vec<Row<Receipt>>> {
        let asked = asked.to_lowercase();
        let words: Vec<&str> = asked.split_whitespace().collect();
        let mut saying = Vec::new();
        for receipt in receipts::list(rows, viewer)? {
            if self.says(rows, &receipt, &words)? {
                saying.push(receipt);
            }
        }
        Ok(saying)
    }

    fn says(&self, rows: &Reader, receipt: &Row<Receipt>, words: &[&str]) -> Result<bool> {
        let written: Vec<_> = receipt.details.texts().collect();
        let written = written.join("\n").to_lowercase();
        let mut words = words.to_vec();
        words.retain(|word| !written.contains(word));
        if words.is_empty() {
            return Ok(true);
        }
        // What was read is looked at only where it decides.
        for text in read_on_pages(rows, &self.media, receipt.id)? {
            let text = text.to_lowercase();
            words.retain(|word| !text.contains(word));
        }
        Ok(words.is_empty())
    }
}

/// What was read on the pages of a receipt so far, page by page.
pub(super) fn read_on_pages(
    rows: &impl Rows,
    media: &Media,
    receipt: ReceiptId,
) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for page in attachments::list(rows, Bearer::Receipt(receipt))? {
        if let Some(Ok(reading)) = media.reading(page.blob, Gaze::Paper)? {
            texts.push(reading.text());
        }
    }
    Ok(texts)
}

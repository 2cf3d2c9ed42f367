//! The receipts that say what somebody looks for, in what is written about them or on their pages.

use super::App;
use crate::{
    access::Viewer,
    actions::{attachments, receipts},
    domain::{attachment::Bearer, receipt::Receipt},
    error::Result,
    media::Gaze,
    store::{Reader, Row},
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
        let mut said = written(receipt).to_lowercase();
        let mut words = words.to_vec();
        words.retain(|word| !said.contains(word));
        if words.is_empty() {
            return Ok(true);
        }
        // What was read is looked at only where it decides.
        for page in attachments::list(rows, Bearer::Receipt(receipt.id))? {
            if let Some(Ok(reading)) = self.media.reading(page.blob, Gaze::Paper)? {
                said = reading.text().to_lowercase();
                words.retain(|word| !said.contains(word));
            }
        }
        Ok(words.is_empty())
    }
}

/// What somebody has written about a receipt.
fn written(receipt: &Receipt) -> String {
    let details = &receipt.details;
    let lines = details.lines.iter().map(|line| line.text.as_str());
    let said = [&details.shop, &details.number, &details.note].map(String::as_str);
    said.into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

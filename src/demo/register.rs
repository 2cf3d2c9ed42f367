//! The receipts of the demo household on their way into the register: each printed by its till, and most of them told.

use std::fmt::Write;

use jiff::civil::Date;

use super::{
    house::{House, kronor},
    household::{self, Paper, Receipt},
    press,
};
use crate::{
    actions::{attachments::NewAttachment, receipts},
    domain::{
        attachment::AttachmentKind,
        dates::PartialDate,
        lang::Lang,
        money::Money,
        receipt::{Line, ReceiptDetails},
    },
    error::Result,
    media::Kind,
};

/// The day, counted back from today, on which somebody sat down with the drawer.
const EVENING: i32 = 13;

impl House<'_> {
    /// Puts what is in the drawer into the register, and says of each receipt what it is.
    pub(super) fn empty_drawer(&self) -> Result<()> {
        self.wait_until(EVENING, 13 * 60);
        let mut told = household::receipts().iter().filter(|one| one.told);
        told.try_for_each(|receipt| self.keep(receipt))
    }

    /// Photographs yesterday's receipts, and nothing more.
    pub(super) fn photograph_receipts(&self) -> Result<()> {
        self.wait_until(1, 21 * 60);
        let mut untold = household::receipts().iter().filter(|one| !one.told);
        untold.try_for_each(|receipt| self.keep(receipt))
    }

    fn keep(&self, receipt: &Receipt) -> Result<()> {
        self.pause();
        let editor = self.editor("anna")?;
        let page = self.page(receipt)?;
        let details = if receipt.told {
            self.told(receipt)?
        } else {
            ReceiptDetails::default()
        };
        receipts::add(self.store, &editor, details, vec![page]).map(drop)
    }

    fn told(&self, receipt: &Receipt) -> Result<ReceiptDetails> {
        let mut lines = Vec::new();
        for household::Bought(text, price, thing) in receipt.lines {
            lines.push(Line {
                text: text.get(self.lang).to_owned(),
                price: Some(kronor(*price)),
                item: thing.map(|thing| self.thing(thing)).transpose()?,
            });
        }
        let total = total(receipt);
        Ok(ReceiptDetails {
            shop: receipt.shop.get(self.lang).to_owned(),
            on: Some(PartialDate::Day(self.day(receipt))),
            total: Some(total),
            vat: Some(vat(total)),
            payment: Some(receipt.payment),
            number: receipt.number.to_owned(),
            note: receipt.note.get(self.lang).to_owned(),
            purposes: receipt.purposes.to_vec(),
            deal: receipt.deal,
            lines,
            ..ReceiptDetails::default()
        })
    }

    fn day(&self, receipt: &Receipt) -> Date {
        receipt.when.seen_from(self.today).first_day()
    }

    /// The slip, as the till printed it.
    fn page(&self, receipt: &Receipt) -> Result<NewAttachment> {
        let file = press::print(Paper::Slip, &slip(receipt, self.day(receipt), self.lang));
        Ok(NewAttachment {
            kind: AttachmentKind::Document,
            blob: self.media.blobs().store_bytes(&file)?,
            size: file.len() as u64,
            media_type: Kind::Pdf.media_type(None).to_owned(),
            file_name: format!("{}.pdf", receipt.number),
            pixels: None,
            taken: None,
        })
    }
}

fn total(receipt: &Receipt) -> Money {
    kronor(receipt.lines.iter().map(|line| line.1).sum())
}

/// A fifth of the price is tax, where the rate is 25 %.
const fn vat(total: Money) -> Money {
    Money::new(total.minor / 5, total.currency)
}

/// What the slip says, in the notation of the press.
fn slip(receipt: &Receipt, day: Date, lang: Lang) -> String {
    let words = match lang {
        Lang::Sv => [
            "Org.nr",
            "Kvitto",
            "Datum",
            "Summa",
            "Moms 25 %",
            "Öppet köp 30 dagar mot kvitto.",
        ],
        Lang::En => [
            "Reg. no.",
            "Receipt",
            "Date",
            "Total",
            "VAT 25 %",
            "Return within 30 days with receipt.",
        ],
    };
    let amount = |money: Money| match lang {
        Lang::Sv => money.decimal().replace('.', ","),
        Lang::En => money.decimal(),
    };
    let total = total(receipt);
    let mut slip = format!(
        "# {}\n{}\n{} 555555-0118\n\n{}\t{}\n{}\t{day}\n-\n",
        receipt.shop.get(lang).to_uppercase(),
        receipt.street,
        words[0],
        words[1],
        receipt.number,
        words[2],
    );
    for household::Bought(text, price, _) in receipt.lines {
        // A serial number stands on a line of its own.
        let text = text.get(lang).replace("  ", "\n  ");
        let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let _ = writeln!(slip, "{first}\t{}", amount(kronor(*price)));
        if !rest.is_empty() {
            let _ = writeln!(slip, "{rest}");
        }
    }
    let _ = write!(
        slip,
        "-\n= {} SEK\t{}\n\n{}\t{}\n\n{}\n",
        words[3],
        amount(total),
        words[4],
        amount(vat(total)),
        words[5],
    );
    slip
}

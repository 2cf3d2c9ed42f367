//! What the demo household has paid for, and kept the receipt of.

use super::{NONE, Text, When};
use crate::domain::{
    receipt::Payment,
    rules::{Deal, Purpose},
};

/// A receipt in the family's drawer.
#[derive(Clone, Copy, Debug)]
pub struct Receipt {
    /// Who sold it.
    pub shop: Text,
    /// Where that is: a street and a town.
    pub street: &'static str,
    /// When it was bought.
    pub when: When,
    /// The number on it.
    pub number: &'static str,
    /// How it was paid.
    pub payment: Payment,
    /// What it is kept for.
    pub purposes: &'static [Purpose],
    /// What was agreed on.
    pub deal: Deal,
    /// What was bought.
    pub lines: &'static [Bought],
    /// What the family has noted about it.
    pub note: Text,
    /// Whether somebody has looked at it since it was photographed.
    pub told: bool,
}

/// What was bought, for how many kronor, and the key of the thing that it is.
#[derive(Clone, Copy, Debug)]
pub struct Bought(pub Text, pub i64, pub Option<&'static str>);

const RECEIPT: Receipt = Receipt {
    shop: NONE,
    street: "",
    when: When::Days(0),
    number: "",
    payment: Payment::Card,
    purposes: &[Purpose::Complaint],
    deal: Deal::Goods,
    lines: &[],
    note: NONE,
    told: true,
};

#[rustfmt::skip] // a table: what belongs together stands on one line
pub(super) const RECEIPTS: &[Receipt] = &[
    Receipt {
        shop: Text("Datorbutiken", "Datorbutiken"), street: "Stora gatan 18, Västerås", when: When::Days(505), number: "20418",
        purposes: &[Purpose::Complaint, Purpose::Valuable],
        lines: &[
            Bought(Text("Kestrel Book 14  s/n KB14-7F2Q-0093", "Kestrel Book 14  s/n KB14-7F2Q-0093"), 16_990, Some("laptop")),
            Bought(Text("Stöldmärkning", "Security marking"), 500, None),
        ],
        ..RECEIPT
    },
    Receipt {
        shop: Text("Elcentralen i Västerås", "Elcentralen, Västerås"), street: "Hallsta backe 4, Västerås", when: When::Days(300), number: "88-12907",
        lines: &[
            Bought(Text("Skarvik Tyst 3", "Skarvik Tyst 3"), 2_790, Some("vacuum")),
            Bought(Text("Dammpåsar, 10 st", "Dust bags, 10"), 149, None),
        ],
        ..RECEIPT
    },
    Receipt {
        shop: Text("Telebutiken, Erikslund", "Telebutiken, Erikslund"), street: "Krankroksgatan 15, Västerås", when: When::Days(210), number: "T-55108",
        payment: Payment::Mobile, purposes: &[Purpose::Complaint, Purpose::Guarantee],
        lines: &[Bought(Text("Lumi X5  IMEI 356741081234519", "Lumi X5  IMEI 356741081234519"), 10_990, Some("phone-anna"))],
        ..RECEIPT
    },
    Receipt {
        shop: Text("Mälardalens Rör", "Mälardalens Rör"), street: "Stenbygatan 31, Västerås", when: When::Days(760), number: "2291",
        payment: Payment::Invoice, purposes: &[Purpose::Complaint, Purpose::TaxReduction, Purpose::Repair], deal: Deal::Building,
        lines: &[
            Bought(Text("Byte av stammar i tvättstugan, arbete", "New pipes in the laundry, work"), 14_200, None),
            Bought(Text("Material", "Material"), 6_350, None),
        ],
        note: Text("Garanti på arbetet i fem år, enligt offerten.", "The work is guaranteed for five years, says the quotation."),
        ..RECEIPT
    },
    Receipt {
        shop: Text("Elcentralen i Västerås", "Elcentralen, Västerås"), street: "Hallsta backe 4, Västerås", when: When::Days(1_390), number: "88-03114",
        lines: &[Bought(Text("Strykjärn Ånga 2", "Steam iron Ånga 2"), 499, None)],
        ..RECEIPT
    },
    Receipt {
        shop: Text("Friluftsboden", "Friluftsboden"), street: "Vasagatan 7, Västerås", when: When::Days(3), number: "7730",
        lines: &[
            Bought(Text("Reflexväst", "Reflective vest"), 129, None),
            Bought(Text("Pannlampa", "Head torch"), 349, None),
        ],
        told: false,
        ..RECEIPT
    },
];

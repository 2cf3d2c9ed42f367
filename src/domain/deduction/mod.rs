//! What an insurer is likely to pay for a thing by its age: tables of age deduction (åldersavdrag), and how they are read.

mod age;
mod kind;
mod payout;
mod settled;
mod table;
mod typical;

pub use self::{
    age::Age,
    kind::Kind,
    payout::{Deducted, Payout, Prices, Reason, Unknown, deduct},
    settled::{Settled, settle},
    table::{Basis, Row, Step, Table},
    typical::{Typical, is_elsewhere, kind_of, typical},
};

#[cfg(test)]
mod tests;

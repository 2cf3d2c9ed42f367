//! What an insurer is likely to pay for a thing by its age: tables of age deduction (åldersavdrag), and how they are read.

mod age;
mod incident;
mod kind;
mod payout;
mod table;
mod typical;

pub use self::{
    age::Age,
    incident::{Incident, settle},
    kind::Kind,
    payout::{Deducted, Payout, Prices, Reason, Unknown, deduct},
    table::{Basis, Row, Step, Table},
    typical::{Typical, kind_of, typical},
};

#[cfg(test)]
mod tests;

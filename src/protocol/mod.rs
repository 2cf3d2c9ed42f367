//! What homes and the public theft registry say to each other: keys, signatures, envelopes, sealing.
//!
//! | what | where |
//! | --- | --- |
//! | who signs, and for whom something is sealed | [`key`] [`contact`] |
//! | a request that nobody changed, delayed or sent in another's name | [`signature`] |
//! | an entry over exact bytes, which stays signed wherever it lies | [`envelope`] |
//! | what a household publishes, and what strangers and owners write | [`entry`] [`message`] |
//! | a message that only the owner, or only the finder, can read | [`sealing`] |
//! | the link that a finder keeps | [`token`] |
//! | why something cannot be taken | [`Flaw`] |
//!
//! Both sides use the same code, so what one writes the other reads. Nothing here keeps anything, reads a clock or draws
//! by lot: the time and secret bytes are given. So a nonce that was there before, and a key that nobody has registered,
//! are for whoever keeps nonces and keys to refuse.

mod base;
pub mod contact;
mod digest;
mod drawn;
mod encoding;
pub mod entry;
pub mod envelope;
mod field;
mod flaw;
pub mod key;
pub mod message;
pub mod sealing;
pub mod signature;
pub mod token;

pub use flaw::Flaw;

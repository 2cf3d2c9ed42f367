//! What the targets share: files read as a worker reads them, and a household to ask.
#![expect(clippy::unwrap_used, reason = "a fault of a target is to end it")]

pub mod household;
pub mod reading;

use rustix::process::{Resource, Rlimit, setrlimit};
use smartinventory::media::Limits;

/// What a fuzzer takes for itself: its program, its counters and the inputs that it has gathered, in bytes.
const OWN: u64 = 512 << 20;

/// Holds this process to the memory of a worker. The fuzzer's own limits see only what is touched, and look once in a
/// second; this one ends whoever asks for too much, and what made them ask is kept.
pub fn confine() {
    let most = Some(Limits::default().memory + OWN);
    let bound = Rlimit {
        current: most,
        maximum: most,
    };
    setrlimit(Resource::As, bound).unwrap();
}

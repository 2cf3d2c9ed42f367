//! Limits: what one file may cost before it is refused.

use serde::{Deserialize, Serialize};

/// How much longer than its processor time a file may take on the clock: a busy machine must not refuse good photos, and
/// a worker that waits for nothing must end.
pub(super) const PATIENCE: u32 = 4;

/// What one file may cost. A stranger's file may be small and still ask for gigabytes or minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The largest upload, in bytes.
    pub bytes: u64,
    /// The most pixels a picture may have; formats that must be unpacked whole are held to what `memory` has room for.
    pub pixels: u64,
    /// Address space of the process that reads a file, in bytes.
    pub memory: u64,
    /// Processor time for one file, in seconds; on the clock it may take four times as long.
    pub seconds: u64,
    /// The most text kept of one document, in bytes.
    pub text: u64,
}

impl Default for Limits {
    /// Room for a 200-megapixel phone photo (16 320 × 12 240), which JPEG decodes at an eighth of its size.
    fn default() -> Self {
        Self {
            bytes: 100 << 20,
            pixels: 200_000_000,
            memory: 768 << 20,
            seconds: 30,
            text: 1 << 20,
        }
    }
}

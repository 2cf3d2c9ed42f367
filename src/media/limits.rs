//! Limits: what one file may cost before it is refused.

use serde::{Deserialize, Serialize};

/// What one file may cost. A stranger's file may be small and still ask for gigabytes or minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The largest upload, in bytes.
    pub bytes: u64,
    /// The most pixels a picture may have; formats that must be unpacked whole are held to what `memory` has room for.
    pub pixels: u64,
    /// Address space of the process that reads a file, in bytes.
    pub memory: u64,
    /// Processor time, and time on the clock, for one file, in seconds.
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

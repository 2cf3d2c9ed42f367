//! When an operation is tried again, and when no more.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::super::fault::Fault;
use crate::{clock::Clock, error::Result};

/// How many times an operation is tried that collides with others.
const TRIES: u32 = 20;

/// How long a database may be away before whoever asks is told: long enough for another to take over.
const AWAY: Duration = Duration::from_secs(5);

/// The longest time between two attempts, in milliseconds: after a collision, and while the database is away.
const COLLIDED: u16 = 100;
const LOOK: u16 = 250;

/// What one operation has met so far.
#[derive(Default)]
pub(super) struct Patience {
    tries: u32,
    until: Option<Instant>,
}

impl Patience {
    /// Waits until there is sense in another attempt.
    ///
    /// # Errors
    /// The fault, when it is of another kind, or has lasted for too long.
    pub(super) async fn wait(&mut self, fault: Fault, clock: &Clock) -> Result<()> {
        let longest = match &fault {
            Fault::Collided(_) => {
                self.tries += 1;
                if self.tries >= TRIES {
                    return Err(fault.into());
                }
                // Twice as long each time, from 2 ms on.
                2_u16.saturating_pow(self.tries).min(COLLIDED)
            }
            Fault::Away(_) => {
                let now = Instant::now();
                if now >= *self.until.get_or_insert(now + AWAY) {
                    return Err(fault.into());
                }
                LOOK
            }
            Fault::Unavailable(_) | Fault::Defect(_) => return Err(fault.into()),
        };
        // By chance, so that those who collided do not again.
        let chance = u16::from_le_bytes(clock.secret()?) % longest;
        sleep(Duration::from_millis(u64::from(chance) + 1)).await;
        Ok(())
    }
}

//! When to try again after a failure: soon at first, then less and less often, and never given up.

use std::time::Duration;

use jiff::Timestamp;

use super::failure::Failure;

/// How long after the first failure, the second, and so on; after all the others as after the last.
const STEPS: [Duration; 6] = [
    Duration::from_mins(1),
    Duration::from_mins(5),
    Duration::from_mins(15),
    Duration::from_hours(1),
    Duration::from_hours(6),
    Duration::from_hours(24),
];

/// When the next attempt is due, after this many failures in a row of which this was the last; none when nothing changes
/// by waiting.
///
/// A server that asks for more time gets it, and one that asks for less does not.
#[must_use]
pub fn next_attempt(failures: u32, failed: Timestamp, failure: &Failure) -> Option<Timestamp> {
    let Failure::Later { wait, .. } = failure else {
        return None;
    };
    let passed = usize::try_from(failures.saturating_sub(1)).unwrap_or(usize::MAX);
    let step = STEPS[passed.min(STEPS.len() - 1)];
    let wait = wait.unwrap_or_default().max(step);
    Some(failed.saturating_add(wait).unwrap_or(Timestamp::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::notify::failure::Cause;

    fn later(wait: Option<Duration>) -> Failure {
        let cause = Cause::Connection;
        Failure::Later { cause, wait }
    }

    fn minutes(failures: u32, failure: &Failure) -> Option<i64> {
        let failed: Timestamp = "2026-11-27T18:00:00Z".parse().unwrap();
        let next = next_attempt(failures, failed, failure)?;
        Some((next.as_second() - failed.as_second()) / 60)
    }

    #[test]
    fn attempts_become_rarer_and_do_not_end() {
        let waits: Vec<_> = (1..9).filter_map(|n| minutes(n, &later(None))).collect();
        assert_eq!(waits, [1, 5, 15, 60, 360, 1440, 1440, 1440]);
    }

    #[test]
    fn what_waiting_does_not_change_is_not_tried_again() {
        assert_eq!(minutes(1, &Failure::Refused(Cause::Login)), None);
    }

    #[test]
    fn a_server_gets_the_time_it_asks_for() {
        let asks = |minutes| later(Some(Duration::from_mins(minutes)));
        assert_eq!(minutes(1, &asks(30)), Some(30));
        assert_eq!(minutes(5, &asks(30)), Some(360));
    }

    proptest! {
        #[test]
        fn the_next_attempt_is_later_than_the_last(failures: u32, second in -9_000_000_000i64..200_000_000_000) {
            let failed = Timestamp::from_second(second).unwrap();
            let next = next_attempt(failures, failed, &later(None)).unwrap();
            prop_assert!(next > failed);
            prop_assert!(next <= next_attempt(failures.saturating_add(1), failed, &later(None)).unwrap());
        }
    }
}

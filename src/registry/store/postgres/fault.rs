//! What a database reports, told as a fault.

use std::error::Error as _;

use tokio_postgres::Error;

use super::super::fault::Fault;

/// What may have become of a transaction whose commit was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It wrote nothing, so it makes no difference.
    Nothing,
    /// It may be there or not.
    Unknown,
}

/// What went wrong before anything was committed.
pub(super) fn told(error: &Error) -> Fault {
    let Some(database) = error.as_db_error() else {
        // It was said by no database: the connection broke, or was never made.
        let source = error.source().map(|source| format!(": {source}"));
        return Fault::Away(format!("{error}{}", source.unwrap_or_default()));
    };
    let code = database.code().code();
    // Not the details, which quote what is stored.
    of_code(code, format!("{code} {}", database.message()))
}

/// What went wrong once a transaction was to be committed: only what is known not to have happened is done again.
pub(super) fn of_commit(error: &Error, fate: Fate) -> Fault {
    match (told(error), fate) {
        (Fault::Away(cause), Fate::Unknown) => Fault::Unavailable(cause),
        (fault, _) => fault,
    }
}

fn of_code(code: &str, cause: String) -> Fault {
    match (code, code.get(..2).unwrap_or_default()) {
        // Serialisation, deadlock.
        ("40001" | "40P01", _) => Fault::Collided(cause),
        // Connections; shutting down, starting, idle for too long; too many; a standby that was the primary.
        ("57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "53300" | "25006", _) | (_, "08") => {
            Fault::Away(cause)
        }
        // Unknown outcome; who may enter, and what is there; resources, limits, what took too long, the system.
        (_, "40" | "28" | "3D" | "53" | "54" | "55" | "57" | "58") => Fault::Unavailable(cause),
        _ => Fault::Defect(cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_away_by_itself_is_tried_again() {
        let of = |code| of_code(code, String::new());
        for code in ["40001", "40P01"] {
            assert!(matches!(of(code), Fault::Collided(_)), "{code}");
        }
        for code in ["57P01", "57P02", "57P03", "08006", "08P01", "25006"] {
            assert!(matches!(of(code), Fault::Away(_)), "{code}");
        }
        for code in ["40003", "57014", "53100", "28P01", "58030"] {
            assert!(matches!(of(code), Fault::Unavailable(_)), "{code}");
        }
        for code in ["42P01", "22021", "XX000", ""] {
            assert!(matches!(of(code), Fault::Defect(_)), "{code}");
        }
    }
}

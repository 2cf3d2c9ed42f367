//! Mechanism: the archive in one redb file: rows, history and the change log.
